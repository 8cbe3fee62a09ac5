import { postMoves, postTable, type PostMove, type PostNeed, type PostState, type PostStep } from './moves.ts'

/** Everything of a post that the rule looks at. */
export interface PostStanding {
  state: PostState
  author: string
  /** Whose words they are now: who edited it last. */
  editor: string
  contentHash: string
  approvedHash: string | null
  approvedBy: string | null
  /** Who signed for it in an emergency, and who looked at it since. */
  signedBy: string | null
  reviewedBy: string | null
  isTimeSensitive: boolean
}

/** Who may speak for a post at this moment. */
export interface PostSeats {
  /** The Chief and whom the Chief designated for official posts. */
  approvers: ReadonlyMap<string, 'chief' | 'designee'>
  /** Who runs every one of its pages, and who runs at least one. */
  runsAll: ReadonlySet<string>
  runsOne: ReadonlySet<string>
}

/** What comes with a move. */
export interface PostSaid {
  remarks?: string | undefined
  contentHash?: string | undefined
}

export type PostOffice = 'author' | 'chief' | 'designee' | 'administrator'
export type PostFault = { ok: false; because: string }
export type PostAnswer = { ok: true; next: PostStanding; office: PostOffice | null } | PostFault

/** The actor when nobody acts: a time has come, or the networks have answered. */
export const postClock = 'clock'

/**
 * May this person make this move now, and what follows? Pure. With `edit` comes the hash of the new content. What is
 * not in the table is refused, and nobody approves what they wrote.
 */
export function rulePost(
  post: PostStanding,
  move: PostMove,
  actor: string,
  seats: PostSeats,
  said: PostSaid,
): PostAnswer {
  const step = stepOf(post, move)
  if (!step) return refuse(`a post that is ${inWords(post.state)} cannot be moved so (${inWords(move)})`)
  const tied = tie(post, step, actor, seats)
  if (!tied.ok) return tied
  for (const need of step.needs ?? [])
    if (!said[need]?.trim()) return refuse(`${step.says}: ${lacking[need]}`)
  if (step.needs?.includes('contentHash') === true && said.contentHash !== post.contentHash)
    return refuse('what you saw is not what stands there now; look at it again')
  return { ok: true, next: follow(post, move, step, actor, said), office: tied.office }
}

/** The moves that somebody could make now: the buttons of the page. */
export function postMovesFor(
  post: PostStanding,
  actor: string,
  seats: PostSeats,
): { move: PostMove; step: PostStep }[] {
  return postMoves.flatMap((move) => {
    const step = stepOf(post, move)
    return step && step.by !== 'clock' && tie(post, step, actor, seats).ok ? [{ move, step }] : []
  })
}

/** `in-review` as people read it. */
export function inWords(word: string): string {
  return word.replaceAll('-', ' ')
}

const lacking = {
  remarks: 'please say why; it is kept',
  contentHash: 'say what you saw, by its hash',
} satisfies Record<PostNeed, string>

function refuse(because: string): PostFault {
  return { ok: false, because }
}

function stepOf(post: PostStanding, move: PostMove): PostStep | undefined {
  const steps: Partial<Record<PostMove, PostStep>> = postTable[post.state]
  const step = steps[move]
  if (step?.only === 'time-sensitive' && !post.isTimeSensitive) return undefined
  if (step?.only === 'unreviewed' && (post.signedBy === null || post.reviewedBy !== null)) return undefined
  return step
}

/** What ties the actor to this step; the wall against approving one's own stands before everything else. */
function tie(
  post: PostStanding,
  step: PostStep,
  actor: string,
  { approvers, runsAll, runsOne }: PostSeats,
): { ok: true; office: PostOffice | null } | PostFault {
  const office = approvers.get(actor)
  const wrote = actor === post.author || actor === post.editor
  const as = (found: PostOffice | undefined | false, because: string): ReturnType<typeof tie> =>
    found === undefined || found === false ? refuse(because) : { ok: true, office: found }
  const author = actor === post.author && 'author'
  const isOne = runsOne.has(actor) && 'administrator'
  switch (step.by) {
    case 'author':
      return as(author || office, 'only its author or an approver can do that')
    case 'writer':
      return as(
        author || office || isOne,
        'only its author, an approver or whoever runs its pages can do that',
      )
    case 'approver':
      return wrote && office !== undefined
        ? refuse('nobody approves their own words; somebody else must say yes')
        : as(office, 'it waits for the Chief or whom the Chief designated for official posts')
    case 'reviewer':
      return wrote || actor === post.signedBy
        ? refuse('whoever wrote or signed it does not review it')
        : as(office, 'it waits for the Chief or whom the Chief designated for official posts')
    case 'signer':
      return as(
        office ?? (runsAll.has(actor) && 'administrator'),
        'in an emergency an approver signs, or whoever runs all the pages it goes to',
      )
    case 'keeper':
      return as(office ?? isOne, 'only an approver or whoever runs one of its pages can do that')
    default:
      return actor === postClock ? { ok: true, office: null } : refuse('no person can do that')
  }
}

function follow(
  post: PostStanding,
  move: PostMove,
  { to }: PostStep,
  actor: string,
  said: PostSaid,
): PostStanding {
  const unapproved = { approvedHash: null, approvedBy: null, signedBy: null, reviewedBy: null }
  switch (move) {
    case 'edit':
      return { ...post, ...unapproved, state: to, editor: actor, contentHash: said.contentHash ?? '' }
    case 'submit':
    case 'return':
    case 'fail':
      return { ...post, ...unapproved, state: to }
    case 'withdraw':
      return { ...post, ...unapproved, state: to }
    case 'approve':
      return { ...post, state: to, approvedHash: post.contentHash, approvedBy: actor }
    case 'sign':
      return {
        ...post,
        state: to,
        approvedHash: post.contentHash,
        approvedBy: actor,
        signedBy: actor,
        reviewedBy: null,
      }
    case 'confirm':
    case 'fault':
      return { ...post, state: to, reviewedBy: actor }
    default:
      return { ...post, state: to }
  }
}
