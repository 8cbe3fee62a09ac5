import type pg from 'pg'
import { newId } from '../platform/id.ts'
import { sealed, type Entry } from './append.ts'
import { copyIn, microsecondsOf, RowWriter } from './copy-rows.ts'
import { channel } from './sequencer.ts'

/** Many entries at once, in PostgreSQL's binary form: nothing is escaped, nothing is parsed twice. */

const columns = 'entry_id, at, kind, made_by, subject, salt, body'

/** Entries by columns, on their way into one INSERT. */
class EntryColumns {
  readonly ids: string[] = []
  readonly #id = new RowWriter()
  readonly #at = new RowWriter()
  readonly #kind = new RowWriter()
  readonly #by = new RowWriter()
  readonly #subject = new RowWriter()
  readonly #salt = new RowWriter()
  readonly #body = new RowWriter()

  add({ at, kind, by, subject, body }: Entry): string {
    const id = newId()
    const words = sealed({ ...body, at, kind, by, subject })
    this.#id.field(Buffer.from(id.replaceAll('-', ''), 'hex'))
    this.#at.int8(timeOf(at))
    this.#kind.text(kind)
    this.#by.text(by)
    this.#subject.text(subject)
    this.#salt.field(words.salt)
    this.#body.text(words.body)
    this.ids.push(id)
    return id
  }

  /** The columns as arrays, which are then empty. */
  take(): Buffer[] {
    const n = this.ids.length
    this.ids.length = 0
    return [
      this.#id.takeArray('uuid', n),
      this.#at.takeArray('timestamptz', n),
      this.#kind.takeArray('text', n),
      this.#by.takeArray('text', n),
      this.#subject.takeArray('text', n),
      this.#salt.takeArray('bytea', n),
      this.#body.takeArray('text', n),
    ]
  }
}

const insertion = {
  name: 'ledger_entries',
  text: `insert into ledger_entry (agency_id, ${columns})
    select $1, * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[])`,
}

/** What a caller of `groupCommit` waits for. */
interface Waiting {
  resolve: () => void
  reject: (fault: unknown) => void
}

export interface GroupCommit {
  /** Adds an entry by itself; resolves with its id when it is durably committed, and not before. */
  append: (entry: Entry) => Promise<string>
}

/**
 * Entries of many callers in few transactions: while one INSERT is on its way, whoever comes next shares the one after.
 * For what stands alone (a capture, a reading); a command's entries belong in its own transaction, by `append`.
 */
export function groupCommit(pool: pg.Pool, agencyId: string, lanes = 2): GroupCommit {
  let columnsNow = new EntryColumns()
  let spare = new EntryColumns()
  let waiting: Waiting[] = []
  let underWay = 0
  let isPlanned = false
  const plan = (): void => {
    if (isPlanned || underWay >= lanes || waiting.length === 0) return
    isPlanned = true
    // Whoever else calls in this turn goes along.
    setImmediate(() => {
      isPlanned = false
      void send()
    })
  }
  const send = async (): Promise<void> => {
    const callers = waiting
    const values = [agencyId, ...columnsNow.take()]
    ;[columnsNow, spare] = [spare, columnsNow]
    waiting = []
    underWay++
    try {
      await pool.query({ ...insertion, values })
      for (const caller of callers) caller.resolve()
    } catch (fault) {
      for (const caller of callers) caller.reject(fault)
    }
    underWay--
    plan()
  }
  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        const id = columnsNow.add(entry)
        waiting.push({ resolve: () => resolve(id), reject })
        plan()
      }),
  }
}

/** Rows of one transaction of `appendAll`. */
const share = 10_000

/**
 * Adds a stream of entries, `share` in each transaction, and gives their number. A role that row-level security does
 * not hold (the owner of the embedded database, for imports) goes by COPY, any other by INSERT.
 */
export async function appendAll(
  pool: pg.Pool,
  agencyId: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): Promise<number> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select row_security_active('ledger_entry') as held",
    )
    const added =
      rows[0]?.held === false
        ? await byCopy(client, agencyId, entries)
        : await byInsert(client, agencyId, entries)
    client.release()
    return added
  } catch (error) {
    // In the middle of a COPY a connection is of no use to anybody else.
    client.release(true)
    throw error
  }
}

async function byInsert(
  client: pg.ClientBase,
  agencyId: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): Promise<number> {
  const adding = new EntryColumns()
  let added = 0
  const send = async (): Promise<void> => {
    added += adding.ids.length
    await client.query({ ...insertion, values: [agencyId, ...adding.take()] })
    await client.query('select pg_notify($1, $2)', [channel, agencyId])
  }
  for await (const entry of entries) {
    adding.add(entry)
    if (adding.ids.length === share) await send()
  }
  if (adding.ids.length > 0) await send()
  return added
}

async function byCopy(
  client: pg.ClientBase,
  agencyId: string,
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): Promise<number> {
  const source =
    Symbol.asyncIterator in entries ? entries[Symbol.asyncIterator]() : entries[Symbol.iterator]()
  let added = 0
  for (;;) {
    const taken = { rows: 0 }
    await copyIn(client, `ledger_entry (agency_id, ${columns})`, nextRows(source, agencyId, taken))
    added += taken.rows
    await client.query('select pg_notify($1, $2)', [channel, agencyId])
    if (taken.rows < share) return added
  }
}

/** The rows of one COPY, counted as they go. */
async function* nextRows(
  source: Iterator<Entry> | AsyncIterator<Entry>,
  agencyId: string,
  taken: { rows: number },
): AsyncGenerator<Buffer> {
  const rows = new RowWriter()
  for (; taken.rows < share; taken.rows++) {
    const next = await source.next()
    if (next.done === true) break
    writeRow(rows, agencyId, next.value)
    if (rows.length > 1 << 18) yield rows.take()
  }
  if (rows.length > 0) yield rows.take()
}

function writeRow(rows: RowWriter, agencyId: string, { at, kind, by, subject, body }: Entry): void {
  const words = sealed({ ...body, at, kind, by, subject })
  rows.row(8)
  rows.text(agencyId)
  rows.field(Buffer.from(newId().replaceAll('-', ''), 'hex'))
  rows.int8(timeOf(at))
  rows.text(kind)
  rows.text(by)
  rows.text(subject)
  rows.field(words.salt)
  rows.text(words.body)
}

function timeOf(at: string): number {
  const time = microsecondsOf(at)
  if (time === undefined) throw new TypeError(`${at} is no time`)
  return time
}
