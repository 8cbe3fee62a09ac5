import { adoptedOrder } from '../adoption/adopted.ts'
import type { MemberCaller } from '../members/caller.ts'
import { chiefOn, designeesFor } from '../members/chain.ts'
import { may } from '../members/may.ts'
import { relationsOf } from '../members/access.ts'
import { chartOf } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import type { Agency } from '../members/caller.ts'
import type { Step } from './moves.ts'

/** The matter whose designees of the Chief approve posts, and hear appeals of visitors. */
const approval = 'official-post'

/** Who hears appeals and approves filters on a day: the Chief, the Chief's designees, whoever the settings name. */
export async function hearersAt(db: Db, agency: Agency, at: string): Promise<string[]> {
  const { agencyId, zone } = agency
  const day = dayIn(zone, at)
  const [chart, adopted] = await Promise.all([chartOf(db, agencyId), adoptedOrder(db, agencyId, at)])
  const chief = chiefOn(chart, day)?.memberId
  const named = adopted?.settings.appealTo.memberId ?? undefined
  return [...new Set([chief, ...designeesFor(chart, approval, day), named])].filter(
    (memberId) => memberId !== undefined,
  )
}

/** The pages that this member runs. */
export async function pagesRunBy(db: Db, agencyId: string, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('accountAdministrator')
    .select('accountId')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('until', 'is', null)
    .execute()
  return rows.map(({ accountId }) => accountId)
}

/** What a caller may see of comments: those of every page, or of these. */
export type Sight = 'all' | readonly string[]

export async function sightOf({ db, agency, member }: MemberCaller): Promise<Sight> {
  const ties = relationsOf('comments.see', member.roles)
  return ties.has('in-agency') ? 'all' : await pagesRunBy(db, agency.agencyId, member.memberId)
}

/** The offices in which a caller may move comments of an account. */
export async function officesOf(
  caller: MemberCaller,
  accountId: string,
  at: string,
): Promise<ReadonlySet<Step['by']>> {
  const { db, agency, member } = caller
  const [pages, adopted, hearers] = await Promise.all([
    pagesRunBy(db, agency.agencyId, member.memberId),
    adoptedOrder(db, agency.agencyId, at),
    hearersAt(db, agency, at),
  ])
  const { memberId } = member
  const isCounsel = adopted?.settings.counsel.memberId === memberId
  const offices = new Set<Step['by']>()
  if (may(caller, 'comments.moderate', { assigned: pages.includes(accountId) })) offices.add('moderator')
  if (may(caller, 'comments.advise', { assigned: isCounsel })) offices.add('counsel')
  if (may(caller, 'appeals.decide', { assigned: hearers.includes(memberId) })) offices.add('appeal')
  return offices
}

/** What a moderator is called in the public log: never by name. */
export function roleOf({ member }: MemberCaller): string {
  return member.roles.has('chief') ? 'Chief of Police' : 'administrator of the page'
}
