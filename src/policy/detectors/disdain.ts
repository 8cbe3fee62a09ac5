import type { Detector } from '../detector.ts'
import type { Hit, Reading } from '../reading.ts'
import { scopeOf } from '../scope.ts'
import type { Sighting } from '../sighting.ts'
import { contemptPhrases, contemptWords, disdainTargets } from '../words/disdain.ts'
import { linesOf, wordsOf } from '../words/lists.ts'

const target = 'disdain.target'
const contempt = 'disdain.contempt'
const whole = 'disdain.whole'

/** Between the group and what is said of it: "is", "are all", "full of", "= nothing but". */
const says =
  /^(?: (?:projects|towers|apartments|houses|blocks?|neighbou?rhoods?|buildings|streets)| (?:at|in|from|on|down at|over at) (?:\w+ ){1,3}?\w+)?(?:'s|'re|,| who live here| in this (?:city|town)| here| around here| of this (?:city|town)| i (?:meet|see|deal with)| is| are| was| were| have become| has become)*(?: ?=| is| are|'s|'re| was| were| full of| nothing but| remain| acts? like| behaves? like| deserves?)(?: (?:all|just|a|an|the|such|nothing but|absolutely|really|so|total|complete|fucking|damn|bunch of|pack of|full of|pure|literal|literally|basically|mostly|truly|filled with|like|utter|absolute|one big|giant|human|complete and utter)){0,4} $/
/** "garbage city", "you worthless taxpayers". */
const called = /^ (?:\w+ ){0,2}$/
/** "Nothing but junkies on the east side". */
const filling = /\bnothing but (?:\w+ and )?$/
const filled = /^(?: (?:and|or) \w+)? (?:on|in|at|from|around|living (?:in|on)|who live (?:in|on)) (?:the )?$/
const material =
  /^ (?:pick ?-?up|collection|cans?|trucks?|day|bins?|bags?|schedule|removal|disposal|and recycling|is collected|fire|center|control|shelter)\b/

/** Raises `speech.disdain`: contempt for the city, those who live in it, or a group that no law protects. */
export const disdainDetector: Detector = {
  name: 'disdain',
  entries: [
    ...linesOf(disdainTargets).map((phrase) => ({ phrase, tag: target })),
    ...wordsOf(contemptWords).map((phrase) => ({ phrase, tag: contempt })),
    ...linesOf(contemptPhrases).map((phrase) => ({ phrase, tag: whole })),
  ],
  triggers: [contempt, whole],
  detect(reading) {
    const sightings: Sighting[] = []
    for (const hit of reading.hitsOf(whole)) {
      const near = reading.norm.slice(Math.max(0, hit.start - 80), hit.end + 80)
      if (
        /\b(?:city|town|people|residents|taxpayers|neighbou?rhood|public|place|everyone|everybody|block|projects|hood)\b/.test(
          near,
        )
      )
        add(sightings, reading, hit.start, hit.end, 0.75)
    }
    for (const hit of reading.hitsOf(contempt)) {
      if (material.test(reading.norm.slice(hit.end, hit.end + 30))) continue
      const group = groupOf(reading, hit)
      if (group) add(sightings, reading, Math.min(group.start, hit.start), Math.max(group.end, hit.end), 0.85)
    }
    return sightings
  },
}

/** The group that a word of contempt is said of, within a few words of it. */
function groupOf(reading: Reading, hit: Hit): Hit | undefined {
  return reading.hitsOf(target).find((group) => {
    if (group.end <= hit.start && hit.start - group.end < 80)
      return says.test(reading.norm.slice(group.end, hit.start))
    const between = reading.norm.slice(hit.end, Math.min(group.start, hit.end + 40))
    if (
      group.start >= hit.end &&
      group.start - hit.end < 40 &&
      filled.test(between) &&
      filling.test(reading.norm.slice(Math.max(0, hit.start - 30), hit.start))
    )
      return true
    return (
      group.start >= hit.end &&
      group.start - hit.end < 12 &&
      called.test(reading.norm.slice(hit.end, group.start)) &&
      !/^(?:the|our|this)/.test(group.phrase)
    )
  })
}

function add(sightings: Sighting[], reading: Reading, from: number, to: number, confidence: number): void {
  const scope = scopeOf(reading, from, to)
  if (scope.quoted || scope.negated || scope.hypothetical || scope.attributed) return
  if (/\bnot\b|n't\b/.test(reading.norm.slice(from, to))) return
  const [start, end] = reading.span(from, to)
  sightings.push({
    fact: 'speech.disdain',
    start,
    end,
    confidence,
    because: 'shows contempt for the community or a group in it',
  })
}
