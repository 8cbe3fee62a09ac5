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
import { Hits, type Said, type Sayings } from './hits.ts'
import { cutPhrase, edgeBit, edgeHash, endBit, exactLength, lookUp, perNode, PhraseTree } from './phrases.ts'
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

/** Numbers a word found. */
const perFound = 3

/** So many numbers of words found are kept, and then their hits made: a long text needs no more room than this. */
const mostFound = 4096 * perFound

const atSign = 64

/** The entries of all detectors, ready to be found at word bounds in time linear in the text. */
export class Lexicon {
  private readonly vocabulary: ReadonlyMap<string, number>
  private readonly wordTable: Int32Array
  private readonly wordMask: number
  private readonly nodes: Int32Array
  private readonly children: Int32Array
  private readonly childMask: number
  private readonly firstWords: number
  private readonly factor: number
  private readonly exactLength: number
  /** What the phrases say: that of a node from the place on that `nodes` has for it, up to that of the next. */
  private readonly sayings: Sayings
  private readonly saidTag: Int32Array
  private readonly words: readonly string[]
  /** Every word's units one after another, and where each begins. */
  private readonly units: Uint16Array
  private readonly unitsAt: Int32Array
  private readonly ascii = new AsciiBytes()
  /** The known words of the text being scanned, those whose hits are not made yet: id * 4 + gap before (0 unless a known word stands there), start, end. */
  private readonly found = new Int32Array(mostFound + 1)
  private top = 0
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
    if (longestPhrase * perFound > mostFound / 2) throw new Error(`an entry of ${longestPhrase} words`)
    this.longestPhrase = longestPhrase
    this.vocabulary = tree.words
    const { factor, table } = tree.wordTable()
    this.factor = factor
    this.wordTable = table
    this.wordMask = table.length / 2 - 1
    this.exactLength = exactLength(factor)
    this.nodes = tree.nodeTable()
    this.children = tree.childTable()
    this.childMask = this.children.length - 1
    this.firstWords = tree.firstWords
    const all: Said[] = []
    for (let at = 0; at < this.nodes.length; at += perNode) {
      this.nodes[at + 3] = all.length
      for (const said of saidAt[at / perNode] ?? []) all.push(said)
    }
    this.saidTag = Int32Array.from(all, ({ tag }) => tagNumber(tag))
    this.sayings = { said: all, saidTag: this.saidTag, bitWords: (tagCount() + 31) >> 5 }
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
    const { found } = this
    const { bytes } = this.ascii
    const { length } = text
    const hits = this.begin()
    let state = gapStart
    let lastKnown = false
    let top = 0
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
        found[top] = id * 4 + (lastKnown ? (gapWorth[state] ?? 0) : 0)
        found[top + 1] = start
        found[top + 2] = at
        top += perFound
        if (top === mostFound) {
          this.top = top
          if (this.settleMost(text, true, hits)) return hits
          top = this.top
        }
      }
      lastKnown = id >= 0
      // nearly always one space, and then a word
      if (folded === unitKind.space) {
        state = gap.spaced
        folded = byteFold[bytes[++at] ?? 0] ?? 0
      } else state = gapStart
    }
    this.top = top
    this.settle(text, true, hits, top)
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
      if (id >= 0) this.keep(id * 4 + (lastKnown ? (gapWorth[state] ?? 0) : 0), start, at)
      if (this.top === mostFound) this.settleMost(text, true, hits)
      lastKnown = id >= 0
      if (folded === unitKind.space) {
        state = gap.spaced
        folded = byteFold[bytes[++at] ?? 0] ?? 0
      } else state = gapStart
    }
    this.settle(text, true, hits, this.top)
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
      if (id >= 0) this.keep(id * 4 + (lastKnown ? (gapWorth[state] ?? 0) : 0), start, at)
      if (this.top === mostFound && this.settleMost(norm, false, hits)) return hits
      lastKnown = id >= 0
      state = gapStart
    }
    this.settle(norm, false, hits, this.top)
    return hits
  }

  private begin(): Hits {
    this.top = 0
    return new Hits(this.sayings)
  }

  private keep(edge: number, start: number, end: number): void {
    const { found, top } = this
    found[top] = edge
    found[top + 1] = start
    found[top + 2] = end
    this.top = top + perFound
  }

  /** Makes hits of all words but the last, with which a phrase may go on. Tells whether there are enough. */
  private settleMost(text: string, isAscii: boolean, hits: Hits): boolean {
    const settled = this.top - this.longestPhrase * perFound
    this.settle(text, isAscii, hits, settled)
    this.found.copyWithin(0, settled, this.top)
    this.top -= settled
    return hits.isSpent
  }

  /** Makes hits of the phrases that begin with one of the words found, as far as `until`. */
  private settle(text: string, isAscii: boolean, hits: Hits, until: number): void {
    const { found, firstWords, nodes } = this
    // the last is followed by nothing
    found[this.top] = gap.parted
    for (let at = 0; at < until; at += perFound) {
      const id = (found[at] ?? 0) >> 2
      if (id >= firstWords) continue
      const bits = nodes[(id + 1) * perNode] ?? 0
      const next = found[at + perFound] ?? 0
      if ((next & 3) !== gap.parted && (bits & edgeBit(next >> 2)) !== 0)
        this.follow(text, isAscii, id + 1, at, hits)
      if ((bits & endBit) !== 0) this.say(text, isAscii, id + 1, at, at, hits)
    }
  }

  /** Says what begins at `first` and goes on past its word, the longest first. */
  private follow(text: string, isAscii: boolean, node: number, first: number, hits: Hits): void {
    const { found, nodes, path } = this
    let depth = 0
    for (let at = first + perFound; ; at += perFound) {
      const edge = found[at] ?? 0
      if ((edge & 3) === gap.parted || ((nodes[node * perNode] ?? 0) & edgeBit(edge >> 2)) === 0) break
      node = this.child(node, edge)
      if (node === 0) break
      path[depth++] = node
    }
    for (; depth > 0; depth--) {
      const last = path[depth - 1] ?? 0
      if (((nodes[last * perNode] ?? 0) & endBit) !== 0)
        this.say(text, isAscii, last, first, first + depth * perFound, hits)
    }
  }

  /** Whether the word found by its hash, of the same length, is the one in the text. */
  private isWord(text: string, at: number, isAscii: boolean): boolean {
    const id = (this.found[at] ?? 0) >> 2
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
    const from = this.nodes[node * perNode + 3] ?? 0
    const to = this.nodes[node * perNode + perNode + 3] ?? 0
    if (hits.isMany && this.isTired(from, to, hits)) return
    const { found, unitsAt } = this
    for (let at = first; at <= last; at += perFound) {
      const length = (found[at + 2] ?? 0) - (found[at + 1] ?? 0)
      const id = (found[at] ?? 0) >> 2
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
    const { childMask, children, nodes } = this
    for (let slot = edgeHash(node, edge) & childMask; ; slot = (slot + 1) & childMask) {
      const child = children[slot] ?? 0
      if (child === 0 || (nodes[child * perNode + 1] === node && nodes[child * perNode + 2] === edge))
        return child
    }
  }
}
