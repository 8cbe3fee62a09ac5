import { command } from '../ledger/command.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { MemberCaller } from './caller.ts'
import type { MemberBrief } from './schema.ts'
import { membersOf } from './store.ts'

declare module '../platform/db.ts' {
  interface Tables {
    opened: {
      agencyId: string
      entryId: string
      aboutMemberId: string
      byMemberId: string
      subject: string
      purpose: string
      at: string
    }
  }
}

/** Who asks for a sensitive thing, and when. */
export type Opener = Pick<MemberCaller, 'agency' | 'member'> & { at: string }

/**
 * Puts down that somebody opens something sensitive about a member, with the purpose they state, before it is shown.
 * The member sees it in GET /api/me/opened. Whoever opens what is about themselves leaves no trace.
 */
export async function opened(
  db: Db,
  { agency, member, at }: Opener,
  subject: string,
  aboutMemberId: string,
  purpose: string,
): Promise<void> {
  if (aboutMemberId === member.memberId) return
  const stated = purpose.trim()
  if (stated.length < 3) throw new Refusal('malformed', 'say for what purpose it is opened')
  const { agencyId } = agency
  const made = { agencyId, by: member.memberId, key: newId(), name: 'opened.open', at, input: null }
  await command(db, made, async (tx, record) => {
    const body = { about: aboutMemberId, purpose: stated }
    const entryId = await record({ subject, body })
    await tx
      .insertInto('opened')
      .values({ agencyId, entryId, aboutMemberId, byMemberId: member.memberId, subject, purpose: stated, at })
      .execute()
    return null
  })
}

/** Who opened what about a member, the latest first, `limit` of them after a cursor. */
export async function openedAbout(
  db: Db,
  agencyId: string,
  aboutMemberId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{
  items: { entryId: string; at: string; by: MemberBrief | null; subject: string; purpose: string }[]
  next: string | null
}> {
  let select = db
    .selectFrom('opened')
    .select(['entryId', 'at', 'byMemberId', 'subject', 'purpose'])
    .where('agencyId', '=', agencyId)
    .where('aboutMemberId', '=', aboutMemberId)
    .orderBy('entryId', 'desc')
    .limit(limit + 1)
  if (after !== undefined) select = select.where('entryId', '<', after)
  const rows = await select.execute()
  const page = rows.slice(0, limit)
  const people = await membersOf(
    db,
    agencyId,
    page.map((one) => one.byMemberId),
  )
  const items = page.map(({ byMemberId, ...row }) => ({
    ...row,
    by: people.find((one) => one.memberId === byMemberId) ?? null,
  }))
  return { items, next: rows.length > limit ? (page.at(-1)?.entryId ?? null) : null }
}
