import type { Detector } from './detector.ts'
import { attackDetector } from './detectors/attack.ts'
import { biasDetector } from './detectors/bias.ts'
import { commercialDetector } from './detectors/commercial.ts'
import { concertedDetector } from './detectors/concerted.ts'
import { confidentialDetector } from './detectors/confidential.ts'
import { criticismDetector } from './detectors/criticism.ts'
import { defamationDetector } from './detectors/defamation.ts'
import { disdainDetector } from './detectors/disdain.ts'
import { forDepartmentDetector } from './detectors/for-department.ts'
import { guiltDetector } from './detectors/guilt.ts'
import { departmentDetector } from './detectors/identity.ts'
import { asPoliceDetector } from './detectors/identity.ts'
import { investigationDetector } from './detectors/investigation.ts'
import { jobDerivedDetector } from './detectors/job-derived.ts'
import { coworkerDetector } from './detectors/members.ts'
import { personnelDetector } from './detectors/members.ts'
import { noticesDetector } from './detectors/notices.ts'
import { obsceneDetector } from './detectors/obscene.ts'
import { pendingProsecutionDetector } from './detectors/pending-prosecution.ts'
import { politicalDetector } from './detectors/political.ts'
import { proceedingDetector } from './detectors/proceeding.ts'
import { profaneDetector } from './detectors/profane.ts'
import { rankDetector } from './detectors/rank.ts'
import { recklessDetector } from './detectors/reckless.ts'
import { useOfForceDetector } from './detectors/use-of-force.ts'
import { usesDetector } from './detectors/uses.ts'
import { violenceDetector } from './detectors/violence.ts'
import { weaponDetector } from './detectors/weapon.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { read } from './reading.ts'
import type { Sighting } from './sighting.ts'

export const detectors: readonly Detector[] = [
  attackDetector,
  biasDetector,
  commercialDetector,
  concertedDetector,
  confidentialDetector,
  criticismDetector,
  defamationDetector,
  disdainDetector,
  forDepartmentDetector,
  guiltDetector,
  departmentDetector,
  asPoliceDetector,
  investigationDetector,
  jobDerivedDetector,
  coworkerDetector,
  personnelDetector,
  noticesDetector,
  obsceneDetector,
  pendingProsecutionDetector,
  politicalDetector,
  proceedingDetector,
  profaneDetector,
  rankDetector,
  recklessDetector,
  useOfForceDetector,
  usesDetector,
  violenceDetector,
  weaponDetector,
]

/** One lexicon of all detectors' entries, and which detectors each tag wakes. */
interface Ready {
  lexicon: Lexicon
  always: readonly number[]
  wokenBy: ReadonlyMap<string, readonly number[]>
}

let ready: Ready | undefined

function prepare(): Ready {
  const wokenBy = new Map<string, number[]>()
  for (const [index, { triggers }] of detectors.entries())
    for (const tag of triggers) {
      const list = wokenBy.get(tag)
      if (list === undefined) wokenBy.set(tag, [index])
      else if (!list.includes(index)) list.push(index)
    }
  return {
    lexicon: compileLexicon(detectors.flatMap((detector) => detector.entries)),
    always: [...detectors.keys()].filter((index) => detectors[index]?.triggers.length === 0),
    wokenBy,
  }
}

/**
 * All that the detectors see in a text, by start; spans are code points of the text as given. Any string is
 * accepted: empty, of megabytes, with lone surrogates. The time is linear in the text, because at most
 * `hitsPerTag` hits of a tag are examined and no sentence is taken longer than `longestSentence`.
 */
export function detect(text: string): Sighting[] {
  const { lexicon, always, wokenBy } = (ready ??= prepare())
  const reading = read(text, lexicon)
  const { hits } = reading
  const woken = always.slice()
  let lastTag = ''
  for (let at = 0; at < hits.length; at++) {
    const tag = hits[at]?.tag ?? ''
    if (tag === lastTag) continue
    lastTag = tag
    const called = wokenBy.get(tag) ?? none
    for (let i = 0; i < called.length; i++) {
      const index = called[i] ?? 0
      if (!woken.includes(index)) woken.push(index)
    }
  }
  const sightings: Sighting[] = []
  for (let i = 0; i < woken.length; i++) {
    const seen = detectors[woken[i] ?? 0]?.detect(reading) ?? []
    for (let at = 0; at < seen.length; at++) {
      const sighting = seen[at]
      if (sighting) sightings.push(sighting)
    }
  }
  return sightings.length < 2 ? sightings : sightings.toSorted(byPlace)
}

const none: readonly number[] = []

function byPlace(a: Sighting, b: Sighting): number {
  return a.start - b.start || a.end - b.end || (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0)
}
