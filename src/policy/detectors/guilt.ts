import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import { tagNumber } from '../tags.ts'
import {
  crimes,
  crimeTalk,
  didIt,
  insults,
  offenders,
  play,
  roles,
  sayings,
  sure,
  verdictWords,
} from '../words/guilt.ts'
import { notLabelled, notNamed, notOutright, notTold } from './guilt-limits.ts'
import { labelled } from './guilt-labelled.ts'
import { outright } from './guilt-outright.ts'
import { guiltParts, type GuiltGroup } from './guilt-parts.ts'
import { named, told } from './guilt-told.ts'
import { entriesOf, pattern, sightingsOf, type Wording } from './pattern.ts'

function ready(groups: readonly GuiltGroup[], unless: NonNullable<Wording['unless']>): Wording[] {
  return groups.flatMap(({ needs, wordings }) =>
    wordings.map(([is, because, confidence]) => ({
      is: pattern(is, guiltParts),
      because,
      confidence,
      needs,
      unless,
    })),
  )
}

const wordings: readonly Wording[] = [
  ...ready(outright, notOutright),
  ...ready(labelled, notLabelled),
  ...ready(told, notTold),
  ...ready(named, notNamed),
]
const cues = [
  'guilt.verdict',
  'guilt.did',
  'guilt.deed',
  'guilt.offender',
  'guilt.insult',
  'guilt.role',
  'guilt.phrase',
  'guilt.sure',
]

const strong = ['guilt.verdict', 'guilt.offender', 'guilt.insult', 'guilt.phrase', 'guilt.sure']
const strongTags = strong.map(tagNumber)
const subject =
  /(?<![a-z])(?:he|she|they|who|that|these|those|this|our|you|we|^cousin|husband|wife|boyfriend|girlfriend|suspect|committed|did (?:it|this|that))(?![a-z])/

/** A deed told with nobody that the author could be accusing: most news of crime ends here. */
function plainNews(reading: Reading): boolean {
  return (
    reading.norm.length < 400 &&
    !strongTags.some((tag) => reading.found.hasNumber(tag)) &&
    !subject.test(reading.norm) &&
    !/\b\p{Lu}\p{Ll}{2,} (?:killed|murdered|raped|robbed|strangled|stabbed|molested|abused|torched|kidnapped|beat|broke|stole|shot)\b/u.test(
      reading.text,
    )
  )
}

/** Says of a suspect or arrestee that they did it, or did not, before a court has spoken. */
export const guiltDetector: Detector = {
  name: 'guilt',
  entries: [
    ...entriesOf('guilt.verdict', verdictWords),
    ...entriesOf('guilt.did', didIt),
    ...entriesOf('guilt.deed', crimes),
    ...entriesOf('guilt.offender', offenders),
    ...entriesOf('guilt.insult', insults),
    ...entriesOf('guilt.role', roles),
    ...entriesOf('guilt.phrase', sayings),
    ...entriesOf('guilt.sure', sure),
    ...entriesOf('guilt.crime', crimeTalk),
    ...entriesOf('guilt.play', play),
  ],
  triggers: cues,
  detect: (reading) => sightingsOf('speech.guilt', wordings, reading, cues, plainNews),
}
