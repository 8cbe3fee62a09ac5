import type { Detector } from '../detector.ts'
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
import { guiltParts, labelled, named, outright, told, type GuiltGroup } from './guilt-wordings.ts'
import { entriesOf, pattern, sightingsOf, type Wording } from './pattern.ts'

function ready(groups: readonly GuiltGroup[], unless: NonNullable<Wording['unless']>): Wording[] {
  return groups.flatMap(({ needs, wordings }) =>
    wordings.map(([is, because, confidence]) => ({ is: pattern(is, guiltParts), because, confidence, needs, unless })),
  )
}

export const wordings: readonly Wording[] = [
  ...ready(outright, notOutright),
  ...ready(labelled, notLabelled),
  ...ready(told, notTold),
  ...ready(named, notNamed),
]
const cues = ['guilt.verdict', 'guilt.did', 'guilt.deed', 'guilt.offender', 'guilt.insult', 'guilt.role', 'guilt.phrase', 'guilt.sure']

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
  detect: (reading) => sightingsOf('speech.guilt', wordings, reading, cues),
}
