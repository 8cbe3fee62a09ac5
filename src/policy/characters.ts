/** What a UTF-16 code unit is to the lexicon: part of a word, a gap inside a phrase, or an end. */
export const unitKind = { other: 0, word: 1, space: 2, hyphen: 3, apostrophe: 4, symbol: 5 } as const

/** The kind of each code unit plus one, and `chunkBit`; learnt by pages of 256; 0 is not learnt yet. */
const kinds = new Uint8Array(65536)
const chunkBit = 16

/** The kind of a code unit of a normalised text. Surrogates and pictographs are `symbol`: a word of their own. */
export function kindOf(unit: number): number {
  const kind = kinds[unit] ?? 0
  return ((kind === 0 ? learn(unit) : kind) & 15) - 1
}

/** Whether a lower-case unit can belong to a disguised word: it is part of a word, or a mask. */
export function isChunkUnit(unit: number): boolean {
  const kind = kinds[unit] ?? 0
  return ((kind === 0 ? learn(unit) : kind) & chunkBit) !== 0
}

function learn(unit: number): number {
  const first = unit & 0xff00
  for (let each = first; each < first + 256; each++) {
    const kind = classify(each)
    const isChunk = kind === unitKind.word || (kind === unitKind.other && isMask(each))
    kinds[each] = (kind + 1) | (isChunk ? chunkBit : 0)
  }
  return kinds[unit] ?? 1
}

function isMask(unit: number): boolean {
  return unit < 128 ? asciiMask[unit] === 1 : unit === 0x20ac || (unit >= 0xa2 && unit <= 0xa5)
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit)
  if (/[\p{L}\p{N}\p{M}]/u.test(char)) return unitKind.word
  if (/\s/.test(char)) return unitKind.space
  if (char === '-' || char === '_') return unitKind.hyphen
  if (char === "'") return unitKind.apostrophe
  if (unit >= 0xd800 && unit <= 0xdfff) return unitKind.symbol
  return unit > 127 && /\p{Extended_Pictographic}/u.test(char) ? unitKind.symbol : unitKind.other
}

/** ASCII only: the lower-case letter or digit that a code unit stands for in a word, or 0. */
export const asciiWord = Uint8Array.from({ length: 128 }, (_, unit) => {
  const char = String.fromCharCode(unit).toLowerCase()
  return /[a-z0-9]/.test(char) ? char.charCodeAt(0) : 0
})

/** ASCII only: a code unit in lower case. */
export const asciiPlain = asciiWord.map((folded, unit) => folded || unit)

/** ASCII only: 1 for the marks that stand for letters in disguise (`$hit`, `f*ck`, `@ss`). */
export const asciiMask = Uint8Array.from({ length: 128 }, (_, unit) =>
  '@$!*+|#%'.includes(String.fromCharCode(unit)) ? 1 : 0,
)

/** The least value of `asciiFold` for a unit that belongs to a word. */
export const firstInWord = 48
/** The bit of `asciiFold` for a mask. */
export const maskBit = 8

/** ASCII only: `asciiWord`, or for what belongs to no word its kind, with `maskBit` for a mask. */
export const asciiFold = asciiWord.map((folded, unit) =>
  folded !== 0 ? folded : classify(unit) | (asciiMask[unit] === 1 ? maskBit : 0),
)

/**
 * What lies between two words of a text. Only words joined by whitespace, one hyphen or underscore (`spaced`),
 * or one apostrophe (`elided`) can be one phrase; a comma or a full stop parts them.
 */
export const gap = { parted: 0, spaced: 1, elided: 2 } as const

const hyphened = 3
const nothing = 4

/** The state of a gap before any unit of it was read. */
export const gapStart = nothing

/** The state of a gap after one more unit that is no word: `gapNext[state * 8 + kind]`. */
export const gapNext = Uint8Array.from({ length: 40 }, (_, index) => {
  const state = index >> 3
  const kind = index & 7
  if (kind === unitKind.space) return state === nothing || state === gap.spaced ? gap.spaced : gap.parted
  if (state !== nothing) return gap.parted
  if (kind === unitKind.hyphen) return hyphened
  return kind === unitKind.apostrophe ? gap.elided : gap.parted
})

/** What a finished gap is worth: symbols may stand against a word with nothing between. */
export const gapWorth = Uint8Array.from([gap.parted, gap.spaced, gap.elided, gap.spaced, gap.spaced])

/** The first half of a surrogate pair. */
export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

/** The second half. */
export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** Whether a letter stands among these bytes of ASCII. */
export function hasLetter(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 64) return true
  return false
}

/** Whether a letter stands three times in a row, in either case. */
export function isStretched(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start + 2; at < end; at++) {
    const letter = asciiFold[bytes[at] ?? 0] ?? 0
    if (letter < 97 || letter !== asciiFold[bytes[at - 1] ?? 0]) continue
    if (letter === asciiFold[bytes[at - 2] ?? 0]) return true
  }
  return false
}

/** The units of a string, one after another. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at)
  return units
}
