import assert from 'node:assert/strict'
import test from 'node:test'
import * as fc from 'fast-check'
import { compileLexicon } from './lexicon.ts'
import { normalise, wayBack } from './normalise.ts'
import { read } from './reading.ts'

const words =
  'fuck shit ass asshole bitch damn nigger faggot assess book women kill all cops kkk you hate die'
const lexicon = compileLexicon(words.split(' ').map((phrase) => ({ phrase, tag: 'word' })))
const plain = (text: string) => normalise(text, lexicon).norm

const undone: [string, string][] = [
  ['Sh1t, @ss and b!tch', 'shit, ass and bitch'],
  ['5hit a55 a$$hole f@gg0t', 'shit ass asshole faggot'],
  ['f*ck f**k F*** sh*t f#ck', 'fuck fuck fuck shit fuck'],
  ['fuuuuck FFFUUUCCCKKK aaaaass', 'fuck fuck ass'],
  ['f u c k you', 'fuck you'],
  ['F.U.C.K f-u-c-k f_u_c_k f*u*c*k', 'fuck fuck fuck fuck'],
  ['k i l l a l l c o p s', 'kill all cops'],
  ['s h 1 t', 'shit'],
  ['ｆｕｃｋ 𝖋𝖚𝖈𝖐 fսck fúck', 'fuck fuck fuck fuck'],
  ['f\u200Bu\u200D\u202Ec\u2060k', 'fuck'],
  ['f\u0301\u0301\u0301uck', 'fuck'],
  ['wom3n are h4ted', 'women are hated'],
]
/** What stood before is shorter by one letter than it was given: the address is still seen to be one. */
undone.push(['boooks at t.co/xyz1cab', 'books at t.co/xyz1cab'])
for (const [given, expected] of undone)
  test(`the disguise is undone: ${given}`, () => assert.equal(plain(given), expected))

const kept = [
  'call 555-867-5309 by 5pm on 3/21, or (860) 555-0100',
  'plate ab51xyz, 7klm234, i95 and route 66, unit k9, h1n1, covid19, mp3',
  '$500 reward! 100% of $5.50 & up, no!!!',
  'mail j0hn.sm1th@pd.example.gov, see www.example.org/a1b2',
  '@townpolice #tips **bold** c++ a+ 24/7 2nd 40s',
  'book a room, assess it, kkk, world war iii, xiii',
  'u.s.a. j.a.p. e.g. i.e. a b c',
  '👨 🇺🇸 🐷 中文 한국어 العربية',
]
for (const given of kept) test(`nothing is changed: ${given}`, () => assert.equal(plain(given), given))

test('stretched letters that make no known word are cut to two', () => {
  assert.equal(plain('sooooo goooood'), 'soo good')
})

test('curly quotes, dashes and dots become plain ones', () => {
  assert.equal(plain('He’s “guilty”…'), 'he\'s "guilty"...')
})

test('a span covers the whole disguise in code points of the original', () => {
  const given = '🎉 you ＦＵ\u0301\u200BＣＫ!'
  const reading = read(given, lexicon)
  const hit = reading.hits.find(({ phrase }) => phrase === 'fuck')
  assert.ok(hit)
  const [start, end] = reading.span(hit.start, hit.end)
  assert.equal(Array.from(given).slice(start, end).join(''), 'ＦＵ\u0301\u200BＣＫ')
})

test('a span of spaced or stretched letters ends where they end', () => {
  for (const [given, expected] of [
    ['so f u c k you', 'f u c k'],
    ['oh fuuuck it', 'fuuuck'],
    ['a sh1t day', 'sh1t'],
  ]) {
    const reading = read(given ?? '', lexicon)
    const hit = reading.hits[0]
    assert.ok(hit)
    assert.equal((given ?? '').slice(...reading.span(hit.start, hit.end)), expected)
  }
})

const nasty = fc.oneof(
  fc.constantFrom(...words.split(' '), 'sh1t', 'f u c k', 'fuuuck', 'F***', 'a$$', 'ﷺ', 'æ', 'ß', '½', '…'),
  fc.constantFrom(
    '\u0301',
    '\u200B',
    '\u202E',
    '\uD83D',
    '\uDE00',
    '😀',
    '👨‍👩‍👧',
    '𝖋',
    'é',
    'İ',
    ' ',
    '.',
    '!',
    '@',
    '*',
    '-',
    '1',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const nastyText = fc.array(nasty, { maxLength: 30 }).map((parts) => parts.join(''))

test('[P1] every span lies in the text, is not empty, and spans do not run backwards', () => {
  let hits = 0
  fc.assert(
    fc.property(nastyText, (given) => {
      const length = Array.from(given).length
      const { norm, starts, ends } = normalise(given, lexicon)
      assert.equal(norm.length, starts.length)
      for (let k = 0; k < norm.length; k++) {
        const start = starts[k] ?? -1
        const end = ends[k] ?? -1
        assert.ok(0 <= start && start < end && end <= length, `unit ${k}: ${start} to ${end} of ${length}`)
        if (k > 0) assert.ok(start >= (starts[k - 1] ?? 0))
      }
      const reading = read(given, lexicon)
      for (const hit of reading.hits) {
        const [start, end] = reading.span(hit.start, hit.end)
        assert.ok(0 <= start && start < end && end <= length)
        hits++
      }
    }),
    { numRuns: 1500, seed: 21 },
  )
  assert.ok(hits > 500, `${hits} hits`)
})

test('[P2] both paths of reading agree: the hits of a text are those of its normal form', () => {
  let hits = 0
  fc.assert(
    fc.property(nastyText, (given) => {
      const reading = read(given, lexicon)
      // A line that goes on in lower case is read on.
      assert.equal(reading.norm, plain(given.replace(/\n(?=[a-z])/g, ' ')))
      assert.deepEqual(reading.hits, lexicon.scan(reading.norm).all())
      hits += reading.hits.length
    }),
    { numRuns: 1500, seed: 22 },
  )
  assert.ok(hits > 500, `${hits} hits`)
})

test('the way back of a long text is the same for its beginning alone as for the whole', () => {
  const parts = [
    'plain words, ',
    'f u c k ',
    'sh1t ',
    'fuuuuck ',
    'e\u0301t\u200be ',
    '\u00bd ',
    '\u{1f600} ',
    '\ud800 ',
    'a*a!a ',
  ]
  let text = ''
  for (let k = 0; text.length < 90_000; k++) text += parts[(k * 7 + (k >> 3)) % parts.length]
  const whole = normalise(text, lexicon)
  let partial = 0
  for (let last = 0; last < whole.norm.length; last = last * 2 + 97) {
    const back = wayBack(text, last, lexicon)
    const { known } = back
    assert.ok(known > last)
    if (known < whole.norm.length) partial++
    for (let at = 0; at < known; at++)
      if (back.start(at) !== whole.starts[at] || back.end(at) !== whole.ends[at])
        assert.fail(`unit ${at} of ${known} known, asked for ${last}`)
  }
  assert.ok(partial > 3, `${partial} ways back were partial`)
})
