import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeHash, nodeSha256, openPackage } from '../../src/records/production/open-package.ts'
import { produce } from '../../src/records/production/produce.ts'
import { findingsOf, readBag } from '../../src/records/production/verify/bag.ts'
import type { PackageFile } from '../../src/records/production/verify/files.ts'
import type { Verifier } from '../../src/ledger/note.ts'
import { sentenceOf } from '../../src/records/production/verify/wording.ts'
import { verifyPackage, type Verdict } from '../../src/records/production/verify/verify.ts'
import { packageLedger, production, recordsFor } from '../package-ledger.ts'
import { oneOf, picker, type Drilled } from './drill.ts'
import { listAnew, spoils, type Files } from './package-spoil.ts'

/**
 * Somebody changes a production, from a bit of a picture to every list in it, and the verifier names the file each time,
 * and the byte where one was flipped. The control is a verifier that knows the lists of the bag and not the seal.
 */
export async function run(rounds: number, seed: number): Promise<Drilled> {
  const { files, key } = await madePackage(60)
  const faults: string[] = []
  const before = await verdictOf(files, key)
  if (!before.whole) faults.push('the package is not whole before anything was done')
  const tried = new Map<string, number>()
  let [exact, flips, blind, blindMissed] = [0, 0, 0, 0]
  for (let round = 0; round < rounds; round++) {
    const pick = picker(seed + round)
    const { name, files: spoiled, names, isListed } = oneOf(pick, spoils)(new Map(files), pick)
    tried.set(name, (tried.get(name) ?? 0) + 1)
    const { findings } = await verdictOf(spoiled, key)
    const found = findings.find(names)
    const told = findings.map((one) => `${one.kind}: ${sentenceOf(one, 'en')}`).join(' ')
    if (found === undefined) faults.push(`seed ${seed + round}: ${name}; found: ${told || 'nothing'}`)
    if (name === 'a bit flipped') {
      flips++
      if (found?.is !== undefined && found.was !== undefined) exact++
    }
    if (isListed === true) {
      blind++
      const bag = await readBag(inMemory(spoiled), nodeHash)
      if (findingsOf(bag).length === 0) blindMissed++
    }
  }
  const stolen = await resealed(files)
  const believed = await verdictOf(stolen, undefined)
  const known = await verdictOf(stolen, key)
  if (known.whole) faults.push('a package sealed anew with another key passed under the known key')
  return {
    claim: 'whatever is changed in a production is found, and its file named; of a flipped bit the byte',
    figure: `${rounds} mutations of ${tried.size} kinds, ${faults.length} missed or not named; of ${flips} flipped bits ${exact} named to the byte, the others to 4,096 bytes or a line`,
    control: `a verifier that knows the bag's lists but not the seal misses ${blindMissed} of ${blind} that wrote the lists anew; one that believes the key in the package is ${believed.whole ? 'deceived' : 'not deceived'} by a ledger made up whole`,
    faults,
    hasTeeth: (blind === 0 || blindMissed > 0) && believed.whole,
  }
}

/** A package of made-up records, in memory. */
export async function madePackage(
  count: number,
  ledger = packageLedger(),
): Promise<{ files: Files; key: Verifier }> {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-package-'))
  const out = join(folder, 'package')
  const records = [...recordsFor(ledger, count)]
  await produce(out, production, inTurn(records), { ledger, page: '<!doctype html><title>Verify</title>' })
  const { files } = await openPackage(out)
  const read: Files = new Map(files.map(({ path }) => [path, readFileSync(join(out, path))]))
  await rm(folder, { recursive: true })
  return { files: read, key: ledger.key }
}

// oxlint-disable-next-line typescript/require-await
export async function* inTurn<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

export function inMemory(files: Files): PackageFile[] {
  return [...files].map(([path, bytes]) => ({
    path,
    size: bytes.length,
    // In two parts, so that nobody relies on one.
    // oxlint-disable-next-line typescript/require-await
    async *read() {
      const middle = bytes.length >> 1
      if (middle > 0) yield bytes.subarray(0, middle)
      if (bytes.length > middle) yield bytes.subarray(middle)
    },
  }))
}

export async function verdictOf(files: Files, key: Verifier | undefined): Promise<Verdict> {
  return await verifyPackage(inMemory(files), { hash: nodeHash, sha256: nodeSha256, key })
}

/** The same package with other words, from a ledger that the forger made up, under a key of their own. */
async function resealed(files: Files): Promise<Files> {
  const { files: forged } = await madePackage(60, packageLedger('forger'))
  const all: Files = new Map([...files, ...forged])
  listAnew(all)
  return all
}
