import type { Record } from '../ledger/command.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { isOn } from './chain.ts'
import { lockedChart, mayHold, mayStand } from './positions.ts'
import { planRoster, type RosterPlan, type RosterRow } from './roster.ts'
import type { Holding, Position, RosterCheck } from './schema.ts'
import { hasSign } from './sign.ts'
import { addMember, changeMember, everyMember } from './store.ts'

/** What a file would do, in figures, and every problem by line and column. */
export function checkOf({ rows, changes, problems, lines }: RosterPlan): RosterCheck {
  const added = rows.filter((row) => row.change === 'added').length
  // Whoever only sits elsewhere is changed too; whose first day is kept is not.
  const changed = new Set(changes.filter(({ isKept }) => !isKept).map(({ memberId }) => memberId)).size
  return { rows: lines, added, changed, same: rows.length - added - changed, changes, problems }
}

/**
 * Takes over a roster file from a day on: people first, then their positions from the top down. A line with a problem
 * keeps out the whole file, unless `skipBad` leaves out that line alone. People whom the file does not name stay as
 * they are.
 */
export async function importRoster(
  tx: Tx,
  record: Record,
  agencyId: string,
  { csv, skipBad, on }: { csv: string; skipBad: boolean; on: string },
): Promise<RosterCheck> {
  const chart = await lockedChart(tx, agencyId)
  const plan = planRoster(csv, await everyMember(tx, agencyId), chart, on)
  const check = checkOf(plan)
  const [first] = plan.problems
  if (first && (!skipBad || plan.rows.length === 0))
    throw new Refusal(
      'conflict',
      `nothing was imported: line ${first.line}${first.column === null ? '' : `, ${first.column}`}: ${first.sentence}`,
    )
  for (const row of plan.rows) row.memberId = await putMember(tx, record, agencyId, row)
  const { added, changed, same } = check
  await record({ subject: 'roster', body: { on, added, changed, same, left: plan.problems.length } })
  await seatAll(tx, record, agencyId, {
    rows: plan.rows,
    on,
    positions: [...chart.positions],
    holdings: [...chart.holdings],
  })
  return check
}

/** The member of a line, added or changed where they are otherwise. */
async function putMember(tx: Tx, record: Record, agencyId: string, row: RosterRow): Promise<string> {
  const { change, form, to } = row
  const memberId = row.memberId ?? newId()
  if (change === 'added')
    await addMember(tx, (entry) => record({ ...entry, kind: 'members.add' }), agencyId, memberId, form)
  const { from: _from, granted: _granted, ...changes } = form
  if (change === 'changed' || to !== null) {
    const present = await everyVersion(tx, agencyId, memberId)
    const patch = { version: present, ...changes, ...(to === null ? {} : { to }) }
    await changeMember(tx, (entry) => record({ ...entry, kind: 'members.change' }), agencyId, memberId, patch)
  }
  return memberId
}

async function everyVersion(tx: Tx, agencyId: string, memberId: string): Promise<number> {
  const { version } = await tx
    .selectFrom('member')
    .select('version')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow()
  return version
}

interface Seating {
  rows: readonly RosterRow[]
  on: string
  positions: Position[]
  holdings: Holding[]
}

/** Seats everybody of the file: below the seat of their supervisor, in a position of that title, made where none is. */
async function seatAll(tx: Tx, record: Record, agencyId: string, seating: Seating): Promise<void> {
  const { rows, on, positions, holdings } = seating
  const everybody = await everyMember(tx, agencyId)
  const serving = everybody.filter((one) => one.to === null)
  const seatOf = (memberId: string | undefined): string | undefined =>
    holdings.findLast((one) => one.memberId === memberId && !one.acting && isOn(one, on))?.positionId
  const targets = new Map<string, string>()
  const titleOf = (positionId: string | undefined): string | undefined =>
    positions.findLast((one) => one.positionId === positionId && isOn(one, on))?.title
  for (const row of topDown(rows)) {
    const { memberId = '', position: title, supervisor, to } = row
    if (title === null || (to !== null && to <= on)) continue
    if (supervisor === null && titleOf(seatOf(memberId)) === title) continue
    const above = serving.find((one) => supervisor !== null && hasSign(one, supervisor.toLowerCase()))
    const reportsTo = above && (targets.get(above.memberId) ?? seatOf(above.memberId))
    if (above && reportsTo === undefined)
      throw new Refusal('conflict', `line ${row.line}: ${above.name}, the supervisor, has no position`)
    const office = above ? null : 'chief'
    const present = positions.find(
      (one) =>
        isOn(one, on) &&
        (office === 'chief' ? one.office === 'chief' : one.title === title && one.reportsTo === reportsTo),
    )
    const positionId = present?.positionId ?? newId()
    if (!present) {
      const line = { positionId, title, unit: row.form.unit, reportsTo: reportsTo ?? null, office, from: on }
      const position: Position = { ...line, office, to: null }
      const rule = mayStand({ positions, holdings, designations: [] }, position)
      if (!rule.ok) throw new Refusal('conflict', `line ${row.line}: ${rule.because}`)
      await tx
        .insertInto('position')
        .values({ agencyId, ...position })
        .execute()
      await record({ subject: positionId, kind: 'positions.add', body: { ...line } })
      positions.push(position)
    }
    targets.set(memberId, positionId)
  }
  const moving = [...targets].filter(([memberId, positionId]) => seatOf(memberId) !== positionId)
  for (const [memberId] of moving)
    for (const old of holdings.filter((one) => one.memberId === memberId && !one.acting && isOn(one, on))) {
      old.to = on
      const { holdingId, positionId } = old
      await tx
        .updateTable('holding')
        .set({ to: on })
        .where('agencyId', '=', agencyId)
        .where('holdingId', '=', holdingId)
        .execute()
      await record({ subject: memberId, kind: 'positions.end', body: { holdingId, positionId, on } })
    }
  for (const [memberId, positionId] of moving) {
    const form = { positionId, memberId, acting: false, from: on, to: null }
    const rule = mayHold({ positions, holdings, designations: [] }, form)
    const row = rows.find((one) => one.memberId === memberId)
    if (!rule.ok) throw new Refusal('conflict', `line ${row?.line}: ${row?.form.name}: ${rule.because}`)
    const holding: Holding = { holdingId: newId(), ...form }
    await tx
      .insertInto('holding')
      .values({ agencyId, ...holding })
      .execute()
    await record({ subject: memberId, kind: 'positions.hold', body: { ...holding } })
    holdings.push(holding)
  }
}

/** Supervisors before those who report to them; the plan has no circles. */
function topDown(rows: readonly RosterRow[]): RosterRow[] {
  const bySign = new Map<string, RosterRow>()
  for (const row of rows)
    for (const sign of [row.form.badge, row.form.email])
      if (sign !== null) bySign.set(sign.toLowerCase(), row)
  const depth = new Map<RosterRow, number>()
  const depthOf = (row: RosterRow): number => {
    const known = depth.get(row)
    if (known !== undefined) return known
    const above = row.supervisor === null ? undefined : bySign.get(row.supervisor.toLowerCase())
    const found = above ? depthOf(above) + 1 : 0
    depth.set(row, found)
    return found
  }
  return rows.toSorted((a, b) => depthOf(a) - depthOf(b) || a.line - b.line)
}
