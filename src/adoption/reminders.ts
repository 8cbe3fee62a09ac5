import { Temporal } from 'temporal-polyfill'
import { command, type Made } from '../ledger/command.ts'
import { relationsOf } from '../members/access.ts'
import type { Agency, MemberCaller } from '../members/caller.ts'
import { below } from '../members/chain.ts'
import { chartOf } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { addReminders, remindersOf } from './acknowledge-store.ts'
import { everybody, type Acknowledging } from './acknowledge.ts'
import { newestOrder, type Adopted } from './adopted.ts'

/** Reminders of one command; a large department takes several. */
const atOnce = 500

/**
 * The day whose reminder is due by `today`: seven days before the deadline, on it, then weekly. Undefined before the
 * first. Only the last is due: a server that stood still does not remind four times.
 */
export function reminderDay(term: { from: string; deadline: string }, today: string): string | undefined {
  const deadline = Temporal.PlainDate.from(term.deadline)
  const past = deadline.until(today, { largestUnit: 'day' }).days
  if (past < -7) return undefined
  const day = deadline.add({ days: Math.floor(past / 7) * 7 }).toString()
  return day < term.from ? undefined : day
}

/**
 * Reminds whoever has not acknowledged, on the days that are due; doing it again does nothing. A reminder is an entry
 * of the ledger and stands among what waits for the member; no e-mail is sent.
 */
export async function due(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId, zone } = agency
  const order = await newestOrder(db, agencyId)
  if (!order) return
  const today = dayIn(zone, at)
  const reminded = await remindersOf(db, agencyId, order.versionId)
  const byDay = new Map<string, string[]>()
  for (const one of await everybody(db, agency, order, at)) {
    if (one.acknowledgedAt !== null) continue
    const day = reminderDay(one, today)
    if (day === undefined || reminded.get(one.memberId)?.dueOn.has(day)) continue
    byDay.set(day, [...(byDay.get(day) ?? []), one.memberId])
  }
  for (const [dueOn, memberIds] of byDay)
    for (let from = 0; from < memberIds.length; from += atOnce) {
      const some = memberIds.slice(from, from + atOnce)
      const input = { versionId: order.versionId, dueOn, memberIds: some }
      const key = `remind-${sha256(JSON.stringify(input)).slice(0, 40)}`
      const made: Made = { agencyId, by: 'system', key, name: 'acknowledgements.remind', at, input }
      await command(db, made, (tx, record) => addReminders(tx, record, made, input))
    }
}

/** Of these, the ones whom a caller may see: their chain, or everybody for whom the access table says so. */
export async function visibleTo(
  { db, agency, member }: MemberCaller,
  all: readonly Acknowledging[],
  at: string,
): Promise<Acknowledging[]> {
  const ties = relationsOf('acknowledgements.see', member.roles)
  if (ties.has('in-agency')) return [...all]
  if (!ties.has('in-my-chain')) return []
  const chart = await chartOf(db, agency.agencyId)
  const lower = new Set(below(chart, member.memberId, dayIn(agency.zone, at)))
  return all.filter(({ memberId }) => lower.has(memberId))
}

/** Reminds now: those named, or all who have not acknowledged, of those whom the caller may see. */
export async function remind(
  caller: MemberCaller,
  made: Made,
  named: readonly string[] | undefined,
): Promise<{ reminded: number }> {
  const { db, agency } = caller
  const order = await newestOrder(db, agency.agencyId)
  if (!order) throw new Refusal('notFound', 'no order has been adopted yet')
  const visible = await visibleTo(caller, await everybody(db, agency, order, made.at), made.at)
  const open = visible.filter((one) => one.acknowledgedAt === null).map(({ memberId }) => memberId)
  const wanted = named === undefined ? open : named.filter((memberId) => open.includes(memberId))
  if (wanted.length === 0)
    throw new Refusal('conflict', 'nobody of those whom you command has still to acknowledge')
  const dueOn = dayIn(agency.zone, made.at)
  return await command(db, made, async (tx, record) => ({
    reminded: await addReminders(tx, record, made, {
      versionId: order.versionId,
      dueOn,
      memberIds: wanted,
    }),
  }))
}

/** How an order is called in a sentence. */
export function nameOf({ order }: Adopted): string {
  return `General Order ${order.identity.number}, ${order.identity.title}`
}
