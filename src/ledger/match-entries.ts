import { hash } from 'node:crypto'
import { z } from 'zod'
import { microsecondsOf, type TakeRow } from './copy-rows.ts'
import type { Find } from './finding.ts'

interface Unmatched {
  commitment: string
  /** The leaf's place; -1 for an entry that has met no leaf. */
  index: number
  writtenIn: bigint
  named: string
  /** What a column of the entry says against its sealed words. */
  lie: string | undefined
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
  const unmatched = new Map<string, Unmatched>()
  const gone = new Set<string>()
  let entries = 0
  const judge = (
    letters: string,
    index: number,
    isSame: boolean,
    { named, lie }: Pick<Unmatched, 'named' | 'lie'>,
  ): void => {
    const entryId = uuidOf(letters)
    const entry = `entry ${index} (${entryId}, ${named})`
    if (!isSame) {
      const says = `${entry} was changed: it is not what its leaf commits to`
      find({ what: 'entry', index, entryId, says })
    }
    if (lie !== undefined) find({ what: 'entry', index, entryId, says: `${entry}: ${lie}` })
  }
  return {
    leaf: (entryId, commitment, index) => {
      const entry = unmatched.get(entryId)
      if (entry === undefined) {
        unmatched.set(entryId, { commitment, index, writtenIn: 0n, named: '', lie: undefined })
        return
      }
      unmatched.delete(entryId)
      judge(entryId, index, entry.commitment === commitment, entry)
    },
    entry: (bytes, starts, ends) => {
      entries++
      const entryId = bytes.toString('latin1', starts[0], ends[0])
      const body = bytes.toString('latin1', starts[6], ends[6])
      const lie = lieIn(bytes, starts, ends, body)
      const kind = bytes.toString('utf8', starts[2], ends[2])
      if (kind === 'records.disposed') for (const id of disposedIn(bytes, starts, ends)) gone.add(id)
      const writtenIn = bytes.readBigUInt64BE(starts[7] ?? 0)
      const commitment = commitmentIn(bytes, starts[5] ?? 0, starts[6] ?? 0, ends[6] ?? 0)
      const leaf = unmatched.get(entryId)
      if (leaf === undefined) {
        unmatched.set(entryId, { commitment, index: -1, writtenIn, named: `${kind}, ${timeIn(body)}`, lie })
        return
      }
      unmatched.delete(entryId)
      const isSame = leaf.commitment === commitment
      if (!isSame || lie !== undefined)
        judge(entryId, leaf.index, isSame, { named: `${kind}, ${timeIn(body)}`, lie })
    },
    end: (horizon) => {
      let [disposed, waiting] = [0, 0]
      for (const [entryId, { index, writtenIn, named, lie }] of unmatched) {
        const id = uuidOf(entryId)
        if (lie !== undefined) find({ what: 'entry', entryId: id, says: `entry ${id} (${named}): ${lie}` })
        if (index < 0 && writtenIn >= horizon) waiting++
        else if (index < 0)
          find({
            what: 'entry',
            entryId: id,
            says: `entry ${id} (${named}) has no leaf: it was slipped in later, or its leaf was taken away`,
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
      return { entries, disposed, waiting }
    },
  }
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

const timeIn = (body: string): string => onlyValue(body, 'at') ?? 'at a time it does not tell'

export function uuidOf(letters: string): string {
  const hex = Buffer.from(letters, 'latin1').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
