import { madeBy, memberOf } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { remindersOf } from './acknowledge-store.ts'
import { acknowledge, answer, everybody, mine } from './acknowledge.ts'
import { newestOrder } from './adopted.ts'
import { remind, visibleTo } from './reminders.ts'
import {
  acknowledgedSchema,
  acknowledgementSchema,
  acknowledgementsQuery,
  acknowledgementsSchema,
  acknowledgeSchema,
  answersSchema,
  markedSchema,
  remindedSchema,
  remindSchema,
} from './schema.ts'
import { versionBrief } from './version-brief.ts'

const tags = ['acknowledgement']

export function acknowledgementRoutes(app: App, shelf: string): void {
  app.get(
    '/api/acknowledgement',
    {
      config: { action: 'acknowledgement.give' },
      schema: {
        operationId: 'myAcknowledgement',
        tags,
        summary: 'The version I am to know: what changed since mine, my questions, my attempts',
        response: { 200: acknowledgementSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const at = app.clock()
      const { order, ...rest } = await mine(caller, at, shelf)
      if (!order) return { ...rest, version: null }
      const { db, agency } = caller
      return { ...rest, version: await versionBrief(db, agency, dayIn(agency.zone, at), order.versionId) }
    },
  )

  app.post(
    '/api/acknowledgement/answers',
    {
      config: { action: 'acknowledgement.give' },
      schema: {
        operationId: 'answerQuestions',
        tags,
        summary: 'Answer the questions of one attempt; each answer is explained by citation',
        body: answersSchema,
        response: { 200: markedSchema, '4xx': refusalSchema },
      },
    },
    (request) =>
      answer(
        memberOf(request).db,
        madeBy(request, 'acknowledgement.answer', request.body),
        request.body,
        shelf,
      ),
  )

  app.post(
    '/api/acknowledgement',
    {
      config: { action: 'acknowledgement.give' },
      schema: {
        operationId: 'acknowledge',
        tags,
        summary: 'Acknowledge the version that I read and was asked about',
        body: acknowledgeSchema,
        response: { 200: acknowledgedSchema, '4xx': refusalSchema },
      },
    },
    (request) =>
      acknowledge(
        memberOf(request).db,
        madeBy(request, 'acknowledgement.give', request.body),
        request.body,
        shelf,
      ),
  )

  app.get(
    '/api/acknowledgements',
    {
      config: { action: 'acknowledgements.see' },
      schema: {
        operationId: 'listAcknowledgements',
        tags,
        summary: 'Who of my chain (an administrator: of everybody) has acknowledged, by name',
        querystring: acknowledgementsQuery,
        response: { 200: acknowledgementsSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const at = app.clock()
      const order = await newestOrder(db, agency.agencyId)
      if (!order) return { version: null, total: 0, acknowledged: 0, overdue: 0, items: [], next: null }
      const { after, limit, only } = request.query
      const all = await visibleTo(caller, await everybody(db, agency, order, at), at)
      const reminded = await remindersOf(db, agency.agencyId, order.versionId)
      const wanted = all
        .filter((one) =>
          only === 'acknowledged'
            ? one.acknowledgedAt !== null
            : only === 'overdue'
              ? one.overdueDays > 0
              : only === 'open'
                ? one.acknowledgedAt === null
                : true,
        )
        .map((one) => ({ ...one, cursor: cursorOf(one) }))
        .toSorted((a, b) => (a.cursor < b.cursor ? -1 : 1))
        .filter(({ cursor }) => after === undefined || cursor > read(after))
      const items = wanted.slice(0, limit).map(({ cursor: _cursor, from: _from, ...one }) => ({
        ...one,
        remindedAt: reminded.get(one.memberId)?.at ?? null,
      }))
      const last = wanted[limit - 1]
      return {
        version: await versionBrief(db, agency, dayIn(agency.zone, at), order.versionId),
        total: all.length,
        acknowledged: all.filter((one) => one.acknowledgedAt !== null).length,
        overdue: all.filter((one) => one.overdueDays > 0).length,
        items,
        next: wanted.length > limit && last ? Buffer.from(last.cursor).toString('base64url') : null,
      }
    },
  )

  app.post(
    '/api/acknowledgements/remind',
    {
      config: { action: 'acknowledgements.remind' },
      schema: {
        operationId: 'remindAcknowledgements',
        tags,
        summary:
          'Remind those of my chain who have not acknowledged: an entry that waits for them, no e-mail',
        body: remindSchema,
        response: { 200: remindedSchema, '4xx': refusalSchema },
      },
    },
    (request) =>
      remind(
        memberOf(request),
        madeBy(request, 'acknowledgements.remind', request.body),
        request.body.memberIds,
      ),
  )
}

function cursorOf({ name, memberId }: { name: string; memberId: string }): string {
  return `${name.toLowerCase()}\n${memberId}`
}

function read(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString()
}
