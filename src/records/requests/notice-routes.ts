import { z } from 'zod'
import { madeBy, memberOf } from '../../members/caller.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { moveNotice, notify, objectTo } from './notices.ts'
import {
  noticeDoneSchema,
  noticeMoveSchema,
  noticesSchema,
  notifySchema,
  objectSchema,
} from './notice-schema.ts'
import { idSchema } from './schema.ts'
import { noticesShown } from './view.ts'

const tags = ['records requests']
const refusals = { '4xx': refusalSchema } as const
const noticeIdSchema = z.object({ noticeId: z.uuid() })

/** Notices to people whose file is asked for, and their objections. */
export function noticeRoutes(app: App): void {
  app.post(
    '/api/records-requests/:id/notices',
    {
      config: { action: 'records-requests.move' },
      schema: {
        operationId: 'notifyOfRecordsRequest',
        tags,
        summary:
          'Tells somebody employed here that records of their file are asked for, and bars these until then',
        params: idSchema,
        body: notifySchema,
        response: { 200: noticeDoneSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { id } = request.params
      const made = madeBy(request, 'records-requests.notify', { id, ...request.body })
      return await notify(db, agency, made, id, request.body)
    },
  )

  app.get(
    '/api/records-notices',
    {
      config: { action: 'records-notices.see' },
      schema: {
        operationId: 'listMyRecordsNotices',
        tags,
        summary: 'Notices to me: records of my file that somebody asked for',
        response: { 200: noticesSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const notices = await db
        .selectFrom('recordsNotice')
        .selectAll()
        .where('agencyId', '=', agency.agencyId)
        .where('memberId', '=', member.memberId)
        .orderBy('noticeId', 'desc')
        .limit(100)
        .execute()
      return { items: await noticesShown(db, agency, notices, app.clock(), member.memberId) }
    },
  )

  app.post(
    '/api/records-notices/:noticeId/object',
    {
      config: { action: 'records-notices.object' },
      schema: {
        operationId: 'objectToRelease',
        tags,
        summary: 'Object to the disclosure of my file, signed under the law’s statement, within its days',
        params: noticeIdSchema,
        body: objectSchema,
        response: { 200: noticeDoneSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { noticeId } = request.params
      const made = madeBy(request, 'records-requests.object', { noticeId, ...request.body })
      return await objectTo(db, agency, made, noticeId, request.body)
    },
  )

  app.post(
    '/api/records-notices/:noticeId/move',
    {
      config: { action: 'records-requests.move' },
      schema: {
        operationId: 'moveRecordsNotice',
        tags,
        summary:
          'Puts down when a notice was received, that an objection was taken back, or that disclosure was ordered',
        params: noticeIdSchema,
        body: noticeMoveSchema,
        response: { 200: noticeDoneSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { noticeId } = request.params
      const made = madeBy(request, 'records-requests.notice', { noticeId, ...request.body })
      return await moveNotice(db, agency, made, noticeId, request.body)
    },
  )
}
