import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { addAgency, testDatabase } from '../../test/database.ts'
import { openDb, openPool } from '../platform/db.ts'
import { appendEach, type Entry } from './append.ts'
import { importAll } from './import.ts'
import { sequence } from './sequence.ts'
import { openSigner } from './signer.ts'
import { verify } from './verify.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
const folder = mkdtempSync(join(tmpdir(), 'decorum-keys-'))
const { pool } = openPool(database.cluster.appUrl(database.name), 'riverton', { patience: 20_000 })
const owner = openPool(database.cluster.ownerUrl(database.name), 'riverton', { patience: 20_000 }).pool
const db = openDb(database.cluster.appUrl(database.name), 'riverton', { patience: 20_000 })
after(async () => {
  await Promise.all([pool.end(), owner.end(), db.destroy()])
  await rm(folder, { recursive: true, force: true })
})
const signer = await openSigner(folder, { agencyId: 'riverton', host: 'riverton.localhost' })
const clock = (): string => '2026-11-21T08:00:00Z'
const log = { signer, clock }

function* some(name: string, count: number): Generator<Entry> {
  for (let i = 0; i < count; i++)
    yield {
      kind: 'posts.capture',
      by: 'system',
      subject: `${name}${i}`,
      at: '2019-03-01T08:00:00.123456Z',
      body: { text: 'tab\t, quote ", back\\slash, é, 警', likes: i, media: [{ alt: null }] },
    }
}
/** As commands add them; gives their number. */
async function add(name: string, count: number): Promise<number> {
  await db.transaction().execute((tx) => appendEach(tx, 'riverton', [...some(name, count)]))
  return count
}
async function open(): Promise<pg.Client> {
  const client = new pg.Client(database.cluster.ownerUrl(database.name))
  await client.connect()
  return client
}
const verdict = async (): Promise<unknown> => {
  const { findings, waiting, entries, size } = await verify(open, 'riverton', { log: signer.key })
  return { findings, waiting, entries, size }
}
const whole = (size: number): unknown => ({ findings: [], waiting: 0, entries: size, size })

test('an archive goes in whole, each transaction with its checkpoint, and verifies', async () => {
  await add('before', 300)
  assert.equal(await importAll(owner, 'riverton', some('old', 51_000), log), 51_000)
  // What waited before has its place too.
  assert.deepEqual(await verdict(), whole(51_300))
  const { rows } = await owner.query('select body, at::text from ledger_entry where subject = $1', ['old7'])
  assert.deepEqual(rows, [
    {
      at: '2019-03-01 08:00:00.123456+00',
      body: '{"at":"2019-03-01T08:00:00.123456Z","by":"system","kind":"posts.capture","likes":7,"media":[{"alt":null}],"subject":"old7","text":"tab\\t, quote \\", back\\\\slash, é, 警"}',
    },
  ])
  const checkpoints = await owner.query('select size from ledger_checkpoint order by size')
  assert.deepEqual(
    checkpoints.rows.map((row) => row.size),
    [25_300, 50_300, 51_300],
  )
})

test('others add entries and make checkpoints while an archive goes in, and nothing is lost', async () => {
  const over = new AbortController()
  let others = 0
  const adding = (async () => {
    while (!over.signal.aborted) {
      others += await add(`by${others}-`, 7)
      await sequence(pool, 'riverton', signer, clock())
    }
  })()
  await importAll(owner, 'riverton', some('second', 60_000), log)
  over.abort()
  await adding
  await sequence(pool, 'riverton', signer, clock())
  assert.ok(others > 20, `only ${others} were added meanwhile`)
  assert.deepEqual(await verdict(), whole(51_300 + 60_000 + others))
})

async function* broken(): AsyncGenerator<Entry> {
  yield* some('half', 30_000)
  await Promise.reject(new Error('the file ends here'))
}

test('an archive that breaks off leaves the shares that were committed, and the lock', async () => {
  const { size } = await verify(open, 'riverton')
  await assert.rejects(importAll(owner, 'riverton', broken(), log), /the file ends here/)
  assert.deepEqual(await verdict(), whole(size + 25_000))
  assert.equal(await importAll(owner, 'riverton', [], log), 0)
  await add('after', 1)
  assert.equal((await sequence(pool, 'riverton', signer, clock()))?.added, 1)
  assert.deepEqual(await verdict(), whole(size + 25_001))
})

test('the app imports nothing', async () => {
  await assert.rejects(importAll(pool, 'riverton', some('x', 1), log), /by the owner of the database/)
})
