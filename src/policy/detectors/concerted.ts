import type { Detector } from '../detector.ts'
import { concerted } from '../words/concerted.ts'
import { cueDetector } from './cue.ts'

/** Finds union speech and talk among coworkers of pay, staffing or working conditions. */
export const concertedDetector: Detector = cueDetector('concerted', [
  {
    fact: 'speech.concerted',
    because: 'speaks of the union, pay, staffing or working conditions',
    words: concerted,
  },
])
