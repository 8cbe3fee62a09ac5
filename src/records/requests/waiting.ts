import { sql } from 'kysely'
import type { MemberCaller } from '../../members/caller.ts'
import { may } from '../../members/may.ts'
import type { Waiting } from '../../members/waiting.ts'
import type { Db } from '../../platform/db.ts'
import { endOf } from '../../permissions/deadlines.ts'
import type { State } from './moves.ts'
import { clocksOf } from './store.ts'

const most = 100
const custodians = [
  'received',
  'acknowledged',
  'searching',
  'reviewing',
  'partly-released',
  'deemed-denied',
  'appealed',
] as const

/** What waits for a member about requests for records: requests to answer, records to look at a second time, objections. */
export async function waiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const asked: Promise<Waiting[]>[] = [notices(caller)]
  if (may(caller, 'records-requests.move')) asked.push(toAnswer(caller, at), objections(caller))
  if (may(caller, 'records-requests.review')) asked.push(toSecond(caller))
  return (await Promise.all(asked)).flat()
}

async function toAnswer({ db, agency }: MemberCaller, at: string): Promise<Waiting[]> {
  const requests = await db
    .selectFrom('recordsRequest')
    .selectAll()
    .where('agencyId', '=', agency.agencyId)
    .where('state', 'in', custodians)
    .orderBy('receivedAt')
    .limit(most)
    .execute()
  const clocks = await clocksOf(db, agency, requests, at)
  const open = await openReviews(
    db,
    agency.agencyId,
    requests.map(({ requestId }) => requestId),
  )
  return requests.map(({ requestId, number, state, receivedAt }) => {
    const clock = clocks.get(requestId)
    // Once it is answered, or denied by silence, no day of the law runs for whoever works on it.
    const runs = clock && clock.answeredOn === null && clock.deemedDeniedOn === null
    return {
      kind: `records-requests.${state}`,
      subject: requestId,
      title: `Records request ${number}: ${todo(state, open.has(requestId))}`,
      since: receivedAt,
      deadline: runs ? endOf(clock.answerBy, agency.zone) : null,
      href: `/records-requests/${requestId}`,
    }
  })
}

/** Those of these requests with a record that was not settled by two. */
async function openReviews(
  db: Db,
  agencyId: string,
  requestIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (requestIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('recordsResponsive')
    .select('requestId')
    .distinct()
    .where('agencyId', '=', agencyId)
    .where('requestId', 'in', requestIds)
    .where((row) => row.or([row('agrees', 'is', null), row('agrees', '=', false)]))
    .execute()
  return new Set(rows.map(({ requestId }) => requestId))
}

function todo(state: State, hasOpenReviews: boolean): string {
  if (state === 'received') return 'answer it'
  if (state === 'deemed-denied') return 'it was not answered in time; answer it now'
  if (state === 'appealed') return 'it is on appeal'
  if (state === 'reviewing') return hasOpenReviews ? 'review what was found' : 'release what was settled'
  return state === 'partly-released' ? 'release the rest' : 'search'
}

async function objections({ db, agency }: MemberCaller): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('recordsNotice')
    .innerJoin('recordsRequest', (join) =>
      join
        .onRef('recordsRequest.agencyId', '=', 'recordsNotice.agencyId')
        .onRef('recordsRequest.requestId', '=', 'recordsNotice.requestId'),
    )
    .select([
      'recordsNotice.noticeId',
      'recordsNotice.requestId',
      'recordsRequest.number',
      'recordsNotice.objectedAt',
    ])
    .select('recordsNotice.sentAt')
    .where('recordsNotice.agencyId', '=', agency.agencyId)
    .where('recordsNotice.state', '=', 'objected')
    .limit(most)
    .execute()
  return rows.map(({ noticeId, requestId, number, objectedAt, sentAt }) => ({
    kind: 'records-requests.objection',
    subject: noticeId,
    title: `Records request ${number}: somebody objected to the release of their file`,
    since: objectedAt ?? sentAt,
    deadline: null,
    href: `/records-requests/${requestId}`,
  }))
}

/** Requests with records that somebody else reviewed, and that wait for a second look. */
async function toSecond({ db, agency, member }: MemberCaller): Promise<Waiting[]> {
  const { rows } = await sql<{ requestId: string; number: string; n: number; since: string }>`
    select q.request_id, q.number, count(*) as n, min(s.reviewed_at) as since
    from records_responsive s join records_request q using (agency_id, request_id)
    where s.agency_id = ${agency.agencyId} and s.state is not null and s.agrees is null
      and s.reviewed_by <> ${member.memberId}
      and q.state not in ('released', 'denied', 'closed', 'appeal-decided')
    group by q.request_id, q.number order by since limit ${most}`.execute(db)
  return rows.map(({ requestId, number, n, since }) => ({
    kind: 'records-requests.second',
    subject: requestId,
    title: `Records request ${number}: ${n} records wait for a second look`,
    since,
    deadline: null,
    href: `/records-requests/${requestId}`,
  }))
}

/** Notices to the member: their file was asked for, and they may object. */
async function notices({ db, agency, member }: MemberCaller): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('recordsNotice')
    .select(['noticeId', 'sentAt', 'objectBy'])
    .where('agencyId', '=', agency.agencyId)
    .where('memberId', '=', member.memberId)
    .where('state', '=', 'sent')
    .limit(most)
    .execute()
  return rows.map(({ noticeId, sentAt, objectBy }) => ({
    kind: 'records-requests.notice',
    subject: noticeId,
    title: 'Somebody asked for records of your file; you may object',
    since: sentAt,
    deadline: endOf(objectBy, agency.zone),
    href: `/records-requests/notices/${noticeId}`,
  }))
}
