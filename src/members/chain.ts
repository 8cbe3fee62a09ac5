import type { Role } from './access.ts'
import type { Designation, Holding, Position } from './schema.ts'

/** Positions, who holds them, and whom the chief designated: all of it, of all days. */
export interface Chart {
  positions: readonly Position[]
  holdings: readonly Holding[]
  designations: readonly Designation[]
}

/** A position of the chain, with whoever sits there that day. */
export interface Desk {
  positionId: string
  title: string
  office: 'chief' | null
  holder: { memberId: string; acting: boolean } | undefined
}

/** Does a line that runs from a day until before another hold on this day? */
export function isOn(line: { from: string; to: string | null }, on: string): boolean {
  return line.from <= on && (line.to === null || on < line.to)
}

/**
 * The desks above a member as the chart stood on a day: the immediate supervisor first, the chief last. A vacant desk
 * is shown, without a holder. Of several positions a member holds, the highest counts, and nobody stands above
 * themselves. Whoever has no position, or one that reports to nothing, stands right below the chief; above the chief
 * there is nobody.
 */
export function chainAbove(chart: Chart, memberId: string, on: string): Desk[] {
  const day = dayOf(chart, on)
  if (chiefOn(chart, on)?.memberId === memberId) return []
  const paths = [...day.heldBy(memberId)].map((positionId) => day.above(positionId))
  const own = new Set(day.heldBy(memberId))
  const [path = []] = paths.toSorted((a, b) => a.length - b.length)
  const desks = path.filter((position) => !own.has(position.positionId)).map((one) => day.desk(one))
  const { chief } = day
  if (chief && !own.has(chief.positionId) && !desks.some((desk) => desk.positionId === chief.positionId))
    desks.push(day.desk(chief))
  return desks.filter((desk) => desk.holder?.memberId !== memberId)
}

/** Who holds the office of the chief that day; somebody who acts stands before the one they stand for. */
export function chiefOn(chart: Chart, on: string): { memberId: string; acting: boolean } | undefined {
  const day = dayOf(chart, on)
  return day.chief && day.desk(day.chief).holder
}

/** Who sits at a position that day; somebody who acts stands before the one they stand for. */
export function holderOf(
  chart: Chart,
  positionId: string,
  on: string,
): { memberId: string; acting: boolean } | undefined {
  const day = dayOf(chart, on)
  const position = day.position(positionId)
  return position && day.desk(position).holder
}

/** The members whom the chief designated for a permission matter and whose designation runs on that day. */
export function designeesFor(chart: Chart, matter: string, on: string): string[] {
  const found = chart.designations.filter((one) => isOn(one, on) && one.matters.includes(matter))
  return [...new Set(found.map((one) => one.memberId))].toSorted()
}

/** Does the first member stand anywhere above the second that day? */
export function isAbove(chart: Chart, upper: string, lower: string, on: string): boolean {
  return chainAbove(chart, lower, on).some((desk) => desk.holder?.memberId === upper)
}

/** Everybody with a position whose chain leads over this member that day. */
export function below(chart: Chart, memberId: string, on: string): string[] {
  const holders = new Set(chart.holdings.filter((one) => isOn(one, on)).map((one) => one.memberId))
  return [...holders].filter((lower) => lower !== memberId && isAbove(chart, memberId, lower, on)).toSorted()
}

/** Does somebody report to a position that this member sits in that day? */
export function isCommander(chart: Chart, memberId: string, on: string): boolean {
  const day = dayOf(chart, on)
  const sits = new Set(
    [...day.heldBy(memberId)].filter((id) => {
      const position = day.position(id)
      return position !== undefined && day.desk(position).holder?.memberId === memberId
    }),
  )
  return chart.positions.some((one) => isOn(one, on) && one.reportsTo !== null && sits.has(one.reportsTo))
}

/** The roles of a member on a day: what an administrator gave, and what the chart says. */
export function rolesOf(
  chart: Chart,
  member: { memberId: string; granted: readonly Role[] },
  on: string,
): ReadonlySet<Role> {
  const held = new Set<Role>(['member', ...member.granted])
  if (isCommander(chart, member.memberId, on)) held.add('commander')
  if (chiefOn(chart, on)?.memberId === member.memberId) held.add('chief')
  return held
}

interface Day {
  chief: Position | undefined
  position: (positionId: string) => Position | undefined
  heldBy: (memberId: string) => readonly string[]
  /** The positions above one, the nearest first; stops where it would come back to one it has seen. */
  above: (positionId: string) => Position[]
  desk: (position: Position) => Desk
}

/** The last chart and day asked about: a request asks about one several times. */
const lastDays = new WeakMap<Chart, { on: string; day: Day }>()

function dayOf(chart: Chart, on: string): Day {
  const last = lastDays.get(chart)
  if (last?.on === on) return last.day
  const day = drawDay(chart, on)
  lastDays.set(chart, { on, day })
  return day
}

function drawDay(chart: Chart, on: string): Day {
  const positions = new Map(
    chart.positions.filter((one) => isOn(one, on)).map((one) => [one.positionId, one]),
  )
  const holders = new Map<string, Holding[]>()
  const held = new Map<string, string[]>()
  for (const holding of chart.holdings) {
    if (!isOn(holding, on) || !positions.has(holding.positionId)) continue
    holders.set(holding.positionId, [...(holders.get(holding.positionId) ?? []), holding])
    held.set(holding.memberId, [...(held.get(holding.memberId) ?? []), holding.positionId])
  }
  return {
    chief: [...positions.values()].find((one) => one.office === 'chief'),
    position: (positionId) => positions.get(positionId),
    heldBy: (memberId) => held.get(memberId) ?? [],
    above: (positionId) => {
      const path: Position[] = []
      let at = positions.get(positionId)
      while (at?.reportsTo !== undefined && at.reportsTo !== null) {
        const next = positions.get(at.reportsTo)
        if (!next || next.positionId === positionId || path.includes(next)) break
        path.push(next)
        at = next
      }
      return path
    },
    desk: ({ positionId, title, office }) => {
      const [first] = (holders.get(positionId) ?? []).toSorted(whoCounts)
      const holder = first && { memberId: first.memberId, acting: first.acting }
      return { positionId, title, office, holder }
    },
  }
}

/** Who acts stands before the one they stand for; then whoever came last. */
function whoCounts(a: Holding, b: Holding): number {
  return Number(b.acting) - Number(a.acting) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)
}
