import type { MemberCaller } from './caller.ts'
import { may } from './may.ts'
import type { Waiting } from './waiting.ts'

/** What waits for an administrator: members who are locked out. */
export async function waiting(caller: MemberCaller): Promise<Waiting[]> {
  if (!may(caller, 'lock.release')) return []
  const { agency, db } = caller
  const locked = await db
    .selectFrom('lock')
    .innerJoin('member', (join) =>
      join.onRef('member.agencyId', '=', 'lock.agencyId').onRef('member.memberId', '=', 'lock.who'),
    )
    .select(['lock.who', 'lock.since', 'lock.because', 'member.name'])
    .where('lock.agencyId', '=', agency.agencyId)
    .where('lock.releasedAt', 'is', null)
    .where('member.to', 'is', null)
    .orderBy('lock.since')
    .limit(100)
    .execute()
  return locked.map(({ who, since, because, name }) => ({
    kind: 'member.locked',
    subject: who,
    title: `${name} is locked out: ${because}`,
    since,
    deadline: null,
    href: `/roster/${who}`,
  }))
}
