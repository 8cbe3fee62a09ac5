import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import { biasDetector } from './bias.ts'

const lexicon = compileLexicon(biasDetector.entries)

function detect(text: string): Sighting[] {
  const reading = read(text, lexicon)
  return biasDetector.triggers.some((tag) => reading.has(tag)) ? biasDetector.detect(reading) : []
}

function seen(text: string): Sighting {
  const sighting = detect(text)[0]
  assert.ok(sighting, `nothing seen in: ${text}`)
  return sighting
}

const about: [string, string][] = [
  ['religion', 'Hindus are nothing but vermin'],
  ['nationality', 'Deport every last Somali, they are filth'],
  ['sex', 'Women are too stupid to carry a badge'],
  ['orientation', 'Lesbians make me sick'],
  ['gender-identity', 'Trans people should be wiped out'],
  ['disability', 'Autistic people are a burden and should be locked away'],
  ['race', 'I despise all black people'],
  ['age', 'The elderly are useless parasites'],
]
for (const [group, text] of about)
  test(`contempt about ${group}: ${text}`, () => {
    const sighting = seen(text)
    assert.equal(sighting.fact, 'speech.bias')
    assert.deepEqual(sighting.details, { about: group, setting: 'own-words' })
    assert.ok(sighting.confidence > 0.3 && sighting.confidence <= 1)
    assert.match(sighting.because, /people for what they are|slur/)
  })

const harmful = [
  'Isn\u2019t it plain that Sikhs are garbage?',
  'In my opinion refugees deserve to die',
  'Buddhists have no right to be here',
  'Catholics will never be decent people',
  'womn are disgusting',
  'Mexicans are sc um and f1lthy',
  'immigrantsare scum',
  'fuck all Jews',
  'they moved in next door. I hate them, these gypsies are filth',
  'Lesbians are \u{1f4a9}',
]
harmful.push(
  'Jewish people control the banks',
  'Illegal aliens are flooding our city with crime',
  'Los mexicanos son todos unos ladrones',
  'Los haitianos son unos animales, que se vayan de aquí',
  'These Muslims want sharia law in our schools',
  'n i g g e r s everywhere at the fair',
  'w3tbacks took every job on my street',
)
for (const text of harmful) test(`seen: ${text}`, () => assert.ok(detect(text).length > 0))

const harmless = [
  'I do not hate Hindus at all',
  'No Sikh deserves to be killed',
  'We will never tolerate the murder of lesbians',
  'Saying that "Mexicans are scum" is disgusting and you should be ashamed',
  'Stop calling disabled people stupid',
  'He was fired for saying that women are dumb',
  'I hate politicians, they are scum',
  'You are an idiot and I hate you',
  'These sandwiches are disgusting',
  'I love black coffee and hate Mondays',
  'The white van was filthy and its old engine died',
  'Grab a spade and a hoe from the garden shed',
  'We walked along the dyke by the river',
  'The kitchen is finally spic and span',
  'The black mold in my basement must go',
  'A chink in their zone defense',
  'Dick Van Dyke is my favorite actor',
  'Coon cat adopted',
  'Indians blew a three-run lead in the ninth',
  'Arroz con frijoles negros esta noche',
  'Los inmigrantes son el corazón de esta ciudad',
  'We queers look out for each other',
  'If anybody ever called my kid a wetback I would lose it',
  'Proud queer cop, happy Pride',
  'Thanks to the women and men of this department',
  'A Muslim woman was stabbed on Park Street last night. Detectives are investigating.',
  'The suspect is a Hispanic male in a black hoodie, armed and dangerous',
  'Jewish people are wonderful neighbours',
  'Three immigrants joined the force today',
  'everyone in this city is garbage',
  'Courant headline: "Man calls jogger nigger, then hits him". Just horrible.',
  'I \u2764 lesbians',
]
for (const text of harmless) test(`not seen: ${text}`, () => assert.deepEqual(detect(text), []))

test('an attributed lyric is shown as a lyric', () => {
  const lyric = 'Best verse on the album: "these faggots can\u2019t touch me" - MC Riverton \u{1f3b5}'
  assert.equal(seen(lyric).details?.['setting'], 'lyrics')
})

test('a joke about a disability is shown as a joke', () => {
  const { details } = seen('Why did the kid in the wheelchair cross the road? He couldn\u2019t \u{1f602}')
  assert.deepEqual(details, { about: 'disability', setting: 'joke' })
})

test('contempt for a faith without a foul word', () => {
  assert.equal(seen('Muslims never keep the silence for our fallen soldiers').details?.['about'], 'religion')
})

test('the span stands on the words, in code points', () => {
  const text = '\u{1f600} well. Hindus are filthy'
  const { start, end } = seen(text)
  assert.equal(Array.from(text).slice(start, end).join(''), 'Hindus are filthy')
})

test('a long text is weighed sentence by sentence', () => {
  const calm = 'The women of our unit met the mayor today and spoke about road safety. '.repeat(40)
  assert.deepEqual(detect(calm), [])
  assert.equal(detect(`${calm}All Hindus are vermin. ${calm}`).length, 1)
})

test('any string is accepted', () => {
  for (const text of ['', '\ud83d', '"'.repeat(5000), 'gay '.repeat(50_000), '\u{1f3ff}\u200d'.repeat(2000)])
    assert.ok(Array.isArray(detect(text)))
})

for (const text of [
  'Our Polish neighbors \u{1f1f5}\u{1f1f1} know how to throw a block party \u{1f973}',
  'Two women \u{1f469}\u{1f469} arrested for stealing twelve pizzas \u{1f355}',
  'Coyote sighted by a jogger, please keep dogs \u{1f436} and kids \u{1f467} inside and call us',
  'A man in a wheelchair \u267f was struck on Route 10 \u{1f691} and the driver stayed',
  'Police K9 Rex \u{1f415} visited the seniors \u{1f475}\u{1f474} today',
  'Girls just won states \u{1f3c6}\u{1f525} parade at 5',
  'Our new recruits \u{1f46e}\u{1f3ff}\u{1f46e}\u{1f3fd} graduate tonight \u{1f393}',
  'Proud of our neighbors \u{1f469}\u200d\u{1f692} \u{1f468}\u200d\u{1f692} in the fire department \u2764',
  'No smoking \u{1f6ad} in the lobby, and no \u{1f6ac} by the door',
])
  test(`a picture is no contempt: ${text}`, () => assert.deepEqual(detect(text), []))

for (const text of [
  'Muslims \u{1f40d} everywhere now',
  'Jews = \u{1f400}',
  'I want to \u{1f52a} every \u{1f473}\u{1f3fe}',
  'keep \u{1f3f3}\ufe0f\u200d\u{1f308} away from kids \u{1f92e}',
  'get these \u{1f468}\u200d\u2764\ufe0f\u200d\u{1f468} out of our town \u{1f92e}',
  'too many \u{1f967}\u{1f511} in this town \u{1f612}',
  'there goes another \u{1f196}ER \u{1f922}',
])
  test(`contempt in pictures: ${text}`, () => assert.equal(detect(text)[0]?.fact, 'speech.bias'))
