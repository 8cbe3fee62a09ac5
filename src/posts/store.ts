import { membersOf } from '../members/store.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  personKey,
  postContentOf,
  timeSensitive,
  type Category,
  type PersonStatus,
  type PostContent,
} from './content.ts'
import type { PostMove, PostState } from './moves.ts'
import { inWords, type PostOffice, type PostStanding } from './post.ts'

declare module '../platform/db.ts' {
  interface Tables {
    post: {
      agencyId: string
      postId: string
      author: string
      editor: string
      state: PostState
      version: number
      content: string
      contentHash: string
      category: Category
      corrects: string | null
      recallId: string | null
      ruling: string | null
      ruledHash: string | null
      outcome: string | null
      submittedAt: string | null
      approvedHash: string | null
      approvedBy: string | null
      approvedAt: string | null
      publishAt: string | null
      publishedAt: string | null
      removedAt: string | null
      removedBecause: string | null
      signedBy: string | null
      signedBecause: string | null
      reviewDueAt: string | null
      reviewedBy: string | null
      reviewedAt: string | null
      reviewedAs: 'confirmed' | 'faulted' | null
      createdAt: string
      since: string
    }
    postStep: {
      agencyId: string
      postId: string
      version: number
      move: PostMove | 'write'
      madeBy: string | null
      office: PostOffice | null
      toState: PostState
      remarks: string | null
      contentHash: string
      at: string
    }
    postContent: {
      agencyId: string
      postId: string
      contentHash: string
      content: string
      madeBy: string
      at: string
    }
    postAccount: { agencyId: string; postId: string; accountId: string }
    postPerson: {
      agencyId: string
      postId: string
      personKey: string
      name: string
      status: PersonStatus
      inPicture: boolean
    }
  }
}

const columns = [
  'postId',
  'author',
  'editor',
  'state',
  'version',
  'content',
  'contentHash',
  'category',
  'corrects',
  'recallId',
  'ruling',
  'ruledHash',
  'outcome',
  'submittedAt',
  'approvedHash',
  'approvedBy',
  'approvedAt',
  'publishAt',
  'publishedAt',
  'removedAt',
  'removedBecause',
  'signedBy',
  'signedBecause',
  'reviewDueAt',
  'reviewedBy',
  'reviewedAt',
  'reviewedAs',
  'createdAt',
  'since',
] as const

/** A post as it is kept, read back. */
export interface StoredPost extends PostStanding {
  postId: string
  version: number
  content: PostContent
  category: Category
  corrects: string | null
  recallId: string | null
  /** JSON of the ruling on the content of `ruledHash`. */
  ruling: string | null
  ruledHash: string | null
  outcome: string | null
  submittedAt: string | null
  approvedAt: string | null
  publishAt: string | null
  publishedAt: string | null
  removedAt: string | null
  removedBecause: string | null
  signedBecause: string | null
  reviewDueAt: string | null
  reviewedAt: string | null
  reviewedAs: 'confirmed' | 'faulted' | null
  createdAt: string
  since: string
}

/** One post, whole; refuses (notFound) an id that the agency does not know. */
export async function findPost(db: Db, agencyId: string, postId: string): Promise<StoredPost> {
  const [found] = await postsOf(db, agencyId, [postId])
  if (!found) throw new Refusal('notFound', 'there is no such post')
  return found
}

/** These posts, whole, in the order of the ids. */
export async function postsOf(db: Db, agencyId: string, postIds: readonly string[]): Promise<StoredPost[]> {
  if (postIds.length === 0) return []
  const rows = await db
    .selectFrom('post')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .where('postId', 'in', postIds)
    .execute()
  const byId = new Map(rows.map((row) => [row.postId, row]))
  return postIds.flatMap((postId) => {
    const row = byId.get(postId)
    if (!row) return []
    return [{ ...row, content: postContentOf(row.content), isTimeSensitive: timeSensitive.has(row.category) }]
  })
}

/** A new post, a draft; with its first step and its content. */
export async function insertPost(
  tx: Tx,
  agencyId: string,
  post: {
    postId: string
    author: string
    content: PostContent
    written: string
    hash: string
    recallId?: string | null
  },
  at: string,
): Promise<void> {
  const { postId, author, content, written, hash, recallId = null } = post
  await tx
    .insertInto('post')
    .values({
      agencyId,
      postId,
      author,
      editor: author,
      state: 'draft',
      version: 1,
      content: written,
      contentHash: hash,
      category: content.category,
      corrects: content.corrects?.postId ?? null,
      recallId,
      ruling: null,
      ruledHash: null,
      outcome: null,
      submittedAt: null,
      approvedHash: null,
      approvedBy: null,
      approvedAt: null,
      publishAt: null,
      publishedAt: null,
      removedAt: null,
      removedBecause: null,
      signedBy: null,
      signedBecause: null,
      reviewDueAt: null,
      reviewedBy: null,
      reviewedAt: null,
      reviewedAs: null,
      createdAt: at,
      since: at,
    })
    .execute()
  await keepContent(tx, agencyId, postId, { content, written, hash, madeBy: author, at })
  await addPostStep(tx, agencyId, postId, {
    version: 1,
    move: 'write',
    madeBy: author,
    office: 'author',
    toState: 'draft',
    remarks: null,
    contentHash: hash,
    at,
  })
}

/** Keeps a content for ever, and lays its accounts and people open for search. */
export async function keepContent(
  tx: Tx,
  agencyId: string,
  postId: string,
  kept: { content: PostContent; written: string; hash: string; madeBy: string; at: string },
): Promise<void> {
  const { content, written, hash, madeBy, at } = kept
  await tx
    .insertInto('postContent')
    .values({ agencyId, postId, contentHash: hash, content: written, madeBy, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.deleteFrom('postAccount').where('agencyId', '=', agencyId).where('postId', '=', postId).execute()
  const accounts = [...new Set(content.accounts)]
  if (accounts.length > 0)
    await tx
      .insertInto('postAccount')
      .values(accounts.map((accountId) => ({ agencyId, postId, accountId })))
      .execute()
  await tx.deleteFrom('postPerson').where('agencyId', '=', agencyId).where('postId', '=', postId).execute()
  const people = new Map(content.people.map((one) => [personKey(one.name), one]))
  if (people.size > 0)
    await tx
      .insertInto('postPerson')
      .values(
        [...people].map(([key, { name, status, inPicture }]) => ({
          agencyId,
          postId,
          personKey: key,
          name,
          status,
          inPicture,
        })),
      )
      .execute()
}

export interface PostChanges {
  state?: PostState
  editor?: string
  content?: string
  contentHash?: string
  category?: Category
  corrects?: string | null
  ruling?: string | null
  ruledHash?: string | null
  outcome?: string | null
  submittedAt?: string | null
  approvedHash?: string | null
  approvedBy?: string | null
  approvedAt?: string | null
  publishAt?: string | null
  publishedAt?: string | null
  removedAt?: string | null
  removedBecause?: string | null
  signedBy?: string | null
  signedBecause?: string | null
  reviewDueAt?: string | null
  reviewedBy?: string | null
  reviewedAt?: string | null
  reviewedAs?: 'confirmed' | 'faulted' | null
  since?: string
}

/** Changes a post if it is still at the version that was seen; says who moved it meanwhile where it is not. */
export async function changePost(
  tx: Tx,
  agencyId: string,
  { postId, version }: { postId: string; version: number },
  changes: PostChanges,
): Promise<void> {
  const changed = await tx
    .updateTable('post')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('postId', '=', postId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await refuseMovedPost(tx, agencyId, postId)
}

/** One step that a post took; `madeBy` is null when a time had come or the networks had answered. */
export interface StoredPostStep {
  version: number
  move: PostMove | 'write'
  madeBy: string | null
  office: PostOffice | null
  toState: PostState
  remarks: string | null
  contentHash: string
  at: string
}

export async function addPostStep(
  tx: Tx,
  agencyId: string,
  postId: string,
  step: StoredPostStep,
): Promise<void> {
  await tx
    .insertInto('postStep')
    .values({ agencyId, postId, ...step })
    .execute()
}

/** The history of a post, the first step first. */
export async function postStepsOf(db: Db, agencyId: string, postId: string): Promise<StoredPostStep[]> {
  return await db
    .selectFrom('postStep')
    .select(['version', 'move', 'madeBy', 'office', 'toState', 'remarks', 'contentHash', 'at'])
    .where('agencyId', '=', agencyId)
    .where('postId', '=', postId)
    .orderBy('version')
    .execute()
}

/** Says who moved a post meanwhile, and where it is now. */
export async function refuseMovedPost(db: Db, agencyId: string, postId: string): Promise<never> {
  const [last] = (await postStepsOf(db, agencyId, postId)).slice(-1)
  const [mover] = await membersOf(db, agencyId, last?.madeBy ? [last.madeBy] : [])
  const by = mover?.name ?? 'Decorum, since its time had come'
  const state = last ? inWords(last.toState) : 'somewhere else'
  throw new Refusal('conflict', `it was changed meanwhile by ${by}; it is ${state} now`)
}
