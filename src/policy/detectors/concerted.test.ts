import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concertedDetector } from './concerted.ts'
import { detectWith } from './detect-with.ts'

const see = detectWith(concertedDetector)

for (const text of [
  'Ratify our contract',
  'Mandatory overtime again, we are burned out',
  'Dispatchers have not seen a raise in years',
  'El sindicato pide un aumento justo',
])
  test(`concerted: ${text}`, () => {
    const [first] = see(text)
    assert.equal(first?.fact, 'speech.concerted')
  })

for (const text of [
  'The radio contract was awarded to Northline',
  'Robbery at the credit union on Main',
  'Crash on Union Street',
])
  test(`not concerted: ${text}`, () => assert.deepEqual(see(text), []))
