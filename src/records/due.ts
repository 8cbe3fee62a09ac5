import type { Agency } from '../members/caller.ts'
import type { Blobs } from '../platform/blobs.ts'
import type { Db } from '../platform/db.ts'
import { openImports } from './brought/imports.ts'
import { readImport } from './brought/run.ts'
import { capture } from './capture.ts'

/** So many entries are read in one minute's work; the rest goes with the next. */
const most = 500_000

/** So long one minute's work reads imports that were cut off, in milliseconds; then others have their turn. */
const mostReading = 20_000

/**
 * What time does to records: what the ledger holds and was not read yet becomes findable, and imports whose reader is gone
 * are read on. Run it as often as you like.
 */
export async function due(
  db: Db,
  agency: Agency,
  at: string,
  { blobs, clock }: { blobs: Blobs; clock: () => string },
): Promise<void> {
  await capture(db, agency, at, { most })
  const signal = AbortSignal.timeout(mostReading)
  for (const importId of await openImports(db, agency.agencyId, at))
    await readImport(db, agency, importId, { blobs, clock, signal })
}
