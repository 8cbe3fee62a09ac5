import type { Record } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { searchQuerySchema, type SearchQuery } from './query.ts'

/** So many searches may one member keep. */
const most = 200

/** A search that its member kept. */
export interface SavedSearch {
  searchId: string
  name: string
  query: SearchQuery
  madeAt: string
}

/** The searches that a member kept, by name. */
export async function searchesOf(db: Db, agencyId: string, memberId: string): Promise<SavedSearch[]> {
  const rows = await db
    .selectFrom('recordSearch')
    .select(['searchId', 'name', 'query', 'madeAt'])
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .orderBy('name')
    .orderBy('searchId')
    .execute()
  return rows.map(({ query, ...row }) => ({ ...row, query: searchQuerySchema.parse(query) }))
}

/** Keeps a search. What was searched for is nobody else's, and does not go into the ledger. */
export async function saveSearch(
  tx: Tx,
  record: Record,
  agencyId: string,
  { memberId, name, query, at }: { memberId: string; name: string; query: SearchQuery; at: string },
): Promise<SavedSearch> {
  const kept = await searchesOf(tx, agencyId, memberId)
  if (kept.length >= most)
    throw new Refusal('conflict', `you keep ${most} searches already; remove one that you no longer need`)
  const searchId = newId()
  await tx
    .insertInto('recordSearch')
    .values({ agencyId, searchId, memberId, name, query: JSON.stringify(query), madeAt: at })
    .execute()
  await record({ subject: searchId, body: { kept: true } })
  return { searchId, name, query, madeAt: at }
}

/** Forgets a search; refuses (notFound) one that is not the member's. */
export async function removeSearch(
  tx: Tx,
  record: Record,
  agencyId: string,
  memberId: string,
  searchId: string,
): Promise<void> {
  const gone = await tx
    .deleteFrom('recordSearch')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('searchId', '=', searchId)
    .executeTakeFirstOrThrow()
  if (gone.numDeletedRows === 0n) throw new Refusal('notFound', 'there is no such search')
  await record({ subject: searchId, body: { kept: false } })
}
