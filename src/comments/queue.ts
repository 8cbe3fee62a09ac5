import { sql, type SelectQueryBuilder } from 'kysely'
import type { Db, Tables } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Sight } from './offices.ts'
import type { CommentBrief, Queue, QueueQuery } from './schema.ts'

/** Counted so far and no further: "1,000 or more" is all that anybody needs to know. */
export const mostCounted = 1_000

type Select<Output> = SelectQueryBuilder<Tables, 'comment', Output>

/**
 * One page of the queue: the gravest first and of these the oldest, by keyset. Every filter has an index of its own.
 * Refuses (malformed) a cursor that this route did not give.
 */
export async function queueOf(db: Db, agencyId: string, sight: Sight, query: QueueQuery): Promise<Queue> {
  const { after, limit } = query
  if (sight !== 'all' && sight.length === 0) return { items: [], next: null, count: 0, isCapped: false }
  const all = select(db.selectFrom('comment'), agencyId, sight, query)
  let page = all
    .select([
      'commentId',
      'accountId',
      'writerHandle',
      'text',
      'state',
      'goneAt',
      'version',
      'latest',
      'writtenAt',
      'capturedAt',
      'place',
      'ground',
      'isCritical',
      'isUgly',
      'language',
      'filters',
      'hasMediaToFetch',
    ])
    .orderBy('place')
    .orderBy('commentId')
    .limit(limit + 1)
  if (after !== undefined) {
    const [place, commentId] = cursorOf(after)
    page = page.where(sql<boolean>`(place, comment_id) > (${place}::smallint, ${commentId}::uuid)`)
  }
  const [rows, names, counted] = await Promise.all([
    page.execute(),
    handlesOf(db, agencyId),
    db
      .selectFrom(
        all
          .select(sql`1`.as('one'))
          .limit(mostCounted)
          .as('some'),
      )
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const items = rows.slice(0, limit).map((row) => briefOf(row, names))
  const last = items.at(-1)
  const next = rows.length > limit && last ? `${last.place}.${last.commentId}` : null
  return { items, next, count: counted.count, isCapped: counted.count === mostCounted }
}

function select<Output>(
  from: Select<Output>,
  agencyId: string,
  sight: Sight,
  { state, account, ground, language }: QueueQuery,
): Select<Output> {
  let chosen = from.where('agencyId', '=', agencyId)
  chosen =
    state === 'gone'
      ? chosen.where('goneAt', 'is not', null)
      : chosen.where('goneAt', 'is', null).where('state', '=', state)
  if (account !== undefined) chosen = chosen.where('accountId', '=', account)
  if (sight !== 'all' && !(account !== undefined && sight.includes(account)))
    chosen = chosen.where('accountId', 'in', sight)
  if (ground !== undefined) chosen = chosen.where('ground', '=', ground)
  if (language !== undefined) chosen = chosen.where('language', '=', language)
  return chosen
}

function cursorOf(after: string): [number, string] {
  const [, place, commentId] =
    /^(\d)\.([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/.exec(after) ?? []
  if (place === undefined || commentId === undefined)
    throw new Refusal('malformed', 'after: is no cursor of this list; begin again without it')
  return [Number(place), commentId]
}

/** What people call each account, `@rivertonpd on bluesky`. */
export async function handlesOf(db: Db, agencyId: string): Promise<(accountId: string) => string> {
  const rows = await db
    .selectFrom('account')
    .select(['accountId', 'handle', 'network'])
    .where('agencyId', '=', agencyId)
    .execute()
  const names = new Map(rows.map(({ accountId, handle, network }) => [accountId, `${handle} on ${network}`]))
  return (accountId) => names.get(accountId) ?? 'a page that is no more'
}

const briefLength = 280

type Row = Pick<
  Tables['comment'],
  | 'commentId'
  | 'accountId'
  | 'writerHandle'
  | 'text'
  | 'state'
  | 'goneAt'
  | 'version'
  | 'latest'
  | 'writtenAt'
  | 'capturedAt'
  | 'place'
  | 'ground'
  | 'isCritical'
  | 'isUgly'
  | 'language'
  | 'filters'
  | 'hasMediaToFetch'
>

export function briefOf(row: Row, handleOf: (accountId: string) => string): CommentBrief {
  const { goneAt, writerHandle, filters, hasMediaToFetch, text, accountId, ...rest } = row
  const points = Array.from(text)
  return {
    ...rest,
    accountId,
    account: handleOf(accountId),
    writer: writerHandle,
    text: points.length > briefLength ? `${points.slice(0, briefLength).join('')}…` : text,
    isGone: goneAt !== null,
    isFiltered: filters.length > 0,
    hasMedia: hasMediaToFetch,
  }
}
