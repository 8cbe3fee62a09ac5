/** The states of a comment, in the words of its page. */
export const states = ['waiting', 'kept', 'with-counsel', 'hidden', 'restored'] as const
export type State = (typeof states)[number]

export const moves = [
  'keep',
  'hide',
  'withdraw',
  'agree',
  'decline',
  'restore',
  'uphold',
  'overturn',
  'look-again',
  'reopen',
] as const
export type Move = (typeof moves)[number]

export interface Step {
  /** `counsel` never asked for the hiding, `appeal` had no part in it; `writer` is whoever edits their own comment. */
  by: 'moderator' | 'counsel' | 'appeal' | 'writer'
  to: State
  /** The words on the button, or of the history where there is none. */
  says: string
  needsReason: boolean
}

const hide = { by: 'moderator', to: 'hidden', says: 'Hide', needsReason: true } as const satisfies Step
const keep = { by: 'moderator', to: 'kept', says: 'Leave it up', needsReason: false } as const satisfies Step
const again = {
  by: 'writer',
  to: 'waiting',
  says: 'Its writer changed it',
  needsReason: false,
} as const satisfies Step

const reopen = {
  by: 'moderator',
  to: 'waiting',
  says: 'Back to the queue',
  needsReason: false,
} as const satisfies Step

/**
 * What may happen to a comment. What is not here is refused. Nothing is hidden by the clock or by a detector, and
 * nothing is ever deleted.
 */
export const table = {
  waiting: { keep, hide },
  kept: { hide, reopen, 'look-again': again },
  'with-counsel': {
    agree: { by: 'counsel', to: 'hidden', says: 'Counsel: it may be hidden', needsReason: true },
    decline: { by: 'counsel', to: 'kept', says: 'Counsel: it stays', needsReason: true },
    withdraw: { by: 'moderator', to: 'waiting', says: 'Ask counsel no more', needsReason: false },
  },
  hidden: {
    restore: { by: 'moderator', to: 'restored', says: 'Restore', needsReason: true },
    uphold: { by: 'appeal', to: 'hidden', says: 'Uphold: it stays hidden', needsReason: true },
    overturn: { by: 'appeal', to: 'restored', says: 'Restore on appeal', needsReason: true },
  },
  restored: { keep, hide, 'look-again': again },
} as const satisfies Record<State, Partial<Record<Move, Step>>>

/** The step that a move takes from a state; undefined where the table has none. */
export function stepOf(state: State, move: Move): Step | undefined {
  const steps: Partial<Record<Move, Step>> = table[state]
  return steps[move]
}
