import { caught, crimes, held, insults, offenders, persons, roles } from '../words/guilt.ts'
import { anyOf } from './pattern.ts'

/** A pattern, why it is a statement of guilt or innocence, and how surely. */
export type GuiltWording = readonly [is: string, because: string, confidence: number]

/** Wordings that are tried only where one of the tags was hit. */
export interface GuiltGroup {
  needs: readonly string[]
  wordings: readonly GuiltWording[]
}

export const guiltParts = {
  offender: anyOf(offenders),
  role: anyOf(roles),
  insult: anyOf(insults),
  person: anyOf(persons),
  crime: anyOf(crimes),
  caught: anyOf(caught),
  held: anyOf(held),
  // up to three words that may stand before a noun or a verb
  adj: "(?:[a-z0-9'-]+ ){0,3}?",
  adv: "(?:(?:so|clearly|obviously|definitely|totally|absolutely|certainly|plainly|undoubtedly|completely|100%|100 percent|really|literally|surely|just|very|still|in fact|most certainly|without a doubt|without question|for sure|of course|also|both|all|actually|probably|truly|straight up|flat out|dead|stone cold|beyond doubt|no doubt|indeed) ){0,2}",
  pro: "(?:he|she|they|him|her|our (?:suspect|arrestee|prisoner|perp|defendant|guy)|this (?:guy|man|woman|kid|dude|boy|girl|person|couple|driver|mother|mom|father|husband|teacher|coach|priest|lady)|that (?:guy|man|woman|kid|dude|boy|girl|person|driver|mother|mom|father|husband|teacher|coach|priest|lady)|those (?:guys|men|two|kids)|these (?:guys|men|two|three|four|kids)|the (?:two|three)? ?(?:suspect|suspects|defendant|defendants|arrestee|accused|prisoner|husband|wife|boyfriend|girlfriend|ex|uncle|father|dad|mother|mom|stepfather|stepdad|stepmother|son|daughter|brother|brothers|sister|neighbor|babysitter|nanny|teacher|coach|priest|butler|landlord|roommate|nephew|cousin|driver|guy|man|woman|kid|dude|perp)(?! (?:who|that|we|you|i|they))|(?:her|his|my|the mayor's) (?:husband|wife|boyfriend|girlfriend|ex|uncle|father|dad|mother|mom|stepfather|stepdad|son|brother|neighbor|nephew|cousin|partner|roommate))",
  is: "(?:is|was|are|were|'s|'re| is| was)",
  det: '(?:the|our|this|that|these|those|another|a|an|two|three|four|five|your|his|her)',
}

/** Said by the author outright: stands even where the post also says "charged" or "alleged". */
export const outright: readonly GuiltGroup[] = [
  {
    needs: ['guilt.verdict'],
    wordings: [
      ["(?:{pro}|[a-z]{3,})(?: is|'s| was| are)? (?:no|not (?:a|the|our|any)) (?:{adj})(?:killer|murderer|thief|rapist|criminal|shooter|robber|burglar|monster|one (?:who|that))", 'says that a suspect did not do it', 0.75],
      ["(?:{pro}|this (?:poor |young |good |innocent )*(?:man|woman|kid|guy|boy|girl)|that (?:poor |young |good )*(?:man|woman|kid|guy|boy|girl)) (?:has |have |had )?(?:done|did) (?:absolutely |literally )?nothing wrong", 'says that a suspect did not do it', 0.75],
      ["[a-z]{3,} never (?:touched|laid a (?:hand|finger) on|hurt) (?:him|her|them|that|those|the|anyone|anybody|a)", 'says that a suspect did not do it', 0.7],
      ["(?:{pro}|[a-z]{3,}) ?{is} {adv}(?:guilty|the guilty (?:one|party))", 'calls a suspect guilty before a verdict', 0.95],
      ["guilty as (?:sin|hell|charged|fuck|can be|they come|it gets|f)", 'calls a suspect guilty before a verdict', 0.9],
      ["(?:^|(?<=[.!?] ))guilty all day(?: long)?|^(?:\\s*guilty[.!,]+)+(?! ?(?:pleasures?|plea|verdict|of|until|or|jury)\\b)", 'calls a suspect guilty before a verdict', 0.85],
      ["no way (?:in hell )?(?:that )?(?:he|she|they|[a-z]{3,}) (?:did|didn't|could|couldn't|would|killed|robbed|shot|stole|is|isn't)(?: not)?(?: have)? ?(?:do|done|it|this|that|innocent|guilty)[^.!?]{0,12}", 'says whether a suspect did it', 0.8],
      ["gut (?:says|tells me|said) (?:he's |she's |they're )?guilty|(?:his|her|their) guilt is (?:clear|obvious|certain|plain|beyond (?:doubt|question))|guilt (?:is|was) never in (?:doubt|question)", 'calls a suspect guilty before a verdict', 0.9],
      ["(?:{pro}|(?!was |were |an |be |being )[a-z]{3,}) ?{is} (?:{adv}|as |not |an? |completely |100% )*?(?:innocent|not guilty)(?! (?:until|unless|victims?|bystanders?|people|lives|life|child|children|question|mistake))", 'calls a suspect innocent before a verdict', 0.9],
      ["(?:is|'s|was) as innocent as|no way [a-z' ]{2,25}(?:is|'s) (?:innocent|guilty)|(?:he|she|they) never hurt (?:anyone|anybody|a soul|a fly)[^.!?]{0,30}", 'says whether a suspect is guilty or innocent', 0.85],
      ["(?:not|isn't|ain't|far from|anything but) (?:an )?innocent", 'says that a suspect is not innocent', 0.85],
      ["(?:arrested|got|have|charged|locked up|caught|blamed|accused|jailed|booked|picked up|cuffed|grabbed) the wrong (?:guy|man|woman|person|kid|dude|one|suspect|people|boy|girl)", 'says that the suspect is innocent', 0.9],
      ["(?:he|she|they|[a-z]{3,}) ?(?:is|was|were|are|'s|got|been) (?:being |been )?(?:framed|railroaded|set up by (?:the )?(?:cops|police|da|detectives)|falsely accused|wrongly accused|wrongfully accused|wrongfully arrested|wrongly arrested)", 'says that the suspect is innocent', 0.85],
      ["(?:the )?real (?:{offender}|{role}) (?:is|are) (?:still )?(?:out there|free|walking|at large)|arrest (?:is|was) a mistake", 'says that the suspect is innocent', 0.8],
      ["free [a-z]{3,}[,!.] ?(?:he|she|they) (?:is|didn't|did not)[^.!?]{0,20}", 'says that the suspect is innocent', 0.8],
    ],
  },
  {
    needs: ['guilt.did', 'guilt.deed'],
    wordings: [
      ["(?:he|she|they|[a-z]{3,}) (?:didn't|did not|couldn't have|could not have|never|would never have) (?:do|done|did|kill|killed|murder|murdered|rob|robbed|steal|stole|stolen|rape|raped|shoot|shot|hurt|touch|touched) (?:it|this|that|anyone|anybody|her|him|them|the)", 'says that the suspect did not do it', 0.8],
      ["{pro} (?:{adv})(?:did (?:it|this|that|these|them all|all of (?:it|them)|every one)|done it|committed (?:it|this|that|the|these|those|every))[^.!?\\n]{0,20}(?:no (?:doubt|question)|period|end of story|everyone knows|everybody knows|plain and simple|for sure|100)?", 'says that a suspect did it', 0.85],
      ["(?:{pro}|this {adj}{insult}|that {adj}{insult}) (?:{adv})did (?:in fact |indeed |actually |really )?(?:molest|rape|kill|murder|rob|steal|shoot|stab|hurt|abuse|assault|do (?:it|this|that))", 'says that a suspect did it', 0.9],
      ["(?:who|we know who) did it(?: now)?:? (?:the|his|her|it was) [a-z]+", 'says who did it', 0.85],
    ],
  },
  {
    needs: ['guilt.sure'],
    wordings: [
      ["(?:no doubt|without a doubt|everyone knows|everybody knows|we all know|we know|i know|you know|i am sure|i'm sure|i am certain|i'm certain|i'm positive|trust me|believe me|make no mistake|obviously|clearly|i'm telling you|i can tell you|i would bet|i'd bet|i bet|bet my [a-z]+|for a fact|i guarantee|turns out|period|nobody else|proves?|proof|solved it)[^.!?\\n]{0,60}(?:{crime}|is the {adj}(?:{offender}|{role}|one|guy)|the one (?:who|that) {crime})", 'says that a suspect did it', 0.9],
    ],
  },
  {
    needs: ['guilt.insult'],
    wordings: [
      ["(?:this|that|the|these|those|what an?) {adj}{insult},? (?:who |that )?(?:has |have |had |been |just |{adv})*(?:{crime})", 'says that a suspect did it', 0.9],
    ],
  },
  {
    needs: ['guilt.phrase'],
    wordings: [
      ["(?:{pro}) ?{is} (?:{adv})responsible for (?:killing|murdering|raping|robbing|the (?:deaths?|murders?|killings?|rapes?|robber(?:y|ies)|burglar(?:y|ies)|crimes?|shootings?|stabbings?|fires?|arsons?|attacks?)|this|that|all|every|both)", 'says that a suspect did it', 0.8],
      ["(?:it was|it's) (?:definitely |clearly |obviously |totally |absolutely |certainly )?(?:him|her|them)(?=[.!,;]| (?:who|that|alright|all right|for sure|no doubt|on))", 'says that a suspect did it', 0.8],
      ["(?:we|i|they|police|cops|detectives|officers|who|team|squad|unit|shift|finally|guys|boys)?[a-z' ]{0,12}(?:got|caught|nailed|found|have|have got|'ve got|nabbed|bagged) (?:our|the right) (?:guy|man|shooter|killer|boy|girl|woman|perp|burglar|thief|robber|rapist|arsonist)", 'says that the arrestee did it', 0.9],
      ["caught (?:him |her |them |this [a-z ]{2,20}|that [a-z ]{2,20})?(?:red[- ]handed|in the act|dead to rights)|(?:busted|nabbed|nailed|arrested|bagged|got)[^.!?\\n]{0,40} (?:red[- ]handed|in the act|dead to rights)|(?:is|are|was|'s|has|have|had|got) (?:him |her |them )?dead to rights|red[- ]handed", 'says that the arrestee was caught doing it', 0.8],
      ["(?:he|she|they) (?:already |even |finally |just |openly )?(?:confessed|fessed up|admitted (?:it|to it|everything|to everything|killing|that he|that she))", 'says that a suspect confessed and so did it', 0.7],
      ["(?:open[- ]and[- ]shut (?:case)?|slam[- ]dunk case)", 'calls the case proven', 0.7],
      ["alleged(?:ly)? my (?:ass|foot|butt|eye)|(?:nothing|not|no|isn't|ain't) [\"']?alleged(?:ly)?[\"']? about", 'mocks "alleged" and so calls a suspect guilty', 0.9],
      ["(?:evidence|video|dna|tape|footage|lab|camera)s? (?:clearly |already |all |literally )?(?:proves?|shows?|leaves no doubt|says) (?:that )?(?:everything|it all|he|she|they)(?! (?:was|were) (?:charged|arrested))", 'says that the evidence proves guilt', 0.6],
      ["(?:dna|cameras?|prints|tape|video|blood) (?:doesn't|don't|never) lies?", 'says that the evidence proves guilt', 0.75],
    ],
  },
  {
    needs: ['guilt.deed', 'guilt.did', 'guilt.offender', 'guilt.role', 'guilt.phrase'],
    wordings: [
      ["(?:he|she|[a-z]{3,}) ?(?:is|was|'s) (?:{adv})(?:our (?:guy|man|shooter|killer|girl|woman|thief|burglar|robber|perp)|the (?:{offender}|{role})|the (?:guy|one|man|woman|person|kid|dude) (?:who|that) (?:{crime}|did))", 'says that a suspect did it', 0.85],
      ["(?:he|she|they)(?: [a-z]+ly)? (?:murdered|raped|molested|robbed|strangled|executed|embezzled|burglarized|carjacked|poisoned|kidnapped|set (?:that|the|this) fire|torched|killed (?:that|this|those|these|a|two|three|four|his|her|him|them)|stabbed (?:that|this|a|his|her|him|them|two)|shot (?:that|this|a (?:cop|kid|man|woman|boy|girl|child|clerk|police|baby)|her|him|his (?:wife|girlfriend|ex|own|brother|neighbor))|beat (?:that|her|him|his|an old|the)|stole (?:the|that|those|from|money|her|his|my)|abused (?:her|his|that|those|a)|ran (?:her|him|them|that|those) (?:over|down)|pulled the trigger|took the bribe|sold (?:drugs|fentanyl|heroin|poison))", 'says that a suspect did it', 0.75],
    ],
  },
  {
    needs: ['guilt.offender', 'guilt.insult'],
    wordings: [
      ["(?:call|calling) (?:him|her|them) (?:a|an|the|what (?:he|she) is:? a) (?:{adj})(?:{offender})", 'calls a suspect a criminal', 0.75],
      ["(?:murdering|thieving|raping|child[- ]molesting|drug[- ]dealing|dope[- ]dealing|wife[- ]beating|woman[- ]beating|gun[- ]toting|burgling|cop[- ]killing) (?:{adj})(?:{insult}|{person})", 'calls a suspect a criminal', 0.75],
      ["(?:{pro}|{insult}|{person}|suspect|accused|defendant|mother|father|nephew|nephews|arrestee|(?:know|knows|say|says|sure|convinced|bet|think|believe) (?:that )?[a-z]+(?: [a-z]+)?)(?: [a-z]+){0,3}? ?(?:is|was|are|were|'s|, is) (?:{adv})(?:an? |the |nothing but an? |just an? |our )(?:{adj})(?:{offender})(?! (?:attack|act|cell|organi[sz]ation|group|threat|watch|proof))", 'calls a suspect a criminal', 0.8],
      ["[a-z]+, (?:is|was) (?:the|an?) (?:{adj})(?:{offender})", 'calls a suspect a criminal', 0.7],
      ["(?:what|how|like) (?:a|an|the face of) (?:{adj})(?:{offender}) looks? like|(?:face|eyes|mind) of (?:a|an|the) (?:{adj})(?:{offender})", 'calls a suspect a criminal', 0.75],
      ["(?:he's|she's|they're|he is|she is|they are|that's|that is)(?: not?| no)? (?:an? )?(?:suspect, (?:he's|she's|he is|she is) )?(?:an? |nothing but an? |just an? )(?:{adj})(?:{offender})", 'calls a suspect a criminal', 0.85],
      ["(?:a (?:liar|drunk|thug|coward|monster|animal|cheat) and an? (?:{offender}))", 'calls a suspect a criminal', 0.85],
      ["(?:looking at|look at|here's|here is|that is|that's|this is|behold|stare at) (?:the )?(?:face of )?(?:a|an|the) (?:{adj})(?:{offender})(?! (?:attack|act|cell|organi[sz]ation|group|threat|watch|proof))", 'calls a suspect a criminal', 0.8],
      ["(?:this is|here's|here is|meet|say hello to|say hi to|introducing|behold|presenting) (?:the|your|our|this) (?:{adj})(?:{offender}|{insult}|{person})(?:[a-z ]{0,30})?(?: who| that| from)? ?(?:{crime})", 'says that a suspect did it', 0.85],
    ],
  },
]

/** An offender's name put on the one arrested: not when the sentence says alleged, charged or the like. */
export const labelled: readonly GuiltGroup[] = [
  {
    needs: ['guilt.offender', 'guilt.insult'],
    wordings: [
      ["(?:the|this|that|these|those) (?:{adj})(?:{offender}|{insult}) (?:that |who |whom )?(?:we|i|they|my partner|our [a-z]+|[a-z]+ shift|officers) (?:just |finally |also )*(?:arrested|caught|got|nabbed|busted|booked|locked up|picked up|cuffed|collared|brought in|have in (?:custody|jail))", 'calls the arrestee a criminal', 0.85],
      ["(?:good riddance to|goodbye to|bye bye to|so long to|one more|adios to|see ya) (?:an? |the |this |that |another )?(?:{adj})(?:{offender}|{insult})", 'calls the arrestee a criminal', 0.75],
      ["(?:the|that|this) (?:{adj})(?:{insult}|{offender})[^.!?\\n]{0,60} (?:is|are|was|were|'s|has been|have been) (?:now |finally |officially |safely |back |currently )*(?:{held})", 'says that the arrestee did it', 0.75],
      ["(?:{caught})[:!]? (?:{det}) (?:{adj})(?:{offender})", 'calls the arrestee a criminal', 0.85],
      ["(?:{offender})s? (?:down|caught|busted|bagged|nabbed|arrested|captured|in custody)", 'calls the arrestee a criminal', 0.75],
      ["(?:{offender})(?: [a-z0-9']+){0,6}? (?:is |are |was |were |has been |have been |now |finally |safely |sitting )*(?:{held})", 'calls the arrestee a criminal', 0.75],
      ["(?:one less|one fewer|another|took an?|taking an?|take an?|two more|two less|three less|get|got|getting|keep|keeping|put|putting) (?:{adj})(?:{offender}|{insult})[a-z ]{0,24}(?:off (?:the|our|your|of|these) ?(?:street|streets|road|roads)?|behind bars|away|on (?:the|our) streets?|in jail|in cuffs)", 'calls the arrestee a criminal', 0.85],
      ["(?:arrested|collared|caught|nabbed|picked up|booked|locked up|busted|cuffed)[a-z0-9 ]{0,30} (?:is|are|was) (?:the one (?:who|that)|an? (?:{adj})(?:{offender})|responsible for|the (?:{offender}|{role})|behind (?:all|the|it))", 'says that the arrestee did it', 0.85],
      ["(?:enjoy|have fun in|welcome to|nighty night in|sleep well in|rot in) (?:jail|prison|your (?:new )?cell|the cell|lockup|a cell)[^.!?]{0,20}(?:{offender}|{insult})|(?:too good for|deserves to rot,?|burn in hell,?|rot in hell,?) (?:this |that |you )?(?:{adj})(?:{offender})", 'calls the arrestee a criminal', 0.8],
      ["(?:{offender}|{insult}) (?:who|that) (?:has |have |been |was )*(?:{crime})[^.!?\\n]{0,50}(?: has been| have been| was| is| got| are| were)? ?(?:done|caught|arrested|found|charged|in cuffs|in custody|locked up|in jail|in a cell|behind bars)", 'says that the arrestee did it', 0.75],
    ],
  },
  {
    needs: ['guilt.insult'],
    wordings: [
      ["(?:{caught})[:!]? (?:{det}) (?:{adj})(?:{insult})", 'says that the arrestee did it', 0.75],
    ],
  },
  {
    needs: ['guilt.role'],
    wordings: [
      ["(?:we|i|our (?:[a-z]+ ){0,3}(?:officers?|detectives?|guys|team|unit|squad|shift|night shift|boys|k9|cops)|(?:night|day|third|second|first|midnight|evening) shift|they|finally)[a-z' ]{0,14}(?:{caught}) (?:{det}) (?:{adj})(?:{role})", 'says that the arrestee did it', 0.75],
    ],
  },
  {
    needs: ['guilt.deed', 'guilt.did'],
    wordings: [
      ["(?:{caught}|catching|arrest of|capture of) (?:the|our|this|that|these|those|both) (?:{adj})(?:{person}|{offender}|{insult}|{role}) (?:who|that|that's|who's|which) (?:has |have |had |was |were |been |is |are |allegedly )*(?:{crime}|responsible)", 'says that the arrestee did it', 0.85],
      ["(?:(?:the|that|this|these|those|all) )?(?:{adj})(?:{person}|{insult}|{offender}|gang members?) (?:who|that) (?:has |have |had |was |were |been )*(?:{crime})[^.!?\\n]{0,60}? ?(?:is|are|was|were|'s|has been|have been)(?: now| finally| officially| safely| currently| sitting)*? (?:{held}|in jail|found)", 'says that the arrestee did it', 0.85],
      ["(?:mother|father|husband|wife|boyfriend|girlfriend|babysitter|suspect|man|woman|guy|kid|teacher|coach|nephew|mayor|priest|driver|brothers|two|three|[a-z]{4,}(?:son|ski|ez|man|ley|ins|ton|er)) (?:{adv})(?:murdered|raped|molested|robbed|strangled|poisoned|embezzled|abused her|abused his|torched|stabbed (?:her|his|that)|shot (?:her|his|that)|killed (?:her|him|his|that|those)|did (?:it|this)|hit [a-z]+ (?:gas|stores|homes|banks))", 'says that a suspect did it', 0.65],
      ["these (?:two|three|four|guys|men|punks) (?:{crime}|hit)", 'says that the arrestees did it', 0.7],
    ],
  },
  {
    needs: ['guilt.phrase'],
    wordings: [
      ["(?:got|gotcha|nailed|caught|busted|nabbed|bagged) (?:him|her|them|em|'em)(?=[!.]| (?:and|at last|finally|tonight|today))", 'says that the arrestee did it', 0.6],
      ["case closed|mystery solved|case solved", 'says that the arrestee did it', 0.55],
    ],
  },
]

/** Bare tellings of a deed by somebody spoken of: no hedge, no appeal, no report in the post. */
export const told: readonly GuiltGroup[] = [
  {
    needs: ['guilt.deed', 'guilt.did', 'guilt.offender', 'guilt.role'],
    wordings: [
      ["(?:he|she|they) (?:was|were) [^.!?\\n]{0,30}(?:and|when (?:he|she)) (?:{adv})(?:murdered|raped|molested|robbed|strangled|killed (?:that|this|those|these|a|two|three|four|his|her|him|them|someone)|stabbed|ran over)", 'says that a suspect did it', 0.75],
      ["(?:{pro}) (?:{adv})(?:murdered|raped|molested|robbed|strangled|executed|embezzled|torched|kidnapped|took the bribe|pulled the trigger|poisoned|pocketed|beat (?:her|him|that)|killed (?:her|him|that|those|someone|somebody|his|a (?:man|woman|kid|child|girl|boy|mother|father|cop|person|baby)|an? [a-z]+ (?:man|woman|girl|boy)|two|three|people|them))", 'says that a suspect did it', 0.7],
      ["the (?:{role}) (?:is|are|was|has been) (?:now |finally |safely )*(?:in jail|behind bars|locked up|off the streets?|in our (?:jail|cell|lockup)|where (?:he|she) belongs)", 'says that the arrestee did it', 0.6],
      ["(?!(?:they|him|her|it) )(?:{pro}|you|(?:the|that|this) (?:{person}|{insult}) (?:in our (?:cell|lockup|jail|custody)|we (?:have|got|arrested|caught|booked|picked up)[a-z ]{0,40}|from [a-z ]{2,20})) (?:{adv})(?:(?:killed|murdered|raped|robbed|strangled|stabbed|molested|abused|stole|torched|kidnapped|burglarized|scammed|mugged|carjacked|assaulted|beat up|attacked|groped|executed|vandalized|swindled|defrauded|poisoned|embezzled|trashed|slashed|shot|drowned|sold) (?:him|her|them|his|the|a|an|that|those|these|two|three|four|five|six|some\\w+|my|our|their|one|every|over|kids|old|innocent|money|drugs|fentanyl|heroin|coke|poison|from)(?! (?:show|spotlight|scene|hearts?|win|game|ball|base|crowd|stage))|broke into|committed|set fire|ran over|deals|dealt|meant to kill|(?:was|were) (?:stealing|dealing|selling (?:drugs|fentanyl|heroin|coke|poison|dope)|molesting|raping|robbing|abusing|scamming)|sells (?:drugs|fentanyl|heroin|coke|poison|dope))", 'says that a suspect did it', 0.7],
      ["(?:the|that|this) (?:{adj})(?:{person}|{insult}) (?:who|that) (?:killed|murdered|raped|robbed|strangled|stabbed|molested|abused|torched|kidnapped|drowned|shot|poisoned|burglarized|mugged|carjacked|executed|groped|beat) (?:him|her|them|his|the|a|an|that|those|these|two|three|four|five|six|some\\w+|my|our|their|one|every|kids|[a-z]+)", 'says that somebody did it', 0.65],
      ["(?:this|that) (?:{adj})(?:{offender})(?! (?:investigation|act|activity|case|complaint|charge|justice|record|enterprise|organi[sz]ation|operation|history|matter|attack|group|element|trespass\\w*|mischief))", 'calls a suspect a criminal', 0.65],
      ["our (?:mystery |serial |elusive |famous |friendly |local |own )*(?:{offender}) (?:is|was|turned out|turns out|has a name|likes|forgot|left)", 'calls a suspect a criminal', 0.7],
      ["(?:the|our|that) (?:[a-z]+) (?:was|were|is|has been|had been) (?:stealing|molesting|raping|robbing|embezzling|abusing (?:kids|her|his|children)|dealing drugs|selling (?:drugs|fentanyl|heroin|coke|dope))", 'says that a suspect did it', 0.65],
      ["^(?:the )?(?:cousin|husband|wife|boyfriend|girlfriend|ex|uncle|father|mother|stepfather|stepdad|son|nephew|neighbor|roommate|brother|sister|suspect) (?:{adv})(?:killed|murdered|raped|robbed|strangled|stabbed|molested|shot|poisoned|beat) (?:him|her|them|his|the|a|that)", 'says that a suspect did it', 0.65],
    ],
  },
  {
    needs: ['guilt.phrase'],
    wordings: [
      ["(?:the|that) (?:{adj})(?:{person}|{insult}|{offender}) (?:who is |who was |who are )?(?:responsible|behind)[^.!?\\n]{0,50} (?:is|are|was|were|has been|have been) (?:now |finally |officially |safely |back )*(?:{held})", 'says that the arrestee did it', 0.8],
      ["(?:{caught})[a-z ,']{0,20}(?:{person}|{insult}) (?:responsible|behind (?:it|the|this|these|those|all)|who is responsible)", 'says that the arrestee did it', 0.8],
    ],
  },
]

/** The same with a surname for the subject. */
export const named: readonly GuiltGroup[] = [
  {
    needs: ['guilt.deed', 'guilt.did', 'guilt.offender'],
    wordings: [
      ["[a-z]{3,} (?:{adv})(?:(?:killed|murdered|raped|robbed|strangled|stabbed|molested|abused|torched|kidnapped|embezzled|poisoned|executed|carjacked|burglarized|beat) (?:him|her|them|his|the|a|that|those|this|two|three|four|these|my|our|someone|every|all)|committed (?:this|that|the|these|those|every|both|it|murder|robbery)|did (?:it|this|that)|broke into|stole (?:the|that|from|her|his|my|those|money)(?! (?:show|spotlight|scene|hearts?|win|game|ball|base|crowd|stage))|shot (?:that|him|her|his|the (?:clerk|owner|kid|cop|victim)|a))", 'says that a suspect did it', 0.7],
      ["[a-z]{3,} (?:is|was|'s) (?:{adv})(?:an? |the )(?:{adj})(?:killer|murderer|rapist|thief|robber|burglar|molester|pedophile|child molester|arsonist|drug dealer|predator|crook|criminal|con man|stalker|wife beater)", 'calls a suspect a criminal', 0.7],
    ],
  },
]