import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pattern } from './pattern.ts'
import { Sieve } from './sieve.ts'
import { clausesOf } from './sketch.ts'

const parts = { adj: "(?:[a-z0-9'-]+ ){0,3}?", who: '(?:he|she|the (?:driver|clerk)(?! who))' }

/** Patterns of every kind that the wordings use, each with texts in which it stands. */
const standing: readonly [string, readonly string[]][] = [
  ['(?:an )?innocent (?:man|woman)', ['an innocent man', 'innocent woman, they say']],
  ['the {adj}crook(?:s|ed)?', ['the crook', 'the big old crooks', "the town's 2-bit crooked"]],
  ["{who} ?(?:is|'s|was) (?:so |very ){0,2}guilty", ["he's guilty", 'the clerk was so very guilty']],
  ['stake ?out|open[- ]and[- ]shut', ['a stakeout tonight', 'our stake out', 'open-and shut']],
  ['burgl\\w+ (?:a|the) [a-z]+', ['burglarized the home', 'burgling a home']],
  ['(?:\\d+|ten) years?(?=[.,!]|$)', ['15 years', 'after ten year.']],
  ['(?:^|\\n)\\s*det\\.? [a-z]+', ['det. bell', 'yes.\ndet bell']],
  ['(?:kill|shoot)(?:ed|ing)?[^.!?]{0,20}(?:him|them)\\b', ['killing all of them', 'shoot him']],
  ['(?<!not )sold (?:the|[a-z]+ )*(?:dope|pills)', ['sold the pills', 'sold some more dope']],
]

test('a text in which a pattern stands always passes', () => {
  for (const [source, texts] of standing)
    for (const text of texts) {
      const is = pattern(source, parts)
      assert.match(text, is)
      assert.ok(new Sieve([is]).mayMatch(text), `${source}: ${text}`)
    }
})

test('a text without the words of a pattern is held back', () => {
  for (const [source] of standing.filter(([is]) => !is.includes('years') && !is.includes('det')))
    assert.ok(!new Sieve([pattern(source, parts)]).mayMatch('good morning, the road is clear again'), source)
})

test('two words must stand in a row', () => {
  const sieve = new Sieve([pattern('(?:we|they) (?:tased|shot)', {})])
  assert.ok(sieve.mayMatch('so we tased him'))
  assert.ok(!sieve.mayMatch('we saw that somebody was tased'))
})

test('each pattern has a bit of its own, beyond the thirty-second too', () => {
  const words = Array.from({ length: 70 }, (_, at) => `word${at}`)
  const candidates = new Sieve(words.map((word) => pattern(word, {}))).candidates('word3 and word68')
  const found = words.filter((_, at) => ((candidates[at >> 5] ?? 0) & (1 << (at & 31))) !== 0)
  assert.deepEqual(found, ['word3', 'word68'])
})

test('a text of too many words passes whole', () => {
  assert.ok(new Sieve([pattern('guilty', {})]).mayMatch('good '.repeat(5000)))
})

test('clauses name the rarest words first', () => {
  assert.deepEqual(clausesOf(pattern('(?:he|she) is (?:guilty|innocent)', {}))[0], [
    'is guilty',
    'is innocent',
  ])
})
