import { sql } from 'kysely'
import type { Record as Recording } from '../../ledger/command.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SearchQuery } from '../query.ts'
import type { HoldBrief } from '../schema.ts'
import { ruleHold, type HoldStanding } from './holds.ts'
import type { HoldMove, HoldState, Matter } from './moves.ts'
import type { HeldBy } from './tables.ts'

/** What a hold keeps: single records, or things and threads with all that comes to them later. */
export interface HeldOn {
  records?: readonly string[]
  things?: readonly string[]
  threads?: readonly string[]
}

/** A hold as it is placed. */
export interface Placing {
  agencyId: string
  matter: Matter
  /** The number of the case; of an automatic hold, the id of the records request. */
  ref: string | null
  title: string
  by: string
  at: string
  on: HeldOn & { search?: SearchQuery | null }
}

/**
 * Places a hold, and gives its id. What it looks for is held once `runSearches` was called, and again for whatever is
 * captured later. A hold for a records request is Decorum's own: it stays until `requestEnded` says from when it may go.
 */
export async function placeHold(
  tx: Tx,
  record: Recording,
  placing: Placing,
  isAutomatic = placing.matter === 'records-request' && placing.ref !== null,
): Promise<string> {
  const { agencyId, matter, ref, title, by, at, on } = placing
  const holdId = newId()
  const { search = null, ...lines } = on
  const written = search === null ? null : JSON.stringify(search)
  await tx
    .insertInto('hold')
    .values({ agencyId, holdId, matter, ref, title, isAutomatic, search: written, by, at })
    .execute()
  await addStep(tx, agencyId, holdId, { n: 1, move: 'place', toState: 'in-force', by, reason: null, at })
  if (search !== null)
    await tx
      .insertInto('holdSearchRun')
      .values({ agencyId, holdId, captured: -1, since: null, kinds: null, because: null })
      .execute()
  const held = await addLines(tx, agencyId, holdId, lines, at)
  await record({
    kind: 'holds.place',
    subject: holdId,
    body: { matter, ref, title, isAutomatic, search: search === null ? null : { ...search }, ...held },
  })
  return holdId
}

const movedMeanwhile = 'somebody moved this hold meanwhile; look at it again'

/**
 * Lets a hold keep more. What it keeps already is passed over; a release that waits is to be asked for again. `by`:
 * somebody who saw it at a version; refuses (conflict) where it was moved meanwhile.
 */
export async function widenHold(
  tx: Tx,
  record: Recording,
  {
    agencyId,
    holdId,
    at,
    by,
    ...on
  }: HeldOn & { agencyId: string; holdId: string; at: string; by?: { memberId: string; version: number } },
): Promise<void> {
  const { state, version } = await lockHold(tx, agencyId, holdId)
  if (by !== undefined && by.version !== version) throw new Refusal('conflict', movedMeanwhile)
  if (state === 'released') throw new Refusal('conflict', 'the hold was released; place another')
  const held = await addLines(tx, agencyId, holdId, on, at)
  if (by !== undefined)
    await addStep(tx, agencyId, holdId, {
      n: version + 1,
      move: 'widen',
      toState: 'in-force',
      by: by.memberId,
      reason: null,
      at,
    })
  await record({ kind: 'holds.widen', subject: holdId, body: held })
}

async function addLines(
  tx: Tx,
  agencyId: string,
  holdId: string,
  { records = [], things = [], threads = [] }: HeldOn,
  at: string,
): Promise<{ records: string[]; things: string[]; threads: string[] }> {
  const all = { record: [...new Set(records)], thing: [...new Set(things)], thread: [...new Set(threads)] }
  // Whatever disposes of records is waited for (a trigger), so that what is checked here is so when this commits.
  await sql`insert into hold_line (agency_id, hold_id, what, id, at)
    select ${agencyId}, ${holdId}, l.what, l.id, ${at}
    from jsonb_to_recordset(${JSON.stringify(
      Object.entries(all).flatMap(([what, ids]) => ids.map((id) => ({ what, id }))),
    )}::jsonb) as l (what text, id text)
    on conflict do nothing`.execute(tx)
  // What is kept must be there: something of a thing or a thread that was not disposed of.
  const { rows } = await sql<{ what: HeldBy; id: string }>`
    select 'record' as what, id from unnest(${all.record}::text[]) id where not exists (select from record r
      where r.agency_id = ${agencyId} and r.record_id = id::uuid and r.disposed_in is null)
    union all
    select 'thing', id from unnest(${all.thing}::text[]) id where not exists (select from record r
      where r.agency_id = ${agencyId} and r.thing = id and r.disposed_in is null)
    union all
    select 'thread', id from unnest(${all.thread}::text[]) id where not exists (select from record r
      where r.agency_id = ${agencyId} and r.thread = id and r.disposed_in is null)
    limit 1`.execute(tx)
  const [wrong] = rows
  if (wrong)
    throw new Refusal('notFound', `there is no ${wrong.what} ${wrong.id}, or it was disposed of already`)
  return { records: all.record, things: all.thing, threads: all.thread }
}

interface Step {
  n: number
  move: HoldMove | 'place' | 'widen' | 'request-ended' | 'request-open'
  toState: HoldState
  by: string
  reason: string | null
  at: string
  releasableFrom?: string | null
  asked?: { n: number; by: string }
}

async function addStep(tx: Tx, agencyId: string, holdId: string, step: Step): Promise<void> {
  const { asked, releasableFrom = null, ...rest } = step
  const after = {
    askedN: asked?.n ?? null,
    askedBy: asked?.by ?? null,
    askedAs: asked ? ('ask' as const) : null,
  }
  await tx
    .insertInto('holdStep')
    .values({ agencyId, holdId, releasableFrom, ...rest, ...after })
    .execute()
}

/** Two who move one hold come one after the other. */
async function lockHold(
  tx: Tx,
  agencyId: string,
  holdId: string,
): Promise<HoldStanding & { version: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('decorum.hold.' || ${holdId}, 0))`.execute(tx)
  return await standingOf(tx, agencyId, holdId)
}

/** How a hold stands now; refuses (notFound) one that the agency does not know. */
export async function standingOf(
  db: Db,
  agencyId: string,
  holdId: string,
): Promise<HoldStanding & { version: number }> {
  const { rows } = await sql<HoldStanding & { version: number }>`
    select h.matter, h.is_automatic, s.version, s.state, s.asked_by,
      (select r.releasable_from from hold_step r where r.agency_id = h.agency_id and r.hold_id = h.hold_id
        and r.move in ('request-ended', 'request-open') order by r.n desc limit 1) as releasable_from
    from hold h join hold_standing s using (agency_id, hold_id)
    where h.agency_id = ${agencyId} and h.hold_id = ${holdId}`.execute(db)
  const [found] = rows
  if (!found) throw new Refusal('notFound', 'there is no such hold')
  return found
}

/** Asks for a release, confirms or refuses one that another asked for, or takes one's own back. */
export async function moveHold(
  tx: Tx,
  record: Recording,
  moving: {
    agencyId: string
    holdId: string
    move: HoldMove
    version: number
    reason: string | null
    by: string
    at: string
  },
): Promise<{ holdId: string; version: number; state: HoldState }> {
  const { agencyId, holdId, move, reason, by, at } = moving
  const hold = await lockHold(tx, agencyId, holdId)
  if (hold.version !== moving.version) throw new Refusal('conflict', movedMeanwhile)
  const ruling = ruleHold(hold, move, by, at)
  if (!ruling.ok) throw new Refusal('conflict', ruling.because)
  const n = hold.version + 1
  const asked =
    move === 'confirm' && hold.askedBy !== null ? { n: hold.version, by: hold.askedBy } : undefined
  await addStep(tx, agencyId, holdId, {
    n,
    move,
    toState: ruling.to,
    by,
    reason,
    at,
    ...(asked ? { asked } : {}),
  })
  await record({ kind: `holds.${move}`, subject: holdId, body: { state: ruling.to, reason } })
  return { holdId, version: n, state: ruling.to }
}

/**
 * Says of a records request's hold from when it may be released: once the request is closed, at the end of the time to
 * appeal; null when it is open again. Does nothing where nothing is held for it.
 */
export async function requestEnded(
  tx: Tx,
  record: Recording,
  {
    agencyId,
    ref,
    from,
    by,
    at,
  }: { agencyId: string; ref: string; from: string | null; by: string; at: string },
): Promise<void> {
  const holds = await tx
    .selectFrom('hold')
    .select('holdId')
    .where('agencyId', '=', agencyId)
    .where('matter', '=', 'records-request')
    .where('ref', '=', ref)
    .where('isAutomatic', '=', true)
    .execute()
  for (const { holdId } of holds) {
    const { state, version } = await lockHold(tx, agencyId, holdId)
    if (state === 'released') continue
    const move = from === null ? 'request-open' : 'request-ended'
    // A release that waits is asked for again: it was asked for as things stood before.
    const step = {
      n: version + 1,
      move,
      toState: 'in-force',
      by,
      reason: null,
      at,
      releasableFrom: from,
    } as const
    await addStep(tx, agencyId, holdId, step)
    await record({ kind: `holds.${move}`, subject: holdId, body: { releasableFrom: from } })
  }
}

/** The holds that keep each of these records; of an automatic one, the title names its request. */
export async function holdsOn(
  db: Db,
  agencyId: string,
  recordIds: readonly string[],
): Promise<Map<string, HoldBrief[]>> {
  const found = new Map<string, HoldBrief[]>()
  if (recordIds.length === 0) return found
  const { rows } = await sql<HoldBrief & { recordId: string }>`
    select distinct r.record_id, h.hold_id, h.matter, case when not h.is_automatic then h.ref end as ref, h.title, h.at as placed_at
    from record r
    cross join lateral (values ('record', r.record_id::text), ('thing', r.thing), ('thread', r.thread)) as on_ (what, id)
    join hold_line l on l.agency_id = r.agency_id and l.what = on_.what and l.id = on_.id
    join hold h on h.agency_id = l.agency_id and h.hold_id = l.hold_id
    where r.agency_id = ${agencyId} and r.record_id = any (${[...recordIds]}::uuid[])
      and not exists (select from hold_step s
        where s.agency_id = h.agency_id and s.hold_id = h.hold_id and s.move = 'confirm')
    order by placed_at`.execute(db)
  for (const { recordId, ...hold } of rows) found.set(recordId, [...(found.get(recordId) ?? []), hold])
  return found
}
