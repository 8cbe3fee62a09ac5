/** What can be wrong with a package, each kind with the sentence it becomes in `wording.ts`. */
export const findingKinds = [
  /** The bytes of a file are other ones: from `from` up to `to`; one byte, with `is` and `was`, where it can be told. */
  'changed',
  /** Bytes were taken out of it, or it ends too early. */
  'cut',
  /** Bytes were put in, or it goes on too long. */
  'longer',
  'missing',
  /** It is there, and nothing lists it. */
  'extra',
  /** It stands under the name `other`. */
  'renamed',
  /** It holds what belongs to `other`. */
  'swapped',
  /** A list says something else of `other` than is true. */
  'list',
  /** A line of a list cannot be read. */
  'malformed',
  /** A name that leads out of the package, or that no system bears. */
  'unsafe',
  /** A list names `other` twice. */
  'twice',
  /** It is no bag. */
  'bag',
  /** A hash by an algorithm that nobody here can compute. */
  'algorithm',
  /** The numbers of bytes and files in bag-info.txt are other ones. */
  'sizes',
  /** The list of what was released is not the one that the ledger holds. */
  'seal',
  /** The signature under the checkpoint does not hold, or is by another key. */
  'signature',
  /** The proof of a record does not lead to the checkpoint. */
  'proof',
  /** The entry shown for a record is not the one that the ledger holds. */
  'entry',
  /** The time stamp is of something else, or its signature does not hold. */
  'stamp',
] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  kind: FindingKind
  /** Where it is, from the root of the package. */
  file: string
  /** The first wrong byte is not before `from` and before `to`; counted from 0. */
  from?: number
  to?: number
  /** The wrong byte itself, and the one that stood there. */
  is?: number
  was?: number
  /** Counted from 1. */
  line?: number
  other?: string
  /** The number or the id of a record. */
  record?: string
}

/** What is odd in a bag, and no fault. */
export const warningKinds = ['twice', 'case', 'accents', 'system', 'dot', 'star', 'old', 'weak'] as const
export interface Warning {
  kind: (typeof warningKinds)[number]
  file: string
  other?: string
}
