import type { Reading } from './reading.ts'
import { sentenceAt } from './sentences.ts'

/** How the words between two offsets are meant: the author's own assertion only when every flag is false. */
export interface Scope {
  /** A negation before the words in their clause: "I would never say ...", "nobody deserves ...". */
  negated: boolean
  /** Between quotation marks. */
  quoted: boolean
  /** Said to be somebody else's words: "he called me ...", "according to ...", "people who write ...". */
  attributed: boolean
  /** Blamed in the same or the next sentence: "horrible", "not okay", "stop calling people ...". */
  condemned: boolean
  /** Supposed, asked or imagined: "if somebody said ...", "imagine ...". */
  hypothetical: boolean
  /** Words of a song: note signs, "lyrics", "raps", "- artist". */
  lyrics: boolean
  /** A headline or report: "BREAKING", "police say", "headline:". */
  news: boolean
}

const negation =
  /\b(?:not|never|no|nobody|none|neither|nor|without|hardly|refuse to|stop|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|wouldn't|can't|cannot|couldn't|shouldn't|mustn't|ain't|haven't|hasn't|dont|doesnt|didnt|isnt|arent|wont|wouldnt|cant|shouldnt)\b/
const attribution =
  /\b(?:(?:he|she|they|who|whoever|people|someone|somebody|man|woman|suspect|caller|guy|anyone|anybody|everyone|everybody|others?|some|you)\s+(?:\w+\s+){0,2}(?:said?|says?|saying|calls?|called|calling|wrote|writes?|writing|yell(?:ed|s|ing)?|shout(?:ed|s|ing)?|scream(?:ed|s|ing)?|post(?:ed|s|ing)?|tweet(?:ed|s|ing)?|text(?:ed|s|ing)?|claim(?:ed|s|ing)?|think|thinks|told|tell|telling)|(?:be|been|being|get|gets|got|was|were) called|according to|quot(?:e|es|ed|ing)|so-called|in the words of|as .{1,20} (?:put it|said|says)|(?:saying|writing|calling|called|posting|tweeting|shouting|yelling|claiming) (?:things like|that|people|someone|somebody|me|him|her|us|them))\b/
const blame =
  /\b(?:horrible|hateful|disgusting|disgraceful|shameful|shame|unacceptable|wrong|awful|appalling|terrible|sickening|vile|racist|sexist|homophobic|transphobic|islamophobic|ableist|bigot(?:s|ed|ry)?|prejudiced?|offensive|ignorant|cruel|despicable|deplorable|condemn(?:s|ed|ing)?|denounce[sd]?|banned|fired|reported|not ok(?:ay)?|isn't ok(?:ay)?|no place for|never ok(?:ay)?|have to stop|has to stop|needs? to stop|stop (?:saying|calling|using|telling)|hate crime|hate speech|slurs?|you can't (?:say|call|just)|don't (?:ever )?(?:say|call|use)|shouldn't (?:say|call|use)|how (?:can|could|dare) you|says a lot about)\b/
const supposition =
  /\b(?:if (?:someone|somebody|anyone|anybody|people|he|she|they|you|i)\b|imagine|suppose|supposing|what if|hypothetically|let's say|would you|pretend)/
/** "Retweet if you think ..." asks others to say the same. */
const endorsed = /\b(?:retweet|rt|share|repost|like|clap|raise your hand|say amen|honk)(?: this)? if you\b/
const song =
  /[\u266a\u266b\u{1f3b5}\u{1f3b6}\u{1f3a4}]|\b(?:lyrics?|rapp?er'?s?|raps?|rapped|rapping|song|verse|sings?|singing|sang|album|mixtape|track|spotify|bars|ft\.?|feat\.?)\b/u
const report =
  /\b(?:breaking|headline|newspaper|news|via|reports?|reported|reporting|according to|police (?:say|said)|spokes(?:man|woman|person)|courant|times|tribune|gazette|herald|reuters|associated press|journal|article)\b|https?:/

/**
 * How the words at `start` to `end` of a reading's normalised text are meant. Looks at their sentence, at what stands
 * before them in it and at the next sentence, never further, so the cost does not grow with the text.
 */
export function scopeOf(reading: Reading, start: number, end: number): Scope {
  return new Surroundings(reading, start, end)
}

/** Each question is answered when it is put: most callers put one or two, and the first answer settles it. */
class Surroundings implements Scope {
  private readonly reading: Reading
  private readonly start: number
  private readonly end: number
  private from = 0
  private text: string | undefined

  constructor(reading: Reading, start: number, end: number) {
    this.reading = reading
    this.start = start
    this.end = end
  }

  get negated(): boolean {
    const before = this.before()
    return negation.test(before.slice(Math.max(before.lastIndexOf(', but '), before.lastIndexOf(';')) + 1))
  }

  get quoted(): boolean {
    return isQuoted(this.reading.norm, this.start, this.end)
  }

  get attributed(): boolean {
    const { end, reading } = this
    if (endorsed.test(this.before())) return false
    return attribution.test(this.before()) || attribution.test(reading.norm.slice(end, end + 60))
  }

  get condemned(): boolean {
    const around = this.around()
    return blamed(around, this.start - this.from, this.end - this.from)
  }

  get hypothetical(): boolean {
    return supposition.test(this.before()) && !endorsed.test(this.before())
  }

  get lyrics(): boolean {
    return song.test(this.around())
  }

  get news(): boolean {
    return report.test(this.around())
  }

  private before(): string {
    this.around()
    return this.reading.norm.slice(Math.max(this.from, this.start - 80), this.start)
  }

  /** The sentence of the words and the next. */
  private around(): string {
    if (this.text !== undefined) return this.text
    const { reading, start, end } = this
    const sentences = reading.sentences()
    const at = sentenceAt(sentences, start)
    const sentence = sentences[at] ?? { start: Math.max(0, start - 300), end: end + 300 }
    const next = sentences[at + 1]
    const within = reading.norm.slice(sentence.start, Math.max(sentence.end, end))
    this.from = sentence.start
    this.text = next ? within + reading.norm.slice(next.start, next.end) : within
    return this.text
  }
}

/** Blame counts only outside the words themselves: a vile thing said is not thereby condemned. */
function blamed(around: string, start: number, end: number): boolean {
  return blame.test(around.slice(0, Math.max(0, start))) || blame.test(around.slice(end))
}

const opening = new Set([0x201c, 0x201e, 0xab, 0x2018])
const closing = new Set([0x22, 0x201d, 0x201c, 0xbb, 0x2019])
const apostrophe = 39
const lineEnd = 10

/** Whether a quotation mark stands open at `start` and closes after `end`, within 300 units and one line. */
function isQuoted(norm: string, start: number, end: number): boolean {
  let open = false
  for (let at = Math.max(0, start - 300); at < start; at++) {
    const mark = norm.charCodeAt(at)
    if (!mayQuote(mark)) continue
    if (mark === lineEnd) open = false
    else if (mark === 0x22) open = !open
    else if (
      opening.has(mark) ||
      (mark === apostrophe && !isLetterAt(norm, at - 1) && isLetterAt(norm, at + 1))
    )
      open = true
    else if (closing.has(mark) || (mark === apostrophe && !isLetterAt(norm, at + 1))) open = false
  }
  if (!open) return false
  const limit = Math.min(norm.length, end + 300)
  for (let at = end; at < limit; at++) {
    const mark = norm.charCodeAt(at)
    if (!mayQuote(mark)) continue
    if (mark === lineEnd) return false
    if (closing.has(mark) || (mark === apostrophe && !isLetterAt(norm, at + 1))) return true
  }
  return false
}

/** Nearly all units are told at once to be no quotation mark. */
function mayQuote(unit: number): boolean {
  return (
    unit === lineEnd ||
    unit === 0x22 ||
    unit === apostrophe ||
    unit === 0xab ||
    unit === 0xbb ||
    unit >= 0x2018
  )
}

function isLetterAt(norm: string, at: number): boolean {
  const mark = norm.charAt(at)
  return mark.toLowerCase() !== mark.toUpperCase()
}
