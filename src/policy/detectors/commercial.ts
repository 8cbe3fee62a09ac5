import type { Detector } from '../detector.ts'
import { commercial, own, reduction } from '../words/commercial.ts'
import { cueDetector, sighting, tagged } from './cue.ts'

const fact = 'speech.commercial'
/** How near to an offer the words stand that make the business somebody's own. */
const ownReach = 60
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
  entries: [...offers.entries, ...tagged(`${fact}.reduction`, reduction)],
  triggers: [...offers.triggers, `${fact}.reduction`],
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
    return sightings
  },
}
