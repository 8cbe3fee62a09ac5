import type { MemberCaller } from '../../members/caller.ts'
import type { Waiting } from '../../members/waiting.ts'
import { postGroundOf } from '../seats.ts'
import { noticeTitle } from './content.ts'
import { isInForce, noticeMovesFor } from './notice.ts'
import { noticeSeats } from './seats.ts'
import { readNotice, type StoredNotice } from './store.ts'

/** More than these are not shown at once; the list of notices has them all. */
const mostWaiting = 100

/** What waits for a member: an approval, the review of a sign-off, a word that something is over, one's own that came back. */
export async function noticesWaiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency, member } = caller
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('agencyId', '=', agency.agencyId)
    .where((row) =>
      row.or([
        row('state', 'in', ['in-review', 'revision-in-review', 'expired']),
        row.and([row('reviewDueAt', 'is not', null), row('reviewedAt', 'is', null)]),
        row.and([row('state', '=', 'returned'), row('author', '=', member.memberId)]),
      ]),
    )
    .orderBy('since')
    .limit(mostWaiting)
    .execute()
  if (rows.length === 0) return []
  const ground = await postGroundOf(db, agency, at)
  return rows.map(readNotice).flatMap((notice) => {
    const moves = new Set(
      noticeMovesFor(notice, member.memberId, noticeSeats(ground, notice)).map(({ move }) => move),
    )
    const found: Waiting[] = []
    if (moves.has('approve')) found.push(waits(notice, 'notice.approve', null))
    if (moves.has('confirm')) found.push(waits(notice, 'notice.review', notice.reviewDueAt))
    if (moves.has('tell-over')) found.push(waits(notice, 'notice.all-clear', notice.expiresAt))
    if (notice.state === 'returned') found.push(waits(notice, 'notice.returned', null))
    return found
  })
}

function waits(notice: StoredNotice, kind: string, deadline: string | null): Waiting {
  const { noticeId, since, out, content, state } = notice
  const title = noticeTitle(isInForce(state) && out ? out : content)
  return { kind, subject: noticeId, title, since, deadline, href: `/notices/${noticeId}` }
}
