import { command } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import { madeBy, memberOf } from '../../members/caller.ts'
import type { Db } from '../../platform/db.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { Refusal } from '../../platform/refusal.ts'
import { capture } from '../capture.ts'
import { refuseWordless } from '../store.ts'
import { holdStepOf } from './moves.ts'
import { runSearches } from './hold-searches.ts'
import { moveHold, placeHold, standingOf, widenHold } from './hold-store.ts'
import { holdsIn, holdView, recordsHeld } from './hold-view.ts'
import {
  changedHoldSchema,
  heldRecordsSchema,
  holdSchema,
  holdsQuerySchema,
  holdsSchema,
  idSchema,
  moveHoldSchema,
  newHoldSchema,
  pageQuerySchema,
  widenHoldSchema,
} from './schema.ts'
import { z } from 'zod'

const tags = ['records']
const refusals = { '4xx': refusalSchema }

/** Legal holds: placed by one, released by two. */
export function holdRoutes(app: App): void {
  app.post(
    '/api/holds',
    {
      config: { action: 'holds.place' },
      schema: {
        operationId: 'placeHold',
        tags,
        summary:
          'Keep records for a matter, whatever their period: by themselves, by thing, by thread, by a search',
        body: newHoldSchema,
        response: { 200: changedHoldSchema, ...refusals },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { matter, ref, title, on } = request.body
      const { records, things, threads, search } = on
      if (records.length + things.length + threads.length === 0 && search === null)
        throw new Refusal('malformed', 'say what is to be kept: records, a thing, a thread or a search')
      if (search?.words !== undefined) await refuseWordless(db, search.words)
      const made = madeBy(request, 'holds.place', {
        ...request.body,
        on: { ...on, search: search && { ...search } },
      })
      const { at } = made
      await captureAll(db, agency, at)
      const held = await command(db, made, async (tx, record) => {
        const placing = { agencyId: agency.agencyId, matter, ref, title, by: member.memberId, at, on }
        const holdId = await placeHold(tx, record, placing, false)
        return { holdId, version: 1, state: 'in-force' as const }
      })
      // Found and kept before it is said to be placed; cut off here, the minute's work finds it.
      if (search !== null) await runSearches(db, agency, at, held.holdId)
      return held
    },
  )

  app.get(
    '/api/holds',
    {
      config: { action: 'holds.see' },
      schema: {
        operationId: 'listHolds',
        tags,
        summary: 'Legal holds, the newest first',
        querystring: holdsQuerySchema,
        response: { 200: holdsSchema, ...refusals },
      },
    },
    async (request) => {
      const { agency, db } = memberOf(request)
      return await holdsIn(db, agency.agencyId, request.query)
    },
  )

  app.get(
    '/api/holds/:id',
    {
      config: { action: 'holds.see' },
      schema: {
        operationId: 'seeHold',
        tags,
        summary: 'One hold: what it keeps, its steps, and what I may do',
        params: idSchema,
        response: { 200: holdSchema, ...refusals },
      },
    },
    async (request) => await holdView(memberOf(request), request.params.id, app.clock()),
  )

  app.get(
    '/api/holds/:id/records',
    {
      config: { action: 'holds.see' },
      schema: {
        operationId: 'listRecordsHeld',
        tags,
        summary: 'The records that a hold keeps and that I may see, with the beginning of their words',
        params: idSchema,
        querystring: pageQuerySchema.extend({ after: z.uuid().optional() }),
        response: { 200: heldRecordsSchema, ...refusals },
      },
    },
    async (request) => await recordsHeld(memberOf(request), request.params.id, request.query),
  )

  app.post(
    '/api/holds/:id/search',
    {
      config: { action: 'holds.place' },
      schema: {
        operationId: 'searchForHold',
        tags,
        summary: 'Run the search of a hold now; what it finds is held',
        params: idSchema,
        response: { 200: z.object({ holdId: z.string() }), ...refusals },
      },
    },
    async (request) => {
      const { agency, db } = memberOf(request)
      const { id: holdId } = request.params
      const at = app.clock()
      await standingOf(db, agency.agencyId, holdId)
      await captureAll(db, agency, at)
      await runSearches(db, agency, at, holdId)
      return { holdId }
    },
  )

  app.post(
    '/api/holds/:id/widen',
    {
      config: { action: 'holds.place' },
      schema: {
        operationId: 'widenHold',
        tags,
        summary: 'Let a hold keep more',
        params: idSchema,
        body: widenHoldSchema,
        response: { 200: changedHoldSchema, ...refusals },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { id: holdId } = request.params
      const { on, version } = request.body
      if (on.search !== null) throw new Refusal('malformed', 'another search is another hold')
      if (on.records.length + on.things.length + on.threads.length === 0)
        throw new Refusal('malformed', 'say what is to be kept: records, a thing or a thread')
      const made = madeBy(request, 'holds.widen', { holdId, version, on: { ...on, search: null } })
      const { at } = made
      await captureAll(db, agency, at)
      return await command(db, made, async (tx, record) => {
        const by = { memberId: member.memberId, version }
        await widenHold(tx, record, { agencyId: agency.agencyId, holdId, at, by, ...on })
        return { holdId, version: version + 1, state: 'in-force' as const }
      })
    },
  )

  app.post(
    '/api/holds/:id/move',
    {
      config: { action: 'holds.move', confirm: true },
      schema: {
        operationId: 'moveHold',
        tags,
        summary:
          'Ask for a release, confirm or refuse the one that somebody else asked for, or take one’s own back',
        params: idSchema,
        body: moveHoldSchema,
        response: { 200: changedHoldSchema, ...refusals },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { agencyId } = agency
      const { id: holdId } = request.params
      const { move, version, reason = null } = request.body
      const made = madeBy(request, `holds.${move}`, { holdId, move, version, reason })
      const { state } = await standingOf(db, agencyId, holdId)
      if (holdStepOf(state, move)?.needsReason === true && reason === null)
        throw new Refusal('malformed', 'say why in a few words')
      const moving = { agencyId, holdId, move, version, reason, by: member.memberId, at: made.at }
      return await command(db, made, async (tx, record) => ({ ...(await moveHold(tx, record, moving)) }))
    },
  )
}

/** What happened a moment ago is a record too. */
export async function captureAll(db: Db, agency: Agency, at: string): Promise<void> {
  for (let more = true; more;) more = (await capture(db, agency, at)).isBehind
}
