import { ambiguous, faint, insult, weightOf } from '../detectors/insult-entries.ts'
import { after, before, isNotice } from '../detectors/speech-scope.ts'
import type { Hit, Reading } from '../reading.ts'
import { tagNumber } from '../tags.ts'
import { insultWeights } from './insult-weights.ts'

/** What a person is called with, before and after the word: "you are such a ...", "... like you". */
const calledBefore =
  /(?:\b(?:you|u|ur|your|you're|he|he's|she|she's|they|they're|them|him|her|who|everyone|everybody|people|politicians?|guys?|folks|man|woman|trump|trudeau|obama|clinton|liberals?|republicans?|democrats?|neighbou?rs?|drivers?|the left|the right|mayor|chief|boss|ref|referee)(?:'s|'re| is| are| was| were| be| being| sounds?| looks?)? (?:(?:not|all|a|an|the|such|so|just|really|too|very|total|complete|fucking|damn|one|some|another|big|bunch of|pack of|also|both|truly|absolute|pretty|nothing but|little|old|bigger|biggest|most) ){0,4}|\b(?:these|those|such an?|what an?|what|bunch of|pack of) |@\w+ )$/
const calledAfter =
  /^[ ,-]*(?:people|person|politicians?|liberals?|republicans?|democrats?|supporters?|man|woman|guy|kid|like (?:you|him|her|them)|in chief|ass|old man)\b/

const insultTag = tagNumber(insult)
const ambiguousTag = tagNumber(ambiguous)
const faintTag = tagNumber(faint)
const insultTags = [insultTag, ambiguousTag, faintTag]
const profaneTag = tagNumber('offence.profane')

/** The last hit asked about: each is asked about twice in a row. */
let lastHit: Hit | undefined
let lastCalled = false

/** Whether somebody is called by the word of a hit. */
export function isCalled(reading: Reading, hit: Hit): boolean {
  if (hit !== lastHit) {
    lastCalled = calledBefore.test(before(reading, hit.start)) || calledAfter.test(after(reading, hit.end))
    lastHit = hit
  }
  return lastCalled
}

/** What the model looks at for one hit: the word, its neighbours, whom it is said of, and how the text sounds. */
export function insultFeatures(reading: Reading, hit: Hit): number[] {
  const word = hit.phrase
  const { norm } = reading
  const first = tokenBefore(norm, Math.max(0, hit.start - 40), hit.start)
  const previous = first ? norm.slice(first.start, first.end) : '^'
  const second = first && tokenBefore(norm, Math.max(0, hit.start - 40), first.start)
  const third = tokenAfter(norm, hit.end, Math.min(norm.length, hit.end + 25))
  const next = third ? norm.slice(third.start, third.end) : '$'
  const fourth = third && tokenAfter(norm, third.end, Math.min(norm.length, hit.end + 25))
  const { found } = reading
  const others =
    found.ofNumber(insultTag).length +
    found.ofNumber(ambiguousTag).length +
    found.ofNumber(profaneTag).length -
    1
  const size = Math.min(6, Math.floor(Math.log2(reading.norm.length / 25 + 1)))
  const { tag } = hit
  const hasInsult = found.hasNumber(insultTag)
  const isDoubtful = found.hasNumber(ambiguousTag)
  const rank = rankOf(reading, hit)
  const tweet = isTweet(reading) ? 'true ' : 'false '
  return [
    hash('w', word),
    hash('v', String(Math.round(weightOf(hit) * 10))),
    hash('p', previous),
    hash('n', next),
    hash('P', previous, ' ', word),
    hash('N', word, ' ', next),
    hash('q', second ? norm.slice(second.start, second.end) : '^', ' ', previous),
    hash('r', next, ' ', fourth ? norm.slice(fourth.start, fourth.end) : '$'),
    hash('d', tag, String(Math.min(4, others))),
    hash('f', `${hasInsult} ${isDoubtful} ${found.ofNumber(faintTag).length > 1} `, tag),
    hash('l', String(size)),
    hash('c', isCalled(reading, hit) ? 'true ' : 'false ', tag),
    hash('o', isNotice(reading) ? 'true ' : 'false ', tag),
    hash('k', String(rank), ' ', tag),
    hash('K', String(Math.min(1, rank)), ' ', word),
    hash('D', String(Math.min(2, others)), ' ', word),
    hash('L', String(size >> 1), ' ', word),
    hash('t', tweet, tag),
    hash('T', tweet, word),
  ]
}

/** How many words of the text, 3 at most, insult more often than that of a hit. */
function rankOf(reading: Reading, hit: Hit): number {
  const weight = weightOf(hit)
  let rank = 0
  for (const tag of insultTags) {
    const others = reading.found.ofNumber(tag)
    for (let at = 0; at < others.length && at < 20; at++) {
      const other = others[at]
      if (other && other !== hit && weightOf(other) > weight) rank++
    }
  }
  return Math.min(3, rank)
}

/** Handles, topics and retweets: among them people banter more than in comments. */
export function isTweet({ norm }: Reading): boolean {
  if (norm.length >= 300 || !(norm.includes('@') || norm.includes('#'))) return false
  return /(?:^|\s)(?:[@#]\w|rt @)/.test(norm)
}

/** A word, or one of the marks . , ! ? ; : " */
interface Token {
  start: number
  end: number
}

function tokenBefore(norm: string, from: number, to: number): Token | undefined {
  let end = to
  while (end > from && !isToken(norm.charCodeAt(end - 1))) end--
  if (end === from) return undefined
  let start = end - 1
  if (isLetter(norm.charCodeAt(start))) while (start > from && isLetter(norm.charCodeAt(start - 1))) start--
  return { start, end }
}

function tokenAfter(norm: string, from: number, to: number): Token | undefined {
  let start = from
  while (start < to && !isToken(norm.charCodeAt(start))) start++
  if (start === to) return undefined
  let end = start + 1
  if (isLetter(norm.charCodeAt(start))) while (end < to && isLetter(norm.charCodeAt(end))) end++
  return { start, end }
}

function isLetter(unit: number): boolean {
  return (unit > 96 && unit < 123) || unit === 39
}

function isToken(unit: number): boolean {
  return (
    isLetter(unit) ||
    unit === 46 ||
    unit === 44 ||
    unit === 33 ||
    unit === 63 ||
    unit === 59 ||
    unit === 58 ||
    unit === 34
  )
}

/** The hash of a feature in parts: to put them together first would cost more than the rest. */
function hash(kind: string, first: string, second = '', third = ''): number {
  const value = mixed(mixed(mixed(mixed(0x811c9dc5, kind), first), second), third)
  return (value ^ (value >>> 24)) & 0xffffff
}

function mixed(hashed: number, part: string): number {
  let value = hashed
  for (let at = 0; at < part.length; at++) value = Math.imul(value ^ part.charCodeAt(at), 0x01000193)
  return value
}

let weights: Map<number, number> | undefined

/** A record is four bytes: hash (3) and a signed weight. */
function load(): Map<number, number> {
  const bytes = atob(insultWeights.records)
  const loaded = new Map<number, number>()
  const at = (index: number): number => bytes.charCodeAt(index)
  for (let i = 0; i + 3 < bytes.length; i += 4)
    loaded.set((at(i) << 16) | (at(i + 1) << 8) | at(i + 2), ((at(i + 3) << 24) >> 24) * insultWeights.step)
  return loaded
}

/** How likely it is, 0 to 1, that the word of a hit insults here. */
export function insultOdds(reading: Reading, hit: Hit): number {
  weights ??= load()
  let sum: number = insultWeights.bias
  for (const feature of insultFeatures(reading, hit)) sum += weights.get(feature) ?? 0
  return 1 / (1 + Math.exp(-sum))
}
