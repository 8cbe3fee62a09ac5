import type { GuiltGroup } from './guilt-parts.ts'

/** An offender's name put on the one arrested: not when the sentence says alleged, charged or the like. */
export const labelled: readonly GuiltGroup[] = [
  {
    needs: ['guilt.offender', 'guilt.insult'],
    wordings: [
      [
        '(?:the|this|that|these|those) (?:{adj})(?:{offender}|{insult}) (?:that |who |whom )?(?:we|i|they|my partner|our [a-z]+|[a-z]+ shift|officers) (?:just |finally |also )*(?:arrested|caught|got|nabbed|busted|booked|locked up|picked up|cuffed|collared|brought in|have in (?:custody|jail))',
        'calls the arrestee a criminal',
        0.85,
      ],
      [
        '(?:good riddance to|goodbye to|bye bye to|so long to|one more|adios to|see ya) (?:an? |the |this |that |another )?(?:{adj})(?:{offender}|{insult}|{person} (?:who|that) (?:has |have |been |was |is )*(?:{crime}))|caught you,? (?:you )?(?:{adj})(?:{offender}|{insult})',
        'calls the arrestee a criminal',
        0.75,
      ],
      [
        "(?:the|that|this) (?:{adj})(?:{insult}|{offender})[^.!?\\n]{0,60} (?:is|are|was|were|'s|has (?:finally |now |just )?been|have (?:finally |now |just )?been) (?:now |finally |officially |safely |back |currently )*(?:{held})",
        'says that the arrestee did it',
        0.75,
      ],
      ['(?:{caught})[:!,]? (?:{det}) (?:{adj})(?:{offender})', 'calls the arrestee a criminal', 0.85],
      [
        '(?:{offender})s? (?:down|caught|busted|bagged|nabbed|arrested|captured|in custody)',
        'calls the arrestee a criminal',
        0.75,
      ],
      [
        "(?:{offender})(?: [a-z0-9']+){0,6}? (?:is |are |was |were |has been |have been |now |finally |safely |sitting )*(?:{held})",
        'calls the arrestee a criminal',
        0.75,
      ],
      [
        '(?:one less|one fewer|another|took an?|taking an?|take an?|two more|two less|three less|get|got|getting|keep|keeping|put|putting) (?:{adj})(?:{offender}|{insult})[a-z ]{0,24}(?:off (?:the|our|your|of|these) ?(?:street|streets|road|roads)?|behind bars|away|on (?:the|our) streets?|in jail|in cuffs)',
        'calls the arrestee a criminal',
        0.85,
      ],
      [
        '(?:arrested|collared|caught|nabbed|picked up|booked|locked up|busted|cuffed)[a-z0-9 ]{0,30} (?:is|are|was|were) (?:the one (?:who|that)|(?:an? |all |nothing but )?(?:{adj})(?:{offender})|responsible for|the (?:{offender}|{role})|behind (?:all|the|it))',
        'says that the arrestee did it',
        0.85,
      ],
      [
        '(?:enjoy|have fun in|welcome to|nighty night in|sleep well in|rot in) (?:jail|prison|your (?:new )?cell|the cell|lockup|a cell)[^.!?]{0,20}(?:{offender}|{insult})|(?:too good for|deserves to rot,?|burn in hell,?|rot in hell,?) (?:this |that |you )?(?:{adj})(?:{offender})',
        'calls the arrestee a criminal',
        0.8,
      ],
      [
        '(?:{offender}|{insult}) (?:who|that) (?:has |have |been |was )*(?:{crime})[^.!?\\n]{0,50}(?: has been| have been| was| is| got| are| were)? ?(?:done|caught|arrested|found|charged|in cuffs|in custody|locked up|in jail|in a cell|behind bars)',
        'says that the arrestee did it',
        0.75,
      ],
    ],
  },
  {
    needs: ['guilt.insult'],
    wordings: [['(?:{caught})[:!,]? (?:{det}) (?:{adj})(?:{insult})', 'says that the arrestee did it', 0.75]],
  },
  {
    needs: ['guilt.role'],
    wordings: [
      [
        "(?:we|i|our (?:[a-z]+ ){0,3}(?:officers?|detectives?|guys|team|unit|squad|shift|night shift|boys|k9|cops)|(?:night|day|third|second|first|midnight|evening) shift|they|finally)[a-z' ]{0,14}(?:{caught}) (?:{det}) (?:{adj})(?:{role})",
        'says that the arrestee did it',
        0.75,
      ],
    ],
  },
  {
    needs: ['guilt.deed', 'guilt.did'],
    wordings: [
      [
        "(?:{caught}|catching|arrest of|capture of) (?:the|our|this|that|these|those|both) (?:{adj})(?:{person}|{offender}|{insult}|{role}) (?:who|that|that's|who's|which) (?:has |have |had |was |were |been |is |are |allegedly )*(?:{crime}|responsible|did the (?!dishes|laundry|right|job|same|work|best|most)[a-z']+)",
        'says that the arrestee did it',
        0.85,
      ],
      [
        "(?:(?:the|that|this|these|those|all) |^)(?:{adj})(?:{person}|{insult}|{offender}|gang members?) (?:who|that) (?:has |have |had |was |were |been )*(?:{crime})[^.!?\\n]{0,60}? ?(?:is|are|was|were|'s|has (?:finally |now |just )?been|have (?:finally |now |just )?been)(?: now| finally| officially| safely| currently| sitting)*? (?:{held}|in jail|found)",
        'says that the arrestee did it',
        0.85,
      ],
      [
        '(?:mother|father|husband|wife|boyfriend|girlfriend|babysitter|suspect|man|woman|guy|kid|teacher|coach|nephew|mayor|priest|driver|brothers|two|three|[a-z]{4,}(?:son|ski|ez|man|ley|ins|ton|er)) (?:{adv})(?:murdered|raped|molested|robbed|strangled|poisoned|embezzled|abused her|abused his|torched|stabbed (?:her|his|that)|shot (?:her|his|that)|killed (?:her|him|his|that|those)|did (?:it|this)|hit [a-z]+ (?:gas|stores|homes|banks))',
        'says that a suspect did it',
        0.65,
      ],
      ['these (?:two|three|four|guys|men|punks) (?:{crime}|hit)', 'says that the arrestees did it', 0.7],
    ],
  },
  {
    needs: ['guilt.phrase'],
    wordings: [
      [
        "(?:got|gotcha|nailed|caught|busted|nabbed|bagged) (?:him|her|them|em|'em)(?=[!.]| (?:and|at last|finally|tonight|today))",
        'says that the arrestee did it',
        0.6,
      ],
      ['case closed|mystery solved|case solved', 'says that the arrestee did it', 0.55],
    ],
  },
]
