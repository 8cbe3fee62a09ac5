import type { Agency } from '../../members/caller.ts'
import type { Db } from '../../platform/db.ts'
import { packReleases, type Packing } from './make.ts'

/** Packing may last minutes; the other modules' minute must not wait for it. One at a time for an agency. */
const running = new Map<string, Promise<unknown>>()

/** Begins to pack what was released, beside everything else. A fault stands on the production, and it is tried again. */
export function productionsDue(db: Db, agency: Agency, at: string, house: Packing): Promise<void> {
  const { agencyId } = agency
  if (!running.has(agencyId))
    running.set(
      agencyId,
      packReleases(db, agency, at, house)
        .catch(() => undefined)
        .finally(() => running.delete(agencyId)),
    )
  return Promise.resolve()
}
