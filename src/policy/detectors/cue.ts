import type { Detector } from '../detector.ts'
import type { Entry } from '../lexicon.ts'
import type { Hit, Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import type { CueWords, Pair } from '../words/cue-words.ts'
import { phrases } from '../words/phrases.ts'

/** A stretch of the normalised text. */
export interface Stretch {
  start: number
  end: number
}

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

const usualReach = 60
/** No phrase is longer than this, so hits that reach a place start at most so far before it. */
const longest = 100
const sure = 0.9
const likely = 0.75
const perhaps = 0.5

/** A detector of facts that words alone or in pairs tell. Its tags are `<fact>.alone`, `<fact>.with0` and so on. */
export function cueDetector(name: string, cues: readonly Cue[]): Detector {
  return {
    name,
    entries: cues.flatMap((cue) => entriesOf(cue)),
    triggers: cues.flatMap((cue) => triggersOf(cue)),
    detect: (reading) => cues.flatMap((cue) => sightingsOf(reading, cue)),
  }
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
      ...tagged(`${fact}.words${i}`, pair.words),
      ...tagged(`${fact}.with${i}`, pair.with),
    ]),
  ]
}

function triggersOf({ fact, words }: Cue): string[] {
  return [`${fact}.alone`, `${fact}.perhaps`, ...(words.pairs ?? []).map((_, i) => `${fact}.with${i}`)]
}

function sightingsOf(reading: Reading, cue: Cue): Sighting[] {
  const { fact, words, because } = cue
  if (reading.has(`${fact}.unless`)) return []
  const found: Found[] = [
    ...plain(hitsOutsideIdioms(reading, fact, 'alone'), sure),
    ...plain(hitsOutsideIdioms(reading, fact, 'perhaps'), perhaps),
    ...(words.pairs ?? []).flatMap((pair, i) => paired(reading, fact, i, pair)),
  ]
  const sightings: Sighting[] = []
  for (const one of merged(found)) {
    const confidence = cue.weigh ? cue.weigh(reading, one) : one.confidence
    if (confidence > 0) sightings.push(sighting(reading, fact, { ...one, confidence }, because))
  }
  return sightings
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
  return { fact, start, end, confidence: found.confidence, because, ...(details ? { details } : {}) }
}

function plain(hits: readonly Hit[], confidence: number): Found[] {
  return hits.map(({ start, end }) => ({ start, end, confidence }))
}

/** The hits of `<fact>.<kind>`, without those that stand in one of the fact's idioms. */
export function hitsOutsideIdioms(reading: Reading, fact: string, kind: string): readonly Hit[] {
  const hits = reading.hitsOf(`${fact}.${kind}`)
  const idioms = reading.hitsOf(`${fact}.idiom`)
  return idioms.length === 0 ? hits : hits.filter((hit) => !covering(idioms, hit, overlap))
}

function paired(reading: Reading, fact: string, i: number, pair: Pair): Found[] {
  const rare = hitsOutsideIdioms(reading, fact, `with${i}`)
  if (rare.length === 0) return []
  const common = hitsOutsideIdioms(reading, fact, `words${i}`)
  const found: Found[] = []
  for (const hit of rare) {
    const near = nearest(common, hit, pair.reach ?? usualReach)
    if (near)
      found.push({
        start: Math.min(near.start, hit.start),
        end: Math.max(near.end, hit.end),
        confidence: pair.confidence ?? likely,
      })
  }
  return found
}

/** The hit closest to a stretch without overlapping it, at most `reach` letters away. */
export function nearest(hits: readonly Hit[], to: Stretch, reach: number): Hit | undefined {
  let best: Hit | undefined
  let least = reach + 1
  for (let i = firstFrom(hits, to.start - reach - longest); i < hits.length; i++) {
    const hit = hits[i]
    if (!hit || hit.start >= to.end + least) break
    const gap = hit.start >= to.end ? hit.start - to.end : to.start - hit.end
    if (gap < 0 || gap >= least) continue
    least = gap
    best = hit
  }
  return best
}

/** Whether a hit stands within `reach` letters of a stretch, or in it. */
export function isNear(hits: readonly Hit[], to: Stretch, reach: number): boolean {
  return covering(hits, { start: to.start - reach, end: to.end + reach }, overlap)
}

/** Whether one of the hits contains the stretch and is longer. */
export function isInside(hits: readonly Hit[], inner: Stretch): boolean {
  return covering(
    hits,
    inner,
    (hit) =>
      hit.start <= inner.start && inner.end <= hit.end && hit.end - hit.start > inner.end - inner.start,
  )
}

function covering(hits: readonly Hit[], to: Stretch, test: (hit: Hit, to: Stretch) => boolean): boolean {
  for (let i = firstFrom(hits, to.start - longest); i < hits.length; i++) {
    const hit = hits[i]
    if (!hit || hit.start >= to.end) return false
    if (test(hit, to)) return true
  }
  return false
}

function overlap(hit: Hit, to: Stretch): boolean {
  return hit.start < to.end && to.start < hit.end
}

/** The first hit that starts at or after an offset: a long text is not searched from its beginning each time. */
function firstFrom(hits: readonly Hit[], start: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Overlapping finds become one, as sure as the surest of them. */
function merged(found: readonly Found[]): Found[] {
  const result: Found[] = []
  for (const one of [...found].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && one.start < last.end) {
      last.end = Math.max(last.end, one.end)
      last.confidence = Math.max(last.confidence, one.confidence)
    } else result.push({ ...one })
  }
  return result
}
