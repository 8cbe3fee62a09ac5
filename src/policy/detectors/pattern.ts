import type { Entry } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'

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
/** However long a text is, one detector looks closely at no more of it than this. */
const most = 3000

/** The parts of the text near hits of the tags, merged, in order. */
export function windowsOf(reading: Reading, tags: readonly string[]): { start: number; end: number }[] {
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

/** The wordings that stand near hits of the tags, as sightings of one fact: the surest first, none within another. */
export function sightingsOf(
  fact: string,
  wordings: readonly Wording[],
  reading: Reading,
  tags: readonly string[],
): Sighting[] {
  const tried = wordings.filter(({ needs }) => !needs || needs.some((tag) => reading.has(tag)))
  if (tried.length === 0) return []
  const kept: { start: number; end: number; wording: Wording }[] = []
  for (const window of windowsOf(reading, tags)) {
    const norm = reading.norm.slice(window.start, window.end)
    for (const wording of tried) {
      wording.is.lastIndex = 0
      let tries = 0
      for (let match = wording.is.exec(norm); match && tries++ < 6; match = wording.is.exec(norm)) {
        if (match[0] === '') {
          wording.is.lastIndex++
          continue
        }
        const start = window.start + match.index
        const end = start + match[0].length
        if (wording.unless?.(foundAt(reading, start, end), reading)) continue
        kept.push({ start, end, wording })
        break
      }
    }
  }
  kept.sort((a, b) => b.wording.confidence - a.wording.confidence || a.start - b.start)
  const chosen = kept.filter(
    (one, i) => !kept.slice(0, i).some((other) => one.start < other.end && other.start < one.end),
  )
  return chosen.map(({ start, end, wording }) => seen(reading, fact, start, end, wording))
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
export function foundAt(reading: Reading, start: number, end: number): Found {
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
