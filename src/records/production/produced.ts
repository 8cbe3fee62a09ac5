/** What goes into a production: records as they are released, words already cut, pictures already redrawn. */

/** One picture, film or sound of a record, as it may be seen. */
export interface ProducedMedium {
  /** Its name to people, `road-closed.jpg`; in the package it goes by the record's number. */
  name: string
  /** `image/jpeg` */
  mediaType: string
  /** What it shows, in words; '' where nobody said. */
  alt: string
  /** Its size, where it is known before the bytes are. */
  size?: number
  bytes: () => Promise<Uint8Array>
}

/** What was cut from a record, without what stood there. */
export interface Redaction {
  /** What stands in its place: `[redacted: home address]`. */
  label: string
  /** The citation, `C.G.S. 1-210(b)(2)`. */
  exemption: string
  reason: string
}

export interface Produced {
  /** The id of its entry in the ledger. */
  recordId: string
  /** ISO 8601 in UTC. */
  at: string
  kind: string
  event: string
  /** All versions of one thing share it. */
  thing: string
  /** What it belongs to: the post that a comment stands under. */
  thread: string
  account: { network: string; handle: string; address: string } | null
  /** Who wrote it, as it may be shown. */
  author: string | null
  /** What it says, cut already; of a withheld record ''. */
  words: string
  redactions: readonly Redaction[]
  media: readonly ProducedMedium[]
  /** How many versions the thing has. */
  versions: number
  /** Shown so that the rest can be understood; nobody asked for it. */
  context: boolean
  /** Why nothing of it is shown; null where it is released, whole or in part. */
  withheld: readonly { exemption: string; reason: string }[] | null
  /** Nothing is cut from it, and its entry in the ledger may be shown as it was sealed. */
  whole: boolean
}

export interface Production {
  productionId: string
  agency: { agencyId: string; name: string; host: string; zone: string }
  title: string
  /** What it answers, `2026-0012`. */
  requestRef: string
  /** Which part of it, from 1. */
  instalment: number
  /** ISO 8601 in UTC. */
  made: string
  /** Who released it, by name and rank as it may be shown. */
  by: string
  /** Numbers of the records: `RPD-000001` on. */
  bates: { prefix: string; first: number }
  /** What every export has to say, a paragraph each: that the order gives nobody a claim, how to appeal. */
  legend: readonly string[]
  language: 'en' | 'es'
}

/** What the ledger does for a production. `openProductionLedger` makes one on a database. */
export interface ProductionLedger {
  /** Where entries stand in the tree; waits until all of them do. In the order asked for. */
  places: (entryIds: readonly string[]) => Promise<readonly Place[]>
  /** Enters that these files are released, once however often it is called; gives the entry's id. */
  seal: (released: { sha256: string; files: number; records: number }) => Promise<string>
  /** A signed checkpoint that holds the entry, with its cosignatures; waits until there is one. */
  checkpoint: (entryId: string) => Promise<{ size: number; note: string; key: string }>
  /** The way from each leaf to the root of the tree of that size; of entries to be shown, salt and body too. */
  prove: (
    entries: readonly { entryId: string; index: number; shown: boolean }[],
    size: number,
  ) => Promise<readonly Proof[]>
}

export interface Place {
  index: number
  /** Base64, as in the ledger's own proofs. */
  commitment: string
}

export interface Proof {
  path: readonly string[]
  /** Of an entry that may be shown: what its commitment is the hash of, base64 and canonical JSON. */
  shown?: { salt: string; body: string }
}

/** What came of a production. */
export interface Summary {
  records: number
  released: number
  redacted: number
  withheld: number
  media: number
  /** Of the payload, the folder `data`. */
  files: number
  bytes: number
  bates: { first: string; last: string } | null
  /** SHA-256 of `tagmanifest-sha256.txt`: two packages with the same are the same. */
  sha256: string
  /** SHA-256 of `data/released-sha256.txt`, which the ledger holds. */
  released256: string
  pdfs: number
  /** Why there is no PDF, or no time stamp; a sentence each. */
  lacks: readonly string[]
}
