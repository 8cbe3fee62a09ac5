import { Temporal } from 'temporal-polyfill'
import { orderToJudge } from '../adoption/adopted.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { dayIn, daySchema } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { matters, type Act, type Permission } from '../policy/act.ts'
import { judge } from '../policy/judge.ts'
import type { Order } from '../policy/order.ts'
import type { Ruling } from '../policy/ruling.ts'
import { endOf } from './deadlines.ts'
import { inSentence, opinionsOn } from './opinions.ts'
import { permissionsOf, type StoredPermission } from './register.ts'
import { isOther, isPart } from './same-act.ts'
import type { MemberRuling } from './schema.ts'

/**
 * What the adopted order says of a member's act, with the permissions of the member that cover it and the advance
 * opinions on it. Permissions that the act claims for itself are not believed. Refuses an act without a date.
 */
export async function judgeFor(
  db: Db,
  agency: Agency,
  member: string,
  act: Act,
  shown: Shown = everything,
): Promise<MemberRuling> {
  const { agencyId, zone } = agency
  if (act.on === undefined) throw new Refusal('malformed', 'an act is judged by its day; say when it is')
  if (!daySchema.safeParse(act.on.slice(0, 10)).success)
    throw new Refusal('malformed', `${act.on} is no day of these centuries`)
  const adopted = await orderToJudge(db, agencyId, act.on)
  if (!adopted) throw new Refusal('forbiddenByOrder', 'the department has adopted no order yet')
  const [who] = await membersOf(db, agencyId, [member])
  const held = await heldOn(db, agencyId, zone, member, act.on)
  const opinions = shown.opinions ? await opinionsOn(db, agencyId, member, act) : []
  const known: Act = {
    ...act,
    // An act names itself; it must not name itself after what somebody was permitted.
    id: thisAct,
    author: { ...(who ? { kind: who.kind } : {}), ...act.author },
    consents: [...(act.consents ?? []), ...consentsIn(held, act)],
  }
  const weighed = held.map((stored) => ({ stored, as: asPermissions(stored, act, zone) }))
  const permissions = weighed.flatMap(({ as }) => as)
  const ruling = judge({ ...known, permissions }, adopted.order)
  const note = [ruling.note, ...opinions.map((opinion) => inSentence(opinion, zone))].filter(
    (words) => words !== undefined,
  )
  return {
    ...ruling,
    act: act.id,
    ...(note.length > 0 ? { note: note.join(' ') } : {}),
    covered: coveredBy(ruling, known, adopted.order, weighed).filter(({ permissionId }) =>
      shown.permission(permissionId),
    ),
    opinions,
  }
}

/** What of a member's own affairs a ruling may tell to whoever reads it. */
export interface Shown {
  opinions: boolean
  permission: (permissionId: string) => boolean
}

const everything: Shown = { opinions: true, permission: () => true }

/** What an act is called while it is judged: nothing that a permission could name by chance. */
const thisAct = 'this act'

/** The colleagues who agreed to what the act shows, when they were asked for a permission that is in force. */
function consentsIn(held: readonly StoredPermission[], act: Act): { member: string; given: boolean }[] {
  return held
    .filter(({ state, content, byOffice }) => {
      const isLive = state === 'in-force' || state === 'about-to-end'
      const isShown = content.text !== null || (content.pictures.length > 0 && (act.media ?? []).length > 0)
      // What colleagues alone permit is weighed as their permission, and shown as such.
      return byOffice !== 'coworker' && isLive && isShown && isPart(content, act) && !isOther(content, act)
    })
    .flatMap(({ agreed }) => agreed.map((member) => ({ member, given: true })))
}

async function heldOn(
  db: Db,
  agencyId: string,
  zone: string,
  member: string,
  on: string,
): Promise<StoredPermission[]> {
  // A day without a time is judged as it ended: what was revoked on it no longer covers it.
  const hasTime = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(on)
  const day = hasTime ? dayIn(zone, on) : on.slice(0, 10)
  const at = hasTime ? Temporal.Instant.from(on).toString() : endOf(day, zone)
  return await permissionsOf(db, agencyId, { at, day }, member)
}

/**
 * A permission of the register in the shape that `judge` weighs; `act` is what it is weighed for. What colleagues
 * permit is as many permissions as colleagues who agreed, since each gives a yes of their own.
 */
export function asPermissions(
  permission: StoredPermission,
  act: Act | undefined,
  zone: string,
): Permission[] {
  const { byOffice, validFrom, validTo, givenAt, agreed, state } = permission
  const matter = matters.find((known) => known === permission.matter)
  if (matter === undefined) return []
  const one: Permission = {
    matter,
    by: byOffice,
    form: 'express-written',
    state: state === 'withdrawn' || state === 'revoked' ? state : 'in-force',
    // Nothing is permitted before somebody said so.
    from: validFrom > dayIn(zone, givenAt) ? validFrom : givenAt,
    ...(validTo === null ? {} : { to: validTo }),
    covers: coversOf(permission, act),
  }
  return byOffice === 'coworker' ? agreed.map(() => one) : [one]
}

/** What a permission names. It always names something: an empty list would be read as any act of its matter. */
function coversOf({ content, requestId, cites }: StoredPermission, act: Act | undefined): string[] {
  const names = [`request ${requestId}`]
  if (act && isOther(content, act)) return names
  const { text, device, page, pictures, covers } = content
  // A picture left out is no change of what was permitted; another word is.
  if (text !== null) return act && isPart(content, act) ? [...names, thisAct] : names
  const isPage = act?.kind === 'page' && act.id === page
  const isDevice = device !== null && act?.device?.owner === device.owner && act.device.kind === device.kind
  return [
    ...names,
    ...covers,
    ...pictures.map(({ sha256 }) => sha256),
    ...(isPage ? [thisAct] : []),
    ...(isDevice ? [cites] : []),
  ]
}

/** The permissions that a ruling rests on: those that clear one of its provisions by themselves. */
function coveredBy(
  ruling: Ruling,
  act: Act,
  order: Order,
  weighed: readonly { stored: StoredPermission; as: Permission[] }[],
): MemberRuling['covered'] {
  const cleared = ruling.provisions.flatMap(({ permitted }) => (permitted ? [permitted.matter] : []))
  return weighed.flatMap(({ stored, as }) => {
    if (!cleared.includes(stored.matter)) return []
    const alone = judge({ ...act, permissions: as }, order)
    const citations = alone.provisions.flatMap((one) => (one.permitted ? [one.citation] : []))
    if (citations.length === 0) return []
    const { permissionId, matter, byOffice, validTo, conditions } = stored
    return [{ permissionId, matter, by: byOffice, to: validTo, conditions, citations }]
  })
}
