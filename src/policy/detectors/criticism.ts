import type { Detector } from '../detector.ts'
import { criticism, disapproval } from '../words/criticism.ts'
import { cueDetector, tagged } from './cue.ts'
import { isNear } from './near.ts'

const disapprovalTag = 'speech.criticism.disapproval'

const disapprovalReach = 40

const found = cueDetector('criticism', [
  {
    fact: 'speech.criticism',
    because: 'criticises the Department, its leaders or what they do',
    words: criticism,
    // A leader's plan or decision is only criticised with a word of disapproval beside it.
    weigh: (reading, { start, end, confidence }) => {
      if (confidence > 0.3) return confidence
      return isNear(reading.hitsOf(disapprovalTag), { start, end }, disapprovalReach) ? 0.75 : 0
    },
  },
])

/** Finds criticism of the Department, its leaders or their official acts. */
export const criticismDetector: Detector = {
  ...found,
  entries: [...found.entries, ...tagged(disapprovalTag, disapproval)],
}
