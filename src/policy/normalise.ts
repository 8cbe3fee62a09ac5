import { asciiMask, asciiPlain, asciiWord, isChunkUnit } from './characters.ts'
import { Undoing } from './disguise.ts'
import { expansionOf, plainUnit, stays, vanishes } from './look-alikes.ts'
import { cutLetters, spacedRun } from './spaced.ts'

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
  return { norm: plain.toString(), ...plain.bounds() }
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
    back: isMapped ? { known: plain.length, ...plain.bounds() } : undefined,
  }
}

/** The way back for the first `known` units of a normal form. */
export interface WayBack {
  starts: Int32Array
  ends: Int32Array
  known: number
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
  const known = size === undefined ? plain.length : plain.length - 3 * longestChunk
  // so little comes of a text of unseen marks
  if (size !== undefined && known <= last) return wayBack(text, text.length, vocabulary)
  return { known, ...plain.bounds() }
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

/** Working room, kept from one text to the next; a text of megabytes gets its own. */
class PlainText {
  units = new Uint16Array(0)
  starts = new Int32Array(0)
  ends = new Int32Array(0)
  length = 0
  /** What is to be moved to the end of what was written: nothing when the two are equal. */
  private waitingFrom = 0
  private waitingTo = 0
  /** Whether `starts` and `ends` are kept: they cost more than the units themselves. */
  isMapped = true

  /** Folds the code points one by one. An unseen one belongs to the letter before it. */
  fold(text: string): this {
    const { isMapped } = this
    if (this.units.length < text.length || (isMapped && this.starts.length < this.units.length))
      this.makeRoom(Math.max(text.length, this.units.length, leastRoom))
    let { units, starts, ends } = this
    let length = 0
    for (let at = 0, point = 0; at < text.length; point++) {
      const unit = text.charCodeAt(at++)
      let code = unit
      if (unit >= 0xd800 && unit < 0xdc00 && at < text.length) {
        const low = text.charCodeAt(at)
        if (low >= 0xdc00 && low < 0xe000) {
          code = ((unit - 0xd800) << 10) + low - 0xdc00 + 0x10000
          at++
        }
      }
      let plain = unit < 128 ? (asciiPlain[unit] ?? 0) : plainUnit(code)
      if (plain === stays) {
        units[length] = unit
        if (isMapped) {
          starts[length] = point
          ends[length] = point + 1
        }
        length++
        plain = text.charCodeAt(at - 1)
      }
      if (plain >= 0) {
        units[length] = plain
        if (isMapped) {
          starts[length] = point
          ends[length] = point + 1
        }
        length++
        continue
      }
      if (plain === vanishes) {
        if (isMapped && length > 0) ends[length - 1] = point + 1
        continue
      }
      const form = expansionOf(plain)
      if (length + form.length + text.length - at > units.length) {
        this.makeRoom(units.length * 2)
        ;({ units, starts, ends } = this)
      }
      for (let k = 0; k < form.length; k++) {
        units[length] = form.charCodeAt(k)
        if (isMapped) {
          starts[length] = point
          ends[length] = point + 1
        }
        length++
      }
    }
    this.length = length
    return this
  }

  private makeRoom(room: number): void {
    const { units, starts, ends } = this
    this.units = new Uint16Array(room)
    this.units.set(units)
    if (!this.isMapped) return
    this.starts = new Int32Array(room)
    this.starts.set(starts)
    this.ends = new Int32Array(room)
    this.ends.set(ends)
  }

  /** Undoes disguises in place: what is written is never longer than what was read. */
  undo(vocabulary: Vocabulary): this {
    const undoing = new Undoing(vocabulary)
    const length = this.length
    const units = this.units
    this.length = this.waitingFrom = this.waitingTo = 0
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
    return this
  }

  /** Takes up one run of word and mask units, undone when it hides a word. Gives the place after it. */
  private undoRun(start: number, length: number, undoing: Undoing, longestWord: number): number {
    const { units } = this
    let at = start
    let letters = 0
    let same = 0
    let isStretched = false
    for (let last = 0; at < length; at++) {
      const unit = units[at] ?? 0
      if (!isChunkUnit(unit)) break
      same = unit === last ? same + 1 : 0
      last = unit
      if (unit < 97 || unit === 124) continue
      letters++
      if (same === 2) isStretched = true
    }
    if (at - start === 1) return this.undoSpaced(start, length, undoing, longestWord)
    const isSuspect = letters > 0 && (letters < at - start || isStretched)
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
      this.put(word.charCodeAt(k), this.starts[from] ?? 0, this.ends[Math.max(from, to - 1)] ?? 0)
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
    if (from !== length) {
      this.units.copyWithin(length, from, to)
      if (this.isMapped) {
        this.starts.copyWithin(length, from, to)
        this.ends.copyWithin(length, from, to)
      }
    }
    this.length = length + to - from
    this.waitingFrom = this.waitingTo = to
  }

  private put(unit: number, start: number, end: number): void {
    this.units[this.length] = unit
    if (this.isMapped) {
      this.starts[this.length] = start
      this.ends[this.length] = end
    }
    this.length++
  }

  /** The way back, of its own when the working room is kept for the next text. */
  bounds(): { starts: Int32Array; ends: Int32Array } {
    const { starts, ends, length } = this
    return this === kept
      ? { starts: starts.slice(0, length), ends: ends.slice(0, length) }
      : { starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
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
const mostKept = 65_536
const leastRoom = 1024

function roomFor(text: string, isMapped: boolean): PlainText {
  const plain = text.length > mostKept ? new PlainText() : (kept ??= new PlainText())
  plain.isMapped = isMapped
  return plain
}
