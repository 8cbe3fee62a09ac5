import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { addAgency, testDatabase } from '../../test/database.ts'
import { newId } from '../platform/id.ts'
import { houseOf } from './asker.ts'
import { countOf, pageOf } from './store.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
const owner = database.owner('riverton')
const db = database.db('riverton')
const rows = 100_000

// Words as people use them: a few in every post, most of them in next to none. `rareword` stands in five of all,
// `midword` in two of a thousand, `north`
// and `south` never together.
// As a large import does it: loaded first, indexed then.
const indexed = await sql<{ indexdef: string }>`
  select indexdef from pg_indexes where indexname in ('record_words', 'record_people')`.execute(owner)
await sql`drop index record_words, record_people`.execute(owner)
for (let from = 1; from <= rows; from += 25_000)
  await sql`insert into record (agency_id, record_id, at, kind, event, thing, thread, account_id, made_by, people, words,
      media, source, access)
    select 'riverton', gen_random_uuid(), timestamptz '2015-01-01' + n * interval '1 minute', 'comment', 'written',
      n::text, (n / 20)::text, null, 'system', '{}',
      'street ' || case when n % 10 = 0 then 'parade ' else '' end || case when n % 2 = 0 then 'north ' else 'south ' end
        || case when n % 20000 = 7 then 'rareword ' else '' end || case when n % 500 = 3 then 'midword ' else '' end
        || (select string_agg('w' || floor(40000 * power(random(), 6))::int, ' ')
            from generate_series(1, 8) where n > 0),
      '{}', 'facebook', 'open'
    from generate_series(${from}::int, ${from + 24_999}::int) n`.execute(owner)
for (const { indexdef } of indexed.rows) await sql.raw(indexdef).execute(owner)
await sql`vacuum analyze record`.execute(owner)

const explained = z.array(
  z.object({ Plan: z.looseObject({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }) }),
)

/** The plan of a search as `find_records` makes it, how many pages it reads, and how many rows are expected to match. */
async function planOf(asked: object, limit = 51): Promise<{ plan: string; pages: number; guess: number }> {
  const { rows: found } = await sql<{ conditions: string }>`
    select record_conditions(${JSON.stringify(asked)}::jsonb) as conditions`.execute(owner)
  const quoted = JSON.stringify(asked).replaceAll("'", "''")
  const conditions = (found[0]?.conditions ?? '')
    .replaceAll('$1', `'${quoted}'::jsonb`)
    .replaceAll('$2', `record_query('${quoted}'::jsonb ->> 'words')`)
    .replaceAll('$7', "'riverton'")
  const text = `explain (analyze, buffers, format json) select r.record_id, r.at from record r where ${conditions}
    order by r.at desc, r.record_id desc limit ${limit}`
  const answer = await sql<{ 'QUERY PLAN': unknown }>`${sql.raw(text)}`.execute(owner)
  const [whole] = explained.parse(answer.rows[0]?.['QUERY PLAN'] ?? Object.values(answer.rows[0] ?? {})[0])
  const { 'Shared Hit Blocks': hit = 0, 'Shared Read Blocks': read = 0 } = whole?.Plan ?? {}
  const plan = JSON.stringify(whole)
  // The limit is told first, then what stands beneath it.
  const [, guess = 0] = [...plan.matchAll(/"Plan Rows":(\d+)/g)].map(([, number]) => Number(number))
  return { plan, pages: hit + read, guess }
}

test('a rare word is looked up in the index of words, a common one from the newest on', async () => {
  const rare = await planOf({ words: 'rareword' })
  assert.match(rare.plan, /Bitmap Index Scan.*record_words/)
  assert.ok(rare.pages < 300, `${rare.pages} pages`)
  const absent = await planOf({ words: 'neverwritten' })
  assert.match(absent.plan, /Bitmap Index Scan.*record_words/)
  assert.ok(absent.pages < 300, `${absent.pages} pages`)
  const begin = await planOf({ words: 'rarew*' })
  assert.match(begin.plan, /Bitmap Index Scan.*record_words/)
  const common = await planOf({ words: 'parade' })
  assert.match(common.plan, /Index Scan.*record_newest/)
  assert.ok(common.pages < 2_000, `${common.pages} pages`)
  const page = await planOf({
    words: 'street',
    beforeAt: '2015-02-01T00:00:00Z',
    beforeId: '00000000-0000-4000-8000-000000000000',
  })
  assert.match(page.plan, /Index Scan.*record_newest/)
  assert.ok(page.pages < 2_000, `a page in the middle reads ${page.pages} pages`)
})

/** How often the index of times was asked by a search. */
async function asksOf(asked: object): Promise<number> {
  const asks = async (): Promise<number> => {
    const { rows: told } = await sql<{ asks: number }>`
      select idx_scan as asks from pg_stat_user_indexes where indexrelname = 'record_at'`.execute(owner)
    return told[0]?.asks ?? assert.fail('there is no index of times')
  }
  const before = await asks()
  await owner.transaction().execute(async (tx) => {
    await sql`select from find_records(${JSON.stringify(asked)}::jsonb, 5)`.execute(tx)
    await sql`select pg_stat_force_next_flush()`.execute(tx)
  })
  return (await asks()) - before
}

test('a word that is neither rare nor common is looked up where the newest lie', async () => {
  assert.equal(await asksOf({ words: 'midword' }), 1)
  assert.equal(await asksOf({ words: 'midword', beforeAt: '2015-02-10T00:00:00Z', beforeId: newId() }), 1)
  for (const words of ['rareword', 'street', 'midwo*', 'midword street'])
    assert.equal(await asksOf({ words }), 0, words)
})

test('the control: with few statistics a rare word is taken for a common one, which at a million rows is searched from the newest on', async () => {
  await sql`alter table record alter column tsv set statistics 1`.execute(owner)
  await sql`analyze record`.execute(owner)
  const few = await planOf({ words: 'rareword' })
  await sql`alter table record alter column tsv set statistics 1000`.execute(owner)
  await sql`analyze record`.execute(owner)
  const many = await planOf({ words: 'rareword' })
  assert.ok(many.guess <= 10 * (rows / 20_000), `with ours ${many.guess} are expected`)
  assert.ok(few.guess > 20 * many.guess, `with few ${few.guess} are expected, with ours ${many.guess}`)
})

test("the app finds the same by the owner's function, which row-level security would keep from the index", async () => {
  const riverton = houseOf({ agencyId: 'riverton', zone: 'America/New_York' })
  const { rows: found } = await pageOf(db, riverton, { words: 'rareword' }, { limit: 50 })
  assert.equal(found.length, rows / 20_000)
  assert.deepEqual(await countOf(db, riverton, { words: 'rareword' }), { n: rows / 20_000, isExact: true })
  assert.deepEqual(await countOf(db, riverton, { words: 'street' }), { n: 10_000, isExact: false })
  const direct = await sql<object>`explain select from record where tsv @@ record_query('rareword')`.execute(
    db,
  )
  assert.doesNotMatch(JSON.stringify(direct.rows), /record_words/, 'the control')
})

test('words that stand together are found whole and newest first, whether the newest are walked through or they are looked up', async () => {
  const riverton = houseOf({ agencyId: 'riverton', zone: 'America/New_York' })
  for (const [words, most] of [
    ['midword', 200],
    ['"street parade"', 10_000],
    ['"parade street"', 0],
    ['parade -north', 0],
    ['street -north', 50_000],
    ['north south', 0],
    ['"south rareword"', 5],
    ['rareword or "parade north"', 10_005],
  ] as const) {
    const { rows: all } = await sql<{ recordId: string }>`
      select record_id from record where tsv @@ record_query(${words}) order by at desc, record_id desc`.execute(
      owner,
    )
    assert.equal(all.length, most, words)
    const first = await pageOf(db, riverton, { words }, { limit: 50 })
    const second =
      first.next === null
        ? []
        : (await pageOf(db, riverton, { words }, { after: first.next, limit: 50 })).rows
    assert.deepEqual(
      [...first.rows, ...second].map(({ recordId }) => recordId),
      all.slice(0, 100).map(({ recordId }) => recordId),
      words,
    )
  }
})

test('two common words that nobody writes together are expected by the ten thousand, and counted as none', async () => {
  const together = await planOf({ words: 'north south' })
  assert.ok(together.guess > 3 * 5_000, `${together.guess} are expected`)
  const { rows: counted } = await sql<{ none: number; many: number }>`
    select count_records('{"words":"north south"}', 5000) as none, count_records('{"words":"north street"}', 5000) as many`.execute(
    db,
  )
  assert.deepEqual(counted, [{ none: 0, many: 5_000 }])
})
