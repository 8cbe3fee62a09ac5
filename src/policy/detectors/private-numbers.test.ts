import assert from 'node:assert/strict'
import test from 'node:test'
import { isCard, isSsn, privateNumbers } from './private-numbers.ts'

const kinds = (text: string): string[] =>
  privateNumbers(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

test('a card number passes the check of Luhn, and one wrong digit fails it', () => {
  assert.equal(isCard('4111111111111111'), true)
  assert.equal(isCard('4111111111111112'), false)
  assert.equal(isCard('0000000000000000'), false)
})

test('a Social Security number must be one that can be issued', () => {
  assert.equal(isSsn('219', '09', '9999'), true)
  assert.equal(isSsn('666', '09', '9999'), false)
  assert.equal(isSsn('900', '09', '9999'), false)
  assert.equal(isSsn('219', '00', '9999'), false)
  assert.equal(isSsn('219', '09', '0000'), false)
})

test('private lines are seen, public lines are not', () => {
  assert.deepEqual(kinds('her cell is 860-555-0142'), ['phone 860-555-0142'])
  assert.deepEqual(kinds('Call our tip line at 860-555-0142'), [])
  assert.deepEqual(kinds('She left her home on Skiff Street. Call 203-555-0100.'), [])
  assert.deepEqual(kinds('write to bob88@example.com'), [])
  assert.deepEqual(kinds('his email is bob88@example.com'), ['e-mail bob88@example.com'])
  assert.deepEqual(kinds('tips@hamden-police.gov'), [])
  assert.deepEqual(kinds('paid with 4111 1111 1111 1111 today'), ['card 4111 1111 1111 1111'])
  assert.deepEqual(kinds('On 2013-11-02 11787 rows, $1,000,000'), [])
})
