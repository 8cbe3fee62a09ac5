import { hash } from 'node:crypto'
import { z } from 'zod'
import { columnCheck } from './column-check.ts'
import type { TakeRow } from './copy-out.ts'
import { microsecondsOf } from './copy-rows.ts'
import type { Find } from './finding.ts'

interface Unmatched {
  entryId: string
  commitment: string
  /** The leaf's place; -1 for an entry that has met no leaf. */
  index: number
  writtenIn: bigint
  /** The sealed words of an entry. */
  body: string
  /** What a column of the entry says against its sealed words. */
  lie: string | undefined
}

/**
 * What has come without its partner. Both sides come in nearly the same order, so that a partner is mostly the oldest
 * that waits; only when it is not are all that wait looked up by their id.
 */
class Waiting {
  #line: Unmatched[] = []
  #first = 0
  readonly #byId = new Map<string, Unmatched>()

  add(one: Unmatched): void {
    this.#line.push(one)
  }

  /** Takes the partner of that id, from among `isLeaf` or else from among entries. */
  take(entryId: string, isLeaf: boolean): Unmatched | undefined {
    const first = this.#line[this.#first]
    if (first !== undefined && first.index >= 0 === isLeaf) {
      if (first.entryId === entryId) {
        this.#first++
        if (this.#first === this.#line.length) this.#empty()
        else if (this.#first > 10_000) this.#trim()
        return first
      }
      // It may stand further on.
      if (!this.#byId.has(entryId)) this.#remember()
    }
    const found = this.#byId.size === 0 ? undefined : this.#byId.get(entryId)
    if (found === undefined || found.index >= 0 !== isLeaf) return undefined
    this.#byId.delete(entryId)
    return found
  }

  /** All that are left. */
  rest(): Iterable<Unmatched> {
    this.#remember()
    return this.#byId.values()
  }

  #remember(): void {
    for (const one of this.#line.slice(this.#first)) this.#byId.set(one.entryId, one)
    this.#empty()
  }

  #trim(): void {
    this.#line = this.#line.slice(this.#first)
    this.#first = 0
  }

  #empty(): void {
    this.#line = []
    this.#first = 0
  }
}

export interface Matching {
  leaf: (entryId: string, commitment: string, index: number) => void
  /** A row of `entry_id, at, kind, made_by, subject, salt, body, written_in`. */
  entry: TakeRow
  /** Judges what has no partner. `horizon`: an entry written by an earlier transaction must have its leaf. */
  end: (horizon: bigint) => { entries: number; disposed: number; waiting: number }
}

const disposalSchema = z.object({ entries: z.array(z.uuid()) })

/**
 * Pairs entries with leaves as both come by, in whatever order, and checks each pair: the leaf commits to the entry,
 * and the entry's columns say what its sealed words say.
 */
export function matchEntries(find: Find): Matching {
  const waiting = new Waiting()
  const gone = new Set<string>()
  const isAsSaid = columnCheck()
  let entries = 0
  const judge = (
    letters: string,
    index: number,
    isSame: boolean,
    { body, lie }: Pick<Unmatched, 'body' | 'lie'>,
  ): void => {
    if (isSame && lie === undefined) return
    const entryId = uuidOf(letters)
    const entry = `entry ${index} (${entryId}, ${nameOf(body)})`
    if (!isSame) {
      const says = `${entry} was changed: it is not what its leaf commits to`
      find({ what: 'entry', index, entryId, says })
    }
    if (lie !== undefined) find({ what: 'entry', index, entryId, says: `${entry}: ${lie}` })
  }
  return {
    leaf: (entryId, commitment, index) => {
      const entry = waiting.take(entryId, false)
      if (entry !== undefined) judge(entryId, index, entry.commitment === commitment, entry)
      else waiting.add({ entryId, commitment, index, writtenIn: 0n, body: '', lie: undefined })
    },
    entry: (bytes, starts, ends) => {
      entries++
      const entryId = bytes.toString('latin1', starts[0], ends[0])
      const body = bytes.toString('latin1', starts[6], ends[6])
      const lie = isAsSaid(bytes, starts, ends, body) ? undefined : lieIn(bytes, starts, ends, body)
      if (isDisposal(bytes, starts, ends)) for (const id of disposedIn(bytes, starts, ends)) gone.add(id)
      const commitment = commitmentIn(bytes, starts[5] ?? 0, starts[6] ?? 0, ends[6] ?? 0)
      const leaf = waiting.take(entryId, true)
      if (leaf !== undefined) judge(entryId, leaf.index, leaf.commitment === commitment, { body, lie })
      else {
        const writtenIn = bytes.readBigUInt64BE(starts[7] ?? 0)
        waiting.add({ entryId, commitment, index: -1, writtenIn, body, lie })
      }
    },
    end: (horizon) => {
      let [disposed, unplaced] = [0, 0]
      for (const { entryId, index, writtenIn, body, lie } of waiting.rest()) {
        const id = uuidOf(entryId)
        const named = `entry ${id} (${nameOf(body)})`
        if (lie !== undefined) find({ what: 'entry', entryId: id, says: `${named}: ${lie}` })
        if (index < 0 && writtenIn >= horizon) unplaced++
        else if (index < 0)
          find({
            what: 'entry',
            entryId: id,
            says: `${named} has no leaf: it was slipped in later, or its leaf was taken away`,
          })
        else if (gone.has(id)) disposed++
        else
          find({
            what: 'entry',
            index,
            entryId: id,
            says: `entry ${index} (${id}) is gone, and no disposal names it`,
          })
      }
      return { entries, disposed, waiting: unplaced }
    },
  }
}

const nameOf = (body: string): string =>
  `${onlyValue(body, 'kind') ?? 'of a kind it does not tell'}, ${onlyValue(body, 'at') ?? 'at a time it does not tell'}`

const disposal = 'records.disposed'

function isDisposal(bytes: Buffer, starts: Int32Array, ends: Int32Array): boolean {
  const [start = 0, end = 0] = [starts[2], ends[2]]
  return end - start === disposal.length && bytes.toString('latin1', start, end) === disposal
}

/** What the leaf commits to, `sha256(salt || body)`, where the two stand in a row that may be written over. */
export function commitmentIn(bytes: Buffer, salt: number, body: number, end: number): string {
  bytes.copyWithin(body - 16, salt, salt + 16)
  return hash('sha256', bytes.subarray(body - 16, end), 'binary')
}

const columns = [
  ['kind', 2],
  ['by', 3],
  ['subject', 4],
] as const

/** Where a column says something other than the sealed words; undefined where all agree. */
function lieIn(bytes: Buffer, starts: Int32Array, ends: Int32Array, body: string): string | undefined {
  const at = bytes.readBigInt64BE(starts[1])
  let sealed: { [key: string]: unknown } | undefined
  const saidOf = (key: string): unknown => (sealed ??= parsed(bytes, starts, ends))[key]
  const quick = onlyValue(body, 'at')
  const said = quick ?? saidOf('at')
  const time = typeof said === 'string' ? microsecondsOf(said) : undefined
  if (time === undefined || BigInt(time) !== at) return `the time beside it is not the sealed ${String(said)}`
  for (const [key, field] of columns) {
    const column = bytes.toString('latin1', starts[field], ends[field])
    // The words as they are sealed, unless they hold what JSON escapes or stand twice; then they are read whole.
    if (onlyValue(body, key) === column) continue
    const whole = bytes.toString('utf8', starts[field], ends[field])
    if (saidOf(key) !== whole)
      return `its ${key} stands as "${whole}", and was sealed as "${String(saidOf(key))}"`
  }
  return undefined
}

/** The text value of a key that occurs once in canonical JSON, where it holds no escape. */
function onlyValue(body: string, key: string): string | undefined {
  const sign = `"${key}":"`
  const start = body.indexOf(sign)
  if (start < 0 || body.includes(`"${key}":`, start + 1)) return undefined
  // A key that stands once is the top one only if it stands at the top; a shorter one would be nested deeper.
  const end = body.indexOf('"', start + sign.length)
  const value = body.slice(start + sign.length, end)
  return value.includes('\\') ? undefined : value
}

function parsed(bytes: Buffer, starts: Int32Array, ends: Int32Array): { [key: string]: unknown } {
  try {
    const read: unknown = JSON.parse(bytes.toString('utf8', starts[6], ends[6]))
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

function disposedIn(bytes: Buffer, starts: Int32Array, ends: Int32Array): string[] {
  const read = disposalSchema.safeParse(parsed(bytes, starts, ends))
  return read.success ? read.data.entries : []
}

export function uuidOf(letters: string): string {
  const hex = Buffer.from(letters, 'latin1').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
