import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import { commercial, own, reduction, touting, trades } from '../words/commercial.ts'
import { phrases } from '../words/phrases.ts'
import { cueDetector, sighting, tagged } from './cue.ts'

const fact = 'speech.commercial'
/** How near to an offer the words stand that make the business somebody's own. */
const ownReach = 60
/** How far after "buy your ..." the name of the business may stand. */
const nameReach = 70
const because = 'sells, promotes or solicits business'
const offers = cueDetector('commercial', [
  {
    fact,
    because,
    words: commercial,
    // A business and words of selling are an offer only of somebody's own: "my", "our".
    weigh: (reading, found) => {
      if (found.confidence >= 0.5) return found.confidence
      const around = reading.norm.slice(Math.max(0, found.start - ownReach), found.end + ownReach)
      return own.test(around) ? 0.7 : 0
    },
  },
])

/** Finds selling, promotion and solicitation of business; charity drives and crime news are none. */
export const commercialDetector: Detector = {
  name: 'commercial',
  entries: [
    ...offers.entries,
    ...tagged(`${fact}.reduction`, reduction),
    ...tagged(`${fact}.touting`, touting),
  ],
  triggers: [...offers.triggers, `${fact}.reduction`, `${fact}.touting`],
  detect(reading) {
    const sightings = offers.detect(reading)
    if (reading.has(`${fact}.unless`)) return sightings
    for (const { start, end } of reading.hitsOf(`${fact}.reduction`)) {
      const figure = /\d{1,2} ?% ?$/.exec(reading.norm.slice(Math.max(0, start - 5), start))
      if (figure)
        sightings.push(
          sighting(reading, fact, { start: start - figure[0].length, end, confidence: 0.85 }, because),
        )
    }
    return sightings.length > 0 ? sightings : touted(reading)
  },
}

const trade = new Set(phrases(trades))
/** "... at Joe's Auto", "from Bell Tire & Brake", "is Rosa's": up to four capitalised words. "Shop at" names it at once. */
const placed =
  /^(?:[^.!?\n]{0,45}?\b(?:at|from|is|to|by|with|go))?\s+((?:the\s+)?\p{Lu}[\p{L}'’&-]*(?:\s+(?:&\s+)?\p{Lu}[\p{L}'’&-]*){0,3})/u

/** Somebody else's business recommended in passing: it must be named, by its owner ("Joe's") or its trade ("Auto"). */
function touted(reading: Reading): Sighting[] {
  for (const { start, end } of reading.hitsOf(`${fact}.touting`).slice(0, 10)) {
    const next = reading.original(end, Math.min(end + nameReach, reading.norm.length))
    const match = placed.exec(next)
    const words = (match?.[1] ?? '').split(/\s+/)
    if (!match || next === next.toUpperCase()) continue
    const isBusiness =
      words.some((word) => trade.has(word.toLowerCase())) || /^\p{Lu}\p{Ll}+['’]s$/u.test(words[0] ?? '')
    if (isBusiness)
      return [sighting(reading, fact, { start, end: end + match[0].length, confidence: 0.65 }, because)]
  }
  return []
}
