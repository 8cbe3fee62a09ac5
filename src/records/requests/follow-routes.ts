import { z } from 'zod'
import { madeBy, type Agency } from '../../members/caller.ts'
import { pdfOf } from '../../permissions/letter.ts'
import type { Blobs } from '../../platform/blobs.ts'
import type { Db } from '../../platform/db.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { languageOf, publicPage, sendPage, type Language } from '../../platform/public-page.ts'
import { Refusal } from '../../platform/refusal.ts'
import { codeTyped } from './code.ts'
import { lawOf } from './law.ts'
import { moveRequest } from './moving.ts'
import { partBody } from './part-page.ts'
import { findBody, findPath, followBody } from './public-pages.ts'
import { requestWords } from './public-words.ts'
import { clockFor, requestWith } from './store.ts'
import type { StoredRequest } from './tables.ts'
import { lettersOf, releasesOf } from './view.ts'

const tags = ['public']
const refusals = { '4xx': refusalSchema } as const
const querySchema = z.object({ lang: z.string().max(10).optional() })
const codeSchema = z.object({ code: z.string().max(100) })
const partSchema = codeSchema.extend({ instalment: z.coerce.number().int().min(1).max(10_000) })
const rateLimit = { max: 60, timeWindow: '1 minute' }
const share = 50

/**
 * Where the package of an instalment is loaded from, by its number. What packs stands below this folder and is handed in
 * where it is mounted.
 */
export type Packages = (
  db: Db,
  agencyId: string,
  release: { requestId: string; code: string },
) => Promise<ReadonlyMap<number, string>>

/** A request as whoever holds its code follows it. */
export function followRoutes(app: App, blobs: Blobs, packages: Packages): void {
  const show = async (
    db: Db,
    agency: Agency,
    code: string,
    language: Language,
    fault?: string,
  ): Promise<{ page: string; status: number }> => {
    const request = await requestWith(db, agency.agencyId, code)
    if (!request) {
      const { title } = requestWords[language].find
      return {
        page: publicPage({ agency, language, title, path: findPath }, findBody(language, true)),
        status: 404,
      }
    }
    const at = app.clock()
    const here = `${findPath}/${codeTyped(code)}`
    const { requestId } = request
    const packed = await packages(db, agency.agencyId, { requestId, code: codeTyped(code) })
    const body = followBody(
      {
        request,
        law: lawOf(request.lawId),
        clock: await clockFor(db, agency, request, at),
        zone: agency.zone,
        at,
        letters: (await lettersOf(db, request)).filter(({ kind }) => kind !== 'notice'),
        releases: (await releasesOf(db, request)).map((one) => ({
          ...one,
          href: packed.get(one.instalment),
        })),
        here,
        fault,
      },
      language,
    )
    const title = requestWords[language].page.title(request.number)
    return {
      page: publicPage({ agency, language, title, path: here }, body),
      status: fault === undefined ? 200 : 400,
    }
  }

  app.get(
    `${findPath}/:code`,
    {
      config: { action: 'open', rateLimit },
      schema: {
        operationId: 'followRecordsRequest',
        tags,
        summary: 'A request for whoever holds its code: status, clock, letters, what was released',
        params: codeSchema,
        querystring: querySchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const { page, status } = await show(db, agency, request.params.code, languageOf(request.query.lang))
      return sendPage(reply.header('cache-control', 'no-store'), page, status)
    },
  )

  app.post(
    `${findPath}/:code`,
    {
      config: { action: 'open', form: true, asFound: true, rateLimit: { max: 10, timeWindow: '1 minute' } },
      bodyLimit: 512 * 1024,
      schema: {
        operationId: 'moveOwnRecordsRequest',
        tags,
        summary: 'Answers a question, takes the request back, or tells of an appeal, without a script',
        consumes: ['application/x-www-form-urlencoded'],
        params: codeSchema,
        querystring: querySchema,
        body: z.object({
          key: z.string().max(100).optional(),
          move: z.enum(['answer', 'withdraw', 'appeal']).optional(),
          version: z.coerce.number().int().min(1).max(1_000_000).optional(),
          words: z.string().default(''),
          docket: z.string().max(200).default(''),
        }),
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const said = requestWords[language]
      const { code } = request.params
      const { move, version, docket } = request.body
      const words = request.body.words.trim()
      const found = await requestWith(db, agency.agencyId, code)
      let fault: string | undefined
      if (move === undefined || version === undefined || (move !== 'withdraw' && words.length < 3))
        fault = said.page.empty
      else if (Array.from(words).length > 4_000) fault = said.form.long
      else if (found) {
        const sent = {
          move,
          version,
          ...(words === '' ? {} : { words }),
          ...(docket.trim() === '' ? {} : { docket }),
        }
        const made = madeBy(request, `records-requests.${move}`, { request: found.requestId, ...sent })
        const actor = { by: 'requester', isCustodian: false, isChief: false } as const
        fault = await refusalOf(
          () => moveRequest({ db, blobs, agency, made, actor }, found.requestId, sent),
          said.page.moved,
        )
      }
      const { page, status } = await show(db, agency, code, language, fault)
      return sendPage(reply.header('cache-control', 'no-store'), page, status)
    },
  )

  app.get(
    `${findPath}/:code/letters/:letterId`,
    {
      config: { action: 'open', rateLimit },
      schema: {
        operationId: 'readRecordsLetter',
        tags,
        summary: 'A letter to the requester, as PDF/A',
        params: codeSchema.extend({ letterId: z.uuid() }),
        produces: ['application/pdf'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const { requestId } = await demandRequest(db, agency, request.params.code)
      const row = await db
        .selectFrom('recordsLetter')
        .select(['letter', 'kind'])
        .where('agencyId', '=', agency.agencyId)
        .where('requestId', '=', requestId)
        .where('letterId', '=', request.params.letterId)
        .where('kind', '<>', 'notice')
        .executeTakeFirst()
      if (!row) throw new Refusal('notFound', 'there is no such letter')
      const pdf = pdfOf(row.letter)
      if (!pdf) throw new Refusal('unavailable', 'letters cannot be set on this machine')
      return await reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', `inline; filename="${row.kind}-${row.letter.number}.pdf"`)
        .send(Buffer.from(pdf))
    },
  )

  app.get(
    `${findPath}/:code/parts/:instalment`,
    {
      config: { action: 'open', rateLimit },
      schema: {
        operationId: 'readReleased',
        tags,
        summary: 'The records of a release, 50 at a time, as a page',
        params: partSchema,
        querystring: querySchema.extend({ after: z.coerce.number().int().min(0).max(10_000_000).default(0) }),
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const { code, instalment } = request.params
      const { requestId, number } = await demandRequest(db, agency, code)
      const rows = await db
        .selectFrom('recordsReleased')
        .selectAll()
        .where('agencyId', '=', agency.agencyId)
        .where('requestId', '=', requestId)
        .where('instalment', '=', instalment)
        .where('n', '>', request.query.after)
        .orderBy('n')
        .limit(share + 1)
        .execute()
      if (rows.length === 0) throw new Refusal('notFound', 'there is no such part')
      const page = rows.slice(0, share)
      const here = `${findPath}/${codeTyped(code)}/parts/${instalment}`
      const next = rows.length > share ? (page.at(-1)?.n ?? null) : null
      const title = requestWords[language].part.title(number, instalment)
      const shown = { agency, language, title, path: here }
      const body = partBody(page, { here, zone: agency.zone, next }, language)
      return sendPage(reply.header('cache-control', 'no-store'), publicPage(shown, body))
    },
  )

  app.get(
    `${findPath}/:code/parts/:instalment/:recordId/:place`,
    {
      config: { action: 'open', rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: {
        operationId: 'loadReleasedFile',
        tags,
        summary: 'A file of a released record, as it went out',
        params: partSchema.extend({ recordId: z.uuid(), place: z.coerce.number().int().min(0).max(1_000) }),
        produces: ['application/octet-stream'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const { code, instalment, recordId, place } = request.params
      const { requestId } = await demandRequest(db, agency, code)
      const row = await db
        .selectFrom('recordsReleased')
        .select('media')
        .where('agencyId', '=', agency.agencyId)
        .where('requestId', '=', requestId)
        .where('instalment', '=', instalment)
        .where('recordId', '=', recordId)
        .executeTakeFirst()
      const file = row?.media[place]
      if (!file) throw new Refusal('notFound', 'there is no such file')
      const isShown = /^(?:image\/(?:jpeg|png|webp|gif)|video\/(?:mp4|webm))$/.test(file.mediaType)
      return await reply
        .type(isShown ? file.mediaType : 'application/octet-stream')
        .header('cache-control', 'no-store')
        .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename="${file.name}"`)
        .send(Buffer.from(await blobs.get(file.sha256)))
    },
  )
}

/** The request of a code; refuses (notFound) one that was never given. */
async function demandRequest(db: Db, { agencyId }: Agency, code: string): Promise<StoredRequest> {
  const request = await requestWith(db, agencyId, code)
  if (!request) throw new Refusal('notFound', 'no request has this code; look whether it is complete')
  return request
}

/** Why it was refused, for the page; undefined where it was done. */
async function refusalOf(work: () => Promise<unknown>, moved: string): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return moved
    throw error
  }
}
