import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { joined, toBase64 } from '../../ledger/bytes.ts'
import { checkpointOf, cosignaturesOf, tilesIn } from '../../ledger/store.ts'
import { inclusionRuns, type Run } from '../../ledger/merkle.ts'
import { keptTiles, runHash, type Fold, type Tiles } from '../../ledger/tile.ts'
import { foldFast } from '../../ledger/tree.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Place, ProductionLedger } from './produced.ts'

/** The ledger of an agency as a production needs it. `seal` enters the release, once under its own key. */
export function openProductionLedger(
  db: Db,
  agencyId: string,
  seal: ProductionLedger['seal'],
  { patience = 60_000 }: { patience?: number } = {},
): ProductionLedger {
  const way = waysIn(tilesIn(db, agencyId))
  return {
    seal,
    places: (ids) => placesOf(db, agencyId, ids, patience),
    checkpoint: async (entryId) => {
      await placesOf(db, agencyId, [entryId], patience)
      const last = await checkpointOf(db, agencyId)
      if (last === undefined) throw new Error('the ledger gave a place without a checkpoint')
      const lines = await cosignaturesOf(db, agencyId, last.size)
      return {
        size: last.size,
        note: last.note + lines.map(({ line }) => `${line}\n`).join(''),
        key: last.key,
      }
    },
    prove: async (entries, size) => {
      const bodies = await bodiesOf(
        db,
        agencyId,
        entries.filter(({ shown }) => shown).map(({ entryId }) => entryId),
      )
      const proofs = []
      for (const { entryId, index } of entries) {
        const path = await way(index, size)
        const shown = bodies.get(entryId)
        proofs.push({ path, ...(shown === undefined ? {} : { shown }) })
      }
      return proofs
    },
  }
}

/** Where entries stand. New ones have their place within seconds, from whichever process makes checkpoints. */
async function placesOf(
  db: Db,
  agencyId: string,
  ids: readonly string[],
  patience: number,
): Promise<Place[]> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, Place>()
  for (let waited = 0; found.size < wanted.length; waited += 250) {
    if (waited > 0) await pause(250)
    const rows = await db
      .selectFrom('ledgerLeaf')
      .select(['entryId', 'index', 'commitment'])
      .where('agencyId', '=', agencyId)
      .where('entryId', '=', sql<string>`any(${wanted}::uuid[])`)
      .execute()
    for (const { entryId, index, commitment } of rows)
      found.set(entryId, { index, commitment: toBase64(commitment) })
    if (found.size < wanted.length && waited > patience)
      throw new Refusal('unavailable', 'the ledger makes no checkpoints; is its key where it belongs?')
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function bodiesOf(
  db: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, { salt: string; body: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('ledgerEntry')
    .select(['entryId', 'salt', 'body'])
    .where('agencyId', '=', agencyId)
    .where('entryId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ entryId, salt, body }) => [entryId, { salt: toBase64(salt), body }]))
}

/** Gives ways from leaves to the root, in base64. Those of neighbours meet soon: what the last one had is not hashed again. */
export function waysIn(tiles: Tiles): (index: number, size: number) => Promise<string[]> {
  // Few are kept: records mostly stand near each other, and each tile brings what was folded of it.
  const kept = keptTiles(tiles, 64)
  const fold = rememberedFold()
  let last: (Run & { hash: string })[] = []
  return async (index, size) => {
    const way: typeof last = []
    // From the top, where ways are the same.
    for (const run of inclusionRuns(index, size).toReversed()) {
      const known = last[way.length]
      const isKnown = known?.start === run.start && known.end === run.end
      way.push(isKnown ? known : { ...run, hash: toBase64(await runHash(run, size, kept, fold)) })
    }
    last = way
    return way.map(({ hash }) => hash).toReversed()
  }
}

/** Folds a stretch of a tile once, and each half of it. */
function rememberedFold(): Fold {
  const known = new WeakMap<ArrayBufferLike, Map<number, Uint8Array>>()
  const fold: Fold = (hashes) => {
    const { buffer, byteOffset, length } = hashes
    if (length === 32) return hashes
    const here = known.get(buffer) ?? new Map<number, Uint8Array>()
    known.set(buffer, here)
    const key = byteOffset * 8192 + length
    const middle = length / 2
    // A copy, so that the bytes it was folded in need not stay.
    const folded =
      here.get(key) ??
      new Uint8Array(foldFast(joined(fold(hashes.subarray(0, middle)), fold(hashes.subarray(middle)))))
    here.set(key, folded)
    return folded
  }
  return fold
}
