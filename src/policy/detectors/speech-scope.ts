import type { Hit, Reading } from '../reading.ts'
import { Sieve } from './sieve.ts'
import { scopeOf } from '../scope.ts'

/** The author speaks of themselves: "I'm such an idiot". */
const ofSelf =
  /\b(?:i'm|im|i am|i was|i feel|i feel like|call me|makes me) (?:(?:just|such|so|a|an|the|really|being|kind of|kinda|one|total|complete|very|too|pretty|not|always|the biggest) )*$|\bsilly me\b/

/** Quoted in order to blame it. Swearing that is merely passed on still stands on the page. */
export function isBlamed(reading: Reading, hit: Hit): boolean {
  const scope = scopeOf(reading, hit.start, hit.end)
  return scope.quoted && (scope.condemned || (scope.hypothetical && scope.attributed))
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

const official =
  /\b(?:police|pd|officers?|deput(?:y|ies)|sheriff|detectives?|troopers?|suspects?|arrest(?:s|ed)?|charged|investigat(?:e|es|ed|ing|ion|ors?)|victims?|witness(?:es)?|residents|motorists?|collision|crash|closed|closure|lanes?|traffic|tips?|crime stoppers|missing|anonymous(?:ly)?|please|avoid|do not|call|keep|report(?:ed|s)?|evacuat(?:e|ed|ion)|shelters?|flood(?:s|ing)?|storm|emergency|register|volunteers?|join us|thank you|thanks|congratulations|donat(?:e|ions?)|pick ?up|collection|recycling|party|fair|festival|parade|events?|owners?|returned|rescued|neighborhood|market|zoo|farm|recipe|costumes?|candy)\b/g

/** The last text asked about: it is asked for every hit. */
let lastAsked = ''
let lastNotice = false

/** A notice, an appeal or a report: words that insult elsewhere mostly name things in it. */
export function isNotice(reading: Reading): boolean {
  const start = reading.norm.slice(0, 2000)
  if (start !== lastAsked) {
    lastAsked = start
    lastNotice = soundsOfficial(start)
  }
  return lastNotice
}

let sieve: Sieve | undefined

function soundsOfficial(start: string): boolean {
  sieve ??= new Sieve([official])
  if (!sieve.mayMatch(start)) return false
  const enough = Math.floor(start.length / 250)
  const said = new Set<string>()
  official.lastIndex = 0
  for (let match = official.exec(start); match; match = official.exec(start))
    if (said.add(match[0]).size > enough) return true
  return false
}
