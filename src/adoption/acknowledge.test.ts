import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { serves, termOf } from './acknowledge.ts'
import { reminderDay } from './reminders.ts'

const order = { adoptedAt: '2026-11-21T03:00:00Z', settings: { acknowledgeDays: 30 } }

test('the term runs from the agency’s own day of adoption, or from the first day of somebody new', () => {
  // 03:00 in UTC is still the twentieth in Riverton.
  assert.deepEqual(termOf(order, { from: '2020-01-01' }, 'America/New_York', '2026-12-20'), {
    from: '2026-11-20',
    deadline: '2026-12-20',
    overdueDays: 0,
  })
  assert.equal(termOf(order, { from: '2020-01-01' }, 'America/New_York', '2026-12-23').overdueDays, 3)
  assert.equal(termOf(order, { from: '2027-01-05' }, 'America/New_York', '2027-01-10').deadline, '2027-02-04')
})

test('whoever has left or is still to come is not asked', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01']
  assert.deepEqual(
    days.map((day) => serves({ from: '2026-01-01', to: '2026-06-01' }, day)),
    [false, true, true, false],
  )
})

const date = (days: number): string => Temporal.PlainDate.from('2026-11-20').add({ days }).toString()

test('[K1] a reminder is due 7 days before the deadline, on it, and weekly after, never before the term begins', () => {
  let due = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 200 }), (length, past) => {
      const term = { from: date(0), deadline: date(length) }
      const today = date(past)
      const day = reminderDay(term, today)
      // Every day that may be one, gone through by hand.
      let expected: string | undefined
      for (let step = length - 7; step <= past; step += 7) if (step >= 0) expected = date(step)
      assert.equal(day, expected)
      if (day !== undefined) due++
    }),
    { seed: 71 },
  )
  assert.ok(due > 20)
})
