import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { houseOf } from '../asker.ts'
import { behind } from '../capture.ts'
import { kindsMark } from '../kinds.ts'
import type { SearchQuery } from '../query.ts'
import { matching } from '../store.ts'
import { widenHold } from './hold-store.ts'

/**
 * Runs the searches of the holds in force over what was captured since they were run last, and over all where what was
 * captured long ago may fit by now; what they find is held, each record by itself. `holdId`: that one alone. Gives how many
 * records were found. A search that fails hinders no other; until it was run nothing is disposed of, and this refuses
 * (unavailable) and names its hold.
 */
export async function runSearches(db: Db, agency: Agency, at: string, holdId?: string): Promise<number> {
  const { agencyId } = agency
  const { captured, newest } = await capturedIn(db, agencyId)
  const holds = await db
    .selectFrom('holdSearchRun')
    .innerJoin('hold', (join) =>
      join
        .onRef('hold.agencyId', '=', 'holdSearchRun.agencyId')
        .onRef('hold.holdId', '=', 'holdSearchRun.holdId'),
    )
    .innerJoin('holdStanding', (join) =>
      join
        .onRef('holdStanding.agencyId', '=', 'hold.agencyId')
        .onRef('holdStanding.holdId', '=', 'hold.holdId'),
    )
    .select(['hold.holdId', 'hold.title', 'hold.search'])
    .select(['holdSearchRun.since', 'holdSearchRun.captured', 'holdSearchRun.kinds'])
    .where('holdSearchRun.agencyId', '=', agencyId)
    .where('holdStanding.state', '<>', 'released')
    .$if(holdId !== undefined, (query) => query.where('hold.holdId', '=', holdId ?? ''))
    .execute()
  // After an upgrade the ledger is read anew: until all of it was, what is old may become a record.
  const isRead =
    holds.some(({ kinds }) => kinds !== kindsMark) && (await behind(db, agencyId)) === 0
      ? kindsMark
      : undefined
  let all = 0
  let failed: Refusal | undefined
  for (const { holdId: id, title, search, since, captured: ranTo, kinds } of holds) {
    if (search === null || (ranTo === captured && kinds === kindsMark)) continue
    const isWhole = captured < ranTo || kinds !== kindsMark || mayFitLater(search)
    const run = db.updateTable('holdSearchRun').where('agencyId', '=', agencyId).where('holdId', '=', id)
    try {
      const found: string[] = []
      const from = isWhole ? undefined : (since ?? undefined)
      for await (const share of matching(db, houseOf(agency), search, { since: from })) found.push(...share)
      all += found.length
      await keep(db, agencyId, id, found, at)
      // What was sorted into a series meanwhile is looked for with the next run.
      await run
        .set({ captured, since: newest, kinds: isRead ?? kinds, because: null })
        .where('captured', '=', ranTo)
        .execute()
    } catch (error) {
      const because = whyNot(error)
      await run.set({ captured: sql<number>`least(captured, 0) - 1`, because }).execute()
      failed = new Refusal(
        'unavailable',
        `what the hold “${title}” looks for could not be searched, and nothing is disposed of until it is: ${because}`,
      )
      failed.cause = error
    }
  }
  if (failed) throw failed
  return all
}

/** Why a search failed, for whoever keeps records; what the database said stands in the log. */
function whyNot(error: unknown): string {
  const isCancelled = z.object({ code: z.literal('57014') }).safeParse(error).success
  const isLate = isCancelled || (error instanceof Error && /timeout/i.test(error.message))
  return isLate ? 'it took too long' : 'the log of the installation says why'
}

/** The holds in force whose search could not be run when it was tried last. */
export async function holdsNotSearched(
  db: Db,
  agencyId: string,
): Promise<{ holdId: string; title: string; because: string }[]> {
  const { rows } = await sql<{ holdId: string; title: string; because: string }>`
    select h.hold_id, h.title, w.because
    from hold_search_run w join hold h using (agency_id, hold_id) join hold_standing s using (agency_id, hold_id)
    where w.agency_id = ${agencyId} and w.because is not null and s.state <> 'released'
    order by h.hold_id`.execute(db)
  return rows
}

/** May a record fit that was captured before and did not? Of a series, `lookAgain` says so. */
function mayFitLater({ moderation, person, held }: SearchQuery): boolean {
  return (moderation !== undefined && moderation !== 'shown') || person !== undefined || held !== undefined
}

async function keep(
  db: Db,
  agencyId: string,
  holdId: string,
  found: readonly string[],
  at: string,
): Promise<void> {
  const known = await db
    .selectFrom('holdLine')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('holdId', '=', holdId)
    .where('what', '=', 'record')
    .where('id', '=', sql<string>`any(${[...found]}::text[])`)
    .execute()
  const held = new Set(known.map(({ id }) => id))
  const records = found.filter((id) => !held.has(id))
  const share = 5_000
  for (let start = 0; start < records.length; start += share) {
    const made = { agencyId, by: 'system', key: newId(), name: 'holds.widen', at, input: null }
    await command(db, made, async (tx, record) => {
      await widenHold(tx, record, { agencyId, holdId, at, records: records.slice(start, start + share) })
      return null
    })
  }
}

/** How far the ledger was read into records, and the least id that whatever comes later can have. */
async function capturedIn(db: Db, agencyId: string): Promise<{ captured: number; newest: string | null }> {
  const { rows } = await sql<{ captured: number; newest: string | null }>`
    select coalesce((select next_index from record_cursor where agency_id = ${agencyId}), 0) as captured,
      (select record_id from record where agency_id = ${agencyId} order by record_id desc limit 1) as newest`.execute(
    db,
  )
  const { captured = 0, newest = null } = rows[0] ?? {}
  return { captured, newest: newest === null ? null : idBefore(newest, 2 * 3_600_000) }
}

/** The least id (UUID version 7) that was made so many milliseconds before another: entries come in nearly in order. */
export function idBefore(id: string, milliseconds: number): string {
  const made = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  const hex = Math.max(0, made - milliseconds)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
