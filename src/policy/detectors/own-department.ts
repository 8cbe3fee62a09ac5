import type { Reading } from '../reading.ts'
import { scopeOf } from '../scope.ts'
import { knownPlaces, noPlaces, placeEndings } from '../words/places.ts'
import { asks } from './insider.ts'
import { anyOf, pattern, phrases, type Found, type Wording } from './pattern.ts'

const force = '(?:police department|police dept\\.?|police force|police|pd|p\\.d\\.)'
const sworn =
  '(?:cop|policeman|policewoman|patrol officer|patrolman|police (?:officer|sergeant|lieutenant|captain|detective|corporal|inspector|chief|commander)|detective)'
const rank =
  '(?:officer|ofc\\.?|patrol officer|patrolman|sergeant|sgt\\.?|lieutenant|lt\\.?|captain|capt\\.?|detective|det\\.?|corporal|cpl\\.?|inspector|commander|deputy chief|chief|cop|member|k-?9 handler|school resource officer)'
const civilian =
  '(?:dispatcher|call taker|records clerk|clerk|employee|crime analyst|analyst|evidence technician|technician|cadet|recruit)'
const sure = `(?:(?:city of |town of |north |south |east |west |new |fort |mount |old )*(?:${anyOf(knownPlaces)}|[a-z]{2,}(?:${placeEndings}))|town(?= pd))`
const large =
  "(?:(?!(?:not|never|no|an?|the|of|to|for|with|by|from|and|or|every|who|that|than|like|about|at|in|on|my|your|his|her|our|their|there's|here's|any|ask|some|this|saw|got|met|is|was|are|called|thank|thanks) )[a-z.'-]+ ){0,2}?[a-z.'-]{3,}"

/** A member of a force told by its town: `hartford police officer`, `hartford cop`, `hpd sergeant`. */
function memberOf(place: string): string {
  return `(?:(?:${place} (?:city |town |state )?${force}|[a-z]{1,3}pd) (?:${rank}|${civilian})|${place} ${sworn})`
}

const adjectives =
  '(?:proud |proudly |sworn |retired |veteran |active |current |former |fellow |newest |new |rookie |off[- ]duty |full[- ]time |\\d+[- ]year |(?:female|male|gay|queer|lesbian|black|white|latino|latina|muslim|jewish|christian|young|old|humble|simple|small[- ]town|third[- ]generation|second[- ]generation) )*'
const adverbs =
  '(?:still |also |just |only |currently |actually |proudly |now |not just |really |so |very |both |in fact )*'
const self =
  "(?:i'm|i am|im|i've been|i have been|i was|i became|i've become|i will always be|i'll always be)"
const glad = '(?:proud|honou?red|blessed|lucky|glad|happy|grateful|privileged|thankful|humbled|excited|love)'

/** What each form says before and after the member; `{member}` is one of `memberOf`. */
const forms: readonly string[] = [
  `${self} ${adverbs}(?:${glad} to be )?(?:an? |the |your |one of the )?${adjectives}{member}`,
  `(?:my )?name(?: is|'s) (?:[a-z.'-]+ ){0,2}[a-z.'-]+,? (?:and )?(?:i'm |i am )?(?:an? )?${adjectives}{member}`,
  `${glad} to (?:be|serve as|work as|call myself|say i'm|say i am) (?:an? |your |one of the )?${adjectives}{member}`,
  `(?:i|we) (?:proudly |currently |still |also |have |really )*(?:work|worked|serve|served|love being|like being|enjoy being|hate being|miss being) (?:as )?(?:an? )?${adjectives}{member}`,
  `(?:my (?:[a-z0-9-]+ )?(?:job|work|life|career|time|years|days|role|duty|experience) as|speaking as) an? ${adjectives}{member}`,
  `(?:^|\\n)\\W*${adjectives}{member}(?= ?(?:$|[.|•\\n]))`,
  `(?:^|(?<=[.!?\\n] ?))\\W*(?:as|being|been) an? ${adjectives}{member}`,
  `(?:^|(?<=[.!?\\n] ?))\\W*(?:almost |over |nearly )?(?:\\d+|[a-z-]+) (?:years|months|shifts) (?:in )?as an? ${adjectives}{member}(?= ?(?:$|[.!|\\n])|,? (?:and )?(?:i|i've|i'm|counting)(?![a-z]))`,
  `(?:^|(?<=[.!?\\n] ?))\\W*(?:just |another )?(?:an? )?${adjectives}{member} here(?= ?(?:$|[,.!:;|)\\n–—-]|and |with |ama|ask |i |i'm |i've |again))`,
  `(?:^|(?<=[.!?\\n] ?))\\W*(?:proud|just an?|just another|your friendly|your neighborhood|your local) ${adjectives}{member}(?= ?(?:$|[,.!|&;:#@\\n–—-]|and |since |for |here|with |trying |doing |living |who ))`,
]
const whole: readonly string[] = [
  // a town after the title
  `(?:${self} ${adverbs}|${glad} to be |(?:i|we) (?:proudly |currently |still )*(?:work|serve) as )(?:an? |the |your )?${adjectives}(?:${sworn}|${rank.replace('|member', '')}|police ${civilian}|police [a-z]+) (?:here )?(?:for|with|in|of|from|serving|working for|employed by) (?:the )?(?:(?:city|town|village|borough) of [a-z]+|(?:people of )?${sure})(?! (?:fire|library|school|public|health|parks|housing|softball|little|high|youth|rotary|[a-z]+ (?:club|league|team|company|church)))`,
  `(?:\\d+|[a-z]+) years (?:on the (?:job|force)|in (?:blue|uniform)|behind the badge) (?:with|for|in|at) (?:the )?(?:city of |town of )?${sure}(?= ?(?:$|[.,!]| and | pd| police))`,
  // Spanish
  `(?:soy|fui|trabajo (?:como|de)) (?:un |una |el |la )?(?:orgullos[oa] )?(?:policia|oficial(?: de policia)?|agente(?: de policia)?|sargento|sargenta|teniente|detective|despachador|despachadora) (?:de|en|del?|para) (?:la (?:policia|ciudad) de )?${sure}`,
  // a line that says no more than what the author is
  `(?:^|\\n)\\W*(?:police officer|patrol officer|patrolman|police (?:sergeant|lieutenant|captain|detective|dispatcher)),? (?:for |with |at )?(?:the )?(?:city|town) of [a-z]+(?= ?(?:$|[.!|,\\n]))`,
  // a name between title and department
  `(?:${self}|my name is|name's|call me) (?:an? |your )?(?:police )?${rank} (?:[a-z.'-]+ ){0,2}[a-z'-]+,? (?:of|with|from|at|for|in|-|–|—)? ?(?:the )?(?:${large} ${force}|[a-z]{1,3}pd)`,
  `(?:this is|it's) (?:police )?${rank} (?:[a-z.'-]+ ){0,2}[a-z'-]+,? (?:of|with|from|at|for)? ?(?:the )?(?:${large} ${force}|[a-z]{1,3}pd)(?=,? (?:here|speaking|reporting|signing|checking|and i|i |i'm|ask me))`,
  `(?:^|(?<=[.!?\\n] ?))\\W*${rank} (?:[a-z.'-]+ ){0,2}[a-z'-]+,? (?:of|with|from|at|for) (?:the )?(?:${large} ${force}|[a-z]{1,3}pd) here(?= ?(?:$|[,.!:;|\\n]))`,
  `(?:we|us|we're|we are|those of us|all of us) (?:proud |the )?${sure} (?:police officers|cops|police|detectives)`,
]

const others =
  /\b(?:he|she|they|who|(?:my|his|her|their|our|your) (?!name\b)[a-z]+|you|people|anyone|everyone|somebody|someone)(?:'s|'re)?\b(?: (?:is|are|was|were|has|have|had|been|so|very|who|always|really|both|works?|worked|served?|serves))*\s*$/
const unreal =
  /\b(?:if|wish|wishes|dream\w*|pretend\w*|imagine|think|thinks|thought|believes?|unless|when i grow up|costume)\b/
const anotherNext = /^(?:['’]|[,;:.!-]? ?(?:he|she|they|his|her|him|them|who|whose)\b)/
const kinNext =
  /^[ -](?:wife|husband|widow|widower|spouse|mom|mother|dad|father|son|daughter|kid|brat|fan|supporter|hater|wannabe|applicant|candidate|hopeful|magnet|costume|impersonator|friend|family|girlfriend|boyfriend|said|says|told|arrest\w*|shot|killed)\b/
const firstPerson = /\b(?:i|i'm|i've|i'd|i'll|we|we're|my|me|our|mine)\b/
const standsAlone = /^\W*(?:as|been) /
const notTowns = new Set(phrases(noPlaces))
const lastOfPlace = new RegExp(
  `([a-z.'-]+) (?:(?:city|town|state) )?(?:${force} (?:${rank}|${civilian})|${sworn})(?: here)?$`,
)

/** Somebody else, a wish, a question or a quotation. */
function notTheAuthor(found: Found, reading: Reading): boolean {
  if (asks(found) || others.test(found.before) || unreal.test(found.before)) return true
  if (anotherNext.test(found.after) || kinNext.test(found.after)) return true
  if (standsAlone.test(found.text) && found.after.length > 1 && !firstPerson.test(found.after)) {
    if (!/^\W*been /.test(found.text)) return true
  }
  const { quoted, attributed } = scopeOf(reading, found.start, found.end)
  return quoted || attributed
}

/** A word that no list knows is a town only when written large in a text that is not all so, and is no other such. */
function notLarge(found: Found, reading: Reading): boolean {
  const word = lastOfPlace.exec(found.text)
  if (!word?.[1] || notTowns.has(word[1])) return true
  const [from] = reading.span(found.start + word.index, found.end)
  const written = Array.from(reading.text.slice(0, 4 * found.end + 400))
    .slice(from, from + 2)
    .join('')
  return !/^\p{Lu}\p{Ll}/u.test(written) || notTheAuthor(found, reading)
}

const isSworn = new RegExp(`(?<![a-z])(?:${sworn}|${rank}|officers|cops|detectives)(?![a-z])`)

function wordings(because: string, isToo: (found: Found) => boolean): Wording[] {
  const made = (source: string, confidence: number, unless: Wording['unless']): Wording => ({
    is: pattern(source, {}),
    because,
    confidence,
    unless: (found, reading) => !isToo(found) || (unless?.(found, reading) ?? false),
  })
  return [
    ...forms.map((form) => made(form.replace('{member}', memberOf(sure)), 0.9, notTheAuthor)),
    ...forms.map((form) => made(form.replace('{member}', memberOf(large)), 0.85, notLarge)),
    ...whole.map((form) => made(form, 0.85, notTheAuthor)),
  ]
}

/** The author as a member of a department told by its town, by initials or by name. */
export const ownDepartment: readonly Wording[] = wordings(
  'says that the author belongs to a named department',
  () => true,
)

/** The same of a member who is police, not a clerk. */
export const ownForce: readonly Wording[] = wordings('says that the author is police', ({ text }) =>
  isSworn.test(text),
)
