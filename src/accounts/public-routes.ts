import { z } from 'zod'
import { madeBy } from '../members/caller.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { html, inLanguage, languageOf, publicPage, sendPage } from '../platform/public-page.ts'
import { reportImpostor } from './impostors.ts'
import { registerBody, registerOf, reportForm } from './public-pages.ts'
import { publicWords } from './public-words.ts'
import { registerSchema } from './schema.ts'
import { pagesOf } from './pages.ts'

const tags = ['public']
const refusals = { '4xx': refusalSchema } as const
const path = '/public/pages'
const querySchema = z.object({ lang: z.string().max(10).optional() })

/** What a resident sent; its limits are told on the page, not as a refusal of the API. */
const formSchema = z.object({
  key: z.string().max(100).optional(),
  address: z.string().max(2_000).default(''),
  says: z.string().max(20_000).default(''),
  reach: z.string().max(2_000).default(''),
})

/** The public register of genuine pages: for people, for programs, and the report of a false one. No script. */
export function publicRoutes(app: App): void {
  app.get(
    path,
    {
      config: { action: 'open' },
      schema: {
        operationId: 'publicPages',
        tags,
        summary: 'The register of the department’s genuine pages, as a page',
        querystring: querySchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const pages = await pagesOf(db, agency, app.clock())
      const { title, description } = publicWords[language]
      const shown = { agency, language, title, description, path }
      return sendPage(reply, publicPage(shown, registerBody(agency, pages, language)))
    },
  )

  app.get(
    `${path}.json`,
    {
      config: { action: 'open' },
      schema: {
        operationId: 'publicPagesData',
        tags,
        summary: 'The register of the department’s genuine pages, for programs; closed ones too',
        response: { 200: registerSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const at = app.clock()
      const origin = `${app.house.isTls ? 'https' : 'http'}://${request.host}`
      // Anybody's page may read it, and keep it for five minutes.
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=300')
      return registerOf(agency, await pagesOf(db, agency, at), origin, at)
    },
  )

  app.post(
    `${path}/report`,
    {
      // Whoever writes from right to left has controls of direction in the text, unseen.
      config: { action: 'open', form: true, asFound: true, rateLimit: { max: 10, timeWindow: '1 hour' } },
      bodyLimit: 64 * 1024,
      schema: {
        operationId: 'reportImpostor',
        tags,
        summary: 'Report a page that pretends to be the department’s; without sign-in and without a script',
        consumes: ['application/x-www-form-urlencoded'],
        querystring: querySchema,
        body: formSchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const words = publicWords[language]
      const given = reportOf(request.body)
      const shown = { agency, language, path }
      const fault = faultOf(given, language)
      if (fault !== undefined)
        return sendPage(
          reply,
          publicPage({ ...shown, title: words.wrong }, reportForm(language, given, fault)),
          400,
        )
      const { address, says, reach } = given
      const reported = { address, says, reach: reach === '' ? null : reach }
      await reportImpostor(db, madeBy(request, 'impostors.report', reported), reported)
      return sendPage(
        reply,
        publicPage(
          { ...shown, title: words.thanks },
          html`<p role="status">${words.thanksLead}</p>
            <p><a href=${inLanguage(path, language)}>${words.back}</a></p>`,
        ),
      )
    },
  )
}

function reportOf({ address, says, reach }: z.infer<typeof formSchema>): {
  address: string
  says: string
  reach: string
} {
  return { address: address.trim(), says: says.trim(), reach: reach.trim() }
}

const most = { address: 500, says: 2_000, reach: 200 } as const

function faultOf(
  given: { address: string; says: string; reach: string },
  language: 'en' | 'es',
): string | undefined {
  const words = publicWords[language]
  const label = { address: words.where, says: words.what, reach: words.reach }
  for (const field of ['address', 'says', 'reach'] as const) {
    const { length } = given[field]
    if (length === 0 && field !== 'reach') return `${label[field]}: ${missing[language]}`
    if (length > most[field]) return `${label[field]}: ${length} / ${most[field]}`
  }
  return undefined
}

const missing = { en: 'please write it', es: 'escríbalo, por favor' } as const
