import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { membersOf } from '../members/store.ts'
import type { Ground } from './grounds.ts'
import type { State } from './moves.ts'
import type { Seen } from './seen.ts'

/** A picture or a film of a comment, as its network tells of it. */
export interface MediaSaid {
  mediaType: string
  url: string
  alt: string
}

export type VersionKind = 'written' | 'edited' | 'gone' | 'back'
type Way = 'poll' | 'push'

declare module '../platform/db.ts' {
  interface Tables {
    comment: {
      agencyId: string
      commentId: string
      accountId: string
      remoteId: string
      deliveryId: string
      rootId: string
      subjectKind: string
      subjectId: string
      writerId: string
      writerHandle: string
      state: State
      version: number
      latest: number
      text: string
      textHash: string
      writtenAt: string
      capturedAt: string
      goneAt: string | null
      place: number
      ground: Ground | null
      isCritical: boolean
      isUgly: boolean
      language: string | null
      outcome: string | null
      filters: string[]
      hasMediaToFetch: boolean
      decidedBy: string | null
      decidedAt: string | null
    }
    commentVersion: {
      agencyId: string
      commentId: string
      n: number
      kind: VersionKind
      text: string
      hash: string
      saidAt: string
      capturedAt: string
      way: Way
      parentId: string
      writerHandle: string
      writerName: string
      url: string | null
      isHidden: boolean
      media: MediaSaid[]
      seen: Pick<Seen, 'outcome' | 'citations' | 'facts'>
      orderVersion: string | null
    }
    commentMedia: {
      agencyId: string
      commentId: string
      n: number
      number: number
      sha256: string | null
      because: string | null
      at: string
    }
  }
}

const columns = [
  'commentId',
  'accountId',
  'remoteId',
  'deliveryId',
  'rootId',
  'subjectKind',
  'subjectId',
  'writerId',
  'writerHandle',
  'state',
  'version',
  'latest',
  'text',
  'writtenAt',
  'capturedAt',
  'goneAt',
  'place',
  'ground',
  'isCritical',
  'isUgly',
  'language',
  'filters',
  'hasMediaToFetch',
  'decidedBy',
] as const

/** A comment as it is kept. */
export type StoredComment = Awaited<ReturnType<typeof findComment>>

/** One comment; refuses (notFound) an id that the agency does not know. */
export async function findComment(db: Db, agencyId: string, commentId: string) {
  const found = await db
    .selectFrom('comment')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such comment')
  return found
}

/** One captured version of a comment; undefined where there is none of that number. */
export async function findVersion(db: Db, agencyId: string, commentId: string, n: number) {
  return await db
    .selectFrom('commentVersion')
    .select(['n', 'text', 'hash', 'parentId', 'url', 'media', 'seen', 'orderVersion'])
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .where('n', '=', n)
    .executeTakeFirst()
}

/** Moves a comment from the version that was seen; refuses (conflict) what somebody moved meanwhile. */
export async function moveTo(
  tx: Tx,
  agencyId: string,
  seen: Pick<StoredComment, 'commentId' | 'version'>,
  to: { state: State; decidedBy: string; at: string; ground?: Ground | null },
): Promise<number> {
  const { state, decidedBy, at, ground } = to
  const version = seen.version + 1
  const { numUpdatedRows } = await tx
    .updateTable('comment')
    .set({ state, version, decidedBy, decidedAt: at, ...(ground === undefined ? {} : { ground }) })
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', seen.commentId)
    .where('version', '=', seen.version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) await refuseMoved(tx, agencyId, seen.commentId)
  return version
}

/** Says who moved a comment meanwhile. */
export async function refuseMoved(db: Db, agencyId: string, commentId: string): Promise<never> {
  const { decidedBy } = await findComment(db, agencyId, commentId)
  const [mover] = await membersOf(db, agencyId, decidedBy === null ? [] : [decidedBy])
  throw new Refusal(
    'conflict',
    `it was moved or changed meanwhile by ${mover?.name ?? 'its writer'}; look at it again`,
  )
}

/** Names of members for a page, by their ids. */
export async function namesOf(
  db: Db,
  agencyId: string,
  ids: readonly (string | null)[],
): Promise<(memberId: string) => { memberId: string; name: string }> {
  const known = await membersOf(
    db,
    agencyId,
    ids.filter((id) => id !== null),
  )
  const names = new Map(known.map(({ memberId, name }) => [memberId, name]))
  return (memberId) => ({ memberId, name: names.get(memberId) ?? memberId })
}
