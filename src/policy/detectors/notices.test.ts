import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { noticesDetector } from './notices.ts'

const see = detectWith(noticesDetector)
const factsOf = (text: string) => [...new Set(see(text).map((sighting) => sighting.fact))].toSorted()

const notices: Record<string, readonly string[]> = {
  'notice.road': [
    'Elm Street is closed at Third while crews clear a crash',
    'I-95 north: right lane blocked, expect delays',
    'Detour in place around the water main break on Hill',
    'La avenida Central estará cerrada, use rutas alternas',
  ],
  'notice.event': [
    'National Night Out returns to Mill Park on Tuesday',
    'Coffee with a Cop, Friday 9 AM at the diner',
    'The parade starts at noon on Sunday',
    'Los esperamos en la feria de seguridad, entrada gratis',
  ],
  'notice.weather': [
    'Winter storm warning from midnight, parking ban in effect',
    'Flash flood watch until 9. Turn around, don’t drown',
    'Cooling centers are open because of the heat advisory',
    'Alerta de tormenta esta noche',
  ],
  'notice.missing': [
    'Silver Alert: Ann Poe, 81, has dementia',
    'MISSING: Joe Doe, 14, last seen wearing a green coat',
    'Se busca a una menor desaparecida',
  ],
}

for (const [fact, texts] of Object.entries(notices))
  for (const text of texts) test(`${fact}: ${text}`, () => assert.deepEqual(factsOf(text), [fact]))

for (const text of [
  'We closed the deal on our first house today',
  'The road to recovery is long, and he walked it',
  'Missing my grandma today',
  'A storm of applause for the band',
  'Classes are suspended tomorrow',
  'Crossing guard Rosa turns 70 today',
])
  test(`no notice: ${text}`, () => assert.deepEqual(factsOf(text), []))

test('the words that tell it are marked in code points', () => {
  const text = '🚧🚧 Heads up: road closed at Oak'
  const [first] = see(text)
  assert.ok(first)
  assert.equal(Array.from(text).slice(first.start, first.end).join(''), 'road closed')
})
