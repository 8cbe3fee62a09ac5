import type { Db } from '../platform/db.ts'

/** Of these, the ones who serve on a day. */
export async function servingOf(
  db: Db,
  agencyId: string,
  named: readonly { memberId: string }[],
  day: string,
): Promise<Set<string>> {
  const ids = named.map(({ memberId }) => memberId)
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('member')
    .select('memberId')
    .where('agencyId', '=', agencyId)
    .where('memberId', 'in', ids)
    .where((row) => row.or([row('to', 'is', null), row('to', '>', day)]))
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
}
