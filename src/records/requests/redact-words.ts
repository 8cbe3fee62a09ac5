import type { Cut } from './tables.ts'

/** A text of a record: `words`, `author`, `alt:0`. */
export interface Field {
  field: string
  text: string
}

/** Marked words, in code points of their field, and what stands in their place. */
export interface Mark {
  field: string
  start: number
  end: number
  label: string
}

/** Signs that are not seen, and may stand between letters. */
const unseen =
  '[\\u00ad\\u061c\\u200b-\\u200f\\u2060-\\u2064\\u202a-\\u202e\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff]*'
/** What may stand between two words of a name: `Jane Roe`, `jane.roe`, `Jane%20Roe`, `JaneRoe`. */
const between = `(?:[\\s_.+'’\\u2010-\\u2015-]|%20|${unseen.slice(0, -1)})*`
/** Digits are one number however they are set apart: `(203) 555-0100`. */
const amongDigits = '[\\s().+/\\u2010-\\u2015-]*'

/** A mark's words in a field. */
export function markedIn(fields: readonly Field[], { field, start, end }: Omit<Mark, 'label'>): string {
  const text = fields.find((one) => one.field === field)?.text ?? ''
  return Array.from(text).slice(start, end).join('')
}

/**
 * Finds a string again wherever it stands, in whatever case, accents composed or not, with other gaps between its words
 * or digits, with unseen signs in it. So short a string that it is part of many words is found only as a word.
 */
export function patternOf(secret: string): RegExp | undefined {
  const shown = secret.replaceAll(new RegExp(unseen, 'gu'), '').trim()
  if (shown === '') return undefined
  const digits = shown.replaceAll(/\D/g, '')
  const isNumber = digits.length >= 7 && /^[\d\s().+/‐-―-]+$/u.test(shown)
  // Composing changes a few signs for good, so it is looked for as it is written too.
  const forms = [...new Set([shown, shown.normalize('NFC')])]
  const source = isNumber ? Array.from(digits).join(amongDigits) : forms.map(sourceOf).join('|')
  const isShort = Array.from(shown.replaceAll(gaps, '')).length < 4
  return new RegExp(
    isShort || isNumber ? `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])` : source,
    'giu',
  )
}

const gaps = /[\s_.+'’\u2010-\u2015-]+/gu

function spelled(word: string): string {
  return Array.from(word, signOf).join(unseen)
}

function sourceOf(shown: string): string {
  const words = shown.split(gaps).filter((word) => word !== '')
  return words.length === 0 ? spelled(shown) : words.map(spelled).join(between)
}

/** A letter, composed or with its accent after it. */
function signOf(sign: string): string {
  const apart = sign.normalize('NFD')
  return apart === sign ? escaped(sign) : `(?:${escaped(sign)}|${escaped(apart)})`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** A string that is looked for in many texts, its pattern made once. */
export interface Sought {
  words: string
  pattern: RegExp
}

/** Strings made ready to be looked for, each once. */
export function soughtOf(secrets: Iterable<string>): Sought[] {
  return [...new Set(secrets)].flatMap((words) => {
    const pattern = patternOf(words)
    return pattern ? [{ words, pattern }] : []
  })
}

/** How often any of these strings stands in a text. */
export function timesIn(text: string, sought: readonly Sought[]): number {
  return sought.reduce((times, { pattern }) => times + (text.match(pattern)?.length ?? 0), 0)
}

/**
 * The texts of a record without what was marked: each mark, and the same words wherever else they stand in any field,
 * gives way to a label of one length. Marks that overlap become one.
 */
export function redactWords(fields: readonly Field[], marks: readonly Mark[]): Field[] {
  const patterns = marks.flatMap((mark) => {
    const pattern = patternOf(markedIn(fields, mark))
    return pattern ? [{ pattern, label: mark.label }] : []
  })
  return fields.map(({ field, text }) => {
    const spans: Span[] = []
    const places = unitsOf(text)
    for (const mark of marks) {
      if (mark.field !== field) continue
      const [start, end] = [places[mark.start], places[mark.end]]
      if (start !== undefined && end !== undefined) spans.push({ start, end, label: mark.label })
    }
    // A short string inside a word may stand as a word of its own beside what was cut: it is looked for again.
    for (let left = text, before = ''; left !== before;) {
      before = left
      for (const { pattern, label } of patterns)
        for (const { index, 0: found } of left.matchAll(pattern))
          if (found !== '') spans.push({ start: index, end: index + found.length, label })
      left = blanked(text, spans)
    }
    return { field, text: without(text, spans) }
  })
}

/** What of a text gives way to a label, in UTF-16 units. */
interface Span {
  start: number
  end: number
  label: string
}

/** A text of the same length, a sign that is neither letter nor gap in the place of each sign cut. */
function blanked(text: string, spans: readonly Span[]): string {
  const signs = text.split('')
  for (const { start, end } of spans) signs.fill('\uffff', start, end)
  return signs.join('')
}

/** Where each code point of a text begins, in UTF-16 units; and its end. */
function unitsOf(text: string): number[] {
  const places = [0]
  for (const sign of text) places.push((places.at(-1) ?? 0) + sign.length)
  return places
}

function without(text: string, spans: readonly Span[]): string {
  let out = ''
  let done = 0
  let last: { end: number } | undefined
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (last && span.start < last.end) {
      // It begins within what is cut already; what of it reaches further is cut with it.
      if (span.end > last.end) last.end = done = span.end
      continue
    }
    out += text.slice(done, span.start) + span.label
    done = span.end
    last = { end: span.end }
  }
  return out + text.slice(done)
}

/** What is written for each cut: the label in its place, the citation, the reason. */
export function cutOf(exemption: { citation: string }, reason: string): Cut {
  return { label: `[redacted: ${exemption.citation}]`, exemption: exemption.citation, reason }
}

/**
 * Do these bytes hold one of the strings? A text in whatever case, as UTF-8 or UTF-16; of any other file only what lies in
 * it openly: what is packed or filmed is found by nobody but a person.
 */
export function fileHolds(bytes: Uint8Array, mediaType: string, sought: readonly Sought[]): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (/^(?:text|message)\//.test(mediaType)) {
    const even = all.subarray(0, all.length - (all.length % 2))
    const texts = [all.toString(), all.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')]
    if (texts.some((text) => timesIn(text, sought) > 0)) return true
  }
  return sought.some(({ words }) => {
    const shown = words.trim()
    if (Array.from(shown).length < 3) return false
    const wide = Buffer.from(shown, 'utf16le')
    return [Buffer.from(shown), wide, Buffer.from(wide).swap16()].some((one) => all.includes(one))
  })
}
