import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAgency, testDatabase } from '../../test/database.ts'
import { command, type Made } from './command.ts'
import { due } from './due.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
await addAgency(database, 'lakeside')
const db = database.db('riverton')
const made: Made = {
  agencyId: 'riverton',
  by: 'bell',
  key: 'key-00000001',
  name: 'requests.endorse',
  at: '2026-11-21T08:00:00Z',
  input: { request: 'r1' },
}

test('a command repeated under its key is done once and answers the same', async () => {
  let done = 0
  const endorse = (given: Made): Promise<{ desk: number }> =>
    command(db, given, async (_tx, record) => {
      done++
      await record({ subject: 'r1', body: { remarks: null } })
      return { desk: done }
    })
  const answers = await Promise.all([endorse(made), endorse(made), endorse(made)])
  assert.deepEqual(answers, [{ desk: 1 }, { desk: 1 }, { desk: 1 }])
  const entries = await db.selectFrom('ledgerEntry').select(['kind', 'madeBy', 'subject', 'body']).execute()
  assert.deepEqual(entries, [
    {
      kind: 'requests.endorse',
      madeBy: 'bell',
      subject: 'r1',
      body: '{"at":"2026-11-21T08:00:00Z","by":"bell","kind":"requests.endorse","remarks":null,"subject":"r1"}',
    },
  ])
  await assert.rejects(endorse({ ...made, input: { request: 'r2' } }), /used for something else/)
})

test('work that fails leaves no entry and no key', async () => {
  const failing = { ...made, key: 'key-00000002' }
  await assert.rejects(
    command(db, failing, async (_tx, record) => {
      await record({ subject: 'r2', body: {} })
      throw new Error('no')
    }),
    /^Error: no$/,
  )
  const { n } = await db
    .selectFrom('ledgerEntry')
    .select((sql) => sql.fn.countAll().as('n'))
    .where('subject', '=', 'r2')
    .executeTakeFirstOrThrow()
  assert.equal(n, 0)
})

test('a key is forgotten after thirty days, and no sooner; the entry stays', async () => {
  const old = { ...made, key: 'key-00000003', at: '2026-09-01T08:00:00Z' }
  let done = 0
  const again = (given: Made): Promise<null> =>
    command(db, given, async (_tx, record) => {
      done++
      await record({ subject: 'r3', body: {} })
      return null
    })
  await again(old)
  await due(db, { agencyId: 'riverton' }, '2026-10-01T07:59:59Z')
  await again(old)
  assert.equal(done, 1)
  await due(db, { agencyId: 'riverton' }, '2026-10-01T08:00:01Z')
  await again(old)
  assert.equal(done, 2)
  const entries = await db.selectFrom('ledgerEntry').select('entryId').where('subject', '=', 'r3').execute()
  assert.equal(entries.length, 2)
})

test('another agency sees nothing, and evidence cannot be changed', async () => {
  assert.deepEqual(await database.db('lakeside').selectFrom('ledgerEntry').selectAll().execute(), [])
  await assert.rejects(db.deleteFrom('ledgerEntry').execute(), /permission denied|never changed/)
  await assert.rejects(
    database.owner('riverton').updateTable('ledgerEntry').set({ kind: 'x' }).execute(),
    /never changed/,
  )
})
