import { sql } from 'kysely'
import type { z } from 'zod'
import type { MemberCaller } from '../../members/caller.ts'
import type { MemberBrief } from '../../members/schema.ts'
import { membersOf } from '../../members/store.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { RecordRow } from '../record.ts'
import { recordsOf } from '../store.ts'
import { exemptionOf, lawOf } from './law.ts'
import { materialOf } from './material.ts'
import { barredIn } from './notices.ts'
import { redactWords, soughtOf, timesIn } from './redact-words.ts'
import { isPicture } from './redact-picture.ts'
import { marksOf, ruleSecond, secretsOf } from './review.ts'
import { findResponsive, isAbout, onTheTable } from './reviewing.ts'
import type {
  responsiveListSchema,
  responsiveQuerySchema,
  underReviewSchema,
  withheldSchema,
} from './review-schema.ts'
import type { StoredRequest, StoredResponsive } from './tables.ts'

type Shown = z.infer<typeof responsiveListSchema>['items'][number]

/** A page of a request's set, in the order of their ids. */
export async function setOf(
  { db, agency }: MemberCaller,
  request: StoredRequest,
  { state, after, limit }: z.infer<typeof responsiveQuerySchema>,
): Promise<z.infer<typeof responsiveListSchema>> {
  const { agencyId } = agency
  const barred = await barredIn(db, request)
  let select = db
    .selectFrom('recordsResponsive')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', request.requestId)
    .orderBy('recordId')
    .limit(limit + 1)
  if (after !== undefined) select = select.where('recordId', '>', after)
  if (state === 'waiting')
    select = select.where((row) => row.or([row('state', 'is', null), row('agrees', '=', false)]))
  if (state === 'second') select = select.where('state', 'is not', null).where('agrees', 'is', null)
  if (state === 'settled') select = select.where('agrees', '=', true).where('instalment', 'is', null)
  if (state === 'released') select = select.where('instalment', 'is not', null)
  if (state === 'barred')
    select = select.where('recordId', '=', sql<string>`any(${[...barred.keys()]}::uuid[])`)
  const rows = await select.execute()
  const page = rows.slice(0, limit)
  return {
    items: await shownOf(db, agencyId, page, barred),
    next: rows.length > limit ? (page.at(-1)?.recordId ?? null) : null,
  }
}

async function shownOf(
  db: Db,
  agencyId: string,
  page: readonly StoredResponsive[],
  barred: ReadonlyMap<string, string>,
): Promise<Shown[]> {
  const records = await recordsOf(
    db,
    agencyId,
    page.map(({ recordId }) => recordId),
  )
  const people = await membersOf(db, agencyId, [
    ...new Set(
      page.flatMap(({ reviewedBy, secondBy }) => [reviewedBy, secondBy]).filter((id) => id !== null),
    ),
  ])
  return page.flatMap((review) => {
    const row = records.find(({ recordId }) => recordId === review.recordId)
    return row ? [shown(row, review, barred, people)] : []
  })
}

/** So much of a record stands in a list, in code points. */
const most = 300

function shown(
  row: RecordRow,
  review: StoredResponsive,
  barred: ReadonlyMap<string, string>,
  people: readonly MemberBrief[],
): Shown {
  const { recordId, at, kind, event, thing, thread, author, access, media } = row
  const all = Array.from(row.words)
  // The words of somebody's file are seen one by one, which leaves a trace.
  const words =
    access === 'personnel' ? '' : all.length <= most ? row.words : `${all.slice(0, most).join('')}…`
  const who = (id: string | null): MemberBrief | null =>
    people.find(({ memberId }) => memberId === id) ?? null
  const { state, reviewedAt, secondAt, agrees } = review
  return {
    recordId,
    at,
    kind,
    event,
    thing,
    thread,
    author,
    words,
    access,
    media: media.length,
    context: review.isContext,
    barredUntil: review.instalment === null ? (barred.get(recordId) ?? null) : null,
    instalment: review.instalment,
    review:
      state === null || reviewedAt === null
        ? null
        : {
            version: review.version,
            state,
            redactions: review.redactions,
            regions: review.regions,
            keptBack: review.keptBack,
            lookedThrough: review.lookedThrough,
            exemption: review.exemption,
            reason: review.reason,
            by: who(review.reviewedBy),
            at: reviewedAt,
            second:
              secondAt === null || agrees === null
                ? null
                : { by: who(review.secondBy), at: secondAt, agrees, remarks: review.remarks },
          },
  }
}

/** One record on the review's table: all of it, and beside it what would go out. */
export async function underReview(
  caller: MemberCaller,
  request: StoredRequest,
  recordId: string,
  at: string,
): Promise<z.infer<typeof underReviewSchema>> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const review = await findResponsive(db, agencyId, request.requestId, recordId)
  const { row, fields, files } = await onTheTable(caller, request, recordId, at)
  const law = lawOf(request.lawId)
  const cut = new Map(
    redactWords(fields, marksOf(law, review.redactions)).map(({ field, text }) => [field, text]),
  )
  const barred = await barredIn(db, request)
  const [record] = await shownOf(db, agencyId, [review], barred)
  if (!record) throw new Refusal('notFound', 'there is no such record')
  const isTheirs = isAbout(row, member.memberId)
  return {
    record: { ...record, words: row.words },
    fields: fields.map(({ field, text }) => ({
      field,
      text,
      released: review.state === 'withhold' ? '' : (cut.get(field) ?? text),
    })),
    media: files.map(({ sha256, mediaType, alt }) => ({
      sha256,
      mediaType,
      alt,
      isPicture: isPicture(mediaType),
    })),
    echoes: await echoesOf(db, request, review, soughtOf(secretsOf(fields, review.redactions))),
    mayReview: review.instalment === null && !isTheirs,
    maySecond: ruleSecond(review, member.memberId, isTheirs).ok,
  }
}

/** At most so many other records are looked through while somebody reviews one; a release looks through all. */
const mostLookedThrough = 500

async function echoesOf(
  db: Db,
  { agencyId, requestId }: StoredRequest,
  { recordId }: StoredResponsive,
  secrets: ReturnType<typeof soughtOf>,
): Promise<{ recordId: string; times: number }[]> {
  if (secrets.length === 0) return []
  const others = await db
    .selectFrom('recordsResponsive')
    .select(['recordId', 'state', 'redactions'])
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .where('recordId', '<>', recordId)
    .where((row) => row.or([row('state', 'is', null), row('state', '<>', 'withhold')]))
    .orderBy('recordId')
    .limit(mostLookedThrough)
    .execute()
  const materials = await materialOf(
    db,
    agencyId,
    others.map((one) => one.recordId),
  )
  return materials.flatMap(({ row, fields }) => {
    const marks = others.find((one) => one.recordId === row.recordId)?.redactions ?? []
    const left = redactWords(
      fields,
      marks.map((mark) => ({ ...mark, label: '' })),
    )
    const times = timesIn(left.map(({ text }) => text).join('\n'), secrets)
    return times > 0 ? [{ recordId: row.recordId, times }] : []
  })
}

/** Everything that stays back of a request, each with its ground: an index of the withheld. */
export async function withheldOf(
  db: Db,
  { agencyId, requestId, lawId }: StoredRequest,
): Promise<z.infer<typeof withheldSchema>> {
  const law = lawOf(lawId)
  const rows = await db
    .selectFrom('recordsResponsive')
    .innerJoin('record', (join) =>
      join
        .onRef('record.agencyId', '=', 'recordsResponsive.agencyId')
        .onRef('record.recordId', '=', 'recordsResponsive.recordId'),
    )
    .select(['record.recordId', 'record.at', 'record.kind'])
    .select(['recordsResponsive.state', 'redactions', 'regions', 'keptBack', 'exemption', 'reason'])
    .where('recordsResponsive.agencyId', '=', agencyId)
    .where('recordsResponsive.requestId', '=', requestId)
    .where('recordsResponsive.agrees', '=', true)
    .where('recordsResponsive.state', 'in', ['redact', 'withhold'])
    .orderBy('record.at')
    .orderBy('record.recordId')
    .execute()
  const items: z.infer<typeof withheldSchema>['items'] = []
  for (const { recordId, at, kind, state, redactions, regions, keptBack, exemption, reason } of rows) {
    const add = (how: 'whole' | 'words' | 'picture' | 'file', ground: string, because: string): void => {
      const { citation, title } = exemptionOf(law, ground)
      const same = items.find(
        (one) =>
          one.recordId === recordId && one.how === how && one.citation === citation && one.reason === because,
      )
      if (same) same.times++
      else
        items.push({
          number: items.length + 1,
          recordId,
          at,
          kind,
          how,
          citation,
          title,
          reason: because,
          times: 1,
        })
    }
    if (state === 'withhold' && exemption !== null) add('whole', exemption, reason ?? '')
    for (const one of redactions) add('words', one.exemption, one.reason)
    for (const one of regions) add('picture', one.exemption, one.reason)
    for (const one of keptBack) add('file', one.exemption, one.reason)
  }
  return { items }
}
