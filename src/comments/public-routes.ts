import { z } from 'zod'
import { madeBy } from '../members/caller.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { html, languageOf, inLanguage, publicPage, sendPage } from '../platform/public-page.ts'
import { Refusal } from '../platform/refusal.ts'
import { sha256 } from '../platform/id.ts'
import { appealableOf, makeAppeal, type Appealable } from './appeals.ts'
import { publicLog } from './log.ts'
import { figuresSchema } from './neutrality-routes.ts'
import { appealBody, logBody } from './public-pages.ts'
import { publicWords } from './public-words.ts'
import { groundSchema } from './schema.ts'

const tags = ['public']
const refusals = { '4xx': refusalSchema } as const
const path = '/public/moderation'
const pageSize = 100
const querySchema = z.object({ lang: z.string().max(10).optional(), after: z.uuid().optional() })
const codeSchema = z.object({ code: z.string().max(100) })
const mostWords = 4_000

const logSchema = z
  .object({
    agency: z.string(),
    asOf: z.string(),
    lines: z.array(
      z.object({
        day: z.string(),
        page: z.string(),
        ground: groundSchema,
        citation: z.string(),
        by: z.string(),
        appeal: z.enum(['none', 'waiting', 'upheld', 'restored', 'conceded']),
        isLate: z.boolean(),
        state: z.enum(['hidden', 'restored']),
        restoredOn: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
    totals: z.object({
      hidden: z.number(),
      restored: z.number(),
      appeals: z.number(),
      decided: z.number(),
      byGround: z.array(z.object({ ground: groundSchema, hidden: z.number() })),
    }),
    filters: z.array(
      z.object({
        words: z.string(),
        page: z.string().nullable(),
        place: z.enum(['here', 'network']),
        ground: groundSchema,
        reason: z.string(),
        endsOn: z.string(),
      }),
    ),
    blocks: z.object({
      inForce: z.number(),
      byGround: z.array(z.object({ ground: groundSchema, count: z.number() })),
    }),
    neutrality: z.array(z.object({ quarter: z.string(), publishedAt: z.string(), figures: figuresSchema })),
  })
  .meta({ id: 'PublicModeration' })

/** What everybody may see of comments: the log without words, and a writer's own appeal. No script, no sign-in. */
export function publicCommentRoutes(app: App): void {
  app.get(
    path,
    {
      config: { action: 'open' },
      schema: {
        operationId: 'publicModeration',
        tags,
        summary: 'Every hidden comment without its words, filters, blocks and neutrality, as a page',
        querystring: querySchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const { after } = request.query
      const log = await publicLog(db, agency, app.clock(), { after, limit: pageSize })
      const { title, description } = publicWords[language]
      const shown = { agency, language, title, description, path }
      return sendPage(reply, publicPage(shown, logBody(log, language)))
    },
  )

  app.get(
    `${path}.json`,
    {
      config: { action: 'open' },
      schema: {
        operationId: 'publicModerationData',
        tags,
        summary: 'The same for programs, 100 hidings at a time',
        querystring: querySchema,
        response: { 200: logSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const at = app.clock()
      const { after } = request.query
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=300')
      const log = await publicLog(db, agency, at, { after, limit: pageSize })
      return { agency: agency.name, asOf: at, ...log }
    },
  )

  app.get(
    '/public/appeal/:code',
    {
      config: { action: 'open', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        operationId: 'seeAppeal',
        tags,
        summary: 'A decision about a comment, for whoever holds its code, and the form to appeal it',
        params: codeSchema,
        querystring: querySchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const { code } = request.params
      const found = await lookUp(() => appealableOf(db, agency.agencyId, code))
      const shown = shownAs(found, code, { agency, language, at: app.clock() })
      return sendPage(reply.header('cache-control', 'no-store'), shown.page, shown.status)
    },
  )

  app.post(
    '/public/appeal/:code',
    {
      // Whoever writes from right to left has controls of direction in the text, unseen.
      config: { action: 'open', form: true, asFound: true, rateLimit: { max: 10, timeWindow: '1 minute' } },
      bodyLimit: 512 * 1024,
      schema: {
        operationId: 'makeAppeal',
        tags,
        summary: 'Appeal a decision, once, without an account and without a script',
        consumes: ['application/x-www-form-urlencoded'],
        params: codeSchema,
        querystring: querySchema,
        body: z.object({ key: z.string().max(100).optional(), words: z.string().default('') }),
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const { code } = request.params
      const at = app.clock()
      const wrote = request.body.words.trim()
      const said = publicWords[language].appeal
      const fault = wrote === '' ? said.empty : wrote.length > mostWords ? said.long : undefined
      const found = await lookUp(() => appealableOf(db, agency.agencyId, code))
      if (found && fault === undefined && !found.appeal && !found.isOver) {
        // The code is a secret: the command remembers its hash.
        const made = madeBy(request, 'appeals.make', { code: sha256(code), words: wrote })
        await makeAppeal(db, agency, made, code, wrote)
      }
      const now = await lookUp(() => appealableOf(db, agency.agencyId, code))
      const isWrong = fault !== undefined && now !== undefined && !now.appeal && !now.isOver
      const shown = shownAs(now, code, { agency, language, at, wrote, ...(isWrong ? { fault } : {}) })
      return sendPage(reply.header('cache-control', 'no-store'), shown.page, isWrong ? 400 : shown.status)
    },
  )
}

/** What is looked for, or nothing where there is none. */
async function lookUp(look: () => Promise<Appealable>): Promise<Appealable | undefined> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'notFound') return undefined
    throw error
  }
}

interface Showing {
  agency: Parameters<typeof appealBody>[0]
  language: 'en' | 'es'
  at: string
  wrote?: string
  fault?: string
}

function shownAs(
  found: Appealable | undefined,
  code: string,
  { agency, language, at, wrote = '', fault }: Showing,
): { page: string; status: number } {
  const said = publicWords[language].appeal
  const here = `/public/appeal/${encodeURIComponent(code)}`
  if (!found) {
    const page = publicPage(
      { agency, language, title: said.notFound, path: here },
      html`<p class="lead">${said.notFoundLead}</p>`,
    )
    return { page, status: 404 }
  }
  const title = found.kind === 'hiding' ? said.title : said.blockTitle
  const action = inLanguage(here, language)
  const body = appealBody(agency, found, { action, language, at, wrote, fault })
  return { page: publicPage({ agency, language, title, path: here }, body), status: 200 }
}
