import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { soughtOf, timesIn } from './redact-words.ts'
import type { Prepared } from './release.ts'

/**
 * Would one of these records show somebody who works undercover? Whoever may not know of them is told nothing but that
 * the Chief releases this part.
 */
export async function showsUndercover(db: Db, agencyId: string, { items }: Prepared): Promise<boolean> {
  const hidden = await db
    .selectFrom('undercover')
    .innerJoin('member', (join) =>
      join
        .onRef('member.agencyId', '=', 'undercover.agencyId')
        .onRef('member.memberId', '=', 'undercover.memberId'),
    )
    .select(['member.memberId', 'member.name'])
    .where('undercover.agencyId', '=', agencyId)
    .execute()
  if (hidden.length === 0) return false
  const shown = items.filter(({ withheld }) => withheld === null)
  const names = soughtOf(hidden.map(({ name }) => name))
  const reasons = items.flatMap(({ redactions, withheld }) => [...redactions, ...(withheld ?? [])])
  const texts = [
    ...shown.flatMap(({ words, author, media }) => [words, author ?? '', ...media.map(({ alt }) => alt)]),
    ...reasons.map(({ reason }) => reason),
  ]
  if (timesIn(texts.join('\n'), names) > 0) return true
  // An entry that is shown whole names whoever made it, and others by their ids.
  const whole = shown.filter(({ isWhole }) => isWhole).map(({ recordId }) => recordId)
  if (whole.length === 0) return false
  const ids = hidden.map(({ memberId }) => memberId)
  const found = await db
    .selectFrom('record')
    .select('recordId')
    .where('agencyId', '=', agencyId)
    .where('recordId', '=', sql<string>`any(${whole}::uuid[])`)
    .where(sql<boolean>`(people && ${ids}::text[] or made_by = any(${ids}::text[]))`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
