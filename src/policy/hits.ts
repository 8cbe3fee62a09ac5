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
  tagNumber: number
  about: string
  phrase: string
}

const none: readonly Hit[] = []

/** So few are walked faster than they are sorted by tag. */
const fewHits = 16

/**
 * The hits of one text, by start, longest first at the same start. They are kept as numbers and a bit for each tag,
 * for most are never looked at; whoever asks for those of a tag gets them as objects.
 */
export class Hits {
  private readonly said: readonly Said[]
  /** Three numbers a hit: what is said, start, end. */
  private readonly places: number[] = []
  private byTag: (Hit[] | undefined)[] | undefined
  /** A bit for each tag number. */
  readonly bits: number[]

  /** `noBits` is copied: as many zeros as the bits of all tags need. */
  constructor(said: readonly Said[], noBits: readonly number[]) {
    this.said = said
    this.bits = noBits.slice()
  }

  get length(): number {
    return this.places.length / 3
  }

  /** Adds what the entry of an index says, which has this tag number. */
  add(index: number, tag: number, start: number, end: number): void {
    this.places.push(index, start, end)
    this.bits[tag >> 5] = (this.bits[tag >> 5] ?? 0) | (1 << (tag & 31))
  }

  /** Whether a tag was hit, by its number. */
  hasNumber(tag: number): boolean {
    return ((this.bits[tag >> 5] ?? 0) & (1 << (tag & 31))) !== 0
  }

  has(tag: string): boolean {
    return this.hasNumber(tagNumber(tag))
  }

  /** The hits of one tag, by its number. */
  ofNumber(tag: number): readonly Hit[] {
    if (!this.hasNumber(tag)) return none
    const { places, said } = this
    if (places.length > fewHits * 3) return this.sorted()[tag] ?? none
    const hits: Hit[] = []
    for (let at = 0; at < places.length; at += 3)
      if (said[places[at] ?? 0]?.tagNumber === tag) this.pushTo(hits, at)
    return hits
  }

  of(tag: string): readonly Hit[] {
    return this.ofNumber(tagNumber(tag))
  }

  all(): Hit[] {
    const hits: Hit[] = []
    for (let at = 0; at < this.places.length; at += 3) this.pushTo(hits, at)
    return hits
  }

  private pushTo(hits: Hit[], at: number): void {
    const { places } = this
    const said = this.said[places[at] ?? 0]
    if (said === undefined) return
    const { tag, about, phrase } = said
    hits.push({ tag, about, phrase, start: places[at + 1] ?? 0, end: places[at + 2] ?? 0 })
  }

  private sorted(): (Hit[] | undefined)[] {
    if (this.byTag !== undefined) return this.byTag
    const byTag: (Hit[] | undefined)[] = []
    for (const hit of this.all()) (byTag[tagNumber(hit.tag)] ??= []).push(hit)
    this.byTag = byTag
    return byTag
  }
}
