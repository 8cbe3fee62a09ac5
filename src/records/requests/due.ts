import { byClock } from '../../ledger/by-clock.ts'
import type { Agency } from '../../members/caller.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { lawOf } from './law.ts'
import { stepOf } from './moves.ts'
import { changeNotice, findNotice } from './notices.ts'
import { rule } from './request.ts'
import { standingOf } from './standing.ts'
import { addStep, changeRequest, clockFor, findRequest } from './store.ts'

/**
 * What time does to requests for records: silence becomes a denial where the law says so, and the days for an objection
 * end. It denies nothing in words, closes nothing and releases nothing. Run it as often as you like.
 */
export async function due(db: Db, agency: Agency, at: string): Promise<void> {
  const faults: unknown[] = []
  for (const work of [lapseRequests, lapseNotices])
    try {
      await work(db, agency, at)
    } catch (error) {
      faults.push(error)
    }
  if (faults.length > 0)
    throw new AggregateError(faults, 'not everything that was due about records requests was done')
}

async function lapseRequests(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId } = agency
  // Silence becomes a denial once; whoever goes on with the request later is not thrown back.
  const lapsed = db
    .selectFrom('recordsRequestStep')
    .select('requestId')
    .where('agencyId', '=', agencyId)
    .where('move', '=', 'lapse')
  const waiting = await db
    .selectFrom('recordsRequest')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('state', 'in', ['received', 'acknowledged', 'clarifying', 'searching', 'reviewing'])
    .where('requestId', 'not in', lapsed)
    .execute()
  for (const seen of waiting) {
    const { requestId, version, lawId } = seen
    if (!stepOf(seen.state, 'lapse')) continue
    const clock = await clockFor(db, agency, seen, at)
    if (clock.deemedDeniedOn === null || clock.answeredOn !== null) continue
    await byClock(
      db,
      agencyId,
      `lapse-${requestId}-${version}`,
      'records-requests.lapse',
      at,
      async (tx, record) => {
        const request = await findRequest(tx, agencyId, requestId)
        const standing = await standingOf(tx, agency, request, at)
        const ruling = rule(standing, 'lapse', { by: 'clock', isCustodian: false }, {}, lawOf(lawId))
        if (!ruling.ok) throw new Refusal('conflict', ruling.because)
        const { to } = ruling
        await changeRequest(tx, request, version, { state: to })
        const step = { agencyId, requestId, madeBy: 'system', at, words: null, letterId: null }
        await addStep(tx, { ...step, move: 'lapse', fromState: request.state, toState: to })
        const { answerBy, appealBy } = standing.clock
        await record({ subject: requestId, body: { state: to, answerBy, appealBy } })
      },
    )
  }
}

async function lapseNotices(db: Db, { agencyId, zone }: Agency, at: string): Promise<void> {
  const over = await db
    .selectFrom('recordsNotice')
    .select(['noticeId', 'version', 'objectBy'])
    .where('agencyId', '=', agencyId)
    .where('state', '=', 'sent')
    .where('objectBy', '<', dayIn(zone, at))
    .execute()
  for (const { noticeId, version, objectBy } of over)
    await byClock(
      db,
      agencyId,
      `notice-${noticeId}-${version}`,
      'records-requests.notice-over',
      at,
      async (tx, record) => {
        const notice = await findNotice(tx, agencyId, noticeId)
        if (notice.state !== 'sent') throw new Refusal('conflict', 'it was changed meanwhile')
        await changeNotice(tx, notice, version, { state: 'lapsed' })
        await record({ subject: notice.requestId, body: { noticeId, objectBy } })
      },
    )
}
