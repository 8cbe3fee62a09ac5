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
  /^ (?:pick ?-?up|collection|can|cans|truck|trucks|day|days|bin|bins|bags?|schedule|removal|disposal|chicken|seasoning|string|smells?|odou?rs?|stench|weather|taste|food|bathrooms?|restrooms?|humidity|traffic|habit|mess|walk|wash|license|park|owners?|fish|shoes?|nose|makeup|squad|trap|traps|poison|who makes|defen[cs]e|justice|law|lawyers?|courts?|records?|code|charges?|case|investigations?)\b/
const thingBefore =
  /\b(?:take|taking|took|taken|pick|picks|picking|picked|throw|threw|throwing|put) (?:out |up |away |in )?(?:the |your |their |a )?$/

/** Advice in a notice: "don't be a fool, never drive through water". */
const advised = /\b(?:don'?t|do not|never) be (?:so |that |an? )?$/

/** "It is vile to say so", "Disgusting." after what was quoted: a deed or a saying is blamed, nobody is insulted. */
const deedBefore =
  /\b(?:it|that|this|which)(?:'s| is| was| would be| isn't)(?: not)? (?:just |so |absolutely |really |plain |truly )*$/
const deedAfter = /^,? (?:to|that|how|when|for (?:anyone|anybody|someone|people) to)\b/
const quotedBefore = /["'\u2019\u201d][.?!]* (?:how |so |just |absolutely )*$/
const standsAlone = /^[.!?]/

/** "Calling people parasites is wrong", "they called me a pig": somebody else's word, told. */
const toldBefore =
  /(?:^|[.!?;] )(?:stop |quit )?calling (?:\w+ ){1,3}$|\b(?:he|she|they|who|somebody|someone|people|anybody|anyone) (?:\w+ )?(?:called?|calls|calling) (?:me|us|him|her|them|people|others|my \w+) (?:an? )?$|\b(?:be|been|being|get|gets|getting|got|was|were) called an? $/

/** "My kids are little monsters" is fondness. */
const fondBefore =
  /\b(?:my|our|these|the) (?:\w+ )?(?:kids?|sons?|daughters?|twins|toddlers?|pup(?:py|pies)?|kittens?|dogs?|cats?|grandkids|babies|baby|nephews?|nieces?)(?:'s| is| are) (?:(?:such|little|a|an|absolute|total|my|two|three|real) )*$/

/** "Moby Dick", "Dick Tracy": a name written with a capital beside another. */
const nameBefore = /\b(?:name(?:d|'s| is)|moby|philip k\.?|mr\.?|uncle|king) $/
const nameAfter =
  /^(?: (?:van|tracy|cheney|clark|whitman|powell|turpin|butkus|wolf|and jane)\b|'s sporting| size| lane| street| avenue)/

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
  return [...reading.hitsOf(insult), ...reading.hitsOf(ambiguous), ...reading.hitsOf(faint)].filter((hit) => {
    const next = after(reading, hit.end)
    const last = before(reading, hit.start)
    if (thingAfter.test(next) || thingBefore.test(last)) return false
    if (toldBefore.test(last)) return false
    if (hit.tag !== ambiguous) return true
    if (nameAfter.test(next) || nameBefore.test(last) || fondBefore.test(last)) return false
    return (
      !(deedBefore.test(last) && deedAfter.test(next)) && !(quotedBefore.test(last) && standsAlone.test(next))
    )
  })
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
