import { isTelling, senses, startAt, type Sense } from '../words/bias-senses.ts'

/** What a word or sign says where no phrase begins with it, and how many words one may have that does. */
export interface Alone {
  reach: number
  sense: Sense | undefined
  halves: Halves | undefined
}

/** Words met before: a few thousand make up nearly all texts. Signs never look like words. */
const met = new Map<string, Alone>()
const mostMet = 8192
/** A longer word is not kept: it may hold the whole of its text in memory. */
const longestMet = 12

export function alone(word: string, isSign: boolean): Alone {
  const known = met.get(word)
  if (known) return known
  const { of, noise, longest } = senses()
  const plain = of.get(word) ?? (isSign ? unlistedSign(word) : undo(word))
  const halves = plain ? undefined : split(word)
  const found = { reach: longest.get(word) ?? 1, sense: plain ?? noise.get(word), halves }
  if (met.size === mostMet) met.clear()
  if (word.length <= longestMet) met.set(word, found)
  return found
}

/** A picture in no list: a face says little, most others are things. */
function unlistedSign(sign: string): Sense {
  const point = sign.codePointAt(0) ?? 0
  const isFace =
    (point >= 0x1f600 && point <= 0x1f64f) ||
    (point >= 0x1f910 && point <= 0x1f92f) ||
    (point >= 0x1f970 && point <= 0x1f97a)
  return { role: isFace || point < 0x1f300 ? 'sign' : 'object', about: '' }
}

const leet: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a' }

/** The sense of an unlisted word: a possessive, or one with leet letters. */
function undo(word: string): Sense | undefined {
  const { of } = senses()
  if (word.endsWith("'s")) return of.get(word.slice(0, -2))
  if (/[0-9$@]/.test(word) && /[a-z]/.test(word)) {
    const plain = word.replace(/[0-9$@]/g, (sign) => leet[sign] ?? sign)
    return of.get(plain) ?? of.get(plain.replaceAll('i', 'l'))
  }
  return undefined
}

interface Halves {
  left: Sense & { word: string }
  right: Sense & { word: string }
}

/** Two listed words run together: "deathto". At least one must matter, or ordinary words would fall apart. */
function split(word: string): Halves | undefined {
  if (word.length < 5 || word.length > 24) return undefined
  const { of, starts } = senses()
  const isLeftTelling = starts[startAt(word, 0)] === 1
  for (let i = word.length - 1; i >= 1; i--) {
    if (i === 1 && word.charAt(0) !== 'i') continue
    if (!isLeftTelling && starts[startAt(word, i)] !== 1) continue
    const right = of.get(word.slice(i))
    if (!right || (word.length - i < 3 && !tails.has(word.slice(i)))) continue
    const left = of.get(word.slice(0, i))
    if (!left || (!isTelling(left) && !isTelling(right))) continue
    return { left: { word: word.slice(0, i), ...left }, right: { word: word.slice(i), ...right } }
  }
  return undefined
}

const tails = new Set(['is', 'to', 'of', 'in', 'me', 'us', 'be', 'so', 'as'])
