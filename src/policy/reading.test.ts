import assert from 'node:assert/strict'
import test from 'node:test'
import * as fc from 'fast-check'
import { compileLexicon } from './lexicon.ts'
import { read } from './reading.ts'
import { longestSentence } from './sentences.ts'

const lexicon = compileLexicon([
  { phrase: 'guilty', tag: 'guilt.word' },
  { phrase: 'he', tag: 'guilt.who' },
])
const sentencesOf = (text: string) => {
  const reading = read(text, lexicon)
  return reading.sentences().map(({ start, end }) => reading.norm.slice(start, end))
}

test('hits are kept by tag', () => {
  const reading = read('He is GUILTY, he is', lexicon)
  assert.ok(reading.has('guilt.word') && reading.has('guilt.who') && !reading.has('guilt'))
  assert.deepEqual(
    reading.hitsOf('guilt.who').map(({ start }) => start),
    [0, 14],
  )
  assert.deepEqual(reading.hitsOf('nothing'), [])
  assert.equal(reading.norm, 'he is guilty, he is')
})

test('sentences end at stops before a space and at line ends, not after titles, initials and in numbers', () => {
  assert.deepEqual(sentencesOf('Sgt. Bell and J. Fox spoke. It cost $5.50! Why? "Because."\nEnd'), [
    'sgt. bell and j. fox spoke.',
    'it cost $5.50!',
    'why?',
    '"because."',
    'end',
  ])
})

test('an empty text and one without any word have nothing to say', () => {
  for (const text of ['', ' ', '\u0301', '...', '\uD800']) {
    const reading = read(text, lexicon)
    assert.deepEqual(reading.hits, [])
    assert.equal(reading.has('guilt.word'), false)
  }
  assert.deepEqual(read('', lexicon).span(0, 0), [0, 0])
})

test('[P1] sentences follow each other, are bounded, and leave out nothing but space', () => {
  let several = 0
  const part = fc.constantFrom(
    'a',
    'He is',
    ' ',
    '. ',
    '? ',
    '.',
    '\n',
    'dr. ',
    'x'.repeat(900),
    'y '.repeat(500),
    '’',
    '"',
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 25 }).map((parts) => parts.join('')),
      (text) => {
        const reading = read(text, lexicon)
        let last = 0
        for (const { start, end } of reading.sentences()) {
          assert.ok(start < end && end - start <= longestSentence)
          assert.equal(reading.norm.slice(last, start).trim(), '')
          last = end
        }
        assert.equal(reading.norm.slice(last).trim(), '')
        if (reading.sentences().length > 2) several++
      },
    ),
    { numRuns: 300, seed: 31 },
  )
  assert.ok(several > 100)
})

test('a line that goes on in lower case is read on, another starts anew; spans stay those of the text', () => {
  const reading = read('So he\nis guilty', lexicon)
  assert.equal(reading.norm, 'so he is guilty')
  assert.deepEqual(reading.span(3, 15), [3, 15])
  const windows = read('So he\r\nis guilty', lexicon)
  assert.equal(windows.norm, 'so he is guilty')
  assert.deepEqual(windows.span(3, 15), [3, 16])
  assert.equal(read('So he is\nGuilty pleasures', lexicon).norm, 'so he is\nguilty pleasures')
})
