import type pg from 'pg'
import type { Entry } from '../src/ledger/append.ts'
import { canonical } from '../src/ledger/canonical.ts'
import { RowWriter } from '../src/ledger/copy-rows.ts'
import { Ids, Salts } from '../src/ledger/fresh.ts'
import { timesAsMicroseconds } from '../src/ledger/import.ts'

// What sharing commits can bring, for the bench. Decorum itself does not do it: each of its commands is one transaction
// with its own entries, and PostgreSQL groups their commits.

/** Entries by columns, on their way into one INSERT. */
class EntryColumns {
  #count = 0
  readonly #ids = new Ids()
  readonly #salts = new Salts()
  readonly #timeOf = timesAsMicroseconds()
  readonly #id = new RowWriter()
  readonly #at = new RowWriter()
  readonly #kind = new RowWriter()
  readonly #by = new RowWriter()
  readonly #subject = new RowWriter()
  readonly #salt = new RowWriter()
  readonly #body = new RowWriter()

  get count(): number {
    return this.#count
  }

  /** Adds an entry, and gives its id. */
  add({ at, kind, by, subject, body }: Entry): string {
    const words = canonical({ ...body, at, kind, by, subject })
    const time = this.#timeOf(at)
    const id = this.#ids.next()
    this.#id.sixteen(this.#ids.bytes, id)
    this.#at.int8(time)
    this.#kind.text(kind)
    this.#by.text(by)
    this.#subject.text(subject)
    this.#salt.sixteen(this.#salts.bytes, this.#salts.next())
    this.#body.text(words)
    this.#count++
    const hex = this.#ids.bytes.toString('hex', id, id + 16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** The columns as arrays, which are then empty. */
  take(): Buffer[] {
    const n = this.#count
    this.#count = 0
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
  text: `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body)
    select $1, * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[])`,
}

/** What a caller of `groupCommit` waits for. */
interface Waiting {
  id: string
  resolve: (id: string) => void
  reject: (fault: unknown) => void
}

export interface GroupCommit {
  /** Adds an entry by itself; resolves with its id when it is durably committed, and not before. */
  append: (entry: Entry) => Promise<string>
}

/**
 * Entries of many callers in few transactions: while one INSERT is on its way, whoever comes next shares the one after.
 * One lane was measured to be the fastest on two busy cores; with more, one group is made ready while another is made
 * durable.
 */
export function groupCommit(pool: pg.Pool, agencyId: string, lanes = 1): GroupCommit {
  const all = Array.from({ length: lanes }, () => new Lane(pool, agencyId))
  let turn = 0
  return {
    append: (entry) => {
      turn = (turn + 1) % lanes
      return new Promise((resolve, reject) => all[turn]?.add(entry, resolve, reject))
    },
  }
}

class Lane {
  readonly #pool: pg.Pool
  readonly #agencyId: string
  readonly #columns = new EntryColumns()
  #waiting: Waiting[] = []
  #isBusy = false

  constructor(pool: pg.Pool, agencyId: string) {
    this.#pool = pool
    this.#agencyId = agencyId
  }

  add(entry: Entry, resolve: (id: string) => void, reject: (fault: unknown) => void): void {
    this.#waiting.push({ id: this.#columns.add(entry), resolve, reject })
    if (this.#isBusy) return
    this.#isBusy = true
    // Whoever else calls in this turn goes along.
    setImmediate(() => void this.#send())
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0) {
      const callers = this.#waiting
      this.#waiting = []
      try {
        await this.#pool.query({ ...insertion, values: [this.#agencyId, ...this.#columns.take()] })
        for (const { resolve, id } of callers) resolve(id)
      } catch (fault) {
        for (const { reject } of callers) reject(fault)
      }
      // Whoever was answered may call again before the next is sent.
      await new Promise(setImmediate)
    }
    this.#isBusy = false
  }
}
