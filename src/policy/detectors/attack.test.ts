import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { attackDetector } from './attack.ts'
import { profaneDetector } from './profane.ts'

const see = detectWith({
  ...attackDetector,
  entries: [...attackDetector.entries, ...profaneDetector.entries],
})

for (const [text, word] of [
  ['You are an idiot', 'idiot'],
  ['The mayor is such a liar', 'liar'],
  ["He's a total clown", 'clown'],
  ['These people are trash', 'trash'],
  ['what a pathetic excuse from a coward', 'pathetic'],
] as const)
  test(`insults: ${text}`, () => {
    const sightings = see(text)
    assert.ok(sightings.every(({ fact }) => fact === 'speech.attack'))
    assert.ok(sightings.some(({ start, end }) => Array.from(text).slice(start, end).join('') === word))
  })

for (const text of [
  'Trash pickup is on Monday',
  'Please take out the garbage by seven',
  'Jerk chicken and a clown at the block party',
  'The rats are back near the market, report them',
  "I'm such an idiot, I left my keys in the car",
  'The horse and donkey were returned to their owners',
  'She said "you idiot" and that was wrong',
  "It's not racist to notice it, and it is vile to say otherwise",
  'Moby Dick is my favorite book',
  'Does anyone know a good criminal defense attorney?',
  'What a vile smell from the river today',
  "My dog's name is Pig and he loves you",
  'My kids are little monsters without a nap',
  'Calling people parasites for where they were born is unchristian',
  "Imagine if somebody said 'all bakers are crooks'",
  "Flooding: please don't be stupid, avoid closed roads",
])
  test(`insults nobody: ${text}`, () => assert.deepEqual(see(text), []))

function sure(text: string): number {
  return Math.max(...see(text).map(({ confidence }) => confidence))
}

test('a person meant is surer than a thing', () => {
  assert.ok(sure('You are a moron') > sure('That was a laughable form'))
})
