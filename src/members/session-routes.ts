import type { FastifyRequest } from 'fastify'
import { command } from '../ledger/command.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { madeBy, memberOf, type Caller } from './caller.ts'
import { takeCookie } from './cookie.ts'
import { providerNameOf } from './oidc.ts'
import { demoRoutes } from './demo-routes.ts'
import { doneSchema, sessionSchema, type Session } from './session-schema.ts'
import { endSessions } from './session.ts'

/** The session itself: what it is, and its end. How one begins stands beside, a file for each way. */
export function sessionRoutes(app: App): void {
  app.get(
    '/api/session',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'session',
        tags: ['session'],
        summary: 'Who I am here, if anybody',
        response: { 200: sessionSchema, '4xx': refusalSchema },
      },
    },
    (request) => sessionOf(request),
  )
  app.post(
    '/api/sign-out',
    {
      config: { action: 'session.end' },
      schema: {
        operationId: 'signOut',
        tags: ['session'],
        summary: 'End my session',
        response: { 200: doneSchema, '4xx': refusalSchema },
      },
    },
    async (request, reply) => {
      const { agency, db, member, session } = memberOf(request)
      const made = madeBy(request, 'session.end', null)
      await command(db, made, async (tx, record) => {
        if (session)
          await endSessions(tx, agency.agencyId, {
            memberId: member.memberId,
            sessionId: session.sessionId,
            at: made.at,
          })
        await record({ subject: member.memberId, body: { sessionId: session?.sessionId ?? null } })
        return null
      })
      takeCookie(reply)
      return { done: true } as const
    },
  )
  if (app.house.demo) demoRoutes(app)
}

async function sessionOf(request: FastifyRequest): Promise<Session> {
  const { agency, member, session, db, ended }: Caller = request.caller
  const { agencyId, name, zone } = agency
  const oidc = await providerNameOf(db, agencyId)
  return {
    agency: { agencyId, name, zone },
    demo: request.server.house.demo,
    oidc,
    member: member ? { ...member, roles: [...member.roles] } : null,
    session: session ?? null,
    ended: ended ?? null,
    now: request.server.clock(),
  }
}
