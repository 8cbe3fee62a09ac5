import { z } from 'zod'
import { command } from '../ledger/command.ts'
import { madeBy, memberOf } from '../members/caller.ts'
import { demand } from '../members/may.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { believed } from './believed.ts'
import { carryingOut } from './house.ts'
import { makeIntake } from './intake.ts'
import { languages } from './languages.ts'
import { pagesRunBy } from './offices.ts'
import { isSigned, isVerified, pushSecret, readPush, setPush } from './push.ts'
import { accountIdSchema, pushSetSchema } from './schema.ts'

const tags = ['comments']
const refusals = { '4xx': refusalSchema } as const
const mostBytes = 4 * 1024 * 1024

const handshakeSchema = z.object({
  'hub.mode': z.literal('subscribe').optional(),
  'hub.verify_token': z.string().max(200).optional(),
  'hub.challenge': z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
})

/** Where networks push comments to: signed, as Meta's webhooks are, and set up by their handshake. */
export function pushRoutes(app: App): void {
  const intake = makeIntake(app.clock)
  const secrets = believed<string | undefined>()

  app.put(
    '/api/comments/push/:accountId',
    {
      config: { action: 'comments.push' },
      schema: {
        operationId: 'setCommentPush',
        tags,
        summary: 'Make the secret and the word that a network’s pushes are set up with; shown once',
        params: accountIdSchema,
        response: { 200: pushSetSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { accountId } = request.params
      const pages = await pagesRunBy(db, agency.agencyId, member.memberId)
      demand(caller, 'comments.push', { assigned: pages.includes(accountId) })
      const page = await db
        .selectFrom('account')
        .select('accountId')
        .where('agencyId', '=', agency.agencyId)
        .where('accountId', '=', accountId)
        .executeTakeFirst()
      if (!page) throw new Refusal('notFound', 'there is no such page')
      const { origin } = carryingOut(app, request.host)
      const made = madeBy(request, 'comments.push', { accountId })
      // Loaded before the first push comes, which would wait for it.
      await languages()
      let set = { secret: '', verify: '' }
      // The secrets are no answer that a command could keep.
      await command(db, made, async (tx, record) => {
        const { house } = app
        const asked = { accountId, by: member.memberId, at: made.at, sealKey: house.seal }
        set = await setPush(tx, record, agency.agencyId, asked)
        return null
      })
      if (set.secret === '') throw new Refusal('conflict', 'they were shown already; make new ones')
      return { accountId, address: `${origin}/api/comments/push/${accountId}`, ...set }
    },
  )

  app.get(
    '/api/comments/push/:accountId',
    {
      config: { action: 'open', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        operationId: 'verifyCommentPush',
        tags,
        summary: 'The handshake of a webhook: the challenge comes back to whoever knows the word',
        params: accountIdSchema,
        querystring: handshakeSchema,
        produces: ['text/plain'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const { 'hub.verify_token': verify, 'hub.challenge': challenge } = request.query
      const { accountId } = request.params
      if (verify === undefined || challenge === undefined)
        throw new Refusal('malformed', 'the handshake needs hub.verify_token and hub.challenge')
      if (!(await isVerified(db, agency.agencyId, accountId, verify)))
        throw new Refusal('notFound', 'no pushes are set up here with that word')
      return await reply.type('text/plain').send(challenge)
    },
  )

  // The signature is of the bytes as they were sent: here, and only here, they are read before they are parsed.
  void app.register((inner, _options, done) => {
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, parsed) =>
      parsed(null, body),
    )
    inner.post<{ Params: z.infer<typeof accountIdSchema>; Body: unknown }>(
      '/api/comments/push/:accountId',
      {
        config: { action: 'open', fromAnywhere: true, rateLimit: false },
        bodyLimit: mostBytes,
        schema: {
          operationId: 'pushComments',
          tags,
          summary: 'Comments from a network, signed by X-Hub-Signature-256; answered once they are captured',
          params: accountIdSchema,
          response: { 200: z.object({ taken: z.number() }), ...refusals },
        },
      },
      async (request) => {
        const { db, agency } = request.caller
        const { accountId } = request.params
        const { body } = request
        const secret = await secrets(`${agency.agencyId} ${accountId}`, () =>
          pushSecret(db, agency.agencyId, accountId, app.house.seal),
        )
        if (secret === undefined) throw new Refusal('notFound', 'no pushes are set up here')
        const header = request.headers['x-hub-signature-256']
        const signature = typeof header === 'string' ? header : undefined
        if (!Buffer.isBuffer(body) || !isSigned(secret, body, signature))
          throw new Refusal(
            'malformed',
            'X-Hub-Signature-256 is not the HMAC of this body; nothing was taken',
          )
        const pushed = readPush(parsedJson(body), app.clock())
        if (!pushed) throw new Refusal('malformed', 'the body is no push of comments that is known here')
        if (pushed.length > 0) await intake.take(db, agency, accountId, pushed)
        return { taken: pushed.length }
      },
    )
    done()
  })
}

function parsedJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refusal('malformed', 'the body is no JSON')
  }
}
