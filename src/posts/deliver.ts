import { createHmac } from 'node:crypto'
import type { NetworkName, Network, Access } from '../accounts/networks/network.ts'
import { accessTo, accountsOf } from '../accounts/store.ts'
import { append } from '../ledger/append.ts'
import { canonical } from '../ledger/canonical.ts'
import type { Agency } from '../members/caller.ts'
import type { Blobs } from '../platform/blobs.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { claimNext, type Claimed } from './deliver-claim.ts'
import { send } from './deliver-send.ts'
import { follow, usualPace, type Next, type Outcome, type Pace } from './delivery-outcome.ts'

/** What the engine is given of the house. */
export interface Delivering {
  blobs: Blobs
  /** The key that accounts' secrets are sealed with, hexadecimal. */
  seal: string
  networks: Readonly<Record<NetworkName, Network>>
  clock: () => string
  pace?: Pace
}

/** So many accounts are served at once by one process. */
const lanesAtOnce = 8

/**
 * Sends what is due in an agency, each account's in its order and the accounts beside each other, and gives how many
 * were done. Any number of processes may call it at any time. What is a fault of ours is thrown at the end.
 */
export async function deliver(db: Db, house: Delivering, agency: Agency, at: string): Promise<number> {
  const lanes = await dueLanes(db, agency.agencyId, at)
  if (lanes.length === 0) return 0
  const accounts = await accountsOf(db, agency, at)
  const faults: unknown[] = []
  let done = 0
  const work = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
      const account = accounts.find(({ accountId }) => accountId === lane?.accountId)
      if (!account) continue
      try {
        const served = await serveLane(db, house, agency, lane, house.networks[account.network])
        done += served
      } catch (error) {
        faults.push(new Error(`account ${account.accountId} was not served`, { cause: error }))
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanesAtOnce, lanes.length) }, work))
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} accounts were not served`)
  return done
}

interface Lane {
  accountId: string
  keyMark: string | null
}

/** The accounts for which something is due, or was being sent when its process died. */
async function dueLanes(db: Db, agencyId: string, at: string): Promise<Lane[]> {
  return await db
    .selectFrom('deliveryLane')
    .select(['accountId', 'keyMark'])
    .where('agencyId', '=', agencyId)
    // A pause for a key ends with another key, which is looked at below.
    .where((row) =>
      row.or([row('pausedUntil', 'is', null), row('pausedUntil', '<=', at), row('keyMark', 'is not', null)]),
    )
    .where((row) =>
      row.exists(
        row
          .selectFrom('delivery')
          .select('deliveryId')
          .whereRef('delivery.agencyId', '=', 'deliveryLane.agencyId')
          .whereRef('delivery.accountId', '=', 'deliveryLane.accountId')
          .where((one) =>
            one.or([
              one.and([one('state', '=', 'waiting'), one('dueAt', '<=', at)]),
              one.and([one('state', '=', 'sending'), one('deadlineAt', '<=', at)]),
            ]),
          ),
      ),
    )
    .orderBy('accountId')
    .execute()
}

/** Sends what one account has due, one after the other; gives how many were done. */
async function serveLane(
  db: Db,
  house: Delivering,
  agency: Agency,
  { accountId, keyMark }: Lane,
  network: Network,
): Promise<number> {
  const { agencyId } = agency
  const pace = house.pace ?? usualPace
  if (keyMark !== null) await endPauseIfNew(db, house, agencyId, accountId, keyMark)
  for (let done = 0; ;) {
    const at = house.clock()
    const claim = await claimNext(db, agency, accountId, at, pace)
    if (claim.kind === 'none') return done
    if (claim.kind === 'again') continue
    const { claimed } = claim
    const access = await openAccess(db, house, agencyId, accountId)
    const outcome: Outcome = access.key
      ? await send(network, access.key, house.blobs, claimed, at, pace)
      : {
          kind: 'fault',
          during: 'call',
          fault: { kind: 'signed-out', sentence: access.sentence, after: null },
        }
    const next = follow(claimed.row, outcome, house.clock(), pace)
    await write(db, agencyId, claimed, next, house.clock(), markOf(house.seal, access.key))
    if (next.state === 'done') done++
    if (next.pause !== null) return done
  }
}

/** The key to an account; where there is none, the sentence that says so. */
async function openAccess(
  db: Db,
  { seal }: Delivering,
  agencyId: string,
  accountId: string,
): Promise<{ key: Access; sentence?: never } | { key?: never; sentence: string }> {
  try {
    return { key: await accessTo(db, agencyId, accountId, seal) }
  } catch (error) {
    if (error instanceof Refusal) return { sentence: error.message }
    throw error
  }
}

/** By this a renewed key is known from the one that was not taken; nobody reads the key out of it. */
function markOf(seal: string, key: Access | undefined): string {
  const written = key ? canonical({ ...key }) : 'none'
  return createHmac('sha256', Buffer.from(seal, 'hex')).update(written).digest('hex')
}

async function endPauseIfNew(
  db: Db,
  house: Delivering,
  agencyId: string,
  accountId: string,
  keyMark: string,
): Promise<void> {
  const { key } = await openAccess(db, house, agencyId, accountId)
  if (markOf(house.seal, key) === keyMark) return
  await db
    .updateTable('deliveryLane')
    .set({ pausedUntil: null, because: null, keyMark: null })
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .where('keyMark', '=', keyMark)
    .execute()
}

/** Writes what came of a try, if it is still ours: after its deadline another process has taken it for lost. */
async function write(
  db: Db,
  agencyId: string,
  claimed: Claimed,
  next: Next,
  at: string,
  keyMark: string,
): Promise<void> {
  const { row } = claimed
  const { deliveryId, accountId, version, tries } = row
  const { state, dueAt, inDoubt, sentence, published, pause } = next
  await db.transaction().execute(async (tx) => {
    const written = await tx
      .updateTable('delivery')
      .set({
        state,
        version: version + 1,
        dueAt,
        deadlineAt: null,
        inDoubt,
        sentence,
        ...(state === 'done' ? { doneAt: at } : {}),
        ...(published ? { remoteId: published.remoteId, url: published.url } : {}),
      })
      .where('agencyId', '=', agencyId)
      .where('deliveryId', '=', deliveryId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (written.numUpdatedRows === 0n) return
    if (state === 'done' && row.does === 'remove') await markRemoved(tx, agencyId, claimed, at)
    await tx
      .updateTable('deliveryLane')
      .set({
        pausedUntil: pause?.until ?? null,
        because: pause === null ? null : sentence,
        keyMark: pause?.because === 'key' ? keyMark : null,
      })
      .where('agencyId', '=', agencyId)
      .where('accountId', '=', accountId)
      .execute()
    const body = { state, try: tries, sentence, ...(published ? { ...published } : {}) }
    const kind = state === 'waiting' ? 'deliveries.wait' : `deliveries.${state}`
    await append(tx, agencyId, { kind, subject: deliveryId, by: 'system', at, body })
  })
}

/** What was removed is out no more. */
async function markRemoved(tx: Tx, agencyId: string, { row, target }: Claimed, at: string): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ removedAt: at })
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', row.accountId)
    .where('remoteId', '=', target?.remoteId ?? '')
    .where('does', 'in', ['publish', 'reply'])
    .where('removedAt', 'is', null)
    .execute()
}
