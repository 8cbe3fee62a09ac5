import { sql } from 'kysely'
import { later } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'

/** So long a sending may be repeated under its key, in days; after that, the same key is a new command. */
const keysKeptFor = 30

/** At once; the rest goes with the next minute. */
const most = 10_000

/** Forgets the keys of commands that nobody repeats any more. What they did stays, and so do their entries. */
export async function due(db: Db, { agencyId }: { agencyId: string }, at: string): Promise<void> {
  const before = later(at, { hours: -24 * keysKeptFor })
  await sql`delete from command_done where agency_id = ${agencyId} and (made_by, key) in (
    select made_by, key from command_done where agency_id = ${agencyId} and at < ${before}::timestamptz
    order by at limit ${most})`.execute(db)
}
