import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'
import { keptAs, type About } from './kinds.ts'
import type { Entry } from './read.ts'

/** What entries name by hash or by id, and evidence holds. */
export interface Ground {
  /** Canonical JSON of posts and notices, by their id and the content's hash. */
  contents: ReadonlyMap<string, string>
  deliveries: ReadonlyMap<string, DeliveryRow>
  /** The request that a permission came of. */
  permissions: ReadonlyMap<string, string>
  comments: ReadonlyMap<string, CommentRow>
  /** The words of a comment and what the order said of them, by its id and the version's number. */
  versions: ReadonlyMap<string, { text: string; outcome: string | null }>
  appeals: ReadonlyMap<string, { commentId: string | null; accountId: string }>
  /** The first entry of what a member did with an order's version, by the version and the member. */
  acknowledged: ReadonlyMap<string, string>
  /** The pages of filters and blocks. */
  pages: ReadonlyMap<string, string | null>
}

interface DeliveryRow {
  deliveryId: string
  subjectKind: 'post' | 'notice' | 'comment'
  subjectId: string
  accountId: string
  does: 'publish' | 'reply' | 'edit' | 'remove' | 'hide' | 'restore'
  outgoing: string | null
}
interface CommentRow {
  commentId: string
  subjectId: string
  accountId: string
  writerHandle: string
}

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Looks up what these entries name, all of one sort at once. */
export async function groundOf(db: Db | Tx, agencyId: string, entries: readonly Entry[]): Promise<Ground> {
  const of = (...abouts: About[]): string[] => [
    ...new Set(
      entries
        .filter(({ kind }) => abouts.some((about) => keptAs(kind)?.about === about))
        .map(({ subject }) => subject)
        // What is no id of the house's names nothing there.
        .filter((subject) => isId.test(subject)),
    ),
  ]
  const deliveries = await deliveriesOf(db, agencyId, of('delivery'))
  const appeals = await appealsOf(db, agencyId, of('appeal'))
  const underDeliveries = deliveries.filter(({ subjectKind }) => subjectKind === 'comment')
  const commentIds = [
    ...of('comment'),
    ...underDeliveries.map(({ subjectId }) => subjectId),
    ...appeals.flatMap(({ commentId }) => (commentId === null ? [] : [commentId])),
  ]
  const posts = of('post')
  const notices = of('notice')
  const contents = await sql<{ id: string; hash: string; content: string }>`
    select post_id as id, content_hash as hash, content from post_content
      where agency_id = ${agencyId} and post_id = ${ids(posts)}
    union all
    select notice_id, content_hash, content from notice_content
      where agency_id = ${agencyId} and notice_id = ${ids(notices)}`.execute(db)
  const permissions = await sql<{ id: string; requestId: string }>`
    select permission_id as id, request_id from permission
    where agency_id = ${agencyId} and permission_id = ${ids(of('permission'))}`.execute(db)
  const comments = await sql<CommentRow>`
    select comment_id, subject_id, account_id, writer_handle from comment
    where agency_id = ${agencyId} and comment_id = ${ids(commentIds)}`.execute(db)
  const versions = await sql<{ id: string; n: number; text: string; outcome: string | null }>`
    select comment_id as id, n, text, seen ->> 'outcome' as outcome from comment_version
    where agency_id = ${agencyId} and comment_id = ${ids(of('comment'))}`.execute(db)
  const acknowledged = await acknowledgedOf(db, agencyId, entries)
  const pages = await sql<{ id: string; accountId: string | null }>`
    select block_id as id, account_id from block where agency_id = ${agencyId} and block_id = ${ids(of('block'))}
    union all
    select filter_id, account_id from keyword_filter
      where agency_id = ${agencyId} and filter_id = ${ids(of('filter'))}`.execute(db)
  return {
    contents: new Map(contents.rows.map(({ id, hash, content }) => [`${id} ${hash}`, content])),
    deliveries: new Map(deliveries.map((row) => [row.deliveryId, row])),
    permissions: new Map(permissions.rows.map(({ id, requestId }) => [id, requestId])),
    comments: new Map(comments.rows.map((row) => [row.commentId, row])),
    versions: new Map(versions.rows.map(({ id, n, text, outcome }) => [`${id} ${n}`, { text, outcome }])),
    appeals: new Map(appeals.map(({ appealId, ...row }) => [appealId, row])),
    acknowledged: new Map(acknowledged.map(({ subject, madeBy, first }) => [`${subject} ${madeBy}`, first])),
    pages: new Map(pages.rows.map(({ id, accountId }) => [id, accountId])),
  }
}

async function deliveriesOf(
  db: Db | Tx,
  agencyId: string,
  wanted: readonly string[],
): Promise<DeliveryRow[]> {
  if (wanted.length === 0) return []
  return await db
    .selectFrom('delivery')
    .select(['deliveryId', 'subjectKind', 'subjectId', 'accountId', 'does', 'outgoing'])
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', sql<string>`any(${[...wanted]}::uuid[])`)
    .execute()
}

/** Appeals with the comment that they are about; an appeal of a block is about none. */
async function appealsOf(
  db: Db | Tx,
  agencyId: string,
  wanted: readonly string[],
): Promise<{ appealId: string; commentId: string | null; accountId: string }[]> {
  if (wanted.length === 0) return []
  return await db
    .selectFrom('appeal')
    .leftJoin('hiding', (join) =>
      join.onRef('hiding.agencyId', '=', 'appeal.agencyId').onRef('hiding.hidingId', '=', 'appeal.subjectId'),
    )
    .select(['appeal.appealId', 'hiding.commentId', 'appeal.accountId'])
    .where('appeal.agencyId', '=', agencyId)
    .where('appeal.appealId', '=', sql<string>`any(${[...wanted]}::uuid[])`)
    .execute()
}

async function acknowledgedOf(
  db: Db | Tx,
  agencyId: string,
  entries: readonly Entry[],
): Promise<{ subject: string; madeBy: string; first: string }[]> {
  const read = entries.filter(({ kind }) => keptAs(kind)?.about === 'acknowledgement')
  if (read.length === 0) return []
  const of = (name: 'subject' | 'madeBy'): string[] => [...new Set(read.map((one) => one[name]))]
  const { rows } = await sql<{ subject: string; madeBy: string; first: string }>`
    select distinct on (subject, made_by) subject, made_by, entry_id as first from ledger_entry
    where agency_id = ${agencyId} and subject = any (${of('subject')}::text[])
      and made_by = any (${of('madeBy')}::text[]) and kind like 'acknowledgement.%'
    order by subject, made_by, entry_id`.execute(db)
  return rows
}

function ids(list: readonly string[]): RawBuilder<unknown> {
  return sql`any(${[...list]}::uuid[])`
}
