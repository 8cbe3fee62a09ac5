import type { Detector } from '../detector.ts'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../reading.ts'
import type { Sighting } from '../sighting.ts'

/** One detector alone, on its own words, as the common pass would run it: for tests beside the detectors. */
export function detectWith(detector: Detector): (text: string) => Sighting[] {
  const lexicon = compileLexicon(detector.entries)
  return (text) => {
    const reading = read(text, lexicon)
    return detector.triggers.some((tag) => reading.has(tag)) ? detector.detect(reading) : []
  }
}
