import { detect } from './detect.ts'
import type { Sighting } from './sighting.ts'

/** What the detectors know as a department, whatever it is called. */
const known = 'Town PD'

interface Swap {
  /** Where the name stands in the text, and where its stand-in does; in code points. */
  from: number
  to: number
  start: number
  end: number
}

/**
 * Detects facts in a text of a department that goes by names of its own (`RPD`, `Riverton's Finest`): the detectors
 * read a name they know in its place, and what they see is told of the text as it stands.
 */
export function detectNaming(text: string, names: readonly string[]): Sighting[] {
  const pattern = patternOf(names)
  if (pattern === undefined || text.search(pattern) < 0) return detect(text)
  const swaps: Swap[] = []
  let shift = 0
  const renamed = text.replace(pattern, (name: string, at: number) => {
    const from = pointsIn(text.slice(0, at))
    const to = from + pointsIn(name)
    swaps.push({ from, to, start: from + shift, end: from + shift + known.length })
    shift += known.length - (to - from)
    return known
  })
  return detect(renamed).map((sighting) => ({
    ...sighting,
    start: before(sighting.start, swaps, 'start'),
    end: before(sighting.end, swaps, 'end'),
  }))
}

/** A place in the renamed text as a place in the text; one within a stand-in is that edge of the name. */
function before(place: number, swaps: readonly Swap[], edge: 'start' | 'end'): number {
  let shift = 0
  for (const { from, to, start, end } of swaps) {
    if (place <= start) break
    if (place < end) return edge === 'start' ? from : to
    shift = to - end
  }
  return place + shift
}

const patterns = new WeakMap<readonly string[], RegExp | undefined>()

/** Any of the names as whole words, the longest first. */
function patternOf(names: readonly string[]): RegExp | undefined {
  if (patterns.has(names)) return patterns.get(names)
  const told = names.filter((name) => name.trim().length > 1).toSorted((a, b) => b.length - a.length)
  const alternatives = told.map((name) =>
    name
      .trim()
      .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
      .replace(/\s+/g, '\\s+'),
  )
  const made =
    told.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  patterns.set(names, made)
  return made
}

function pointsIn(text: string): number {
  let points = 0
  for (const _ of text) points++
  return points
}
