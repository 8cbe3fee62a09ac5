import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentOf } from './when.ts'

const zone = 'America/New_York'

test('a time of day is a moment in the agency’s zone, in summer and in winter', () => {
  assert.deepEqual(momentOf(zone, '2026-07-01T09:00'), { ok: true, moment: '2026-07-01T13:00:00Z' })
  assert.deepEqual(momentOf(zone, '2026-12-01T09:00'), { ok: true, moment: '2026-12-01T14:00:00Z' })
  assert.deepEqual(momentOf(zone, '2026-12-01T09:00-05:00'), { ok: true, moment: '2026-12-01T14:00:00Z' })
})

test('a time that the clocks leave out is answered with the two around it', () => {
  const when = momentOf(zone, '2026-03-08T02:30')
  assert.ok(!when.ok)
  assert.deepEqual(when.offers, ['2026-03-08T01:30-05:00', '2026-03-08T03:30-04:00'])
  assert.match(when.because, /never show 02:30 on 2026-03-08/)
  for (const offer of when.offers) assert.ok(momentOf(zone, offer).ok)
})

test('a time that the clocks show twice is chosen by its offset, never guessed', () => {
  const when = momentOf(zone, '2026-11-01T01:30')
  assert.ok(!when.ok)
  assert.match(when.because, /twice/)
  assert.deepEqual(
    when.offers.map((offer) => momentOf(zone, offer)),
    [
      { ok: true, moment: '2026-11-01T05:30:00Z' },
      { ok: true, moment: '2026-11-01T06:30:00Z' },
    ],
  )
})

test('an offset that the clocks do not have then is refused', () => {
  const when = momentOf(zone, '2026-07-01T09:00-05:00')
  assert.ok(!when.ok)
  assert.deepEqual(when.offers, ['2026-07-01T09:00-04:00'])
})
