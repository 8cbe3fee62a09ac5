import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { dayIn } from '../../platform/day.ts'
import { clockOf, daysBetween, isBusinessDay, lastOf, objectBy, type Happened } from './clock.ts'
import { lawIds, lawOf } from './law.ts'

const connecticut = lawOf('connecticut')
const elsewhere = lawOf('elsewhere', join(import.meta.dirname, 'fixtures', 'law'))
const closed = { weekend: connecticut.weekend, holidays: new Set(['2026-11-26', '2026-12-25', '2027-01-01']) }
const calm: Happened = {
  receivedOn: '2026-11-20',
  isPersonnel: false,
  answers: [],
  waits: [],
  deniedOn: null,
}
const clock = (happened: Partial<Happened>, today: string): ReturnType<typeof clockOf> =>
  clockOf(connecticut, closed, { ...calm, ...happened }, today)

test('four business days leave out the weekend, the agency’s holidays and the day it arrived', () => {
  // Friday; Thursday is Thanksgiving: Monday, Tuesday, Wednesday, Friday.
  assert.equal(clock({}, '2026-11-21').answerBy, '2026-11-27')
  assert.equal(clock({ receivedOn: '2026-11-21' }, '2026-11-21').answerBy, '2026-11-27', 'on a Saturday')
  assert.equal(clock({ receivedOn: '2026-11-30' }, '2026-11-30').answerBy, '2026-12-04')
  const none = { weekend: closed.weekend, holidays: new Set<string>() }
  assert.equal(
    clockOf(connecticut, none, calm, '2026-11-21').answerBy,
    '2026-11-26',
    'no holiday is built in',
  )
})

test('over the new year, and ten days where a personnel file is asked for', () => {
  assert.equal(clock({ receivedOn: '2026-12-30' }, '2026-12-30').answerBy, '2027-01-06')
  assert.equal(clock({ receivedOn: '2026-12-23' }, '2026-12-23').answerBy, '2026-12-30')
  assert.equal(clock({ receivedOn: '2026-12-23', isPersonnel: true }, '2026-12-23').answerBy, '2027-01-08')
})

test('the day it arrived is the agency’s own: late in the evening there is another day in UTC', () => {
  const at = '2026-12-01T04:30:00Z'
  assert.equal(dayIn('America/New_York', at), '2026-11-30')
  assert.equal(clock({ receivedOn: dayIn('America/New_York', at) }, '2026-12-01').answerBy, '2026-12-04')
  assert.equal(clock({ receivedOn: dayIn('UTC', at) }, '2026-12-01').answerBy, '2026-12-07')
})

test('silence becomes a denial the day after the last, and thirty calendar days to appeal begin', () => {
  const [last, after] = [clock({}, '2026-11-27'), clock({}, '2026-11-28')]
  assert.deepEqual([last.deemedDeniedOn, last.appealBy], [null, null])
  assert.deepEqual([after.deemedDeniedOn, after.appealBy], ['2026-11-27', '2026-12-27'])
  const answered = clock({ answers: [{ kind: 'acknowledgement', on: '2026-11-27' }] }, '2026-12-20')
  assert.deepEqual([answered.answeredOn, answered.deemedDeniedOn], ['2026-11-27', null])
  const late = clock({ answers: [{ kind: 'acknowledgement', on: '2026-11-28' }] }, '2026-12-20')
  assert.deepEqual([late.answeredOn, late.deemedDeniedOn], ['2026-11-28', '2026-11-27'])
  const denied = clock(
    { answers: [{ kind: 'denial', on: '2026-12-10' }], deniedOn: '2026-12-10' },
    '2026-12-20',
  )
  assert.equal(denied.appealBy, '2027-01-09', 'a denial in words begins the days anew')
})

test('a question to the requester does not stop Connecticut’s clock, and stops another state’s', () => {
  const waits = [{ for: 'clarifying' as const, from: '2026-11-21', to: '2026-11-25' }]
  assert.equal(clock({ waits }, '2026-11-26').answerBy, clock({}, '2026-11-26').answerBy)
  const there = { weekend: elsewhere.weekend, holidays: closed.holidays }
  const plain = clockOf(elsewhere, there, calm, '2026-11-26')
  assert.deepEqual([plain.answerBy, plain.stands], ['2026-11-30', false])
  assert.equal(clockOf(elsewhere, there, { ...calm, waits }, '2026-11-26').answerBy, '2026-12-04')
  const open = [{ for: 'clarifying' as const, from: '2026-11-21', to: null }]
  const still = clockOf(elsewhere, there, { ...calm, waits: open }, '2026-11-26')
  assert.deepEqual([still.answerBy, still.stands], ['2026-12-05', true])
})

test('another state is another file: its own days, weekend, appeal, and silence that is none', () => {
  const there = { weekend: elsewhere.weekend, holidays: new Set<string>() }
  const silent = clockOf(elsewhere, there, calm, '2027-03-01')
  assert.deepEqual([silent.deemedDeniedOn, silent.appealBy], [null, null])
  const denied = clockOf(elsewhere, there, { ...calm, deniedOn: '2026-11-26' }, '2026-12-01')
  // A Thursday; Friday and Saturday are its weekend.
  assert.equal(denied.appealBy, '2026-12-17')
  assert.deepEqual(lawIds(), ['connecticut'], 'the made-up law is on no shelf')
})

test('an employee has seven business days from the receipt, or nine from the sending', () => {
  assert.equal(objectBy(connecticut, closed, { sentOn: '2026-11-20', receivedOn: null }), '2026-12-04')
  assert.equal(
    objectBy(connecticut, closed, { sentOn: '2026-11-20', receivedOn: '2026-11-23' }),
    '2026-12-03',
  )
})

const day = (n: number): string => Temporal.PlainDate.from('2024-01-01').add({ days: n }).toString()

test('[clock] the last of n days is a day that counts, and exactly n count up to it', () => {
  let seen = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('business' as const, 'calendar' as const),
      fc.uniqueArray(fc.integer({ min: 0, max: 3_100 }), { maxLength: 60 }),
      (start, days, count, off) => {
        const calendar = { weekend: [6, 7], holidays: new Set(off.map(day)) }
        const last = lastOf(calendar, day(start), { days, count })
        seen++
        assert.equal(daysBetween(calendar, day(start), last, count), days)
        if (count === 'business') assert.ok(isBusinessDay(calendar, last))
      },
    ),
  )
  assert.ok(seen >= 100)
})
