import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import { forceCues } from '../words/force.ts'
import { entriesOf, pattern, sightingsOf, type Found, type Wording } from './pattern.ts'

const parts = {
  me: '(?:i|we|me and (?:my partner|[a-z]+)|my (?:partner|sergeant|sgt|squad|guys|crew|rookie|trainee|fto|brother|sister|buddy|lieutenant|dog|k9)(?: [a-z]+)?|our (?:guys|squad|crew|boys|shift))',
  them: '(?:him|her|them|someone|somebody|a (?:guy|man|woman|kid|dude|suspect|drunk|perp|protester|protestor|teen|punk|lady|combative [a-z]+|resisting [a-z]+)|the (?:guy|man|woman|kid|dude|suspect|drunk|perp|punk|lady|subject|driver|protester|prisoner)|this (?:guy|man|woman|kid|dude|punk|scumbag|idiot|clown|drunk|dirtbag|thug|asshole)|that (?:guy|man|woman|kid|dude|punk|scumbag|idiot|clown|drunk|dirtbag|thug|asshole)|one|another one|two|three|two guys|(?:his|her) (?:ass|butt|face|ribs|head|dumb ass))',
  had: "(?:had to|have to|just|finally|ended up|got to|get to|almost|nearly|should have|shoulda|would have|woulda|could have|already|then|both|totally|accidentally|only|really|definitely|'d have|'d|did|didn't|never|wanted to|was about to|was forced to|were forced to|went ahead and|had no choice but to)",
}

const mine = "a member's own words about force used on duty"
const opinion = "an opinion on somebody's use of force on duty"

const sources: readonly [string, string, number][] = [
  [
    "{me} (?:{had} ){0,2}(?:broke|busted|cracked|bloodied|split|dislocated|fractured) (?:his|her|their|the guy's|a guy's|some guy's) (?:arm|nose|jaw|ribs?|leg|face|head|wrist|lip|skull|shoulder|teeth)",
    mine,
    0.85,
  ],
  [
    '(?:{me}|they) (?:{had} ){0,2}(?:beat|kicked|knocked) the (?:crap|hell|shit|snot|daylights|piss) out of {them}',
    mine,
    0.85,
  ],
  [
    '(?:had|got in|got into) (?:a |an |another )?(?:good |big |nasty |little )?(?:fight|scuffle|brawl|scrap|wrestling match|knock down drag out) with (?:a|the|this|my|some|two) (?:[a-z]+ )?(?:suspect|perp|prisoner|drunk|arrestee|resister)',
    mine,
    0.75,
  ],
  [
    'choked (?:a|the|this|some) (?:guy|man|kid|perp|suspect|drunk|dude) out|used (?:my|our) (?:taser|baton|pepper spray|gun|weapon)',
    mine,
    0.8,
  ],
  [
    '{me} (?:{had} ){0,2}(?:tase[dr]?|tasered|taze[dr]?|pepper[- ]spray(?:ed)?|sprayed|maced|choked|body[- ]?slam(?:med)?|slammed|tackled?|punch(?:ed)?|kick(?:ed)?|kneed|elbow(?:ed)?|smacked?|slugged|decked|dropped|wrestled?|roughed|rough|manhandled?|pinned|beat|knocked|threw|throw|restrain(?:ed)?|shot|shoot|lit|strike|struck|bean[- ]?bagged) {them}',
    mine,
    0.85,
  ],
  [
    '^(?:just |had to |finally )*(?:tased?|tasered|pepper[- ]spray(?:ed)?|maced?|choked|body[- ]?slam(?:med)?|slammed|tackled|punched|kneed|decked|shot) (?:{them}|(?:two|three|four|some|a few|a bunch of) (?:drunks?|guys?|protesters?|protestors?|kids?|punks?|thugs?|teens?|rioters?|idiots?|clowns?))|(?:every|each) (?:volt|punch|bullet|round|swing) (?:of (?:that|the|my) (?:taser|baton|fist))?|deserved every',
    mine,
    0.75,
  ],
  [
    '{me} (?:{had} ){0,2}hit {them}(?: [a-z]+){0,3}? with (?:the|my|a) (?:baton|taser|stick|nightstick|asp|flashlight|oc|spray|pepper spray|bean ?bag)',
    mine,
    0.85,
  ],
  [
    '(?:{me}|had to|have to) (?:{had} ){0,2}(?:take|took|bring|brought|put|get|got|wrestle[d]?|knock(?:ed)?) {them} (?:down|to the (?:ground|floor|pavement|deck)|on the (?:ground|floor|pavement)|face first|in an? (?:choke ?hold|headlock|arm ?bar|wrist ?lock|carotid))',
    mine,
    0.85,
  ],
  [
    '(?:choke ?hold|headlock|carotid|arm ?bar|taser|baton|nightstick|pepper spray|oc spray|bean ?bag|night stick)(?: [a-z]+){0,3} (?:on {them}|last night|worked|works|worth it|did the trick|felt good|was (?:worth|fun|justified|necessary|needed)|came in handy)|(?:put|had|got) {them} in an? (?:choke ?hold|headlock)|(?:used|pulled|deployed|fired|drew|draw|point(?:ed)?|pull|swung|broke out) (?:my|our) (?:taser|baton|gun|weapon|spray|pepper spray|oc|sidearm|nightstick|service weapon|glock|asp)',
    mine,
    0.85,
  ],
  [
    '(?:gave|giving|give) {them} (?:a (?:taste of|good|little|few|quick|couple)[a-z ]{0,20})?(?:the (?:taser|baton|stick|juice|business)|my (?:taser|baton|boot|knee|fist|elbow)|taser|baton|pepper spray|wood shampoo|knee strikes?|beating|beat ?down|tune[- ]?up|thumping|smack|punch|kick|slap|whack|ride)',
    mine,
    0.8,
  ],
  [
    '{me} (?:{had} ){0,2}(?:used?|using) (?:deadly |lethal |some |reasonable |enough |more |less lethal |necessary |a little |minimal |physical )?force',
    mine,
    0.85,
  ],
  [
    "(?:{me}|(?:the|that|those|these|our) (?:officers?|cops?|deputies|deputy|troopers?)(?: [a-z]+){0,3}?) (?:did|didn't do|did not do|had done|has done)(?: absolutely| everything)? (?:nothing|anything|everything|what)?(?: [a-z]+){0,5}? ?(?:wrong|right|by the book|he had to|she had to|(?:he|she|we|they) (?:was|were) trained)[^.!?]{0,24}(?:shot|shoots?|shooting|fired|tased|force|trigger|taser|punched|choked|knee)?",
    opinion,
    0.7,
  ],
  [
    '(?:the|that|this|his|her|my|our)(?: [a-z]+){0,3} (?:shooting|shoot|use of force|tasing|takedown|arrest|chokehold|force) (?:last [a-z]+ |yesterday |(?:on|at|in) [a-z]+ (?:(?:st|street|ave|avenue|road|rd|square|park) )?)?(?:was|is|were|looks|looked) (?:a |an |totally |completely |absolutely |100% |100 percent |fully |perfectly |clearly |so |not |never |entirely )*(?:justified|unjustified|good|righteous|clean|textbook|legit|necessary|unnecessary|by the book|excessive|over the top|overkill|murder|bad|wrong|within policy|in policy|reasonable|unreasonable|lawful|deserved)',
    opinion,
    0.8,
  ],
  [
    '(?:officer|officers|cop|cops|partner|he|she|guys|they|deputy|trooper|sergeant|sgt|our guy|[a-z]{3,}) (?:was|were|is|are|had every right|had no choice|did what (?:he|she|they) (?:had|was|were) (?:to|trained))(?: [a-z]+){0,3}? ?(?:justified|right to (?:shoot|fire|tase|pull|use)|to (?:shoot|fire|tase|use force|pull the trigger)|to do)[^.!?]{0,20}',
    opinion,
    0.7,
  ],
  [
    "(?:i|we)(?:'d| would| would've| would have|'d have) (?:have )?(?:also )?(?:shot|tased|fired|shoot|tase|emptied|done the same|pulled the trigger|dropped)(?: {them})?(?: too| sooner| as well)?",
    opinion,
    0.7,
  ],
  [
    '(?:he|she|they|suspect|guy|idiot|punk|scumbag)(?: [a-z]+){0,2} (?:deserved|had it coming|asked for|earned|got what (?:he|she|they) deserved)(?: [a-z]+){0,6} ?(?:taser|tasing|tased|baton|beating|bullets?|shot|every (?:punch|bullet|volt)|force|knee|pepper spray|slammed|punch|chokehold)',
    opinion,
    0.8,
  ],
  [
    '(?:i|we) (?:fired|shot|got off|squeezed off|put|let off|popped)(?: off)? (?:one|two|three|four|five|six|\\d+|a few|several|my|a) (?:rounds?|shots?|bullets?|times|in (?:his|her|him|the))|(?:i|we) pulled the trigger|(?:i was there|my shooting|my gun|my weapon)[^.!?]{0,20}(?:and|,) i (?:fired|shot)|i (?:fired|shot),? (?:and|because|when|so)(?= (?:i|he|she|it|they|we)\b)|my (?:first )?(?:ois|officer[- ]involved shooting|use of force)|put (?:two|three|\\d+) in (?:him|his|the)',
    mine,
    0.8,
  ],
  [
    '(?:had to|got to|getting to|love to|loved|nothing like|felt good|enjoyed|fun) (?:go(?:ing)? hands on|put(?:ting)? hands on|tasing|tase|tune|tuning|rough(?:ing)? up|scrap(?:ping)? with|thump(?:ing)?|fight(?:ing)?|crack(?:ing)? (?:skulls|heads)|chok(?:e|ing)|slam(?:ming)?|lay(?:ing)? hands on)(?: [a-z]+)? ?{them}?',
    mine,
    0.65,
  ],
  [
    '(?:my|our) (?:dog|k9|canine|partner)(?: [a-z]+)? (?:bit|got a bite on|chewed|took a bite|got his teeth|latched)',
    mine,
    0.65,
  ],
  [
    '(?:he|she|they|dude|guy|suspect|kid) (?:tried|wanted|decided|went|reached|swung|resisted|came|charged|ran|took|fought|mouthed)[^.!?\\n]{0,50}(?:so|and) (?:i|we|my partner|then we|then i) (?:{had} ){0,2}(?:tase[dr]?|shot|dropped|punched|slammed|tackled|sprayed|choked|lit|put|knocked|took|kneed|introduced)',
    mine,
    0.85,
  ],
]

const elsewhere =
  /\b(?:training|academy|range|drill|scenario|simulat\w+|photo|photos|picture|pictures|video shoot|film|hoops|pool|baskets|game|team|goalie|ball|golf|round of golf|deer|elk|ducks?|turkey|hunting|movie|paintball|laser tag|nerf|water gun|softball|football|hockey|wrestling|jiu|bjj|mma|gym|flu shot|vaccine|selfie|snowball|dodgeball|pinata|video game|(?:that|this|the) (?:show|series|game|episode)|zombies?|call of duty|demonstrat\w+|volunteer(?:ed|s)?|email|text|puppy|kitten|my (?:son|daughter|kids?|wife|husband|brother|sister|dad|mom))\b/

function ordinary(found: Found, reading: Reading): boolean {
  const sentence = found.before + found.text + found.after
  return (
    elsewhere.test(sentence) ||
    /\bif\b/.test(found.before.slice(-60)) ||
    (found.after.trimEnd().endsWith('?') && !reading.has('force.duty'))
  )
}

const wordings: readonly Wording[] = sources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: ordinary,
}))

/** A member's personal statement on force used on duty; the neutral news of it is none. */
export const useOfForceDetector: Detector = {
  name: 'use-of-force',
  entries: entriesOf('force.cue', forceCues),
  triggers: ['force.cue'],
  detect: (reading) => sightingsOf('speech.use-of-force', wordings, reading, ['force.cue']),
}
