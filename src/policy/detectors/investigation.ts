import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import { investigationCues } from '../words/workplace.ts'
import { asks, readsOfficial } from './insider.ts'
import { entriesOf, pattern, sightingsOf, type Found, type Wording } from './pattern.ts'
import { Sieve } from './sieve.ts'

const parts = {
  crime:
    '(?:homicide|murder|rape|robbery|burglary|arson|assault|shooting|stabbing|drug|narcotics|fraud|theft|larceny|kidnapping|domestic|overdose|sex crimes?|gang|gun|hit and run|missing person|cold|child abuse|carjacking|corruption|internal|trafficking|death|suicide|dui)',
  crimes:
    '(?:homicides?|murders?|rapes?|robber(?:y|ies)|burglar(?:y|ies)|arsons?|assaults?|shootings?|stabbings?|frauds?|thefts?|larcen(?:y|ies)|kidnappings?|overdoses?|hit and runs?|carjackings?|break-?ins?|abductions?|deaths?|cases?|drug (?:house|ring|crew)|crew|ring|gang)',
  insider:
    "(?:we|i|my (?:unit|squad|team|partner|partner and i)|our (?:detectives|guys|squad|unit|department|bureau|investigators|people))(?:'re|'m|'ve| are| am| is| were| was| have| has)?(?: been)?(?: still| currently| actively| now| busy| all)*",
  place: '(?:at|on|over at|in) (?:\\d+ |the |his |her |that |a |an )?[a-z0-9]+',
}

const inside = 'tells of an investigation from the inside'

const sources: readonly [string, string, number][] = [
  [
    "(?:we|our guys|my (?:unit|squad|team)|they|narcotics|detectives)(?: are|'re| is|'s)? (?:about to|going to|gonna|planning to|getting ready to|set to) (?:raid|hit|arrest|search|serve|pick up|kick in|take down)[^.!?\\n]{0,30}",
    inside,
    0.75,
  ],
  [
    'the (?:{crime}) (?:case )?(?:we|i|my (?:unit|squad)) (?:just )?(?:caught|got|are working|am working|worked|have|are on|handled|closed|cracked)',
    inside,
    0.75,
  ],
  [
    "detectives (?:all )?(?:think|believe|know|say off the record|suspect) (?:that )?(?:it was|it's|he|she|the|they)",
    inside,
    0.7,
  ],
  [
    '(?:we|i|our guys|my (?:unit|squad|partner)) (?:just |finally |also )*(?:pulled|lifted) (?:a |some |his |her |the |good )*(?:finger)?prints?|(?:we|i|our guys|my (?:unit|squad|partner)) (?:just |finally |also )*(?:found|recovered|seized|got) (?:the|a|his|her) (?:murder weapon|body|gun used|knife used|missing gun|blood|dna|stash|bloody [a-z]+)',
    inside,
    0.7,
  ],
  [
    '(?:case|incident|file|report|complaint) ?(?:number|no\\.?|num|#)[ :#]*[a-z]{0,3}\\d[\\d-]{2,}',
    'gives a case number',
    0.8,
  ],
  [
    '(?:our|my) (?:own |ongoing |current |big |latest |whole )?(?:{crime} )+(?:investigation|case|probe|raid|sting)|(?:our|my) (?:investigation|case|probe)(?! of beer| of wine| studies)',
    inside,
    0.7,
  ],
  [
    '(?:ia|internal affairs|i\\.a\\.)(?: just| finally| has| is| has been)* (?:opened|open|opens|is investigating|investigating|investigated|is looking|looking|cleared|sustained|closed|is (?:after|on|all over)|came|called|interviewed|has|started|wants|questioned|after)',
    'tells of an internal investigation',
    0.8,
  ],
  [
    '(?:our |the )?(?:detectives?|homicide|narcotics|vice|investigators|the bureau|major crimes|the feds|fbi|dea)(?: [a-z]+)? (?:are|is|were|was|still) (?:already |now |really |also |all )*(?:looking (?:at|hard at)|liking|leaning toward|focused on|focusing on|onto|building a case|about to (?:arrest|raid|charge|hit|pick)|going to (?:arrest|raid|charge|hit|pick)|closing in|stumped|clueless|stuck|wasting|botching|watching|tailing|wiretapping)',
    inside,
    0.75,
  ],
  [
    '(?:detectives?|investigators|we|they|i) (?:like|likes|think|thinks|know|suspect|figure|are sure)[^.!?\\n]{0,30}(?:for (?:it|this|that|the [a-z]+)|as (?:the|a|our) (?:suspect|shooter|killer)|is our suspect|did it)',
    inside,
    0.7,
  ],
  [
    '(?:we|i|my (?:squad|unit|team|partner)|our (?:squad|unit|team|guys)|me and my partner) (?:just |finally |also )*(?:served|executed|hit|raided|kicked in|are raiding|are serving|are hitting|are executing|got|getting|have|are getting|signed|wrote) (?:a|an|the|another|our)? ?(?:search |arrest |no[- ]knock |drug |narcotics )*(?:warrants?|house|apartment|raid|stash house|door|trap house)(?! fee)[^.!?\\n]{0,30}',
    inside,
    0.75,
  ],
  [
    "(?<!(?:got|get|was|were|been|being|gets|am|almost) )pulled (?:over )?(?!(?:pork|a muscle|an all|my|it|up|out|off|over by|over for|over on|over to|over at|over because|over and)\\b)(?:over )?[a-z0-9' .]{2,40}?(?:over )?(?:at|on|for|in|,| with| and)[^!?\\n]{0,60}(?:dui|dwi|drunk|drugs|warrant|arrest|weed|gun|coke|suspended|cried|speeding|st\\b|street|ave|avenue|rd|road|heroin|cuffed|booked|ticket)",
    'tells of a stop made on duty, with its particulars',
    0.75,
  ],
  [
    '(?:working|worked|caught|cracked|solved|assigned|handling) (?:an?|the|that|another) (?:[a-z]+ ){0,2}?(?:homicide|murder|rape|robbery|burglary|arson|stabbing|kidnapping|carjacking|(?:infant|child|baby|overdose) death|suicide|overdose|hit and run)(?! (?:mystery|mysteries|show|podcast|series|documentary|book|novel|game|puzzle))',
    inside,
    0.65,
  ],
  [
    '(?:^|(?<=[.!?] )|(?:i|we) )(?:just )?stopped (?:[a-z]+ [b-hj-z](?![a-z])\\.?|him|her|(?:a|an|this|some) [a-z]+)[^!?\\n]{0,60}(?:dui|dwi|drunk driving|drugs|a warrant|arrest|cuffed|booked)',
    'tells of a stop made on duty, with its particulars',
    0.75,
  ],
  [
    "(?:working|worked|work|caught|cracked|closed|cleared|solved|assigned|lead on|leading|running|handling|on) (?:a|an|the|this|that|my|our|another) (?:[a-z']+ ){0,2}?{crime} (?:case|investigation|scene)?|(?:i'm|i am|we're|we are|been) (?:the lead |lead |working |assigned )?(?:on|working) the [a-z]+ (?:{crime}|case|investigation)",
    inside,
    0.65,
  ],
  [
    "(?:we|i|detectives|our detectives|they)(?:'ve| have| already|'ve got| got| have got| do have)+ (?:a|an|the|our|his|her|their|some|two|three|new|good)? ?(?:prime |good |main |solid |strong |new |new solid )*(?:suspect|person of interest|lead|leads|phone records|dna|dna match|prints|confession|search warrant|wiretap|witness|eyewitness|murder weapon|ballistics|warrant)(?: (?:in|on|for|from|who|that|and|but))",
    inside,
    0.7,
  ],
  [
    '(?:our|my|the|a|an) (?:informant|confidential informant|ci|c\\.i\\.|snitch|undercover|wiretap|u\\.?c\\.?)(?: (?:told|said|says|gave|is|was|on|bought|made|picked|saw|wore|heard|in|at))',
    'tells of a secret source of an investigation',
    0.75,
  ],
  [
    '(?:stake ?out|surveillance|controlled buys?|undercover (?:op|buy|operation|work)|sting(?: operation)?|wiretap|drug raid) (?:{place}|tonight|tomorrow|last night|all night|this week|planned|set for)|(?:planning|doing|running|sitting on|on|working|setting up) (?:a |an |the |another )?(?:stake ?out|surveillance|controlled buy|sting|raid|wiretap)(?! of (?:fees|bees))',
    inside,
    0.7,
  ],
  [
    '(?:lab|dna|ballistics|autopsy|toxicology|forensic|rape kit|fingerprint|polygraph)(?: [a-z]+)? (?:results?|report|kit)? ?(?:came|come|is|are|came in|shows?|matched|match) (?:back|in|to|him|her|the|positive|a match|that)[^.!?\\n]{0,30}',
    'tells of evidence not made public',
    0.6,
  ],
  [
    '(?:i|we|my partner and i|spent [a-z ]{2,14}|been) (?:interviewed|interrogated|interviewing|interrogating|questioned|questioning|canvassed|canvassing|polygraphed) (?:the|a|our|my|his|her|this) (?:[a-z]+ ){0,2}(?:victim|suspect|witness|boyfriend|husband|wife|mother|killer|shooter|perp|kid|rapist|informant|girlfriend|father|neighbor|rape victim)',
    inside,
    0.8,
  ],
  [
    "(?:can't|cannot|shouldn't|not supposed to|not allowed to) (?:really )?(?:say|share|tell|talk|post|discuss|be telling)[^.!?\\n]{0,30}(?:but|,)[^.!?\\n]{0,60}(?:suspect|case|arrest|warrant|raid|investigation|homicide|murder|evidence|witness)",
    inside,
    0.75,
  ],
  [
    '(?:crime|murder|homicide) scene (?:{place}|today|tonight|last night|was|is|photos?|pics?)[^.!?\\n]{0,30}(?:brutal|blood|gross|body|worst|i|we|my|nasty|ugly|horrible|crazy)',
    inside,
    0.65,
  ],
]

/** Said of a crime these are of an investigation; said of a sandwich that is gone they are not. */
const ofCrimes: readonly [string, string, number][] = [
  ["{insider} investigating (?:[a-z0-9'-]+ ){0,5}?{crimes}", inside, 0.7],
  [
    "(?:the|this|that|a|an|my|our|another) (?:[a-z]+ ){0,2}?(?:case|investigation|{crimes}) (?:that )?(?:i|we)(?:'m|'re|'ve| am| are| have| was| were)?(?: been)? (?:still |currently )?(?:working(?: on)?|on|assigned(?: to)?|investigating|handling|running|stuck with)",
    inside,
    0.65,
  ],
  [
    "been (?:on|working(?: on)?|assigned to|stuck on) (?:a|an|the|this|that|my|our) (?:[a-z']+ ){0,3}?(?:case|investigation|{crimes})",
    inside,
    0.65,
  ],
  [
    "(?:we|i|detectives|our (?:detectives|guys|squad|unit))(?:'ve| have)?(?: already| finally| now)*(?: got| have|'ve got)? (?:a|an|our|two|three|some) (?:prime |good |main |solid |strong |new |real )*(?:suspects?|persons? of interest|leads?|confession|witness(?:es)?|dna match)(?= ?(?:[.,;!]|$| now| already| finally))",
    inside,
    0.65,
  ],
  [
    '(?:got|getting|waiting (?:on|for)) (?:the |his |her |some |our )?(?:prints|fingerprints|dna|ballistics|lab results|toxicology|autopsy|phone records)(?: results?| reports?)? back',
    'tells of evidence not made public',
    0.65,
  ],
]

const hour =
  '(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|a\\.m\\.?|p\\.m\\.?)|\\d{4}(?: hours| hrs)|\\d{1,2} o.?clock|dawn|sunrise|midnight|first light|sunup)'
const coming =
  '(?:tonight|tomorrow(?: (?:morning|night|evening|afternoon))?|later (?:today|tonight)|this (?:evening|weekend|afternoon)|next week|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)'
const plans: readonly string[] = [
  `(?:raids?|warrant service|search warrant|warrants?|drug sweep|sweep|takedown|round[- ]?up|door[- ]?kick) (?:is |are |goes |planned |set |scheduled |happening |going down |kicks off |starts |coming )*(?:at |for |around |before |by )?(?:${hour},? ?${coming}|${coming},? ?(?:at |around |before )?${hour}|${coming} (?:on|at) )`,
  `(?:we|we're|we are|we'll|swat|narcotics|the team|my (?:team|unit|squad)|our (?:team|unit|squad|guys)|they|they're|task force|the feds)(?:'re| are| is|'ll| will be| will)? (?:all )?(?:raid|raids|raiding|kicking in|kick in|(?:hit|hits|hitting|serve|serves|serving|executing|going in(?:to)?) (?:[a-z0-9']+ ){0,4}?(?:houses?|doors?|apartments?|spots?|places?|stash|trap|warrants?|papers|addresses|buildings?|crew|gang|corners?|block|motel|garage|club|street|st|avenue|ave))\\b[^.!?\\n]{0,40}?(?:${coming}|at ${hour})`,
  `(?:undercovers?|plain ?clothes(?: officers| units| detectives| cops)?|narcs|u\\.?c\\.?s?) (?:will be|are going to be|are|is|going) (?:[a-z]+ ){0,4}(?:at|on|in|around|near|outside) [^.!?\\n]{2,40}?${coming}`,
]
/** What has happened is news, and a guild's raid a game. */
const past =
  /\b(?:led to|netted|resulted|arrested|recovered|seized|yielded|was|were|found|executed|served|conducted|yesterday|last (?:night|week)|guild|healers?|dungeon|raid boss|loot|discord|xbox|playstation|ps5|pokemon|destiny|warcraft|tanks? and|fridge|pantry)\b/

const planWordings: readonly Wording[] = plans.map((is) => ({
  is: pattern(is, parts),
  because: 'gives away what the police are about to do',
  confidence: 0.8,
  unless: (found, reading) => asks(found) || past.test(reading.norm.slice(0, 1000)),
}))

const story =
  /\b(?:movie|film|novel|tv|netflix|podcast|episode|series|book club|mystery|murder mystery|documentary|cold case files|law and order|csi|video game|board game|escape room)\b/

/** A notice of the department, a question, or a story that somebody watches or reads. */
function toldAsStory(found: Found, reading: Reading): boolean {
  return readsOfficial(reading) || asks(found) || story.test(reading.norm.slice(0, 2000))
}

const reports: readonly Wording[] = sources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: toldAsStory,
}))

const crime = pattern('{crimes}', parts)
/** Cases of leather, of lawyers and of students; crimes against doughnuts. */
const noCrime =
  /\b(?:phone|car|guitar|display|pillow|watch|laptop|glasses|beer|business|use|test|edge|legal|divorce) case\b|\b(?:my lawyer|my attorney|donuts?|doughnuts?|cookies?|stapler|stuffed)\b/

const crimeReports: readonly Wording[] = ofCrimes.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: (found, reading) =>
    toldAsStory(found, reading) ||
    reading.norm.search(crime) < 0 ||
    noCrime.test(found.before + found.text + found.after),
}))

const wordings: readonly Wording[] = [...reports, ...crimeReports, ...planWordings]

/** A voice from the inside, or particulars: without either, talk of an investigation is news. */
const voice =
  /(?<![\w-])(?:i|i'm|i've|we|we're|we've|my|our|me|us|been|ia|internal|pulled|informant|snitch|ci|stake ?out|surveillance|sting|wiretap|undercovers?|raids?|sweep|takedown|plain ?clothes|swat|warrants?|lab|dna|ballistics|detectives? (?:are|is|were|was|like|likes|think|thinks|know|still|already|have|got|[a-z]+ (?:are|is))|can't|cannot|number|no|#|case #|working|worked|interviewing|interrogating|questioning|spent|scene|results?|they)(?![-\w])/

/** The same but for the sign that is no word, with the bounds that a sieve understands: it lets more through. */
const voices = new Sieve([
  new RegExp(
    voice.source
      .replace('(?<![\\w-])', '(?<![a-z0-9])')
      .replace('(?![-\\w])', '(?![a-z0-9])')
      .replace('|#|', '|'),
  ),
])

function speaks(norm: string): boolean {
  return (norm.includes('#') || voices.mayMatch(norm)) && voice.test(norm)
}

/** Refers to an investigation of the department from the inside or with its particulars; a public appeal does not. */
export const investigationDetector: Detector = {
  name: 'investigation',
  entries: entriesOf('investigation.cue', investigationCues),
  triggers: ['investigation.cue'],
  detect: (reading) =>
    sightingsOf('info.investigation', wordings, reading, ['investigation.cue'], ({ norm }) => !speaks(norm)),
}
