import { z } from 'zod'
import type { Action } from '../members/access.ts'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { demand } from '../members/may.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { closeReport, reportsOf } from './impostors.ts'
import { handleReportSchema, reportsQuerySchema, reportsSchema } from './schema.ts'
import { isAdministrator } from './store.ts'

const tags = ['accounts']
const refusals = { '4xx': refusalSchema } as const

/** What residents reported of pages that are not the department's, and what became of it. */
export function impostorRoutes(app: App): void {
  app.get(
    '/api/impostors',
    {
      config: { action: 'impostors.see' },
      schema: {
        operationId: 'listImpostorReports',
        tags,
        summary: 'Reports of false pages, the newest first',
        querystring: reportsQuerySchema,
        response: { 200: reportsSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      await tied(caller, 'impostors.see')
      return await reportsOf(caller.db, caller.agency.agencyId, request.query)
    },
  )

  app.post(
    '/api/impostors/:id/close',
    {
      config: { action: 'impostors.close' },
      schema: {
        operationId: 'closeImpostorReport',
        tags,
        summary: 'Close a report with what was found or done',
        params: z.object({ id: z.uuid() }),
        body: handleReportSchema,
        response: { 200: z.object({ reportId: z.string(), version: z.number() }), ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await tied(caller, 'impostors.close')
      const made = madeBy(request, 'impostors.close', { id, ...request.body })
      return await closeReport(caller.db, made, id, request.body)
    },
  )
}

async function tied(caller: MemberCaller, action: Action): Promise<void> {
  const { db, agency, member } = caller
  const assigned = await isAdministrator(db, agency.agencyId, null, member.memberId)
  demand(caller, action, { assigned })
}
