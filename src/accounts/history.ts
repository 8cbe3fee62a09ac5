import type { Db } from '../platform/db.ts'
import type { Found } from './schema.ts'

/** So many of the last checks and reviews are shown with a page; the ledger has all of them. */
const mostShown = 30

/** The last checks of a page, the newest first. */
export async function checksOf(
  db: Db,
  agencyId: string,
  accountId: string,
): Promise<
  { checkId: string; at: string; madeBy: string; fault: string | null; hash: string | null; found: Found[] }[]
> {
  return await db
    .selectFrom('pageCheck')
    .select(['checkId', 'at', 'madeBy', 'fault', 'hash', 'found'])
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .orderBy('checkId', 'desc')
    .limit(mostShown)
    .execute()
}

/** The last reviews of what stands on a page, the newest first. */
export async function reviewsOf(
  db: Db,
  agencyId: string,
  accountId: string,
): Promise<{ reviewId: string; at: string; madeBy: string; remarks: string; lookedAt: number }[]> {
  const rows = await db
    .selectFrom('pageReview')
    .select(['reviewId', 'at', 'madeBy', 'remarks', 'lookedAt'])
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .orderBy('reviewId', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ lookedAt, ...row }) => ({ ...row, lookedAt: lookedAt.length }))
}
