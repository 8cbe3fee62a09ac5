import { senses } from '../words/bias-senses.ts'
import type { Token } from './bias-tokens.ts'

/** Whether a token is a picture: its first unit is past letters and punctuation. */
export function isPicture({ word }: Token): boolean {
  return word.charCodeAt(0) >= 0x2190
}

/** Buckets of the hashed features: a power of two. */
export const buckets = 1 << 18

const coarse: Record<string, string> = {
  'group many': 'G',
  'group one': 'G',
  'group kind': 'G',
  'group sign': 'G',
  'group maybe': 'C',
  'group thing': 'T',
  'slur plain': 'S',
  'slur reclaimed': 'B',
  'slur homonym': 'Q',
  dirt: 'N',
  evil: 'N',
  fool: 'N',
  vile: 'N',
  hate: 'H',
  loath: 'H',
  upset: 'H',
  slay: 'K',
  slain: 'K',
  death: 'K',
  hurt: 'K',
  expel: 'X',
  expelled: 'X',
  fuck: 'F',
  love: 'P',
  loved: 'P',
  good: 'P',
  gift: 'P',
  right: 'R',
  deserve: 'D',
  live: 'L',
  say: 'Y',
  think: 'I',
  wrongful: 'W',
  bigots: 'O',
  others: 'O',
  object: 'o',
  'sign sour': 'e',
  'sign sad': 's',
  'sign laugh': 'l',
  'sign money': '$',
  'sign sex': 'x',
  'sign fare': 'f',
  question: '?',
  quote: '"',
  stop: '.',
}

const coarseWords: [string, string][] = [
  [
    '-',
    "not no never none nothing nobody don't dont doesn't doesnt didn't didnt can't cant cannot won't wont isn't isnt aren't arent wasn't weren't shouldn't shouldnt wouldn't wouldnt couldn't mustn't ain't aint haven't hasn't without ain't",
  ],
  ['1', "i'll we'll i'd we'd i im i'm i've me my myself we we're us our ours ourselves"],
  ['2', "you'll you'd you you're your yours yourself u ur"],
  ['3', "they'll they'd they them their theirs"],
  ['4', "he he's him his she she's her hers someone somebody"],
  ['5', 'it its this'],
  ['!', 'should must ought may might let lets wish want wants wanna need needs'],
  ['>', 'will going gonna'],
  ['~', 'less lesser if'],
  [
    '#',
    'arrested charged suspect victim described wanted missing located investigation year-old update breaking',
  ],
]

/** Coarse marks that matter for what stands inside and outside quotation marks, one bit each. */
const bits = 'NHKXSFBGYWI-12'.split('')
const bitTable = new Map(bits.map((mark, i) => [hash(`coarse ${mark}`), 1 << i]))

function bitOf(coarseId: number): number {
  return bitTable.get(coarseId) ?? 0
}

function bitsOf(marks: string): number {
  return marks.split('').reduce((sum, mark) => sum | bitOf(hash(`coarse ${mark}`)), 0)
}

const contemptBits = bitsOf('NHKXSFB')

const salt = { surface: 1, skeleton: 2, coarse: 3, pair: 4, lexical: 5, flag: 6, picture: 7, together: 8 }

function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6)), 0x85ebca6b)
  h ^= h >>> 13
  return Math.imul(h, 0xc2b2ae35) >>> 0
}

interface Kind {
  id: number
  coarse: number
  /** Part of the fine skeleton. */
  bone: boolean
  lexical: boolean
}

const kinds = new Map<string, Kind>()
const coarseOf = new Map(
  coarseWords.flatMap(([mark, words]) => words.split(' ').map((word) => [`= ${word}`, mark])),
)

/** What the features need of a role; the few hundred roles are worked out once each. */
function kindOf(role: string): Kind {
  let kind = kinds.get(role)
  if (!kind) {
    const mark = coarse[role] ?? coarseOf.get(role)
    const word = role.startsWith('= ') ? role.slice(2) : undefined
    kind = {
      id: hash(role),
      coarse: mark === undefined ? 0 : hash(`coarse ${mark}`),
      bone: role !== 'word' && role !== 'filler' && role !== 'swear' && !(word && senses().fillers.has(word)),
      lexical: !role.startsWith('group ') && word === undefined && role !== 'filler',
    }
    if (role === 'group sign') kind.lexical = true
    kinds.set(role, kind)
  }
  return kind
}

const limit = 60

/** The call that last saw a bucket: keeps a feature from counting twice without sorting. */
const stamp = new Int32Array(buckets)
let turn = 0

/**
 * The hashed features of a run of tokens, each bucket at most once, written to `into`; their count is returned. Words for
 * groups count only as groups, except emoji, whose meaning hangs on the picture. Without words only roles count: for a set
 * of minimal pairs, whose words would teach the opposite of what they mean.
 */
export function features(tokens: readonly Token[], into: Int32Array, withWords = true): number {
  let count = 0
  turn = (turn + 1) | 0
  const put = (bucket: number): void => {
    if (stamp[bucket] === turn || count === into.length) return
    stamp[bucket] = turn
    into[count++] = bucket
  }
  const pictured = tokens.some(isPicture)
  const add = (space: number, value: number): void => {
    const mixed = mix(value, space)
    put(mixed & (buckets - 1))
    // beside a picture the same roles may mean another thing
    if (pictured && space !== salt.lexical) put(mix(mixed, salt.picture) & (buckets - 1))
  }
  let s1 = 1
  let s2 = 1
  let b1 = 1
  let b2 = 1
  let c1 = 1
  let c2 = 1
  let c3 = 1
  let w1 = 1
  let open = false
  let quotedMarks = 0
  let saidMarks = 0
  const marks: number[] = []
  const end = Math.min(tokens.length, limit)
  for (let i = 0; i < end; i++) {
    const token = tokens[i]
    if (!token) break
    const kind = kindOf(token.role)
    add(salt.surface, kind.id)
    add(salt.surface, mix(s1, kind.id))
    add(salt.surface, mix(mix(s2, s1), kind.id))
    s2 = s1
    s1 = kind.id
    if (token.role === 'quote') open = !open
    else if (kind.coarse !== 0) {
      if (open) {
        add(salt.flag, kind.coarse)
        quotedMarks |= bitOf(kind.coarse)
      } else saidMarks |= bitOf(kind.coarse)
    }
    if (kind.bone) {
      add(salt.skeleton, mix(b1, kind.id))
      add(salt.skeleton, mix(mix(b2, b1), kind.id))
      b2 = b1
      b1 = kind.id
    }
    if (kind.coarse !== 0) {
      add(salt.coarse, mix(c1, kind.coarse))
      add(salt.coarse, mix(mix(c2, c1), kind.coarse))
      add(salt.coarse, mix(mix(mix(c3, c2), c1), kind.coarse))
      c3 = c2
      c2 = c1
      c1 = kind.coarse
      for (let k = Math.max(0, marks.length - 7); k < marks.length - 1; k++)
        add(salt.pair, mix(marks[k] ?? 0, kind.coarse))
      marks.push(kind.coarse)
    }
    if (kind.lexical && withWords) {
      const word = hash(token.word)
      add(salt.lexical, word)
      add(salt.lexical, mix(w1, word))
      w1 = word
    } else w1 = kind.id
  }
  const seen = [...new Set(marks)]
  for (let i = 0; i < seen.length; i++)
    for (let k = i + 1; k < seen.length; k++) {
      const [a = 0, b = 0] = [seen[i], seen[k]]
      add(salt.together, mix(Math.min(a, b), Math.max(a, b)))
    }
  // what a picture says hangs on all the rest, wherever it stands
  if (pictured)
    for (let i = 0; i < end; i++) {
      const token = tokens[i]
      if (!token || !isPicture(token)) continue
      for (const mark of seen) add(salt.together, mix(hash(token.role), mark + 1))
    }
  for (let bit = 1; bit < 1 << bits.length; bit <<= 1)
    if (quotedMarks & bit) {
      add(salt.flag, mix(bit, 2))
      for (let other = 1; other < 1 << bits.length; other <<= 1)
        if (saidMarks & other) add(salt.flag, mix(mix(bit, 3), other))
      if ((saidMarks & contemptBits) === 0) add(salt.flag, mix(bit, 4))
    }
  add(salt.coarse, mix(mix(c2, c1), 1))
  add(salt.coarse, mix(c1, 1))
  add(salt.skeleton, mix(b1, 1))
  add(salt.surface, mix(s1, 1))
  return count
}
