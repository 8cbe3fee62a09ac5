import { parseArgs } from 'node:util'
import { openDb, type Db } from '../src/platform/db.ts'
import { houseOf } from '../src/records/asker.ts'
import { countOf } from '../src/records/store.ts'
import { coreClockOf } from './processes.ts'
import { psql } from './psql.ts'
import { posts } from './record-posts.ts'
import { costOfLoad, costsOf, sayCosts, type Cost } from './records-cost.ts'
import { benchImport } from './records-import.ts'
import { benchMini, benchSqlite } from './records-peers.ts'
import { database, openScene } from './scene.ts'
import { benchCaptures, benchSearch } from './records-search.ts'
import { goal, keepReport, say, sayLoad, sayMachine } from './report.ts'

// `npm run bench:records`: import, search and captures of 1,000,000 posts, beside psql, SQLite FTS5 and MiniSearch.
// `-- --rows 5000000 --cost`: of so many, without those beside; instead, what a record costs from ten thousand on.
// SECONDS=10 shortens the captures.
const { values: asked } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, cost: { type: 'boolean', default: false } },
})
const rows = Number(asked.rows)
const seconds = Number(process.env['SECONDS'] ?? 30)

const reading = `## How to read it

- **Import.** \`decorum records import\` from the parsed items on: canonical JSON, SHA-256, leaves, tiles and a signed checkpoint
  for each 25,000, and the records with their words as lexemes. Three connections take them: one the ledger, two the records.
  psql copies the same records from a file into the same table without its indexes, on one connection, and neither hashes
  nor keeps a ledger; beside it, entries, leaves and records, one table after the other. Rounds in turns, each into a
  database of its own. PostgreSQL alone takes some 63 microseconds of a core for the three rows, as psql's own time for them
  tells, and 33 for the record: with two cores, and if Node took nothing at all, the ratio would be 1. Node takes another 28
  (a fifth canonical JSON, a sixth the collector, a tenth SHA-256). A foreign key costs 6 to 7 microseconds a row; for
  leaves a trigger asks once for each statement.
- **Cost of a record** (\`--cost\`) is what PostgreSQL and Node together had of the cores, whatever else ran on them, with the
  statistics and the making of the posts: that of ten thousand beside that of the whole archive.
- The **index of words** is built with PostgreSQL's own 64 MB of \`maintenance_work_mem\`: in turns on one machine that took 13
  to 15 s a million, and 512 MB took 19 to 22.
- **Search** is \`pageOf\` as the route calls it, from Node through the app's role: the search and the rows of the page, newest first,
  fifty of them. It is planned anew each time for its very words. What all processes of this PostgreSQL and Node had of the
  cores meanwhile is the last figure: where the clock says much more, other work stood before ours.
- **Words that stand together** (phrases too) are tried on the newest thousand records, and walked to from the newest on as
  long as that seems cheaper than looking all of them up.
- **A word that some thousands hold** is looked up in so many of the newest hundredths as should hold three pages of it, by
  the time that each hundred pages of the table hold (a BRIN index); in all where those did not.
- **Counts** are exact up to 10,000. Where three times as many are expected, 2,500 places of the table are drawn by lot, and
  "10,000+" is said at once if so many of them match as would of 10,000 less than once in a billion times.
- **SQLite FTS5** runs in the process, without a client, rows by id; it keeps no filters beside the words. **MiniSearch** holds its
  index in memory, ranks instead of giving the newest, and is asked on at most 100,000 of the rows.
- **Captures** come a hundred at a time, each batch one durable transaction of the app's role: entries, records and indexes.
- Five million of them: \`docs/speed-records-5m.md\`.
`

const scene = await openScene()
try {
  sayMachine(', PostgreSQL 18 with fsync and checksums')
  say(`${rows.toLocaleString('en')} posts; two cores shared with other work: trust the ratios`)
  if (psql === undefined) say('psql is missing: COPY by pg-copy-streams stands for \\copy')
  sayLoad('before')
  const smaller = asked.cost ? await costsOf(scene, [10_000, 100_000, 1_000_000]) : []
  if (!asked.cost) await benchImport(scene, rows)
  const { db, close, cost } = await filled('archive')
  if (asked.cost) sayCosts([...smaller, cost])
  const asker = houseOf({ agencyId: 'riverton', zone: 'America/New_York' })
  // Opens the connection, whose process is then known.
  await countOf(db, asker, {})
  await benchSearch(db, asker, { rows, onCore: coreClockOf(scene.folder) })
  if (!asked.cost) {
    benchSqlite(scene.folder, rows)
    await benchMini(rows)
  }
  await benchCaptures(db, asker, { rows, seconds })
  sayLoad('after')
  await close()
  if (rows >= 1_000_000) {
    const size = rows > 1_000_000 ? `-${rows / 1_000_000}m` : ''
    const options = asked.cost ? ` -- --rows ${rows} --cost` : ''
    keepReport(`speed-records${size}`, 'Speed of records', `npm run bench:records${options}`, reading)
  }
} finally {
  await scene.stop()
}

async function filled(name: string): Promise<{ db: Db; close: () => Promise<void>; cost: Cost }> {
  const owner = await database(scene, name)
  const cost = await costOfLoad(scene, name, owner, posts(rows), rows)
  const { loaded, indexed } = cost
  say(
    `\nThe whole archive: loaded in ${(loaded / 1000).toFixed(1)} s, all indexes and statistics in ${(indexed / 1000).toFixed(1)} s`,
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
    cost,
    close: async () => {
      await db.destroy()
      await owner.end()
    },
  }
}
