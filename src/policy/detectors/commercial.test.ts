import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commercialDetector } from './commercial.ts'
import { detectWith } from './detect-with.ts'

const see = detectWith(commercialDetector)

for (const text of [
  'Custom patches, DM to buy',
  'Use my promo code for a discount on boots',
  'My landscaping business is booking cleanups, call me',
  'Selling my old truck, cash or Venmo',
  'Vendo tamales por docena',
])
  test(`commercial: ${text}`, () => {
    const [first] = see(text)
    assert.equal(first?.fact, 'speech.commercial')
  })

test('a reduction is marked with its figure', () => {
  const text = 'Holsters 20% off today'
  const [first] = see(text)
  assert.ok(first)
  assert.equal(text.slice(first.start, first.end), '20% off')
})

for (const text of [
  'Charity raffle tickets are $5 each, proceeds go to the food bank',
  'Officers arrested two men selling fentanyl out of a store',
  'Coffee with a Cop at the bakery, no agenda',
  'An off-duty officer stopped the thief',
  'Shop owners: keep your back doors locked',
])
  test(`not commercial: ${text}`, () => assert.deepEqual(see(text), []))
