import type { NetworkName, Network, RemoteComment } from '../accounts/networks/network.ts'
import { accessTo, accountsOf, type Account } from '../accounts/store.ts'
import type { Agency } from '../members/caller.ts'
import { isBefore, later } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { publishedOn, type PublishedDelivery } from '../posts/deliveries.ts'
import { capture, type Arrival } from './capture.ts'
import type { Judging } from './seen.ts'
import { judgingAt } from './judging.ts'

declare module '../platform/db.ts' {
  interface Tables {
    commentPoll: {
      agencyId: string
      deliveryId: string
      accountId: string
      publishedAt: string
      nextAt: string
      lastAt: string | null
      faults: number
      because: string | null
    }
  }
}

/** What polling needs of the house. */
export interface Polling {
  seal: string
  networks: Readonly<Record<NetworkName, Network>>
}

/** Younger than so many hours, a post's comments are looked at every so many minutes; older than the last, no more. */
const paces = [
  { hours: 2, minutes: 1 },
  { hours: 24, minutes: 10 },
  { hours: 7 * 24, minutes: 60 },
  { hours: 30 * 24, minutes: 6 * 60 },
  { hours: 90 * 24, minutes: 24 * 60 },
] as const
const oldest = paces[4].hours

/** When comments under a post are looked at next: the older it is, and the more often it failed, the later. */
export function nextPoll(publishedAt: string, at: string, faults: number): string | undefined {
  const pace = paces.find(({ hours }) => isBefore(at, later(publishedAt, { hours })))
  return pace && later(at, { minutes: pace.minutes * 2 ** Math.min(faults, 6) })
}

const atOnce = 8
const mostAtOnce = 400
const patience = 20_000

/** Looks at the comments under everything that is out and due to be looked at. Gives how many versions were captured. */
export async function pollComments(db: Db, house: Polling, agency: Agency, at: string): Promise<number> {
  const { agencyId } = agency
  const out = await publishedOn(db, agencyId, later(at, { hours: -oldest }))
  if (out.length === 0) return 0
  const accounts = new Map((await accountsOf(db, agency, at)).map((one) => [one.accountId, one]))
  const looked = out.filter((one) => isLookedAt(one, accounts.get(one.accountId)))
  await begin(db, agencyId, looked, at)
  const due = await claim(db, agencyId, at)
  if (due.size === 0) return 0
  const judging = await judgingAt(db, agency, at)
  const ours = new Set(out.map(({ remoteId }) => remoteId))
  const left = looked.filter(({ deliveryId }) => due.has(deliveryId))
  let captured = 0
  const work = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const account = accounts.get(one.accountId)
      if (!account) continue
      // Added after the wait: whoever adds before it loses what others found meanwhile.
      const versions = await pollOne(db, house, agency, { one, account, ours, judging }, at)
      captured += versions
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, left.length) }, work))
  return captured
}

/** Has everything on these pages looked at now, however recently it was. */
export async function lookNow(
  db: Db,
  agencyId: string,
  accountIds: readonly string[] | 'all',
  at: string,
): Promise<void> {
  if (accountIds !== 'all' && accountIds.length === 0) return
  let update = db
    .updateTable('commentPoll')
    .set({ nextAt: at })
    .where('agencyId', '=', agencyId)
    .where('nextAt', '>', at)
  if (accountIds !== 'all') update = update.where('accountId', 'in', accountIds)
  await update.execute()
}

/** Receipts are ours, and no comments of their own stand under them that the post's do not show. */
function isLookedAt(one: PublishedDelivery, account: Account | undefined): boolean {
  return (
    account !== undefined &&
    account.network !== 'site' &&
    account.takesComments &&
    account.state !== 'closed' &&
    one.subject.kind !== 'comment'
  )
}

/** New publications are looked at from now on. */
async function begin(
  db: Db,
  agencyId: string,
  looked: readonly PublishedDelivery[],
  at: string,
): Promise<void> {
  if (looked.length === 0) return
  const known = await db
    .selectFrom('commentPoll')
    .select('deliveryId')
    .where('agencyId', '=', agencyId)
    .where(
      'deliveryId',
      'in',
      looked.map(({ deliveryId }) => deliveryId),
    )
    .execute()
  const old = new Set(known.map(({ deliveryId }) => deliveryId))
  const fresh = looked.filter(({ deliveryId }) => !old.has(deliveryId))
  for (let from = 0; from < fresh.length; from += 500)
    await db
      .insertInto('commentPoll')
      .values(
        fresh.slice(from, from + 500).map(({ deliveryId, accountId, at: publishedAt }) => ({
          agencyId,
          deliveryId,
          accountId,
          publishedAt,
          nextAt: at,
          lastAt: null,
          faults: 0,
          because: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Takes what is due, so that no other process looks at it meanwhile; whoever dies leaves it for later. */
async function claim(db: Db, agencyId: string, at: string): Promise<ReadonlySet<string>> {
  const taken = await db
    .updateTable('commentPoll')
    .set({ nextAt: later(at, { minutes: 5 }) })
    .where('agencyId', '=', agencyId)
    .where('deliveryId', 'in', (row) =>
      row
        .selectFrom('commentPoll')
        .select('deliveryId')
        .where('agencyId', '=', agencyId)
        .where('nextAt', '<=', at)
        .orderBy('nextAt')
        .limit(mostAtOnce)
        .forUpdate()
        .skipLocked(),
    )
    .returning('deliveryId')
    .execute()
  return new Set(taken.map(({ deliveryId }) => deliveryId))
}

interface Poll {
  one: PublishedDelivery
  account: Account
  /** The network's names of everything that we published: our own replies are no comments. */
  ours: ReadonlySet<string>
  judging: Judging
}

async function pollOne(db: Db, house: Polling, agency: Agency, poll: Poll, at: string): Promise<number> {
  const { agencyId } = agency
  const { one, account } = poll
  let captured = 0
  let because: string | null = null
  try {
    const access = await accessTo(db, agencyId, account.accountId, house.seal)
    const network = house.networks[account.network]
    const found = await network.comments(access, one.remoteId, AbortSignal.timeout(patience))
    const arrivals = await arrivalsOf(db, agencyId, poll, found)
    for (let from = 0; from < arrivals.length; from += 500) {
      const { versions } = await capture(db, agency, arrivals.slice(from, from + 500), poll.judging, at)
      captured += versions
    }
  } catch (error) {
    because = error instanceof Error ? error.message : 'it could not be read'
  }
  await settle(db, agencyId, one, because, at)
  return captured
}

/** What the network shows, and what it shows no more. */
async function arrivalsOf(
  db: Db,
  agencyId: string,
  { one, account, ours }: Poll,
  found: readonly RemoteComment[],
): Promise<Arrival[]> {
  const under = { deliveryId: one.deliveryId, rootId: one.remoteId, subject: one.subject }
  const { accountId } = account
  const visitors = found.filter(
    ({ remoteId, writer }) => !ours.has(remoteId) && !isSame(writer.handle, account.handle),
  )
  const here = new Set(found.map(({ remoteId }) => remoteId))
  const known = await db
    .selectFrom('comment')
    .select(['remoteId', 'accountId'])
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', one.deliveryId)
    .where('goneAt', 'is', null)
    .execute()
  const gone = known.filter(({ remoteId }) => !here.has(remoteId))
  return [
    ...visitors.map((comment) => ({ accountId, under, way: 'poll', comment }) satisfies Arrival),
    ...gone.map(
      ({ remoteId }) =>
        ({ accountId, under, way: 'poll', comment: { remoteId, isGone: true } }) satisfies Arrival,
    ),
  ]
}

function isSame(handle: string, other: string): boolean {
  return plainly(handle) === plainly(other)
}

function plainly(handle: string): string {
  return handle.replace(/^@/, '').toLowerCase()
}

async function settle(
  db: Db,
  agencyId: string,
  { deliveryId, at: publishedAt }: PublishedDelivery,
  because: string | null,
  at: string,
): Promise<void> {
  const before = await db
    .selectFrom('commentPoll')
    .select('faults')
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirst()
  const faults = because === null ? 0 : (before?.faults ?? 0) + 1
  await db
    .updateTable('commentPoll')
    .set({
      faults,
      because,
      lastAt: at,
      nextAt: nextPoll(publishedAt, at, faults) ?? later(at, { hours: 24 }),
    })
    .where('agencyId', '=', agencyId)
    .where('deliveryId', '=', deliveryId)
    .execute()
}
