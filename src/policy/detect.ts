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
  always: readonly Detector[]
  wokenBy: ReadonlyMap<string, readonly Detector[]>
}

let ready: Ready | undefined

function prepare(): Ready {
  const wokenBy = new Map<string, Detector[]>()
  for (const detector of detectors)
    for (const tag of detector.triggers) {
      const list = wokenBy.get(tag)
      if (list === undefined) wokenBy.set(tag, [detector])
      else if (!list.includes(detector)) list.push(detector)
    }
  return {
    lexicon: compileLexicon(detectors.flatMap((detector) => detector.entries)),
    always: detectors.filter((detector) => detector.triggers.length === 0),
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
  const woken = new Set(always)
  let lastTag = ''
  for (const { tag } of reading.hits) {
    if (tag === lastTag) continue
    lastTag = tag
    for (const detector of wokenBy.get(tag) ?? []) woken.add(detector)
  }
  const sightings: Sighting[] = []
  for (const detector of woken) sightings.push(...detector.detect(reading))
  return sightings.length < 2 ? sightings : sightings.toSorted(byPlace)
}

function byPlace(a: Sighting, b: Sighting): number {
  return a.start - b.start || a.end - b.end || (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0)
}
