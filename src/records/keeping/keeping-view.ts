import type { z } from 'zod'
import type { Agency } from '../../members/caller.ts'
import type { Db } from '../../platform/db.ts'
import type { RecordRow } from '../record.ts'
import { thingsKept } from './due-things.ts'
import { holdsOn } from './hold-store.ts'
import type { keepingSchema } from './schema.ts'
import { inWords, permanent, type Series } from './series.ts'
import { seriesOf } from './series-store.ts'

/** How long a record is kept, why, what keeps it longer, and the list that it stands on. */
export async function keepingOf(
  db: Db,
  agency: Agency,
  record: RecordRow,
): Promise<z.infer<typeof keepingSchema>> {
  const { agencyId } = agency
  const found = (await seriesOf(db, agencyId)).find(({ seriesId }) => seriesId === record.seriesId)
  const series = found ? withoutVersion(found) : null
  const [kept] = await thingsKept(db, agency, [record.thing])
  const holds = (await holdsOn(db, agencyId, [record.recordId])).get(record.recordId) ?? []
  const listed = await db
    .selectFrom('dispositionLine')
    .innerJoin('disposition', (join) =>
      join
        .onRef('disposition.agencyId', '=', 'dispositionLine.agencyId')
        .onRef('disposition.dispositionId', '=', 'dispositionLine.dispositionId'),
    )
    .leftJoin('dispositionFallen', (join) =>
      join
        .onRef('dispositionFallen.agencyId', '=', 'dispositionLine.agencyId')
        .onRef('dispositionFallen.dispositionId', '=', 'dispositionLine.dispositionId')
        .onRef('dispositionFallen.thing', '=', 'dispositionLine.thing'),
    )
    .select(['disposition.dispositionId', 'number', 'state'])
    .where('dispositionLine.agencyId', '=', agencyId)
    .where('dispositionLine.thing', '=', record.thing)
    .where('dispositionFallen.thing', 'is', null)
    .where('state', '<>', 'withdrawn')
    .orderBy('disposition.dispositionId', 'desc')
    .executeTakeFirst()
  return {
    series,
    why: record.seriesWhy ?? 'it was not put into a series yet',
    from: kept?.began ?? null,
    over: kept?.over ?? null,
    says: sentenceOf(record, series, kept),
    holds,
    disposition: listed ?? null,
  }
}

function withoutVersion({ version: _version, ...series }: Series & { version: number }): Series {
  return series
}

const begins = {
  created: 'it was made',
  closed: 'it was over',
  superseded: 'another took its place',
} as const

function sentenceOf(
  { disposedIn }: RecordRow,
  series: Series | null,
  kept: { over: string | null; because: string | null } | undefined,
): string {
  if (disposedIn !== null) return 'Its words were disposed of; that it was, and when, is kept.'
  if (!series) return 'No record series fits it: it is kept until the clerk says which, and not disposed of.'
  if (series.period === permanent) return `Kept permanently: ${series.title} (${series.authority}).`
  const how = `Kept for ${inWords(series.period)} after ${begins[series.starts]}: ${series.title} (${series.authority}).`
  if (kept?.over !== null && kept?.over !== undefined)
    return `${how} With all that belongs to it, it may be disposed of from ${kept.over} on.`
  return kept?.because === null || kept?.because === undefined ? how : `${how} Just now ${kept.because}.`
}
