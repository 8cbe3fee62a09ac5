import type { Detector } from '../detector.ts'
import { entriesOf, pattern, sightingsOf, type Wording } from './pattern.ts'

const parts = {
  pd: '(?:the|our|my|this|your) (?:entire |whole |[a-z]+ ){0,2}(?:department|dept\\.?|pd|police|police department|force|chief|police force|agency|rank and file)|(?:[a-z]+ )?(?:pd|police department)|[hbnw]pd',
  view: "(?:believes?|thinks?|supports?|opposes?|endorses?|stands? (?:with|behind|against|for)|demands?|rejects?|condemns?|disagrees?|agrees?|favou?rs?|is (?:against|for|behind|in favou?r)|are (?:against|for|behind|in favou?r)|wants? you|recommends?|backs?|does not (?:support|believe|agree)|do not (?:support|believe|agree)|don't (?:support|believe|agree)|will not tolerate|says? no|says? yes|urges? you to vote|feels?|hopes? you vote|calls? on)",
}

const voice = "could be taken for the department's own view"

const sources: readonly [string, string, number][] = [
  [
    'we,? (?:as |here at )?(?:the )?(?:[a-z]+ )?(?:police department|police|department|pd|force),? {view}',
    voice,
    0.8,
  ],
  [
    '(?:on|in) behalf of (?:{pd}|the men and women of|all (?:of us|officers)(?: at| of| in)|[a-z]+ police|every (?:cop|officer) in|law enforcement)',
    voice,
    0.9,
  ],
  [
    '(?:we|us|all of us|those of us) (?:here )?(?:at|in|of) (?:the )?(?:{pd}|[a-z]+ police) {view}',
    voice,
    0.9,
  ],
  [
    "(?:the |our |this )?(?:department|dept|pd|police department|force|chief|agency|[a-z]+ pd|[a-z]+ police(?: department)?)(?:'s|s'|’s)? (?:official |formal |own )?(?:position|view|stance|opinion|policy|line|statement|message|word) (?:on [a-z ]{2,30} )?(?:is|remains|has always been|was)(?: that| clear| simple|:)?",
    voice,
    0.8,
  ],
  [
    '(?:speaking|speak|talking|writing|answering) (?:here |now |officially )?for (?:{pd}|[a-z]+ police|every (?:cop|officer)|all (?:cops|officers)|the (?:men and women|officers))',
    voice,
    0.85,
  ],
  [
    '(?:official (?:statement|word|position|response|comment)|statement) (?:of|from|by) (?:{pd}|[a-z]+ police)',
    voice,
    0.7,
  ],
  ['(?:hartford|hamden|bridgeport|new haven|our) (?:pd|police(?: department)?) {view}', voice, 0.65],
  [
    'as (?:a|one|an entire|your) (?:whole |local |town )?(?:police )?(?:department|force|agency),? (?:we|our)',
    voice,
    0.75,
  ],
]

const wordings: readonly Wording[] = sources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: (found) =>
    /\b(?:not|never|don't|do not|doesn't|cannot|can't|nor)\b[a-z' ]{0,20}$/.test(found.before) ||
    found.after.trimEnd().endsWith('?'),
}))

/** Speaks so that a reader could take it for the department's view; a disclaimer says the contrary. */
export const forDepartmentDetector: Detector = {
  name: 'for-department',
  entries: entriesOf(
    'voice.cue',
    'behalf, department, departments, dept, pd, hpd, bpd, police, chief, force, agency',
  ),
  triggers: ['voice.cue'],
  detect: (reading) => sightingsOf('speech.for-department', wordings, reading, ['voice.cue']),
}
