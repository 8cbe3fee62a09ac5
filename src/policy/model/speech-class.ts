import { wordsOf } from '../words/lists.ts'
import { speechKinds } from '../words/speech-kinds.ts'
import { speechClassWeights } from './speech-class-weights.ts'

/** Davidson's three classes: hate speech, speech that merely offends (swearing, slang), and neither. */
export const speechClasses = ['hate', 'offensive', 'neither'] as const
export type SpeechClass = (typeof speechClasses)[number]

/** Longer texts are judged by their beginning: the model was trained on posts of 140 characters. */
const longest = 2000

const pieces = /[a-z']+|[^\sa-z0-9'#.,:!"()\-&;“”…]/gu

const kindOf = new Map(
  Object.entries(speechKinds).flatMap(([kind, words]) =>
    wordsOf(words).map((word): [string, string] => [word, kind]),
  ),
)

/**
 * The features of a text: for each a 24-bit hash, and what it counts. Words, pairs of words and kinds of words (with
 * their neighbours) count 1, looks of the whole 0.5, runs of 3 to 5 letters inside a word 0.4; the whole is scaled to
 * length 1, so that long posts do not shout.
 */
export function speechFeatures(text: string): Map<number, number> {
  const words = plain(text).match(pieces) ?? []
  const found = new Map<number, number>()
  const count = (feature: string, worth = 1): unknown => found.set(hash(feature), worth)
  words.forEach((word, i) => {
    count(`w${word}`)
    if (i > 0) count(`b${words[i - 1]} ${word}`)
    if (word.length >= 3) addRuns(found, `<${word}>`)
  })
  addKinds(words, count)
  addLooks(text, words.length, count)
  let sum = 0
  for (const worth of found.values()) sum += worth * worth
  const scale = 1 / Math.sqrt(sum || 1)
  for (const [feature, worth] of found) found.set(feature, worth * scale)
  return found
}

type Count = (feature: string, worth?: number) => unknown

function addKinds(words: readonly string[], count: Count): void {
  const kinds = words.map((word) => kindOf.get(word))
  const present = [...new Set(kinds)].filter((kind) => kind !== undefined).toSorted()
  for (const kind of present) {
    count(`K${kind}`)
    for (const other of present) if (kind < other) count(`KK${kind} ${other}`)
  }
  const named = kinds.map((kind, i) => kind ?? words[i])
  for (let i = 1; i < named.length; i++) {
    if (kinds[i] ?? kinds[i - 1]) count(`kb${named[i - 1]} ${named[i]}`)
    if (i > 1 && (kinds[i] ?? kinds[i - 1] ?? kinds[i - 2]))
      count(`kt${named[i - 2]} ${named[i - 1]} ${named[i]}`)
  }
}

function addLooks(text: string, words: number, count: Count): void {
  const start = text.slice(0, longest)
  const capitals = start.replace(/[^A-Z]/g, '').length
  count(`length${Math.min(6, words >> 2)}`, 0.5)
  count(`mentions${Math.min(3, start.match(/@\w/g)?.length ?? 0)}`, 0.5)
  count(`retweet${/\bRT\b/i.test(start)}`, 0.5)
  count(`link${/https?:/.test(start)}`, 0.5)
  count(`topic${start.includes('#')}`, 0.5)
  count(`quote${/["\u201c]|&#8220;/.test(start)}`, 0.5)
  count(`loud${capitals * 3 > start.length}`, 0.5)
  count(`exclaims${start.includes('!')}`, 0.3)
}

function addRuns(found: Map<number, number>, word: string): void {
  for (let size = 3; size <= 5; size++)
    for (let at = 0; at + size <= word.length; at++) found.set(hash('c' + word.slice(at, at + size)), 0.4)
}

function plain(text: string): string {
  return text
    .slice(0, longest)
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&amp;/g, '&')
    .replace(/&[gl]t;/g, ' ')
    .toLowerCase()
    .replace(/https?:\/\/\S+|@\w+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/(.)\1{2,}/g, '$1$1')
}

function hash(feature: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < feature.length; at++) value = Math.imul(value ^ feature.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 24)) & 0xffffff
}

let weights: Map<number, [hate: number, neither: number]> | undefined

/** A byte as a signed weight. */
function signed(byte: number): number {
  return ((byte << 24) >> 24) * speechClassWeights.step
}

/** A record is five bytes: hash (3), weight for hate, weight for neither, both against `offensive` and signed. */
function load(): Map<number, [number, number]> {
  const bytes = atob(speechClassWeights.records)
  const loaded = new Map<number, [number, number]>()
  const at = (index: number): number => bytes.charCodeAt(index)
  for (let i = 0; i + 4 < bytes.length; i += 5)
    loaded.set((at(i) << 16) | (at(i + 1) << 8) | at(i + 2), [signed(at(i + 3)), signed(at(i + 4))])
  return loaded
}

/** How likely a text is hate, offensive, or neither; the three sum to 1. */
export function speechOdds(text: string): Readonly<Record<SpeechClass, number>> {
  const start = text.slice(0, longest)
  if (lastOdds === undefined || start !== lastAsked) {
    lastOdds = weighed(start)
    lastAsked = start
  }
  return lastOdds
}

/** The last text asked about: several detectors ask, and one of them for each stretch of it. */
let lastAsked = ''
let lastOdds: Record<SpeechClass, number> | undefined

function weighed(text: string): Record<SpeechClass, number> {
  weights ??= load()
  let hate: number = speechClassWeights.bias.hate
  let neither: number = speechClassWeights.bias.neither
  for (const [feature, worth] of speechFeatures(text)) {
    const pair = weights.get(feature)
    if (pair === undefined) continue
    hate += pair[0] * worth
    neither += pair[1] * worth
  }
  const [h, n] = [Math.exp(hate), Math.exp(neither)]
  const all = h + n + 1
  return { hate: h / all, offensive: 1 / all, neither: n / all }
}

/** The class a text most likely belongs to. Costs about 50 microseconds: call it on triggers only. */
export function speechClass(text: string): SpeechClass {
  const odds = speechOdds(text)
  if (odds.hate >= odds.offensive) return odds.hate >= odds.neither ? 'hate' : 'neither'
  return odds.offensive >= odds.neither ? 'offensive' : 'neither'
}
