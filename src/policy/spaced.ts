import { kindOf, unitKind } from './characters.ts'
import { readAs, type Undoing } from './disguise.ts'

/** A run of single letters with one and the same mark between: `f u c k`, `f.u.c.k`. */
export interface SpacedRun {
  /** Where the run ends in the text. */
  end: number
  /** Its letters, read as such where they are digits or masks (`s h 1 t`). */
  letters: string
}

/** More letters than this are taken up as another run. */
const longestRun = 64

const separators = ' .-_*,/~'

/** The run of three or more single letters that begins at `start`, if one does; the unit before is no word. */
export function spacedRun(units: Uint16Array, start: number, length: number): SpacedRun | undefined {
  const mark = units[start + 1] ?? 0
  if (!separators.includes(String.fromCharCode(mark))) return undefined
  let letters = ''
  let at = start
  while (at < length && letters.length < longestRun && isSingle(units, at, length)) {
    letters += String.fromCharCode(units[at] ?? 0)
    if (units[at + 1] !== mark) return done(letters, at + 1)
    at += 2
  }
  return done(letters, at - 1)
}

function done(letters: string, end: number): SpacedRun | undefined {
  return letters.length > 2 && /\p{L}.*\p{L}/u.test(letters)
    ? { letters: readAs(letters, 'i'), end }
    : undefined
}

function isSingle(units: Uint16Array, at: number, length: number): boolean {
  return (
    isWordOrMask(units[at] ?? 0) &&
    (at + 1 >= length || !isWordOrMask(units[at + 1] ?? 0) || units[at + 1] === 42)
  )
}

function isWordOrMask(unit: number): boolean {
  return kindOf(unit) === unitKind.word || unit === 36 || unit === 64 || unit === 33
}

/**
 * Cuts the letters of a run into known words of three letters or more, longest first; what is no word stays
 * single. Gives the lengths, in order; all ones when nothing was found.
 */
export function cutLetters(letters: string, undoing: Undoing, longest: number): number[] {
  const lengths: number[] = []
  for (let at = 0; at < letters.length;) {
    let length = Math.min(longest, letters.length - at)
    while (length > 2 && (undoing.isSpent || !undoing.knows(letters.slice(at, at + length)))) length--
    const step = length > 2 ? length : 1
    lengths.push(step)
    at += step
  }
  return lengths
}
