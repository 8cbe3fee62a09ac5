import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectWith } from './detect-with.ts'
import { violenceDetector } from './violence.ts'

const see = detectWith(violenceDetector)

for (const text of [
  "He's guilty, fry him",
  'Hope the driver ploughs right through them',
  'They should have shot him twice',
  'I will kill you',
  'Somebody should run over those protesters',
  'Glad he is dead',
  'He deserved to die',
  'Just hang the bastards',
  'we should shoot the looters',
  'A bullet in his head would save us the trial',
  'string him up',
  'kill yourself',
  "I'll put him in the ground",
  'We should put them all in the hospital',
  "I'm going to put you six feet under",
  'Somebody needs to send him to the morgue',
  "You won't live to see trial",
  'I will end you',
  'All lives splatter',
  'Snitches get stitches',
  'I will break every bone in your body',
  'Someone needs to teach that alderman a lesson with a baseball bat',
  'Somebody shoot that judge',
  'Kill all cyclists',
  'Retweet if you think the illegals should be shot at the border',
  'Praying somebody puts that judge six feet under',
  'Someone should\r\nrun over those protesters',
])
  test(`violence: ${text}`, () => assert.equal(see(text)[0]?.fact, 'speech.violence'))

for (const text of [
  'Suspect shot two people on Main Street',
  'A man threatened to kill her and was arrested',
  'Nobody deserves to be shot',
  'How do I kill a process in Linux?',
  'Shoot me a text when you land',
  'Kill them with kindness',
  'I could kill for a pizza',
  'We got killed 14 to 2 in softball',
  'How do I kill someone in Call of Duty?',
  'Drunk driving will kill you',
  'Do not hit him, he is restrained',
  'The firing squad executed prisoners in 1916',
  'She wrote "shoot them all" in her diary, police said',
  'Let us execute the plan and blow up balloons',
  'My boss is going to kill me',
  'Fry him some eggs',
  'Hang him up to dry: my raincoat',
  'Burn them a mixtape',
  'Put him in a box with a blanket, he is a kitten',
  'He was put in the ground on Tuesday next to his wife',
  'We are going to end up in the playoffs',
  'Put her in the recovery position and call 911',
  'The magician will make you disappear in a puff of smoke',
])
  test(`no violence: ${text}`, () => assert.deepEqual(see(text), []))

test('the span covers the threat', () => {
  const text = 'Guilty! Then fry him tonight.'
  const [sighting] = see(text)
  assert.match(Array.from(text).slice(sighting?.start, sighting?.end).join(''), /fry him/)
})

for (const text of [
  'Praying for the people who died in the crash',
  'We hope for peace for those killed on Sunday',
  'He came back to shoot him again, witnesses said',
  'The fires burning up north need to die',
  'The black mold in my basement must die',
])
  test(`no violence: ${text}`, () => assert.deepEqual(see(text), []))
