import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { recklessDetector } from './reckless.ts'

const see = detectWith(recklessDetector)

for (const text of [
  'I drove home hammered last night lol',
  'Had six beers and drove home, nobody saw',
  'hit 130 mph on the parkway, what a rush',
  'We turned off our bodycams and tuned him up',
  "can't wait to crack some skulls tonight",
  'popped a couple of pills before my shift',
  'I pulled my gun on him just to scare him lol',
  'Tased him twice just for fun',
  "Any bike I see on the sidewalk tonight I'm running it over",
  "I'd let that house burn",
])
  test(`boasts: ${text}`, () => assert.equal(see(text)[0]?.fact, 'speech.reckless'))

for (const text of [
  'We arrested a driver who was drunk and doing 112 mph',
  'A driver was clocked at 120 mph on the parkway',
  'Never drive drunk',
  'I have never driven drunk in my life',
  'Three beers and a burger with the squad after the game, then a taxi',
  'We charged a man who pointed a gun at a clerk',
  'If I drove home drunk I would be fired',
  'High winds today, 60 mph gusts',
  'We beat the firefighters 64 to 61',
  'I am going to run over to the store',
  "I'll let the candle burn a while",
])
  test(`no boast: ${text}`, () => assert.deepEqual(see(text), []))
