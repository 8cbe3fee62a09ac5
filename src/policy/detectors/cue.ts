import type { Detector } from '../detector.ts'
import type { Hits } from '../hits.ts'
import type { Entry } from '../lexicon.ts'
import type { Hit, Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import type { CueWords, Pair } from '../words/cue-words.ts'
import { tagNumber } from '../tags.ts'
import { phrases } from '../words/phrases.ts'
import { nearest, outsideOf, type Stretch } from './near.ts'

/** A stretch that says a thing, and how surely. */
export interface Found extends Stretch {
  confidence: number
}

/** A fact that words tell, with its reason. */
export interface Cue {
  fact: string
  because: string
  words: CueWords
  /** Looks at a find again in its surroundings: a new confidence, 0 to drop it. */
  weigh?: (reading: Reading, found: Found) => number
}

/** A pair of `CueWords` by the numbers of its tags. */
interface TaggedPair {
  words: number
  with: number
  reach: number
  confidence: number
}

const usualReach = 60
const sure = 0.9
const likely = 0.75
const perhaps = 0.5

/** A detector of facts that words alone or in pairs tell. Its tags are `<fact>.alone`, `<fact>.with0` and so on. */
export function cueDetector(name: string, cues: readonly Cue[]): Detector {
  const parts = cues.map((cue) => partFor(name, cue))
  return {
    name,
    entries: parts.flatMap(({ entries }) => entries),
    triggers: parts.flatMap(({ triggers }) => triggers),
    detect: (reading) =>
      parts.flatMap((part) => (part.triggers.some((tag) => reading.has(tag)) ? part.detect(reading) : [])),
    parts,
  }
}

function partFor(name: string, cue: Cue): Detector {
  return { name, entries: entriesOf(cue), triggers: triggersOf(cue), detect: lookFor(cue) }
}

/** Every phrase of a list under one tag. */
export function tagged(tag: string, list: string): Entry[] {
  return phrases(list).map((phrase) => ({ phrase, tag }))
}

function entriesOf({ fact, words }: Cue): Entry[] {
  return [
    ...tagged(`${fact}.alone`, words.alone ?? ''),
    ...tagged(`${fact}.perhaps`, words.perhaps ?? ''),
    ...tagged(`${fact}.idiom`, words.idioms ?? ''),
    ...tagged(`${fact}.unless`, words.unless ?? ''),
    ...(words.pairs ?? []).flatMap((pair, i) => [
      ...(firstWith(words, pair) === i ? tagged(`${fact}.words${i}`, pair.words) : []),
      ...tagged(`${fact}.with${i}`, pair.with),
    ]),
  ]
}

/** Which pair first has these words: pairs with the same words share their tag. */
function firstWith(words: CueWords, pair: Pair): number {
  return (words.pairs ?? []).findIndex((other) => other.words === pair.words)
}

function triggersOf({ fact, words }: Cue): string[] {
  return [`${fact}.alone`, `${fact}.perhaps`, ...(words.pairs ?? []).map((_, i) => `${fact}.with${i}`)]
}

/** The look for one cue. Its tags are numbered once, since it runs on most posts. */
function lookFor(cue: Cue): (reading: Reading) => Sighting[] {
  const { fact, words, because, weigh } = cue
  const alone = tagNumber(`${fact}.alone`)
  const maybe = tagNumber(`${fact}.perhaps`)
  const idiom = tagNumber(`${fact}.idiom`)
  const unless = tagNumber(`${fact}.unless`)
  const pairs = (words.pairs ?? []).map((pair, i) => ({
    words: tagNumber(`${fact}.words${firstWith(words, pair)}`),
    with: tagNumber(`${fact}.with${i}`),
    reach: pair.reach ?? usualReach,
    confidence: pair.confidence ?? likely,
  }))
  const mayTell = (hits: Hits): boolean => {
    if (hits.hasNumber(alone) || hits.hasNumber(maybe)) return true
    for (const pair of pairs) if (hits.hasNumber(pair.with) && hits.hasNumber(pair.words)) return true
    return false
  }
  return (reading) => {
    const hits = reading.found
    const sightings: Sighting[] = []
    if (hits.hasNumber(unless) || !mayTell(hits)) return sightings
    const found: Found[] = []
    const idioms = hits.ofNumber(idiom)
    addPlain(found, outsideOf(idioms, hits.ofNumber(alone)), sure)
    addPlain(found, outsideOf(idioms, hits.ofNumber(maybe)), perhaps)
    for (const pair of pairs) addPaired(found, hits, idioms, pair)
    for (const one of merged(found)) {
      const confidence = weigh ? weigh(reading, one) : one.confidence
      if (confidence > 0) sightings.push(sighting(reading, fact, { ...one, confidence }, because))
    }
    return sightings
  }
}

/** A sighting of a stretch of the normalised text, in code points of the text itself. */
export function sighting(
  reading: Reading,
  fact: string,
  found: Found,
  because: string,
  details?: Record<string, string>,
): Sighting {
  const [start, end] = reading.span(found.start, found.end)
  const seen: Sighting = { fact, start, end, confidence: found.confidence, because }
  if (details) seen.details = details
  return seen
}

function addPlain(found: Found[], hits: readonly Hit[], confidence: number): void {
  for (const { start, end } of hits) found.push({ start, end, confidence })
}

function addPaired(found: Found[], hits: Hits, idioms: readonly Hit[], pair: TaggedPair): void {
  if (!hits.hasNumber(pair.with) || !hits.hasNumber(pair.words)) return
  const rare = hits.ofNumber(pair.with)
  const common = hits.ofNumber(pair.words)
  const outside = outsideOf(idioms, common)
  for (const hit of outsideOf(idioms, rare)) {
    const near = nearest(outside, hit, pair.reach)
    if (near === undefined) continue
    const start = Math.min(near.start, hit.start)
    found.push({ start, end: Math.max(near.end, hit.end), confidence: pair.confidence })
  }
}

/** Overlapping finds become one, as sure as the surest of them. */
function merged(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found
  const result: Found[] = []
  for (const one of inOrder(found) ? found : found.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && one.start < last.end) {
      last.end = Math.max(last.end, one.end)
      last.confidence = Math.max(last.confidence, one.confidence)
    } else result.push({ ...one })
  }
  return result
}

function inOrder(found: readonly Found[]): boolean {
  for (let at = 1; at < found.length; at++)
    if ((found[at]?.start ?? 0) < (found[at - 1]?.start ?? 0)) return false
  return true
}
