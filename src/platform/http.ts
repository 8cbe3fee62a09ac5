import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawServerDefault,
} from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { errorPage } from './error-page.ts'
import { whyUnkeepable } from './keepable.ts'
import type { Fetch } from './outbound.ts'
import { languageOf } from './public-page.ts'
import { quietLog } from './quiet-log.ts'
import { limitsOf, type Rates } from './rate.ts'
import { Refusal } from './refusal.ts'
import { answerTo, isAtOnce, refusalBody, type Refused } from './refused.ts'

/** The server that modules add their routes to; a route's zod schemas are its types and its documentation. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

declare module 'fastify' {
  interface FastifyInstance {
    /** The time, ISO 8601 in UTC: the machine's, or that of a story being told. */
    clock: () => string
    house: Installation
  }
  interface FastifyContextConfig {
    /** The entry of the access table that this route needs; `open` is for everybody. A route without one fails the build. */
    action?: string
    /** Only for somebody who showed within the last five minutes who they are; others are answered `unconfirmed`. */
    confirm?: boolean
    /** Sent by programs without a session, from anywhere: what is sent proves itself. */
    fromAnywhere?: boolean
    /**
     * An act to be judged, or words of others as they were found: kept as they are, even with characters that turn the
     * direction of the writing, which are refused everywhere else.
     */
    asFound?: boolean
    /** Sent by a form of our own without JavaScript: its field `key` stands for the header Idempotency-Key. */
    form?: boolean
  }
}

/** What the installation was told when it started. A module adds what it needs by `declare module`. */
export interface Installation {
  demo: boolean
  blobsFolder: string
  /** Where the key that signs the ledger stands. */
  ledgerFolder: string
  /** 256 bits, hexadecimal: what seeds and client secrets are encrypted with. */
  seal: string
  cookieName: string
  isTls: boolean
  /** The one way out of the house. */
  outbound: Fetch
  /** `host:port` of servers that are spoken to wherever they stand. */
  allowHosts: readonly string[]
  /** The time-stamp authority (RFC 3161) that productions are stamped by; null where none is set. */
  tsa: string | null
  /** Pages to look at beside this one; of a demonstration, its made-up networks. */
  beside: readonly { name: string; url: string }[]
}

export interface Serving extends Rates {
  /** The address people type, `https://orders.riverton.gov`. */
  origin: string
  log: boolean | { level: string }
  clock: () => string
}

/** A server with everything around the routes: schemas, refusals, headers, rate limits, OpenAPI 3.1, quiet logs. */
export async function newApp({ origin, log, clock, ...rates }: Serving): Promise<App> {
  const app: App = Fastify({
    logger: log === false ? false : { level: log === true ? 'info' : log.level, ...quietLog },
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: 30_000,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  app.decorate('clock', clock)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => {
    const { url: route } = request.routeOptions
    const { status, body } = answerTo(error, request.id, route)
    if (status === 500) request.log.error({ err: error }, 'fault')
    // Rare and harmless; one that comes again and again is a fault of ours.
    if (isAtOnce(error)) request.log.warn({ err: error }, 'two at once')
    reply.code(status)
    return isReadByPeople(request) ? sendErrorPage(request, reply, body) : reply.send(body)
  })
  app.setNotFoundHandler((request, reply) => {
    const body = refusalBody('notFound', `there is no ${request.method} ${request.url.split('?')[0]}`)
    reply.code(404)
    return isReadByPeople(request) ? sendErrorPage(request, reply, body) : reply.send(body)
  })
  app.addHook('onRequest', ({ routeOptions, headers }, reply, done) => {
    const { bodyLimit } = routeOptions
    if (!(Number(headers['content-length']) > bodyLimit)) return done()
    // What is not read cannot be told from the next request.
    reply.header('connection', 'close')
    const most = inMegabytes(bodyLimit)
    done(new Refusal('tooLarge', `this is larger than is taken here: at most ${most} MB`))
  })
  app.addHook('preValidation', ({ body, query, params, routeOptions }, _reply, done) => {
    const why = whyUnkeepable([query, params, body], routeOptions.config.asFound === true)
    done(why === undefined ? undefined : new Refusal('malformed', why))
  })
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      if (request.routeOptions.config.form === true) done(null, Object.fromEntries(new URLSearchParams(body)))
      else done(new Refusal('malformed', 'send JSON here, not a form'))
    },
  )
  await app.register(cookie)
  // Only routes that ask for it: an answer that holds a secret beside words of a stranger's is never compressed.
  await app.register(compress, { global: false, encodings: ['br', 'gzip'], threshold: 2_048 })
  const strict = await strictHeaders(origin)
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(strict)
    done()
  })
  await app.register(rateLimit, {
    ...limitsOf(rates),
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      new Refusal('tooMany', `too many requests; try again in ${context.after}`),
  })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Decorum', version: '1' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  return app
}

/**
 * Does somebody at a browser look at the answer? They do at the pages of the web app and of the public site, where nothing
 * is, and at the files that a page leads to; whoever looks there reads no JSON.
 */
function isReadByPeople({ routeOptions, headers }: FastifyRequest): boolean {
  const { url: route, schema } = routeOptions
  const isPage = route === undefined || route === '/*' || route.startsWith('/public')
  return (isPage || schema?.produces !== undefined) && headers.accept?.includes('text/html') === true
}

const inAddress = z.object({ lang: z.string() })

function sendErrorPage(request: FastifyRequest, reply: FastifyReply, { error }: Refused): FastifyReply {
  const language = languageOf(inAddress.safeParse(request.query).data?.lang)
  reply.type('text/html; charset=utf-8')
  return reply.send(errorPage(reply.statusCode, error.sentence, language))
}

/** What helmet says of every answer; left to itself it would work it out anew for each. */
async function strictHeaders(origin: string): Promise<Record<string, string>> {
  const probe = Fastify()
  await probe.register(helmet, headersFor(origin))
  probe.head('/', (_request, reply) => reply.send())
  const { headers } = await probe.inject({ method: 'HEAD', url: '/' })
  await probe.close()
  const own = new Set(['content-length', 'content-type', 'date', 'connection'])
  const said = Object.entries(headers).filter(([name]) => !own.has(name))
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
}

function headersFor(origin: string): object {
  const isTls = origin.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    hsts: isTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  }
}

/** `0.5` of half a megabyte, whole ones from one on. */
function inMegabytes(bytes: number): number {
  const megabytes = bytes / 1024 ** 2
  return megabytes < 1 ? Math.round(megabytes * 10) / 10 : Math.floor(megabytes)
}
