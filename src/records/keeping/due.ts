import type { Agency } from '../../members/caller.ts'
import type { Blobs } from '../../platform/blobs.ts'
import type { Db } from '../../platform/db.ts'
import { sumDue } from './due-things.ts'
import { runSearches } from './hold-searches.ts'
import { sortRecords } from './series-store.ts'
import { sweepBlobs } from './sweep.ts'

/**
 * What time does to the keeping of records: what was captured comes into its series and under the holds that look for
 * it, what is due is counted, and the bytes of what was disposed of are removed. Run it as often as you like.
 */
export async function keepingDue(
  db: Db,
  agency: Agency,
  at: string,
  { blobs }: { blobs: Blobs },
): Promise<void> {
  await sortRecords(db, agency.agencyId)
  try {
    await runSearches(db, agency, at)
  } finally {
    await sumDue(db, agency, at)
    await sweepBlobs(db, agency, blobs, at)
  }
}
