import type { Detector } from '../detector.ts'
import { insultOdds, isCalled, isTweet } from '../model/insult-odds.ts'
import { speechOdds } from '../model/speech-class.ts'
import type { Hit, Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import { namesOfThings } from '../words/insult.ts'
import { wordsOf } from '../words/lists.ts'
import { ambiguous, faint, insult, insultEntries } from './insult-entries.ts'
import { after, before, isNotice, isBlamed, isSelfMockery } from './speech-scope.ts'

/** Refuse, fairs, cooking and animals: where words of abuse name things. */
const thingAfter =
  /^ (?:pick ?-?up|collection|can|cans|truck|trucks|day|days|bin|bins|bags?|schedule|removal|disposal|chicken|seasoning|string|walk|wash|license|park|owners?|fish|shoes?|nose|makeup|squad|trap|traps|poison|who makes)\b/
const thingBefore =
  /\b(?:take|taking|took|taken|pick|picks|picking|picked|throw|threw|throwing|put) (?:out |up |away |in )?(?:the |your |their |a )?$/

/** Advice in a notice: "don't be a fool, never drive through water". */
const advised = /\b(?:don'?t|do not|never) be (?:so |that |an? )?$/

/** From here on a word insults by itself; below, only the likeliest of a text that holds nothing plainer. */
const sure = 0.4
const likeliest = 0.12

/** In a tweet that sounds this harmless to the speech class, only a word surer than this insults. */
const soundsHarmless = 0.5
const surest = 0.9

const things = new Set(wordsOf(namesOfThings))

/** A comment that argues with or about persons; what people write of dogs, weather and games does not. */
const argues =
  /\b(?:you're|u|they|them|they're|he|he's|his|him|she's|people|government|media|gop|leaders?|voters?|supporters?|anyone|everyone|trump|trudeau|obama|clinton|liberals?|republicans?|democrats?|left|right|politicians?|america|canada|country|nothing but|what a)\b/

/** Raises `speech.attack`: somebody is insulted. Sure when a person is plainly meant, less sure of "a stupid rule". */
export const attackDetector: Detector = {
  name: 'attack',
  entries: insultEntries,
  triggers: [insult, ambiguous, faint],
  detect(reading) {
    const hits = insultsIn(reading)
    if (hits.length === 0) return []
    const notice = isNotice(reading)
    const told = hits
      .map((hit) => ({ hit, odds: insultOdds(reading, hit) }))
      .filter(
        ({ hit, odds }) =>
          hit.tag !== ambiguous ||
          isCalled(reading, hit) ||
          (!notice &&
            (odds >= (things.has(hit.phrase) ? 0.75 : 0.3) ||
              ((odds >= 0.5 || !things.has(hit.phrase)) && argues.test(reading.norm.slice(0, 2000))))),
      )
      .toSorted((a, b) => b.odds - a.odds)
    const least = told.length > 0 && isHarmlessTweet(reading) ? surest : 0
    const meant = ({ hit, odds }: { hit: Hit; odds: number }): boolean =>
      odds >= least &&
      !isBlamed(reading, hit) &&
      !isSelfMockery(reading, hit) &&
      !(notice && advised.test(before(reading, hit.start)))
    const plain = told.filter(({ odds }) => odds >= (notice ? 0.6 : sure)).filter(meant)
    if (plain.length > 0) return plain.map(({ hit, odds }) => attack(reading, hit, odds))
    if (reading.has('offence.profane')) return []
    const best = told.find(meant)
    return best && best.odds >= (notice ? 0.4 : likeliest) ? [attack(reading, best.hit, best.odds)] : []
  },
}

/** Whether a tweet sounds harmless to the speech class, which was trained on tweets and is asked of nothing else. */
function isHarmlessTweet(reading: Reading): boolean {
  return isTweet(reading) && speechOdds(reading.text).neither > soundsHarmless
}

/** The words that may insult and do not plainly name things. */
function insultsIn(reading: Reading): Hit[] {
  return [...reading.hitsOf(insult), ...reading.hitsOf(ambiguous), ...reading.hitsOf(faint)].filter(
    (hit) => !thingAfter.test(after(reading, hit.end)) && !thingBefore.test(before(reading, hit.start)),
  )
}

function attack(reading: Reading, hit: Hit, odds: number): Sighting {
  const [start, end] = reading.span(hit.start, hit.end)
  return {
    fact: 'speech.attack',
    start,
    end,
    confidence: Math.round(Math.min(0.95, odds) * 100) / 100,
    because: 'insults somebody',
  }
}
