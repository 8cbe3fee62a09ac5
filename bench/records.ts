import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { openSigner } from '../src/ledger/signer.ts'
import { now } from '../src/platform/clock.ts'
import { openDb, openPool, type Db } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { newId } from '../src/platform/id.ts'
import { migrate } from '../src/platform/migrate.ts'
import { houseOf, type Asker } from '../src/records/asker.ts'
import { bringEach, markOf, type Bringing } from '../src/records/brought/bring.ts'
import { bringAll } from '../src/records/brought/bulk.ts'
import type { Found } from '../src/records/brought/item.ts'
import type { Place, SearchQuery } from '../src/records/query.ts'
import { countOf, pageOf } from '../src/records/store.ts'
import { migrations } from '../src/server/migrations.ts'
import { posts } from './record-posts.ts'

// `npm run bench:records -- 5000000`: import, search and captures, beside psql, SQLite FTS5 and MiniSearch. 1,000,000 rows
// unless told. SECONDS=10 shortens the captures.
const rows = Number(process.argv[2] ?? 1_000_000)
const seconds = Number(process.env['SECONDS'] ?? 30)
const rounds = 3
const asks = 100
const lines: string[] = []
const say = (line: string): void => {
  lines.push(line)
  console.log(line)
}

const reading = `## How to read it

- **Import.** \`decorum records import\` from the parsed items on: canonical JSON, SHA-256, leaves, tiles and a signed checkpoint
  for each 25,000, and the records with their words as lexemes. Three connections take them: one the ledger, two the records.
  psql copies the same records from a file into the same table without its indexes, on one connection, and neither hashes
  nor keeps a ledger; beside it, entries, leaves and records, one table after the other. Rounds in turns, each into a
  database of its own.
- **Search** is \`pageOf\` as the route calls it, from Node through the app's role: the search and the rows of the page, newest first,
  fifty of them. It is planned anew each time for its very words.
- **SQLite FTS5** runs in the process, without a client, rows by id; it keeps no filters beside the words. **MiniSearch** holds its
  index in memory, ranks instead of giving the newest, and is asked on at most 100,000 of the rows.
- **Captures** come a hundred at a time, each batch one durable transaction of the app's role: entries, records and indexes.
`

const recordColumns =
  'agency_id, record_id, at, kind, event, thing, thread, account_id, made_by, author, people, words, media, ruling, moderation, source, access, digest'
const entryColumns = 'agency_id, entry_id, at, kind, made_by, subject, salt, body'

/** A word of the middle ranks, another one each time. */
let turn = 0
const someWord = (): string => `w${(200 + ((turn++ * 7919) % 20_000)).toString(36)}`

const folder = mkdtempSync(join(tmpdir(), 'decorum-bench-'))
const files = join(folder, 'files')
const cluster = await startEmbedded(folder, [
  'shared_buffers=2GB',
  'max_wal_size=8GB',
  'checkpoint_timeout=30min',
  'maintenance_work_mem=512MB',
])
const psql = where('psql')
try {
  await mkdir(files)
  await chmod(files, 0o777)
  say(
    `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}, PostgreSQL 18 with fsync and checksums`,
  )
  say(`${rows.toLocaleString('en')} posts; two cores shared with other work: trust the ratios`)
  say(psql === undefined ? 'psql is missing: COPY by pg-copy-streams stands for \\copy' : '')
  sayLoad('before')
  await benchImport()
  const { db, close } = await filled('archive')
  const asker = houseOf({ agencyId: 'riverton', zone: 'America/New_York' })
  await benchSearch(db, asker)
  benchSqlite(texts())
  await benchMini()
  await benchCaptures(db, asker)
  sayLoad('after')
  await close()
  if (rows >= 1_000_000)
    writeFileSync(
      join(
        import.meta.dirname,
        '..',
        'docs',
        `speed-records${rows > 1_000_000 ? `-${rows / 1_000_000}m` : ''}.md`,
      ),
      `# Speed of records\n\nWhat \`npm run bench:records\` printed on ${now().slice(0, 10)}.\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n\n${reading}`,
    )
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}

function bringingNow(): Bringing {
  return { agencyId: 'riverton', importId: newId(), source: 'web', accountId: null, by: 'system', at: now() }
}

async function database(name: string): Promise<pg.Pool> {
  await cluster.createDatabase(name)
  const db = openDb(cluster.ownerUrl(name), 'riverton', { patience: 3_600_000 })
  await migrate(db, migrations)
  await db
    .insertInto('agency')
    .values({
      agencyId: 'riverton',
      name: 'Riverton',
      host: 'riverton.localhost',
      zone: 'America/New_York',
      createdAt: now(),
    })
    .execute()
  await db.destroy()
  return openPool(cluster.ownerUrl(name), 'riverton', { patience: 3_600_000 }).pool
}

/** Loads posts into a database; gives the milliseconds until all was in, and those for the indexes. */
async function load(
  name: string,
  pool: pg.Pool,
  items: Iterable<Found>,
  count: number,
): Promise<{ loaded: number; indexed: number }> {
  const db = openDb(cluster.ownerUrl(name), 'riverton', { patience: 3_600_000 })
  const signer = await openSigner(join(folder, `keys-${name}`), {
    agencyId: 'riverton',
    host: 'riverton.localhost',
  })
  const start = performance.now()
  let loaded = 0
  const onLoaded = (): void => {
    loaded = performance.now() - start
  }
  const { added } = await bringAll({ pool, db, signer, clock: now, onLoaded }, bringingNow(), items)
  if (added !== count) throw new Error(`${added} of ${count} were brought`)
  const indexed = performance.now() - start - loaded
  await db.destroy()
  return { loaded, indexed }
}

async function benchImport(): Promise<void> {
  const share = Math.floor(rows / rounds)
  const [ours, theirs, theirAll]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    // Made beforehand for both: what is timed begins with the items.
    const mine = await database(`ours${round}`)
    const items = [...posts(share, round * share)]
    const { loaded } = await load(`ours${round}`, mine, items, share)
    ours.push(loaded)
    const their = await database(`theirs${round}`)
    await dump(mine, `record (${recordColumns})`, 'record')
    await dump(mine, `ledger_entry (${entryColumns})`, 'entry')
    await dump(mine, 'ledger_leaf', 'leaf')
    await their.query(
      `do $$ declare i record; begin for i in select indexrelid::regclass as name from pg_index
        where indrelid = 'public.record'::regclass and not indisunique loop execute 'drop index ' || i.name; end loop; end $$`,
    )
    const alone = await copy(`theirs${round}`, their, `record (${recordColumns})`, 'record')
    const entries = await copy(`theirs${round}`, their, `ledger_entry (${entryColumns})`, 'entry')
    const leaves = await copy(`theirs${round}`, their, 'ledger_leaf', 'leaf')
    theirs.push(alone)
    theirAll.push(alone + entries + leaves)
    await mine.end()
    await their.end()
  }
  const rate = (taken: readonly number[]): number => (share * 1000) / quantile(taken, 0.5)
  say(`\nImport, ${rounds} rounds of ${share.toLocaleString('en')}, posts a second`)
  say(`  ours: hashed, in the ledger with checkpoints, searchable words ${figure(rate(ours))}`)
  say(
    `  ${psql === undefined ? 'COPY' : 'psql \\copy'} of the records, same table without index    ${figure(rate(theirs))}`,
  )
  say(`  the same of entries, leaves and records                ${figure(rate(theirAll))}`)
  const ratios = ours.map((one, round) => (theirs[round] ?? NaN) / one)
  goal('ratio to \\copy of the records alone, median', -quantile(ratios, 0.5), -0.9)
  say(
    `  ratio to \\copy of all three: ${quantile(
      ours.map((one, round) => (theirAll[round] ?? NaN) / one),
      0.5,
    ).toFixed(2)}`,
  )
}

async function filled(name: string): Promise<{ db: Db; close: () => Promise<void> }> {
  const owner = await database(name)
  const { loaded, indexed } = await load(name, owner, posts(rows), rows)
  say(
    `\nThe whole archive: loaded in ${(loaded / 1000).toFixed(1)} s, all ten indexes and statistics in ${(indexed / 1000).toFixed(1)} s`,
  )
  const { rows: defined } = await owner.query<{ def: string }>(
    "select indexdef as def from pg_indexes where indexname = 'record_words'",
  )
  await owner.query('drop index record_words')
  const start = performance.now()
  await owner.query(defined[0]?.def ?? '')
  const took = performance.now() - start
  await owner.query('vacuum analyze record')
  goal('the index of words, seconds a million', (took / 1000) * (1_000_000 / rows), 15)
  const { rows: sizes } = await owner.query<{ table: string; words: string }>(
    "select pg_size_pretty(pg_table_size('record')) as table, pg_size_pretty(pg_relation_size('record_words')) as words",
  )
  say(`  table ${sizes[0]?.table}, index of words ${sizes[0]?.words}`)
  const db = openDb(cluster.appUrl(name), 'riverton', { patience: 60_000 })
  return {
    db,
    close: async () => {
      await db.destroy()
      await owner.end()
    },
  }
}

interface Asked {
  name: string
  query: () => SearchQuery
  goal: number
  after?: Place
}

async function benchSearch(db: Db, asker: Asker): Promise<void> {
  const most = rows > 2_000_000 ? 25 : 10
  const far = { at: '2010-03-01T00:00:00Z', recordId: newId() }
  const asked: Asked[] = [
    { name: 'rare word, 10 a million', query: () => ({ words: 'zebrafish' }), goal: most },
    { name: 'absent word', query: () => ({ words: `nobody${turn++}` }), goal: most },
    { name: 'some word', query: () => ({ words: someWord() }), goal: most },
    { name: '1,000 a million', query: () => ({ words: 'burglary' }), goal: most },
    { name: 'one in ten', query: () => ({ words: 'parade' }), goal: most },
    { name: 'one in three', query: () => ({ words: 'street' }), goal: most },
    { name: 'two common words', query: () => ({ words: 'parade street' }), goal: most },
    { name: 'phrase "traffic stop"', query: () => ({ words: '"traffic stop"' }), goal: most },
    { name: 'prefix zebraf*', query: () => ({ words: 'zebraf*' }), goal: most },
    { name: 'prefix of three letters', query: () => ({ words: `${someWord().slice(0, 3)}*` }), goal: most },
    { name: 'a page far down, one in ten', query: () => ({ words: 'parade' }), goal: most, after: far },
    { name: 'newest of all', query: () => ({}), goal: most },
    {
      name: '1,000 a million, one kind, one year',
      query: () => ({ words: 'burglary', kind: ['post'], from: '2010-01-01', to: '2010-12-31' }),
      goal: 25,
    },
    {
      name: 'some word by one person',
      query: () => ({ words: 'street', person: `@resident${turn++ % 5_000}` }),
      goal: 25,
    },
    {
      name: 'one kind, one year',
      query: () => ({ kind: ['post'], from: '2010-02-01', to: '2010-06-30' }),
      goal: 25,
    },
  ]
  say(`\nSearch, ${asks} times each, milliseconds: median, p95, slowest`)
  for (const { name, query, goal: wanted, after } of asked) {
    const taken = await times(() => pageOf(db, asker, query(), { after, limit: 50 }))
    timed(name, taken, wanted)
  }
  say('\nCounts')
  for (const [name, words] of [
    ['1,000 a million, exact', 'burglary'],
    ['one in ten', 'parade'],
    ['one in three', 'street'],
  ] as const) {
    const { n, isExact } = await countOf(db, asker, { words })
    const taken = await times(() => countOf(db, asker, { words }))
    timed(`${name}: ${n.toLocaleString('en')}${isExact ? '' : '+'}`, taken, isExact ? 5 : 50)
  }
}

function timed(name: string, taken: readonly number[], wanted: number): void {
  const p95 = quantile(taken, 0.95)
  const figures = [quantile(taken, 0.5), p95, quantile(taken, 1)]
    .map((one) => one.toFixed(2).padStart(9))
    .join('')
  say(`  ${name.padEnd(40)}${figures}  ${p95 <= wanted ? 'met' : 'MISSED'} (goal p95 ${wanted})`)
}

function* texts(): Generator<{ id: number; words: string }> {
  let id = 0
  for (const { text } of posts(rows)) yield { id: ++id, words: text }
}

function benchSqlite(of: Iterable<{ id: number; words: string }>): void {
  const file = join(folder, 'peer.sqlite')
  const sqlite = new DatabaseSync(file)
  sqlite.exec(
    "pragma journal_mode = wal; create virtual table post using fts5(words, tokenize = 'unicode61')",
  )
  const insert = sqlite.prepare('insert into post (rowid, words) values (?, ?)')
  const start = performance.now()
  sqlite.exec('begin')
  for (const { id, words } of of) insert.run(id, words)
  sqlite.exec('commit')
  const took = performance.now() - start
  say(
    `\nSQLite FTS5: ${figure((rows * 1000) / took)} rows a second, ${Math.round(statSync(file).size / 1e6)} MB; newest 50, ms: median, p95, slowest`,
  )
  const newest = sqlite.prepare(
    'select rowid, words from post where post match ? order by rowid desc limit 50',
  )
  const count = sqlite.prepare('select count(*) from post where post match ?')
  const asked: [string, string, typeof newest][] = [
    ['rare word, 10 a million', 'zebrafish', newest],
    ['1,000 a million', 'burglary', newest],
    ['one in ten', 'parade', newest],
    ['two common words', 'parade street', newest],
    ['phrase "traffic stop"', '"traffic stop"', newest],
    ['prefix zebraf*', 'zebraf*', newest],
    ['count, one in ten', 'parade', count],
    ['count, one in three', 'street', count],
  ]
  for (const [name, words, statement] of asked) peer(name, () => statement.all(words))
  sqlite.close()
}

async function benchMini(): Promise<void> {
  const some = Math.min(rows, 100_000)
  const found = await import('./mini-search.mjs').catch(() => undefined)
  if (!found) {
    say('\nMiniSearch is missing: run `npm ci` in bench/')
    return
  }
  const all = [...posts(some)].map(({ text }, id) => ({ id, words: text }))
  const start = performance.now()
  const mini = found.miniSearch(all)
  const took = performance.now() - start
  say(
    `\nMiniSearch, ${some.toLocaleString('en')} rows: ${figure((some * 1000) / took)} rows a second; ms: median, p95, slowest`,
  )
  peer('1,000 a million', () => mini.and('burglary'))
  peer('one in ten', () => mini.and('parade'))
  peer('two common words', () => mini.and('parade street'))
  peer('prefix zebraf*', () => mini.prefix('zebraf'))
  peer('count, one in ten', () => mini.count('parade'))
}

function peer(name: string, ask: () => unknown): void {
  const taken: number[] = []
  for (let n = 0; n < asks; n++) {
    const start = performance.now()
    ask()
    taken.push(performance.now() - start)
  }
  const figures = [0.5, 0.95, 1].map((share) => quantile(taken, share).toFixed(2).padStart(9)).join('')
  say(`  ${name.padEnd(40)}${figures}`)
}

/** Captures at a steady rate, and searches beside them; then as many as go. */
async function benchCaptures(db: Db, asker: Asker): Promise<void> {
  const searching = (): Promise<unknown> =>
    pageOf(db, asker, { words: turn % 3 === 0 ? 'parade' : someWord() }, { limit: 50 })
  const before = await times(searching)
  let made = rows
  const capture = async (count: number): Promise<void> => {
    const bringing = bringingNow()
    const ready = [...posts(count, made)].map((item) => ({ marked: markOf(bringing, item), kept: [] }))
    made += count
    const added = await db.transaction().execute((tx) => bringEach(tx, bringing, ready))
    if (added !== count) throw new Error(`${added} of ${count} were captured`)
  }
  const during: number[] = []
  const over = new AbortController()
  const searcher = (async () => {
    while (!over.signal.aborted) {
      const start = performance.now()
      await searching()
      during.push(performance.now() - start)
      await pause(20)
    }
  })()
  const start = performance.now()
  for (let n = 0; n < seconds * 10; n++) {
    await pause(Math.max(0, start + n * 100 - performance.now()))
    await capture(100)
  }
  const took = (performance.now() - start) / 1000
  over.abort()
  await searcher
  say(`\nCaptures of 1,000 a second for ${seconds} s, with ${during.length} searches beside`)
  goal('captured a second', -(seconds * 1_000) / took, -970)
  say(
    `  search before: p95 ${quantile(before, 0.95).toFixed(2)} ms, meanwhile: p95 ${quantile(during, 0.95).toFixed(2)} ms`,
  )
  goal('p95 of search meanwhile, times that before', quantile(during, 0.95) / quantile(before, 0.95), 2)
  const many = 20
  const began = performance.now()
  for (let n = 0; n < many; n++) await capture(500)
  say(
    `  as many as go, one after the other: ${figure((many * 500 * 1000) / (performance.now() - began))} a second`,
  )
}

async function times(ask: () => Promise<unknown>): Promise<number[]> {
  for (let n = 0; n < 5; n++) await ask()
  const taken: number[] = []
  for (let n = 0; n < asks; n++) {
    const start = performance.now()
    await ask()
    taken.push(performance.now() - start)
  }
  return taken
}

async function dump(pool: pg.Pool, what: string, file: string): Promise<void> {
  const client = await pool.connect()
  await pipeline(client.query(copyTo(`copy ${what} to stdout`)), createWriteStream(join(files, file)))
  client.release()
}

/** Copies a file into a table, by psql where there is one; gives the milliseconds. */
async function copy(name: string, pool: pg.Pool, what: string, file: string): Promise<number> {
  const start = performance.now()
  if (psql === undefined) {
    const client = await pool.connect()
    await pipeline(createReadStream(join(files, file)), client.query(copyFrom(`copy ${what} from stdin`)))
    client.release()
  } else await runPsql(psql, cluster.ownerUrl(name), `\\copy ${what} from '${join(files, file)}'`)
  return performance.now() - start
}

function runPsql(program: string, url: string, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['-q', '-X', '-v', 'ON_ERROR_STOP=1', '-c', line, url], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PGOPTIONS: '-c decorum.agency=riverton' },
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`psql ended with ${code}`))))
  })
}

function where(program: string): string | undefined {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

function sayLoad(when: string): void {
  say(`load of the machine ${when}: ${loadavg()[0]?.toFixed(1)}`)
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

function figure(number: number): string {
  return Math.round(number).toLocaleString('en').padStart(9)
}

function shown(number: number): string {
  return Math.abs(number).toFixed(2)
}

/** The least is best; what should be large is given as its negative. */
function goal(name: string, reached: number, wanted: number): void {
  say(`  ${reached <= wanted ? 'met   ' : 'MISSED'} ${name}: ${shown(reached)} (goal ${shown(wanted)})`)
}
