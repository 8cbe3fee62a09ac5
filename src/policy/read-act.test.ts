import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabulary } from '../../test/riverton.ts'
import { readAct } from './read-act.ts'

const problem = (data: unknown): string => {
  const { problems } = readAct(data, vocabulary)
  return (problems ?? []).map((one) => `${one.at}: ${one.problem}`).join('; ')
}

test('an act needs no more than a text', () => {
  assert.deepEqual(readAct({ text: 'Hello' }, vocabulary), {
    act: { id: 'act', kind: 'post', capacity: 'personal', text: 'Hello' },
  })
})

test('an unknown fact names the nearest known one', () => {
  assert.match(problem({ facts: { 'speech.bais': true } }), /did you mean "speech.bias"/)
  assert.match(problem({ media: [{ kind: 'image', shows: ['depicts.unifrom'] }] }), /"depicts.uniform"/)
})

test('an unknown value names the allowed ones', () => {
  assert.match(problem({ facts: { 'depicts.weapon': { handling: 'brandishd' } } }), /brandished/)
  assert.match(problem({ kind: 'tweet' }), /post/)
})

test('a permission is of a known matter and stands in a known state, or the nearest is named', () => {
  const granted = { matter: 'identification', by: 'chief', state: 'in-force' }
  assert.equal(problem({ permissions: [granted] }), '')
  assert.match(
    problem({ permissions: [{ ...granted, matter: 'identifcation' }] }),
    /act, permissions\.0\.matter: there is no permission matter "identifcation"; did you mean "identification"/,
  )
  assert.match(problem({ permissions: [{ ...granted, state: 'inforce' }] }), /did you mean "in-force"/)
  assert.match(problem({ permissions: [{ ...granted, state: 'mauve' }] }), /It may be asked, .*revoked/)
  assert.match(problem({ permissions: [{ by: 'chief', state: 'ended' }] }), /wants a permission matter/)
})

test('how many there are is a whole number, written as one or as text', () => {
  const { act } = readAct({ facts: { 'depicts.coworker': { count: 3 } } }, vocabulary)
  assert.deepEqual(act?.facts, { 'depicts.coworker': { count: '3' } })
  assert.match(problem({ facts: { 'depicts.coworker': { count: 'many' } } }), /"many" is no whole number/)
  assert.match(problem({ facts: { 'depicts.coworker': { cuont: 3 } } }), /did you mean "count"/)
  assert.match(problem({ facts: { 'depicts.scene': { count: 3 } } }), /there is no detail "count"/)
})

test('a day that does not exist is refused', () => {
  for (const on of ['2020-02-30', '2020-13-01', 'yesterday', '2020-02-30T10:00:00Z'])
    assert.match(problem({ text: 'x', on }), /is no date/, on)
})

test('what is no act at all is refused in a sentence', () => {
  for (const data of [null, 4, 'text', []]) assert.match(problem(data), /an act is an object/)
})
