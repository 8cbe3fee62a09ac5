import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import { memberCues, personnelCues } from '../words/workplace.ts'
import { readsOfficial } from './insider.ts'
import { entriesOf, pattern, sightingsOf, type Found, type Wording } from './pattern.ts'

const parts = {
  rank: '(?:sgt\\.?|sergeant|lt\\.?|lieutenant|capt\\.?|captain|det\\.?|detective|officer|ofc\\.?|patrolman|dispatcher|deputy|trooper|chief|deputy chief|rookie|probie)',
  mate: '(?:partner|sergeant|sgt|lieutenant|lt|captain|chief|supervisor|fto|rookie|trainee|squadmate|coworker|co-worker|colleague|dispatcher|shift commander|boss|probie)',
  private:
    "(?:got|gets|getting|is|was|has|had|keeps|went|lives?|sleeps?|slept|drinks?|drank|showed|shows|can't|cannot|never|always|cheated|cheats|owes|hooked|crashed|fell|failed|moved|married|divorced|dating|dates|called|calls|refuses|refused|stole|lied|lies|turned|turns|cried|hit|puked|snores|hates|left|looks|smells|doesn't|didn't|won't|told|tells|ate|eats|said|says|thinks|loves|forgot|passed|banged|spent|bought|drives|farted|forgets|screwed|botched|wrecked|totaled|blew|comes|came|runs|needs)",
}

const about = 'tells of another member of the department'

const coworkerSources: readonly [string, string, number][] = [
  [
    '{rank} (?!(?:is|was|and|of|with|who|in|on|at|for|from|to|the|involved)\\b)[a-z]{3,} (?:showed up|came to work|came in|called in sick|passed out|fell asleep|got into it|went off|blew up|threw up) (?:drunk|late|high|hungover|hung over|again|on|at|in|with|because|to|wasted|every)',
    about,
    0.75,
  ],
  ['(?:photo|pic|picture|video|selfie|snap) of (?:my|our) {mate}', about, 0.7],
  ['(?:my|our) {mate},? (?!(?:and i|and me|in life|in crime|of)\\b)(?:@?[a-z]{3,} )?{private}', about, 0.7],
  [
    '(?:my|our) (?:partner|sergeant|sgt|lieutenant|lt|captain|fto|rookie|trainee|squadmate|shift commander|dispatcher|probie) (?!and\\b|in\\b|of\\b|for\\b|to\\b|is\\b|was\\b|has\\b|with\\b|on\\b|at\\b)@?[a-z]{3,}(?=[^a-z]|$)',
    about,
    0.65,
  ],
  [
    '(?:{rank}) (?!(?:is|was|has|and|of|with|who|in|on|at|for|from|to|said|says|the|involved|safety|down|training|exam|general|job|jobs|position|a|will|can|or|that|shot|shooting)\\b)@?[a-z]{3,}(?: [a-z]{3,})? (?:is |was |has been |just |always |keeps |never |again |got caught )*(?:getting (?:divorced|a divorce|married|fired|fat|old|drunk)|divorced|divorcing|cheating|sleeping (?:with|on|in)|sleeps|drunk|drinking|a (?:drunk|joke|clown|cheat|liar|rat|snitch|coward|racist|creep|disgrace|lazy|legend|fool|moron)|lazy|an? (?:idiot|alcoholic|addict|embarrassment)|useless|incompetent|pregnant|gay|sick|in rehab|off his meds|dating|hooking up|broke|lives?|living|hung ?over|asleep|late|owes|single|in the hospital|having an affair|hiding|crying|looks|smells|passed out|went home|had (?:a|an|another|his|her) (?:heart attack|stroke|seizure|surgery|breakdown|miscarriage|baby|overdose|affair|relapse))',
    about,
    0.75,
  ],
  [
    '(?:tagging|tagged|shout ?out to|look at|check out|here with|out with|hanging with|drinking with|with my) (?:my )?(?:@[a-z]+|{rank} [a-z]+|partner|squad|crew)[^.!?\\n]{0,30}(?:shift|squad|partner|drunk|drunks|beers?|wasted|hammered|cops?|party|academy|bar)',
    about,
    0.65,
  ],
  [
    '(?:my|our|a|some|one of my|these|those|fellow) (?:fellow )?(?:coworkers?|co-workers?|colleagues?|fellow (?:officers?|cops?)|squadmates?|officers?|cops|cop|guys)(?: (?:on|from|at|in) (?:my|our|the|third|day|night|second|first) (?:shift|squad|department|unit|station|precinct|pd))? (?:is|are|was|were|got|keeps?|just|has|have) (?:all |so |such |getting |being |a |an |bunch of |caught )*(?:drunk|lazy|cheating|sleeping|racist|dirty|stupid|divorced|pregnant|fired|suspended|useless|idiots?|clowns?|rats?|snitch(?:es)?|liars?|crooked)',
    about,
    0.7,
  ],
  [
    '(?:happy birthday|get well|prayers|congrats on (?:the|your)|welcome home)[^.!?\\n]{0,20} (?:to )?my (?:{mate}|squad|brother in blue|sister in blue)(?: [a-z]+)?',
    about,
    0.65,
  ],
  [
    "(?:{rank} [a-z]{3,}|my (?:{mate}))(?:'s| 's) (?:wife|husband|kids?|girlfriend|boyfriend|divorce|house|home|address|car|phone|number|cell|medical|surgery|drinking|cancer|baby|birthday|affair|mistress|mug|locker|ex)",
    about,
    0.75,
  ],
]

const record = 'tells of discipline, leave or other personnel matters of a member'

const personnelSources: readonly [string, string, number][] = [
  [
    'under (?:an? )?(?:internal|ia|internal affairs) investigation|(?:being |been |was |were )?forced to (?:retire|resign|quit)|under investigation by (?:ia|internal affairs)',
    record,
    0.7,
  ],
  [
    '(?:got|getting|gets|was|is|been|were|be|being|just|are|they|them|she|he|[a-z]{3,}) (?:suspended|fired|terminated|demoted|disciplined|reprimanded|written up|reassigned|transferred|benched|put on (?:desk duty|leave|administrative leave|light duty)|placed on (?:desk duty|leave|administrative leave|unpaid leave|medical leave)|passed over|forced out|stripped of|busted (?:down )?to)(?: (?:for|from|to|without|with|again|because|over|last|this|after|pending|today|by|down|again)|[.!,]|$)',
    record,
    0.7,
  ],
  [
    "(?:out|is|he's|she's|went|on|still|off) (?:on |out on )?(?:medical|sick|stress|fmla|family|mental health|maternity|paternity|administrative|paid|unpaid|disability) leave(?: (?:with|for|after|because|again|since|pending|and|due))|(?:out|off) (?:on|with) (?:ptsd|fmla|rehab|workers comp|a back injury|light duty)|on light duty (?:with|for|because|since|after)",
    record,
    0.75,
  ],
  [
    '(?:they|chief|brass|command|admin|lieutenant|captain|sergeant|department)(?: [a-z]+)? (?:are|is|just|was|were)? ?(?:transferring|transferred|moving|suspending|suspended|demoting|demoted|firing|fired|disciplining|reassigning|reassigned|wrote up|writing up|benched|punishing) (?:him|her|them|me|us|my [a-z]+|our [a-z]+|officer [a-z]+|(?:sgt|lt|det|capt)\\.? [a-z]+|(?!the\\b|a\\b|all\\b|it\\b|to\\b|two\\b|for\\b|from\\b)[a-z]{3,})(?: [a-z]+)?',
    record,
    0.7,
  ],
  [
    'tested positive (?:on|in) (?:the|a|his|her|their) (?:[a-z]+ )?(?:drug|urine|random|screen|test)|(?:failed|flunked|popped on|popped positive on|refused) (?:the|a|his|her|their) (?:drug test|psych eval\\w*|fitness for duty|fit for duty|random|piss test|polygraph|firearms qualification|pt test|field training|urine test)',
    record,
    0.8,
  ],
  [
    '(?:duty|shift|squad|department|personnel|undercover|our|overtime|staffing|detail) roster|roster (?:for|of) (?:[a-z]+ ){0,3}(?:squad|shift|unit|officers|patrol|department)',
    'gives a roster of members',
    0.75,
  ],
  [
    '(?:ia|internal affairs) (?:is|was|came|opened|has|after|investigation|complaint|file|case|wants|called)(?: [a-z]+){0,4}(?: (?:after|on|against|for|him|her|chen|officer|sgt|lt|me|us|again))?',
    record,
    0.7,
  ],
  [
    "(?:his|her|their|officer [a-z]+'s|(?:sgt|lt|det|capt)\\.? [a-z]+'s|[a-z]+'s|my) (?:personnel (?:file|record|folder|records)|disciplinary (?:record|history|file|hearing)|discipline (?:file|record)|evaluations?|performance review|ia file|internal affairs file|psych (?:eval|evaluation)|last chance agreement|pension (?:claim|hearing)|grievance)",
    record,
    0.75,
  ],
  [
    '(?:resigned|quit|retired) (?:in lieu of|before they (?:could )?fired?|to avoid|under investigation|because of the|ahead of)',
    record,
    0.75,
  ],
  [
    '(?:\\d+|ten|five|three|thirty|two|fifteen|twenty) days? (?:suspension|on the beach|without pay|unpaid|off without pay)|(?:took|take|turned in|surrendered) (?:his|her|their) (?:badge|gun and badge|badge and gun)',
    record,
    0.75,
  ],
]

const praise =
  /\b(?:congratulations|congrats|promotion|promoted|retire[sd]?|retirement|proud|award|awarded|medal|lifesaving|welcome|thank|thanks|honor|honored|memory|remember|rescued|saved|visited|read to|delivered|graduat\w+|kudos|great job|way to go|per (?:department )?policy|standard procedure|pending (?:an|the) (?:investigation|review))\b/
const elsewhere =
  /\b(?:my (?:kid|son|daughter|wife|husband|mom|dad)|player|players|coach|team|league|school|student|students|flight|flights|service|trains?|class|classes|game|season|account|twitter|facebook|youtube|nfl|nba|mlb|nhl|train|ferry|airport|operations|search|racing|driver's license|license|bus|money|funds|payments|movie|tv|show|episode)\b/
const memberTalk =
  /\b(?:officers?|ofc|sgt|sergeant|lt|lieutenant|capt|captain|det|detective|chief|squad|shift|department|pd|cops?|patrol|partner|dispatcher|midnights|ia|internal affairs|union|academy|precinct|brass|unit|our guys|my fto|duty|badge)\b/

/** A partner in life. */
const romance =
  /\bpartner (?:proposed|and i|said yes|[a-z]+ and i (?:opened|bought|adopted|own|run|started|moved|are expecting))|\b(?:engaged|engagement|fianc[eé]e?|wedding|anniversary|honeymoon|married|date night|moved in|our (?:house|home|kids?|baby|dog|cat|son|daughter)|pregnant|first date)\b/

function notCoworker(found: Found, reading: Reading): boolean {
  const text = reading.norm.slice(0, 2000)
  if (/\bpartner\b/.test(found.text) && romance.test(text)) return true
  if (readsOfficial(reading) || elsewhere.test(found.before + found.text + found.after)) return true
  return praise.test(text) && !/\b(?:my|our)\b/.test(found.text)
}

function notPersonnel(found: Found, reading: Reading): boolean {
  const text = reading.norm.slice(0, 2000)
  if (readsOfficial(reading) || praise.test(text) || elsewhere.test(found.before + found.text + found.after))
    return true
  // a suspension with nobody of the department and nobody's surname near is somebody else's
  return !memberTalk.test(text) && !capitalBefore(reading)
}

const surnameSubject =
  /\b(?!(?:The|They|He|She|It|This|That|We|I|You|And|But|So|RT|My|Our|All|Just)\b)\p{Lu}\p{Ll}{2,} (?:just )?(?:got|gets|is|was|has been) (?:suspended|fired|terminated|demoted|disciplined|reprimanded|written up|reassigned|transferred|benched)\b[^.!?]{0,20}\b(?:for|days|again|without)\b/u

/** Whether a name in capitals is the subject, as in "Alvarez got suspended for ten days". */
function capitalBefore(reading: Reading): boolean {
  return surnameSubject.test(reading.text.slice(0, 4000))
}

const coworkerWordings: readonly Wording[] = coworkerSources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: notCoworker,
}))
const personnelWordings: readonly Wording[] = personnelSources.map(([is, because, confidence]) => ({
  is: pattern(is, parts),
  because,
  confidence,
  unless: notPersonnel,
}))

/** A fellow member named or tagged, with something told of them. */
export const coworkerDetector: Detector = {
  name: 'coworker',
  entries: entriesOf('member.cue', memberCues),
  triggers: ['member.cue'],
  detect: (reading) => sightingsOf('info.coworker', coworkerWordings, reading, ['member.cue']),
}

/** Discipline, leave, transfer, medical matters or rosters of members. */
export const personnelDetector: Detector = {
  name: 'personnel',
  entries: entriesOf('personnel.cue', personnelCues),
  triggers: ['personnel.cue'],
  detect: (reading) => sightingsOf('info.personnel', personnelWordings, reading, ['personnel.cue']),
}
