import { Undoing } from './disguise.ts'
import type { Hit, Hits } from './hits.ts'
import type { Lexicon } from './lexicon.ts'
import { evades, plainForm, wayBack } from './normalise.ts'
import { cutSentences, type Sentence } from './sentences.ts'
import type { WayBack } from './way-back.ts'

export type { Hit } from './hits.ts'

/** A text made ready for detectors: normalised, its lexicon hits found, with the way back to the original. */
export interface Reading {
  /** As given. */
  text: string
  /** Lower case, look-alikes, accents, leetspeak, unseen, spaced-out and stretched letters undone; digits stay. */
  norm: string
  /** Lexicon hits in `norm`, by start, longest first at the same start; at most `hitsPerTag` of one tag. */
  readonly hits: readonly Hit[]
  /** The same as they were found: whether a tag was hit, and the hits of one tag. */
  readonly found: Hits
  has(tag: string): boolean
  hitsOf(tag: string): readonly Hit[]
  /** Whether `norm` is the text in lower case and nothing else, but for line ends. */
  readonly isPlain: boolean
  /** Whether a digit or an `@` stands in `norm`. */
  readonly hasFigure: boolean
  /** Offsets in `norm` to code points of `text`; the end is excluded in both. */
  span(start: number, end: number): [number, number]
  /** A stretch of `norm` as it stands in `text`: capitals tell names. */
  original(start: number, end: number): string
  /**
   * Sentences as offsets in `norm`; none is longer than 600 units, so that work around a hit stays bounded. Those of
   * a long text go some way past the last hit, for nobody looks further.
   */
  sentences(): readonly Sentence[]
}

/**
 * Reads a text with a lexicon, in time linear in the text. Any string will do. ASCII without disguises, by far
 * the most, is read in one pass and its offsets are its code points; the rest is normalised first.
 */
export function read(text: string, lexicon: Lexicon): Reading {
  const joined = text.includes('\n') ? joinLines(text) : text
  let undoing: Undoing | undefined
  const hits = lexicon.scanPlain(joined, (whole, start, end) => {
    undoing ??= new Undoing(lexicon)
    return evades(whole, start, end, undoing)
  })
  if (hits !== undefined) return new TextReading(text, joined, hits, undefined)
  const isMapped = joined.length > longText && isDense(joined, lexicon)
  const plain = plainForm(joined, lexicon, isMapped)
  return new TextReading(text, plain.norm, lexicon.scan(plain.norm, plain.units), lexicon, plain.back)
}

/** Of a text up to this length the way back is soon worked out when somebody asks, and the sentences too. */
const longText = 65_536
const sampled = 16_384
const manyHits = 128

/** Whether a long text is so full of hits as it stands that it will be marked all over. */
function isDense(text: string, lexicon: Lexicon): boolean {
  return lexicon.scan(text.slice(0, sampled).toLowerCase()).length > manyHits
}

/** A letter without width, which normalising takes away: a line may end in two characters, a word is parted by one. */
const unseen = '\u200b'

/** A line that goes on in lower case goes on with its sentence; every offset stays as it was. */
function joinLines(text: string): string {
  return text.replace(/\r?\n(?=[a-z])/g, (end) => (end.length === 1 ? ' ' : ` ${unseen}`))
}

const figure = /[0-9@]/
const surrogate = /[\uD800-\uDFFF]/

class TextReading implements Reading {
  readonly text: string
  readonly found: Hits
  /** Before it is made lower case, where that is all there is to do: few look at a text in which nothing was found. */
  private readonly joined: string
  private lower: string | undefined
  /** Absent: an offset in the text and one in `norm` are the same. */
  private readonly lexicon: Lexicon | undefined
  private back: WayBack | undefined
  private cut: Sentence[] | undefined
  /** The code points of `text`, once asked for; null where they are its units. */
  private points: readonly string[] | null | undefined

  constructor(text: string, joined: string, found: Hits, lexicon: Lexicon | undefined, back?: WayBack) {
    this.text = text
    this.joined = joined
    this.lower = lexicon === undefined ? undefined : joined
    this.found = found
    this.lexicon = lexicon
    this.back = back
  }

  get norm(): string {
    return (this.lower ??= this.joined.toLowerCase())
  }

  get hasFigure(): boolean {
    return this.isPlain ? this.found.hasFigure : figure.test(this.norm)
  }

  get hits(): readonly Hit[] {
    return this.found.all()
  }

  get isPlain(): boolean {
    return this.lexicon === undefined
  }

  has(tag: string): boolean {
    return this.found.has(tag)
  }

  hitsOf(tag: string): readonly Hit[] {
    return this.found.of(tag)
  }

  span(start: number, end: number): [number, number] {
    const last = Math.min(end, this.norm.length) - 1
    const first = Math.max(0, Math.min(start, last))
    if (this.lexicon === undefined || last < 0) return [first, Math.max(first, last + 1)]
    if (this.back === undefined || this.back.known <= last)
      this.back = wayBack(joinLines(this.text), last, this.lexicon)
    return [this.back.start(first), this.back.end(last)]
  }

  original(start: number, end: number): string {
    const [from, to] = this.span(start, end)
    if (this.points === undefined) this.points = surrogate.test(this.text) ? Array.from(this.text) : null
    return this.points === null ? this.text.slice(from, to) : this.points.slice(from, to).join('')
  }

  sentences(): readonly Sentence[] {
    this.cut ??= cutSentences(this.norm, this.found.lastStart + longText)
    return this.cut
  }
}
