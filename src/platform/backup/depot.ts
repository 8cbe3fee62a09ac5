import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import { writeDurably } from '../durable.ts'
import { parsedJson } from '../json.ts'
import { Refusal } from '../refusal.ts'
import { openBackup, readManifest, type Manifest, type Opened } from './manifest.ts'
import { sha256 } from '../id.ts'

const verifiedSchema = z.object({
  at: z.string(),
  /** Read back whole, or restored into a database of its own and its ledger verified. */
  how: z.enum(['read', 'restored']),
  /** The SHA-256 of the manifest that was verified. */
  manifest: z.string(),
})
export type Verified = z.infer<typeof verifiedSchema>

/** A backup in a depot, as it can be seen without its key. */
export interface Kept {
  folder: string
  manifest: Manifest
  verified: Verified | undefined
}

/** A folder that looks like a backup, and cannot be read as one of this version. */
export interface Unreadable {
  name: string
  because: string
}

/** The backups in a folder, oldest first; and apart those that cannot be read, which hinder none of the others. */
export async function keptIn(depot: string): Promise<{ kept: Kept[]; unreadable: Unreadable[] }> {
  const names = await readdir(depot, { withFileTypes: true }).catch(() => [])
  const folders = names
    .filter((one) => one.isDirectory() && !one.name.endsWith('.part'))
    .map(({ name }) => join(depot, name))
    .filter((folder) => existsSync(join(folder, 'manifest.json')))
  const kept: Kept[] = []
  const unreadable: Unreadable[] = []
  for (const folder of folders)
    try {
      const { manifest, text } = await readManifest(folder)
      kept.push({ folder, manifest, verified: await verifiedIn(folder, text) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      unreadable.push({ name: basename(folder), because: error.message })
    }
  return { kept: kept.toSorted((a, b) => (a.manifest.id < b.manifest.id ? -1 : 1)), unreadable }
}

async function verifiedIn(folder: string, manifest: string): Promise<Verified | undefined> {
  const text = await readFile(join(folder, 'verified.json'), 'utf8').catch(() => undefined)
  const parsed = text === undefined ? undefined : verifiedSchema.safeParse(parsedJson(text))
  // A manifest that is another one now was not verified.
  return parsed?.success === true && parsed.data.manifest === sha256(manifest) ? parsed.data : undefined
}

/**
 * Opens the backup that is meant: the folder itself where it is one, else the one of that id in the depot, else the
 * newest there.
 */
export async function backupAt(
  folder: string,
  keys: string,
  id?: string,
): Promise<{ opened: Opened; depot: string }> {
  if (existsSync(join(folder, 'manifest.json')))
    return { opened: await openBackup(folder, keys), depot: dirname(resolve(folder)) }
  const { kept, unreadable } = await keptIn(folder)
  const meant = id === undefined ? kept.at(-1) : kept.find(({ manifest }) => manifest.id === id)
  if (!meant)
    throw new Refusal(
      'notFound',
      kept.length === 0
        ? (unreadable[0]?.because ?? `${folder} holds no backup of Decorum, or only one that was cut off`)
        : `${folder} holds no backup ${id}; it has ${kept.map(({ manifest }) => manifest.id).join(', ')}`,
    )
  return { opened: await openBackup(meant.folder, keys), depot: folder }
}

/** One backup or sweep of a database at a time; refuses (`unavailable`) where another is at it. Ends with the connection. */
export async function takeTurn(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('decorum.backup', 0)) as taken",
  )
  if (rows[0]?.taken !== true) throw new AnotherRuns()
}

/** Whoever calls by the clock may pass over it. */
export class AnotherRuns extends Refusal {
  constructor() {
    super('unavailable', 'another backup or sweep of this database is running; nothing was done')
  }
}

/**
 * Makes a folder the depot of one database, for good: a sweep takes away what no backup of it names. Refuses
 * (`conflict`) the depot of another one.
 */
export async function claimDepot(depot: string, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ said: string }>(
    `select format('%s/%s', system_identifier, (select oid from pg_database where datname = current_database())) as said
     from pg_control_system()`,
  )
  const database = `${rows[0]?.said}\n`
  const file = join(depot, 'database')
  if (await writeDurably(file, database, { isNew: true })) return
  if ((await readFile(file, 'utf8')) !== database)
    throw new Refusal(
      'conflict',
      `${depot} holds the backups of another database; give another folder, or remove ${file} if that database is no more`,
    )
}
