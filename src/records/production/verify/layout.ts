/** The files of a production beside its records, the same to its writer and to its verifier. */

export const released = 'data/released-sha256.txt'
export const proofs = 'data/proofs.jsonl'
export const checkpoint = 'data/checkpoint.txt'
export const ledgerKey = 'data/ledger-key.txt'
export const timestamp = 'data/timestamp.tsr'
export const records = 'data/records.jsonl'
export const manifest = 'manifest-sha256.txt'
export const tagManifest = 'tagmanifest-sha256.txt'
export const locators = 'locators.txt'
export const ledgerLocators = 'locators-ledger.txt'

/**
 * What comes after the seal, and so cannot be in the list that it seals: the list itself, and what the ledger says of
 * it. Each is checked against the ledger.
 */
export const afterSeal: readonly string[] = [released, proofs, checkpoint, ledgerKey, timestamp]

/** What `locators-ledger.txt` has a line of, in its order. */
export const locatedThere: readonly string[] = [locators, released, checkpoint, ledgerKey, timestamp, proofs]

/** The kind of the entry that seals a production. */
export const sealKind = 'productions.release'
/** In bag-info.txt: that a time stamp belongs to the package. */
export const stampLabel = 'Time-Stamp'

/** Lines of a list of hashes as `sha256sum -c` reads it, in the order of the names. */
export function writeList(hashes: ReadonlyMap<string, string>, write: (path: string) => string): string {
  return [...hashes]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${write(path)}\n`)
    .join('')
}
