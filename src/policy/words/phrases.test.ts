import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phrases } from './phrases.ts'

test('alternatives and absent words are spelt out', () => {
  assert.deepEqual(phrases('seek/take an/_ alternate route, detour\n  road closed'), [
    'seek an alternate route',
    'seek alternate route',
    'take an alternate route',
    'take alternate route',
    'detour',
    'road closed',
  ])
})

test('nothing gives nothing, and a phrase said twice stands once', () => {
  assert.deepEqual(phrases(' , \n'), [])
  assert.deepEqual(phrases('a b, a/a b'), ['a b'])
})
