/** What a record is of. */
export const recordKinds = [
  'post',
  'comment',
  'notice',
  'page',
  'permission',
  'moderation',
  'appeal',
  'order',
  'acknowledgement',
  'request',
  'imported',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** How a comment stood after what the record tells of. */
export const moderations = ['shown', 'hidden', 'restored', 'deleted'] as const
export type Moderation = (typeof moderations)[number]

/** Where a record comes from: the house's own ledger, or what an account or a page held before. */
export const sources = ['ledger', 'facebook', 'instagram', 'x', 'youtube', 'web'] as const
export type Source = (typeof sources)[number]

/**
 * Who may read a record: `open` every member, `office` the custodian, the chief and counsel, `personnel` the custodian
 * alone, who leaves a trace. Whoever made a record may read it.
 */
export const classes = ['open', 'office', 'personnel'] as const
export type AccessClass = (typeof classes)[number]

/** A record: one entry of the ledger, made findable. Its proof is the proof of its entry. */
export interface RecordRow {
  agencyId: string
  /** The id of its entry. */
  recordId: string
  /** When it happened; for what somebody wrote elsewhere, when they wrote it. ISO 8601 in UTC. */
  at: string
  kind: RecordKind
  /** What happened: `written`, `edited`, `hidden`, `approved`. */
  event: string
  /** All records of one thing (the versions of a post, what was done about a comment) share it. */
  thing: string
  /** What it belongs to: the post that a comment stands under; otherwise the thing itself. */
  thread: string
  accountId: string | null
  /** A member's id, `system`, or `visitor`. */
  madeBy: string
  /** Who wrote it, as shown: a visitor's handle, the name over an imported post. Never a member's name. */
  author: string | null
  /** Whom it names: members by id, others by name or handle as `personKey` writes it. */
  people: string[]
  words: string
  /** SHA-256 of pictures, films and documents. */
  media: string[]
  /** The outcome that the order gave it. */
  ruling: string | null
  moderation: Moderation | null
  source: Source
  access: AccessClass
  seriesId: string | null
  /** The rule that gave it its series, in a sentence. */
  seriesWhy: string | null
  /** The disposition that destroyed its words. */
  disposedIn: string | null
}

/** A record as capture makes it; its series comes later. */
export interface Captured extends Omit<RecordRow, 'seriesId' | 'seriesWhy' | 'disposedIn'> {
  /**
   * By this what was brought is known again; null where nothing was brought. It goes with what was disposed of: a hash of
   * a few words is soon guessed. What was disposed of and is brought once more is new.
   */
  digest: string | null
}

/** Most letters that are kept searchable of one record; its entry holds all. PostgreSQL takes no more than a megabyte. */
const mostWords = 200_000

/** The words of a record as far as they are kept searchable; no character is cut in half, which nothing could keep. */
export function cut(words: string): string {
  return words.slice(0, mostWords).toWellFormed()
}
