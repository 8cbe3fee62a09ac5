import type { Detector } from '../detector.ts'
import { sighting, tagged } from './cue.ts'
import { account, businesses, discredit, titles } from '../words/defamation.ts'
import { phrases } from '../words/phrases.ts'
import type { Sighting } from '../sighting.ts'

const fact = 'liability.defamation'
const because = 'says something discreditable of a named person or business, as a fact'
/** How far before or after the words a name may stand. */
const before = 80
const after = 30
/** Beyond this a text is no post, and one warning is as good as a thousand. */
const most = 40

const name = /(?:\p{Lu}[\p{L}'’-]+[ \t]+(?:\p{Lu}\.[ \t]+)?){1,3}\p{Lu}[\p{L}'’-]+/u
const handle = /@\w+/
const single = /(?:^|[\s"(])(\p{Lu}[\p{Ll}'’-]+)[ \t]+(?:\p{Ll}+ly[ \t]+)?$/u
const words = /[\p{L}]+/gu
/** "Steals the show" takes nothing. */
const figure =
  /^ (?:the (?:show|spotlight|scene|ball|game|night|stage)|(?:our|my|your|all) hearts?|hearts|second|third|home|bases?)\b/
const denied =
  /\b(?:not|never|isn't|wasn't|doesn't|didn't|aren't|if|whether|rumou?rs?|no one says|nobody says)\b/

const titleWords = new Set(phrases(titles))
const businessWords = new Set(phrases(businesses))
const commonStarts = new Set(
  phrases(`i, he, she, it, they, we, you, this, that, who, whoever, someone, somebody, everyone, everybody, nobody,
    anyone, my, our, your, his, her, their, the, a, an, and, but, or, so, if, when, what, there, police, man, woman,
    men, women, thief, thieves, suspect, god, never, always, don't, do, stay, el, la, los, las, mi, un, una, ese, esa,
    lol, omg, wow, yes, no, ok, remember, beware, watch, imagine, looks, good, great, another, some, most, people`),
)

/** Finds discreditable assertions of fact about named people and businesses. Accounts of a case are none. */
export const defamationDetector: Detector = {
  name: 'defamation',
  entries: [...tagged(`${fact}.discredit`, discredit), ...tagged(`${fact}.account`, account)],
  triggers: [`${fact}.discredit`],
  detect(reading) {
    if (reading.has(`${fact}.account`)) return []
    const hits = reading.hitsOf(`${fact}.discredit`).slice(0, most)
    const found: Sighting[] = []
    let last = -1
    for (const hit of hits) {
      if (hit.start < last) continue
      const ahead = reading.norm.slice(Math.max(0, hit.start - before), hit.start)
      const sentence = ahead.slice(lastBreak(ahead))
      const start = hit.start - sentence.length
      const behind = reading.norm.slice(hit.end, hit.end + after)
      if (denied.test(sentence) || figure.test(behind) || /^[^.!\n]*\?/.test(behind)) continue
      const byName = nameIn(reading.original(start, hit.start))
      const end = Math.min(hit.end + after, reading.norm.length)
      const confidence = Math.max(byName, hit.end < end ? namedAfter(reading.original(hit.end, end)) : 0)
      if (confidence === 0) continue
      found.push(sighting(reading, fact, { start: hit.start, end: hit.end, confidence }, because))
      last = hit.end
    }
    return found
  },
}

/** Where the last sentence of a stretch begins; the full stop of a title or an initial ends none. */
function lastBreak(ahead: string): number {
  let at = 0
  for (const m of ahead.matchAll(/[!?\n]|(?<!\b(?:dr|mr|mrs|ms|sgt|lt|inc|co|st|\w))\.\s/g)) at = m.index + 1
  return at
}

/** How surely a stretch that ends in a discreditable assertion names somebody: 0 if nobody. */
function nameIn(stretch: string): number {
  if (stretch === stretch.toUpperCase() && /\p{Lu}/u.test(stretch)) return 0
  if (handle.test(stretch)) return 0.7
  if (named(stretch)) return 0.8
  const all = stretch.match(words) ?? []
  for (let i = 0; i + 1 < all.length; i++) {
    const [one = '', next = ''] = [all[i], all[i + 1]]
    const lower = one.toLowerCase()
    if (!isCapital(next) || commonStarts.has(next.toLowerCase())) continue
    if (titleWords.has(lower)) return 0.75
    if (isCapital(one) && businessWords.has(next.toLowerCase()) && !commonStarts.has(lower)) return 0.75
  }
  const alone = single.exec(stretch)?.[1]?.toLowerCase()
  return alone && !commonStarts.has(alone) && !businessWords.has(alone) ? 0.55 : 0
}

function namedAfter(stretch: string): number {
  return /^ (?:named|called|is|like|at|llamado|llamada)? ?/.test(stretch) && named(stretch.slice(0, after))
    ? 0.6
    : 0
}

/** Two capitalised words in a row, the first of which is no mere beginning of a sentence. */
function named(stretch: string): boolean {
  const parts = (name.exec(stretch)?.[0] ?? '')
    .split(/\s+/)
    .filter((part) => !commonStarts.has(part.toLowerCase()))
  return parts.length >= 2
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
