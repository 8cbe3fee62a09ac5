import assert from 'node:assert/strict'
import { test } from 'node:test'
import { turningIn } from '../policy/turning.ts'
import { whyUnkeepable } from './keepable.ts'

const wherever = (text: string): unknown[] => [text, [text], { a: [{ b: text }] }, { [text]: 1 }]

test('a text with NUL or half a character is found wherever it stands', () => {
  for (const bad of ['a\u0000', '\ud800', 'x\udc00'])
    for (const said of wherever(bad))
      for (const asFound of [true, false]) assert.match(whyUnkeepable(said, asFound) ?? '', /nobody can keep/)
  for (const said of ['naïve 🚓', ['a', 1, null], { a: { b: true } }, undefined, Buffer.from([0])])
    assert.equal(whyUnkeepable(said, false), undefined)
})

const nested = (times: number): unknown => JSON.parse(`${'['.repeat(times)}"a"${']'.repeat(times)}`)

test('a body nested deeper than any form is refused, before a stack ends', () => {
  assert.match(whyUnkeepable(nested(200_000), true) ?? '', /nested too deeply/)
  assert.equal(whyUnkeepable(nested(90), false), undefined)
})

test('what turns the direction of the writing is refused by its name, but kept in words as they were found', () => {
  const controls = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]
  for (const code of controls)
    for (const said of wherever(`yes${String.fromCodePoint(code)}on`)) {
      assert.match(whyUnkeepable(said, false) ?? '', new RegExp(`U\\+${code.toString(16)} \\(\\w+`, 'i'))
      assert.equal(whyUnkeepable(said, true), undefined)
    }
  assert.equal(turningIn('\u202egnp.exe'), 'U+202E (right-to-left override)')
  for (const fine of ['سلام 2026', 'שלום\u200f', 'é\u200d👩'])
    assert.equal(whyUnkeepable(fine, false), undefined)
})
