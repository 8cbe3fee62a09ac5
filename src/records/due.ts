import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import { capture } from './capture.ts'

/** So many entries are read in one minute's work; the rest goes with the next. */
const most = 100_000

/** What time does to records: what the ledger holds and was not read yet becomes findable. Run it as often as you like. */
export async function due(db: Db, agency: Agency, at: string): Promise<void> {
  await capture(db, agency, at, { most })
}
