import { hash } from 'node:crypto'
import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** PostgreSQL's binary form: rows go as bytes, with nothing to escape. */

/** The signature and flags at the head of every binary COPY. */
const head = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')

/** The numbers by which PostgreSQL knows the types of an array's elements. */
const oids = { bytea: 17, int8: 20, int2: 21, text: 25, timestamptz: 1184, uuid: 2950 } as const

/** Rows on their way into a table, as bytes that grow. */
export class RowWriter {
  #bytes: Buffer = Buffer.allocUnsafe(1 << 16)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Begins a row of that many fields. */
  row(fields: number): void {
    this.#room(2)
    this.#length = this.#bytes.writeInt16BE(fields, this.#length)
  }

  field(bytes: Uint8Array): void {
    this.#room(4 + bytes.length)
    const at = this.#bytes.writeInt32BE(bytes.length, this.#length)
    this.#bytes.set(bytes, at)
    this.#length = at + bytes.length
  }

  /** A field of 16 bytes that stand somewhere in others. */
  sixteen(bytes: Buffer, at: number): void {
    this.#room(20)
    this.#length = this.#bytes.writeInt32BE(16, this.#length)
    this.#length += bytes.copy(this.#bytes, this.#length, at, at + 16)
  }

  /** Bytes as they are, such as fields that every row has. */
  raw(bytes: Buffer): void {
    this.#room(bytes.length)
    this.#length += bytes.copy(this.#bytes, this.#length)
  }

  /**
   * Two fields, a salt of 16 bytes (from `at` on) and the words that it seals; gives the commitment of a leaf,
   * sha256(salt || words), as a Latin-1 string.
   */
  sealed(salt: Buffer, at: number, words: string): string {
    this.#room(24 + words.length * 3)
    const start = this.#length
    const written = this.#bytes.write(words, start + 24, 'utf8')
    // For a moment they stand one after the other, as they are hashed.
    salt.copy(this.#bytes, start + 8, at, at + 16)
    const commitment = hash('sha256', this.#bytes.subarray(start + 8, start + 24 + written), 'binary')
    this.#bytes.writeInt32BE(16, start)
    salt.copy(this.#bytes, start + 4, at, at + 16)
    this.#bytes.writeInt32BE(written, start + 20)
    this.#length = start + 24 + written
    return commitment
  }

  /** A field of text that is Latin-1, or of bytes written as Latin-1. */
  latin1(letters: string): void {
    this.#room(4 + letters.length)
    const at = this.#bytes.writeInt32BE(letters.length, this.#length)
    this.#length = at + this.#bytes.write(letters, at, 'latin1')
  }

  text(text: string): void {
    this.#room(4 + text.length * 3)
    const written = this.#bytes.write(text, this.#length + 4, 'utf8')
    this.#bytes.writeInt32BE(written, this.#length)
    this.#length += 4 + written
  }

  /** A field without a value. */
  none(): void {
    this.#room(4)
    this.#length = this.#bytes.writeInt32BE(-1, this.#length)
  }

  /** A field that is a list of texts. */
  texts(list: readonly string[]): void {
    const words = list.map((text) => Buffer.from(text))
    const shape = words.length === 0 ? [0, 0, oids.text] : [1, 0, oids.text, words.length, 1]
    const size = words.reduce((sum, bytes) => sum + 4 + bytes.length, shape.length * 4)
    this.#room(4 + size)
    for (const number of [size, ...shape]) this.#length = this.#bytes.writeInt32BE(number, this.#length)
    for (const bytes of words) this.field(bytes)
  }

  int8(number: number): void {
    this.#room(12)
    const high = Math.floor(number / 2 ** 32)
    this.#bytes.writeInt32BE(8, this.#length)
    this.#bytes.writeInt32BE(high, this.#length + 4)
    this.#length = this.#bytes.writeUInt32BE(number - high * 2 ** 32, this.#length + 8)
  }

  int2(number: number): void {
    this.#room(6)
    const at = this.#bytes.writeInt32BE(2, this.#length)
    this.#length = this.#bytes.writeInt16BE(number, at)
  }

  /** What was written so far, which the writer then forgets. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length)
    this.#length = 0
    return taken
  }

  /** The fields as one array: PostgreSQL takes a buffer for a parameter's binary form. */
  takeArray(type: keyof typeof oids, elements: number): Buffer {
    const numbers = elements === 0 ? [0, 0, oids[type]] : [1, 0, oids[type], elements, 1]
    const array = Buffer.allocUnsafe(numbers.length * 4 + this.#length)
    for (const [place, number] of numbers.entries()) array.writeInt32BE(number, place * 4)
    this.#bytes.copy(array, numbers.length * 4, 0, this.#length)
    this.#length = 0
    return array
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}

/** Copies rows into a table; resolves when PostgreSQL has taken them all (and, outside a transaction, committed). */
export async function copyIn(
  client: pg.ClientBase,
  into: string,
  rows: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${into} from stdin (format binary)`))
  const done = once(stream, 'finish')
  // A refusal by PostgreSQL is thrown below, by whichever comes first.
  done.catch(() => undefined)
  stream.write(head)
  for await (const piece of rows) if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done])
  stream.end(Buffer.of(0xff, 0xff))
  await done
}

/** The seconds from 1970 to 2000, where PostgreSQL counts from. */
const epoch = 946_684_800

/** A time as PostgreSQL sends it: microseconds since 2000. Undefined for what is no time in ISO 8601. */
export function microsecondsOf(iso: string): number | undefined {
  const milliseconds = Date.parse(iso)
  if (Number.isNaN(milliseconds)) return undefined
  // Beyond the millisecond, which is all that Date.parse reads.
  const [, digits = ''] = /\.\d{3}(\d{1,3})/.exec(iso) ?? []
  return (milliseconds - epoch * 1000) * 1000 + Number(digits.padEnd(3, '0'))
}
