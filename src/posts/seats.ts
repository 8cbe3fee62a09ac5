import { accountsOf, type Account } from '../accounts/store.ts'
import type { Agency } from '../members/caller.ts'
import { chiefOn, designeesFor, type Chart } from '../members/chain.ts'
import { chartOf } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import type { PostContent } from './content.ts'
import type { PostSeats } from './post.ts'

/** The matter for which the Chief designates whoever approves official posts beside the Chief. */
export const postMatter = 'official-post'

/** Who may approve official posts on a day. */
export function approversOn(chart: Chart, day: string): Map<string, 'chief' | 'designee'> {
  const found = new Map<string, 'chief' | 'designee'>()
  for (const memberId of designeesFor(chart, postMatter, day)) found.set(memberId, 'designee')
  const chief = chiefOn(chart, day)
  if (chief) found.set(chief.memberId, 'chief')
  return found
}

/** What posts are weighed on, read once: the pages, and who may approve. */
export interface PostGround {
  accounts: Account[]
  approvers: Map<string, 'chief' | 'designee'>
}

export async function postGroundOf(db: Db, agency: Agency, at: string): Promise<PostGround> {
  const [accounts, chart] = await Promise.all([accountsOf(db, agency, at), chartOf(db, agency.agencyId)])
  return { accounts, approvers: approversOn(chart, dayIn(agency.zone, at)) }
}

/** Who may speak for a post with this content. A post that goes nowhere is run by nobody. */
export function seatsFor(
  { accounts, approvers }: PostGround,
  { accounts: chosen }: Pick<PostContent, 'accounts'>,
): PostSeats {
  const runners = [...new Set(chosen)].map((accountId) => {
    const account = accounts.find((one) => one.accountId === accountId)
    return new Set(account?.administrators.map(({ memberId }) => memberId))
  })
  const one = new Set(runners.flatMap((set) => [...set]))
  const all = new Set([...one].filter((memberId) => runners.every((set) => set.has(memberId))))
  return { approvers, runsAll: all, runsOne: one }
}
