import { madeBy, memberOf } from '../members/caller.ts'
import { demand, may } from '../members/may.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { appealsSeen } from './appeal-list.ts'
import { decideAppeal } from './appeals.ts'
import { carryingOut } from './house.ts'
import { hearersAt, sightOf } from './offices.ts'
import {
  appealDecidedSchema,
  appealsQuerySchema,
  appealsSchema,
  decideAppealSchema,
  idSchema,
} from './schema.ts'

const tags = ['appeals']
const refusals = { '4xx': refusalSchema } as const

/** Appeals of writers whose comments were hidden, or who were blocked. */
export function appealRoutes(app: App): void {
  app.get(
    '/api/appeals',
    {
      config: { action: 'appeals.see' },
      schema: {
        operationId: 'listAppeals',
        tags,
        summary: 'Appeals against a hiding or a block, the newest first',
        querystring: appealsQuerySchema,
        response: { 200: appealsSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const hearers = await hearersAt(caller.db, caller.agency, app.clock())
      const isHearer = may(caller, 'appeals.decide', { assigned: hearers.includes(caller.member.memberId) })
      return await appealsSeen(caller, await sightOf(caller), isHearer, request.query)
    },
  )

  app.post(
    '/api/appeals/:id/decide',
    {
      config: { action: 'appeals.decide' },
      schema: {
        operationId: 'decideAppeal',
        tags,
        summary: 'Uphold or restore, with a reason; never by whoever had a part in what is appealed',
        params: idSchema,
        body: decideAppealSchema,
        response: { 200: appealDecidedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { id } = request.params
      const hearers = await hearersAt(db, agency, app.clock())
      demand(caller, 'appeals.decide', { assigned: hearers.includes(member.memberId) })
      const actor = { memberId: member.memberId, offices: new Set(['appeal'] as const) }
      const made = madeBy(request, `appeals.${request.body.outcome}`, { id, ...request.body })
      const house = carryingOut(app, request.host)
      const decided = await decideAppeal(db, house, agency, made, actor, id, request.body)
      void app.deliverSoon(agency)
      return decided
    },
  )
}
