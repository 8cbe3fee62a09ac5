import { sql } from 'kysely'
import { command, type Made } from '../../ledger/command.ts'
import type { MemberCaller } from '../../members/caller.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { capture } from '../capture.ts'
import { searchQuerySchema, type SearchQuery } from '../query.ts'
import { countOf, matching, seenBy } from '../store.ts'
import { askerOf } from '../asker.ts'
import { changeRequest, findRequest } from './store.ts'
import { holdThese } from './held.ts'
import { openStates } from './moves.ts'
import type { StoredRequest } from './tables.ts'

/** So many records are added at once; a wider search is narrowed first. */
export const mostAtOnce = 2_000

/** What a search came to. */
export interface Searched extends Record<string, string | number | boolean | null> {
  searchId: string
  found: number | null
  isExact: boolean
  /** How many of them were not in the set; null where they were not counted. */
  fresh: number | null
}

/**
 * Keeps a search, or a look elsewhere, as evidence of diligence: what, by whom, when, how much was found, and how much of
 * it was new.
 */
export async function keepSearch(
  caller: MemberCaller,
  made: Made,
  requestId: string,
  said: { query: SearchQuery | null; elsewhere: string | null; found: number | null },
): Promise<Searched> {
  const { db, agency } = caller
  const { agencyId } = agency
  await findRequest(db, agencyId, requestId)
  let count: { n: number | null; isExact: boolean } = { n: said.found, isExact: true }
  let fresh: number | null = null
  if (said.query) {
    // What happened a moment ago is searched too.
    for (let more = true; more;) more = (await capture(db, agency, made.at)).isBehind
    count = await countOf(db, askerOf(caller), said.query)
    if (count.isExact) fresh = await notInSet(caller, requestId, said.query)
  }
  return await command(db, made, async (tx, record) => {
    const searchId = newId()
    const { query, elsewhere } = said
    await tx
      .insertInto('recordsRequestSearch')
      .values({
        agencyId,
        searchId,
        requestId,
        query: query === null ? null : JSON.stringify(query),
        elsewhere,
        madeBy: made.by,
        at: made.at,
        found: count.n,
        isExact: count.isExact,
        fresh,
      })
      .execute()
    const searched = { searchId, found: count.n, isExact: count.isExact, fresh }
    const body = { query: query === null ? null : { ...query }, elsewhere, ...searched }
    await record({ subject: requestId, body })
    return searched
  })
}

/** How many records that a search finds are not in the set of a request. */
async function notInSet(caller: MemberCaller, requestId: string, query: SearchQuery): Promise<number> {
  let fresh = 0
  for await (const ids of matching(caller.db, caller, query)) {
    const { known } = await caller.db
      .selectFrom('recordsResponsive')
      .select((row) => row.fn.countAll<number>().as('known'))
      .where('agencyId', '=', caller.agency.agencyId)
      .where('requestId', '=', requestId)
      .where('recordId', '=', sql<string>`any(${ids}::uuid[])`)
      .executeTakeFirstOrThrow()
    fresh += ids.length - known
  }
  return fresh
}

/** Of the searches of a request that were counted so, how many of what they found were not in the set then. */
export async function freshOf(db: Db, agencyId: string, requestId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('recordsRequestSearch')
    .select(['searchId', 'fresh'])
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .execute()
  return new Map(rows.flatMap(({ searchId, fresh }) => (fresh === null ? [] : [[searchId, fresh] as const])))
}

/** What is added to a request's set, and what is taken out of it. */
export interface SetSaid {
  version: number
  add: readonly string[]
  search: string | null
  context: boolean
  take: readonly string[]
  reason?: string | undefined
}

/**
 * Adds records to what answers a request, or takes out what does not, with a reason. From the moment a record is in the
 * set a hold keeps it, which is placed here; taking it out of the set leaves the hold.
 */
export async function changeSet(
  caller: MemberCaller,
  made: Made,
  requestId: string,
  said: SetSaid,
): Promise<SetChanged> {
  const { search, ...rest } = said
  const found = await foundAgain(caller, requestId, search)
  const seen = await mayBeAdded(caller, [...said.add, ...found])
  return await putInSet(caller.db, made, requestId, { ...rest, add: seen })
}

/** The same for records that whoever adds them may surely see. */
export async function putInSet(
  db: Db,
  made: Made,
  requestId: string,
  { version, add: seen, take, reason, context }: Omit<SetSaid, 'search'>,
): Promise<SetChanged> {
  const { agencyId } = made
  if (take.length > 0 && reason === undefined)
    throw new Refusal('malformed', 'say why these are not what was asked for')
  return await command(db, made, async (tx, record) => {
    const request = await findRequest(tx, agencyId, requestId)
    if (!openStates.includes(request.state))
      throw new Refusal('conflict', 'the request is answered; open it again before its records are changed')
    const added = await add(tx, request, seen, context, made)
    const taken = await takeOut(tx, request, take)
    if (added.length + taken === 0)
      throw new Refusal('conflict', 'nothing of it changes the set: these are in it, or out of it, already')
    const holdId = await holdThese(tx, record, request, added, made)
    const next = await changeRequest(tx, request, version, holdId === null ? {} : { holdId })
    await record({
      subject: requestId,
      body: { added: added.length, taken, context, reason: reason ?? null, records: [...added, ...take] },
    })
    const { count } = await tx
      .selectFrom('recordsResponsive')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('agencyId', '=', agencyId)
      .where('requestId', '=', requestId)
      .executeTakeFirstOrThrow()
    return { version: next, added: added.length, taken, responsive: count, holdId }
  })
}

interface SetChanged extends Record<string, string | number | null> {
  version: number
  added: number
  taken: number
  responsive: number
  holdId: string | null
}

/** What a search that was put down finds now, up to what is added at once; what was disposed of is passed over. */
async function foundAgain(
  caller: MemberCaller,
  requestId: string,
  searchId: string | null,
): Promise<string[]> {
  if (searchId === null) return []
  const kept = await caller.db
    .selectFrom('recordsRequestSearch')
    .select('query')
    .where('agencyId', '=', caller.agency.agencyId)
    .where('requestId', '=', requestId)
    .where('searchId', '=', searchId)
    .executeTakeFirst()
  if (!kept?.query) throw new Refusal('notFound', 'this request has no such search')
  const found: string[] = []
  for await (const ids of matching(caller.db, caller, searchQuerySchema.parse(kept.query))) {
    found.push(...ids)
    if (found.length > mostAtOnce)
      throw new Refusal(
        'malformed',
        `it finds more than ${mostAtOnce}; narrow it, or add its pages one by one`,
      )
  }
  const there = await stillThere(caller, found)
  if (found.length > 0 && there.length === 0)
    throw new Refusal('conflict', 'all that it finds was disposed of; the certificates are all there is')
  return there
}

/** Those of them that were not disposed of: of the others there is nothing that could go out. */
async function stillThere({ agency, db }: MemberCaller, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('record')
    .select('recordId')
    .where('agencyId', '=', agency.agencyId)
    .where('recordId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('disposedIn', 'is', null)
    .execute()
  return rows.map(({ recordId }) => recordId)
}

/** The records of these that the caller may see; refuses (notFound) if any of them is none. */
async function mayBeAdded(caller: MemberCaller, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = await caller.db
    .selectFrom('record')
    .select(['recordId', 'disposedIn'])
    .where('agencyId', '=', caller.agency.agencyId)
    .where('recordId', '=', sql<string>`any(${wanted}::uuid[])`)
    .where(seenBy(caller))
    .execute()
  if (rows.length < wanted.length) throw new Refusal('notFound', 'there is no such record')
  if (rows.some(({ disposedIn }) => disposedIn !== null))
    throw new Refusal('conflict', 'a record among these was disposed of; its certificate is all there is')
  return wanted
}

async function add(
  tx: Tx,
  { agencyId, requestId }: StoredRequest,
  ids: readonly string[],
  isContext: boolean,
  { by, at }: Made,
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .insertInto('recordsResponsive')
    .values(
      ids.map((recordId) => ({
        agencyId,
        requestId,
        recordId,
        isContext,
        addedBy: by,
        addedAt: at,
        version: 0,
        state: null,
        redactions: '[]',
        regions: '[]',
        keptBack: '[]',
        lookedThrough: [],
        exemption: null,
        reason: null,
        reviewedBy: null,
        reviewedAt: null,
        secondBy: null,
        secondAt: null,
        agrees: null,
        remarks: null,
        instalment: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('recordId')
    .execute()
  return rows.map(({ recordId }) => recordId)
}

async function takeOut(
  tx: Tx,
  { agencyId, requestId }: StoredRequest,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0
  const { numDeletedRows } = await tx
    .deleteFrom('recordsResponsive')
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .where('recordId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('instalment', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Requests that records have to do with, by the record. */
export async function requestsOn(
  db: Db,
  agencyId: string,
  recordIds: readonly string[],
): Promise<Map<string, { requestId: string; ref: string; title: string; state: string }[]>> {
  const found = new Map<string, { requestId: string; ref: string; title: string; state: string }[]>()
  if (recordIds.length === 0) return found
  const rows = await db
    .selectFrom('recordsResponsive')
    .innerJoin('recordsRequest', (join) =>
      join
        .onRef('recordsRequest.agencyId', '=', 'recordsResponsive.agencyId')
        .onRef('recordsRequest.requestId', '=', 'recordsResponsive.requestId'),
    )
    .select([
      'recordsResponsive.recordId',
      'recordsRequest.requestId',
      'recordsRequest.number',
      'recordsRequest.state',
      'recordsRequest.wants',
    ])
    .where('recordsResponsive.agencyId', '=', agencyId)
    .where('recordsResponsive.recordId', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .orderBy('recordsRequest.number')
    .execute()
  for (const { recordId, requestId, number, state, wants } of rows) {
    const here = found.get(recordId) ?? []
    here.push({ requestId, ref: number, title: wants.slice(0, 120), state })
    found.set(recordId, here)
  }
  return found
}
