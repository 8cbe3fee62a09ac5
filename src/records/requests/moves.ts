/** The states of a records request, in the words of its page. */
export const states = [
  'received',
  'acknowledged',
  'clarifying',
  'searching',
  'reviewing',
  'partly-released',
  'released',
  'denied',
  'deemed-denied',
  'closed',
  'appealed',
  'appeal-decided',
] as const
export type State = (typeof states)[number]

export const moves = [
  'acknowledge',
  'ask',
  'answer',
  'search',
  'review',
  'estimate',
  'paid',
  'waive',
  'release-part',
  'release',
  'find-none',
  'deny',
  'lapse',
  'withdraw',
  'close',
  'appeal',
  'decide-appeal',
  'reopen',
] as const
export type Move = (typeof moves)[number]

/** What has to be said with a move. */
export type Needs = 'words' | 'fee' | 'exemptions' | 'outcome' | 'waiver'

export interface Step {
  /** `requester` is whoever holds the code; the custodian may put down for them what came on another way. */
  by: 'custodian' | 'requester' | 'clock'
  /** Where it leads; `same` where the state stays. */
  to: State | 'same'
  /** The words on the button, or of the history where there is none. */
  says: string
  needs: readonly Needs[]
  /** What goes to the requester on paper. */
  letter?: LetterKind
  /** Only for somebody who has just shown who they are. */
  isGrave?: true
}

export const letterKinds = [
  'acknowledgement',
  'clarification',
  'fee',
  'release',
  'none',
  'denial',
  'closing',
  'notice',
] as const
export type LetterKind = (typeof letterKinds)[number]

const acknowledge = {
  by: 'custodian',
  to: 'acknowledged',
  says: 'Acknowledge',
  needs: [],
  letter: 'acknowledgement',
} as const satisfies Step
const ask = {
  by: 'custodian',
  to: 'clarifying',
  says: 'Ask the requester what is meant',
  needs: ['words'],
  letter: 'clarification',
} as const satisfies Step
const answer = {
  by: 'requester',
  to: 'acknowledged',
  says: 'Answer',
  needs: ['words'],
} as const satisfies Step
const search = { by: 'custodian', to: 'searching', says: 'Search', needs: [] } as const satisfies Step
const review = {
  by: 'custodian',
  to: 'reviewing',
  says: 'To the review',
  needs: [],
} as const satisfies Step
const estimate = {
  by: 'custodian',
  to: 'same',
  says: 'Estimate the fee',
  needs: ['fee'],
  letter: 'fee',
} as const satisfies Step
const paid = { by: 'custodian', to: 'same', says: 'The fee is paid', needs: [] } as const satisfies Step
const waive = {
  by: 'custodian',
  to: 'same',
  says: 'Waive the fee',
  needs: ['waiver'],
} as const satisfies Step
const fee = { estimate, paid, waive } as const
const releasePart = {
  by: 'custodian',
  to: 'partly-released',
  says: 'Release what is reviewed, more to come',
  needs: [],
  letter: 'release',
  isGrave: true,
} as const satisfies Step
const release = {
  by: 'custodian',
  to: 'released',
  says: 'Release, and nothing more to come',
  needs: [],
  letter: 'release',
  isGrave: true,
} as const satisfies Step
const releases = { 'release-part': releasePart, release } as const
const findNone = {
  by: 'custodian',
  to: 'closed',
  says: 'Nothing was found',
  needs: ['words'],
  letter: 'none',
} as const satisfies Step
const deny = {
  by: 'custodian',
  to: 'denied',
  says: 'Deny',
  needs: ['exemptions', 'words'],
  letter: 'denial',
} as const satisfies Step
const lapse = {
  by: 'clock',
  to: 'deemed-denied',
  says: 'The days went by in silence',
  needs: [],
} as const satisfies Step
const withdraw = {
  by: 'requester',
  to: 'closed',
  says: 'I do not need it any more',
  needs: [],
} as const satisfies Step
const close = {
  by: 'custodian',
  to: 'closed',
  says: 'Close',
  needs: ['words'],
  letter: 'closing',
} as const satisfies Step
const appeal = {
  by: 'requester',
  to: 'appealed',
  says: 'Tell the department of an appeal',
  needs: ['words'],
} as const satisfies Step
const reopen = {
  by: 'custodian',
  to: 'searching',
  says: 'Open again',
  needs: ['words'],
} as const satisfies Step
const ends = { withdraw, close, deny } as const

/**
 * What may happen to a records request. What is not here is refused. Time alone does one thing: it says that silence has
 * become a denial, where the law says so; it never closes a request and never denies one.
 */
export const table = {
  received: { acknowledge, ask, search, ...ends, lapse },
  acknowledged: { ask, search, ...fee, ...ends, lapse },
  clarifying: { answer, search, ...ends, lapse },
  searching: { ask, review, ...fee, 'find-none': findNone, ...ends, lapse },
  reviewing: { search, ask, ...fee, ...releases, ...ends, lapse },
  'partly-released': { search, review, ask, ...fee, ...releases, ...ends, appeal },
  released: { close, appeal, reopen },
  denied: { close, appeal, reopen },
  'deemed-denied': { acknowledge, ask, search, ...ends, appeal },
  closed: { appeal, reopen },
  appealed: {
    'decide-appeal': {
      by: 'custodian',
      to: 'appeal-decided',
      says: 'Put down what was decided on appeal',
      needs: ['outcome', 'words'],
    },
    // What is released while an appeal runs ends no appeal.
    release: { ...release, to: 'same' },
  },
  'appeal-decided': { close, reopen },
} as const satisfies Record<State, Partial<Record<Move, Step>>>

/** The step that a move takes from a state; undefined where the table has none. */
export function stepOf(state: State, move: Move): Step | undefined {
  const steps: Partial<Record<Move, Step>> = table[state]
  return steps[move]
}

/** States in which the agency still owes something; a record that such a request meets is not disposed of. */
export const openStates: readonly State[] = states.filter(
  (state) => !['released', 'denied', 'closed', 'appeal-decided'].includes(state),
)

/** Where a move leads from a state. */
export function leadsTo(state: State, { to }: Step): State {
  return to === 'same' ? state : to
}
