import { sql, type RawBuilder } from 'kysely'
import type { MemberCaller } from '../members/caller.ts'
import { personKey } from '../posts/content.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { askerOf, type Asker } from './asker.ts'
import { boundsOf, type Place, type SearchQuery } from './query.ts'
import { classes, type Captured, type RecordRow } from './record.ts'

declare module '../platform/db.ts' {
  interface Tables {
    record: RecordRow & { digest: string | null }
    recordCursor: { agencyId: string; nextIndex: number; kinds: string; readAt: string }
    recordSearch: {
      agencyId: string
      searchId: string
      memberId: string
      name: string
      query: string
      madeAt: string
    }
  }
}

/** Counted so far and no further. */
export const mostCounted = 10_000

const columns = [
  'agencyId',
  'recordId',
  'at',
  'kind',
  'event',
  'thing',
  'thread',
  'accountId',
  'madeBy',
  'author',
  'people',
  'words',
  'media',
  'ruling',
  'moderation',
  'source',
  'access',
  'seriesId',
  'seriesWhy',
  'disposedIn',
] as const satisfies (keyof RecordRow)[]

/**
 * The filter of what the asker may see, for a query that reads `record`. Every list and every count of records uses it
 * or `matching`; what the asker may not see is not counted.
 */
export function seenBy(asker: MemberCaller | Asker): RawBuilder<boolean> {
  const { classes: seen, memberId } = 'classes' in asker ? asker : askerOf(asker)
  return sql<boolean>`(record.access = any (${[...seen]}::text[]) or record.made_by = ${memberId})`
}

/** These records, in the order of the ids; ids that are none are left out. Says nothing of who may see them. */
export async function recordsOf(db: Db, agencyId: string, ids: readonly string[]): Promise<RecordRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('record')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .where('recordId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const byId = new Map(rows.map((row) => [row.recordId, row]))
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
}

/** One record that the asker may see; refuses (notFound) any other. */
export async function findRecord(db: Db, asker: Asker, recordId: string): Promise<RecordRow> {
  const found = await db
    .selectFrom('record')
    .select(columns)
    .where('agencyId', '=', asker.agency.agencyId)
    .where('recordId', '=', recordId)
    .where(seenBy(asker))
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such record')
  return found
}

/** All records of a thing or of a thread that the asker may see, the oldest first, `most` of them. */
export async function recordsIn(
  db: Db,
  asker: Asker,
  by: 'thing' | 'thread',
  id: string,
  most: number,
): Promise<RecordRow[]> {
  return await db
    .selectFrom('record')
    .select(columns)
    .where('agencyId', '=', asker.agency.agencyId)
    .where(by, '=', id)
    .where(seenBy(asker))
    .orderBy('at')
    .orderBy('recordId')
    .limit(most)
    .execute()
}

/**
 * What stands next to a record, the nearest first, `most` of them: other versions of its thing, or what is of its thread and
 * not of its thing.
 */
export async function recordsNear(
  db: Db,
  asker: Asker,
  { recordId, at, thing, thread }: Pick<RecordRow, 'recordId' | 'at' | 'thing' | 'thread'>,
  within: 'thing' | 'thread',
  side: 'before' | 'after',
  most: number,
): Promise<RecordRow[]> {
  const order = side === 'before' ? 'desc' : 'asc'
  const place = sql`(${at}::timestamptz, ${recordId}::uuid)`
  return await db
    .selectFrom('record')
    .select(columns)
    .where('agencyId', '=', asker.agency.agencyId)
    .where(within, '=', within === 'thing' ? thing : thread)
    .$if(within === 'thread', (select) => select.where('thing', '<>', thing))
    .where(
      side === 'before' ? sql<boolean>`(at, record_id) < ${place}` : sql<boolean>`(at, record_id) > ${place}`,
    )
    .where(seenBy(asker))
    .orderBy('at', order)
    .orderBy('recordId', order)
    .limit(most)
    .execute()
}

/** One page of what a search finds, newest first, `limit` records after a place. */
export async function pageOf(
  db: Db,
  asker: Asker,
  query: SearchQuery,
  { after, limit }: { after?: Place | undefined; limit: number },
): Promise<{ rows: RecordRow[]; next: Place | null }> {
  const places = await placesOf(db, await askedOf(db, asker, query), after, limit + 1)
  if (places.length === 0 && query.words !== undefined) await refuseWordless(db, query.words)
  const shown = places.slice(0, limit)
  const rows = await recordsOf(
    db,
    asker.agency.agencyId,
    shown.map(({ recordId }) => recordId),
  )
  return { rows, next: places.length > limit ? (shown.at(-1) ?? null) : null }
}

/** How many records a search finds: exactly, or that there are more than are counted. */
export async function countOf(
  db: Db,
  asker: Asker,
  query: SearchQuery,
): Promise<{ n: number; isExact: boolean }> {
  const asked = JSON.stringify(await askedOf(db, asker, query))
  const { rows } = await sql<{ n: number }>`
    select count_records(${asked}::jsonb, ${mostCounted + 1}) as n`.execute(db)
  const n = rows[0]?.n ?? 0
  return n > mostCounted ? { n: mostCounted, isExact: false } : { n, isExact: true }
}

/**
 * The ids of all records that a search finds and the asker may see, newest first, a thousand at a time. `since`: only
 * those whose entry is younger than this one. What was not captured yet is not found; call `capture` before.
 */
export async function* matching(
  db: Db,
  asker: MemberCaller | Asker,
  query: SearchQuery,
  { since }: { since?: string | undefined } = {},
): AsyncGenerator<string[]> {
  const from = 'classes' in asker ? asker : askerOf(asker)
  const asked = { ...(await askedOf(db, from, query)), ...(since === undefined ? {} : { since }) }
  const share = 1_000
  for (let after: Place | undefined; ;) {
    const places = await placesOf(db, asked, after, share)
    if (places.length > 0) yield places.map(({ recordId }) => recordId)
    if (places.length < share) return
    after = places.at(-1)
  }
}

async function placesOf(db: Db, asked: Asked, after: Place | undefined, most: number): Promise<Place[]> {
  const from = after === undefined ? {} : { beforeAt: after.at, beforeId: after.recordId }
  const { rows } = await sql<Place>`
    select record_id, at from find_records(${JSON.stringify({ ...asked, ...from })}::jsonb, ${most})`.execute(
    db,
  )
  return rows
}

/** What the database is asked: see `record_conditions` in records.sql. */
type Asked = { readonly [name: string]: string | boolean | readonly string[] | undefined }

async function askedOf(db: Db, asker: Asker, query: SearchQuery): Promise<Asked> {
  const { words, person, account, kind, event, from, to, ruling, moderation, source, series, held } = query
  const { zone } = asker.agency
  const isAll = asker.classes.length === classes.length
  return {
    words,
    people: person === undefined ? undefined : await peopleOf(db, asker, person),
    account,
    kinds: kind,
    event,
    from: from === undefined ? undefined : boundsOf(from, zone).from,
    until: to === undefined ? undefined : boundsOf(to, zone).until,
    ruling,
    moderation,
    source,
    series,
    held,
    ...(isAll ? {} : { classes: asker.classes, own: asker.memberId ?? '' }),
  }
}

/** Refuses what has no word to look for; PostgreSQL would find nothing and not say why. */
export async function refuseWordless(db: Db, words: string): Promise<void> {
  const { rows } = await sql<{ nodes: number }>`select numnode(record_query(${words})) as nodes`.execute(db)
  if (rows[0]?.nodes === 0)
    throw new Refusal('malformed', 'there is no word in it that could be looked for; write one')
}

/** The keys under which somebody is named in records: as a name or a handle, and as the members of that name. */
async function peopleOf(db: Db, asker: Asker, person: string): Promise<string[]> {
  const key = personKey(person)
  const members = await db
    .selectFrom('member')
    .leftJoin('undercover', (join) =>
      join
        .onRef('undercover.agencyId', '=', 'member.agencyId')
        .onRef('undercover.memberId', '=', 'member.memberId'),
    )
    .select(['member.memberId', 'member.name', 'undercover.memberId as hidden'])
    .where('member.agencyId', '=', asker.agency.agencyId)
    .execute()
  const keys = new Set([key, person])
  for (const { memberId, name, hidden } of members) {
    if (!keys.has(memberId) && personKey(name) !== key) continue
    // Who is not named to the asker is not found by their id either.
    if (hidden === null || asker.knowsUndercover || memberId === asker.memberId) keys.add(memberId)
    else keys.delete(memberId)
  }
  return [...keys]
}

/** Puts records down as captured; those that are there already stay as they are. Gives how many were new. */
export async function addRecords(tx: Tx, rows: readonly Captured[]): Promise<number> {
  if (rows.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into record (agency_id, record_id, at, kind, event, thing, thread, account_id, made_by, author, people,
      words, media, ruling, moderation, source, access, digest)
    select agency_id, record_id, at, kind, event, thing, thread, account_id, made_by, author, people,
      words, media, ruling, moderation, source, access, digest
    from json_populate_recordset(null::public.record, ${JSON.stringify(rows.map(snake))}::json)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

function snake({ agencyId, recordId, accountId, madeBy, ...row }: Captured): object {
  return { agency_id: agencyId, record_id: recordId, account_id: accountId, made_by: madeBy, ...row }
}

/** Says what series records belong to, by which rule; null takes it from them. A record that was disposed of keeps its own. */
export async function setSeries(
  tx: Tx,
  agencyId: string,
  { recordIds, seriesId, why }: { recordIds: readonly string[]; seriesId: string | null; why: string | null },
): Promise<void> {
  await tx
    .updateTable('record')
    .set({ seriesId, seriesWhy: why })
    .where('agencyId', '=', agencyId)
    .where('recordId', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .where('disposedIn', 'is', null)
    .execute()
}
