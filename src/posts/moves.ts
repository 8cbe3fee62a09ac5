/** The states of a post, in the words of its page. */
export const postStates = [
  'draft',
  'in-review',
  'returned',
  'approved',
  'publishing',
  'published',
  'withdrawn',
  'removed',
] as const
export type PostState = (typeof postStates)[number]

export const postMoves = [
  'edit',
  'submit',
  'approve',
  'return',
  'sign',
  'withdraw',
  'publish',
  'finish',
  'fail',
  'confirm',
  'fault',
  'remove',
] as const
export type PostMove = (typeof postMoves)[number]

/** What a move must carry: words, the hash of the very content that was seen. */
export type PostNeed = 'remarks' | 'contentHash'

export interface PostStep {
  /**
   * `writer`: its author, or whoever may approve it or runs one of its pages. `approver`: the Chief or a designee, and
   * nobody who wrote it. `signer`: an approver, or whoever runs all of its pages. `keeper`: an approver or whoever
   * runs one of its pages. `clock`: nobody, when a time has come.
   */
  by: 'author' | 'writer' | 'approver' | 'reviewer' | 'signer' | 'keeper' | 'clock'
  to: PostState
  /** The words on the button, or of the history where there is none. */
  says: string
  needs?: readonly PostNeed[]
  /** Only what cannot wait takes the fast lane; only what took it is looked at afterwards. */
  only?: 'time-sensitive' | 'unreviewed'
}

const edit = { by: 'writer', to: 'draft', says: 'Edit' } as const satisfies PostStep
const withdraw = { by: 'author', to: 'withdrawn', says: 'Withdraw' } as const satisfies PostStep
const submit = { by: 'writer', to: 'in-review', says: 'Submit for review', needs: ['contentHash'] } as const
const sign = {
  by: 'signer',
  to: 'approved',
  says: 'Publish now on one sign-off',
  needs: ['remarks', 'contentHash'],
  only: 'time-sensitive',
} as const satisfies PostStep
const giveBack = { by: 'approver', to: 'returned', says: 'Return with remarks', needs: ['remarks'] } as const
const remove = { by: 'keeper', to: 'removed', says: 'Remove everywhere', needs: ['remarks'] } as const
const looked = (to: 'publishing' | 'published' | 'removed') =>
  ({
    confirm: {
      by: 'reviewer',
      to,
      says: 'Confirm the emergency',
      needs: ['contentHash'],
      only: 'unreviewed',
    },
    fault: {
      by: 'reviewer',
      to,
      says: 'Find that it should not have gone out so',
      needs: ['remarks', 'contentHash'],
      only: 'unreviewed',
    },
  }) as const satisfies Partial<Record<PostMove, PostStep>>

/**
 * What may happen to a post. What is not here is refused; the buttons, the check and the tests come from it. Every edit
 * leads back to a draft, and only `approve` and `sign` lead to where the clock publishes from.
 */
export const postTable = {
  draft: { edit, submit, sign, withdraw },
  'in-review': {
    approve: { by: 'approver', to: 'approved', says: 'Approve', needs: ['contentHash'] },
    return: giveBack,
    sign,
    edit,
    withdraw,
  },
  returned: { edit, submit, sign, withdraw },
  approved: {
    publish: { by: 'clock', to: 'publishing', says: 'Publishing began' },
    return: { ...giveBack, says: 'Take the approval back' },
    edit,
    withdraw,
  },
  publishing: {
    finish: { by: 'clock', to: 'published', says: 'Published' },
    fail: { by: 'clock', to: 'returned', says: 'No network took it' },
    remove,
    ...looked('publishing'),
  },
  published: { remove, ...looked('published') },
  withdrawn: {},
  removed: looked('removed'),
} as const satisfies Record<PostState, Partial<Record<PostMove, PostStep>>>
