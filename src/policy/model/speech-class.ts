import { speechClassWeights } from './speech-class-weights.ts'

/** Davidson's three classes: hate speech, speech that merely offends (swearing, slang), and neither. */
export const speechClasses = ['hate', 'offensive', 'neither'] as const
export type SpeechClass = (typeof speechClasses)[number]

/** Longer texts are judged by their beginning: the model was trained on posts of 140 characters. */
const longest = 2000

const pieces = /[a-z']+|[^\sa-z0-9'#.,:!"()\-&;“”…]/gu

/**
 * The features of a text: for each a 24-bit hash, and what it counts. Words and pairs of words count 1, runs of
 * 3 to 5 letters inside a word 0.4; the whole is scaled to length 1, so that long posts do not shout.
 */
export function speechFeatures(text: string): Map<number, number> {
  const words = plain(text).match(pieces) ?? []
  const found = new Map<number, number>()
  let previous = ''
  for (const word of words) {
    found.set(hash('w' + word), 1)
    if (previous !== '') found.set(hash('b' + previous + ' ' + word), 1)
    previous = word
    if (word.length >= 3) addRuns(found, `<${word}>`)
  }
  let sum = 0
  for (const worth of found.values()) sum += worth * worth
  const scale = 1 / Math.sqrt(sum || 1)
  for (const [feature, worth] of found) found.set(feature, worth * scale)
  return found
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
  for (let at = 0; at < feature.length; at++)
    value = Math.imul(value ^ feature.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 24)) & 0xffffff
}

let weights: Map<number, [hate: number, neither: number]> | undefined

/** A record is five bytes: hash (3), weight for hate, weight for neither, both against `offensive` and signed. */
function load(): Map<number, [number, number]> {
  const bytes = atob(speechClassWeights.records)
  const loaded = new Map<number, [number, number]>()
  const at = (index: number): number => bytes.charCodeAt(index)
  const signed = (byte: number): number => ((byte << 24) >> 24) * speechClassWeights.step
  for (let i = 0; i + 4 < bytes.length; i += 5)
    loaded.set((at(i) << 16) | (at(i + 1) << 8) | at(i + 2), [signed(at(i + 3)), signed(at(i + 4))])
  return loaded
}

/** How likely a text is hate, offensive, or neither; the three sum to 1. */
export function speechOdds(text: string): Record<SpeechClass, number> {
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
