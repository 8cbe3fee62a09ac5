import fastifyStatic from '@fastify/static'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Networks } from '../accounts/networks/network.ts'
import { makeNetworks } from '../accounts/networks/networks.ts'
import { isAction, mayAtAll, type Action } from '../members/access.ts'
import { whyNobody, type Agency, type Caller } from '../members/caller.ts'
import { confirmedMinutes } from '../members/session.ts'
import { isBefore, later } from '../platform/day.ts'
import type { Connecting, Db } from '../platform/db.ts'
import { isFromItself } from '../platform/host.ts'
import { newApp, type App, type Installation, type Serving } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { outbound, reach } from '../platform/outbound.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { deliveringOf, soon } from '../posts/deliver-soon.ts'
import { makeCallers, rolesFor, type Callers } from './callers.ts'
import { modules } from './modules.ts'

export interface AppOptions extends Serving {
  /** The app's address of the database, as a role that owns nothing. */
  databaseUrl: string
  /** Demo sign-in exists, and every page says so. */
  demo: boolean
  secrets: { seal: string }
  /** The built web app; without it, only the API is served. */
  webFolder?: string | undefined
  blobsFolder: string
  /** Where the key that signs the ledger stands. */
  ledgerFolder: string
  connecting?: Connecting
  /** `host:port` of servers that are spoken to wherever they stand: those of a demo or a test. */
  allowHosts?: readonly string[]
  /** The address of a time-stamp authority. */
  tsa?: string | undefined
  /** The made-up networks of a demonstration, to be looked at. */
  beside?: readonly { name: string; url: string }[]
  /** Other networks than the real ones, for a test. */
  networks?: Networks
  /** This installation's own backups. */
  backups?: Installation['backups']
}

export interface Built {
  app: App
  agencies: () => Promise<Agency[]>
  /** The database as one agency sees it. */
  dbOf: (agencyId: string) => Db
}

/** A route as it stands. */
export interface Mounted {
  method: string
  url: string
  action: Action
  fromAnywhere: boolean
  confirm: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    callers: Callers
    mounted: readonly Mounted[]
  }
}

/** The whole server: every module's routes behind one door. A route whose action the access table lacks throws. */
export async function buildApp(options: AppOptions): Promise<Built> {
  const isTls = options.origin.startsWith('https:')
  const cookieName = isTls ? '__Host-decorum' : 'decorum'
  const callers = makeCallers(options.databaseUrl, cookieName, options.connecting ?? {})
  const app = await newApp({ ...options, sessionOf: callers.sessionOf })
  app.decorate('callers', callers)
  const wayOut = outbound({ allow: options.allowHosts ?? [], ...reach })
  app.decorate('house', {
    demo: options.demo,
    blobsFolder: options.blobsFolder,
    ledgerFolder: options.ledgerFolder,
    seal: options.secrets.seal,
    cookieName,
    isTls,
    outbound: wayOut,
    networks: options.networks ?? makeNetworks(wayOut, options.clock),
    allowHosts: options.allowHosts ?? [],
    tsa: options.tsa ?? null,
    beside: options.beside ?? [],
    backups: options.backups ?? null,
  })
  const sending = soon(
    callers.db,
    () => deliveringOf(app),
    (err) => app.log.error({ err, reference: newId() }, 'not everything was sent'),
  )
  app.decorate('deliverSoon', sending.deliverSoon)
  app.decorateRequest('caller')
  app.addHook('onClose', async () => {
    await sending.close()
    await callers.close()
  })
  guard(app)
  // After the rate limit, before anything of the body is read.
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    if (request.is404) return done()
    const { config } = request.routeOptions
    if (config.action === 'open' && isHouse(request.url)) return done()
    const enter = (caller: Caller): void => {
      request.caller = caller
      letIn(request, options.origin)
    }
    const known = callers.known(request)
    if (known === undefined)
      callers
        .find(request)
        .then(enter)
        .then(() => done(), done)
    else {
      try {
        enter(known)
      } catch (error) {
        return done(error instanceof Error ? error : new Error(String(error)))
      }
      done()
    }
  })
  app.addHook('onSend', (request, reply, _payload, done) => {
    const { caller } = request
    if (caller && changes(request, ofPeople))
      callers.forget(caller.agency, { chart: changes(request, ofChart) })
    // What was said to one person is nobody else's, unless a route says it is for all.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
    done()
  })
  houseRoutes(app)
  for (const routes of modules) routes(app)
  if (options.webFolder !== undefined) await serveWeb(app, options.webFolder)
  await app.ready()
  return { app, agencies: callers.agencies, dbOf: callers.db }
}

/** Holds every route that is added to the access table, and keeps the list of them. */
export function guard(app: App): void {
  const routes: Mounted[] = []
  app.decorate('mounted', routes)
  app.addHook('onRoute', ({ method, url, config }) => {
    const action = config?.action
    if (action === undefined || !isAction(action))
      throw new Error(`${String(method)} ${url} names no action of the access table`)
    const { fromAnywhere = false, confirm = false } = config ?? {}
    for (const one of [method].flat()) routes.push({ method: one, url, action, fromAnywhere, confirm })
  })
}

/** Everything that is asked of a request before its handler: the table, the origin, the key, the second showing. */
function letIn(request: FastifyRequest, origin: string): void {
  const { caller, method } = request
  const { action, confirm, fromAnywhere, form } = request.routeOptions.config
  if (action === undefined || !isAction(action)) throw new Error('a route without an action')
  if (!mayAtAll(action, rolesFor(caller))) {
    if (caller.member === undefined) throw new Refusal('unauthenticated', whyNobody(caller))
    throw new Refusal('unauthorized', 'this is not for your role')
  }
  if (!isSafe(method) && fromAnywhere !== true) {
    // A browser names the page that sends; no page of another site may.
    if (!isFromItself(request, origin.split(':')[0] ?? ''))
      throw new Refusal('unauthorized', 'this was sent from another site, and nothing was done')
    if (request.headers['idempotency-key'] === undefined && form !== true)
      throw new Refusal('malformed', 'the header Idempotency-Key is missing')
  }
  if (confirm === true && caller.session) {
    const until = later(caller.session.confirmedAt, { minutes: confirmedMinutes })
    if (!isBefore(request.server.clock(), until))
      throw new Refusal('unconfirmed', 'this is grave; please show once more that it is you')
  }
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** The tags of the routes that change the chart, and of all that change who is who: also who is signed in. */
const ofChart: readonly string[] = ['chain of command', 'members', 'roster', 'settings']
const ofPeople: readonly string[] = [...ofChart, 'credentials', 'demo', 'invitations', 'session']
function changes({ method, routeOptions }: FastifyRequest, of: readonly string[]): boolean {
  return !isSafe(method) && (routeOptions.schema?.tags?.some((tag) => of.includes(tag)) ?? false)
}

/** What belongs to the installation, not to an agency. */
const houseAddresses = new Set(['/health', '/ready', '/api/openapi.json'])
function isHouse(url: string): boolean {
  return houseAddresses.has(url.split('?')[0] ?? '')
}

const fine = z.object({ ok: z.literal(true) })

function houseRoutes(app: App): void {
  app.get(
    '/health',
    {
      config: { action: 'open', rateLimit: false },
      schema: {
        operationId: 'health',
        tags: ['house'],
        summary: 'Does the process live?',
        response: { 200: fine },
      },
    },
    () => ({ ok: true }) as const,
  )
  app.get(
    '/ready',
    {
      config: { action: 'open', rateLimit: false },
      schema: {
        operationId: 'ready',
        tags: ['house'],
        summary: 'Does the database answer?',
        response: { 200: fine, '4xx': refusalSchema, '5xx': refusalSchema },
      },
    },
    async () => {
      await app.callers.agencies()
      return { ok: true } as const
    },
  )
  app.get(
    '/api/openapi.json',
    { config: { action: 'open' }, schema: { hide: true, operationId: 'openapi' } },
    () => app.swagger(),
  )
}

/** The web app: files under their hashed names never change; every other address is a page of it. */
async function serveWeb(app: App, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  app.get<{ Params: { '*': string } }>(
    '/*',
    { config: { action: 'open' }, schema: { hide: true, operationId: 'web' } },
    (request, reply) => {
      const path = request.params['*']
      if (path.startsWith('api/') || path.startsWith('ledger/'))
        throw new Refusal('notFound', `there is no GET /${path}`)
      if (path.startsWith('public/')) throw new Refusal('notFound', `there is no page at /${path}`)
      if (path.startsWith('assets/'))
        return reply.sendFile(path, { immutable: true, maxAge: '365d', cacheControl: true })
      if (/^[\w-]+\.(?:webmanifest|js|png|svg|ico|txt)$/.test(path))
        return reply.sendFile(path, { maxAge: 0 })
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
    },
  )
}
