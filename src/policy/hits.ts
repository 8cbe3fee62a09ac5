import { tagNumber } from './tags.ts'

/** Where an entry stands in a normalised text: offsets are UTF-16 code units of it, `end` excluded. */
export interface Hit {
  tag: string
  about: string
  phrase: string
  start: number
  end: number
}

/** What an entry of a lexicon says where it stands. */
export interface Said {
  tag: string
  about: string
  phrase: string
}

/** All that the entries of a lexicon say, with the tag number of each, and how many numbers hold a bit for each tag. */
export interface Sayings {
  said: readonly Said[]
  saidTag: Int32Array
  bitWords: number
}

const none: readonly Hit[] = []

/** So few are walked faster than they are sorted by tag. */
const fewHits = 64

/** A text of a megabyte can hold 100,000 hits; nobody needs more than these of one tag, and the rest costs time. */
export const hitsPerTag = 64

/** And so many of all tags together. */
export const hitsPerText = 8192

/** Numbers a hit: what is said, start, end. */
const perHit = 3
/** Room for the hits of many texts is made at once: an array for each would cost more than to find them. */
const roomAtOnce = 65_536

let shared = new Int32Array(0)
let taken = 0

/**
 * The hits of one text, by start, longest first at the same start. They are kept as numbers and a bit for each tag,
 * for most are never looked at; whoever asks for those of a tag gets them as objects.
 */
export class Hits {
  private readonly sayings: Sayings
  private readonly room: Int32Array
  private readonly bitsAt: number
  private readonly placesAt: number
  private end: number
  private byTag: (Hit[] | undefined)[] | undefined
  /** How often each tag was hit, counted only from `hitsPerTag` hits on. */
  private counts: Uint16Array | undefined
  /** Whether the scan of a text as written met a digit or an `@`. */
  hasFigure = false

  /** Only one is filled at a time: the next one begins where it ends. */
  constructor(sayings: Sayings) {
    const { bitWords } = sayings
    if (shared.length - taken < bitWords + hitsPerText * perHit) {
      shared = new Int32Array(roomAtOnce)
      taken = 0
    }
    this.sayings = sayings
    this.room = shared
    this.bitsAt = taken
    this.placesAt = taken + bitWords
    this.end = this.placesAt
    taken = this.end
  }

  /** How many numbers hold a bit for each tag. */
  get bitWords(): number {
    return this.sayings.bitWords
  }

  get length(): number {
    return (this.end - this.placesAt) / perHit
  }

  /** Whether there are so many that those of one tag may be enough. */
  get isMany(): boolean {
    return this.end - this.placesAt >= hitsPerTag * perHit
  }

  /** Where the last hit begins; 0 without any. */
  get lastStart(): number {
    return this.end > this.placesAt ? (this.room[this.end - perHit + 1] ?? 0) : 0
  }

  /** Whether there are so many that none is added any more. */
  get isSpent(): boolean {
    return this.end - this.placesAt >= hitsPerText * perHit
  }

  /** The bits of 32 tags, the lowest for tag number `word * 32`. */
  bits(word: number): number {
    return this.room[this.bitsAt + word] ?? 0
  }

  /** Whether one more hit of a tag is too many. */
  isFull(tag: number): boolean {
    if (!this.isMany) return false
    if (this.isSpent) return true
    return (this.counted()[tag] ?? 0) >= hitsPerTag
  }

  /** Adds what the entry of an index says, which has this tag number. */
  add(index: number, tag: number, start: number, end: number): void {
    const { room } = this
    const at = this.end
    room[at] = index
    room[at + 1] = start
    room[at + 2] = end
    this.end = taken = at + perHit
    const bit = this.bitsAt + (tag >> 5)
    room[bit] = (room[bit] ?? 0) | (1 << (tag & 31))
    if (this.counts !== undefined) this.counts[tag] = (this.counts[tag] ?? 0) + 1
  }

  private counted(): Uint16Array {
    if (this.counts !== undefined) return this.counts
    const counts = new Uint16Array(this.bitWords * 32)
    for (let at = this.placesAt; at < this.end; at += perHit) {
      const tag = this.sayings.saidTag[this.room[at] ?? 0] ?? 0
      counts[tag] = (counts[tag] ?? 0) + 1
    }
    this.counts = counts
    return counts
  }

  /** Whether a tag was hit, by its number. */
  hasNumber(tag: number): boolean {
    return tag >> 5 < this.bitWords && (this.bits(tag >> 5) & (1 << (tag & 31))) !== 0
  }

  has(tag: string): boolean {
    return this.hasNumber(tagNumber(tag))
  }

  /** The hits of one tag, by its number. */
  ofNumber(tag: number): readonly Hit[] {
    if (!this.hasNumber(tag)) return none
    const { room } = this
    const { saidTag } = this.sayings
    if (this.length > fewHits) return this.sorted()[tag] ?? none
    const hits: Hit[] = []
    for (let at = this.placesAt; at < this.end; at += perHit)
      if (saidTag[room[at] ?? 0] === tag) this.pushTo(hits, at)
    return hits
  }

  of(tag: string): readonly Hit[] {
    return this.ofNumber(tagNumber(tag))
  }

  all(): Hit[] {
    const hits: Hit[] = []
    for (let at = this.placesAt; at < this.end; at += perHit) this.pushTo(hits, at)
    return hits
  }

  private pushTo(hits: Hit[], at: number): void {
    const { room } = this
    const said = this.sayings.said[room[at] ?? 0]
    if (said === undefined) return
    const { tag, about, phrase } = said
    hits.push({ tag, about, phrase, start: room[at + 1] ?? 0, end: room[at + 2] ?? 0 })
  }

  private sorted(): (Hit[] | undefined)[] {
    if (this.byTag !== undefined) return this.byTag
    const byTag: (Hit[] | undefined)[] = []
    for (const hit of this.all()) (byTag[tagNumber(hit.tag)] ??= []).push(hit)
    this.byTag = byTag
    return byTag
  }
}
