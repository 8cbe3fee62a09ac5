import { sql } from 'kysely'
import type { ColumnType } from 'kysely'
import { randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from './grounds.ts'
import { daysOf, figuresOf, type Figures, type Label, type Reading } from './neutrality.ts'

declare module '../platform/db.ts' {
  interface Tables {
    rereading: {
      agencyId: string
      quarter: string
      seed: string
      removed: number
      kept: number
      drawnBy: string
      drawnAt: string
    }
    reread: {
      agencyId: string
      quarter: string
      number: number
      commentId: string
      n: number
      wasRemoved: boolean
      ground: Ground | null
      moderator: string | null
      reader: string | null
      label: Label | null
      wouldRemove: Ground | 'none' | null
      readAt: string | null
    }
    neutrality: {
      agencyId: string
      quarter: string
      figures: ColumnType<Figures, string, never>
      publishedAt: string
    }
  }
}

/** So many of each half are read again. */
export const sampleSize = 100

interface Candidate {
  commentId: string
  n: number
  wasRemoved: boolean
  ground: Ground | null
  moderator: string | null
}

/**
 * Draws the sample of a quarter: up to `sampleSize` of what was removed in it and of what was kept, by a seed that is
 * kept, so that anybody with the records can draw it again. Refuses a quarter that was drawn or that is not over.
 */
export async function drawSample(
  tx: Tx,
  record: Recording,
  agency: Agency,
  { quarter, by, at }: { quarter: string; by: string; at: string },
): Promise<{ quarter: string; drawn: number }> {
  const { agencyId, zone } = agency
  const { from, until } = daysOf(quarter)
  if (dayIn(zone, at) < until) throw new Refusal('conflict', `${quarter} is not over; it is drawn at its end`)
  const drawnAlready = await tx
    .selectFrom('rereading')
    .select('quarter')
    .where('agencyId', '=', agencyId)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  if (drawnAlready) throw new Refusal('conflict', `the sample of ${quarter} is drawn already`)
  const seed = randomBytes(16).toString('hex')
  const [start, end] = [startOf(from, zone), startOf(until, zone)]
  const removed = await removedIn(tx, agencyId, start, end, seed)
  const kept = await keptIn(tx, agencyId, start, end, seed)
  await tx
    .insertInto('rereading')
    .values({
      agencyId,
      quarter,
      seed,
      removed: removed.count,
      kept: kept.count,
      drawnBy: by,
      drawnAt: at,
    })
    .execute()
  const sample = shuffled([...removed.some, ...kept.some])
  if (sample.length > 0)
    await tx
      .insertInto('reread')
      .values(
        sample.map((one, number) => ({
          agencyId,
          quarter,
          number: number + 1,
          ...one,
          reader: null,
          label: null,
          wouldRemove: null,
          readAt: null,
        })),
      )
      .execute()
  await record({
    subject: `${agencyId} ${quarter}`,
    body: {
      seed,
      removed: removed.count,
      kept: kept.count,
      comments: sample.map(({ commentId, n }) => ({ commentId, n })),
    },
  })
  return { quarter, drawn: sample.length }

  /** Which were removed must not be told by their order: it is that of the seed over both halves. */
  function shuffled(all: readonly Candidate[]): Candidate[] {
    return all.toSorted((a, b) => (orderOf(seed, a.commentId) < orderOf(seed, b.commentId) ? -1 : 1))
  }
}

function orderOf(seed: string, commentId: string): string {
  // The last bits of an id are random; the seed turns their order.
  const tail = Array.from(commentId.replaceAll('-', '').slice(-16))
  return tail
    .map((digit, place) =>
      (Number.parseInt(digit, 16) ^ Number.parseInt(seed[place] ?? '0', 16)).toString(16),
    )
    .join('')
}

/** What was hidden in the quarter, whatever became of it after. */
async function removedIn(
  tx: Tx,
  agencyId: string,
  from: string,
  until: string,
  seed: string,
): Promise<{ count: number; some: Candidate[] }> {
  const base = tx
    .selectFrom('hiding')
    .where('agencyId', '=', agencyId)
    .where('hiddenAt', '>=', from)
    .where('hiddenAt', '<', until)
  const { count } = await base
    .select((row) => row.fn.count<number>('commentId').distinct().as('count'))
    .executeTakeFirstOrThrow()
  // A comment that was hidden twice is one, by its first hiding.
  const each = base
    .distinctOn('commentId')
    .select(['commentId', 'n', 'ground', 'moderator'])
    .orderBy('commentId')
    .orderBy('hidingId')
  const some = await tx
    .selectFrom(each.as('each'))
    .selectAll()
    .orderBy(sql`md5(${seed} || comment_id)`)
    .limit(sampleSize)
    .execute()
  return { count, some: some.map((one) => ({ ...one, wasRemoved: true })) }
}

/** What was captured in the quarter and never hidden. */
async function keptIn(
  tx: Tx,
  agencyId: string,
  from: string,
  until: string,
  seed: string,
): Promise<{ count: number; some: Candidate[] }> {
  const base = tx
    .selectFrom('comment')
    .where('agencyId', '=', agencyId)
    .where('capturedAt', '>=', from)
    .where('capturedAt', '<', until)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('hiding')
            .select('hiding.hidingId')
            .whereRef('hiding.agencyId', '=', 'comment.agencyId')
            .whereRef('hiding.commentId', '=', 'comment.commentId')
            .where('hiding.hiddenAt', 'is not', null),
        ),
      ),
    )
  const { count } = await base
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const some = await base
    .select(['commentId', 'latest', 'decidedBy'])
    .orderBy(sql`md5(${seed} || comment_id)`)
    .limit(sampleSize)
    .execute()
  return {
    count,
    some: some.map(({ commentId, latest, decidedBy }) => ({
      commentId,
      n: latest,
      wasRemoved: false,
      ground: null,
      moderator: decidedBy,
    })),
  }
}

function startOf(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()
}

/** What a second reader is shown: the words and what they answer, and nothing of its writer, moderator or end. */
export interface ToRead {
  quarter: string
  number: number
  text: string
  left: number
}

/** The next comment that this member may read again: none that they decided themselves. */
export async function nextToRead(db: Db, agencyId: string, reader: string): Promise<ToRead | undefined> {
  const open = db
    .selectFrom('reread')
    .where('reread.agencyId', '=', agencyId)
    .where('reread.reader', 'is', null)
    .where((row) => row.or([row('reread.moderator', 'is', null), row('reread.moderator', '<>', reader)]))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('neutrality')
            .select('neutrality.quarter')
            .whereRef('neutrality.agencyId', '=', 'reread.agencyId')
            .whereRef('neutrality.quarter', '=', 'reread.quarter'),
        ),
      ),
    )
  const { left } = await open.select((row) => row.fn.countAll<number>().as('left')).executeTakeFirstOrThrow()
  const next = await open
    .innerJoin('commentVersion', (join) =>
      join
        .onRef('commentVersion.agencyId', '=', 'reread.agencyId')
        .onRef('commentVersion.commentId', '=', 'reread.commentId')
        .onRef('commentVersion.n', '=', 'reread.n'),
    )
    .select(['reread.quarter', 'reread.number', 'commentVersion.text'])
    .orderBy('reread.quarter')
    .orderBy('reread.number')
    .executeTakeFirst()
  return next && { ...next, left }
}

/** Puts down what a second reader makes of a comment. Refuses whoever decided it, and a second word. */
export async function readAgain(
  tx: Tx,
  record: Recording,
  agencyId: string,
  said: {
    quarter: string
    number: number
    reader: string
    label: Label
    wouldRemove: Ground | 'none'
    at: string
  },
): Promise<void> {
  const { quarter, number, reader, label, wouldRemove, at } = said
  const row = await tx
    .selectFrom('reread')
    .select(['reader', 'moderator', 'commentId'])
    .where('agencyId', '=', agencyId)
    .where('quarter', '=', quarter)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 'there is no such comment in the sample')
  if (row.moderator === reader)
    throw new Refusal('forbiddenByOrder', 'nobody reads again what they decided themselves')
  const { numUpdatedRows } = await tx
    .updateTable('reread')
    .set({ reader, label, wouldRemove, readAt: at })
    .where('agencyId', '=', agencyId)
    .where('quarter', '=', quarter)
    .where('number', '=', number)
    .where('reader', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'somebody read this one already; take the next')
  await record({ subject: `${agencyId} ${quarter}`, body: { number, label, wouldRemove } })
}

/** A quarter's sample: what it stands for, and the readings so far. */
export async function readingsOf(
  db: Db,
  agencyId: string,
  quarter: string,
): Promise<{ drawn: { removed: number; kept: number }; readings: Reading[]; sample: number } | undefined> {
  const drawn = await db
    .selectFrom('rereading')
    .select(['removed', 'kept'])
    .where('agencyId', '=', agencyId)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  if (!drawn) return undefined
  const rows = await db
    .selectFrom('reread')
    .select(['wasRemoved', 'ground', 'moderator', 'label', 'wouldRemove'])
    .where('agencyId', '=', agencyId)
    .where('quarter', '=', quarter)
    .execute()
  const readings = rows.flatMap(({ label, wouldRemove, ...row }) =>
    label === null || wouldRemove === null ? [] : [{ ...row, label, wouldRemove }],
  )
  return { drawn, readings, sample: rows.length }
}

/** Publishes the figures of a quarter, once and for good. */
export async function publishFigures(
  tx: Tx,
  record: Recording,
  agencyId: string,
  quarter: string,
  at: string,
): Promise<void> {
  const found = await readingsOf(tx, agencyId, quarter)
  if (!found) throw new Refusal('conflict', `no sample of ${quarter} was drawn`)
  const figures = figuresOf(found.readings, found.drawn)
  const written = JSON.stringify(figures)
  await tx.insertInto('neutrality').values({ agencyId, quarter, figures: written, publishedAt: at }).execute()
  await record({ subject: `${agencyId} ${quarter}`, body: { figures: written } })
}

/** What was published, the newest quarter first. */
export async function publishedFigures(
  db: Db,
  agencyId: string,
): Promise<{ quarter: string; figures: Figures; publishedAt: string }[]> {
  return await db
    .selectFrom('neutrality')
    .select(['quarter', 'figures', 'publishedAt'])
    .where('agencyId', '=', agencyId)
    .orderBy('quarter', 'desc')
    .limit(12)
    .execute()
}
