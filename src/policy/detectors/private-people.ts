import { notNames } from '../words/confidential.ts'
import type { Reading } from '../reading.ts'
import type { Particular } from './private-numbers.ts'
import { WrittenSieve } from './sieve.ts'

const person =
  '(?:kid|boy|girl|teen|teenager|child|baby|guy|dude|man|woman|lady|person|one|mom|mother|dad|father|student|victim|suspect|driver|couple|family)'
const befell =
  "(?:shot|stabbed|raped|killed|murdered|molested|assaulted|abused|attacked|robbed|mugged|jumped|beaten(?: up)?|hit|run over|arrested|busted|booked|charged|cuffed|overdosed|od'd|called (?:911|the cops|the police|it in|us)|tipped (?:us|them) off|snitched|ratted|drowned|died|found dead|kidnapped|locked up|picked up)"
/** "The kid who was shot on Elm is ...", "that girl who got raped, her name is ...", "the victim's name is ...". */
const described = new RegExp(
  `\\b(?:(?:the|that|this|our)\\s+(?:[a-z-]+\\s+){0,2}?${person}\\s+(?:(?:who|that|they|we|you)(?:'s| all)?\\s+)?(?:was|were|got|had|just|has|have|been|we)?\\s*(?:just\\s+|been\\s+|found\\s+)?${befell}\\b[^.!?\\n]{0,60}?(?:\\bis\\b|\\bwas\\b|\\bnamed\\b|\\bcalled\\b|\\b(?:it's|its|it was|name is|name was|name:|name's)|,(?=\\s+\\p{L}[\\p{L}'\u2019-]{2,}(?:\\s+[\\p{L}'\u2019-]{2,})?,)|[.?!]\\s+(?:his|her|their) name (?:is|was)|:)|\\b(?:victim|caller|complainant|informant|witness|snitch)(?:'s name (?:is|was)|\\s+(?:in [^.!?\\n]{2,30} )?(?:is|was) (?:named|called)))\\s+(?:actually |really |named |called |none other than |my neighbor |our neighbor |that kid |little |young |old |one )*([\\p{L}'\u2019-]{3,})(?![\\p{L}'\u2019])([ \\t]+[\\p{L}'\u2019-]{2,}(?![\\p{L}'\u2019]))?`,
  'giu',
)

/** Capitalised words that follow "is" and name nobody. */
const noPerson =
  /^(?:hispanic|latin[oax]|asian|american|mexican|puerto|jamaican|african|muslim|jewish|christian|catholic|korean|chinese|indian|italian|irish|polish|russian|haitian|dominican|cuban|i'?m|okay|dead|alive|safe)$/i

const describes = new WrittenSieve(described)

/** Found out by description: whoever an incident befell is told who it was. Notices and court news are none. */
export function namesBehindIncidents(reading: Reading, text: string): Particular[] {
  const found: Particular[] = []
  if (!describes.mayMatch(reading)) return found
  described.lastIndex = 0
  for (let m = described.exec(text); m && found.length < 10; m = described.exec(text)) {
    const [whole, first = '', second = ''] = m
    if (!isName(first)) continue
    const last = isName(second.trim()) ? second : ''
    const start = m.index + whole.length - second.length - first.length
    found.push({
      kind: 'name-with-incident',
      start,
      end: start + first.length + last.length,
      confidence: 0.75,
      because: 'tells who it was that an incident befell',
    })
  }
  return found
}

function isName(word: string): boolean {
  const lower = word.toLowerCase()
  if (notNames.has(lower) && !alsoNames.has(lower)) return false
  return /^\p{Lu}[\p{Ll}'\u2019-]+/u.test(word) && !noPerson.test(word)
}

const alsoNames = new Set(['may', 'june', 'april', 'hill', 'park', 'green', 'john', 'lane', 'heather'])

const fullName =
  "(\\p{Lu}[\\p{L}'\u2019-]+(?:[ \\t]+\\p{Lu}\\.?)?[ \\t]+\\p{Lu}[\\p{L}'\u2019-]+)(?![\\p{L}])"
const young = '(?:[7-9]|1[0-7])'
const underage = [
  new RegExp(
    `${fullName},?[ \\t]+\\(?(?:(?:age|aged)[ \\t]+)?${young}(?:[,;.)]|[ \\t]+(?:of|from|years)\\b|-year-old)`,
    'gu',
  ),
  new RegExp(
    `\\b(?:[Jj]uvenile|[Mm]inor|${young}[- ]year[- ]old)(?:[ \\t]+(?:male|female|boy|girl|student|suspect|offender|resident|juvenile|teen))*,?[ \\t]+(?:named[ \\t]+)?${fullName}`,
    'gu',
  ),
]
/** Without one of these no pattern of `underage` matches. */
const ofAge = /(?<!\d)(?:[7-9]|1[0-7])(?!\d)|uvenile|inor/
const inTrouble =
  /\b(?:arrested|charged|charges|custody|booked|detained|summons|accused|arraigned|juvenile (?:court|detention|referral)|suspect|confessed|stole|caught|(?:sexual(?:ly)? )?(?:assault(?:ed)?|abused?)|raped?|molested|victim of)\b/i
const soughtOrGrown =
  /\b(?:missing|last seen|amber alert|silver alert|runaway|locate|as an adult|adult court|honou?red|award|scholarship|tried out)\b/i

/** Somebody under eighteen named together with an arrest or an abuse, whoever speaks; a search for a child is none. */
export function namedJuveniles(text: string): Particular[] {
  const found: Particular[] = []
  if (!ofAge.test(text) || !inTrouble.test(text) || soughtOrGrown.test(text)) return found
  for (const pattern of underage) {
    pattern.lastIndex = 0
    for (let m = pattern.exec(text); m && found.length < 10; m = pattern.exec(text)) {
      const name = m[1] ?? ''
      const start = m.index + m[0].indexOf(name)
      if (found.some((other) => start < other.end && other.start < start + name.length)) continue
      found.push({
        kind: 'name-with-incident',
        start,
        end: start + name.length,
        confidence: 0.75,
        because: 'names somebody under eighteen together with an arrest or an abuse',
      })
    }
  }
  return found
}
