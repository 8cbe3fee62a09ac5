import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import { toBase64 } from '../../ledger/bytes.ts'
import { checkpointOf, cosignaturesOf, tilesIn } from '../../ledger/store.ts'
import { keptTiles, proveInclusion, type Fold } from '../../ledger/tile.ts'
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
  // Few are kept: records mostly stand near each other, and each tile brings what was folded of it.
  const tiles = keptTiles(tilesIn(db, agencyId), 64)
  const fold = rememberedFold()
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
        const path = (await proveInclusion(tiles, index, size, fold)).map(toBase64)
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

/** Folds a stretch of a tile once: the ways of neighbours share nearly all of theirs. */
export function rememberedFold(): Fold {
  const known = new WeakMap<ArrayBufferLike, Map<number, Uint8Array>>()
  return (hashes) => {
    const { buffer, byteOffset, length } = hashes
    const here = known.get(buffer) ?? new Map<number, Uint8Array>()
    known.set(buffer, here)
    const key = byteOffset * 8192 + length
    if (length === 32) return hashes
    // A copy, so that the bytes it was folded in need not stay.
    const folded = here.get(key) ?? Uint8Array.from(foldFast(hashes))
    here.set(key, folded)
    return folded
  }
}
