import type { z } from 'zod'
import { command, type Made } from '../ledger/command.ts'
import { membersOf } from '../members/store.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { reportsQuerySchema, reportsSchema } from './schema.ts'

/** What somebody reports who takes a page for a false one. */
export interface Reported {
  address: string
  says: string
  reach: string | null
}

/** Takes a report from anybody; it waits for whoever runs the department's pages. */
export async function reportImpostor(db: Db, made: Made, reported: Reported): Promise<{ reportId: string }> {
  const { agencyId, at } = made
  return await command(db, made, async (tx, record) => {
    const reportId = newId()
    await tx
      .insertInto('impostorReport')
      .values({
        agencyId,
        reportId,
        ...reported,
        at,
        state: 'open',
        closedBy: null,
        closedAt: null,
        remarks: null,
        version: 1,
      })
      .execute()
    const { address, says, reach } = reported
    // How a resident is reached is kept with the report, which can be disposed of, and nowhere else.
    await record({ subject: reportId, body: { address, says, hasReach: reach !== null } })
    return { reportId }
  })
}

/** Closes a report with what was found or done. */
export async function closeReport(
  db: Db,
  made: Made,
  reportId: string,
  { version, remarks }: { version: number; remarks: string },
): Promise<{ reportId: string; version: number }> {
  const { agencyId, by, at } = made
  return await command(db, made, async (tx, record) => {
    const closed = await tx
      .updateTable('impostorReport')
      .set({ state: 'closed', closedBy: by, closedAt: at, remarks, version: version + 1 })
      .where('agencyId', '=', agencyId)
      .where('reportId', '=', reportId)
      .where('version', '=', version)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (closed.numUpdatedRows === 0n) {
      const { items } = await reportsOf(tx, agencyId, { reportId, limit: 1 })
      const [found] = items
      if (!found) throw new Refusal('notFound', 'there is no such report')
      throw new Refusal('conflict', `it was closed meanwhile by ${found.closedBy?.name ?? 'somebody'}`)
    }
    await record({ subject: reportId, body: { remarks } })
    return { reportId, version: version + 1 }
  })
}

/** Reports of impostors, the newest first, `limit` of them after a cursor. */
export async function reportsOf(
  db: Db,
  agencyId: string,
  query: z.infer<typeof reportsQuerySchema> & { reportId?: string },
): Promise<z.infer<typeof reportsSchema>> {
  const { state, after, limit, reportId } = query
  let select = db
    .selectFrom('impostorReport')
    .select(['reportId', 'address', 'says', 'reach', 'at', 'state'])
    .select(['closedBy', 'closedAt', 'remarks', 'version'])
    .where('agencyId', '=', agencyId)
    .orderBy('reportId', 'desc')
    .limit(limit + 1)
  if (state !== undefined) select = select.where('state', '=', state)
  if (reportId !== undefined) select = select.where('reportId', '=', reportId)
  if (after !== undefined) select = select.where('reportId', '<', after)
  const rows = await select.execute()
  const closers = await membersOf(
    db,
    agencyId,
    rows.flatMap(({ closedBy }) => (closedBy === null ? [] : [closedBy])),
  )
  const items = rows.slice(0, limit).map(({ closedBy, ...row }) => ({
    ...row,
    closedBy:
      closedBy === null
        ? null
        : { memberId: closedBy, name: closers.find((one) => one.memberId === closedBy)?.name ?? closedBy },
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.reportId ?? null) : null }
}
