import { sha256 } from '@noble/hashes/sha2.js'
import { joined, sameBytes } from './bytes.ts'

/** The Merkle tree of RFC 6962, section 2.1: its hashes, what a proof holds, and whether a proof holds. Pure. */

export const emptyRoot: Uint8Array = sha256(new Uint8Array(0))

/** The hash of an entry at the bottom of the tree. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(joined(Uint8Array.of(0), entry))
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(joined(Uint8Array.of(1), left, right))
}

/** A run of leaves, from `start` up to but without `end`. */
export interface Run {
  start: number
  end: number
}

/** Where the tree over that many leaves is cut in two: the largest power of two below the number. */
export function cutOf(leaves: number): number {
  let cut = 1
  while (cut * 2 < leaves) cut *= 2
  return cut
}

/** The runs whose hashes prove that a leaf is in the tree, the lowest first. */
export function inclusionRuns(index: number, size: number): Run[] {
  const runs: Run[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + cutOf(end - start)
    if (index < middle) {
      runs.push({ start: middle, end })
      end = middle
    } else {
      runs.push({ start, end: middle })
      start = middle
    }
  }
  return runs.toReversed()
}

/** The runs whose hashes prove that the tree of size `from` begins the tree of size `to`, the lowest first. */
export function consistencyRuns(from: number, to: number): Run[] {
  if (from === 0 || from === to) return []
  const runs: Run[] = []
  let [start, end] = [0, to]
  while (end !== from) {
    const middle = start + cutOf(end - start)
    if (from <= middle) {
      runs.push({ start: middle, end })
      end = middle
    } else {
      runs.push({ start, end: middle })
      start = middle
    }
  }
  // A tree that stands whole at the left is known to whoever asks.
  if (start > 0) runs.push({ start, end })
  return runs.toReversed()
}

/** Does the proof lead from the leaf's hash to the root of the tree? Node has a faster hash of its own. */
export function provesInclusion(
  index: number | bigint,
  size: number | bigint,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  node: typeof nodeHash = nodeHash,
): boolean {
  return provesInclusionIn({ start: 0n, end: BigInt(size) }, BigInt(index), leaf, proof, root, node)
}

/** The same for a subtree, which must begin at a multiple of the power of two that would hold it. */
export function provesInclusionIn(
  subtree: { start: bigint; end: bigint },
  index: bigint,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  node: typeof nodeHash = nodeHash,
): boolean {
  if (!isSubtree(subtree) || index < subtree.start || index >= subtree.end) return false
  if (![leaf, root, ...proof].every(isHash)) return false
  let place = index - subtree.start
  let last = subtree.end - subtree.start - 1n
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0n) return false
    if (isOdd(place) || place === last) {
      hash = node(sibling, hash)
      while (!isOdd(place) && place > 0n) [place, last] = [place >> 1n, last >> 1n]
    } else hash = node(hash, sibling)
    ;[place, last] = [place >> 1n, last >> 1n]
  }
  return last === 0n && sameBytes(hash, root)
}

/** Does the proof show that the tree of size `from` begins the tree of size `to`? */
export function provesConsistency(
  from: number | bigint,
  to: number | bigint,
  proof: readonly Uint8Array[],
  fromRoot: Uint8Array,
  toRoot: Uint8Array,
): boolean {
  if (BigInt(from) === 0n) return BigInt(to) >= 0n && proof.length === 0 && sameBytes(fromRoot, emptyRoot)
  return provesConsistencyOf({ start: 0n, end: BigInt(from) }, BigInt(to), proof, fromRoot, toRoot)
}

/** The same for a subtree within the tree of size `size`. */
export function provesConsistencyOf(
  subtree: { start: bigint; end: bigint },
  size: bigint,
  proof: readonly Uint8Array[],
  subtreeRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!isSubtree(subtree) || subtree.end > size) return false
  if (![subtreeRoot, root, ...proof].every(isHash)) return false
  let [first, last, end] = [subtree.start, subtree.end - 1n, size - 1n]
  // Up to where the subtree is one node, or where its ragged right edge begins.
  while (first !== last && (last === end || isOdd(last)))
    [first, last, end] = [first >> 1n, last >> 1n, end >> 1n]
  let rest = proof
  let small = subtreeRoot
  if (first !== last) {
    const [seed, ...others] = proof
    if (seed === undefined) return false
    ;[small, rest] = [seed, others]
  }
  let large = small
  for (const sibling of rest) {
    if (end === 0n) return false
    if (isOdd(last) || last === end) {
      if (first < last) small = nodeHash(sibling, small)
      large = nodeHash(sibling, large)
      while (!isOdd(last) && last > 0n) [first, last, end] = [first >> 1n, last >> 1n, end >> 1n]
    } else large = nodeHash(large, sibling)
    ;[first, last, end] = [first >> 1n, last >> 1n, end >> 1n]
  }
  return end === 0n && sameBytes(small, subtreeRoot) && sameBytes(large, root)
}

const isHash = (bytes: Uint8Array): boolean => bytes.length === 32
const isOdd = (number: bigint): boolean => (number & 1n) === 1n

function isSubtree({ start, end }: { start: bigint; end: bigint }): boolean {
  if (start < 0n || start >= end) return false
  let held = 1n
  while (held < end - start) held <<= 1n
  return start % held === 0n
}
