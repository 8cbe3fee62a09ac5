import { z } from 'zod'
import { accountIdSchema } from '../accounts/schema.ts'
import { findPage } from '../accounts/pages.ts'
import { memberOf } from '../members/caller.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { publishedOn } from '../posts/deliveries.ts'

/** More than these are not listed at once; `total` says how many there are. */
const mostListed = 1_000

const outSchema = z
  .object({
    total: z.number(),
    items: z.array(
      z.object({
        deliveryId: z.string(),
        /** Where a reader sees it; null where its network tells none. */
        url: z.string().nullable(),
        /** The post, notice or reply that it is, in Decorum. */
        subject: z.object({ kind: z.string(), id: z.string() }),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'OutOnPage' })
export type OutOnPage = z.infer<typeof outSchema>

/** What stands on a page now: for the review of everything that is public. */
export function pageOutRoutes(app: App): void {
  app.get(
    '/api/accounts/:id/out',
    {
      config: { action: 'accounts.see' },
      schema: {
        operationId: 'outOnAccount',
        tags: ['accounts'],
        summary: 'What is out on a page now, the newest first',
        params: accountIdSchema,
        response: { 200: outSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { accountId, proposedAt } = await findPage(db, agency, request.params.id, app.clock())
      const out = (await publishedOn(db, agency.agencyId, proposedAt)).filter(
        (one) => one.accountId === accountId,
      )
      const items = out
        .toReversed()
        .slice(0, mostListed)
        .map(({ deliveryId, url, subject, at }) => ({ deliveryId, url, subject, at }))
      return { total: out.length, items }
    },
  )
}
