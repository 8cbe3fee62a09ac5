import type { Detector } from '../detector.ts'
import { proceedingCues } from '../words/workplace.ts'
import { readsOfficial } from './insider.ts'
import { entriesOf, pattern, sightingsOf, type Wording } from './pattern.ts'

const parts = {
  us: '(?:us|me|the city|the town|the department|our department|this department|the pd|my (?:partner|sergeant|squad|lieutenant|department|buddy|chief)|our (?:chief|guys|officers?|pd|squad)|the chief|[a-z]+ pd|[a-z]+ police(?: department)?|an? (?:officer|cop)|officer [a-z]+|(?:sgt|lt|det|capt)\\.? [a-z]+|those officers|the officers?)',
}

const court = 'tells of a court case or complaint about the department or its members'

const sources: readonly [string, string, number][] = [
  [
    "(?:brutality|excessive force|civil rights|wrongful death|false arrest|discrimination|harassment) (?:lawsuit|suit|case|complaint|claim|settlement) (?:will|should|is|was|has|against|never|won't|got)",
    court,
    0.65,
  ],
  [
    '(?:lawsuit|suit|civil suit|complaint|misconduct complaint|civilian complaint|excessive force (?:complaint|lawsuit|suit|claim)|brutality (?:complaint|lawsuit|claim)|civil rights (?:lawsuit|suit|complaint)|allegations?|accusations?|claims?|charges|discrimination (?:suit|complaint|claim)) (?:[a-z]+ ){0,3}?(?:against|on|about|over) {us}',
    court,
    0.75,
  ],
  [
    "(?:i'm|i am|we're|we are|i|we|my partner|he|she|officer [a-z]+|our [a-z]+|my [a-z]+)(?: is| are| was| got| just| being| getting| been)* (?:being sued|getting sued|got sued|sued|served with (?:a )?(?:lawsuit|papers)|subpoenaed|deposed|named in (?:a|the) (?:lawsuit|suit))(?! for more candy)",
    court,
    0.7,
  ],
  ['(?:suing|sued|sues|sue) {us}', court, 0.7],
  [
    '(?:heading|headed|going|off|called|back) to (?:the |a )?grand jury|(?:i|we|my partner) (?:[a-z]+ ){0,3}before (?:the|a) grand jury',
    court,
    0.75,
  ],
  [
    '(?:civilian|citizen|misconduct|excessive force|brutality|ia|internal affairs|use of force) complaint (?:against|on|about) (?!the (?:city council|landlord))[a-z]+',
    court,
    0.75,
  ],
  [
    "(?:i'm |i am |i'll be |i have to |have to |i |gotta |got to |going to |we )?(?:testify|testifying|testified) (?:[a-z]+ ){0,2}?(?:against|in (?:the|my|our|his|her|court)|at (?:the|his|her|my|our)|for the (?:state|prosecution|da)|about (?:the|my|our|that) (?:arrest|case|shooting))",
    court,
    0.75,
  ],
  [
    'my (?:deposition(?! of )|testimony|subpoena|lawsuit|hearing|arbitration|ia hearing|disciplinary hearing|civil suit|discrimination (?:suit|case|complaint)|whistleblower (?:suit|case|complaint)|settlement)',
    court,
    0.7,
  ],
  [
    '(?:in court|on the stand|suppression hearing|motion to suppress)(?: today| tomorrow| yesterday| this morning| monday)?[^.!?\\n]{0,40}(?:my arrest|guy i arrested|i arrested|my case|our case|against (?:him|her|the guy|that guy|my)|my partner|my bust)',
    court,
    0.75,
  ],
  [
    '(?:settled|settlement|settling|paid out|payout)[^.!?\\n]{0,40}(?:lawsuit|brutality|excessive force|wrongful death|civil rights|against {us}|with the family)[^.!?\\n]{0,40}(?:should|joke|wrong|cave|caved|fought|ridiculous|bs|money grab|disgrace|we|our)',
    court,
    0.65,
  ],
  [
    '(?:cover(?:ed|ing)?[- ]up|covering for)[^.!?\\n]{0,40}(?:misconduct|beating|shooting|complaint|officer|cop|cops|sergeant|chief|lieutenant|department|brass|brutality)',
    'alleges misconduct in the department',
    0.6,
  ],
  [
    '(?:brady|giglio) list|(?:lied|perjured (?:himself|herself)|lying) (?:on the stand|under oath|in (?:his|her|the) (?:report|affidavit|warrant|deposition))',
    'alleges misconduct in the department',
    0.65,
  ],
]

const wordings: readonly Wording[] = sources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: (found, reading) =>
    readsOfficial(reading) ||
    /\b(?:candy|according to court records|was filed against the city|jokingly|movie|tv)\b/.test(
      found.before + found.text + found.after,
    ),
}))

/** Lawsuits, hearings and complaints of misconduct about the department or its members, told by the author. */
export const proceedingDetector: Detector = {
  name: 'proceeding',
  entries: entriesOf('proceeding.cue', proceedingCues),
  triggers: ['proceeding.cue'],
  detect: (reading) => sightingsOf('info.proceeding', wordings, reading, ['proceeding.cue']),
}
