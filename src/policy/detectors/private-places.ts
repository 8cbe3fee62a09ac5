import { notNames } from '../words/confidential.ts'
import type { Particular } from './private-numbers.ts'

const street =
  '(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|pl|place|way|ter|terrace|cir|circle|pkwy|parkway|sq|square|trl|trail|row|loop|path|plaza)'
const word =
  "(?!(?:on|the|of|a|an|in|at|and|to|from|down|across|block|people|for|men|women|man|woman|cars?|officers?|shots?|years?|days?|homes|year|min|mins|minutes|hours?|miles|mi|dead|killed|injured|p\\.?m\\.?|a\\.?m\\.?|off|near|by|is|was|old|per|more|this|that|my|his|her|our|suspects?|arrests?|th|dogs?|kids?|times|lanes?)\\b)[a-z0-9][a-z0-9'.\u00c0-\u024f-]*"
const address = new RegExp(
  `(?<![\\w$#/.:-])\\d{1,6}[a-z]?(?:-\\d{1,5})?\\s+(?:${word}\\s+){1,4}?${street}\\b\\.?(?:,?\\s*(?:apt|apartment|suite|unit|ste|#)\\.?\\s*#?[a-z0-9-]{1,6})?|(?<![\\w$])p\\.?\\s?o\\.?\\s?box\\s+\\d{1,7}`,
  'gi',
)

const lived =
  /\b(?:lives?|living|lived|resid\w+|home|house|address(?:es)?|apartment|apt|moved?|stays?|staying|deliver\w*|ship|mail|send|statement|his place|her place|my place|residence|come (?:by|over)|find (?:him|her|them)|knock|visit (?:him|her)|pay (?:him|her)|(?:him|her|them|she|he|dude|guy) (?:is |was )?at|billing|account|return)\b/i
const publicPlace =
  /\b(?:station|headquarters|hq|town hall|city hall|school|church|park|library|center|centre|store|shop|open|event|join us|meeting|located at|visit us|office|registration|crash|accident|block of|report of|reports? of|reported|closed|closure|firefighters|officers|located|avenue is|shelter|vigil|hosted|restaurant|hospital|mosque|synagogue|temple)\b/i

/** Street addresses where somebody lives or where a stop was made; stations, shops and scenes in a notice are none. */
export function privateAddresses(text: string, insider: boolean): Particular[] {
  const found: Particular[] = []
  address.lastIndex = 0
  for (let m = address.exec(text); m && found.length < 20; m = address.exec(text)) {
    const before = text.slice(Math.max(0, m.index - 60), m.index)
    const after = text.slice(m.index + m[0].length, m.index + m[0].length + 50)
    const near = before + ' ' + after
    const dwelling =
      lived.test(near) ||
      /\b(?:apt|apartment|unit)\b/i.test(m[0]) ||
      /^\s*,?\s*[A-Z][a-z]+(?:,)? [A-Z]{2}\b ?\d{5}/.test(after)
    if (publicPlace.test(near) || !(dwelling || insider)) continue
    found.push({
      kind: 'address',
      start: m.index,
      end: m.index + m[0].length,
      confidence: dwelling ? 0.75 : 0.7,
      because: 'gives the address of a private person or of a stop',
    })
  }
  return found
}

/** Plates beside the word for them. */
export function plates(text: string): Particular[] {
  const found: Particular[] = []
  const plate =
    /\b(?:licen[sc]e plates?|plates?|tags?|registration|reg|marker(?: plate)?)\b(?: (?:number|no\.?|#|is|was|reads|of|on it|came back|starts with|ends in)|[:#]| (?:a )?(?:CT|NY|MA|RI|NJ|NH|ME|VT|PA|Connecticut|New York|Mass)\b)*[ :#"']*([A-Z0-9]{1,4}[- \u00b7]?[A-Z0-9]{2,5})\b/gi
  for (let m = plate.exec(text); m && found.length < 10; m = plate.exec(text)) {
    const value = m[1] ?? ''
    if (!/\d/.test(value) || !/^[A-Z0-9 \u00b7-]+$/.test(value) || value.length < 4) continue
    const start = m.index + m[0].length - value.length
    found.push({
      kind: 'plate',
      start,
      end: start + value.length,
      confidence: 0.8,
      because: 'gives a number plate',
    })
  }
  return found
}

const day =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2})'
const birth = new RegExp(
  `\\b(?:d\\.?o\\.?b\\.?|date of birth|birth ?date)\\W{0,4}(?:is |was |of )?(${day})|\\b(?:was |were )?born(?: on)? (\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2})|\\b(?:his|her|their) birthday is (${day})`,
  'gi',
)

/** Dates of birth beside a word for them. */
export function birthDates(text: string): Particular[] {
  const found: Particular[] = []
  birth.lastIndex = 0
  for (let m = birth.exec(text); m && found.length < 10; m = birth.exec(text)) {
    const value = m[1] ?? m[2] ?? m[3] ?? ''
    const end = m.index + m[0].length
    found.push({
      kind: 'date-of-birth',
      start: end - value.length,
      end,
      confidence: 0.85,
      because: 'gives a date of birth',
    })
  }
  return found
}

const name =
  /(?<![\w@#/.])(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}{1,15}(?: \p{Lu}\.)? (?:\p{Lu}['\u2019])?\p{Lu}\p{Ll}{1,15}(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}{2,15} \p{Lu}\.?(?![\p{L}'\u2019]))/gu
const incident =
  /\b(?:dui|dwi|oui|owi|drunk|arrest\w*|overdos\w+|od'?d|suicid\w+|domestic\w*|rap(?:e|ed|ist)|molest\w*|victim|booked|cuffed|pulled over|rehab|restraining order|protective order|psych\w*|prostitut\w+|solicit\w+|assault\w*|drugs?|heroin|cocaine|crack|meth|shoplift\w*|stole|stabbed|shot|murdered|beat|warrants?|informant|snitch|complainant|caller|juvenile|abus\w+|hiv|autopsy|naked|larceny|theft|burglary|robbery|ticket(?:ed)?|busted|jail|lockup|charged)\b/i
const newsOfCourts =
  /\b(?:sentenced|convicted|pleaded|pleads|police (?:say|said|identified)|according to|president|senator|governor|trump|obama|shooter|gunman|suspect made)\b/i
const gossip = /\b(?:i|my|lol|lmao|haha|smh|omg|wtf|btw|fyi|guess who|neighbor|tell (?:her|him))\b/i
const delicate =
  /\b(?:overdos\w+|od'?d|suicid\w+|rape|raped|rape victim|domestic\w*|informant|snitch|complainant|caller|juvenile|psych hold|hiv|victim's name|victim (?:is|was))\b/i

const linkAfter =
  /^,?(?: (?:from|at|on|of) [\w' ]{2,25})? (?:just |finally |again |was |is |got |has |had |been |the |a |an |our |my |actually |apparently )*(?:pulled over|arrested|busted|booked|caught|cuffed|charged|overdos\w+|od'?d|overdose|a dui|dui|dwi|drunk|in rehab|in jail|raped|beat|beats|hit|tried to kill|killed himself|killed herself|suicid\w+|hiv|stole|shoplift\w*|victim|informant|snitch|caller|complainant|molest\w*|prostitut\w*|naked|psych\w*|restraining order)/i
const linkBefore =
  /(?:\b(?:overdos\w+|suicide|victim|victim's name|informant|snitch|caller|complainant|prostitute|drunk|driver|kid|juvenile|dealer|dui|dwi)\b[\w' ]{0,30}\b(?:is|was|named|called|name is|:)|\b(?:arrested|busted|booked|cuffed|pulled over|stopped|caught|ticketed|locked up|od'?d|raped|called on|arrest of|arresting|informant|overdose of|suicide of|dui for)) (?:my (?:neighbor|ex|boss|landlord) |the (?:mayor|councilman) |,? ?)?$/i

/** Names of private people tied to an incident, told from the inside or as gossip; a notice or the news is neither. */
export function namesWithIncident(text: string, insider: boolean): Particular[] {
  const found: Particular[] = []
  name.lastIndex = 0
  for (let m = name.exec(text); m && found.length < 10; m = name.exec(text)) {
    if (
      m[0]
        .split(/[ .]+/)
        .some(
          (part) =>
            part !== '' &&
            notNames.has(part.toLowerCase()) &&
            !/^(?:may|june|april|green|hill|park|white|black|john)$/i.test(part),
        )
    ) {
      // the name may begin one word later: "Arrested Tom Burke"
      name.lastIndex = m.index + Math.max(1, m[0].indexOf(' '))
      continue
    }
    const near = text.slice(Math.max(0, m.index - 80), m.index + m[0].length + 80)
    if (!incident.test(near)) continue
    const after = text.slice(m.index + m[0].length, m.index + m[0].length + 40)
    const linked = linkAfter.test(after) || linkBefore.test(text.slice(Math.max(0, m.index - 50), m.index))
    if (!insider && !(linked && (delicate.test(near) || gossip.test(text.slice(0, 1000))))) continue
    if (newsOfCourts.test(text.slice(0, 2000))) return []
    found.push({
      kind: 'name-with-incident',
      start: m.index,
      end: m.index + m[0].length,
      confidence: insider ? 0.8 : 0.65,
      because: 'names a private person together with an incident',
    })
  }
  return found
}
