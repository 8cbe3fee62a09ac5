import type { z } from 'zod'
import type { MemberCaller } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { isBefore } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { personKey, postContentOf, titleOf, type PersonStatus } from './content.ts'
import type { namingSchema, recallsSchema } from './schema.ts'
import { postsOf } from './store.ts'

type RecallListed = z.infer<typeof recallsSchema>['items'][number]

/** Recalls that are not done, the most urgent first; with those that are, where they are asked for. */
export async function recallList(
  { db, agency }: MemberCaller,
  withClosed: boolean,
  at: string,
): Promise<RecallListed[]> {
  const { agencyId } = agency
  const rows = await db
    .selectFrom('recallTask')
    .innerJoin('recall', (join) =>
      join
        .onRef('recall.agencyId', '=', 'recallTask.agencyId')
        .onRef('recall.recallId', '=', 'recallTask.recallId'),
    )
    .innerJoin('post', (join) =>
      join.onRef('post.agencyId', '=', 'recallTask.agencyId').onRef('post.postId', '=', 'recallTask.postId'),
    )
    .select([
      'recall.recallId',
      'recall.name',
      'recall.status',
      'recall.reason',
      'recall.madeBy',
      'recall.at',
      'recall.deadline',
      'recallTask.postId',
      'recallTask.does',
      'recallTask.toldBy',
      'recallTask.closedAt',
      'post.content',
    ])
    .where('recallTask.agencyId', '=', agencyId)
    .$if(!withClosed, (select) => select.where('recallTask.closedAt', 'is', null))
    .orderBy('recall.deadline')
    .orderBy('recallTask.postId')
    .limit(500)
    .execute()
  const makers = [...new Set(rows.map(({ madeBy: by }) => by))]
  const names = new Map((await membersOf(db, agencyId, makers)).map((one) => [one.memberId, one.name]))
  const found = new Map<string, RecallListed>()
  for (const row of rows) {
    const { recallId, name, status, reason, madeBy: memberId, deadline, postId, does, toldBy, closedAt } = row
    const one = found.get(recallId) ?? {
      recallId,
      name,
      status,
      reason,
      by: { memberId, name: names.get(memberId) ?? memberId },
      at: row.at,
      deadline,
      isOverdue: false,
      posts: [],
    }
    one.isOverdue ||= closedAt === null && isBefore(deadline, at)
    one.posts.push({ postId, title: titleOf(postContentOf(row.content)), does, toldBy, closedAt })
    found.set(recallId, one)
  }
  return [...found.values()]
}

/** The posts that are out, or going out, and name a person with another status: what a recall would reach. */
export async function postsNaming(
  db: Db,
  agencyId: string,
  name: string,
  status: PersonStatus,
): Promise<z.infer<typeof namingSchema>['items']> {
  const rows = await db
    .selectFrom('postPerson')
    .innerJoin('post', (join) =>
      join.onRef('post.agencyId', '=', 'postPerson.agencyId').onRef('post.postId', '=', 'postPerson.postId'),
    )
    .select(['post.postId', 'postPerson.status', 'postPerson.name'])
    .where('postPerson.agencyId', '=', agencyId)
    .where('postPerson.personKey', '=', personKey(name))
    .where('postPerson.status', '<>', status)
    .where('post.state', 'in', ['publishing', 'published'])
    .orderBy('post.postId')
    .limit(200)
    .execute()
  const posts = await postsOf(
    db,
    agencyId,
    rows.map(({ postId }) => postId),
  )
  return rows.flatMap((row) => {
    const post = posts.find(({ postId }) => postId === row.postId)
    if (!post) return []
    const { postId, content, publishedAt } = post
    return [{ postId, title: titleOf(content), name: row.name, status: row.status, publishedAt }]
  })
}
