import type { App } from '../../platform/http.ts'
import { z } from 'zod'
import { sha256 } from '../../platform/id.ts'
import { languageOf, publicPage, sendPage } from '../../platform/public-page.ts'
import { Refusal } from '../../platform/refusal.ts'
import { capOf } from '../notices/cap-of.ts'
import { writeCap } from '../notices/cap-write.ts'
import { mapWords, noticeMap } from '../notices/map-picture.ts'
import { townMapOf } from '../notices/town-map.ts'
import {
  feedsIn,
  httpDate,
  idSchema,
  isId,
  language,
  nothing,
  open,
  page,
  reading,
  refusals,
  tags,
  unchanged,
} from './answers.ts'
import { goneNoticeBody, noticeBody, saidIn } from './notice-pages.ts'
import { siteNotice } from './site-notices.ts'
import { siteWords } from './words.ts'

/** One notice: its page, its map, and its last message as CAP. */
export function noticeRoutes(app: App): void {
  app.get(
    '/public/notices/:id',
    {
      config: open,
      compress: {},
      schema: {
        operationId: 'publicNotice',
        tags,
        summary: 'One notice of the site; of one that was taken down, that it was',
        params: idSchema,
        querystring: language,
        ...page,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const read = reading(request, request.query.lang)
      const { id } = request.params
      const path = `/public/notices/${id}`
      const notice = isId.test(id) ? await siteNotice(db, agency.agencyId, id, app.clock()) : undefined
      if (!notice) return nothing(reply, read, path)
      const words = siteWords[read.language]
      if (notice.isRemoved) {
        const title = notice.endedAs === 'found' ? words.foundTitle : words.goneTitle
        return sendPage(reply, publicPage({ ...read, title, path }, goneNoticeBody(read, notice)), 410)
      }
      const town = await townMapOf(db, agency.agencyId)
      const { area } = notice.content
      const map = {
        words: mapWords(area, town, read.language),
        source: town.source,
        isDrawn: area.polygon !== null || area.circle !== null,
      }
      const { said, spoken } = saidIn(notice, read.language)
      const shown = {
        ...read,
        title: said.headline,
        spoken,
        description: notice.endedBecause ?? (said.instruction || said.description.slice(0, 160)),
        path,
        feeds: feedsIn(read.language, ['notices']),
      }
      return sendPage(reply, publicPage(shown, noticeBody(read, notice, map)))
    },
  )

  app.get(
    '/public/notices/:id/map.svg',
    {
      config: open,
      compress: {},
      schema: {
        operationId: 'publicNoticeMap',
        tags,
        summary: 'The area of a notice on the town’s own map',
        params: idSchema,
        querystring: language,
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const { id } = request.params
      const notice = isId.test(id) ? await siteNotice(db, agency.agencyId, id, app.clock()) : undefined
      if (!notice || notice.isRemoved) throw new Refusal('notFound', 'there is no such notice')
      const town = await townMapOf(db, agency.agencyId)
      const svg = noticeMap(notice.content.area, town, languageOf(request.query.lang))
      if (svg === undefined) throw new Refusal('notFound', 'this notice has no map')
      return await reply
        .type('image/svg+xml; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'public, max-age=60')
        .send(svg)
    },
  )

  app.get(
    '/public/notices/:id/cap.xml',
    {
      config: open,
      compress: {},
      schema: {
        operationId: 'publicNoticeCap',
        tags,
        summary: 'The last message of a notice as CAP 1.2: alert, update or cancel',
        params: idSchema,
        produces: ['application/cap+xml'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const { id } = request.params
      const notice = isId.test(id) ? await siteNotice(db, agency.agencyId, id, app.clock()) : undefined
      if (!notice) throw new Refusal('notFound', 'there is no such notice')
      const { noticeId, content, messages, endedAs, origin } = notice
      const xml = writeCap(capOf(agency, { noticeId, out: content, messages, endedAs, origin }), agency.zone)
      const tag = `"${sha256(xml).slice(0, 32)}"`
      reply.header('last-modified', httpDate(notice.updated)).header('cache-control', 'public, max-age=30')
      if (unchanged(request, reply, tag)) return await reply.code(304).send()
      return await reply.type('application/cap+xml; charset=utf-8').send(xml)
    },
  )
}
