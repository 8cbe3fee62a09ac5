import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import { caught, crimes, crimeTalk, cues, held, insults, offenders, persons, play, roles } from '../words/guilt.ts'
import { anyOf, entriesOf, pattern, sightingsOf, type Found, type Wording } from './pattern.ts'

const parts = {
  offender: anyOf(offenders),
  role: anyOf(roles),
  insult: anyOf(insults),
  person: anyOf(persons),
  crime: anyOf(crimes),
  caught: anyOf(caught),
  held: anyOf(held),
  // up to three words that may stand before a noun or a verb
  adj: "(?:[a-z0-9'-]+ ){0,3}?",
  adv: "(?:(?:so|clearly|obviously|definitely|totally|absolutely|certainly|plainly|undoubtedly|completely|100%|100 percent|really|surely|just|very|still|in fact|most certainly|without a doubt|without question|for sure|of course|also|both|all|actually|probably|truly|straight up|flat out|dead|stone cold|beyond doubt|no doubt|indeed) ){0,2}",
  pro: "(?:he|she|they|him|her|this (?:guy|man|woman|kid|dude|boy|girl|person|couple)|that (?:guy|man|woman|kid|dude|boy|girl|person)|those (?:guys|men|two|kids)|these (?:guys|men|two|three|four|kids)|the (?:two|three)? ?(?:suspect|suspects|defendant|defendants|arrestee|accused|prisoner|husband|wife|boyfriend|girlfriend|ex|uncle|father|dad|mother|mom|stepfather|stepdad|stepmother|son|daughter|brother|brothers|sister|neighbor|babysitter|nanny|teacher|coach|priest|butler|landlord|roommate|nephew|cousin|driver|guy|man|woman|kid|dude|perp)(?! (?:who|that|we|you|i|they))|(?:her|his|my|the mayor's) (?:husband|wife|boyfriend|girlfriend|ex|uncle|father|dad|mother|mom|stepfather|stepdad|son|brother|neighbor|nephew|cousin|partner|roommate))",
  is: "(?:is|was|are|were|'s|'re| is| was)",
  det: '(?:the|our|this|that|these|those|another|a|an|two|three|four|five|your|his|her)',
}

/** Said by the author outright: stands even where the post also says "charged" or "alleged". */
const outright: readonly [string, string, number][] = [
  ["(?:{pro}|[a-z]{3,}) ?{is} {adv}(?:guilty|the guilty (?:one|party))", 'calls a suspect guilty before a verdict', 0.95],
  ["guilty as (?:sin|hell|charged|fuck|can be|they come|it gets|f)", 'calls a suspect guilty before a verdict', 0.9],
  ["^(?:\\s*guilty[.!, ]+)+(?=$|look|that|no|he|she|they|lock|fry|the|we|and|case|period|end)", 'calls a suspect guilty before a verdict', 0.85],
  ["gut (?:says|tells me|said) (?:he's |she's |they're )?guilty|(?:his|her|their) guilt is (?:clear|obvious|certain|plain|beyond (?:doubt|question))|guilt (?:is|was) never in (?:doubt|question)", 'calls a suspect guilty before a verdict', 0.9],
  ["(?:{pro}|(?!was |were |an |be |being )[a-z]{3,}) ?{is} (?:{adv}|as |not |an? |completely |100% )*?(?:innocent|not guilty)(?! (?:until|unless|victims?|bystanders?|people|lives|life|child|children|question|mistake))", 'calls a suspect innocent before a verdict', 0.9],
  ["(?:is|'s|was) as innocent as|no way [a-z' ]{2,25}(?:is|'s) (?:innocent|guilty)|(?:he|she|they) never hurt (?:anyone|anybody|a soul|a fly)[^.!?]{0,30}", 'says whether a suspect is guilty or innocent', 0.85],
  ["(?:not|isn't|ain't|far from|anything but) (?:an )?innocent", 'says that a suspect is not innocent', 0.85],
  ["(?:arrested|got|have|charged|locked up|caught|blamed|accused|jailed|booked|picked up|cuffed|grabbed) the wrong (?:guy|man|woman|person|kid|dude|one|suspect|people|boy|girl)", 'says that the suspect is innocent', 0.9],
  ["(?:he|she|they|[a-z]{3,}) (?:didn't|did not|couldn't have|could not have|never|would never have) (?:do|done|did|kill|killed|murder|murdered|rob|robbed|steal|stole|stolen|rape|raped|shoot|shot|hurt|touch|touched) (?:it|this|that|anyone|anybody|her|him|them|the)", 'says that the suspect did not do it', 0.8],
  ["(?:he|she|they|[a-z]{3,}) ?(?:is|was|were|are|'s|got|been) (?:being |been )?(?:framed|railroaded|set up by (?:the )?(?:cops|police|da|detectives)|falsely accused|wrongly accused|wrongfully accused|wrongfully arrested|wrongly arrested)", 'says that the suspect is innocent', 0.85],
  ["(?:the )?real (?:{offender}|{role}) (?:is|are) (?:still )?(?:out there|free|walking|at large)|arrest (?:is|was) a mistake", 'says that the suspect is innocent', 0.8],
  ["free [a-z]{3,}[,!.] ?(?:he|she|they) (?:is|didn't|did not)[^.!?]{0,20}", 'says that the suspect is innocent', 0.8],
  // certainty with "did it"
  ["(?:no doubt|without a doubt|everyone knows|everybody knows|we all know|we know|i know|you know|i am sure|i'm sure|i am certain|i'm certain|i'm positive|trust me|believe me|make no mistake|obviously|clearly|i'm telling you|i can tell you|i would bet|i'd bet|i bet|bet my [a-z]+|for a fact|i guarantee|turns out|period|nobody else|proves?|proof|shows|solved it)[^.!?\\n]{0,60}(?:{crime}|is the {adj}(?:{offender}|{role}|one|guy)|the one (?:who|that) {crime})", 'says that a suspect did it', 0.9],
  ["{pro} (?:{adv})(?:did (?:it|this|that|these|them all|all of (?:it|them)|every one)|done it|committed (?:it|this|that|the|these|those|every))[^.!?\\n]{0,20}(?:no (?:doubt|question)|period|end of story|everyone knows|everybody knows|plain and simple|for sure|100)?", 'says that a suspect did it', 0.85],
  ["(?:{pro}|this {adj}{insult}|that {adj}{insult}) (?:{adv})did (?:molest|rape|kill|murder|rob|steal|shoot|stab|hurt|abuse|assault|do (?:it|this|that))", 'says that a suspect did it', 0.9],
  ["(?:this|that|the|these|those|what an?) {adj}{insult},? (?:who |that )?(?:has |have |had |been |just |{adv})*(?:{crime})", 'says that a suspect did it', 0.9],
  ["(?:it was|it's) (?:definitely |clearly |obviously |totally |absolutely |certainly )?(?:him|her|them)(?=[.!,;]| (?:who|that|alright|all right|for sure|no doubt|on))", 'says that a suspect did it', 0.8],
  ["(?:he|she|[a-z]{3,}) ?(?:is|was|'s) (?:{adv})(?:our (?:guy|man|shooter|killer|girl|woman|thief|burglar|robber|perp)|the (?:{offender}|{role})|the (?:guy|one|man|woman|person|kid|dude) (?:who|that) (?:{crime}|did))", 'says that a suspect did it', 0.85],
  ["(?:we|i|they|police|cops|detectives|officers|who|team|squad|unit|shift|finally|guys|boys)?[a-z' ]{0,12}(?:got|caught|nailed|found|have|have got|'ve got|nabbed|bagged) (?:our|the right) (?:guy|man|shooter|killer|boy|girl|woman|perp|burglar|thief|robber|rapist|arsonist)", 'says that the arrestee did it', 0.9],
  ["caught (?:him |her |them |this [a-z ]{2,20}|that [a-z ]{2,20})?(?:red[- ]handed|in the act|dead to rights)|(?:busted|nabbed|nailed|arrested|bagged|got)[^.!?\\n]{0,40} (?:red[- ]handed|in the act|dead to rights)|(?:is|are|was|'s|has|have|had|got) (?:him |her |them )?dead to rights|red[- ]handed", 'says that the arrestee was caught doing it', 0.8],
  ["(?:he|she|they) (?:already |even |finally |just |openly )?(?:confessed|fessed up|admitted (?:it|to it|everything|to everything|killing|that he|that she))", 'says that a suspect confessed and so did it', 0.7],
  ["(?:open[- ]and[- ]shut (?:case)?|slam[- ]dunk case)", 'calls the case proven', 0.7],
  ["(?:he's|she's|they're|he is|she is|they are|that's|that is)(?: not?| no)? (?:an? )?(?:suspect, (?:he's|she's|he is|she is) )?(?:an? |nothing but an? |just an? )(?:{adj})(?:{offender})", 'calls a suspect a criminal', 0.85],
  ["(?:a (?:liar|drunk|thug|coward|monster|animal|cheat) and an? (?:{offender}))", 'calls a suspect a criminal', 0.85],
  ["alleged(?:ly)? my (?:ass|foot|butt|eye)|(?:nothing|not|no|isn't|ain't) [\"']?alleged(?:ly)?[\"']? about", 'mocks "alleged" and so calls a suspect guilty', 0.9],
  ["(?:evidence|video|dna|tape|footage|lab|camera)s? (?:clearly |already |all |literally )?(?:proves?|shows?|leaves no doubt|says) (?:that )?(?:everything|it all|it|he|she|they|[a-z]+ (?:is|did|was))(?! (?:was|were) (?:charged|arrested))", 'says that the evidence proves guilt', 0.6],
  ["(?:dna|cameras?|prints|tape|video|blood) (?:doesn't|don't|never) lies?", 'says that the evidence proves guilt', 0.75],
  ["(?:he|she|they)(?: [a-z]+ly)? (?:murdered|raped|molested|robbed|strangled|executed|embezzled|burglarized|carjacked|poisoned|kidnapped|set (?:that|the|this) fire|torched|killed (?:that|this|those|these|a|two|three|four|his|her|him|them)|stabbed (?:that|this|a|his|her|him|them|two)|shot (?:that|this|a (?:cop|kid|man|woman|boy|girl|child|clerk|police|baby)|her|him|his (?:wife|girlfriend|ex|own|brother|neighbor))|beat (?:that|her|him|his|an old|the)|stole (?:the|that|those|from|money|her|his|my)|abused (?:her|his|that|those|a)|ran (?:her|him|them|that|those) (?:over|down)|pulled the trigger|took the bribe|sold (?:drugs|fentanyl|heroin|poison))", 'says that a suspect did it', 0.75],
  ["(?:he|she|they) (?:was|were) [^.!?\\n]{0,30}(?:and|when (?:he|she)) (?:{adv})(?:murdered|raped|molested|robbed|strangled|killed (?:that|this|those|these|a|two|three|four|his|her|him|them|someone)|stabbed|ran over)", 'says that a suspect did it', 0.75],
  ["(?:{pro}) (?:{adv})(?:murdered|raped|molested|robbed|strangled|executed|embezzled|torched|kidnapped|took the bribe|pulled the trigger|poisoned|pocketed|beat (?:her|him|that)|killed (?:her|him|that|those))", 'says that a suspect did it', 0.7],
  ["(?:who|we know who) did it(?: now)?:? (?:the|his|her|it was) [a-z]+", 'says who did it', 0.85],
  ["(?:looking at|look at|here's|here is|that is|that's|this is|behold|stare at) (?:the )?(?:face of )?(?:a|an|the) (?:{adj})(?:{offender})", 'calls a suspect a criminal', 0.8],
  ["(?:this is|here's|here is|meet|say hello to|say hi to|introducing|behold|presenting) (?:the|your|our|this) (?:{adj})(?:{offender}|{insult}|{person})(?:[a-z ]{0,30})?(?: who| that| from)? ?(?:{crime})", 'says that a suspect did it', 0.85],
]

/** An offender's name put on the one arrested: not when the sentence says alleged, charged, or the like. */
const labelled: readonly [string, string, number][] = [
  ["(?:{caught})[:!]? (?:{det}) (?:{adj})(?:{offender})", 'calls the arrestee a criminal', 0.85],
  ["(?:{caught})[:!]? (?:{det}) (?:{adj})(?:{insult})", 'says that the arrestee did it', 0.75],
  ["(?:we|i|our (?:[a-z]+ ){0,3}(?:officers?|detectives?|guys|team|unit|squad|shift|night shift|boys|k9|cops)|(?:night|day|third|second|first|midnight|evening) shift|they|finally)[a-z' ]{0,14}(?:{caught}) (?:{det}) (?:{adj})(?:{role})", 'says that the arrestee did it', 0.75],
  ["(?:{caught}|catching|arrest of|capture of) (?:{det}) (?:{adj})(?:{person}|{offender}|{insult}|{role}) (?:who|that|that's|who's|which) (?:has |have |had |was |were |been |is |are |allegedly )*(?:{crime}|responsible)", 'says that the arrestee did it', 0.85],
  ["(?:(?:the|that|this|these|those|all) )?(?:{adj})(?:{person}|{insult}|{offender}|gang members?) (?:who|that) (?:has |have |had |was |were |been )*(?:{crime})[^.!?\\n]{0,60}? ?(?:is|are|was|were|'s|has been|have been)(?: now| finally| officially| safely| currently| sitting)*? (?:{held}|in jail|found)", 'says that the arrestee did it', 0.85],
  ["(?:{offender})(?: [a-z0-9']+){0,6}? (?:is |are |was |were |has been |have been |now |finally |safely |sitting )*(?:{held})", 'calls the arrestee a criminal', 0.75],
  ["(?:{offender})s? (?:down|caught|busted|bagged|nabbed|arrested|captured|in custody)", 'calls the arrestee a criminal', 0.75],
  ["(?:one less|one fewer|another|took an?|taking an?|take an?|two more|two less|three less|get|got|getting|keep|keeping|put|putting) (?:{adj})(?:{offender}|{insult})[a-z ]{0,24}(?:off (?:the|our|your|of|these) ?(?:street|streets|road|roads)?|behind bars|away|on (?:the|our) streets?|in jail|in cuffs)", 'calls the arrestee a criminal', 0.85],
  ["(?:{caught})[a-z ,']{0,20}(?:{person}|{insult}) (?:responsible|behind (?:it|the|this|these|those|all)|who is responsible)", 'says that the arrestee did it', 0.8],
  ["(?:arrested|collared|caught|nabbed|picked up|booked|locked up|busted|cuffed)[a-z0-9 ]{0,30} (?:is|are|was) (?:the one (?:who|that)|an? (?:{adj})(?:{offender})|responsible for|the (?:{offender}|{role})|behind (?:all|the|it))", 'says that the arrestee did it', 0.85],
  ["(?:{insult}|{person}|suspect|accused|defendant|mother|father|nephew|nephews)(?: [a-z]+){0,3} (?:is|was|are) (?:{adv})(?:an? |the |nothing but an? )(?:{adj})(?:{offender})", 'calls a suspect a criminal', 0.75],
  ["(?:got|gotcha|nailed|caught|busted|nabbed|bagged) (?:him|her|them|em|'em)(?=[!.]| (?:and|at last|finally|tonight|today))", 'says that the arrestee did it', 0.6],
  ["case closed|mystery solved|case solved", 'says that the arrestee did it', 0.55],
  ["(?:enjoy|have fun in|welcome to|nighty night in|sleep well in|rot in) (?:jail|prison|your (?:new )?cell|the cell|lockup|a cell)[^.!?]{0,20}(?:{offender}|{insult})", 'calls the arrestee a criminal', 0.8],
  ["(?:{offender}|{insult}) (?:who|that) (?:has |have |been |was )*(?:{crime})[^.!?\\n]{0,50}(?: has been| have been| was| is| got| are| were)? ?(?:done|caught|arrested|found|charged|in cuffs|in custody|locked up|in jail|in a cell|behind bars)", 'says that the arrestee did it', 0.75],
  ["(?:mother|father|husband|wife|boyfriend|girlfriend|babysitter|suspect|man|woman|guy|kid|teacher|coach|nephew|mayor|priest|driver|brothers|two|three|[a-z]{4,}(?:son|ski|ez|man|ley|ins|ton|er)) (?:{adv})(?:murdered|raped|molested|robbed|strangled|poisoned|embezzled|abused her|abused his|torched|stabbed (?:her|his|that)|shot (?:her|his|that)|killed (?:her|him|his|that|those)|did (?:it|this)|hit [a-z]+ (?:gas|stores|homes|banks))", 'says that a suspect did it', 0.65],
  ["these (?:two|three|four|guys|men|punks) (?:{crime})", 'says that the arrestees did it', 0.7],
]

const mayNotBe =
  /\b(?:if|whether|unless|until|may|might|could|presumed|assum\w+|not saying|never said|didn't say|don't know|doesn't know|do not know|not sure|nobody knows|no idea|decide|decides|determine|determines|prove|claims?|claimed|maintains?|maintained|insists?|insisted|argue[sd]?|alleged|allegedly|accused of|according to|imagine|suppose|pretend|like|as if|hope|hoping|jury will|jury to|(?<!\bi )(?:says?|said)|told|asks?|asked|plead\w*|pled|pretending|find|thinks?|who|feel|feels|feeling|felt|look|looks|we're not here to say|is it true|wanted|seeking|searching|looking for|identify|identifying|locate|find|help us|do not|don't (?:have to|need to|assume|say|call))\b/
const hedged =
  /\b(?:alleg\w+|suspected|accused|charged|charges|facing|faces|booked on|booked for|indicted|indictment|in connection|believed to|thought to|suspects?|wanted|person of interest|warrants?|presumed|according to|(?:police|authorities|investigators|officials|prosecutors|they|detectives) (?:say|said|believe|believed)|on suspicion|possible|potential|apparent|arraigned|faces?|seeking|looking for|search for|searching|identify|identifying|held on|recognize|suspicious|help us|asking|asked|to catch|to identify|lookout|locate|reward|beware|watch for|tips|prevent|protect|avoid|at large|unknown|remember|never|dressed|mock|drill|training|exercise)\b/
const verdict =
  /\b(?:convicted|convicts|conviction|convictions|sentenced|sentencing|sentences|pleads? guilty|pleaded guilty|pled guilty|pleading guilty|guilty pleas?|guilty verdicts?|found (?:him |her |them |[a-z]+ [a-z]+ )?(?:not )?guilty|finds? (?:[a-z]+ ){0,3}guilty|plea of guilty|jailed|jury (?:found|convicts|returned|finds)|acquitt\w+|exonerated|serving (?:a|an|life|\d+|time|his|her)|gets (?:\d+|life)|given (?:\d+|life)|years in prison|life in prison|life without parole|parole|on appeal|cleared by|dna cleared|verdict|admits (?:guilt|killing|stealing)|in \d{4}|history|historical|doc(?:umentary|s)|centur(?:y|ies)|found not guilty|imprisoned|prison term|put to death|executed in)\b/
const notYetVerdict =
  /\b(?:(?:should|will|must|needs? to|gonna|going to|deserves? to|hope|hopes|get|gets|can't wait|cannot wait|wait|waiting|before|until|ought to|to) (?:be |he's |she's |get |see )?(?:convicted|sentenced|found guilty)|(?:hope|want|await|expect|pending|see)[a-z ]{0,30}(?:conviction|verdict|sentenc\w+))\b/
const joking = /\b(?:pleasures?|conscience|feel(?:ing|s)? guilty|guilty of (?:loving|eating|buying|watching|binge|overusing|this|that|it myself))\b/

function suppose(found: Found): boolean {
  const clause = found.before.slice(Math.max(lastBreak(found.before), found.before.length - 70))
  return found.after.trimEnd().endsWith('?') || mayNotBe.test(clause) || /^(?:i|we|you|i'm|we're|who|it|that|which|nobody|everyone is|anyone) ?(?:'m|'re|am|are|is|was)\b[a-z ]*guilty/.test(found.text) || /\b(?:until|unless) proven\b|^ (?:or|until|unless) (?:innocent|not|proven)/.test(found.text + found.after)
}

function lastBreak(before: string): number {
  return Math.max(before.lastIndexOf(', '), before.lastIndexOf('; '), before.lastIndexOf(': '), before.lastIndexOf(' but '), before.lastIndexOf(' and '))
}

/** A report of a verdict is news; a wish for one is not. */
function decided(reading: Reading): boolean {
  const text = reading.norm.slice(0, 2000)
  return verdict.test(text) && !notYetVerdict.test(text)
}

function playful(reading: Reading): boolean {
  return joking.test(reading.norm.slice(0, 2000)) || (reading.has('guilt.play') && reading.hitsOf('guilt.crime').length < 2)
}

function quoted(found: Found): boolean {
  const marks = found.before.split(/["\u201c\u201d]/).length - 1
  return marks % 2 === 1 && /["\u201d]/.test(found.after)
}

function notOutright(found: Found, reading: Reading): boolean {
  if (suppose(found) || quoted(found) || decided(reading) || playful(reading)) return true
  // "he did it" alone may be a goal scored: something in the post has to speak of crime
  return !reading.has('guilt.crime') && !reading.has('guilt.sure')
}

function notLabelled(found: Found, reading: Reading): boolean {
  if (suppose(found) || quoted(found) || decided(reading) || playful(reading)) return true
  return hedged.test(found.before + found.text + found.after)
}

const wordings: readonly Wording[] = [
  ...outright.map(([is, because, confidence]) => ({ is: pattern(is, parts), because, confidence, unless: notOutright })),
  ...labelled.map(([is, because, confidence]) => ({ is: pattern(is, parts), because, confidence, unless: notLabelled })),
]

const sure = 'guilty, innocent, no doubt, trust me, everyone knows, everybody knows, we all know, period, end of story, our guy, red handed, case closed'

/** Says of a suspect or arrestee that they did it, or did not, before a court has spoken. */
export const guiltDetector: Detector = {
  name: 'guilt',
  entries: [
    ...entriesOf('guilt.cue', cues),
    ...entriesOf('guilt.cue', insults),
    ...entriesOf('guilt.crime', crimeTalk),
    ...entriesOf('guilt.crime', offenders),
    ...entriesOf('guilt.crime', insults),
    ...entriesOf('guilt.play', play),
    ...entriesOf('guilt.sure', sure),
  ],
  triggers: ['guilt.cue'],
  detect: (reading) => sightingsOf('speech.guilt', wordings, reading, ['guilt.cue']),
}
