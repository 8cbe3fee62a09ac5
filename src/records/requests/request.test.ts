import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf } from './clock.ts'
import { lawOf } from './law.ts'
import { leadsTo, moves, openStates, states, stepOf, table } from './moves.ts'
import { rule, type Actor, type Standing } from './request.ts'

const law = lawOf('connecticut')
const calendar = { weekend: law.weekend, holidays: new Set<string>() }
const happened = { receivedOn: '2026-11-20', isPersonnel: false, answers: [], waits: [], deniedOn: null }
const today = '2026-11-23'
const calm: Standing = {
  state: 'received',
  clock: clockOf(law, calendar, happened, today),
  searches: 1,
  ready: 2,
  unsettled: 0,
  barred: 0,
  responsive: 2,
  owesFee: false,
  hasFee: false,
  waitsUntil: null,
  today,
}
const custodian: Actor = { by: 'custodian', isCustodian: true }
const requester: Actor = { by: 'requester', isCustodian: false }
const everything = { words: 'Words.', fee: {}, exemptions: ['privacy'], outcome: 'upheld', waiver: 'welfare' }
const because = (
  standing: Partial<Standing>,
  move: (typeof moves)[number],
  said: object = everything,
): string => {
  const ruling = rule({ ...calm, ...standing }, move, custodian, said, law)
  return ruling.ok ? 'ok' : ruling.because
}

test('what is not in the table is refused, and nobody makes another’s move', () => {
  let [let_, refused] = [0, 0]
  for (const state of states)
    for (const move of moves) {
      const step = stepOf(state, move)
      const denied = {
        ...calm,
        clock: { ...calm.clock, appealBy: '2026-12-20' },
        state,
        hasFee: true,
        responsive: 2,
      }
      const standing = move === 'find-none' ? { ...denied, responsive: 0 } : denied
      for (const actor of [custodian, requester]) {
        const ruling = rule(standing, move, actor, everything, law)
        const isTheirs =
          step !== undefined && (step.by === actor.by || (step.by === 'requester' && actor.isCustodian))
        assert.equal(ruling.ok, isTheirs, `${actor.by} ${move} when ${state}`)
        if (ruling.ok) {
          let_++
          assert.equal(ruling.to, step && leadsTo(state, step))
        } else refused++
      }
    }
  assert.ok(let_ > 40 && refused > 300, `${let_} and ${refused}`)
})

test('every state is reached, and from every open one there is a way out by people', () => {
  const reached = new Set(
    states.flatMap((state) => Object.values(table[state]).map((step) => leadsTo(state, step))),
  )
  assert.deepEqual(
    states.filter((state) => !reached.has(state)),
    ['received'],
  )
  for (const state of openStates)
    assert.ok(
      Object.values(table[state]).some((step) => step.by === 'custodian' && step.to !== 'same'),
      state,
    )
  const byTime = states.flatMap((state) =>
    Object.entries(table[state]).filter(([, step]) => step.by === 'clock'),
  )
  assert.deepEqual(
    new Set(byTime.map(([move]) => move)),
    new Set(['lapse']),
    'time denies nothing else and closes nothing',
  )
})

test('nothing is released before two settled it, a fee is paid, and everybody who may object had their days', () => {
  const state = 'reviewing'
  assert.equal(because({ state }, 'release'), 'ok')
  assert.match(because({ state, owesFee: true, hasFee: true }, 'release'), /fee was asked for beforehand/)
  assert.match(
    because({ state, ready: 0, responsive: 0, unsettled: 0 }, 'release'),
    /nothing is in the set yet/,
  )
  assert.match(because({ state, ready: 0, unsettled: 2 }, 'release'), /two different people/)
  assert.match(because({ state, ready: 1, unsettled: 1 }, 'release'), /not settled by two people yet: 1;/)
  assert.equal(because({ state, ready: 1, unsettled: 1 }, 'release-part'), 'ok')
  assert.match(because({ state, barred: 1 }, 'release'), /may object/)
  assert.equal(because({ state, barred: 1 }, 'release-part'), 'ok')
  assert.match(because({ state, barred: 2 }, 'release-part'), /may object/)
})

test('a denial names its grounds; nothing is found only after a search; a question is waited for', () => {
  assert.match(because({}, 'deny', { words: 'No.' }), /name the exemptions/)
  assert.match(because({}, 'deny', { exemptions: ['privacy'] }), /say it in words/)
  assert.match(
    because({ state: 'searching', searches: 0, responsive: 0 }, 'find-none'),
    /where somebody looked/,
  )
  assert.match(because({ state: 'searching' }, 'find-none'), /records are in the set/)
  assert.match(
    because({ state: 'clarifying', waitsUntil: '2026-12-20' }, 'close'),
    /waited for until 2026-12-20/,
  )
  assert.equal(because({ state: 'clarifying', waitsUntil: '2026-11-22' }, 'close'), 'ok')
  assert.match(because({ state: 'denied' }, 'appeal'), /nothing of it was denied/)
})

test('silence is no denial before its day, nor by anybody’s word', () => {
  const clock: Actor = { by: 'clock', isCustodian: false }
  const silent = { ...calm, clock: clockOf(law, calendar, happened, '2026-12-01') }
  assert.equal(rule(silent, 'lapse', clock, {}, law).ok, true)
  assert.equal(rule(calm, 'lapse', clock, {}, law).ok, false)
  const late = { ...happened, answers: [{ kind: 'acknowledgement', on: '2026-11-30' }] } as const
  const answered = { ...calm, clock: clockOf(law, calendar, late, '2026-12-01') }
  assert.ok(answered.clock.deemedDeniedOn !== null)
  assert.equal(rule(answered, 'lapse', clock, {}, law).ok, false, 'answered late, it is silent no more')
  assert.equal(rule(silent, 'lapse', custodian, {}, law).ok, false)
})
