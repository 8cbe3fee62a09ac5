import type { Agency } from '../../members/caller.ts'
import { noteBlob, type Blobs } from '../../platform/blobs.ts'
import { later } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepFiles } from './bring.ts'
import { bringAll, type Bulk } from './bulk.ts'
import { openContainer, type Contained, type Container } from './container.ts'
import { advance, claim, findImport, type Fault, type StoredImport } from './imports.ts'
import type { Found } from './item.ts'
import { readingOf, type Reading } from './reading.ts'
import { end, finderIn, isOfTheFile } from './run.ts'

/** Nobody else reads it meanwhile, however long it takes; in seconds. */
const lease = 24 * 60 * 60

/**
 * Reads an import from its beginning to its end by COPY, as the owner of the database. One that was killed is brought
 * again: what is known is passed over. Gives the import as it ended.
 */
export async function importAtOnce(
  bulk: Bulk & { blobs: Blobs },
  agency: Agency,
  importId: string,
  tell: (progress: number, seen: number) => void,
): Promise<StoredImport> {
  const { db, blobs, clock } = bulk
  const { agencyId } = agency
  const at = clock()
  const worker = newId()
  const taken = await claim(db, agencyId, importId, { worker, at, until: later(at, { seconds: lease }) })
  if (!taken) throw new Refusal('conflict', 'it is read by another just now')
  const ended = { taken, worker, at, state: 'done' as const, because: null }
  let container: Container | undefined
  try {
    container = await openContainer(blobs.fileOf(taken.sha256), taken.fileName)
    const reading = await readingOf(container, taken.fileName)
    const { source } = reading
    const faults: Fault[] = []
    const fileOf = finderIn(container.files)
    const progress = { done: 0, all: reading.files.reduce((sum, { size }) => sum + size, 0) }
    const bringing = { agencyId, importId, source, accountId: taken.accountId, by: taken.madeBy, at }
    const counted = await bringAll(
      {
        ...bulk,
        keepFiles: (item) => keepItemFiles(bulk, agencyId, fileOf, item, faults),
        tell: (seen) => tell(progress.all === 0 ? 0 : progress.done / progress.all, seen),
      },
      bringing,
      itemsOf(reading, faults, progress),
    )
    const { seen, added } = counted
    const step = {
      source,
      added,
      known: seen - added,
      faults,
      readBytes: progress.all,
      allBytes: progress.all,
    }
    await db.transaction().execute((tx) => advance(tx, agencyId, importId, worker, step))
    await end(db, agencyId, { ...ended, at: clock() })
  } catch (error) {
    if (!(error instanceof Refusal) && !isOfTheFile(error)) throw error
    await end(db, agencyId, { ...ended, at: clock(), state: 'failed', because: error.message })
  } finally {
    container?.close()
  }
  return await findImport(db, agencyId, importId)
}

async function* itemsOf(
  { files, items }: Reading,
  faults: Fault[],
  progress: { done: number },
): AsyncGenerator<Found> {
  for (const file of files) {
    let place = 0
    for await (const item of await items(file)) {
      place++
      if (item) yield item
      else faults.push({ file: file.name, because: `item ${place} has a form that is not known` })
    }
    progress.done += file.size
  }
}

async function keepItemFiles(
  { db, blobs, clock }: Bulk & { blobs: Blobs },
  agencyId: string,
  fileOf: (name: string) => Contained | undefined,
  item: Found,
  faults: Fault[],
) {
  const { kept, lacking } = await keepFiles(blobs, fileOf, item)
  for (const name of lacking) faults.push({ file: name, because: 'the export names it and does not have it' })
  await db.transaction().execute(async (tx) => {
    for (const { sha256, mediaType, bytes } of kept)
      await noteBlob(tx, agencyId, { sha256, mediaType, bytes, at: clock() })
  })
  return kept
}
