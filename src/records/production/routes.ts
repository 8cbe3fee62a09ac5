import { z } from 'zod'
import { command } from '../../ledger/command.ts'
import { madeBy, memberOf } from '../../members/caller.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Packages } from '../requests/follow-routes.ts'
import { findPath } from '../requests/public-pages.ts'
import { codeTyped } from '../requests/code.ts'
import { findRequest, requestWith } from '../requests/store.ts'
import { archiveRoutes } from './archive-routes.ts'
import {
  archiveChangeSchema,
  archiveSchema,
  ofRequestSchema,
  productionIdSchema,
  productionSchema,
  productionsSchema,
  publishSchema,
  type ProductionView,
} from './schema.ts'
import { sendPackage } from './send.ts'
import {
  archiveSettings,
  findProduction,
  openArchive,
  productionsOf,
  setPublic,
  type StoredProduction,
} from './store.ts'

const tags = ['productions']
const refusals = { '4xx': refusalSchema } as const

/** Packages of what was released: for the custodian, for the requester, and in the public archive. */
export function productionRoutes(app: App): void {
  custodianRoutes(app)
  publishRoutes(app)
  requesterRoutes(app)
  archiveRoutes(app)
}

function custodianRoutes(app: App): void {
  app.get(
    '/api/records-requests/:requestId/productions',
    {
      config: { action: 'productions.see' },
      schema: {
        operationId: 'listProductions',
        tags,
        summary: 'The packages of what a request released, a part each',
        params: ofRequestSchema,
        response: { 200: productionsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { requestId } = await findRequest(db, agency.agencyId, request.params.requestId)
      const found = await productionsOf(db, agency.agencyId, requestId)
      return { items: found.map(viewOf) }
    },
  )

  app.get(
    '/api/productions/:productionId/package.zip',
    {
      config: { action: 'productions.see' },
      schema: {
        operationId: 'loadPackage',
        tags,
        summary: 'The package of a production, a BagIt bag as a zip',
        params: productionIdSchema,
        produces: ['application/zip'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { db, agency } = memberOf(request)
      return sendPackage(app, reply, await findProduction(db, agency.agencyId, request.params.productionId))
    },
  )
}

function publishRoutes(app: App): void {
  app.post(
    '/api/productions/:productionId/publish',
    {
      // What was once in the archive may have been copied by anybody.
      config: { action: 'productions.publish', confirm: true },
      schema: {
        operationId: 'publishProduction',
        tags,
        summary: 'Puts a production into the public archive, or takes it out',
        params: productionIdSchema,
        body: publishSchema,
        response: { 200: productionSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { agencyId } = agency
      const { productionId } = request.params
      const { version, isPublic } = request.body
      const name = isPublic ? 'productions.publish' : 'productions.withdraw'
      const made = madeBy(request, name, { productionId, ...request.body })
      await command(db, made, async (tx, record) => {
        const one = await findProduction(tx, agencyId, productionId)
        if (one.state !== 'made') throw new Refusal('conflict', 'its package is still being made')
        await setPublic(tx, one, version, isPublic ? made.at : null)
        await record({ subject: productionId, body: { isPublic } })
        return null
      })
      return viewOf(await findProduction(db, agencyId, productionId))
    },
  )

  app.get(
    '/api/archive',
    {
      config: { action: 'productions.see' },
      schema: {
        operationId: 'getArchiveSettings',
        tags,
        summary: 'Whether the agency keeps a public archive',
        response: { 200: archiveSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      return await archiveSettings(db, agency.agencyId)
    },
  )

  app.put(
    '/api/archive',
    {
      config: { action: 'archive.settle', confirm: true },
      schema: {
        operationId: 'putArchiveSettings',
        tags,
        summary: 'Opens the public archive, or closes it',
        body: archiveChangeSchema,
        response: { 200: archiveSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { version, isOpen } = request.body
      await command(db, madeBy(request, 'archive.settings', request.body), async (tx, record) => {
        await openArchive(tx, agency.agencyId, version, isOpen)
        await record({ subject: agency.agencyId, body: { isOpen } })
        return null
      })
      return await archiveSettings(db, agency.agencyId)
    },
  )
}

function requesterRoutes(app: App): void {
  app.get(
    `${findPath}/:code/packages/:instalment`,
    {
      config: { action: 'open', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        operationId: 'loadOwnPackage',
        tags: ['public'],
        summary: 'The package of a part that was released, for whoever holds the code of the request',
        params: z.object({
          code: z.string().max(100),
          instalment: z.coerce.number().int().min(1).max(10_000),
        }),
        produces: ['application/zip'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const { code, instalment } = request.params
      const asked = await requestWith(db, agency.agencyId, code)
      const found = asked && (await productionsOf(db, agency.agencyId, asked.requestId))
      const one = found?.find((production) => production.instalment === instalment)
      if (!one) throw new Refusal('notFound', 'there is no such package; look whether the code is complete')
      return sendPackage(app, reply.header('cache-control', 'no-store'), one)
    },
  )
}

/** Where a requester loads the packages of their request, by instalment: the page of the request shows them. */
export const packagesFor: Packages = async (db, agencyId, { requestId, code }) => {
  const found = await productionsOf(db, agencyId, requestId)
  return new Map(
    found
      .filter(({ state }) => state === 'made')
      .map(({ instalment }) => [instalment, `${findPath}/${codeTyped(code)}/packages/${instalment}`]),
  )
}

function viewOf(one: StoredProduction): ProductionView {
  const { productionId, requestId, requestRef, instalment, state, version, fault } = one
  const { at: releasedAt, madeAt, sha256, bytes, summary, publicAt } = one
  return {
    productionId,
    requestId,
    requestRef,
    instalment,
    state,
    version,
    fault,
    releasedAt,
    madeAt,
    sha256,
    bytes,
    publicAt,
    records: summary?.records ?? null,
    redacted: summary?.redacted ?? null,
    withheld: summary?.withheld ?? null,
    media: summary?.media ?? null,
    numbers: summary?.bates ?? null,
    lacks: [...(summary?.lacks ?? [])],
    href: state === 'made' ? `/api/productions/${productionId}/package.zip` : null,
  }
}
