import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { believed } from './believed.ts'
import type { Tables } from './db.ts'

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

test('what was found is believed until it is forgotten, for each agency by itself, and never in a transaction', async () => {
  let looks = 0
  const ask = believed((_db, agencyId) => Promise.resolve(`${agencyId} ${++looks}`))
  assert.equal(await ask(db, 'riverton'), 'riverton 1')
  assert.equal(await ask(db, 'riverton'), 'riverton 1')
  assert.equal(await ask(db, 'lakeside'), 'lakeside 2')
  assert.equal(await db.transaction().execute((tx) => ask(tx, 'riverton')), 'riverton 3')
  assert.equal(await ask(db, 'riverton'), 'riverton 1')
  ask.forget()
  assert.equal(await ask(db, 'riverton'), 'riverton 4')
})

test('a look that failed is not believed', async () => {
  let looks = 0
  const ask = believed(() => (++looks === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(looks)))
  await assert.rejects(ask(db, 'riverton'), /gone/)
  assert.equal(await ask(db, 'riverton'), 2)
})
