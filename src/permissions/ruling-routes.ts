import { memberOf } from '../members/caller.ts'
import { Refusal } from '../platform/refusal.ts'
import { refusalSchema, type App } from '../platform/http.ts'
import { readAct } from '../policy/read-act.ts'
import { actOf } from './content.ts'
import { judgeFor } from './covering.ts'
import { seen } from './routes.ts'
import { requestIdSchema, rulingAskSchema, rulingSchema } from './schema.ts'
import { orderInForce } from './ways.ts'

const tags = ['permissions']
const refusals = { '4xx': refusalSchema } as const

/** What the order says: of an act of one's own, and of what somebody asks for. */
export function rulingRoutes(app: App): void {
  app.post(
    '/api/rulings',
    {
      config: { action: 'rulings.ask' },
      schema: {
        operationId: 'judge',
        tags,
        summary: 'What the order says of an act of mine, with the permissions that cover it',
        body: rulingAskSchema,
        response: { 200: rulingSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const adopted = await orderInForce(db, agency.agencyId, app.clock())
      const read = readAct({ on: app.clock(), ...request.body }, adopted.order.vocabulary)
      const [problem] = read.problems ?? []
      if (!read.act) throw new Refusal('malformed', `${problem?.at}: ${problem?.problem}`)
      return await judgeFor(db, agency, member.memberId, read.act)
    },
  )

  app.get(
    '/api/requests/:id/ruling',
    {
      config: { action: 'requests.see' },
      schema: {
        operationId: 'requestRuling',
        tags,
        summary:
          'What the order says of what is asked, for whoever may see the request; its author stands for the act',
        params: requestIdSchema,
        response: { 200: rulingSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { found } = await seen(caller, request.params.id, app.clock())
      const { requestId, content, author, consents } = found
      const act = actOf(content, requestId, content.from)
      const given = consents.flatMap(({ memberId, answer }) =>
        answer === null ? [] : [{ member: memberId, given: answer === 'agrees' }],
      )
      return await judgeFor(caller.db, caller.agency, author, { ...act, consents: given })
    },
  )
}
