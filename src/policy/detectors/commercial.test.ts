import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commercialDetector } from './commercial.ts'
import { detectWith } from './detect-with.ts'

const see = detectWith(commercialDetector)

for (const text of [
  'Custom patches, DM to buy',
  'DM me for security gigs',
  'Use my promo code for a discount on boots',
  'My landscaping business is booking cleanups, call me',
  'Selling my old truck, cash or Venmo',
  'Vendo tamales por docena',
  "Buy your tires at Joe's Auto",
  "Best pizza in town is at Sal's on Main, tell them I sent you",
  'Get your car fixed at Park Street Motors',
  'For all your towing needs go to Bell Towing on Dixwell',
  "Shop at Rosa's, she treats cops right",
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
  "Coffee with a Cop Saturday 9am at Joe's Diner",
  "Thanks to Sal's Pizza for feeding the night shift",
  'Order your smoke alarm from the Fire Marshal',
  'Buy your tickets at Police Headquarters',
  "Crash at Main and Elm near Joe's Auto, seek another route",
  'Hire Veterans job fair on Friday at the Armory',
])
  test(`not commercial: ${text}`, () => assert.deepEqual(see(text), []))
