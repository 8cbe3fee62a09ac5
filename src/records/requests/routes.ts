import { z } from 'zod'
import { madeBy, madeInSecret, memberOf, type MemberCaller } from '../../members/caller.ts'
import { command } from '../../ledger/command.ts'
import { openBlobs } from '../../platform/blobs.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { Refusal } from '../../platform/refusal.ts'
import { pdfOf } from '../../permissions/letter.ts'
import { demandConfirmed } from './confirmed.ts'
import type { Packages } from './follow-routes.ts'
import { holidayRoutes } from './holiday-routes.ts'
import { receive } from './intake.ts'
import { readMail } from './mail.ts'
import { moveRequest } from './moving.ts'
import { noticeRoutes } from './notice-routes.ts'
import { publicRequestRoutes } from './public-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import {
  idSchema,
  listQuerySchema,
  listSchema,
  movedSchema,
  moveSchema,
  pastedSchema,
  personnelSchema,
  putDownDoneSchema,
  putDownSchema,
  readMailSchema,
  requestViewSchema,
} from './schema.ts'
import { freshOf } from './set.ts'
import { addStep, changeRequest, findRequest } from './store.ts'
import { requestsSeen, requestView } from './view.ts'

const tags = ['records requests']
const refusals = { '4xx': refusalSchema } as const

/** Everything about requests for records, the public's side too. */
export function recordsRequestRoutes(app: App, packages: Packages): void {
  requestRoutes(app)
  reviewRoutes(app)
  noticeRoutes(app)
  holidayRoutes(app)
  publicRequestRoutes(app, packages)
}

function requestRoutes(app: App): void {
  app.get(
    '/api/records-requests',
    {
      config: { action: 'records-requests.see' },
      schema: {
        operationId: 'listRecordsRequests',
        tags,
        summary: 'Requests for records, the newest first, each with its clock',
        querystring: listQuerySchema,
        response: { 200: listSchema, ...refusals },
      },
    },
    async (request) => await requestsSeen(memberOf(request), request.query, app.clock()),
  )

  app.post(
    '/api/records-requests/read-mail',
    {
      // An offer to whoever puts down a request: nothing is kept of it.
      config: { action: 'records-requests.move', asFound: true },
      bodyLimit: 512 * 1024,
      schema: {
        operationId: 'readRecordsMail',
        tags,
        summary: 'Finds sender, date and subject in an e-mail that was pasted in; keeps nothing',
        body: pastedSchema,
        response: { 200: readMailSchema, ...refusals },
      },
    },
    (request) => readMail(request.body.text),
  )

  app.post(
    '/api/records-requests',
    {
      config: { action: 'records-requests.move', asFound: true },
      bodyLimit: 512 * 1024,
      schema: {
        operationId: 'putDownRecordsRequest',
        tags,
        summary:
          'Puts down a request that came over the counter, by letter or by e-mail; its code is shown once',
        body: putDownSchema,
        response: { 200: putDownDoneSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const made = madeInSecret(request, 'records-requests.receive')
      return await receive(db, app.house.seal, agency, made, request.body)
    },
  )

  app.get(
    '/api/records-requests/:id',
    {
      config: { action: 'records-requests.see' },
      schema: {
        operationId: 'seeRecordsRequest',
        tags,
        summary: 'One request: its clock, letters, searches, notices and releases, and what I may do with it',
        params: idSchema,
        response: { 200: requestViewSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const view = await requestView(caller, id, app.clock())
      const fresh = await freshOf(caller.db, caller.agency.agencyId, id)
      return {
        ...view,
        searches: view.searches.map((one) => ({ ...one, fresh: fresh.get(one.searchId) })),
      }
    },
  )

  app.post(
    '/api/records-requests/:id/move',
    {
      config: { action: 'records-requests.move' },
      schema: {
        operationId: 'moveRecordsRequest',
        tags,
        summary: 'Acknowledge, ask, search, estimate, release, deny, close: what the table of moves allows',
        params: idSchema,
        body: moveSchema,
        response: { 200: movedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      demandConfirmed(caller, request.body.move, app.clock())
      return await moveRequest(
        {
          db: caller.db,
          agency: caller.agency,
          blobs: openBlobs(app.house.blobsFolder),
          made: madeBy(request, `records-requests.${request.body.move}`, { id, ...request.body }),
          actor: actorOf(caller),
        },
        id,
        request.body,
      )
    },
  )

  app.put(
    '/api/records-requests/:id/personnel',
    {
      config: { action: 'records-requests.move' },
      schema: {
        operationId: 'sayRecordsRequestPersonnel',
        tags,
        summary: 'Says whether it is about a personnel file whose disclosure would invade privacy, and why',
        params: idSchema,
        body: personnelSchema,
        response: { 200: z.object({ version: z.int() }), ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { id } = request.params
      const { version, isPersonnel, reason } = request.body
      const made = madeBy(request, 'records-requests.personnel', { id, ...request.body })
      return await command(db, made, async (tx, record) => {
        const { agencyId } = agency
        const found = await findRequest(tx, agencyId, id)
        const next = await changeRequest(tx, found, version, { isPersonnel })
        const { state } = found
        const step = { agencyId, requestId: id, madeBy: made.by, at: made.at, letterId: null }
        await addStep(tx, { ...step, move: 'personnel', fromState: state, toState: state, words: reason })
        await record({ subject: id, body: { isPersonnel, reason } })
        return { version: next }
      })
    },
  )

  app.get(
    '/api/records-requests/:id/letters/:letterId/letter.pdf',
    {
      config: { action: 'records-requests.see' },
      schema: {
        operationId: 'seeRecordsLetter',
        tags,
        summary: 'A letter of a request, as PDF/A',
        params: idSchema.extend({ letterId: z.uuid() }),
        produces: ['application/pdf'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { db, agency } = memberOf(request)
      const { id, letterId } = request.params
      const row = await db
        .selectFrom('recordsLetter')
        .select(['letter', 'kind'])
        .where('agencyId', '=', agency.agencyId)
        .where('requestId', '=', id)
        .where('letterId', '=', letterId)
        .executeTakeFirst()
      if (!row) throw new Refusal('notFound', 'there is no such letter')
      const pdf = pdfOf(row.letter)
      if (!pdf) throw new Refusal('unavailable', 'letters cannot be set on this machine')
      return await reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${row.kind}-${row.letter.number}.pdf"`)
        .send(Buffer.from(pdf))
    },
  )
}

function actorOf(caller: MemberCaller): { by: 'custodian'; isCustodian: true; isChief: boolean } {
  return { by: 'custodian', isCustodian: true, isChief: caller.member.roles.has('chief') }
}
