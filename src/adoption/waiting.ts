import { Temporal } from 'temporal-polyfill'
import type { MemberCaller } from '../members/caller.ts'
import type { Waiting } from '../members/waiting.ts'
import { mayAtAll } from '../members/access.ts'
import { remindersOf } from './acknowledge-store.ts'
import { everybody } from './acknowledge.ts'
import { newestOrder } from './adopted.ts'
import { nameOf, visibleTo } from './reminders.ts'
import { versionsOf } from './store.ts'

/** What of adoption waits for a member: to read and acknowledge, who of theirs is late, drafts to finish. */
export async function waiting(caller: MemberCaller, at: string): Promise<Waiting[]> {
  const { db, agency, member } = caller
  const found: Waiting[] = []
  const order = await newestOrder(db, agency.agencyId)
  if (order) {
    const isOverseeing = mayAtAll('acknowledgements.see', member.roles)
    const all = await everybody(db, agency, order, at, isOverseeing ? undefined : member.memberId)
    const own = all.find(({ memberId }) => memberId === member.memberId)
    if (own?.acknowledgedAt === null) {
      const reminded = (await remindersOf(db, agency.agencyId, order.versionId)).get(member.memberId)
      found.push({
        kind: reminded ? 'order.acknowledge.reminded' : 'order.acknowledge',
        subject: order.versionId,
        title: `Read and acknowledge ${nameOf(order)}`,
        since: reminded?.at ?? order.adoptedAt,
        deadline: endOf(own.deadline, agency.zone),
        href: '/acknowledge',
      })
    }
    if (isOverseeing) {
      const late = (await visibleTo(caller, all, at)).filter(
        ({ overdueDays, memberId }) => overdueDays > 0 && memberId !== member.memberId,
      )
      const [first] = late.map(({ deadline }) => deadline).toSorted()
      if (first !== undefined)
        found.push({
          kind: 'order.acknowledgements',
          subject: order.versionId,
          title: `${late.length} ${late.length === 1 ? 'member has' : 'members have'} not acknowledged ${nameOf(order)} in time`,
          since: endOf(first, agency.zone),
          deadline: null,
          href: '/acknowledge/members',
        })
    }
  }
  if (mayAtAll('orders.change', member.roles))
    for (const { state, versionId, number, title, startedAt } of await versionsOf(db, agency.agencyId))
      if (state === 'draft')
        found.push({
          kind: 'order.draft',
          subject: versionId,
          title: `General Order ${number}, ${title}, is being prepared`,
          since: startedAt,
          deadline: null,
          href: `/adopt/${versionId}`,
        })
  return found
}

/** The last moment of a day in the agency's zone, in UTC: so that it bears that day's name. */
function endOf(day: string, zone: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone)
  return next.toInstant().subtract({ seconds: 1 }).toString()
}
