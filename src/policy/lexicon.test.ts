import assert from 'node:assert/strict'
import test from 'node:test'
import * as fc from 'fast-check'
import { compileLexicon, type Entry, hitsPerTag } from './lexicon.ts'

const phrases = (...list: string[]): Entry[] => list.map((phrase) => ({ phrase, tag: 'said' }))
const found = (entries: Entry[], text: string) =>
  compileLexicon(entries)
    .scan(text)
    .all()
    .map(({ phrase, start, end }) => [phrase, start, end])

test('a phrase is found at word bounds only', () => {
  assert.deepEqual(found(phrases('cop'), 'copper cop, scope (cop) 1cop'), [
    ['cop', 7, 10],
    ['cop', 19, 22],
  ])
})

test('hits come by start, the longest first, overlapping ones too', () => {
  assert.deepEqual(found(phrases('kill', 'kill all cops', 'all', 'all cops', 'kill all'), 'kill all cops'), [
    ['kill all cops', 0, 13],
    ['kill all', 0, 8],
    ['kill', 0, 4],
    ['all cops', 5, 13],
    ['all', 5, 8],
  ])
})

test('one hyphen, one underscore or any whitespace joins the words of a phrase; other marks part them', () => {
  const entries = phrases('body camera')
  for (const text of ['body camera', 'body-camera', 'body_camera', 'body \n\t camera'])
    assert.equal(found(entries, text).length, 1, text)
  for (const text of [
    'body, camera',
    'body. camera',
    'body - camera',
    'body--camera',
    'body/camera',
    "body'camera",
  ])
    assert.equal(found(entries, text).length, 0, text)
})

test('an apostrophe in a phrase is an apostrophe in the text; without one the word before it is still found', () => {
  const entries = phrases("he's guilty", 'he')
  assert.deepEqual(found(entries, "he's guilty"), [
    ["he's guilty", 0, 11],
    ['he', 0, 2],
  ])
  assert.deepEqual(found(phrases("he's"), 'he s hes'), [])
})

test('an emoji is a word of its own, and may stand against another word', () => {
  assert.deepEqual(found(phrases('🐷', '🐷 cops', 'cops'), '🐷🐷cops'), [
    ['🐷', 0, 2],
    ['🐷 cops', 2, 8],
    ['🐷', 2, 4],
    ['cops', 4, 8],
  ])
})

test('one phrase may stand under several tags, and the same entry twice is said once', () => {
  const entries = [
    { phrase: 'pig', tag: 'a', about: 'animal' },
    { phrase: 'pig', tag: 'b' },
    { phrase: 'pig', tag: 'b' },
  ]
  const hits = compileLexicon(entries).scan('pig').all()
  assert.deepEqual(
    hits.map(({ tag, about }) => [tag, about]),
    [
      ['a', 'animal'],
      ['b', ''],
    ],
  )
})

test('an entry without a word is refused', () => {
  assert.throws(() => compileLexicon(phrases('...')), /"\.\.\." \(said\) has no word/)
})

test('a text of many hits gives the first of each tag', () => {
  const hits = compileLexicon([...phrases('a'), { phrase: 'b', tag: 'other' }])
    .scan('a '.repeat(1000) + 'b')
    .all()
  assert.equal(hits.length, hitsPerTag + 1)
  assert.equal(hits.at(-1)?.tag, 'other')
})

test('the words of all entries are known, and nothing else', () => {
  const lexicon = compileLexicon(phrases('kill all cops'))
  assert.ok(lexicon.knows('all') && lexicon.knows('cops'))
  assert.ok(!lexicon.knows('kill all') && !lexicon.knows('cop') && !lexicon.knows('constructor'))
})

/** The naive second matcher: a regular expression for each phrase at each place. */
function naive(entries: readonly Entry[], text: string): string[] {
  const said: string[] = []
  const phraseSet = new Set(entries.map(({ phrase }) => phrase))
  for (const phrase of phraseSet) {
    const gap = String.raw`(?:\s+|-|_)`
    const body = phrase.split(' ').join(gap)
    for (let at = 0; at < text.length; at++) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? '')) continue
      const match = new RegExp(`^(?:${body})(?![\\p{L}\\p{N}])`, 'u').exec(text.slice(at))
      if (match) said.push(`${at} ${match[0].length} ${phrase}`)
    }
  }
  return said.toSorted()
}

const word = fc.constantFrom('a', 'b', 'ab', 'é', 'aé', 'b1', '1')
const asciiWords = fc.constantFrom('aba', 'bab', 'ab', 'bb', 'ba')
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const joint = fc.constantFrom(' ', ' ', ' ', '-', '_', ', ', "'", '  ', '\n', '- ', '')
const text = fc
  .array(fc.tuple(word, joint), { maxLength: 40 })
  .map((parts) => parts.map(([said, after]) => said + after).join(''))

test('[P1] the scan finds exactly what a naive matcher finds, and finds something', () => {
  let hits = 0
  let ofSeveralWords = 0
  fc.assert(
    fc.property(fc.array(phrase, { minLength: 1, maxLength: 12 }), text, (list, given) => {
      const entries = phrases(...list)
      const said = compileLexicon(entries).scan(given).all()
      assert.deepEqual(
        said.map((hit) => `${hit.start} ${hit.end - hit.start} ${hit.phrase}`).toSorted(),
        naive(entries, given),
      )
      hits += said.length
      ofSeveralWords += said.filter((hit) => hit.phrase.includes(' ')).length
    }),
    { numRuns: 400, seed: 11 },
  )
  assert.ok(hits > 300 && ofSeveralWords > 20, `${hits} hits, ${ofSeveralWords} of several words`)
})

test('[P2] the one pass over a plain text finds what the scan of its lower-case form finds', () => {
  let agreed = 0
  let left = 0
  const asciiPhrase = fc.array(asciiWords, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const ascii = fc
    .array(
      fc.oneof(asciiPhrase, asciiPhrase, fc.constantFrom('é', ', ', 'AB', 'Bb-Ab', '\n', "'", 'aB ba')),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(fc.array(asciiPhrase, { minLength: 1, maxLength: 12 }), ascii, (list, given) => {
      const lexicon = compileLexicon(phrases(...list))
      const said = lexicon.scanPlain(given, () => false)
      if (said === undefined) {
        left++
        return
      }
      assert.deepEqual(said.all(), lexicon.scan(given.toLowerCase()).all())
      agreed += said.length
    }),
    { numRuns: 400, seed: 12 },
  )
  assert.ok(agreed > 300 && left > 20, `${agreed} hits agreed, ${left} texts left to the slow path`)
})

test('a phrase is found wherever its words fall among thousands of known ones', () => {
  const lexicon = compileLexicon([
    { phrase: 'x y', tag: 'filler' },
    { phrase: 'red blue green', tag: 'colours' },
  ])
  for (let before = 4085; before < 4100; before++) {
    const lead = 'x '.repeat(before)
    const hits = lexicon.scan(`${lead}red blue green`)
    assert.deepEqual(
      hits.of('colours').map(({ start, end }) => [start, end]),
      [[lead.length, lead.length + 14]],
    )
  }
})
