import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defamationDetector } from './defamation.ts'
import { detectWith } from './detect-with.ts'

const see = detectWith(defamationDetector)

for (const [text, words] of [
  ['Ann Poe steals from her customers', 'steals from'],
  ['My neighbor Karl beats his kids', 'beats his kids'],
  ['Pine Dental commits insurance fraud', 'commits insurance fraud'],
  ['🙄 Dr. Moe is selling pills', 'selling pills'],
  ['Ana Gómez es una ladrona', 'es una ladrona'],
] as const)
  test(`discredits somebody named: ${text}`, () => {
    const [first] = see(text)
    assert.ok(first)
    assert.equal(Array.from(text).slice(first.start, first.end).join(''), words)
  })

for (const text of [
  'Somebody steals from my porch every week',
  'John Roe, 34, is charged with larceny; he steals from employers, police say',
  'Jane Roe stole the show tonight',
  'Is Max Moe a thief?',
  'Max Moe is not a thief',
  'He is a thief',
])
  test(`no defamation: ${text}`, () => assert.deepEqual(see(text), []))
