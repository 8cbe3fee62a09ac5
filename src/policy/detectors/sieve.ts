import { clausesOf, stem, stemLength } from './sketch.ts'

/** Of each pattern so many clauses are kept: a fourth would hold back next to nothing. */
const ranks = 3
/** A text of more words is not worth sieving. */
const mostWords = 2048

/** A longer text is not kept in mind. */
const longestKept = 4096

/** The hash of every word, of its first letters if it has so many, and of it with the word before it. */
const hashes = new Int32Array(mostWords * 3)
let hashCount = 0
let hashedText = ''

/**
 * A sieve of one pattern over the text as written, in either case. Only of a plain text does the normalised form hold
 * every word that the pattern may want; any other may match.
 */
export class WrittenSieve {
  private readonly pattern: RegExp
  private sieve: Sieve | undefined

  constructor(pattern: RegExp) {
    this.pattern = pattern
  }

  mayMatch({ isPlain, norm }: { isPlain: boolean; norm: string }): boolean {
    this.sieve ??= new Sieve([new RegExp(this.pattern.source, 'u')])
    return !isPlain || this.sieve.mayMatch(norm)
  }
}

/** Which of some patterns may match a text at all, told from the words in it; those it leaves out cannot. */
export class Sieve {
  private readonly width: number
  private readonly keys: Int32Array
  private readonly places: Int32Array
  private readonly mask: number
  private readonly bits: Int32Array
  /** A bit for what a hash looks like: most words of a text stand in no clause, and this tells without a search. */
  private readonly blurred = new Int32Array(512)
  private readonly open: Int32Array
  private readonly found: Int32Array
  private last = ''

  constructor(patterns: readonly RegExp[]) {
    this.width = Math.ceil(patterns.length / 32)
    const size = this.width * ranks
    this.open = new Int32Array(size)
    this.found = new Int32Array(size)
    const byHash = new Map<number, Int32Array>()
    for (const [index, pattern] of patterns.entries()) {
      const clauses = clausesOf(pattern)
      for (let rank = 0; rank < ranks; rank++) {
        const at = rank * this.width + (index >> 5)
        const clause = clauses[rank]
        if (clause === undefined) this.open[at] = (this.open[at] ?? 0) | (1 << (index & 31))
        for (const word of clause ?? []) {
          const hash = hashOf(word)
          const row = byHash.get(hash) ?? new Int32Array(size)
          row[at] = (row[at] ?? 0) | (1 << (index & 31))
          byHash.set(hash, row)
        }
      }
    }
    let slots = 64
    while (slots < byHash.size * 3) slots *= 2
    this.mask = slots - 1
    this.keys = new Int32Array(slots)
    this.places = new Int32Array(slots)
    this.bits = new Int32Array(byHash.size * size)
    let count = 0
    for (const [hash, row] of byHash) {
      const spreadOut = spread(hash)
      const blur = spreadOut >>> 18
      this.blurred[blur >> 5] = (this.blurred[blur >> 5] ?? 0) | (1 << (blur & 31))
      let slot = (spreadOut >>> 12) & this.mask
      while (this.places[slot] !== 0) slot = (slot + 1) & this.mask
      this.keys[slot] = hash
      this.bits.set(row, count * size)
      this.places[slot] = ++count
    }
  }

  /** Whether any of the patterns may match. */
  mayMatch(text: string): boolean {
    const candidates = this.candidates(text)
    for (let at = 0; at < this.width; at++) if ((candidates[at] ?? 0) !== 0) return true
    return false
  }

  /** A bit for every pattern that may match; good until the next call. Asked again of the same text, it knows. */
  candidates(text: string): Int32Array {
    const { found, width } = this
    if (text === this.last && text !== '') return found
    this.last = ''
    if (!hashWords(text)) return found.fill(-1, 0, width)
    const { blurred, open } = this
    for (let at = 0; at < open.length; at++) found[at] = open[at] ?? 0
    for (let at = 0; at < hashCount; at++) {
      const spreadOut = spread(hashes[at] ?? 0)
      const blur = spreadOut >>> 18
      if (((blurred[blur >> 5] ?? 0) & (1 << (blur & 31))) !== 0) this.add(hashes[at] ?? 0, spreadOut)
    }
    for (let at = 0; at < width; at++) {
      let all = -1
      for (let rank = 0; rank < ranks; rank++) all &= found[rank * width + at] ?? 0
      found[at] = all
    }
    this.last = hashedText
    return found
  }

  private add(hash: number, spreadOut: number): void {
    let slot = (spreadOut >>> 12) & this.mask
    let place = this.places[slot] ?? 0
    while (place !== 0 && this.keys[slot] !== hash) {
      slot = (slot + 1) & this.mask
      place = this.places[slot] ?? 0
    }
    if (place === 0) return
    const { found, bits } = this
    const size = found.length
    for (let at = 0, from = (place - 1) * size; at < size; at++)
      found[at] = (found[at] ?? 0) | (bits[from + at] ?? 0)
  }
}

/** Equal for equal words. That others may share it does no harm: a pattern is then tried in vain. */
function hashOf(word: string): number {
  const [first = '', second] = word.split(' ')
  if (second !== undefined) return hashOfPair(hashOf(first), hashOf(second))
  let hash = 0
  for (const letter of word.replace(stem, '')) hash = (Math.imul(hash, 31) + letter.charCodeAt(0) + 7) | 0
  return word.startsWith(stem) ? ~hash : hash
}

function hashOfPair(first: number, second: number): number {
  return Math.imul(first, 0x2c1b3c6d) ^ second
}

function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1)
}

/** Hashes every word of a text and its first letters, once for all that ask of the same text in turn. */
function hashWords(text: string): boolean {
  const { length } = text
  if (text === hashedText && length > 0) return true
  hashedText = ''
  hashCount = 0
  let wordBefore = 0
  let at = 0
  while (at < length) {
    let unit = text.charCodeAt(at)
    if (!isWordUnit(unit)) {
      at++
      continue
    }
    if (hashCount + 3 > hashes.length) return false
    const start = at
    let hash = 0
    do {
      hash = (Math.imul(hash, 31) + unit + 7) | 0
      if (at - start === stemLength - 1) hashes[hashCount++] = ~hash
      unit = ++at < length ? text.charCodeAt(at) : 0
    } while (isWordUnit(unit))
    hashes[hashCount++] = hash
    hashes[hashCount++] = hashOfPair(wordBefore, hash)
    wordBefore = hash
  }
  if (length <= longestKept) hashedText = text
  return true
}

function isWordUnit(unit: number): boolean {
  return (unit > 96 && unit < 123) || (unit > 47 && unit < 58)
}
