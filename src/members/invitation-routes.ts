import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { command } from '../ledger/command.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { signIn } from './begin.ts'
import { madeBy, madeInSecret, memberOf } from './caller.ts'
import { accept, invite, invitedBy, type Enrolment } from './enrol.ts'
import { release } from './lock.ts'
import { mustBePassword, offerPasskey, offerTotp, takenPasskey, takenTotp } from './offers.ts'
import { once } from './once.ts'
import { hashPassword } from './password.ts'
import { newRecoveryCodes } from './recovery.ts'
import {
  acceptedSchema,
  acceptSchema,
  doneSchema,
  invitationSchema,
  invitationSeenSchema,
  optionsSchema,
  totpOfferSchema,
} from './session-schema.ts'

const tags = ['invitations']
const refused = { '4xx': refusalSchema }
const codeParams = z.object({ code: z.string().max(100) })
const idParams = z.object({ memberId: z.string().max(64) })

/** How a new member, or one who lost what they sign in with, comes to sign in. No administrator ever knows a password. */
export function invitationRoutes(app: App): void {
  app.post(
    '/api/members/:memberId/invitation',
    {
      config: { action: 'invitations.issue', confirm: true },
      schema: {
        operationId: 'invite',
        tags,
        summary: 'A code by which a member sets how they sign in; shown once, good for three days',
        params: idParams,
        response: { 200: invitationSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const made = madeInSecret(request, 'invitations.issue')
      const { memberId } = request.params
      const { code, expires } = await once(db, made, (tx, record) =>
        invite(tx, record, agency.agencyId, { memberId, by: member.memberId, at: made.at }),
      )
      return { code, href: `/invitation/${code}`, expires }
    },
  )
  app.post(
    '/api/members/:memberId/release',
    {
      config: { action: 'lock.release', confirm: true },
      schema: {
        operationId: 'releaseMember',
        tags,
        summary: 'Let a member sign in again who was locked',
        params: idParams,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = memberOf(request)
      const { memberId } = request.params
      const made = madeBy(request, 'lock.release', { memberId })
      await command(db, made, async (tx, record) => {
        await release(tx, record, agency.agencyId, { memberId, at: made.at })
        return null
      })
      return { done: true } as const
    },
  )
  app.get(
    '/api/invitations/:code',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'invitation',
        tags,
        summary: 'Whom this code invites',
        params: codeParams,
        response: { 200: invitationSeenSchema, ...refused },
      },
    },
    (request) => invitedHere(request),
  )
  app.post(
    '/api/invitations/:code/totp',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'invitationTotp',
        tags,
        summary: 'A seed for the authenticator app',
        params: codeParams,
        response: { 200: totpOfferSchema, ...refused },
      },
    },
    async (request) => {
      const { memberId, email, name } = await invitedHere(request)
      return await offerTotp(request, memberId, email ?? name)
    },
  )
  app.post(
    '/api/invitations/:code/passkey',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'invitationPasskey',
        tags,
        summary: 'What a browser needs to make a passkey',
        params: codeParams,
        response: { 200: optionsSchema, ...refused },
      },
    },
    async (request) => {
      const { memberId, name } = await invitedHere(request)
      return await offerPasskey(request, memberId, name)
    },
  )
  app.post(
    '/api/invitations/:code',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'acceptInvitation',
        tags,
        summary: 'Set how I sign in, and be signed in',
        params: codeParams,
        body: acceptSchema,
        response: { 200: acceptedSchema, ...refused },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const invited = await invitedHere(request)
      const made = { ...madeInSecret(request, 'invitations.accept'), by: invited.memberId }
      const enrolment = await enrolmentOf(request, request.body, invited)
      const { code } = request.params
      const given = { agency, code, key: app.house.seal, at: made.at }
      await once(db, made, (tx, record) => accept(tx, record, given, enrolment))
      await signIn(request, reply, invited.memberId, enrolment.by)
      return { recoveryCodes: enrolment.by === 'password' ? [...enrolment.recoveryCodes] : [] }
    },
  )
}

function invitedHere(request: FastifyRequest<{ Params: { code: string } }>): ReturnType<typeof invitedBy> {
  const { agency, db } = request.caller
  return invitedBy(db, agency, request.params.code, request.server.clock())
}

async function enrolmentOf(
  request: FastifyRequest,
  body: z.infer<typeof acceptSchema>,
  invited: { memberId: string; name: string; email: string | null },
): Promise<Enrolment> {
  if ('response' in body)
    return {
      by: 'passkey',
      passkey: await takenPasskey(request, invited.memberId, body),
      label: body.label,
    }
  mustBePassword(request, body.password, invited)
  if (invited.email === null)
    throw new Refusal('conflict', 'the roster holds no e-mail address of yours, and a password needs one')
  const { seed, step } = await takenTotp(request, invited.memberId, body)
  const hash = await hashPassword(body.password)
  return { by: 'password', hash, seed, step, recoveryCodes: newRecoveryCodes() }
}
