/**
 * What words a text must hold for a pattern to match in it, read off the pattern's source. Nearly all wordings miss
 * nearly all texts, and to look for a word costs a hundredth of what the pattern costs.
 *
 * A part of a pattern is told as sketches, of which one holds for whatever the part matches: letters and digits stand
 * for themselves, `gap` for a place where a word ends, `any` for whatever there is. Parts that nothing is known of are
 * `any`, so the words found are never too many.
 */
export type Clause = readonly string[]

const gap = ' '
const any = '?'
/** With more sketches than this, what came before is put down as a clause and forgotten. */
const most = 400
/** A word that may go on is looked for by its first letters, this many. */
export const stemLength = 4
/** Marks a stem among the words of a clause. */
export const stem = '~'

interface Part {
  sketches: readonly string[]
  clauses: readonly Clause[]
}

const nothing: Part = { sketches: [''], clauses: [] }
const unknown: Part = { sketches: [any], clauses: [] }
const edge: Part = { sketches: [gap], clauses: [] }

/**
 * The clauses of a pattern over lower-case text, the rarest first: in each, one of the words, or of two words in a
 * row, must stand in the text.
 */
export function clausesOf(pattern: RegExp): Clause[] {
  if (/[imsv]/.test(pattern.flags)) return []
  const whole = new Source(pattern.source).alternatives('')
  const clauses = [...whole.clauses]
  const last = clauseOf(whole.sketches)
  if (last) clauses.push(last)
  return clauses.toSorted((a, b) => weightOf(a) - weightOf(b))
}

/** A regular expression being read; what it does not know it takes for `any`. */
class Source {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  /** `lead` is `gap` where a word is known to begin. */
  alternatives(lead: string): Part {
    const branches = [this.sequence(lead)]
    while (this.take('|')) branches.push(this.sequence(lead))
    const only = branches[0]
    if (branches.length === 1 && only) return only
    const sketches = unique(branches.flatMap((branch) => branch.sketches))
    const rarest = branches.map((branch) => rarestOf(branch))
    const common = rarest.every((clause) => clause !== undefined) ? [unique(rarest.flat())] : []
    const bare = branches.every((branch) => branch.clauses.length === 0) && sketches.length <= most
    return bare
      ? { sketches, clauses: [] }
      : { sketches: sketches.length > most ? [squeezed(sketches)] : sketches, clauses: common }
  }

  private sequence(lead: string): Part {
    let all: Part = { sketches: [lead], clauses: [] }
    while (this.at < this.text.length && !'|)'.includes(this.peek()))
      all = joined(
        all,
        this.words() ??
          this.repeated(this.atom(all.sketches.every((sketch) => sketch.endsWith(gap)) ? gap : '')),
      )
    return all
  }

  /** Plain letters and spaces are taken together; the one before a `?` or `*` is left to that. */
  private words(): Part | undefined {
    const [plain = ''] = /^[a-z0-9 ]*/.exec(this.text.slice(this.at, this.at + 40)) ?? []
    const taken = '?*+{'.includes(this.text.charAt(this.at + plain.length) || ' ')
      ? plain.slice(0, -1)
      : plain
    if (taken === '') return undefined
    this.at += taken.length
    return { sketches: [tidy(taken)], clauses: [] }
  }

  private atom(lead: string): Part {
    const mark = this.next()
    if (mark === '(') return this.group(lead)
    if (mark === '[') return this.charClass()
    if (mark === '\\') return this.escape()
    if (mark === '.') return unknown
    if (mark === '^' || mark === '$') return edge
    return letter(mark)
  }

  private group(lead: string): Part {
    if (this.take('?:')) return this.closed(lead)
    const isBound = ['?![a-z0-9])', '?<![a-z0-9])', '?![a-z])', '?<![a-z])'].find((bound) => this.take(bound))
    // not followed by a letter is no end of a word: a digit may follow
    if (isBound) return isBound.includes('0-9') ? edge : nothing
    if (this.take('?=') || this.take('?!') || this.take('?<=') || this.take('?<!')) {
      this.closed('')
      return nothing
    }
    if (this.take('?<')) while (this.next() !== '>');
    return this.closed(lead)
  }

  private closed(lead: string): Part {
    const inner = this.alternatives(lead)
    this.take(')')
    return inner
  }

  private charClass(): Part {
    const start = this.at
    while (this.at < this.text.length && this.peek() !== ']') this.at += this.peek() === '\\' ? 2 : 1
    const inner = this.text.slice(start, this.at++)
    if (inner.startsWith('^') || /\\[^.sn[\]/-]|[^\\]-./i.test(inner)) return unknown
    const marks = Array.from(inner.replaceAll(/\\[sn]/g, ' ').replaceAll('\\', ''))
    const sketches = unique(marks.flatMap((mark) => letter(mark).sketches))
    return sketches.length > 6 ? unknown : { sketches, clauses: [] }
  }

  private escape(): Part {
    const mark = this.next()
    if (mark === 'b' || mark === 's' || mark === 'W' || mark === 'n') return edge
    if (mark === 'B') return nothing
    if (mark === 'p' || mark === 'P' || mark === 'u') {
      if (this.take('{')) while (this.next() !== '}');
      else if (mark === 'u') this.at += 4
      return unknown
    }
    return /[a-z0-9]/i.test(mark) ? unknown : letter(mark)
  }

  private repeated(part: Part): Part {
    const [least, greatest] = this.quantity()
    if (least === 1 && greatest === 1) return part
    if (least === 0 && greatest === 1 && part.sketches.length <= 40)
      return { sketches: unique(['', ...part.sketches]), clauses: [] }
    const rarest = least > 0 ? rarestOf(part) : undefined
    // a run of spaces is a space still
    const once = part.sketches.every((sketch) => sketch === gap) ? gap : squeezed(part.sketches)
    return { sketches: least > 0 ? [once] : ['', once], clauses: rarest ? [rarest] : [] }
  }

  private quantity(): readonly [number, number] {
    const found = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(this.text.slice(this.at, this.at + 12))
    if (!found) return [1, 1]
    this.at += found[0].length
    if (found[1] === undefined) {
      const mark = found[0].charAt(0)
      return mark === '?' ? [0, 1] : [mark === '+' ? 1 : 0, Infinity]
    }
    const least = Number(found[1])
    if (found[2] === '') return [least, least]
    return [least, found[3] ? Number(found[3]) : Infinity]
  }

  private peek(): string {
    return this.text.charAt(this.at)
  }

  private next(): string {
    if (this.at >= this.text.length) throw new Error(`no end of a part in ${this.text}`)
    return this.text.charAt(this.at++)
  }

  private take(words: string): boolean {
    if (!this.text.startsWith(words, this.at)) return false
    this.at += words.length
    return true
  }
}

function letter(mark: string): Part {
  if (/[a-z0-9]/.test(mark)) return { sketches: [mark], clauses: [] }
  return /[A-Z]/.test(mark) ? unknown : edge
}

function joined(left: Part, right: Part): Part {
  const clauses =
    left.clauses.length + right.clauses.length === 0 ? noClauses : [...left.clauses, ...right.clauses]
  if (left.sketches.length * right.sketches.length <= most)
    return { sketches: products(left.sketches, right.sketches), clauses }
  const more = [...clauses]
  const before = clauseOf(left.sketches.map((sketch) => sketch + any))
  if (before) more.push(before)
  const seam = squeezed(left.sketches)
  if (right.sketches.length <= most) return { sketches: products([seam], right.sketches), clauses: more }
  return { sketches: [tidy(seam + squeezed(right.sketches))], clauses: more }
}

const noClauses: readonly Clause[] = []

/** Every sketch of the left with every one of the right. Only where they meet may something need tidying. */
function products(left: readonly string[], right: readonly string[]): readonly string[] {
  if (left.length === 1 && left[0] === '') return right
  const found: string[] = []
  for (const one of left) {
    const isOpen = one.includes(any)
    const isEnded = one.endsWith(gap)
    for (const two of right) {
      const whole = one + two
      found.push((isEnded && two.startsWith(gap)) || (isOpen && two.includes(any)) ? tidy(whole) : whole)
    }
  }
  return found.length === 1 ? found : unique(found)
}

/** Any of the sketches in one, with the ends of words where all have them. */
function squeezed(sketches: readonly string[]): string {
  if (sketches.every((sketch) => sketch === '')) return ''
  const first = sketches.every((sketch) => sketch.startsWith(gap)) ? gap : ''
  return first + any + (sketches.every((sketch) => sketch.endsWith(gap)) ? gap : '')
}

/** One gap for several in a row, and `?` or `? ?` for a run of whatever. */
function tidy(sketch: string): string {
  if (!sketch.includes('  ') && sketch.indexOf(any) === sketch.lastIndexOf(any)) return sketch
  let result = ''
  for (let at = 0; at < sketch.length;) {
    const mark = sketch.charAt(at)
    let end = at + 1
    if (mark === gap) while (sketch.charAt(end) === gap) end++
    result += mark
    if (mark === any) {
      let next = end
      while (sketch.charAt(next) === any || sketch.charAt(next) === gap)
        if (sketch.charAt(next++) === any) end = next
      if (end > at + 1 && sketch.slice(at, end).includes(gap)) result += gap + any
    }
    at = end
  }
  return result
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)]
}

function rarestOf({ sketches, clauses }: Part): Clause | undefined {
  const last = clauseOf(sketches)
  return [...clauses, ...(last ? [last] : [])].toSorted((a, b) => weightOf(a) - weightOf(b))[0]
}

/** The rarest word of every sketch: one of them must stand in the text. None if a sketch has no whole word. */
function clauseOf(sketches: readonly string[]): Clause | undefined {
  const words = new Set<string>()
  for (const sketch of sketches) {
    const best = rarestWord(sketch)
    if (best === undefined) return undefined
    words.add(best)
  }
  return [...words]
}

/** The rarest word, two words in a row, or first letters of one that may go on. A word begins after a gap. */
function rarestWord(sketch: string): string | undefined {
  let best: string | undefined
  let least = Infinity
  let previous = ''
  for (let at = sketch.indexOf(gap); at >= 0;) {
    const start = at + 1
    let end = start
    while (end < sketch.length && isWordUnit(sketch.charCodeAt(end))) end++
    const word = sketch.slice(start, end)
    const isWhole = sketch.charAt(end) === gap
    let found: string | undefined
    if (word !== '' && isWhole) found = previous === '' ? word : `${previous} ${word}`
    else if (word.length >= stemLength) found = stem + word.slice(0, stemLength)
    const worth = found === undefined ? Infinity : weight(found)
    if (worth < least) {
      best = found
      least = worth
    }
    previous = isWhole ? word : ''
    at = isWhole ? end : sketch.indexOf(gap, end)
  }
  return best
}

function isWordUnit(unit: number): boolean {
  return (unit > 96 && unit < 123) || (unit > 47 && unit < 58)
}

const everyday = new Set(
  `a an the he she it they we you i him her them his my our your their is was are were be been has have had do did this
  that these those who what when and or but to of in on at for from by with not no will just so as if up out off all
  s t d m re ve ll don didn isn one two`.split(/\s+/),
)

const weights = new Map<string, number>()

/** Roughly how often a word stands in a text. */
function weight(word: string): number {
  const known = weights.get(word)
  if (known !== undefined) return known
  const found = weigh(word)
  weights.set(word, found)
  return found
}

function weigh(word: string): number {
  const [first = '', second] = word.split(' ')
  if (second !== undefined) return (weight(first) * weight(second)) / 45
  if (everyday.has(word)) return 40
  return word.length < 4 ? 4 : word.length < 6 ? 2 : 1
}

function weightOf(clause: Clause): number {
  return clause.reduce((sum, word) => sum + weight(word), 0)
}
