import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { openBlobs } from '../../platform/blobs.ts'
import type { App } from '../../platform/http.ts'
import { publicPage, sendPage } from '../../platform/public-page.ts'
import { Refusal } from '../../platform/refusal.ts'
import { copiesOf } from '../copies.ts'
import {
  feedsIn,
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
import { rangeOf, smallOf, smallWidths } from './media.ts'
import { postBody, postTitle, removedBody, spokenIn, type SiteMedia } from './post-pages.ts'
import { sitePost, type SitePost } from './site-posts.ts'
import { mediaOn } from './standing.ts'
import { siteWords } from './words.ts'

/** One post, and the pictures, films and captions of what stands on the site. */
export function postRoutes(app: App): void {
  app.get(
    '/public/posts/:id',
    {
      config: open,
      compress: {},
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
      const spoken = spokenIn(post, read.language)
      const shown = { ...read, title, spoken, path, feeds: feedsIn(read.language, ['posts']) }
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
      compress: {},
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
