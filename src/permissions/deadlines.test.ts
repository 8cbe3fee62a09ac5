import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentsUntil, dueAfter, startOf } from './deadlines.ts'
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
  assert.equal(dueAfter(at('awaiting-endorsement'), friday, friday, times, zone), '2026-11-01T16:00:00Z')
  assert.equal(dueAfter(at('awaiting-decision'), friday, friday, times, zone), '2026-11-06T17:00:00Z')
  const supervisor = { ...chief, seat: { position: 'squad' } }
  assert.equal(
    dueAfter(at('awaiting-decision', [supervisor, chief]), friday, friday, times, zone),
    '2026-11-01T16:00:00Z',
  )
})

test('whatever somebody must answer has a deadline, and nothing else has', () => {
  const now = '2026-11-21T12:00:00Z'
  const withDeadline = states.filter((state) => dueAfter(at(state), now, now, times, zone))
  const byClock = states.filter((state) => Object.values(table[state]).some(({ by }) => by === 'clock'))
  assert.deepEqual(withDeadline, byClock)
  assert.ok(withDeadline.length >= 6)
})

test('colleagues are reminded at every desk’s time, and waited for no longer than for a decision', () => {
  const submitted = '2026-11-21T12:00:00Z'
  const next = (now: string): string | null => dueAfter(at('awaiting-consent'), now, submitted, times, zone)
  assert.equal(next(submitted), '2026-11-23T12:00:00Z')
  assert.equal(next('2026-11-27T12:00:00Z'), '2026-11-28T12:00:00Z')
  assert.equal(consentsUntil(submitted, times, zone), '2026-11-28T12:00:00Z')
})

test('a day begins when the agency’s does', () => {
  assert.equal(startOf('2026-12-01', zone), '2026-12-01T05:00:00Z')
})
