import { openDb, type Db } from '../src/platform/db.ts'
import { houseOf } from '../src/records/asker.ts'
import { psql } from './psql.ts'
import { posts } from './record-posts.ts'
import { benchImport } from './records-import.ts'
import { benchMini, benchSqlite } from './records-peers.ts'
import { database, load, openScene } from './scene.ts'
import { benchCaptures, benchSearch } from './records-search.ts'
import { goal, keepReport, say, sayLoad, sayMachine } from './report.ts'

// `npm run bench:records -- 5000000`: import, search and captures, beside psql, SQLite FTS5 and MiniSearch. 1,000,000 rows
// unless told. SECONDS=10 shortens the captures.
const rows = Number(process.argv[2] ?? 1_000_000)
const seconds = Number(process.env['SECONDS'] ?? 30)

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

const scene = await openScene()
try {
  sayMachine(', PostgreSQL 18 with fsync and checksums')
  say(`${rows.toLocaleString('en')} posts; two cores shared with other work: trust the ratios`)
  if (psql === undefined) say('psql is missing: COPY by pg-copy-streams stands for \\copy')
  sayLoad('before')
  await benchImport(scene, rows)
  const { db, close } = await filled('archive')
  const asker = houseOf({ agencyId: 'riverton', zone: 'America/New_York' })
  await benchSearch(db, asker, rows)
  benchSqlite(scene.folder, rows)
  await benchMini(rows)
  await benchCaptures(db, asker, { rows, seconds })
  sayLoad('after')
  await close()
  if (rows >= 1_000_000) {
    const size = rows > 1_000_000 ? `-${rows / 1_000_000}m` : ''
    keepReport(`speed-records${size}`, 'Speed of records', 'npm run bench:records', reading)
  }
} finally {
  await scene.stop()
}

async function filled(name: string): Promise<{ db: Db; close: () => Promise<void> }> {
  const owner = await database(scene, name)
  const { loaded, indexed } = await load(scene, name, owner, posts(rows), rows)
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
  goal('the index of words, seconds a million', (took / 1000) * (1_000_000 / rows), 'at most', 15)
  const { rows: sizes } = await owner.query<{ table: string; words: string }>(
    "select pg_size_pretty(pg_table_size('record')) as table, pg_size_pretty(pg_relation_size('record_words')) as words",
  )
  say(`  table ${sizes[0]?.table}, index of words ${sizes[0]?.words}`)
  const db = openDb(scene.cluster.appUrl(name), 'riverton', { patience: 60_000 })
  return {
    db,
    close: async () => {
      await db.destroy()
      await owner.end()
    },
  }
}
