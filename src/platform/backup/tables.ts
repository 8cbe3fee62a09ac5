import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Refusal } from '../refusal.ts'
import type { Manifest, Opened } from './manifest.ts'
import { keyOfFile, readSealed, writeSealed, type FileNote } from './sealed-file.ts'

/** Told how far the work is: what is being done, and how much of how much of it. */
export type Progress = (doing: string, done: number, of: number) => void

/** So long may a file of a backup become, in bytes; far below what one key and nonce of AES-GCM may encrypt. */
export const partLength = 1024 ** 3

interface Table {
  name: string
  columns: string[]
  size: number
}

/** Copies every table into files of a folder, as the transaction of this connection sees them. */
export async function copyOut(
  client: pg.Client,
  folder: string,
  { id, key, longest = partLength }: { id: string; key: Buffer | undefined; longest?: number },
  progress: Progress,
): Promise<{ tables: Manifest['tables']; files: Manifest['files'] }> {
  await mkdir(join(folder, 'tables'), { mode: 0o700 })
  const found = await tablesOf(client)
  const of = found.reduce((sum, { size }) => sum + size, 0)
  const tables: Manifest['tables'] = []
  const files: Manifest['files'] = {}
  let done = 0
  for (const { name, columns, size } of found) {
    const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
    const rows = client.query(copyTo(`copy ${client.escapeIdentifier(name)} (${list}) to stdout`))
    let read = 0
    rows.on('data', (chunk: Buffer) => {
      read += chunk.length
      progress('tables', done + Math.min(read, size), of)
    })
    const parts: string[] = []
    await pipeline(
      rows,
      createGzip({ level: 1, chunkSize: 128 * 1024 }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const note of partsOf(chunks, longest, (source) => {
          const part = `tables/${name}.${parts.length + 1}.gz`
          parts.push(part)
          return writeSealed(join(folder, part), source, key && keyOfFile(key, id, part))
        }))
          files[parts.at(-1) ?? ''] = note
      },
    )
    tables.push({ name, columns, rows: rows.rowCount, parts })
    done += size
    progress('tables', done, of)
  }
  return { tables, files }
}

/** Cuts a stream into parts of a length, each written by `write`. */
async function* partsOf(
  chunks: AsyncIterable<Buffer>,
  longest: number,
  write: (part: AsyncIterable<Buffer>) => Promise<FileNote>,
): AsyncGenerator<FileNote> {
  const source = chunks[Symbol.asyncIterator]()
  let next = await source.next()
  async function* part(): AsyncGenerator<Buffer> {
    for (let length = 0; length < longest && next.done !== true; next = await source.next()) {
      length += next.value.length
      yield next.value
    }
  }
  while (next.done !== true) yield await write(part())
}

/** The text of a table as it was copied out of the database. */
export async function* rowsOf(
  { folder, manifest, key }: Opened,
  parts: readonly string[],
): AsyncGenerator<Buffer> {
  for (const part of parts) yield* readSealed(join(folder, part), key && keyOfFile(key, manifest.id, part))
}

/**
 * Copies the tables of a backup into the empty tables of a database, in the transaction of this connection. Keys
 * between tables and indexes are put aside meanwhile and made anew from the whole, which checks them all.
 */
export async function copyIn(client: pg.Client, opened: Opened, progress: Progress): Promise<void> {
  const { tables, counters } = opened.manifest
  for (const { name } of tables) {
    const held = await client.query(`select from ${client.escapeIdentifier(name)} limit 1`)
    if ((held.rowCount ?? 0) > 0)
      throw new Refusal('conflict', `the table ${name} holds rows already; restore into an empty database`)
  }
  const putBack = await putAside(client)
  const of = tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const { name, columns, rows, parts } of tables) {
    const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
    const into = client.query(copyFrom(`copy ${client.escapeIdentifier(name)} (${list}) from stdin`))
    await pipeline(Readable.from(rowsOf(opened, parts)), createGunzip(), into).catch((error: unknown) => {
      if (isGzipFault(error)) throw new Refusal('malformed', `${name}: its file in the backup ends too early`)
      throw error
    })
    if (into.rowCount !== rows)
      throw new Refusal('malformed', `${name}: ${into.rowCount} rows came out of the backup, ${rows} went in`)
    done += rows
    progress('tables', done, of)
  }
  for (const [place, statement] of putBack.entries()) {
    await client.query(statement)
    progress('indexes', place + 1, putBack.length)
  }
  for (const { sequence, last } of counters)
    await client.query('select setval($1::regclass, $2::bigint)', [sequence, last])
}

/** Did the gzip stream end before its end? */
export function isGzipFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

/** Drops what only slows a bulk load; gives the statements that make it anew. */
async function putAside(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; make: string }>(`
    select format('alter table %s drop constraint %I', f.conrelid::regclass, f.conname) as drop,
      format('alter table %s add constraint %I %s', f.conrelid::regclass, f.conname, pg_get_constraintdef(f.oid)) as make,
      1 as place
    from pg_constraint f join pg_class c on c.oid = f.conrelid
    where f.contype = 'f' and c.relnamespace = 'public'::regnamespace
    union all
    select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 0
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_constraint where conindid = i.indexrelid)
    order by place, make`)
  await client.query("set local maintenance_work_mem = '256MB'")
  for (const { drop } of rows.toReversed()) await client.query(drop)
  return rows.map(({ make }) => make)
}

/** Where the database's own counters stand. */
export async function countersOf(client: pg.Client): Promise<Manifest['counters']> {
  const { rows } = await client.query<{ sequence: string }>(`
    select pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely_%'
      and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null
    order by 1`)
  const counters: Manifest['counters'] = []
  for (const { sequence } of rows) {
    const { rows: at } = await client.query<{ last: string }>(
      `select last_value::text as last from ${sequence} where is_called`,
    )
    if (at[0]) counters.push({ sequence, last: at[0].last })
  }
  return counters
}

/** The tables with their columns, those that others refer to first. Columns that PostgreSQL fills are left out. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[]; size: string }>(`
    select c.relname as name, pg_table_size(c.oid) as size,
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
  const ordered: Table[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const ready = waiting.filter((table) => table.needs.every((need) => placed.has(need)))
    // Tables that refer to each other in a ring come in any order: no key stands while rows are copied in.
    for (const { name, columns, size } of ready.length > 0 ? ready : waiting) {
      placed.add(name)
      ordered.push({ name, columns, size: Number(size) })
    }
    waiting = waiting.filter((table) => !placed.has(table.name))
  }
  return ordered
}

export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration_digest order by name')
  return rows.map((row) => row.name)
}
