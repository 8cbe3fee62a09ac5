import { closeSync, fdatasyncSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Entry } from '../src/ledger/append.ts'
import { importAll } from '../src/ledger/import.ts'
import { openSigner, type LogSigner } from '../src/ledger/signer.ts'
import { checkpointOf, inclusionOf, tilesIn } from '../src/ledger/store.ts'
import { keptTiles } from '../src/ledger/tile.ts'
import { verify } from '../src/ledger/verify.ts'
import { now } from '../src/platform/clock.ts'
import { openDb, openPool } from '../src/platform/db.ts'
import { groupCommit } from './group-commit.ts'
import { psql, runProgram, runPsql, where } from './psql.ts'
import { figure, goal, keepReport, median, quantile, say, sayMachine } from './report.ts'
import { database, openScene } from './scene.ts'

// Times the ledger against PostgreSQL's own tools on the same server, in turns. ROWS=100000 makes it short.
const rows = Number(process.env['ROWS'] ?? 1_000_000)
const rounds = 4

const reading = `## How to read it

- **Bulk.** An archive (\`decorum ledger import\`) goes in by COPY in binary form, entries and leaves in one transaction; the commitment is computed
  from the bytes as they are sent, so nothing is read back. psql copies the same rows into the same three tables, indexes
  and foreign keys. PostgreSQL is the bottleneck of both: of the time that an entry costs it, the foreign key to
  \`agency\` takes some 25 % (EXPLAIN ANALYZE), the indexes most of the rest. For leaves a trigger asks once for all of a
  statement: 4 microseconds of the processor a leaf instead of 10.
- **Group commit.** 64 callers who each wait for their own entry can bring no more than 64 entries to one durable write,
  and neither can pgbench, whose 64 clients PostgreSQL groups by itself. Where a durable write takes milliseconds (see
  the line above it) both wait for the disk and the ratio comes near 1. With the database in memory, on the same busy
  machine, one lane wrote 21,000 to 23,000 entries a second, two lanes 10,000, and pgbench 6,800: about 3. An entry then
  costs Node 12 and PostgreSQL 21 microseconds of processor time, one after the other. The goal of 4 was not met. The queue
  that shares commits stands in \`bench/\`: Decorum's commands do without it. Each is one transaction with its entries and
  its key, and PostgreSQL groups their commits as it does pgbench's.
- **Proofs.** The leaf and its tile come in one question. A proof takes 0.8 ms of Node's processor time and 0.4 ms of
  PostgreSQL's on the loaded machine; what is above that in the 95th percentile is waiting for a processor.
- **Verification.** Rows are hashed where they lie in what came from the wire; leaves and entries are paired as they
  come by, and columns are compared with the sealed words without parsing them where that is surely the same.
- The canonical JSON is written by JSON.stringify after its keys are put in order (1.3 microseconds; the library takes
  4.3), ids and salts are drawn many at a time (3 and 2.3 microseconds each when drawn singly).
- Nothing is notified: NOTIFY takes a lock that all commits share. The sequencer looks once a second.
`

const pgbench = where('pgbench')
const scene = await openScene()
const { cluster, folder, files } = scene
try {
  for (const name of ['ours', 'theirs']) await (await database(scene, name)).end()
  sayMachine(', PostgreSQL 18 with fsync and checksums')
  say(`medians of rounds in turns; two cores shared with other work: trust the ratios\n`)
  if (psql === undefined) say('psql is missing: its figures are left out (Debian: postgresql-client)')
  if (pgbench === undefined) say('pgbench is missing: its figures are left out (Debian: postgresql)')
  const signer = await openSigner(join(folder, 'keys'), { agencyId: 'riverton', host: 'riverton.localhost' })
  await benchBulk(signer)
  await benchGroup()
  await benchProofs()
  await benchVerify(signer)
  keepReport('speed-ledger', 'Speed of the ledger', 'npm run bench:ledger', reading)
} finally {
  await scene.stop()
}

/** Entries go in and get their leaves, tiles and signed checkpoints; psql copies the same rows into the same tables. */
async function benchBulk(signer: LogSigner): Promise<void> {
  const owner = openPool(cluster.ownerUrl('ours'), 'riverton', { patience: 600_000 }).pool
  const [ours, theirs, theirEntries]: number[][] = [[], [], []]
  const share = rows / rounds
  for (let round = 0; round < rounds; round++) {
    const size = await sizeOf(owner)
    const entries = [...captures(share, round)]
    const start = performance.now()
    await importAll(owner, 'riverton', entries, { signer, clock: now })
    ours?.push(performance.now() - start)
    if ((await sizeOf(owner)) !== size + share) throw new Error('the checkpoints do not cover the entries')
    if (psql === undefined) continue
    const dump = (what: string, file: string): string => `\\copy (${what}) to '${join(files, file)}'`
    await runPsql(cluster.ownerUrl('ours'), [
      dump(
        `select e.* from ledger_leaf l join ledger_entry e using (entry_id) where l.index >= ${size} order by l.index`,
        'entry',
      ),
      dump(`select * from ledger_leaf where index >= ${size} order by index`, 'leaf'),
      dump(
        `select * from ledger_tile where (n + 1) * 256 * power(256, level) > ${size} order by level, n`,
        'tile',
      ),
    ])
    theirEntries?.push(
      await runPsql(cluster.ownerUrl('theirs'), [`\\copy ledger_entry from '${join(files, 'entry')}'`]),
    )
    theirs?.push(
      (theirEntries?.at(-1) ?? 0) +
        (await runPsql(cluster.ownerUrl('theirs'), [
          `\\copy ledger_leaf from '${join(files, 'leaf')}'`,
          `\\copy ledger_tile from '${join(files, 'tile')}'`,
        ])),
    )
  }
  await owner.end()
  const rate = (times: number[] = []): number => share / (median(times) / 1000)
  say(`Bulk, ${share.toLocaleString('en')} entries a round, ${rounds} rounds`)
  say(`  importAll: entries, leaves, tiles, checkpoints ${figure(rate(ours))} entries/s`)
  if (psql !== undefined) {
    say(`  psql \\copy of the same rows, three tables      ${figure(rate(theirs))} entries/s`)
    say(`  psql \\copy of the entries alone                ${figure(rate(theirEntries))} entries/s`)
    goal('bulk / psql \\copy', rate(ours) / rate(theirs), 'at least', 0.9)
  }
}

/** What a commit waits for: eight kilobytes made durable, in milliseconds. */
function durableWrite(): number {
  const file = openSync(join(files, 'durable'), 'w')
  const times = Array.from({ length: 60 }, (_, i) => {
    writeSync(file, Buffer.alloc(8192, i), 0, 8192, i * 8192)
    const start = performance.now()
    fdatasyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  return median(times)
}

async function benchGroup(): Promise<void> {
  const waits8k = [durableWrite()]
  const pool = openPool(cluster.appUrl('theirs'), 'riverton', { patience: 60_000 }).pool
  const group = groupCommit(pool, 'riverton')
  const entries = [...captures(20_000, 99)]
  const [ours, theirs, waits]: [number[], number[], number[]] = [[], [], []]
  const script = join(files, 'insert.sql')
  writeFileSync(
    script,
    `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body) values ('riverton', gen_random_uuid(), now(), 'posts.capture', 'system', 's', '\\x000102030405060708090a0b0c0d0e0f', '${JSON.stringify(entries[0]?.body)}');\n`,
  )
  for (let round = 0; round < 3; round++) {
    const end = performance.now() + 4_000
    let [done, place] = [0, 0]
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        while (performance.now() < end) {
          const entry = entries[place++ % entries.length]
          const asked = performance.now()
          if (entry) await group.append(entry)
          waits.push(performance.now() - asked)
          done++
        }
      }),
    )
    ours.push(done / 4)
    waits8k.push(durableWrite())
    if (pgbench === undefined) continue
    const said = await runProgram(pgbench, [
      '-n',
      '-M',
      'prepared',
      '-c',
      '64',
      '-j',
      '2',
      '-T',
      '4',
      '-f',
      script,
      cluster.appUrl('theirs'),
    ])
    theirs.push(Number(/tps = ([\d.]+)/.exec(said)?.[1]))
  }
  await pool.end()
  say(`\n64 callers, each entry acknowledged after its durable commit`)
  say(`  one durable write of 8 kB (fdatasync)        ${median(waits8k).toFixed(2).padStart(9)} ms`)
  say(
    `  groupCommit                                  ${figure(median(ours))} entries/s, p99 ${quantile(waits, 0.99).toFixed(1)} ms`,
  )
  if (pgbench !== undefined) {
    say(`  pgbench, one row a commit                    ${figure(median(theirs))} entries/s`)
    goal('group commit / pgbench', median(ours) / median(theirs), 'at least', 4)
  }
}

async function benchProofs(): Promise<void> {
  const db = openDb(cluster.appUrl('ours'), 'riverton', { patience: 60_000 })
  const tiles = keptTiles(tilesIn(db, 'riverton'))
  const last = await checkpointOf(db, 'riverton')
  const ids = await db
    .selectFrom('ledgerLeaf')
    .select('entryId')
    .where('agencyId', '=', 'riverton')
    .limit(rows)
    .execute()
  const timed = async (place: number): Promise<number> => {
    const entryId = ids[place % ids.length]?.entryId ?? ''
    const start = performance.now()
    const found = await inclusionOf(db, 'riverton', tiles, entryId, last?.size ?? 0)
    if (found === undefined) throw new Error(`no proof of ${entryId}`)
    return performance.now() - start
  }
  // Entries far apart, so that no tile of leaves is at hand from the one before; the first also find no tile above.
  const [cold, warm]: [number[], number[]] = [[], []]
  for (let i = 0; i < 2_000; i++) (i < 50 ? cold : warm).push(await timed(i * 7_919_317))
  await db.destroy()
  say(`\nProofs of inclusion from the database, ${last?.size.toLocaleString('en')} entries`)
  say(`  the first 50: median ${median(cold).toFixed(2)} ms, slowest ${Math.max(...cold).toFixed(2)} ms`)
  say(`  then: median ${median(warm).toFixed(2)} ms, p95 ${quantile(warm, 0.95).toFixed(2)} ms`)
  goal('a proof, p95 in ms', quantile(warm, 0.95), 'at most', 2)
}

async function open(): Promise<pg.Client> {
  const client = new pg.Client(cluster.ownerUrl('ours'))
  await client.connect()
  return client
}

async function benchVerify(signer: LogSigner): Promise<void> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    const verdict = await verify(open, 'riverton', { log: signer.key })
    ours.push(performance.now() - start)
    if (verdict.findings.length > 0 || verdict.size !== rows)
      throw new Error(`the ledger does not verify: ${JSON.stringify(verdict)}`)
    if (psql !== undefined)
      theirs.push(
        await runPsql(cluster.ownerUrl('ours'), [
          'copy ledger_entry to stdout',
          'copy ledger_leaf to stdout',
          'copy ledger_tile to stdout',
        ]),
      )
  }
  const rate = (times: number[]): number => rows / (median(times) / 1000)
  say(`\nWhole verification, ${rows.toLocaleString('en')} entries`)
  say(`  every hash, tile, root and signature         ${figure(rate(ours))} entries/s`)
  if (psql !== undefined) {
    say(`  psql COPY TO of the same three tables        ${figure(rate(theirs))} entries/s`)
    goal('verify / psql COPY TO', rate(ours) / rate(theirs), 'at least', 0.75)
  }
}

function* captures(count: number, round: number): Generator<Entry> {
  const words =
    'road closed traffic crash officer community school safety missing update arrest vehicle park meeting chief statement thank tip line weather flood'.split(
      ' ',
    )
  let state = round + 1
  const next = (n: number): number => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) % n
  for (let i = 0; i < count; i++) {
    let text = ''
    for (let word = 12 + next(24); word > 0; word--) text += `${words[next(words.length)]} `
    const account = `account-${next(200)}`
    yield {
      kind: 'posts.capture',
      by: 'system',
      subject: `post-${round}-${i}`,
      at: '2026-11-21T08:00:00.123Z',
      body: { account, text, network: 'bluesky', media: [], likes: next(5000) },
    }
  }
}

async function sizeOf(pool: pg.Pool): Promise<number> {
  const { rows: found } = await pool.query<{ size: number }>(
    'select coalesce(max(size), 0)::float8 as size from ledger_checkpoint',
  )
  return found[0]?.size ?? 0
}
