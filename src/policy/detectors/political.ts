import type { Detector } from '../detector.ts'
import type { Sighting } from '../sighting.ts'
import { disasters, political, votes, votingNotice } from '../words/political.ts'
import { cueDetector, sighting, tagged } from './cue.ts'
import { outsideOf } from './near.ts'

const fact = 'speech.political'
const because = 'stands for or against a candidate, a party or a ballot question'
/** How much of what follows "vote for" is looked at for a name. */
const nameReach = 40
const name = /^\s+(?:Mr\.?\s+|Ms\.?\s+|Dr\.?\s+)?\p{Lu}[\p{L}'’-]*\s+(?:\p{Lu}\.?\s+)?\p{Lu}[\p{L}'’-]+/u
/** After these a surname is enough: "a vote for Hale". */
const slogans = new Set(['a vote for', 'all in for', 'riding with', 'ridin with'])
const surname = /^\s+\p{Lu}[\p{Ll}'’-]{2,}/u
const member =
  /^\s+(?:Officer|Sgt|Sergeant|Detective|Det|Deputy|Question|Team|Best|Most|Favorite|Yes|No|On|In|The|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today|Tonight|Tomorrow)\b/i

const sides = cueDetector('political', [
  {
    fact,
    because,
    words: political,
    // A notice of hours, places or a council's agenda names an election without taking a side; in news of a disaster
    // those who hold office speak, visit and help.
    weigh: (reading, found) =>
      (found.confidence < 0.9 && reading.has(`${fact}.notice`)) ||
      (found.confidence <= 0.5 && reading.has(`${fact}.disaster`))
        ? 0
        : found.confidence,
  },
])

/** Finds support of or opposition to candidates, parties and ballot questions. */
export const politicalDetector: Detector = {
  name: 'political',
  entries: [
    ...sides.entries,
    ...tagged(`${fact}.notice`, votingNotice),
    ...tagged(`${fact}.disaster`, disasters),
    ...tagged(`${fact}.votes`, votes),
  ],
  triggers: [...sides.triggers, `${fact}.votes`],
  detect(reading) {
    const sightings: Sighting[] = sides.detect(reading)
    const hits = outsideOf(reading.hitsOf(`${fact}.idiom`), reading.hitsOf(`${fact}.votes`))
    if (sightings.length > 0 || hits.length === 0 || reading.has(`${fact}.notice`)) return sightings
    for (const { start, end, phrase } of hits) {
      const next = reading.original(end, Math.min(end + nameReach, reading.norm.length))
      const named = name.exec(next) ?? (slogans.has(phrase) ? surname.exec(next) : null)
      if (!named || member.test(next) || isShouted(next)) continue
      const found = { start, end: end + named[0].length, confidence: 0.7 }
      sightings.push(sighting(reading, fact, found, because))
    }
    return sightings
  },
}

/** In capitals throughout, a word is no name for being one. */
function isShouted(stretch: string): boolean {
  return stretch.length > 12 && stretch === stretch.toUpperCase()
}
