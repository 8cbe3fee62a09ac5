import type { Generated } from 'kysely'
import { canonical } from '../ledger/canonical.ts'
import type { Db, Tx } from '../platform/db.ts'
import { later } from '../platform/day.ts'
import { newId } from '../platform/id.ts'

/** What a delivery is about. */
export interface Subject {
  kind: 'post' | 'notice' | 'comment'
  id: string
}

export const deliveryDoes = ['publish', 'reply', 'edit', 'remove', 'hide', 'restore'] as const
export type DeliveryDoes = (typeof deliveryDoes)[number]

/** `parked` and `refused` wait for a person; `withdrawn` was taken back before anything was sent. */
export const deliveryStates = ['waiting', 'sending', 'done', 'parked', 'refused', 'withdrawn'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** A post as it goes to one network; its media by the SHA-256 of their public copies. */
export interface StoredOutgoing {
  text: string
  languages: readonly string[]
  media: readonly {
    sha256: string
    mediaType: string
    alt: string
    width: number
    height: number
    captions: string | null
  }[]
}

export interface DeliveryAsked {
  subject: Subject
  accountId: string
  does: DeliveryDoes
  /** For publish, reply and edit. */
  outgoing: StoredOutgoing | null
  /** Of the content that was approved. */
  hash: string
  /** The delivery that it answers, edits or removes, or under which the comment stands that is answered, hidden, restored. */
  replyTo: string | null
  /** What is answered, removed or hidden, where that is no delivery of ours. */
  remoteId: string | null
  /** ISO 8601: nothing is sent after this; it is parked instead. */
  notAfter?: string | null
}

/** A delivery as people see it. */
export interface Delivery {
  deliveryId: string
  subject: Subject
  accountId: string
  does: DeliveryDoes
  hash: string
  replyTo: string | null
  state: DeliveryState
  version: number
  tries: number
  askedAt: string
  /** When it is tried next, while it waits. */
  dueAt: string
  triedAt: string | null
  doneAt: string | null
  removedAt: string | null
  remoteId: string | null
  url: string | null
  sentence: string | null
  settledBy: string | null
}

declare module '../platform/db.ts' {
  interface Tables {
    deliveryLane: {
      agencyId: string
      accountId: string
      pausedUntil: string | null
      because: string | null
      keyMark: string | null
    }
    delivery: {
      agencyId: string
      deliveryId: string
      seq: Generated<number>
      subjectKind: Subject['kind']
      subjectId: string
      accountId: string
      does: DeliveryDoes
      outgoing: string | null
      hash: string
      replyTo: string | null
      targetId: string | null
      state: DeliveryState
      version: number
      tries: number
      askedAt: string
      dueAt: string
      giveUpAt: string
      notAfter: string | null
      triedAt: string | null
      deadlineAt: string | null
      inDoubt: boolean
      isCalledBack: boolean
      remoteId: string | null
      url: string | null
      doneAt: string | null
      removedAt: string | null
      sentence: string | null
      settledBy: string | null
    }
  }
}

/** After so many hours without an answer it is parked. */
export const endHours = 24

/**
 * Asks for something to be done on an account, once, and gives its id, which is also the key that the network is sent.
 * It is done by `deliver` after the commit, in the order in which it was asked for on that account. A removal of a
 * delivery that was not sent yet takes it back.
 */
export async function askDelivery(
  tx: Tx,
  agencyId: string,
  asked: DeliveryAsked,
  at: string,
): Promise<string> {
  const { subject, accountId, does, outgoing, hash, replyTo, remoteId, notAfter = null } = asked
  const deliveryId = newId()
  await tx
    .insertInto('deliveryLane')
    .values({ agencyId, accountId, pausedUntil: null, because: null, keyMark: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('delivery')
    .values({
      agencyId,
      deliveryId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      accountId,
      does,
      outgoing: outgoing === null ? null : canonical({ ...outgoing }),
      hash,
      replyTo,
      targetId: remoteId,
      state: 'waiting',
      version: 1,
      tries: 0,
      askedAt: at,
      dueAt: at,
      giveUpAt: later(at, { hours: endHours }),
      notAfter,
      triedAt: null,
      deadlineAt: null,
      inDoubt: false,
      isCalledBack: false,
      remoteId: null,
      url: null,
      doneAt: null,
      removedAt: null,
      sentence: null,
      settledBy: null,
    })
    .execute()
  if (does === 'remove' && replyTo !== null) await callBack(tx, agencyId, replyTo, at)
  return deliveryId
}

/** What is to be removed is not sent any more; what waits without doubt ends at once. */
async function callBack(tx: Tx, agencyId: string, deliveryId: string, at: string): Promise<void> {
  const called = tx
    .updateTable('delivery')
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', deliveryId)
  await called.set({ isCalledBack: true }).execute()
  await called
    .set({ dueAt: at })
    .where('state', '=', 'waiting')
    .where('inDoubt', '=', false)
    .where('dueAt', '>', at)
    .execute()
}

const shown = [
  'deliveryId',
  'subjectKind',
  'subjectId',
  'accountId',
  'does',
  'hash',
  'replyTo',
  'state',
  'version',
  'tries',
  'askedAt',
  'dueAt',
  'triedAt',
  'doneAt',
  'removedAt',
  'remoteId',
  'url',
  'sentence',
  'settledBy',
] as const

/** Everything that was asked for about one thing, in that order. */
export async function deliveriesOf(db: Db, agencyId: string, subject: Subject): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(shown)
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .orderBy('seq')
    .execute()
  return rows.map(({ subjectKind: kind, subjectId: id, ...row }) => ({ ...row, subject: { kind, id } }))
}

/** What waits for a person to say what became of it, the oldest first. */
export async function stuckDeliveries(db: Db, agencyId: string, limit: number): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(shown)
    .where('agencyId', '=', agencyId)
    .where('state', 'in', ['parked', 'refused'])
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ subjectKind: kind, subjectId: id, ...row }) => ({ ...row, subject: { kind, id } }))
}

/** A publication that is out now. */
export interface PublishedDelivery {
  deliveryId: string
  subject: Subject
  accountId: string
  remoteId: string
  url: string | null
  at: string
}

/** What went out since a moment (ISO 8601) and was not removed, the oldest first. */
export async function publishedOn(db: Db, agencyId: string, since: string): Promise<PublishedDelivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['deliveryId', 'subjectKind', 'subjectId', 'accountId', 'remoteId', 'url', 'doneAt'])
    .where('agencyId', '=', agencyId)
    .where('state', '=', 'done')
    .where('does', 'in', ['publish', 'reply'])
    .where('remoteId', 'is not', null)
    .where('removedAt', 'is', null)
    .where('doneAt', '>=', since)
    .orderBy('doneAt')
    .execute()
  return rows.flatMap(({ deliveryId, subjectKind: kind, subjectId: id, accountId, remoteId, url, doneAt }) =>
    remoteId === null || doneAt === null
      ? []
      : [{ deliveryId, subject: { kind, id }, accountId, remoteId, url, at: doneAt }],
  )
}
