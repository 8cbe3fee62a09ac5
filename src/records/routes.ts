import { Readable } from 'node:stream'
import { z } from 'zod'
import { command } from '../ledger/command.ts'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { opened } from '../members/opened.ts'
import { openBlobs } from '../platform/blobs.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { askerOf } from './asker.ts'
import type { Beside } from './beside.ts'
import { behind, capture } from './capture.ts'
import { aboutOf } from './names.ts'
import { cursorOf, placeOf } from './query.ts'
import type { RecordRow } from './record.ts'
import {
  openingSchema,
  recordIdSchema,
  recordMediaParamsSchema,
  recordsQuerySchema,
  recordsSchema,
  recordViewSchema,
  savedSearchesSchema,
  savedSearchFormSchema,
  savedSearchSchema,
} from './schema.ts'
import { removeSearch, saveSearch, searchesOf } from './searches.ts'
import { countOf, findRecord, pageOf } from './store.ts'
import { briefsOf, recordView } from './view.ts'

const tags = ['records']
const refusals = { '4xx': refusalSchema }

/** So many entries are read before a search answers; who searches while an archive comes in does not wait for it. */
const mostBefore = 2_000

/** Search, one record whole, its pictures, and the searches that somebody keeps. */
export function recordRoutes(app: App, beside: Beside): void {
  app.get(
    '/api/records',
    {
      config: { action: 'records.see' },
      schema: {
        operationId: 'searchRecords',
        tags,
        summary: 'Records by words, people, pages, days, kinds: those that I may see, newest first',
        querystring: recordsQuerySchema,
        response: { 200: recordsSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const { after, limit, ...query } = request.query
      const place = after === undefined ? undefined : placeOf(after)
      if (after !== undefined && !place)
        throw new Refusal('malformed', 'after: is no place in a list; take it from `next` of the page before')
      const asker = askerOf(caller)
      const read = await capture(db, agency, app.clock(), { most: mostBefore })
      const [page, count] = await Promise.all([
        pageOf(db, asker, query, { after: place, limit }),
        place ? null : countOf(db, asker, query),
      ])
      return {
        items: await briefsOf(db, asker, beside, page.rows),
        next: page.next && cursorOf(page.next),
        count,
        behind: read.isBehind ? await behind(db, agency.agencyId) : 0,
      }
    },
  )

  app.get(
    '/api/records/:id',
    {
      config: { action: 'records.see' },
      schema: {
        operationId: 'seeRecord',
        tags,
        summary: 'One record: its versions, what stands around it, its series, holds, requests and proof',
        params: recordIdSchema,
        querystring: openingSchema,
        response: { 200: recordViewSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const asker = askerOf(caller)
      const at = app.clock()
      await capture(caller.db, caller.agency, at, { most: mostBefore })
      const row = await findRecord(caller.db, asker, request.params.id)
      await trace({ ...caller, at }, row, request.query.purpose)
      return await recordView(caller.db, asker, beside, row.recordId)
    },
  )

  app.get(
    '/api/records/:id/media/:sha256',
    {
      config: { action: 'records.see' },
      schema: {
        operationId: 'seeRecordMedia',
        tags,
        summary: 'A picture, a film or a document of a record, as it was kept',
        params: recordMediaParamsSchema,
        querystring: openingSchema,
        produces: ['image/*', 'video/*', 'application/octet-stream'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { id, sha256 } = request.params
      const { db, agency } = caller
      const row = await findRecord(db, askerOf(caller), id)
      await trace({ ...caller, at: app.clock() }, row, request.query.purpose)
      const kept = await db
        .selectFrom('blob')
        .select('mediaType')
        .where('agencyId', '=', agency.agencyId)
        .where('sha256', '=', sha256)
        .executeTakeFirst()
      if (!kept || !row.media.includes(sha256)) throw new Refusal('notFound', 'there is no such picture')
      // What a stranger calls a picture is never run or shown as anything else.
      const isShown = /^(?:image\/(?:jpeg|png|webp|gif)|video\/(?:mp4|webm))$/.test(kept.mediaType)
      const { pieces, bytes } = await openBlobs(app.house.blobsFolder).getStream(sha256)
      return await reply
        .type(isShown ? kept.mediaType : 'application/octet-stream')
        .header('content-disposition', isShown ? 'inline' : 'attachment')
        .header('content-length', bytes)
        .send(Readable.from(pieces))
    },
  )

  app.get(
    '/api/record-searches',
    {
      config: { action: 'records.searches' },
      schema: {
        operationId: 'savedSearches',
        tags,
        summary: 'The searches that I keep',
        response: { 200: savedSearchesSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      return { items: await searchesOf(db, agency.agencyId, member.memberId) }
    },
  )

  app.post(
    '/api/record-searches',
    {
      config: { action: 'records.searches' },
      schema: {
        operationId: 'saveSearch',
        tags,
        summary: 'Keep a search',
        body: savedSearchFormSchema,
        response: { 200: savedSearchSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const { memberId } = member
      const made = madeBy(request, 'records.search', { name: request.body.name })
      return await command(db, made, async (tx, record) =>
        JSON.parse(
          JSON.stringify(
            await saveSearch(tx, record, agency.agencyId, { memberId, ...request.body, at: made.at }),
          ),
        ),
      )
    },
  )

  app.delete(
    '/api/record-searches/:id',
    {
      config: { action: 'records.searches' },
      schema: {
        operationId: 'removeSearch',
        tags,
        summary: 'Forget a search',
        params: recordIdSchema,
        response: { 200: z.object({ searchId: z.string() }), ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const { id } = request.params
      return await command(db, madeBy(request, 'records.search', { id }), async (tx, record) => {
        await removeSearch(tx, record, agency.agencyId, member.memberId, id)
        return { searchId: id }
      })
    },
  )
}

/** That a personnel record is opened is put down with everybody whom it is about, before it is shown. */
async function trace(opener: MemberCaller & { at: string }, row: RecordRow, purpose = ''): Promise<void> {
  if (row.access !== 'personnel') return
  const { db, agency } = opener
  for (const about of await aboutOf(db, agency.agencyId, row))
    await opened(db, opener, row.recordId, about, purpose)
}
