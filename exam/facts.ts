import { detect } from '../src/policy/detect.ts'

/** Facts that a provision may be charged on; a notice, an identification or a recognised use is none of them. */
export const breachFacts: ReadonlySet<string> = new Set([
  'speech.bias',
  'speech.obscene',
  'speech.profane',
  'speech.violence',
  'speech.attack',
  'speech.disdain',
  'speech.reckless',
  'speech.guilt',
  'speech.pending-prosecution',
  'speech.use-of-force',
  'speech.political',
  'speech.commercial',
  'liability.defamation',
])

/** Facts whose spans together stand for SemEval's toxic spans. */
export const toxicFacts: ReadonlySet<string> = new Set([
  'speech.bias',
  'speech.obscene',
  'speech.profane',
  'speech.violence',
  'speech.attack',
])

const known = new Map<string, ReadonlySet<string>>()

/** The names of the facts that the detectors see in a text. */
export function factsOf(text: string): ReadonlySet<string> {
  let facts = known.get(text)
  if (facts === undefined) known.set(text, (facts = new Set(detect(text).map((sighting) => sighting.fact))))
  return facts
}

export function hasBreach(text: string): boolean {
  return [...factsOf(text)].some((fact) => breachFacts.has(fact))
}
