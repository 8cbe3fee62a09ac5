import type { MemberCaller } from '../../members/caller.ts'
import { confirmedMinutes } from '../../members/session.ts'
import { isBefore, later } from '../../platform/day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { table, type Move } from './moves.ts'

/** Moves after which something is out that nobody can take back. */
const grave: ReadonlySet<string> = new Set(
  Object.values(table).flatMap((steps) =>
    Object.entries(steps).flatMap(([move, step]) => ('isGrave' in step && step.isGrave ? [move] : [])),
  ),
)

/** Refuses (unconfirmed) a grave move of somebody who has not shown within the last minutes who they are. */
export function demandConfirmed({ session }: MemberCaller, move: Move, at: string): void {
  if (!grave.has(move)) return
  if (session && isBefore(at, later(session.confirmedAt, { minutes: confirmedMinutes }))) return
  throw new Refusal('unconfirmed', 'this is grave; please show once more that it is you')
}
