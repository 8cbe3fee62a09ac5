import { moves, table, type Move, type Need, type State, type Step } from './moves.ts'

/** What a desk said, or why it said nothing. */
export type Heard = 'endorsed' | 'not-recommended' | 'silent' | 'vacant' | 'own-desk'

/** One desk that a request is laid on. */
export interface Desk {
  /** Whose chair it is: a position of the chain, the Chief's office, or who hears appeals. */
  seat: { position: string } | 'chief' | 'appeal'
  title: string
  /** A desk below the giver only endorses; the giver's decides. */
  does: 'endorse' | 'decide'
  heard: Heard | null
}

/** What a colleague said; or that they `left` before they could, or that their word is `missing` after its time. */
export const consentAnswers = ['agrees', 'refuses', 'left', 'missing'] as const

export interface Consent {
  memberId: string
  answer: (typeof consentAnswers)[number] | null
}

/** Everything of a request that a rule looks at. */
export interface Standing {
  kind: 'permission' | 'opinion'
  state: State
  author: string
  /** The desks as they stood on the day it was submitted, in the order they are asked. */
  desks: readonly Desk[]
  /** The place of the desk it lies on. */
  desk: number
  consents: readonly Consent[]
  /** A citizen's speech on a public matter: when it stalls, counsel sees it. */
  isPublicMatter: boolean
  /** Who disapproved it; they never hear the appeal. */
  disapprovedBy: string | null
}

/** By which office somebody speaks. */
export type Office = 'chief' | 'designee' | 'supervisor' | 'coworker' | 'appeal' | 'counsel'

/** Who sits where at this moment. */
export interface Seats {
  /** Those who may speak for a desk, each with the office they speak by. */
  at: (desk: Desk) => readonly { memberId: string; office: Office }[]
  appeal: string | null
  counsel: string | null
  /** Does this colleague serve no more? */
  gone: (memberId: string) => boolean
  /** The desks that a request submitted now is laid on. */
  desks: () => readonly Desk[]
}

/** What comes with a move. */
export interface Said {
  remarks?: string | undefined
  citation?: string | undefined
}

export type Fault = { ok: false; because: string; cites?: string }
export type Answer = { ok: true; next: Standing; office: Office | null } | Fault

/** The actor when nobody acts: a time is over, or a chair is empty. */
export const clock = 'clock'

/**
 * May this person make this move now, and what follows? Pure. `isCited` says whether the adopted order has a
 * citation. What is not in the table is refused, and on their own request nobody speaks but as its author.
 */
export function rule(
  request: Standing,
  move: Move,
  actor: string,
  seats: Seats,
  said: Said,
  isCited: (citation: string) => boolean,
): Answer {
  const step = stepOf(request, move)
  if (!step)
    return refuse(`a request that is ${inWords(request.state)} cannot be moved so (${inWords(move)})`)
  const tied = tie(request, step, actor, seats)
  if (!tied.ok) return tied
  if (move === 'pass-vacant' && request.state === 'awaiting-consent' && !isForsaken(request, seats))
    return refuse('everybody whose consent is asked for still serves')
  for (const need of step.needs ?? [])
    if (!said[need]?.trim()) return refuse(`${step.says}: ${lacking[need]}`)
  if (said.citation !== undefined && !isCited(said.citation))
    return refuse(`the order that binds here has no provision ${said.citation}`)
  if (step.to === 'on-appeal' && step.by !== 'clock') {
    const nobody = nobodyHears(request, seats)
    if (nobody !== undefined) return refuse(nobody)
  }
  return { ok: true, next: follow(request, move, step, actor, seats), office: tied.office }
}

/** The moves that somebody could make now: the buttons of the page. */
export function movesFor(request: Standing, actor: string, seats: Seats): { move: Move; step: Step }[] {
  return moves.flatMap((move) => {
    const step = stepOf(request, move)
    if (!step || step.by === 'clock' || !tie(request, step, actor, seats).ok) return []
    if (step.to === 'on-appeal' && nobodyHears(request, seats) !== undefined) return []
    return [{ move, step }]
  })
}

/** Does it wait for somebody who is not there: a colleague who left, an empty desk? Then it is passed on (`pass-vacant`). */
export function isForsaken(request: Standing, seats: Seats): boolean {
  if (request.state === 'awaiting-consent')
    return request.consents.some(({ memberId, answer }) => answer === null && seats.gone(memberId))
  const desk = request.desks[request.desk]
  return desk !== undefined && sitters(request, desk, seats).length === 0
}

/** `awaiting-consent` as people read it. */
export function inWords(word: string): string {
  return word.replaceAll('-', ' ')
}

const lacking = {
  remarks: 'please say why, the author will read it',
  citation: 'please name the provision of the order that it rests on',
} satisfies Record<Need, string>

function refuse(because: string): Fault {
  return { ok: false, because }
}

function stepOf(request: Standing, move: Move): Step | undefined {
  const steps: Partial<Record<Move, Step>> = table[request.state]
  const step = steps[move]
  return step?.only === undefined || step.only === request.kind ? step : undefined
}

/** What ties the actor to this step, by which office; the wall against ruling on one's own request stands first. */
function tie(
  request: Standing,
  step: Step,
  actor: string,
  seats: Seats,
): { ok: true; office: Office | null } | Fault {
  const isAuthor = actor === request.author
  if (step.by === 'author')
    return isAuthor ? { ok: true, office: null } : refuse('only the author of a request can do that')
  if (isAuthor) return refuse('nobody endorses, decides or consents to their own request')
  if (step.by === 'clock')
    return actor === clock ? { ok: true, office: null } : refuse('no person can do that')
  const office = officeAt(request, step.by, actor, seats)
  if (office !== undefined) return { ok: true, office }
  const desk = request.desks[request.desk]
  const wanted = {
    coworker: 'your consent is not asked for, or you have answered',
    desk: desk ? `it is on the desk of the ${desk.title}` : 'it is on nobody’s desk',
    appeal:
      actor === request.disapprovedBy
        ? 'whoever disapproved a request does not hear its appeal'
        : 'the appeal is heard by somebody else',
    counsel: 'it is with counsel',
  } as const
  return refuse(wanted[step.by])
}

function officeAt(
  request: Standing,
  by: 'coworker' | 'desk' | 'appeal' | 'counsel',
  actor: string,
  seats: Seats,
): Office | undefined {
  if (by === 'coworker')
    return request.consents.some(({ memberId, answer }) => memberId === actor && answer === null)
      ? 'coworker'
      : undefined
  if (by === 'appeal') return seats.appeal === actor && actor !== request.disapprovedBy ? 'appeal' : undefined
  if (by === 'counsel') return seats.counsel === actor ? 'counsel' : undefined
  const desk = request.desks[request.desk]
  return desk && sitters(request, desk, seats).find(({ memberId }) => memberId === actor)?.office
}

function sitters(request: Standing, desk: Desk, seats: Seats): { memberId: string; office: Office }[] {
  return seats.at(desk).filter(({ memberId }) => memberId !== request.author)
}

/** Why an appeal would be no appeal; `undefined` where somebody else hears it, or will once they are named. */
function nobodyHears(request: Standing, seats: Seats): string | undefined {
  if (seats.appeal === null) return undefined
  if (seats.appeal === request.author)
    return 'you hear appeals yourself, and nobody else is named to hear yours'
  if (seats.appeal === request.disapprovedBy || request.desks[request.desk]?.seat === 'appeal')
    return 'it lay already with whoever hears appeals; no other appeal is named'
  return undefined
}

function follow(request: Standing, move: Move, step: Step, actor: string, seats: Seats): Standing {
  switch (move) {
    case 'consent':
    case 'refuse': {
      const answer = move === 'consent' ? 'agrees' : 'refuses'
      const consents = request.consents.map(
        (one) => (one.memberId === actor ? { ...one, answer } : one) satisfies Consent,
      )
      const heard: Standing = { ...request, consents }
      return move === 'consent' ? onward(heard, seats) : { ...heard, state: 'refused' }
    }
    case 'endorse':
      return passOn(request, 'endorsed', seats)
    case 'not-recommend':
      return passOn(request, 'not-recommended', seats)
    case 'pass-vacant':
      return onward(markGone(request, seats), seats)
    case 'pass-silent':
      if (request.state === 'awaiting-consent') return onward(markMissing(markGone(request, seats)), seats)
      if (request.state !== 'with-counsel') return passOn(request, 'silent', seats)
      return { ...request, state: nobodyHears(request, seats) === undefined ? 'on-appeal' : 'stalled' }
    case 'disapprove':
      return { ...request, state: 'disapproved', disapprovedBy: actor }
    case 'submit':
      return onward({ ...askAgain(request), desks: seats.desks(), desk: 0, disapprovedBy: null }, seats)
    default:
      return step.to === 'onward' ? request : { ...request, state: step.to }
  }
}

/** A colleague who left is not waited for, wherever it lies. */
function markGone(request: Standing, seats: Seats): Standing {
  return answered(request, ({ memberId, answer }) =>
    answer === null && seats.gone(memberId) ? 'left' : answer,
  )
}

function markMissing(request: Standing): Standing {
  return answered(request, ({ answer }) => answer ?? 'missing')
}

/** Who agreed to these words has agreed to them; whoever was not heard is asked again. */
function askAgain(request: Standing): Standing {
  return answered(request, ({ answer }) => (answer === 'left' || answer === 'missing' ? null : answer))
}

function answered(request: Standing, answer: (one: Consent) => Consent['answer']): Standing {
  return { ...request, consents: request.consents.map((one) => ({ ...one, answer: answer(one) })) }
}

function passOn(request: Standing, heard: Heard, seats: Seats): Standing {
  const isLast = request.desk === request.desks.length - 1
  const marked = mark(request, heard)
  return isLast ? stall(marked, seats) : onward({ ...marked, desk: request.desk + 1 }, seats)
}

function mark(request: Standing, heard: Heard): Standing {
  return {
    ...request,
    desks: request.desks.map((desk, place) => (place === request.desk ? { ...desk, heard } : desk)),
  }
}

/** To the consents that lack, then to the next desk that somebody sits at; past the last one it has stalled. */
function onward(request: Standing, seats: Seats): Standing {
  if (request.consents.some(({ answer }) => answer === 'refuses')) return { ...request, state: 'refused' }
  if (request.consents.some(({ answer }) => answer === null)) return { ...request, state: 'awaiting-consent' }
  // Where colleagues alone permit there is no desk: that all agree is the decision, and silence is none.
  if (request.desks.length === 0)
    return request.consents.every(({ answer }) => answer === 'agrees')
      ? { ...request, state: 'approved' }
      : stall(request, seats)
  for (let at = request; ;) {
    const desk = at.desks[at.desk]
    if (!desk) throw new RangeError('a request lies on a desk of its own route')
    if (sitters(at, desk, seats).length > 0)
      return { ...at, state: desk.does === 'endorse' ? 'awaiting-endorsement' : 'awaiting-decision' }
    at = mark(at, seats.at(desk).length > 0 ? 'own-desk' : 'vacant')
    if (at.desk === at.desks.length - 1) return stall(at, seats)
    at = { ...at, desk: at.desk + 1 }
  }
}

/** Nobody decided: the author may appeal; a citizen's speech, and what nobody else can hear, goes to counsel first. */
function stall(request: Standing, seats: Seats): Standing {
  const hasCounsel = seats.counsel !== null && seats.counsel !== request.author
  const isCounsels = request.isPublicMatter || nobodyHears(request, seats) !== undefined
  return { ...request, state: hasCounsel && isCounsels ? 'with-counsel' : 'stalled' }
}
