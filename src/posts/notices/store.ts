import { membersOf } from '../../members/store.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noticeContentOf, type NoticeContent } from './content.ts'
import type { NoticeMove, NoticeState } from './moves.ts'
import { inWords, type NoticeOffice, type NoticeStanding } from './notice.ts'
import type { Kind } from './templates.ts'

export type EndedAs = 'cancelled' | 'found' | 'expired' | 'all-clear'

interface Row {
  noticeId: string
  author: string
  editor: string
  kind: Kind
  state: NoticeState
  version: number
  content: string
  contentHash: string
  outContent: string | null
  outHash: string | null
  outBy: string | null
  signedBy: string | null
  signedBecause: string | null
  reviewDueAt: string | null
  reviewedBy: string | null
  reviewedAt: string | null
  reviewedAs: 'confirmed' | 'faulted' | null
  ruling: string | null
  firstOutAt: string | null
  outAt: string | null
  expiresAt: string | null
  endedAt: string | null
  endedAs: EndedAs | null
  endedBecause: string | null
  origin: string | null
  createdAt: string
  since: string
}
export type NoticeChanges = Partial<Omit<Row, 'noticeId' | 'author' | 'createdAt' | 'version'>>

export interface StoredNoticeStep {
  version: number
  move: NoticeMove | 'write'
  /** Null when its time had come. */
  madeBy: string | null
  office: NoticeOffice | null
  toState: NoticeState
  remarks: string | null
  contentHash: string
  at: string
}

export interface Message {
  number: number
  type: 'Alert' | 'Update' | 'Cancel'
  contentHash: string
  sent: string
}

declare module '../../platform/db.ts' {
  interface Tables {
    notice: Row & { agencyId: string }
    noticeStep: StoredNoticeStep & { agencyId: string; noticeId: string }
    noticeContent: {
      agencyId: string
      noticeId: string
      contentHash: string
      content: string
      madeBy: string
      at: string
    }
    noticeMessage: Message & { agencyId: string; noticeId: string }
  }
}

/** A notice as it is kept, read back. */
export type StoredNotice = NoticeStanding &
  Omit<Row, 'content' | 'outContent'> & {
    content: NoticeContent
    out: NoticeContent | null
  }

/** One notice; refuses (notFound) an id that the agency does not know. */
export async function findNotice(db: Db, agencyId: string, noticeId: string): Promise<StoredNotice> {
  const row = await db
    .selectFrom('notice')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('noticeId', '=', noticeId)
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 'there is no such notice')
  return readNotice(row)
}

export function readNotice(row: Row): StoredNotice {
  const { content, outContent, ...rest } = row
  return {
    ...rest,
    content: noticeContentOf(content),
    out: outContent === null ? null : noticeContentOf(outContent),
  }
}

export interface Bound {
  content: NoticeContent
  written: string
  hash: string
}

/** A new notice, a draft, with its first step and its content. */
export async function insertNotice(
  tx: Tx,
  agencyId: string,
  { noticeId, author }: { noticeId: string; author: string },
  bound: Bound,
  at: string,
): Promise<void> {
  await tx
    .insertInto('notice')
    .values({
      agencyId,
      noticeId,
      author,
      editor: author,
      kind: bound.content.kind,
      state: 'draft',
      version: 1,
      content: bound.written,
      contentHash: bound.hash,
      outContent: null,
      outHash: null,
      outBy: null,
      signedBy: null,
      signedBecause: null,
      reviewDueAt: null,
      reviewedBy: null,
      reviewedAt: null,
      reviewedAs: null,
      ruling: null,
      firstOutAt: null,
      outAt: null,
      expiresAt: null,
      endedAt: null,
      endedAs: null,
      endedBecause: null,
      origin: null,
      createdAt: at,
      since: at,
    })
    .execute()
  await keepNoticeContent(tx, agencyId, noticeId, bound, author, at)
  await addNoticeStep(tx, agencyId, noticeId, {
    version: 1,
    move: 'write',
    madeBy: author,
    office: 'author',
    toState: 'draft',
    remarks: null,
    contentHash: bound.hash,
    at,
  })
}

/** Keeps a content for ever. */
export async function keepNoticeContent(
  tx: Tx,
  agencyId: string,
  noticeId: string,
  { written, hash }: Bound,
  madeBy: string,
  at: string,
): Promise<void> {
  await tx
    .insertInto('noticeContent')
    .values({ agencyId, noticeId, contentHash: hash, content: written, madeBy, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Changes a notice if it is still at the version that was seen; says who moved it meanwhile where it is not. */
export async function changeNotice(
  tx: Tx,
  agencyId: string,
  { noticeId, version }: { noticeId: string; version: number },
  changes: NoticeChanges,
): Promise<void> {
  const changed = await tx
    .updateTable('notice')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('noticeId', '=', noticeId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await refuseMovedNotice(tx, agencyId, noticeId)
}

export async function addNoticeStep(
  tx: Tx,
  agencyId: string,
  noticeId: string,
  step: StoredNoticeStep,
): Promise<void> {
  await tx
    .insertInto('noticeStep')
    .values({ agencyId, noticeId, ...step })
    .execute()
}

/** The history of a notice, the first step first. */
export async function noticeStepsOf(db: Db, agencyId: string, noticeId: string): Promise<StoredNoticeStep[]> {
  return await db
    .selectFrom('noticeStep')
    .select(['version', 'move', 'madeBy', 'office', 'toState', 'remarks', 'contentHash', 'at'])
    .where('agencyId', '=', agencyId)
    .where('noticeId', '=', noticeId)
    .orderBy('version')
    .execute()
}

/** The messages of a notice as CAP, the first one first. */
export async function messagesOf(db: Db, agencyId: string, noticeId: string): Promise<Message[]> {
  return await db
    .selectFrom('noticeMessage')
    .select(['number', 'type', 'contentHash', 'sent'])
    .where('agencyId', '=', agencyId)
    .where('noticeId', '=', noticeId)
    .orderBy('number')
    .execute()
}

/** Notes that a message was sent; gives its number. */
export async function addMessage(
  tx: Tx,
  agencyId: string,
  noticeId: string,
  message: Omit<Message, 'number'>,
): Promise<number> {
  const number = (await messagesOf(tx, agencyId, noticeId)).length + 1
  await tx
    .insertInto('noticeMessage')
    .values({ agencyId, noticeId, number, ...message })
    .execute()
  return number
}

/** Says who moved a notice meanwhile, and where it is now. */
export async function refuseMovedNotice(db: Db, agencyId: string, noticeId: string): Promise<never> {
  const last = (await noticeStepsOf(db, agencyId, noticeId)).at(-1)
  const [mover] = await membersOf(db, agencyId, last?.madeBy ? [last.madeBy] : [])
  const by = mover?.name ?? 'Decorum, since its time was over'
  const state = last ? inWords(last.toState) : 'somewhere else'
  throw new Refusal('conflict', `it was changed meanwhile by ${by}; it is ${state} now`)
}
