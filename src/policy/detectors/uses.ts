import type { Detector } from '../detector.ts'
import { data } from '../words/use-data.ts'
import { prevention } from '../words/use-prevention.ts'
import { reporting } from '../words/use-reporting.ts'
import { tips } from '../words/use-tips.ts'
import { wanted } from '../words/use-wanted.ts'
import { cueDetector } from './cue.ts'

/** Uses of a page that orders recognise: wanted people, tips, prevention, reporting, data. English and Spanish. */
export const usesDetector: Detector = cueDetector('uses', [
  { fact: 'use.wanted', because: 'seeks a wanted person', words: wanted },
  {
    fact: 'use.tips',
    because: 'asks the public for what it knows of a crime',
    words: tips,
    // "If you see her, call us" seeks the person, not a tip about a crime.
    weigh: (reading, { confidence }) =>
      confidence < 0.9 && (reading.has('notice.missing.alone') || reading.has('use.wanted.alone'))
        ? 0
        : confidence,
  },
  { fact: 'use.prevention', because: 'gives advice against crime', words: prevention },
  { fact: 'use.reporting', because: 'offers a way to report online', words: reporting },
  { fact: 'use.data', because: 'shares crime maps or figures', words: data },
])
