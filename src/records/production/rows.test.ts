import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { csvOf } from './rows.ts'

test('words of several lines stay in their row', () => {
  const rows = [
    ['RPD-1', 'one\ntwo', 'three'],
    ['RPD-2', 'old\rMac', '4'],
    ['RPD-3', 'both\r\nof them, "quoted"', ''],
  ]
  assert.deepEqual(parse(csvOf(rows), { record_delimiter: '\r\n' }), rows)
})

test('what a spreadsheet would take for a formula is told as words', () => {
  assert.equal(csvOf([['=1+1', '@home', 'plain', 7]]), "'=1+1,'@home,plain,7\r\n")
})
