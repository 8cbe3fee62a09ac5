import { sql } from 'kysely'
import type { z } from 'zod'
import type { MemberCaller } from '../../members/caller.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { askerOf } from '../asker.ts'
import { dispositionMovesFor, toldOf } from './disposition.ts'
import {
  dispositionSettings,
  findDisposition,
  officesOf,
  standingOf,
  sumOf,
  type Sum,
} from './disposition-store.ts'
import { whoIn, withRecords } from './hold-view.ts'
import type {
  dispositionSchema,
  dispositionsQuerySchema,
  dispositionsSchema,
  lineSchema,
  linesSchema,
} from './schema.ts'

type DispositionsQuery = z.infer<typeof dispositionsQuerySchema>

/** Lists, the newest first. */
export async function dispositionsIn(
  db: Db,
  agencyId: string,
  { state, after, limit }: DispositionsQuery,
): Promise<z.infer<typeof dispositionsSchema>> {
  const rows = await db
    .selectFrom('disposition')
    .leftJoin('dispositionNotice', (join) =>
      join
        .onRef('dispositionNotice.agencyId', '=', 'disposition.agencyId')
        .onRef('dispositionNotice.dispositionId', '=', 'disposition.dispositionId'),
    )
    .select(['disposition.dispositionId', 'number', 'state', 'seriesId', 'title', 'proposedAt'])
    .select(['until as noticeUntil', 'carriedOutAt'])
    .where('disposition.agencyId', '=', agencyId)
    .$if(state === 'open', (select) => select.where('state', 'not in', ['carried-out', 'withdrawn']))
    .$if(state !== undefined && state !== 'open', (select) =>
      select.where('state', '=', state === undefined || state === 'open' ? 'proposed' : state),
    )
    .$if(after !== undefined, (select) => select.where('disposition.dispositionId', '<', after ?? ''))
    .orderBy('disposition.dispositionId', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const ids = shown.map(({ dispositionId }) => dispositionId)
  const { rows: sums } = await sql<Sum>`${sumOf(agencyId)}
    and l.disposition_id = any (${ids}::uuid[]) group by l.disposition_id`.execute(db)
  const authorities = await authoritiesOf(db, agencyId, ids)
  const items = shown.map((row) => {
    const sum = sums.find(({ dispositionId }) => dispositionId === row.dispositionId)
    const { things = 0, records = 0, fallenOut = 0, first = '', last = '' } = sum ?? {}
    const authority = authorities.get(row.dispositionId) ?? ''
    return { ...row, authority, things, records, fallenOut, first, last }
  })
  return { items, next: rows.length > limit ? (items.at(-1)?.dispositionId ?? null) : null }
}

async function authoritiesOf(db: Db, agencyId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ dispositionId: string; authority: string }>`
    select disposition_id, string_agg(distinct authority, '; ') as authority from disposition_series
    where agency_id = ${agencyId} and disposition_id = any (${[...ids]}::uuid[]) group by disposition_id`.execute(
    db,
  )
  return new Map(rows.map(({ dispositionId, authority }) => [dispositionId, authority]))
}

/** The series of a list as they stood when it was made. */
export async function seriesOn(db: Db, agencyId: string, dispositionId: string) {
  return await db
    .selectFrom('dispositionSeries')
    .select(['seriesId', 'title', 'period', 'starts', 'authority'])
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .orderBy('seriesId')
    .execute()
}

/** One list: its figures, signatures, notice, approval, every step, and what the caller may do. */
export async function dispositionView(
  caller: MemberCaller,
  dispositionId: string,
  at: string,
): Promise<z.infer<typeof dispositionSchema>> {
  const { db, agency, member } = caller
  const { agencyId, zone } = agency
  const list = await findDisposition(db, agencyId, dispositionId)
  const { settings } = await dispositionSettings(db, agencyId)
  const offices = await officesOf(caller, settings, at)
  const steps = await db
    .selectFrom('dispositionStep')
    .select(['move', 'by', 'reason', 'at'])
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .orderBy('version')
    .execute()
  const { blobs } = await db
    .selectFrom('blobSweep')
    .select(({ fn }) => fn.countAll<number>().as('blobs'))
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .where('sweptAt', 'is', null)
    .executeTakeFirstOrThrow()
  const series = await seriesOn(db, agencyId, dispositionId)
  const own = series.find(({ seriesId }) => seriesId === list.seriesId)
  const { signatures, notice, approval } = list
  const who = await whoIn(db, agencyId, [list.proposedBy, ...steps.map(({ by }) => by)])
  return {
    dispositionId,
    number: list.number,
    state: list.state,
    seriesId: list.seriesId,
    title: list.title,
    authority: [...new Set(series.map(({ authority }) => authority))].join('; '),
    proposedAt: list.proposedAt,
    things: list.things,
    records: list.records,
    fallenOut: list.fallenOut,
    first: list.first,
    last: list.last,
    noticeUntil: notice?.until ?? null,
    carriedOutAt: list.carriedOutAt,
    version: list.version,
    description: list.description,
    period: own?.period ?? '',
    starts: own?.starts ?? 'created',
    proposedBy: who(list.proposedBy),
    signatures: signatures.map(({ signedAs, by, at: signedAt }) => ({
      as: signedAs,
      by: who(by),
      at: signedAt,
    })),
    notice: notice && {
      to: notice.givenTo,
      authority: notice.authority,
      how: notice.how,
      on: notice.givenOn,
      until: notice.until,
    },
    approval: approval && { number: approval.number, on: approval.approvedOn, by: approval.approver },
    steps: steps.map((step) => ({ ...step, by: who(step.by) })),
    entryId: list.entryId,
    blobsToRemove: blobs,
    ...dispositionMovesFor(
      standingOf(list),
      { by: member.memberId, offices, today: dayIn(zone, at) },
      settings,
    ),
  }
}

/**
 * The things of a list with the first record of each, those that fell out with the reason. Refuses (malformed) a cursor
 * that names nothing on the list, and (notFound) a list that is none.
 */
export async function linesOf(
  caller: MemberCaller,
  dispositionId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<z.infer<typeof linesSchema>> {
  const { db, agency } = caller
  const { agencyId } = agency
  await findDisposition(db, agencyId, dispositionId)
  if (after !== undefined) await refuseNoPlace(db, agencyId, dispositionId, after)
  const { rows } = await sql<Omit<z.infer<typeof lineSchema>, 'record'>>`
    select l.thing, l.records[1] as record_id, l.kind, cardinality(l.records) as records, l.first_on as first, l.last_on as last, l.over, f.because
    from disposition_line l left join disposition_fallen f using (agency_id, disposition_id, thing)
    where l.agency_id = ${agencyId} and l.disposition_id = ${dispositionId}
      and ${after === undefined ? sql`true` : sql`l.thing > ${after}`}
    order by l.thing limit ${limit + 1}`.execute(db)
  const isOffice = askerOf(caller).classes.includes('office')
  const shown = rows.slice(0, limit).map(({ because, ...row }) => ({
    ...row,
    because: because === null ? null : toldOf(because, isOffice),
  }))
  const items = await withRecords(caller, shown)
  return { items, next: rows.length > limit ? (items.at(-1)?.thing ?? null) : null }
}

/** A thing is named by an id, or by words: only the list itself tells a place of it from anything else. */
async function refuseNoPlace(db: Db, agencyId: string, dispositionId: string, after: string): Promise<void> {
  const place = await db
    .selectFrom('dispositionLine')
    .select('thing')
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .where('thing', '=', after)
    .executeTakeFirst()
  if (!place) throw new Refusal('malformed', 'after: is no cursor of this list; begin again without it')
}
