import type pg from 'pg'
import type { Entry } from '../../ledger/append.ts'
import { copyIn, microsecondsOf, RowWriter } from '../../ledger/copy-rows.ts'
import { importAll, type Alongside, type Part } from '../../ledger/import.ts'
import type { LogSigner } from '../../ledger/signer.ts'
import type { Captured } from '../record.ts'
import { bodyOfItem, entryOf, markOf, newsOf, type Bringing, type Kept, type Marked } from './bring.ts'
import { recordOfItem, type Brought, type Found } from './item.ts'
import type { Db } from '../../platform/db.ts'

/** What a large import needs: the owner's database, and the key of the ledger. */
export interface Bulk {
  /** A pool of the owner's, of at least four connections. */
  pool: pg.Pool
  db: Db
  signer: LogSigner
  clock: () => string
  /** Keeps the pictures of an item; none are kept without. */
  keepFiles?: (item: Found) => Promise<readonly Kept[]>
  /** Told when all is in, before the indexes are built. */
  onLoaded?: () => void
  /** Told now and then how many items were seen, and how many of them were new. */
  tell?: (seen: number, added: number) => void
}

/** Items that are looked up at once. */
const batch = 2_000
/** With fewer records than this, the indexes are built when all is in: at once is faster than one by one. */
const few = 20_000
/** As many connections take records while another takes their entries. */
const lanes = 2
/** So many in a row take the same lane: they come to lie side by side, and are read so. */
const run = 500

/**
 * Brings very many items, as the owner of the database: entries, leaves and checkpoints by COPY, and their records beside,
 * on connections of their own. An entry never stands without being found for longer than a moment: what a kill leaves
 * without its record, `capture` makes. What is known is passed over. Gives how many were seen and added.
 */
export async function bringAll(
  bulk: Bulk,
  bringing: Bringing,
  items: Iterable<Found> | AsyncIterable<Found>,
): Promise<{ seen: number; added: number }> {
  const { pool, signer, clock } = bulk
  // What another import that was killed had no more time to build; a house that starts makes them too.
  await pool.query('call make_record_indexes()')
  const isFew = await isFewer(pool, few)
  if (isFew) await dropIndexes(pool)
  const counted = { seen: 0, added: 0 }
  // The item whose entry is being made ready.
  const passing: { brought: Brought | undefined } = { brought: undefined }
  const alongside = recordsAlongside(pool, bringing, passing)
  try {
    const entries = entriesOf(bulk, bringing, items, { counted, passing })
    await importAll(pool, bringing.agencyId, entries, { signer, clock, alongside })
    bulk.onLoaded?.()
  } finally {
    if (isFew) await pool.query('call make_record_indexes()')
  }
  if (counted.added > few) await pool.query('analyze record')
  return counted
}

async function isFewer(pool: pg.Pool, than: number): Promise<boolean> {
  const { rowCount } = await pool.query('select from record offset $1 limit 1', [than])
  return rowCount === 0
}

/** All but those by which things are known again. */
async function dropIndexes(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(i.relname) as name from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = 'record'::regclass and not x.indisunique and i.relname <> 'record_of_thing'
        and i.relname in ('record_words', 'record_people', 'record_newest', 'record_at', 'record_of_account', 'record_of_kind',
          'record_made_by', 'record_of_thread', 'record_with_moderation', 'record_of_series')`,
  )
  if (rows.length > 0) await pool.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
}

/** Entries of those items that are not known yet. */
async function* entriesOf(
  { db, keepFiles, tell }: Bulk,
  bringing: Bringing,
  items: Iterable<Found> | AsyncIterable<Found>,
  {
    counted,
    passing,
  }: { counted: { seen: number; added: number }; passing: { brought: Brought | undefined } },
): AsyncGenerator<Entry> {
  const isFirst = !(await isAnythingKnown(db, bringing))
  // Within one import what was just brought is not committed yet, and is known from here.
  const brought = new Map<string, string>()
  const again = new Map<string, number>()
  let waiting: Marked[] = []
  const ready = async function* (): AsyncGenerator<Entry> {
    const fresh = isFirst ? waiting.map((marked) => ({ marked, n: 1 })) : await newsOf(db, bringing, waiting)
    counted.seen += waiting.length
    waiting = []
    for (const { marked, n: least } of fresh) {
      const known = brought.get(marked.thing)
      if (known === marked.digest) continue
      const n = known === undefined ? least : (again.get(marked.thing) ?? least) + 1
      if (known !== undefined) again.set(marked.thing, n)
      brought.set(marked.thing, marked.digest)
      const { item } = marked
      const needs = item.files.length > 0 || item.bytes !== undefined
      const kept = needs && keepFiles ? await keepFiles(item) : []
      counted.added++
      passing.brought = bodyOfItem(bringing, marked, n, kept)
      yield entryOf(bringing, marked.thing, passing.brought)
    }
    tell?.(counted.seen, counted.added)
  }
  for await (const item of items) {
    waiting.push(markOf(bringing, item))
    if (waiting.length >= batch) yield* ready()
  }
  yield* ready()
}

/** Was anything brought from there before, or did Decorum publish there itself? */
async function isAnythingKnown(db: Db, { agencyId, source, accountId }: Bringing): Promise<boolean> {
  if (accountId !== null) return true
  const one = await db
    .selectFrom('record')
    .select('recordId')
    .where('agencyId', '=', agencyId)
    .where('thing', '>=', `${source} `)
    .where('thing', '<', `${source}!`)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

const columns =
  'agency_id, record_id, at, kind, event, thing, thread, account_id, made_by, author, people, words, media, ruling, moderation, source, access, digest'

/** Writes the records of entries that the ledger takes, in lanes, each a transaction that is kept after the ledger's. */
function recordsAlongside(
  pool: pg.Pool,
  bringing: Bringing,
  passing: { brought: Brought | undefined },
): Alongside {
  const { agencyId, by } = bringing
  const open = new Set<pg.PoolClient>()
  let writers = Array.from({ length: lanes }, () => new RowWriter())
  let place = 0
  return {
    take: (ids, at, entry) => {
      const writer = writers[Math.floor(place++ / run) % lanes]
      if (!writer || !passing.brought) throw new Error('an entry without its item')
      const record = recordOfItem(agencyId, { entryId: '', at: entry.at, madeBy: by }, passing.brought)
      writeRecord(writer, ids, at, record)
    },
    cut: () => {
      const pieces = writers.map((writer) => writer.take())
      writers = Array.from({ length: lanes }, () => new RowWriter())
      return part(pool, pieces, open)
    },
    abandon: () => {
      for (const client of open) client.release(true)
      open.clear()
      return Promise.resolve()
    },
  }
}

function part(pool: pg.Pool, pieces: readonly Buffer[], open: Set<pg.PoolClient>): Part {
  const clients: pg.PoolClient[] = []
  return {
    write: async () => {
      await Promise.all(
        pieces.map(async (piece) => {
          const client = await pool.connect()
          clients.push(client)
          open.add(client)
          await client.query('begin')
          await copyIn(client, `record (${columns})`, [piece])
        }),
      )
    },
    keep: async () => {
      await Promise.all(
        clients.map(async (client) => {
          await client.query('commit')
          open.delete(client)
          client.release()
        }),
      )
    },
  }
}

function writeRecord(writer: RowWriter, ids: Buffer, at: number, record: Captured): void {
  const maybe = (text: string | null): void => (text === null ? writer.none() : writer.text(text))
  writer.row(18)
  writer.text(record.agencyId)
  writer.sixteen(ids, at)
  writer.int8(microsecondsOf(record.at) ?? 0)
  writer.text(record.kind)
  writer.text(record.event)
  writer.text(record.thing)
  writer.text(record.thread)
  if (record.accountId === null) writer.none()
  else writer.field(Buffer.from(record.accountId.replaceAll('-', ''), 'hex'))
  writer.text(record.madeBy)
  maybe(record.author)
  writer.texts(record.people)
  writer.text(record.words)
  writer.texts(record.media)
  maybe(record.ruling)
  maybe(record.moderation)
  writer.text(record.source)
  writer.text(record.access)
  maybe(record.digest)
}
