import type { FastifyReply, FastifyRequest } from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { openBlobs } from '../../platform/blobs.ts'
import { refusalSchema, type App } from '../../platform/http.ts'
import { sha256 } from '../../platform/id.ts'
import { inLanguage, languageOf, publicPage, sendPage, type Language } from '../../platform/public-page.ts'
import { Refusal } from '../../platform/refusal.ts'
import { copiesOf } from '../copies.ts'
import { capOf } from '../notices/cap-of.ts'
import { writeCap } from '../notices/cap-write.ts'
import { mapWords, noticeMap } from '../notices/map-picture.ts'
import { townMapOf } from '../notices/town-map.ts'
import { crimeRoutes } from './crime-routes.ts'
import { feedOf } from './feed-of.ts'
import { feedFormats, writeFeed } from './feeds.ts'
import { rangeOf, smallOf, smallWidths } from './media.ts'
import { frontBody, goneNoticeBody, noticeBody, noticesBody, saidIn } from './notice-pages.ts'
import { nothingBody, type Reading } from './parts.ts'
import { postBody, postsBody, postTitle, removedBody, type SiteMedia } from './post-pages.ts'
import { siteNotice, siteNotices } from './site-notices.ts'
import { sitePost, sitePosts, type SitePost } from './site-posts.ts'
import { mediaOn } from './standing.ts'
import { siteWords } from './words.ts'

const tags = ['public']
const refusals = { '4xx': refusalSchema } as const
const language = z.object({ lang: z.string().max(10).optional() })
const idSchema = z.object({ id: z.string().max(60) })
const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const page = { produces: ['text/html'], response: { 200: z.any(), ...refusals } }
const open = { action: 'open' } as const

const css = readFileSync(join(import.meta.dirname, 'site.css'))
const cssTag = `"${sha256(css).slice(0, 32)}"`

/** The public site: pages without JavaScript, pictures, maps, CAP and feeds, for everybody. */
export function siteRoutes(app: App): void {
  app.get(
    '/public/site.css',
    { config: open, schema: { hide: true, operationId: 'siteCss' } },
    (request, reply) =>
      unchanged(request, reply.header('cache-control', 'public, max-age=300'), cssTag)
        ? reply.code(304).send()
        : reply.type('text/css; charset=utf-8').send(css),
  )
  listRoutes(app)
  postRoutes(app)
  noticeRoutes(app)
  feedRoutes(app)
  crimeRoutes(app)
}

function reading(request: FastifyRequest, lang: string | undefined): Reading {
  return { agency: request.caller.agency, language: languageOf(lang) }
}

function originOf(app: App, request: FastifyRequest): string {
  return `${app.house.isTls ? 'https' : 'http'}://${request.host}`
}

/** Has the reader this very thing already? Sets the tag that the next request names. */
function unchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag)
  return request.headers['if-none-match']?.split(/,\s*/).includes(tag) === true
}

function feedsIn(
  shown: Language,
  what: readonly ('posts' | 'notices')[],
): {
  mediaType: string
  href: string
  title: string
}[] {
  const words = siteWords[shown]
  return what.flatMap((one) =>
    (['atom', 'rss', 'json'] as const).map((format) => ({
      mediaType: feedFormats[format].mediaType,
      href: inLanguage(`/public/feeds/${one}.${format}`, shown),
      title: `${words[one]} (${format})`,
    })),
  )
}

function nothing(reply: FastifyReply, { agency, language: shown }: Reading, path: string): FastifyReply {
  const title = siteWords[shown].nothing
  return sendPage(reply, publicPage({ agency, language: shown, title, path }, nothingBody(shown)), 404)
}

function listRoutes(app: App): void {
  app.get(
    '/public',
    {
      config: open,
      schema: {
        operationId: 'publicFront',
        tags,
        summary: 'The front page: notices in force and the newest posts',
        querystring: language,
        ...page,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const read = reading(request, request.query.lang)
      const words = siteWords[read.language]
      const [notices, { posts }] = await Promise.all([
        siteNotices(db, agency.agencyId, app.clock()),
        sitePosts(db, agency.agencyId, { limit: 5 }),
      ])
      const shown = {
        ...read,
        title: words.front,
        description: words.frontSays,
        path: '/public',
        feeds: feedsIn(read.language, ['notices', 'posts']),
      }
      return sendPage(reply, publicPage(shown, frontBody(read, notices, posts)))
    },
  )

  app.get(
    '/public/posts',
    {
      config: open,
      schema: {
        operationId: 'publicPosts',
        tags,
        summary: 'The posts of the site, the newest first, twenty to a page',
        querystring: language.extend({ before: z.coerce.number().int().positive().optional() }),
        ...page,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const read = reading(request, request.query.lang)
      const { before } = request.query
      const { posts, next } = await sitePosts(db, agency.agencyId, { before })
      const path = before === undefined ? '/public/posts' : `/public/posts?before=${before}`
      const shown = {
        ...read,
        title: siteWords[read.language].posts,
        path,
        feeds: feedsIn(read.language, ['posts']),
      }
      return sendPage(reply, publicPage(shown, postsBody(read, posts, next)))
    },
  )

  app.get(
    '/public/notices',
    {
      config: open,
      schema: {
        operationId: 'publicNotices',
        tags,
        summary: 'The notices of the site: in force, and over',
        querystring: language,
        ...page,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const read = reading(request, request.query.lang)
      const at = app.clock()
      const [inForce, over] = await Promise.all([
        siteNotices(db, agency.agencyId, at),
        siteNotices(db, agency.agencyId, at, { isOver: true }),
      ])
      const shown = {
        ...read,
        title: siteWords[read.language].notices,
        path: '/public/notices',
        feeds: feedsIn(read.language, ['notices']),
      }
      return sendPage(reply, publicPage(shown, noticesBody(read, inForce, over)))
    },
  )
}

function postRoutes(app: App): void {
  app.get(
    '/public/posts/:id',
    {
      config: open,
      schema: {
        operationId: 'publicPost',
        tags,
        summary: 'One post of the site; of one that was removed, that it was, when and why',
        params: idSchema,
        querystring: language,
        ...page,
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const read = reading(request, request.query.lang)
      const { id } = request.params
      const path = `/public/posts/${id}`
      const post = isId.test(id) ? await sitePost(db, agency.agencyId, id) : undefined
      if (!post) return nothing(reply, read, path)
      if (!('content' in post)) {
        const shown = { ...read, title: siteWords[read.language].removed, path }
        return sendPage(reply, publicPage(shown, removedBody(read, post)), 410)
      }
      const title = postTitle(post, read.language)
      const shown = { ...read, title, path, feeds: feedsIn(read.language, ['posts']) }
      const media = await mediaOf(request, post)
      return sendPage(reply, publicPage(shown, postBody(read, post, media)))
    },
  )

  app.get(
    '/public/media/:id',
    {
      config: open,
      schema: {
        operationId: 'publicMedia',
        tags,
        summary: 'A picture or a film of what stands on the site now; pictures in three small widths too',
        params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
        querystring: z.object({ w: z.coerce.number().optional() }),
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const width = smallWidths.find((one) => one === request.query.w)
      const found = await mediaOn(request.caller.db, request.caller.agency.agencyId, id)
      if (!found) throw new Refusal('notFound', 'nothing of this name stands on the site')
      reply
        .header('cache-control', 'public, max-age=300')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('accept-ranges', 'bytes')
      if (unchanged(request, reply, `"${id.slice(0, 32)}-${width ?? 0}"`)) return await reply.code(304).send()
      const { bytes, mediaType } = await smallOf(openBlobs(app.house.blobsFolder), id, found.mediaType, width)
      const range = rangeOf(request.headers.range, bytes.length)
      if (range === null)
        return await reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
      reply.type(mediaType)
      if (!range) return await reply.send(Buffer.from(bytes))
      const [from, to] = range
      reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes.length}`)
      return await reply.send(Buffer.from(bytes.subarray(from, to + 1)))
    },
  )

  app.get(
    '/public/media/:id/captions.vtt',
    {
      config: open,
      schema: {
        operationId: 'publicCaptions',
        tags,
        summary: 'The captions of a film that stands on the site',
        params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const found = await mediaOn(request.caller.db, request.caller.agency.agencyId, request.params.id)
      if (found?.captions == null) throw new Refusal('notFound', 'no captions of this film stand on the site')
      return await reply
        .type('text/vtt; charset=utf-8')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(found.captions)
    },
  )
}

async function mediaOf(request: FastifyRequest, { content }: SitePost): Promise<SiteMedia[]> {
  const { db, agency } = request.caller
  const copies = await copiesOf(
    db,
    agency.agencyId,
    content.media.map(({ sha256: hash }) => hash),
  )
  return content.media.flatMap(({ sha256: hash, alt, captions }) => {
    const copy = copies.get(hash)
    if (!copy) return []
    const { kind, mediaType, width, height } = copy
    return [{ sha256: hash, kind, mediaType, alt, width, height, captions }]
  })
}

function noticeRoutes(app: App): void {
  app.get(
    '/public/notices/:id',
    {
      config: open,
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
      const notice = isId.test(id) ? await siteNotice(db, agency.agencyId, id) : undefined
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
      const { said } = saidIn(notice, read.language)
      const shown = {
        ...read,
        title: said.headline,
        description: said.instruction || said.description.slice(0, 160),
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
      const notice = isId.test(id) ? await siteNotice(db, agency.agencyId, id) : undefined
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
      const notice = isId.test(id) ? await siteNotice(db, agency.agencyId, id) : undefined
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

function feedRoutes(app: App): void {
  for (const what of ['posts', 'notices'] as const)
    for (const format of ['atom', 'rss', 'json'] as const)
      app.get(
        `/public/feeds/${what}.${format}`,
        {
          config: open,
          schema: {
            operationId: `public-${what}-${format}`,
            tags,
            summary: `The ${what} of the site as ${format}`,
            querystring: language,
            produces: [feedFormats[format].mediaType],
            response: { 200: z.any(), ...refusals },
          },
        },
        async (request, reply) => {
          const read = reading(request, request.query.lang)
          const place = { origin: originOf(app, request), path: `/public/feeds/${what}.${format}` }
          const feed = await feedOf(request.caller.db, read, what, place, app.clock())
          const written = writeFeed(feed, format)
          const tag = `"${sha256(written).slice(0, 32)}"`
          reply
            .header('last-modified', httpDate(feed.updated))
            .header('cache-control', 'public, max-age=60')
            .header('access-control-allow-origin', '*')
            .header('vary', 'accept-encoding')
          if (unchanged(request, reply, tag)) return await reply.code(304).send()
          return await reply.type(`${feedFormats[format].mediaType}; charset=utf-8`).send(written)
        },
      )
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As HTTP writes times: `Sat, 21 Nov 2026 14:00:00 GMT`. */
function httpDate(at: string): string {
  const { dayOfWeek, day, month, year, hour, minute, second } =
    Temporal.Instant.from(at).toZonedDateTimeISO('UTC')
  return `${days[dayOfWeek - 1]}, ${two(day)} ${months[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} GMT`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
