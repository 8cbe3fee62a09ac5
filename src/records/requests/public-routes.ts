import { z } from 'zod'
import { madeInSecret, type Agency } from '../../members/caller.ts'
import { openBlobs } from '../../platform/blobs.ts'
import type { Db } from '../../platform/db.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { inLanguage, languageOf, publicPage, sendPage, type Language } from '../../platform/public-page.ts'
import { codeTyped } from './code.ts'
import { followRoutes, type Packages } from './follow-routes.ts'
import { receive } from './intake.ts'
import { lawOf } from './law.ts'
import {
  findBody,
  findPath,
  formBody,
  formPath,
  madeBody,
  nothingWritten,
  type Fault,
  type Wrote,
} from './public-pages.ts'
import { requestWords } from './public-words.ts'
import { putDownSchema, type Requester } from './schema.ts'
import { requestSettings } from './settings.ts'
import { requestWith } from './store.ts'

const tags = ['public']
const refusals = { '4xx': refusalSchema } as const
const querySchema = z.object({ lang: z.string().max(10).optional() })
const line = z.string().max(2_000).default('')

const intakeSchema = z.object({
  key: z.string().max(100).optional(),
  wants: z.string().default(''),
  name: line,
  email: line,
  address: line,
  phone: line,
})

/** The public's side of requests for records: no script, no sign-in, no account. */
export function publicRequestRoutes(app: App, packages: Packages): void {
  app.get(
    formPath,
    {
      config: { action: 'open' },
      schema: {
        operationId: 'recordsRequestForm',
        tags,
        summary: 'The form by which anybody asks for records, as a page',
        querystring: querySchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      return sendPage(reply, await formPage(db, agency, language, nothingWritten))
    },
  )

  app.post(
    formPath,
    {
      // Whoever writes from right to left has controls of direction in the text, unseen.
      config: { action: 'open', form: true, asFound: true, rateLimit: { max: 10, timeWindow: '1 minute' } },
      bodyLimit: 512 * 1024,
      schema: {
        operationId: 'askForRecords',
        tags,
        summary: 'Asks for records, without an account and without a script; the code is shown once',
        consumes: ['application/x-www-form-urlencoded'],
        querystring: querySchema,
        body: intakeSchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const { key, ...wrote } = request.body
      const sent = { ...wrote, ...(key === undefined ? {} : { key }) }
      // The answer holds what was sent, and the code: no copy of it stays in the browser.
      reply.header('cache-control', 'no-store')
      const fault = await faultOf(db, agency, language, wrote)
      if (fault !== undefined)
        return sendPage(reply, await formPage(db, agency, language, { ...wrote, fault }, sent), 400)
      const made = madeInSecret(request, 'records-requests.receive')
      const done = await receive(db, app.house.seal, agency, made, {
        way: 'form',
        requester: requesterOf(wrote),
        language,
        wants: wrote.wants.trim(),
        receivedAt: made.at,
        original: null,
      })
      const shown = { agency, language, title: requestWords[language].made.title, path: formPath, sent }
      return sendPage(reply, publicPage(shown, madeBody(done, language)))
    },
  )

  app.get(
    findPath,
    {
      config: { action: 'open', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        operationId: 'findRecordsRequest',
        tags,
        summary: 'Where a requester types their code, as a page',
        querystring: querySchema.extend({ code: z.string().max(100).optional() }),
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const { code } = request.query
      const found = code === undefined ? undefined : await requestWith(db, agency.agencyId, code)
      if (found && code !== undefined)
        return await reply.redirect(inLanguage(`${findPath}/${codeTyped(code)}`, language), 303)
      const isUnknown = code !== undefined && code.trim() !== ''
      const shown = { agency, language, title: requestWords[language].find.title, path: findPath }
      return sendPage(reply, publicPage(shown, findBody(language, isUnknown)), isUnknown ? 404 : 200)
    },
  )

  followRoutes(app, openBlobs(app.house.blobsFolder), packages)
}

async function formPage(
  db: Db,
  agency: Agency,
  language: Language,
  wrote: Wrote,
  sent?: Readonly<Record<string, string>>,
): Promise<string> {
  const { settings } = await requestSettings(db, agency.agencyId)
  const { title, description } = requestWords[language].form
  const body = formBody(lawOf(settings.lawId), settings, language, wrote)
  const shown = { agency, language, title, description, path: formPath, ...(sent ? { sent } : {}) }
  return publicPage(shown, body)
}

/** What is wrong with a filled form, in its own language. */
async function faultOf(
  db: Db,
  { agencyId }: Agency,
  language: Language,
  wrote: Wrote,
): Promise<Fault | undefined> {
  const said = requestWords[language].form
  const { settings } = await requestSettings(db, agencyId)
  const { fields } = lawOf(settings.lawId)
  if (wrote.wants.trim() === '') return { at: 'wants', says: said.empty }
  const requester = requesterOf(wrote)
  const held = putDownSchema
    .pick({ wants: true, requester: true })
    .safeParse({ wants: wrote.wants, requester })
  if (!held.success)
    return held.error.issues.some(({ path }) => path.includes('email'))
      ? { at: 'email', says: said.badEmail }
      : { at: 'wants', says: said.long }
  if (fields.name === 'needed' && requester.name === null) return { at: 'name', says: said.needsName }
  if (fields.address === 'needed' && requester.email === null && requester.address === null)
    return { at: 'email', says: said.needsAddress }
  return undefined
}

function requesterOf({ name, email, address, phone }: Wrote): Requester {
  return { name: filled(name), email: filled(email), address: filled(address), phone: filled(phone) }
}

function filled(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
