import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Chart } from '../members/chain.ts'
import { desksFor, seatsOn, type Way } from './desks.ts'

const day = '2026-11-21'
const from = '2020-01-01'
const position = (
  positionId: string,
  title: string,
  reportsTo: string | null,
): Chart['positions'][number] => ({
  positionId,
  title,
  unit: null,
  reportsTo,
  office: reportsTo === null ? 'chief' : null,
  from,
  to: null,
})
const holding = (
  positionId: string,
  memberId: string,
  rest: Partial<Chart['holdings'][number]> = {},
): Chart['holdings'][number] => ({
  holdingId: `${positionId}-${memberId}`,
  positionId,
  memberId,
  acting: false,
  from,
  to: null,
  ...rest,
})
const chart: Chart = {
  positions: [
    position('chief', 'Chief of Police', null),
    position('patrol', 'Patrol Commander', 'chief'),
    position('squad', 'Squad Supervisor', 'patrol'),
    position('officer', 'Patrol Officer', 'squad'),
  ],
  holdings: [
    holding('chief', 'diaz'),
    holding('patrol', 'chen'),
    holding('squad', 'bell'),
    holding('officer', 'alvarez'),
  ],
  designations: [
    {
      designationId: 'd1',
      by: 'diaz',
      memberId: 'chen',
      matters: ['statements', 'identification'],
      from,
      to: null,
      at: '2020-01-01T12:00:00Z',
    },
  ],
}
const settled = {
  appealTo: { title: 'Town Manager', memberId: 'manager' },
  counsel: { memberId: 'counsel' },
}
const way = (via: string, ...givers: string[]): Way => ({
  matter: 'identification',
  by: givers.join(' or '),
  via,
  form: 'written',
  cites: 'IV.D.1',
  givers,
})
const titles = (author: string, by: Way, of = chart): string[] =>
  desksFor(of, author, by, settled, day).map(({ title, does }) => `${title} ${does}s`)

test('through the chain every desk below the Chief endorses, asked directly the giver alone decides', () => {
  assert.deepEqual(titles('alvarez', way('chain', 'chief')), [
    'Squad Supervisor endorses',
    'Patrol Commander endorses',
    'Chief of Police decides',
  ])
  assert.deepEqual(titles('chen', way('chain', 'chief')), ['Chief of Police decides'])
  assert.deepEqual(titles('alvarez', way('direct', 'chief', 'designee')), ['Chief of Police decides'])
})

test('the Chief’s own request, and an acting Chief’s, goes to whoever hears appeals', () => {
  assert.deepEqual(titles('diaz', way('chain', 'chief')), ['Town Manager decides'])
  const acted = { ...chart, holdings: [...chart.holdings, holding('chief', 'chen', { acting: true })] }
  assert.deepEqual(titles('chen', way('direct', 'chief'), acted), ['Town Manager decides'])
})

test('a supervisor who may give it is asked before the Chief, the next one where a chair is vacant', () => {
  const duty = way('direct', 'chief', 'designee', 'supervisor')
  assert.deepEqual(titles('alvarez', duty), ['Squad Supervisor decides', 'Chief of Police decides'])
  const vacant = { ...chart, holdings: chart.holdings.filter(({ positionId }) => positionId !== 'squad') }
  assert.deepEqual(titles('alvarez', duty, vacant), ['Patrol Commander decides', 'Chief of Police decides'])
})

test('where colleagues alone permit there is no desk', () => {
  assert.deepEqual(titles('alvarez', way('direct', 'coworker')), [])
})

test('a designee speaks only where the order has one, and only for the matters that the Chief named', () => {
  const sitting = (matter: string, by: Way, of = chart): string[] => {
    const seats = seatsOn(of, { matter, author: 'alvarez' }, by, settled, day)
    return seats
      .at({ seat: 'chief', title: 'Chief of Police', does: 'decide', heard: null })
      .map(({ memberId, office }) => `${memberId} as ${office}`)
  }
  assert.deepEqual(sitting('statements', way('direct', 'chief', 'designee')), [
    'diaz as chief',
    'chen as designee',
  ])
  assert.deepEqual(sitting('identification', way('chain', 'chief')), ['diaz as chief'])
  assert.deepEqual(sitting('page', way('direct', 'chief', 'designee')), ['diaz as chief'])
  assert.deepEqual(sitting('opinion', way('direct', 'counsel')), ['counsel as counsel'])
  const acted = { ...chart, holdings: [...chart.holdings, holding('chief', 'bell', { acting: true })] }
  assert.deepEqual(sitting('identification', way('chain', 'chief'), acted), ['bell as chief'])
})
