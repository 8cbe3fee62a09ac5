import type { GuiltGroup } from './guilt-parts.ts'

/** Bare tellings of a deed by somebody spoken of: no hedge, no appeal, no report in the post. */
export const told: readonly GuiltGroup[] = [
  {
    needs: ['guilt.deed', 'guilt.did', 'guilt.offender', 'guilt.role'],
    wordings: [
      [
        'the (?:{adj})(?:{offender}) (?:was|is) (?:hiding|crying|laughing|smiling|sleeping|sitting|found|lying|smirking|in our|sweating|still|no longer|only|a \\d+|our|my)',
        'calls the arrestee a criminal',
        0.65,
      ],
      [
        '(?:he|she|they) (?:was|were) [^.!?\\n]{0,30}(?:and|when (?:he|she)) (?:{adv})(?:murdered|raped|molested|robbed|strangled|killed (?:that|this|those|these|a|two|three|four|his|her|him|them|someone)|stabbed|ran over)',
        'says that a suspect did it',
        0.75,
      ],
      [
        '(?:{pro}) (?:{adv})(?:murdered|raped|molested|robbed|strangled|executed|embezzled|torched|kidnapped|took the bribe|pulled the trigger|poisoned|pocketed|beat (?:her|him|that|(?:his|her) (?:wife|husband|girlfriend|boyfriend|kids?|mother|ex|own))|killed (?:her|him|that|those|someone|somebody|his|a (?:man|woman|kid|child|girl|boy|mother|father|cop|person|baby)|an? [a-z]+ (?:man|woman|girl|boy)|two|three|people|them))',
        'says that a suspect did it',
        0.7,
      ],
      [
        'the (?:{role}) (?:is|are|was|has been) (?:now |finally |safely )*(?:in jail|behind bars|locked up|off the streets?|in our (?:jail|cell|lockup)|where (?:he|she) belongs)',
        'says that the arrestee did it',
        0.6,
      ],
      [
        '(?!(?:they|him|her|it) )(?:{pro}|you|(?:the|that|this) (?:{person}|{insult}) (?:in (?:our|a|the) (?:cell|lockup|jail|custody)|in (?:this|that|the) (?:mugshot|photo|picture|video)|(?:we|i|they|officers|my (?:squad|partner|shift|unit|guys)|our (?:[a-z]+ ){0,2}[a-z]+|[a-z]+ shift) (?:have|got|arrested|caught|booked|collared|cuffed|nabbed|picked up|locked up)[a-z ]{0,40}|from [a-z ]{2,20})) (?:{adv})(?:(?:killed|murdered|raped|robbed|strangled|stabbed|molested|abused|stole|torched|kidnapped|burglarized|scammed|mugged|carjacked|assaulted|beat up|attacked|groped|executed|vandalized|swindled|defrauded|poisoned|embezzled|trashed|slashed|shot|drowned|sold) (?:him|her|them|his|the|a|an|that|those|these|two|three|four|five|six|some\\w+|my|our|their|one|every|over|kids|old|innocent|money|drugs|fentanyl|heroin|coke|poison|from)(?! (?:show|spotlight|scene|hearts?|win|game|ball|base|crowd|stage))|broke into|committed|did (?:it|this|that)(?! (?:for|with) (?:love|a smile))|set fire|ran over|deals|dealt|meant to kill|(?:was|were|had been|has been) (?:peeping|breaking in(?:to)?|stalking|flashing|stealing|dealing|selling (?:drugs|fentanyl|heroin|coke|poison|dope)|molesting|raping|robbing|abusing|scamming)|sells (?:drugs|fentanyl|heroin|coke|poison|dope))',
        'says that a suspect did it',
        0.7,
      ],
      [
        '(?:the|that|this) (?:{adj})(?:{person}|{insult}) (?:who|that) (?:killed|murdered|raped|robbed|strangled|stabbed|molested|abused|torched|kidnapped|drowned|shot|poisoned|burglarized|mugged|carjacked|executed|groped|beat) (?:him|her|them|his|the|a|an|that|those|these|two|three|four|five|six|some\\w+|my|our|their|one|every|kids|[a-z]+)',
        'says that somebody did it',
        0.65,
      ],
      [
        '(?:this|that) (?:{adj})(?:{offender})(?! (?:investigation|act|activity|case|complaint|charge|justice|record|enterprise|organi[sz]ation|operation|history|matter|attack|group|element|trespass\\w*|mischief))',
        'calls a suspect a criminal',
        0.65,
      ],
      [
        'our (?:mystery |serial |elusive |famous |friendly |local |own )*(?:{offender}) (?:is|was|turned out|turns out|has a name|likes|forgot|left)',
        'calls a suspect a criminal',
        0.7,
      ],
      [
        '(?:the|our|that) (?:[a-z]+) (?:was|were|is|has been|had been) (?:stealing|molesting|raping|robbing|embezzling|abusing (?:kids|her|his|children)|dealing drugs|selling (?:drugs|fentanyl|heroin|coke|dope))',
        'says that a suspect did it',
        0.65,
      ],
      [
        '^(?:the )?(?:cousin|husband|wife|boyfriend|girlfriend|ex|uncle|father|mother|stepfather|stepdad|son|nephew|neighbor|roommate|brother|sister|suspect) (?:{adv})(?:killed|murdered|raped|robbed|strangled|stabbed|molested|shot|poisoned|beat) (?:him|her|them|his|the|a|that)',
        'says that a suspect did it',
        0.65,
      ],
    ],
  },
  {
    needs: ['guilt.phrase'],
    wordings: [
      [
        '(?:the|that) (?:{adj})(?:{person}|{insult}|{offender}) (?:who is |who was |who are )?(?:responsible|behind)[^.!?\\n]{0,50} (?:is|are|was|were|has been|have been) (?:now |finally |officially |safely |back )*(?:{held})',
        'says that the arrestee did it',
        0.8,
      ],
      [
        "(?:{caught})[a-z ,']{0,20}(?:{person}|{insult}) (?:responsible|behind (?:it|the|this|these|those|all)|who is responsible)",
        'says that the arrestee did it',
        0.8,
      ],
    ],
  },
]

/** The same with a surname for the subject. */
export const named: readonly GuiltGroup[] = [
  {
    needs: ['guilt.deed', 'guilt.did', 'guilt.offender'],
    wordings: [
      [
        '[a-z]{3,} (?:{adv})(?:(?:killed|murdered|raped|robbed|strangled|stabbed|molested|abused|torched|kidnapped|embezzled|poisoned|executed|carjacked|burglarized|beat) (?:him|her|them|his|the|a|that|those|this|two|three|four|these|my|our|someone|every|all)|committed (?:this|that|the|these|those|every|both|it|murder|robbery)|did (?:it|this|that)|broke into|stole (?:the|that|from|her|his|my|those|money)(?! (?:show|spotlight|scene|hearts?|win|game|ball|base|crowd|stage))|shot (?:that|him|her|his|the (?:clerk|owner|kid|cop|victim)|a))',
        'says that a suspect did it',
        0.7,
      ],
      [
        "[a-z]{3,} (?:is|was|'s) (?:{adv})(?:an? |the )(?:{adj})(?:killer|murderer|rapist|thief|robber|burglar|molester|pedophile|child molester|arsonist|drug dealer|predator|crook|criminal|con man|stalker|wife beater)",
        'calls a suspect a criminal',
        0.7,
      ],
    ],
  },
]
