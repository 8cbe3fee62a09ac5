import type { FastifyRequest } from 'fastify'
import { isAdministrator } from '../../accounts/store.ts'
import { madeBy, memberOf, type MemberCaller } from '../../members/caller.ts'
import { demand } from '../../members/may.ts'
import { chartOf } from '../../members/store.ts'
import { orderInForce } from '../../permissions/ways.ts'
import { openBlobs } from '../../platform/blobs.ts'
import { dayIn } from '../../platform/day.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { approversOn, postGroundOf } from '../seats.ts'
import { certainties, severities, urgencies } from './cap.ts'
import { checkedFields } from './content.ts'
import { mapWords, noticeMap } from './map-picture.ts'
import { editNotice, moveNotice, writeNotice, type Sending } from './moving.ts'
import {
  mapAskSchema,
  mapDrawnSchema,
  noticeBodySchema,
  noticeCheckSchema,
  noticeEditSchema,
  noticeIdSchema,
  noticeListAskSchema,
  noticeListSchema,
  noticeMovedSchema,
  noticeMoveSchema,
  noticeViewSchema,
  reviewFiguresSchema,
  templatesSchema,
  wordsAskSchema,
  wordsSchema,
} from './schema.ts'
import { findNotice } from './store.ts'
import { kinds, templates } from './templates.ts'
import { townMapOf } from './town-map.ts'
import { checkNotice, noticeList, noticeView, reviewFigures } from './view.ts'
import { wordsOf } from './wording.ts'

const tags = ['notices']
const refusals = { '4xx': refusalSchema } as const

/** Whoever runs a page, and whoever approves official posts, is tied to every notice; its author to their own. */
export async function tieTo(
  caller: MemberCaller,
  at: string,
  author?: string,
): Promise<{ assigned: boolean; own: boolean }> {
  const { db, agency, member } = caller
  const own = author === member.memberId
  if (await isAdministrator(db, agency.agencyId, null, member.memberId)) return { assigned: true, own }
  const approvers = approversOn(await chartOf(db, agency.agencyId), dayIn(agency.zone, at))
  return { assigned: approvers.has(member.memberId), own }
}

/** What sending needs, for a request that came by this host. */
export function sendingOf({ server }: FastifyRequest, host: string): Sending {
  const { house } = server
  return {
    networks: house.networks,
    blobs: openBlobs(house.blobsFolder),
    origin: `${house.isTls ? 'https' : 'http'}://${host}`,
  }
}

/** Notices and outreach: templates, drafts, moves, checks, figures of reviews. */
export function noticeRoutes(app: App): void {
  readingRoutes(app)
  formRoutes(app)

  app.post(
    '/api/notices',
    {
      config: { action: 'notices.write' },
      schema: {
        operationId: 'writeNotice',
        tags,
        summary: 'Begin a notice, a draft',
        body: noticeBodySchema,
        response: { 200: noticeMovedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'notices.write', await tieTo(caller, app.clock()))
      const { content } = request.body
      const made = madeBy(request, 'notices.write', request.body)
      return await writeNotice(caller.db, caller.agency, made, content)
    },
  )

  app.put(
    '/api/notices/:id',
    {
      config: { action: 'notices.write' },
      schema: {
        operationId: 'editNotice',
        tags,
        summary: 'Give a notice other words; what is before the public stays until somebody says yes',
        params: noticeIdSchema,
        body: noticeEditSchema,
        response: { 200: noticeMovedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = await seen(request, request.params.id, 'notices.write')
      const made = madeBy(request, 'notices.edit', { noticeId: request.params.id, ...request.body })
      return await editNotice(caller.db, caller.agency, made, request.params.id, request.body)
    },
  )

  app.post(
    '/api/notices/:id/move',
    {
      config: { action: 'notices.move' },
      schema: {
        operationId: 'moveNotice',
        tags,
        summary: 'Submit, approve, sign, cancel, find, review: what the table of moves lets this member do',
        params: noticeIdSchema,
        body: noticeMoveSchema,
        response: { 200: noticeMovedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = await seen(request, request.params.id, 'notices.move')
      const { id } = request.params
      const made = madeBy(request, `notices.${request.body.move}`, { noticeId: id, ...request.body })
      const sending = sendingOf(request, request.host)
      const moved = await moveNotice(caller.db, caller.agency, sending, made, id, request.body)
      void app.deliverSoon(caller.agency)
      return moved
    },
  )
}

function readingRoutes(app: App): void {
  app.get(
    '/api/notices',
    {
      config: { action: 'notices.see' },
      schema: {
        operationId: 'notices',
        tags,
        summary: 'Notices in force, coming, drafts, or what is over, the newest first',
        querystring: noticeListAskSchema,
        response: { 200: noticeListSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'notices.see', await tieTo(caller, app.clock()))
      return await noticeList(caller.db, caller.agency.agencyId, request.query, app.clock())
    },
  )

  app.get(
    '/api/notices/reviews',
    {
      config: { action: 'notices.see' },
      schema: {
        operationId: 'noticeReviews',
        tags,
        summary: 'How often one signed alone, and what became of the reviews',
        response: { 200: reviewFiguresSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'notices.see', await tieTo(caller, app.clock()))
      return await reviewFigures(caller.db, caller.agency.agencyId, app.clock())
    },
  )

  app.get(
    '/api/notices/:id',
    {
      config: { action: 'notices.see' },
      schema: {
        operationId: 'notice',
        tags,
        summary: 'One notice: its words, what is out, its moves, its pages',
        params: noticeIdSchema,
        response: { 200: noticeViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params
      const { db, agency, member } = await seen(request, id, 'notices.see')
      const { networks, origin } = sendingOf(request, request.host)
      return await noticeView(db, agency, id, member.memberId, { networks, origin, at: app.clock() })
    },
  )
}

/** What the form of a notice asks for while it is filled in. */
function formRoutes(app: App): void {
  app.get(
    '/api/notices/templates',
    {
      config: { action: 'notices.see' },
      schema: {
        operationId: 'noticeTemplates',
        tags,
        summary: 'The templates, with their fields and the provisions that recognise each use',
        response: { 200: templatesSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      demand(caller, 'notices.see', await tieTo(caller, app.clock()))
      const { order } = await orderInForce(caller.db, caller.agency.agencyId, app.clock())
      return {
        templates: kinds.map((kind) => {
          const { title, isTimeSensitive, severity, urgency, certainty, hours, fields, fact } =
            templates[kind]
          const recognised = order.provisions
            .filter(({ rules }) =>
              rules.some(
                ({ when, outcome }) =>
                  outcome === 'clear' && [...when.facts].some(({ name }) => name === fact),
              ),
            )
            .map(({ citation, gist }) => ({ citation, gist }))
          return {
            kind,
            title,
            isTimeSensitive,
            severity,
            urgency,
            certainty,
            hours,
            fields: [...fields].map(({ choices, ...field }) => ({
              ...field,
              ...(choices ? { choices: [...choices] } : {}),
            })),
            recognised,
          }
        }),
        severities: [...severities],
        urgencies: [...urgencies],
        certainties: [...certainties],
      }
    },
  )

  app.post(
    '/api/notices/words',
    {
      config: { action: 'notices.write', asFound: true },
      schema: {
        operationId: 'noticeWords',
        tags,
        summary: 'The words that a template makes of its fields, in English and Spanish; nothing is kept',
        body: wordsAskSchema,
        response: { 200: wordsSchema, ...refusals },
      },
    },
    (request) => {
      const { agency } = memberOf(request)
      const { kind, fields, area, expires } = request.body
      const say = (language: 'en' | 'es'): ReturnType<typeof wordsOf> =>
        wordsOf(kind, fields, language, { zone: agency.zone, area: area[language], expires })
      return { en: say('en'), es: say('es') }
    },
  )

  app.post(
    '/api/notices/check',
    {
      config: { action: 'notices.write', asFound: true },
      schema: {
        operationId: 'checkNotice',
        tags,
        summary: 'What a notice lacks, how each page would say it, what the order says; nothing is kept',
        body: noticeBodySchema,
        response: { 200: noticeCheckSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const at = app.clock()
      demand(caller, 'notices.write', await tieTo(caller, at))
      const content = checkedFields(request.body.content)
      if (typeof content === 'string') throw new Refusal('malformed', content)
      const ground = await postGroundOf(db, agency, at)
      const { networks, origin } = sendingOf(request, request.host)
      const checking = { networks, origin, at, author: member.memberId }
      return await checkNotice(db, agency, content, ground, checking, { noticeId: newId(), isUpdate: false })
    },
  )

  app.post(
    '/api/notices/map',
    {
      config: { action: 'notices.write', asFound: true },
      schema: {
        operationId: 'drawNoticeMap',
        tags,
        summary: 'The area of a notice on the town’s map, and in words; nothing is kept',
        body: mapAskSchema,
        response: { 200: mapDrawnSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { area, language } = request.body
      const town = await townMapOf(db, agency.agencyId)
      return { svg: noticeMap(area, town, language) ?? null, words: mapWords(area, town, language) }
    },
  )
}

/** A caller who may do this with this notice; to anybody else it does not exist. */
async function seen(
  request: FastifyRequest,
  noticeId: string,
  action: 'notices.see' | 'notices.write' | 'notices.move',
): Promise<MemberCaller> {
  const caller = memberOf(request)
  const { author } = await findNotice(caller.db, caller.agency.agencyId, noticeId)
  demand(caller, action, await tieTo(caller, request.server.clock(), author))
  return caller
}
