import { AsciiBytes } from './ascii-bytes.ts'
import { asciiMask, asciiPlain, asciiWord, isChunkUnit } from './characters.ts'
import { Undoing } from './disguise.ts'
import { expansionOf, gone, plainUnit, quickly, stays, vanishes } from './look-alikes.ts'
import { cutLetters, spacedRun } from './spaced.ts'
import { WayBack } from './way-back.ts'

/** A text made plain, and the way back: the code points of the original that each unit of `norm` stands for. */
export interface Normal {
  norm: string
  starts: Int32Array
  ends: Int32Array
}

/** What normalising asks a lexicon. */
export interface Vocabulary {
  knows(word: string): boolean
  longestWord: number
}

/**
 * Makes any string plain, in time linear in its length: lower case; accents and unseen marks removed;
 * letters of other scripts and styles that look Latin made Latin; `sh1t`, `f*ck`, `fuuuck` and `f u c k`
 * undone when the lexicon knows the word (`Undoing` says how far). Digits, punctuation and emoji stay.
 */
export function normalise(text: string, vocabulary: Vocabulary): Normal {
  const plain = roomFor(text, true).fold(text).undo(vocabulary)
  const { length, way } = plain
  return {
    norm: plain.toString(),
    starts: Int32Array.from({ length }, (_, unit) => way.start(unit)),
    ends: Int32Array.from({ length }, (_, unit) => way.end(unit)),
  }
}

/** A plain form, as units as well: these are good until the next text is made plain. */
export interface PlainForm {
  norm: string
  units: Uint16Array
  back: WayBack | undefined
}

/** The plain form, without the way back for the many texts in which nobody asks where anything stood. */
export function plainForm(text: string, vocabulary: Vocabulary, isMapped: boolean): PlainForm {
  const plain = roomFor(text, isMapped).fold(text).undo(vocabulary)
  const isLong = plain.length > piece && text.isWellFormed()
  return {
    norm: isLong ? decoder.decode(plain.units.subarray(0, plain.length)) : plain.toString(),
    units: plain.units,
    back: isMapped ? plain.way : undefined,
  }
}

/** A text is mapped up to here first, then this far, then whole. */
const mappedFirst = 4096
const mappedThen = 65_536

/**
 * Normalises as much of a text as tells where the unit `last` of its normal form stood. A long text is marked at its
 * beginning, if at all, for only so many hits are kept. What the cut itself may change (a word that goes on past it)
 * is left out of `known`: longer ones than `longestChunk` are not undone, so that nothing reaches further.
 */
export function wayBack(text: string, last: number, vocabulary: Vocabulary): WayBack {
  const size = [mappedFirst, mappedThen].find((enough) => last * 4 < enough && enough < text.length)
  const plain = roomFor(text, true)
    .fold(size === undefined ? text : text.slice(0, size))
    .undo(vocabulary)
  const { way } = plain
  if (size === undefined) return way
  way.known -= 3 * longestChunk
  // so little comes of a text of unseen marks
  return way.known <= last ? wayBack(text, text.length, vocabulary) : way
}

/** Whether an ASCII text hides a word at a place that the lexicon's scan found suspect. */
export function evades(text: string, start: number, end: number, undoing: Undoing): boolean {
  if (undoing.isSpent) return true
  if (end - start === 1 && !isMaskInWord(text, start)) return false
  let from = start
  let to = end
  while (from > 0 && start - from < longestChunk && isChunkUnit(text.charCodeAt(from - 1))) from--
  while (to < text.length && to - end < longestChunk && isChunkUnit(text.charCodeAt(to))) to++
  if (to - from > longestChunk) {
    undoing.spend(longestChunk)
    return false
  }
  return undoing.undo(text.slice(from, to).toLowerCase(), isPartAt(text, from, to)) !== undefined
}

/** A longer run of letters and marks is left as it is. */
const longestChunk = 512

/** `$5`, `#tag`, `no!` are no disguise; `b!tch`, `@ss`, `f*ck` may be. */
function isMaskInWord(text: string, at: number): boolean {
  const mask = text.charCodeAt(at)
  if (asciiMask[mask] !== 1) return true
  const isWordBefore = at > 0 && isLetter(text.charCodeAt(at - 1))
  const isWordAfter = at + 1 < text.length && isLetter(text.charCodeAt(at + 1))
  if (mask === 36 || mask === 42 || mask === 64) return isWordBefore || isWordAfter
  return isWordBefore && isWordAfter
}

/** In a run of word and mask units: neither a digit nor a mask of ASCII. */
function isLetterOrSo(unit: number): boolean {
  return unit >= 97 && unit !== 124
}

/** Whether a letter stands three times in a row. */
function isStretched(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start + 2; at < end; at++) {
    const unit = units[at] ?? 0
    if (unit === units[at - 1] && unit === units[at - 2] && isLetterOrSo(unit)) return true
  }
  return false
}

function isLetter(unit: number): boolean {
  return (asciiWord[unit] ?? 0) > 64
}

/** Part of an e-mail address, a link or a file name: joined to its neighbours by a mark without a space. */
function isPartAt(text: string, from: number, to: number): boolean {
  return (
    (from > 1 && isJoint(text.charCodeAt(from - 1)) && isChunkUnit(text.charCodeAt(from - 2))) ||
    (to + 1 < text.length && isJoint(text.charCodeAt(to)) && isChunkUnit(text.charCodeAt(to + 1)))
  )
}

/** - . / : _ */
function isJoint(unit: number): boolean {
  return (unit >= 45 && unit <= 47) || unit === 58 || unit === 95
}

const ascii = new AsciiBytes()

/** Working room, kept from one text to the next; a text of megabytes gets its own. */
class PlainText {
  units = new Uint16Array(0)
  length = 0
  way = new WayBack()
  /** The way back as folding left it. */
  private folded = this.way
  /** What is to be moved to the end of what was written: nothing when the two are equal. */
  private waitingFrom = 0
  private waitingTo = 0
  /** Whether the way back is kept: where every unit is out of step it costs more than the units themselves. */
  isMapped = true

  /** Folds the code points one by one. An unseen one belongs to the letter before it. */
  fold(text: string): this {
    const { isMapped } = this
    if (this.units.length < text.length) this.makeRoom(Math.max(text.length, leastRoom))
    const way = (this.way = new WayBack())
    if (text.length > piece && this.foldAscii(text)) return this
    let { units } = this
    let length = 0
    for (let at = 0, point = 0; at < text.length; point++) {
      const unit = text.charCodeAt(at++)
      const quick = quickly[unit] ?? 0
      if (quick !== 0) {
        if (quick !== gone) units[length++] = quick
        else if (isMapped) way.stretch(length - 1, point + 1)
        continue
      }
      let code = unit
      if (unit >= 0xd800 && unit < 0xdc00 && at < text.length) {
        const low = text.charCodeAt(at)
        if (low >= 0xdc00 && low < 0xe000) {
          code = ((unit - 0xd800) << 10) + low - 0xdc00 + 0x10000
          at++
        }
      }
      let plain = unit < 128 ? unit : plainUnit(code)
      if (plain === stays) {
        units[length++] = unit
        if (isMapped) way.put(length, point, point + 1)
        plain = text.charCodeAt(at - 1)
      }
      if (plain >= 0) {
        units[length++] = plain
        continue
      }
      if (plain === vanishes) {
        if (isMapped) way.stretch(length - 1, point + 1)
        continue
      }
      const form = expansionOf(plain)
      if (length + form.length + text.length - at > units.length) {
        this.makeRoom(units.length * 2)
        ;({ units } = this)
      }
      for (let k = 0; k < form.length; k++) {
        if (k > 0 && isMapped) way.put(length, point, point + 1)
        units[length++] = form.charCodeAt(k)
      }
    }
    this.length = length
    return this
  }

  /** Folds a long text when it is ASCII: to walk bytes takes a third of the time, and nothing moves. */
  private foldAscii(text: string): boolean {
    if (!ascii.encode(text)) return false
    const { bytes } = ascii
    const { units } = this
    const { length } = text
    for (let at = 0; at < length; at++) units[at] = asciiPlain[bytes[at] ?? 0] ?? 0
    this.length = length
    return true
  }

  private makeRoom(room: number): void {
    const { units } = this
    this.units = new Uint16Array(room)
    this.units.set(units)
  }

  /** Undoes disguises in place: what is written is never longer than what was read. */
  undo(vocabulary: Vocabulary): this {
    const undoing = new Undoing(vocabulary)
    const length = this.length
    const units = this.units
    const folded = (this.folded = this.way)
    this.length = this.waitingFrom = this.waitingTo = 0
    this.way = new WayBack()
    for (let at = 0; at < length;) {
      if (undoing.isSpent) {
        this.move(at, length)
        break
      }
      const start = at
      while (at < length && !isChunkUnit(units[at] ?? 0)) at++
      if (at > start) this.move(start, at)
      if (at < length) at = this.undoRun(at, length, undoing, vocabulary.longestWord)
    }
    this.moveWaiting()
    // nothing was undone: all stands where folding left it
    if (this.length === length) this.way = folded
    this.way.known = this.length
    return this
  }

  /** Takes up one run of word and mask units, undone when it hides a word. Gives the place after it. */
  private undoRun(start: number, length: number, undoing: Undoing, longestWord: number): number {
    const { units } = this
    let at = start
    let letters = 0
    let doubled = 0
    for (let last = 0; at < length; at++) {
      const unit = units[at] ?? 0
      if (!isChunkUnit(unit)) break
      doubled |= (unit ^ last) - 1
      last = unit
      if (isLetterOrSo(unit)) letters++
    }
    if (at - start === 1) return this.undoSpaced(start, length, undoing, longestWord)
    const isSuspect = letters > 0 && (letters < at - start || (doubled < 0 && isStretched(units, start, at)))
    if (isSuspect && at - start <= longestChunk && !undoing.isSpent)
      this.undoChunk(start, at, length, undoing)
    else this.move(start, at)
    return at
  }

  private undoChunk(start: number, end: number, length: number, undoing: Undoing): void {
    const isPart = this.isPart(start, end, length)
    const undone = undoing.undo(this.slice(start, end), isPart)
    if (undone === undefined) {
      this.move(start, end)
      return
    }
    this.moveWaiting()
    const { word, at } = undone
    for (let k = 0; k < word.length; k++) {
      const from = start + (at[k] ?? 0)
      const to = k + 1 < word.length ? start + (at[k + 1] ?? 0) : end
      if (this.isMapped)
        this.way.put(this.length, this.folded.start(from), this.folded.end(Math.max(from, to - 1)))
      this.units[this.length++] = word.charCodeAt(k)
    }
  }

  private isPart(start: number, end: number, length: number): boolean {
    const from = Math.max(0, start - 2)
    return isPartAt(this.slice(from, Math.min(length, end + 2)), start - from, end - from)
  }

  private undoSpaced(start: number, length: number, undoing: Undoing, longestWord: number): number {
    const run = undoing.isSpent ? undefined : spacedRun(this.units, start, length)
    if (run === undefined) {
      this.move(start, start + 1)
      return start + 1
    }
    const letters = run.letters
    let at = start
    let done = 0
    for (const step of cutLetters(letters, undoing, longestWord)) {
      for (let k = 0; k < step; k++) {
        if (step > 1) this.units[at + k * 2] = letters.charCodeAt(done + k)
        this.move(at + k * 2, at + k * 2 + 1)
      }
      done += step
      at += step * 2
      if (at < run.end) this.move(at - 1, at)
    }
    return run.end
  }

  /** Takes up units as they are: stretches that follow each other are moved together. */
  private move(from: number, to: number): void {
    if (from !== this.waitingTo) {
      this.moveWaiting()
      this.waitingFrom = from
    }
    this.waitingTo = to
  }

  private moveWaiting(): void {
    const { waitingFrom: from, waitingTo: to, length } = this
    if (from !== length) this.units.copyWithin(length, from, to)
    if (this.isMapped && to > from) this.way.take(this.folded, from, to, length)
    this.length = length + to - from
    this.waitingFrom = this.waitingTo = to
  }

  private slice(start: number, end: number): string {
    return textOf(this.units.subarray(start, end))
  }

  toString(): string {
    return textOf(this.units.subarray(0, this.length))
  }
}

const piece = 8192

/** Makes a long string in one go, but only of whole pairs of surrogates. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

/** The string of these units, in pieces, as a call takes only so many arguments. */
function textOf(units: Uint16Array): string {
  if (units.length <= piece) return Reflect.apply(String.fromCharCode, undefined, units)
  const parts: string[] = []
  for (let at = 0; at < units.length; at += piece) parts.push(textOf(units.subarray(at, at + piece)))
  return parts.join('')
}

let kept: PlainText | undefined
/** Two megabytes: to make such room anew for every long text costs more, in collecting it, than to keep it. */
const mostKept = 1_048_576
const leastRoom = 1024

function roomFor(text: string, isMapped: boolean): PlainText {
  const plain = text.length > mostKept ? new PlainText() : (kept ??= new PlainText())
  plain.isMapped = isMapped
  return plain
}
