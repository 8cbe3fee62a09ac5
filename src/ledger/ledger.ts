/**
 * decorum/ledger: checks what a ledger says of itself. Pure; runs in Node and in a browser.
 *
 *     const log = readVerifier('riverton.gov/ledger+4a9c1b02+AQ…')   // learned once, and kept
 *     const opened = openCheckpoint(proof.checkpoint, log)
 *     opened.ok && provesInclusion(proof.index, opened.checkpoint.size, leafHash(commitment), hashes, opened.checkpoint.root)
 */
export {
  emptyRoot,
  leafHash,
  nodeHash,
  provesConsistency,
  provesConsistencyOf,
  provesInclusion,
  provesInclusionIn,
} from './merkle.ts'
export { openCheckpoint, readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts'
export {
  cosign,
  cosignedAt,
  isSignedBy,
  readNote,
  readSigner,
  readVerifier,
  signerOf,
  signNote,
  writeSigner,
  writeVerifier,
  type Note,
  type Signer,
  type Verifier,
} from './note.ts'
export {
  keptTiles,
  proveConsistency,
  proveInclusion,
  readEntries,
  readTilePath,
  rootOf,
  tilePath,
  tilesOf,
  tileWidth,
  writeEntries,
  type TileAt,
  type Tiles,
} from './tile.ts'
export { fromBase64, toBase64 } from './bytes.ts'
