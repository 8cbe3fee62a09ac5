import { orderToJudge } from '../adoption/adopted.ts'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { languages } from './languages.ts'
import type { Judging } from './seen.ts'

/** What comments that are captured now are judged by: the adopted order, and the filters in force. */
export async function judgingAt(db: Db, { agencyId, zone }: Agency, at: string): Promise<Judging> {
  const [adopted, filters, languageOf] = await Promise.all([
    orderToJudge(db, agencyId, at),
    db
      .selectFrom('keywordFilter')
      .select(['filterId', 'accountId', 'words'])
      .where('agencyId', '=', agencyId)
      .where('state', '=', 'in-force')
      .where('place', '=', 'here')
      .where('endsOn', '>=', dayIn(zone, at))
      .execute(),
    languages(),
  ])
  return { adopted, filters, languageOf }
}
