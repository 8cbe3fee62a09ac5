import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromBase64 } from '../../ledger/bytes.ts'
import { leafHash, provesInclusion } from '../../ledger/merkle.ts'
import { fullWidth, rootOf, type Tiles } from '../../ledger/tile.ts'
import { foldFast } from '../../ledger/tree.ts'
import { waysIn } from './ledger.ts'

const size = 1_000
const leaves = Array.from({ length: size }, (_, at) =>
  leafHash(createHash('sha256').update(String(at)).digest()),
)
const whole = Array.from({ length: Math.floor(size / fullWidth) }, (_, n) =>
  foldFast(Buffer.concat(leaves.slice(n * fullWidth, (n + 1) * fullWidth))),
)
const tiles: Tiles = ({ level, n, width }) =>
  Promise.resolve(Buffer.concat((level === 0 ? leaves : whole).slice(n * fullWidth, n * fullWidth + width)))

test('a way leads to the root, whichever was asked for before it', async () => {
  const root = await rootOf(tiles, size)
  const asked = fc.array(fc.nat(size - 1), { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(asked, async (indexes) => {
      const way = waysIn(tiles)
      for (const index of [...indexes, ...indexes.map((one) => (one + 1) % size)]) {
        const path = (await way(index, size)).flatMap((hash) => fromBase64(hash) ?? [])
        assert.ok(provesInclusion(index, size, leaves[index] ?? root, path, root), `leaf ${index}`)
      }
    }),
    { numRuns: 30 },
  )
})
