import type { PostSeats } from '../post.ts'
import {
  noticeMoves,
  noticeTable,
  type NoticeMove,
  type NoticeNeed,
  type NoticeState,
  type NoticeStep,
} from './moves.ts'
import { templates, type Kind } from './templates.ts'

/** Everything of a notice that the rule looks at. */
export interface NoticeStanding {
  kind: Kind
  state: NoticeState
  author: string
  /** Whose words they are now: who edited it last. */
  editor: string
  contentHash: string
  /** What is or was before the public; null while nothing ever was. */
  outHash: string | null
  /** Who signed alone for what is out, and who looked at it since. */
  signedBy: string | null
  reviewedBy: string | null
}

export interface NoticeSaid {
  remarks?: string | undefined
  contentHash?: string | undefined
}

export type NoticeOffice = 'author' | 'chief' | 'designee' | 'administrator'
type Fault = { ok: false; because: string }
export type NoticeAnswer = { ok: true; to: NoticeState; office: NoticeOffice | null } | Fault

/** The actor when nobody acts: its time is over. */
export const noticeClock = 'clock'

/**
 * May this person make this move now, and where does it lead? Pure. What is not in the table is refused, nobody
 * approves their own words, and whoever signed alone does not review it.
 */
export function ruleNotice(
  notice: NoticeStanding,
  move: NoticeMove,
  actor: string,
  seats: PostSeats,
  said: NoticeSaid,
): NoticeAnswer {
  const step = stepOf(notice, move)
  if (!step) return refuse(`a notice that is ${inWords(notice.state)} cannot be moved so (${inWords(move)})`)
  const tied = tie(notice, step, actor, seats)
  if (!tied.ok) return tied
  for (const need of step.needs ?? [])
    if (!said[need]?.trim()) return refuse(`${step.says}: ${lacking[need]}`)
  if (step.needs?.includes('contentHash') === true && said.contentHash !== notice.contentHash)
    return refuse('what you saw is not what stands there now; look at it again')
  return { ok: true, to: step.to, office: tied.office }
}

/** The moves that somebody could make now: the buttons of the page. */
export function noticeMovesFor(
  notice: NoticeStanding,
  actor: string,
  seats: PostSeats,
): { move: NoticeMove; step: NoticeStep }[] {
  return noticeMoves.flatMap((move) => {
    const step = stepOf(notice, move)
    return step && step.by !== 'clock' && tie(notice, step, actor, seats).ok ? [{ move, step }] : []
  })
}

/** Is it before the public as something that counts? */
export function isInForce(state: NoticeState): boolean {
  return state === 'in-force' || state === 'revising' || state === 'revision-in-review'
}

export function inWords(word: string): string {
  return word.replaceAll('-', ' ')
}

const lacking = {
  remarks: 'please say why; it is kept',
  contentHash: 'say what you saw, by its hash',
} satisfies Record<NoticeNeed, string>

function refuse(because: string): Fault {
  return { ok: false, because }
}

function stepOf(notice: NoticeStanding, move: NoticeMove): NoticeStep | undefined {
  const steps: Partial<Record<NoticeMove, NoticeStep>> = noticeTable[notice.state]
  const step = steps[move]
  if (!step?.only) return step
  const { kind, signedBy, reviewedBy, outHash } = notice
  const holds = {
    'time-sensitive': templates[kind].isTimeSensitive,
    outreach: !templates[kind].isTimeSensitive,
    unreviewed: signedBy !== null && reviewedBy === null,
    'missing-person': kind === 'missing-person' && outHash !== null,
    'never-out': outHash === null,
    'was-out': outHash !== null,
  }
  return holds[step.only] ? step : undefined
}

function tie(
  notice: NoticeStanding,
  step: NoticeStep,
  actor: string,
  { approvers, runsAll, runsOne }: PostSeats,
): { ok: true; office: NoticeOffice | null } | Fault {
  const office = approvers.get(actor)
  const wrote = actor === notice.author || actor === notice.editor
  const as = (found: NoticeOffice | undefined | false, because: string): ReturnType<typeof tie> =>
    found === undefined || found === false ? refuse(because) : { ok: true, office: found }
  const author = actor === notice.author && 'author'
  const runs = runsOne.has(actor) && 'administrator'
  const approver = 'it waits for the Chief or whom the Chief designated for official posts'
  const ties: Readonly<Record<NoticeStep['by'], () => ReturnType<typeof tie>>> = {
    author: () => as(author || office, 'only its author or an approver can do that'),
    writer: () =>
      as(author || office || runs, 'only its author, an approver or whoever runs its pages can do that'),
    approver: () =>
      wrote && office !== undefined
        ? refuse('nobody approves their own words; somebody else must say yes')
        : as(office, approver),
    reviewer: () =>
      wrote || actor === notice.signedBy
        ? refuse('whoever wrote or signed it does not review it')
        : as(office, approver),
    signer: () =>
      as(
        office ?? (runsAll.has(actor) && 'administrator'),
        'an approver signs for it, or whoever runs all the pages that it goes to',
      ),
    keeper: () => as(office ?? runs, 'only an approver or whoever runs one of its pages can do that'),
    clock: () => (actor === noticeClock ? { ok: true, office: null } : refuse('no person can do that')),
  }
  return ties[step.by]()
}
