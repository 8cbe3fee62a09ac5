import type { Clock } from './clock.ts'
import type { Law } from './law.ts'
import { leadsTo, stepOf, type Move, type Needs, type State, type Step } from './moves.ts'

/** What the rule needs to know of a request. */
export interface Standing {
  state: State
  clock: Clock
  /** Searches that were put down. */
  searches: number
  /** Records of its set that two people settled and that did not go out yet; context among them. */
  ready: number
  /** Of the set, those that two people have not settled. */
  unsettled: number
  /** Of those that are ready, how many an employee's notice or objection bars. */
  barred: number
  responsive: number
  /** Is a fee asked for beforehand, and neither paid nor waived? */
  owesFee: boolean
  /** The last day on which an answer to a question is waited for; null where none is asked. */
  waitsUntil: string | null
  today: string
  /** Is a fee asked for, at whatever time, and neither paid nor waived? */
  hasFee: boolean
}

/** Who moves it. */
export interface Actor {
  by: Step['by']
  /** May they also put down for the requester what came on another way? */
  isCustodian: boolean
}

/** What is said with a move, by its table's needs. */
export type Said = { readonly [need in Needs]?: unknown }

export type Ruling =
  | { ok: true; step: Step; to: State }
  | { ok: false; code: 'conflict' | 'forbiddenByOrder' | 'malformed'; because: string; cites?: string }

/** May this be done to a records request, and where does it lead? Pure. */
export function rule(request: Standing, move: Move, actor: Actor, said: Said, law: Law): Ruling {
  const step = stepOf(request.state, move)
  if (!step) return no('conflict', `a request that is ${inWords(request.state)} cannot be moved so`)
  const isFor = step.by === actor.by || (step.by === 'requester' && actor.isCustodian)
  if (!isFor) return no('forbiddenByOrder', whose[step.by])
  for (const need of step.needs) if (!isSaid(said[need])) return no('malformed', lacking[need])
  const bar = bars[move]?.(request, law)
  return bar ?? { ok: true, step, to: leadsTo(request.state, step) }
}

type Bar = (request: Standing, law: Law) => Ruling | undefined

const releasing =
  (isLast: boolean): Bar =>
  ({ ready, unsettled, barred, owesFee, responsive }, law) => {
    if (owesFee)
      return no(
        'forbiddenByOrder',
        'the fee was asked for beforehand; put down that it is paid, or waive it',
        law.fees.prepayment?.citation,
      )
    if (ready === 0)
      return no(
        'forbiddenByOrder',
        responsive === 0
          ? 'nothing is in the set yet; add the records that answer the request'
          : 'nothing is ready: two different people settle how each record goes out',
      )
    if (isLast && unsettled + barred > 0)
      return no(
        'forbiddenByOrder',
        barred > 0
          ? `records that wait for somebody who may object: ${barred}; release the others in part, and these when it is decided`
          : `records that are not settled by two people yet: ${unsettled}; release the others in part, or settle these`,
        barred > 0 ? law.personnel.citation : undefined,
      )
    if (ready === barred)
      return no(
        'forbiddenByOrder',
        'what is ready waits for somebody who may object to it',
        law.personnel.citation,
      )
    return undefined
  }

/** What more stands in the way of a move, beyond what the table says. */
const bars: Partial<Record<Move, Bar>> = {
  'release-part': releasing(false),
  release: releasing(true),
  'find-none': ({ searches, responsive }) => {
    if (searches === 0)
      return no(
        'forbiddenByOrder',
        'put down first where somebody looked; that is what shows that nothing is there',
      )
    if (responsive > 0)
      return no('forbiddenByOrder', 'records are in the set; take them out with a reason, or review them')
    return undefined
  },
  review: ({ responsive, searches }) =>
    responsive === 0
      ? no(
          'forbiddenByOrder',
          searches === 0 ? 'search first' : 'nothing is in the set to review; say that nothing was found',
        )
      : undefined,
  paid: ({ hasFee }) => (hasFee ? undefined : no('conflict', 'no fee is owed')),
  waive: ({ hasFee }) => (hasFee ? undefined : no('conflict', 'no fee is owed')),
  lapse: ({ clock }, law) =>
    clock.deemedDeniedOn === null || clock.answeredOn !== null
      ? no('conflict', 'silence has not become a denial', law.silence.citation ?? undefined)
      : undefined,
  close: ({ waitsUntil, today }) =>
    waitsUntil !== null && today <= waitsUntil
      ? no('conflict', `an answer to the question is waited for until ${waitsUntil}`)
      : undefined,
  // Whether it comes in time is for whom it goes to; the department only puts down that there is one.
  appeal: ({ clock }, law) =>
    clock.appealBy === null
      ? no('conflict', 'nothing of it was denied, in words or by silence', law.appeal.citation ?? undefined)
      : undefined,
}

function isSaid(value: unknown): boolean {
  if (typeof value === 'string') return value.trim().length >= 3
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null
}

function no(code: 'conflict' | 'forbiddenByOrder' | 'malformed', because: string, cites?: string): Ruling {
  return { ok: false, code, because, ...(cites === undefined ? {} : { cites }) }
}

const whose = {
  custodian: 'this is for the records custodian, or the Chief',
  requester: 'this is for whoever asked',
  clock: 'only time does this',
} as const satisfies Record<Step['by'], string>

const lacking = {
  words: 'say it in words; the requester reads them',
  fee: 'say what is charged for, and how much of it',
  exemptions: 'name the exemptions it rests on',
  outcome: 'say how the appeal ended',
  waiver: 'say on what ground it is waived',
} as const satisfies Record<Needs, string>

/** A state in words. */
export function inWords(state: State): string {
  const words = {
    received: 'received',
    acknowledged: 'acknowledged',
    clarifying: 'waiting for the requester',
    searching: 'being searched for',
    reviewing: 'in review',
    'partly-released': 'released in part',
    released: 'released',
    denied: 'denied',
    'deemed-denied': 'denied by silence',
    closed: 'closed',
    appealed: 'on appeal',
    'appeal-decided': 'decided on appeal',
  } as const satisfies Record<State, string>
  return words[state]
}
