import { dayIn } from '../platform/day.ts'
import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import type { Ground } from './grounds.ts'
import { grounds } from './grounds.ts'
import { isLate } from './appeals.ts'
import { handlesOf } from './queue.ts'
import { publishedFigures } from './rereads.ts'
import { appealsOf, type AppealState } from './hidings.ts'

/** One hiding as the public sees it: no words, no writer, no moderator by name. */
export interface LogLine {
  day: string
  page: string
  ground: Ground
  citation: string
  by: string
  appeal: AppealState | 'none'
  isLate: boolean
  /** `hidden` still, or `restored` since. */
  state: 'hidden' | 'restored'
  restoredOn: string | null
}

/** All that is published of how comments are handled. */
export interface PublicLog {
  lines: LogLine[]
  next: string | null
  totals: {
    hidden: number
    restored: number
    appeals: number
    decided: number
    byGround: { ground: Ground; hidden: number }[]
  }
  filters: {
    words: string
    page: string | null
    place: 'here' | 'network'
    ground: Ground
    reason: string
    endsOn: string
  }[]
  blocks: { inForce: number; byGround: { ground: Ground; count: number }[] }
  neutrality: Awaited<ReturnType<typeof publishedFigures>>
}

/** The public log, newest first, `limit` lines after a cursor (a hiding's id). */
export async function publicLog(
  db: Db,
  agency: Agency,
  at: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<PublicLog> {
  const { agencyId, zone } = agency
  let select = db
    .selectFrom('hiding')
    .select(['hidingId', 'accountId', 'ground', 'citation', 'moderatorRole', 'hiddenAt', 'state', 'endedAt'])
    .where('agencyId', '=', agencyId)
    .where('hiddenAt', 'is not', null)
    .orderBy('hidingId', 'desc')
    .limit(limit + 1)
  if (after !== undefined) select = select.where('hidingId', '<', after)
  const [rows, handles, totals, filters, blocks, neutrality] = await Promise.all([
    select.execute(),
    handlesOf(db, agencyId),
    totalsOf(db, agencyId),
    db
      .selectFrom('keywordFilter')
      .select(['words', 'accountId', 'place', 'ground', 'reason', 'endsOn'])
      .where('agencyId', '=', agencyId)
      .where('state', '=', 'in-force')
      .where('endsOn', '>=', dayIn(zone, at))
      .orderBy('words')
      .execute(),
    db
      .selectFrom('block')
      .select('ground')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('agencyId', '=', agencyId)
      .where('state', '=', 'in-force')
      .groupBy('ground')
      .execute(),
    publishedFigures(db, agencyId),
  ])
  const page = rows.slice(0, limit)
  const appeals = await appealsOf(
    db,
    agencyId,
    page.map(({ hidingId }) => hidingId),
  )
  const lines = page.map(
    ({ hidingId, accountId, ground, citation, moderatorRole, hiddenAt, state, endedAt }) => {
      const appeal = appeals.find(({ subjectId }) => subjectId === hidingId)
      const isOver = state === 'restored'
      return {
        day: dayIn(zone, hiddenAt ?? at),
        page: handles(accountId),
        ground,
        citation,
        by: moderatorRole,
        appeal: appeal?.state ?? ('none' as const),
        isLate: appeal !== undefined && isLate(appeal, zone, at),
        state: isOver ? ('restored' as const) : ('hidden' as const),
        restoredOn: isOver && endedAt !== null ? dayIn(zone, endedAt) : null,
      }
    },
  )
  return {
    lines,
    next: rows.length > limit ? (page.at(-1)?.hidingId ?? null) : null,
    totals,
    filters: filters.map(({ accountId, ...filter }) => ({
      ...filter,
      page: accountId === null ? null : handles(accountId),
    })),
    blocks: {
      inForce: sum(blocks),
      byGround: grounds.map((ground) => ({
        ground,
        count: blocks.find((one) => one.ground === ground)?.count ?? 0,
      })),
    },
    neutrality,
  }
}

async function totalsOf(db: Db, agencyId: string): Promise<PublicLog['totals']> {
  const [hidings, appeals] = await Promise.all([
    db
      .selectFrom('hiding')
      .select(['ground', 'state'])
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('agencyId', '=', agencyId)
      .where('hiddenAt', 'is not', null)
      .groupBy(['ground', 'state'])
      .execute(),
    db
      .selectFrom('appeal')
      .select('state')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('agencyId', '=', agencyId)
      .where('kind', '=', 'hiding')
      .groupBy('state')
      .execute(),
  ])
  return {
    hidden: sum(hidings),
    restored: sum(hidings.filter(({ state }) => state === 'restored')),
    appeals: sum(appeals),
    decided: sum(appeals.filter(({ state }) => state !== 'waiting')),
    byGround: grounds.map((ground) => ({
      ground,
      hidden: sum(hidings.filter((one) => one.ground === ground)),
    })),
  }
}

function sum(some: readonly { count: number }[]): number {
  return some.reduce((all, { count }) => all + count, 0)
}
