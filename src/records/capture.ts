import { sql } from 'kysely'
import type { Agency } from '../members/caller.ts'
import type { Db, Tx } from '../platform/db.ts'
import { groundOf } from './ground.ts'
import { keptKinds, kindsMark } from './kinds.ts'
import { recordOf, type Entry } from './read.ts'
import { addRecords } from './store.ts'

export interface Capturing {
  /** Records that were added now. */
  added: number
  /** Are there entries left that were not read? */
  isBehind: boolean
}

/** The most entries that are read at once. */
const share = 5_000

/**
 * Makes records of what the ledger holds and was not read yet, at most `most` entries. Run it as often as you like, by as
 * many at once as you like, and stop it where you like: what was read stands with its place in one transaction.
 *
 * The sequencer has given a place to whatever was surely committed, so the ledger is read by these places and none is
 * passed over. What waits for its place is read beside, as far as it is there, so that it is found at once.
 */
export async function capture(
  db: Db,
  agency: Pick<Agency, 'agencyId'>,
  at: string,
  { most = 5_000 }: { most?: number } = {},
): Promise<Capturing> {
  const { agencyId } = agency
  let added = 0
  for (let left = most; left > 0; left -= share) {
    if (!(await isBehind(db, agencyId))) return { added, isBehind: false }
    const step = await db.transaction().execute(async (tx) => {
      await lockRecords(tx, agencyId)
      return await readOn(tx, agencyId, at, Math.min(share, left))
    })
    added += step.added
    if (!step.isBehind) return { added, isBehind: false }
  }
  return { added, isBehind: await isBehind(db, agencyId) }
}

/** One capture of an agency at a time, and none while the records are made anew. */
async function lockRecords(tx: Tx, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`records of ${agencyId}`}, 0))`.execute(tx)
}

/** Entries without a place in the tree yet, of the kinds that are records, that are none. See `waitingIn` of the ledger. */
function waiting(agencyId: string, most: number) {
  return sql<Entry>`
    select e.entry_id, e.at, e.kind, e.made_by, e.subject, e.body from ledger_entry e
    where e.agency_id = ${agencyId}
      and e.written_in >= coalesce((select horizon from ledger_checkpoint
        where agency_id = ${agencyId} order by size desc limit 1), '0')
      and e.kind = any (${[...keptKinds]}::text[])
      and not exists (select from ledger_leaf l where l.agency_id = e.agency_id and l.entry_id = e.entry_id)
      and not exists (select from record r where r.agency_id = e.agency_id and r.record_id = e.entry_id)
    order by e.written_in, e.entry_id limit ${most}`
}

/** Entries that wait to be read, counted to a thousand; for a page that says how far the search is behind. */
export async function behind(db: Db, agencyId: string): Promise<number> {
  const { next, size } = await standing(db, agencyId)
  if (size > next) return Math.min(size - next, 1_000)
  const { rows } = await waiting(agencyId, 1_000).execute(db)
  return rows.length
}

async function isBehind(db: Db, agencyId: string): Promise<boolean> {
  const { next, size } = await standing(db, agencyId)
  if (size > next) return true
  const { rows } = await waiting(agencyId, 1).execute(db)
  return rows.length > 0
}

/** How far the ledger was read, and how far it goes. */
async function standing(db: Db | Tx, agencyId: string): Promise<{ next: number; size: number }> {
  const { rows } = await sql<{ next: number | null; size: number | null }>`select
    (select next_index from record_cursor where agency_id = ${agencyId} and kinds = ${kindsMark}) as next,
    (select index + 1 from ledger_leaf where agency_id = ${agencyId} order by index desc limit 1) as size`.execute(
    db,
  )
  return { next: rows[0]?.next ?? 0, size: rows[0]?.size ?? 0 }
}

async function readOn(tx: Tx, agencyId: string, at: string, most: number): Promise<Capturing> {
  const { next, size } = await standing(tx, agencyId)
  const end = Math.min(next + most, size)
  const { rows: placed } = await sql<Entry>`
    select e.entry_id, e.at, e.kind, e.made_by, e.subject, e.body
    from ledger_leaf l join ledger_entry e on e.agency_id = l.agency_id and e.entry_id = l.entry_id
    where l.agency_id = ${agencyId} and l.index >= ${next} and l.index < ${end}
      and e.kind = any (${[...keptKinds]}::text[])
      and not exists (select from record r where r.agency_id = e.agency_id and r.record_id = e.entry_id)
    order by l.index`.execute(tx)
  let added = await keep(tx, agencyId, placed)
  await tx
    .insertInto('recordCursor')
    .values({ agencyId, nextIndex: end, kinds: kindsMark, readAt: at })
    .onConflict((conflict) =>
      conflict.columns(['agencyId']).doUpdateSet({ nextIndex: end, kinds: kindsMark, readAt: at }),
    )
    .execute()
  if (end < size) return { added, isBehind: true }
  const { rows: fresh } = await waiting(agencyId, most).execute(tx)
  added += await keep(tx, agencyId, fresh)
  return { added, isBehind: fresh.length === most }
}

async function keep(tx: Tx, agencyId: string, entries: readonly Entry[]): Promise<number> {
  if (entries.length === 0) return 0
  const ground = await groundOf(tx, agencyId, entries)
  const rows = entries.map((entry) => recordOf(agencyId, entry, ground))
  return await addRecords(
    tx,
    rows.filter((row) => row !== undefined),
  )
}

/**
 * Makes all records anew from the ledger, as the owner of the database: what they say becomes what the table of kinds
 * makes of the entries today. Series are kept, and so is what was disposed of. Gives how many there are.
 */
export async function rebuild(
  owner: Db,
  agency: Pick<Agency, 'agencyId'>,
  at: string,
): Promise<{ before: number; records: number }> {
  const { agencyId } = agency
  return await owner.transaction().execute(async (tx) => {
    await lockRecords(tx, agencyId)
    await sql`create temporary table kept_series on commit drop as
      select record_id, series_id, series_why from record
      where agency_id = ${agencyId} and disposed_in is null and series_id is not null`.execute(tx)
    const gone = await tx
      .deleteFrom('record')
      .where('agencyId', '=', agencyId)
      .where('disposedIn', 'is', null)
      .executeTakeFirstOrThrow()
    await tx.deleteFrom('recordCursor').where('agencyId', '=', agencyId).execute()
    let records = 0
    for (let isMore = true; isMore;) {
      const step = await readOn(tx, agencyId, at, share)
      records += step.added
      isMore = step.isBehind
    }
    await sql`update record r set series_id = k.series_id, series_why = k.series_why
      from kept_series k where r.agency_id = ${agencyId} and r.record_id = k.record_id`.execute(tx)
    return { before: Number(gone.numDeletedRows), records }
  })
}
