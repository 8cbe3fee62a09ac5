import type { Agency } from '../../members/caller.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Delivering } from '../deliver.ts'
import { moveNotice } from './moving.ts'

/**
 * What time does to notices: those whose end has come leave the front page and the feeds, each once, under a key of
 * the notice and its version. Run it as often as you like; what failed is thrown when all others are done.
 */
export async function noticesDue(db: Db, agency: Agency, at: string, house: Delivering): Promise<void> {
  const { agencyId } = agency
  const rows = await db
    .selectFrom('notice')
    .select(['noticeId', 'version'])
    .where('agencyId', '=', agencyId)
    .where('state', 'in', ['in-force', 'revising', 'revision-in-review'])
    .where('expiresAt', '<=', at)
    .orderBy('expiresAt')
    .limit(500)
    .execute()
  const faults: unknown[] = []
  for (const { noticeId, version } of rows) {
    const key = `notice-expire-${noticeId}-${version}`
    const made = { agencyId, by: 'system', key, name: 'notices.expire', at, input: { noticeId, version } }
    const sending = { networks: house.networks, blobs: house.blobs, origin: '' }
    try {
      await moveNotice(db, agency, sending, made, noticeId, { move: 'expire', version })
    } catch (error) {
      // Somebody moved it in this very moment.
      if (!(error instanceof Refusal && error.code === 'conflict'))
        faults.push(new Error(`notice ${noticeId} did not expire`, { cause: error }))
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices did not expire`)
}
