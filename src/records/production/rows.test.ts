import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { csvOf } from './rows.ts'

const signs = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r',
  '\t',
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  'é',
  'a',
  ' ',
)
const field = fc.oneof(
  fc.string(),
  fc.array(signs).map((some) => some.join('')),
  fc.integer(),
)

test('a table is written as csv-stringify would write it, lines within a field quoted', () => {
  let quoted = 0
  const options = { escape_formulas: true, record_delimiter: 'windows', quote_record_delimiter: true }
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const written = csvOf(rows)
      if (written.includes('"')) quoted++
      assert.equal(written, stringify(rows, options))
    }),
  )
  assert.ok(quoted > 20)
})

test('words of several lines stay in their row', () => {
  const rows = [
    ['RPD-1', 'one\ntwo', 'three'],
    ['RPD-2', 'old\rMac', '4'],
  ]
  assert.deepEqual(parse(csvOf(rows), { record_delimiter: '\r\n' }), rows)
})
