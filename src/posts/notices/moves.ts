/** The states of a notice, in the words of its page. */
export const noticeStates = [
  'draft',
  'in-review',
  'returned',
  'in-force',
  'revising',
  'revision-in-review',
  'expired',
  'cancelled',
  'over',
  'withdrawn',
] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeMoves = [
  'edit',
  'submit',
  'approve',
  'return',
  'sign',
  'withdraw',
  'drop',
  'cancel',
  'find',
  'expire',
  'tell-over',
  'let-be',
  'confirm',
  'fault',
] as const
export type NoticeMove = (typeof noticeMoves)[number]

/** What a move must carry: words, the hash of the very content that was seen. */
export type NoticeNeed = 'remarks' | 'contentHash'

export interface NoticeStep {
  /**
   * `writer`: its author, an approver, or whoever runs one of its pages. `approver`: the Chief or a designee, and
   * nobody who wrote it. `signer`: an approver, or whoever runs all of its pages. `keeper`: an approver or whoever
   * runs one of its pages. `reviewer`: an approver who neither wrote nor signed it. `clock`: nobody.
   */
  by: 'author' | 'writer' | 'approver' | 'reviewer' | 'signer' | 'keeper' | 'clock'
  to: NoticeState
  /** The words on the button, or of the history where there is none. */
  says: string
  needs?: readonly NoticeNeed[]
  /**
   * Only what cannot wait (section C.3 of the orders) is signed by one; only outreach is approved as posts are; only
   * what was signed is reviewed; only a person whom the public was asked about is found; only what was never out is withdrawn,
   * and what was out is let be.
   */
  only?: 'time-sensitive' | 'outreach' | 'unreviewed' | 'missing-person' | 'never-out' | 'was-out'
}

const edit = (to: NoticeState) => ({ by: 'writer', to, says: 'Edit' }) as const satisfies NoticeStep
const withdraw = {
  by: 'author',
  to: 'withdrawn',
  says: 'Withdraw',
  only: 'never-out',
} as const satisfies NoticeStep
const submit = (to: NoticeState) =>
  ({
    by: 'writer',
    to,
    says: 'Submit for approval',
    needs: ['contentHash'],
    only: 'outreach',
  }) as const satisfies NoticeStep
const sign = (says: string) =>
  ({
    by: 'signer',
    to: 'in-force',
    says,
    needs: ['contentHash'],
    only: 'time-sensitive',
  }) as const satisfies NoticeStep
const approve = {
  by: 'approver',
  to: 'in-force',
  says: 'Approve and publish',
  needs: ['contentHash'],
} as const satisfies NoticeStep
const giveBack = (to: NoticeState) =>
  ({ by: 'approver', to, says: 'Return with remarks', needs: ['remarks'] }) as const satisfies NoticeStep
const drop = { by: 'writer', to: 'in-force', says: 'Drop the change' } as const satisfies NoticeStep
const letBe = {
  by: 'keeper',
  to: 'over',
  says: 'Nothing more needs to be said',
} as const satisfies NoticeStep
const ends = {
  cancel: { by: 'keeper', to: 'cancelled', says: 'Cancel', needs: ['remarks'] },
  find: {
    by: 'keeper',
    to: 'cancelled',
    says: 'Found: take it down everywhere',
    only: 'missing-person',
  },
  expire: { by: 'clock', to: 'expired', says: 'Its time was over' },
} as const satisfies Partial<Record<NoticeMove, NoticeStep>>
const looked = (to: NoticeState) =>
  ({
    confirm: { by: 'reviewer', to, says: 'Confirm the sign-off', only: 'unreviewed' },
    fault: {
      by: 'reviewer',
      to,
      says: 'Find that it should not have gone out so',
      needs: ['remarks'],
      only: 'unreviewed',
    },
  }) as const satisfies Partial<Record<NoticeMove, NoticeStep>>

/**
 * What may happen to a notice. What is not here is refused; the buttons, the check and the tests come from it. Only
 * `approve` and `sign` put words before the public, and while others are prepared the old ones stay there.
 */
export const noticeTable = {
  draft: {
    edit: edit('draft'),
    submit: submit('in-review'),
    sign: sign('Publish on one sign-off'),
    withdraw,
    'let-be': { ...letBe, only: 'was-out' },
    find: ends.find,
    ...looked('draft'),
  },
  'in-review': { approve, return: giveBack('returned'), edit: edit('draft'), withdraw },
  returned: { edit: edit('draft'), submit: submit('in-review'), withdraw },
  'in-force': { edit: edit('revising'), ...ends, ...looked('in-force') },
  revising: {
    edit: edit('revising'),
    submit: submit('revision-in-review'),
    sign: sign('Publish the update on one sign-off'),
    drop,
    ...ends,
    ...looked('revising'),
  },
  'revision-in-review': {
    approve,
    return: giveBack('revising'),
    edit: edit('revising'),
    drop,
    ...ends,
  },
  expired: {
    edit: edit('draft'),
    'tell-over': { by: 'keeper', to: 'over', says: 'Tell the readers that it is over' },
    'let-be': letBe,
    find: ends.find,
    ...looked('expired'),
  },
  cancelled: looked('cancelled'),
  // Its readers have it still, and a person may be found after it.
  over: { find: ends.find, ...looked('over') },
  withdrawn: {},
} as const satisfies Record<NoticeState, Partial<Record<NoticeMove, NoticeStep>>>
