import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { standing } from '../../posts/site/standing.ts'

/** What the public archive has: released records, and official posts with their versions. */

export interface ArchivedRecord {
  productionId: string
  requestRef: string
  n: number
  number: string
  at: string
  kind: string
  author: string | null
  words: string
}

export interface ArchivedPost {
  postId: string
  at: string
  text: string
  /** How often it was published: once, and once more for each correction that stands. */
  versions: number
}

export const pageSize = 20

/** Where a page of records ends. */
export interface After {
  at: string
  productionId: string
  n: number
}

/** Released records of productions in the archive, the newest first; with words, those that hold them. */
export async function archivedRecords(
  db: Db,
  agencyId: string,
  words: string | undefined,
  after: After | undefined,
): Promise<{ records: ArchivedRecord[]; next: After | null }> {
  const rows = await db
    .selectFrom('archiveRecord as record')
    .innerJoin('production', (join) =>
      join
        .onRef('production.agencyId', '=', 'record.agencyId')
        .onRef('production.productionId', '=', 'record.productionId'),
    )
    .select(['record.productionId', 'record.n', 'record.number', 'record.at', 'record.kind'])
    .select(['record.author', 'record.words', 'production.requestRef'])
    .where('record.agencyId', '=', agencyId)
    .where('production.publicAt', 'is not', null)
    .$if(words !== undefined, (query) =>
      query.where(sql<boolean>`record.tsv @@ websearch_to_tsquery('simple', ${words ?? ''})`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(record.at, record.production_id, record.n) < (${after?.at}::timestamptz, ${after?.productionId}::uuid, ${after?.n}::int)`,
      ),
    )
    .orderBy('record.at', 'desc')
    .orderBy('record.productionId', 'desc')
    .orderBy('record.n', 'desc')
    .limit(pageSize + 1)
    .execute()
  const records = rows.slice(0, pageSize)
  const last = records.at(-1)
  return { records, next: rows.length > pageSize && last !== undefined ? last : null }
}

/** What stands on the site of posts, each with the post that it is a version of: corrections are posts of their own. */
function versions(db: Db, agencyId: string) {
  return db
    .withRecursive('family(postId, root)', (query) =>
      query
        .selectFrom('post')
        .select(['postId', 'postId as root'])
        .where('agencyId', '=', agencyId)
        .where('corrects', 'is', null)
        .unionAll(
          query
            .selectFrom('post')
            .innerJoin('family', 'family.postId', 'post.corrects')
            .select(['post.postId', 'family.root'])
            .where('post.agencyId', '=', agencyId),
        ),
    )
    .selectFrom(standing(db, agencyId, 'post').as('version'))
    .innerJoin('family', (join) => join.on(sql<boolean>`family.post_id::text = version.subject_id`))
}

const textOf = sql<string>`outgoing::jsonb ->> 'text'`

/**
 * Official posts that stand on the department's site, the newest first, each as its newest version reads; with words,
 * those of which some version holds them.
 */
export async function archivedPosts(
  db: Db,
  agencyId: string,
  words: string | undefined,
): Promise<ArchivedPost[]> {
  const found = await versions(db, agencyId)
    .select(({ fn }) => ['root', fn.countAll<number>().as('count'), fn.max('seq').as('last')])
    .groupBy('root')
    .$if(words !== undefined, (query) =>
      query.having(
        sql<boolean>`bool_or(to_tsvector('simple', ${textOf}) @@ websearch_to_tsquery('simple', ${words ?? ''}))`,
      ),
    )
    .orderBy('last', 'desc')
    .limit(pageSize)
    .execute()
  if (found.length === 0) return []
  const newest = await standing(db, agencyId, 'post')
    .select(textOf.as('text'))
    .where(
      'delivery.seq',
      'in',
      found.map(({ last }) => last),
    )
    .execute()
  const read = new Map(newest.map((one) => [one.seq, one]))
  return found.flatMap(({ root: postId, count, last }) => {
    const one = read.get(last)
    return one === undefined ? [] : [{ postId, at: one.doneAt ?? '', text: one.text, versions: count }]
  })
}

/** Every version of a post that stands on the site, the first first; none of one that was taken down. */
export async function versionsOf(
  db: Db,
  agencyId: string,
  postId: string,
): Promise<{ at: string; text: string }[]> {
  const rows = await versions(db, agencyId)
    .select(['version.doneAt', textOf.as('text')])
    .where(sql<boolean>`root = (select root from family where post_id = ${postId})`)
    .orderBy('version.seq')
    .execute()
  return rows.map(({ doneAt, text }) => ({ at: doneAt ?? '', text }))
}

export function writeAfter({ at, productionId, n }: After): string {
  return Buffer.from(`${at} ${productionId} ${n}`).toString('base64url')
}

export function readAfter(cursor: string): After | undefined {
  const [, at, productionId, n] =
    /^(\S+) (\S+) (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  const read = z.object({ at: z.iso.datetime(), productionId: z.uuid() }).safeParse({ at, productionId })
  // PostgreSQL has no year 0.
  return read.success && !at?.startsWith('0000') ? { ...read.data, n: Number(n) } : undefined
}
