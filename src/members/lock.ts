import type { Record } from '../ledger/command.ts'
import { isBefore, later } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'

declare module '../platform/db.ts' {
  interface Tables {
    failedTry: { agencyId: string; who: string; at: string; tryId: string }
    lock: { agencyId: string; who: string; since: string; because: string; releasedAt: string | null }
  }
}

/** CJIS Security Policy AC-7: so many failures in a row within so many minutes lock until somebody releases. */
export const mostTries = 5
export const withinMinutes = 15
/** AC-2(3): what was not used for so long is locked. */
export const unusedDays = 90

/** Why somebody cannot sign in, if they cannot. */
export async function lockOf(
  db: Db,
  agencyId: string,
  who: string,
): Promise<{ since: string; because: string } | undefined> {
  return await db
    .selectFrom('lock')
    .select(['since', 'because'])
    .where('agencyId', '=', agencyId)
    .where('who', '=', who)
    .where('releasedAt', 'is', null)
    .executeTakeFirst()
}

/**
 * Puts down a try that failed; the fifth within fifteen minutes locks. `who` is a member's id or, for a name that
 * nobody has, its hash: so that to the outside both are the same, in what is said and in how long it takes.
 */
export async function failTry(
  tx: Tx,
  record: Record,
  agencyId: string,
  { who, by, at }: { who: string; by: string; at: string },
): Promise<void> {
  await tx.insertInto('failedTry').values({ agencyId, who, at, tryId: newId() }).execute()
  const { tries } = await tx
    .selectFrom('failedTry')
    .select((row) => row.fn.countAll<number>().as('tries'))
    .where('agencyId', '=', agencyId)
    .where('who', '=', who)
    .where('at', '>', later(at, { minutes: -withinMinutes }))
    .executeTakeFirstOrThrow()
  await record({ subject: who, body: { by } })
  if (tries < mostTries) return
  const because = `${mostTries} tries failed within ${withinMinutes} minutes`
  await lock(tx, record, agencyId, { who, because, at })
}

async function lock(
  tx: Tx,
  record: Record,
  agencyId: string,
  { who, because, at }: { who: string; because: string; at: string },
): Promise<void> {
  const locked = await tx
    .insertInto('lock')
    .values({ agencyId, who, since: at, because, releasedAt: null })
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'who'])
        .doUpdateSet({ since: at, because, releasedAt: null })
        .where('lock.releasedAt', 'is not', null),
    )
    .executeTakeFirst()
  if (locked.numInsertedOrUpdatedRows === 1n)
    await record({ subject: who, kind: 'lock.set', body: { because } })
}

/** A try that did not fail: the count begins anew. */
export async function forgetTries(tx: Tx, agencyId: string, who: string): Promise<void> {
  await tx.deleteFrom('failedTry').where('agencyId', '=', agencyId).where('who', '=', who).execute()
}

/** An administrator lets somebody in again. */
export async function release(
  tx: Tx,
  record: Record,
  agencyId: string,
  { memberId, at }: { memberId: string; at: string },
): Promise<void> {
  const released = await tx
    .updateTable('lock')
    .set({ releasedAt: at })
    .where('agencyId', '=', agencyId)
    .where('who', '=', memberId)
    .where('releasedAt', 'is', null)
    .executeTakeFirst()
  if (released.numUpdatedRows === 0n) throw new Refusal('conflict', 'they are not locked')
  await forgetTries(tx, agencyId, memberId)
  await record({ subject: memberId, body: {} })
}

/** How somebody stands at the door. */
export interface Standing {
  /** The day on which they leave, or left. */
  to: string | null
  isLocked: boolean
  /** When a lock was last released. */
  releasedAt: string | null
  /** When they were last here. */
  seenAt: string | null
}

/** Undefined for whom nobody is. */
export async function standingOf(db: Db, agencyId: string, memberId: string): Promise<Standing | undefined> {
  const found = await db
    .selectFrom('member')
    .leftJoin('lock', (join) =>
      join.onRef('lock.agencyId', '=', 'member.agencyId').onRef('lock.who', '=', 'member.memberId'),
    )
    .select(['member.to', 'lock.since', 'lock.releasedAt'])
    .select((row) =>
      row
        .selectFrom('session')
        .select('session.seenAt')
        .whereRef('session.agencyId', '=', 'member.agencyId')
        .whereRef('session.memberId', '=', 'member.memberId')
        .orderBy('session.seenAt', 'desc')
        .limit(1)
        .as('seenAt'),
    )
    .where('member.agencyId', '=', agencyId)
    .where('member.memberId', '=', memberId)
    .executeTakeFirst()
  if (!found) return undefined
  const { to, since, releasedAt, seenAt } = found
  return { to, isLocked: since !== null && releasedAt === null, releasedAt, seenAt }
}

/** Locks whoever has not been here for ninety days; says whether somebody is locked. */
export async function lockUnused(
  tx: Tx,
  record: Record,
  agencyId: string,
  { isLocked, releasedAt, seenAt }: Standing,
  { memberId, at }: { memberId: string; at: string },
): Promise<boolean> {
  if (isLocked) return true
  const start = later(at, { hours: -24 * unusedDays })
  const isNew = seenAt === null || isBefore(start, seenAt)
  if (isNew || (releasedAt !== null && isBefore(start, releasedAt))) return false
  await lock(tx, record, agencyId, {
    who: memberId,
    because: `it was not used for ${unusedDays} days`,
    at,
  })
  return true
}
