import type { Detector } from '../detector.ts'
import type { Entry } from '../lexicon.ts'
import type { Hit, Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import { ambiguousInsults, insultPhrases, insultWords } from '../words/insult.ts'
import { linesOf, wordsOf } from '../words/lists.ts'
import { profaneWords } from '../words/profane.ts'
import { toxicWords } from '../words/toxic-words.ts'
import { after, before, isNotice, isReported, isSelfMockery } from './speech-scope.ts'

const insult = 'offence.insult'
const ambiguous = 'offence.ambiguous'
const faint = 'offence.faint'

/** A learned word below this is named only when nothing plainer stands in the text. */
const plainly = 0.4

const learned = new Map(
  toxicWords
    .trim()
    .split('\n')
    .map((line): [string, number] => {
      const [word = '', weight] = line.split(' ')
      return [word, Number(weight) / 100]
    }),
)

function entriesOf(): Entry[] {
  const swearing = new Set(wordsOf(profaneWords))
  const twofold = new Set(wordsOf(ambiguousInsults))
  const plain = wordsOf(insultWords).filter((word) => !twofold.has(word) && (learned.get(word) ?? 1) >= plainly)
  const known = new Set([...plain, ...twofold, ...swearing])
  const rest = [...learned].filter(([word]) => !known.has(word))
  return [
    ...[...plain, ...linesOf(insultPhrases)].map((phrase) => ({ phrase, tag: insult })),
    ...[...twofold].map((phrase) => ({ phrase, tag: ambiguous })),
    ...rest.map(([phrase, weight]) => ({ phrase, tag: weight >= plainly ? insult : faint })),
  ]
}

const person =
  "(?:you|u|ur|your|you're|he|he's|she|she's|they|they're|them|him|her|who|everyone|everybody|people|politicians?|voters?|guys?|folks|man|woman|women|men|kids?|boss|mayor|chief|governor|president|government|trump|trudeau|obama|clinton|liberals?|republicans?|democrats?|neighbou?rs?|drivers?|the left|the right)"
/** "you are a ...", "they're such ...", "these ...", "bunch of ...". */
const calledBefore = new RegExp(
  `(?:\\b${person}(?:'s|'re| is| are| was| were| be| being| am| sounds?| looks?)? (?:(?:not|all|a|an|the|such|so|just|really|too|very|total|complete|fucking|damn|one|some|another|big|bunch of|pack of|also|both|truly|absolute|pretty|nothing but|little|old|bigger|biggest|most|such) ){0,4}|\\b(?:these|those|such an?|what an?|what|bunch of|pack of|you) |@\\w+ )$`,
)
/** "... like you", "... people", "... politicians". */
const calledAfter = new RegExp(
  `^[ ,-]*(?:people|person|politicians?|liberals?|republicans?|democrats?|supporters?|man|woman|guy|kid|losers?|like (?:you|him|her|them)|in chief|ass|old man)\\b`,
)
/** Refuse, fairs, cooking and games: where the same words name things. */
const thingAfter =
  /^ (?:pick ?-?up|collection|can|cans|truck|trucks|day|days|bin|bins|bags?|schedule|removal|disposal|chicken|seasoning|string|walk|wash|license|park|owners?|fish|shoes?|nose|makeup|squad|trap|traps|poison)\b/

const thingBefore = /\b(?:take|taking|took|taken|pick|picks|picking|picked|throw|threw|throwing|put|the|your|of|and|for|a hot) (?:out |up |away |in )?(?:the |your |their |a )?$/

/** Raises `speech.attack`: somebody is insulted. Sure when a person is plainly meant, less sure of "a stupid rule". */
export const attackDetector: Detector = {
  name: 'attack',
  entries: entriesOf(),
  triggers: [insult, ambiguous, faint],
  detect(reading) {
    const meant = (hit: Hit): boolean => !isReported(reading, hit) && !isSelfMockery(reading, hit)
    const sightings = reading
      .hitsOf(insult)
      .filter(meant)
      .map((hit) => attack(reading, hit, weightOf(hit) * (isCalled(reading, hit) ? 1 : 0.7)))
    for (const hit of reading.hitsOf(ambiguous))
      if (isAbuse(reading, hit) && meant(hit)) sightings.push(attack(reading, hit, weightOf(hit)))
    if (sightings.length > 0 || reading.has('offence.profane')) return sightings
    const best = [...reading.hitsOf(faint), ...reading.hitsOf(ambiguous).filter((hit) => learned.has(hit.phrase))]
      .filter((hit) => (hit.tag === faint ? !isNotice(reading) : isAngry(reading)) && !thingAfter.test(after(reading, hit.end)) && !thingBefore.test(before(reading, hit.start)) && meant(hit))
      .reduce<Hit | undefined>((top, hit) => (top && weightOf(top) >= weightOf(hit) ? top : hit), undefined)
    return best ? [attack(reading, best, weightOf(best) * 0.7)] : []
  },
}

function weightOf(hit: Hit): number {
  return learned.get(hit.phrase) ?? (hit.tag === insult ? 0.7 : 0.4)
}

/** Whether a twofold word is thrown at somebody here: at a person called so, or in the heat of an argument. */
function isAbuse(reading: Reading, hit: Hit): boolean {
  if (thingAfter.test(after(reading, hit.end)) || thingBefore.test(before(reading, hit.start))) return false
  return isCalled(reading, hit) || (weightOf(hit) >= 0.5 && isAngry(reading))
}

function isCalled(reading: Reading, hit: Hit): boolean {
  return calledBefore.test(before(reading, hit.start)) || calledAfter.test(after(reading, hit.end))
}

/** A comment that argues with or about persons; notices and reports do not speak so. */
const argues =
  /\b(?:you|your|they|them|their|he|his|him|she|her|people|government|media|party|gop|leaders?|voters?|supporters?|anyone|everyone|you're|trump|trudeau|obama|clinton|liberals?|republicans?|democrats?|left|right|they're|these people|those people|our leaders?|politicians?|he's|she's|who|what a|another|nothing but|so|such)\b/

function isAngry(reading: Reading): boolean {
  return argues.test(reading.norm.slice(0, 2000)) && !isNotice(reading)
}

function attack(reading: Reading, hit: Hit, confidence: number): Sighting {
  const [start, end] = reading.span(hit.start, hit.end)
  return {
    fact: 'speech.attack',
    start,
    end,
    confidence: Math.round(Math.min(0.95, confidence) * 100) / 100,
    because: 'insults somebody',
  }
}
