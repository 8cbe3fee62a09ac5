import type { Detector } from '../detector.ts'
import { linesOf, wordsOf } from '../words/lists.ts'
import { obscenePhrases, obsceneWords } from '../words/obscene.ts'
import { before, isBlamed } from './speech-scope.ts'

const explicit = 'offence.obscene'

/** Crime news, medicine and teaching name the same things without being obscene. */
const sober =
  /\b(?:charged|arrest(?:ed|s)?|convicted|sentenced|accused|alleged(?:ly)?|assault(?:ed)?|abuse|trafficking|victims?|offender|exploitation|extortion|sextortion|minors?|underage|detectives?|investigat(?:ion|ors?|ing)|cancer|surgery|patients?|doctors?|education|health|clinic|screening|awareness|std|hiv|consent)\b/

const bird = /\b(?:blue|great|coal|crested|long-tailed) $/

/** Raises `speech.obscene`: sexually explicit talk, beyond swearing. */
export const obsceneDetector: Detector = {
  name: 'obscene',
  entries: [...wordsOf(obsceneWords), ...linesOf(obscenePhrases)].map((phrase) => ({
    phrase,
    tag: explicit,
  })),
  triggers: [explicit],
  detect(reading) {
    if (sober.test(reading.norm)) return []
    return reading
      .hitsOf(explicit)
      .filter(
        (hit) => !isBlamed(reading, hit) && !(hit.phrase === 'tits' && bird.test(before(reading, hit.start))),
      )
      .map((hit) => {
        const [start, end] = reading.span(hit.start, hit.end)
        return {
          fact: 'speech.obscene',
          start,
          end,
          confidence: 0.85,
          because: 'speaks of sex in explicit words',
        }
      })
  },
}
