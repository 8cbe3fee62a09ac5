import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { openDb } from '../platform/db.ts'
import { buffersOfAHouse, startEmbedded, type Cluster } from '../platform/embedded.ts'
import { migrate } from '../platform/migrate.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepIndexed } from '../records/indexes.ts'
import { migrations } from './migrations.ts'
import { migrateJobs } from './scheduler.ts'
import { use, type Using } from './using.ts'

/** Where everything of one installation stands, and how its database is reached. */
export interface House {
  /** The app's address of the database. */
  appUrl: string
  /** The owner's, where we know it: always with the embedded PostgreSQL. */
  ownerUrl: string | undefined
  blobsFolder: string
  ledgerFolder: string
  secrets: Secrets
  isEmbedded: boolean
  /** Did the embedded PostgreSQL run already, for another process or left by one that was killed? */
  adopted: boolean
  /** Refuses where another process serves this folder. Of an agency's own database any number may serve. */
  serveAlone: () => Promise<void>
  /**
   * Starts the embedded PostgreSQL again where it went down by itself, as when its disk was full, and says again that
   * it is in use. True if it was down. Does nothing to another database, which somebody else keeps.
   */
  keep: () => Promise<boolean>
  /** Stops the embedded PostgreSQL, unless another process uses it; does nothing to another database. */
  close: () => Promise<void>
}

const secretsSchema = z.object({
  /** 256 bits, hexadecimal: what TOTP seeds are encrypted with. */
  seal: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Secrets = z.infer<typeof secretsSchema>

export interface HouseSettings {
  /** The folder of data: the embedded database, blobs, keys. */
  data: string
  /** `DATABASE_URL`: a PostgreSQL of the agency's own, as the app's role. Absent: the embedded one. */
  databaseUrl: string | undefined
  /** `DECORUM_OWNER_URL`: the same database as its owner, for migrations, backup and restore. */
  ownerUrl: string | undefined
}

const database = 'decorum'

/** Opens an installation: its folder, its secrets, its database, started or adopted when it is the embedded one. */
export async function openHouse({ data, databaseUrl, ownerUrl }: HouseSettings): Promise<House> {
  await mkdir(data, { recursive: true })
  const common = {
    blobsFolder: join(data, 'blobs'),
    ledgerFolder: join(data, 'ledger'),
    secrets: await secretsOf(join(data, 'secrets.json')),
  }
  if (databaseUrl !== undefined)
    return {
      ...common,
      appUrl: databaseUrl,
      ownerUrl,
      isEmbedded: false,
      adopted: false,
      serveAlone: () => Promise.resolve(),
      keep: () => Promise.resolve(false),
      close: () => Promise.resolve(),
    }
  const { cluster, using: first } = await embeddedIn(data)
  let using = first
  let isServed = false
  await cluster.createDatabase(database)
  const serveAlone = async (): Promise<void> => {
    isServed = await using.serve()
    if (!isServed)
      throw new Refusal(
        'conflict',
        `another decorum serves ${data} already; stop it first, or give both a DATABASE_URL, on which several may run`,
      )
  }
  return {
    ...common,
    appUrl: cluster.appUrl(database),
    ownerUrl: cluster.ownerUrl(database),
    isEmbedded: true,
    adopted: cluster.adopted,
    serveAlone,
    keep: async () => {
      const wasDown = await cluster.revive()
      if (wasDown || using.isLost()) {
        using = await use(cluster.ownerUrl('postgres'))
        isServed = false
      }
      if (!isServed) await serveAlone()
      return wasDown
    },
    close: async () => {
      if (await using.leave()) await cluster.stop()
    },
  }
}

/** The embedded PostgreSQL of a folder, in use by this process. Whoever leaves it last may stop it just then: again. */
async function embeddedIn(data: string): Promise<{ cluster: Cluster; using: Using }> {
  for (let tries = 1; ; tries++) {
    const cluster = await startEmbedded(data, [buffersOfAHouse()])
    try {
      return { cluster, using: await use(cluster.ownerUrl('postgres')) }
    } catch (error) {
      if (tries === 3) throw error
    }
  }
}

/** Brings the database of a house to the newest schema, whole; gives the names of the migrations that ran now. */
export async function migrateHouse(house: Pick<House, 'ownerUrl'>): Promise<string[]> {
  if (house.ownerUrl === undefined)
    throw new Refusal(
      'malformed',
      'migrations are run by the owner of the database; set DECORUM_OWNER_URL beside DATABASE_URL',
    )
  const owner = openDb(house.ownerUrl, '', { max: 2, patience: 600_000 })
  try {
    const ran = await migrate(owner, migrations)
    await keepIndexed(owner)
    await migrateJobs(house.ownerUrl, owner)
    return ran
  } finally {
    await owner.destroy()
  }
}

/**
 * Refuses to run on a role that could rewrite evidence (a superuser, or the owner of the tables), on a PostgreSQL
 * before 15, and on one that is not migrated.
 */
export async function refuseUnsafeDatabase(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000 })
  await client.connect().catch((error: unknown) => {
    throw new Refusal(
      'unavailable',
      `the database does not answer: ${error instanceof Error ? error.message : ''}`,
    )
  })
  try {
    const { rows } = await client.query<{ version: number; power: string | null; migrated: boolean }>(`
      select current_setting('server_version_num')::int as version,
        (select case when r.rolsuper then 'a superuser' when r.rolbypassrls then 'free of row-level security' end
          from pg_roles r where r.rolname = current_user) as power,
        to_regclass('migration_digest') is not null as migrated`)
    const [found] = rows
    if (!found) return
    if (found.version < 150_000)
      throw new Refusal(
        'unavailable',
        `this is PostgreSQL ${Math.floor(found.version / 10_000)}; 15 or later is needed`,
      )
    if (!found.migrated)
      throw new Refusal(
        'unavailable',
        'the database has no tables of Decorum yet; run `decorum migrate` first',
      )
    const owned = await client.query(
      "select from pg_tables where schemaname = 'public' and tableowner = current_user limit 1",
    )
    const power = found.power ?? ((owned.rowCount ?? 0) > 0 ? 'the owner of its tables' : undefined)
    if (power !== undefined)
      throw new Refusal(
        'unavailable',
        `DATABASE_URL signs in as ${power}, who could rewrite evidence; give the app a login role that is granted decorum_app and nothing else`,
      )
  } finally {
    await client.end()
  }
}

async function secretsOf(file: string): Promise<Secrets> {
  if (!existsSync(file)) {
    const made: Secrets = { seal: randomBytes(32).toString('hex') }
    await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  }
  const parsed = secretsSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Refusal('malformed', `${file} is not the file of secrets that Decorum wrote`)
  return parsed.data
}
