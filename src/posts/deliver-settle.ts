import { command, type Made } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import { isBefore, later } from '../platform/day.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DeliveryRow } from './deliver-claim.ts'
import { endHours, type Delivery } from './deliveries.ts'
import { isPublication } from './delivery-outcome.ts'

/** What a person saw who looked at the page. */
export interface Settled {
  version: number
  /** The address at which it is there; null where it is not there. */
  there: string | null
  /** Where it is not as it should be: is it to be tried once more, or left? */
  again: boolean
}

/**
 * Settles a delivery that is parked or was refused, by what a person saw. A publication that is there is done; one that
 * is not is sent again, or left. A removal is done when nothing is there any more; what is hidden or restored is done
 * when the person says so by the address at which they saw it. Refuses what is not waiting for a person, and to send
 * again what is no longer so.
 */
export async function settleDelivery(
  db: Db,
  made: Made,
  deliveryId: string,
  settled: Settled,
): Promise<{ deliveryId: string; state: Delivery['state']; version: number }> {
  const { agencyId, by, at } = made
  const { there, again } = settled
  return await command(db, made, async (tx, record) => {
    const row = await stuckOne(tx, agencyId, deliveryId, settled.version)
    const isDone = row.does === 'remove' ? there === null : there !== null
    const state = isDone ? 'done' : again && !row.isCalledBack ? 'waiting' : 'withdrawn'
    const sentence = state === 'withdrawn' ? 'It is not there, and was left so.' : null
    if (state === 'waiting') await refuseOutdated(tx, row)
    const version = row.version + 1
    await tx
      .updateTable('delivery')
      .set({
        state,
        version,
        inDoubt: false,
        sentence,
        settledBy: by,
        dueAt: at,
        giveUpAt: later(at, { hours: endHours }),
        // Whoever sends it again knows how late it is.
        notAfter: null,
        ...(isDone ? { doneAt: at } : {}),
        // Without the network's own name its address stands for it.
        ...(isDone && isPublication(row.does) ? { remoteId: row.remoteId ?? there, url: there } : {}),
      })
      .where('agencyId', '=', agencyId)
      .where('deliveryId', '=', deliveryId)
      .execute()
    if (isDone && row.does === 'remove') await settleRemoved(tx, agencyId, row.replyTo, at)
    await record({ subject: deliveryId, body: { state, there, again } })
    return { deliveryId, state, version }
  })
}

async function stuckOne(tx: Tx, agencyId: string, deliveryId: string, version: number): Promise<DeliveryRow> {
  const row = await tx
    .selectFrom('delivery')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', deliveryId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 'there is no such delivery')
  if (row.version !== version || (row.state !== 'parked' && row.state !== 'refused'))
    throw new Refusal('conflict', `it waits for nobody’s word now; it is ${row.state}`)
  return row
}

/**
 * A yes to words ends with their post or notice, and a hiding with its restoring: what was asked for before that is not
 * sent after it, whoever says so.
 */
async function refuseOutdated(tx: Tx, row: DeliveryRow): Promise<void> {
  const because = row.subjectKind === 'comment' ? await undoneSince(tx, row) : await voidSince(tx, row)
  if (because !== undefined)
    throw new Refusal('conflict', `${because}; say that it is not there, and leave it so`)
}

async function undoneSince(tx: Tx, row: DeliveryRow): Promise<string | undefined> {
  const { agencyId, subjectKind, subjectId, accountId, seq, does } = row
  const undone = await tx
    .selectFrom('delivery')
    .select('deliveryId')
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .where('does', '=', does === 'restore' ? 'hide' : 'restore')
    .where('seq', '>', seq)
    .executeTakeFirst()
  return undone && `the comment was ${does === 'restore' ? 'hidden' : 'restored'} since`
}

async function voidSince(tx: Tx, row: DeliveryRow): Promise<string | undefined> {
  const { agencyId, subjectKind, subjectId, does, hash, askedAt } = row
  if (!isPublication(does) && does !== 'edit') return undefined
  if (subjectKind === 'post') {
    const post = await tx
      .selectFrom('post')
      .select(['state', 'approvedHash'])
      .where('agencyId', '=', agencyId)
      .where('postId', '=', subjectId)
      .executeTakeFirst()
    const isOut = post?.state === 'publishing' || post?.state === 'published'
    return post && !(isOut && post.approvedHash === hash) ? 'these words are approved no more' : undefined
  }
  const notice = await tx
    .selectFrom('notice')
    .select(['endedAt', 'outHash'])
    .where('agencyId', '=', agencyId)
    .where('noticeId', '=', subjectId)
    .executeTakeFirst()
  if (!notice) return undefined
  if (notice.endedAt !== null && isBefore(askedAt, notice.endedAt)) return 'the notice has ended since'
  // What is parked stands before its update, which waits for it; what was refused does not.
  return row.state === 'refused' && notice.outHash !== hash ? 'the notice has other words now' : undefined
}

async function settleRemoved(tx: Tx, agencyId: string, published: string | null, at: string): Promise<void> {
  if (published === null) return
  await tx
    .updateTable('delivery')
    .set({ removedAt: at })
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', published)
    .where('removedAt', 'is', null)
    .execute()
}
