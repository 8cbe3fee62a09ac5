import { sql } from 'kysely'
import type { z } from 'zod'
import type { MemberCaller } from '../../members/caller.ts'
import { membersOf } from '../../members/store.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { askerOf } from '../asker.ts'
import type { RecordBrief } from '../schema.ts'
import { mostCounted, seenBy } from '../store.ts'
import { briefsById } from '../view.ts'
import { holdMovesFor } from './holds.ts'
import { holdsOn, standingOf } from './hold-store.ts'
import type {
  heldRecordsSchema,
  holdSchema,
  holdsQuerySchema,
  holdsSchema,
  keptBriefSchema,
} from './schema.ts'
import { capped } from './series-store.ts'

type HoldsQuery = z.infer<typeof holdsQuerySchema>

/** Holds, the newest first. */
export async function holdsIn(
  db: Db,
  agencyId: string,
  { state, matter, after, limit }: HoldsQuery,
): Promise<z.infer<typeof holdsSchema>> {
  const rows = await db
    .selectFrom('hold')
    .innerJoin('holdStanding', (join) =>
      join
        .onRef('holdStanding.agencyId', '=', 'hold.agencyId')
        .onRef('holdStanding.holdId', '=', 'hold.holdId'),
    )
    .select(['hold.holdId', 'matter', 'ref', 'title', 'isAutomatic', 'at as placedAt', 'state'])
    .where('hold.agencyId', '=', agencyId)
    .$if(state === 'open', (select) => select.where('state', '<>', 'released'))
    .$if(state !== undefined && state !== 'open', (select) =>
      select.where('state', '=', state === undefined || state === 'open' ? 'in-force' : state),
    )
    .$if(matter !== undefined, (select) => select.where('matter', '=', matter ?? 'audit'))
    .$if(after !== undefined, (select) => select.where('hold.holdId', '<', after ?? ''))
    .orderBy('hold.holdId', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.holdId ?? null) : null }
}

/** One hold: what it keeps, every step, and what the caller may do. */
export async function holdView(
  caller: MemberCaller,
  holdId: string,
  at: string,
): Promise<z.infer<typeof holdSchema>> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const standing = await standingOf(db, agencyId, holdId)
  const hold = await db
    .selectFrom('hold')
    .select(['holdId', 'matter', 'ref', 'title', 'isAutomatic', 'search', 'by', 'at'])
    .where('agencyId', '=', agencyId)
    .where('holdId', '=', holdId)
    .executeTakeFirst()
  if (!hold) throw new Refusal('notFound', 'there is no such hold')
  const steps = await db
    .selectFrom('holdStep')
    .select(['move', 'by', 'reason', 'at'])
    .where('agencyId', '=', agencyId)
    .where('holdId', '=', holdId)
    .orderBy('n')
    .execute()
  const { rows } = await sql<{ records: number; things: number; threads: number; all: number }>`
    select count(*) filter (where exists (select from record where record.agency_id = l.agency_id
        and record.record_id = case what when 'record' then l.id::uuid end and ${seenBy(caller)}))::int as records,
      count(*) filter (where what = 'thing')::int as things,
      count(*) filter (where what = 'thread')::int as threads,
      (select count(*)::int from (${heldBy(caller, holdId)} limit ${mostCounted + 1}) counted) as all
    from hold_line l where agency_id = ${agencyId} and hold_id = ${holdId}`.execute(db)
  const { records = 0, things = 0, threads = 0, all = 0 } = rows[0] ?? {}
  const run = await db
    .selectFrom('holdSearchRun')
    .select('because')
    .where('agencyId', '=', agencyId)
    .where('holdId', '=', holdId)
    .executeTakeFirst()
  const who = await whoIn(db, agencyId, [hold.by, ...steps.map(({ by }) => by)])
  const { by, at: placedAt, search, ...rest } = hold
  const { state, version, releasableFrom } = standing
  return {
    ...rest,
    placedAt,
    state,
    version,
    by: who(by),
    records: capped(all),
    on: { records, things, threads, search },
    notSearched: state === 'released' ? null : (run?.because ?? null),
    releasableFrom,
    steps: steps.map((step) => ({ ...step, by: who(step.by) })),
    ...holdMovesFor(standing, member.memberId, at),
  }
}

// A hold keeps what its search finds, whoever placed it: what they may not see is not counted for them, or a hold would
// tell what stands in it.
const heldBy = (caller: MemberCaller, holdId: string) => sql`
  select record_id, at, kind, event, thing, series_id from record
  where agency_id = ${caller.agency.agencyId} and ${seenBy(caller)} and exists (
    select from hold_line l where l.agency_id = record.agency_id and l.hold_id = ${holdId} and (l.what, l.id) in (
      values ('record', record.record_id::text), ('thing', record.thing), ('thread', record.thread)))`

/** The records that a hold keeps and the caller may see, by their ids. */
export async function recordsHeld(
  caller: MemberCaller,
  holdId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<z.infer<typeof heldRecordsSchema>> {
  const { db, agency } = caller
  await standingOf(db, agency.agencyId, holdId)
  const { rows } = await sql<z.infer<typeof keptBriefSchema>>`
    select * from (${heldBy(caller, holdId)}) held
    where ${after === undefined ? sql`true` : sql`record_id < ${after}::uuid`}
    order by record_id desc limit ${limit + 1}`.execute(db)
  const items = await withRecords(caller, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.recordId ?? null) : null }
}

/** Rows of a list, each with what the caller may see of its record. */
export async function withRecords<Row extends { recordId: string }>(
  caller: MemberCaller,
  rows: readonly Row[],
): Promise<(Row & { record: RecordBrief | null })[]> {
  const ids = rows.map(({ recordId }) => recordId)
  const records = await briefsById(caller.db, askerOf(caller), { holdsOn }, ids)
  return rows.map((row) => ({ ...row, record: records.get(row.recordId) ?? null }))
}

/** Members by their ids; what is no member's id stands for itself. */
export async function whoIn(
  db: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<(memberId: string) => { memberId: string; name: string }> {
  const people = await membersOf(db, agencyId, [...new Set(ids)])
  return (memberId) => ({
    memberId,
    name:
      people.find((one) => one.memberId === memberId)?.name ?? (memberId === 'system' ? 'Decorum' : memberId),
  })
}
