import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import { tagNumber } from '../tags.ts'
import {
  birthCues,
  delicateCues,
  incidentCues,
  personCues,
  plateCues,
  recordCues,
  streetCues,
} from '../words/confidential.ts'
import { readsOfficial } from './insider.ts'
import { entriesOf, pattern, sightingsOf, type Found, type Wording } from './pattern.ts'
import { privateNumbers, type Particular } from './private-numbers.ts'
import { namedJuveniles, namesBehindIncidents } from './private-people.ts'
import { Sieve } from './sieve.ts'
import { birthDates, namesWithIncident, plates, privateAddresses } from './private-places.ts'

const one = {
  whose:
    "(?:his|her|their|the (?:suspect|victim|guy|woman|man|driver|kid|neighbor|mayor|arrestee|defendant)'s|my (?:neighbor|ex|boss|landlord)'s|this (?:guy|woman|man|kid)'s|[a-z]{3,}'s)",
}

const recordSources: readonly [string, string, number][] = [
  [
    '{whose} (?:[a-z]+ ){0,2}?(?:rap sheet|priors|prior arrests|criminal (?:history|record)|arrest record|juvenile (?:record|file|history)|medical (?:history|records?|file)|mental health (?:history|records?|file)|toxicology(?: report)?|psych(?:iatric)? (?:history|records?)|hiv status|diagnosis|sealed (?:record|file)|expunged (?:record|arrest)|confession|witness statement|autopsy(?: report| photos)?|driving (?:record|history)|immigration (?:status|file)|home address)',
    "gives away somebody's record",
    0.7,
  ],
  [
    '(?:he|she|they|guy|dude|[a-z]{3,}) (?:has|have|got|had) (?:\\d+|two|three|four|five|six|ten|a dozen|several|many|a bunch of|a ton of|a long list of|a few) (?:prior )?(?:priors|prior arrests|arrests|warrants|active warrants|outstanding warrants|duis|felonies)',
    "gives away somebody's record",
    0.6,
  ],
  [
    "(?:he|she|guy|woman|suspect|victim|prisoner|arrestee)(?:'s| is| was| tested| has) (?:hiv|hiv[- ]positive|positive for (?:hiv|hep|hepatitis|cocaine|heroin|drugs)|hep c|hepatitis|aids|bipolar|schizophrenic|pregnant by|off (?:his|her) meds|an? (?:confidential )?informant)",
    "gives away somebody's health or secret role",
    0.7,
  ],
]
const documentSources: readonly [string, string, number][] = [
  [
    'law enforcement (?:sensitive|only|eyes only)|for official use only|official use only|internal use only|not for (?:public )?(?:release|distribution|dissemination)|do not (?:distribute|disseminate|release to the public)|fouo|u//fouo|law enforcement bulletin|for your eyes only',
    'carries the marking of a restricted document',
    0.85,
  ],
  [
    '(?:marked|labeled|stamped|highly|strictly|this is|these are|keep this|company|department) confidential(?! (?:help|and free|hotline|line|tip|support|service)s?)|confidential (?:memo|memorandum|report|file|files|document|documents|bulletin|informant|informants|email|e-mail|briefing|information|info|records?|investigation|witness|source|list|personnel|draft|materials?)(?! (?:is|are|will be) (?:kept|protected|never))|classified (?:memo|report|file|document)',
    'carries or quotes a confidential document',
    0.7,
  ],
  [
    "(?:leak(?:ed|ing)?|here is|here's|attached is|attaching|posting|sharing|copy of|screenshot of|photo of|got hold of|read) (?:the |an? |our |my |this |his |her )?(?:[a-z]+ )?(?:internal (?:memo|email|document|report|affairs report)|case file|police report|incident report|arrest report|witness statement|search warrant affidavit|evidence log|dispatch log|cad notes|booking photo|intel (?:report|bulletin)|wanted bulletin|tip sheet|shift log|personnel file|roll call (?:notes|bulletin|sheet))",
    'shares a document of the department',
    0.7,
  ],
]

const harmless =
  /\b(?:tips?|calls?|callers?|hotline|help|support|anonymous|kept|remain|remains|strictly confidential|services?|counseling|treatment|will be|survey|your|world record|track record|skin|weather|career|season|team)\b/

function ordinary(found: Found, reading: Reading): boolean {
  return harmless.test(found.before.slice(-60) + ' ' + found.after.slice(0, 60)) || readsOfficial(reading)
}

const wordings: readonly Wording[] = [
  ...recordSources.map(([is, because, confidence]) => ({
    is: pattern(is, one),
    because,
    confidence,
    details: { kind: 'record' },
    unless: ordinary,
  })),
  ...documentSources.map(([is, because, confidence]) => ({
    is: pattern(is, one),
    because,
    confidence,
    details: { kind: 'document' },
    unless: ordinary,
  })),
]

const personal =
  /\b(?:i|i'm|i've|me|my|lol|lmao|haha|smh|omg|wtf|btw|fyi|guess who|tell (?:her|him|them)|go (?:see|visit|tell))\b/
const thirdPerson = /\b(?:police|officers?|detectives?|troopers?|department)\b/
const incidentTag = tagNumber('private.incident')
const recordTag = tagNumber('private.record')
const personTag = tagNumber('private.person')
/** A longer text is looked at up to here: no post has that much, and a file is for people to read. */
const longest = 30_000
/** No character becomes more units than these in the normalised form. */
const mostUnits = 4

/** Private or confidential particulars: numbers, addresses, names with an incident, records and marked documents. */
export const confidentialDetector: Detector = {
  name: 'confidential',
  entries: [
    ...entriesOf('private.street', streetCues),
    ...entriesOf('private.plate', plateCues),
    ...entriesOf('private.birth', birthCues),
    ...entriesOf('private.incident', incidentCues),
    ...entriesOf('private.delicate', delicateCues),
    ...entriesOf('private.person', personCues),
    ...entriesOf('private.record', recordCues),
  ],
  triggers: [],
  detect(reading) {
    const { found } = reading
    const isIncident = found.hasNumber(incidentTag)
    const isRecord = found.hasNumber(recordTag)
    const isPerson = found.hasNumber(personTag)
    // most texts end here: neither a word that calls for a closer look, nor a figure, nor an address
    if (!isIncident && !isRecord && !isPerson && !reading.hasFigure) return []
    const seen = isRecord ? sightingsOf('info.confidential', wordings, reading, ['private.record']) : []
    const digits = digitsOf(reading.norm, longest * mostUnits)
    const people = isPerson ? peopleIn(reading) : []
    const incident = isIncident && mayTell(reading)
    if (!digits.any && !incident && people.length === 0) return seen
    const told = digits.any || incident ? particulars(reading, digits, incident) : []
    const apart = people.filter(
      ({ start, end }) => !told.some((other) => start < other.end && other.start < end),
    )
    return [...seen, ...placed(reading.text, [...told, ...apart])]
  },
}

function particulars(reading: Reading, digits: Digits, incident: boolean): Particular[] {
  const text = reading.text.length > longest ? reading.text.slice(0, longest) : reading.text
  const found: Particular[] = digits.cluster ? privateNumbers(text) : []
  const street = digits.any && reading.has('private.street')
  const plate = digits.any && reading.has('private.plate')
  const birth = digits.any && reading.has('private.birth')
  if (!incident && !street && !plate && !birth) return found
  const own = speaksPersonally(reading)
  const job = reading.has('job.cue') && (own || !thirdPerson.test(reading.norm.slice(0, 2000)))
  const inside = job || (incident && own)
  const told: Particular[] = street ? privateAddresses(text, inside && (incident || job)) : []
  if (plate) told.push(...plates(text))
  if (birth) told.push(...birthDates(text))
  if (incident) told.push(...namesWithIncident(text, job))
  // whether it reads like a notice is asked last: few texts get here
  return told.length > 0 && !readsOfficial(reading) ? [...found, ...told] : found
}

/** A juvenile stays unnamed in a notice too; who a victim was is for the department to tell. */
function peopleIn(reading: Reading): Particular[] {
  const text = reading.text.slice(0, longest)
  const young = namedJuveniles(text)
  const told = namesBehindIncidents(reading, text)
  if (told.length === 0 || readsOfficial(reading)) return young
  return [...young, ...told]
}

let personalSieve: Sieve | undefined

function speaksPersonally(reading: Reading): boolean {
  personalSieve ??= new Sieve([personal])
  return personalSieve.mayMatch(reading.norm) && personal.test(reading.norm.slice(0, 2000))
}

/** Names are looked for only in gossip, in talk from the inside, and beside what is delicate. */
function mayTell(reading: Reading): boolean {
  return reading.has('private.delicate') || reading.has('job.cue') || speaksPersonally(reading)
}

/** Enough digits together for a telephone, or a number at all. */
interface Digits {
  any: boolean
  cluster: boolean
}

/**
 * The cheapest sign that numbers or addresses may be there: digits that follow no letter (shortened links are full of
 * those that do), and at least seven of them with nothing but spaces and marks between, or an `@` within a word.
 */
function digitsOf(text: string, most: number): Digits {
  let any = false
  let run = 0
  let letter = false
  const length = Math.min(text.length, most)
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 96 && unit < 123) {
      letter = true
      run = 0
    } else if (unit < 58 && unit > 47) {
      if (letter) continue
      any = true
      if (++run >= 7) return { any, cluster: true }
    } else {
      if (unit === 64 && letter) return { any: true, cluster: true }
      letter = false
      // a space, and the marks ( ) + - . within a number
      if (unit !== 32 && (unit < 40 || unit > 46 || unit === 44 || unit === 42)) run = 0
    }
  }
  return { any, cluster: false }
}

/** Particulars as sightings: UTF-16 offsets become code points in one pass. */
function placed(text: string, found: Particular[]): Sighting[] {
  let at = 0
  let points = 0
  const pointsTo = (offset: number): number => {
    if (offset < at) {
      at = 0
      points = 0
    }
    while (at < offset) {
      const unit = text.charCodeAt(at)
      const next = text.charCodeAt(at + 1)
      at += unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000 ? 2 : 1
      points++
    }
    return points
  }
  return found
    .toSorted((a, b) => a.start - b.start)
    .map(({ kind, start, end, confidence, because }) => ({
      fact: 'info.confidential',
      start: pointsTo(start),
      end: pointsTo(end),
      confidence,
      because,
      details: { kind },
    }))
}
