import type { Db } from '../platform/db.ts'
import type { Emergencies } from './schema.ts'

/** How often posts took the fast lane of one sign-off, and what became of the reviews that it demands. */
export async function emergenciesOf(db: Db, agencyId: string, at: string): Promise<Emergencies> {
  const [steps, open] = await Promise.all([
    db
      .selectFrom('postStep')
      .select(['move', (row) => row.fn.countAll<string>().as('count')])
      .where('agencyId', '=', agencyId)
      .where('move', 'in', ['sign', 'confirm', 'fault'])
      .groupBy('move')
      .execute(),
    db
      .selectFrom('post')
      .select((row) => [
        row.fn.countAll<string>().as('waiting'),
        row.fn.countAll<string>().filterWhere('reviewDueAt', '<', at).as('late'),
      ])
      .where('agencyId', '=', agencyId)
      .where('reviewDueAt', 'is not', null)
      .where('reviewedAt', 'is', null)
      .executeTakeFirst(),
  ])
  const counted = (move: string): number => Number(steps.find((one) => one.move === move)?.count ?? 0)
  return {
    signed: counted('sign'),
    waiting: Number(open?.waiting ?? 0),
    late: Number(open?.late ?? 0),
    confirmed: counted('confirm'),
    faulted: counted('fault'),
  }
}
