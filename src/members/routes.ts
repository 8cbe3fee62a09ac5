import { command } from '../ledger/command.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { newId } from '../platform/id.ts'
import { z } from 'zod'
import { madeBy, memberOf } from './caller.ts'
import { lockOf } from './lock.ts'
import { may, demand } from './may.ts'
import { opened, openedAbout } from './opened.ts'
import {
  memberFormSchema,
  memberListQuerySchema,
  memberListSchema,
  memberPageSchema,
  memberPatchSchema,
  memberSchema,
  openedListSchema,
  openedQuerySchema,
  purposeQuerySchema,
  undercoverFormSchema,
  undercoverSchema,
} from './schema.ts'
import { addMember, changeMember, chartOf, findMember, listMembers } from './store.ts'
import { isDirectCommander, isUndercover, setUndercover } from './undercover.ts'

const idParams = z.object({ memberId: z.string().max(64) })
const refused = { '4xx': refusalSchema }
const tags = ['members']

/** The roster by form, one member at a time. */
export function memberRoutes(app: App): void {
  app.get(
    '/api/members',
    {
      config: { action: 'members.see' },
      schema: {
        operationId: 'members',
        tags,
        summary: 'The roster, by name',
        querystring: memberListQuerySchema,
        response: { 200: memberListSchema, ...refused },
      },
    },
    (request) => listMembers(request.caller.db, request.caller.agency.agencyId, request.query),
  )
  app.post(
    '/api/members',
    {
      config: { action: 'members.change', confirm: true },
      schema: {
        operationId: 'addMember',
        tags,
        summary: 'Put somebody on the roster',
        body: memberFormSchema,
        response: { 200: memberSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { memberId } = await command(
        db,
        madeBy(request, 'members.add', request.body),
        async (tx, record) => {
          const made = { memberId: newId() }
          await addMember(tx, record, agency.agencyId, made.memberId, request.body)
          return made
        },
      )
      return await findMember(db, agency.agencyId, memberId)
    },
  )
  app.get(
    '/api/members/:memberId',
    {
      config: { action: 'members.see' },
      schema: {
        operationId: 'member',
        tags,
        summary: 'One member',
        params: idParams,
        response: { 200: memberPageSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db, member } = memberOf(request)
      const { memberId } = request.params
      const [found, chart, lock] = await Promise.all([
        findMember(db, agency.agencyId, memberId),
        chartOf(db, agency.agencyId),
        lockOf(db, agency.agencyId, memberId),
      ])
      const holds = chart.holdings
        .filter((one) => one.memberId === memberId)
        .map(({ positionId, acting, from, to }) => {
          const lines = chart.positions.filter((one) => one.positionId === positionId)
          const title = (lines.findLast((line) => line.from <= from) ?? lines[0])?.title ?? positionId
          return { positionId, title, acting, from, to }
        })
      const seesLock = memberId === member.memberId || may(request.caller, 'lock.release')
      return { member: found, holds, locked: seesLock ? (lock ?? null) : null }
    },
  )
  app.patch(
    '/api/members/:memberId',
    {
      config: { action: 'members.change', confirm: true },
      schema: {
        operationId: 'changeMember',
        tags,
        summary: 'Change what the roster holds, or say from which day somebody no longer serves',
        params: idParams,
        body: memberPatchSchema,
        response: { 200: memberSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const { memberId } = request.params
      await findMember(db, agency.agencyId, memberId)
      const made = madeBy(request, 'members.change', { memberId, ...request.body })
      await command(db, made, async (tx, record) => {
        await changeMember(tx, record, agency.agencyId, memberId, request.body)
        return null
      })
      return await findMember(db, agency.agencyId, memberId)
    },
  )
  undercoverRoutes(app)
  app.get(
    '/api/me/opened',
    {
      config: { action: 'opened.see' },
      schema: {
        operationId: 'openedMine',
        tags,
        summary: 'Who opened what about me, and for what purpose',
        querystring: openedQuerySchema,
        response: { 200: openedListSchema, ...refused },
      },
    },
    (request) => {
      const { agency, db, member } = memberOf(request)
      return openedAbout(db, agency.agencyId, member.memberId, request.query)
    },
  )
}

function undercoverRoutes(app: App): void {
  app.post(
    '/api/members/:memberId/undercover/open',
    {
      config: { action: 'members.undercover', confirm: true },
      schema: {
        operationId: 'openUndercover',
        tags,
        summary: 'Whether a member works undercover; opening it is put down with its purpose',
        params: idParams,
        body: purposeQuerySchema,
        response: { 200: undercoverSchema, ...refused },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agency, db, member } = caller
      const { memberId } = request.params
      const [at, chart] = [app.clock(), await chartOf(db, agency.agencyId)]
      const assigned = isDirectCommander(chart, member.memberId, memberId, dayIn(agency.zone, at))
      demand(caller, 'members.undercover', { assigned })
      await findMember(db, agency.agencyId, memberId)
      await opened(db, { agency, member, at }, `${memberId}/undercover`, memberId, request.body.purpose)
      return { undercover: await isUndercover(db, agency.agencyId, memberId) }
    },
  )
  app.put(
    '/api/members/:memberId/undercover',
    {
      config: { action: 'members.undercover', confirm: true },
      schema: {
        operationId: 'setUndercover',
        tags,
        summary: 'Say whether a member works undercover',
        params: idParams,
        body: undercoverFormSchema,
        response: { 200: undercoverSchema, ...refused },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { agency, db, member } = caller
      const { memberId } = request.params
      const { undercover, purpose } = request.body
      const [at, chart] = [app.clock(), await chartOf(db, agency.agencyId)]
      const assigned = isDirectCommander(chart, member.memberId, memberId, dayIn(agency.zone, at))
      demand(caller, 'members.undercover', { assigned })
      await findMember(db, agency.agencyId, memberId)
      const made = madeBy(request, 'members.undercover', { memberId, undercover, purpose })
      await command(db, made, async (tx, record) => {
        await setUndercover(tx, record, agency.agencyId, memberId, { undercover, purpose })
        return null
      })
      return { undercover }
    },
  )
}
