import { Temporal } from 'temporal-polyfill'
import { adoptedOrder } from '../adoption/adopted.ts'
import type { Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { pageOf } from './carry-out.ts'
import { concede } from './concede.ts'
import { refuseEnd } from './filters.ts'
import { basisOf, groundWords, type Ground } from './grounds.ts'
import { hidingsOf } from './hidings.ts'
import { keepReceipt, newCode } from './receipt.ts'
import { findComment } from './store.ts'

declare module '../platform/db.ts' {
  interface Tables {
    block: {
      agencyId: string
      blockId: string
      accountId: string
      writerId: string
      writerHandle: string
      ground: Ground
      reason: string
      citation: string
      orderVersion: string
      madeBy: string
      madeRole: string
      madeAt: string
      reviewOn: string
      endsOn: string
      state: 'in-force' | 'ended' | 'lifted'
      version: number
      reviewedBy: string | null
      reviewedAt: string | null
      reviewWord: string | null
      endedAt: string | null
      endedBecause: string | null
      undoneAt: string | null
    }
  }
}

export type StoredBlock = Awaited<ReturnType<typeof blocksOf>>[number]

/** Every block of an agency, the newest first. */
export async function blocksOf(db: Db, agencyId: string) {
  return await db
    .selectFrom('block')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('blockId', 'desc')
    .limit(500)
    .execute()
}

export async function findBlock(db: Db, agencyId: string, blockId: string): Promise<StoredBlock> {
  const found = await db
    .selectFrom('block')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('blockId', '=', blockId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such block')
  return found
}

/** What a block rests on. */
export interface Blocking {
  commentId: string
  ground: Ground
  reason: string
  endsOn: string
}

/**
 * Blocks the writer of a comment from its page, for a time. Only a writer whose comment is hidden there for the same
 * ground may be blocked, and once at a time; halfway to its end somebody else looks at it again.
 */
export async function blockWriter(
  tx: Tx,
  record: Recording,
  agency: Agency,
  { by, role, origin, at }: { by: string; role: string; origin: string; at: string },
  { commentId, ground, reason, endsOn }: Blocking,
): Promise<{ blockId: string; version: number; appealAddress: string; byHand: string }> {
  const { agencyId, zone } = agency
  const today = dayIn(zone, at)
  refuseEnd(endsOn, today)
  const comment = await findComment(tx, agencyId, commentId)
  const adopted = await adoptedOrder(tx, agencyId, at)
  const basis = adopted && basisOf(adopted.order, ground, at)
  if (!basis)
    throw new Refusal('forbiddenByOrder', `the order in force names no ${groundWords[ground]} as a ground`)
  const hidings = await hidingsOf(tx, agencyId, [commentId])
  if (!hidings.some((one) => one.state === 'hidden' && one.ground === ground))
    throw new Refusal(
      'forbiddenByOrder',
      'a writer is blocked only when a comment of theirs is hidden for that ground; hide it first',
      basis.citation,
    )
  const { accountId, writerId, writerHandle } = comment
  const running = await tx
    .selectFrom('block')
    .select('blockId')
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .where('writerId', '=', writerId)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  if (running) throw new Refusal('conflict', 'this writer is blocked there already')
  const blockId = newId()
  const reviewOn = halfway(today, endsOn)
  const rests = {
    ground,
    reason,
    citation: basis.citation,
    orderVersion: adopted.versionId,
    reviewOn,
    endsOn,
  }
  await tx
    .insertInto('block')
    .values({
      agencyId,
      blockId,
      accountId,
      writerId,
      writerHandle,
      ...rests,
      madeBy: by,
      madeRole: role,
      madeAt: at,
      state: 'in-force',
      version: 1,
      reviewedBy: null,
      reviewedAt: null,
      reviewWord: null,
      endedAt: null,
      endedBecause: null,
      undoneAt: null,
    })
    .execute()
  const code = newCode()
  await keepReceipt(tx, agencyId, { code, kind: 'block', subjectId: blockId, deliveryId: null, madeAt: at })
  await record({ subject: blockId, body: { state: 'in-force', accountId, writerId, commentId, ...rests } })
  const page = await pageOf(tx, agencyId, accountId)
  return {
    blockId,
    version: 1,
    appealAddress: `${origin}/public/appeal/${code}`,
    byHand: `${page.network} lets no program block a writer: block ${writerHandle} at ${page.address}`,
  }
}

/** The day halfway to the end, and at least one before it. */
function halfway(from: string, to: string): string {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const days = start.until(end, { largestUnit: 'days' }).days
  return start.add({ days: Math.floor(days / 2) }).toString()
}

/** Looks at a block again: it goes on to its end, or is lifted now. Never by whoever made it. */
export async function reviewBlock(
  tx: Tx,
  record: Recording,
  agencyId: string,
  blockId: string,
  said: { by: string; version: number; outcome: 'goes-on' | 'lift'; word: string; at: string },
): Promise<{ id: string; version: number }> {
  const { by, version, outcome, word, at } = said
  const block = await findBlock(tx, agencyId, blockId)
  if (block.madeBy === by)
    throw new Refusal('forbiddenByOrder', 'a block is reviewed by somebody else than who made it')
  if (block.state !== 'in-force') throw new Refusal('conflict', `it is ${block.state} already`)
  const reviewed = { reviewedBy: by, reviewedAt: at, reviewWord: word }
  if (outcome === 'goes-on') await changeBlock(tx, agencyId, blockId, version, reviewed)
  else await lift(tx, record, agencyId, blockId, { version, by, because: word, at, more: reviewed })
  await record({ subject: blockId, body: { outcome, word } })
  return { id: blockId, version: version + 1 }
}

/** Ends a block before its day; whoever appealed it has what they asked for. */
export async function lift(
  tx: Tx,
  record: Recording,
  agencyId: string,
  blockId: string,
  said: { version: number; by: string; because: string; at: string; more?: object },
): Promise<void> {
  const { version, by, because, at, more } = said
  const ended = { state: 'lifted' as const, endedAt: at, endedBecause: because, ...more }
  await changeBlock(tx, agencyId, blockId, version, ended)
  await concede(tx, record, agencyId, blockId, { by, because, at })
}

/** Puts down that a block that is over was undone by hand on the network. */
export async function blockUndone(
  tx: Tx,
  record: Recording,
  agencyId: string,
  blockId: string,
  { version, at }: { version: number; at: string },
): Promise<{ id: string; version: number }> {
  const block = await findBlock(tx, agencyId, blockId)
  if (block.state === 'in-force' || block.undoneAt !== null)
    throw new Refusal('conflict', 'nothing of it is left to be undone')
  await changeBlock(tx, agencyId, blockId, version, { undoneAt: at })
  await record({ subject: blockId, body: { undone: true } })
  return { id: blockId, version: version + 1 }
}

export async function changeBlock(
  tx: Tx,
  agencyId: string,
  blockId: string,
  version: number,
  to: Partial<Omit<StoredBlock, 'agencyId' | 'blockId' | 'version'>>,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('block')
    .set({ ...to, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('blockId', '=', blockId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n)
    throw new Refusal('conflict', 'the block was changed meanwhile; look at it again')
}
