import assert from 'node:assert/strict'
import { test } from 'node:test'
import { criticismDetector } from './criticism.ts'
import { detectWith } from './detect-with.ts'

const see = detectWith(criticismDetector)

for (const text of [
  'Our chief has no clue',
  'A no-confidence vote is coming, staffing is unsafe',
  'This department is a joke',
  "The captain's new plan is a disaster",
  'El jefe de policía es un incompetente',
])
  test(`criticism: ${text}`, () => {
    const [first] = see(text)
    assert.equal(first?.fact, 'speech.criticism')
  })

for (const text of [
  'The chief thanked everyone for a job well done',
  "The captain's new plan starts Monday",
  'The fire chief said the house is a disaster',
  'The chief said the suspect lied to detectives and was charged',
])
  test(`no criticism: ${text}`, () => assert.deepEqual(see(text), []))
