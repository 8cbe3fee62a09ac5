import { append } from '../../ledger/append.ts'
import type { Agency } from '../../members/caller.ts'
import type { Blobs } from '../../platform/blobs.ts'
import { later } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bringEach, keepFiles, markOf, newsOf, type Bringing, type Ready } from './bring.ts'
import { openContainer, type Contained, type Container } from './container.ts'
import type { Found } from './item.ts'
import { advance, claim, findImport, type Fault, type StoredImport } from './imports.ts'
import { readingOf, type Reading } from './reading.ts'

/** What reads an import needs. */
export interface Reader {
  blobs: Blobs
  clock: () => string
  /** Ended when the house closes; what was read by then stands, and somebody reads on later. */
  signal?: AbortSignal
  /** Told after every batch. */
  tell?: (standing: StoredImport) => void
}

/** Items that are brought in one transaction. */
const batch = 500
/** Bytes of pages that are held at once. */
const mostHeld = 32 * 1024 ** 2
/** So long, in seconds, nobody else takes an import from whoever reads it. */
const lease = 120

/**
 * Reads an import from where it was left to its end. Each batch stands with the place up to which it was read in one
 * transaction, so that a reader who is killed leaves nothing half, and whoever reads on brings nothing twice. Does nothing
 * where another reads it. What is wrong with a file ends the import with a sentence; what is wrong with one item does not.
 */
export async function readImport(db: Db, agency: Agency, importId: string, reader: Reader): Promise<void> {
  const { agencyId } = agency
  const at = reader.clock()
  const worker = newId()
  const taken = await claim(db, agencyId, importId, { worker, at, until: later(at, { seconds: lease }) })
  if (!taken) return
  let container: Container | undefined
  try {
    container = await openContainer(reader.blobs.fileOf(taken.sha256), taken.fileName)
    const reading = await readingOf(container, taken.fileName)
    await readFiles(db, agencyId, { taken, worker, reading, container, reader })
  } catch (error) {
    if (!(error instanceof Refusal) && !isOfTheFile(error)) throw error
    await end(db, agencyId, { taken, worker, at: reader.clock(), state: 'failed', because: error.message })
  } finally {
    container?.close()
  }
}

/** What zlib, yauzl and warcio say of bytes that are broken; a fault of ours is another. */
export function isOfTheFile(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (/^Z_|^ERR_/.test('code' in error ? String(error.code) : '') ||
      /central directory|local file header|compressed|WARC|inflate|unexpected end|too many bytes|not enough bytes/i.test(
        error.message,
      ))
  )
}

interface Running {
  taken: StoredImport
  worker: string
  reading: Reading
  container: Container
  reader: Reader
}

async function readFiles(db: Db, agencyId: string, running: Running): Promise<void> {
  const { taken, worker, reading, container, reader } = running
  const { source, files } = reading
  const allBytes = files.reduce((sum, { size }) => sum + size, 0)
  const isMine = await db
    .transaction()
    .execute((tx) => advance(tx, agencyId, taken.importId, worker, { source, allBytes }))
  if (!isMine) return
  const fileOf = finderIn(container.files)
  let readBytes = files.slice(0, taken.atFile).reduce((sum, { size }) => sum + size, 0)
  for (const [place, file] of files.entries()) {
    if (place < taken.atFile) continue
    const from = place === taken.atFile ? taken.atItem : 0
    const went = await readFile(db, agencyId, running, { file, place, from, fileOf })
    if (!went) {
      // Whoever reads on need not wait.
      const leaseUntil = later(reader.clock(), { seconds: -1 })
      await db.transaction().execute((tx) => advance(tx, agencyId, taken.importId, worker, { leaseUntil }))
      return
    }
    readBytes += file.size
    const next = { atFile: place + 1, atItem: 0, readBytes }
    const stands = await db
      .transaction()
      .execute((tx) => advance(tx, agencyId, taken.importId, worker, { ...next, ...leaseFrom(reader) }))
    if (!stands) return
  }
  await end(db, agencyId, { taken, worker, at: reader.clock(), state: 'done', because: null })
}

const leaseFrom = ({ clock }: Reader): { leaseUntil: string } => ({
  leaseUntil: later(clock(), { seconds: lease }),
})

/** Reads one file from an item on. False where it ends early: the house closes, or another reads on. */
async function readFile(
  db: Db,
  agencyId: string,
  { taken, worker, reading, reader }: Running,
  at: {
    file: Contained
    place: number
    from: number
    fileOf: (name: string) => Contained | undefined
  },
): Promise<boolean> {
  const { importId, accountId, madeBy: by } = taken
  const { file, place, from, fileOf } = at
  const { blobs, signal, tell } = reader
  let [seen, held] = [0, 0]
  let items: Found[] = []
  let faults: Fault[] = []
  const bring = async (): Promise<boolean> => {
    if (signal?.aborted === true) return false
    const now = reader.clock()
    const bringing: Bringing = { agencyId, importId, source: reading.source, accountId, by, at: now }
    const marked = items.map((item) => markOf(bringing, item))
    const ready: Ready[number][] = []
    for (const { marked: one } of await newsOf(db, bringing, marked)) {
      const { kept, lacking } = await keepFiles(blobs, fileOf, one.item)
      for (const name of lacking)
        faults.push({ file: name, because: 'the export names it and does not have it' })
      ready.push({ marked: one, kept })
    }
    const isMine = await db
      .transaction()
      .execute(async (tx) => {
        const added = await bringEach(tx, bringing, ready)
        const known = items.length - added
        const step = { atFile: place, atItem: seen, added, known, faults, ...leaseFrom(reader) }
        const stands = await advance(tx, agencyId, importId, worker, step)
        // Another reads on from where we were: what we brought now would stand twice.
        if (!stands) throw new Overtaken()
        return stands
      })
      .catch((error: unknown) => {
        if (error instanceof Overtaken) return false
        throw error
      })
    ;[items, faults, held] = [[], [], 0]
    if (isMine && tell) tell(await findImport(db, agencyId, importId))
    return isMine
  }
  for await (const item of await reading.items(file)) {
    seen++
    if (seen <= from) continue
    if (item === undefined)
      faults.push({ file: file.name, because: `item ${seen} has a form that is not known` })
    else {
      items.push(item)
      held += item.bytes?.body.length ?? 0
    }
    if ((items.length >= batch || held >= mostHeld || faults.length >= batch) && !(await bring()))
      return false
  }
  return items.length === 0 && faults.length === 0 ? true : await bring()
}

/** Thrown to undo a batch, and caught right there. */
class Overtaken extends Error {}

/** Finds a file that an item names: by its whole name, or by its end, where the ZIP has a folder around all. */
export function finderIn(files: readonly Contained[]): (name: string) => Contained | undefined {
  const whole = new Map(files.map((file) => [file.name, file]))
  const byLast = new Map<string, Contained[]>()
  for (const file of files) {
    const last = file.name.slice(file.name.lastIndexOf('/') + 1)
    byLast.set(last, [...(byLast.get(last) ?? []), file])
  }
  return (name) => {
    const last = name.slice(name.lastIndexOf('/') + 1)
    return whole.get(name) ?? byLast.get(last)?.find((file) => file.name.endsWith(`/${name}`))
  }
}

/** Ends an import, with an entry that says what came of it. */
export async function end(
  db: Db,
  agencyId: string,
  given: {
    taken: StoredImport
    worker: string
    at: string
    state: 'done' | 'failed'
    because: string | null
  },
): Promise<void> {
  const { taken, worker, at, state, because } = given
  const { importId, fileName, madeBy } = taken
  await db.transaction().execute(async (tx: Tx) => {
    const isMine = await advance(tx, agencyId, importId, worker, { state, because, endedAt: at })
    if (!isMine) return
    const { added, known, faulty, source } = await findImport(tx, agencyId, importId)
    const body = { fileName, source, state, because, added, known, faulty }
    await append(tx, agencyId, { kind: 'records.imported', subject: importId, by: madeBy, at, body })
  })
}
