import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import { deliver, type Delivering } from './deliver.ts'
import { finishPublishing, publishDue } from './publishing.ts'
import { closeRecalls } from './recall-close.ts'

/**
 * What time does to posts: those whose moment has come are published, what is due is sent, what has ended everywhere
 * is closed. Run it as often as you like. What failed is thrown at the end, when all the rest is done.
 */
export async function due(db: Db, agency: Agency, at: string, house: Delivering): Promise<void> {
  const faults: unknown[] = []
  const steps = [
    () => publishDue(db, agency, house.networks, at),
    () => deliver(db, house, agency, at),
    () => finishPublishing(db, agency, at),
    () => closeRecalls(db, agency, at),
  ]
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'not everything that is due was done')
}
