import type { Db } from '../../platform/db.ts'
import { postContentOf, type PostContent } from '../content.ts'
import { everStood, standing } from './standing.ts'

/** A post as the public site has it. */
export interface SitePost {
  postId: string
  /** When it came to stand on the site. */
  at: string
  /** When its corrections last changed it. */
  updated: string
  content: PostContent
  corrects: string | null
  /** The posts that correct it, the oldest first, while they stand on the site. */
  corrections: { postId: string; at: string }[]
}

/** What is told of a post that stood on the site and was removed: that, when and why, and no more. */
export interface RemovedPost {
  postId: string
  at: string
  removedAt: string
  because: string | null
  /** For what it said of a person; why is that person’s affair, and not the public’s. */
  isRecalled: boolean
}

export const pageSize = 20

/** The posts that stand on the site, the newest first; before a cursor (a postId's `seq`) where one is given. */
export async function sitePosts(
  db: Db,
  agencyId: string,
  { before, limit = pageSize }: { before?: number | undefined; limit?: number } = {},
): Promise<{ posts: SitePost[]; next: number | null }> {
  let select = standing(db, agencyId, 'post')
    .orderBy('delivery.seq', 'desc')
    .limit(limit + 1)
  if (before !== undefined) select = select.where('delivery.seq', '<', before)
  const rows = await select.execute()
  const shown = rows.slice(0, limit)
  const posts = await postsIn(
    db,
    agencyId,
    shown.map(({ subjectId, doneAt }) => ({ postId: subjectId, at: doneAt ?? '' })),
  )
  return { posts, next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null }
}

/** One post of the site: as it stands, or that it was removed; `undefined` where it never stood there. */
export async function sitePost(
  db: Db,
  agencyId: string,
  postId: string,
): Promise<SitePost | RemovedPost | undefined> {
  const row = await standing(db, agencyId, 'post').where('delivery.subjectId', '=', postId).executeTakeFirst()
  if (row) return (await postsIn(db, agencyId, [{ postId, at: row.doneAt ?? '' }]))[0]
  const once = await everStood(db, agencyId, postId)
  if (once?.doneAt == null) return undefined
  const [post, recall] = await Promise.all([
    db
      .selectFrom('post')
      .select(['removedAt', 'removedBecause'])
      .where('agencyId', '=', agencyId)
      .where('postId', '=', postId)
      .executeTakeFirst(),
    db
      .selectFrom('recallTask')
      .select('postId')
      .where('agencyId', '=', agencyId)
      .where('postId', '=', postId)
      .executeTakeFirst(),
  ])
  const removedAt = once.removedAt ?? post?.removedAt ?? once.doneAt
  const isRecalled = recall !== undefined
  const because = isRecalled ? null : (post?.removedBecause ?? null)
  return { postId, at: once.doneAt, removedAt, because, isRecalled }
}

async function postsIn(
  db: Db,
  agencyId: string,
  standingNow: readonly { postId: string; at: string }[],
): Promise<SitePost[]> {
  if (standingNow.length === 0) return []
  const ids = standingNow.map(({ postId }) => postId)
  const [rows, correcting] = await Promise.all([
    db
      .selectFrom('post')
      .select(['postId', 'content', 'corrects'])
      .where('agencyId', '=', agencyId)
      .where('postId', 'in', ids)
      .execute(),
    db
      .selectFrom('post')
      .select(['postId', 'corrects'])
      .where('agencyId', '=', agencyId)
      .where('corrects', 'in', ids)
      .execute(),
  ])
  const times = new Map<string, string>()
  if (correcting.length > 0)
    for (const { subjectId, doneAt } of await standing(db, agencyId, 'post')
      .where(
        'delivery.subjectId',
        'in',
        correcting.map(({ postId }) => postId),
      )
      .execute())
      times.set(subjectId, doneAt ?? '')
  return standingNow.flatMap(({ postId, at }) => {
    const row = rows.find((one) => one.postId === postId)
    if (!row) return []
    const corrections = correcting
      .flatMap((one) => {
        const when = times.get(one.postId)
        return one.corrects === postId && when !== undefined ? [{ postId: one.postId, at: when }] : []
      })
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    const updated = corrections.at(-1)?.at ?? at
    return [{ postId, at, updated, content: postContentOf(row.content), corrects: row.corrects, corrections }]
  })
}
