import { AsciiBytes } from './ascii-bytes.ts'
import {
  asciiFold,
  firstInWord,
  gap,
  gapNext,
  gapStart,
  gapWorth,
  hasLetter,
  isHigh,
  isLow,
  isStretched,
  kindOf,
  maskBit,
  unitKind,
  unitsOf,
} from './characters.ts'
import { Hits, type Said } from './hits.ts'
import { cutPhrase, edgeBit, edgeHash, endBit, exactLength, lookUp, PhraseTree } from './phrases.ts'
import { tagCount, tagNumber } from './tags.ts'

export { hitsPerTag, type Hit } from './hits.ts'

/** A phrase that some detector wants to hear of: lower-case words, single spaces between them, plain letters. */
export interface Entry {
  phrase: string
  tag: string
  about?: string
}

/**
 * Makes a lexicon. A phrase may hold an apostrophe ("he's guilty") or an emoji; a space in it stands for any
 * whitespace, one hyphen or one underscore in a text. Throws on an entry without a word: a mistake of its author.
 */
export function compileLexicon(entries: readonly Entry[]): Lexicon {
  return new Lexicon(entries)
}

/** Whether a suspect stretch of a text hides a word. */
type Evades = (text: string, start: number, end: number) => boolean

/** Passed by those who have undone all disguises, or want none undone. */
export const noneEvades: Evades = () => false

const byteFold = Uint8Array.from({ length: 256 }, (_, byte) => asciiFold[byte] ?? 0)

/** So many words are found, and then their hits made: a long text needs no more room than this. */
const mostFound = 4096

const atSign = 64

/** The entries of all detectors, ready to be found at word bounds in time linear in the text. */
export class Lexicon {
  private readonly vocabulary: ReadonlyMap<string, number>
  private readonly wordTable: Int32Array
  private readonly wordMask: number
  private readonly edges: Int32Array
  private readonly edgeMask: number
  private readonly firstWords: number
  private readonly nodeBits: Int32Array
  private readonly factor: number
  private readonly exactLength: number
  /** What the phrase that ends at a node says: from `saidFrom[node]` on, up to that of the next node. */
  private readonly said: readonly Said[]
  private readonly saidFrom: Int32Array
  private readonly saidTag: Int32Array
  private readonly bitWords: number
  private readonly words: readonly string[]
  /** Every word's units one after another, and where each begins. */
  private readonly units: Uint16Array
  private readonly unitsAt: Int32Array
  private readonly ascii = new AsciiBytes()
  /** The known words of the text being scanned, those whose hits are not made yet: id, start, end, gap before (0 unless a known word stands there). */
  private readonly found = new Int32Array(4 * mostFound)
  private foundCount = 0
  /** The nodes of the phrase being followed. */
  private readonly path: number[] = []
  /** The longest phrase, in words. */
  private readonly longestPhrase: number
  /** The longest word, in units: longer ones need not be looked up. */
  readonly longestWord: number = 0

  constructor(entries: readonly Entry[]) {
    const cut = entries.map(({ phrase }) => cutPhrase(phrase.toLowerCase()))
    const tree = new PhraseTree(cut)
    const saidAt: (Said[] | undefined)[] = []
    let longestPhrase = 0
    for (const [place, { phrase, tag, about = '' }] of entries.entries()) {
      const { length } = cut[place] ?? []
      if (length === 0) throw new Error(`the entry "${phrase}" (${tag}) has no word in it`)
      longestPhrase = Math.max(longestPhrase, length)
      const node = tree.ends[place] ?? 0
      const said = { tag, about, phrase }
      // no holes: an array with many of them is slow to fill
      while (saidAt.length <= node) saidAt.push(undefined)
      const list = saidAt[node]
      if (list === undefined) saidAt[node] = [said]
      else if (!list.some((other) => other.tag === tag && other.about === about)) list.push(said)
    }
    if (longestPhrase > mostFound / 2) throw new Error(`an entry of ${longestPhrase} words is too long`)
    this.longestPhrase = longestPhrase
    this.vocabulary = tree.words
    const { factor, table } = tree.wordTable()
    this.factor = factor
    this.exactLength = exactLength(factor)
    this.wordTable = table
    this.wordMask = this.wordTable.length / 2 - 1
    this.edges = tree.edgeTable()
    this.edgeMask = this.edges.length / 3 - 1
    this.firstWords = tree.firstWords
    this.nodeBits = Int32Array.from(tree.nodeBits)
    const all: Said[] = []
    this.saidFrom = new Int32Array(this.nodeBits.length + 1)
    for (let node = 0; node < this.nodeBits.length; node++) {
      for (const said of saidAt[node] ?? []) all.push(said)
      this.saidFrom[node + 1] = all.length
    }
    this.said = all
    this.saidTag = Int32Array.from(all, ({ tag }) => tagNumber(tag))
    this.bitWords = (tagCount() + 31) >> 5
    const words = [...tree.words.keys()]
    this.words = words
    this.unitsAt = new Int32Array(words.length + 1)
    for (const [id, word] of words.entries()) {
      this.unitsAt[id + 1] = (this.unitsAt[id] ?? 0) + word.length
      this.longestWord = Math.max(this.longestWord, word.length)
    }
    this.units = unitsOf(words.join(''))
  }

  /** Whether a word (no spaces) stands in any entry: this decides whether `sh1t` is undone to a word. */
  knows(word: string): boolean {
    return word.length <= this.longestWord && this.vocabulary.has(word)
  }

  /**
   * All hits in a normalised text, by start, longest first at the same start; at most `hitsPerTag` of a tag. Whoever
   * has the text in units as well gives them.
   */
  scan(norm: string, units?: Uint16Array): Hits {
    if (this.ascii.encode(norm)) return this.scanBare(norm)
    return this.scanUnits(norm, units ?? unitsOf(norm))
  }

  /**
   * The same for a text as written when it is ASCII and needs no undoing: what `scan` would find in its
   * lower-case form. Gives `undefined` for a text that is not ASCII, at three single letters in a row, and at a
   * place that `evades` (given the bounds of a suspect word or mark) says hides a word.
   */
  scanPlain(text: string, evades: Evades): Hits | undefined {
    if (!this.ascii.encode(text)) return undefined
    return evades === noneEvades ? this.scanBare(text) : this.scanBytes(text, evades)
  }

  /** The scan of bytes in which no disguise is looked for: the same loop as `scanBytes`, and nothing else in it. */
  private scanBare(text: string): Hits {
    const { factor, wordMask, wordTable } = this
    const { bytes } = this.ascii
    const { length } = text
    const hits = this.begin()
    let state = gapStart
    let lastKnown = false
    let at = 0
    let folded = byteFold[bytes[0] ?? 0] ?? 0
    while (at < length) {
      if (folded < firstInWord) {
        state = gapNext[state * 8 + (folded & 7)] ?? 0
        folded = byteFold[bytes[++at] ?? 0] ?? 0
        continue
      }
      const start = at
      let hash = 0
      do {
        hash = (Math.imul(hash, factor) + folded) | 0
        folded = byteFold[bytes[++at] ?? 0] ?? 0
      } while (folded >= firstInWord)
      const id = lookUp(wordTable, wordMask, hash)
      if (id >= 0) {
        this.keep(id, start, at, lastKnown ? (gapWorth[state] ?? 0) : 0)
        if (this.foundCount === mostFound && this.settleMost(text, true, hits)) return hits
      }
      lastKnown = id >= 0
      // nearly always one space, and then a word
      if (folded === unitKind.space) {
        state = gap.spaced
        folded = byteFold[bytes[++at] ?? 0] ?? 0
      } else state = gapStart
    }
    this.settle(text, true, hits, this.foundCount)
    return hits
  }

  private scanBytes(text: string, evades: Evades): Hits | undefined {
    const { factor, wordMask, wordTable } = this
    const { bytes } = this.ascii
    const { length } = text
    const hits = this.begin()
    let state = gapStart
    let lastKnown = false
    let singles = 0
    let at = 0
    let folded = byteFold[bytes[0] ?? 0] ?? 0
    while (at < length) {
      if (folded < firstInWord) {
        if ((folded & maskBit) !== 0) {
          if (bytes[at] === atSign) hits.hasFigure = true
          if (evades(text, at, at + 1)) return undefined
        }
        state = gapNext[state * 8 + (folded & 7)] ?? 0
        folded = byteFold[bytes[++at] ?? 0] ?? 0
        continue
      }
      const start = at
      let hash = 0
      let every = 0x40
      let last = 0
      let doubled = 0
      do {
        hash = (Math.imul(hash, factor) + folded) | 0
        every &= folded
        doubled |= (folded ^ last) - 1
        last = folded
        folded = byteFold[bytes[++at] ?? 0] ?? 0
      } while (folded >= firstInWord)
      // `p.m.` and numbers are no spelled-out words: only letters one by one are.
      singles = at - start === 1 && last > 64 ? singles + 1 : 0
      if (singles === 3 || every === 0 || doubled < 0) {
        if (singles === 3) return undefined
        if (every === 0) hits.hasFigure = true
        const isSuspect =
          (every === 0 && hasLetter(bytes, start, at)) || (doubled < 0 && isStretched(bytes, start, at))
        if (isSuspect && evades(text, start, at)) return undefined
      }
      const id = lookUp(wordTable, wordMask, hash)
      if (id >= 0) this.keep(id, start, at, lastKnown ? (gapWorth[state] ?? 0) : 0)
      if (this.foundCount === mostFound) this.settleMost(text, true, hits)
      lastKnown = id >= 0
      if (folded === unitKind.space) {
        state = gap.spaced
        folded = byteFold[bytes[++at] ?? 0] ?? 0
      } else state = gapStart
    }
    this.settle(text, true, hits, this.foundCount)
    return hits
  }

  /** The scan of a text that is not all ASCII. */
  private scanUnits(norm: string, units: Uint16Array): Hits {
    const hits = this.begin()
    let state = gapStart
    let lastKnown = false
    let at = 0
    const { factor, wordMask, wordTable } = this
    const { length } = norm
    while (at < length) {
      const unit = units[at] ?? 0
      const kind = kindOf(unit)
      if (kind !== unitKind.word && kind !== unitKind.symbol) {
        state = gapNext[state * 8 + kind] ?? 0
        at++
        continue
      }
      const start = at
      let hash = 0
      if (kind === unitKind.symbol) {
        hash = (Math.imul(hash, factor) + unit) | 0
        const next = ++at < length ? (units[at] ?? 0) : 0
        if (isHigh(unit) && isLow(next)) {
          hash = (Math.imul(hash, factor) + next) | 0
          at++
        }
      } else {
        let next = unit
        do {
          hash = (Math.imul(hash, factor) + next) | 0
          next = ++at < length ? (units[at] ?? 0) : 0
        } while (kindOf(next) === unitKind.word)
      }
      const id = lookUp(wordTable, wordMask, hash)
      if (id >= 0) this.keep(id, start, at, lastKnown ? (gapWorth[state] ?? 0) : 0)
      if (this.foundCount === mostFound && this.settleMost(norm, false, hits)) return hits
      lastKnown = id >= 0
      state = gapStart
    }
    this.settle(norm, false, hits, this.foundCount)
    return hits
  }

  private begin(): Hits {
    this.foundCount = 0
    return new Hits(this.said, this.saidTag, this.bitWords)
  }

  private keep(id: number, start: number, end: number, before: number): void {
    const { found } = this
    const at = this.foundCount * 4
    found[at] = id
    found[at + 1] = start
    found[at + 2] = end
    found[at + 3] = before
    this.foundCount++
  }

  /** Makes hits of all words but the last, with which a phrase may go on. Tells whether there are enough. */
  private settleMost(text: string, isAscii: boolean, hits: Hits): boolean {
    const settled = this.foundCount - this.longestPhrase
    this.settle(text, isAscii, hits, settled)
    this.found.copyWithin(0, settled * 4, this.foundCount * 4)
    this.foundCount -= settled
    return hits.isSpent
  }

  /** Makes hits of the phrases that begin with one of the first `count` words found. */
  private settle(text: string, isAscii: boolean, hits: Hits, count: number): void {
    const { found, firstWords, nodeBits } = this
    const end = this.foundCount * 4
    for (let at = 0; at < count * 4; at += 4) {
      const id = found[at] ?? 0
      if (id >= firstWords) continue
      const node = id + 1
      const bits = nodeBits[node] ?? 0
      const next = at + 4
      const before = next < end ? (found[next + 3] ?? 0) : gap.parted
      if (before !== gap.parted && (bits & edgeBit((found[next] ?? 0) * 4 + before)) !== 0)
        this.follow(text, isAscii, node, at, hits)
      if ((bits & endBit) !== 0) this.say(text, isAscii, node, at, at, hits)
    }
  }

  /** Says what begins at `first` and goes on past its word, the longest first. */
  private follow(text: string, isAscii: boolean, node: number, first: number, hits: Hits): void {
    const { found, nodeBits, path } = this
    const end = this.foundCount * 4
    let depth = 0
    for (let at = first + 4; at < end; at += 4) {
      const before = found[at + 3] ?? 0
      if (before === gap.parted) break
      const edge = (found[at] ?? 0) * 4 + before
      if (((nodeBits[node] ?? 0) & edgeBit(edge)) === 0) break
      node = this.child(node, edge)
      if (node === 0) break
      path[depth++] = node
    }
    for (; depth > 0; depth--) {
      const last = path[depth - 1] ?? 0
      if (((nodeBits[last] ?? 0) & endBit) !== 0)
        this.say(text, isAscii, last, first, first + depth * 4, hits)
    }
  }

  /** Whether the word found by its hash, of the same length, is the one in the text. */
  private isWord(text: string, at: number, isAscii: boolean): boolean {
    const id = this.found[at] ?? 0
    const start = this.found[at + 1] ?? 0
    const from = this.unitsAt[id] ?? 0
    const length = (this.unitsAt[id + 1] ?? 0) - from
    if (!isAscii) return text.slice(start, start + length) === this.words[id]
    const { units } = this
    const { bytes } = this.ascii
    for (let k = 0; k < length; k++) if (byteFold[bytes[start + k] ?? 0] !== units[from + k]) return false
    return true
  }

  private say(text: string, isAscii: boolean, node: number, first: number, last: number, hits: Hits): void {
    const from = this.saidFrom[node] ?? 0
    const to = this.saidFrom[node + 1] ?? 0
    if (from === to || (hits.isMany && this.isTired(from, to, hits))) return
    const { found, unitsAt } = this
    for (let at = first; at <= last; at += 4) {
      const length = (found[at + 2] ?? 0) - (found[at + 1] ?? 0)
      const id = found[at] ?? 0
      if ((unitsAt[id + 1] ?? 0) - (unitsAt[id] ?? 0) !== length) return
      if (!(isAscii && length <= this.exactLength) && !this.isWord(text, at, isAscii)) return
    }
    const start = found[first + 1] ?? 0
    const end = found[last + 2] ?? 0
    for (let index = from; index < to; index++) {
      const tag = this.saidTag[index] ?? 0
      if (!hits.isFull(tag)) hits.add(index, tag, start, end)
    }
  }

  /** Whether enough was said of all that would be said. */
  private isTired(from: number, to: number, hits: Hits): boolean {
    for (let index = from; index < to; index++) if (!hits.isFull(this.saidTag[index] ?? 0)) return false
    return true
  }

  private child(node: number, edge: number): number {
    const table = this.edges
    const mask = this.edgeMask
    for (let slot = edgeHash(node, edge) & mask; ; slot = (slot + 1) & mask) {
      const holder = table[slot * 3]
      if (holder === 0) return 0
      if (holder === node && table[slot * 3 + 1] === edge) return table[slot * 3 + 2] ?? 0
    }
  }
}
