import type { Db } from '../platform/db.ts'
import type { HoldBrief, Touching } from './schema.ts'

/** What other parts of records know of a record. They stand below this folder, and are handed in where it is mounted. */
export interface Beside {
  /** The holds that keep each of these records. */
  holdsOn: (
    db: Db,
    agencyId: string,
    recordIds: readonly string[],
  ) => Promise<ReadonlyMap<string, HoldBrief[]>>
  /** The records requests that have to do with each of them. */
  requestsOn: (
    db: Db,
    agencyId: string,
    recordIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Touching[]>>
}
