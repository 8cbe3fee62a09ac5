import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyRoot, leafHash, provesConsistency, provesInclusion } from './merkle.ts'
import { proveConsistency, proveInclusion, rootOf, type Tiles } from './tile.ts'
import { Tree, foldFast, leafHashes, type FullTile } from './tree.ts'

// A second implementation, as RFC 6962 section 2.1 writes it down, on Node's hash and with no tiles.
const sha = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
const k = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1)
function MTH(D: readonly Buffer[]): Buffer {
  if (D.length === 0) return sha()
  const [only] = D
  if (D.length === 1 && only) return sha(Buffer.of(0), only)
  return sha(Buffer.of(1), MTH(D.slice(0, k(D.length))), MTH(D.slice(k(D.length))))
}
function PATH(m: number, D: readonly Buffer[]): Buffer[] {
  const n = D.length
  if (n === 1) return []
  return m < k(n)
    ? [...PATH(m, D.slice(0, k(n))), MTH(D.slice(k(n)))]
    : [...PATH(m - k(n), D.slice(k(n))), MTH(D.slice(0, k(n)))]
}
function SUBPROOF(m: number, D: readonly Buffer[], b: boolean): Buffer[] {
  const n = D.length
  if (m === n) return b ? [] : [MTH(D)]
  return m <= k(n)
    ? [...SUBPROOF(m, D.slice(0, k(n)), b), MTH(D.slice(k(n)))]
    : [...SUBPROOF(m - k(n), D.slice(k(n)), false), MTH(D.slice(0, k(n)))]
}

const commitmentsOf = (size: number, salt = 0): Buffer[] =>
  Array.from({ length: size }, (_, i) => sha(Buffer.from(`${salt}/${i}`)))

function grown(D: readonly Buffer[]): { tree: Tree; tiles: Tiles } {
  const full = new Map<string, FullTile>()
  const tree = new Tree((tile) => full.set(`${tile.level}/${tile.n}`, tile))
  for (const one of D) tree.push(one.toString('latin1'))
  const tiles: Tiles = ({ level, n, width }) =>
    Promise.resolve((full.get(`${level}/${n}`)?.hashes ?? tree.filling(level).hashes).subarray(0, width * 32))
  return { tree, tiles }
}

const edges = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 255, 256, 257, 511, 512, 513]
const sizes = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: 700 }))

test('RFC 6962 by hand: the empty tree, one leaf, three leaves', () => {
  assert.equal(
    Buffer.from(emptyRoot).toString('hex'),
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  // The leaf of an empty entry, and the root over it, as RFC 6962's own implementers publish them.
  const leaf = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
  assert.equal(Buffer.from(leafHash(new Uint8Array(0))).toString('hex'), leaf)
})

test('two implementations agree on roots and proofs of random trees', async () => {
  let proofs = 0
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, pick, salt) => {
      const D = commitmentsOf(size, salt)
      const { tree, tiles } = grown(D)
      const root = MTH(D)
      assert.deepEqual(tree.root(), root)
      assert.deepEqual(Buffer.from(await rootOf(tiles, size)), root)
      if (size === 0) return
      const index = pick % size
      const path = (await proveInclusion(tiles, index, size)).map((one) => Buffer.from(one))
      assert.deepEqual(path, PATH(index, D))
      assert.ok(provesInclusion(index, size, leafHash(D[index] ?? Buffer.of()), path, root))
      const from = 1 + (pick % size)
      const steps = (await proveConsistency(tiles, from, size, foldFast)).map((one) => Buffer.from(one))
      assert.deepEqual(steps, SUBPROOF(from, D, true))
      assert.ok(provesConsistency(from, size, steps, MTH(D.slice(0, from)), root))
      proofs++
    }),
    { numRuns: 120 },
  )
  assert.ok(proofs > 60, `only ${proofs}`)
})

test('a tree taken up again from its tiles goes on as one that never stopped', async () => {
  for (const [stop, size] of [
    [0, 300],
    [255, 256],
    [256, 257],
    [300, 70_000],
    [65_535, 65_800],
    [65_536, 66_000],
  ]) {
    const D = commitmentsOf(size ?? 0)
    const first = grown(D.slice(0, stop))
    const tree = await Tree.at(stop ?? 0, first.tiles)
    for (const one of D.slice(stop)) tree.push(one.toString('latin1'))
    const whole = grown(D).tree
    assert.deepEqual(tree.root(), whole.root(), `${stop} to ${size}`)
    for (const level of [0, 1, 2]) assert.deepEqual(tree.filling(level), whole.filling(level))
  }
})

test('a proof with anything changed is refused', async () => {
  const refused = { inclusion: 0, consistency: 0 }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 400 }), fc.nat(), fc.nat(), async (size, pick, bit) => {
      const D = commitmentsOf(size)
      const { tiles } = grown(D)
      const index = pick % size
      const proof = await proveInclusion(tiles, index, size)
      const leaf = leafHash(D[index] ?? Buffer.of())
      const root = MTH(D)
      const flipped = proof.map((one) => Uint8Array.from(one))
      const victim = flipped[bit % flipped.length]
      if (victim) victim[bit % 32] = (victim[bit % 32] ?? 0) ^ (1 << (bit % 8))
      assert.ok(!provesInclusion(index, size, leaf, flipped, root))
      assert.ok(!provesInclusion(index, size, leaf, proof.slice(1), root))
      assert.ok(!provesInclusion(index, size, leaf, [...proof, root], root))
      assert.ok(!provesInclusion(size, size, leaf, proof, root))
      refused.inclusion += 4
      const from = 1 + (pick % (size - 1))
      const steps = await proveConsistency(tiles, from, size)
      const begun = MTH(D.slice(0, from))
      assert.ok(provesConsistency(from, size, steps, begun, root))
      assert.ok(!provesConsistency(from, size, steps, root, begun))
      assert.ok(!provesConsistency(from, size, steps.slice(0, -1), begun, root))
      assert.ok(!provesConsistency(size, from, steps, begun, root))
      refused.consistency += 3
    }),
    { numRuns: 60 },
  )
  assert.deepEqual(refused, { inclusion: 240, consistency: 180 })
})

test('leaves are hashed as one by one', () => {
  const D = commitmentsOf(5)
  assert.deepEqual(leafHashes(Buffer.concat(D)), Buffer.concat(D.map((one) => leafHash(one))))
})
