import { z } from 'zod'
import { madeBy, memberOf } from '../../members/caller.ts'
import { openBlobs } from '../../platform/blobs.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { Refusal } from '../../platform/refusal.ts'
import { redrawn } from './redact-picture.ts'
import { findResponsive, onTheTable, review, second } from './reviewing.ts'
import {
  recordOfSchema,
  responsiveListSchema,
  responsiveQuerySchema,
  reviewedSchema,
  reviewSaidSchema,
  secondSchema,
  underReviewSchema,
  withheldSchema,
} from './review-schema.ts'
import { sha256Schema } from './schema-parts.ts'
import { idSchema } from './schema.ts'
import { responsiveDoneSchema, responsiveSchema, searchDoneSchema, searchedSchema } from './set-schema.ts'
import { changeSet, keepSearch } from './set.ts'
import { setOf, underReview, withheldOf } from './set-view.ts'
import { findRequest } from './store.ts'

const tags = ['records requests']
const refusals = { '4xx': refusalSchema } as const

/** What is searched, what answers the request, and how each of it is to go out. */
export function reviewRoutes(app: App): void {
  app.put(
    '/api/records-requests/:id/searches',
    {
      config: { action: 'records-requests.move' },
      schema: {
        operationId: 'keepRecordsSearch',
        tags,
        summary:
          'Searches and keeps what was searched for and found, or puts down where else somebody looked',
        params: idSchema,
        body: searchedSchema,
        response: {
          200: searchDoneSchema,
          ...refusals,
        },
      },
    },
    async (request) => {
      const { id } = request.params
      const made = madeBy(request, 'records-requests.searched', { id, ...request.body })
      return await keepSearch(memberOf(request), made, id, request.body)
    },
  )

  app.get(
    '/api/records-requests/:id/responsive',
    {
      config: { action: 'records-requests.see' },
      schema: {
        operationId: 'listResponsive',
        tags,
        summary: 'The records that answer a request, each with its review',
        params: idSchema,
        querystring: responsiveQuerySchema,
        response: { 200: responsiveListSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const found = await findRequest(caller.db, caller.agency.agencyId, request.params.id)
      return await setOf(caller, found, request.query)
    },
  )

  app.post(
    '/api/records-requests/:id/responsive',
    {
      config: { action: 'records-requests.move' },
      schema: {
        operationId: 'changeResponsive',
        tags,
        summary: 'Adds records to what answers a request, which holds them, or takes some out with a reason',
        params: idSchema,
        body: responsiveSchema,
        response: { 200: responsiveDoneSchema, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params
      const made = madeBy(request, 'records-requests.responsive', { id, ...request.body })
      return await changeSet(memberOf(request), made, id, request.body)
    },
  )

  app.get(
    '/api/records-requests/:id/withheld',
    {
      config: { action: 'records-requests.see' },
      schema: {
        operationId: 'listWithheld',
        tags,
        summary: 'Everything that stays back of a request, each with its exemption and reason',
        params: idSchema,
        response: { 200: withheldSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      return await withheldOf(db, await findRequest(db, agency.agencyId, request.params.id))
    },
  )

  app.get(
    '/api/records-requests/:id/review/:recordId',
    {
      config: { action: 'records-requests.review' },
      schema: {
        operationId: 'seeUnderReview',
        tags,
        summary: 'One record of the set: all of its words, and beside them what would go out',
        params: recordOfSchema,
        response: { 200: underReviewSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id, recordId } = request.params
      const found = await findRequest(caller.db, caller.agency.agencyId, id)
      return await underReview(caller, found, recordId, app.clock())
    },
  )

  app.get(
    '/api/records-requests/:id/review/:recordId/media/:sha256',
    {
      config: { action: 'records-requests.review' },
      schema: {
        operationId: 'seeMediaUnderReview',
        tags,
        summary:
          'A picture or file of a record under review; with `as=released` the picture as it would go out',
        params: recordOfSchema.extend({ sha256: sha256Schema }),
        querystring: z.object({ as: z.enum(['kept', 'released']).default('kept') }),
        produces: ['image/*', 'application/octet-stream'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { id, recordId, sha256 } = request.params
      const { agencyId } = caller.agency
      const found = await findRequest(caller.db, agencyId, id)
      const { regions, state } = await findResponsive(caller.db, agencyId, id, recordId)
      const { files } = await onTheTable(caller, found, recordId, app.clock())
      const file = files.find((one) => one.sha256 === sha256)
      if (!file) throw new Refusal('notFound', 'this record has no such file')
      const original = await openBlobs(app.house.blobsFolder).get(sha256)
      const cuts = regions.filter((one) => one.sha256 === sha256)
      const isDrawn = request.query.as === 'released' && state === 'redact'
      const { bytes, mediaType } = isDrawn
        ? await redrawn(original, cuts)
        : { bytes: original, mediaType: file.mediaType }
      // What a stranger calls a picture is never run or shown as anything else.
      const isShown = /^(?:image\/(?:jpeg|png|webp|gif)|video\/(?:mp4|webm))$/.test(mediaType)
      return await reply
        .type(isShown ? mediaType : 'application/octet-stream')
        .header('content-disposition', isShown ? 'inline' : 'attachment')
        .send(Buffer.from(bytes))
    },
  )

  app.put(
    '/api/records-requests/:id/review/:recordId',
    {
      config: { action: 'records-requests.review' },
      schema: {
        operationId: 'reviewRecord',
        tags,
        summary: 'Says how a record goes out: whole, with words and picture regions cut, or not at all',
        params: recordOfSchema,
        body: reviewSaidSchema,
        response: { 200: reviewedSchema, ...refusals },
      },
    },
    async (request) => {
      const { db } = memberOf(request)
      const { id, recordId } = request.params
      const made = madeBy(request, 'records-requests.review-record', { id, recordId, ...request.body })
      return await review(db, made, id, recordId, request.body)
    },
  )

  app.post(
    '/api/records-requests/:id/review/:recordId/second',
    {
      config: { action: 'records-requests.review' },
      schema: {
        operationId: 'secondReview',
        tags,
        summary: 'The second look, by somebody else: yes settles it, no sends it back',
        params: recordOfSchema,
        body: secondSchema,
        response: { 200: reviewedSchema, ...refusals },
      },
    },
    async (request) => {
      const { db } = memberOf(request)
      const { id, recordId } = request.params
      const made = madeBy(request, 'records-requests.second', { id, recordId, ...request.body })
      return await second(db, made, id, recordId, request.body)
    },
  )
}
