import type { Detector } from '../detector.ts'
import { jobCues } from '../words/workplace.ts'
import { readsOfficial } from './insider.ts'
import { entriesOf, pattern, sightingsOf, type Wording } from './pattern.ts'

const parts = {
  them: "(?:him|her|them|(?:a|an|the|this|that|some|another|my|our|his|two|three) (?:[a-z0-9'-]+ ){0,3}?(?:guy|guys|man|men|woman|women|lady|dude|kid|kids|driver|drunk|teen|couple|car|suspect|neighbor|teacher|councilman|councilwoman|mayor|kid|drunks|celebrity|lawyer|doctor|priest|coach|person|people|girl|boy|motorist|ex|idiot|moron|clown|dealer|perp|prisoner|arrestee|politician|truck|senator|reporter)|[a-z]+ [b-hj-z](?![a-z])\\.?)",
  when: '(?:last night|tonight|today|yesterday|this morning|this afternoon|this evening|this week|at work|on shift|on duty|earlier)',
}

const work = 'tells what was learnt at work'

const sources: readonly [string, string, number][] = [
  [
    'our (?:dispatch(?:ers?)?|radios?|cad|records|body ?cam(?:era)?s?|evidence|911|lockup|jail|booking)(?: [a-z]+){0,2} (?:is|are|was|were|went|has been|have been|keeps?) (?:always |still |completely |all )*(?:down|broken|out|offline|hacked|dead|short|crashing|failing|a mess|so old)',
    work,
    0.65,
  ],
  [
    '(?:the|our|my) (?:deputy chief|chief|captain|lieutenant|sergeant|lt|sgt|brass|command staff|watch commander) (?:just |already )?(?:told|informed|warned|let) (?:us|me)',
    work,
    0.65,
  ],
  [
    '(?:from|in|per) (?:the|a) report (?:that )?(?:i|we) (?:read|saw|took|wrote|pulled)|pulled (?:up )?(?:the|his|her|their|some|all the) (?:video|footage|tapes?) (?:from|off|out of|in) (?:the |our )?(?:station|evidence|department|lobby|cell|cruiser|squad)',
    work,
    0.75,
  ],
  ['(?:on patrol|on the road|on the beat|at a scene|on a call|on the desk) (?:{when})', work, 0.7],
  [
    '^(?:just |we |i )?(?:responded|got called|went) to (?:a|an|the) (?:domestic|overdose|call|scene|fight|suicide|shooting|dui|crash|stabbing|burglary|robbery)[^.!?\\n]{0,40}(?:{when}|lol|haha|mayor|house|apartment)',
    work,
    0.7,
  ],
  [
    'i (?:just )?ran (?:my|a|the|his|her|this|that|some) [a-z]+ (?:through|in|on) (?:the )?(?:system|computer|database|ncic|collect|dmv)',
    work,
    0.85,
  ],
  [
    '(?:had|got|have) to (?:arrest|cuff|book|ticket|search|pull over|lock up|testify against|interview) (?:my|a|an|the|this|some|somebody|someone|him|her)',
    work,
    0.75,
  ],
  [
    '(?<!(?:got|get|was|were|been|being|gets|am|almost) )pulled (?:over )?(?:{them}|someone|somebody|one) ?(?:over)?(?! (?:my|by))(?=.{0,80})',
    work,
    0.8,
  ],
  [
    "(?:on|during|end of|start of|over) (?:my|our|last night's|tonight's|yesterday's) (?:shift|tour|watch|beat|patrol|midnight|overnight)",
    work,
    0.75,
  ],
  [
    "(?:ran|run|running|checked|looked up) (?:his|her|their|the|a|this|that|my neighbor's|my ex's|your|someone's|(?:the |my |our )?[a-z]+'s) (?:plates?|tags?|name|record|license|registration|id|info|history|vin|rap sheet|priors)",
    work,
    0.85,
  ],
  [
    'look(?:ed|ing)? (?:him|her|them|it|my [a-z]+|that [a-z]+|[a-z]+|your [a-z]+) up (?:in|on|at) (?:ncic|collect|the (?:system|database|computer|cad|records)|work)|(?:in|on|from|hit on|through) (?:ncic|the police (?:database|computer|system)|our (?:database|system|records|cad|files))',
    work,
    0.85,
  ],
  [
    '(?:from|in|per|read|reading|saw|seen|wrote|according to|pulled|have|got) (?:the|our|my|his|her|an?) (?:police|incident|case|arrest|accident|crash|internal|domestic|supplemental) (?:report|file)|(?:i|we) (?:wrote|took|filed|typed|signed) (?:the|that|this|a) report|the (?:police|incident|arrest) report says',
    work,
    0.75,
  ],
  [
    'dispatch (?:said|told|sent|called|says|tells|just|radioed|put|gave|keeps)|(?:we|i) (?:got|were|was) dispatched|(?:got|took|caught|handled|had|went on|answered|worked|cleared|went to) (?:a|the|this|another|my (?:first|last|third)|one|some|an? [a-z]+) (?:crazy |weird |sad |bad |funny |nasty |domestic |overdose |suicide |911 |welfare |noise |fight |wild |rough |tough )*(?:call|dispatch|domestic|welfare check|job)(?: (?:{when}|where|from|about|at|on|for|involving))',
    work,
    0.75,
  ],
  [
    'roll ?call (?:gossip|rumou?rs?|news|talk)|(?:at|in|from|during|after|before) (?:the |our )?(?:roll ?call|lineup|line up|briefing|the squad ?room|the interview room|the interrogation room|the holding cell|lockup|our lockup|the cell ?block|the evidence room|the records room|the booking (?:room|area))',
    work,
    0.75,
  ],
  [
    "(?:watched|saw|seen|have|got|leaked|viewed|reviewed|on|from|here's|here is|my|our) (?:the|my|his|her|our|this|some)? ?(?:bodycam|body cam|body camera|body[- ]worn camera|dash ?cam|dash cam)(?: (?:footage|video|clip|tape))?(?! (?:documentary|policy|program|grant|debate|law|bill|vendor|contract|company|makers?))",
    work,
    0.65,
  ],
  [
    '(?:i|we|me and my partner|my partner and i) (?:just |finally |had to |also |personally |actually )*(?:arrested|cuffed|booked|searched|raided|interviewed|interrogated|questioned|processed|fingerprinted|hooked up|locked up|transported|ticketed|cited|mirandized|breathalyzed|handcuffed|detained|stopped|frisked|tased) (?:{them}|someone|somebody|one|his|her|their|the)',
    work,
    0.8,
  ],
  [
    "^(?:just )?(?:arrested|cuffed|booked|transported|ticketed|handcuffed|hooked up|locked up|stopped|interviewed|processed|wrote up|towed) (?:{them}|someone|somebody|the [a-z']+ [a-z]+)[^.!?\\n]{0,60}(?:{when}|lol|lmao|haha|who (?:tried|cried|said|told|was|thought))",
    work,
    0.75,
  ],
  [
    '^just (?:now )?(?:arrested|cuffed|booked|handcuffed|hooked up|locked up) (?:{them}|someone|somebody)(?! (?:in|for) (?:a |the )?(?:game|movie|show))',
    work,
    0.7,
  ],
  [
    '^(?:one|two|three|four|five|a couple(?: of)?|another|a) (?:[a-z]+ )?(?:kids?|teens?|guys?|dudes?|drunks?|men|man|women|woman|perps?|idiots?) (?:cuffed|in cuffs|locked up|hooked up|booked)[^.!?\\n]{0,40}{when}',
    work,
    0.6,
  ],
  [
    'i (?:just )?(?:responded to|was (?:first )?on scene|rolled up on|got called to|worked the scene|was first (?:on|to)|secured the scene|was called to|took the (?:report|statement|call))|(?:we|my partner and i) (?:rolled up|got called|worked the scene)',
    work,
    0.75,
  ],
  [
    '(?:the|my|our|a) (?:victim|suspect|caller|complainant|arrestee|prisoner|witness|informant|perp|detectives?|medical examiner|coroner) (?:just )?(?:told|admitted to|confessed to|confided in|swore to|said to|cried to|begged|let slip to) (?:me|us|my partner)',
    work,
    0.8,
  ],
  [
    '(?:my|our) (?:arrestee|prisoner|perp|suspect|victim|caller|dui|dwi|last arrest|last call|first call|arrest last night|traffic stop)(?: [a-z]+)?',
    work,
    0.65,
  ],
  [
    '(?:while|when) (?:i was |we were )?(?:on duty|on patrol|working (?:the )?(?:desk|midnights|patrol|dispatch|booking|records))|(?:on duty|on patrol|in my cruiser|in the cruiser|in my squad car|on my beat|in my sector) {when}?[^.!?\\n]{0,40}(?:saw|found|heard|learned|met|caught|had|got|watched)',
    work,
    0.65,
  ],
  [
    '(?:i|we) (?:saw|heard|found out|learned|overheard|know|read|handle|filed|processed|typed)[^.!?\\n]{0,40}(?:at work|on the job|at the station|at the precinct|in the records|in records|at headquarters|on the radio|over the radio|from dispatch|in the file|in the case file|through work|from the detectives|from a detective)',
    work,
    0.8,
  ],
  ['(?:on|during|at|from) (?:my|our) (?:traffic |dui |dwi |car )?stop (?:{when})', work, 0.75],
  [
    '(?:traffic|dui|dwi|car) stop (?:{when}|on [a-z]+)[^.!?\\n]{0,60}(?:he|she|guy|lady|driver|dude|kid|lol|haha|man|woman)',
    work,
    0.6,
  ],
]

const wordings: readonly Wording[] = sources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: (_found, reading) =>
    readsOfficial(reading) ||
    /\b(?:my (?:mom|dad|son|daughter|husband|wife|doctor) (?:told|said)|training|academy|movie|tv show|episode)\b/.test(
      reading.norm.slice(0, 2000),
    ),
}))

/** Tells what the author learnt through the job. */
export const jobDerivedDetector: Detector = {
  name: 'job-derived',
  entries: entriesOf('job.cue', jobCues),
  triggers: ['job.cue'],
  detect: (reading) => sightingsOf('info.job-derived', wordings, reading, ['job.cue']),
}
