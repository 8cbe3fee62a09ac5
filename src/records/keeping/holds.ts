import { isBefore } from '../../platform/day.ts'
import { holdMoves, holdStepOf, type HoldMove, type HoldState, type Matter } from './moves.ts'

/** How a hold stands, as far as its rules ask. */
export interface HoldStanding {
  state: HoldState
  matter: Matter
  /** Placed because a records request met the records. */
  isAutomatic: boolean
  /** From when an automatic hold may be released; null while its request is open. ISO 8601 in UTC. */
  releasableFrom: string | null
  /** Who asked for the release that is waiting. */
  askedBy: string | null
}

/** A rule's answer, as everywhere. */
export type HoldRuling = { ok: true; to: HoldState } | { ok: false; because: string }

/**
 * May this member move the hold, at this time? One person asks for a release and another confirms it; the hold of a
 * records request stays until the request is closed and its time to appeal is over.
 */
export function ruleHold(hold: HoldStanding, move: HoldMove, by: string, at: string): HoldRuling {
  const step = holdStepOf(hold.state, move)
  if (!step)
    return {
      ok: false,
      because:
        hold.state === 'released'
          ? 'the hold was released; place another if it is needed again'
          : hold.state === 'release-asked'
            ? 'its release was asked for already'
            : 'nobody has asked for its release',
    }
  if (step.by === 'another' && hold.askedBy === by)
    return { ok: false, because: 'you asked for its release; somebody else decides' }
  if (step.by === 'asker' && hold.askedBy !== by)
    return { ok: false, because: 'only whoever asked for it takes it back' }
  if ((move === 'ask' || move === 'confirm') && hold.isAutomatic) {
    if (hold.releasableFrom === null)
      return { ok: false, because: 'its records request is open, or may still be appealed' }
    if (isBefore(at, hold.releasableFrom))
      return {
        ok: false,
        because: `the time to appeal its records request runs until ${hold.releasableFrom.slice(0, 10)}`,
      }
  }
  return { ok: true, to: step.to }
}

/** Every move that the table knows here, with the rule's answer. */
export function holdMovesFor(
  hold: HoldStanding,
  by: string,
  at: string,
): {
  may: { move: HoldMove; says: string; needsReason: boolean }[]
  mayNot: { move: HoldMove; because: string }[]
} {
  const may: { move: HoldMove; says: string; needsReason: boolean }[] = []
  const mayNot: { move: HoldMove; because: string }[] = []
  for (const move of holdMoves) {
    const step = holdStepOf(hold.state, move)
    if (!step) continue
    const ruling = ruleHold(hold, move, by, at)
    if (ruling.ok) may.push({ move, says: step.says, needsReason: step.needsReason })
    else mayNot.push({ move, because: ruling.because })
  }
  return { may, mayNot }
}
