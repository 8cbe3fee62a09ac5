import { sql } from 'kysely'
import { command } from '../../ledger/command.ts'
import { madeBy, memberOf } from '../../members/caller.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { sha256 } from '../../platform/id.ts'
import { may } from '../../members/may.ts'
import { askerOf } from '../asker.ts'
import { capture } from '../capture.ts'
import { findRecord, seenBy } from '../store.ts'
import { keepingOf } from './keeping-view.ts'
import {
  byHandSchema,
  idSchema,
  keepingSchema,
  keptListSchema,
  pageQuerySchema,
  rulesSchema,
  seriesCheckSchema,
  seriesFileSchema,
  seriesListSchema,
} from './schema.ts'
import { z } from 'zod'
import {
  assignByHand,
  changeRules,
  checkSeries,
  countsOf,
  loadSeries,
  rulesOf,
  seriesOf,
  sortRecords,
} from './series-store.ts'

const tags = ['records']
const refusals = { '4xx': refusalSchema }

/** Record series: a file looked at first and loaded then, rules, records that have none, and how long a record is kept. */
export function seriesRoutes(app: App): void {
  app.post(
    '/api/series/check',
    {
      config: { action: 'series.change' },
      schema: {
        operationId: 'checkSeries',
        tags,
        summary: 'What a file of record series would do; nothing is changed',
        body: seriesFileSchema,
        response: { 200: seriesCheckSchema, ...refusals },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      return await checkSeries(db, agency.agencyId, request.body.csv)
    },
  )

  app.post(
    '/api/series/load',
    {
      config: { action: 'series.change', confirm: true },
      schema: {
        operationId: 'loadSeries',
        tags,
        summary: 'Take over a file of record series; one fault keeps out all of it',
        body: seriesFileSchema,
        response: { 200: seriesCheckSchema, ...refusals },
      },
    },
    async (request) => {
      const { agency, db } = memberOf(request)
      const { csv } = request.body
      const made = madeBy(request, 'series.load', { file: sha256(csv) })
      const check = await command(db, made, (tx, record) => loadSeries(tx, record, agency.agencyId, csv))
      await sortRecords(db, agency.agencyId, 2_000)
      return check
    },
  )

  app.get(
    '/api/series',
    {
      config: { action: 'series.see' },
      schema: {
        operationId: 'listSeries',
        tags,
        summary: 'Record series, the rules that put records into them, and how many records have none',
        response: { 200: seriesListSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const { agencyId } = agency
      const [series, rules] = [await seriesOf(db, agencyId), await rulesOf(db, agencyId)]
      const counts = await countsOf(db, agencyId, rules)
      return {
        items: series.map((one) => ({ ...one, records: counts.of(one.seriesId) })),
        rules: rules.rules,
        version: rules.version,
        without: counts.without,
        unsorted: counts.unsorted,
        mayChange: may(caller, 'series.change'),
      }
    },
  )

  app.put(
    '/api/series/rules',
    {
      config: { action: 'series.change', confirm: true },
      schema: {
        operationId: 'changeSeriesRules',
        tags,
        summary: 'Change which records belong to which series; the first rule that fits counts',
        body: rulesSchema,
        response: { 200: z.object({ version: z.number() }), ...refusals },
      },
    },
    async (request) => {
      const { agency, db } = memberOf(request)
      const { version, rules } = request.body
      const made = madeBy(request, 'series.rules', { version, rules: rules.map((one) => ({ ...one })) })
      const next = await command(db, made, (tx, record) =>
        changeRules(tx, record, agency.agencyId, version, rules),
      )
      await sortRecords(db, agency.agencyId, 2_000)
      return { version: next }
    },
  )

  app.get(
    '/api/series/none',
    {
      config: { action: 'series.see' },
      schema: {
        operationId: 'listRecordsWithoutSeries',
        tags,
        summary: 'Records that belong to no series, and that I may see: they are never disposed of',
        querystring: pageQuerySchema.extend({ after: z.uuid().optional() }),
        response: { 200: keptListSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agency, db } = caller
      const { after, limit } = request.query
      const { rows } = await sql<z.infer<typeof keptListSchema>['items'][number]>`
        select record_id, at, kind, event, thing, series_id from record
        where agency_id = ${agency.agencyId} and series_id is null and disposed_in is null
          and ${seenBy(caller)}
          and ${after === undefined ? sql`true` : sql`record_id < ${after}::uuid`}
        order by record_id desc limit ${limit + 1}`.execute(db)
      const items = rows.slice(0, limit)
      return { items, next: rows.length > limit ? (items.at(-1)?.recordId ?? null) : null }
    },
  )

  app.post(
    '/api/series/by-hand',
    {
      config: { action: 'series.change' },
      schema: {
        operationId: 'assignSeries',
        tags,
        summary: 'Put records into a series by hand, or back under the rules, with the reason',
        body: byHandSchema,
        response: { 200: z.object({ records: z.number() }), ...refusals },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const made = madeBy(request, 'series.assign', request.body)
      const { at } = made
      return await command(db, made, async (tx, record) => {
        const said = { ...request.body, by: member.memberId, at }
        await assignByHand(tx, record, agency.agencyId, said)
        return { records: said.recordIds.length }
      })
    },
  )

  app.get(
    '/api/records/:id/keeping',
    {
      config: { action: 'holds.see' },
      schema: {
        operationId: 'seeKeeping',
        tags,
        summary: 'How long a record is kept, by which rule, and what keeps it longer',
        params: idSchema,
        response: { 200: keepingSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      await capture(db, agency, app.clock(), { most: 2_000 })
      await sortRecords(db, agency.agencyId, 2_000)
      const found = await findRecord(db, askerOf(caller), request.params.id)
      return await keepingOf(db, agency, found)
    },
  )
}
