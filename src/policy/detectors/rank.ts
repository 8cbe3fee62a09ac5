import type { Detector } from '../detector.ts'
import { asks } from './insider.ts'
import { rankCues } from '../words/identity.ts'
import { entriesOf, pattern, sightingsOf, type Wording } from './pattern.ts'

const parts = {
  rank: '(?:police sergeant|police lieutenant|police captain|police chief|police officer|police detective|police commander|deputy chief|assistant chief|chief of police|chief|detective sergeant|detective lieutenant|sergeant|sgt\\.?|lieutenant|lt\\.?|captain|capt\\.?|detective|det\\.?|corporal|cpl\\.?|major|commander|inspector|patrolman|officer|ofc\\.?|records clerk|dispatcher|public information officer|trooper|deputy)',
  name: "(?!(?:here|in|of|at|on|for|from|with|and|or|is|was|the|who|that|a|by|to|as|says?|arrest\\w*|charged|killed|shot|fired|suspended|sentenced|involved|safety|down|training|exam|accused|convicted|dies|dead|retires?|retired|honou?red|promoted|reminds?|showed|visited|visits|retires|joins?|saves?|saved|rescues?|appreciation|friendly|job|jobs|position|positions|america|marvel|hook|kirk|planet|sparrow|morgan|obvious|crunch|jack)\\b)(?:[a-z]\\.? )?[a-z][a-z'-]+(?: [a-z][a-z'-]+)?",
}

/** A captain of another kind. */
const atSea =
  /^,? of (?:an?|the|my|our) (?:[a-z0-9-]+ ){0,3}(?:boat|sailboat|ship|yacht|vessel|ferry|team|league|pirates?|starship)\b/
const own = "uses the author's own rank or title"

const sources: readonly [string, string, number][] = [
  [
    '(?:as|speaking as|being|writing as|signed as) (?:an? |the |your )?(?:proud |veteran |retired |\\d+[- ]year |long[- ]time |current |hartford |hamden |bridgeport |[a-z]+ )?{rank}(?=,| of | in | with | at | for | i |$|[.!])',
    own,
    0.8,
  ],
  [
    "(?:i'm|i am|this is|it's|your|yours truly,?|name is) (?:an? |the |your (?:friendly )?(?:neighborhood |local )?)?(?:proud |newly promoted |new |retired |veteran )?(?:police )?(?:sergeant|sgt\\.?|lieutenant|lt\\.?|captain|capt\\.?|deputy chief|chief of police|police chief|police officer|police captain|detective|det\\.?|corporal|commander|patrolman|public information officer|officer)(?: (?!here\\b){name})?(?= |[.,!]|$)",
    own,
    0.75,
  ],
  [
    '^\\W*{rank} {name}(?:, (?:[a-z.]+ ){1,3}(?:pd|police|police department),)? (?:here|speaking|says?|reporting|endorses?|endorsing|urges|asks you|recommends|approves|supports|stands|is asking|votes|wants you|thinks|believes|checking in|signing off|for (?:selectman|mayor|sheriff|council|city council|state senate|senate|congress|governor|state rep|school board|alderman|alderwoman|town council)|of the [a-z]+ (?:police|pd)[a-z ]{0,12} (?:says|here|endorses|recommends))(?! (?:the (?:suspect|road|man|woman|victim|driver|crash|investigation|fire|best defense|incident)|officers|police|detectives|everyone|residents|drivers|parents))',
    own,
    0.75,
  ],
  [
    '(?:^|\\n|(?<=[-–—~] ?)|(?<=[.!?] )|(?:sincerely|regards|respectfully|signed|thanks|yours|stay safe),?\\s+){rank} {name}(?:, ?[a-z#0-9 .-]{1,40})?\\.?\\s*$',
    own,
    0.7,
  ],
  [
    '(?:^|\\n)\\s*{rank} {name},? (?:hartford|hamden|bridgeport|[a-z]+) (?:pd|police)[a-z ]{0,14}\\s*$|(?<=[-–—~] ?){rank} {name}',
    own,
    0.65,
  ],
  ['^\\W*{rank} {name}, (?:[a-z.]+ ){1,3}(?:pd|police|police department)(?= ?(?::|$))', own, 0.7],
  [
    'my (?:rank|title|stripes|bars|promotion to (?:sergeant|lieutenant|captain|detective))(?= |[.,!]|$)|(?:in|using) my (?:capacity|position|role|rank|title) as',
    own,
    0.65,
  ],
]

const wordings: readonly Wording[] = sources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: (found) =>
    asks(found) ||
    atSea.test(found.after) ||
    /\b(?:my (?:son|daughter|dad|mom|husband|wife|friend)|he|she|they|if|if you are|work|worked|works|known|serve|hired|promoted|dressed|training|spent [a-z0-9 ]+ years|salute|thank|thanks|congratulations|congrats|welcome|rip|happy|to|by|with|for|told|from|see|meet|call|contact|email)\b[a-z ]{0,12}$/.test(
      found.before,
    ),
}))

/** Uses the author's own rank, title or position; the ranks of others in the news are none. */
export const rankDetector: Detector = {
  name: 'rank',
  entries: entriesOf('identity.rank', rankCues),
  triggers: ['identity.rank'],
  detect: (reading) => sightingsOf('uses.rank', wordings, reading, ['identity.rank']),
}
