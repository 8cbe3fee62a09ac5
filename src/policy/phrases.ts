import { gap, gapNext, gapStart, gapWorth, kindOf, unitKind } from './characters.ts'

/** One word of a phrase and the gap before it. */
export interface PhraseWord {
  word: string
  before: number
}

/** Cuts a lower-case phrase into its words exactly as the scan cuts a text. */
export function cutPhrase(phrase: string): PhraseWord[] {
  const words: PhraseWord[] = []
  let state = gapStart
  let at = 0
  while (at < phrase.length) {
    const end = wordEnd(phrase, at)
    if (end === at) {
      state = gapNext[state * 8 + kindOf(phrase.charCodeAt(at))] ?? gap.parted
      at++
      continue
    }
    words.push({ word: phrase.slice(at, end), before: gapWorth[state] ?? gap.parted })
    state = gapStart
    at = end
  }
  return words
}

/** Where the word that starts at `at` ends; `at` itself when no word starts there. */
export function wordEnd(text: string, at: number): number {
  const kind = kindOf(text.charCodeAt(at))
  if (kind === unitKind.symbol) return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  let end = at
  while (end < text.length && kindOf(text.charCodeAt(end)) === unitKind.word) end++
  return end
}

/**
 * The phrases of a lexicon as a tree over numbered words. A node is a number; an edge is a word with the gap
 * before it. Words and edges lie in open-addressed tables of integers, so that 50,000 entries cost a text
 * little more than 5,000: one probe a word.
 */
export class PhraseTree {
  readonly words = new Map<string, number>()
  /** So many words begin a phrase: they are numbered first, and the node of word n is n + 1. */
  readonly firstWords: number
  /** For each node, a bit (`edgeBit`) for each edge that leaves it, and `endBit` where a phrase ends. */
  readonly nodeBits: number[] = [0]
  /** The node at which each phrase ends. */
  readonly ends: readonly number[]
  /** The child of an edge, by `node * edgesPerNode + edge`. */
  private readonly edges = new Map<number, number>()
  private nodes = 1

  constructor(phrases: readonly (readonly PhraseWord[])[]) {
    for (const [first] of phrases) if (first && this.idOf(first.word) === this.nodes - 1) this.newNode()
    this.firstWords = this.words.size
    this.ends = phrases.map((words) => this.add(words))
  }

  private add(words: readonly PhraseWord[]): number {
    let node = 0
    for (const { word, before } of words)
      node = node === 0 ? this.idOf(word) + 1 : this.next(node, word, before)
    this.nodeBits[node] = (this.nodeBits[node] ?? 0) | endBit
    return node
  }

  private next(node: number, word: string, before: number): number {
    const edge = this.idOf(word) * 4 + before
    const key = node * edgesPerNode + edge
    const found = this.edges.get(key)
    if (found !== undefined) return found
    const child = this.newNode()
    this.edges.set(key, child)
    this.nodeBits[node] = (this.nodeBits[node] ?? 0) | edgeBit(edge >> 2)
    return child
  }

  private idOf(word: string): number {
    const found = this.words.get(word)
    if (found !== undefined) return found
    const id = this.words.size
    this.words.set(word, id)
    return id
  }

  private newNode(): number {
    this.nodeBits[this.nodes] = 0
    return this.nodes++
  }

  /**
   * The nodes in one table, so that all that is asked of one lies together: `perNode` integers each, its bits, the node
   * it hangs from and by which edge, and a place for the lexicon.
   */
  nodeTable(): Int32Array {
    // one more, which stands after the last
    const table = new Int32Array((this.nodes + 1) * perNode)
    for (const [node, bits] of this.nodeBits.entries()) table[node * perNode] = bits
    for (const [key, child] of this.edges) {
      const edge = key % edgesPerNode
      table[child * perNode + 1] = (key - edge) / edgesPerNode
      table[child * perNode + 2] = edge
    }
    return table
  }

  /** The children by the hash of node and edge, 0 for a free slot: which edge one hangs by, its node knows. */
  childTable(): Int32Array {
    const table = new Int32Array(tableSize(this.edges.size))
    for (const [key, child] of this.edges) {
      const edge = key % edgesPerNode
      let slot = edgeHash((key - edge) / edgesPerNode, edge) & (table.length - 1)
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1)
      table[slot] = child
    }
    return table
  }

  /**
   * The words as a table: two integers a slot (hash, number + 1), 0 for a free one. The factor is one by which no
   * two words have one hash, so that a scan need compare letters only where a phrase ends.
   */
  wordTable(): { factor: number; table: Int32Array } {
    for (let factor = leastFactor; ; factor += 2) {
      const table = this.wordTableBy(factor)
      if (table !== undefined) return { factor, table }
    }
  }

  /** Nothing when two words have one hash. */
  private wordTableBy(factor: number): Int32Array | undefined {
    const slots = tableSize(this.words.size)
    const table = new Int32Array(slots * 2)
    for (const [word, id] of this.words) {
      const hash = wordHash(word, factor)
      let slot = spread(hash) & (slots - 1)
      while (table[slot * 2 + 1] !== 0) {
        if (table[slot * 2] === hash) return undefined
        slot = (slot + 1) & (slots - 1)
      }
      table[slot * 2] = hash
      table[slot * 2 + 1] = id + 1
    }
    return table
  }
}

/** A power of two that leaves at least half of the slots free; a larger table would be farther away. */
function tableSize(count: number): number {
  return 2 ** Math.max(4, Math.ceil(Math.log2(count * 2 + 1)))
}

/** What `nodeTable` says of a node. */
export const perNode = 4

/** More than any lexicon has words, four times over. */
const edgesPerNode = 2 ** 28

/** ASCII letters and digits in lower case are the 75 numbers from 48 to 122: digits of base 75 or more. */
const leastFactor = 75

function wordHash(word: string, factor: number): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash, factor) + word.charCodeAt(at)
  return hash | 0
}

/** ASCII words of one length, up to this one, have different hashes: as numbers of that base they fit 32 bits. */
export function exactLength(factor: number): number {
  return Math.floor(32 / Math.log2(factor))
}

/** The number of the word that has a hash in a table of words, or -1. */
export function lookUp(table: Int32Array, mask: number, hash: number): number {
  for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
    const id = (table[slot * 2 + 1] ?? 0) - 1
    if (id < 0 || table[slot * 2] === hash) return id
  }
}

/** Brings the high bits of a hash down, where a table's mask looks. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** Set where a phrase ends, and only there. */
export const endBit = 1

/** One of the other bits, the same for edges with the same word: mostly enough to say that none of them leaves a node. */
export function edgeBit(word: number): number {
  return 2 << (word % 31)
}

export function edgeHash(node: number, edge: number): number {
  return spread(Math.imul(Math.imul(node, 0x9e3779b1) ^ edge, 0x85ebca6b))
}
