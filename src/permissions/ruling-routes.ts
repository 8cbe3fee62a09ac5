import { memberOf, type MemberCaller } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { readAct } from '../policy/read-act.ts'
import { actOf } from './content.ts'
import { judgeFor, type Shown } from './covering.ts'
import { opinionsTo } from './opinions.ts'
import { permissionsOf } from './register.ts'
import { look, seen } from './routes.ts'
import { opinionsSchema, requestIdSchema, rulingAskSchema, rulingSchema } from './schema.ts'
import { seesPermission } from './sight.ts'
import type { StoredRequest } from './store.ts'
import { groundOf, orderInForce, type Known } from './ways.ts'

const tags = ['permissions']
const refusals = { '4xx': refusalSchema } as const
/** Of more, the newest are listed. */
const mostOpinions = 200

/** What the order says: of an act of one's own, and of what somebody asks for. */
export function rulingRoutes(app: App): void {
  app.post(
    '/api/rulings',
    {
      config: { action: 'rulings.ask', asFound: true },
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
    '/api/opinions',
    {
      config: { action: 'rulings.ask' },
      schema: {
        operationId: 'myOpinions',
        tags,
        summary: 'What I was told in advance, the newest first, so that a draft need not be sent to know it',
        response: { 200: opinionsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      return { items: await opinionsTo(db, agency.agencyId, member.memberId, mostOpinions) }
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
      const { found, known } = await seen(caller, request.params.id, app.clock())
      const { requestId, content, author, consents } = found
      const act = actOf(content, requestId, content.from)
      const given = consents.flatMap(({ memberId, answer }) =>
        answer === 'agrees' || answer === 'refuses' ? [{ member: memberId, given: answer === 'agrees' }] : [],
      )
      const shown = await shownTo(caller, found, known, app.clock())
      return await judgeFor(caller.db, caller.agency, author, { ...act, consents: given }, shown)
    },
  )
}

/**
 * What else the author was permitted or told is for the author, for whoever gives this, and for those who may see it
 * in the register; a colleague who is named learns nothing of it.
 */
async function shownTo(
  caller: MemberCaller,
  request: StoredRequest,
  known: Known,
  at: string,
): Promise<Shown> {
  const { db, agency, member } = caller
  const { author, desks, state } = request
  const { memberId } = member
  const { seats } = await groundOf(db, agency, request, at, known)
  const { sight } = await look(caller, at, 'permissions.see')
  const givers = desks.filter(({ does }) => does === 'decide').flatMap((desk) => seats.at(desk))
  const isPrivy =
    memberId === author ||
    sight.isAll ||
    sight.below.includes(author) ||
    givers.some((giver) => giver.memberId === memberId) ||
    (state === 'on-appeal' && seats.appeal === memberId) ||
    (state === 'with-counsel' && seats.counsel === memberId)
  if (isPrivy) return { opinions: true, permission: () => true }
  const when = { at, day: dayIn(agency.zone, at) }
  const items = await permissionsOf(db, agency.agencyId, when, author, seesPermission(sight))
  const visible = new Set(items.map(({ permissionId }) => permissionId))
  return { opinions: false, permission: (permissionId) => visible.has(permissionId) }
}
