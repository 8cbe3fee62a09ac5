import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import { openBlobs } from '../../platform/blobs.ts'
import type { App } from '../../platform/http.ts'
import { Refusal } from '../../platform/refusal.ts'
import { nameOf, zipOf } from './make.ts'
import type { StoredProduction } from './store.ts'

/** Sends the zip of a production, share by share. */
export function sendPackage(app: App, reply: FastifyReply, one: StoredProduction): FastifyReply {
  if (one.state !== 'made' || one.bytes === null)
    throw new Refusal('conflict', 'the package is being made; it is there within minutes')
  return reply
    .type('application/zip')
    .header('content-length', one.bytes)
    .header('content-disposition', `attachment; filename="${nameOf(one)}.zip"`)
    .send(Readable.from(zipOf(openBlobs(app.house.blobsFolder), one)))
}
