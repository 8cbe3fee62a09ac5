import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { dayIn } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import { rolesOf } from './chain.ts'
import { demoMembersSchema, demoSignInSchema, signedInSchema } from './session-schema.ts'
import { signIn } from './begin.ts'
import { chartOf, everyMember, findMember } from './store.ts'

/** Sign-in by choosing a name; these routes exist in a demonstration only. */
export function demoRoutes(app: App): void {
  app.get(
    '/api/demo/members',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'demoMembers',
        tags: ['demo'],
        summary: 'The people of the demonstration, and its made-up networks',
        response: { 200: demoMembersSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const on = dayIn(agency.zone, app.clock())
      const [chart, people] = await Promise.all([
        chartOf(db, agency.agencyId),
        everyMember(db, agency.agencyId),
      ])
      const items = people
        .filter((one) => one.to === null || on < one.to)
        .map((one) => ({
          memberId: one.memberId,
          name: one.name,
          rank: one.rank,
          roles: [...rolesOf(chart, one, on)],
        }))
      return { items, networks: [...app.house.beside] }
    },
  )
  app.post(
    '/api/demo/sign-in',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'demoSignIn',
        tags: ['demo'],
        summary: 'Sign in as somebody of the demonstration',
        body: demoSignInSchema,
        response: { 200: signedInSchema, '4xx': refusalSchema },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const member = await findMember(db, agency.agencyId, request.body.memberId)
      if (member.to !== null && member.to <= dayIn(agency.zone, app.clock()))
        throw new Refusal('unauthorized', `${member.name} no longer serves`)
      return await signIn(request, reply, member.memberId, 'demo')
    },
  )
}
