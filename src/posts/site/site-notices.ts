import { sql } from 'kysely'
import { isBefore } from '../../platform/day.ts'
import type { Db } from '../../platform/db.ts'
import { noticeContentOf, type NoticeContent } from '../notices/content.ts'
import type { NoticeState } from '../notices/moves.ts'
import { isInForce } from '../notices/notice.ts'
import { messagesOf, type EndedAs, type Message } from '../notices/store.ts'
import { standing } from './standing.ts'

/** A notice as the public site has it. */
export interface SiteNotice {
  noticeId: string
  content: NoticeContent
  state: NoticeState
  isInForce: boolean
  /** It is before the public and holds from a later moment on. */
  isComing: boolean
  /** When it first stood there, and when it last changed. */
  at: string
  updated: string
  expires: string
  endedAt: string | null
  endedAs: EndedAs | null
  endedBecause: string | null
  origin: string
  /** Its words are shown no more. */
  isRemoved: boolean
}

/** The notices of the site: those in force or coming, or those that are over and were not taken away; the newest first. */
export async function siteNotices(
  db: Db,
  agencyId: string,
  at: string,
  { isOver = false, limit = 50 }: { isOver?: boolean; limit?: number } = {},
): Promise<SiteNotice[]> {
  const all = await noticesThat(db, agencyId, at, { isOver, limit })
  if (isOver) return all.filter(({ isRemoved }) => !isRemoved)
  return all.filter((one) => (one.isInForce || one.isComing) && at < one.expires).slice(0, limit)
}

/**
 * What the feeds have: the notices in force or coming, and until their own end those that were cancelled. One that was taken away
 * stays without its words, so that a reader's copy of them is written over.
 */
export async function feedNotices(db: Db, agencyId: string, at: string): Promise<SiteNotice[]> {
  const [inForce, over] = await Promise.all([
    siteNotices(db, agencyId, at),
    noticesThat(db, agencyId, at, { isOver: true, limit: 50 }),
  ])
  const cancelled = over.filter((one) => one.state === 'cancelled' && at < one.expires)
  return [...inForce, ...cancelled].toSorted((a, b) => (a.updated < b.updated ? 1 : -1))
}

async function noticesThat(
  db: Db,
  agencyId: string,
  at: string,
  { isOver, limit }: { isOver: boolean; limit: number },
): Promise<SiteNotice[]> {
  const rows = await noticesOn(db, agencyId)
    .where(
      'notice.state',
      'in',
      isOver ? ['expired', 'cancelled', 'over'] : ['in-force', 'revising', 'revision-in-review', 'cancelled'],
    )
    .orderBy('notice.outAt', 'desc')
    .limit(isOver ? limit : 200)
    .execute()
  return rows.flatMap((row) => (row.outContent === null ? [] : [noticeIn(row, row.outContent, at)]))
}

/** One notice of the site; `undefined` where it never stood there. */
export async function siteNotice(
  db: Db,
  agencyId: string,
  noticeId: string,
  at: string,
): Promise<(SiteNotice & { messages: Message[] }) | undefined> {
  const row = await noticesOn(db, agencyId).where('notice.noticeId', '=', noticeId).executeTakeFirst()
  if (!row || row.outContent === null) return undefined
  return { ...noticeIn(row, row.outContent, at), messages: await messagesOf(db, agencyId, noticeId) }
}

/** Notices whose first publication on the site was carried out; each with whether something still stands there. */
function noticesOn(db: Db, agencyId: string) {
  return db
    .selectFrom('notice')
    .select([
      'notice.noticeId',
      'notice.state',
      'notice.outContent',
      'notice.firstOutAt',
      'notice.outAt',
      'notice.expiresAt',
      'notice.endedAt',
      'notice.endedAs',
      'notice.endedBecause',
      'notice.origin',
    ])
    .select((row) =>
      row
        .exists(
          standing(db, agencyId, 'notice')
            .clearSelect()
            .select('delivery.deliveryId')
            .where(sql<boolean>`delivery.subject_id = notice.notice_id::text`),
        )
        .as('stands'),
    )
    .where('notice.agencyId', '=', agencyId)
    .where('notice.outHash', 'is not', null)
    .where((row) =>
      row.exists(
        row
          .selectFrom('delivery')
          .innerJoin('account', (join) =>
            join
              .onRef('account.agencyId', '=', 'delivery.agencyId')
              .onRef('account.accountId', '=', 'delivery.accountId'),
          )
          .select('delivery.deliveryId')
          .whereRef('delivery.agencyId', '=', 'notice.agencyId')
          .where('account.network', '=', 'site')
          .where('delivery.subjectKind', '=', 'notice')
          .where('delivery.does', '=', 'publish')
          .where('delivery.doneAt', 'is not', null)
          .where('delivery.subjectId', '=', (pair) => pair.cast<string>(pair.ref('notice.noticeId'), 'text')),
      ),
    )
}

type NoticeRow = Awaited<ReturnType<ReturnType<typeof noticesOn>['execute']>>[number]

function noticeIn(row: NoticeRow, outContent: string, at: string): SiteNotice {
  const { noticeId, state, firstOutAt, outAt, expiresAt, endedAt, endedAs, endedBecause, origin, stands } =
    row
  const content = noticeContentOf(outContent)
  const isOut = isInForce(state) && Boolean(stands)
  const isComing = isOut && isBefore(at, content.effective)
  return {
    noticeId,
    content,
    state,
    isInForce: isOut && !isComing,
    isComing,
    at: firstOutAt ?? '',
    updated: outAt ?? firstOutAt ?? '',
    expires: expiresAt ?? '',
    endedAt,
    endedAs,
    endedBecause,
    origin: origin ?? '',
    isRemoved: !stands,
  }
}
