import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { command } from '../ledger/command.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { placeOf, signIn } from './begin.ts'
import { madeInSecret } from './caller.ts'
import {
  comeBack,
  goingSchema,
  goTo,
  memberVouched,
  providerNameOf,
  providerOf,
  setProvider,
} from './oidc.ts'
import { doneSchema, oidcFormSchema } from './session-schema.ts'
import { confirmSession } from './session.ts'
import type { Trying } from './sign-in.ts'
import { giveTicket, takeTicket } from './ticket.ts'

const tags = ['session']
const refused = { '4xx': refusalSchema }
const stateCookie = 'decorum-going'

/** Why somebody goes there, and to which page of ours they come back; nobody is sent on to another site. */
const goingFormSchema = z.strictObject({
  confirm: z.stringbool().default(false),
  to: z
    .string()
    .max(2_000)
    .regex(/^\/(?:[\x20-.0-[\]-~][\x20-~]*)?$/, 'is no page of this site')
    .default('/'),
})

/** Sign-in by the agency's own service: the browser goes there and comes back with a code. */
export function oidcRoutes(app: App): void {
  app.get(
    '/api/sign-in/oidc',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'goToOidc',
        tags,
        summary: 'Go to the agency’s own sign-in service',
        querystring: goingFormSchema,
        response: { 302: z.null().describe('a redirect'), ...refused },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const provider = await providerOf(db, agency.agencyId, app.house.seal)
      if (!provider) throw new Refusal('notFound', 'this agency has no sign-in service of its own')
      const state = newId()
      const { href, going } = await goTo(provider, returnOf(request), state, request.query)
      const ticket = await giveTicket(db, agency.agencyId, {
        purpose: 'oidc',
        memberId: null,
        holds: JSON.stringify(going),
        at: app.clock(),
      })
      // Only the browser that went may come back: the state is useless without its cookie.
      reply.setCookie(stateCookie, `${state}.${ticket}`, {
        path: '/api/sign-in/oidc',
        httpOnly: true,
        sameSite: 'lax',
        secure: app.house.isTls,
        maxAge: 300,
      })
      return reply.redirect(href, 303)
    },
  )
  app.get(
    '/api/sign-in/oidc/return',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'comeBackFromOidc',
        tags,
        summary: 'Come back from it; a browser is sent to where it was, or to sign-in with the reason',
        querystring: z.looseObject({}),
        response: { 302: z.null().describe('a redirect'), ...refused },
      },
    },
    async (request, reply) => {
      try {
        return await back(request, reply)
      } catch (error) {
        request.log.warn({ err: error }, 'sign-in by the agency’s own service failed')
        const because = error instanceof Refusal ? error.code : 'refused'
        return reply.redirect(`/sign-in?oidc=${because}`, 303)
      }
    },
  )
  app.put(
    '/api/oidc',
    {
      config: { action: 'oidc.change', confirm: true },
      schema: {
        operationId: 'setOidc',
        tags: ['settings'],
        summary: 'The agency’s own sign-in service; null ends it',
        body: oidcFormSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const made = madeInSecret(request, 'oidc.change')
      await command(db, made, async (tx, record) => {
        await setProvider(tx, record, agency.agencyId, app.house.seal, request.body.provider ?? undefined)
        return null
      })
      providerNameOf.forget()
      return { done: true } as const
    },
  )
}

function returnOf(request: FastifyRequest): string {
  return `${placeOf(request).origin}/api/sign-in/oidc/return`
}

async function back(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { agency, db, member, session } = request.caller
  const { agencyId } = agency
  const { server } = request
  const at = server.clock()
  const [state = '', ticket = ''] = (request.cookies[stateCookie] ?? '').split('.')
  reply.clearCookie(stateCookie, { path: '/api/sign-in/oidc' })
  const { holds } = await takeTicket(db, agencyId, ticket, 'oidc', at)
  const going = goingSchema.parse(JSON.parse(holds))
  const provider = await providerOf(db, agencyId, server.house.seal)
  if (!provider) throw new Refusal('notFound', 'this agency has no sign-in service of its own')
  const address = new URL(request.url.slice(request.url.indexOf('?')), returnOf(request))
  const vouched = await comeBack(provider, address, state, going)
  const made = { agencyId, by: 'visitor', key: newId(), name: 'session.try', at, input: null }
  const found = await command(db, made, async (tx, record) => {
    const memberId = (await memberVouched(tx, agencyId, vouched)) ?? null
    const kind = memberId === null ? 'session.refuse' : 'session.try'
    await record({ subject: memberId ?? 'unknown', kind, body: { by: 'oidc', issuer: vouched.issuer } })
    return memberId
  })
  if (found === null) throw new Refusal('unauthenticated', 'nobody on the roster has this address')
  if (!going.confirm) {
    const trying: Trying = { db, agency, made }
    await signIn(request, reply, found, 'oidc', trying)
    return reply.redirect(going.to, 303)
  }
  if (!session || found !== member?.memberId)
    throw new Refusal('unauthenticated', 'somebody else signed in there')
  await command(db, { ...made, key: newId(), name: 'session.confirm' }, async (tx, record) => {
    await confirmSession(tx, record, agencyId, { sessionId: session.sessionId, memberId: found, at })
    return null
  })
  return reply.redirect(going.to, 303)
}
