import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { syncFolder } from '../durable.ts'
import { Refusal } from '../refusal.ts'
import { withClient } from './back-up.ts'
import { blobsOf, dropDamaged, readPooled } from './blob-pool.ts'
import { checkFiles, type Manifest, type Opened } from './manifest.ts'
import { keyOfFile, noteOf, readSealed } from './sealed-file.ts'
import { copyIn, isGzipFault, migrationsOf, rowsOf, type Progress } from './tables.ts'

export interface Restoring {
  /** The owner's address of a migrated and empty database. */
  url: string
  opened: Opened
  /** The folder in which the backup stands, with the blobs beside it. */
  depot: string
  /** Where the blobs go; undefined: they are only read. */
  blobs: string | undefined
  /** Sees the rows as they were restored, in the same transaction. */
  settle?: (client: pg.ClientBase, manifest: Manifest) => Promise<void>
  /** Is the rest restored where blobs are missing or damaged? */
  withoutDamaged?: boolean
  progress?: Progress
}

/**
 * Puts a backup into a migrated and empty database and the blobs beside it. Refuses a backup of which anything is
 * missing or changed, a database that holds anything, or one of another version. One transaction: all or nothing. Gives
 * the blobs that were left out, by their SHA-256: none, unless that was asked for.
 */
export async function restore(restoring: Restoring): Promise<string[]> {
  const { url, opened, depot, blobs, settle, progress = () => undefined } = restoring
  const { manifest } = opened
  await check(opened, progress)
  return await withClient(url, async (client) => {
    const known = await migrationsOf(client)
    if (JSON.stringify(known) !== JSON.stringify(manifest.migrations))
      throw new Refusal(
        'conflict',
        `the backup was made with migrations up to ${manifest.migrations.at(-1)}, this version has ${known.at(-1)}; restore it with the version that made it, then upgrade`,
      )
    // Bytes that stand under their hash do no harm should the rest fail.
    const damaged = await readBlobs(opened, depot, blobs, progress)
    if (restoring.withoutDamaged !== true) refuseDamaged(damaged, '; --without-damaged restores the rest')
    await client.query('begin')
    await copyIn(client, opened, progress)
    await settle?.(client, manifest)
    await client.query('commit')
    await client.query('analyze')
    return damaged.map(({ blob }) => blob)
  })
}

/** Refuses a database that holds an installation already. */
export async function refuseHeld(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ held: boolean }>("select to_regclass('agency') is not null as held")
    if (rows[0]?.held !== true) return
    const found = await client.query('select from agency limit 1')
    if ((found.rowCount ?? 0) > 0)
      throw new Refusal(
        'conflict',
        'this database holds an installation already, and nothing was done; restore into an empty one (another --data, or another database)',
      )
  })
}

/** Reads a whole backup back: every file, every row, every blob. Refuses it where anything is missing or changed. */
export async function readBack(
  opened: Opened,
  depot: string,
  progress: Progress = () => undefined,
): Promise<void> {
  const { tables } = opened.manifest
  await check(opened, progress)
  const of = tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const { name, rows, parts } of tables) {
    let found = 0
    await pipeline(rowsOf(opened, parts), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      // A row of COPY's text is a line; what would end a line stands escaped in it.
      for await (const chunk of chunks) for (let at = -1; (at = chunk.indexOf(10, at + 1)) >= 0;) found++
    }).catch((error: unknown) => {
      if (isGzipFault(error)) throw new Refusal('malformed', `${name}: its file in the backup ends too early`)
      throw error
    })
    if (found !== rows)
      throw new Refusal('malformed', `${name}: ${found} rows came out of the backup, ${rows} went in`)
    progress('tables', (done += rows), of)
  }
  refuseDamaged(await readBlobs(opened, depot, undefined, progress))
}

async function check(opened: Opened, progress: Progress): Promise<void> {
  const of = Object.values(opened.manifest.files).reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  await checkFiles(opened, (bytes) => progress('files', (done += bytes), of))
}

/** A blob that a backup cannot give back, and why. */
interface Damaged {
  blob: string
  because: string
}

function refuseDamaged(damaged: readonly Damaged[], advice = ''): void {
  const [first, ...others] = damaged
  if (first === undefined) return
  const more = others.length === 0 ? '' : `, and so are ${others.length} more`
  throw new Refusal('malformed', `${first.because}${more}${advice}`)
}

/**
 * Reads every blob of a backup, and writes those that are not there yet into a folder of blobs. Without a folder they
 * are only read, and what is damaged leaves the pool. Gives what could not be read.
 */
async function readBlobs(
  opened: Opened,
  depot: string,
  folder: string | undefined,
  progress: Progress,
): Promise<Damaged[]> {
  const { bytes: of, count } = opened.manifest.blobs
  const damaged: Damaged[] = []
  const folders = new Set<string>()
  let [done, found] = [0, 0]
  for await (const pooled of blobsOf(opened)) {
    const { blob, bytes, stored } = pooled
    const place = folder === undefined ? undefined : join(folder, blob.slice(0, 2), blob)
    try {
      if (place === undefined) for await (const _ of readPooled(depot, pooled));
      else if ((await noteOf(place))?.sha256 !== blob) await writeWhole(place, readPooled(depot, pooled))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      damaged.push({ blob, because: error.message })
      if (place === undefined) await dropDamaged(depot, stored)
    }
    if (place !== undefined) folders.add(dirname(place))
    found++
    progress('blobs', (done += bytes), of)
  }
  for (const made of folders) await syncFolder(made)
  if (folder !== undefined && folders.size > 0)
    for (const made of [folder, dirname(folder)]) await syncFolder(made)
  if (found !== count)
    throw new Refusal('malformed', `${found} blobs came out of the backup, ${count} went in`)
  return damaged
}

/** Writes a file that is whole under its name or not there. */
async function writeWhole(place: string, source: AsyncIterable<Buffer>): Promise<void> {
  const making = `${place}.${randomBytes(6).toString('hex')}.new`
  await mkdir(dirname(place), { recursive: true })
  try {
    await pipeline(source, createWriteStream(making, { flags: 'wx', mode: 0o440, flush: true }))
    await rename(making, place)
  } finally {
    await rm(making, { force: true })
  }
}

/** The bytes of a file that went with the backup; undefined where none of that name did. */
export async function besideOf({ folder, manifest, key }: Opened, name: string): Promise<Buffer | undefined> {
  if (!manifest.besides.includes(name)) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of readSealed(join(folder, name), key && keyOfFile(key, manifest.id, name)))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}
