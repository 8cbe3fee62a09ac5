import {
  fromBase64,
  leafHash,
  openCheckpoint,
  provesConsistency,
  provesInclusion,
  readVerifier,
} from '../../src/ledger/ledger.ts'
import type { Consistency, Inclusion, Ledger } from '../../src/ledger/schema.ts'

/** What this browser saw of a ledger when it was last here. */
export interface SeenLedger {
  key: string
  size: number
  root: string
  at: string
}

/** Does the log's signature hold over the checkpoint, and does the checkpoint say what the summary says? */
export function isSignatureGood({ checkpoint, key, size, root }: Ledger): boolean {
  const log = readVerifier(key)
  if (!log) return false
  const opened = openCheckpoint(checkpoint, log)
  return opened.ok && opened.checkpoint.size === size && isSame(opened.checkpoint.root, fromBase64(root))
}

/** Is the entry in the tree whose root the log signed? The key is the one learned before, not one that comes along. */
export function checkInclusion(proof: Inclusion, key: string): 'there' | 'signature' | 'path' {
  const log = readVerifier(key)
  if (!log) return 'signature'
  const opened = openCheckpoint(proof.checkpoint, log)
  if (!opened.ok) return 'signature'
  const { size, root } = opened.checkpoint
  const commitment = fromBase64(proof.commitment)
  const hashes = proof.proof.map((hash) => fromBase64(hash)).filter((hash) => hash !== undefined)
  const isThere =
    commitment !== undefined &&
    hashes.length === proof.proof.length &&
    provesInclusion(proof.index, size, leafHash(commitment), hashes, root)
  return isThere ? 'there' : 'path'
}

/** Is the ledger of now a continuation of the one that was seen before? */
export function isContinued(before: SeenLedger, now: Ledger, proof: Consistency): boolean {
  const [fromRoot, toRoot] = [fromBase64(before.root), fromBase64(now.root)]
  const hashes = proof.proof.map((hash) => fromBase64(hash)).filter((hash) => hash !== undefined)
  return (
    fromRoot !== undefined &&
    toRoot !== undefined &&
    hashes.length === proof.proof.length &&
    provesConsistency(before.size, now.size, hashes, fromRoot, toRoot)
  )
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return (
    other !== undefined && one.length === other.length && one.every((byte, place) => byte === other[place])
  )
}
