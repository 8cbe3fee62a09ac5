import type { Record } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import { chainAbove, type Chart } from './chain.ts'

declare module '../platform/db.ts' {
  interface Tables {
    undercover: { agencyId: string; memberId: string }
  }
}

/** Does a member work undercover? Need to know: a page that shows it calls `opened` first. */
export async function isUndercover(db: Db, agencyId: string, memberId: string): Promise<boolean> {
  const found = await db
    .selectFrom('undercover')
    .select('memberId')
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return found !== undefined
}

/** Says whether a member works undercover. The entry keeps that it was said and why, not what. */
export async function setUndercover(
  tx: Tx,
  record: Record,
  agencyId: string,
  memberId: string,
  { undercover, purpose }: { undercover: boolean; purpose: string },
): Promise<void> {
  if (undercover)
    await tx
      .insertInto('undercover')
      .values({ agencyId, memberId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await tx
      .deleteFrom('undercover')
      .where('agencyId', '=', agencyId)
      .where('memberId', '=', memberId)
      .execute()
  await record({ subject: memberId, body: { purpose } })
}

/** Is this the nearest commander above a member, past desks that are vacant? */
export function isDirectCommander(chart: Chart, commander: string, memberId: string, on: string): boolean {
  const nearest = chainAbove(chart, memberId, on).find((desk) => desk.holder !== undefined)
  return nearest?.holder?.memberId === commander
}
