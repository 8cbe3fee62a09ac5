import type pg from 'pg'

/** Sees one row: field `i` is `bytes` from `starts[i]` to `ends[i]`; the end of a null is -1. */
export type TakeRow = (bytes: Buffer, starts: Int32Array, ends: Int32Array) => void

/**
 * Streams a query's rows, in order, in PostgreSQL's binary form, and shows them where they lie in what came from the
 * wire: `take` keeps nothing of the bytes. Rejects when the query fails, or `take` throws.
 */
export function eachRow(client: pg.ClientBase, query: string, take: TakeRow): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(`copy (${query}) to stdout (format binary)`, take, resolve, reject))
  })
}

/** The signature, flags and empty extension at the head of every binary COPY. */
const headLength = 19
/** Messages of PostgreSQL, by their letter: a row, the end of the rows, the beginning of the COPY, a failure. */
const row = 0x64
const end = 0x63
const beginning = 0x48
const failure = 0x45

/**
 * A COPY TO, as node-postgres lets others send a query. While rows come, what the connection receives is read here: a
 * parser that makes an object of each row would take longer than all that is done with it.
 */
class CopyOut {
  /** node-postgres ends its `query_timeout` by this. */
  callback: (error?: Error) => void = () => undefined
  readonly #text: string
  readonly #take: TakeRow
  readonly #resolve: () => void
  readonly #reject: (fault: unknown) => void
  readonly #starts = new Int32Array(32)
  readonly #ends = new Int32Array(32)
  #parse: (bytes: Buffer) => void = () => undefined
  #stopReading: () => void = () => undefined
  #rest: Buffer = Buffer.alloc(0)
  #isBegun = false
  #fault: unknown

  constructor(text: string, take: TakeRow, resolve: () => void, reject: (fault: unknown) => void) {
    this.#text = text
    this.#take = take
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection
    const parsers = stream.listeners('data').filter(isListener)
    const read = (bytes: Buffer): void => {
      this.#read(bytes)
    }
    stream.on('data', read)
    for (const parser of parsers) stream.removeListener('data', parser)
    this.#parse = (bytes) => {
      for (const parser of parsers) parser(bytes)
    }
    this.#stopReading = () => {
      for (const parser of parsers) stream.on('data', parser)
      stream.removeListener('data', read)
    }
    connection.query(this.#text)
  }

  handleError(fault: unknown): void {
    this.#stopReading()
    this.callback()
    this.#reject(fault)
  }

  handleCommandComplete(): void {
    // It tells how many rows there were; whoever took them has counted.
  }

  handleReadyForQuery(): void {
    this.callback()
    if (this.#fault === undefined) this.#resolve()
    else this.#reject(this.#fault)
  }

  /** Shows the rows that are whole, and leaves every other message to node-postgres. */
  #read(received: Buffer): void {
    const bytes = this.#rest.length === 0 ? received : Buffer.concat([this.#rest, received])
    let at = 0
    while (at + 5 <= bytes.length) {
      const code = bytes[at]
      const next = at + 1 + bytes.readInt32BE(at + 1)
      if (code === end || code === failure) {
        this.#rest = Buffer.alloc(0)
        this.#stopReading()
        this.#parse(bytes.subarray(at))
        return
      }
      if (next > bytes.length) break
      if (code === row) this.#show(bytes, at + 5, next)
      else if (code !== beginning) this.#parse(bytes.subarray(at, next))
      at = next
    }
    this.#rest = bytes.subarray(at)
  }

  /** One message of data, which PostgreSQL makes one row; the first has the head before it, the last is but a mark. */
  #show(bytes: Buffer, start: number, stop: number): void {
    let place = start
    if (!this.#isBegun) {
      this.#isBegun = true
      place += headLength
    }
    while (place + 2 <= stop) {
      const fields = bytes.readInt16BE(place)
      place += 2
      if (fields < 0 || this.#fault !== undefined) return
      for (let i = 0; i < fields; i++) {
        const length = bytes.readInt32BE(place)
        place += 4
        this.#starts[i] = place
        this.#ends[i] = length < 0 ? -1 : place + length
        if (length > 0) place += length
      }
      try {
        this.#take(bytes, this.#starts, this.#ends)
      } catch (fault) {
        // The rest still comes, and is passed over: the connection stays of use.
        this.#fault = fault
      }
    }
  }
}

function isListener(hook: unknown): hook is (bytes: Buffer) => void {
  return typeof hook === 'function'
}
