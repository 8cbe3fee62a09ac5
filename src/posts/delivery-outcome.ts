import type { NetworkFault, Published } from '../accounts/networks/network.ts'
import { isBefore, later } from '../platform/day.ts'
import { endHours, type DeliveryDoes, type DeliveryState } from './deliveries.ts'

/** How long things take; the drills and the bench hurry. Seconds, unless named otherwise. */
export interface Pace {
  /** One call of a network. */
  call: number
  /** After that its answer is lost, however late a process wakes up. */
  grace: number
  /** Before it is asked whether something arrived whose answer was lost. */
  doubt: number
  firstBackoff: number
  mostBackoff: number
  /** A key that was not taken is tried again after this, even where it is the same. */
  keyPause: number
  /** After this, a network that knows keys is asked whether it is there before it is sent the same key again. */
  keyLasts: number
}

export const usualPace: Pace = {
  call: 60,
  grace: 30,
  doubt: 15,
  firstBackoff: 10,
  mostBackoff: 900,
  keyPause: 3_600,
  keyLasts: 1_800,
}

/** What of a delivery decides on what follows. */
export interface Trying {
  does: DeliveryDoes
  tries: number
  inDoubt: boolean
  isCalledBack: boolean
  giveUpAt: string
}

/** What came of one call. `absent`: it was looked for and is surely not there. */
export type Outcome =
  | { kind: 'done'; published: Published | null }
  | { kind: 'absent' }
  | { kind: 'fault'; during: 'call' | 'find'; fault: Pick<NetworkFault, 'kind' | 'sentence' | 'after'> }

export interface Next {
  state: Exclude<DeliveryState, 'sending'>
  dueAt: string
  inDoubt: boolean
  sentence: string | null
  published: Published | null
  /** Why and until when nothing else is sent to the account either. */
  pause: { until: string; because: 'patience' | 'key' } | null
}

/** Does it put something on a network? Only that can be there twice; the others may be repeated without harm. */
export function isPublication(does: DeliveryDoes): boolean {
  return does === 'publish' || does === 'reply'
}

/** What follows from what came of a try. Pure; `at` is when the answer came. */
export function follow(trying: Trying, outcome: Outcome, at: string, pace: Pace): Next {
  const rest = { dueAt: at, inDoubt: false, sentence: null, published: null, pause: null }
  if (outcome.kind === 'done') return { ...rest, state: 'done', published: outcome.published }
  if (outcome.kind === 'absent')
    return trying.isCalledBack
      ? { ...rest, state: 'withdrawn', sentence: takenBack }
      : { ...rest, state: 'waiting' }
  const { during, fault } = outcome
  const { sentence, after } = fault
  const isLost = fault.kind === 'unknown' && isPublication(trying.does)
  const inDoubt = trying.inDoubt || isLost
  const open = { ...rest, inDoubt, sentence }
  if (fault.kind === 'refused') {
    // Refused as a second one, perhaps: the first may be there.
    if (during === 'find' || inDoubt) return { ...open, state: 'parked', sentence: unknownWords(sentence) }
    return { ...open, state: 'refused' }
  }
  if (fault.kind === 'signed-out')
    return {
      ...open,
      state: 'waiting',
      pause: { until: later(at, { seconds: pace.keyPause }), because: 'key' },
    }
  const wait = Math.max(
    backoff(trying.tries, pace),
    isLost ? pace.doubt : 0,
    after === null ? 0 : Math.ceil(after / 1_000),
  )
  const dueAt = later(at, { seconds: wait })
  if (!isBefore(dueAt, trying.giveUpAt))
    return { ...open, state: 'parked', sentence: inDoubt ? unknownWords(sentence) : givenUp(sentence) }
  const pause = after === null ? null : ({ until: dueAt, because: 'patience' } as const)
  return { ...open, state: 'waiting', dueAt, pause }
}

/** Twice as long each time, up to a cap. */
function backoff(tries: number, pace: Pace): number {
  return Math.min(pace.mostBackoff, pace.firstBackoff * 2 ** Math.min(20, Math.max(0, tries - 1)))
}

export const takenBack = 'It was taken back before it was sent.'

/** What a person reads who has to look. */
export function unknownWords(last: string): string {
  return `It is unknown whether it is there. The last word of the network: ${ended(last)} Please look at the page and say.`
}

function givenUp(last: string): string {
  return `It was not taken in ${endHours} hours. The last word of the network: ${ended(last)}`
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
