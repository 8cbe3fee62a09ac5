import { z } from 'zod'
import { command } from '../ledger/command.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { newId } from '../platform/id.ts'
import { madeBy, memberOf } from './caller.ts'
import { chainAbove } from './chain.ts'
import { addPosition, changePosition, designate, endDesignation, endHolding, hold } from './positions.ts'
import {
  chainSchema,
  chartSchema,
  dayQuerySchema,
  designationFormSchema,
  designationsSchema,
  endSchema,
  holdingFormSchema,
  positionFormSchema,
  positionPatchSchema,
} from './schema.ts'
import { doneSchema } from './session-schema.ts'
import { chartOf, findMember, membersOf } from './store.ts'

const tags = ['chain of command']
const refused = { '4xx': refusalSchema }
const idParams = z.object({ id: z.string().max(64) })
const done = { done: true } as const

/** Positions, who holds them, whom the chief designated, and the chain that follows. */
export function chainRoutes(app: App): void {
  positionRoutes(app)
  holdingRoutes(app)
  designationRoutes(app)
  app.get(
    '/api/chain/:memberId',
    {
      config: { action: 'positions.see' },
      schema: {
        operationId: 'chain',
        tags,
        summary: 'The desks above a member as they stood on a day, the chief last',
        params: z.object({ memberId: z.string().max(64) }),
        querystring: dayQuerySchema,
        response: { 200: chainSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { memberId } = request.params
      await findMember(db, agency.agencyId, memberId)
      const on = request.query.on ?? dayIn(agency.zone, app.clock())
      const above = chainAbove(await chartOf(db, agency.agencyId), memberId, on)
      const ids = above.flatMap((desk) => desk.holder?.memberId ?? [])
      const people = await membersOf(db, agency.agencyId, ids)
      const desks = above.map(({ holder, ...desk }) => {
        const name = people.find((one) => one.memberId === holder?.memberId)?.name ?? ''
        return { ...desk, holder: holder ? { ...holder, name } : null }
      })
      return { on, desks }
    },
  )
}

function positionRoutes(app: App): void {
  app.get(
    '/api/positions',
    {
      config: { action: 'positions.see' },
      schema: {
        operationId: 'positions',
        tags,
        summary: 'Every position and who held it when',
        response: { 200: chartSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { positions, holdings } = await chartOf(db, agency.agencyId)
      const people = await membersOf(
        db,
        agency.agencyId,
        holdings.map((one) => one.memberId),
      )
      return { positions: [...positions], holdings: [...holdings], people }
    },
  )
  app.post(
    '/api/positions',
    {
      config: { action: 'positions.change', confirm: true },
      schema: {
        operationId: 'addPosition',
        tags,
        summary: 'A new position',
        body: positionFormSchema,
        response: { 200: z.object({ positionId: z.string() }), ...refused },
      },
    },
    (request) => {
      const { agency, db } = request.caller
      return command(db, madeBy(request, 'positions.add', request.body), async (tx, record) => {
        const positionId = newId()
        await addPosition(tx, record, agency.agencyId, positionId, request.body)
        return { positionId }
      })
    },
  )
  app.patch(
    '/api/positions/:id',
    {
      config: { action: 'positions.change', confirm: true },
      schema: {
        operationId: 'changePosition',
        tags,
        summary: 'A position is otherwise, or closed, from a day on',
        params: idParams,
        body: positionPatchSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { id } = request.params
      const made = madeBy(request, 'positions.change', { positionId: id, ...request.body })
      await command(db, made, async (tx, record) => {
        await changePosition(tx, record, agency.agencyId, id, request.body)
        return null
      })
      return done
    },
  )
}

function holdingRoutes(app: App): void {
  app.post(
    '/api/holdings',
    {
      config: { action: 'positions.change', confirm: true },
      schema: {
        operationId: 'hold',
        tags,
        summary: 'A member holds a position, or acts in it, from a day on',
        body: holdingFormSchema,
        response: { 200: z.object({ holdingId: z.string() }), ...refused },
      },
    },
    (request) => {
      const { agency, db } = request.caller
      return command(db, madeBy(request, 'positions.hold', request.body), async (tx, record) => {
        const holdingId = newId()
        await hold(tx, record, agency.agencyId, holdingId, request.body)
        return { holdingId }
      })
    },
  )
  app.post(
    '/api/holdings/:id/end',
    {
      config: { action: 'positions.change', confirm: true },
      schema: {
        operationId: 'endHolding',
        tags,
        summary: 'From a day on, a member no longer holds a position',
        params: idParams,
        body: endSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { id } = request.params
      const { on } = request.body
      await command(db, madeBy(request, 'positions.end', { id, on }), async (tx, record) => {
        await endHolding(tx, record, agency.agencyId, id, on)
        return null
      })
      return done
    },
  )
}

function designationRoutes(app: App): void {
  app.get(
    '/api/designations',
    {
      config: { action: 'designations.see' },
      schema: {
        operationId: 'designations',
        tags,
        summary: 'Whom the chief designated for which permission matters',
        response: { 200: designationsSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { designations } = await chartOf(db, agency.agencyId)
      const ids = designations.flatMap((one) => [one.by, one.memberId])
      return { items: [...designations], people: await membersOf(db, agency.agencyId, ids) }
    },
  )
  app.post(
    '/api/designations',
    {
      config: { action: 'designations.change', confirm: true },
      schema: {
        operationId: 'designate',
        tags,
        summary: 'The chief designates a member for permission matters',
        body: designationFormSchema,
        response: { 200: z.object({ designationId: z.string() }), ...refused },
      },
    },
    (request) => {
      const { agency, db, member } = memberOf(request)
      const made = madeBy(request, 'designations.add', request.body)
      return command(db, made, async (tx, record) => {
        const designationId = newId()
        const on = dayIn(agency.zone, made.at)
        const form = { ...request.body, by: member.memberId, at: made.at, on }
        await designate(tx, record, agency.agencyId, designationId, form)
        return { designationId }
      })
    },
  )
  app.post(
    '/api/designations/:id/end',
    {
      config: { action: 'designations.change', confirm: true },
      schema: {
        operationId: 'endDesignation',
        tags,
        summary: 'From a day on, a designation no longer runs',
        params: idParams,
        body: endSchema,
        response: { 200: doneSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { id } = request.params
      const { on } = request.body
      await command(db, madeBy(request, 'designations.end', { id, on }), async (tx, record) => {
        await endDesignation(tx, record, agency.agencyId, id, on)
        return null
      })
      return done
    },
  )
}
