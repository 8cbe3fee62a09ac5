import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { politicalDetector } from './political.ts'

const see = detectWith(politicalDetector)

for (const text of [
  'Vote yes on Question 5',
  'I endorse Ann Poe for mayor',
  'Re-elect our councilman',
  'Donated to the Poe campaign today',
  'The Republicans are ruining this country',
  'Vota por Ana Paz',
  'Vote for Sheriff Jones!',
  'Elect Judge Marie Olsen this November',
])
  test(`political: ${text}`, () => {
    const [first] = see(text)
    assert.equal(first?.fact, 'speech.political')
  })

for (const text of [
  'No-knock warrants should be banned',
  'Polls are open until 8, expect traffic around the school',
  'The mayor and the chief cut the ribbon of the new station',
  'The council will vote tonight on the lease',
  'Vote for our K9 in the calendar contest',
  'Crash on Clinton Street near Trump Tower, one lane open',
])
  test(`not political: ${text}`, () => assert.deepEqual(see(text), []))
