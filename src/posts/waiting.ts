import { isAdministrator } from '../accounts/store.ts'
import type { MemberCaller } from '../members/caller.ts'
import type { Waiting } from '../members/waiting.ts'
import { stuckDeliveries } from './deliveries.ts'
import { titleOf } from './content.ts'
import { postMovesFor } from './post.ts'
import { postGroundOf, seatsFor } from './seats.ts'
import { postsOf } from './store.ts'
import { momentOf } from './when.ts'

/** More than these are not shown at once; the list of posts has them all. */
const mostWaiting = 100

/** What waits for a member here: posts to approve, returned ones, emergencies to review, recalls, parked deliveries. */
export async function waiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const { memberId } = member
  const rows = await db
    .selectFrom('post')
    .select('postId')
    .where('agencyId', '=', agencyId)
    .where((row) =>
      row.or([
        row('state', '=', 'in-review'),
        row.and([row('author', '=', memberId), row('state', '=', 'returned')]),
        // What was to tell of a recall and could not be submitted is its author's to mend.
        row.and([row('author', '=', memberId), row('state', '=', 'draft'), row('recallId', 'is not', null)]),
        row.and([row('reviewDueAt', 'is not', null), row('reviewedAt', 'is', null)]),
      ]),
    )
    .orderBy('since')
    .limit(mostWaiting)
    .execute()
  const runs = await isAdministrator(db, agencyId, null, memberId)
  if (rows.length === 0 && !runs) return []
  const ground = await postGroundOf(db, agency, at)
  const keeps = runs || ground.approvers.has(memberId)
  const posts = await postsOf(
    db,
    agencyId,
    rows.map(({ postId }) => postId),
  )
  const found: Waiting[] = []
  for (const post of posts) {
    const { postId, state, since, author, content, reviewDueAt, reviewedAt } = post
    const one = { subject: postId, title: titleOf(content), href: `/posts/${postId}` }
    const moves = new Set(postMovesFor(post, memberId, seatsFor(ground, content)).map(({ move }) => move))
    if (state === 'in-review' && moves.has('approve'))
      found.push({
        ...one,
        kind: 'post.approve',
        since,
        deadline: whenOf(agency.zone, content.at),
      })
    if ((state === 'returned' || state === 'draft') && author === memberId)
      found.push({ ...one, kind: 'post.returned', since, deadline: null })
    if (reviewedAt === null && reviewDueAt !== null && moves.has('confirm'))
      found.push({ ...one, kind: 'post.review', since: post.approvedAt ?? since, deadline: reviewDueAt })
  }
  return keeps ? [...found, ...(await recallsWaiting(caller)), ...(await parked(caller))] : found
}

/** When it is to go out, and so until when it is to be approved. */
function whenOf(zone: string, at: string | null): string | null {
  const when = at === null ? undefined : momentOf(zone, at)
  return when?.ok === true ? when.moment : null
}

async function recallsWaiting({ db, agency }: MemberCaller): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('recallTask')
    .innerJoin('recall', (join) =>
      join
        .onRef('recall.agencyId', '=', 'recallTask.agencyId')
        .onRef('recall.recallId', '=', 'recallTask.recallId'),
    )
    .select(['recall.name', 'recall.status', 'recall.at', 'recall.deadline', 'recallTask.postId'])
    .where('recallTask.agencyId', '=', agency.agencyId)
    .where('recallTask.closedAt', 'is', null)
    .orderBy('recall.deadline')
    .limit(mostWaiting)
    .execute()
  return rows.map(({ name, status, at, deadline, postId }) => ({
    kind: 'post.recall',
    subject: postId,
    title: `${name}: ${status}`,
    since: at,
    deadline,
    href: `/posts/${postId}`,
  }))
}

async function parked({ db, agency }: MemberCaller): Promise<Waiting[]> {
  const stuck = await stuckDeliveries(db, agency.agencyId, mostWaiting)
  return stuck.map(({ deliveryId, subject, sentence, askedAt }) => ({
    kind: 'delivery.parked',
    subject: deliveryId,
    title: sentence ?? subject.kind,
    since: askedAt,
    deadline: null,
    href: subject.kind === 'comment' ? '/comments' : `/${subject.kind}s/${subject.id}`,
  }))
}
