import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabulary } from '../../test/riverton.ts'
import { checkOrder } from './check.ts'
import { readOrder } from './order.ts'

const identity = {
  id: 'x-1',
  agency: 'X',
  number: '1',
  title: 'T',
  effective: '2020-01-01',
  permissions: { page: { by: ['chief'], via: 'direct', form: 'written', cites: '1' } },
}
const provision = {
  citation: '1',
  kind: 'prohibition',
  gist: 'No.',
  modality: 'must-not',
  binds: 'all-personnel',
  capacity: 'personal',
  by: ['rule'],
  module: 'policy',
}
const problemsWith = (rules: unknown[], more: object = {}): string => {
  const { order, problems } = readOrder(identity, [{ ...provision, ...more, rules }], vocabulary)
  const all = order ? checkOrder(order, [], problems).problems : problems
  return all.map((one) => `${one.at}: ${one.problem}`).join('\n')
}

test('a fact that the vocabulary does not have is named with the nearest one', () => {
  assert.match(
    problemsWith([{ when: 'speech.gilt', outcome: 'barred' }]),
    /1: there is no fact "speech.gilt".*speech.guilt/,
  )
})

test('a detail or value that the vocabulary does not have is named', () => {
  assert.match(
    problemsWith([{ when: { 'depicts.weapon': { owner: 'city' } }, outcome: 'barred' }]),
    /value of depicts.weapon.owner "city"/,
  )
  assert.match(
    problemsWith([{ when: { 'depicts.weapon': { ownr: 'private' } }, outcome: 'barred' }]),
    /did you mean "owner"/,
  )
})

test('a condition that no act can meet is found', () => {
  const never = { all: ['speech.guilt', { not: 'speech.guilt' }] }
  assert.match(problemsWith([{ when: never, outcome: 'barred' }]), /no act can meet/)
  assert.match(
    problemsWith([{ when: { all: ['speech.guilt', { 'act.kind': 'page' }] }, outcome: 'barred' }]),
    /no act can meet/,
  )
  assert.doesNotMatch(problemsWith([{ when: 'speech.guilt', outcome: 'barred' }]), /no act can meet/)
})

test('a path to nobody is found', () => {
  assert.match(problemsWith([{ when: 'speech.guilt', outcome: 'needs-permission' }]), /leads to nobody/)
  assert.match(
    problemsWith([{ when: 'speech.guilt', outcome: 'needs-permission', permission: 'pge' }]),
    /did you mean "page"/,
  )
})

test('a provision with no behaviour and no reason is found', () => {
  const { order, problems } = readOrder(identity, [{ ...provision, by: ['information'] }], vocabulary)
  assert.ok(order)
  assert.match(JSON.stringify(checkOrder(order, [], problems).problems), /no behaviour and no stated reason/)
})

test('a citation that stands twice is found', () => {
  const { problems } = readOrder(identity, [provision, provision], vocabulary)
  assert.match(JSON.stringify(problems), /stands twice/)
})

test('a missing case is found on either side', () => {
  const found = problemsWith([{ when: 'speech.guilt', outcome: 'barred' }])
  assert.match(found, /no case in which it bears/)
  assert.match(found, /no case in which it does not bear/)
})
