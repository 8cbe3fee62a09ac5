import { Temporal } from 'temporal-polyfill'
import { adoptedOrder } from '../adoption/adopted.ts'
import type { MemberCaller } from '../members/caller.ts'
import { may } from '../members/may.ts'
import type { Waiting } from '../members/waiting.ts'
import { dayIn } from '../platform/day.ts'
import { hearersAt, pagesRunBy } from './offices.ts'
import { handlesOf, mostCounted } from './queue.ts'
import { nextToRead } from './rereads.ts'

const most = 100

/** What waits for a member about comments: queues, counsel's word, appeals, filters, blocks, work by hand, re-reading. */
export async function waiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const { memberId } = member
  const [pages, hearers, adopted] = await Promise.all([
    pagesRunBy(db, agencyId, memberId),
    hearersAt(db, agency, at),
    adoptedOrder(db, agencyId, at),
  ])
  const isHearer = may(caller, 'appeals.decide', { assigned: hearers.includes(memberId) })
  const isCounsel = may(caller, 'comments.advise', {
    assigned: adopted?.settings.counsel.memberId === memberId,
  })
  const runs = pages.length > 0
  const asked: Promise<Waiting[]>[] = [appeals(caller, isHearer, hearers)]
  if (runs) asked.push(queues(caller, pages), byHand(caller, pages))
  if (isCounsel) asked.push(forCounsel(caller))
  if (isHearer) asked.push(filters(caller))
  if (runs || isHearer) asked.push(blocks(caller, isHearer ? undefined : pages, at))
  if (may(caller, 'rereads.read', { assigned: runs })) asked.push(rereading(caller, at))
  return (await Promise.all(asked)).flat()
}

async function queues({ db, agency }: MemberCaller, pages: readonly string[]): Promise<Waiting[]> {
  const { agencyId } = agency
  const handles = await handlesOf(db, agencyId)
  const all = await Promise.all(
    pages.map(async (accountId) => {
      const some = db
        .selectFrom('comment')
        .select(['capturedAt'])
        .where('agencyId', '=', agencyId)
        .where('accountId', '=', accountId)
        .where('state', '=', 'waiting')
        .where('goneAt', 'is', null)
        .limit(mostCounted)
      const { count, since } = await db
        .selectFrom(some.as('some'))
        .select((row) => [row.fn.countAll<number>().as('count'), row.fn.min('capturedAt').as('since')])
        .executeTakeFirstOrThrow()
      return { accountId, count, since }
    }),
  )
  return all.flatMap(({ accountId, count, since }) =>
    count === 0
      ? []
      : [
          {
            kind: 'comments.queue',
            subject: accountId,
            title: `${count === mostCounted ? '1,000 or more comments wait' : count === 1 ? 'one comment waits' : `${count} comments wait`} on ${handles(accountId)}`,
            since,
            deadline: null,
            href: `/comments?account=${accountId}`,
          },
        ],
  )
}

async function byHand({ db, agency }: MemberCaller, pages: readonly string[]): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('hiding')
    .select(['hidingId', 'commentId', 'accountId', 'state', 'hiddenAt', 'endedAt', 'askedAt'])
    .where('agencyId', '=', agency.agencyId)
    .where('accountId', 'in', pages)
    .where('way', '=', 'hand')
    .where('handDoneAt', 'is', null)
    .limit(most)
    .execute()
  const handles = await handlesOf(db, agency.agencyId)
  return rows.map(({ hidingId, commentId, accountId, state, hiddenAt, endedAt, askedAt }) => ({
    kind: 'comments.by-hand',
    subject: hidingId,
    title: `${state === 'hidden' ? 'hide' : 'show again'} a comment by hand on ${handles(accountId)}`,
    since: endedAt ?? hiddenAt ?? askedAt,
    deadline: null,
    href: `/comments?comment=${commentId}`,
  }))
}

async function forCounsel({ db, agency, member }: MemberCaller): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('hiding')
    .select(['hidingId', 'commentId', 'reason', 'askedAt'])
    .where('agencyId', '=', agency.agencyId)
    .where('state', '=', 'with-counsel')
    .where('moderator', '<>', member.memberId)
    .orderBy('askedAt')
    .limit(most)
    .execute()
  return rows.map(({ hidingId, commentId, reason, askedAt }) => ({
    kind: 'comments.counsel',
    subject: hidingId,
    title: `may a comment be hidden as off-topic? ${reason}`,
    since: askedAt,
    deadline: null,
    href: `/comments?comment=${commentId}`,
  }))
}

async function appeals(
  { db, agency, member }: MemberCaller,
  isHearer: boolean,
  hearers: readonly string[],
): Promise<Waiting[]> {
  const isUnheardMine = member.roles.has('administrator')
  if (!isHearer && !isUnheardMine) return []
  const rows = await db
    .selectFrom('appeal')
    .select(['appealId', 'accountId', 'against', 'madeAt', 'dueAt'])
    .where('agencyId', '=', agency.agencyId)
    .where('state', '=', 'waiting')
    .orderBy('dueAt')
    .limit(most)
    .execute()
  const handles = await handlesOf(db, agency.agencyId)
  return rows.flatMap(({ appealId, accountId, against, madeAt, dueAt }) => {
    const isUnheard = hearers.every((one) => against.includes(one))
    const isMine = isHearer && !against.includes(member.memberId)
    if (!isMine && !(isUnheard && isUnheardMine)) return []
    return [
      {
        kind: isMine ? 'comments.appeal' : 'comments.nobody-hears',
        subject: appealId,
        title: isMine
          ? `an appeal against a hidden comment on ${handles(accountId)}`
          : 'nobody may hear an appeal: the Chief designates somebody for official posts',
        since: madeAt,
        deadline: dueAt,
        href: '/comments/appeals',
      },
    ]
  })
}

async function filters({ db, agency, member }: MemberCaller): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('keywordFilter')
    .select(['filterId', 'words', 'proposedAt'])
    .where('agencyId', '=', agency.agencyId)
    .where('state', '=', 'proposed')
    .where('proposedBy', '<>', member.memberId)
    .limit(most)
    .execute()
  return rows.map(({ filterId, words, proposedAt }) => ({
    kind: 'comments.filter',
    subject: filterId,
    title: `approve a keyword filter: ${words}`,
    since: proposedAt,
    deadline: null,
    href: '/comments/filters',
  }))
}

async function blocks(
  { db, agency, member }: MemberCaller,
  pages: readonly string[] | undefined,
  at: string,
): Promise<Waiting[]> {
  const { agencyId, zone } = agency
  const today = dayIn(zone, at)
  let select = db
    .selectFrom('block')
    .select(['blockId', 'writerHandle', 'state', 'reviewOn', 'endsOn', 'madeBy', 'madeAt', 'endedAt'])
    .where('agencyId', '=', agencyId)
    .where((row) =>
      row.or([
        row.and([
          row('state', '=', 'in-force'),
          row('reviewedAt', 'is', null),
          row('reviewOn', '<=', today),
          row('madeBy', '<>', member.memberId),
        ]),
        row.and([row('state', '<>', 'in-force'), row('undoneAt', 'is', null)]),
      ]),
    )
    .limit(most)
  if (pages) select = select.where('accountId', 'in', pages)
  const rows = await select.execute()
  return rows.map(({ blockId, writerHandle, state, endsOn, madeAt, endedAt }) => {
    const isReview = state === 'in-force'
    return {
      kind: isReview ? 'comments.block-review' : 'comments.block-undo',
      subject: blockId,
      title: isReview
        ? `look again at the block of ${writerHandle}`
        : `let ${writerHandle} in again on the network: the block is over`,
      since: endedAt ?? madeAt,
      deadline: isReview
        ? Temporal.PlainDate.from(endsOn).toZonedDateTime(zone).toInstant().toString()
        : null,
      href: '/comments/filters',
    }
  })
}

async function rereading({ db, agency, member }: MemberCaller, at: string): Promise<Waiting[]> {
  const next = await nextToRead(db, agency.agencyId, member.memberId)
  if (!next) return []
  return [
    {
      kind: 'comments.reread',
      subject: `${agency.agencyId} ${next.quarter}`,
      title: `${next.left} comments of ${next.quarter} wait to be read again, blind`,
      since: at,
      deadline: null,
      href: '/comments/neutrality',
    },
  ]
}
