import type { MemberCaller } from '../members/caller.ts'
import type { Ground } from './grounds.ts'
import type { Sight } from './offices.ts'
import { handlesOf } from './queue.ts'
import type { AppealBrief } from './schema.ts'
import { namesOf } from './store.ts'

export interface AppealsQuery {
  state: 'waiting' | 'decided'
  after?: string | undefined
  limit: number
}

/** What is appealed. */
interface Subject {
  commentId: string | null
  ground: Ground
  citation: string
  reason: string
  moderator: string
  about: string
}

/** Appeals as a caller sees them: those of the pages they run, or all where they hear them. */
export async function appealsSeen(
  { db, agency, member }: MemberCaller,
  sight: Sight,
  isHearer: boolean,
  { state, after, limit }: AppealsQuery,
): Promise<{ items: AppealBrief[]; next: string | null }> {
  const { agencyId } = agency
  const everywhere = isHearer || sight === 'all'
  if (!everywhere && sight.length === 0) return { items: [], next: null }
  let select = db
    .selectFrom('appeal')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('state', state === 'waiting' ? '=' : '<>', 'waiting')
    .orderBy('appealId', 'desc')
    .limit(limit + 1)
  if (!everywhere) select = select.where('accountId', 'in', sight)
  if (after !== undefined) select = select.where('appealId', '<', after)
  const rows = await select.execute()
  const page = rows.slice(0, limit)
  const ids = page.map(({ subjectId }) => subjectId)
  const [hidings, blocks, handles] = await Promise.all([
    ids.length === 0
      ? []
      : db
          .selectFrom('hiding')
          .innerJoin('commentVersion as captured', (join) =>
            join
              .onRef('captured.agencyId', '=', 'hiding.agencyId')
              .onRef('captured.commentId', '=', 'hiding.commentId')
              .onRef('captured.n', '=', 'hiding.n'),
          )
          .select(['hiding.hidingId', 'hiding.commentId', 'hiding.ground', 'hiding.citation'])
          .select(['hiding.reason', 'hiding.moderator', 'captured.text'])
          .where('hiding.agencyId', '=', agencyId)
          .where('hiding.hidingId', 'in', ids)
          .execute(),
    ids.length === 0
      ? []
      : db
          .selectFrom('block')
          .selectAll()
          .where('agencyId', '=', agencyId)
          .where('blockId', 'in', ids)
          .execute(),
    handlesOf(db, agencyId),
  ])
  const subjects = new Map<string, Subject>()
  for (const { hidingId, text: about, ...hiding } of hidings) subjects.set(hidingId, { ...hiding, about })
  for (const { blockId, ground, citation, reason, madeBy: moderator, writerHandle: about } of blocks)
    subjects.set(blockId, { commentId: null, ground, citation, reason, moderator, about })
  const people = [...subjects.values()].map(({ moderator }) => moderator)
  const named = await namesOf(db, agencyId, [...people, ...page.map(({ decidedBy }) => decidedBy)])
  const items = page.flatMap((appeal): AppealBrief[] => {
    const subject = subjects.get(appeal.subjectId)
    if (!subject) return []
    const { appealId, kind, subjectId, accountId, words, madeAt, dueAt, version, against } = appeal
    const hadPart = against.includes(member.memberId)
    const isOpen = appeal.state === 'waiting'
    const { decidedBy, decidedAt, reason } = appeal
    return [
      {
        appealId,
        kind,
        subjectId,
        words,
        madeAt,
        dueAt,
        version,
        state: appeal.state,
        commentId: subject.commentId,
        account: handles(accountId),
        ground: subject.ground,
        citation: subject.citation,
        reason: subject.reason,
        about: subject.about,
        moderator: named(subject.moderator),
        decided:
          decidedBy !== null && decidedAt !== null
            ? {
                by: named(decidedBy),
                at: decidedAt,
                reason: reason ?? '',
              }
            : null,
        mayDecide: isOpen && isHearer && !hadPart,
        whyNot:
          isOpen && isHearer && hadPart ? 'you had a part in it; somebody else decides this appeal' : null,
      },
    ]
  })
  const last = page.at(-1)
  return { items, next: rows.length > limit && last ? last.appealId : null }
}
