import { Temporal } from 'temporal-polyfill'
import type { Record as Recording } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from './grounds.ts'
import type { ProposeFilter } from './schema.ts'

export type FilterState = 'proposed' | 'in-force' | 'disapproved' | 'ended'

declare module '../platform/db.ts' {
  interface Tables {
    keywordFilter: {
      agencyId: string
      filterId: string
      accountId: string | null
      words: string
      place: 'here' | 'network'
      ground: Ground
      reason: string
      endsOn: string
      proposedBy: string
      proposedAt: string
      state: FilterState
      version: number
      decidedBy: string | null
      decidedAt: string | null
      remarks: string | null
      endedAt: string | null
    }
  }
}

export type StoredFilter = Awaited<ReturnType<typeof filtersOf>>[number]

/** Every filter of an agency, those in force first. */
export async function filtersOf(db: Db, agencyId: string) {
  return await db
    .selectFrom('keywordFilter')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('filterId', 'desc')
    .limit(500)
    .execute()
}

/** The last day that a filter or a block may run to, a year from a day. */
export function lastDay(from: string): string {
  return Temporal.PlainDate.from(from).add({ years: 1 }).toString()
}

/** Refuses an end that is past, or more than a year away. */
export function refuseEnd(endsOn: string, today: string): void {
  if (endsOn <= today) throw new Refusal('malformed', 'endsOn: name a day to come on which it ends')
  if (endsOn > lastDay(today))
    throw new Refusal('malformed', 'endsOn: it may run for a year at most; then it is looked at anew')
}

/** Proposes a filter. It catches nothing until somebody else has approved it. */
export async function proposeFilter(
  tx: Tx,
  record: Recording,
  agency: Agency,
  by: string,
  { accountId, words, place, ground, reason, endsOn }: ProposeFilter,
  at: string,
): Promise<{ id: string; version: number }> {
  const { agencyId, zone } = agency
  refuseEnd(endsOn, dayIn(zone, at))
  if (!/[\p{L}\p{N}]/u.test(words))
    throw new Refusal('malformed', 'words: a filter needs a word that people write')
  const filterId = newId()
  const said = { accountId, words, place, ground, reason, endsOn }
  await tx
    .insertInto('keywordFilter')
    .values({
      agencyId,
      filterId,
      ...said,
      proposedBy: by,
      proposedAt: at,
      state: 'proposed',
      version: 1,
      decidedBy: null,
      decidedAt: null,
      remarks: null,
      endedAt: null,
    })
    .execute()
  await record({ subject: filterId, body: { state: 'proposed', ...said } })
  return { id: filterId, version: 1 }
}

/** Approves or disapproves a filter; nobody decides their own. */
export async function decideFilter(
  tx: Tx,
  record: Recording,
  agencyId: string,
  filterId: string,
  {
    by,
    version,
    approve,
    remarks,
    at,
  }: { by: string; version: number; approve: boolean; remarks: string | null; at: string },
): Promise<{ id: string; version: number }> {
  const filter = await findFilter(tx, agencyId, filterId)
  if (filter.proposedBy === by)
    throw new Refusal('forbiddenByOrder', 'a filter is approved by somebody else than who proposed it')
  if (filter.state !== 'proposed') throw new Refusal('conflict', `it is ${filter.state} already`)
  if (!approve && remarks === null)
    throw new Refusal('malformed', 'remarks: say why it is not to be; whoever proposed it reads it')
  const state = approve ? 'in-force' : 'disapproved'
  await change(tx, agencyId, filter, version, { state, decidedBy: by, decidedAt: at, remarks })
  await record({ subject: filterId, body: { state, remarks } })
  return { id: filterId, version: version + 1 }
}

/** Ends a filter before its day. */
export async function endFilter(
  tx: Tx,
  record: Recording,
  agencyId: string,
  filterId: string,
  { version, at }: { version: number; at: string },
): Promise<{ id: string; version: number }> {
  const filter = await findFilter(tx, agencyId, filterId)
  if (filter.state !== 'in-force' && filter.state !== 'proposed')
    throw new Refusal('conflict', `it is ${filter.state} already`)
  await change(tx, agencyId, filter, version, { state: 'ended', endedAt: at })
  await record({ subject: filterId, body: { state: 'ended' } })
  return { id: filterId, version: version + 1 }
}

async function findFilter(db: Db, agencyId: string, filterId: string): Promise<StoredFilter> {
  const found = await db
    .selectFrom('keywordFilter')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('filterId', '=', filterId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such filter')
  return found
}

async function change(
  tx: Tx,
  agencyId: string,
  { filterId }: StoredFilter,
  version: number,
  to: {
    state: FilterState
    decidedBy?: string
    decidedAt?: string
    remarks?: string | null
    endedAt?: string
  },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('keywordFilter')
    .set({ ...to, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('filterId', '=', filterId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n)
    throw new Refusal('conflict', 'the filter was changed meanwhile; look at it again')
}
