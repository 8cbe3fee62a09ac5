import { command, type Made } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { dayIn, later } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { newId, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { findBlock, changeBlock } from './blocks.ts'
import { endHiding, type CarryingOut } from './carry-out.ts'
import { rule, type Actor } from './comment.ts'
import { appealsOf, findHiding, type AppealState, type StoredAppeal } from './hidings.ts'
import { partOf } from './moderate.ts'
import { commentSettings } from './settings.ts'
import { findComment, moveTo } from './store.ts'
import type { Ground } from './grounds.ts'

/** What whoever holds a code is shown: the decision and its reason, and nothing of the comment or its writer. */
export interface Appealable {
  kind: 'hiding' | 'block'
  subjectId: string
  accountId: string
  ground: Ground
  citation: string
  orderVersion: string
  reason: string
  since: string
  /** Is it still so? */
  isOver: boolean
  endedBecause: string | null
  appeal: StoredAppeal | undefined
}

/** What a code is a receipt for; refuses (notFound) a code that was never given. */
export async function appealableOf(db: Db, agencyId: string, code: string): Promise<Appealable> {
  const receipt = await db
    .selectFrom('receipt')
    .select(['kind', 'subjectId'])
    .where('agencyId', '=', agencyId)
    .where('codeHash', '=', sha256(code))
    .executeTakeFirst()
  if (!receipt)
    throw new Refusal('notFound', 'this address belongs to no decision; look whether it is complete')
  const { kind, subjectId } = receipt
  const [appeal] = await appealsOf(db, agencyId, [subjectId])
  if (kind === 'block') {
    const block = await findBlock(db, agencyId, subjectId)
    const { accountId, ground, citation, orderVersion, reason, madeAt, state, endedBecause } = block
    const isOver = state !== 'in-force'
    return {
      kind,
      subjectId,
      accountId,
      ground,
      citation,
      orderVersion,
      reason,
      since: madeAt,
      isOver,
      endedBecause,
      appeal,
    }
  }
  const hiding = await findHiding(db, agencyId, subjectId)
  const { accountId, ground, citation, orderVersion, reason, hiddenAt, state, endedBecause } = hiding
  const isOver = state !== 'hidden'
  return {
    kind,
    subjectId,
    accountId,
    ground,
    citation,
    orderVersion,
    reason,
    since: hiddenAt ?? hiding.askedAt,
    isOver,
    endedBecause,
    appeal,
  }
}

/** Takes a writer's words, once. Needs no account: the code is theirs. */
export async function makeAppeal(
  db: Db,
  agency: Agency,
  made: Made,
  code: string,
  words: string,
): Promise<{ appealId: string; dueAt: string }> {
  const { agencyId } = agency
  return await command(db, made, async (tx, record) => {
    const found = await appealableOf(tx, agencyId, code)
    if (found.appeal) throw new Refusal('conflict', 'you appealed this already; it is decided only once')
    if (found.isOver) throw new Refusal('conflict', 'it is over already; there is nothing left to appeal')
    const { kind, subjectId, accountId } = found
    const against =
      kind === 'hiding'
        ? partOf(await findHiding(tx, agencyId, subjectId))
        : [(await findBlock(tx, agencyId, subjectId)).madeBy]
    const { settings } = await commentSettings(tx, agencyId)
    const appealId = newId()
    const dueAt = later(made.at, { hours: 24 * settings.appealDays })
    await tx
      .insertInto('appeal')
      .values({
        agencyId,
        appealId,
        kind,
        subjectId,
        accountId,
        against,
        words,
        madeAt: made.at,
        dueAt,
        state: 'waiting',
        version: 1,
        decidedBy: null,
        decidedAt: null,
        reason: null,
      })
      .execute()
    await record({ subject: appealId, body: { kind, subjectId, words, dueAt } })
    return { appealId, dueAt }
  })
}

/** One appeal; refuses (notFound) an id that the agency does not know. */
export async function findAppeal(db: Db, agencyId: string, appealId: string): Promise<StoredAppeal> {
  const found = await db
    .selectFrom('appeal')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such appeal')
  return found
}

/** What is said in deciding an appeal. */
export interface Deciding {
  version: number
  outcome: 'uphold' | 'restore'
  reason: string
}

/** Decides an appeal, by somebody who had no part in what it is against. What is restored goes out at once. */
export async function decideAppeal(
  db: Db,
  house: CarryingOut,
  agency: Agency,
  made: Made,
  actor: Actor,
  appealId: string,
  { version, outcome, reason }: Deciding,
): Promise<{ appealId: string; version: number; state: AppealState; byHand: string | null }> {
  const { agencyId } = agency
  const { by, at } = made
  const state = outcome === 'uphold' ? 'upheld' : 'restored'
  return await command(db, made, async (tx, record) => {
    const appeal = await findAppeal(tx, agencyId, appealId)
    if (appeal.state !== 'waiting') throw new Refusal('conflict', `this appeal is decided: ${appeal.state}`)
    let byHand: string | null = null
    if (appeal.kind === 'hiding') {
      const hiding = await findHiding(tx, agencyId, appeal.subjectId)
      const comment = await findComment(tx, agencyId, hiding.commentId)
      const answer = rule(
        {
          state: comment.state,
          latest: comment.latest,
          isCritical: comment.isCritical,
          isGone: comment.goneAt !== null,
          restsOn: hiding.n,
          against: appeal.against,
          isAppealed: true,
        },
        outcome === 'uphold' ? 'uphold' : 'overturn',
        actor,
        { reason },
        { basis: undefined, length: 0, asksCounsel: false },
      )
      if (!answer.ok) throw new Refusal('forbiddenByOrder', answer.because, answer.cites)
      if (outcome === 'restore') {
        byHand = await endHiding(tx, house, agencyId, comment, hiding, { by, because: reason, at })
        await moveTo(tx, agencyId, comment, { state: answer.to, decidedBy: by, at })
        await record({
          subject: comment.commentId,
          body: { state: answer.to, hidingId: hiding.hidingId, appealId, reason },
          kind: 'comments.overturn',
        })
      }
    } else byHand = await decideBlocks(tx, agencyId, appeal, actor, outcome, reason, at)
    const { numUpdatedRows } = await tx
      .updateTable('appeal')
      .set({ state, version: version + 1, decidedBy: by, decidedAt: at, reason })
      .where('agencyId', '=', agencyId)
      .where('appealId', '=', appealId)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n)
      throw new Refusal('conflict', 'somebody decided it meanwhile; look at it again')
    await record({ subject: appealId, body: { state, reason } })
    return { appealId, version: version + 1, state, byHand }
  })
}

async function decideBlocks(
  tx: Parameters<typeof changeBlock>[0],
  agencyId: string,
  appeal: StoredAppeal,
  actor: Actor,
  outcome: Deciding['outcome'],
  reason: string,
  at: string,
): Promise<string | null> {
  if (!actor.offices.has('appeal'))
    throw new Refusal(
      'forbiddenByOrder',
      'this is for whoever hears appeals: the Chief, or whoever the Chief designated',
    )
  if (appeal.against.includes(actor.memberId))
    throw new Refusal('forbiddenByOrder', 'an appeal is decided by somebody who had no part in the block')
  if (outcome === 'uphold') return null
  const block = await findBlock(tx, agencyId, appeal.subjectId)
  const lifted = { state: 'lifted' as const, endedAt: at, endedBecause: reason }
  await changeBlock(tx, agencyId, block.blockId, block.version, lifted)
  return `let ${block.writerHandle} in again on the network’s own page, and say here when it is done`
}

/** Is an appeal past its day? It is never decided by the clock; it is only said to be late. */
export function isLate(appeal: Pick<StoredAppeal, 'state' | 'dueAt'>, zone: string, at: string): boolean {
  return appeal.state === 'waiting' && dayIn(zone, at) > dayIn(zone, appeal.dueAt)
}
