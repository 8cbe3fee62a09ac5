import { asciiWord, gap, gapNext, gapStart, gapWorth, kindOf, unitKind } from './characters.ts'
import { cutPhrase, edgeHash, hashFactor, hashSeed, PhraseTree, spread } from './phrases.ts'

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
  readonly longestWord: number

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
    words.forEach((word, id) => (this.unitsAt[id + 1] = (this.unitsAt[id] ?? 0) + word.length))
    this.units = Uint16Array.from(words.join(''), (_, at) => at)
    const all = words.join('')
    for (let at = 0; at < all.length; at++) this.units[at] = all.charCodeAt(at)
    this.longestWord = Math.max(0, ...words.map((word) => word.length))
  }

  /** Whether a word (no spaces) stands in any entry: this decides whether `sh1t` is undone to a word. */
  knows(word: string): boolean {
    return word.length <= this.longestWord && this.vocabulary.has(word)
  }
}
