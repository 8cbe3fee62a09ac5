import { adoptedOrder } from '../adoption/adopted.ts'
import { madeBy, memberOf } from '../members/caller.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { places } from './address.ts'
import { networkNames } from './networks/network.ts'
import { judgePage, noticesLacking, requirementsOf } from './notices.ts'
import { proposeAccount, proposeAgain } from './propose.ts'
import { runRoutes } from './run-routes.ts'
import { impostorRoutes } from './impostor-routes.ts'
import { publicRoutes } from './public-routes.ts'
import {
  accountIdSchema,
  accountSchema,
  accountsSchema,
  checklistSchema,
  pageRulingSchema,
  proposeAgainSchema,
  proposedSchema,
  proposeSchema,
  tryPageSchema,
} from './schema.ts'
import { scopes } from './scope.ts'
import { findPage, pagesOf } from './pages.ts'
import { lacksOf } from './lacks.ts'
import { accountBrief, accountView, demandTie } from './view.ts'
import { filledIn, offered } from './wording.ts'
import { Refusal } from '../platform/refusal.ts'
import { orderInForce } from '../permissions/ways.ts'

const tags = ['accounts']
const refusals = { '4xx': refusalSchema } as const

/** Official pages: what is proposed and how it stands, how it is run, what the public sees of it. */
export function accountRoutes(app: App): void {
  seeRoutes(app)
  proposeRoutes(app)
  runRoutes(app)
  impostorRoutes(app)
  publicRoutes(app)
}

function seeRoutes(app: App): void {
  app.get(
    '/api/accounts',
    {
      config: { action: 'accounts.see' },
      schema: {
        operationId: 'listAccounts',
        tags,
        summary: 'The department’s official pages: state, licence, last check, problems',
        response: { 200: accountsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const at = app.clock()
      const pages = await pagesOf(db, agency, at)
      const { networks } = app.house
      return {
        items: await Promise.all(
          pages.map((page) => accountBrief(db, agency, page, member.memberId, networks, at)),
        ),
      }
    },
  )

  app.get(
    '/api/accounts/checklist',
    {
      config: { action: 'accounts.see' },
      schema: {
        operationId: 'pageChecklist',
        tags,
        summary: 'What the adopted order asks of a page, words for each notice, and the networks',
        response: { 200: checklistSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const adopted = await adoptedOrder(db, agency.agencyId, app.clock())
      if (!adopted)
        throw new Refusal(
          'forbiddenByOrder',
          'the department has adopted no order yet, so no page can be approved',
        )
      const { identity } = adopted.order
      const inWords = (words: { en: string; es: string }): { en: string; es: string } => ({
        en: filledIn(words.en, { agency: agency.name }),
        es: filledIn(words.es, { agency: agency.name }),
      })
      return {
        order: { versionId: adopted.versionId, number: identity.number, title: identity.title },
        requirements: requirementsOf(adopted.order),
        notices: offered.map(({ fact, name, full, short }) => ({
          fact,
          name,
          full: inWords(full),
          short: inWords(short),
        })),
        networks: networkNames.map((network) => {
          const { title, pages, service, room } = places[network]
          return {
            network,
            title,
            pages,
            service: service ?? '',
            room,
            scope: scopes[network],
            secrets: Object.entries(app.house.networks[network].secrets).map(([name, asks]) => ({
              name,
              asks,
            })),
          }
        }),
      }
    },
  )

  app.get(
    '/api/accounts/:id',
    {
      config: { action: 'accounts.see' },
      schema: {
        operationId: 'seeAccount',
        tags,
        summary: 'One official page, and what I may do about it',
        params: accountIdSchema,
        response: { 200: accountSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const at = app.clock()
      const page = await findPage(caller.db, caller.agency, request.params.id, at)
      return await accountView(caller, page, app.house.networks, at)
    },
  )
}

function proposeRoutes(app: App): void {
  app.post(
    '/api/accounts/ruling',
    {
      config: { action: 'accounts.propose' },
      schema: {
        operationId: 'judgePage',
        tags,
        summary: 'What the order says of a page as it is filled in, and what still lacks; nothing is kept',
        body: tryPageSchema,
        response: { 200: pageRulingSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const at = app.clock()
      const { order } = await orderInForce(db, agency.agencyId, at)
      const { page } = request.body
      const ruling = judgePage(page, order, { on: at, isApproved: false })
      const requirements = requirementsOf(order)
      return {
        ruling: { ...ruling, covered: [], opinions: [] },
        lacks: [...lacksOf(page, app.house.allowHosts), ...noticesLacking(page, requirements)],
      }
    },
  )

  app.post(
    '/api/accounts',
    {
      config: { action: 'accounts.propose' },
      schema: {
        operationId: 'proposeAccount',
        tags,
        summary: 'Propose an official page; its licence is asked for of whoever the order lets approve it',
        body: proposeSchema,
        response: { 200: proposedSchema, ...refusals },
      },
    },
    (request) => {
      const { db, agency } = memberOf(request)
      const made = madeBy(request, 'accounts.propose', request.body)
      return proposeAccount(db, agency, made, request.body, app.house.allowHosts)
    },
  )

  app.post(
    '/api/accounts/:id/propose',
    {
      config: { action: 'accounts.propose' },
      schema: {
        operationId: 'proposeAccountAgain',
        tags,
        summary: 'Ask for the licence of a page anew, for longer or for other words',
        params: accountIdSchema,
        body: proposeAgainSchema,
        response: { 200: proposedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency, member } = caller
      const { id } = request.params
      const made = madeBy(request, 'accounts.propose-again', { id, ...request.body })
      const page = await findPage(db, agency, id, app.clock())
      if (page.proposedBy !== member.memberId) demandTie(page, member.memberId)
      return await proposeAgain(db, agency, made, id, request.body, app.house.allowHosts)
    },
  )
}
