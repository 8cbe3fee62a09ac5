import type { Detector } from '../detector.ts'
import { commercial, reduction } from '../words/commercial.ts'
import { cueDetector, sighting, tagged } from './cue.ts'

const fact = 'speech.commercial'
const because = 'sells, promotes or solicits business'
const offers = cueDetector('commercial', [{ fact, because, words: commercial }])

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
