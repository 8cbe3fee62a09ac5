import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { disdainDetector } from './disdain.ts'

const see = detectWith(disdainDetector)

for (const text of [
  'everyone in this city is garbage, visitors too',
  'This town is a shithole',
  'taxpayers are leeches',
  'people here are all animals',
  'The people in those projects are animals',
  'Those people at the welfare office are leeches',
  'What a worthless bunch of people live in this town',
  'This whole community is trash',
  'Nothing but junkies and losers on the east side',
  'I hate this city',
  'lawyers are nothing but scum',
  'Nobody in this town deserves our help',
])
  test(`disdain: ${text}`, () => assert.equal(see(text)[0]?.fact, 'speech.disdain'))

for (const text of [
  'Garbage collection in this city is on Monday',
  'People here are kind',
  'Nothing but net on the east side court',
  'This entire community raised a fortune for the library',
  'The city is full of lovely parks',
  'Residents are not trash, whatever he says',
  'He said that everyone in this city is garbage',
  'The city dump is closed; residents are asked to wait',
  'Animals at the shelter need this community',
])
  test(`no disdain: ${text}`, () => assert.deepEqual(see(text), []))
