import { createHash } from 'node:crypto'
import { toBase64 } from '../src/ledger/bytes.ts'
import { canonical } from '../src/ledger/canonical.ts'
import { writeCheckpoint } from '../src/ledger/checkpoint.ts'
import { signerOf, signNote, writeVerifier, type Signer } from '../src/ledger/note.ts'
import { fullWidth, rootOf, type Tiles } from '../src/ledger/tile.ts'
import { foldFast, leafHashes } from '../src/ledger/tree.ts'
import { waysIn } from '../src/records/production/ledger.ts'
import type { Produced, Production, ProductionLedger } from '../src/records/production/produced.ts'

/** A ledger in memory, for packages without a database: entries as the real one seals them, tree and checkpoint. */
export interface PackageLedger extends ProductionLedger {
  key: Signer
  /** Adds an entry; it has its place at once. */
  add: (entryId: string, said: { readonly [key: string]: string }) => void
}

interface Kept {
  entryId: string
  salt: Buffer
  body: string
  commitment: Buffer
  index: number
}

/** `seed` draws the key and the salts: the same seed gives the same ledger. */
export function packageLedger(seed = 'package'): PackageLedger {
  const drawn = (what: string): Buffer => createHash('sha256').update(`${seed}\0${what}`).digest()
  const key = signerOf('riverton.example/ledger', 'log', drawn('key'))
  const entries = new Map<string, Kept>()
  const inOrder: Kept[] = []
  const add = (entryId: string, said: { readonly [key: string]: unknown }): Kept => {
    const salt = drawn(entryId).subarray(0, 16)
    const body = canonical(JSON.parse(JSON.stringify(said)))
    const commitment = createHash('sha256').update(salt).update(body).digest()
    const kept = { entryId, salt, body, commitment, index: inOrder.length }
    entries.set(entryId, kept)
    inOrder.push(kept)
    return kept
  }
  const of = (entryId: string): Kept => {
    const kept = entries.get(entryId)
    if (kept === undefined) throw new Error(`the ledger has no ${entryId}`)
    return kept
  }
  let levels: Buffer[] = []
  const tiles: Tiles = ({ level, n, width }) =>
    Promise.resolve(
      (levels[level] ?? Buffer.alloc(0)).subarray(n * fullWidth * 32, (n * fullWidth + width) * 32),
    )
  let way = waysIn(tiles)
  return {
    key,
    add: (entryId, said) => void add(entryId, said),
    places: (ids) =>
      Promise.resolve(
        ids.map(of).map(({ index, commitment }) => ({ index, commitment: toBase64(commitment) })),
      ),
    seal: (released) => {
      const entryId = '01900000-0000-7000-8000-000000000001'
      if (!entries.has(entryId)) add(entryId, { kind: 'productions.release', released })
      return Promise.resolve(entryId)
    },
    checkpoint: async () => {
      if (levels[0]?.length !== inOrder.length * 32) levels = levelsOf(inOrder)
      // As in the house, where each package opens the ledger anew.
      way = waysIn(tiles)
      const size = inOrder.length
      const root = await rootOf(tiles, size, foldFast)
      return {
        size,
        note: signNote(writeCheckpoint({ origin: key.name, size, root }), key),
        key: writeVerifier(key),
      }
    },
    prove: async (asked, size) => {
      const proofs = []
      for (const { entryId, index, shown } of asked) {
        const { salt, body } = of(entryId)
        const path = await way(index, size)
        proofs.push({ path, ...(shown ? { shown: { salt: toBase64(salt), body } } : {}) })
      }
      return proofs
    },
  }
}

/** The hashes of each level of tiles, one after another. */
function levelsOf(entries: readonly Kept[]): Buffer[] {
  const levels = [leafHashes(Buffer.concat(entries.map(({ commitment }) => commitment)))]
  for (let below = levels[0]; below !== undefined && below.length >= fullWidth * 32; below = levels.at(-1)) {
    const folded: Buffer[] = []
    for (let at = 0; at + fullWidth * 32 <= below.length; at += fullWidth * 32)
      folded.push(foldFast(below.subarray(at, at + fullWidth * 32)))
    levels.push(Buffer.concat(folded))
  }
  return levels
}

export const production: Production = {
  productionId: '01900000-0000-7000-8000-00000000abcd',
  agency: {
    agencyId: 'riverton',
    name: 'Riverton Police Department',
    host: 'riverton.example',
    zone: 'America/New_York',
  },
  title: 'Posts and comments about the road works',
  requestRef: '2026-0012',
  instalment: 1,
  made: '2026-11-20T15:00:00Z',
  by: 'Records custodian Hale',
  bates: { prefix: 'RPD', first: 1 },
  legend: ['The order gives nobody a claim in any criminal or civil proceeding.'],
  language: 'en',
}

/** Made-up records: most whole, some cut, some withheld, every tenth with a picture. Puts their entries in the ledger. */
export function* recordsFor(ledger: PackageLedger, count: number, wordsOf = plainWords): Generator<Produced> {
  for (let at = 0; at < count; at++) {
    const recordId = `01900000-0000-7000-9000-${String(at).padStart(12, '0')}`
    const words = wordsOf(at)
    ledger.add(recordId, { kind: 'comments.capture', subject: `thing-${at}`, text: words })
    const standing = at % 20 === 7 ? 'withheld' : at % 10 === 3 ? 'cut' : 'whole'
    yield {
      recordId,
      at: '2026-03-01T12:00:00Z',
      kind: at % 4 === 0 ? 'post' : 'comment',
      event: 'written',
      thing: `thing-${at}`,
      thread: `thread-${at % 7}`,
      account: { network: 'bluesky', handle: 'riverton.example', address: 'https://bsky.example/riverton' },
      author: `neighbour${at % 9}.example`,
      words:
        standing === 'withheld'
          ? ''
          : standing === 'cut'
            ? `${words.slice(0, 10)} [redacted: address]`
            : words,
      redactions:
        standing === 'cut'
          ? [{ label: '[redacted: address]', exemption: 'C.G.S. 1-217', reason: 'a home address' }]
          : [],
      media:
        at % 10 === 0
          ? [
              {
                name: `road-${at}.png`,
                mediaType: 'image/png',
                alt: 'A closed road',
                bytes: () => Promise.resolve(pixels(at)),
              },
            ]
          : [],
      versions: 1,
      context: at % 6 === 5,
      withheld:
        standing === 'withheld' ? [{ exemption: 'C.G.S. 1-210(b)(3)', reason: 'an open inquiry' }] : null,
      whole: standing === 'whole',
    }
  }
}

const plainWords = (at: number): string =>
  `Comment ${at}: when will Elm Street open again? "Soon", they said; =1+1 is the answer. ¿Cuándo? ${'It was closed. '.repeat(at % 5)}`

function pixels(at: number): Uint8Array {
  const bytes = createHash('sha512').update(String(at)).digest()
  return Buffer.concat(Array.from({ length: 100 + (at % 50) }, () => bytes))
}
