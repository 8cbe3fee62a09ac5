import type { Detector } from './detector.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { read } from './reading.ts'
import type { Sighting } from './sighting.ts'

const detectors: readonly Detector[] = []

let lexicon: Lexicon | undefined

/** All that the detectors see in a text, by start. Any string is accepted: empty, huge, lone surrogates. */
export function detect(text: string): Sighting[] {
  lexicon ??= compileLexicon(detectors.flatMap((detector) => detector.entries))
  const reading = read(text, lexicon)
  const sightings: Sighting[] = []
  for (const detector of detectors) {
    if (detector.triggers.length === 0 || detector.triggers.some((tag) => reading.has(tag)))
      sightings.push(...detector.detect(reading))
  }
  return sightings.sort((a, b) => a.start - b.start || a.end - b.end)
}
