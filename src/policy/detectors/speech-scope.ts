import type { Hit, Reading } from '../reading.ts'
import { scopeOf } from '../scope.ts'

/** The author speaks of themselves: "I'm such an idiot". */
const ofSelf = /\b(?:i|i'm|im|i am|i was|i feel|me|myself|my own) (?:\w+ ){0,3}$/

/** Somebody else's words that the author reports and blames, or that are set in quotation marks as theirs. */
export function isReported(reading: Reading, hit: Hit): boolean {
  const scope = scopeOf(reading, hit.start, hit.end)
  return (scope.quoted && (scope.attributed || scope.condemned || scope.news)) || (scope.attributed && scope.condemned)
}

/** The words before a hit in its line, at most `reach` units. */
export function before(reading: Reading, at: number, reach = 60): string {
  return reading.norm.slice(Math.max(0, at - reach), at)
}

/** The words after a hit, at most `reach` units. */
export function after(reading: Reading, at: number, reach = 60): string {
  return reading.norm.slice(at, at + reach)
}

export function isSelfMockery(reading: Reading, hit: Hit): boolean {
  return ofSelf.test(before(reading, hit.start))
}
