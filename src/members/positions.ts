import type { Record } from '../ledger/command.ts'
import type { Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { chiefOn, isOn, type Chart } from './chain.ts'
import type {
  DesignationForm,
  Designation,
  Holding,
  HoldingForm,
  Position,
  PositionForm,
  PositionPatch,
} from './schema.ts'
import { chartOf, findMember, lockChart } from './store.ts'

declare module '../platform/db.ts' {
  interface Tables {
    position: Position & { agencyId: string }
    holding: Holding & { agencyId: string }
    designation: Designation & { agencyId: string }
  }
}

type Rule = { ok: true } | { ok: false; because: string }
const fine: Rule = { ok: true }
const no = (because: string): Rule => ({ ok: false, because })

/** May a position stand so from this day on? It reports to one that exists, never in a circle, and one chief there is. */
export function mayStand(chart: Chart, line: Omit<Position, 'to' | 'unit'>): Rule {
  const { positionId, reportsTo, office, from } = line
  const others = chart.positions.filter((one) => one.positionId !== positionId)
  const fromThen = others.filter((one) => isOn(one, from) || one.from > from)
  if (office === 'chief' && reportsTo !== null) return no('the chief reports to nobody inside the department')
  const otherChief = fromThen.find((one) => one.office === 'chief')
  if (office === 'chief' && otherChief)
    return no(`there is already an office of the chief: ${otherChief.title}`)
  if (office === null && reportsTo === null) return no('say which position it reports to')
  // What holds today must hold on every later day on which something else is to change.
  const changes = others.flatMap((one) => [one.from, one.to ?? from]).filter((day) => day > from)
  for (const day of new Set([from, ...changes])) {
    let above = reportsTo
    const path = new Set<string>()
    while (above !== null) {
      const here: string = above
      if (here === positionId || path.has(here)) return no('positions would report to each other in a circle')
      const next = others.find((one) => one.positionId === here && isOn(one, day))
      if (!next) return no(`the position it reports to does not exist on ${day}`)
      path.add(here)
      above = next.reportsTo
    }
  }
  return fine
}

/** May a member sit here? A desk that others report to, or the chief's, has one holder at a time, and one who acts. */
export function mayHold(chart: Chart, form: HoldingForm): Rule {
  const { positionId, memberId, acting, from, to } = form
  if (to !== null && to <= from) return no('the last day stands before the first')
  const position = chart.positions.find((one) => one.positionId === positionId && isOn(one, from))
  if (!position) return no(`there is no such position on ${from}`)
  const meets = (one: { from: string; to: string | null }): boolean =>
    (to === null || one.from < to) && (one.to === null || from < one.to)
  const present = chart.holdings.filter((one) => one.positionId === positionId && meets(one))
  if (present.some((one) => one.memberId === memberId && one.acting === acting))
    return no('they already hold this position in that time')
  const isDesk = position.office === 'chief' || chart.positions.some((one) => one.reportsTo === positionId)
  if (isDesk && present.some((one) => one.acting === acting))
    return no(
      acting
        ? 'somebody already acts here in that time; end that first'
        : 'somebody already holds this desk in that time; end that first',
    )
  return fine
}

function must(rule: Rule): void {
  if (!rule.ok) throw new Refusal('conflict', rule.because)
}

/** The chart, which nobody else changes until this transaction ends. */
export async function lockedChart(tx: Tx, agencyId: string): Promise<Chart> {
  await lockChart(tx, agencyId)
  return await chartOf(tx, agencyId)
}

export async function addPosition(
  tx: Tx,
  record: Record,
  agencyId: string,
  positionId: string,
  form: PositionForm,
): Promise<void> {
  must(mayStand(await lockedChart(tx, agencyId), { positionId, ...form }))
  await tx
    .insertInto('position')
    .values({ agencyId, positionId, ...form, to: null })
    .execute()
  await record({ subject: positionId, body: { ...form } })
}

/** A position is otherwise, or closed, from a day on; how it stood before stays. */
export async function changePosition(
  tx: Tx,
  record: Record,
  agencyId: string,
  positionId: string,
  { on, close, ...changes }: PositionPatch,
): Promise<void> {
  const chart = await lockedChart(tx, agencyId)
  const now = chart.positions.findLast((one) => one.positionId === positionId)
  if (!now || now.to !== null) throw new Refusal('notFound', 'there is no such position')
  if (on < now.from) throw new Refusal('conflict', `the position was last changed from ${now.from} on`)
  if (close) {
    const below = chart.positions.find((one) => one.reportsTo === positionId && one.to === null)
    if (below) throw new Refusal('conflict', `${below.title} still reports to it; change that first`)
  }
  const line = tx
    .updateTable('position')
    .where('agencyId', '=', agencyId)
    .where('positionId', '=', positionId)
    .where('from', '=', now.from)
  const given = {
    title: changes.title ?? now.title,
    unit: changes.unit === undefined ? now.unit : changes.unit,
    reportsTo: changes.reportsTo === undefined ? now.reportsTo : changes.reportsTo,
  }
  if (!close) must(mayStand(chart, { ...now, ...given, from: on }))
  if (!close && on === now.from) await line.set(given).execute()
  else {
    await line.set({ to: on }).execute()
    if (!close)
      await tx
        .insertInto('position')
        .values({ agencyId, ...now, ...given, from: on })
        .execute()
  }
  if (close)
    await tx
      .updateTable('holding')
      .set({ to: on })
      .where('agencyId', '=', agencyId)
      .where('positionId', '=', positionId)
      .where('from', '<=', on)
      .where((row) => row.or([row('to', 'is', null), row('to', '>', on)]))
      .execute()
  await record({ subject: positionId, body: { ...given, on, close } })
}

export async function hold(
  tx: Tx,
  record: Record,
  agencyId: string,
  holdingId: string,
  form: HoldingForm,
): Promise<void> {
  const chart = await lockedChart(tx, agencyId)
  const member = await findMember(tx, agencyId, form.memberId)
  if (member.to !== null && member.to <= form.from)
    throw new Refusal('conflict', `${member.name} no longer serves on ${form.from}`)
  must(mayHold(chart, form))
  await tx
    .insertInto('holding')
    .values({ agencyId, holdingId, ...form })
    .execute()
  await record({ subject: form.memberId, body: { holdingId, ...form } })
}

export async function endHolding(
  tx: Tx,
  record: Record,
  agencyId: string,
  holdingId: string,
  on: string,
): Promise<void> {
  await lockChart(tx, agencyId)
  const ended = await tx
    .updateTable('holding')
    .set({ to: on })
    .where('agencyId', '=', agencyId)
    .where('holdingId', '=', holdingId)
    .where('from', '<=', on)
    .where((row) => row.or([row('to', 'is', null), row('to', '>', on)]))
    .returning(['memberId', 'positionId'])
    .executeTakeFirst()
  if (!ended) throw new Refusal('conflict', 'it has ended already, or had not begun by that day')
  await record({ subject: ended.memberId, body: { holdingId, positionId: ended.positionId, on } })
}

/** The chief of that day names somebody for some permission matters; nobody designates themselves. */
export async function designate(
  tx: Tx,
  record: Record,
  agencyId: string,
  designationId: string,
  form: DesignationForm & { by: string; at: string; on: string },
): Promise<void> {
  const { on, ...designation } = form
  const chart = await lockedChart(tx, agencyId)
  if (chiefOn(chart, on)?.memberId !== form.by) throw new Refusal('unauthorized', 'only the chief designates')
  if (form.memberId === form.by) throw new Refusal('conflict', 'the chief needs no designation')
  if (form.to !== null && form.to <= form.from)
    throw new Refusal('conflict', 'the last day stands before the first')
  const member = await findMember(tx, agencyId, form.memberId)
  if (member.to !== null) throw new Refusal('conflict', `${member.name} no longer serves`)
  await tx
    .insertInto('designation')
    .values({ agencyId, designationId, ...designation })
    .execute()
  await record({ subject: form.memberId, body: { designationId, ...designation } })
}

export async function endDesignation(
  tx: Tx,
  record: Record,
  agencyId: string,
  designationId: string,
  on: string,
): Promise<void> {
  await lockChart(tx, agencyId)
  const ended = await tx
    .updateTable('designation')
    .set((row) => ({ to: row.fn<string>('greatest', [row.ref('from'), row.val(on)]) }))
    .where('agencyId', '=', agencyId)
    .where('designationId', '=', designationId)
    .where((row) => row.or([row('to', 'is', null), row('to', '>', on)]))
    .returning('memberId')
    .executeTakeFirst()
  if (!ended) throw new Refusal('conflict', 'it has ended already')
  await record({ subject: ended.memberId, body: { designationId, on } })
}
