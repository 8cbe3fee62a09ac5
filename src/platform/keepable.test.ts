import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isKeepable } from './keepable.ts'

test('a text with NUL or half a character is found wherever it stands', () => {
  for (const bad of ['a\u0000', '\ud800', 'x\udc00'])
    for (const said of [bad, [bad], { a: [{ b: bad }] }, { [bad]: 1 }]) assert.equal(isKeepable(said), false)
  for (const said of ['naïve 🚓', ['a', 1, null], { a: { b: true } }, undefined, Buffer.from([0])])
    assert.equal(isKeepable(said), true)
})

test('a body nested deeper than any stack is looked through', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`)
  assert.equal(isKeepable(deep), false)
})
