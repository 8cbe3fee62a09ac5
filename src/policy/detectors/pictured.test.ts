import assert from 'node:assert/strict'
import { test } from 'node:test'
import { picturedIn } from './pictured.ts'

for (const [description, ...facts] of [
  ['Selfie in uniform in front of the flag', 'depicts.uniform', 'depicts.author'],
  ['Our patrol car parked at the beach', 'depicts.vehicle'],
  ['My Hamden Police badge on the kitchen table', 'depicts.logo'],
  ['Inside the squad room, desks decorated for Christmas', 'depicts.building-inside'],
  ['Crime scene tape around a car with bullet holes', 'depicts.scene'],
  ['A man in handcuffs in the back of our cruiser', 'depicts.vehicle', 'depicts.suspect'],
  ['Seized guns and cash on a table', 'depicts.evidence'],
] as const)
  test(`describes: ${description}`, () =>
    assert.deepEqual(
      picturedIn(description).map(({ fact }) => fact),
      facts,
    ))

for (const description of [
  '',
  'A child in a toy police uniform from the party shop',
  'My dog in a police costume',
  'Girl in a cheerleading uniform',
  'Marine in uniform hugging his mother',
  'A vintage police car at the antique show',
  'A badge from the science museum gift shop',
  'Car with a flat tire on the shoulder',
  'Inside of the library',
])
  test(`describes nothing of the police: ${description}`, () => assert.deepEqual(picturedIn(description), []))

test('spans are code points of the description', () => {
  const description = '\u{1f694} our cruiser'
  const [sighting] = picturedIn(description)
  assert.equal(Array.from(description).slice(sighting?.start, sighting?.end).join(''), 'our cruiser')
})
