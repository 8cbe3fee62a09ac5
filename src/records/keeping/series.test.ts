import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/database.ts'
import { lastDayOf } from './disposition.ts'
import { inWords, overOn, periodOf, seriesFor } from './series.ts'

test('periods are whole days by ISO 8601, or permanent, and are said in words', () => {
  for (const [written, period, words] of [
    ['P7Y', 'P7Y', '7 years'],
    ['p18m', 'P18M', '18 months'],
    ['P1Y6M', 'P1Y6M', '1 year and 6 months'],
    ['P90D', 'P90D', '90 days'],
    ['P2W', 'P2W', '2 weeks'],
    ['Permanent', 'permanent', 'permanently'],
  ] as const) {
    const read = periodOf(written)
    assert.ok(read.ok, written)
    assert.deepEqual([read.period, inWords(read.period)], [period, words])
  }
  for (const wrong of ['', 'P', '7', '7 years', 'P0Y', '-P1Y', 'PT5H', 'P1YT1H', 'P1.5Y', 'P201Y', 'never'])
    assert.equal(periodOf(wrong).ok, false, wrong)
})

test('a record may go on the day after its last, and the end of a month is not passed over', () => {
  assert.equal(overOn('P1Y', '2026-11-21'), '2027-11-22')
  assert.equal(overOn('P1M', '2027-01-31'), '2027-03-01')
  assert.equal(overOn('P1Y', '2028-02-29'), '2029-03-01')
  assert.equal(overOn('permanent', '2026-01-01'), null)
  assert.equal(lastDayOf('P2M', '2027-12-01'), '2028-02-01')
})

test('the first rule that fits counts; a rule that names nothing fits all', () => {
  const rule = { kinds: ['post'], sources: [], accounts: [], because: 'Posts.' }
  const rules = [
    { ...rule, seriesId: 'A', sources: ['facebook'] },
    { ...rule, seriesId: 'B' },
    { ...rule, seriesId: 'C', kinds: [], accounts: ['one'] },
  ]
  const of = (kind: string, source: string, accountId: string | null): string | undefined =>
    seriesFor(rules, { kind, source, accountId })?.seriesId
  assert.deepEqual(
    [
      of('post', 'facebook', null),
      of('post', 'x', 'one'),
      of('page', 'ledger', 'one'),
      of('page', 'ledger', null),
    ],
    ['A', 'B', 'C', undefined],
  )
  assert.equal(seriesFor(rules, { kind: 'post', source: 'x', accountId: null })?.why, 'rule 2: Posts.')
})

test('the database counts the same days as the rules', async () => {
  const db = (await testDatabase()).db('riverton')
  const cases = fc.sample(fc.tuple(fc.nat(12), fc.nat(30), fc.nat(8), fc.nat(400), fc.nat(20_000)), {
    numRuns: 3_000,
    seed: 5,
  })
  const asked = cases.flatMap(([years, months, weeks, days, since]) => {
    const read = periodOf(`P${years}Y${months}M${weeks}W${days}D`)
    const began = new Date(Date.UTC(2000, 0, 1 + since)).toISOString().slice(0, 10)
    return read.ok ? [{ period: read.period, began }] : []
  })
  const { rows } = await sql<{ over: string | null }>`
    select over_on(c.value ->> 'period', (c.value ->> 'began')::date) as over
    from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality as c (value, n)
    order by n`.execute(db)
  assert.ok(asked.length > 2_900)
  assert.deepEqual(
    rows.map(({ over }) => over),
    asked.map(({ period, began }) => overOn(period, began)),
  )
})
