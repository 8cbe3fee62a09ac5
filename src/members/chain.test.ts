import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  below,
  chainAbove,
  chiefOn,
  designeesFor,
  isAbove,
  isCommander,
  rolesOf,
  type Chart,
} from './chain.ts'
import { mayHold, mayStand } from './positions.ts'
import type { Holding, Position } from './schema.ts'

const from = '2026-01-01'
const position = (positionId: string, reportsTo: string | null, line: Partial<Position> = {}): Position => ({
  positionId,
  title: positionId,
  unit: null,
  reportsTo,
  office: reportsTo === null ? 'chief' : null,
  from,
  to: null,
  ...line,
})
const holding = (positionId: string, memberId: string, line: Partial<Holding> = {}): Holding => ({
  holdingId: `${positionId} ${memberId} ${line.from ?? from}`,
  positionId,
  memberId,
  acting: false,
  from,
  to: null,
  ...line,
})
const town: Chart = {
  positions: [
    position('chief', null),
    position('patrol', 'chief'),
    position('squad', 'patrol'),
    position('officer', 'squad'),
  ],
  holdings: [
    holding('chief', 'diaz'),
    holding('patrol', 'chen', { to: '2026-06-01' }),
    holding('squad', 'bell'),
    holding('squad', 'hale', { acting: true, from: '2026-03-01', to: '2026-04-01' }),
    holding('officer', 'alvarez'),
  ],
  designations: [
    {
      designationId: 'd1',
      by: 'diaz',
      memberId: 'chen',
      matters: ['statements'],
      from: '2026-02-01',
      to: '2026-06-01',
      at: '2026-01-31T15:00:00Z',
    },
  ],
}
const holders = (memberId: string, on: string): string[] =>
  chainAbove(town, memberId, on).map((desk) => desk.holder?.memberId ?? `(${desk.title})`)

test('the chain of an officer, as it stood that day', () => {
  assert.deepEqual(holders('alvarez', '2026-02-01'), ['bell', 'chen', 'diaz'])
  assert.deepEqual(holders('alvarez', '2026-03-15'), ['hale', 'chen', 'diaz'], 'who acts counts')
  assert.deepEqual(holders('alvarez', '2026-04-01'), ['bell', 'chen', 'diaz'], 'the day it ends, it is over')
  assert.deepEqual(holders('alvarez', '2026-07-01'), ['bell', '(patrol)', 'diaz'], 'a vacancy is shown')
  assert.deepEqual(holders('diaz', '2026-02-01'), [])
  assert.deepEqual(holders('evans', '2026-02-01'), ['diaz'], 'without a position, right below the chief')
  assert.deepEqual(holders('alvarez', '2025-12-31'), [], 'before there was a chart')
})

test('somebody acting as chief holds the office', () => {
  const chart = {
    ...town,
    holdings: [...town.holdings, holding('chief', 'chen', { acting: true, from: '2026-05-01' })],
  }
  assert.deepEqual(chiefOn(chart, '2026-04-30'), { memberId: 'diaz', acting: false })
  assert.deepEqual(chiefOn(chart, '2026-05-01'), { memberId: 'chen', acting: true })
  assert.deepEqual(
    [...rolesOf(chart, { memberId: 'chen', granted: [] }, '2026-05-01')],
    ['member', 'commander', 'chief'],
  )
  assert.equal(rolesOf(chart, { memberId: 'diaz', granted: [] }, '2026-05-01').has('chief'), false)
  assert.deepEqual(chainAbove(chart, 'chen', '2026-05-01'), [])
  assert.deepEqual(below(chart, 'chen', '2026-05-01'), ['alvarez', 'bell'])
})

test('a designation holds for its matters on its days', () => {
  assert.deepEqual(designeesFor(town, 'statements', '2026-02-01'), ['chen'])
  assert.deepEqual(designeesFor(town, 'statements', '2026-01-31'), [])
  assert.deepEqual(designeesFor(town, 'statements', '2026-06-01'), [])
  assert.deepEqual(designeesFor(town, 'page', '2026-02-01'), [])
})

test('positions never report in a circle, and there is one chief', () => {
  const { ok: circle } = mayStand(town, position('patrol', 'officer'))
  assert.equal(circle, false)
  assert.equal(mayStand(town, position('second', null)).ok, false)
  assert.equal(mayStand(town, position('lost', 'nowhere')).ok, false)
  assert.equal(mayStand(town, position('squad-b', 'patrol')).ok, true)
})

test('a desk has one holder, and one who acts; a squad has many', () => {
  const form = { memberId: 'grant', acting: false, from: '2026-02-01', to: null }
  assert.equal(mayHold(town, { ...form, positionId: 'squad' }).ok, false)
  assert.equal(mayHold(town, { ...form, positionId: 'squad', acting: true }).ok, false, 'hale acts in March')
  assert.equal(mayHold(town, { ...form, positionId: 'squad', acting: true, to: '2026-03-01' }).ok, true)
  assert.equal(mayHold(town, { ...form, positionId: 'officer' }).ok, true)
  assert.equal(mayHold(town, { ...form, positionId: 'patrol', from: '2026-06-01' }).ok, true, 'it is vacant')
})

/** A department built only by what the rules let through: every try is made, most are refused. */
const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'] as const
const day = fc.constantFrom(...days)
const firstDay = fc.oneof({ weight: 3, arbitrary: fc.constant(days[0]) }, { weight: 1, arbitrary: day })
const place = fc.integer({ min: 0, max: 5 }).map((n) => `p${n}`)
const person = fc.integer({ min: 0, max: 5 }).map((n) => `m${n}`)
const charts = fc
  .record({
    positions: fc.array(fc.tuple(place, fc.option(place, { freq: 9 }), firstDay), {
      minLength: 15,
      maxLength: 40,
    }),
    holdings: fc.array(fc.tuple(place, person, fc.boolean(), firstDay, fc.option(day, { freq: 1 })), {
      minLength: 10,
      maxLength: 40,
    }),
  })
  .map((tries) => {
    const chart = { positions: [position('p0', null)], holdings: new Array<Holding>(), designations: [] }
    for (const [positionId, reportsTo, since] of tries.positions) {
      const line = position(positionId, reportsTo, { from: since })
      const old = chart.positions.findLast((one) => one.positionId === positionId)
      if ((old && old.from >= since) || !mayStand(chart, line).ok) continue
      if (old) old.to = since
      chart.positions.push(line)
    }
    for (const [positionId, memberId, acting, since, to] of tries.holdings) {
      const form = { positionId, memberId, acting, from: since, to }
      if (mayHold(chart, form).ok) chart.holdings.push(holding(positionId, memberId, form))
    }
    return chart
  })

test('[P1] a chain never comes back, never holds the member, and ends at the chief', () => {
  let chains = 0
  fc.assert(
    fc.property(charts, person, day, (chart, memberId, on) => {
      const above = chainAbove(chart, memberId, on)
      const places = above.map((desk) => desk.positionId)
      assert.equal(new Set(places).size, places.length)
      assert.ok(above.every((desk) => desk.holder?.memberId !== memberId))
      const chief = chiefOn(chart, on)
      if (chief?.memberId === memberId) assert.deepEqual(above, [])
      else if (above.length > 0) assert.equal(above.at(-1)?.office, 'chief')
      if (above.length > 1) chains++
    }),
    { numRuns: 2000 },
  )
  assert.ok(chains > 200, `saw only ${chains} chains`)
})

test('[P2] nobody stands above themselves, and of two at most one above the other', () => {
  let above = 0
  fc.assert(
    fc.property(charts, person, person, day, (chart, one, other, on) => {
      assert.equal(isAbove(chart, one, one, on), false)
      const [up, down] = [isAbove(chart, one, other, on), isAbove(chart, other, one, on)]
      if (up) {
        above++
        assert.ok(isCommander(chart, one, on) || chiefOn(chart, on)?.memberId === one)
      }
      assert.ok(!(up && down), `${one} and ${other} stand above each other`)
      assert.equal(below(chart, one, on).includes(other), up && seated(chart, other, on))
    }),
    { numRuns: 2000 },
  )
  assert.ok(above > 100, `saw only ${above} above another`)
})

test('[P3] what changes from a day on leaves the days before as they were', () => {
  fc.assert(
    fc.property(charts, person, (chart, memberId) => {
      const before = days.slice(0, 3).map((on) => chainAbove(chart, memberId, on))
      const open = chart.positions.findLast((one) => one.to === null && one.office === null)
      if (!open || open.from >= '2026-04-01') return
      const later = {
        ...chart,
        positions: [
          ...chart.positions.map((one) => (one === open ? { ...one, to: '2026-04-01' } : one)),
          { ...open, title: 'renamed', reportsTo: 'p0', from: '2026-04-01' },
        ],
        holdings: [...chart.holdings, holding(open.positionId, 'm99', { from: '2026-04-01' })],
      }
      assert.deepEqual(
        days.slice(0, 3).map((on) => chainAbove(later, memberId, on)),
        before,
      )
    }),
    { numRuns: 500 },
  )
})

function seated(chart: Chart, memberId: string, on: string): boolean {
  return chart.holdings.some(
    (one) => one.memberId === memberId && one.from <= on && (one.to === null || on < one.to),
  )
}
