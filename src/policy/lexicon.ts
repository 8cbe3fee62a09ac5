import { asciiMask, asciiWord, gap, gapNext, gapStart, gapWorth, kindOf, unitKind } from './characters.ts'
import { cutPhrase, edgeHash, hashFactor, hashSeed, PhraseTree, spread, wordEnd } from './phrases.ts'

/** A phrase that some detector wants to hear of: lower-case words, single spaces between them, plain letters. */
export interface Entry {
  phrase: string
  tag: string
  about?: string
}

/** Where an entry stands in a normalised text: offsets are UTF-16 code units of it, `end` excluded. */
export interface Hit {
  tag: string
  about: string
  phrase: string
  start: number
  end: number
}

/** A text of a megabyte can hold 100,000 hits; nobody needs more than these of one tag, and the rest costs time. */
export const hitsPerTag = 256

interface Said {
  tag: string
  tagId: number
  about: string
  phrase: string
}

/**
 * Makes a lexicon. A phrase may hold an apostrophe ("he's guilty") or an emoji; a space in it stands for any
 * whitespace, one hyphen or one underscore in a text. Throws on an entry without a word: a mistake of its author.
 */
export function compileLexicon(entries: readonly Entry[]): Lexicon {
  return new Lexicon(entries)
}

/** The entries of all detectors, ready to be found at word bounds in time linear in the text. */
export class Lexicon {
  private readonly vocabulary: ReadonlyMap<string, number>
  private readonly wordTable: Int32Array
  private readonly wordMask: number
  private readonly edges: Int32Array
  private readonly edgeMask: number
  private readonly firstNode: Int32Array
  private readonly hasChildren: Uint8Array
  private readonly said: (Said[] | undefined)[] = []
  /** Every word's units one after another, and where each begins. */
  private readonly units: Uint16Array
  private readonly unitsAt: Int32Array
  private readonly perTag: Uint16Array
  /** The known words of the text being scanned: id, start, end, gap before (0 unless a known word stands there). */
  private found = new Int32Array(4 * 256)
  private foundCount = 0
  /** The longest word, in units: longer ones need not be looked up. */
  readonly longestWord: number = 0

  constructor(entries: readonly Entry[]) {
    const tree = new PhraseTree()
    const tagIds = new Map<string, number>()
    for (const { phrase, tag, about = '' } of entries) {
      const words = cutPhrase(phrase.toLowerCase())
      if (words.length === 0) throw new Error(`the entry "${phrase}" (${tag}) has no word in it`)
      const node = tree.add(words)
      const tagId = tagIds.get(tag) ?? tagIds.size
      tagIds.set(tag, tagId)
      const said = { tag, tagId, about, phrase }
      const list = this.said[node]
      if (list === undefined) this.said[node] = [said]
      else if (!list.some((other) => other.tag === tag && other.about === about)) list.push(said)
    }
    this.vocabulary = tree.words
    this.wordTable = tree.wordTable()
    this.wordMask = this.wordTable.length / 2 - 1
    this.edges = tree.edgeTable()
    this.edgeMask = this.edges.length / 3 - 1
    this.firstNode = Int32Array.from(tree.firstNode)
    this.hasChildren = Uint8Array.from(tree.hasChildren, Number)
    for (let node = this.said.length; node < this.hasChildren.length; node++) this.said[node] = undefined
    this.perTag = new Uint16Array(tagIds.size)
    const words = [...tree.words.keys()]
    this.unitsAt = new Int32Array(words.length + 1)
    for (const [id, word] of words.entries()) {
      this.unitsAt[id + 1] = (this.unitsAt[id] ?? 0) + word.length
      this.longestWord = Math.max(this.longestWord, word.length)
    }
    const all = words.join('')
    this.units = Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at))
  }

  /** Whether a word (no spaces) stands in any entry: this decides whether `sh1t` is undone to a word. */
  knows(word: string): boolean {
    return word.length <= this.longestWord && this.vocabulary.has(word)
  }

  /** All hits in a normalised text, by start, longest first at the same start; at most `hitsPerTag` of a tag. */
  scan(norm: string): Hit[] {
    this.foundCount = 0
    let state = gapStart
    let lastKnown = false
    let at = 0
    while (at < norm.length) {
      const unit = norm.charCodeAt(at)
      const kind = kindOf(unit)
      if (kind !== unitKind.word && kind !== unitKind.symbol) {
        state = gapNext[state * 8 + kind] ?? 0
        at++
        continue
      }
      const start = at
      let hash = hashSeed
      if (kind === unitKind.symbol) {
        at = wordEnd(norm, at)
        for (let k = start; k < at; k++) hash = Math.imul(hash ^ norm.charCodeAt(k), hashFactor)
      } else {
        for (let next = unit; ; next = norm.charCodeAt(at)) {
          hash = Math.imul(hash ^ next, hashFactor)
          if (++at === norm.length || kindOf(norm.charCodeAt(at)) !== unitKind.word) break
        }
      }
      const id = this.lookUp(norm, start, at, hash)
      if (id >= 0) this.keep(id, start, at, lastKnown ? (gapWorth[state] ?? 0) : 0)
      lastKnown = id >= 0
      state = gapStart
    }
    return this.hits()
  }

  /**
   * The same for a text as written, in one pass, when it is ASCII and needs no undoing: what `scan` would find
   * in its lower-case form. Gives `undefined` at the first unit that is not ASCII, at three single letters
   * in a row, and at a place that `evades` (given the bounds of a suspect word) says hides one.
   */
  scanPlain(text: string, evades: (text: string, start: number, end: number) => boolean): Hit[] | undefined {
    this.foundCount = 0
    const length = text.length
    let state = gapStart
    let lastKnown = false
    let singles = 0
    let at = 0
    while (at < length) {
      let unit = text.charCodeAt(at)
      if (unit > 127) return undefined
      let folded = asciiWord[unit] ?? 0
      if (folded === 0) {
        if (asciiMask[unit] === 1 && evades(text, at, at + 1)) return undefined
        state = gapNext[state * 8 + kindOf(unit)] ?? 0
        at++
        continue
      }
      const start = at
      let hash = hashSeed
      let some = 0
      let every = 0x40
      let last = 0
      let same = 0
      let longest = 0
      do {
        hash = Math.imul(hash ^ folded, hashFactor)
        some |= folded
        every &= folded
        same = folded === last ? same + 1 : 0
        if (same > longest) longest = same
        last = folded
        if (++at === length) break
        unit = text.charCodeAt(at)
        if (unit > 127) return undefined
        folded = asciiWord[unit] ?? 0
      } while (folded !== 0)
      singles = at - start === 1 ? singles + 1 : 0
      if (singles === 3) return undefined
      const isMixed = every === 0 && (some & 0x40) !== 0
      if ((isMixed || longest > 1) && evades(text, start, at)) return undefined
      const id = this.lookUp(text, start, at, hash)
      if (id >= 0) this.keep(id, start, at, lastKnown ? (gapWorth[state] ?? 0) : 0)
      lastKnown = id >= 0
      state = gapStart
    }
    return this.hits()
  }

  private lookUp(text: string, start: number, end: number, hash: number): number {
    const table = this.wordTable
    const mask = this.wordMask
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = (table[slot * 2 + 1] ?? 0) - 1
      if (id < 0) return -1
      if (table[slot * 2] === hash && this.isWord(id, text, start, end)) return id
    }
  }

  private isWord(id: number, text: string, start: number, end: number): boolean {
    const from = this.unitsAt[id] ?? 0
    if ((this.unitsAt[id + 1] ?? 0) - from !== end - start) return false
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at)
      const folded = unit < 128 ? (asciiWord[unit] ?? 0) : unit
      if (folded !== this.units[from + at - start]) return false
    }
    return true
  }

  private keep(id: number, start: number, end: number, before: number): void {
    const at = this.foundCount * 4
    if (at === this.found.length) {
      const more = new Int32Array(at * 2)
      more.set(this.found)
      this.found = more
    }
    this.found[at] = id
    this.found[at + 1] = start
    this.found[at + 2] = end
    this.found[at + 3] = before
    this.foundCount++
  }

  private hits(): Hit[] {
    const hits: Hit[] = []
    this.perTag.fill(0)
    for (let index = 0; index < this.foundCount; index++) {
      const node = this.firstNode[this.found[index * 4] ?? 0] ?? 0
      if (node !== 0) this.follow(node, index, index, hits)
    }
    if (this.found.length > 65536) this.found = new Int32Array(4 * 256)
    return hits
  }

  /** Says what ends at this node, after all that ends further on. The depth is that of the longest phrase. */
  private follow(node: number, first: number, index: number, hits: Hit[]): void {
    if (this.hasChildren[node] === 1 && index + 1 < this.foundCount) {
      const before = this.found[index * 4 + 7] ?? 0
      const child =
        before === gap.parted ? 0 : this.child(node, (this.found[index * 4 + 4] ?? 0) * 4 + before)
      if (child !== 0) this.follow(child, first, index + 1, hits)
    }
    const list = this.said[node]
    if (list === undefined) return
    for (const { tag, tagId, about, phrase } of list) {
      const count = this.perTag[tagId] ?? 0
      if (count >= hitsPerTag) continue
      this.perTag[tagId] = count + 1
      hits.push({
        tag,
        about,
        phrase,
        start: this.found[first * 4 + 1] ?? 0,
        end: this.found[index * 4 + 2] ?? 0,
      })
    }
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
