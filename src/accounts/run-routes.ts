import { madeBy, memberOf, type MemberCaller } from '../members/caller.ts'
import { demand } from '../members/may.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { changeAdministrators, changeSuspending, closeAccount } from './changes.ts'
import { checkPage } from './check.ts'
import { giveKey } from './keys.ts'
import { reviewPage } from './review.ts'
import {
  accountChangedSchema,
  accountIdSchema,
  accountSchema,
  administratorsSchema,
  closeSchema,
  giveKeySchema,
  keyGivenSchema,
  reviewSchema,
  suspendingSchema,
} from './schema.ts'
import { findPage, type Page } from './pages.ts'
import { accountView, isRunBy, keyTie } from './view.ts'
import type { Action } from '../members/access.ts'

const tags = ['accounts']
const refusals = { '4xx': refusalSchema } as const

/** What is done with a page that stands: its keys, its people, its checks and reviews, its end. */
export function runRoutes(app: App): void {
  /** The page, for somebody who is so tied to it that they may do this. */
  const tied = async (caller: MemberCaller, action: Action, accountId: string): Promise<Page> => {
    const page = await findPage(caller.db, caller.agency, accountId, app.clock())
    const { memberId } = caller.member
    const tie = action === 'accounts.keys' ? keyTie(page, memberId) : { assigned: isRunBy(page, memberId) }
    demand(caller, action, tie)
    return page
  }

  app.post(
    '/api/accounts/:id/keys',
    {
      config: { action: 'accounts.keys', confirm: true },
      schema: {
        operationId: 'giveAccountKey',
        tags,
        summary: 'Give the key to a page: it is tried at once, sealed, and never shown again',
        params: accountIdSchema,
        body: giveKeySchema,
        response: { 200: keyGivenSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      const { network } = await tied(caller, 'accounts.keys', id)
      const { secrets } = request.body
      // Neither the secrets nor a hash of them are put down.
      const made = madeBy(request, 'accounts.give-key', { id, names: Object.keys(secrets).toSorted() })
      const giving = { secrets, network: app.house.networks[network], sealKey: app.house.seal }
      return await giveKey(caller.db, caller.agency, made, id, giving)
    },
  )

  app.put(
    '/api/accounts/:id/administrators',
    {
      config: { action: 'accounts.change' },
      schema: {
        operationId: 'changeAccountAdministrators',
        tags,
        summary: 'Say who runs a page from now on, and who of them holds its key',
        params: accountIdSchema,
        body: administratorsSchema,
        response: { 200: accountChangedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await tied(caller, 'accounts.change', id)
      const made = madeBy(request, 'accounts.administrators', { id, ...request.body })
      return await changeAdministrators(caller.db, caller.agency, made, id, request.body)
    },
  )

  app.put(
    '/api/accounts/:id/suspending',
    {
      config: { action: 'accounts.change' },
      schema: {
        operationId: 'changeAccountSuspending',
        tags,
        summary: 'Say whether a required notice that was lost stops publishing through a page',
        params: accountIdSchema,
        body: suspendingSchema,
        response: { 200: accountChangedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await tied(caller, 'accounts.change', id)
      const made = madeBy(request, 'accounts.suspending', { id, ...request.body })
      return await changeSuspending(caller.db, caller.agency, made, id, request.body)
    },
  )

  app.post(
    '/api/accounts/:id/check',
    {
      config: { action: 'accounts.check' },
      schema: {
        operationId: 'checkAccount',
        tags,
        summary: 'Read the page now and compare its notices with what was approved',
        params: accountIdSchema,
        response: { 200: accountSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { db, agency } = caller
      const { id } = request.params
      await tied(caller, 'accounts.check', id)
      const made = madeBy(request, 'accounts.check', { id })
      await checkPage(db, agency, made, id, { networks: app.house.networks, sealKey: app.house.seal })
      const at = app.clock()
      return await accountView(caller, await findPage(db, agency, id, at), app.house.networks, at)
    },
  )

  app.post(
    '/api/accounts/:id/review',
    {
      config: { action: 'accounts.review' },
      schema: {
        operationId: 'reviewAccount',
        tags,
        summary: 'Put down that I looked through everything that stands on a page',
        params: accountIdSchema,
        body: reviewSchema,
        response: { 200: accountChangedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await tied(caller, 'accounts.review', id)
      const made = madeBy(request, 'accounts.review', { id, ...request.body })
      return await reviewPage(caller.db, caller.agency, made, id, request.body)
    },
  )

  app.post(
    '/api/accounts/:id/close',
    {
      config: { action: 'accounts.close', confirm: true },
      schema: {
        operationId: 'closeAccount',
        tags,
        summary: 'Close a page: its key is destroyed, and the public register says since when it is closed',
        params: accountIdSchema,
        body: closeSchema,
        response: { 200: accountChangedSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const { id } = request.params
      await tied(caller, 'accounts.close', id)
      const made = madeBy(request, 'accounts.close', { id, ...request.body })
      return await closeAccount(caller.db, caller.agency, made, id, request.body)
    },
  )
}
