import type { Record as Recording } from '../../ledger/command.ts'
import type { Tx } from '../../platform/db.ts'
import { dayAfter, startOf } from '../../permissions/deadlines.ts'
import { placeHold, requestEnded, standingOf, widenHold } from '../keeping/hold-store.ts'
import { lastOf, type Calendar } from './clock.ts'
import type { Law } from './law.ts'
import { openStates, type State } from './moves.ts'
import type { StoredRequest } from './tables.ts'

/**
 * The hold of a request: placed with its first records, widened with every further one, placed anew where it was released
 * meanwhile. Gives its id.
 */
export async function holdThese(
  tx: Tx,
  record: Recording,
  { agencyId, requestId, number, holdId }: StoredRequest,
  records: readonly string[],
  { by, at }: { by: string; at: string },
): Promise<string | null> {
  if (records.length === 0) return holdId
  if (holdId !== null && (await standingOf(tx, agencyId, holdId)).state !== 'released') {
    await widenHold(tx, record, { agencyId, holdId, records, at })
    return holdId
  }
  const title = `Records request ${number}`
  const on = { records }
  return await placeHold(tx, record, {
    agencyId,
    matter: 'records-request',
    ref: requestId,
    title,
    by,
    at,
    on,
  })
}

/** What a move means for the hold: from when it may be released, or that it is needed again. Gives its id. */
export async function holdAfter(
  tx: Tx,
  record: Recording,
  request: StoredRequest,
  { to, today, appealBy }: { to: State; today: string; appealBy: string | null },
  { law, calendar, zone }: { law: Law; calendar: Calendar; zone: string },
  made: { by: string; at: string },
): Promise<string | null> {
  const { agencyId, requestId, holdId, state } = request
  if (holdId === null) return null
  const [wasOpen, isOpen] = [openStates.includes(state), openStates.includes(to)]
  if (!isOpen) {
    // Where nothing was denied, whoever thinks that more is there still has as long.
    const last = appealBy ?? lastOf(calendar, today, law.appeal)
    const from = startOf(dayAfter(last, 1), zone)
    await requestEnded(tx, record, { agencyId, ref: requestId, from, ...made })
    return holdId
  }
  if (wasOpen) return holdId
  if ((await standingOf(tx, agencyId, holdId)).state !== 'released') {
    await requestEnded(tx, record, { agencyId, ref: requestId, from: null, ...made })
    return holdId
  }
  const set = await tx
    .selectFrom('recordsResponsive')
    .innerJoin('record', (join) =>
      join
        .onRef('record.agencyId', '=', 'recordsResponsive.agencyId')
        .onRef('record.recordId', '=', 'recordsResponsive.recordId'),
    )
    .select('record.recordId')
    .where('recordsResponsive.agencyId', '=', agencyId)
    .where('recordsResponsive.requestId', '=', requestId)
    .where('record.disposedIn', 'is', null)
    .execute()
  return await holdThese(
    tx,
    record,
    request,
    set.map(({ recordId }) => recordId),
    made,
  )
}
