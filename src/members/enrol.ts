import type { Record } from '../ledger/command.ts'
import { dayIn, later } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newSecret, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Agency } from './caller.ts'
import { lockUnused, release, standingOf } from './lock.ts'
import { findMember } from './store.ts'
import { addPasskey, type NewPasskey } from './passkey.ts'
import { setRecoveryCodes } from './recovery.ts'
import { endSessions } from './session.ts'
import { setTotp } from './totp.ts'

declare module '../platform/db.ts' {
  interface Tables {
    password: { agencyId: string; memberId: string; hash: string; changedAt: string }
    invitation: {
      agencyId: string
      hash: string
      memberId: string
      by: string
      expires: string
      usedAt: string | null
    }
  }
}

const validHours = 72

/** A code by which one member, once, sets how they sign in. It is shown to the administrator and kept nowhere. */
export async function invite(
  tx: Tx,
  record: Record,
  agencyId: string,
  { memberId, by, at }: { memberId: string; by: string; at: string },
): Promise<{ code: string; expires: string }> {
  const member = await findMember(tx, agencyId, memberId)
  if (member.to !== null) throw new Refusal('conflict', `${member.name} no longer serves`)
  const [code, expires] = [newSecret(), later(at, { hours: validHours })]
  // An earlier code of theirs that nobody used is worth nothing any more.
  await tx
    .deleteFrom('invitation')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('usedAt', 'is', null)
    .execute()
  await tx
    .insertInto('invitation')
    .values({ agencyId, hash: sha256(code), memberId, by, expires, usedAt: null })
    .execute()
  await record({ subject: memberId, body: { expires } })
  return { code, expires }
}

/**
 * Whom a code invites; refuses one that is unknown, used or too old, all with the same sentence, and whoever left
 * meanwhile: they could not enter with what they set.
 */
export async function invitedBy(
  db: Db,
  { agencyId, zone }: Agency,
  code: string,
  at: string,
): Promise<{ memberId: string; name: string; email: string | null; expires: string }> {
  const found = await db
    .selectFrom('invitation')
    .select(['memberId', 'expires'])
    .where('agencyId', '=', agencyId)
    .where('hash', '=', sha256(code))
    .where('usedAt', 'is', null)
    .where('expires', '>', at)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'this invitation is used, too old or unknown; ask for a new one')
  const { name, email, to } = await findMember(db, agencyId, found.memberId)
  if (to !== null && to <= dayIn(zone, at)) throw new Refusal('conflict', `${name} no longer serves`)
  return { ...found, name, email }
}

/** How somebody will sign in: both were shown to work before they are kept. */
export type Enrolment =
  | { by: 'password'; hash: string; seed: string; step: number; recoveryCodes: readonly string[] }
  | { by: 'passkey'; passkey: NewPasskey; label: string }

/**
 * Uses up an invitation. Whatever the member signed in with before is gone, and their sessions end. An administrator
 * invited them, so it releases a lock too: else they would have spent it and stand before the door.
 */
export async function accept(
  tx: Tx,
  record: Record,
  { agency, code, key, at }: { agency: Agency; code: string; key: string; at: string },
  enrolment: Enrolment,
): Promise<string> {
  const { agencyId } = agency
  const { memberId } = await invitedBy(tx, agency, code, at)
  const used = await tx
    .updateTable('invitation')
    .set({ usedAt: at })
    .where('agencyId', '=', agencyId)
    .where('hash', '=', sha256(code))
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) throw new Refusal('conflict', 'this invitation was used meanwhile')
  for (const table of ['password', 'totp', 'recoveryCode', 'passkey'] as const)
    await tx.deleteFrom(table).where('agencyId', '=', agencyId).where('memberId', '=', memberId).execute()
  await endSessions(tx, agencyId, { memberId, at })
  const standing = await standingOf(tx, agencyId, memberId)
  if (standing && (await lockUnused(tx, record, agencyId, standing, { memberId, at })))
    await release(tx, (entry) => record({ ...entry, kind: 'lock.release' }), agencyId, { memberId, at })
  await enrol(tx, { agencyId, memberId, key, at }, enrolment)
  await record({ subject: memberId, body: { by: enrolment.by } })
  return memberId
}

async function enrol(
  tx: Tx,
  { agencyId, memberId, key, at }: { agencyId: string; memberId: string; key: string; at: string },
  enrolment: Enrolment,
): Promise<void> {
  if (enrolment.by === 'passkey') {
    const { passkey, label } = enrolment
    return await addPasskey(tx, agencyId, memberId, { ...passkey, label, at })
  }
  const { hash, seed, step, recoveryCodes } = enrolment
  await setPassword(tx, agencyId, memberId, hash, at)
  await setTotp(tx, key, { agencyId, memberId, seed, step })
  await setRecoveryCodes(tx, agencyId, memberId, recoveryCodes)
}

export async function setPassword(
  tx: Tx,
  agencyId: string,
  memberId: string,
  hash: string,
  changedAt: string,
): Promise<void> {
  await tx
    .insertInto('password')
    .values({ agencyId, memberId, hash, changedAt })
    .onConflict((conflict) => conflict.columns(['agencyId', 'memberId']).doUpdateSet({ hash, changedAt }))
    .execute()
}
