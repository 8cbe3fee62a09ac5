import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { profaneDetector } from './profane.ts'

const see = detectWith(profaneDetector)

for (const [text, word] of [
  ['What the hell was that call', 'What the hell'],
  ['this is bullshit', 'bullshit'],
  ['f**k this shift', 'f**k'],
  ['Sh*t happens', 'Sh*t'],
  ['Ref, you suck', 'suck'],
] as const)
  test(`swears: ${text}`, () => {
    const [sighting] = see(text)
    assert.equal(sighting?.fact, 'speech.profane')
    assert.equal(Array.from(text).slice(sighting.start, sighting.end).join(''), word)
  })

for (const text of [
  'Dick Johnson toured the cockpit in Scunthorpe',
  'Please assess the class at Essex School',
  'The dyke along the river held',
  'Great tits and blue tits at the feeder',
  'Pin prick test came back fine',
  "Whoever wrote 'faggot' on my neighbor's garage will be found",
  'A garden hoe and rake were stolen',
  'Bloody Sunday memorial march at noon',
  'He posted "that is bullshit", which is unacceptable',
  'The suspect was armed * with a bat',
])
  test(`does not swear: ${text}`, () => assert.deepEqual(see(text), []))

test('spans are code points, not UTF-16 units', () => {
  const [sighting] = see('\u{1f600}\u{1f600} shit')
  assert.deepEqual([sighting?.start, sighting?.end], [3, 7])
})
