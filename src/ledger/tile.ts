import { joined } from './bytes.ts'
import { consistencyRuns, emptyRoot, inclusionRuns, nodeHash, type Run } from './merkle.ts'

/** Tiles of a Merkle tree (c2sp.org/tlog-tiles): 256 hashes of every eighth level, cut at the tree's right edge. Pure. */

/** One tile: its level (0 holds leaves), its place in the level, and how many hashes it has, 1 to 256. */
export interface TileAt {
  level: number
  n: number
  width: number
}
/** What a path names: a tile, or the entries whose leaves a tile of level 0 holds. */
export interface PathTo {
  level: number | 'entries'
  n: number
  width: number
}
/** Where tiles come from: a database, a folder, a web address. Gives `width` hashes, 32 bytes each. */
export type Tiles = (tile: TileAt) => Promise<Uint8Array>
/** Makes one hash of a power of two of them. */
export type Fold = (hashes: Uint8Array) => Uint8Array

export const fullWidth = 256

/** `tile/0/x001/x234/067`, or `tile/0/x001/x234/067.p/12` at the edge. */
export function tilePath({ level, n, width }: PathTo): string {
  const digits = String(n)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const path = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${path}${width === fullWidth ? '' : `.p/${width}`}`
}

/** The tile that a path names; undefined where it names none. */
export function readTilePath(path: string): PathTo | undefined {
  const [, level = '', groups = '', partial] =
    /^tile\/(\d|[1-5]\d|6[0-3]|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  const [n, width] = [Number(groups.replaceAll(/[x/]/g, '')), Number(partial ?? fullWidth)]
  const tile: PathTo = { level: level === 'entries' ? level : Number(level), n, width }
  const isFull = partial === undefined
  if (level === '' || !Number.isSafeInteger(n) || (!isFull && width >= fullWidth)) return undefined
  return tilePath(tile) === path ? tile : undefined
}

/** How many hashes the tile has in a tree of that size; 0 where there is none. */
export function tileWidth(level: number, n: number, size: number): number {
  const hashes = Math.floor(size / fullWidth ** level)
  return Math.max(0, Math.min(fullWidth, hashes - n * fullWidth))
}

/** Every tile of a tree of that size, lowest level first. */
export function* tilesOf(size: number): Generator<TileAt> {
  for (let level = 0; tileWidth(level, 0, size) > 0; level++)
    for (let n = 0, width; (width = tileWidth(level, n, size)) > 0; n++) yield { level, n, width }
}

/** The root of the tree of that size. */
export function rootOf(tiles: Tiles, size: number, fold: Fold = foldHashes): Promise<Uint8Array> {
  return size === 0 ? Promise.resolve(emptyRoot) : runHash({ start: 0, end: size }, size, tiles, fold)
}

/** The proof that a leaf is in the tree of that size. */
export function proveInclusion(
  tiles: Tiles,
  index: number,
  size: number,
  fold: Fold = foldHashes,
): Promise<Uint8Array[]> {
  if (index < 0 || index >= size) throw new RangeError(`a tree of ${size} has no leaf ${index}`)
  return Promise.all(inclusionRuns(index, size).map((run) => runHash(run, size, tiles, fold)))
}

/** The proof that the tree of size `from` begins the tree of size `to`. */
export function proveConsistency(
  tiles: Tiles,
  from: number,
  to: number,
  fold: Fold = foldHashes,
): Promise<Uint8Array[]> {
  if (from < 0 || from > to) throw new RangeError(`a tree of ${to} does not begin with one of ${from}`)
  return Promise.all(consistencyRuns(from, to).map((run) => runHash(run, to, tiles, fold)))
}

/** Hashes a run of leaves that stands in the tree as a subtree, from the largest whole nodes in the tiles. */
export async function runHash(run: Run, size: number, tiles: Tiles, fold: Fold): Promise<Uint8Array> {
  const nodes: Promise<Uint8Array>[] = []
  for (let at = run.start; at < run.end;) {
    let height = 0
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= run.end) height++
    nodes.push(nodeAt(height, at / 2 ** height, size, tiles, fold))
    at += 2 ** height
  }
  const hashes = await Promise.all(nodes)
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

async function nodeAt(
  height: number,
  index: number,
  size: number,
  tiles: Tiles,
  fold: Fold,
): Promise<Uint8Array> {
  const level = Math.floor(height / 8)
  const hashes = 2 ** (height % 8)
  const first = index * hashes
  const n = Math.floor(first / fullWidth)
  const tile = await tiles({ level, n, width: tileWidth(level, n, size) })
  const start = (first - n * fullWidth) * 32
  const whole = tile.subarray(start, start + hashes * 32)
  if (level === 0) return fold(whole)
  const known = folded.get(tile) ?? new Map<number, Uint8Array>()
  folded.set(tile, known)
  const node = known.get((height % 8) + 8 * start) ?? fold(whole)
  known.set((height % 8) + 8 * start, node)
  return node
}

/** What was folded of tiles above the leaves, by height and place: they are kept, and asked for by every proof. */
const folded = new WeakMap<Uint8Array, Map<number, Uint8Array>>()

/** The root of a power of two of hashes that stand one after another. */
export function foldHashes(hashes: Uint8Array): Uint8Array {
  if (hashes.length === 32) return hashes.slice()
  const half = hashes.length / 2
  return nodeHash(foldHashes(hashes.subarray(0, half)), foldHashes(hashes.subarray(half)))
}

/** The same tiles, each fetched once and kept as long as there is room: a tile of one width never changes. */
export function keptTiles(tiles: Tiles, room = 1024): Tiles {
  const kept = new Map<string, Promise<Uint8Array>>()
  return (tile) => {
    const key = tilePath(tile)
    const known = kept.get(key)
    kept.delete(key)
    const found = known ?? tiles(tile)
    kept.set(key, found)
    if (known === undefined) found.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= room) break
      kept.delete(oldest)
    }
    return found
  }
}

/** Entries as the log publishes them: each with its length before it, two bytes. Ours are commitments. */
export function writeEntries(commitments: readonly Uint8Array[]): Uint8Array {
  return joined(...commitments.flatMap((one) => [Uint8Array.of(one.length >> 8, one.length & 255), one]))
}

export function readEntries(bundle: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length;) {
    const length = (bundle[at] ?? 0) * 256 + (bundle[at + 1] ?? 0)
    const end = at + 2 + length
    if (end > bundle.length) return undefined
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return entries
}
