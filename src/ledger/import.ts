import type pg from 'pg'
import { Refusal } from '../platform/refusal.ts'
import type { Entry } from './append.ts'
import { canonical } from './canonical.ts'
import { copyIn, microsecondsOf, RowWriter } from './copy-rows.ts'
import { Ids, Salts } from './fresh.ts'
import {
  horizonOf,
  isAnyWaiting,
  lockKey,
  most,
  placeWaiting,
  refuseBackwards,
  seenBy,
  sign,
  standingTree,
} from './sequence.ts'
import type { LogSigner } from './signer.ts'
import { dbThrough } from './store.ts'
import type { FullTile, Tree } from './tree.ts'

/** An archive goes in with its leaves, tiles and checkpoints at once: nothing is read back to be hashed. */

/** Entries of one transaction. */
const share = 25_000
/** Bytes that go to PostgreSQL in one piece. */
const piece = 1 << 18

/** Entries that are ready to be sent: their rows, and for each what its leaf holds. */
interface Share {
  rows: Buffer[]
  ids: Buffer
  commitments: string[]
  part: Part | undefined
}

export interface Importing {
  signer: LogSigner
  clock: () => string
  /** What else is written of the same entries, on connections of its own, while PostgreSQL takes the entries. */
  alongside?: Alongside
}

/** Rows that are made of the same entries, and come to be right after them. */
export interface Alongside {
  /** An entry, as it is made ready; its id are the 16 bytes from `at` on. */
  take: (ids: Buffer, at: number, entry: Entry) => void
  /** Whatever was taken since the last time is one share. */
  cut: () => Part
  /** Ends what stands open, undone. */
  abandon: () => Promise<void>
}

/** A share of such rows: written first, then kept once its entries are committed. */
export interface Part {
  write: () => Promise<void>
  keep: () => Promise<void>
}

/**
 * Adds a stream of entries, `share` in each transaction, every one with a checkpoint that covers it, and gives their
 * number. For the owner of the database, whom row-level security does not hold to single rows. No other checkpoint is
 * made meanwhile; what others add is given its place between two transactions. Refuses to sign as `sequence` does.
 */
export async function importAll(
  pool: pg.Pool,
  agencyId: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  { signer, clock, alongside }: Importing,
): Promise<number> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select row_security_active('ledger_entry') as held",
    )
    if (rows[0]?.held !== false)
      throw new Refusal('unauthorized', 'entries are imported by the owner of the database')
    await client.query(`select pg_advisory_lock(${lockKey})`, [agencyId])
    const added = await addShares(pool, client, agencyId, sharesOf(entries, agencyId, alongside), {
      signer,
      clock,
    })
    await client.query(`select pg_advisory_unlock(${lockKey})`, [agencyId])
    client.release()
    return added
  } catch (error) {
    // The lock, a transaction or a COPY may stand open; all end with the connection.
    client.release(true)
    await alongside?.abandon()
    throw error
  }
}

async function addShares(
  pool: pg.Pool,
  client: pg.PoolClient,
  agencyId: string,
  shares: AsyncIterator<Share>,
  { signer, clock }: Importing,
): Promise<number> {
  const db = dbThrough(pool, client)
  let full: FullTile[] = []
  let at = clock()
  const tree = await standingTree(db, agencyId, signer, at, (tile) => full.push(tile))
  let horizon = tree.size === 0 ? '0' : await horizonOf(client, agencyId, tree.size)
  let added = 0
  let preparing = shares.next()
  for (;;) {
    const next = await preparing
    if (next.done === true) return added
    // While PostgreSQL takes this one, the next is made ready.
    preparing = shares.next()
    preparing.catch(() => undefined)
    refuseBackwards(clock(), at, 'the last checkpoint')
    at = clock()
    await client.query('begin')
    const own = await ownTransaction(client)
    const seen = await seenBy(client)
    const isWaiting = await isAnyWaiting(client, agencyId, horizon, seen)
    const before = tree.size
    const last = isWaiting ? await placeWaiting(client, agencyId, horizon, seen, tree) : ''
    const isMore = tree.size - before === most
    const beside = next.value.part?.write()
    // Thrown where it is waited for, below.
    beside?.catch(() => undefined)
    await copyIn(client, `ledger_entry (${entryColumns})`, next.value.rows)
    const leaves = `ledger_leaf (agency_id, index, entry_id, commitment)`
    await copyIn(client, leaves, leavesOf(next.value, agencyId, tree))
    // With nothing else under way, all up to and with this transaction has its leaf.
    horizon = isMore ? last : seen.below === own ? String(BigInt(own) + 1n) : seen.below
    const note = await sign(client, agencyId, signer, { tree, full, at, horizon })
    await beside
    await client.query('commit')
    await next.value.part?.keep()
    full = []
    await signer.remember({ note, at })
    added += next.value.commitments.length
  }
}

async function ownTransaction(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ own: string }>('select pg_current_xact_id()::text as own')
  return rows[0]?.own ?? ''
}

const entryColumns = 'agency_id, entry_id, at, kind, made_by, subject, salt, body'

/** Makes entries ready, share by share; lets others have their turn now and then. */
async function* sharesOf(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  agencyId: string,
  alongside: Alongside | undefined,
): AsyncGenerator<Share> {
  const source =
    Symbol.asyncIterator in entries ? entries[Symbol.asyncIterator]() : entries[Symbol.iterator]()
  const head = rowHead(8, agencyId)
  const writer = new RowWriter()
  const [ids, salts] = [new Ids(), new Salts()]
  const timeOf = timesAsMicroseconds()
  for (let isEnd = false; !isEnd;) {
    const ready: Share = { rows: [], ids: Buffer.allocUnsafe(share * 16), commitments: [], part: undefined }
    while (ready.commitments.length < share) {
      const step = source.next()
      const next = step instanceof Promise ? await step : step
      if (next.done === true) {
        isEnd = true
        break
      }
      const { at, kind, by, subject, body } = next.value
      const id = ids.next()
      writer.raw(head)
      writer.sixteen(ids.bytes, id)
      writer.int8(timeOf(at))
      writer.text(kind)
      writer.text(by)
      writer.text(subject)
      ids.bytes.copy(ready.ids, ready.commitments.length * 16, id, id + 16)
      alongside?.take(ids.bytes, id, next.value)
      const words = canonical({ ...body, at, kind, by, subject })
      ready.commitments.push(writer.sealed(salts.bytes, salts.next(), words))
      if (writer.length < piece) continue
      ready.rows.push(writer.take())
      await new Promise(setImmediate)
    }
    ready.rows.push(writer.take())
    ready.part = alongside?.cut()
    if (ready.commitments.length > 0) yield ready
  }
}

/** Gives the entries their places in the tree, and the rows that say so. */
async function* leavesOf({ ids, commitments }: Share, agencyId: string, tree: Tree): AsyncGenerator<Buffer> {
  const head = rowHead(4, agencyId)
  const writer = new RowWriter()
  for (const [place, commitment] of commitments.entries()) {
    writer.raw(head)
    writer.int8(tree.size)
    writer.sixteen(ids, place * 16)
    writer.latin1(commitment)
    tree.push(commitment)
    if (writer.length < piece / 4) continue
    yield writer.take()
    await new Promise(setImmediate)
  }
  yield writer.take()
}

/** How each row of that many fields begins. */
function rowHead(fields: number, agencyId: string): Buffer {
  const writer = new RowWriter()
  writer.row(fields)
  writer.text(agencyId)
  return writer.take()
}

/** Reads times, the one before at once: in an archive many are the same. */
export function timesAsMicroseconds(): (at: string) => number {
  let [known, knownTime] = ['', 0]
  return (at) => {
    if (at === known) return knownTime
    const time = microsecondsOf(at)
    if (time === undefined) throw new TypeError(`${at} is no time`)
    ;[known, knownTime] = [at, time]
    return time
  }
}
