import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { obsceneDetector } from './obscene.ts'

const see = detectWith(obsceneDetector)

for (const text of ['suck my dick', 'send nudes', 'she gave me a blowjob', 'so horny tonight'])
  test(`explicit: ${text}`, () => assert.equal(see(text)[0]?.fact, 'speech.obscene'))

for (const text of [
  'He was charged with sending nudes of a minor',
  'Detectives arrested a man for filming oral sex without consent',
  'Prostate and penis cancer screening on Friday',
  'Blue tits and great tits at the feeder',
  'The cock crowed at dawn over Cockfosters',
])
  test(`not explicit: ${text}`, () => assert.deepEqual(see(text), []))
