import { sql } from 'kysely'
import type { Agency } from '../../members/caller.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { dayIn } from '../../platform/day.ts'
import { overOn, type Series } from './series.ts'
import { seriesOf } from './series-store.ts'

/** A thing whose records are all over: days in the agency's zone. */
export interface DueThing {
  thing: string
  kind: string
  records: string[]
  series: string[]
  firstOn: string
  lastOn: string
  /** The first day on which it may be disposed of. */
  over: string
  isHeld: boolean
}

/** How a thing stands, due or not. */
export type KeptThing = Omit<DueThing, 'over'> & {
  lead: string | null
  over: string | null
  /** The day its period began. */
  began: string | null
  /** Why the day is not known. */
  because: string | null
}

/** How things stand with all their records; what has none that is left is not among them. */
export async function thingsKept(db: Db, agency: Agency, things: readonly string[]): Promise<KeptThing[]> {
  if (things.length === 0) return []
  const { zone } = agency
  const { rows } = await sql<KeptThing>`
    select k.thing, k.kind, k.lead, k.records, k.series, k.over, k.because,
      (k.first_at at time zone ${zone})::date as first_on, (k.last_at at time zone ${zone})::date as last_on,
      (k.began at time zone ${zone})::date as began,
      exists (select from record r where r.agency_id = ${agency.agencyId} and r.record_id = any (k.records)
        and record_is_held(r.agency_id, r.record_id, r.thing, r.thread)) as is_held
    from things_kept(${[...things]}::text[]) k`.execute(db)
  return rows
}

const share = 2_000

/**
 * The things of a series that are due on a day and stand on no list, those that were first before, a share at a time. A
 * thing belongs to the series of its first record; it is due when all of its records are.
 */
export async function* dueThings(
  db: Db,
  agency: Agency,
  { seriesId, period }: Pick<Series, 'seriesId' | 'period'>,
  today: string,
): AsyncGenerator<DueThing[]> {
  if (overOn(period, today) === null) return
  const seen = new Set<string>()
  let [at, recordId] = ['-infinity', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    // None that is younger can be over, give or take the ends of months; whether one is, all records of its thing say.
    const { rows } = await sql<{ at: string; recordId: string; thing: string }>`
      select r.at, r.record_id, r.thing from record r
      where r.agency_id = ${agency.agencyId} and r.series_id = ${seriesId} and r.disposed_in is null
        and r.at < ((${today}::date + 4)::timestamp - ${period}::interval) at time zone ${agency.zone}
        and (r.at, r.record_id) > (${at}::timestamptz, ${recordId}::uuid)
      order by r.at, r.record_id limit ${share}`.execute(db)
    const things = [...new Set(rows.map(({ thing }) => thing))].filter((thing) => !seen.has(thing))
    for (const thing of things) seen.add(thing)
    const free = await notListed(db, agency.agencyId, things)
    const due = (await thingsKept(db, agency, free)).flatMap(({ over, lead, because: _because, ...thing }) =>
      lead === seriesId && over !== null && over <= today ? [{ ...thing, over }] : [],
    )
    if (due.length > 0) yield due.toSorted((a, b) => (a.over < b.over ? -1 : 1))
    const last = rows.at(-1)
    if (!last || rows.length < share) return
    at = last.at
    recordId = last.recordId
  }
}

/** Those things that stand on no list that is under way. */
async function notListed(db: Db, agencyId: string, things: readonly string[]): Promise<string[]> {
  if (things.length === 0) return []
  const { rows } = await sql<{ thing: string }>`
    select l.thing from disposition_line l join disposition d using (agency_id, disposition_id)
    where l.agency_id = ${agencyId} and l.thing = any (${[...things]}::text[])
      and d.state not in ('carried-out', 'withdrawn')
      and not exists (select from disposition_fallen f where f.agency_id = l.agency_id
        and f.disposition_id = l.disposition_id and f.thing = l.thing)`.execute(db)
  const listed = new Set(rows.map(({ thing }) => thing))
  return things.filter((thing) => !listed.has(thing))
}

/** What is due in one series: how many things, how many of them are held, and since when. */
export interface DueSum {
  things: { n: number; isExact: boolean }
  held: { n: number; isExact: boolean }
  /** The first day on which one of them could have been disposed of. */
  since: string
  first: string
  last: string
}

const mostSummed = 1_000

export async function dueSum(
  db: Db,
  agency: Agency,
  series: Pick<Series, 'seriesId' | 'period'>,
  today: string,
): Promise<DueSum | undefined> {
  const found: DueThing[] = []
  let isExact = true
  for await (const some of dueThings(db, agency, series, today)) {
    found.push(...some)
    isExact = found.length < mostSummed
    if (!isExact) break
  }
  const [one] = found
  if (!one) return undefined
  return {
    things: { n: found.length, isExact },
    held: { n: found.filter(({ isHeld }) => isHeld).length, isExact },
    since: found.map(({ over }) => over).toSorted()[0] ?? '',
    first: found.map(({ firstOn }) => firstOn).toSorted()[0] ?? '',
    last:
      found
        .map(({ lastOn }) => lastOn)
        .toSorted()
        .at(-1) ?? '',
  }
}

/** So many stand on a list now, and wait for nobody. Where there were more than were counted, the next count tells. */
export async function countOff(tx: Tx, agencyId: string, seriesId: string, things: number): Promise<void> {
  await tx
    .updateTable('seriesDue')
    .set({ things: sql<number>`greatest(things - ${things}, 0)` })
    .where('agencyId', '=', agencyId)
    .where('seriesId', '=', seriesId)
    .where('isExact', '=', true)
    .execute()
}

/** Counts what is due in each series, for those it waits for; an hour's count is good enough, a new day's is not. */
export async function sumDue(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId, zone } = agency
  const today = dayIn(zone, at)
  const counted = await db
    .selectFrom('seriesDue')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  const last = counted?.at ?? null
  if (last !== null && dayIn(zone, last) === today && Date.parse(at) - Date.parse(last) < 3_600_000) return
  const sums: { seriesId: string; n: number; isExact: boolean; since: string }[] = []
  for (const series of await seriesOf(db, agencyId)) {
    const sum = await dueSum(db, agency, series, today)
    if (sum) sums.push({ seriesId: series.seriesId, ...sum.things, since: sum.since })
  }
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('seriesDue').where('agencyId', '=', agencyId).execute()
    if (sums.length > 0)
      await tx
        .insertInto('seriesDue')
        .values(sums.map(({ n, ...sum }) => ({ agencyId, ...sum, things: n, at })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  })
}
