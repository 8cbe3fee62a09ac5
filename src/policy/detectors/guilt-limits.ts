import type { Reading } from '../reading.ts'
import { readsOfficial } from './insider.ts'
import type { Found } from './pattern.ts'

const mayNotBe =
  /\b(?:if|whether|unless|until|may|might|could|presumed|assum\w+|not saying|never said|didn't say|don't know|doesn't know|do not know|not sure|nobody knows|no idea|decide|decides|determine|determines|prove|claims?|claimed|maintains?|maintained|insists?|insisted|argue[sd]?|alleged|allegedly|accused of|according to|imagine|suppose|pretend|like|as if|hope|hoping|jury will|jury to|(?<!\b(?:i|to|will|would|can) )(?:says?|said)|told|asks?|asked|plead\w*|pled|pretending|find|thinks?|who|feel|feels|feeling|felt|look|looks|we're not here to say|is it true|wanted|seeking|searching|looking for|identify|identifying|locate|find|help us|do not|don't (?:have to|need to|assume|say|call))\b/
const hedged =
  /\b(?:alleg\w+|suspected|accused|charged|charges|facing (?:charges|up)|faces (?:charges|up|a|\d)|booked on|booked for|indicted|indictment|in connection|believed to|thought to|suspects?(?! (?:is|are|was)\b)|wanted|person of interest|warrants?|presumed|according to|(?:police|authorities|investigators|officials|prosecutors|they|detectives) (?:say|said|believe|believed)|on suspicion|possible|potential|apparent|arraigned|seeking|looking for|search for|searching|identify|identifying|held on|recognize|suspicious|help us|asking|asked|to catch|to identify|lookout|locate|reward|beware|watch for|tips|prevent|protect|avoid|at large|unknown|remember|never|(?:not|yet to|still to) (?:yet )?(?:been|be)|dressed|mock|drill|training|exercise)\b/
const verdict =
  /\b(?:convicted|convicts|conviction|convictions|sentenced|sentencing|sentences|pleads? guilty|pleaded guilty|pled guilty|pleading guilty|guilty pleas?|guilty verdicts?|found (?:him |her |them |[a-z]+ [a-z]+ )?(?:not )?guilty|finds? (?:[a-z]+ ){0,3}guilty|plea of guilty|jailed|jury (?:found|convicts|returned|finds)|acquitt\w+|exonerated|serving (?:a|an|life|\d+|time|his|her)|gets (?:\d+|life)|given (?:\d+|life)|years in prison|life in prison|life without parole|parole|on appeal|cleared by|dna cleared|verdict|admits (?:guilt|killing|stealing)|in \d{4}|doc(?:umentary|s)|centur(?:y|ies)|found not guilty|imprisoned|prison term|put to death|executed in)\b/
const notYetVerdict =
  /\b(?:(?:should|will|must|needs? to|gonna|going to|deserves? to|hope|hopes|get|gets|can't wait|cannot wait|wait|waiting|before|until|ought to|to) (?:be |he's |she's |get |see )?(?:convicted|sentenced|found guilty)|(?:hope|want|await|expect|pending|see)[a-z ]{0,30}(?:conviction|verdict|sentenc\w+))\b/
const joking =
  /\b(?:pleasures?|conscience|feel(?:ing|s)? guilty|guilty of (?:loving|eating|buying|watching|binge|overusing|it myself)|(?:puppy|puppies|kitten|pup|pooch|parrot|hamster|raccoon|squirrel|toddler|(?:the|my|our|this) (?:dog|cat))s? (?:is|are|was|were|looks?|did)\b)/

/** A quarrel with who sells or mends: "a thief" there is no suspect, and liability.defamation advises on it. */
const trade =
  /\b(?:mechanic|contractor|plumber|roofer|landlord|dealership|salesman|insurance|auto|garage|store|shop|restaurant|company|seller|vendor|refund|overcharged|ripped (?:me|us|off|my)|scammed (?:me|us|my)|invoice|warranty|deposit|customers?|ebay|craigslist|price|prices|fees?|umpire|ref|referee)\b/
const custody =
  /\b(?:arrest\w*|custody|jail|booked|cuff\w*|collar\w*|lock(?:ed|ing)? up|charge[sd]|suspects?|perps?|robbed|stole|burglar\w*|prison|court|judge|trial|bail|cell|mugshot|picked up|nabbed|caught|busted)\b/
const dishonest =
  /\b(?:thie(?:f|ves)|crooks?|scammers?|con (?:man|artist)|conman|fraudster|swindler|grifter|criminals?|bandits?)\b/

function quarrels(reading: Reading, found: Found): boolean {
  if (!dishonest.test(found.text)) return false
  const text = reading.norm.slice(0, 2000)
  return trade.test(text) && !custody.test(text)
}

const ofOneself = /(?<![\w-])(?:i|i'm|i've|i'd|me|my|myself)(?![\w-])/
const ofOthers =
  /\b(?:he|he's|she|she's|they|they're|him|his|her|hers|them|their|suspects?|defendants?|killer|this (?:guy|man|woman|kid)|that (?:guy|man|woman|kid))\b/

/** Somebody else's word, given after the claim. */
const theirWord =
  /^[^.!?]{0,60},? (?:(?:police|prosecutors|authorities|officials|investigators|detectives|the (?:warrant|report|complaint|affidavit|state|prosecution)) (?:say|says|said|allege|alleged|claim|claimed|believe)|according to|allegedly)/
const reported = /\b(?:sources?|reports?|breaking|police|officials) ?[:|]/
const hedgedWithin =
  /\b(?:alleged|allegedly|suspected|accused|reported|reputed|would-be|potential|possible|convicted|registered|former|attempted|presumed)\b(?! my\b| about\b| is\b| did\b)/

function suppose(found: Found): boolean {
  if (/\b(?:if|whether|whoever|may|might|could be|maybe)\b/.test(found.text)) return true
  if (
    theirWord.test(found.after) ||
    reported.test(found.before) ||
    (hedgedWithin.test(found.text) && !/alleged(?:ly)? my|about$/.test(found.text))
  )
    return true
  const clause = found.before.slice(Math.max(0, lastBreak(found.before), found.before.length - 70))
  return (
    found.after.trimEnd().endsWith('?') ||
    mayNotBe.test(clause) ||
    /^(?:i|we|you|i'm|we're|who|it|that|which|nobody|everyone is|anyone) ?(?:'m|'re|am|are|is|was)\b[a-z ]*guilty/.test(
      found.text,
    ) ||
    /\b(?:until|unless) proven\b|^ (?:or|until|unless) (?:innocent|not|proven)/.test(found.text + found.after)
  )
}

function lastBreak(before: string): number {
  return Math.max(
    before.lastIndexOf(', '),
    before.lastIndexOf('; '),
    before.lastIndexOf(': '),
    before.lastIndexOf(' but '),
    before.lastIndexOf(' and '),
  )
}

/** A report of a verdict is news; a wish for one is not. */
function decided(reading: Reading): boolean {
  const text = reading.norm.slice(0, 2000)
  return verdict.test(text) && !notYetVerdict.test(text)
}

/** How many places of a text speak of crime, outside a match where one is given. */
function crimeWords(reading: Reading, outside?: Found): number {
  const starts = new Set<number>()
  for (const tag of ['guilt.crime', 'guilt.offender', 'guilt.insult', 'guilt.deed'])
    for (const hit of reading.hitsOf(tag).slice(0, 8))
      if (!outside || hit.start < outside.start || hit.start >= outside.end) starts.add(hit.start)
  return starts.size
}

/** Games, cooking and films, with no word of crime but the claim itself; or a plea of one's own. */
function playful(reading: Reading, found: Found): boolean {
  const text = reading.norm.slice(0, 2000)
  if (joking.test(text) || (found.text.startsWith('guilty') && ofOneself.test(text) && !ofOthers.test(text)))
    return true
  return reading.has('guilt.play') && (crimeWords(reading) < 2 || crimeWords(reading, found) < 1)
}

function quoted(found: Found): boolean {
  const marks = found.before.split(/["\u201c\u201d]/).length - 1
  return marks % 2 === 1 && /["\u201d]/.test(found.after)
}

/** Supposed, quoted, decided by a court, in play, or of a quarrel with a trade. */
function saysOtherwise(found: Found, reading: Reading): boolean {
  return (
    suppose(found) || quoted(found) || decided(reading) || playful(reading, found) || quarrels(reading, found)
  )
}

/** Not a statement of guilt though its words look like one. */
export function notOutright(found: Found, reading: Reading): boolean {
  if (saysOtherwise(found, reading)) return true
  // "he did it" alone may be a goal scored: something in the post has to speak of crime
  return !['guilt.crime', 'guilt.sure', 'guilt.offender', 'guilt.insult', 'guilt.deed'].some((tag) =>
    reading.has(tag),
  )
}

/** The same for labels, which a hedge anywhere in the sentence takes back. */
export function notLabelled(found: Found, reading: Reading): boolean {
  if (saysOtherwise(found, reading)) return true
  return hedged.test(found.before + found.text + found.after)
}

/** A bare telling of the deed: only where nothing in the post hedges it or appeals to the public. */
export function notTold(found: Found, reading: Reading): boolean {
  return notOutright(found, reading) || hedged.test(reading.norm.slice(0, 2000)) || readsOfficial(reading)
}

/** The same with a surname for its subject, which the text as given must write with a capital. */
export function notNamed(found: Found, reading: Reading): boolean {
  const word = /^[a-z'-]+/.exec(found.text)?.[0]
  if (word === undefined || noNames.has(word)) return true
  return !reading.text.includes(word.charAt(0).toUpperCase() + word.slice(1)) || notTold(found, reading)
}

const noNames = new Set(
  `police man men woman women suspect suspects gunman shooter driver teen teens boy girl former thief thieves burglar burglars robber killer someone somebody nobody everyone who what this that these those it we you they he she the
  another one two three four five officer officers detective cops cop deputy fbi hurricane storm typhoon earthquake tornado flood fire floods wildfire train crash bomb explosion cancer covid drugs fentanyl alcohol speed guns people crews mother father husband wife dealer vandals crooks rain lightning bear dog car truck bus
  boston philippines colorado spain bangladesh italy australia canada russia brazil texas video report reports and but because so when after before if then just how why couple victim victims`.split(
    /\s+/,
  ),
)
