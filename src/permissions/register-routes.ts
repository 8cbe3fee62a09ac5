import { z } from 'zod'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { openBlobs } from '../platform/blobs.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { renewPermission, revokePermission, withdrawPermission } from './endings.ts'
import { pictureRoutes } from './picture-routes.ts'
import { listPermissions, type StoredPermission } from './register.ts'
import { look, noLetter, requestRoutes } from './routes.ts'
import { rulingRoutes } from './ruling-routes.ts'
import {
  endedSchema,
  movedSchema,
  permissionIdSchema,
  permissionSchema,
  permissionsQuerySchema,
  permissionsSchema,
  revokeSchema,
  withdrawSchema,
} from './schema.ts'
import { seesPermission } from './sight.ts'
import { letterHash, permissionViews } from './view.ts'
import type { Known } from './ways.ts'

const tags = ['permissions']
const refusals = { '4xx': refusalSchema } as const

/** Everything of permissions: requests and rulings, the register, pictures. */
export function permissionRoutes(app: App): void {
  requestRoutes(app)
  rulingRoutes(app)
  registerRoutes(app)
  pictureRoutes(app)
}

function registerRoutes(app: App): void {
  const blobs = openBlobs(app.house.blobsFolder)

  app.get(
    '/api/permissions',
    {
      config: { action: 'permissions.see' },
      schema: {
        operationId: 'listPermissions',
        tags,
        summary: 'The register: my permissions, those of my chain, or all of them',
        querystring: permissionsQuerySchema,
        response: { 200: permissionsSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { items, next, known } = await listed(caller, app.clock(), request.query)
      return { items: await viewed(caller, items, known, app.clock()), next }
    },
  )

  app.get(
    '/api/permissions/:id',
    {
      config: { action: 'permissions.see' },
      schema: {
        operationId: 'seePermission',
        tags,
        summary: 'One permission, and what I may do with it',
        params: permissionIdSchema,
        response: { 200: permissionSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { found, known } = await seen(caller, request.params.id, app.clock())
      const [view] = await viewed(caller, [found], known, app.clock())
      if (!view) throw new Refusal('notFound', 'there is no such permission')
      return view
    },
  )

  app.get(
    '/api/permissions/:id/letter.pdf',
    {
      config: { action: 'permissions.see' },
      schema: {
        operationId: 'permissionLetter',
        tags,
        summary: 'The letter of a permission, PDF/A',
        params: permissionIdSchema,
        produces: ['application/pdf'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const caller = memberOf(request)
      const { found } = await seen(caller, request.params.id, app.clock())
      const hash = await letterHash(caller.db, caller.agency.agencyId, found.requestId)
      if (hash === undefined) throw noLetter(true)
      return reply.type('application/pdf').send(Buffer.from(await blobs.get(hash)))
    },
  )

  app.post(
    '/api/permissions/:id/revoke',
    {
      config: { action: 'permissions.revoke', confirm: true },
      schema: {
        operationId: 'revokePermission',
        tags,
        summary: 'Revoke a permission, for a reason bound to a provision, at once or from a day',
        params: permissionIdSchema,
        body: revokeSchema,
        response: { 200: endedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const made = madeBy(request, 'permissions.revoke', { id, ...request.body })
      await seen(caller, id, app.clock())
      return await revokePermission(caller.db, caller.agency, made, id, request.body)
    },
  )

  app.post(
    '/api/permissions/:id/withdraw',
    {
      config: { action: 'permissions.withdraw' },
      schema: {
        operationId: 'withdrawPermission',
        tags,
        summary: 'Give up a permission of mine',
        params: permissionIdSchema,
        body: withdrawSchema,
        response: { 200: endedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const made = madeBy(request, 'permissions.withdraw', { id, ...request.body })
      await seen(caller, id, app.clock())
      return await withdrawPermission(caller.db, caller.agency, made, id, request.body.version)
    },
  )

  app.post(
    '/api/permissions/:id/renew',
    {
      config: { action: 'permissions.renew' },
      schema: {
        operationId: 'renewPermission',
        tags,
        summary: 'Ask for a permission of mine anew: a draft with the old content, for as long again',
        params: permissionIdSchema,
        response: { 200: movedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const made = madeBy(request, 'permissions.renew', { id })
      await seen(caller, id, app.clock())
      return await renewPermission(caller.db, caller.agency, made, id)
    },
  )
}

type Query = z.infer<typeof permissionsQuerySchema>

async function listed(
  caller: MemberCaller,
  at: string,
  query: Query & { permissionId?: string },
): Promise<{ items: StoredPermission[]; next: string | null; known: Known }> {
  const { db, agency } = caller
  const { sight, known } = await look(caller, at, 'permissions.see')
  const when = { at, day: dayIn(agency.zone, at) }
  const page = await listPermissions(db, agency.agencyId, when, {
    ...query,
    seen: seesPermission(sight),
  })
  return { ...page, known }
}

/** A permission that the caller may see; for anybody else there is none. */
async function seen(
  caller: MemberCaller,
  permissionId: string,
  at: string,
): Promise<{ found: StoredPermission; known: Known }> {
  const { items, known } = await listed(caller, at, { permissionId, limit: 1 })
  const [found] = items
  if (!found) throw new Refusal('notFound', 'there is no such permission')
  return { found, known }
}

async function viewed(
  caller: MemberCaller,
  items: readonly StoredPermission[],
  known: Known,
  at: string,
): Promise<z.infer<typeof permissionsSchema>['items']> {
  const { db, agency, member } = caller
  return await permissionViews(db, agency, items, member.memberId, at, known)
}
