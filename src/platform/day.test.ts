import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { dayIn, dayOfCell } from './day.ts'

await test('the day of a moment is what Temporal says, whatever was asked before, also when the clocks change', () => {
  const zones = ['America/New_York', 'UTC', 'Asia/Kathmandu', 'America/Sao_Paulo']
  const starts = [
    '2026-03-08T03:00:00Z',
    '2026-11-01T03:00:00Z',
    '2018-11-04T01:00:00Z',
    '2026-06-30T00:00:00Z',
  ]
  let asked = 0
  for (const start of starts)
    for (let step = 0; step < 200; step++)
      for (const zone of zones) {
        const at = Temporal.Instant.from(start)
          .add({ minutes: 17 * step, milliseconds: step })
          .toString()
        const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()
        assert.equal(dayIn(zone, at), day, `${at} in ${zone}`)
        asked++
      }
  assert.equal(asked, 3200)
})

await test('the last instant of a day and the first of the next are told apart', () => {
  assert.equal(dayIn('America/New_York', '2026-11-22T04:59:59.999999Z'), '2026-11-21')
  assert.equal(dayIn('America/New_York', '2026-11-22T05:00:00Z'), '2026-11-22')
  assert.equal(dayIn('America/New_York', '2026-11-22T04:59:59.999999Z'), '2026-11-21')
  assert.throws(() => dayIn('America/New_York', '2026-11-31T05:00:00Z'), RangeError)
  assert.throws(() => dayIn('America/New_York', '2026-11-22'), RangeError)
})

await test('a day of a table may stand the American way, and what is no day stays as it is', () => {
  assert.equal(dayOfCell('1/9/2026'), '2026-01-09')
  assert.equal(dayOfCell('12/31/2026'), '2026-12-31')
  for (const kept of ['2026-01-09', '21/11/2026', '2/30/2026', '1/9/26', ''])
    assert.equal(dayOfCell(kept), kept)
})
