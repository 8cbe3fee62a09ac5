import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { syncFolder } from '../durable.ts'
import { Refusal } from '../refusal.ts'
import { indexName, poolBlobs } from './blob-pool.ts'
import { claimDepot, keptIn, takeTurn } from './depot.ts'
import { destroyedIn, drawKey, dropKey, refuseTogether } from './keys.ts'
import { openBackup, writeManifest, type Manifest, type Opened } from './manifest.ts'
import { keyOfFile, noteOf, writeSealed } from './sealed-file.ts'
import { copyOut, countersOf, migrationsOf, type Progress } from './tables.ts'

export interface BackingUp {
  /** The owner's address of the database. */
  url: string
  /** The folder of blobs. */
  blobs: string
  /** The folder in which backups gather. */
  depot: string
  /** The folder of keys, apart from the depot; undefined: the backup is not encrypted. */
  keys: string | undefined
  at: string
  /** What is to be said of the house in the manifest, as of the same moment. */
  note: (client: pg.Client) => Promise<unknown>
  /** Files that go with it, under these names. */
  besides?: readonly { name: string; file: string }[]
  progress?: Progress
  /** How long a file of it may become, in bytes. */
  longest?: number
}

/**
 * Copies a database, as it stood at one moment, and the blobs that its records name into a depot, while the app runs
 * on: as text, so that it can be restored to any PostgreSQL from 15 on, encrypted with a key of its own. Blobs that an
 * earlier backup has put there are not copied again. Refuses (`unavailable`) while another is at it.
 */
export async function backUp(given: BackingUp): Promise<{ folder: string; manifest: Manifest }> {
  const { url, depot, keys, at } = given
  if (keys !== undefined) refuseTogether(depot, keys)
  return await withClient(url, async (client) => {
    await takeTurn(client)
    await mkdir(depot, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      throw new Refusal('malformed', `${depot} is a file, and a folder for backups is wanted`)
    })
    await claimDepot(depot, client)
    const id = `${at.slice(0, 19).replaceAll(':', '-')}Z-${randomBytes(2).toString('hex')}`
    const folder = join(depot, id)
    const before = await newestOpen(depot, keys)
    const key = keys === undefined ? undefined : await drawKey(keys, id, at)
    try {
      await mkdir(`${folder}.part`, { mode: 0o700 })
      const manifest = await write(client, given, { id, folder: `${folder}.part`, key, before })
      await writeManifest(`${folder}.part`, manifest, key)
      const files = ['manifest.json', ...Object.keys(manifest.files)]
      for (const made of new Set(files.map((name) => dirname(join(`${folder}.part`, name)))))
        await syncFolder(made)
      await rename(`${folder}.part`, folder)
      await syncFolder(depot)
      return { folder, manifest }
    } catch (error) {
      await rm(`${folder}.part`, { recursive: true, force: true })
      if (keys !== undefined) await dropKey(keys, id)
      throw error
    }
  })
}

interface Making {
  id: string
  folder: string
  key: Buffer | undefined
  before: Opened | undefined
}

async function write(client: pg.Client, given: BackingUp, making: Making): Promise<Manifest> {
  const { blobs, depot, at, besides = [], progress = () => undefined, longest } = given
  const { id, folder, key } = making
  await client.query('begin isolation level repeatable read read only')
  const noted = await given.note(client)
  const limits = longest === undefined ? {} : { longest }
  const { tables, files } = await copyOut(client, folder, { id, key, ...limits }, progress)
  const pooled = await poolBlobs(client, { depot, blobs, ...making }, progress)
  const migrations = await migrationsOf(client)
  const counters = await countersOf(client)
  await client.query('commit')
  files[indexName] = pooled.note
  for (const { name, file } of besides) {
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 })
    files[name] = await writeSealed(
      join(folder, name),
      createReadStream(file),
      key && keyOfFile(key, id, name),
    )
  }
  return {
    format: 2,
    id,
    made: at,
    isEncrypted: key !== undefined,
    migrations,
    tables,
    counters,
    blobs: pooled.blobs,
    besides: besides.map(({ name }) => name),
    noted,
    files,
  }
}

/** The newest backup of the same kind whose blobs can be used again. */
async function newestOpen(depot: string, keys: string | undefined): Promise<Opened | undefined> {
  const destroyed = new Set(keys === undefined ? [] : (await destroyedIn(keys)).map(({ backup }) => backup))
  for (const { folder, manifest } of (await keptIn(depot)).kept.toReversed()) {
    if (manifest.isEncrypted !== (keys !== undefined) || destroyed.has(manifest.id)) continue
    // One that cannot be opened, or whose list of blobs is damaged, is no help; the next older one may be.
    const opened = await openBackup(folder, keys ?? '').catch(() => undefined)
    const index = await noteOf(join(folder, indexName)).catch(() => undefined)
    if (opened && index && index.sha256 === manifest.files[indexName]?.sha256) return opened
  }
  return undefined
}

/** Does something on one connection to a database, and closes it. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c timezone=UTC',
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks fails its statement; the event besides, unheard, would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
