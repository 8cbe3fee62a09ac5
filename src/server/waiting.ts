import { waiting as accountsWaiting } from '../accounts/waiting.ts'
import { waiting as adoptionWaiting } from '../adoption/waiting.ts'
import { waiting as commentsWaiting } from '../comments/waiting.ts'
import { memberOf } from '../members/caller.ts'
import { waiting as membersWaiting } from '../members/members-waiting.ts'
import { waitingListSchema } from '../members/schema.ts'
import type { WaitingOf } from '../members/waiting.ts'
import { waiting as permissionsWaiting } from '../permissions/waiting.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { keepingWaiting } from '../records/keeping/waiting.ts'
import { waiting as recordsRequestsWaiting } from '../records/requests/waiting.ts'
import { noticesWaiting } from '../posts/notices/waiting.ts'
import { waiting as postsWaiting } from '../posts/waiting.ts'

/** What each module says waits for a member; a module joins by its line here. */
const modules: readonly WaitingOf[] = [
  membersWaiting,
  adoptionWaiting,
  permissionsWaiting,
  postsWaiting,
  noticesWaiting,
  accountsWaiting,
  commentsWaiting,
  keepingWaiting,
  recordsRequestsWaiting,
]

export function waitingRoutes(app: App): void {
  app.get(
    '/api/waiting',
    {
      config: { action: 'waiting.see' },
      schema: {
        operationId: 'waiting',
        tags: ['members'],
        summary: 'What waits for me, the earliest deadline first',
        response: { 200: waitingListSchema, '4xx': refusalSchema },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const at = app.clock()
      const found = await Promise.all(modules.map((waiting) => waiting(caller, at)))
      const items = found.flat().toSorted((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1))
      return { items }
    },
  )
}

/** What has no deadline comes after what has one, the oldest first. */
function whenOf(one: { deadline: string | null; since: string }): string {
  return one.deadline ?? `9999 ${one.since}`
}
