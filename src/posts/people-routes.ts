import { z } from 'zod'
import { command } from '../ledger/command.ts'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { demand } from '../members/may.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { personStatuses } from './content.ts'
import { settleDelivery } from './deliver-settle.ts'
import { stuckDeliveries } from './deliveries.ts'
import { emergenciesOf } from './emergencies.ts'
import { movePost } from './moving.ts'
import { postsNaming, recallList } from './recall-list.ts'
import { recallPerson } from './recall.ts'
import {
  deliverySchema,
  emergenciesSchema,
  namingSchema,
  postSettingsSchema,
  putPostSettingsSchema,
  recalledSchema,
  recallsSchema,
  settledSchema,
  settleSchema,
  statusSchema,
} from './schema.ts'
import { postGroundOf } from './seats.ts'
import { postSettingsOf } from './settings.ts'
import { keepsPosts } from './sight.ts'
import { findPost } from './store.ts'
import { deliveryView } from './view.ts'

const tags = ['posts']
const refusals = { '4xx': refusalSchema } as const

/** What becomes of posts once they are out: people whose status changes, deliveries that wait for a person. */
export function peopleRoutes(app: App): void {
  app.put(
    '/api/posts/people/status',
    {
      config: { action: 'posts.people' },
      schema: {
        operationId: 'changePersonStatus',
        tags,
        summary:
          'Somebody was found, cleared, arrested...: every post that says otherwise is removed or corrected, by a deadline',
        body: statusSchema,
        response: { 200: recalledSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      await demandKeeper(caller, 'posts.people', app.clock())
      const made = madeBy(request, 'posts.status', request.body)
      const recalled = await recallPerson(db, agency, made, request.body)
      // What tells the same audience goes straight to whoever approves it; where the order stops it, its author mends it.
      for (const { toldBy } of recalled.tasks) {
        const { state, version, contentHash } = await findPost(db, agency.agencyId, toldBy)
        if (state !== 'draft' || version !== 1) continue
        const key = `tell-${toldBy}`
        const submitting = { ...made, key, name: 'posts.submit', input: { id: toldBy, version } }
        const moving = { move: 'submit', version, contentHash } as const
        await movePost(db, agency, app.house.networks, submitting, toldBy, moving).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
      }
      void app.deliverSoon(agency)
      return recalled
    },
  )

  app.get(
    '/api/posts/recalls',
    {
      config: { action: 'posts.people' },
      schema: {
        operationId: 'listRecalls',
        tags,
        summary: 'Recalls that are not done, the most urgent first, and those of the last time',
        querystring: z.object({ all: z.enum(['open', 'all']).default('open') }),
        response: { 200: recallsSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      await demandKeeper(caller, 'posts.people', app.clock())
      return { items: await recallList(caller, request.query.all === 'all', app.clock()) }
    },
  )

  app.get(
    '/api/posts/naming',
    {
      config: { action: 'posts.people' },
      schema: {
        operationId: 'postsNaming',
        tags,
        summary: 'The posts that are out and name a person with another status: what a recall would reach',
        querystring: z.object({ name: z.string().trim().min(1).max(200), status: z.enum(personStatuses) }),
        response: { 200: namingSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      await demandKeeper(caller, 'posts.people', app.clock())
      const { name, status } = request.query
      return { items: await postsNaming(caller.db, caller.agency.agencyId, name, status) }
    },
  )

  app.get(
    '/api/posts/emergencies',
    {
      config: { action: 'posts.see' },
      schema: {
        operationId: 'countEmergencies',
        tags,
        summary: 'How often one sign-off sufficed, and what became of the reviews that it demands',
        response: { 200: emergenciesSchema, ...refusals },
      },
    },
    (request) => {
      const { db, agency } = memberOf(request)
      return emergenciesOf(db, agency.agencyId, app.clock())
    },
  )

  app.get(
    '/api/deliveries',
    {
      config: { action: 'deliveries.see' },
      schema: {
        operationId: 'stuckDeliveries',
        tags,
        summary: 'Deliveries that wait for a person to say what became of them',
        response: { 200: z.object({ items: z.array(deliverySchema) }), ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const ground = await demandKeeper(caller, 'deliveries.see', app.clock())
      const { agencyId } = caller.agency
      const stuck = await stuckDeliveries(caller.db, agencyId, 200)
      return {
        items: stuck.flatMap((one) =>
          deliveryView(one, ground.accounts, (id) => ({ memberId: id, name: id })),
        ),
      }
    },
  )

  app.post(
    '/api/deliveries/:id/settle',
    {
      config: { action: 'deliveries.settle' },
      schema: {
        operationId: 'settleDelivery',
        tags,
        summary: 'Say what stands on the page, of a delivery that is parked or was refused',
        params: z.object({ id: z.uuid() }),
        body: settleSchema,
        response: { 200: settledSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      await demandKeeper(caller, 'deliveries.settle', app.clock())
      const { id } = request.params
      const made = madeBy(request, 'deliveries.settle', { id, ...request.body })
      const settled = await settleDelivery(caller.db, made, id, request.body)
      void app.deliverSoon(caller.agency)
      return settled
    },
  )

  app.get(
    '/api/posts/settings',
    {
      config: { action: 'posts.see' },
      schema: {
        operationId: 'postSettings',
        tags,
        summary: 'Hours that a recall and the review of an emergency may take',
        response: { 200: postSettingsSchema, ...refusals },
      },
    },
    (request) => {
      const { db, agency } = memberOf(request)
      return postSettingsOf(db, agency.agencyId)
    },
  )

  app.put(
    '/api/posts/settings',
    {
      config: { action: 'posts.settings' },
      schema: {
        operationId: 'setPostSettings',
        tags,
        summary: 'Set the hours that a recall and the review of an emergency may take',
        body: putPostSettingsSchema,
        response: { 200: postSettingsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { agencyId } = agency
      const { version, recallHours, reviewHours } = request.body
      return await command(db, madeBy(request, 'posts.settings', request.body), async (tx, record) => {
        const now = await postSettingsOf(tx, agencyId)
        if (now.version !== version)
          throw new Refusal('conflict', 'somebody else set them meanwhile; look again')
        const next = { recallHours, reviewHours, version: version + 1 }
        await tx
          .insertInto('postSetting')
          .values({ agencyId, ...next })
          .onConflict((conflict) => conflict.column('agencyId').doUpdateSet(next))
          .execute()
        await record({ subject: agencyId, body: next })
        return next
      })
    },
  )
}

async function demandKeeper(
  caller: MemberCaller,
  action: 'posts.people' | 'deliveries.see' | 'deliveries.settle',
  at: string,
): Promise<Awaited<ReturnType<typeof postGroundOf>>> {
  const ground = await postGroundOf(caller.db, caller.agency, at)
  demand(caller, action, { assigned: await keepsPosts(caller, ground) })
  return ground
}
