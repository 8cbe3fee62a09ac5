import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../platform/http.ts'
import { sha256 } from '../../platform/id.ts'
import { httpDate, language, open, reading, refusals, tags, unchanged } from './answers.ts'
import { feedOf } from './feed-of.ts'
import { feedFormats, writeFeed } from './feeds.ts'

/** The feeds of posts and of notices, in three formats. */
export function feedRoutes(app: App): void {
  for (const what of ['posts', 'notices'] as const)
    for (const format of ['atom', 'rss', 'json'] as const)
      app.get(
        `/public/feeds/${what}.${format}`,
        {
          config: open,
          compress: {},
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
          const written = await writeFeed(feed, format)
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

function originOf(app: App, request: FastifyRequest): string {
  return `${app.house.isTls ? 'https' : 'http'}://${request.host}`
}
