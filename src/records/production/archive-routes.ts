import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { html, languageOf, publicPage, sendPage } from '../../platform/public-page.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Reading } from '../../posts/site/parts.ts'
import { archivedPosts, archivedRecords, readAfter, versionsOf } from './archive.ts'
import { archiveBody, archivePath, productionBody, titleOf, versionsBody } from './archive-pages.ts'
import { archiveWords } from './archive-words.ts'
import { archiveQuerySchema, productionIdSchema } from './schema.ts'
import { sendPackage } from './send.ts'
import { archiveSettings, findProduction, publicProductions, type StoredProduction } from './store.ts'

const tags = ['public']
const config = { action: 'open' }
const page = { produces: ['text/html'], response: { 200: z.any(), '4xx': refusalSchema } }
const language = z.object({ lang: z.string().max(10).optional() })

/** The public archive: no sign-in, no script. An agency that has not opened it has none. */
export function archiveRoutes(app: App): void {
  app.get(
    archivePath,
    {
      config,
      compress: {},
      schema: {
        operationId: 'publicArchive',
        tags,
        summary: 'Released records and official posts with their versions, searchable, as a page',
        querystring: archiveQuerySchema,
        ...page,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const asked = { agency, language: languageOf(request.query.lang) }
      const { title, description, closed } = archiveWords[asked.language]
      const shown = { ...asked, title, description, path: archivePath }
      if (!(await isOpen(request))) return sendPage(reply, publicPage(shown, html`<p>${closed}</p>`), 404)
      const { q = '', after: cursor } = request.query
      const words = q === '' ? undefined : q
      const after = cursor === undefined ? undefined : readAfter(cursor)
      if (cursor !== undefined && after === undefined)
        throw new Refusal('malformed', 'the address of this page is not whole')
      const isFirst = after === undefined
      const [found, posts, productions] = await Promise.all([
        archivedRecords(db, agency.agencyId, words, after),
        isFirst ? archivedPosts(db, agency.agencyId, words) : [],
        isFirst && words === undefined ? publicProductions(db, agency.agencyId, 20) : [],
      ])
      const body = archiveBody(asked, { words: q, ...found, posts, productions })
      return sendPage(reply, publicPage(shown, body))
    },
  )

  app.get(
    `${archivePath}/:productionId`,
    {
      config,
      schema: {
        operationId: 'publicProduction',
        tags,
        summary: 'One production of the archive, as a page',
        params: productionIdSchema,
        querystring: language,
        ...page,
      },
    },
    async (request, reply) => {
      const reading = await readingOf(request, request.query.lang)
      const one = await demandPublic(request, request.params.productionId)
      const path = `${archivePath}/${one.productionId}`
      return sendPage(
        reply,
        publicPage({ ...reading, title: titleOf(one, reading), path }, productionBody(reading, one)),
      )
    },
  )

  app.get(
    `${archivePath}/:productionId/package.zip`,
    {
      config: { ...config, rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        operationId: 'loadPublicPackage',
        tags,
        summary: 'The package of a production of the archive',
        params: productionIdSchema,
        produces: ['application/zip'],
        response: { 200: z.any(), '4xx': refusalSchema },
      },
    },
    async (request, reply) => {
      await readingOf(request, undefined)
      return sendPackage(app, reply, await demandPublic(request, request.params.productionId))
    },
  )

  app.get(
    `${archivePath}/posts/:postId`,
    {
      config,
      schema: {
        operationId: 'publicPostVersions',
        tags,
        summary: 'Every version of an official post that stands on the site, as a page',
        params: z.object({ postId: z.uuid() }),
        querystring: language,
        ...page,
      },
    },
    async (request, reply) => {
      const reading = await readingOf(request, request.query.lang)
      const { db, agency } = request.caller
      const { postId } = request.params
      const versions = await versionsOf(db, agency.agencyId, postId)
      if (versions.length === 0) throw new Refusal('notFound', 'there is no such post on the site')
      const title = archiveWords[reading.language].versions(versions.length)
      const path = `${archivePath}/posts/${postId}`
      return sendPage(reply, publicPage({ ...reading, title, path }, versionsBody(reading, postId, versions)))
    },
  )
}

/** Whose archive is read; refuses (notFound) where the agency keeps none. */
async function readingOf(request: FastifyRequest, lang: string | undefined): Promise<Reading> {
  // The page of a refusal says for itself what it is in Spanish.
  if (!(await isOpen(request))) throw new Refusal('notFound', archiveWords.en.closed)
  return { agency: request.caller.agency, language: languageOf(lang) }
}

async function isOpen({ caller }: FastifyRequest): Promise<boolean> {
  return (await archiveSettings(caller.db, caller.agency.agencyId)).isOpen
}

async function demandPublic({ caller }: FastifyRequest, productionId: string): Promise<StoredProduction> {
  const one = await findProduction(caller.db, caller.agency.agencyId, productionId)
  if (one.publicAt === null) throw new Refusal('notFound', 'there is no such production')
  return one
}
