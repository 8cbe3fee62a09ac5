import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '../../platform/http.ts'
import { sha256 } from '../../platform/id.ts'
import { publicPage, sendPage } from '../../platform/public-page.ts'
import { feedsIn, language, open, page, reading, tags, unchanged } from './answers.ts'
import { crimeRoutes } from './crime-routes.ts'
import { feedRoutes } from './feed-routes.ts'
import { frontBody, noticesBody } from './notice-pages.ts'
import { noticeRoutes } from './notice-routes.ts'
import { postRoutes } from './post-routes.ts'
import { postsBody } from './post-pages.ts'
import { siteNotices } from './site-notices.ts'
import { sitePosts } from './site-posts.ts'
import { siteWords } from './words.ts'

const css = readFileSync(join(import.meta.dirname, 'site.css'))
const cssTag = `"${sha256(css).slice(0, 32)}"`

/** The public site: pages without JavaScript, pictures, maps, CAP and feeds, for everybody. */
export function siteRoutes(app: App): void {
  app.get(
    '/public/site.css',
    { config: open, compress: {}, schema: { hide: true, operationId: 'siteCss' } },
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

function listRoutes(app: App): void {
  app.get(
    '/public',
    {
      config: open,
      compress: {},
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
      compress: {},
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
      compress: {},
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
