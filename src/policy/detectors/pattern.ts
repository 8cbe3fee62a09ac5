import type { Entry } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import { Sieve } from './sieve.ts'

/** The phrases of a plain list: one a line or parted by commas. */
export function phrases(list: string): string[] {
  return list
    .split(/[\n,]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** A list as one alternative of a pattern, longest first so that `drug dealer` wins over `drug`. */
export function anyOf(list: string): string {
  return `(?:${phrases(list)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`
}

export function entriesOf(tag: string, list: string): Entry[] {
  return phrases(list).map((phrase) => ({ phrase, tag }))
}

/** A pattern over normalised text in which `{name}` stands for one of `parts`; every one is bound to whole words. */
export function pattern(source: string, parts: Readonly<Record<string, string>>): RegExp {
  const filled = source.replace(/\{([a-z]+)\}/g, (whole, name: string) => parts[name] ?? whole)
  return new RegExp(`(?<![a-z0-9])(?:${filled})(?![a-z0-9])`, 'g')
}

/** One wording to look for around the words that call for it. */
export interface Wording {
  is: RegExp
  confidence: number
  because: string
  details?: Record<string, string>
  /** Tags of which one must have been hit, so that most texts never meet the pattern. */
  needs?: readonly string[]
  /** Not so when this says so of the match. */
  unless?: (found: Found, reading: Reading) => boolean
}

export interface Found {
  text: string
  start: number
  end: number
  /** What stands before and after the match in its sentence. */
  before: string
  after: string
}

const margin = 180
/** A longer text is not asked as a whole whether it is of the kind that says nothing. */
const gateReach = 1000
/** However long a text is, one detector looks closely at no more of it than this. */
const most = 3000

/** The parts of the text near hits of the tags, merged, in order. */
function windowsOf(reading: Reading, tags: readonly string[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (reading.norm.length <= 2 * margin) return [{ start: 0, end: reading.norm.length }]
  const hits = tags.flatMap((tag) => reading.hitsOf(tag).slice(0, 200)).toSorted((a, b) => a.start - b.start)
  let total = 0
  for (const hit of hits) {
    const last = found.at(-1)
    const start = Math.max(0, hit.start - margin)
    const end = Math.min(reading.norm.length, hit.end + margin)
    if (last && start <= last.end) {
      total += Math.max(0, end - last.end)
      last.end = Math.max(last.end, end)
    } else {
      total += end - start
      found.push({ start, end })
    }
    if (total > most) break
  }
  return found
}

/** One sieve a list of wordings, made when a text first asks for it. */
const sieves = new WeakMap<readonly Wording[], Sieve>()

function sieveOf(wordings: readonly Wording[]): Sieve {
  const known = sieves.get(wordings)
  if (known) return known
  const made = new Sieve(wordings.map(({ is }) => is))
  sieves.set(wordings, made)
  return made
}

/** A wording where it stands. */
interface Place {
  start: number
  end: number
  wording: Wording
}

/**
 * The wordings that stand near hits of the tags, as sightings of one fact: the surest first, none within another.
 * `never` is asked of the whole text once, when some wording may match.
 */
export function sightingsOf(
  fact: string,
  wordings: readonly Wording[],
  reading: Reading,
  tags: readonly string[],
  never?: (reading: Reading) => boolean,
): Sighting[] {
  const sieve = sieveOf(wordings)
  if (reading.norm.length < gateReach && (!sieve.mayMatch(reading.norm) || never?.(reading))) return []
  const kept: Place[] = []
  if (reading.norm.length <= 2 * margin) addPlaces(kept, wordings, sieve, reading, 0, reading.norm)
  else
    for (const { start, end } of windowsOf(reading, tags))
      addPlaces(kept, wordings, sieve, reading, start, reading.norm.slice(start, end))
  if (kept.length > 1) kept.sort((a, b) => b.wording.confidence - a.wording.confidence || a.start - b.start)
  const sightings: Sighting[] = []
  for (let at = 0; at < kept.length; at++) {
    const place = kept[at]
    if (place && !isCovered(kept, at, place))
      sightings.push(seen(reading, fact, place.start, place.end, place.wording))
  }
  return sightings
}

/** Whether a surer place overlaps. */
function isCovered(kept: readonly Place[], before: number, { start, end }: Place): boolean {
  for (let at = 0; at < before; at++) {
    const other = kept[at]
    if (other && start < other.end && other.start < end) return true
  }
  return false
}

/** Tries the wordings that the words of a stretch allow. */
function addPlaces(
  kept: Place[],
  wordings: readonly Wording[],
  sieve: Sieve,
  reading: Reading,
  from: number,
  norm: string,
): void {
  const candidates = sieve.candidates(norm)
  for (let at = 0; at < wordings.length; at++) {
    if (((candidates[at >> 5] ?? 0) & (1 << (at & 31))) === 0) continue
    const wording = wordings[at]
    if (!wording || (wording.needs && !wording.needs.some((tag) => reading.has(tag)))) continue
    const place = placeOf(wording, reading, from, norm)
    if (place) kept.push(place)
  }
}

/** The first match of a wording in a stretch that nothing speaks against; the sixth try is the last. */
function placeOf(wording: Wording, reading: Reading, from: number, norm: string): Place | undefined {
  wording.is.lastIndex = 0
  let tries = 0
  for (let match = wording.is.exec(norm); match && tries++ < 6; match = wording.is.exec(norm)) {
    if (match[0] === '') {
      wording.is.lastIndex++
      continue
    }
    const start = from + match.index
    const end = start + match[0].length
    if (!wording.unless?.(foundAt(reading, start, end), reading)) return { start, end, wording }
  }
  return undefined
}

/** A sighting of the words at `start` to `end` of the normalised text. */
export function seen(
  reading: Reading,
  fact: string,
  start: number,
  end: number,
  how: { confidence: number; because: string; details?: Record<string, string> },
): Sighting {
  const [from, to] = reading.span(start, end)
  const sighting: Sighting = { fact, start: from, end: to, confidence: how.confidence, because: how.because }
  if (how.details) sighting.details = how.details
  return sighting
}

/** A match with the rest of its sentence; `Sgt.` and the like end none. */
function foundAt(reading: Reading, start: number, end: number): Found {
  const { norm } = reading
  const lead = norm.slice(Math.max(0, start - 200), start)
  const tail = norm.slice(end, end + 200)
  const cut = /^[\s\S]*(?:(?<![^a-z](?:sgt|lt|det|capt|ofc|mr|mrs|ms|dr|st))[.!?](?=\s|$)|\n)/.exec(lead)
  const stop = /[.!?](?=\s|$)|\n/.exec(tail)
  return {
    text: norm.slice(start, end),
    start,
    end,
    before: cut ? lead.slice(cut[0].length) : lead,
    after: stop ? tail.slice(0, stop.index + 1) : tail,
  }
}
