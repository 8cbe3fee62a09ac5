import multipart from '@fastify/multipart'
import { z } from 'zod'
import { command } from '../../ledger/command.ts'
import { madeBy, memberOf, type Agency } from '../../members/caller.ts'
import { membersOf } from '../../members/store.ts'
import { openBlobs } from '../../platform/blobs.ts'
import type { Db } from '../../platform/db.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  importSchema,
  importsQuerySchema,
  importsSchema,
  recordIdSchema,
  type RecordImport,
} from '../schema.ts'
import { addImport, findImport, importsOf, type StoredImport } from './imports.ts'
import { readImport } from './run.ts'

const tags = ['records']
const refusals = { '4xx': refusalSchema }

/** Bytes that a browser may send; a larger file is brought by `decorum records import`. */
export const mostUploaded = 512 * 1024 ** 2

/** What stood before Decorum: account exports and web archives. */
export function importRoutes(app: App): void {
  const closing = new AbortController()
  const reading = new Set<Promise<void>>()
  app.addHook('onClose', async () => {
    closing.abort()
    await Promise.all(reading)
  })
  // Read at once and not waited for; what is cut off is read on with the minute's work.
  const readSoon = (db: Db, agency: Agency, importId: string): void => {
    const reader = { blobs: openBlobs(app.house.blobsFolder), clock: app.clock, signal: closing.signal }
    const one = readImport(db, agency, importId, reader)
      .catch((err: unknown) => app.log.error({ err, reference: newId() }, 'an import was cut off'))
      .finally(() => reading.delete(one))
    reading.add(one)
  }

  app.get(
    '/api/imports',
    {
      config: { action: 'records.import' },
      schema: {
        operationId: 'listImports',
        tags,
        summary: 'What was brought from before, the newest first',
        querystring: importsQuerySchema,
        response: { 200: importsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { items, next } = await importsOf(db, agency.agencyId, request.query)
      return { items: await viewsOf(db, agency.agencyId, items), next }
    },
  )

  app.get(
    '/api/imports/:id',
    {
      config: { action: 'records.import' },
      schema: {
        operationId: 'seeImport',
        tags,
        summary: 'How far an import is, what it brought and what it could not read',
        params: recordIdSchema,
        response: { 200: importSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      return await viewOf(db, agency.agencyId, request.params.id)
    },
  )
  addRoute(app, readSoon)
}

/** The one route that takes a file: multipart stays within it. */
function addRoute(app: App, readSoon: (db: Db, agency: Agency, importId: string) => void): void {
  void app.register(async (within: App) => {
    await within.register(multipart, { limits: { files: 1, fileSize: mostUploaded + 1, fields: 2 } })
    within.post(
      '/api/imports',
      {
        config: { action: 'records.import', rateLimit: { max: 60 } },
        bodyLimit: mostUploaded + 100_000,
        schema: {
          operationId: 'addImport',
          tags,
          summary:
            'Bring an export of Facebook, Instagram, X or YouTube (ZIP) or a web archive (WARC, WACZ), at most 512 MB, as the field `file`',
          querystring: z.object({ account: z.uuid().optional() }),
          consumes: ['multipart/form-data'],
          response: { 200: importSchema, ...refusals },
        },
      },
      async (request) => {
        const { db, agency } = memberOf(request)
        if (!request.isMultipart()) throw new Refusal('malformed', 'send the export as the field "file"')
        const sent = await request.file()
        if (!sent) throw new Refusal('malformed', 'send the export as the field "file"')
        const kept = await openBlobs(app.house.blobsFolder).putStream(sent.file, mostUploaded)
        const fileName =
          sent.filename
            // No name is shown as another one.
            .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
            .replace(/^.*[/\\]/, '')
            .slice(0, 200)
            .toWellFormed() || 'export'
        const accountId = request.query.account ?? null
        const made = madeBy(request, 'records.import', { ...kept, fileName, accountId })
        const { by, at } = made
        const importId = await command(db, made, (tx, record) =>
          addImport(tx, record, agency.agencyId, { ...kept, fileName, accountId, by, at }),
        )
        readSoon(db, agency, importId)
        return await viewOf(db, agency.agencyId, importId)
      },
    )
  })
}

async function viewOf(db: Db, agencyId: string, importId: string): Promise<RecordImport> {
  const [view] = await viewsOf(db, agencyId, [await findImport(db, agencyId, importId)])
  if (!view) throw new Error('an import has no view')
  return view
}

async function viewsOf(db: Db, agencyId: string, imports: readonly StoredImport[]): Promise<RecordImport[]> {
  const members = await membersOf(
    db,
    agencyId,
    imports.map(({ madeBy: by }) => by),
  )
  return imports.map(({ atFile: _file, atItem: _item, readBytes, allBytes, madeBy: by, ...one }) => ({
    ...one,
    progress: one.state === 'done' ? 1 : allBytes === 0 ? 0 : readBytes / allBytes,
    madeBy: { memberId: by, name: members.find((member) => member.memberId === by)?.name ?? 'Decorum' },
  }))
}
