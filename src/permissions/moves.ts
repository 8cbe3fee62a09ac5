/** The states of a request, in the words of its page. */
export const states = [
  'draft',
  'awaiting-consent',
  'awaiting-endorsement',
  'awaiting-decision',
  'stalled',
  'with-counsel',
  'on-appeal',
  'returned',
  'approved',
  'disapproved',
  'upheld',
  'refused',
  'withdrawn',
  'not-needed',
  'allowed',
  'allowed-with-changes',
  'not-allowed',
] as const
export type State = (typeof states)[number]

export const moves = [
  'submit',
  'withdraw',
  'consent',
  'refuse',
  'endorse',
  'not-recommend',
  'return',
  'approve',
  'disapprove',
  'allow',
  'allow-with-changes',
  'not-allow',
  'appeal',
  'uphold',
  'overturn',
  'find-unneeded',
  'send-on',
  'pass-silent',
  'pass-vacant',
  'remind',
] as const
export type Move = (typeof moves)[number]

/** What a move must carry: words for the author, a citation of the adopted order. */
export type Need = 'remarks' | 'citation'

export interface Step {
  /** `desk` is whoever sits where the request lies; `clock` is nobody, when a time is over or a chair is empty. */
  by: 'author' | 'coworker' | 'desk' | 'appeal' | 'counsel' | 'clock'
  /** `onward`: to the consents that lack, then to the next desk that somebody sits at. */
  to: State | 'onward'
  /** The words on the button, or of the history where there is none. */
  says: string
  needs?: readonly Need[]
  /** A permission is approved, an advance opinion answered. */
  only?: 'permission' | 'opinion'
}

const withdraw = { by: 'author', to: 'withdrawn', says: 'Withdraw' } as const satisfies Step
const reason = ['remarks', 'citation'] as const
const decisions = {
  approve: { by: 'desk', to: 'approved', says: 'Approve', only: 'permission' },
  disapprove: { by: 'desk', to: 'disapproved', says: 'Disapprove', needs: reason, only: 'permission' },
  allow: { by: 'desk', to: 'allowed', says: 'Answer: allowed', only: 'opinion' },
  'allow-with-changes': {
    by: 'desk',
    to: 'allowed-with-changes',
    says: 'Answer: allowed with changes',
    needs: ['remarks'],
    only: 'opinion',
  },
  'not-allow': { by: 'desk', to: 'not-allowed', says: 'Answer: not allowed', needs: reason, only: 'opinion' },
  return: { by: 'desk', to: 'returned', says: 'Return with remarks', needs: ['remarks'] },
} as const satisfies Partial<Record<Move, Step>>
const appeal = { by: 'author', to: 'on-appeal', says: 'Appeal', needs: ['remarks'] } as const satisfies Step
const empty = { by: 'clock', to: 'onward', says: 'Passed on: nobody holds the desk' } as const satisfies Step

/**
 * What may happen to a request. What is not here is refused; the buttons, the check and the tests come from it. No
 * desk below the giver can disapprove, no state ends by silence, and an answer is always somebody's.
 */
export const table = {
  draft: { submit: { by: 'author', to: 'onward', says: 'Submit' }, withdraw },
  'awaiting-consent': {
    consent: { by: 'coworker', to: 'onward', says: 'I agree' },
    refuse: { by: 'coworker', to: 'refused', says: 'I refuse' },
    remind: { by: 'clock', to: 'awaiting-consent', says: 'Reminded: a consent is late' },
    // A person decides without it; where colleagues alone permit, it stalls.
    'pass-silent': { by: 'clock', to: 'onward', says: 'Passed on: a consent is missing' },
    'pass-vacant': { by: 'clock', to: 'onward', says: 'Passed on: a colleague no longer serves' },
    withdraw,
  },
  'awaiting-endorsement': {
    endorse: { by: 'desk', to: 'onward', says: 'Endorse' },
    'not-recommend': { by: 'desk', to: 'onward', says: 'Send up, not recommended', needs: ['remarks'] },
    return: decisions.return,
    'pass-silent': { by: 'clock', to: 'onward', says: 'Passed by for silence' },
    'pass-vacant': empty,
    withdraw,
  },
  'awaiting-decision': {
    ...decisions,
    'pass-silent': { by: 'clock', to: 'onward', says: 'No decision in time' },
    'pass-vacant': empty,
    withdraw,
  },
  stalled: {
    ...decisions,
    appeal,
    remind: { by: 'clock', to: 'stalled', says: 'Reminded: a decision is late' },
    withdraw,
  },
  'with-counsel': {
    approve: decisions.approve,
    allow: decisions.allow,
    'find-unneeded': {
      by: 'counsel',
      to: 'not-needed',
      says: 'Find that no permission is needed',
      needs: ['remarks'],
    },
    'send-on': { by: 'counsel', to: 'on-appeal', says: 'Send on to be decided', needs: ['remarks'] },
    appeal,
    'pass-silent': { by: 'clock', to: 'on-appeal', says: 'Counsel passed by for silence' },
    withdraw,
  },
  'on-appeal': {
    overturn: {
      by: 'appeal',
      to: 'approved',
      says: 'Overturn: approve',
      needs: ['remarks'],
      only: 'permission',
    },
    uphold: { by: 'appeal', to: 'upheld', says: 'Uphold: disapprove', needs: reason, only: 'permission' },
    allow: { ...decisions.allow, by: 'appeal' },
    'allow-with-changes': { ...decisions['allow-with-changes'], by: 'appeal' },
    'not-allow': { ...decisions['not-allow'], by: 'appeal' },
    remind: { by: 'clock', to: 'on-appeal', says: 'Reminded: the appeal is late' },
    withdraw,
  },
  returned: { submit: { by: 'author', to: 'onward', says: 'Submit again' }, withdraw },
  disapproved: { appeal },
  approved: {},
  upheld: {},
  refused: {},
  withdrawn: {},
  'not-needed': {},
  allowed: {},
  'allowed-with-changes': {},
  'not-allowed': {},
} as const satisfies Record<State, Partial<Record<Move, Step>>>
