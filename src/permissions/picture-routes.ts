import { z } from 'zod'
import { madeBy, memberOf } from '../members/caller.ts'
import { openBlobs, type Blobs } from '../platform/blobs.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { addPicture, mediaTypes, mostBytes, seePicture } from './pictures.ts'
import { look } from './routes.ts'
import { pictureAddedSchema } from './schema.ts'

const tags = ['permissions']
const refusals = { '4xx': refusalSchema } as const

/** The pictures that requests carry. */
export function pictureRoutes(app: App): void {
  const blobs = openBlobs(app.house.blobsFolder)
  addPictureRoute(app, blobs)

  app.get(
    '/api/blobs/:sha256',
    {
      config: { action: 'blobs.see' },
      schema: {
        operationId: 'seePicture',
        tags,
        summary: 'A picture that I added, or of a request that I may see',
        params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
        produces: mediaTypes,
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { sight } = await look(caller, app.clock())
      const { sha256 } = request.params
      const { mediaType, bytes } = await seePicture(caller.db, blobs, caller.agency.agencyId, sha256, sight)
      return reply.type(mediaType).send(Buffer.from(bytes))
    },
  )
}

/** The one route that takes a picture as its body: what reads one stays within it. */
function addPictureRoute(app: App, blobs: Blobs): void {
  void app.register((within: App, _options, done) => {
    within.addContentTypeParser(
      mediaTypes,
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body: Buffer, parsed) => parsed(null, body),
    )
    within.post(
      '/api/blobs',
      {
        config: { action: 'blobs.add', rateLimit: { max: 60 } },
        bodyLimit: mostBytes,
        schema: {
          operationId: 'addPicture',
          tags,
          summary: 'Add a picture (PNG, JPEG or WebP, at most 10 MB): the body is its bytes',
          consumes: mediaTypes,
          response: { 200: pictureAddedSchema, ...refusals },
        },
      },
      async (request) => {
        const { db } = memberOf(request)
        if (!Buffer.isBuffer(request.body))
          throw new Refusal('malformed', `send the picture itself, as ${mediaTypes.join(' or ')}`)
        const { input: _, ...made } = madeBy(request, 'blobs.add', undefined)
        return await addPicture(db, blobs, made, request.body)
      },
    )
    done()
  })
}
