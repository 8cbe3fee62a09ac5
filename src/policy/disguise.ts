/** A word brought out of its disguise; `at` says from which unit of the disguise each of its units came. */
export interface Undone {
  word: string
  at: number[]
}

/**
 * How many words of one text may be looked up to undo disguises, some 400 disguises at the least; past it
 * (megabytes of them) they stay.
 */
export const triesPerText = 8_000
const triesPerChunk = 8

/** Longer words than this are not tried as disguises; stretched letters are shortened before counting. */
const longestTried = 40

const letterFor: Record<string, string> = {
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g',
  '@': 'a', $: 's', '!': 'i', '|': 'i', '+': 't', '€': 'e', '¢': 'c', '£': 'l', '¥': 'y',
} // oxfmt-ignore

/** The words that people write with stars in them; any other word behind stars stays hidden. */
const starred =
  `fuck fucks fucked fucker fuckers fucking motherfucker motherfuckers motherfucking shit shits shitty
shithead bullshit bitch bitches bitching bastard bastards ass asses asshole assholes dumbass jackass cunt cunts dick
dicks dickhead cock cocks cocksucker pussy pussies whore whores slut sluts damn goddamn crap hell piss pissed tits
fag fags faggot faggots nigger niggers nigga niggas chink chinks spic spics kike kikes gook gooks tranny trannies
dyke dykes paki pakis retard retards retarded wank wanker twat scum rape raped rapist kill killed die suicide porn sex
nazi nazis`.split(/\s+/)

const bare: Record<string, string> = {
  'f***': 'fuck',
  's***': 'shit',
  'b****': 'bitch',
  'a**': 'ass',
  'c***': 'cunt',
}

interface Knowing {
  knows(word: string): boolean
}

/** Undoes disguises of words that a lexicon knows, with a bounded number of tries. */
export class Undoing {
  private tries = 0
  private readonly vocabulary: Knowing

  constructor(vocabulary: Knowing) {
    this.vocabulary = vocabulary
  }

  get isSpent(): boolean {
    return this.tries > triesPerText
  }

  /** Counts work that led to no try. */
  spend(tries: number): void {
    this.tries += tries
  }

  knows(word: string): boolean {
    this.tries++
    return this.vocabulary.knows(word)
  }

  /**
   * Undoes one run of word and mask units, in lower case: `sh1t`, `@ss`, `f*ck`, `fuuuck`. Leetspeak becomes
   * a word only when the lexicon knows the word (a plate, a time, an e-mail address stay), or when a single
   * digit 0, 1, 3 or 4 stands among four letters or more. Stretched letters are cut to two when no known word
   * comes of it. `isPart`: it is part of an address or a file name, where only known words are undone.
   */
  undo(chunk: string, isPart: boolean): Undone | undefined {
    this.tries += triesPerChunk
    const shape = shapeOf(chunk)
    if (shape === hopeless) return undefined
    if (shape === simple) return this.undoSimple(chunk, isPart)
    const short = shorten(chunk, 3)
    if (short.word.length > longestTried || this.isSpent) return isPart ? undefined : calmed(chunk)
    for (const core of cores(short)) {
      const undone = this.reveal(core)
      if (undone) return undone.word === chunk ? undefined : around(short, core, undone)
    }
    if (isPart) return undefined
    return common(short, chunk) ?? calmed(chunk)
  }

  /** Letters with digits, or with one leading @, and nothing else to try: the most frequent case, done fast. */
  private undoSimple(chunk: string, isPart: boolean): Undone | undefined {
    if (chunk.length > longestTried) return undefined
    let word = readAs(chunk, 'i')
    let isFound = this.knows(word)
    if (!isFound && chunk.includes('1')) {
      word = readAs(chunk, 'l')
      isFound = this.knows(word)
    }
    if (isFound) return { word, at: Array.from(word, (_, k) => k) }
    return isPart || chunk[0] === '@'
      ? undefined
      : common({ word: chunk, at: Array.from(chunk, (_, k) => k) }, chunk)
  }

  private reveal(core: Undone): Undone | undefined {
    if (this.knows(core.word)) return core
    for (const one of ['i', 'l']) {
      const read = { word: readAs(core.word, one), at: core.at }
      const found = this.unstretch(read) ?? this.unstar(read)
      if (found) return found
      if (!/[1!|]/.test(core.word)) return undefined
    }
    return undefined
  }

  private unstretch(core: Undone): Undone | undefined {
    if (/[^\p{L}]/u.test(core.word)) return undefined
    if (this.knows(core.word)) return core
    if (!/(.)\1\1/u.test(core.word)) return undefined
    for (const lengths of stretches) {
      const tried = cut(core, lengths)
      if (this.knows(tried.word)) return tried
    }
    return undefined
  }

  /** `f*u*c*k` */
  private between(core: Undone): Undone | undefined {
    const word = core.word.replaceAll('*', '')
    return this.knows(word) ? { word, at: core.at.filter((_, k) => k % 2 === 0) } : undefined
  }

  private unstar(core: Undone): Undone | undefined {
    if (!/[*#%]/.test(core.word)) return undefined
    if (/^(?:\p{L}\*)+\p{L}$/u.test(core.word)) return this.between(core)
    const whole = bare[core.word]
    if (whole !== undefined) return { word: whole, at: core.at }
    if (!/^\p{L}.*\p{L}$/u.test(core.word)) return undefined
    const pattern = new RegExp(`^${core.word.replace(/[*#%]/g, '.')}$`, 'u')
    const word = starred.find((candidate) => pattern.test(candidate))
    if (word !== undefined) return { word, at: core.at }
    if (core.word.replace(/[^*#%]/g, '').length > 1) return undefined
    for (const vowel of 'aeiou') {
      const tried = core.word.replace(/[*#%]/, vowel)
      if (this.knows(tried)) return { word: tried, at: core.at }
    }
    return undefined
  }
}

const hopeless = 0
const simple = 1
const tangled = 2

/**
 * How much work a chunk is worth: none for digits that stand for no letter (2, 6) or as they stand in `5pm`,
 * `21st` and `covid19`, by far the most of all; a little when each unit has one reading; else all there is.
 */
function shapeOf(chunk: string): number {
  let digitsBefore = 0
  let letters = 0
  let digitsAfter = 0
  let last = 0
  let same = 0
  let isTangled = false
  for (let at = 0; at < chunk.length; at++) {
    const unit = chunk.charCodeAt(at)
    const isDigit = unit >= 48 && unit <= 57
    same = unit === last && !isDigit ? same + 1 : 0
    last = unit
    if (same === 2 || (unit < 97 && !isDigit && !(unit === 64 && at === 0)) || unit > 122) isTangled = true
    if (unit === 50 || unit === 54) return isTangled ? tangled : hopelessUnlessStretched(chunk)
    if (!isDigit) letters++
    if (!isDigit) digitsAfter = 0
    else if (letters === 0) digitsBefore++
    else digitsAfter++
  }
  if (isTangled) return tangled
  if (digitsBefore + letters === chunk.length && digitsBefore > 0 && letters < 3) return hopeless
  const isTail = letters + digitsAfter === chunk.length && digitsAfter > 1
  return isTail && !chunk.endsWith('55') ? hopeless : simple
}

function hopelessUnlessStretched(chunk: string): number {
  return /[!$*]|(\p{L})\1\1/u.test(chunk) ? tangled : hopeless
}

/** How long each stretched run is tried to be, first run first; the last number goes for all that follow. */
const stretches = [[2], [1], [2, 1], [1, 2], [1, 1, 2], [2, 2, 1], [1, 2, 1], [2, 1, 2]]

/** Each run of three or more equal letters cut to the length given for it. */
function cut(from: Undone, lengths: readonly number[]): Undone {
  const { word, at } = from
  const kept: number[] = []
  let run = 0
  for (let start = 0; start < word.length;) {
    let end = start + 1
    while (end < word.length && word[end] === word[start]) end++
    const isStretched = end - start > 2
    const keep = isStretched ? (lengths[Math.min(run, lengths.length - 1)] ?? 1) : end - start
    if (isStretched) run++
    for (let k = 0; k < keep; k++) kept.push(start + k)
    start = end
  }
  return { word: kept.map((k) => word[k]).join(''), at: kept.map((k) => at[k] ?? 0) }
}

/** The chunk with no run of equal letters longer than `most`, and none of masks longer than a word; digits stay. */
function shorten(chunk: string, most: number): Undone {
  const at: number[] = []
  let word = ''
  let same = 0
  for (let k = 0; k < chunk.length; k++) {
    const unit = chunk.charCodeAt(k)
    same = k > 0 && unit === chunk.charCodeAt(k - 1) && !(unit >= 48 && unit <= 57) ? same + 1 : 1
    if (same > (unit < 48 ? longestTried : most)) continue
    word += chunk[k]
    at.push(k)
  }
  return { word, at }
}

/** Stretched letters cut to two, unless the whole is one letter (`www`) or a Roman number (`xiii`). */
function calmed(chunk: string): Undone | undefined {
  if (/^[ivx]+$/.test(chunk) || /^(.)\1+$/u.test(chunk) || !/(\p{L})\1\1/u.test(chunk)) return undefined
  return shorten(chunk, 2)
}

/** What of a chunk may be the word: without the exclamation and other marks that only stand around it. */
function cores(short: Undone): Undone[] {
  const found: Undone[] = []
  const add = (start: number, end: number) => {
    if (
      end - start > 1 &&
      hasLetter(short.word, start, end) &&
      found.every(({ word }) => word !== short.word.slice(start, end))
    )
      found.push({ word: short.word.slice(start, end), at: short.at.slice(start, end) })
  }
  const lead = /^[!|+*#%]*/.exec(short.word)?.[0].length ?? 0
  const tail = short.word.length - (/[!|+*@#%]*$/.exec(short.word)?.[0].length ?? 0)
  if (/^\p{L}\*+$/u.test(short.word)) add(0, short.word.length)
  add(lead, tail)
  if ('@$'.includes(short.word[lead] ?? ' ')) add(lead + 1, tail)
  return found
}

/** Puts back the marks around an undone core. */
function around(short: Undone, core: Undone, undone: Undone): Undone {
  const start = short.at.indexOf(core.at[0] ?? 0)
  const end = start + core.at.length
  return {
    word: short.word.slice(0, start) + undone.word + short.word.slice(end),
    at: [...short.at.slice(0, start), ...undone.at, ...short.at.slice(end)],
  }
}

/** `wom3n`, `h4tred`: read without asking the lexicon, as no plate or model number looks so. */
function common(short: Undone, chunk: string): Undone | undefined {
  if (!/^\p{L}+(?:[0134]\p{L}+)+$/u.test(chunk) || chunk.replace(/\d/g, '').length < 4) return undefined
  return calmedFrom({ word: readAs(short.word, 'i'), at: short.at })
}

function calmedFrom(from: Undone): Undone {
  return cut(from, [2])
}

/** Each unit read as the letter it may stand for; 1, ! and | as `one`. */
export function readAs(word: string, one: string): string {
  let read = ''
  for (const char of word)
    read += char === '1' || char === '!' || char === '|' ? one : (letterFor[char] ?? char)
  return read
}

function hasLetter(word: string, start: number, end: number): boolean {
  return /\p{L}/u.test(word.slice(start, end))
}
