import { z } from 'zod'
import { command, type Record } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { madeBy, madeInSecret, memberOf, type MemberCaller } from './caller.ts'
import { setPassword } from './enrol.ts'
import { mustBePassword, offerPasskey, offerTotp, takenPasskey, takenTotp } from './offers.ts'
import { once } from './once.ts'
import { addPasskey, passkeysOf } from './passkey.ts'
import { hashPassword } from './password.ts'
import { newRecoveryCodes, setRecoveryCodes } from './recovery.ts'
import {
  credentialsSchema,
  doneSchema,
  languageSchema,
  optionsSchema,
  passkeyAddSchema,
  passwordChangeSchema,
  recoveryCodesSchema,
  totpChangeSchema,
  totpOfferSchema,
  type Credentials,
} from './session-schema.ts'
import { endSessions, isOver } from './session.ts'
import { findMember } from './store.ts'
import { setTotp } from './totp.ts'

const tags = ['credentials']
const refused = { '4xx': refusalSchema }
const done = { done: true } as const

/** How I sign in, and where I am signed in. Every change wants that I have just shown who I am. */
export function credentialRoutes(app: App): void {
  app.get(
    '/api/me/credentials',
    {
      config: { action: 'credentials.see' },
      schema: {
        operationId: 'credentials',
        tags,
        summary: 'How I sign in, and where I am signed in',
        response: { 200: credentialsSchema, ...refused },
      },
    },
    (request) => credentialsOf(memberOf(request), app.clock()),
  )
  passwordRoutes(app)
  passkeyRoutes(app)
  sessionsRoutes(app)
}

const change = { action: 'credentials.change', confirm: true }

function passwordRoutes(app: App): void {
  app.post(
    '/api/me/credentials/password',
    {
      config: change,
      schema: {
        operationId: 'changePassword',
        tags,
        summary: 'Another password; my other sessions end',
        body: passwordChangeSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agency, db, member, session } = caller
      const { agencyId } = agency
      const { memberId } = member
      mustBePassword(request, request.body.password, await findMember(db, agencyId, memberId))
      const hash = await hashPassword(request.body.password)
      const made = madeInSecret(request, 'credentials.password')
      await command(db, made, async (tx, record) => {
        await setPassword(tx, agencyId, memberId, hash, made.at)
        await endSessions(tx, agencyId, { memberId, but: session?.sessionId ?? '', at: made.at })
        await record({ subject: memberId, body: {} })
        return null
      })
      return done
    },
  )
  app.post(
    '/api/me/credentials/totp/offer',
    {
      config: { action: 'credentials.change' },
      schema: {
        operationId: 'offerTotp',
        tags,
        summary: 'A new seed for my authenticator app',
        response: { 200: totpOfferSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { email, name } = await findMember(db, agency.agencyId, member.memberId)
      return await offerTotp(request, member.memberId, email ?? name)
    },
  )
  app.post(
    '/api/me/credentials/totp',
    {
      config: change,
      schema: {
        operationId: 'changeTotp',
        tags,
        summary: 'Take over the new seed by its first code',
        body: totpChangeSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { memberId } = member
      const taken = await takenTotp(request, memberId, request.body)
      const made = madeInSecret(request, 'credentials.totp')
      await command(db, made, async (tx, record) => {
        await setTotp(tx, app.house.seal, { agencyId: agency.agencyId, memberId, ...taken })
        await record({ subject: memberId, body: {} })
        return null
      })
      return done
    },
  )
  app.post(
    '/api/me/credentials/recovery-codes',
    {
      config: change,
      schema: {
        operationId: 'newRecoveryCodes',
        tags,
        summary: 'Ten new recovery codes, shown once; the old ones are worth nothing any more',
        response: { 200: recoveryCodesSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const codes = newRecoveryCodes()
      return await once(db, madeInSecret(request, 'credentials.recovery-codes'), async (tx, record) => {
        await setRecoveryCodes(tx, agency.agencyId, member.memberId, codes)
        await record({ subject: member.memberId, body: {} })
        return { codes }
      })
    },
  )
}

function passkeyRoutes(app: App): void {
  app.post(
    '/api/me/credentials/passkeys/options',
    {
      config: { action: 'credentials.change' },
      schema: {
        operationId: 'offerPasskey',
        tags,
        summary: 'What a browser needs to make a passkey for me',
        response: { 200: optionsSchema, ...refused },
      },
    },
    (request) => {
      const { member } = memberOf(request)
      return offerPasskey(request, member.memberId, member.name)
    },
  )
  app.post(
    '/api/me/credentials/passkeys',
    {
      config: change,
      schema: {
        operationId: 'addPasskey',
        tags,
        summary: 'Add the passkey that my browser made',
        body: passkeyAddSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { memberId } = member
      const passkey = await takenPasskey(request, memberId, request.body)
      const { label } = request.body
      const made = madeInSecret(request, 'credentials.passkey')
      await command(db, made, async (tx, record) => {
        await addPasskey(tx, agency.agencyId, memberId, { ...passkey, label, at: made.at })
        await record({ subject: memberId, body: { passkeyId: passkey.passkeyId, label } })
        return null
      })
      return done
    },
  )
  app.delete(
    '/api/me/credentials/passkeys/:passkeyId',
    {
      config: change,
      schema: {
        operationId: 'removePasskey',
        tags,
        summary: 'Take a passkey away; the last way to sign in stays',
        params: z.object({ passkeyId: z.string().max(400) }),
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { passkeyId } = request.params
      const made = madeBy(request, 'credentials.remove-passkey', { passkeyId })
      await command(caller.db, made, async (tx, record) => {
        await removePasskey(tx, record, caller, passkeyId)
        return null
      })
      return done
    },
  )
}

async function removePasskey(
  tx: Tx,
  record: Record,
  { agency, member }: MemberCaller,
  passkeyId: string,
): Promise<void> {
  const { agencyId } = agency
  const { memberId } = member
  const removed = await tx
    .deleteFrom('passkey')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('passkeyId', '=', passkeyId)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw new Refusal('notFound', 'you have no such passkey')
  const left = await credentialsIn(tx, agencyId, memberId)
  if (left.passkeys.length === 0 && left.password === null)
    throw new Refusal('conflict', 'it is the last way in; add another first')
  await record({ subject: memberId, body: { passkeyId } })
}

function sessionsRoutes(app: App): void {
  app.delete(
    '/api/me/sessions/:sessionId',
    {
      config: { action: 'session.end' },
      schema: {
        operationId: 'endSession',
        tags,
        summary: 'End one of my sessions, or `others`: all but this one',
        params: z.object({ sessionId: z.string().max(64) }),
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member, session } = memberOf(request)
      const { memberId } = member
      const { sessionId } = request.params
      const made = madeBy(request, 'session.end', { sessionId })
      await command(db, made, async (tx, record) => {
        const which = sessionId === 'others' ? { but: session?.sessionId ?? '' } : { sessionId }
        const ended = await endSessions(tx, agency.agencyId, { memberId, at: made.at, ...which })
        if (ended === 0 && sessionId !== 'others')
          throw new Refusal('notFound', 'you have no such session that runs')
        await record({ subject: memberId, body: { sessionId, ended } })
        return null
      })
      return done
    },
  )
  app.put(
    '/api/me/language',
    {
      config: { action: 'language.change' },
      schema: {
        operationId: 'setLanguage',
        tags,
        summary: 'The language in which Decorum speaks to me',
        body: languageSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { memberId } = member
      const { language } = request.body
      await command(db, madeBy(request, 'members.language', { language }), async (tx, record) => {
        await tx
          .updateTable('member')
          .set((row) => ({ language, version: row('version', '+', 1) }))
          .where('agencyId', '=', agency.agencyId)
          .where('memberId', '=', memberId)
          .execute()
        await record({ subject: memberId, body: { language } })
        return null
      })
      return done
    },
  )
}

async function credentialsOf(
  { agency, db, member, session }: MemberCaller,
  at: string,
): Promise<Credentials> {
  const { agencyId } = agency
  const { memberId } = member
  const sessions = await db
    .selectFrom('session')
    .select(['sessionId', 'startedAt', 'seenAt', 'by'])
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('endedAt', 'is', null)
    .orderBy('startedAt', 'desc')
    .limit(50)
    .execute()
  return {
    ...(await credentialsIn(db, agencyId, memberId)),
    sessions: sessions
      .filter((one) => !isOver(one, at))
      .map((one) => ({ ...one, isThis: one.sessionId === session?.sessionId })),
  }
}

async function credentialsIn(
  db: Db,
  agencyId: string,
  memberId: string,
): Promise<Omit<Credentials, 'sessions'>> {
  const password = await db
    .selectFrom('password')
    .select('changedAt')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  const totp = await db
    .selectFrom('totp')
    .select('memberId')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  const { left } = await db
    .selectFrom('recoveryCode')
    .select((row) => row.fn.countAll<number>().as('left'))
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow()
  return {
    password: password ?? null,
    totp: totp !== undefined,
    recoveryCodesLeft: left,
    passkeys: await passkeysOf(db, agencyId, memberId),
  }
}
