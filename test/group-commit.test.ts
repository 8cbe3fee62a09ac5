import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { groupCommit } from '../bench/group-commit.ts'
import type { Entry } from '../src/ledger/append.ts'
import { verify } from '../src/ledger/verify.ts'
import { openPool } from '../src/platform/db.ts'
import { addAgency, testDatabase } from './database.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
const { pool } = openPool(database.cluster.appUrl(database.name), 'riverton', { patience: 20_000 })
const owner = openPool(database.cluster.ownerUrl(database.name), 'riverton', { patience: 20_000 }).pool
after(() => Promise.all([pool.end(), owner.end()]))

const entry = (subject: string): Entry => ({
  kind: 'posts.capture',
  by: 'system',
  subject,
  at: '2026-11-21T08:00:00.123Z',
  body: { text: 'tab\t, quote ", back\\slash, é, 警' },
})
const rowsOf = async (subject: string): Promise<unknown[]> => {
  const { rows } = await owner.query(
    'select at, kind, made_by, subject, length(salt) as salt, body from ledger_entry where subject = $1',
    [subject],
  )
  return rows
}
const whole = (subject: string): unknown => ({
  at: '2026-11-21T08:00:00.123Z',
  kind: 'posts.capture',
  made_by: 'system',
  subject,
  salt: 16,
  body: `{"at":"2026-11-21T08:00:00.123Z","by":"system","kind":"posts.capture","subject":"${subject}","text":"tab\\t, quote \\", back\\\\slash, é, 警"}`,
})

test('each of many callers hears of its own entry when it is committed', async () => {
  const group = groupCommit(pool, 'riverton')
  const ids = await Promise.all(
    Array.from({ length: 500 }, async (_, i) => {
      const id = await group.append(entry(`g${i}`))
      // Another connection sees it: it was committed before the caller heard.
      const { rowCount } = await owner.query(
        'select from ledger_entry where entry_id = $1 and subject = $2',
        [id, `g${i}`],
      )
      return rowCount === 1 ? id : undefined
    }),
  )
  assert.ok(!ids.includes(undefined))
  assert.equal(new Set(ids).size, 500)
  assert.deepEqual(await rowsOf('g7'), [whole('g7')])
})

test('a group that fails tells every caller, and the next one goes on', async () => {
  const group = groupCommit(pool, 'lakeside')
  const told = await Promise.allSettled([group.append(entry('x')), group.append(entry('y'))])
  assert.deepEqual(
    told.map((one) => one.status),
    ['rejected', 'rejected'],
  )
  assert.deepEqual(await rowsOf('x'), [])
})

async function open(): Promise<pg.Client> {
  const client = new pg.Client(database.cluster.ownerUrl(database.name))
  await client.connect()
  return client
}

test('what went in verifies', async () => {
  const { findings, waiting, entries } = await verify(open, 'riverton')
  assert.deepEqual({ findings, waiting, entries }, { findings: [], waiting: 500, entries: 500 })
})
