import type { Record as Recording } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Doing } from './store.ts'

declare module '../platform/db.ts' {
  interface Tables {
    questionAttempt: {
      agencyId: string
      versionId: string
      memberId: string
      attempt: number
      answers: string
      rightAnswers: number
      asked: number
      passed: boolean
      at: string
    }
    acknowledgement: { agencyId: string; versionId: string; memberId: string; digest: string; at: string }
    acknowledgementReminder: {
      agencyId: string
      versionId: string
      memberId: string
      dueOn: string
      remindedBy: string
      at: string
    }
  }
}

export interface Attempt {
  attempt: number
  right: number
  of: number
  passed: boolean
  at: string
}

/** A member's attempts at the questions of a version, the first one first. */
export async function attemptsOf(
  db: Db,
  agencyId: string,
  versionId: string,
  memberId: string,
): Promise<Attempt[]> {
  return await db
    .selectFrom('questionAttempt')
    .select(['attempt', 'rightAnswers as right', 'asked as of', 'passed', 'at'])
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
    .where('memberId', '=', memberId)
    .orderBy('attempt')
    .execute()
}

export async function addAttempt(
  tx: Tx,
  record: Recording,
  { agencyId, by, at }: Doing,
  versionId: string,
  made: {
    attempt: number
    answers: { case: string; outcome: string; isRight: boolean }[]
    right: number
    passed: boolean
  },
): Promise<void> {
  const { attempt, answers, right, passed } = made
  await tx
    .insertInto('questionAttempt')
    .values({
      agencyId,
      versionId,
      memberId: by,
      attempt,
      answers: JSON.stringify(answers),
      rightAnswers: right,
      asked: answers.length,
      passed,
      at,
    })
    .execute()
  await record({ subject: versionId, body: { attempt, answers, right, passed } })
}

/** When members acknowledged a version, by member. */
export async function acknowledgedBy(
  db: Db,
  agencyId: string,
  versionId: string,
  only?: string,
): Promise<Map<string, string>> {
  let select = db
    .selectFrom('acknowledgement')
    .select(['memberId', 'at'])
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
  if (only !== undefined) select = select.where('memberId', '=', only)
  const rows = await select.execute()
  return new Map(rows.map(({ memberId, at }) => [memberId, at]))
}

/** What a member acknowledged, the newest first. */
export async function acknowledgementsOf(
  db: Db,
  agencyId: string,
  memberId: string,
): Promise<{ versionId: string; at: string }[]> {
  return await db
    .selectFrom('acknowledgement')
    .innerJoin('orderAdoption', (join) =>
      join
        .onRef('orderAdoption.agencyId', '=', 'acknowledgement.agencyId')
        .onRef('orderAdoption.versionId', '=', 'acknowledgement.versionId'),
    )
    .select(['acknowledgement.versionId', 'acknowledgement.at'])
    .where('acknowledgement.agencyId', '=', agencyId)
    .where('acknowledgement.memberId', '=', memberId)
    .orderBy('orderAdoption.effective', 'desc')
    .execute()
}

/** Evidence that a member read, was asked, and acknowledged exactly this version. */
export async function addAcknowledgement(
  tx: Tx,
  record: Recording,
  { agencyId, by, at }: Doing,
  version: { versionId: string; digest: string; attempt: number | null },
): Promise<void> {
  const { versionId, digest, attempt } = version
  await tx.insertInto('acknowledgement').values({ agencyId, versionId, memberId: by, digest, at }).execute()
  await record({ subject: versionId, body: { memberId: by, digest, attempt } })
}

/** Reminders of a version: for each member the days they were due on, and when the last was made. */
export async function remindersOf(
  db: Db,
  agencyId: string,
  versionId: string,
): Promise<Map<string, { dueOn: ReadonlySet<string>; at: string }>> {
  const rows = await db
    .selectFrom('acknowledgementReminder')
    .select(['memberId', 'dueOn', 'at'])
    .where('agencyId', '=', agencyId)
    .where('versionId', '=', versionId)
    .orderBy('at')
    .execute()
  const found = new Map<string, { dueOn: Set<string>; at: string }>()
  for (const { memberId, dueOn, at } of rows)
    found.set(memberId, { dueOn: (found.get(memberId)?.dueOn ?? new Set()).add(dueOn), at })
  return found
}

/** Reminds members, once for each day it is due; gives how many were reminded now. */
export async function addReminders(
  tx: Tx,
  record: Recording,
  { agencyId, by, at }: Doing,
  reminder: { versionId: string; dueOn: string; memberIds: readonly string[] },
): Promise<number> {
  const { versionId, dueOn, memberIds } = reminder
  const added = await tx
    .insertInto('acknowledgementReminder')
    .values(memberIds.map((memberId) => ({ agencyId, versionId, memberId, dueOn, remindedBy: by, at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('memberId')
    .execute()
  const reminded = added.map(({ memberId }) => memberId).toSorted()
  await record({ subject: versionId, body: { dueOn, memberIds: reminded } })
  return reminded.length
}
