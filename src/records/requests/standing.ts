import { sql } from 'kysely'
import type { Agency } from '../../members/caller.ts'
import { dayAfter } from '../../permissions/deadlines.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db } from '../../platform/db.ts'
import { barredIn } from './notices.ts'
import type { Standing } from './request.ts'
import { requestSettings } from './settings.ts'
import { clockFor, stepsOf } from './store.ts'
import type { StoredRequest } from './tables.ts'

export interface Counts {
  responsive: number
  reviewed: number
  settled: number
  released: number
  barred: number
}

/** How far the set of a request is. */
export async function countsOf(
  db: Db,
  request: StoredRequest,
): Promise<Counts & { ready: number; readyBarred: number }> {
  const { agencyId, requestId } = request
  const { rows } = await sql<{ recordId: string; reviewed: boolean; settled: boolean; released: boolean }>`
    select record_id as "recordId", state is not null as reviewed, coalesce(agrees, false) as settled,
      instalment is not null as released
    from records_responsive where agency_id = ${agencyId} and request_id = ${requestId}`.execute(db)
  const barred = await barredIn(db, request)
  const ready = rows.filter((one) => one.settled && !one.released)
  return {
    responsive: rows.length,
    reviewed: rows.filter((one) => one.reviewed).length,
    settled: rows.filter((one) => one.settled).length,
    released: rows.filter((one) => one.released).length,
    barred: rows.filter((one) => !one.released && barred.has(one.recordId)).length,
    ready: ready.length,
    readyBarred: ready.filter(({ recordId }) => barred.has(recordId)).length,
  }
}

/** Until when an answer to the last question is waited for. */
async function waitsUntil(db: Db, { agencyId, zone }: Agency, requestId: string): Promise<string | null> {
  const { settings } = await requestSettings(db, agencyId)
  const steps = await stepsOf(db, agencyId, [requestId])
  const question = steps.findLast(({ move }) => move === 'ask')
  return question ? dayAfter(dayIn(zone, question.at), settings.patienceDays) : null
}

/** What the rule needs to know of a request, as it stands. */
export async function standingOf(
  db: Db,
  agency: Agency,
  request: StoredRequest,
  at: string,
): Promise<Standing> {
  const { agencyId, requestId, state, fee } = request
  const { responsive, settled, ready, readyBarred } = await countsOf(db, request)
  const { searches } = await db
    .selectFrom('recordsRequestSearch')
    .select((row) => row.fn.countAll<number>().as('searches'))
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .executeTakeFirstOrThrow()
  const isSettled = fee === null || fee.paidAt !== null || fee.waivedFor !== null
  return {
    state,
    clock: await clockFor(db, agency, request, at),
    searches,
    ready,
    unsettled: responsive - settled,
    barred: readyBarred,
    responsive,
    owesFee: fee?.mustPrepay === true && !isSettled,
    hasFee: fee !== null && !isSettled,
    waitsUntil: state === 'clarifying' ? await waitsUntil(db, agency, requestId) : null,
    today: dayIn(agency.zone, at),
  }
}
