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
import type { Hits } from './hits.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { read } from './reading.ts'
import type { Sighting } from './sighting.ts'
import { tagNumber } from './tags.ts'

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

/** One lexicon of all detectors' entries, the finders to call, and which of them each tag wakes. */
interface Ready {
  lexicon: Lexicon
  finders: readonly Detector[]
  /** A bit for each finder that runs on every text. */
  always: readonly number[]
  /** By tag number, a bit for each finder that the tag wakes. */
  wokenBy: readonly (readonly number[] | undefined)[]
}

let ready: Ready | undefined

function prepare(): Ready {
  const finders = detectors.flatMap((detector) => detector.parts ?? [detector])
  const bits = Array.from({ length: (finders.length + 31) >> 5 }, () => 0)
  const always = bits.slice()
  const wokenBy: number[][] = []
  for (const [index, { triggers }] of finders.entries()) {
    if (triggers.length === 0) mark(always, index)
    for (const tag of triggers) mark((wokenBy[tagNumber(tag)] ??= bits.slice()), index)
  }
  return {
    lexicon: compileLexicon(detectors.flatMap((detector) => detector.entries)),
    finders,
    always,
    wokenBy,
  }
}

function mark(set: number[], index: number): void {
  set[index >> 5] = (set[index >> 5] ?? 0) | (1 << (index & 31))
}

/** The finders that the tags of a text call for, as bits. */
function wokenIn(hits: Hits, { always, wokenBy }: Ready): number[] {
  const woken = always.slice()
  for (let word = 0; word < hits.bitWords; word++)
    for (let rest = hits.bits(word); rest !== 0; rest &= rest - 1) {
      const called = wokenBy[word * 32 + 31 - Math.clz32(rest & -rest)]
      if (called === undefined) continue
      for (let at = 0; at < woken.length; at++) woken[at] = (woken[at] ?? 0) | (called[at] ?? 0)
    }
  return woken
}

/**
 * All that the detectors see in a text, by start; spans are code points of the text as given. Any string is
 * accepted: empty, of megabytes, with lone surrogates. The time is linear in the text, because at most
 * `hitsPerTag` hits of a tag are examined and no sentence is taken longer than `longestSentence`.
 */
export function detect(text: string): Sighting[] {
  ready ??= prepare()
  const reading = read(text, ready.lexicon)
  const woken = wokenIn(reading.found, ready)
  let sightings: Sighting[] = []
  for (let word = 0; word < woken.length; word++)
    for (let rest = woken[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const seen = ready.finders[word * 32 + 31 - Math.clz32(rest & -rest)]?.detect(reading)
      if (seen === undefined || seen.length === 0) continue
      if (sightings.length === 0) sightings = seen
      else sightings.push(...seen)
    }
  return sightings.length < 2 ? sightings : sightings.toSorted(byPlace)
}

function byPlace(a: Sighting, b: Sighting): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : b.confidence - a.confidence)
  )
}
