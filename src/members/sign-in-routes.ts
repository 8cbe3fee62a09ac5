import type { FastifyRequest } from 'fastify'
import { command } from '../ledger/command.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { placeOf, signIn, tryingOf } from './begin.ts'
import { memberOf } from './caller.ts'
import { answered, authenticationOptions } from './passkey.ts'
import {
  confirmSchema,
  doneSchema,
  optionsSchema,
  passkeySchema,
  passwordSignInSchema,
  recoverySignInSchema,
  secondFactorSchema,
  signedInSchema,
  totpSignInSchema,
} from './session-schema.ts'
import { confirmSession } from './session.ts'
import { tryAgain, tryPassword, trySecond, type Trying } from './sign-in.ts'
import { giveTicket, readTicket, takeTicket, type TicketPurpose } from './ticket.ts'

const tags = ['session']
const refused = { '4xx': refusalSchema }

/** Password, then code; or a passkey, which is both at once. */
export function signInRoutes(app: App): void {
  app.post(
    '/api/sign-in/password',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'signInPassword',
        tags,
        summary: 'The first half: e-mail address and password; answers with a ticket for the second',
        body: passwordSignInSchema,
        response: { 200: secondFactorSchema, ...refused },
      },
    },
    async (request) => {
      const trying = tryingOf(request, 'session.try')
      const memberId = await tryPassword(trying, request.body)
      const { db, agency, made } = trying
      const ticket = await giveTicket(db, agency.agencyId, {
        purpose: 'totp',
        memberId,
        holds: '',
        at: made.at,
      })
      return { ticket, next: 'totp' } as const
    },
  )
  for (const [path, isRecovery] of [
    ['totp', false],
    ['recovery', true],
  ] as const)
    app.post(
      `/api/sign-in/${path}`,
      {
        config: { action: 'open' },
        schema: {
          operationId: isRecovery ? 'signInRecovery' : 'signInTotp',
          tags,
          summary: isRecovery
            ? 'The second half, by a recovery code'
            : 'The second half, by the code of an authenticator app',
          body: isRecovery ? recoverySignInSchema : totpSignInSchema,
          response: { 200: signedInSchema, ...refused },
        },
      },
      async (request, reply) => {
        const trying = tryingOf(request, 'session.try')
        const { ticket, code } = request.body
        const memberId = await heldBy(trying, ticket)
        await trySecond(trying, memberId, app.house.seal, { code, isRecovery })
        await takeTicket(trying.db, trying.agency.agencyId, ticket, 'totp', trying.made.at)
        return await signIn(request, reply, memberId, isRecovery ? 'recovery-code' : 'password', trying)
      },
    )
  app.post(
    '/api/sign-in/passkey/options',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'passkeyOptions',
        tags,
        summary: 'What a browser asks the authenticator; no name is needed',
        response: { 200: optionsSchema, ...refused },
      },
    },
    (request) => challenge(request, 'passkey', null),
  )
  app.post(
    '/api/sign-in/passkey',
    {
      config: { action: 'open' },
      schema: {
        operationId: 'signInPasskey',
        tags,
        summary: 'Sign in by a passkey',
        body: passkeySchema,
        response: { 200: signedInSchema, ...refused },
      },
    },
    async (request, reply) => {
      const trying = tryingOf(request, 'session.try')
      const memberId = await byPasskey(request, trying, 'passkey')
      return await signIn(request, reply, memberId, 'passkey', trying)
    },
  )
  confirmRoutes(app)
}

/** Who holds a ticket for the second half. */
async function heldBy({ db, agency, made }: Trying, ticket: string): Promise<string> {
  const { memberId } = await readTicket(db, agency.agencyId, ticket, 'totp', made.at)
  if (memberId === null) throw new Refusal('unauthenticated', 'please begin again')
  return memberId
}

async function challenge(
  request: FastifyRequest,
  purpose: TicketPurpose,
  memberId: string | null,
): Promise<{ ticket: string; options: { [key: string]: unknown } }> {
  const { agency, db } = request.caller
  const { challenge: holds, options } = await authenticationOptions(placeOf(request))
  const at = request.server.clock()
  return { ticket: await giveTicket(db, agency.agencyId, { purpose, memberId, holds, at }), options }
}

/** The member whose passkey answered; the ticket is used up, whatever comes of it. */
async function byPasskey(
  request: FastifyRequest<{ Body: { ticket: string; response: { [key: string]: unknown } } }>,
  { db, agency, made }: Trying,
  purpose: TicketPurpose,
): Promise<string> {
  const { ticket, response } = request.body
  const { agencyId } = agency
  const { holds } = await takeTicket(db, agencyId, ticket, purpose, made.at)
  const tried = { ...made, key: newId() }
  const memberId = await command(db, tried, async (tx, record) => {
    const found = await answered(tx, agencyId, placeOf(request), { challenge: holds, response, at: made.at })
    await record({
      subject: found ?? 'unknown',
      kind: found === undefined ? 'session.refuse' : made.name,
      body: { by: 'passkey' },
    })
    return found ?? null
  })
  if (memberId === null) throw new Refusal('unauthenticated', 'this passkey is not known here')
  return memberId
}

/** Showing again who one is, before the gravest moves. */
function confirmRoutes(app: App): void {
  app.post(
    '/api/confirm',
    {
      config: { action: 'session.confirm' },
      schema: {
        operationId: 'confirm',
        tags,
        summary: 'Show again that it is me, by password and code; a session of a demonstration needs neither',
        body: confirmSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { member, session } = memberOf(request)
      const { password = '', code = '' } = request.body
      if (!(app.house.demo && session?.by === 'demo'))
        await tryAgain(tryingOf(request, 'session.try'), member.memberId, app.house.seal, { password, code })
      return await confirmed(request)
    },
  )
  app.post(
    '/api/confirm/passkey/options',
    {
      config: { action: 'session.confirm' },
      schema: {
        operationId: 'confirmPasskeyOptions',
        tags,
        summary: 'What a browser asks the authenticator before a grave move',
        response: { 200: optionsSchema, ...refused },
      },
    },
    (request) => challenge(request, 'confirm-passkey', memberOf(request).member.memberId),
  )
  app.post(
    '/api/confirm/passkey',
    {
      config: { action: 'session.confirm' },
      schema: {
        operationId: 'confirmPasskey',
        tags,
        summary: 'Show again that it is me, by a passkey',
        body: passkeySchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { member } = memberOf(request)
      const found = await byPasskey(request, tryingOf(request, 'session.try'), 'confirm-passkey')
      if (found !== member.memberId) throw new Refusal('unauthenticated', 'this passkey is somebody else’s')
      return await confirmed(request)
    },
  )
}

async function confirmed(request: FastifyRequest): Promise<{ done: true }> {
  const { agency, db, member, session } = memberOf(request)
  if (!session) throw new Refusal('unauthenticated', 'please sign in first')
  const { made } = tryingOf(request, 'session.confirm')
  await command(db, { ...made, key: newId() }, async (tx, record) => {
    const { sessionId } = session
    await confirmSession(tx, record, agency.agencyId, { sessionId, memberId: member.memberId, at: made.at })
    return null
  })
  return { done: true }
}
