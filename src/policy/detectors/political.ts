import type { Detector } from '../detector.ts'
import { political, votingNotice } from '../words/political.ts'
import { cueDetector, tagged } from './cue.ts'

const sides = cueDetector('political', [
  {
    fact: 'speech.political',
    because: 'stands for or against a candidate, a party or a ballot question',
    words: political,
    // A notice of hours, places or a council's agenda names an election without taking a side.
    weigh: (reading, found) =>
      found.confidence < 0.9 && reading.has('speech.political.notice') ? 0 : found.confidence,
  },
])

/** Finds support of or opposition to candidates, parties and ballot questions. */
export const politicalDetector: Detector = {
  ...sides,
  entries: [...sides.entries, ...tagged('speech.political.notice', votingNotice)],
}
