import type { ColumnType } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from './grounds.ts'

export type HidingState = 'with-counsel' | 'declined' | 'withdrawn' | 'hidden' | 'restored'
export type AppealState = 'waiting' | 'upheld' | 'restored' | 'conceded'

declare module '../platform/db.ts' {
  interface Tables {
    hiding: {
      agencyId: string
      hidingId: string
      commentId: string
      accountId: string
      n: number
      version: number
      state: HidingState
      ground: Ground
      spans: ColumnType<[number, number][], string, never>
      reason: string
      notForCriticism: string | null
      citation: string
      orderVersion: string
      moderator: string
      moderatorRole: string
      askedAt: string
      counsel: string | null
      counselWord: string | null
      counselAt: string | null
      hiddenAt: string | null
      way: 'network' | 'hand' | null
      deliveryId: string | null
      handDoneAt: string | null
      endedAt: string | null
      endedBy: string | null
      endedBecause: string | null
    }
    receipt: {
      agencyId: string
      codeHash: string
      kind: 'hiding' | 'block'
      subjectId: string
      deliveryId: string | null
      madeAt: string
    }
    appeal: {
      agencyId: string
      appealId: string
      kind: 'hiding' | 'block'
      subjectId: string
      accountId: string
      against: string[]
      words: string
      madeAt: string
      dueAt: string
      state: AppealState
      version: number
      decidedBy: string | null
      decidedAt: string | null
      reason: string | null
    }
  }
}

/** One hiding as it is kept. */
export type StoredHiding = Awaited<ReturnType<typeof hidingsOf>>[number]

/** Every hiding of these comments, the newest first. */
export async function hidingsOf(db: Db, agencyId: string, commentIds: readonly string[]) {
  if (commentIds.length === 0) return []
  return await db
    .selectFrom('hiding')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('commentId', 'in', commentIds)
    .orderBy('hidingId', 'desc')
    .execute()
}

/** The hiding that runs, or that waits for counsel; undefined where none does. */
export async function runningHiding(
  db: Db,
  agencyId: string,
  commentId: string,
): Promise<StoredHiding | undefined> {
  const all = await hidingsOf(db, agencyId, [commentId])
  return all.find(({ state }) => state === 'hidden' || state === 'with-counsel')
}

/** One hiding; refuses (notFound) an id that the agency does not know. */
export async function findHiding(db: Db, agencyId: string, hidingId: string): Promise<StoredHiding> {
  const found = await db
    .selectFrom('hiding')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('hidingId', '=', hidingId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such hiding')
  return found
}

/** What changes of a hiding, from the version that was seen. */
export async function changeHiding(
  tx: Tx,
  agencyId: string,
  { hidingId, version }: Pick<StoredHiding, 'hidingId' | 'version'>,
  to: {
    state: HidingState
    counsel?: string
    counselWord?: string
    counselAt?: string
    hiddenAt?: string
    way?: 'network' | 'hand'
    deliveryId?: string | null
    handDoneAt?: string | null
    endedAt?: string
    endedBy?: string
    endedBecause?: string
  },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('hiding')
    .set({ ...to, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('hidingId', '=', hidingId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n)
    throw new Refusal('conflict', 'somebody moved this hiding meanwhile; look at it again')
}

/** The appeals of these hidings or blocks. */
export async function appealsOf(db: Db, agencyId: string, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return []
  return await db
    .selectFrom('appeal')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('subjectId', 'in', subjectIds)
    .execute()
}
export type StoredAppeal = Awaited<ReturnType<typeof appealsOf>>[number]
