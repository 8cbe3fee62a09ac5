import type { Networks } from '../../accounts/networks/network.ts'
import { sql } from 'kysely'
import { orderInForce } from '../../permissions/ways.ts'
import type { Agency } from '../../members/caller.ts'
import type { MemberBrief } from '../../members/schema.ts'
import { membersOf } from '../../members/store.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { judgePost } from '../checking.ts'
import { deliveriesOf } from '../deliveries.ts'
import { wholeText } from '../outgoing.ts'
import { postGroundOf, type PostGround } from '../seats.ts'
import { deliveryView } from '../view.ts'
import { capOf } from './cap-of.ts'
import { writeCap } from './cap-write.ts'
import { bindNotice, noticeTitle, type NoticeContent } from './content.ts'
import { addressOf } from './going-out.ts'
import { isInForce, noticeMovesFor } from './notice.ts'
import type { shelves, NoticeCheck, NoticeLine, NoticeView } from './schema.ts'
import { noticeSeats } from './seats.ts'
import { findNotice, messagesOf, noticeStepsOf, readNotice, type StoredNotice } from './store.ts'
import type { NoticeState } from './moves.ts'
import { templates, type Kind } from './templates.ts'
import { asPost, noticePreviews, noticeProblems, recognised } from './weigh.ts'

/** What a check of a notice needs beside it. */
export interface Checking {
  networks: Networks
  origin: string
  at: string
  /** Whose act it is. */
  author: string
}

/** Everything that is known of a notice before it goes out: what lacks, its previews, what the order says, its CAP. */
export async function checkNotice(
  db: Db,
  agency: Agency,
  content: NoticeContent,
  ground: PostGround,
  { networks, origin, at, author }: Checking,
  known: { noticeId: string; isUpdate: boolean },
): Promise<NoticeCheck> {
  const problems = await noticeProblems(db, agency.agencyId, content, ground, networks, at)
  const address = addressOf(origin, known.noticeId)
  const lead = known.isUpdate ? 'update' : 'first'
  const previews = noticePreviews(content, ground, networks, address, lead)
  const post = asPost(content, agency.name)
  const ruling = await judgePost(db, agency, author, post, ground, at).catch((error: unknown) => {
    // Without an order in force there is nothing to weigh it by.
    if (error instanceof Refusal) return null
    throw error
  })
  const gists = ruling === null ? [] : await gistsOf(db, agency.agencyId, at, recognised(content, ruling))
  const { hash } = bindNotice(content)
  const messages = [{ number: 1, type: 'Alert', contentHash: hash, sent: at } as const]
  const cap =
    Object.keys(content.texts).length === 0
      ? null
      : capOf(agency, { noticeId: known.noticeId, out: content, messages, endedAs: null, origin })
  const written = cap && writeCap(cap, agency.zone)
  return { problems, previews, ruling, text: wholeText(post), recognised: gists, cap: written }
}

/** Provisions of the order in force with what they say. */
export async function gistsOf(
  db: Db,
  agencyId: string,
  at: string,
  citations: readonly string[],
): Promise<{ citation: string; gist: string }[]> {
  if (citations.length === 0) return []
  const { order } = await orderInForce(db, agencyId, at)
  return citations.flatMap((citation) => {
    const provision = order.byCitation.get(citation)
    return provision ? [{ citation, gist: provision.gist }] : []
  })
}

/** One notice with everything that its page shows to this reader. */
export async function noticeView(
  db: Db,
  agency: Agency,
  noticeId: string,
  reader: string,
  checking: Omit<Checking, 'author'>,
): Promise<NoticeView> {
  const { agencyId } = agency
  const notice = await findNotice(db, agencyId, noticeId)
  const [ground, steps, deliveries, messages] = await Promise.all([
    postGroundOf(db, agency, checking.at),
    noticeStepsOf(db, agencyId, noticeId),
    deliveriesOf(db, agencyId, { kind: 'notice', id: noticeId }),
    messagesOf(db, agencyId, noticeId),
  ])
  const { author, editor, signedBy, reviewedBy, out, outHash } = notice
  const movers = steps.map(({ madeBy }) => madeBy)
  const settlers = deliveries.map(({ settledBy }) => settledBy)
  const people = [author, editor, signedBy, reviewedBy, ...movers, ...settlers]
  const briefs = await briefsOf(db, agencyId, people)
  const whoever = (memberId: string | null): MemberBrief | null =>
    memberId === null ? null : (briefs.get(memberId) ?? null)
  const isUpdate = outHash !== null && notice.contentHash !== outHash
  const check = await checkNotice(
    db,
    agency,
    notice.content,
    ground,
    { ...checking, author },
    { noticeId, isUpdate },
  )
  return {
    ...lineOf(notice, briefs),
    content: notice.content,
    contentHash: notice.contentHash,
    out,
    outHash,
    editor: briefOf(briefs, editor),
    signedBy: whoever(signedBy),
    signedBecause: notice.signedBecause,
    reviewedBy: whoever(reviewedBy),
    reviewedAt: notice.reviewedAt,
    reviewedAs: notice.reviewedAs,
    firstOutAt: notice.firstOutAt,
    endedAt: notice.endedAt,
    endedAs: notice.endedAs,
    endedBecause: notice.endedBecause,
    moves: noticeMovesFor(notice, reader, noticeSeats(ground, notice)).map(
      ({ move, step: { says, needs = [] } }) => ({ move, says, needs: [...needs] }),
    ),
    steps: steps.map(({ version, move, madeBy, office, toState, remarks, at }) => {
      return { version, move, by: whoever(madeBy), office, toState, remarks, at }
    }),
    deliveries: deliveries.flatMap((one) =>
      deliveryView(one, ground.accounts, (memberId) => briefOf(briefs, memberId)),
    ),
    maySettle:
      ground.approvers.has(reader) ||
      ground.accounts.some(({ administrators }) =>
        administrators.some(({ memberId }) => memberId === reader),
      ),
    messages: messages.map(({ number, type, sent }) => ({ number, type, sent })),
    check,
    address: outHash === null ? null : addressOf(checking.origin, noticeId),
  }
}

const shelfStates: Readonly<Record<(typeof shelves)[number], readonly NoticeState[]>> = {
  'in-force': ['in-force', 'revising', 'revision-in-review'],
  coming: ['in-force', 'revising', 'revision-in-review'],
  drafts: ['draft', 'in-review', 'returned'],
  over: ['expired', 'cancelled', 'over', 'withdrawn'],
}

/** A page of the list of notices, the newest first. */
export async function noticeList(
  db: Db,
  agencyId: string,
  asked: {
    shelf?: (typeof shelves)[number] | undefined
    kind?: Kind | undefined
    after?: string | undefined
    limit: number
  },
  at: string,
): Promise<{ items: NoticeLine[]; next: string | null }> {
  let select = db
    .selectFrom('notice')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('noticeId', 'desc')
    .limit(asked.limit + 1)
  if (asked.shelf) select = select.where('state', 'in', shelfStates[asked.shelf])
  if (asked.shelf === 'in-force' || asked.shelf === 'coming')
    select = select.where(
      sql<Date>`(out_content::jsonb ->> 'effective')::timestamptz`,
      asked.shelf === 'coming' ? '>' : '<=',
      sql<Date>`${at}::timestamptz`,
    )
  if (asked.kind) select = select.where('kind', '=', asked.kind)
  if (asked.after !== undefined) select = select.where('noticeId', '<', asked.after)
  const rows = (await select.execute()).map(readNotice)
  const shown = rows.slice(0, asked.limit)
  const briefs = await briefsOf(
    db,
    agencyId,
    shown.map(({ author }) => author),
  )
  const next = rows.length > asked.limit ? (shown.at(-1)?.noticeId ?? null) : null
  return { items: shown.map((notice) => lineOf(notice, briefs)), next }
}

async function briefsOf(
  db: Db,
  agencyId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, MemberBrief>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  const found = await membersOf(db, agencyId, known)
  return new Map(found.map((one) => [one.memberId, one]))
}

function briefOf(briefs: ReadonlyMap<string, MemberBrief>, memberId: string): MemberBrief {
  const brief = briefs.get(memberId)
  if (!brief) throw new Error(`member ${memberId} is on no roster`)
  return brief
}

function lineOf(notice: StoredNotice, briefs: ReadonlyMap<string, MemberBrief>): NoticeLine {
  const { noticeId, kind, state, version, since, outAt, expiresAt, reviewDueAt, reviewedAt } = notice
  const shown = isInForce(state) && notice.out ? notice.out : notice.content
  return {
    noticeId,
    kind,
    title: noticeTitle(shown),
    state,
    isTimeSensitive: templates[kind].isTimeSensitive,
    version,
    author: briefOf(briefs, notice.author),
    since,
    outAt,
    effective: shown.effective,
    expiresAt,
    reviewDueAt: reviewedAt === null ? reviewDueAt : null,
  }
}

/** How often the fast lane was taken, and what became of the reviews that it demands. */
export async function reviewFigures(
  db: Db,
  agencyId: string,
  at: string,
): Promise<{ signed: number; waiting: number; late: number; confirmed: number; faulted: number }> {
  const [steps, open] = await Promise.all([
    db
      .selectFrom('noticeStep')
      .select(['move', (row) => row.fn.countAll<string>().as('count')])
      .where('agencyId', '=', agencyId)
      .where('move', 'in', ['sign', 'confirm', 'fault'])
      .groupBy('move')
      .execute(),
    db
      .selectFrom('notice')
      .select('reviewDueAt')
      .where('agencyId', '=', agencyId)
      .where('reviewDueAt', 'is not', null)
      .where('reviewedAt', 'is', null)
      .execute(),
  ])
  const count = (move: string): number => Number(steps.find((one) => one.move === move)?.count ?? 0)
  const late = open.filter(({ reviewDueAt }) => reviewDueAt !== null && reviewDueAt < at).length
  return {
    signed: count('sign'),
    waiting: open.length,
    late,
    confirmed: count('confirm'),
    faulted: count('fault'),
  }
}
