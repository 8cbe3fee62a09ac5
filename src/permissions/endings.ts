import { Temporal } from 'temporal-polyfill'
import { command, type Made } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { isBefore, dayIn } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { askRequest } from './ask.ts'
import type { Content } from './content.ts'
import { dayAfter, startOf } from './deadlines.ts'
import { endPermission, listPermissions, refuseEnded, type StoredPermission } from './register.ts'
import type { Fault, Seats } from './request.ts'
import type { Moved, Revoke } from './schema.ts'
import { groundOf } from './ways.ts'

/** One permission as it stands now; refuses (notFound) an id that the agency does not know. */
async function findPermission(
  db: Db,
  { agencyId, zone }: Agency,
  permissionId: string,
  at: string,
): Promise<StoredPermission> {
  const when = { at, day: dayIn(zone, at) }
  const { items } = await listPermissions(db, agencyId, when, { permissionId, limit: 1 })
  const [found] = items
  if (!found) throw new Refusal('notFound', 'there is no such permission')
  return found
}

/** May this member revoke it? Whoever may give it now, whoever gave it, and of colleagues those who agreed. Pure. */
export function mayRevoke(permission: StoredPermission, actor: string, seats: Seats): { ok: true } | Fault {
  if (actor === permission.holder) return refuse('your own permission is withdrawn, not revoked')
  if (!isLive(permission)) return refuse(`it is ${permission.state} already`)
  if (permission.byOffice === 'coworker')
    return permission.agreed.includes(actor) || actor === permission.decidedBy
      ? { ok: true }
      : refuse('what colleagues permitted is revoked by one of them')
  const givers = seats.at({ seat: 'chief', title: '', does: 'decide', heard: null })
  const isGiver = givers.some(({ memberId }) => memberId === actor) || actor === permission.decidedBy
  return isGiver ? { ok: true } : refuse('a permission is revoked by whoever may give it')
}

function refuse(because: string): Fault {
  return { ok: false, because }
}

/** Does it hold, or will it? */
export function isLive({ state }: StoredPermission): boolean {
  return state === 'not-yet' || state === 'in-force' || state === 'about-to-end'
}

/** Revokes a permission, at once or from the beginning of a day, for a reason bound to a provision. */
export async function revokePermission(
  db: Db,
  agency: Agency,
  made: Made,
  permissionId: string,
  { version, because, citation, from }: Revoke,
): Promise<{ permissionId: string; version: number }> {
  const { agencyId, zone } = agency
  const { by, at } = made
  return await command(db, made, async (tx, record) => {
    const permission = await seenAt(tx, agency, permissionId, version, at)
    const { matter, holder } = permission
    const asked = { kind: 'permission', matter, author: holder, submittedAt: null } as const
    const { seats, adopted } = await groundOf(tx, agency, asked, at)
    const may = mayRevoke(permission, by, seats)
    if (!may.ok) throw new Refusal('forbiddenByOrder', may.because, may.cites)
    if (!adopted.order.byCitation.has(citation))
      throw new Refusal('forbiddenByOrder', `the order that binds here has no provision ${citation}`)
    const endedAt = from === undefined || from === dayIn(zone, at) ? at : startOf(from, zone)
    if (isBefore(endedAt, at)) throw new Refusal('malformed', 'a permission cannot be revoked for the past')
    await endPermission(
      tx,
      record,
      agencyId,
      { permissionId, version },
      { state: 'revoked', endedAt, by, because, citation },
    )
    return { permissionId, version: version + 1 }
  })
}

/** The holder gives a permission up, at once. */
export async function withdrawPermission(
  db: Db,
  agency: Agency,
  made: Made,
  permissionId: string,
  version: number,
): Promise<{ permissionId: string; version: number }> {
  const { by, at, agencyId } = made
  return await command(db, made, async (tx, record) => {
    const permission = await seenAt(tx, agency, permissionId, version, at)
    if (permission.holder !== by)
      throw new Refusal('forbiddenByOrder', 'only its holder withdraws a permission')
    if (!isLive(permission)) throw new Refusal('forbiddenByOrder', `it is ${permission.state} already`)
    // Who revoked it and why would be written over.
    if (permission.endedAt !== null)
      throw new Refusal(
        'forbiddenByOrder',
        `it is revoked already, from ${dayIn(agency.zone, permission.endedAt)} on, and is not withdrawn besides`,
      )
    await endPermission(
      tx,
      record,
      agencyId,
      { permissionId, version },
      { state: 'withdrawn', endedAt: at, by, because: null, citation: null },
    )
    return { permissionId, version: version + 1 }
  })
}

/** A new request with the old content, for as long again from the day after the last, or from today. */
export async function renewPermission(
  db: Db,
  agency: Agency,
  made: Made,
  permissionId: string,
): Promise<Moved> {
  const permission = await findPermission(db, agency, permissionId, made.at)
  const { holder, matter, content } = permission
  if (holder !== made.by) throw new Refusal('forbiddenByOrder', 'only its holder asks for a permission anew')
  const today = dayIn(agency.zone, made.at)
  const ask = { kind: 'permission', matter, content: renewed(content, today), isPublicMatter: false } as const
  return await askRequest(db, agency, made, ask, permissionId)
}

function renewed(content: Content, today: string): Content {
  const { from, to } = content
  if (to === null) return { ...content, from: today }
  const days = Temporal.PlainDate.from(from).until(to).days
  const next = to < today ? today : dayAfter(to, 1)
  return { ...content, from: next, to: dayAfter(next, days) }
}

async function seenAt(
  tx: Tx,
  agency: Agency,
  permissionId: string,
  version: number,
  at: string,
): Promise<StoredPermission> {
  const permission = await findPermission(tx, agency, permissionId, at)
  if (permission.version !== version) await refuseEnded(tx, agency.agencyId, permissionId)
  return permission
}
