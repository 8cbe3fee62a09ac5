import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { riverton, vocabulary } from '../../test/riverton.ts'
import { matters, type Act, type Permission } from './act.ts'
import { judge } from './judge.ts'
import { gravity } from './ruling.ts'

const act = (rest: Partial<Act>): Act => ({
  id: 'a',
  kind: 'post',
  capacity: 'personal',
  on: '2020-05-01T12:00:00-04:00',
  author: { kind: 'sworn' },
  duty: 'off',
  ...rest,
})
const outcome = (rest: Partial<Act>): string => judge(act(rest), riverton).outcome
const uniform = { facts: { 'depicts.uniform': true } }
const granted: Permission = { matter: 'identification', by: 'chief', form: 'written', state: 'in-force' }

test('an act with nothing against it is clear, and asks nothing', () => {
  const ruling = judge(act({ text: 'Nice sunset tonight' }), riverton)
  assert.deepEqual(
    { outcome: ruling.outcome, provisions: ruling.provisions, asks: ruling.asks },
    { outcome: 'clear', provisions: [], asks: [] },
  )
})

test('acts in the same circumstances are judged alike whatever came between, and share no part of a ruling', () => {
  const plain = act({ text: 'Nice sunset tonight' })
  const first = judge(plain, riverton)
  first.asks.push({ fact: 'depicts.uniform', question: 'Changed by the caller?' })
  const shown = judge(act(uniform), riverton)
  assert.notEqual(shown.outcome, 'clear')
  assert.deepEqual(judge(plain, riverton), { ...first, asks: [] })
  assert.deepEqual(judge(act(uniform), riverton), shown)
})

test('a permission in force clears the act and is shown; the provision stays in the ruling', () => {
  const ruling = judge(act({ ...uniform, permissions: [granted] }), riverton)
  assert.equal(ruling.outcome, 'clear')
  assert.deepEqual(ruling.provisions[0]?.permitted, { matter: 'identification', by: 'chief', cites: '9' })
})

for (const [fault, permission] of Object.entries<Permission>({
  'ended yesterday': { ...granted, from: '2020-01-01', to: '2020-04-30' },
  'begins tomorrow': { ...granted, from: '2020-05-02' },
  'only asked for': { ...granted, state: 'pending' },
  withdrawn: { ...granted, state: 'withdrawn' },
  'of another matter': { ...granted, matter: 'photographs' },
  'given by a designee where only the Chief may': { ...granted, by: 'designee' },
  'oral where writing is asked': { ...granted, form: 'oral' as const },
  'for another act': { ...granted, covers: ['b'] },
}))
  test(`a permission that is ${fault} cures nothing`, () => {
    assert.equal(outcome({ ...uniform, permissions: [permission] }), 'needs-permission')
  })

test('an acting Chief holds the office', () => {
  for (const by of ['acting-chief', 'Interim Chief', 'Chief of Police'])
    assert.equal(outcome({ ...uniform, permissions: [{ ...granted, by }] }), 'clear')
})

test('a permission ends with its last day, not before', () => {
  assert.equal(outcome({ ...uniform, permissions: [{ ...granted, to: '2020-05-01' }] }), 'clear')
})

test('a permission that names one picture does not cover another, nor the text', () => {
  const named = { permissions: [{ ...granted, covers: ['p1'] }] }
  const shows = ['depicts.uniform']
  const p1 = { kind: 'image' as const, id: 'p1', shows }
  const p2 = { kind: 'image' as const, id: 'p2', shows }
  assert.equal(outcome({ ...named, media: [p1] }), 'clear')
  assert.equal(outcome({ ...named, media: [p1, p2] }), 'needs-permission')
  assert.equal(outcome({ ...named, media: [p1], ...uniform }), 'clear')
  assert.equal(
    outcome({ ...named, media: [p1, { kind: 'image', id: 'p2' }], ...uniform }),
    'needs-permission',
  )
})

test('the days of a permission are those of the town', () => {
  const lateEvening = { ...uniform, on: '2020-05-01T22:00:00-04:00' }
  assert.equal(outcome({ ...lateEvening, permissions: [{ ...granted, to: '2020-05-01' }] }), 'clear')
  assert.equal(
    outcome({ ...lateEvening, permissions: [{ ...granted, from: '2020-05-02' }] }),
    'needs-permission',
  )
})

test('a permission for a time cures no act without a date', () => {
  const { on: _on, ...undated } = act({ ...uniform, permissions: [{ ...granted, to: '2030-01-01' }] })
  assert.equal(judge(undated, riverton).outcome, 'needs-permission')
})

test("one colleague's refusal outweighs another's permission", () => {
  const permissions: Permission[] = [
    { matter: 'coworker', by: 'coworker', form: 'written', state: 'in-force' },
  ]
  const shown = { facts: { 'depicts.coworker': true }, permissions }
  assert.equal(outcome(shown), 'clear')
  assert.equal(outcome({ ...shown, consents: [{ member: 'bell', given: false }] }), 'needs-permission')
})

const yes = (member: string) => ({ member, given: true })

test('fewer yeses than the colleagues whom a person counted clear nothing, however they were given', () => {
  const shown = { facts: { 'depicts.coworker': { count: '2' } } }
  const permissions: Permission[] = [
    { matter: 'coworker', by: 'coworker', form: 'written', state: 'in-force' },
  ]
  assert.equal(outcome({ ...shown, permissions }), 'needs-permission')
  assert.equal(outcome({ ...shown, consents: [yes('bell')], permissions }), 'needs-permission')
  assert.equal(outcome({ ...shown, consents: [yes('bell'), yes(' Bell')] }), 'needs-permission')
  assert.equal(outcome({ ...shown, consents: [yes('bell'), yes('chen')] }), 'clear')
  const [provision] = judge(act({ ...shown, consents: [yes('bell')] }), riverton).provisions
  assert.match(provision?.note ?? '', /^1 of 2 colleagues have agreed/)
})

const alt = (text: string) => ({ kind: 'image' as const, alt: text })

test('what is seen of one weapon is not said of another', () => {
  const own = alt('He points his own private pistol at the camera')
  assert.equal(outcome({ media: [own, alt('My issued service pistol, holstered')] }), 'clear')
  assert.equal(outcome({ media: [own, alt('He points his issued service pistol at the camera')] }), 'barred')
})

test('two details that only together change the ruling are both asked for', () => {
  assert.deepEqual(
    judge(act({ facts: { 'depicts.weapon': true } }), riverton).asks.map((ask) => ask.detail),
    ['handling', 'owner'],
  )
})

test('no permission of any matter cures the undercover sentence', () => {
  const permissions = matters.map((matter) => ({ ...granted, matter }))
  assert.equal(
    outcome({ author: { kind: 'sworn', undercover: true }, facts: { 'depicts.author': true }, permissions }),
    'barred',
  )
})

test('an unknown fact that could change the ruling is asked, and only that one', () => {
  const said = act({ facts: { 'speech.pending-prosecution': true } })
  assert.deepEqual(
    judge(said, riverton).asks.map((ask) => ask.fact),
    ['matter.concluded'],
  )
  assert.equal(judge(said, riverton).outcome, 'barred')
  const answered = act({ facts: { 'speech.pending-prosecution': true, 'matter.concluded': true } })
  assert.equal(judge(answered, riverton).outcome, 'clear')
  assert.deepEqual(judge(answered, riverton).asks, [])
})

test('details that nobody said are asked for', () => {
  const ruling = judge(act({ facts: { 'depicts.weapon': { handling: 'brandished' } } }), riverton)
  assert.deepEqual(
    ruling.asks.map((ask) => [ask.fact, ask.detail]),
    [['depicts.weapon', 'owner']],
  )
})

test('a question is not asked once a printed exception is met', () => {
  const used = act({ kind: 'access', duty: 'unknown' })
  assert.deepEqual(
    judge(used, riverton).asks.map((ask) => ask.fact),
    ['act.duty'],
  )
  assert.deepEqual(judge({ ...used, facts: { 'duty.authorised': true } }, riverton).asks, [])
})

test('every coworker shown must have consented', () => {
  const shown = { facts: { 'depicts.coworker': true } }
  assert.equal(outcome({ ...shown, consents: [{ member: 'bell', given: true }] }), 'clear')
  assert.equal(
    outcome({
      ...shown,
      consents: [
        { member: 'bell', given: true },
        { member: 'chen', given: false },
      ],
    }),
    'needs-permission',
  )
})

test('what a person said outranks a detector', () => {
  const text = "He's guilty, fry him"
  assert.equal(outcome({ text, facts: { 'speech.pending-prosecution': true } }), 'barred')
  assert.equal(outcome({ text, facts: { 'speech.pending-prosecution': false } }), 'clear')
})

test('an act is judged by the order in force on its local date', () => {
  assert.equal(outcome({ ...uniform, on: '2019-12-31' }), 'not-in-force')
  assert.match(judge(act({ ...uniform, on: '2020-01-15' }), riverton).note ?? '', /approved/)
  // 2 in the morning of 1 February in London is still 31 January in Connecticut.
  assert.equal(outcome({ ...uniform, on: '2020-02-01T02:00:00Z' }), 'not-in-force')
  assert.equal(outcome({ ...uniform, on: '2020-02-01T06:00:00Z' }), 'needs-permission')
})

test('harm with no clause is outside the order and cites the Code of Conduct', () => {
  const ruling = judge(act({ facts: { 'conduct.contact-request': true } }), riverton)
  assert.equal(ruling.outcome, 'outside-the-order')
  assert.match(ruling.note ?? '', /Code of Conduct/)
})

test('the outcome is that of the gravest provision, and every question asked can change the ruling', () => {
  const names = [
    'depicts.uniform',
    'speech.pending-prosecution',
    'depicts.coworker',
    'matter.concluded',
    'depicts.weapon',
  ]
  const facts = fc.dictionary(fc.constantFrom(...names), fc.boolean(), { maxKeys: names.length })
  let asked = 0
  fc.assert(
    fc.property(facts, fc.constantFrom('on' as const, 'off' as const, 'unknown' as const), (said, duty) => {
      const given = act({ facts: said, duty })
      const ruling = judge(given, riverton)
      const gravest = Math.min(...ruling.provisions.map((one) => gravity(one.outcome)), gravity('clear'))
      assert.equal(gravity(ruling.outcome), gravest)
      for (const ask of ruling.asks) {
        asked++
        const fact = vocabulary.byName.get(ask.fact)
        const answers =
          ask.detail === undefined
            ? [true, false]
            : (fact?.details?.[ask.detail] ?? []).map((value) => ({
                handling: 'brandished',
                owner: 'department',
                [ask.detail ?? '']: value,
              }))
        const changed = answers.map((answer) =>
          JSON.stringify(judge({ ...given, facts: { ...said, [ask.fact]: answer } }, riverton).provisions),
        )
        assert.ok(new Set(changed).size > 1, `${ask.fact} changes nothing`)
      }
    }),
    { seed: 71 },
  )
  assert.ok(asked > 20, `only ${asked} questions were asked`)
})
