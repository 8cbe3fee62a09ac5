import type { Record } from '../ledger/command.ts'
import { dayIn, isBefore, later } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId, newSecret, sha256 } from '../platform/id.ts'
import type { Member } from './schema.ts'

declare module '../platform/db.ts' {
  interface Tables {
    session: {
      agencyId: string
      sessionId: string
      hash: string
      memberId: string
      by: SignInWay
      startedAt: string
      seenAt: string
      confirmedAt: string
      endedAt: string | null
    }
  }
}

export const signInWays = ['password', 'passkey', 'recovery-code', 'oidc', 'demo'] as const
export type SignInWay = (typeof signInWays)[number]

/** CJIS Security Policy AC-11 and IA-5: idle for so long it locks, and after so long one signs in again. */
export const idleMinutes = 30
export const mostHours = 12
/** How long somebody who showed who they are is believed for the gravest moves. */
export const confirmedMinutes = 5

/** A session as it stands; `ended` says why it no longer serves. */
export interface SessionFound {
  sessionId: string
  memberId: string
  by: SignInWay
  confirmedAt: string
  seenAt: string
  locksAt: string
  endsAt: string
}
/** Whose session it is, as the roster has them. */
export type SignedIn = Pick<Member, 'memberId' | 'name' | 'rank' | 'language' | 'granted'>
export type SessionState =
  | { live: true; session: SessionFound; member: SignedIn }
  | { live: false; ended: 'idle' | 'age' | 'elsewhere' }

/** Begins a session and gives the secret of its cookie, which is kept nowhere but there. */
export async function startSession(
  tx: Tx,
  record: Record,
  agencyId: string,
  { memberId, by, at }: { memberId: string; by: SignInWay; at: string },
): Promise<{ sessionId: string; secret: string }> {
  const [sessionId, secret] = [newId(), newSecret()]
  const row = { agencyId, sessionId, hash: sha256(secret), memberId, by, startedAt: at, seenAt: at }
  await tx
    .insertInto('session')
    .values({ ...row, confirmedAt: at, endedAt: null })
    .execute()
  await record({ subject: memberId, body: { sessionId, by } })
  return { sessionId, secret }
}

/** The session of a cookie at a moment, or why there is none; undefined for a secret nobody was given. */
export async function findSession(
  db: Db,
  agency: { agencyId: string; zone: string },
  secret: string,
  at: string,
): Promise<SessionState | undefined> {
  const found = await db
    .selectFrom('session')
    .innerJoin('member', (join) =>
      join
        .onRef('member.agencyId', '=', 'session.agencyId')
        .onRef('member.memberId', '=', 'session.memberId'),
    )
    .select([
      'sessionId',
      'session.memberId',
      'session.by',
      'startedAt',
      'seenAt',
      'confirmedAt',
      'endedAt',
      'member.to',
      'member.name',
      'member.rank',
      'member.language',
      'member.granted',
    ])
    .where('session.agencyId', '=', agency.agencyId)
    .where('hash', '=', sha256(secret))
    .executeTakeFirst()
  if (!found) return undefined
  const { startedAt, endedAt, to, name, rank, language, granted, ...session } = found
  const locksAt = later(session.seenAt, { minutes: idleMinutes })
  const endsAt = later(startedAt, { hours: mostHours })
  if (endedAt !== null || (to !== null && to <= dayIn(agency.zone, at)))
    return { live: false, ended: 'elsewhere' }
  if (!isBefore(at, endsAt)) return { live: false, ended: 'age' }
  if (!isBefore(at, locksAt)) return { live: false, ended: 'idle' }
  const member = { memberId: session.memberId, name, rank, language, granted }
  return { live: true, session: { ...session, locksAt, endsAt }, member }
}

/** Is a session over that nobody ended, by its age or for want of use? */
export function isOver({ startedAt, seenAt }: { startedAt: string; seenAt: string }, at: string): boolean {
  const ends = [later(startedAt, { hours: mostHours }), later(seenAt, { minutes: idleMinutes })]
  return ends.some((end) => !isBefore(at, end))
}

/** Puts down that a session was used; asked once a minute, so that reading does not become writing. */
export async function seeSession(db: Db, agencyId: string, sessionId: string, at: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ seenAt: at })
    .where('agencyId', '=', agencyId)
    .where('sessionId', '=', sessionId)
    .where('seenAt', '<', at)
    .execute()
}

/** Whoever it is has shown again who they are. */
export async function confirmSession(
  tx: Tx,
  record: Record,
  agencyId: string,
  { sessionId, memberId, at }: { sessionId: string; memberId: string; at: string },
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ confirmedAt: at })
    .where('agencyId', '=', agencyId)
    .where('sessionId', '=', sessionId)
    .execute()
  await record({ subject: memberId, body: { sessionId } })
}

/** Ends one session of a member, or all, or all but one; gives how many ended. */
export async function endSessions(
  tx: Tx,
  agencyId: string,
  which: { memberId: string; sessionId?: string; but?: string; at: string },
): Promise<number> {
  let ending = tx
    .updateTable('session')
    .set({ endedAt: which.at })
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', which.memberId)
    .where('endedAt', 'is', null)
  if (which.sessionId !== undefined) ending = ending.where('sessionId', '=', which.sessionId)
  if (which.but !== undefined) ending = ending.where('sessionId', '<>', which.but)
  return Number((await ending.executeTakeFirst()).numUpdatedRows)
}
