import { adoptedOrder, type Adopted } from '../adoption/adopted.ts'
import type { Settings } from '../adoption/settings.ts'
import type { Agency, Caller } from '../members/caller.ts'
import type { Chart } from '../members/chain.ts'
import { chartOf } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { unknownName } from '../policy/vocabulary.ts'
import { seatsOn, type Way } from './desks.ts'
import type { Consent, Seats } from './request.ts'

/** What every matter of an advance opinion is called; no order has one of this name. */
export const opinionMatter = 'opinion'

/** What a request is decided on: the order, the way of its matter, and who sits where today. */
export interface Ground {
  adopted: Adopted
  way: Way
  settings: Settings
  seats: Seats
  /** The agency's day. */
  day: string
}

/** The order in force in an agency at a moment; refuses where there is none yet. */
export async function orderInForce(db: Db, agencyId: string, at: string): Promise<Adopted> {
  const adopted = await adoptedOrder(db, agencyId, at)
  if (!adopted)
    throw new Refusal(
      'forbiddenByOrder',
      'the department has adopted no order yet, so nothing can be permitted',
    )
  return adopted
}

/** The way that a matter takes by an order; refuses a matter that it does not have, naming the nearest. */
export function wayOf({ order, settings }: Adopted, kind: 'permission' | 'opinion', matter: string): Way {
  if (kind === 'opinion')
    return {
      matter: opinionMatter,
      by: settings.opinionBy.join(' or '),
      givers: settings.opinionBy,
      via: 'direct',
      form: 'written',
      cites: order.identity.number,
    }
  const way = order.paths.get(matter)
  if (!way) throw new Refusal('malformed', unknownName('permission matter', matter, order.paths.keys()))
  return way
}

/** A draft may be of a matter that a later order has no more; it can be seen and withdrawn, and is not submitted. */
function lapsed(matter: string): Way {
  return { matter, by: 'nobody', givers: ['chief'], via: 'direct', form: 'written', cites: '' }
}

/** What was read already, where many requests are looked at together. */
export interface Known {
  chart: Chart
  /** The order in force at a moment; the same day is read once. */
  orderAt: (at: string) => Promise<Adopted>
}

/** Reads the chart, and each day's order once. */
export async function knownOf(db: Db, agency: Agency): Promise<Known> {
  return knownWith(db, agency, await chartOf(db, agency.agencyId))
}

function knownWith(db: Db, { agencyId, zone }: Agency, chart: Chart): Known {
  const orders = new Map<string, Promise<Adopted>>()
  return {
    chart,
    orderAt: (at) => {
      const day = dayIn(zone, at)
      const order = orders.get(day) ?? orderInForce(db, agencyId, at)
      orders.set(day, order)
      order.catch(() => orders.delete(day))
      return order
    },
  }
}

/** What was read with a chart that is still believed, by the chart. */
const believed = new WeakMap<Chart, Known>()

/** For whoever looks: the chart and the orders as the caller was found with them, some two seconds ago at most. */
export async function knownFor({ db, agency, chart }: Caller): Promise<Known> {
  if (!chart) return await knownOf(db, agency)
  const known = believed.get(chart) ?? knownWith(db, agency, chart)
  believed.set(chart, known)
  return known
}

/** What of a request its ground depends on. */
export interface Asked {
  kind: 'permission' | 'opinion'
  matter: string
  author: string
  submittedAt: string | null
  consents?: readonly Consent[]
}

/**
 * The ground of a request: the order as it stood when it was submitted (a draft's is today's), and the chairs as
 * they are held today.
 */
export async function groundOf(
  db: Db,
  agency: Agency,
  request: Asked,
  at: string,
  known?: Known,
): Promise<Ground> {
  const { chart, orderAt } = known ?? (await knownOf(db, agency))
  const adopted = await orderAt(request.submittedAt ?? at)
  // Who hears appeals and who is counsel is asked of today's order.
  const { settings } = await orderAt(at)
  const { kind, matter } = request
  const isKnown = kind === 'opinion' || adopted.order.paths.has(matter)
  const way = isKnown ? wayOf(adopted, kind, matter) : lapsed(matter)
  const day = dayIn(agency.zone, at)
  const gone = await goneOf(db, agency.agencyId, request.consents ?? [], day)
  return { adopted, way, settings, seats: seatsOn(chart, request, way, settings, day, gone), day }
}

/** Of those who have not answered, who serves no more. */
async function goneOf(
  db: Db,
  agencyId: string,
  consents: readonly Consent[],
  day: string,
): Promise<ReadonlySet<string>> {
  const open = consents.filter(({ answer }) => answer === null).map(({ memberId }) => memberId)
  if (open.length === 0) return new Set()
  const rows = await db
    .selectFrom('member')
    .select('memberId')
    .where('agencyId', '=', agencyId)
    .where('memberId', 'in', open)
    .where('to', '<=', day)
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
}
