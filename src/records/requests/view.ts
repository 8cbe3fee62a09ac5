import { sql } from 'kysely'
import type { z } from 'zod'
import type { Agency, MemberCaller } from '../../members/caller.ts'
import { may } from '../../members/may.ts'
import { membersOf } from '../../members/store.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db } from '../../platform/db.ts'
import { lawOf, type Law } from './law.ts'
import { moves, openStates, stepOf, table, type Move } from './moves.ts'
import { noticesOf } from './notices.ts'
import { rule, type Actor } from './request.ts'
import type { noticeSchema } from './notice-schema.ts'
import { requestWords } from './public-words.ts'
import type {
  listQuerySchema,
  listSchema,
  RequestView,
  requestViewSchema,
  releaseBriefSchema,
} from './schema.ts'
import { countsOf, standingOf } from './standing.ts'
import { clockFor, clocksOf, findRequest, stepsOf } from './store.ts'
import type { StoredNotice, StoredRequest } from './tables.ts'

/** A page of requests, the newest first. */
export async function requestsSeen(
  { db, agency }: MemberCaller,
  { state, after, limit }: z.infer<typeof listQuerySchema>,
  at: string,
): Promise<z.infer<typeof listSchema>> {
  const { agencyId } = agency
  let select = db
    .selectFrom('recordsRequest')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('requestId', 'desc')
    .limit(limit + 1)
  if (state !== undefined) select = select.where('state', 'in', state === 'open' ? [...openStates] : [state])
  if (after !== undefined) select = select.where('requestId', '<', after)
  const rows = await select.execute()
  const page = rows.slice(0, limit)
  const ids = page.map(({ requestId }) => requestId)
  const clocks = await clocksOf(db, agency, page, at)
  const counts =
    ids.length === 0
      ? []
      : await db
          .selectFrom('recordsResponsive')
          .select((row) => [
            'requestId',
            row.fn.countAll<number>().as('responsive'),
            row.fn.count<number>('state').as('reviewed'),
          ])
          .where('agencyId', '=', agencyId)
          .where('requestId', 'in', ids)
          .groupBy('requestId')
          .execute()
  return {
    items: page.flatMap((request) => {
      const { requestId, number, version, way, requester, wants, receivedAt, isPersonnel } = request
      const clock = clocks.get(requestId)
      const count = counts.find((one) => one.requestId === requestId)
      if (!clock) return []
      const brief = {
        requestId,
        number,
        state: request.state,
        version,
        way,
        wants,
        receivedAt,
        isPersonnel,
        clock,
      }
      return [
        {
          ...brief,
          requester: requester.name ?? requester.email,
          responsive: count?.responsive ?? 0,
          reviewed: count?.reviewed ?? 0,
        },
      ]
    }),
    next: rows.length > limit ? (page.at(-1)?.requestId ?? null) : null,
  }
}

/** One request with all that belongs to it, and what the caller may do with it now. */
export async function requestView(
  caller: MemberCaller,
  requestId: string,
  at: string,
): Promise<z.infer<typeof requestViewSchema>> {
  const { db, agency } = caller
  const { agencyId, zone } = agency
  const request = await findRequest(db, agencyId, requestId)
  const law = lawOf(request.lawId)
  const steps = await stepsOf(db, agencyId, [requestId])
  const searches = await searchesOf(db, request)
  const people = await membersOf(db, agencyId, [
    ...new Set([...steps.map(({ madeBy }) => madeBy), ...searches.map(({ madeBy }) => madeBy)]),
  ])
  const named = (id: string): string => people.find(({ memberId }) => memberId === id)?.name ?? unnamed(id)
  const { responsive, reviewed, settled, released, barred } = await countsOf(db, request)
  const { codeHash: _hash, agencyId: _agency, deniedOn: _denied, closedAt: _closed, ...shown } = request
  return {
    ...shown,
    receivedOn: dayIn(zone, request.receivedAt),
    today: dayIn(zone, at),
    clock: await clockFor(db, agency, request, at),
    law: { id: law.id, name: law.name, appealTo: law.appeal.to.name },
    fee: request.fee === null ? null : { ...request.fee, lines: withTitles(law, request.fee.lines) },
    steps: steps.map((step) => ({
      n: step.n,
      move: step.move,
      says: wordsOfStep(step.move),
      to: step.toState,
      by: named(step.madeBy),
      at: step.at,
      words: step.words,
      letterId: step.letterId,
    })),
    letters: await lettersOf(db, request),
    searches: searches.map(({ searchId, query, elsewhere, madeBy, at: when, found, isExact }) => ({
      searchId,
      query,
      elsewhere,
      by: people.find(({ memberId }) => memberId === madeBy) ?? null,
      at: when,
      found,
      isExact,
    })),
    notices: await noticesShown(db, agency, await noticesOf(db, agencyId, requestId), at),
    releases: await releasesOf(db, request),
    counts: { responsive, reviewed, settled, released, barred },
    ...(await movesFor(caller, request, law, at)),
  }
}

function withTitles(
  law: Law,
  lines: readonly { feeId: string; count: number; cents: number }[],
): NonNullable<RequestView['fee']>['lines'] {
  return lines.map((line) => {
    const known = law.fees.list.find(({ id }) => id === line.feeId)
    const { title = { en: line.feeId, es: line.feeId }, citation = '' } = known ?? {}
    return { ...line, title, citation }
  })
}

/**
 * The moves that the rule would let this caller make now, with whatever they need said; and those that the table knows here
 * and that wait for something else to be done first.
 */
async function movesFor(
  caller: MemberCaller,
  request: StoredRequest,
  law: Law,
  at: string,
): Promise<Pick<RequestView, 'moves' | 'mayNot'>> {
  const found: Pick<RequestView, 'moves' | 'mayNot'> = { moves: [], mayNot: [] }
  if (!may(caller, 'records-requests.move')) return found
  const standing = await standingOf(caller.db, caller.agency, request, at)
  const actor: Actor = { by: 'custodian', isCustodian: true }
  // What a move needs said is said in its form.
  const said = { words: 'said', fee: 'said', exemptions: ['said'], outcome: 'said', waiver: 'said' }
  for (const move of moves) {
    const step = stepOf(request.state, move)
    if (!step || step.by === 'clock') continue
    const { says, needs, letter, isGrave = false } = step
    const ruling = rule(standing, move, actor, said, law)
    if (ruling.ok)
      found.moves.push({ move, says, needs: [...needs], hasLetter: letter !== undefined, isGrave })
    // What is only not the case, as that no fee is owed, is nothing to wait for.
    else if (ruling.code === 'forbiddenByOrder') found.mayNot.push({ move, says, because: ruling.because })
  }
  return found
}

/** Who stands in a history without a name. */
export type Unnamed = 'the clock' | 'the requester' | 'a member'

function unnamed(id: string): Unnamed {
  return id === 'system' ? 'the clock' : id === 'visitor' ? 'the requester' : 'a member'
}

/** The words of a step for its history. */
function wordsOfStep(move: Move | 'receive' | 'personnel'): string {
  if (move === 'receive') return 'Received'
  if (move === 'personnel') return 'Looked at whether it is about a personnel file'
  for (const steps of Object.values(table)) {
    const step = Object.entries(steps).find(([name]) => name === move)
    if (step) return step[1].says
  }
  return move
}

async function searchesOf(
  db: Db,
  { agencyId, requestId }: StoredRequest,
): Promise<
  {
    searchId: string
    query: Record<string, unknown> | null
    elsewhere: string | null
    madeBy: string
    at: string
    found: number | null
    isExact: boolean
  }[]
> {
  return await db
    .selectFrom('recordsRequestSearch')
    .select(['searchId', 'query', 'elsewhere', 'madeBy', 'at', 'found', 'isExact'])
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .orderBy('searchId')
    .execute()
}

/** The letters of a request, the oldest first; those to an employee are none of the requester's. */
export async function lettersOf(
  db: Db,
  { agencyId, requestId }: StoredRequest,
): Promise<z.infer<typeof requestViewSchema>['letters']> {
  const rows = await db
    .selectFrom('recordsLetter')
    .select(['letterId', 'kind', 'at', 'letter'])
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .orderBy('letterId')
    .execute()
  return rows.map(({ letterId, kind, at, letter: { language = 'en' } }) => ({
    letterId,
    kind,
    language,
    at,
    title: requestWords.en.letterKinds[kind],
    href: `/api/records-requests/${requestId}/letters/${letterId}/letter.pdf`,
  }))
}

/** What went out of a request so far. */
export async function releasesOf(
  db: Db,
  { agencyId, requestId }: StoredRequest,
): Promise<z.infer<typeof releaseBriefSchema>[]> {
  return await db
    .selectFrom('recordsRelease as release')
    .innerJoin('recordsReleased as item', (join) =>
      join
        .onRef('item.agencyId', '=', 'release.agencyId')
        .onRef('item.requestId', '=', 'release.requestId')
        .onRef('item.instalment', '=', 'release.instalment'),
    )
    .select((row) => [
      'release.instalment',
      'release.at',
      'release.isLast',
      row.fn.count<number>('item.recordId').filterWhere('item.withheld', 'is', null).as('records'),
      row.fn
        .count<number>('item.recordId')
        .filterWhere('item.withheld', 'is', null)
        .filterWhere(sql<boolean>`item.redactions <> '[]'`)
        .as('redacted'),
      row.fn.count<number>('item.withheld').as('withheld'),
    ])
    .where('release.agencyId', '=', agencyId)
    .where('release.requestId', '=', requestId)
    .groupBy(['release.instalment', 'release.at', 'release.isLast'])
    .orderBy('release.instalment')
    .execute()
}

/** Notices as their employee and the custodian see them. */
export async function noticesShown(
  db: Db,
  { agencyId, zone }: Agency,
  notices: readonly StoredNotice[],
  at: string,
  memberId?: string,
): Promise<z.infer<typeof noticeSchema>[]> {
  const people = await membersOf(db, agencyId, [...new Set(notices.map((one) => one.memberId))])
  const shown: z.infer<typeof noticeSchema>[] = []
  for (const notice of notices) {
    const { number, wants, lawId } = await findRequest(db, agencyId, notice.requestId)
    const { statement } = lawOf(lawId).personnel
    const { agencyId: _agency, memberId: about, sentBy: _by, ...rest } = notice
    shown.push({
      ...rest,
      number,
      wants,
      member: people.find((one) => one.memberId === about) ?? null,
      statement: statement.en,
      mayObject: memberId === about && notice.state === 'sent' && dayIn(zone, at) <= notice.objectBy,
    })
  }
  return shown
}
