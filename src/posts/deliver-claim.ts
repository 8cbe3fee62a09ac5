import { sql, type Selectable } from 'kysely'
import { liveAccount, type Account } from '../accounts/store.ts'
import { append } from '../ledger/append.ts'
import type { Agency } from '../members/caller.ts'
import type { Db, Tables, Tx } from '../platform/db.ts'
import { isBefore, later } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import { isPublication, takenBack, unknownWords, type Pace } from './delivery-outcome.ts'

export type DeliveryRow = Selectable<Tables['delivery']>

/** One try that is ours to make: the row says `sending` since a transaction that was committed. */
export interface Claimed {
  row: DeliveryRow
  /** May it be sent under its key once more, where an earlier try is in doubt? Else it is only looked for. */
  mayRepeat: boolean
  /** When it was last sent before this try. */
  sentBefore: string | null
  /** What is answered, removed or hidden, and the post at the head of that thread. */
  target: { remoteId: string; rootId: string } | null
}

/** `again`: one was settled without a call. `none`: nothing is due, or somebody else is at it. */
export type Claim = { kind: 'send'; claimed: Claimed } | { kind: 'again' } | { kind: 'none' }

/**
 * Takes the next delivery out of an account's line, and commits that it is being sent before anybody is called. The
 * lock on the line and the one `sending` row of an account hold two processes from sending at once.
 */
export async function claimNext(
  db: Db,
  agency: Agency,
  accountId: string,
  at: string,
  pace: Pace,
): Promise<Claim> {
  const { agencyId } = agency
  return await db.transaction().execute(async (tx): Promise<Claim> => {
    const lane = await tx
      .selectFrom('deliveryLane')
      .select('pausedUntil')
      .where('agencyId', '=', agencyId)
      .where('accountId', '=', accountId)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!lane || (lane.pausedUntil !== null && isBefore(at, lane.pausedUntil))) return { kind: 'none' }
    const lost = await underWay(tx, agencyId, accountId)
    if (lost) {
      if (lost.deadlineAt === null || isBefore(at, lost.deadlineAt)) return { kind: 'none' }
      await giveUpAnswer(tx, agencyId, lost, at, pace)
      return { kind: 'again' }
    }
    const row = await nextOf(tx, agencyId, accountId, at)
    if (!row) return { kind: 'none' }
    const ground = await groundOf(tx, agency, row, at)
    if (!ground.isReady) {
      await endUnsent(tx, agencyId, row, ground, at)
      return { kind: 'again' }
    }
    return { kind: 'send', claimed: await take(tx, agencyId, row, ground, at, pace) }
  })
}

async function underWay(tx: Tx, agencyId: string, accountId: string): Promise<DeliveryRow | undefined> {
  return await tx
    .selectFrom('delivery')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .where('state', '=', 'sending')
    .executeTakeFirst()
}

/**
 * The first that is due. What is about one thing keeps its order; what answers another waits until that is settled,
 * by a person where it must be. What waits for its own time lets others pass.
 */
async function nextOf(
  tx: Tx,
  agencyId: string,
  accountId: string,
  at: string,
): Promise<DeliveryRow | undefined> {
  return await tx
    .selectFrom('delivery as one')
    .selectAll('one')
    .where('one.agencyId', '=', agencyId)
    .where('one.accountId', '=', accountId)
    .where('one.state', '=', 'waiting')
    .where('one.dueAt', '<=', at)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('delivery as other')
            .select('other.deliveryId')
            .whereRef('other.agencyId', '=', 'one.agencyId')
            .where((pair) =>
              pair.or([
                pair.and([
                  pair('other.accountId', '=', pair.ref('one.accountId')),
                  pair('other.state', '=', 'waiting'),
                  pair('other.subjectKind', '=', pair.ref('one.subjectKind')),
                  pair('other.subjectId', '=', pair.ref('one.subjectId')),
                  pair('other.seq', '<', pair.ref('one.seq')),
                ]),
                pair.and([
                  pair('other.deliveryId', '=', pair.ref('one.replyTo')),
                  pair('other.state', 'in', ['waiting', 'sending', 'parked']),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('one.seq')
    .limit(1)
    .executeTakeFirst()
}

/** How a delivery ends that nobody is called for. */
interface Ends {
  isReady: false
  state: 'parked' | 'withdrawn' | 'refused' | 'done'
  sentence: string
}

interface Ready {
  isReady: true
  target: Claimed['target']
  mayRepeat: boolean
}

/** May it be sent now, and what does it answer or remove? */
async function groundOf(tx: Tx, agency: Agency, row: DeliveryRow, at: string): Promise<Ready | Ends> {
  const { does, inDoubt, giveUpAt, replyTo, targetId } = row
  const against = await againstIt(tx, agency, row, at)
  // Whether it is there must be found out first, whatever else has changed.
  if (inDoubt)
    return isBefore(at, giveUpAt)
      ? { isReady: true, target: await targetOf(tx, row), mayRepeat: against === undefined }
      : { isReady: false, state: 'parked', sentence: unknownWords(row.sentence ?? 'none') }
  if (against) return against
  const target = await targetOf(tx, row)
  if (replyTo !== null && targetId === null && target === null)
    return does === 'remove'
      ? { isReady: false, state: 'done', sentence: 'It was never there, so nothing had to be removed.' }
      : { isReady: false, state: 'refused', sentence: 'What it answers was never published there.' }
  return { isReady: true, target, mayRepeat: true }
}

/** What stands against sending it now; undefined where nothing does. */
async function againstIt(
  tx: Tx,
  agency: Agency,
  { accountId, does, isCalledBack, notAfter }: DeliveryRow,
  at: string,
): Promise<Ends | undefined> {
  if (isCalledBack) return { isReady: false, state: 'withdrawn', sentence: takenBack }
  if (notAfter !== null && !isBefore(at, notAfter))
    return { isReady: false, state: 'parked', sentence: 'Its time was over before it could be sent.' }
  const speaks = isPublication(does) || does === 'edit'
  const ended = speaks ? await whyNotLive(tx, agency, accountId, at) : undefined
  return ended === undefined ? undefined : { isReady: false, state: 'parked', sentence: ended }
}

async function whyNotLive(
  tx: Tx,
  agency: Agency,
  accountId: string,
  at: string,
): Promise<string | undefined> {
  try {
    const live: Account = await liveAccount(tx, agency, accountId, at)
    return live.state === 'live' ? undefined : 'This page is not live, and nothing is published through it.'
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

/** What a delivery answers or acts on, and the head of that thread; null where it stands alone. */
async function targetOf(tx: Tx, { agencyId, replyTo, targetId }: DeliveryRow): Promise<Claimed['target']> {
  const answered = replyTo === null ? undefined : await headOf(tx, agencyId, replyTo)
  const remoteId = targetId ?? answered?.remoteId
  return remoteId === undefined ? null : { remoteId, rootId: answered?.rootId ?? remoteId }
}

/** A publication of ours and the first of its thread; undefined where it never went out. */
async function headOf(
  tx: Tx,
  agencyId: string,
  deliveryId: string,
): Promise<{ remoteId: string; rootId: string } | undefined> {
  const { rows } = await sql<{ remoteId: string | null }>`
    with recursive thread as (
      select delivery_id, reply_to, remote_id, 0 as depth from delivery
        where agency_id = ${agencyId} and delivery_id = ${deliveryId}
      union all
      select d.delivery_id, d.reply_to, d.remote_id, thread.depth + 1 from delivery d
        join thread on d.delivery_id = thread.reply_to
        where d.agency_id = ${agencyId} and thread.depth < 100)
    select remote_id from thread order by depth`.execute(tx)
  const [first] = rows
  if (!first || first.remoteId === null) return undefined
  const { remoteId } = first
  return { remoteId, rootId: rows.findLast((row) => row.remoteId !== null)?.remoteId ?? remoteId }
}

async function take(
  tx: Tx,
  agencyId: string,
  row: DeliveryRow,
  { target, mayRepeat }: Ready,
  at: string,
  pace: Pace,
): Promise<Claimed> {
  const { deliveryId, subjectKind, subjectId, accountId, does, hash, inDoubt, version, tries } = row
  const sending = {
    state: 'sending',
    version: version + 1,
    tries: tries + 1,
    triedAt: at,
    deadlineAt: later(at, { seconds: pace.call + pace.grace }),
  } as const
  await tx
    .updateTable('delivery')
    .set(sending)
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', deliveryId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const body = { subjectKind, subjectId, accountId, does, hash, try: tries + 1, inDoubt }
  await append(tx, agencyId, { kind: 'deliveries.send', subject: deliveryId, by: 'system', at, body })
  return { row: { ...row, ...sending }, mayRepeat, sentBefore: row.triedAt, target }
}

/** A try whose process died, or whose answer came too late for it: it may have been taken. */
async function giveUpAnswer(
  tx: Tx,
  agencyId: string,
  row: DeliveryRow,
  at: string,
  pace: Pace,
): Promise<void> {
  const { deliveryId, does, tries, version } = row
  const sentence = 'Its answer was lost.'
  await tx
    .updateTable('delivery')
    .set({
      state: 'waiting',
      version: version + 1,
      deadlineAt: null,
      inDoubt: row.inDoubt || isPublication(does),
      dueAt: later(at, { seconds: pace.doubt }),
      sentence,
    })
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', deliveryId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const body = { try: tries, sentence }
  await append(tx, agencyId, { kind: 'deliveries.lost', subject: deliveryId, by: 'system', at, body })
}

async function endUnsent(
  tx: Tx,
  agencyId: string,
  { deliveryId, version }: DeliveryRow,
  { state, sentence }: Ends,
  at: string,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state, sentence, version: version + 1, doneAt: state === 'done' ? at : null })
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', deliveryId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const body = { state, sentence }
  await append(tx, agencyId, { kind: `deliveries.${state}`, subject: deliveryId, by: 'system', at, body })
}
