import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/database.ts'
import { openDb } from './db.ts'

const database = await testDatabase()
// One connection, so that what is prepared there can be counted.
const db = openDb(database.cluster.appUrl(database.name), 'riverton', { max: 1, patience: 20_000 })
after(() => db.destroy())

const prepared = async (): Promise<string[]> => {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  return rows.map(({ statement }) => statement)
}
const doubled = async (value: number): Promise<number | undefined> => {
  const { rows } = await sql<{ twice: number }>`select ${value}::int * 2 as twice`.execute(db)
  return rows[0]?.twice
}

const all = async (): Promise<unknown> => (await sql`select * from changing where ${true}`.execute(db)).rows
const divided = (by: number): Promise<unknown> =>
  db.transaction().execute((tx) => sql`select 10 / ${by}::int as part`.execute(tx))

test('what is asked three times is prepared, and answers for each value it is asked with', async () => {
  assert.deepEqual([await doubled(1), await doubled(2)], [2, 4])
  assert.deepEqual(await prepared(), [])
  assert.deepEqual([await doubled(3), await doubled(4)], [6, 8])
  assert.deepEqual(await prepared(), ['select $1::int * 2 as twice'])
})

test('a search by words is never prepared: how it is done best hangs on the words', async () => {
  for (const words of ['road', 'road', 'road', 'closed']) {
    const found = sql<{
      fits: boolean
    }>`select to_tsvector('simple', 'road') @@ to_tsquery('simple', ${words}) as fits`
    assert.equal((await found.execute(db)).rows[0]?.fits, words === 'road')
  }
  assert.equal((await prepared()).length, 1)
})

test('a statement that fails in its transaction, while it is prepared, is asked again without harm', async () => {
  for (const by of [1, 0, 0, 0, 2, 0, 5]) {
    const asked = divided(by)
    if (by === 0) await assert.rejects(asked, /division by zero/)
    else await asked
  }
  assert.equal(await doubled(21), 42)
})

test('where a newer version changed a table, one asking fails, and the next has a fresh connection', async () => {
  const owner = database.owner('riverton')
  await sql`create table changing (one int)`.execute(owner)
  await sql`grant select on changing to public`.execute(owner)
  for (let times = 0; times < 4; times++) await all()
  await sql`alter table changing add two int`.execute(owner)
  await assert.rejects(all, /cached plan must not change result type/)
  assert.deepEqual(await all(), [])
})

test('no more than 256 are prepared on one connection, and the others are answered all the same', async () => {
  for (let n = 0; n < 300; n++)
    for (let times = 0; times < 3; times++) {
      const { rows } = await sql<{ sum: number }>`select ${sql.lit(n)} + ${times}::int as sum`.execute(db)
      assert.equal(rows[0]?.sum, n + times)
    }
  assert.equal((await prepared()).length, 256)
})
