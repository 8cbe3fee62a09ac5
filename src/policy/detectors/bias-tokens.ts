import { persons, professions, tools } from '../words/bias-emoji.ts'
import { senses, type Sense } from '../words/bias-senses.ts'
import { alone } from './bias-words.ts'

/** A word, sign or mark of the text with what it is to the detector. `role` is 'word' for an unknown one. */
export interface Token {
  word: string
  role: string
  about: string
  start: number
  end: number
}

const peopleMany = 'people many'
const peopleOne = 'people one'

/** The tokens of `norm` between two offsets, phrases joined, noise undone, "gay" + "people" made one group. */
export function tokensOf(norm: string, from = 0, to = norm.length): Token[] {
  return joinGroups(joinPhrases(cut(norm, from, to)))
}

/** Words, emoji and the marks that matter (stops, questions, quotation marks). */
function cut(norm: string, from: number, to: number): Token[] {
  const found: Token[] = []
  let i = from
  while (i < to) {
    const code = norm.charCodeAt(i)
    if (isWordUnit(code)) {
      let k = i + 1
      while (k < to && (isWordUnit(norm.charCodeAt(k)) || isInside(norm, k, to))) k++
      found.push(token(norm.slice(i, k), 'word', i, k))
      i = k
    } else if (code === 34) {
      found.push(token('"', 'quote', i, ++i))
    } else if (code === 63) {
      found.push(token('?', 'question', i, ++i))
    } else if (code === 46 || code === 33 || code === 10) {
      found.push(token('.', 'stop', i, ++i))
    } else if (code === 61) {
      const isNot = norm[i + 1] === '/' || norm[i + 1] === '!' || norm[i - 1] === '/' || norm[i - 1] === '!'
      found.push(token(isNot ? 'not' : 'is', 'word', i, ++i))
    } else if (code >= 0x2190) {
      const point = norm.codePointAt(i) ?? code
      const picture = pictureAt(norm, i, to, point)
      found.push(picture)
      i = picture.end
    } else i++
  }
  return joinLetters(found)
}

const skins = ['\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}']

/**
 * One picture with what is joined to it: a skin tone makes a race of a person and nothing of a hand; a tool makes a
 * profession; two people and a heart make a couple. Joiners were taken away by the reading.
 */
function pictureAt(norm: string, at: number, to: number, point: number): Token {
  const first = String.fromCodePoint(point)
  let k = at + first.length
  if (point >= 0x1f1e6 && point <= 0x1f1ff) {
    k = Math.min(to, k + 2)
    const flag = norm.slice(at, k)
    return token(flag === '🇺🇸' || flag === '🇬🇧' ? flag : '🇲🇽', 'sign', at, k)
  }
  const isPerson = persons.includes(first)
  let word = first
  while (k < to) {
    const next = String.fromCodePoint(norm.codePointAt(k) ?? 32)
    const tone = skins.indexOf(next)
    if (tone >= 0) {
      if (tone >= 2 && (isPerson || professions.includes(first))) word = skins[4] ?? word
    } else if (isPerson && next.charCodeAt(0) > 127 && tools.includes(next))
      word = word === first ? (first === '👩' ? '💁' : '👷') : word
    else if (isPerson && next === '❤') {
      const couple = /^❤(?:💋)?[👨👩]/u.exec(norm.slice(k, k + 6))
      if (!couple) break
      word = '👬'
      k += couple[0].length
      continue
    } else if (next === '⚧') word = '⚧'
    else if (first === '🏳' && next === '🌈') word = '🌈'
    else if (next === '♀') {
      if (word === first && (isPerson || professions.includes(first))) word = '💁'
    } else if (next !== '♂') break
    k += next.length
  }
  return token(word, 'sign', at, k)
}

function token(word: string, role: string, start: number, end: number): Token {
  return { word, role, about: '', start, end }
}

function isWordUnit(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && code < 0x2000) ||
    (code >= 0x3040 && code < 0xd800)
  )
}

/** An apostrophe, or a sign that stands for a letter, between letters. */
function isInside(norm: string, at: number, to: number): boolean {
  const code = norm.charCodeAt(at)
  return (code === 39 || code === 36 || code === 64) && at + 1 < to && isWordUnit(norm.charCodeAt(at + 1))
}

/** "s c u m" is one word. */
function joinLetters(tokens: Token[]): Token[] {
  const found: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]
    if (!first) break
    let k = i
    let word = ''
    for (let t = tokens[k]; t && t.role === 'word' && t.word.length === 1; t = tokens[++k]) word += t.word
    const last = tokens[k - 1]
    if (k - i >= 3 && last) {
      found.push(token(word, 'word', first.start, last.end))
      i = k - 1
    } else found.push(first)
  }
  return found
}

/** Puts senses on the tokens, the longest phrase first. */
function joinPhrases(tokens: Token[]): Token[] {
  const { of } = senses()
  const found: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const here = tokens[i]
    if (!here) break
    if (here.role !== 'word' && here.role !== 'sign') {
      found.push(here)
      continue
    }
    let used = 1
    let sense: Sense | undefined
    let phrase = here.word
    const { reach, halves, sense: meant } = alone(here.word, here.role === 'sign')
    for (let k = 1; k < reach; k++) {
      const next = tokens[i + k]
      if (next?.role !== 'word' && next?.role !== 'sign') break
      phrase += ' ' + next.word
      const whole = of.get(phrase)
      if (whole) {
        sense = whole
        used = k + 1
      }
    }
    if (!sense && halves) {
      found.push({ ...halves.left, start: here.start, end: here.end })
      found.push({ ...halves.right, start: here.start, end: here.end })
      continue
    }
    sense ??= meant
    const last = tokens[i + used - 1] ?? here
    const word =
      used === 1
        ? here.word
        : tokens
            .slice(i, i + used)
            .map((t) => t.word)
            .join(' ')
    found.push({
      word,
      role: sense?.role ?? here.role,
      about: sense?.about ?? '',
      start: here.start,
      end: last.end,
    })
    i += used - 1
  }
  return found
}

/** "gay" + "people", "black" + "man": a group as a noun; "female lives" stays an adjective. */
function joinGroups(tokens: Token[]): Token[] {
  const found: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const here = tokens[i]
    if (!here) break
    const next = tokens[i + 1]
    const joins =
      next &&
      (here.role === 'group kind' ||
        here.role === 'group maybe' ||
        (here.role === 'slur homonym' && here.word === 'queer')) &&
      (next.role === peopleMany ||
        next.role === peopleOne ||
        next.role.startsWith('group many') ||
        next.role.startsWith('group one') ||
        next.word === 'people' ||
        next.word === 'person')
    if (joins) {
      const many = next.role === peopleMany || next.role === 'group many' || next.word === 'people'
      found.push({
        word: `${here.word} ${next.word}`,
        role: many ? 'group many' : 'group one',
        about: here.about,
        start: here.start,
        end: next.end,
      })
      i++
    } else found.push(here)
  }
  return found
}
