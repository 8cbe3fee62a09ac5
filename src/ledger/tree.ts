import { hash } from 'node:crypto'
import { emptyRoot } from './merkle.ts'
import { fullWidth, tileWidth, type Tiles } from './tile.ts'

/** A full tile, with the hash that its 256 make. */
export interface FullTile {
  level: number
  n: number
  hashes: Buffer
  root: Buffer
}

// Hashes are kept as Latin-1 strings of 32 letters ('binary' to Node): it hashes into those three times as fast as into buffers.
const leafBytes = Buffer.alloc(33)
const nodeBytes = Buffer.alloc(65, 1)
nodeBytes[0] = 1

function leafOf(commitment: string): string {
  leafBytes.write(commitment, 1, 'latin1')
  return hash('sha256', leafBytes, 'binary')
}

function nodeOf(left: string, right: string): string {
  nodeBytes.write(left, 1, 'latin1')
  nodeBytes.write(right, 33, 'latin1')
  return hash('sha256', nodeBytes, 'binary')
}

const bytesOf = (letters: string): Buffer => Buffer.from(letters, 'latin1')

/** The leaves' hashes of commitments that stand one after another, 32 bytes each. */
export function leafHashes(commitments: Uint8Array): Buffer {
  const letters = Buffer.from(commitments.buffer, commitments.byteOffset, commitments.length)
  const hashes = Buffer.alloc(commitments.length)
  for (let at = 0; at < commitments.length; at += 32)
    hashes.write(leafOf(letters.toString('latin1', at, at + 32)), at, 'latin1')
  return hashes
}

/** The root of a power of two of hashes that stand one after another: `foldHashes`, on Node and faster. */
export function foldFast(hashes: Uint8Array): Buffer {
  const folding = Buffer.from(hashes)
  for (let length = folding.length; length > 32; length /= 2)
    for (let at = 0; at < length; at += 64) {
      folding.copy(nodeBytes, 1, at, at + 64)
      folding.write(hash('sha256', nodeBytes, 'binary'), at / 2, 'latin1')
    }
  return folding.subarray(0, 32)
}

/** A tree that grows at its right edge: it knows that edge, gives its root, and hands out tiles as they fill. */
export class Tree {
  #size = 0
  /** At each height the node that waits for its right sibling; '' where none does. */
  readonly #edge: string[] = []
  /** At each level of tiles the hashes of the tile that is filling. */
  readonly #filling: { n: number; count: number; hashes: Buffer }[] = []
  readonly #onTile: (tile: FullTile) => void

  constructor(onTile: (tile: FullTile) => void = () => undefined) {
    this.#onTile = onTile
  }

  /** The tree as it stood at that size, from its tiles at the edge. */
  static async at(size: number, tiles: Tiles, onTile?: (tile: FullTile) => void): Promise<Tree> {
    const tree = new Tree(onTile)
    const levels: { level: number; n: number; hashes: Uint8Array }[] = []
    for (let level = 0; fullWidth ** level <= size; level++) {
      const n = Math.floor(size / fullWidth ** (level + 1))
      const width = tileWidth(level, n, size)
      levels.push({ level, n, hashes: width === 0 ? new Uint8Array(0) : await tiles({ level, n, width }) })
    }
    for (const { level, n, hashes } of levels) tree.#fill(level, n, Buffer.from(hashes))
    tree.#size = size
    return tree
  }

  get size(): number {
    return this.#size
  }

  /** Adds a leaf by its entry's commitment, a Latin-1 string of 32 letters; gives the leaf's hash likewise. */
  push(commitment: string): string {
    const leaf = leafOf(commitment)
    this.#size++
    this.#record(0, leaf)
    this.#carry(0, leaf)
    return leaf
  }

  root(): Buffer {
    let root = ''
    for (const node of this.#edge) if (node !== '') root = root === '' ? node : nodeOf(node, root)
    return root === '' ? Buffer.from(emptyRoot) : bytesOf(root)
  }

  /** The hashes of the tile that is filling at a level, and its place. */
  filling(level: number): { n: number; hashes: Buffer } {
    const { n, count, hashes } = this.#level(level)
    return { n, hashes: hashes.subarray(0, count * 32) }
  }

  #level(level: number): { n: number; count: number; hashes: Buffer } {
    return (this.#filling[level] ??= { n: 0, count: 0, hashes: Buffer.alloc(fullWidth * 32) })
  }

  #carry(height: number, node: string): void {
    let [at, carried] = [height, node]
    for (let left = this.#edge[at] ?? ''; left !== ''; left = this.#edge[at] ?? '') {
      carried = nodeOf(left, carried)
      this.#edge[at] = ''
      at++
      if (at % 8 === 0) this.#record(at / 8, carried)
    }
    while (this.#edge.length < at) this.#edge.push('')
    this.#edge[at] = carried
  }

  /** Notes a hash of a level of tiles; the tile below it, if there is one, is full with it. */
  #record(level: number, node: string): void {
    if (level > 0) {
      const full = this.#level(level - 1)
      this.#onTile({ level: level - 1, n: full.n, hashes: Buffer.from(full.hashes), root: bytesOf(node) })
      full.n++
      full.count = 0
    }
    const tile = this.#level(level)
    tile.hashes.write(node, tile.count * 32, 'latin1')
    tile.count++
  }

  #fill(level: number, n: number, hashes: Buffer): void {
    const tile = this.#level(level)
    tile.n = n
    tile.count = hashes.length / 32
    hashes.copy(tile.hashes)
    for (let at = 0; at < hashes.length; at += 32)
      this.#carry(level * 8, hashes.toString('latin1', at, at + 32))
  }
}
