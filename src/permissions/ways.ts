import { adoptedOrder, type Adopted } from '../adoption/adopted.ts'
import type { Settings } from '../adoption/settings.ts'
import type { Agency } from '../members/caller.ts'
import type { Chart } from '../members/chain.ts'
import { chartOf } from '../members/store.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { localDate } from '../policy/in-force.ts'
import { unknownName } from '../policy/vocabulary.ts'
import { seatsOn, type Way } from './desks.ts'
import type { Seats } from './request.ts'

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

/**
 * The ground of a request: the order as it stood when it was submitted (a draft's is today's), and the chairs as
 * they are held today. `chart` may be given where it was read already.
 */
export async function groundOf(
  db: Db,
  agency: Agency,
  request: { kind: 'permission' | 'opinion'; matter: string; author: string; submittedAt: string | null },
  at: string,
  chart?: Chart,
): Promise<Ground> {
  const { agencyId, zone } = agency
  const adopted = await orderInForce(db, agencyId, request.submittedAt ?? at)
  // Who hears appeals and who is counsel is asked of today's order.
  const { settings } = await orderInForce(db, agencyId, at)
  const way = wayOf(adopted, request.kind, request.matter)
  const day = localDate(at, zone)
  const seats = seatsOn(chart ?? (await chartOf(db, agencyId)), request, way, settings, day)
  return { adopted, way, settings, seats, day }
}
