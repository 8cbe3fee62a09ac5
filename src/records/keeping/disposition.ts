import { dispositionMoves, dispositionStepOf, type DispositionMove, type DispositionState } from './moves.ts'
import type { DispositionSettings } from './schema.ts'
import { dayAfter } from '../../permissions/deadlines.ts'
import { overOn } from './series.ts'

/** How a list of records that are due stands, as far as its rules ask. */
export interface DispositionStanding {
  state: DispositionState
  signedBy: string | null
  countersignedBy: string | null
  /** The day until which notice runs; null where none was given. */
  noticeUntil: string | null
  isApproved: boolean
  /** Things that still stand on it. */
  things: number
}

/** Who may sign what. */
export interface Offices {
  custodian: boolean
  /** The chief, or whom the agency names for the second signature. */
  second: boolean
}

export type DispositionRuling = { ok: true; to: DispositionState } | { ok: false; because: string }

/** May this member move the list, on this day of the agency's? Nobody signs twice, and nothing goes before its notice. */
export function ruleDisposition(
  disposition: DispositionStanding,
  move: DispositionMove,
  actor: { by: string; offices: Offices; today: string },
  settings: DispositionSettings,
): DispositionRuling {
  const { by, offices, today } = actor
  const step = dispositionStepOf(disposition.state, move)
  if (!step) return { ok: false, because: `the list is ${saying[disposition.state]}` }
  const isTheirs = step.by === 'either' ? offices.custodian || offices.second : offices[step.by]
  if (!isTheirs)
    return {
      ok: false,
      because:
        step.by === 'second'
          ? 'the second signature is the chief’s, or of whom the agency named for it'
          : 'this is for the records custodian',
    }
  if (move === 'countersign' && disposition.signedBy === by)
    return { ok: false, because: 'you signed it already; the second signature is somebody else’s' }
  if (move === 'give-notice' && settings.notice === null)
    return { ok: false, because: 'the agency asks for no notice' }
  if (move === 'note-approval' && disposition.isApproved)
    return { ok: false, because: 'its approval was put down already' }
  if (step.looksAgain && disposition.things === 0)
    return { ok: false, because: 'nothing is left on the list; withdraw it' }
  if (move === 'carry-out') {
    const why = whyNotYet(disposition, today, settings)
    if (why !== undefined) return { ok: false, because: why }
  }
  return { ok: true, to: step.to }
}

/** Why a list that two have signed may not be carried out today. */
function whyNotYet(
  { noticeUntil, isApproved, signedBy, countersignedBy }: DispositionStanding,
  today: string,
  { notice, needsApproval, approver }: DispositionSettings,
): string | undefined {
  if (signedBy === null || countersignedBy === null || signedBy === countersignedBy)
    return 'two people have not signed it'
  if (notice !== null && noticeUntil === null) return `notice has not been given to ${notice.to}`
  if (noticeUntil !== null && today <= noticeUntil) return `notice runs until ${noticeUntil}`
  if (needsApproval && !isApproved) return `the approval of the ${approver} has not been put down`
  return undefined
}

/** Why a day cannot be the one of a list's notice or approval; undefined where it can. Nobody is told of a list before it is made. */
export function whyNotOn(
  move: 'give-notice' | 'note-approval',
  on: string,
  { madeOn, today }: { madeOn: string; today: string },
): string | undefined {
  if (on > today)
    return move === 'give-notice'
      ? 'the day on which notice was given is yet to come'
      : 'the day of the approval is yet to come'
  if (on < madeOn)
    return move === 'give-notice'
      ? `notice of this list cannot have been given before ${madeOn}, its first day`
      : `this list cannot have been approved before ${madeOn}, its first day`
  return undefined
}

/** Why something fell out of a list, for whoever looks: which inquiry or case holds it is for those who keep records. */
export function toldOf(because: string, isOffice: boolean): string {
  return isOffice ? because : because.replace(/^it is held: .*/s, 'it is held')
}

/** The last day of a notice that was given on a day. */
export function lastDayOf(period: string, on: string): string {
  const over = overOn(period, on)
  if (over === null) throw new RangeError('a notice that never ends is none')
  return dayAfter(over, -1)
}

const saying: Readonly<Record<DispositionState, string>> = {
  proposed: 'not signed yet',
  signed: 'signed by one, and waits for the second signature',
  countersigned: 'signed by two already',
  'notice-running': 'signed by two, and its notice runs',
  'carried-out': 'carried out',
  withdrawn: 'withdrawn',
}

/** Every move that the table knows here, with the rule's answer. */
export function dispositionMovesFor(
  disposition: DispositionStanding,
  actor: { by: string; offices: Offices; today: string },
  settings: DispositionSettings,
): {
  may: { move: DispositionMove; says: string; needsReason: boolean }[]
  mayNot: { move: DispositionMove; because: string }[]
} {
  const may: { move: DispositionMove; says: string; needsReason: boolean }[] = []
  const mayNot: { move: DispositionMove; because: string }[] = []
  for (const move of dispositionMoves) {
    const step = dispositionStepOf(disposition.state, move)
    if (!step || (move === 'give-notice' && settings.notice === null)) continue
    if (move === 'note-approval' && !settings.needsApproval) continue
    const ruling = ruleDisposition(disposition, move, actor, settings)
    if (ruling.ok) may.push({ move, says: step.says, needsReason: step.needsReason })
    else mayNot.push({ move, because: ruling.because })
  }
  return { may, mayNot }
}
