/** The kinds of numbering an order may use. */
export type LabelKind = 'roman' | 'letter' | 'number' | 'decimal' | 'bullet'

/** One way to read a label: `C.` is the letter after B or the Roman hundred; only its neighbours tell. */
export interface Reading {
  kind: LabelKind
  /** What two labels of one list have in common: kind, case and punctuation, as `letter-upper.` */
  style: string
  value: number
}

/** A list label at the start of a line. */
export interface Label {
  /** As it stands in a citation: `IV`, `a`, `4.1.2`, and '' for a bullet. */
  key: string
  readings: readonly Reading[]
  /** The line without its label. */
  rest: string
}

// Dashes, dots, and whatever else a word processor draws: arrows, shapes, ticks, the marks of a symbol font.
const bullet =
  /^([-*+•◦‣⁃·–—\u2190-\u21FF\u25A0-\u25FF\u2700-\u27BF\u2B00-\u2BFF\uF000-\uF0FF]|o(?=\s+\p{L}))\s+(?=\S)/u
const decimal = /^(?:§\s*)?(\d{1,4}(?:[.-]\d{1,3}){1,5})[.):]?\s+(?=\S)/
// `IV.A.1`, `A.1`, `2.b`: a whole path, with a number in it, which the initials of a name have not.
const path =
  /^(?=\S*\d)((?:[IVXLC]{1,5}|[A-Z]|\d{1,2})(?:\.(?:[IVXLC]{1,4}|[A-Za-z]|\d{1,2})){1,4})[.)]?\s+(?=["“(]?\p{Lu})/u
const enclosed = /^\(([a-z]{1,5}|[A-Z]{1,5}|\d{1,3})\)\s*(?=\S)/
const simple = /^([IVXLC]{1,7}|[ivxlc]{1,7}|[A-Za-z]|([A-Za-z])\2|\d{1,3})([.)])(?:\s+|$)/
const titled =
  /^(?:section|article|part|chapter|rule|§)\s*([IVXLC]+|\d{1,4}(?:[.-]\d{1,3})*)\s*([.:)–—-]?)\s+(?=\S)/i
const alone = /^(?:\(([A-Za-z]{1,5}|\d{1,3})\)|(\d{1,3}|[A-Za-z]|([A-Za-z])\3|[IVXLC]{1,7})[.)])$/

/** The label a line starts with, or undefined. */
export function labelOf(text: string): Label | undefined {
  const mark = bullet.exec(text)
  if (mark) {
    return {
      key: '',
      readings: [{ kind: 'bullet', style: `bullet${mark[1]}`, value: 0 }],
      rest: text.slice(mark[0].length),
    }
  }
  const whole = decimal.exec(text) ?? path.exec(text)
  if (whole?.[1]) return pathLabel(whole[1], text.slice(whole[0].length))
  const inParentheses = enclosed.exec(text)
  if (inParentheses) return labelled(inParentheses[1] ?? '', '()', text.slice(inParentheses[0].length))
  const section = titled.exec(text)
  if (section) {
    const [all, key = '', stop] = section
    const rest = text.slice(all.length)
    // "Section 4 of the Handbook" is a reference.
    if (stop === '' && /^\p{Ll}/u.test(rest)) return undefined
    return /[.-]/.test(key) ? pathLabel(key, rest) : labelled(key.toUpperCase(), 'section', rest)
  }
  const short = simple.exec(text)
  if (short) return labelled(short[1] ?? '', short[3] ?? '', text.slice(short[0].length))
  return undefined
}

/** True for a line that holds nothing but a label: its words stand on the next one. */
export function isBareLabel(text: string): boolean {
  return alone.test(text)
}

/** Does one decimal label contain another: `4` and `4.1` contain `4.1.2`, and a chapter's `4.0` contains `4.1`. */
export function isWithin(key: string, outer: string): boolean {
  const chapter = outer.replace(/[.-]0$/, '')
  return key !== outer && (key.startsWith(`${chapter}.`) || key.startsWith(`${chapter}-`))
}

/** The nth letter label of bullets: a, b ... z, aa, ab. */
export function letterFor(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letterFor(Math.floor(index / 26) - 1) + letter
}

function pathLabel(key: string, rest: string): Label {
  const last = key.split(/[.-]/).at(-1) ?? ''
  const value = /^\d+$/.test(last) ? Number(last) : (readingsOf(last, '').at(-1)?.value ?? 0)
  return { key, readings: [{ kind: 'decimal', style: 'decimal', value }], rest }
}

function labelled(key: string, form: string, rest: string): Label | undefined {
  const readings = readingsOf(key, form)
  return readings.length > 0 ? { key, readings, rest } : undefined
}

function readingsOf(key: string, form: string): Reading[] {
  if (/^\d+$/.test(key)) return [{ kind: 'number', style: `number${form}`, value: Number(key) }]
  const fold = key === key.toUpperCase() ? 'upper' : 'lower'
  const readings: Reading[] = []
  const roman = romanValue(key.toUpperCase())
  if (roman > 0) readings.push({ kind: 'roman', style: `roman-${fold}${form}`, value: roman })
  const letter = letterValue(key.toLowerCase())
  if (letter > 0) readings.push({ kind: 'letter', style: `letter-${fold}${form}`, value: letter })
  return readings
}

// After z comes aa, then bb in some orders and ab in others: both continue a list.
function letterValue(key: string): number {
  if (/^[a-z]$/.test(key)) return key.charCodeAt(0) - 96
  if (/^([a-z])\1$/.test(key)) return 26 + key.charCodeAt(0) - 96
  if (/^a[b-z]$/.test(key)) return 26 + key.charCodeAt(1) - 96
  return 0
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

function romanValue(key: string): number {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(key)) return 0
  let value = 0
  for (let index = 0; index < key.length; index += 1) {
    const digit = romanDigits[key[index] ?? ''] ?? 0
    value += digit < (romanDigits[key[index + 1] ?? ''] ?? 0) ? -digit : digit
  }
  return value
}
