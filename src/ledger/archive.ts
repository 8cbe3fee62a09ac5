import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type pg from 'pg'
import { z } from 'zod'
import { whyUnkeepable } from '../platform/keepable.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Entry, Json } from './append.ts'
import { importAll, type Importing } from './import.ts'

const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonSchema),
    z.record(z.string(), jsonSchema),
  ]),
)

/** A line of an archive: `{"id": "tweet-1", "at": "2019-03-01T08:00:00Z", "record": {"text": "Road closed"}}`. */
const lineSchema = z.strictObject({
  /** What the earlier system called it. */
  id: z.string().min(1).max(500),
  /** When it was made there. */
  at: z.iso.datetime({ offset: true }),
  record: z.record(z.string(), jsonSchema),
})

/** What came of an import. */
export interface Imported {
  lines: number
  /** How many an earlier import of the same file, which was cut off, had brought in. */
  before: number
  digest: string
}

/**
 * Takes the archive of an earlier system into an agency's ledger: an entry for each line of a JSON-lines file, dated
 * now, with the line's own time in it, so that from this day on nobody can change it unseen. The whole file is read
 * before anything is written, and a line that will not do is refused by its number. A file that was imported before is
 * refused; one that was cut off goes on where it ended.
 */
export async function importArchive(
  pool: pg.Pool,
  agencyId: string,
  file: string,
  importing: Importing,
): Promise<Imported> {
  const { lines, digest } = await looked(file)
  const before = await broughtIn(pool, agencyId, digest)
  if (before !== undefined && before >= lines)
    throw new Refusal('conflict', `this file was imported already, all ${lines} lines of it`)
  const at = importing.clock()
  await importAll(pool, agencyId, entriesOf(file, digest, { at, lines, before }), importing)
  return { lines, before: before ?? 0, digest }
}

async function looked(file: string): Promise<{ lines: number; digest: string }> {
  const hash = createHash('sha256')
  let lines = 0
  for await (const line of linesOf(file)) {
    lineIn(line, ++lines)
    hash.update(line).update('\n')
  }
  if (lines === 0) throw new Refusal('malformed', 'the file holds no line')
  return { lines, digest: hash.digest('hex') }
}

/** How many lines of a file are in already; undefined where its import was never begun. */
async function broughtIn(pool: pg.Pool, agencyId: string, digest: string): Promise<number | undefined> {
  const begun = await pool.query(
    "select from ledger_entry where agency_id = $1 and subject = $2 and kind = 'archives.begin'",
    [agencyId, digest],
  )
  if (begun.rowCount === 0) return undefined
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from ledger_entry
      where agency_id = $1 and kind = 'archives.import' and body::json ->> 'archive' = $2`,
    [agencyId, digest],
  )
  return rows[0]?.count
}

async function* entriesOf(
  file: string,
  archive: string,
  { at, lines, before }: { at: string; lines: number; before: number | undefined },
): AsyncGenerator<Entry> {
  const by = 'system'
  if (before === undefined) yield { kind: 'archives.begin', by, at, subject: archive, body: { lines } }
  let number = 0
  for await (const line of linesOf(file)) {
    if (++number <= (before ?? 0)) continue
    const { id, at: madeAt, record } = lineIn(line, number)
    yield { kind: 'archives.import', by, at, subject: id, body: { archive, line: number, madeAt, record } }
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const opened = await open(file).catch(() => {
    throw new Refusal('notFound', `${file} cannot be read`)
  })
  for await (const line of opened.readLines()) if (line.trim() !== '') yield line
}

function lineIn(line: string, number: number): z.infer<typeof lineSchema> {
  const parsed = lineSchema.safeParse(jsonIn(line))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue?.path.join('.') ?? ''
    throw new Refusal(
      'malformed',
      `line ${number}: ${place === '' ? '' : `${place}: `}${issue?.message ?? 'unreadable'}; nothing was imported`,
    )
  }
  // Words of others, as they were found.
  const why = whyUnkeepable(parsed.data, true)
  if (why !== undefined) throw new Refusal('malformed', `line ${number}: ${why}; nothing was imported`)
  return parsed.data
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
