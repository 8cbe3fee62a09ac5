import { sql } from 'kysely'
import { command, type Made } from '../ledger/command.ts'
import { dayIn } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Agency } from './caller.ts'
import { failTry, forgetTries, lockOf, lockUnused, standingOf } from './lock.ts'
import { isPassword } from './password.ts'
import { takeRecoveryCode } from './recovery.ts'
import { startSession, type SignInWay } from './session.ts'
import { takeCode } from './totp.ts'

/** Said to whoever fails, whether the name exists or not, whether it is locked or not. */
const noSentence =
  'that does not match, or sign-in is locked: after five failed tries only an administrator can release it'

/** Somebody who tries to sign in: where, and by which command. */
export interface Trying {
  db: Db
  agency: Agency
  made: Made
}

/**
 * One try to show who one is, in one transaction: what is checked, the count of failures and the entry. Of tries
 * for one name that come at once one is looked at, so that there are never more than five. Refuses with one
 * sentence, whatever was wrong.
 */
async function attempt(
  { db, agency, made }: Trying,
  who: string,
  by: string,
  check: (tx: Tx) => Promise<boolean>,
): Promise<void> {
  const { agencyId } = agency
  // A key of our own beside the sender's: a repetition is a new try, and nothing of a secret is kept.
  const tried = { ...made, key: newId(), input: null }
  const passed = await command(db, tried, async (tx, record) => {
    const { rows } = await sql<{ alone: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`${agencyId} ${who}`}, 0)) as alone`.execute(tx)
    if (rows[0]?.alone !== true)
      throw new Refusal('tooMany', 'another try for this name is being looked at; try again in a moment')
    if ((await lockOf(tx, agencyId, who)) !== undefined) {
      await record({ subject: who, kind: 'session.refuse', body: { by, locked: true } })
      return false
    }
    if (await check(tx)) {
      await record({ subject: who, body: { by } })
      return true
    }
    await failTry(tx, (entry) => record({ kind: 'session.refuse', ...entry }), agencyId, {
      who,
      by,
      at: made.at,
    })
    return false
  })
  if (!passed) throw new Refusal('unauthenticated', noSentence)
}

/** Checks an e-mail address and a password; gives the member, who still has to show a second factor. */
export async function tryPassword(
  trying: Trying,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const { db, agency, made } = trying
  const name = email.trim().toLowerCase()
  const found = await db
    .selectFrom('member')
    .leftJoin('password', (join) =>
      join
        .onRef('password.agencyId', '=', 'member.agencyId')
        .onRef('password.memberId', '=', 'member.memberId'),
    )
    .select(['member.memberId', 'member.to', 'password.hash'])
    .where('member.agencyId', '=', agency.agencyId)
    .where((row) => row.fn<string>('lower', ['email']), '=', name)
    .orderBy('member.to', (order) => order.desc().nullsFirst())
    .executeTakeFirst()
  const serves = found !== undefined && (found.to === null || dayIn(agency.zone, made.at) < found.to)
  const who = serves ? found.memberId : sha256(`name ${name}`)
  const right = await isPassword(password, serves ? (found.hash ?? undefined) : undefined)
  await attempt(trying, who, 'password', () => Promise.resolve(right))
  return who
}

/** Checks the second factor of a member whose password was right. */
export async function trySecond(
  trying: Trying,
  memberId: string,
  key: string,
  given: { code: string; isRecovery: boolean },
): Promise<void> {
  const { agencyId } = trying.agency
  const { code, isRecovery } = given
  await attempt(trying, memberId, isRecovery ? 'recovery-code' : 'totp', async (tx) =>
    isRecovery
      ? await takeRecoveryCode(tx, agencyId, memberId, code)
      : await takeCode(tx, key, { agencyId, memberId, code, at: trying.made.at }),
  )
}

/** Checks password and code together, of a member who is signed in and is asked again who they are. */
export async function tryAgain(
  trying: Trying,
  memberId: string,
  key: string,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const { agencyId } = trying.agency
  const found = await trying.db
    .selectFrom('password')
    .select('hash')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  const right = await isPassword(password, found?.hash)
  await attempt(
    trying,
    memberId,
    'confirm',
    async (tx) => right && (await takeCode(tx, key, { agencyId, memberId, code, at: trying.made.at })),
  )
}

/**
 * Begins a session for somebody who has shown who they are, and gives the secret of its cookie. The last gate,
 * whichever way they came: nobody enters who no longer serves, who is locked, or whose account was unused for ninety days.
 */
export async function enter({ db, agency, made }: Trying, memberId: string, by: SignInWay): Promise<string> {
  const { agencyId, zone } = agency
  const { at } = made
  let secret: string | undefined
  const entering = { ...made, by: memberId, key: newId(), name: 'session.start', input: null }
  await command(db, entering, async (tx, record) => {
    const standing = await standingOf(tx, agencyId, memberId)
    if (!standing || (standing.to !== null && standing.to <= dayIn(zone, at)))
      throw new Refusal('unauthenticated', noSentence)
    if (await lockUnused(tx, record, agencyId, standing, { memberId, at })) {
      await record({ kind: 'session.enter', subject: memberId, body: { locked: true } })
      return null
    }
    await forgetTries(tx, agencyId, memberId)
    const started = await startSession(tx, record, agencyId, { memberId, by, at })
    secret = started.secret
    return null
  })
  if (secret === undefined) throw new Refusal('unauthenticated', noSentence)
  return secret
}
