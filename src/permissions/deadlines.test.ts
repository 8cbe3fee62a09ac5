import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueAfter, startOf } from './deadlines.ts'
import type { Desk, Standing } from './request.ts'
import type { State } from './moves.ts'
import { states, table } from './moves.ts'

const zone = 'America/New_York'
const times = { deskHours: 48, decisionDays: 7 }
const chief: Desk = { seat: 'chief', title: 'Chief of Police', does: 'decide', heard: null }
const at = (state: State, desks: readonly Desk[] = [chief]): Standing => ({
  kind: 'permission',
  state,
  author: 'alvarez',
  desks,
  desk: 0,
  consents: [],
  isPublicMatter: false,
  disapprovedBy: null,
})

test('a desk has hours, the giver days of the agency: a week over the change of the clocks is a week', () => {
  // On 2026-11-01 New York goes back an hour.
  const friday = '2026-10-30T16:00:00Z'
  assert.equal(dueAfter(at('awaiting-endorsement'), friday, times, zone), '2026-11-01T16:00:00Z')
  assert.equal(dueAfter(at('awaiting-decision'), friday, times, zone), '2026-11-06T17:00:00Z')
  const supervisor = { ...chief, seat: { position: 'squad' } }
  assert.equal(
    dueAfter(at('awaiting-decision', [supervisor, chief]), friday, times, zone),
    '2026-11-01T16:00:00Z',
  )
})

test('whatever somebody must answer has a deadline, and nothing else has', () => {
  const withDeadline = states.filter((state) => dueAfter(at(state), '2026-11-21T12:00:00Z', times, zone))
  const byClock = states.filter((state) => Object.values(table[state]).some(({ by }) => by === 'clock'))
  assert.deepEqual(withDeadline, byClock)
  assert.ok(withDeadline.length >= 6)
})

test('a day begins when the agency’s does', () => {
  assert.equal(startOf('2026-12-01', zone), '2026-12-01T05:00:00Z')
})
