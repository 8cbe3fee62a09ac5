import { sql } from 'kysely'
import type { Record as Recording } from '../../ledger/command.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { recordKinds, sources } from '../record.ts'
import { mostCounted, recordsOf, setSeries } from '../store.ts'
import { idBefore } from './hold-searches.ts'
import type { SeriesCheck, SeriesRule } from './schema.ts'
import { checkOf, readSeriesCsv, rulesAfter } from './series-csv.ts'
import { noRule, seriesFor, whyBy, type Series } from './series.ts'

/** The series of an agency, by their ids. */
export async function seriesOf(db: Db, agencyId: string): Promise<(Series & { version: number })[]> {
  return await db
    .selectFrom('series')
    .select(['seriesId', 'title', 'period', 'starts', 'authority', 'version'])
    .where('agencyId', '=', agencyId)
    .orderBy('seriesId')
    .execute()
}

/** The rules by which records are put into series; version 0 where there are none yet. */
export async function rulesOf(
  db: Db,
  agencyId: string,
): Promise<{ version: number; rules: SeriesRule[]; sortedTo: string | null }> {
  const row = await db
    .selectFrom('seriesRules')
    .select(['version', 'rules', 'sortedTo'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  return row ?? { version: 0, rules: [], sortedTo: null }
}

/** What a file of series would do. */
export async function checkSeries(db: Db, agencyId: string, csv: string): Promise<SeriesCheck> {
  return checkOf(readSeriesCsv(csv), await seriesOf(db, agencyId))
}

/**
 * Takes over a file of series: new ones are added, known ones changed, those that it does not name stay. One fault
 * keeps out the whole file.
 */
export async function loadSeries(
  tx: Tx,
  record: Recording,
  agencyId: string,
  csv: string,
): Promise<SeriesCheck> {
  const plan = readSeriesCsv(csv)
  await sql`select pg_advisory_xact_lock(hashtextextended('decorum.series.' || ${agencyId}, 0))`.execute(tx)
  const present = await seriesOf(tx, agencyId)
  const check = checkOf(plan, present)
  const [first] = plan.problems
  if (first)
    throw new Refusal(
      'conflict',
      `nothing was loaded: line ${first.line}${first.column === null ? '' : `, ${first.column}`}: ${first.sentence}`,
    )
  const known = new Map(present.map((series) => [series.seriesId, series]))
  const news = new Set(check.changes.map(({ seriesId }) => seriesId))
  for (const { series } of plan.lines) {
    const version = (known.get(series.seriesId)?.version ?? 0) + 1
    if (version > 1 && !news.has(series.seriesId)) continue
    await tx
      .insertInto('series')
      .values({ agencyId, version, ...series })
      .onConflict((conflict) =>
        conflict.columns(['agencyId', 'seriesId']).doUpdateSet({ version, ...series }),
      )
      .execute()
  }
  const { version, rules } = await rulesOf(tx, agencyId)
  const next = rulesAfter(rules, plan.lines)
  if (next.isChanged) await putRules(tx, agencyId, version, next.rules)
  const body = {
    series: plan.lines.map(({ series }) => ({ ...series })),
    changes: check.changes.map((one) => ({ ...one })),
    ...(next.isChanged ? { rules: next.rules.map((one) => ({ ...one })) } : {}),
  }
  await record({ subject: agencyId, body })
  return check
}

/** Changes the rules; every record is held against them again, a share at a time. */
export async function changeRules(
  tx: Tx,
  record: Recording,
  agencyId: string,
  version: number,
  rules: SeriesRule[],
): Promise<number> {
  const known = new Set((await seriesOf(tx, agencyId)).map(({ seriesId }) => seriesId))
  const kinds: readonly string[] = recordKinds
  const from: readonly string[] = sources
  for (const rule of rules) {
    if (!known.has(rule.seriesId))
      throw new Refusal('malformed', `there is no series ${rule.seriesId}; load it first`)
    const strange = rule.kinds.find((kind) => !kinds.includes(kind))
    if (strange !== undefined)
      throw new Refusal('malformed', `"${strange}" is no kind of record; there are ${kinds.join(', ')}`)
    const source = rule.sources.find((one) => !from.includes(one))
    if (source !== undefined)
      throw new Refusal('malformed', `"${source}" is no source of records; there are ${from.join(', ')}`)
  }
  await putRules(tx, agencyId, version, rules)
  await record({ subject: agencyId, body: { rules: rules.map((one) => ({ ...one })) } })
  return version + 1
}

const beginning = '00000000-0000-0000-0000-000000000000'

async function putRules(tx: Tx, agencyId: string, version: number, rules: SeriesRule[]): Promise<void> {
  const row = { version: version + 1, rules: JSON.stringify(rules), sortedTo: beginning }
  const done =
    version === 0
      ? (
          await tx
            .insertInto('seriesRules')
            .values({ agencyId, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable('seriesRules')
            .set(row)
            .where('agencyId', '=', agencyId)
            .where('version', '=', version)
            .executeTakeFirstOrThrow()
        ).numUpdatedRows
  if (done !== 1n) throw new Refusal('conflict', 'the rules were changed meanwhile; look at them again')
}

/** Puts records into a series by hand, or with null under the rules again. */
export async function assignByHand(
  tx: Tx,
  record: Recording,
  agencyId: string,
  said: { recordIds: string[]; seriesId: string | null; reason: string; by: string; at: string },
): Promise<void> {
  const { recordIds, seriesId, reason, by, at } = said
  const found = await recordsOf(tx, agencyId, recordIds)
  if (found.length < new Set(recordIds).size) throw new Refusal('notFound', 'one of these is no record')
  if (found.some(({ disposedIn }) => disposedIn !== null))
    throw new Refusal('conflict', 'one of these was disposed of')
  const known = (await seriesOf(tx, agencyId)).some((one) => one.seriesId === seriesId)
  if (seriesId !== null && !known) throw new Refusal('notFound', `there is no series ${seriesId}`)
  await tx
    .deleteFrom('seriesByHand')
    .where('agencyId', '=', agencyId)
    .where('recordId', '=', sql<string>`any(${recordIds}::uuid[])`)
    .execute()
  if (seriesId !== null) {
    await tx
      .insertInto('seriesByHand')
      .values([...new Set(recordIds)].map((recordId) => ({ agencyId, recordId, seriesId, reason, by, at })))
      .execute()
    await setSeries(tx, agencyId, { recordIds, seriesId, why: `by hand: ${reason}` })
  } else {
    const { rules } = await rulesOf(tx, agencyId)
    for (const one of found) {
      const fits = seriesFor(rules, one)
      const told = { seriesId: fits?.seriesId ?? null, why: fits?.why ?? noRule }
      await setSeries(tx, agencyId, { recordIds: [one.recordId], ...told })
    }
  }
  await lookAgain(tx, agencyId, recordIds.toSorted()[0] ?? '')
  await record({ subject: agencyId, body: { recordIds, seriesId, reason } })
}

/** Holds that look for a series do so again among what came into one now; this record is the oldest of it. */
async function lookAgain(tx: Tx, agencyId: string, recordId: string): Promise<void> {
  await sql`update hold_search_run w set captured = least(w.captured, 0) - 1,
      since = case when w.since is not null then least(w.since, ${idBefore(recordId, 1)}::uuid) end
    from hold h where w.agency_id = ${agencyId} and h.agency_id = w.agency_id and h.hold_id = w.hold_id
      and h.search ? 'series'`.execute(tx)
}

const share = 1_000

/**
 * Puts records that were captured, or whose rules were changed, into their series: the first rule that fits counts, and
 * what was put somewhere by hand stays there. Derived from the rules alone, so the ledger says nothing of it. Gives how
 * many were looked at; at most `most`.
 */
export async function sortRecords(db: Db, agencyId: string, most = 20_000): Promise<number> {
  let seen = 0
  while (seen < most) {
    const looked = await db.transaction().execute((tx) => sortSome(tx, agencyId))
    seen += looked
    if (looked === 0) break
  }
  return seen
}

async function sortSome(tx: Tx, agencyId: string): Promise<number> {
  const row = await tx
    .selectFrom('seriesRules')
    .select(['rules', 'sortedTo'])
    .where('agencyId', '=', agencyId)
    // A change of the rules waits, and whoever sorts at the same time finds nothing left.
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 0
  const { rules, sortedTo } = row
  const told = JSON.stringify(rules.map((rule, n) => ({ ...rule, n, why: whyBy(n + 1, rule) })))
  const which =
    sortedTo === null
      ? sql`r.series_why is null and r.disposed_in is null`
      : sql`r.record_id > ${sortedTo} and r.disposed_in is null`
  const { rows } = await sql<{ looked: number; last: string | null; firstChanged: string | null }>`
    with share as (
      select r.record_id, r.kind, r.source, r.account_id from record r
      where r.agency_id = ${agencyId} and ${which} order by r.record_id limit ${share}
    ), found as (
      select s.record_id, coalesce(h.series_id, f.series_id) as series_id,
        coalesce('by hand: ' || h.reason, f.why, ${noRule}) as why
      from share s
      left join series_by_hand h on h.agency_id = ${agencyId} and h.record_id = s.record_id
      left join lateral (
        select r.value ->> 'seriesId' as series_id, r.value ->> 'why' as why
        from jsonb_array_elements(${told}::jsonb) r
        where (r.value -> 'kinds' = '[]' or r.value -> 'kinds' ? s.kind)
          and (r.value -> 'sources' = '[]' or r.value -> 'sources' ? s.source)
          and (r.value -> 'accounts' = '[]' or r.value -> 'accounts' ? s.account_id::text)
        order by (r.value ->> 'n')::int limit 1
      ) f on true
    ), changed as (
      update record r set series_id = f.series_id, series_why = f.why from found f
      where r.agency_id = ${agencyId} and r.record_id = f.record_id
        and (r.series_id is distinct from f.series_id or r.series_why is distinct from f.why)
      returning r.record_id
    )
    select count(*)::int as looked, max(record_id::text) as last,
      (select min(record_id::text) from changed) as first_changed from share`.execute(tx)
  const { looked = 0, last = null, firstChanged = null } = rows[0] ?? {}
  if (firstChanged !== null) await lookAgain(tx, agencyId, firstChanged)
  if (sortedTo !== null)
    await tx.updateTable('seriesRules').set({ sortedTo: last }).where('agencyId', '=', agencyId).execute()
  // What was captured meanwhile below the place that was reached comes after it.
  return looked === 0 && sortedTo !== null ? await sortSome(tx, agencyId) : looked
}

/** How many records a series has, no series has, and how many are still to be sorted; counted up to a number. */
export async function countsOf(
  db: Db,
  agencyId: string,
  { sortedTo }: { sortedTo: string | null },
): Promise<{
  of: (seriesId: string) => { n: number; isExact: boolean }
  without: { n: number; isExact: boolean }
  unsorted: { n: number; isExact: boolean }
}> {
  const counted = sql<{ seriesId: string; n: number }>`
    select s.series_id, (select count(*)::int from (
      select from record r where r.agency_id = s.agency_id and r.series_id = s.series_id and r.disposed_in is null
      limit ${mostCounted + 1}) counted) as n
    from series s where s.agency_id = ${agencyId}`.execute(db)
  const unsorted =
    sortedTo === null
      ? sql`r.series_why is null and r.disposed_in is null`
      : sql`r.record_id > ${sortedTo} and r.disposed_in is null`
  const rest = sql<{ without: number; unsorted: number }>`
    select (select count(*)::int from (select from record r
        where r.agency_id = ${agencyId} and r.series_id is null and r.disposed_in is null
        limit ${mostCounted + 1}) counted) as without,
      (select count(*)::int from (select from record r where r.agency_id = ${agencyId} and ${unsorted}
        limit ${mostCounted + 1}) counted) as unsorted`.execute(db)
  const byId = new Map((await counted).rows.map(({ seriesId, n }) => [seriesId, n]))
  const [row] = (await rest).rows
  return {
    of: (seriesId) => capped(byId.get(seriesId) ?? 0),
    without: capped(row?.without ?? 0),
    unsorted: capped(row?.unsorted ?? 0),
  }
}

export function capped(n: number, most = mostCounted): { n: number; isExact: boolean } {
  return n > most ? { n: most, isExact: false } : { n, isExact: true }
}
