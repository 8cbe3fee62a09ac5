import { sql } from 'kysely'
import { z } from 'zod'
import type { Record as Recording } from '../../ledger/command.ts'
import { chiefOn } from '../../members/chain.ts'
import type { Agency, MemberCaller } from '../../members/caller.ts'
import { chartOf } from '../../members/store.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { DispositionStanding, Offices } from './disposition.ts'
import { dispositionSettingsSchema, type DispositionSettings } from './schema.ts'
import { periodOf } from './series.ts'

/** What the agency's rules ask of a disposition; version 0 are those it never set. */
export async function dispositionSettings(
  db: Db,
  agencyId: string,
): Promise<{ version: number; settings: DispositionSettings }> {
  const row = await db
    .selectFrom('dispositionSettings')
    .select(['version', 'settings'])
    .where('agencyId', '=', agencyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, settings: dispositionSettingsSchema.parse(row.settings) }
    : { version: 0, settings: dispositionSettingsSchema.parse({}) }
}

/** Sets them; refuses (conflict) what was changed meanwhile. */
export async function changeDispositionSettings(
  tx: Tx,
  record: Recording,
  agencyId: string,
  { version, settings, by, at }: { version: number; settings: DispositionSettings; by: string; at: string },
): Promise<number> {
  const given = settings.notice && periodOf(settings.notice.period)
  if (given && (!given.ok || given.period === 'permanent'))
    throw new Refusal('malformed', given.ok ? 'a notice that never ends is none' : given.because)
  const notice = settings.notice && given?.ok ? { ...settings.notice, period: given.period } : null
  const kept = { ...settings, notice }
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('dispositionSettings')
    .values({ agencyId, version: version + 1, settings: JSON.stringify(kept), by, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const newest = await dispositionSettings(tx, agencyId)
  if (added !== 1n || newest.version !== version + 1)
    throw new Refusal('conflict', 'the settings were changed meanwhile; look at them again')
  await record({ subject: agencyId, body: { settings: kept } })
  return version + 1
}

/** What a member may sign on a day. */
export async function officesOf(
  { db, agency, member }: MemberCaller,
  settings: DispositionSettings,
  at: string,
): Promise<Offices> {
  const chart = await chartOf(db, agency.agencyId)
  const chief = chiefOn(chart, dayIn(agency.zone, at))
  return {
    custodian: member.roles.has('records-custodian'),
    second: chief?.memberId === member.memberId || settings.seconds.includes(member.memberId),
  }
}

/** A list as it is kept. */
export type StoredDisposition = Awaited<ReturnType<typeof findDisposition>>

/** One list with what its rules ask; refuses (notFound) an id that the agency does not know. `lock`: for whoever moves it. */
export async function findDisposition(db: Db, agencyId: string, dispositionId: string, lock = false) {
  const row = await db
    .selectFrom('disposition')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .$if(lock, (select) => select.forUpdate())
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 'there is no such list')
  const signatures = await db
    .selectFrom('dispositionSignature')
    .select(['signedAs', 'by', 'at'])
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .orderBy('signedAs')
    .execute()
  const notice = await db
    .selectFrom('dispositionNotice')
    .select(['givenTo', 'authority', 'how', 'givenOn', 'until', 'period'])
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .executeTakeFirst()
  const approval = await db
    .selectFrom('dispositionApproval')
    .select(['approver', 'number', 'approvedOn'])
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .executeTakeFirst()
  const { rows } =
    await sql<Sum>`${sumOf(agencyId)} and l.disposition_id = ${dispositionId} group by l.disposition_id`.execute(
      db,
    )
  const sum = rows[0] ?? { things: 0, records: 0, fallenOut: 0, first: '', last: '' }
  return { ...row, signatures, notice: notice ?? null, approval: approval ?? null, ...sum }
}

/** What stands on a list, in figures. */
export interface Sum {
  dispositionId: string
  things: number
  records: number
  fallenOut: number
  first: string
  last: string
}

/** The figures of lists: a condition on `l` and a grouping follow. */
export const sumOf = (agencyId: string) => sql`
  select l.disposition_id, (count(*) filter (where f.thing is null))::int as things,
    coalesce(sum(cardinality(l.records)) filter (where f.thing is null), 0)::int as records,
    count(f.thing)::int as fallen_out,
    coalesce(min(l.first_on) filter (where f.thing is null), min(l.first_on)) as first,
    coalesce(max(l.last_on) filter (where f.thing is null), max(l.last_on)) as last
  from disposition_line l left join disposition_fallen f using (agency_id, disposition_id, thing)
  where l.agency_id = ${agencyId}`

/** A list as its rules ask for it. */
export function standingOf({
  state,
  signatures,
  notice,
  approval,
  things,
}: StoredDisposition): DispositionStanding {
  const signed = (as: 'custodian' | 'second'): string | null =>
    signatures.find(({ signedAs }) => signedAs === as)?.by ?? null
  return {
    state,
    signedBy: signed('custodian'),
    countersignedBy: signed('second'),
    noticeUntil: notice?.until ?? null,
    isApproved: approval !== null,
    things,
  }
}

/**
 * Lets fall out of a list what may not be disposed of any more on this day, and gives it with the reasons. What hangs on
 * something that fell falls too.
 */
export async function letFall(
  tx: Tx,
  agency: Agency,
  dispositionId: string,
  at: string,
): Promise<{ thing: string; because: string }[]> {
  const { agencyId, zone } = agency
  const today = dayIn(zone, at)
  const all: { thing: string; because: string }[] = []
  for (;;) {
    const { rows } = await sql<{ thing: string; because: string }>`
      with left_ as (
        select coalesce(array_agg(l.thing), '{}') as things from disposition_line l
        where l.agency_id = ${agencyId} and l.disposition_id = ${dispositionId} and not exists (
          select from disposition_fallen f where f.agency_id = l.agency_id
            and f.disposition_id = l.disposition_id and f.thing = l.thing)
      )
      insert into disposition_fallen (agency_id, disposition_id, thing, because, at)
      select ${agencyId}, ${dispositionId}::uuid, f.thing, f.because, ${at}::timestamptz
      from left_, things_fall(${dispositionId}::uuid, left_.things, ${today}::date) f
      returning thing, because`.execute(tx)
    all.push(...rows)
    if (rows.length === 0) return all
  }
}

const disposedError = z.object({ code: z.literal('DC001'), message: z.string() })

/** Destroys what stands on a list; the database looks at everything once more, and refuses (conflict) with its reason. */
export async function dispose(
  tx: Tx,
  { dispositionId, at, entryId }: { dispositionId: string; at: string; entryId: string },
): Promise<number> {
  try {
    const { rows } = await sql<{ gone: number }>`
      select dispose(${dispositionId}::uuid, ${at}::timestamptz, ${entryId}::uuid) as gone`.execute(tx)
    return rows[0]?.gone ?? 0
  } catch (error) {
    const refused = disposedError.safeParse(error)
    if (refused.success) throw new Refusal('conflict', `nothing was disposed of: ${refused.data.message}`)
    throw error
  }
}
