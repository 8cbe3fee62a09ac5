import type { Agency } from '../../members/caller.ts'
import { membersOf } from '../../members/store.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { clockOf, type Calendar, type Clock, type Happened } from './clock.ts'
import { hashOf } from './code.ts'
import { lawOf, type Answered } from './law.ts'
import { inWords } from './request.ts'
import { calendarOf } from './settings.ts'
import type { Appeal, Fee, StoredRequest, StoredStep } from './tables.ts'

/** One request; refuses (notFound) an id that the agency does not know. */
export async function findRequest(db: Db, agencyId: string, requestId: string): Promise<StoredRequest> {
  const found = await db
    .selectFrom('recordsRequest')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such request for records')
  return found
}

/** The request that a code opens; undefined for a code that was never given. */
export async function requestWith(
  db: Db,
  agencyId: string,
  code: string,
): Promise<StoredRequest | undefined> {
  return await db
    .selectFrom('recordsRequest')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('codeHash', '=', hashOf(code))
    .executeTakeFirst()
}

/** What of a request may change. */
export interface Changes {
  state?: StoredRequest['state']
  isPersonnel?: boolean
  holdId?: string
  deniedOn?: string
  closedAt?: string | null
  fee?: Fee
  appeal?: Appeal
}

/** Changes a request; refuses (conflict) one that was moved since it was seen, and says by whom. */
export async function changeRequest(
  tx: Tx,
  { agencyId, requestId }: Pick<StoredRequest, 'agencyId' | 'requestId'>,
  seen: number,
  { fee, appeal, ...changes }: Changes,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('recordsRequest')
    .set({
      ...changes,
      ...(fee === undefined ? {} : { fee: JSON.stringify(fee) }),
      ...(appeal === undefined ? {} : { appeal: JSON.stringify(appeal) }),
      version: seen + 1,
    })
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .where('version', '=', seen)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Refusal('conflict', await whoMoved(tx, agencyId, requestId))
  return seen + 1
}

async function whoMoved(tx: Tx, agencyId: string, requestId: string): Promise<string> {
  const { state } = await findRequest(tx, agencyId, requestId)
  const last = (await stepsOf(tx, agencyId, [requestId])).at(-1)
  const [member] = last ? await membersOf(tx, agencyId, [last.madeBy]) : []
  return `it was changed meanwhile by ${member?.name ?? 'somebody else'}; it is ${inWords(state)} now`
}

/** Adds what happened to a request to its history. */
export async function addStep(tx: Tx, step: Omit<StoredStep, 'n'>): Promise<void> {
  const { agencyId, requestId } = step
  const { last } = await tx
    .selectFrom('recordsRequestStep')
    .select((row) => row.fn.coalesce(row.fn.max('n'), row.lit(0)).as('last'))
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('recordsRequestStep')
    .values({ ...step, n: last + 1 })
    .execute()
}

/** What happened to these requests, each in its order. */
export async function stepsOf(
  db: Db,
  agencyId: string,
  requestIds: readonly string[],
): Promise<StoredStep[]> {
  if (requestIds.length === 0) return []
  return await db
    .selectFrom('recordsRequestStep')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', 'in', requestIds)
    .orderBy('requestId')
    .orderBy('n')
    .execute()
}

/** Which moves are an answer to the requester. */
const answering: Readonly<Partial<Record<StoredStep['move'], Answered>>> = {
  acknowledge: 'acknowledgement',
  ask: 'clarification',
  'release-part': 'release',
  release: 'release',
  deny: 'denial',
  'find-none': 'denial',
  close: 'denial',
}

/** What the clock needs to know, out of a request's history. */
export function happenedTo(request: StoredRequest, steps: readonly StoredStep[], zone: string): Happened {
  const answers: Happened['answers'][number][] = []
  const waits: { for: 'clarifying' | 'fee'; from: string; to: string | null }[] = []
  const end = (what: 'clarifying' | 'fee', on: string): void => {
    for (const wait of waits) if (wait.for === what) wait.to ??= on
  }
  for (const { move, fromState, toState, at } of steps) {
    const on = dayIn(zone, at)
    const kind = answering[move]
    if (kind) answers.push({ kind, on })
    if (fromState === 'clarifying' && toState !== 'clarifying') end('clarifying', on)
    if (move === 'ask') waits.push({ for: 'clarifying', from: on, to: null })
    if (move === 'paid' || move === 'waive') end('fee', on)
    if (move === 'estimate') {
      end('fee', on)
      waits.push({ for: 'fee', from: on, to: null })
    }
  }
  // A fee that need not be paid beforehand holds nothing up.
  const counted = request.fee?.mustPrepay === false ? waits.filter((wait) => wait.for !== 'fee') : waits
  const { isPersonnel, deniedOn } = request
  return { receivedOn: dayIn(zone, request.receivedAt), isPersonnel, answers, waits: counted, deniedOn }
}

/** The clocks of requests on a day, by their ids. */
export async function clocksOf(
  db: Db,
  { agencyId, zone }: Agency,
  requests: readonly StoredRequest[],
  at: string,
): Promise<Map<string, Clock>> {
  const steps = await stepsOf(
    db,
    agencyId,
    requests.map(({ requestId }) => requestId),
  )
  const calendars = new Map<string, Calendar>()
  const clocks = new Map<string, Clock>()
  for (const request of requests) {
    const { requestId, lawId } = request
    const law = lawOf(lawId)
    const calendar = calendars.get(lawId) ?? (await calendarOf(db, agencyId, law))
    calendars.set(lawId, calendar)
    const own = steps.filter((step) => step.requestId === requestId)
    clocks.set(requestId, clockOf(law, calendar, happenedTo(request, own, zone), dayIn(zone, at)))
  }
  return clocks
}

/** The clock of one request on a day. */
export async function clockFor(db: Db, agency: Agency, request: StoredRequest, at: string): Promise<Clock> {
  const clock = (await clocksOf(db, agency, [request], at)).get(request.requestId)
  if (!clock) throw new Error(`no clock for ${request.requestId}`)
  return clock
}
