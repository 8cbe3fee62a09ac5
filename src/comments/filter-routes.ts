import { command } from '../ledger/command.ts'
import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { demand, may } from '../members/may.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { Refusal } from '../platform/refusal.ts'
import { decideFilter, endFilter, filtersOf, proposeFilter } from './filters.ts'
import { hearersAt, pagesRunBy, sightOf } from './offices.ts'
import { handlesOf } from './queue.ts'
import {
  byHandSchema,
  changedSchema,
  decideFilterSchema,
  filtersSchema,
  idSchema,
  proposeFilterSchema,
  type FilterView,
} from './schema.ts'
import { namesOf } from './store.ts'

const tags = ['filters']
const refusals = { '4xx': refusalSchema } as const

/** Keyword filters: proposed, approved by somebody else, published, ended by their day. */
export function filterRoutes(app: App): void {
  app.get(
    '/api/filters',
    {
      config: { action: 'filters.see' },
      schema: {
        operationId: 'listFilters',
        tags,
        summary: 'Keyword filters of the pages that I run, with their reasons and their ends',
        response: { 200: filtersSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      return { items: await filtersSeen(caller, app.clock()) }
    },
  )

  app.post(
    '/api/filters',
    {
      config: { action: 'filters.change' },
      schema: {
        operationId: 'proposeFilter',
        tags,
        summary:
          'Propose a filter, with a reason and an end within a year; it holds once another approves it',
        body: proposeFilterSchema,
        response: { 200: changedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const pages = await pagesRunBy(db, agency.agencyId, member.memberId)
      const { accountId } = request.body
      const isTied = accountId === null ? pages.length > 0 : pages.includes(accountId)
      demand(caller, 'filters.change', { assigned: isTied })
      if (accountId !== null) await refuseNoPage(caller, accountId)
      const made = madeBy(request, 'filters.propose', request.body)
      return await command(db, made, (tx, record) =>
        proposeFilter(tx, record, agency, member.memberId, request.body, made.at),
      )
    },
  )

  app.post(
    '/api/filters/:id/decide',
    {
      config: { action: 'appeals.decide' },
      schema: {
        operationId: 'decideFilter',
        tags,
        summary: 'Approve or disapprove a filter that somebody else proposed',
        params: idSchema,
        body: decideFilterSchema,
        response: { 200: changedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { id } = request.params
      const { version, approve, remarks = null } = request.body
      const hearers = await hearersAt(db, agency, app.clock())
      demand(caller, 'appeals.decide', { assigned: hearers.includes(member.memberId) })
      const made = madeBy(request, 'filters.decide', { id, ...request.body })
      return await command(db, made, (tx, record) =>
        decideFilter(tx, record, agency.agencyId, id, {
          by: member.memberId,
          version,
          approve,
          remarks,
          at: made.at,
        }),
      )
    },
  )

  app.post(
    '/api/filters/:id/end',
    {
      config: { action: 'filters.change' },
      schema: {
        operationId: 'endFilter',
        tags,
        summary: 'End a filter before its day',
        params: idSchema,
        body: byHandSchema,
        response: { 200: changedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const { id } = request.params
      const found = (await filtersSeen(caller, app.clock())).find(({ filterId }) => filterId === id)
      if (!found) throw new Refusal('notFound', 'there is no such filter')
      if (!found.mayEnd) throw new Refusal('conflict', `it is ${found.state} already, or not yours to end`)
      const { version = found.version } = request.body
      const made = madeBy(request, 'filters.end', { id, version })
      return await command(db, made, (tx, record) =>
        endFilter(tx, record, agency.agencyId, id, { version, at: made.at }),
      )
    },
  )
}

async function refuseNoPage({ db, agency }: MemberCaller, accountId: string): Promise<void> {
  const page = await db
    .selectFrom('account')
    .select('accountId')
    .where('agencyId', '=', agency.agencyId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  if (!page) throw new Refusal('notFound', 'there is no such page')
}

async function filtersSeen(caller: MemberCaller, at: string): Promise<FilterView[]> {
  const { db, agency, member } = caller
  const { agencyId } = agency
  const [all, sight, pages, hearers, handles] = await Promise.all([
    filtersOf(db, agencyId),
    sightOf(caller),
    pagesRunBy(db, agencyId, member.memberId),
    hearersAt(db, agency, at),
    handlesOf(db, agencyId),
  ])
  const { memberId } = member
  const isHearer = may(caller, 'appeals.decide', { assigned: hearers.includes(memberId) })
  const mine = all.filter(
    ({ accountId }) =>
      isHearer || sight === 'all' || (accountId === null ? pages.length > 0 : sight.includes(accountId)),
  )
  const named = await namesOf(
    db,
    agencyId,
    mine.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
  )
  return mine.map(({ agencyId: _agencyId, proposedBy, decidedBy, accountId, ...filter }) => {
    const isTied = accountId === null ? pages.length > 0 : pages.includes(accountId)
    const isOpen = filter.state === 'proposed'
    return {
      ...filter,
      accountId,
      account: accountId === null ? null : handles(accountId),
      proposedBy: named(proposedBy),
      decidedBy: decidedBy === null ? null : named(decidedBy),
      mayDecide: isOpen && isHearer && proposedBy !== memberId,
      mayEnd: (isOpen || filter.state === 'in-force') && may(caller, 'filters.change', { assigned: isTied }),
    }
  })
}
