import { sql } from 'kysely'
import { command, type Made } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import { membersOf } from '../../members/store.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { recordsOf } from '../store.ts'
import { objectBy } from './clock.ts'
import { lawOf } from './law.ts'
import { noticeLetter, sendLetter } from './letters.ts'
import { openStates } from './moves.ts'
import type { NoticeState } from './notice-schema.ts'
import { calendarOf } from './settings.ts'
import { changeRequest, findRequest } from './store.ts'
import type { StoredNotice, StoredRequest } from './tables.ts'

interface NoticeDone extends Record<string, string | number> {
  noticeId: string
  state: NoticeState
  version: number
}

/** One notice; refuses (notFound) an id that the agency does not know. */
export async function findNotice(db: Db, agencyId: string, noticeId: string): Promise<StoredNotice> {
  const found = await db
    .selectFrom('recordsNotice')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('noticeId', '=', noticeId)
    .executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such notice')
  return found
}

/**
 * Tells somebody employed here that records of their file are asked for. It is there for them at once; until the law's
 * days are over, or their objection is decided, these records go nowhere.
 */
export async function notify(
  db: Db,
  agency: Agency,
  made: Made,
  requestId: string,
  said: { memberId: string; records: readonly string[]; representative: string | null },
): Promise<NoticeDone> {
  const { agencyId, zone } = agency
  return await command(db, made, async (tx, record) => {
    const request = await findRequest(tx, agencyId, requestId)
    if (!openStates.includes(request.state)) throw new Refusal('conflict', 'the request is answered')
    if (!request.isPersonnel)
      throw new Refusal('conflict', 'say first that it is about a personnel file, and why')
    const [member] = await membersOf(tx, agencyId, [said.memberId])
    if (!member) throw new Refusal('notFound', 'there is no such member')
    const records = [...new Set(said.records)]
    // A release that was made ready before it is told of this notice is refused.
    await changeRequest(tx, request, request.version, {})
    const { count } = await tx
      .selectFrom('recordsResponsive')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('agencyId', '=', agencyId)
      .where('requestId', '=', requestId)
      .where('recordId', '=', sql<string>`any(${records}::uuid[])`)
      .executeTakeFirstOrThrow()
    if (count < records.length) throw new Refusal('malformed', 'a notice names records of the set')
    const law = lawOf(request.lawId)
    const noticeId = newId()
    const { by, at } = made
    const sentOn = dayIn(zone, at)
    const until = objectBy(law, await calendarOf(tx, agencyId, law), { sentOn, receivedOn: null })
    const { representative } = said
    await tx
      .insertInto('recordsNotice')
      .values({
        agencyId,
        noticeId,
        requestId,
        memberId: said.memberId,
        representative,
        records,
        sentAt: at,
        sentBy: by,
        receivedOn: null,
        objectBy: until,
        state: 'sent',
        version: 1,
        grounds: null,
        signed: null,
        objectedAt: null,
        outcome: null,
      })
      .execute()
    const letter = await noticeLetter(tx, agency, request, law, { member, representative, until, at, by })
    await sendLetter(tx, { agencyId, requestId, kind: 'notice', letter, by, at })
    await record({
      subject: requestId,
      body: { noticeId, member: said.memberId, representative, records, until },
    })
    return { noticeId, state: 'sent', version: 1 }
  })
}

/** An employee's objection, signed under the law's own statement. Refuses one that comes too late, and anybody else's. */
export async function objectTo(
  db: Db,
  agency: Agency,
  made: Made,
  noticeId: string,
  said: { version: number; grounds: string; signed: string },
): Promise<NoticeDone> {
  const { agencyId, zone } = agency
  return await command(db, made, async (tx, record) => {
    const notice = await findNotice(tx, agencyId, noticeId)
    if (notice.memberId !== made.by) throw new Refusal('notFound', 'there is no such notice')
    const [member] = await membersOf(tx, agencyId, [made.by])
    if (notice.state !== 'sent')
      throw new Refusal('conflict', `you can object no more: ${inWords[notice.state]}`)
    const { lawId } = await findRequest(tx, agencyId, notice.requestId)
    const law = lawOf(lawId)
    if (dayIn(zone, made.at) > notice.objectBy)
      throw new Refusal('conflict', `the days for it ended on ${notice.objectBy}`, law.personnel.citation)
    if (said.signed.trim().toLowerCase() !== member?.name.trim().toLowerCase())
      throw new Refusal('malformed', `sign with your name as it stands in the roster: ${member?.name ?? ''}`)
    const version = await changeNotice(tx, notice, said.version, {
      state: 'objected',
      grounds: said.grounds,
      signed: said.signed,
      objectedAt: made.at,
    })
    await record({
      subject: notice.requestId,
      body: { noticeId, grounds: said.grounds, signed: said.signed, statement: law.personnel.statement.en },
    })
    return { noticeId, state: 'objected', version }
  })
}

/** What the custodian puts down of a notice: since when it is there, and what was decided on an objection. */
export async function moveNotice(
  db: Db,
  agency: Agency,
  made: Made,
  noticeId: string,
  said: {
    version: number
    move: 'received' | 'ordered' | 'withdrawn'
    on?: string | undefined
    words?: string | undefined
  },
): Promise<NoticeDone> {
  const { agencyId, zone } = agency
  return await command(db, made, async (tx, record) => {
    const notice = await findNotice(tx, agencyId, noticeId)
    const { lawId } = await findRequest(tx, agencyId, notice.requestId)
    const law = lawOf(lawId)
    const { move, on, words } = said
    let changes: Partial<StoredNotice>
    if (move === 'received') {
      if (notice.state !== 'sent') throw new Refusal('conflict', inWords[notice.state])
      const sentOn = dayIn(zone, notice.sentAt)
      const receivedOn = on ?? dayIn(zone, made.at)
      if (receivedOn < sentOn || receivedOn > dayIn(zone, made.at))
        throw new Refusal('malformed', 'it came on a day between the sending and today')
      const until = objectBy(law, await calendarOf(tx, agencyId, law), { sentOn, receivedOn })
      changes = { receivedOn, objectBy: until }
    } else {
      if (notice.state !== 'objected') throw new Refusal('conflict', 'nobody objected')
      if (words === undefined)
        throw new Refusal('malformed', 'say what was decided, or how it was taken back')
      changes = { state: move, outcome: words }
    }
    const version = await changeNotice(tx, notice, said.version, changes)
    await record({
      subject: notice.requestId,
      body: { noticeId, member: notice.memberId, move, on: on ?? null, words: words ?? null },
    })
    return { noticeId, state: changes.state ?? notice.state, version }
  })
}

export async function changeNotice(
  tx: Tx,
  { agencyId, noticeId }: StoredNotice,
  seen: number,
  changes: Partial<StoredNotice>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('recordsNotice')
    .set({ ...changes, version: seen + 1 })
    .where('agencyId', '=', agencyId)
    .where('noticeId', '=', noticeId)
    .where('version', '=', seen)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'somebody changed it meanwhile; look at it again')
  return seen + 1
}

export async function noticesOf(db: Db, agencyId: string, requestId: string): Promise<StoredNotice[]> {
  return await db
    .selectFrom('recordsNotice')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .orderBy('noticeId')
    .execute()
}

/**
 * The records of a request that may not go out yet, and until when: somebody may still object, or objected and nothing is
 * decided, or their file is in it and nobody told them.
 */
export async function barredIn(db: Db, request: StoredRequest): Promise<Map<string, string>> {
  const { agencyId, requestId, isPersonnel } = request
  const barred = new Map<string, string>()
  const notices = await noticesOf(db, agencyId, requestId)
  if (isPersonnel) {
    const told = new Set(notices.flatMap(({ records }) => records))
    const set = await db
      .selectFrom('recordsResponsive')
      .select('recordId')
      .where('agencyId', '=', agencyId)
      .where('requestId', '=', requestId)
      .where('instalment', 'is', null)
      .where((row) => row.or([row('state', 'is', null), row('state', '<>', 'withhold')]))
      .execute()
    const rows = await recordsOf(
      db,
      agencyId,
      set.map(({ recordId }) => recordId).filter((id) => !told.has(id)),
    )
    for (const { recordId, access } of rows) if (access === 'personnel') barred.set(recordId, 'notice')
  }
  for (const { state, records, objectBy: until } of notices)
    if (state === 'sent' || state === 'objected')
      for (const id of records) barred.set(id, state === 'objected' ? 'objection' : until)
  return barred
}

/** Does somebody's personnel file go out with these records, and nobody said whether that invades their privacy? */
export async function lacksWordOnPersonnel(
  db: Db,
  { agencyId, requestId }: StoredRequest,
  recordIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ lacks: boolean }>`
    select exists (select from record where agency_id = ${agencyId} and access = 'personnel'
        and record_id = any (${[...recordIds]}::uuid[]))
      and not exists (select from records_request_step where agency_id = ${agencyId} and request_id = ${requestId}
        and move = 'personnel') as lacks`.execute(db)
  return rows[0]?.lacks === true
}

const inWords = {
  sent: 'the notice was sent',
  lapsed: 'the days for it are over',
  objected: 'an objection was made',
  ordered: 'disclosure was ordered',
  withdrawn: 'the objection was taken back',
} as const satisfies Record<NoticeState, string>
