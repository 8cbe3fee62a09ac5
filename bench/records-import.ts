import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { withClient } from '../src/platform/backup/back-up.ts'
import { psql, runPsql } from './psql.ts'
import { posts } from './record-posts.ts'
import { database, load, type Scene } from './scene.ts'
import { figure, goal, median, say } from './report.ts'

const recordColumns =
  'agency_id, record_id, at, kind, event, thing, thread, account_id, made_by, author, people, words, media, ruling, moderation, source, access, digest'
const entryColumns = 'agency_id, entry_id, at, kind, made_by, subject, salt, body'
const rounds = 3

/** Posts brought in, in turns with psql's \copy of the same rows, each round into a database of its own. */
export async function benchImport(scene: Scene, rows: number): Promise<void> {
  const share = Math.floor(rows / rounds)
  const [ours, theirs, theirAll]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    // Made beforehand for both: what is timed begins with the items.
    const mine = await database(scene, `ours${round}`)
    const items = [...posts(share, round * share)]
    const { loaded } = await load(scene, `ours${round}`, mine, items, share)
    ours.push(loaded)
    const their = await database(scene, `theirs${round}`)
    const copies: number[] = []
    for (const [what, file] of [
      [`record (${recordColumns})`, 'record'],
      [`ledger_entry (${entryColumns})`, 'entry'],
      ['ledger_leaf', 'leaf'],
    ] as const) {
      await dump(scene, `ours${round}`, what, file)
      if (file === 'record')
        await their.query(
          `do $$ declare i record; begin for i in select indexrelid::regclass as name from pg_index
            where indrelid = 'public.record'::regclass and not indisunique loop execute 'drop index ' || i.name; end loop; end $$`,
        )
      copies.push(await copy(scene, `theirs${round}`, their, what, file))
    }
    theirs.push(copies[0] ?? NaN)
    theirAll.push(copies.reduce((sum, one) => sum + one, 0))
    await mine.end()
    await their.end()
  }
  const rate = (taken: readonly number[]): string => figure((share * 1000) / median(taken))
  const ratio = (taken: readonly number[]): number =>
    median(ours.map((one, round) => (taken[round] ?? NaN) / one))
  const copying = psql === undefined ? 'COPY' : 'psql \\copy'
  say(`\nImport, ${rounds} rounds of ${share.toLocaleString('en')}, posts a second`)
  say(`  ours: hashed, in the ledger with checkpoints, searchable words ${rate(ours)}`)
  say(`  ${copying} of the records, same table without index    ${rate(theirs)}`)
  say(`  the same of entries, leaves and records                ${rate(theirAll)}`)
  goal('ratio to \\copy of the records alone, median', ratio(theirs), 'at least', 0.9)
  say(`  ratio to \\copy of all three: ${ratio(theirAll).toFixed(2)}`)
}

/** On a connection without a time limit, whose timer such a COPY would leave running. */
async function dump({ cluster, files }: Scene, name: string, what: string, file: string): Promise<void> {
  await withClient(cluster.ownerUrl(name), (client) =>
    pipeline(client.query(copyTo(`copy ${what} to stdout`)), createWriteStream(join(files, file))),
  )
}

/** Copies a file into a table, by psql where there is one; gives the milliseconds. */
async function copy(
  { cluster, files }: Scene,
  name: string,
  pool: pg.Pool,
  what: string,
  file: string,
): Promise<number> {
  const path = join(files, file)
  if (psql !== undefined) return runPsql(cluster.ownerUrl(name), [`\\copy ${what} from '${path}'`])
  const start = performance.now()
  const client = await pool.connect()
  await pipeline(createReadStream(path), client.query(copyFrom(`copy ${what} from stdin`)))
  client.release()
  return performance.now() - start
}
