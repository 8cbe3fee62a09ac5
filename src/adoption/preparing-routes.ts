import multipart from '@fastify/multipart'
import { z } from 'zod'
import { adopt } from './adopting.ts'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { may } from '../members/may.ts'
import { openBlobs } from '../platform/blobs.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { isUndecided } from './fit-review.ts'
import { packsOnShelf } from './pack.ts'
import { abandon, confirmMatched, decideFit, fitOf, importOwn, setSettings, start } from './preparing.ts'
import {
  adoptedSchema,
  adoptSchema,
  confirmedSchema,
  decideSchema,
  fitParams,
  fitSchema,
  movedSchema,
  putSettingsSchema,
  seenSchema,
  shelfSchema,
  startedSchema,
  startSchema,
  versionDetailSchema,
  versionParams,
  type VersionDetail,
} from './schema.ts'
import { documentOf } from './fit-store.ts'
import { versionOf } from './store.ts'
import { detailOf, versionBrief } from './version-brief.ts'

const tags = ['orders']

/** A document larger than this is no order. */
const mostBytes = 60_000_000

export function preparingRoutes(app: App, shelf: string): void {
  app.get(
    '/api/orders/shelf',
    {
      config: { action: 'orders.change' },
      schema: {
        operationId: 'listPacks',
        tags,
        summary: 'The packs that a version can be started from',
        response: { 200: shelfSchema, '4xx': refusalSchema },
      },
    },
    () => ({ items: [...packsOnShelf(shelf)] }),
  )

  app.post(
    '/api/orders',
    {
      config: { action: 'orders.change' },
      schema: {
        operationId: 'startVersion',
        tags,
        summary: 'Start a version of the order from a pack',
        body: startSchema,
        response: { 200: startedSchema, '4xx': refusalSchema },
      },
    },
    (request) => {
      const { db, agency } = memberOf(request)
      return start(db, agency, madeBy(request, 'orders.start', request.body), request.body, shelf)
    },
  )

  app.get(
    '/api/orders/:versionId',
    {
      config: { action: 'orders.change' },
      schema: {
        operationId: 'seeVersion',
        tags,
        summary: 'A version with its settings, its document, and what stands in the way of adopting it',
        params: versionParams,
        response: { 200: versionDetailSchema, '4xx': refusalSchema },
      },
    },
    (request) => detail(memberOf(request), request.params.versionId, app.clock()),
  )

  app.get(
    '/api/orders/:versionId/fit',
    {
      config: { action: 'orders.change' },
      schema: {
        operationId: 'seeFit',
        tags,
        summary: 'How the agency’s own document fits the pack, provision by provision',
        params: versionParams,
        response: { 200: fitSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const stored = await versionOf(db, agency.agencyId, request.params.versionId)
      const rows = await fitOf(db, agency.agencyId, stored)
      const of = rows.filter((row) => row.state !== 'extra').length
      return { version: stored.version, of, rows, undecided: rows.filter(isUndecided).length }
    },
  )

  app.put(
    '/api/orders/:versionId/fit/:citation',
    {
      config: { action: 'orders.change' },
      schema: {
        operationId: 'decideFit',
        tags,
        summary: 'Confirm or correct how one provision fits',
        params: fitParams,
        body: decideSchema,
        response: { 200: movedSchema, '4xx': refusalSchema },
      },
    },
    (request) => {
      const { versionId, citation } = request.params
      const made = madeBy(request, 'orders.fit', { ...request.params, ...request.body })
      return decideFit(memberOf(request).db, made, versionId, citation, request.body)
    },
  )

  app.post(
    '/api/orders/:versionId/fit/confirm',
    {
      config: { action: 'orders.change' },
      schema: {
        operationId: 'confirmMatched',
        tags,
        summary: 'Confirm at once every provision whose words are exactly the pack’s',
        params: versionParams,
        body: seenSchema,
        response: { 200: confirmedSchema, '4xx': refusalSchema },
      },
    },
    (request) => {
      const made = madeBy(request, 'orders.fit', { ...request.params, ...request.body })
      return confirmMatched(memberOf(request).db, made, request.params.versionId, request.body.version)
    },
  )

  app.put(
    '/api/orders/:versionId/settings',
    {
      config: { action: 'orders.change', confirm: true },
      schema: {
        operationId: 'setOrderSettings',
        tags,
        summary: 'Set what the order leaves open',
        params: versionParams,
        body: putSettingsSchema,
        response: { 200: movedSchema, '4xx': refusalSchema },
      },
    },
    (request) => {
      const made = madeBy(request, 'orders.settings', { ...request.params, ...request.body })
      return setSettings(memberOf(request).db, made, request.params.versionId, request.body)
    },
  )

  app.post(
    '/api/orders/:versionId/abandon',
    {
      config: { action: 'orders.change' },
      schema: {
        operationId: 'abandonVersion',
        tags,
        summary: 'Give up a version that was never adopted',
        params: versionParams,
        body: seenSchema,
        response: { 200: movedSchema, '4xx': refusalSchema },
      },
    },
    (request) => {
      const made = madeBy(request, 'orders.abandon', { ...request.params, ...request.body })
      return abandon(memberOf(request).db, made, request.params.versionId, request.body.version)
    },
  )

  app.post(
    '/api/orders/:versionId/adopt',
    {
      config: { action: 'orders.adopt', confirm: true },
      schema: {
        operationId: 'adoptVersion',
        tags,
        summary: 'Adopt a version from its effective date on; nothing of it is changed afterwards',
        params: versionParams,
        body: adoptSchema,
        response: { 200: adoptedSchema, '4xx': refusalSchema },
      },
    },
    (request) => {
      const { db, agency } = memberOf(request)
      const made = madeBy(request, 'orders.adopt', { ...request.params, ...request.body })
      return adopt(db, agency, made, request.params.versionId, request.body)
    },
  )

  app.get(
    '/api/orders/:versionId/document',
    {
      config: { action: 'orders.see' },
      schema: {
        operationId: 'originalDocument',
        tags,
        summary: 'The document that was imported last, byte for byte',
        params: versionParams,
        response: { 200: z.unknown(), '4xx': refusalSchema },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const { versionId } = request.params
      const { adoption } = await versionOf(db, agency.agencyId, versionId)
      if (adoption === null && !may(caller, 'orders.change'))
        throw new Refusal('notFound', 'there is no such version of the order')
      const document = await documentOf(db, agency.agencyId, versionId)
      if (!document) throw new Refusal('notFound', 'no document was imported for this version')
      const bytes = await openBlobs(app.house.blobsFolder).get(document.sha256)
      // Whatever it is, a browser saves it and never runs it.
      reply
        .type('application/octet-stream')
        .header('x-content-type-options', 'nosniff')
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(document.name).replace(/['()*]/g, '')}`,
        )
      return reply.send(Buffer.from(bytes))
    },
  )

  importRoute(app)
}

/** The one route that takes a file: multipart stays within it. */
function importRoute(app: App): void {
  void app.register(async (within: App) => {
    await within.register(multipart, { limits: { files: 1, fileSize: mostBytes, fields: 5 } })
    within.post(
      '/api/orders/:versionId/document',
      {
        config: { action: 'orders.change' },
        bodyLimit: mostBytes + 100_000,
        schema: {
          operationId: 'importDocument',
          tags,
          summary:
            'Import the agency’s own document (Markdown, text, PDF, DOCX): fields `version`, then `file`',
          consumes: ['multipart/form-data'],
          params: versionParams,
          response: { 200: movedSchema, '4xx': refusalSchema },
        },
      },
      async (request) => {
        const { db } = memberOf(request)
        const sent = await request.file()
        if (!sent) throw new Refusal('malformed', 'send the document as the field "file"')
        const bytes = await sent.toBuffer()
        const field = sent.fields['version']
        const written = z.object({ value: z.coerce.number().int() }).safeParse(field)
        if (!written.success)
          throw new Refusal('malformed', 'send the field "version" (the number you saw) before the file')
        const version = written.data.value
        const { versionId } = request.params
        const name = sent.filename.replace(/^.*[/\\]/, '').slice(0, 200) || 'document'
        const input = { versionId, version, name, document: sha256(bytes) }
        const made = madeBy(request, 'orders.document', input)
        return await importOwn(db, openBlobs(app.house.blobsFolder), made, {
          versionId,
          version,
          name,
          mediaType: sent.mimetype.slice(0, 100),
          bytes,
        })
      },
    )
  })
}

async function detail({ db, agency }: MemberCaller, versionId: string, at: string): Promise<VersionDetail> {
  const stored = await versionOf(db, agency.agencyId, versionId)
  const brief = await versionBrief(db, agency, dayIn(agency.zone, at), versionId)
  return await detailOf(db, agency, stored, brief)
}
