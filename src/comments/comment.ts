import { grounds, groundWords, type Basis, type Ground } from './grounds.ts'
import { stepOf, type Move, type State, type Step } from './moves.ts'

/** What the rule needs to know of a comment. */
export interface Standing {
  state: State
  /** The newest version that was captured. */
  latest: number
  isCritical: boolean
  isGone: boolean
  /** The version that the hiding which runs rests on; null where none does. */
  restsOn: number | null
  /** Whoever asked for the hiding that runs, and counsel who agreed; nobody of them hears its appeal. */
  against: readonly string[]
  isAppealed: boolean
}

/** Who moves it, and by which office they may. */
export interface Actor {
  memberId: string
  offices: ReadonlySet<Step['by']>
}

/** What is said with a move. */
export interface Said {
  reason?: string | undefined
  ground?: Ground | undefined
  /** The captured version that was looked at. */
  n?: number | undefined
  /** The words it rests on, in code points of that version. */
  spans?: readonly (readonly [number, number])[] | undefined
  /** Why criticism of the department is not what it is hidden for. */
  notForCriticism?: string | undefined
}

export type Answer = { ok: true; to: State } | { ok: false; because: string; cites?: string | undefined }

const leastReason = 10

/**
 * May this be done to a comment, and where does it lead? `basis` is where the order in force prints the ground;
 * `length` the code points of the captured text; `asksCounsel` whether off-topic needs counsel's word here.
 */
export function rule(
  comment: Standing,
  move: Move,
  actor: Actor,
  said: Said,
  known: { basis: Basis | undefined; length: number; asksCounsel: boolean },
): Answer {
  const step = stepOf(comment.state, move)
  if (!step) return no(`a comment that is ${inWords(comment.state)} cannot be moved so`)
  if (!actor.offices.has(step.by)) return no(whose[step.by])
  if (step.by === 'counsel' && comment.against.includes(actor.memberId))
    return no('counsel who asked for the hiding does not answer for it; somebody else must')
  if (move === 'agree' && comment.restsOn !== comment.latest)
    return no('its writer changed it since counsel was asked; the moderator looks at it again and asks anew')
  if (step.by === 'appeal') {
    if (comment.against.includes(actor.memberId))
      return no('an appeal is decided by somebody who had no part in the hiding')
    if (!comment.isAppealed) return no('nobody appealed it')
  }
  if (step.needsReason && (said.reason ?? '').trim().length < leastReason)
    return no(`say why, in a sentence of at least ${leastReason} letters; the writer and the public read it`)
  if (move === 'hide') return hiding(comment, said, known)
  return { ok: true, to: step.to }
}

function hiding(
  comment: Standing,
  said: Said,
  { basis, length, asksCounsel }: { basis: Basis | undefined; length: number; asksCounsel: boolean },
): Answer {
  const { ground, n, spans = [], notForCriticism = '' } = said
  if (comment.isGone) return no('its writer took it down already; there is nothing to hide')
  if (ground === undefined)
    return no(`name the ground: ${grounds.join(', ')}. The order has no other, and a view is none`)
  if (!basis)
    return no(`the order in force lets no comment be hidden for ${groundWords[ground]}; leave it up`)
  const cites = basis.citation
  if (n !== comment.latest)
    return no('what you saw is not its newest captured version; look at that one first', cites)
  if (spans.length === 0) return no('mark the words that it rests on', cites)
  if (spans.some(([start, end]) => start < 0 || end <= start || end > length))
    return no('the marked words are not in the captured text', cites)
  if (comment.isCritical && notForCriticism.trim().length < leastReason)
    return no(
      'it criticises the department or an officer, which is no ground; say in a sentence why it is not hidden for that',
      cites,
    )
  return { ok: true, to: ground === 'off-topic' && asksCounsel ? 'with-counsel' : 'hidden' }
}

function no(because: string, cites?: string): Answer {
  return { ok: false, because, cites }
}

const whose = {
  moderator: 'this is for a moderator: an administrator of the page, or the Chief',
  counsel: 'this waits for counsel',
  appeal: 'this is for whoever hears appeals: the Chief, or whoever the Chief designated',
  writer: 'only its writer changes a comment',
} as const satisfies Record<Step['by'], string>

export function inWords(state: State): string {
  const words = {
    waiting: 'waiting for a moderator',
    kept: 'left up',
    'with-counsel': 'with counsel',
    hidden: 'hidden',
    restored: 'restored',
  } as const satisfies Record<State, string>
  return words[state]
}
