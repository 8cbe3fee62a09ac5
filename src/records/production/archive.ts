import { sql } from 'kysely'
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
  /** How often it was published: once, and once more for each correction of the very post. */
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

/** Official posts that stand on the department's site, the newest first; with words, those that hold them. */
export async function archivedPosts(
  db: Db,
  agencyId: string,
  words: string | undefined,
): Promise<ArchivedPost[]> {
  const said = sql<string>`delivery.outgoing::jsonb ->> 'text'`
  const rows = await standing(db, agencyId, 'post')
    .select(said.as('text'))
    .$if(words !== undefined, (query) =>
      query.where(
        sql<boolean>`to_tsvector('simple', ${said}) @@ websearch_to_tsquery('simple', ${words ?? ''})`,
      ),
    )
    .orderBy('delivery.seq', 'desc')
    .limit(200)
    .execute()
  const posts = new Map<string, ArchivedPost>()
  for (const { subjectId: postId, doneAt, text } of rows) {
    const known = posts.get(postId)
    if (known !== undefined) known.versions++
    else posts.set(postId, { postId, at: doneAt ?? '', text, versions: 1 })
  }
  return [...posts.values()].slice(0, pageSize)
}

/** Every version of a post that stands on the site, the first first; none of one that was taken down. */
export async function versionsOf(
  db: Db,
  agencyId: string,
  postId: string,
): Promise<{ at: string; text: string }[]> {
  const rows = await standing(db, agencyId, 'post')
    .select(sql<string>`delivery.outgoing::jsonb ->> 'text'`.as('text'))
    .where('delivery.subjectId', '=', postId)
    .orderBy('delivery.seq')
    .execute()
  return rows.map(({ doneAt, text }) => ({ at: doneAt ?? '', text }))
}

export function writeAfter({ at, productionId, n }: After): string {
  return Buffer.from(`${at} ${productionId} ${n}`).toString('base64url')
}

export function readAfter(cursor: string): After | undefined {
  const [, at, productionId, n] =
    /^(\d{4}-[\d-]{5}T[\d:.]+Z) ([0-9a-f-]{36}) (\d{1,9})$/.exec(
      Buffer.from(cursor, 'base64url').toString(),
    ) ?? []
  return at === undefined || productionId === undefined ? undefined : { at, productionId, n: Number(n) }
}
