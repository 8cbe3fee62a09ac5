import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import { isBefore } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import { consentsUntil, type Times } from './deadlines.ts'
import { moveRequest } from './move.ts'
import { isForsaken } from './request.ts'
import { table, type Move } from './moves.ts'
import { findRequest, type StoredRequest } from './store.ts'
import { groundOf, knownOf, type Known } from './ways.ts'

/**
 * What time does to requests: whoever is silent too long is passed by with a mark, a desk that fell vacant and a
 * colleague who left are passed on, what is late is said again. It answers nothing by itself. Run it as often as you like: each pass is made once,
 * under a key of the request and the version that was late. What failed is thrown at the end, when all others are done.
 */
export async function due(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId } = agency
  const known = await knownOf(db, agency)
  const faults: unknown[] = []
  let after: string | undefined
  do {
    const page = await latePage(db, agencyId, at, after)
    for (const requestId of page) {
      // One request that cannot be read or moved holds up no other.
      try {
        await passIfLate(db, agency, requestId, at, known)
      } catch (error) {
        faults.push(new Error(`request ${requestId} was not passed on`, { cause: error }))
      }
    }
    after = page.length < pageSize ? undefined : page.at(-1)
  } while (after !== undefined)
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} of the requests that are late were not passed on`)
}

const pageSize = 200
const mayBeForsaken = ['awaiting-consent', 'awaiting-endorsement', 'awaiting-decision'] as const

/** The ids of some requests that may be late, or wait for somebody who may be gone, after a cursor. */
async function latePage(db: Db, agencyId: string, at: string, after: string | undefined): Promise<string[]> {
  let select = db
    .selectFrom('request')
    .select('requestId')
    .where('agencyId', '=', agencyId)
    .where('dueAt', 'is not', null)
    .where((row) => row.or([row('dueAt', '<=', at), row('state', 'in', mayBeForsaken)]))
    .orderBy('requestId')
    .limit(pageSize)
  if (after !== undefined) select = select.where('requestId', '>', after)
  return (await select.execute()).map(({ requestId }) => requestId)
}

async function passIfLate(
  db: Db,
  agency: Agency,
  requestId: string,
  at: string,
  known: Known,
): Promise<void> {
  const request = await findRequest(db, agency.agencyId, requestId)
  const { seats, settings } = await groundOf(db, agency, request, at, known)
  const move = moveOf(request, at, isForsaken(request, seats), settings, agency.zone)
  if (move !== undefined) await pass(db, agency, request, move, at)
}

/** What the clock does with a request now. */
function moveOf(
  request: StoredRequest,
  at: string,
  isNobodyThere: boolean,
  times: Times,
  zone: string,
): Move | undefined {
  const { state, submittedAt } = request
  const steps = table[state]
  if (isNobodyThere && 'pass-vacant' in steps) return 'pass-vacant'
  if (request.dueAt === null || isBefore(at, request.dueAt)) return undefined
  // Colleagues are reminded while there is time, and then somebody decides without their word.
  const isReminded =
    state === 'awaiting-consent' &&
    submittedAt !== null &&
    isBefore(at, consentsUntil(submittedAt, times, zone))
  if ('pass-silent' in steps && !isReminded) return 'pass-silent'
  return 'remind' in steps ? 'remind' : undefined
}

async function pass(db: Db, agency: Agency, request: StoredRequest, move: Move, at: string): Promise<void> {
  const { agencyId } = agency
  const { requestId, version } = request
  const made = {
    agencyId,
    by: 'system',
    key: `due-${requestId}-${version}`,
    name: `requests.${move}`,
    at,
    input: { move },
  }
  try {
    await moveRequest(db, agency, undefined, made, requestId, { move, version })
  } catch (error) {
    // Somebody moved it in this very moment, and so it is late no more.
    if (!(error instanceof Refusal && error.code === 'conflict')) throw error
  }
}
