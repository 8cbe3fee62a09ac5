import { sql, type Expression, type SqlBool } from 'kysely'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import type { Act } from '../policy/act.ts'
import { contentOf, type Content } from './content.ts'
import { isOther, isPart } from './same-act.ts'
import type { MemberRuling } from './schema.ts'

type Opinion = MemberRuling['opinions'][number]

/** The same words are asked about once or twice; of more, the newest are told. */
const mostOnOne = 50

/** What the department said in advance of these very words and pictures, the newest first. */
export async function opinionsOn(db: Db, agencyId: string, member: string, act: Act): Promise<Opinion[]> {
  const text = (act.text ?? '').trim()
  const sameWords = sql<SqlBool>`coalesce(request.content::json ->> 'text', '') = ${text}`
  const answered = await opinionsTo(db, agencyId, member, mostOnOne, sameWords)
  return answered.flatMap(({ content, ...opinion }) => {
    // An opinion is on these words and these pictures; other words beside the pictures were never weighed.
    const isWeighed = isPart(content, act) && (content.text ?? '') === text
    return isOther(content, act) || !isWeighed ? [] : [opinion]
  })
}

/** What a member was told in advance, the newest first, `most` of it, each with what it was said of. */
export async function opinionsTo(
  db: Db,
  agencyId: string,
  member: string,
  most: number,
  where: Expression<SqlBool> = sql<SqlBool>`true`,
): Promise<(Opinion & { content: Content })[]> {
  const rows = await db
    .selectFrom('request')
    .innerJoin('requestStep', (join) =>
      join
        .onRef('requestStep.agencyId', '=', 'request.agencyId')
        .onRef('requestStep.requestId', '=', 'request.requestId')
        .onRef('requestStep.version', '=', 'request.version'),
    )
    .select([
      'request.requestId',
      'request.content',
      'request.state',
      'requestStep.at',
      'requestStep.deskTitle',
      'requestStep.remarks',
    ])
    .where('request.agencyId', '=', agencyId)
    .where('request.author', '=', member)
    .where('request.state', 'in', ['allowed', 'allowed-with-changes', 'not-allowed', 'not-needed'])
    .where(where)
    .orderBy('requestStep.at', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ requestId, content, state, at, deskTitle, remarks }) => {
    const isAnswer =
      state === 'allowed' ||
      state === 'allowed-with-changes' ||
      state === 'not-allowed' ||
      state === 'not-needed'
    if (!isAnswer) return []
    const office = deskTitle ?? 'the Department'
    return [{ requestId, answer: state, at, office, reason: remarks, content: contentOf(content) }]
  })
}

/** An opinion as a ruling notes it. */
export function inSentence({ answer, at, office, reason }: Opinion, zone: string): string {
  const words = {
    allowed: 'this is allowed',
    'allowed-with-changes': 'this is allowed with changes',
    'not-allowed': 'this is not allowed',
    'not-needed': 'this needs no permission',
  } satisfies Record<Opinion['answer'], string>
  const why = reason === null ? '' : ` (${reason})`
  return `On ${dayIn(zone, at)} the ${office} said in advance that ${words[answer]}${why}; the Department is held to it.`
}
