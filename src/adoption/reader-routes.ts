import type { FastifyReply } from 'fastify'
import { memberOf } from '../members/caller.ts'
import { may } from '../members/may.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { adoptedOrder, adoptedVersion, newestOrder } from './adopted.ts'
import { otherOrders } from './differences.ts'
import { readerOf, routesOf } from './reader.ts'
import { orderQuery, readerSchema, selfCheckOrderSchema, versionsSchema } from './schema.ts'
import { selfCheckOrder, writtenOnce } from './self-check-order.ts'
import { versionBrief, versionBriefs } from './version-brief.ts'

const tags = ['orders']

export function readerRoutes(app: App): void {
  app.get(
    '/api/order',
    {
      compress: {},
      config: { action: 'order.see' },
      schema: {
        operationId: 'readOrder',
        tags,
        summary: 'The order in force (or soon to be, or a version by its id), provision by provision',
        querystring: orderQuery,
        response: { 200: readerSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const today = dayIn(agency.zone, app.clock())
      const { version } = request.query
      const adopted =
        version === undefined
          ? ((await adoptedOrder(db, agency.agencyId, today)) ?? (await newestOrder(db, agency.agencyId)))
          : await adoptedVersion(db, agency.agencyId, version)
      if (!adopted) throw new Refusal('notFound', 'no order has been adopted yet')
      return {
        version: await versionBrief(db, agency, today, adopted.versionId),
        agency: agency.name,
        provisions: readerOf(adopted),
        routes: routesOf(adopted),
        terms: { ...adopted.settings, appealTo: adopted.settings.appealTo.title },
        paths: otherOrders(adopted).flatMap(({ order, paths }) => paths.map((path) => ({ order, ...path }))),
      }
    },
  )

  app.get(
    '/api/orders',
    {
      config: { action: 'orders.see' },
      schema: {
        operationId: 'listOrderVersions',
        tags,
        summary:
          'Every version of the agency’s order, the one started last first; drafts for those who prepare them',
        response: { 200: versionsSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const all = await versionBriefs(db, agency, dayIn(agency.zone, app.clock()))
      return { items: all.filter(({ adoptedAt }) => adoptedAt !== null || may(caller, 'orders.change')) }
    },
  )

  app.get(
    '/api/self-check/order',
    {
      compress: {},
      config: { action: 'open' },
      schema: {
        operationId: 'selfCheckOrder',
        tags,
        summary: 'The order in force, for a browser to judge by; nothing of what is judged is ever sent back',
        response: { 200: selfCheckOrderSchema, '4xx': refusalSchema },
      },
      serializerCompiler: () => writtenOnce,
    },
    async (request, reply) => {
      const { db, agency } = request.caller
      const adopted = await adoptedOrder(db, agency.agencyId, app.clock())
      if (!adopted) throw new Refusal('notFound', 'no order is in force here yet')
      const { order, tag } = selfCheckOrder(adopted)
      reply.header('etag', tag).header('cache-control', 'public, max-age=60')
      if (request.headers['if-none-match'] === tag) return notModified(reply)
      return reply.send(order)
    },
  )
}

/** The browser has it already; no body goes out. */
function notModified(reply: FastifyReply): FastifyReply {
  return reply.code(304).send()
}
