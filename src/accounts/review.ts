import { command, type Made } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { reviewDueOn } from './account.ts'
import { findPage, type Page } from './pages.ts'

/** Puts down that somebody looked through what stands on a page, what they looked at, and what they say of it. */
export async function reviewPage(
  db: Db,
  agency: Agency,
  made: Made,
  accountId: string,
  { remarks, lookedAt }: { remarks: string; lookedAt: readonly string[] },
): Promise<{ accountId: string; version: number }> {
  const { agencyId } = agency
  const { by, at } = made
  return await command(db, made, async (tx, record) => {
    const { closedAt, version } = await findPage(tx, agency, accountId, at)
    if (closedAt !== null)
      throw new Refusal('forbiddenByOrder', 'the page is closed; its record is what stands')
    const reviewId = newId()
    await tx
      .insertInto('pageReview')
      .values({
        agencyId,
        accountId,
        reviewId,
        at,
        madeBy: by,
        remarks,
        lookedAt: JSON.stringify(lookedAt),
      })
      .execute()
    await record({ subject: accountId, body: { reviewId, remarks, lookedAt } })
    return { accountId, version }
  })
}

/** The day from which a live page is to be looked through again; null for one that is not live. */
export async function reviewDueFor(db: Db, agency: Agency, page: Page): Promise<string | null> {
  if (page.state !== 'live') return null
  const last = await db
    .selectFrom('pageReview')
    .select('at')
    .where('agencyId', '=', agency.agencyId)
    .where('accountId', '=', page.accountId)
    .orderBy('reviewId', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [first] = page.licences.map(({ from }) => from).toSorted()
  return reviewDueOn(last && dayIn(agency.zone, last.at), first)
}
