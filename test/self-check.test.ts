import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadOrder } from '../src/adoption/order-shelf.ts'
import { detect } from '../src/policy/detect.ts'
import { judge } from '../src/policy/judge.ts'
import { gravity } from '../src/policy/ruling.ts'
import { cautionsOf } from '../web/self-check/cautions.ts'
import { actOf, answered, emptyDraft, type Draft } from '../web/self-check/draft.ts'
import { judgeDraft } from '../web/self-check/judge-draft.ts'
import type { Judged } from '../web/self-check/judged.ts'
import { reworded } from '../web/self-check/safer.ts'
import { standing } from '../web/self-check/replaced.ts'
import { cut, editOf, inUnits, moved } from '../web/self-check/spans.ts'
import { soundsLikeAHardCall } from '../web/self-check/support.ts'

const order = loadOrder('hartford-3-01a')
const on = '2026-11-21T15:00:00Z'

function judged(draft: Partial<Draft>): Omit<Judged, 'number'> {
  const whole = { ...emptyDraft, ...draft }
  return judgeDraft(order, actOf(whole, on, {}), whole.answers, () => 0)
}

function lines(name: string): string[] {
  return readFileSync(join(import.meta.dirname, 'posts', `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/^[^|\t]*[|\t]\s*/, ''))
}

// What is written, and what it reads like once every suggestion was used.
const reworks = {
  'The suspect John Miller is guilty.': 'The suspect John Miller is charged.',
  "He's guilty of murder": 'He is charged with murder',
  'Smith is a thief.': 'Smith is charged with theft.',
  'We caught the murderer today.': 'We caught a suspect today.',
  'Arrested Maria Lopez last night, her number is 860-555-0142.':
    'Arrested Maria Lopez last night, her number is [number left out].',
  'What a fucking night': 'What a night',
  'The murderer is finally in handcuffs.': 'A suspect is finally in handcuffs.',
  'The two brothers robbed that jewelry store.':
    'The two brothers are charged with robbing that jewelry store.',
  'Lock her up and throw away the key': 'Lock her up',
  'Somebody please hang this guy': 'Somebody please hang this guy',
  'Great news, the arsonist has been arrested.': 'Great news, a suspect has been arrested.',
  'We beat the crap out of that guy': 'We beat the crap out of that guy',
  'Officer Alvarez loves this city': 'Officer Alvarez loves this city',
} as const

for (const [written, expected] of Object.entries(reworks))
  test(`safer words: ${written}`, () => {
    const { safer } = judged({ text: written })
    const text = safer.toSorted((a, b) => b.start - a.start).reduce(reworded, written)
    assert.equal(text, expected)
  })

test('[S1] whatever wording is suggested, the judge sees less of it and nothing graver', () => {
  let suggested = 0
  for (const text of [...lines('guilt'), ...lines('facts')]) {
    const { act, ruling, safer } = judged({ text })
    for (const one of safer) {
      suggested++
      const instead = reworded(text, one)
      const count = (words: string): number => detect(words).filter(({ fact }) => fact === one.fact).length
      assert.ok(count(instead) < count(text), `${text} -> ${instead}`)
      const after = judge({ ...act, text: instead }, order)
      assert.equal(one.after, after.outcome)
      assert.ok(gravity(after.outcome) >= gravity(ruling.outcome), `${text} -> ${instead}`)
    }
  }
  assert.ok(suggested > 30, `only ${suggested} suggestions`)
})

test('[S2] a mark that outlives an edit still lies on the same words', () => {
  let outlived = 0
  const edit = fc.record({
    text: fc.string({ minLength: 5, maxLength: 60 }),
    at: fc.nat(60),
    out: fc.nat(5),
    put: fc.string({ maxLength: 6 }),
    from: fc.nat(60),
    long: fc.integer({ min: 1, max: 10 }),
  })
  fc.assert(
    fc.property(edit, ({ text, at, out, put, from, long }) => {
      const place = Math.min(at, text.length)
      const after = text.slice(0, place) + put + text.slice(place + out)
      const start = Math.min(from, text.length - 1)
      const mark = { start, end: Math.min(start + long, text.length) }
      for (const one of moved([mark], text, after)) {
        outlived++
        assert.equal(after.slice(one.start, one.end), text.slice(mark.start, mark.end))
      }
    }),
    { seed: 71, numRuns: 2_000 },
  )
  assert.ok(outlived > 500, `only ${outlived} outlived`)
})

test('[S3] a text cut at its marks is the text, and each piece is marked as a whole', () => {
  let marked = 0
  const place = fc.tuple(fc.nat(40), fc.nat(12))
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 40 }),
      fc.array(place, { maxLength: 4 }),
      (text, places) => {
        const marks = places.map(([start, long]) => ({ start, end: start + long }))
        const pieces = cut(text, marks)
        assert.equal(pieces.map((piece) => piece.text).join(''), text)
        let at = 0
        for (const piece of pieces) {
          const inside = marks.some(({ start, end }) => start <= at && end >= at + piece.text.length)
          if (piece.mark) {
            marked++
            assert.ok(inside)
          }
          at += piece.text.length
        }
      },
    ),
    { seed: 72, numRuns: 1_000 },
  )
  assert.ok(marked > 20)
})

test('spans of code points are told in the units of a text area', () => {
  assert.deepEqual(inUnits('🚓 guilty', [{ start: 2, end: 8 }]), [{ start: 3, end: 9 }])
})

test('a detail that was answered counts only while the fact holds', () => {
  const ask = { fact: 'depicts.weapon', detail: 'handling', question: '', choices: ['brandished', 'held'] }
  const draft = answered(emptyDraft, ask, 'brandished')
  assert.deepEqual(judged({ ...draft, text: 'Coffee.' }).ruling.provisions, [])
  const file = new File([], 'picture.png', { type: 'image/png' })
  const pictures = [{ id: 'p', file, kind: 'image', alt: '', words: '', shows: ['depicts.weapon'] }] as const
  assert.deepEqual(judged({ ...draft, pictures }).act.facts, { 'depicts.weapon': { handling: 'brandished' } })
  assert.deepEqual(answered(draft, ask, undefined).answers, [])
})

test('the law beyond the order is spoken of where it fits, with the provision that warns of it', () => {
  assert.deepEqual(cautionsOf(judged({ text: 'Bob Smith is a thief and a liar.' })), [
    { caution: 'defamation', citations: ['IV.A.9.a'] },
  ])
  assert.deepEqual(cautionsOf(judged({ text: 'Her number is 860-555-0142.' })), [
    { caution: 'privacy', citations: ['IV.A.9.b'] },
  ])
  const file = new File([], 'picture.png', { type: 'image/png' })
  const pictures = [{ id: 'p', file, kind: 'image', alt: '', words: '', shows: ['media.borrowed'] }] as const
  assert.deepEqual(cautionsOf(judged({ pictures })), [{ caution: 'works', citations: ['IV.A.9.d'] }])
  const licensed = answered(emptyDraft, { fact: 'media.licensed', question: '' }, true)
  assert.deepEqual(cautionsOf(judged({ ...licensed, pictures })), [])
  assert.deepEqual(cautionsOf(judged({ text: 'Coffee with the neighbours.' })), [])
  const insult = 'You are a pathetic liar.'
  assert.deepEqual(
    cautionsOf(judged({ text: insult, kind: 'message' })).map(({ caution }) => caution),
    ['harassment'],
  )
})

test('help is near for somebody after a hard call, and not for everybody', () => {
  const heavy = [
    "Another dead kid tonight. I can't sleep.",
    'Did CPR on a baby for forty minutes on shift today and we lost him anyway. My hands still shake.',
    "I'm done. Nobody understands what this job does to you.",
    "Can't get her out of my head, nightmares every night",
  ]
  for (const text of heavy) assert.ok(soundsLikeAHardCall(text), text)
  const ordinary = lines('ordinary')
  const near = ordinary.filter(soundsLikeAHardCall)
  assert.ok(ordinary.length > 200)
  assert.ok(
    near.length <= ordinary.length * 0.02,
    `${near.length} of ${ordinary.length}: ${near.join(' / ')}`,
  )
})

test('[P] what one text has that another has not is put there whole, and cuts no sign in half', () => {
  let halves = 0
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '🚓', '🚔', '🌙')).map((signs) => signs.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, end, instead } = editOf(before, after)
      assert.equal(before.slice(0, start) + instead + before.slice(end), after)
      for (const part of [before.slice(start, end), instead]) assert.ok(part.isWellFormed(), part)
      if (before.includes('🚓') && after.includes('🚔')) halves++
    }),
  )
  assert.ok(halves > 5)
})

test('of suggestions that were taken, the one that made the text goes back', () => {
  const first = { before: 'a', after: 'b', said: 'a', instead: 'b' }
  const second = { before: 'b', after: 'c', said: 'b', instead: 'c' }
  const taken = [first, second]
  assert.deepEqual(standing(taken, 'c'), { last: second, isBack: false })
  assert.deepEqual(standing(taken, 'b'), { last: first, isBack: true })
  assert.deepEqual(standing(taken, 'a'), { last: undefined, isBack: true })
  assert.deepEqual(standing([...taken, first], 'b'), { last: first, isBack: false }, 'taken once more')
  assert.deepEqual(standing(taken, 'c and more'), { last: undefined, isBack: false })
})
