import { setTimeout as pause } from 'node:timers/promises'
import type { Network, NetworkName, Outgoing, OutgoingMedia } from '../../src/accounts/networks/network.ts'
import type { Agency } from '../../src/members/caller.ts'
import { openBlobs, type Blobs } from '../../src/platform/blobs.ts'
import type { Db } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { deliver, type Delivering } from '../../src/posts/deliver.ts'
import { askDelivery, type StoredOutgoing } from '../../src/posts/deliveries.ts'
import type { Pace } from '../../src/posts/delivery-outcome.ts'

/** An account that is published through: what its posts are, and what stands on its network. */
export interface Through {
  name: NetworkName
  accountId: string
  post: (n: number) => Outgoing
}

/** Story seconds; the story runs faster than the machine's clock, a call is measured by the latter. */
export const hurried: Pace = {
  call: 1,
  grace: 900,
  doubt: 2,
  firstBackoff: 1,
  mostBackoff: 20,
  keyPause: 4,
  keyLasts: 1_800,
}

/** A clock that began at a moment of the machine's (milliseconds since 1970) and runs so much faster since. */
export function fastClock(began: number, speed: number): () => string {
  return () => new Date(began + (Date.now() - began) * speed).toISOString()
}

const shown = (media: readonly OutgoingMedia[]): OutgoingMedia[] =>
  media.map((one) => ({ url: 'https://orders.riverton.gov/public/1', ...one }))

/** Networks whose calls are timed, in milliseconds, and whose media have a public address. */
export function timed(
  networks: Readonly<Record<NetworkName, Network>>,
  took: Map<NetworkName, { calls: number; ms: number }>,
): Record<NetworkName, Network> {
  const of = (network: Network): Network => {
    const clock = async <T>(call: () => Promise<T>): Promise<T> => {
      const start = performance.now()
      try {
        return await call()
      } finally {
        const { calls, ms } = took.get(network.name) ?? { calls: 0, ms: 0 }
        took.set(network.name, { calls: calls + 1, ms: ms + performance.now() - start })
      }
    }
    return {
      ...network,
      publish: (access, outgoing, key, signal) =>
        clock(() => network.publish(access, { ...outgoing, media: shown(outgoing.media) }, key, signal)),
      find: (...given) => clock(() => network.find(...given)),
    }
  }
  return each(networks, of)
}

/** The control: networks that know no keys, and are not asked whether something arrived: it is just sent again. */
export function careless(networks: Readonly<Record<NetworkName, Network>>): Record<NetworkName, Network> {
  return each(networks, (network) => ({
    ...network,
    isKeyed: false,
    publish: (access, outgoing, _key, signal) => network.publish(access, outgoing, newId(), signal),
    find: () => Promise.resolve(undefined),
  }))
}

function each(
  networks: Readonly<Record<NetworkName, Network>>,
  of: (network: Network) => Network,
): Record<NetworkName, Network> {
  const { site, bluesky, mastodon, facebook, x, instagram, youtube, nextdoor } = networks
  return {
    site: of(site),
    bluesky: of(bluesky),
    mastodon: of(mastodon),
    facebook: of(facebook),
    x: of(x),
    instagram: of(instagram),
    youtube: of(youtube),
    nextdoor: of(nextdoor),
  }
}

interface Publishing {
  db: Db
  agency: Agency
  house: Delivering
  accounts: readonly Through[]
  /** So many posts, shared out among the accounts, the first of which has the number `from` (0 unless told). */
  posts: number
  from?: number
  /** Rounds of the engine at once, as several processes would have them. */
  rounds: number
  tell?: (line: string) => void
}

/** So many posts wait at once for one account: a department does not write more at a time. */
const waitingAtOnce = 8

/** Asks for so many posts as places get free, runs the engine until nothing waits any more; gives the seconds it took. */
export async function publishAll(publishing: Publishing): Promise<number> {
  const { db, agency, house, accounts, posts, tell, from = 0 } = publishing
  const { agencyId } = agency
  const start = performance.now()
  const active = new Set<Promise<unknown>>()
  const faults: unknown[] = []
  let asked = 0
  let told = start
  for (;;) {
    const open = await openIn(db, agencyId)
    for (const account of accounts) {
      const places = waitingAtOnce - (open.get(account.accountId) ?? 0)
      const numbers = Array.from(
        { length: Math.max(0, Math.min(places, posts - asked)) },
        () => from + asked++,
      )
      await askFor(db, agencyId, house, account, numbers)
    }
    const left = [...open.values()].reduce((sum, waiting) => sum + waiting, 0)
    if (asked >= posts && left === 0 && active.size === 0) {
      if ((await openIn(db, agencyId)).size === 0) break
    }
    if (active.size < publishing.rounds) {
      const round = deliver(db, house, agency, house.clock())
        .catch((error: unknown) => faults.push(error))
        .finally(() => active.delete(round))
      active.add(round)
    }
    if (faults.length > 0) throw faults[0]
    if (tell && performance.now() - told > 10_000) {
      told = performance.now()
      tell(`${asked} asked for, ${left} open, ${((told - start) / 1000).toFixed(0)} s`)
    }
    await Promise.race([pause(100), ...active])
    await pause(20)
  }
  return (performance.now() - start) / 1000
}

/** Asks for posts by their numbers on one account. */
export async function askFor(
  db: Db,
  agencyId: string,
  { blobs, clock }: Pick<Delivering, 'blobs' | 'clock'>,
  { accountId, post }: Through,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return
  const all = await Promise.all(numbers.map(async (n) => ({ n, outgoing: await stored(blobs, post(n)) })))
  await db.transaction().execute(async (tx) => {
    for (const { n, outgoing } of all) {
      const subject = { kind: 'post', id: `post ${n}` } as const
      const rest = { hash: '00'.repeat(32), replyTo: null, remoteId: null }
      await askDelivery(tx, agencyId, { subject, accountId, does: 'publish', outgoing, ...rest }, clock())
    }
  })
}

async function stored(blobs: Blobs, { text, languages, media }: Outgoing): Promise<StoredOutgoing> {
  const kept = []
  for (const { bytes, mediaType, alt, width, height, captions } of media) {
    const sha256 = await blobs.put(Buffer.from(bytes))
    kept.push({ sha256, mediaType, alt, width, height, captions })
  }
  return { text, languages, media: kept }
}

async function openIn(db: Db, agencyId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('delivery')
    .select(['accountId', (row) => row.fn.countAll<string>().as('waiting')])
    .where('agencyId', '=', agencyId)
    .where('state', 'in', ['waiting', 'sending'])
    .groupBy('accountId')
    .execute()
  return new Map(rows.map(({ accountId, waiting }) => [accountId, Number(waiting)]))
}

/** What came of it, and every way in which it is not as it was promised. */
export interface Found {
  done: number
  parked: number
  /** Those parked whose post is there. */
  parkedThere: number
  tries: number
  faults: string[]
}

/** Holds what the engine says of each post to what stands on the networks. `walls` are texts by the network's ids. */
export async function compare(
  db: Db,
  agencyId: string,
  accounts: readonly Through[],
  walls: ReadonlyMap<string, readonly { id: string; text: string }[]>,
): Promise<Found> {
  const found: Found = { done: 0, parked: 0, parkedThere: 0, tries: 0, faults: [] }
  const rows = await db
    .selectFrom('delivery')
    .select(['accountId', 'subjectId', 'state', 'tries', 'remoteId', 'outgoing', 'sentence'])
    .where('agencyId', '=', agencyId)
    .where('subjectKind', '=', 'post')
    .execute()
  const wallOf = new Map(
    accounts.map(({ accountId }) => {
      const byText = new Map<string, string[]>()
      for (const { id, text } of walls.get(accountId) ?? [])
        byText.set(text, [...(byText.get(text) ?? []), id])
      return [accountId, byText]
    }),
  )
  for (const { accountId, subjectId, state, tries, remoteId, outgoing, sentence } of rows) {
    const account = accounts.find((one) => one.accountId === accountId)
    const sent: unknown = JSON.parse(outgoing ?? '{}')
    const text = typeof sent === 'object' && sent !== null && 'text' in sent ? String(sent.text) : ''
    const there = wallOf.get(accountId)?.get(text) ?? []
    const told = `${account?.name} ${subjectId}, ${state} after ${tries} tries`
    found.tries += tries
    if (there.length > 1) found.faults.push(`${told}: it is there ${there.length} times`)
    if (state === 'done') {
      found.done++
      if (there.length === 0) found.faults.push(`${told}: it is not there`)
      else if (!there.includes(remoteId ?? '')) found.faults.push(`${told}: it is there under another name`)
    } else if (state === 'parked') {
      found.parked++
      found.parkedThere += there.length
    } else found.faults.push(`${told}: lost, ${sentence}`)
    wallOf.get(accountId)?.delete(text)
  }
  for (const { accountId, name } of accounts)
    for (const text of wallOf.get(accountId)?.keys() ?? [])
      found.faults.push(`${name} has what nobody asked for: ${text}`)
  return found
}

/** How many posts, by their words, are there more than once. */
export function doublesOn(walls: Iterable<readonly { text: string }[]>): number {
  let doubles = 0
  for (const wall of walls) {
    const seen = new Map<string, number>()
    for (const { text } of wall) seen.set(text, (seen.get(text) ?? 0) + 1)
    for (const times of seen.values()) if (times > 1) doubles++
  }
  return doubles
}

/** What the engine is given, with its own clock and networks. */
export function houseOf(
  blobsFolder: string,
  seal: string,
  networks: Readonly<Record<NetworkName, Network>>,
  clock: () => string,
): Delivering {
  return { blobs: openBlobs(blobsFolder), seal, networks, clock, pace: hurried }
}
