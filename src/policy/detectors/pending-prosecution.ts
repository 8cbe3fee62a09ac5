import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import { prosecutionCues } from '../words/prosecution.ts'
import { entriesOf, pattern, sightingsOf, type Found, type Wording } from './pattern.ts'

const parts = {
  one: '(?:him|her|them|this (?:guy|man|woman|kid|scumbag|monster|animal|creep|punk|thug|dirtbag|clown|loser|coward|pos)|that (?:guy|man|woman|kid|scumbag|monster|animal|creep|punk|thug|dirtbag|clown|loser|coward)|the (?:defendant|suspect|killer|shooter|accused|bastard|scumbag|monster|guy|creep|punk|driver|husband|boyfriend))',
  who: '(?:he|she|they|this (?:guy|man|woman|kid|scumbag|monster|animal|creep|punk|thug|dirtbag|clown|loser|coward|pos)|that (?:guy|man|woman|kid|scumbag|monster|animal|creep|punk|thug|dirtbag|clown|loser|coward)|the (?:defendant|suspect|killer|shooter|accused|bastard|scumbag|monster|guy|creep|punk|driver|husband|boyfriend|mother|father))',
  court:
    "(?:da|d\\.a\\.|district attorney|prosecutors?|state's attorney|states attorney|judge|jury|jurors|prosecution|court|courts)",
  term: "(?:life|death|the chair|the needle|the death penalty|the max|the maximum|prison|jail|jail time|prison time|to fry|to rot|to die|to hang|to burn|to be (?:locked up|convicted|acquitted|put away|executed|in (?:jail|prison)|behind bars|free|released|charged)|to (?:walk|go free|go to (?:jail|prison))|to spend|every (?:day|year|minute)|(?:at least )?\\d+ (?:years|to life)|(?:ten|twenty|thirty|forty|fifty) years|no mercy|probation|a fair trial|a second chance|a (?:long|longer|stiff|stiffer|lighter|harsh|harsher) sentence|the book|what(?:'s| is) coming|off|out on bail|more time|less time|leniency)",
}

const wish = 'wishes an outcome on a case before the court'
const comment = 'comments on a case before the court'

const sources: readonly [string, string, number][] = [
  [
    'hope (?:that )?[a-z]{3,} (?:rots?|fries|hangs|burns|gets (?:life|death|the (?:chair|needle|max)|\\d+ years|off|convicted)|goes to (?:jail|prison)|walks|is (?:convicted|acquitted))',
    wish,
    0.8,
  ],
  ["case against [a-z ]{2,20} (?:should|must|needs to|ought to|will never|is going to|won't)", comment, 0.8],
  [
    "{who}(?:'ll| will)(?: just| probably| never| definitely)? (?:get off|walk(?! in| the| home| on)|fry|rot|be (?:convicted|acquitted|found)|beat (?:this|the charge))",
    comment,
    0.75,
  ],
  [
    '{court} (?:are|is) (?:overcharging|undercharging|dropping the [a-z]+ case|ditching the [a-z]+ case|burying the [a-z]+ case|going easy|soft on|wasting|dragging|railroading|protecting|letting)',
    comment,
    0.8,
  ],
  [
    '(?:judge|court) (?:just |already |went and )*(?:tossed|threw out|suppressed|dismissed|excluded) (?:our|my) (?:[a-z]+ )?(?:evidence|case|charges?|confession|search|statement|warrant)',
    comment,
    0.8,
  ],
  [
    "(?:going to|gonna|will|'ll|can't wait to) (?:nail|bury|crush|destroy|hammer|sink) {one} (?:on the stand|in court|at (?:the )?trial)",
    wish,
    0.8,
  ],
  ['charge {one} with [a-z]+', wish, 0.75],
  [
    "{who}(?:'s| is) (?:so |totally |definitely |for sure )?(?:going down|going away|toast|cooked)(?! (?:to|the (?:stairs|street|road|slide|hill)|on (?:a|his|her) knee|with))",
    comment,
    0.7,
  ],
  [
    "evidence (?:against [a-z. ]{2,20} )?(?:is|was) (?:just |simply |absolutely |completely )*(?:overwhelming|damning|rock solid|airtight|solid|ironclad|flimsy|thin|weak)|(?:will|'ll|gonna|going to) get what (?:he|she|they) deserves?(?: [a-z]+){0,2} in court",
    comment,
    0.75,
  ],
  [
    '(?:fry|hang|execute|convict|acquit|indict|prosecute|string up|jail|bury) {one}(?! (?:up )?(?:to dry|out to dry|an?|some|two|three|up (?:on|in|by)|on (?:the|a|your)|by the)\\b)|string {one} up|(?:lock|put) {one} (?:up|away)(?! in)',
    wish,
    0.85,
  ],
  ['(?:throws?|threw|throwing|toss) (?:the (?:whole |entire )?book at|away the key)', wish, 0.85],
  [
    '(?:let|hope|make|watch) {one} (?:fry|rot|hang|burn|die in (?:jail|prison)|sit in (?:jail|prison)|rot in)|(?:rot|burn|fry|die) in (?:jail|prison|a cell|his cell|the chair)|{who} (?:can|should|will|better|needs to|gotta|ought to|must) (?:rot|fry|hang|burn|swing)',
    wish,
    0.8,
  ],
  [
    "{who} (?:fully |really |truly |richly |doesn't |don't |does not |only |)?(?:deserves?|earned|has earned) {term}",
    wish,
    0.85,
  ],
  [
    "(?:hope|hopes|hoping|pray|praying|wish|want|wanna see|want to see|can't wait (?:until|till|to see|for)|bet|betting|looking forward to)(?: that)? {one}(?: to)? (?:gets?|got|be|spend|serve|do|going|go|getting) ",
    wish,
    0.7,
  ],
  [
    '(?:hope|hopes|hoping|pray|praying|wish|bet|betting|guarantee)(?: that)? (?:{who}) (?:gets?|goes|go|is|are|walks?|serves?|spends?|does|fries|rots|hangs|never|sees?)(?: [a-z]+){0,3} (?:life|death|years|convicted|acquitted|off|the (?:max|chair|needle|death penalty|maximum)|prison|jail|away|up|free|out|daylight|coming|guilty|time|parole)',
    wish,
    0.85,
  ],
  [
    "(?:hope|hopes|hoping|pray|praying|trust|wish|bet|pleading with|urge|asking) (?:that )?(?:the |this |that |our )?{court} (?:[a-z]+ ){0,3}?(?:gives?|throws?|sees?|does|do|don't|doesn't|won't|convicts?|acquits?|finds?|sentences?|locks?|puts?|lets?|shows?|goes|drops?|denies|makes?|gets?|will|has|buys?|send|sends|hangs?|fries|buries|crucif(?:y|ies)|destroys?|nails?|hammers?|seeks?|asks?|rejects?|knows?)",
    wish,
    0.85,
  ],
  [
    "(?:the |this |that |our |liberal |soft |idiot |woke )+{court} (?:really |just |also )?(?:should|shouldn't|should've|needs? to|better|must|ought to|has no (?:case|choice)|has (?:a |an |)(?:[a-z]+ )?(?:weak|strong|solid|terrible|great|airtight|slam dunk|no|flimsy) case|dropped the ball|blew|is a (?:joke|clown|fool|disgrace|coward)|is (?:soft|weak|wrong|overcharging|crazy|corrupt|spineless)|got it (?:wrong|right)|let (?:him|her|them)|gave (?:him|her|them)|went (?:soft|easy)|will (?:convict|see|laugh|throw|let|drop|screw|acquit)|is (?:going to|gonna) (?:convict|see|laugh|throw|let|drop|screw|acquit|blow)|won't|will never|would be (?:crazy|insane|foolish)|overcharged|undercharged|caved|screwed up|failed)(?! (?:be )?(?:notified|contacted|available|closed|open|report|review|decide|hear|issue|hold|announce))",
    comment,
    0.8,
  ],
  [
    'drop (?:the|these|those|all|his|her|their) (?:bogus |ridiculous |bullshit )?charges|dropping (?:the|his|her|those|these) charges (?:was|is|would be) [a-z ]+|charges (?:should|need to|ought to|better|must) (?:be |have been |stick)|(?:charges?|case)(?: against [a-z ]{2,20})? (?:is|are|was|were) (?:a |total |complete |completely |totally |utter |pure |just |so |nothing but )*(?:bogus|joke|bs|bullshit|weak|trumped up|ridiculous|garbage|nonsense|trash|sham|witch hunt|solid|airtight|rock solid|political|overblown|overkill|thin|excessive|too (?:light|harsh|low|soft|many|few)|disgrace)',
    comment,
    0.85,
  ],
  [
    "{who}(?: all)? (?:should|shouldn't|should have|needs? to|must|ought to|better|will|won't|is going to|is gonna|gonna|has to|had better) (?:never |not |all |just |definitely |probably |)*(?:be |get |have been |have gotten |see |spend |go to |serve |do )(?:charged|convicted|acquitted|sentenced|prosecuted|indicted|locked up|put away|executed|hanged|fried|life|prison|jail|death|the chair|the max|the needle|the death penalty|daylight|parole|bail|probation|out on bail|time|his life in|the rest of|\\d+ years|off|twenty years|free again|released|behind bars)",
    wish,
    0.8,
  ],
  [
    "(?:plea|plea deal|plea bargain|sentence|verdict|bail|bond|probation|acquittal|ruling|trial|charges?|deal)(?: [a-z]+){0,5} (?:is|was|are|were|'s|will be|would be|is going to be|gonna be) (?:a |an |such |total |totally |complete |completely |absolute |absolutely |pure |just |way |far |utterly |so |nothing but |simply )*(?:joke|disgrace|slap|insult|travesty|sham|circus|outrage|outrageous|ridiculous|disgusting|too (?:low|light|soft|short|lenient|harsh|long|good)|pathetic|insane|bs|bullshit|mistake|wrong|unfair|bogus|weak|embarrassing|crime|shameful|garbage|miscarriage)",
    comment,
    0.8,
  ],
  [
    "(?:\\d+|ten|twenty|thirty|forty|five|two|three) (?:years?|months?|days?)(?: in (?:prison|jail))? (?:isn't|is not|ain't|is|was|wasn't|seems) ?(?:nowhere near |not |far |way |even |a )*(?:enough|too (?:little|few|light|much|many|harsh)|joke|insult|slap)|(?:nothing|anything) less than (?:life|death|the max)",
    comment,
    0.75,
  ],
  [
    'slap on the wrist|slapped on the wrist|miscarriage of justice|kangaroo court|(?:out|released|back) on (?:bail|bond) (?:again|already|by)',
    comment,
    0.6,
  ],
  [
    "(?:his|her|their|this|that|the|sleazy|scumbag) (?:sleazy |slimy |scumbag |shyster |high[- ]priced |fancy |court[- ]appointed )*(?:lawyer|attorney|defense|public defender|defense (?:lawyer|attorney|team)) (?:is|will|can|won't|should|better|knows|has|must|needs|thinks) (?:a |an |try |going to |gonna |say |claim |be |not |no )*(?:joke|clown|sleaze|scum|liar|lying|insanity|get him off|get her off|case|chance|save|plead|argue|desperate|crying|blame|twist|busy|beat)",
    comment,
    0.75,
  ],
  [
    "(?:can't|cannot|can not) wait (?:for|to see|to hear|till|until) (?:the|his|her|their|this|that)? ?(?:{court}|trial|verdict|sentencing|conviction|him (?:convicted|sentenced|fry|rot)|her (?:convicted|sentenced|fry|rot))",
    wish,
    0.75,
  ],
  [
    '(?:no|any) (?:{court}|jury|judge)(?: in [a-z ]{2,20})? (?:will|would|is going to|could|should) (?:ever )?(?:convict|acquit|believe|buy|let|find)',
    comment,
    0.8,
  ],
  [
    "(?:i|we|i'd|we'd|me)(?: [a-z']+){0,3} (?:convict|acquit|sentence|vote guilty|give (?:him|her|them) (?:life|death|the chair|the needle|\\d+ years|the max))",
    wish,
    0.7,
  ],
  [
    "(?:give|gave|giving) (?:him|her|them|this [a-z]+|that [a-z]+) (?:life(?!time| back|'s| advice| jacket| skills| lessons)|the (?:death penalty|chair|needle|max|maximum)|\\d+ years|a plea deal|twenty years|bail|probation|a slap)",
    wish,
    0.75,
  ],
  [
    "(?:death penalty|life sentence|life in prison|life without parole|(?:the )?electric chair|firing squad|lethal injection) (?:is too good )?for (?:{one}|this|that)|(?:bring back|too bad (?:we|there's|they|ct|connecticut)[a-z' ]*) the (?:death penalty|electric chair|chair)[^.!?]{0,20}(?:for (?:{one}|this))",
    wish,
    0.8,
  ],
  [
    "(?:is|are|will be|be|gonna be|going to be) (?:going to |gonna )?(?:convicted|acquitted|found (?:not )?guilty)(?: for sure| no doubt| easily| in (?:five|ten|\\d+) minutes| before lunch)|(?:jury|judge) (?:will|won't|is going to|is gonna|better) (?:see|find|take|need|buy|be|deliberate)",
    comment,
    0.75,
  ],
  [
    '(?:going|go|send|sent|sending) (?:{one} )?(?:away|to prison|to jail|up the river) for (?:a (?:very |really )?long time|life|good|ever)',
    wish,
    0.6,
  ],
]

const policy =
  /\b(?:bail reform|law should|laws|reform|policy|legislat\w+|bill|in general|all (?:drunk|drug|child)|system|abolish|statute|sentencing guidelines)\b/
/** The court's calendar is a fact, not a wish: "he will be sentenced on May 3". */
const scheduled =
  /^(?:he|she|they|the defendant|the suspect) (?:will|is going to) (?:now |next |also )?be (?:sentenced|arraigned|tried|prosecuted|released|charged|indicted)(?=[^.!?]{0,30}\b(?:on|in|at|by|next|later|this|tomorrow|today|(?:mon|tues|wednes|thurs|fri)day|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2})\b)/
const reporting =
  /\b(?:according to|(?:police|prosecutors|officials|authorities|attorney|court records) (?:say|said|ask|asked)|spokes\w+|announced)\b/
const sport =
  /\b(?:game|team|season|ref|referee|coach|playoffs|league|movie|film|show|episode|song|recipe|chicken|fish|potato|potatoes|bacon|eggs|french|painting|picture|wreath|lights|coat|door|dog show|bake|cake|chili|contest|costume|talent|figure skating|gymnast\w*|idol|dishes|laundry|toys|bike|bikes|car keys|keys)\b/

function ordinary(found: Found, reading: Reading): boolean {
  const sentence = found.before + found.text + found.after
  return (
    scheduled.test(found.text + found.after) ||
    policy.test(sentence) ||
    reporting.test(sentence) ||
    sport.test(reading.norm.slice(0, 1500)) ||
    found.after.trimEnd().endsWith('?')
  )
}

const wordings: readonly Wording[] = sources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: ordinary,
}))

/** A word of opinion: without one, talk of courts is news. */
const view =
  /\b(?:hop(?:e|es|ing)|pray|wish|want|wanna|deserves?|earned|should\w*|ought|better|must|needs?|jokes?|disgrace|bogus|bs|bullshit|ridiculous|trumped|garbage|weak|solid|airtight|soft|sham|circus|slap\w*|travesty|outrag\w+|pathetic|insult|unfair|wrong|too|enough|fry|fries|hang|hanged|rot|rots|burn|string|lock|put|throws?|threw|toss|drop|dropping|drops|can't wait|cannot wait|bet|trust|never|no|any|won't|will|would|i'd|give|gave|away|convict|acquit|bury|execute|gonna|gotta|dropped|blew|caved|failed|let|soft|again|miscarriage|kangaroo|witch|tossed|threw out|on the stand|overwhelming|damning|ironclad|flimsy|thin|penalty|charge (?:him|her|them|this|that)|get off|gets off|he'll|she'll|they'll|dismissed|overcharg\w+|undercharg\w+|easy|long time|less|more|going|lawyer|attorney)\b/

/** Comments on charges, trial, plea, verdict or sentence of a case; the bare news of them is no comment. */
export const pendingProsecutionDetector: Detector = {
  name: 'pending-prosecution',
  entries: entriesOf('prosecution.cue', prosecutionCues),
  triggers: ['prosecution.cue'],
  detect: (reading) =>
    sightingsOf(
      'speech.pending-prosecution',
      wordings,
      reading,
      ['prosecution.cue'],
      ({ norm }) => !view.test(norm),
    ),
}
