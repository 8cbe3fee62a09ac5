import { z } from 'zod'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { openBlobs } from '../platform/blobs.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { askRequest, editRequest } from './ask.ts'
import { isDecided } from './decision.ts'
import { moveRequest } from './move.ts'
import {
  askSchema,
  consentSchema,
  editSchema,
  movedSchema,
  moveSchema,
  requestIdSchema,
  requestSchema,
  requestsQuerySchema,
  requestsSchema,
} from './schema.ts'
import { seesRequest, sightOf, type Sight } from './sight.ts'
import { findRequest, requestsOf, type StoredRequest } from './store.ts'
import { briefsOf, letterHash, requestView } from './view.ts'
import { knownFor, type Known } from './ways.ts'

const tags = ['permissions']
const refusals = { '4xx': refusalSchema } as const

/** Requests for permission and for advance opinions, and rulings that know a member's permissions. */
export function requestRoutes(app: App): void {
  const blobs = openBlobs(app.house.blobsFolder)

  app.get(
    '/api/requests',
    {
      config: { action: 'requests.see' },
      schema: {
        operationId: 'listRequests',
        tags,
        summary:
          'Requests that I wrote, that lie with me, that name me, or of those whose chain leads over me',
        querystring: requestsQuerySchema,
        response: { 200: requestsSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agencyId } = caller.agency
      const { query } = request
      const { sight } = await look(caller, app.clock())
      const ids = await idsSeen(caller, sight, query)
      const items = await requestsOf(caller.db, agencyId, ids.slice(0, query.limit))
      const next = ids.length > query.limit ? (ids[query.limit - 1] ?? null) : null
      return { items: await briefsOf(caller.db, agencyId, items), next }
    },
  )

  app.post(
    '/api/requests',
    {
      config: { action: 'requests.ask' },
      schema: {
        operationId: 'askRequest',
        tags,
        summary: 'Begin a request for permission, or for an advance opinion, as a draft',
        body: askSchema,
        response: { 200: movedSchema, ...refusals },
      },
    },
    (request) => {
      const { db, agency } = memberOf(request)
      return askRequest(db, agency, madeBy(request, 'requests.ask', request.body), request.body)
    },
  )

  app.get(
    '/api/requests/:id',
    {
      config: { action: 'requests.see' },
      schema: {
        operationId: 'seeRequest',
        tags,
        summary: 'One request: what is asked, its desks, consents and history, and what I may do',
        params: requestIdSchema,
        response: { 200: requestSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { found, known } = await seen(caller, request.params.id, app.clock())
      return await requestView(db, agency, found, member.memberId, app.clock(), known)
    },
  )

  app.put(
    '/api/requests/:id',
    {
      config: { action: 'requests.edit' },
      schema: {
        operationId: 'editRequest',
        tags,
        summary: 'Change a draft or a returned request; consents to the old words are void',
        params: requestIdSchema,
        body: editSchema,
        response: { 200: movedSchema, ...refusals },
      },
    },
    (request) => {
      const { db, agency } = memberOf(request)
      const { id } = request.params
      return editRequest(
        db,
        agency,
        madeBy(request, 'requests.edit', { id, ...request.body }),
        id,
        request.body,
      )
    },
  )

  app.post(
    '/api/requests/:id/move',
    {
      config: { action: 'requests.move' },
      schema: {
        operationId: 'moveRequest',
        tags,
        summary:
          'Submit, endorse, approve, return, disapprove, appeal, withdraw: what the table of moves allows',
        params: requestIdSchema,
        body: moveSchema,
        response: { 200: movedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await seen(caller, id, app.clock())
      const made = madeBy(request, `requests.${request.body.move}`, { id, ...request.body })
      return await moveRequest(caller.db, caller.agency, blobs, made, id, request.body)
    },
  )

  app.post(
    '/api/requests/:id/consent',
    {
      config: { action: 'requests.consent' },
      schema: {
        operationId: 'consentToRequest',
        tags,
        summary: 'Agree or refuse to be shown or told of',
        params: requestIdSchema,
        body: consentSchema,
        response: { 200: movedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const { agrees, version, remarks } = request.body
      await seen(caller, id, app.clock())
      const move = agrees ? 'consent' : 'refuse'
      const made = madeBy(request, `requests.${move}`, { id, ...request.body })
      return await moveRequest(caller.db, caller.agency, blobs, made, id, { move, version, remarks })
    },
  )

  app.get(
    '/api/requests/:id/letter.pdf',
    {
      config: { action: 'requests.see' },
      schema: {
        operationId: 'requestLetter',
        tags,
        summary: 'The letter of the decision, PDF/A',
        params: requestIdSchema,
        produces: ['application/pdf'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { found } = await seen(caller, request.params.id, app.clock())
      const { requestId, state } = found
      const hash = await letterHash(caller.db, caller.agency.agencyId, requestId)
      if (hash === undefined) throw noLetter(isDecided(state))
      return reply.type('application/pdf').send(Buffer.from(await blobs.get(hash)))
    },
  )
}

/** Why a decision has no letter. */
export function noLetter(isItDecided: boolean): Refusal {
  return isItDecided
    ? new Refusal(
        'unavailable',
        'letters cannot be set on this machine (Typst is not made for it); the decision itself stands in the ledger',
      )
    : new Refusal('notFound', 'it is not decided, so there is no letter')
}

/** What a caller is tied to at this moment, and the chart that says so. */
export async function look(
  caller: MemberCaller,
  at: string,
  action: 'requests.see' | 'permissions.see' = 'requests.see',
): Promise<{ sight: Sight; known: Known }> {
  const { agency, member } = caller
  const known = await knownFor(caller)
  const settings = await known.orderAt(at).then(
    (adopted) => adopted.settings,
    (error: unknown) => {
      // Before the first order there is something to see, too.
      if (error instanceof Refusal) return undefined
      throw error
    },
  )
  const sight = sightOf(known.chart, member, action, settings, dayIn(agency.zone, at))
  return { sight, known }
}

/** A request that the caller may see; for anybody else there is none. */
export async function seen(
  caller: MemberCaller,
  requestId: string,
  at: string,
): Promise<{ found: StoredRequest; known: Known }> {
  const { db, agency } = caller
  const { sight, known } = await look(caller, at)
  const found = await findRequest(db, agency.agencyId, requestId, (row) => seesRequest(sight, row))
  return { found, known }
}

type Query = z.infer<typeof requestsQuerySchema>

/** The ids a caller may see, the newest first, one more than asked for. */
async function idsSeen(caller: MemberCaller, sight: Sight, query: Query): Promise<string[]> {
  let select = caller.db
    .selectFrom('request')
    .select('requestId')
    .where('agencyId', '=', caller.agency.agencyId)
    .where((row) => seesRequest(sight, row))
    .orderBy('requestId', 'desc')
    .limit(query.limit + 1)
  if (query.whose === 'mine') select = select.where('author', '=', sight.memberId)
  if (query.state !== undefined) select = select.where('state', '=', query.state)
  if (query.matter !== undefined) select = select.where('matter', '=', query.matter)
  if (query.after !== undefined) select = select.where('requestId', '<', query.after)
  return (await select.execute()).map(({ requestId }) => requestId)
}
