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
  'Biden 2024!',
  'Councilman Poe needs to go',
  'The mayor has to go in November',
  'Elect Judge Marie Olsen this November',
  "Obama's answer to the flooding was a disgrace",
])
  test(`political: ${text}`, () => {
    const [first] = see(text)
    assert.equal(first?.fact, 'speech.political')
  })

for (const text of [
  'No-knock warrants should be banned',
  'Polls are open until 8, expect traffic around the school',
  'The mayor and the chief cut the ribbon of the new station',
  'The mayor needs to go to the hospital for a check-up',
  'The governor must go through the council for this',
  'The council will vote tonight on the lease',
  'Vote for our K9 in the calendar contest',
  'Crash on Clinton Street near Trump Tower, one lane open',
  'President Obama signs disaster declaration for the flooded counties',
  'The worst of the storm is over. President Obama and FEMA help with the recovery',
  'Senator Hale will give a speech beside Obama at the shelter for evacuees',
])
  test(`not political: ${text}`, () => assert.deepEqual(see(text), []))
