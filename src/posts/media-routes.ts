import multipart from '@fastify/multipart'
import { z } from 'zod'
import { madeBy, memberOf } from '../members/caller.ts'
import { openBlobs } from '../platform/blobs.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { copiesOf } from './copies.ts'
import { addMedia, blurMedia, type MediaHouse } from './media.ts'
import { blurSchema, mediaAddedSchema } from './schema.ts'
import { postGroundOf } from './seats.ts'
import { refuseUnseenMedia } from './sight.ts'

const tags = ['posts']
const refusals = { '4xx': refusalSchema } as const
const mostBytes = 100 * 1024 * 1024

/** Pictures and films for posts: the original sealed, the public copy stripped of what a camera wrote into it. */
export function mediaRoutes(app: App): void {
  const house: MediaHouse = { blobs: openBlobs(app.house.blobsFolder), seal: app.house.seal }
  addRoute(app, house)

  app.post(
    '/api/media/:id/blur',
    {
      config: { action: 'media.add', rateLimit: { max: 120 } },
      schema: {
        operationId: 'blurMedia',
        tags,
        summary: 'Make another public copy of a picture, in which these regions are destroyed',
        params: z.object({ id: z.uuid() }),
        body: blurSchema,
        response: { 200: mediaAddedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const ground = await postGroundOf(caller.db, caller.agency, app.clock())
      const copy = await caller.db
        .selectFrom('mediaCopy')
        .select('sha256')
        .where('agencyId', '=', caller.agency.agencyId)
        .where('mediaId', '=', id)
        .executeTakeFirst()
      if (!copy) throw new Refusal('notFound', 'there is no such picture or film')
      await refuseUnseenMedia(caller, copy.sha256, ground)
      const { regions } = request.body
      const made = madeBy(request, 'media.blur', { id, regions })
      return await blurMedia(caller.db, house, made, id, regions)
    },
  )

  app.get(
    '/api/media/:sha256',
    {
      config: { action: 'media.see' },
      schema: {
        operationId: 'seeMedia',
        tags,
        summary: 'A public copy of a picture or film',
        params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { sha256 } = request.params
      const ground = await postGroundOf(caller.db, caller.agency, app.clock())
      await refuseUnseenMedia(caller, sha256, ground)
      const copy = (await copiesOf(caller.db, caller.agency.agencyId, [sha256])).get(sha256)
      if (!copy) throw new Refusal('notFound', 'there is no such picture or film')
      const bytes = Buffer.from(await house.blobs.get(sha256))
      return reply
        .type(copy.mediaType)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-disposition', 'inline')
        .send(bytes)
    },
  )
}

/** The one route that takes a file: multipart stays within it. */
function addRoute(app: App, house: MediaHouse): void {
  void app.register(async (within: App) => {
    await within.register(multipart, { limits: { files: 1, fileSize: mostBytes, fields: 2 } })
    within.post(
      '/api/media',
      {
        config: { action: 'media.add', rateLimit: { max: 60 } },
        bodyLimit: mostBytes + 100_000,
        schema: {
          operationId: 'addMedia',
          tags,
          summary:
            'Add a picture (JPEG, PNG, WebP) or a film (MP4, WebM), at most 100 MB, as the field `file`; gives its public copy',
          consumes: ['multipart/form-data'],
          response: { 200: mediaAddedSchema, ...refusals },
        },
      },
      async (request) => {
        const { db } = memberOf(request)
        const { input: _, ...made } = madeBy(request, 'media.add', undefined)
        if (!request.isMultipart())
          throw new Refusal('malformed', 'send the picture or film as the field "file"')
        const sent = await request.file()
        if (!sent) throw new Refusal('malformed', 'send the picture or film as the field "file"')
        return await addMedia(db, house, made, await sent.toBuffer())
      },
    )
  })
}
