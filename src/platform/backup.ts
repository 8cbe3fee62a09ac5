import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

const manifestSchema = z.object({
  made: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  files: z.record(z.string(), z.string()),
})
/** What a backup holds: each table with its rows, and the SHA-256 of each file. */
export type Manifest = z.infer<typeof manifestSchema>

/**
 * Copies a database, as it stood at one moment, and the blobs into a new folder, while the app runs on. The copy is
 * plain text, so that it can be restored to any PostgreSQL from 15 on. `url` is the owner's.
 */
export async function backUp(url: string, blobs: string, folder: string, at: string): Promise<Manifest> {
  await refuseUnlessEmpty(folder)
  const making = `${folder}.part`
  await rm(making, { recursive: true, force: true })
  await mkdir(join(making, 'tables'), { recursive: true, mode: 0o700 })
  const manifest = await withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const tables: Manifest['tables'] = []
    for (const { name, columns } of await tablesOf(client)) {
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const stream = client.query(copyTo(`copy ${client.escapeIdentifier(name)} (${list}) to stdout`))
      await pipeline(
        stream,
        createGzip({ level: 1 }),
        createWriteStream(join(making, 'tables', `${name}.gz`)),
      )
      tables.push({ name, columns, rows: stream.rowCount })
    }
    const migrations = await migrationsOf(client)
    await client.query('commit')
    return { made: at, migrations, tables, files: {} }
  })
  // Blobs are only ever added, and each is written before the row that names it: copied last, none is missing.
  await cp(blobs, join(making, 'blobs'), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  const files: Manifest['files'] = {}
  for (const file of await filesIn(making)) files[file] = await digestOf(join(making, file))
  const whole = { ...manifest, files }
  await writeFile(join(making, 'manifest.json'), `${JSON.stringify(whole, null, 1)}\n`, { flush: true })
  await rename(making, folder)
  return whole
}

/**
 * Puts a backup into a migrated and empty database and the blobs beside it. Refuses a folder with a file that is
 * missing or changed, a database that holds anything, or one of another version. One transaction: all or nothing, and
 * `settle` with it, which sees the rows as they were restored.
 */
export async function restore(
  url: string,
  blobs: string,
  folder: string,
  settle: (client: pg.ClientBase, manifest: Manifest) => Promise<void>,
): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await withClient(url, async (client) => {
    const known = await migrationsOf(client)
    if (JSON.stringify(known) !== JSON.stringify(manifest.migrations))
      throw new Refusal(
        'conflict',
        `the backup was made with migrations up to ${manifest.migrations.at(-1)}, this version has ${known.at(-1)}; restore it with the version that made it, then upgrade`,
      )
    await client.query('begin')
    for (const { name, columns, rows } of manifest.tables) {
      const table = client.escapeIdentifier(name)
      const held = await client.query(`select from ${table} limit 1`)
      if ((held.rowCount ?? 0) > 0)
        throw new Refusal('conflict', `the table ${name} holds rows already; restore into an empty database`)
      const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const stream = client.query(copyFrom(`copy ${table} (${list}) from stdin`))
      await pipeline(createReadStream(join(folder, 'tables', `${name}.gz`)), createGunzip(), stream)
      if (stream.rowCount !== rows)
        throw new Refusal(
          'malformed',
          `${name}: ${stream.rowCount} rows came out of the backup, ${rows} went in`,
        )
    }
    await settle(client, manifest)
    await client.query('commit')
    await client.query('analyze')
  })
  await cp(join(folder, 'blobs'), blobs, { recursive: true, force: false }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    },
  )
  return manifest
}

/** The tables with their columns, those that others refer to first. Columns that PostgreSQL fills are left out. */
async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select c.relname as name,
      (select array_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and a.atttypid <> 'xid8'::regtype)::text[] as columns,
      coalesce((select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}')::text[] as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely_%'
      and c.relname <> 'migration_digest'
    order by c.relname`)
  const placed = new Set<string>()
  const ordered: { name: string; columns: string[] }[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const ready = waiting.filter((table) => table.needs.every((need) => placed.has(need)))
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a ring: ${waiting.map((t) => t.name).join(', ')}`)
    for (const { name, columns } of ready) {
      placed.add(name)
      ordered.push({ name, columns })
    }
    waiting = waiting.filter((table) => !placed.has(table.name))
  }
  return ordered
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration_digest order by name')
  return rows.map((row) => row.name)
}

async function readManifest(folder: string): Promise<Manifest> {
  const written = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Refusal(
      'notFound',
      `${folder} holds no manifest.json; it is no backup of Decorum, or one that was cut off`,
    )
  })
  const parsed = manifestSchema.safeParse(JSON.parse(written))
  if (!parsed.success) throw new Refusal('malformed', `${folder}/manifest.json is not a manifest of Decorum`)
  for (const [file, digest] of Object.entries(parsed.data.files)) {
    const found = await digestOf(join(folder, file)).catch(() => 'missing')
    if (found !== digest)
      throw new Refusal(
        'malformed',
        `${file} in the backup ${found === 'missing' ? 'is missing' : 'was changed since it was made'}`,
      )
  }
  return parsed.data
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const isFile = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).isFile()))
  return names.filter((_, place) => isFile[place]).toSorted()
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found) throw new Refusal('conflict', `${folder} is there already; give a new folder for each backup`)
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
