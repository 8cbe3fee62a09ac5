import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabulary } from '../../test/riverton.ts'
import type { Act } from './act.ts'
import { limbsOf } from './limbs.ts'
import { readOrder } from './order.ts'

const said = {
  kind: 'prohibition',
  modality: 'must-not',
  binds: 'all-personnel',
  by: ['rule'],
  module: 'policy',
}
const { order } = readOrder(
  { id: 'r', agency: 'R', number: '1', title: 'T', effective: '2020-02-01', permissions: {} },
  [
    {
      ...said,
      citation: '1',
      capacity: 'personal',
      gist: 'No patch and no cruiser in public, unless the papers printed it.',
      rules: [
        {
          when: { all: [{ any: ['depicts.logo', 'depicts.vehicle'] }, { 'act.audience': 'public' }] },
          unless: 'info.already-published',
          outcome: 'barred',
        },
      ],
    },
  ],
  vocabulary,
)

const act = (audience: 'public' | 'limited', ...facts: string[]): Act => ({
  id: 'a',
  kind: 'post',
  capacity: 'personal',
  audience,
  facts: Object.fromEntries(facts.map((fact) => [fact, true])),
})

function proven(...acts: Act[]): string[] {
  assert.ok(order)
  return limbsOf(order, acts).flatMap(({ sort, limb, isProven }) => (isProven ? [`${sort} ${limb}`] : []))
}

test('each limb is proven by the case that turns on it alone', () => {
  assert.deepEqual(proven(act('public', 'depicts.logo')), ['alternative depicts.logo'])
  assert.deepEqual(proven(act('limited', 'depicts.logo')), ['demand act.audience public'])
  assert.deepEqual(proven(act('public')), ['demand (depicts.logo or depicts.vehicle)'])
  assert.deepEqual(proven(act('public', 'depicts.vehicle', 'info.already-published')), [
    'exception info.already-published',
  ])
})

test('a case that would be answered alike without the limb proves nothing of it', () => {
  assert.deepEqual(proven(act('public', 'depicts.logo', 'depicts.vehicle')), [])
  assert.deepEqual(proven(act('limited')), [])
  assert.deepEqual(proven({ ...act('public', 'depicts.logo'), capacity: 'official' }), [])
})

test('the limbs together are all that the rule is made of', () => {
  assert.ok(order)
  assert.deepEqual(
    limbsOf(order, []).map(({ sort, limb }) => `${sort} ${limb}`),
    [
      'demand (depicts.logo or depicts.vehicle)',
      'alternative depicts.logo',
      'alternative depicts.vehicle',
      'demand act.audience public',
      'exception info.already-published',
    ],
  )
})
