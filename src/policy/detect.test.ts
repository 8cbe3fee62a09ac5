import assert from 'node:assert/strict'
import test from 'node:test'
import * as fc from 'fast-check'
import { detect, detectors } from './detect.ts'

const phrases = detectors.flatMap((detector) => detector.entries.map(({ phrase }) => phrase))

test('every detector that waits for a tag can be woken by an entry', () => {
  const tags = new Set(detectors.flatMap((detector) => detector.entries.map(({ tag }) => tag)))
  for (const { name, triggers } of detectors)
    assert.ok(triggers.length === 0 || triggers.some((trigger) => tags.has(trigger)), name)
})

test('no two detectors have one name', () => {
  assert.equal(new Set(detectors.map(({ name }) => name)).size, detectors.length)
})

test('an empty text, lone surrogates and direction marks are read without complaint', () => {
  for (const text of ['', ' ', '\uD800', '\uDC00\uD800', '\u202E\u202C', '\0'])
    assert.deepEqual(detect(text), [])
})

test('[P1] every sighting lies in the text in code points, by start, with a confidence and a reason', () => {
  let sightings = 0
  const part = fc.oneof(
    fc.constantFrom(...phrases),
    fc.constantFrom(
      'he is',
      'they are all',
      '🐷',
      '"',
      '. ',
      '!',
      '\u0301',
      '\u200B',
      '\uD83D',
      'é',
      '…',
      'f u c k',
      'sh1t',
    ),
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join(' ')),
      (text) => {
        const length = Array.from(text).length
        let last = 0
        for (const { fact, start, end, confidence, because } of detect(text)) {
          assert.ok(0 <= start && start < end && end <= length, `${fact}: ${start} to ${end} of ${length}`)
          assert.ok(start >= last && confidence > 0 && confidence <= 1 && because.length > 3, fact)
          last = start
          sightings++
        }
      },
    ),
    { numRuns: 400, seed: 41 },
  )
  assert.ok(sightings > 500, `${sightings} sightings`)
})
