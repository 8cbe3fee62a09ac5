import type { GuiltGroup } from './guilt-parts.ts'

/** Said by the author outright: stands even where the post also says "charged" or "alleged". */
export const outright: readonly GuiltGroup[] = [
  {
    needs: ['guilt.verdict'],
    wordings: [
      [
        '(?:an )?innocent (?:man|woman|kid|person|guy|people|boy|girl|mother|father) (?:was |is |got |gets |being |has been |sitting |rotting )*(?:arrested|in (?:jail|a cell|custody|prison)|charged|locked up|booked|behind bars)',
        'says that a suspect is innocent',
        0.85,
      ],
      ["(?:say|saying|said) it[a-z ']{0,12}: ?guilty", 'calls a suspect guilty before a verdict', 0.85],
      [
        "(?:{pro}|[a-z]{3,})(?: is|'s| was| are)? (?:no|not (?:a|the|our|any)) (?:{adj})(?:killer|murderer|thief|rapist|criminal|shooter|robber|burglar|monster|one (?:who|that))",
        'says that a suspect did not do it',
        0.75,
      ],
      [
        '(?:{pro}|this (?:poor |young |good |innocent )*(?:man|woman|kid|guy|boy|girl)|that (?:poor |young |good )*(?:man|woman|kid|guy|boy|girl)) (?:has |have |had )?(?:done|did) (?:absolutely |literally )?nothing wrong',
        'says that a suspect did not do it',
        0.75,
      ],
      [
        '[a-z]{3,} never (?:touched|laid a (?:hand|finger) on|hurt) (?:him|her|them|that|those|the|anyone|anybody|a)',
        'says that a suspect did not do it',
        0.7,
      ],
      [
        '(?:{pro}|[a-z]{3,}) ?{is} {adv}(?:guilty|the guilty (?:one|party))',
        'calls a suspect guilty before a verdict',
        0.95,
      ],
      [
        '(?:es|son) (?:totalmente |claramente |bien )?(?:culpables?|inocentes?)(?! (?:hasta|de (?:comer|amar|querer)))|^culpables?(?=[!.])',
        'calls a suspect guilty or innocent before a verdict',
        0.85,
      ],
      [
        'guilty as (?:sin|hell|charged|fuck|can be|they come|it gets|f)',
        'calls a suspect guilty before a verdict',
        0.9,
      ],
      [
        '(?:^|(?<=[.!?] ))guilty all day(?: long)?|^(?:\\s*guilty[.!,]+)+(?! ?(?:pleasures?|plea|verdict|of|until|or|jury)\\b)',
        'calls a suspect guilty before a verdict',
        0.85,
      ],
      [
        "no way (?:in hell )?(?:that )?(?:he|she|they|[a-z]{3,}) (?:did|didn't|could|couldn't|would|killed|robbed|shot|stole|is|isn't)(?: not)?(?: have)? ?(?:do|done|it|this|that|innocent|guilty)[^.!?]{0,12}",
        'says whether a suspect did it',
        0.8,
      ],
      [
        "gut (?:says|tells me|said) (?:he's |she's |they're )?guilty|(?:his|her|their) guilt is (?:clear|obvious|certain|plain|beyond (?:doubt|question))|guilt (?:is|was) never in (?:doubt|question)",
        'calls a suspect guilty before a verdict',
        0.9,
      ],
      [
        '(?:{pro}|(?!was |were |an |be |being )[a-z]{3,}) ?{is} (?:{adv}|as |not |an? |completely |100% )*?(?:innocent|not guilty)(?! (?:until|unless|victims?|bystanders?|people|lives|life|child|children|question|mistake))',
        'calls a suspect innocent before a verdict',
        0.9,
      ],
      [
        "(?:is|'s|was) as innocent as|no way [a-z' ]{2,25}(?:is|'s) (?:innocent|guilty)|(?:he|she|they) never hurt (?:anyone|anybody|a soul|a fly)[^.!?]{0,30}",
        'says whether a suspect is guilty or innocent',
        0.85,
      ],
      [
        "(?:not|isn't|ain't|far from|anything but) (?:an )?innocent",
        'says that a suspect is not innocent',
        0.85,
      ],
      [
        '(?:arrested|got|have|charged|locked up|caught|blamed|accused|jailed|booked|picked up|cuffed|grabbed) the wrong (?:guy|man|woman|person|kid|dude|one|suspect|people|boy|girl)',
        'says that the suspect is innocent',
        0.9,
      ],
      [
        "(?:he|she|they|[a-z]{3,}) ?(?:is|was|were|are|'s|got|been) (?:being |been )?(?:framed|railroaded|set up by (?:the )?(?:cops|police|da|detectives)|falsely accused|wrongly accused|wrongfully accused|wrongfully arrested|wrongly arrested)",
        'says that the suspect is innocent',
        0.85,
      ],
      [
        '(?:the )?real (?:{offender}|{role}) (?:is|are) (?:still )?(?:out there|free|walking|at large)|arrest (?:is|was) a mistake',
        'says that the suspect is innocent',
        0.8,
      ],
      [
        "free [a-z]{3,}[,!.] ?(?:he|she|they) (?:is|didn't|did not)[^.!?]{0,20}",
        'says that the suspect is innocent',
        0.8,
      ],
    ],
  },
  {
    needs: ['guilt.did', 'guilt.deed'],
    wordings: [
      [
        "free [a-z]{3,}[,!.] ?(?:he|she|they) (?:didn't|did not|never)[^.!?]{0,20}",
        'says that the suspect is innocent',
        0.8,
      ],
      [
        "(?:he|she|they|[a-z]{3,}) (?:didn't|did not|couldn't have|could not have|never|would never have) (?:do|done|did|kill|killed|murder|murdered|rob|robbed|steal|stole|stolen|rape|raped|shoot|shot|hurt|touch|touched) (?:it|this|that|anyone|anybody|her|him|them|the)",
        'says that the suspect did not do it',
        0.8,
      ],
      [
        '{pro} (?:{adv})(?:did (?:it|this|that|these|them all|all of (?:it|them)|every one)|done it|committed (?:it|this|that|the|these|those|every))[^.!?\\n]{0,20}(?:no (?:doubt|question)|period|end of story|everyone knows|everybody knows|plain and simple|for sure|100)?',
        'says that a suspect did it',
        0.85,
      ],
      [
        '(?:{pro}|this {adj}{insult}|that {adj}{insult}) (?:{adv})did (?:in fact |indeed |actually |really )?(?:molest|rape|kill|murder|rob|steal|shoot|stab|hurt|abuse|assault|do (?:it|this|that))',
        'says that a suspect did it',
        0.9,
      ],
      ['(?:who|we know who) did it(?: now)?:? (?:the|his|her|it was) [a-z]+', 'says who did it', 0.85],
    ],
  },
  {
    needs: ['guilt.sure'],
    wordings: [
      [
        "(?:no doubt|without a doubt|everyone knows|everybody knows|we all know|we know|i know|you know|i am sure|i'm sure|i am certain|i'm certain|i'm positive|trust me|believe me|make no mistake|obviously|clearly|i'm telling you|i can tell you|i would bet|i'd bet|i bet|bet my [a-z]+|for a fact|i guarantee|turns out|period|nobody else|proves?|proof|solved it)[^.!?\\n]{0,60}(?:{crime}|set [a-z]+ [a-z]+ on fire|is the {adj}(?:{offender}|{role}|one|guy)|the one (?:who|that) {crime})",
        'says that a suspect did it',
        0.9,
      ],
    ],
  },
  {
    needs: ['guilt.insult'],
    wordings: [
      [
        '(?:this|that|the|these|those|what an?) {adj}{insult},? (?:who |that )?(?:has |have |had |been |just |{adv})*(?:{crime})',
        'says that a suspect did it',
        0.9,
      ],
    ],
  },
  {
    needs: ['guilt.phrase'],
    wordings: [
      [
        'our (?:guy|man|shooter|killer|burglar|thief|robber|rapist|perp)(?: [a-z]+){0,5} (?:is|was|has been|sits|sleeps) (?:now |finally |safely |back )*(?:{held})',
        'says that the arrestee did it',
        0.75,
      ],
      [
        '(?:{pro}) ?{is} (?:{adv})responsible for (?:killing|murdering|raping|robbing|the (?:deaths?|murders?|killings?|rapes?|robber(?:y|ies)|burglar(?:y|ies)|crimes?|shootings?|stabbings?|fires?|arsons?|attacks?)|this|that|all|every|both)',
        'says that a suspect did it',
        0.8,
      ],
      [
        "(?:it was|it's) (?:definitely |clearly |obviously |totally |absolutely |certainly )?(?:him|her|them)(?=[.!,;]| (?:who|that|alright|all right|for sure|no doubt|on))",
        'says that a suspect did it',
        0.8,
      ],
      [
        "(?:we|i|they|police|cops|detectives|officers|who|team|squad|unit|shift|finally|guys|boys)?[a-z' ]{0,12}(?:got|caught|nailed|found|have|have got|'ve got|nabbed|bagged) (?:our|the right) (?:guy|man|shooter|killer|boy|girl|woman|perp|burglar|thief|robber|rapist|arsonist)",
        'says that the arrestee did it',
        0.9,
      ],
      [
        "caught (?:him |her |them |this [a-z ]{2,20}|that [a-z ]{2,20})?(?:red[- ]handed|in the act|dead to rights)|(?:busted|nabbed|nailed|arrested|bagged|got)[^.!?\\n]{0,40} (?:red[- ]handed|in the act|dead to rights)|(?:is|are|was|'s|has|have|had|got) (?:him |her |them )?dead to rights|red[- ]handed",
        'says that the arrestee was caught doing it',
        0.8,
      ],
      [
        '(?:he|she|they|(?:the |our |this |that )?(?:suspects?|defendant|arrestee|accused|prisoner|shooter|gunman|driver|burglar|robber|killer|man|woman|teen|boyfriend|husband|wife)) (?:has |have |had |later |already |even |finally |just |openly |fully |quickly |also )*(?:confessed(?! (?:his|her|their) (?:love|feelings|sins|secret)| (?:to )?(?:loving|eating|liking|hating|being))|fessed up|gave (?:us |police |detectives |officers )?(?:a|his|her|their) (?:full )?confession|admitted (?:it|to it|everything|to everything|killing|shooting|stabbing|robbing|to (?:the )?(?:killing|shooting|stabbing|robbery|burglary|murder|crime)|that he|that she))',
        'says that a suspect confessed and so did it',
        0.7,
      ],
      ['(?:open[- ]and[- ]shut (?:case)?|slam[- ]dunk case)', 'calls the case proven', 0.7],
      [
        "alleged(?:ly)? my (?:ass|foot|butt|eye)|(?:nothing|not|no|isn't|ain't) [\"']?alleged(?:ly)?[\"']? about",
        'mocks "alleged" and so calls a suspect guilty',
        0.9,
      ],
      [
        '(?:evidence|video|dna|tape|footage|lab|camera)s? (?:clearly |already |all |literally )?(?:proves?|shows?|leaves no doubt|says) (?:that )?(?:everything|it all|he|she|they)(?! (?:was|were) (?:charged|arrested))',
        'says that the evidence proves guilt',
        0.6,
      ],
      [
        "(?:dna|cameras?|prints|tape|video|blood) (?:doesn't|don't|never) lies?",
        'says that the evidence proves guilt',
        0.75,
      ],
    ],
  },
  {
    needs: ['guilt.deed', 'guilt.did', 'guilt.offender', 'guilt.role', 'guilt.phrase'],
    wordings: [
      [
        "(?:he|she|[a-z]{3,}) ?(?:is|was|'s) (?:{adv})(?:our (?:guy|man|shooter|killer|girl|woman|thief|burglar|robber|perp)|the (?:{offender}|{role})|the (?:guy|one|man|woman|person|kid|dude) (?:who|that) (?:{crime}|did))",
        'says that a suspect did it',
        0.85,
      ],
      [
        '(?:he|she|they)(?: [a-z]+ly)? (?:murdered|raped|molested|robbed|strangled|executed|embezzled|burglarized|carjacked|poisoned|kidnapped|set (?:that|the|this) fire|torched|killed (?:that|this|those|these|a|two|three|four|his|her|him|them)|stabbed (?:that|this|a|his|her|him|them|two)|shot (?:that|this|a (?:cop|kid|man|woman|boy|girl|child|clerk|police|baby)|her|him|his (?:wife|girlfriend|ex|own|brother|neighbor))|beat (?:that|her|him|his|an old|the)|stole (?:the|that|those|from|money|her|his|my)|abused (?:her|his|that|those|a)|ran (?:her|him|them|that|those) (?:over|down)|pulled the trigger|took the bribe|sold (?:drugs|fentanyl|heroin|poison))',
        'says that a suspect did it',
        0.75,
      ],
    ],
  },
  {
    needs: ['guilt.offender', 'guilt.insult'],
    wordings: [
      [
        '(?:call|calling) (?:him|her|them) (?:a|an|the|what (?:he|she) is:? a) (?:{adj})(?:{offender})',
        'calls a suspect a criminal',
        0.75,
      ],
      [
        '(?:murdering|thieving|raping|child[- ]molesting|drug[- ]dealing|dope[- ]dealing|wife[- ]beating|woman[- ]beating|gun[- ]toting|burgling|cop[- ]killing) (?:{adj})(?:{insult}|{person})',
        'calls a suspect a criminal',
        0.75,
      ],
      [
        "(?:{pro}|{insult}|{person}|suspect|accused|defendant|mother|father|nephew|nephews|arrestee|(?:know|knows|say|says|sure|convinced|bet|think|believe) (?:that )?[a-z]+(?: [a-z]+)?)(?: [a-z]+){0,3}? ?(?:is|was|are|were|'s|, is) (?:{adv})(?:an? |the |nothing but an? |just an? |our )(?:{adj})(?:{offender})(?! (?:attack|act|cell|organi[sz]ation|group|threat|watch|proof))",
        'calls a suspect a criminal',
        0.8,
      ],
      ['[a-z]+, (?:is|was) (?:the|an?) (?:{adj})(?:{offender})', 'calls a suspect a criminal', 0.7],
      [
        '(?:what|how|like) (?:a|an|the face of) (?:{adj})(?:{offender}) looks? like|(?:face|eyes|mind) of (?:a|an|the) (?:{adj})(?:{offender})',
        'calls a suspect a criminal',
        0.75,
      ],
      [
        "(?:he's|she's|they're|he is|she is|they are|that's|that is)(?: not?| no)? (?:an? )?(?:suspect, (?:he's|she's|he is|she is) )?(?:an? |nothing but an? |just an? )(?:{adj})(?:{offender})",
        'calls a suspect a criminal',
        0.85,
      ],
      [
        '(?:a (?:liar|drunk|thug|coward|monster|animal|cheat) and an? (?:{offender}))',
        'calls a suspect a criminal',
        0.85,
      ],
      [
        "(?:looking at|look at|there goes|here's|here is|that is|that's|this is|behold|stare at) (?:the )?(?:face of )?(?:a|an|the) (?:{adj})(?:{offender})(?! (?:attack|act|cell|organi[sz]ation|group|threat|watch|proof))",
        'calls a suspect a criminal',
        0.8,
      ],
      [
        "(?:this is|here's|here is|meet|say hello to|say hi to|introducing|behold|presenting) (?:the|your|our|this) (?:{adj})(?:{offender}|{insult}|{person})(?:[a-z ]{0,30})?(?: who| that| from)? ?(?:{crime})",
        'says that a suspect did it',
        0.85,
      ],
    ],
  },
]
