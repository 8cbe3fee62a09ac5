import type { Detector } from '../detector.ts'
import type { Reading } from '../reading.ts'
import { identityCues } from '../words/identity.ts'
import { asks } from './insider.ts'
import { ownDepartment, ownForce } from './own-department.ts'
import { entriesOf, pattern, sightingsOf, type Found, type Wording } from './pattern.ts'

const parts = {
  title:
    '(?:police officer|officer|sergeant|sgt\\.?|lieutenant|lt\\.?|captain|capt\\.?|deputy chief|assistant chief|chief|detective sergeant|detective|det\\.?|patrol officer|patrolman|corporal|cpl\\.?|records clerk|records supervisor|clerk|dispatcher|911 dispatcher|call taker|secretary|crime analyst|analyst|evidence technician|evidence tech|technician|crossing guard|animal control officer|parking enforcement officer|community service officer|special officer|volunteer|custodian|mechanic|civilian employee|employee|cadet|recruit|investigator|inspector|commander|commissioner|traffic agent|school resource officer|property clerk|payroll clerk|k-?9 handler|matron|chaplain|public information officer|pio|trooper|deputy|major)',
  pd: "(?:(?:the )?(?:city of |town of )?(?:[a-z.']+ ){1,3}(?:pd|p\\.d\\.|police department|police dept\\.?|police force|dept\\.? of police|department of police service|police bureau|police)|[hbnswm]pd|nypd|lapd|hamden police|(?:the|this|our|my) (?:police )?(?:department|dept\\.?|pd|force|police department|agency))",
  own: '(?:my|our|this)',
}

const names = 'says that the author belongs to a named department'
const police = 'says that the author is police'

const departmentSources: readonly [string, string, number][] = [
  [
    "(?:proud |sworn |new |longtime |civilian |\\d+[- ]year )*(?:member|employee|part|veteran|officer|sergeant|detective) (?:of|with) (?:the )?[a-z.']+ (?:pd|police department|police dept|police force)(?! (?:arrest|charg|said|say)\\w*)",
    names,
    0.75,
  ],
  [
    '(?:proud|proudly|honou?red|privileged|blessed) to (?:wear|carry) (?:this|the|my|our) (?:badge|uniform|shield|patch) (?:for|of|in) (?:the )?(?:city of |town of )?(?!our (?:country|nation)|this country|america|the (?:usa|united states))[a-z]+',
    names,
    0.75,
  ],
  [
    "(?:i|i'm|we|proud|proudly|honou?red|privileged|blessed|years|days)(?: (?:have|had|has|i've|of|to|be|been|am|get|got|proudly|still|now|always|daily|i)){0,3} (?:wear|wearing|wore|worn|put on|putting on|carry|carried) (?:the|my|our|this|an?) {pd} (?:badge|uniform|shield|patch|blues)|in (?:my|our) {pd} (?:badge|uniform|shield|patch|blues)",
    names,
    0.8,
  ],
  [
    "(?:i've|i have|i) been (?:a [a-z]+ )?(?:with|at|in) {pd}|my (?:job|work|desk|career|shift|life|boss|time|locker|years) (?:at|with|in) (?:the )?{pd}",
    names,
    0.8,
  ],
  [
    "(?:i|we|i've|i have|i'm|i am|i'll|i'd|been|currently|still|proud to|proudly|love to|honored to) (?:proudly |currently |also |still |have |been |used to )*(?:work|worked|working|serve|served|serving|volunteer|patrol|dispatch|clerk|employed|dispatching) (?:for|at|with|in|by) {pd}",
    names,
    0.9,
  ],
  [
    '(?:i|we|proud to|proudly|honou?red to|love to|privileged to) (?:proudly |currently |still |have |also )*(?:serve|served|protect|represent) (?!as )(?:the )?{pd}',
    names,
    0.8,
  ],
  [
    "(?:i'm|i am|am|as|being|i'm still|name is [a-z]+,?) (?:an? |the |your )?(?:proud |veteran |retired |sworn |civilian |off[- ]duty |\\d+[- ]year |[a-z]+ )?{title} (?:here )?(?:with|at|for|in|of|from|on) {pd}",
    names,
    0.9,
  ],
  [
    '(?<=[.!?|•/] ?)(?:proud |retired |senior |civilian |auxiliary |reserve |special |part[- ]time )?{title}(?:,|/| at| with| @| for)? (?:the )?{pd}(?= ?(?:$|[.|•!\\n]))',
    names,
    0.8,
  ],
  [
    '(?:^|\\n|[|•@-] ?)\\s*(?:proud |retired |senior |chief |civilian |auxiliary |reserve |special |part[- ]time )?{title}(?: [a-z]+)?(?:,|/| at| with| @| -| –| —| \\||:| for| of the)? (?:the )?{pd}(?! (?:arrest|charg|said|say|is|are|was|were|will|has|have|respond|invest|ask|seek|to|officers?|officer|chief)\\w*)',
    names,
    0.8,
  ],
  [
    '(?:years|career|on the job|life|days?|shifts?|time|rookie|veteran|cop|officer) (?:on the job |of service |on patrol |as an? [a-z]+ )?(?:with|at|for|in|of) (?:the )?{pd}(?= |[.,!]|$)',
    names,
    0.7,
  ],
  [
    '(?:here|us|we|those of us|all of us|everyone|life|inside|things|back|guys|crew|friends|brothers|sisters) (?:here )?at (?:the )?{pd}',
    names,
    0.75,
  ],
  [
    '(?:my|our) (?:own |police |entire |whole |great |fine |small |beloved |amazing )?(?:department|dept|pd|police department|precinct|agency|force|chief|patrol division|detective bureau|academy class)(?!-issued|(?: issued| of (?:health|education|labor|transportation|state|justice|corrections|public works|motor vehicles)|ment store| manager| head| store| chair))',
    'speaks of the author’s own department',
    0.6,
  ],
  [
    '(?:member|employee|officer|sergeant|lieutenant|captain|detective|dispatcher|clerk|civilian|part|face|chief) of (?:this|the|our|my) (?:police |proud |fine |great )?(?:department|force|agency|pd)(?=[ ,.!]|$)',
    names,
    0.75,
  ],
  ['(?:[hbnswm]pd|[a-z]+ (?:pd|police)) (?:for|4) life', names, 0.75],
  [
    '(?:this|our) department(?=[ ,.!]|$)(?<=(?:as|by|for|in|of|from|with|and|at|to|that) (?:this|our) department)',
    names,
    0.6,
  ],
]

const someoneElse =
  /(?:\b(?:he|she|they|who|my (?:cousin|brother|sister|son|daughter|husband|wife|dad|father|mom|mother|uncle|aunt|friend|neighbor|buddy|ex|boyfriend|girlfriend|nephew|niece|in-law))\b[a-z' ]{0,30}$|\b(?:thanks?|thank you|shout ?out|kudos|called|call|contact|tips?|according)\b[a-z' ]{0,30}$)/

const policeSources: readonly [string, string, number][] = [
  [
    '(?:from )?one (?:cop|officer|detective) to another|(?:night|shift|day|morning|evening|hours?|coffee|lunch|weekend|holiday) in (?:the|my) (?:cruiser|patrol car|squad car)|(?:patrol|midnight|graveyard) shift (?:tonight|tomorrow|again|starts|calls)',
    police,
    0.65,
  ],
  [
    'cop life|police life|coplife|off[- ]duty (?:cop|officer|detective) here|(?:cop|officer|detective|dispatcher) (?:for|of) \\d+ years|(?:cop|detective|police officer) here',
    police,
    0.7,
  ],
  [
    "(?:i'm|i am|i'm also|i've been|i have been|am|i was|being|we're|we are|i'm just|become|became|i became) (?:still |also |just |only |not just |proud to be |proud |honored |lucky |happy |an? |the |your |your friendly neighborhood |off[- ]duty |active |sworn |queer |gay |black |female |male |latina |latino |white |muslim |jewish |christian |trans |lesbian |veteran |retired |small[- ]town |city |local |third[- ]generation |second[- ]generation |street |beat |\\d+[- ]year |in |good |honest )*(?:cops?|police(?:man|woman| officers?| sergeant| lieutenant| captain| detective| dispatcher| chief)?|patrol officers?|law enforcement(?: officers?)?|l\\.?e\\.?o\\.?s?|peace officers?|detectives?|troopers?|patrolman|deputy sheriff|sworn officers?|on the force|on the job)(?= |[.,!;]|$)",
    police,
    0.85,
  ],
  [
    '(?:as|speaking as|being) (?:an? |the )?(?:proud |veteran |retired |fellow |working |off[- ]duty |active |sworn |police |female |male |gay |queer |black |latina |latino |street |beat |\\d+[- ]year |current |long[- ]time |career )*(?:cop|police (?:officer|sergeant|lieutenant|captain|detective|dispatcher|chief|man|woman)|policeman|policewoman|patrol officer|law enforcement officer|l\\.?e\\.?o|detective|sergeant|lieutenant|trooper|patrolman|officer of the law|dispatcher)(?= |[.,!;]|$)',
    police,
    0.85,
  ],
  [
    '(?:on|walking|walked|working|from|in) (?:my|our) (?:beat|patrol|precinct|sector|squad car|cruiser|patrol car|tour|midnight shift)(?= |[.,!;]|$)',
    police,
    0.7,
  ],
  [
    '^\\W*(?:proud |queer |gay |black |latina |latino |female |retired |off[- ]duty |veteran |full[- ]time |small[- ]town |city |just a |just another |lesbian |trans |muslim |jewish |christian |christian, )+(?:cop|police officer|policeman|policewoman|detective|leo|law enforcement officer|patrolman)(?= |[.,!;|]|$)',
    police,
    0.8,
  ],
  [
    '(?:we|us) (?:cops|officers|police officers|police|detectives|guys in blue|dispatchers)(?= |[.,!]|$)|those of us (?:behind the badge|in blue|who wear the badge|in law enforcement|on the job|on the force)',
    police,
    0.8,
  ],
  [
    '(?:i|we) (?:proudly |still |have |get to )?(?:wear|wore|carry|carried|put on|pinned on|earned) (?:the|a|my|this|our) (?:badge|shield|uniform and badge|badge and gun|gun and badge)|my (?:badge|shield|duty belt|gun belt|vest|patrol car|cruiser|squad car|service weapon|sidearm|beat)(?= |[.,!]|$)|behind (?:the|my|this) badge(?= (?:for|since|i|every|is|and)|[.,!]|$)',
    police,
    0.6,
  ],
  [
    '(?:soy|como) (?:un |una )?(?:policia|oficial de policia|agente de policia)(?= |[.,!;]|$)(?! (?:secreto|de transito de))',
    police,
    0.75,
  ],
  [
    '(?:\\d+|ten|fifteen|twenty|thirty|five|many|several) years (?:on the (?:job|force|beat|street)|as a (?:cop|police officer|detective|dispatcher)|in (?:law enforcement|policing|blue|uniform)|behind the badge)|(?:my|in my|our) (?:police|policing|law enforcement) (?:career|job|days|work|academy)|(?:fellow|my fellow|brother|sister|my brother|my sister) (?:cops|officers|police officers|detectives|leos)',
    police,
    0.75,
  ],
  [
    "(?:i|we) (?:work|worked|serve|served|am|are|i'm) (?:in|with|for) (?:law enforcement|the police|policing|the cops)(?= |[.,!]|$)|i (?:patrol|police) (?:these|this|the|our) (?:streets?|city|town|neighborhood)|still a (?:cop|detective|police officer)",
    police,
    0.75,
  ],
  [
    '(?:^|\\n|[|•·/,] ?)(?:police officer|cop|law enforcement officer|leo|detective|policewoman|policeman)(?= ?(?:[|•·/]|,? (?:father|mother|dad|mom|husband|wife|veteran|runner|christian)))',
    police,
    0.75,
  ],
]

function notOwn(found: Found, _reading: Reading): boolean {
  return someoneElse.test(found.before) || asks(found)
}

/** An officer who is here, but whom the author only tells of. */
function isAnotherHere({ text, before, after }: Found): boolean {
  if (!text.endsWith(' here')) return false
  return (
    /^(?:[,;:-]? ?(?:he|she|they|his|her)\b| (?:was|is|has|had|did|just|helped|saved|gave|told|who|at)\b)/.test(
      after,
    ) ||
    /(?<!\b(?:just|only) )\b(?:an?|the|this|that|some|every|called|thanks?|thank) (?:[a-z'.-]+ ){0,3}$/.test(
      before,
    )
  )
}

function notPolice(found: Found, reading: Reading): boolean {
  if (isAnotherHere(found)) return true
  return /\b(?:not|ain't|never|isn't|if|wish|wanna|want to|dreamed|playing|dressed|costume|pretend\w*|halloween|like|when i grow up|impersonat\w+)\b/.test(
    found.before.slice(-40) + ' ' + found.text,
  ) && !/\bnot just\b/.test(found.text)
    ? true
    : /\bas an? (?:officer|cop)\b.*\b(?:was|is|approached|looked)\b/.test(found.text) ||
        /\b(?:movie|costume|halloween|video game)\b/.test(reading.norm.slice(0, 1000))
}

/** A list of what somebody is, the post among the rest: "mom, runner, sergeant with Hamden Police". */
const inList: Wording = {
  is: pattern('{title}(?<=[,:|•/] ?{title}) (?:with|at|@|for) (?:the )?{pd}(?= ?(?:$|[.,|•!\\n]))', parts),
  because: names,
  confidence: 0.75,
  unless: ({ before }) => /\b(?:my|our|the|his|her|their|met|saw|by|to|with|is|was|thank\w*)\b/.test(before),
}

const departmentWordings: readonly Wording[] = [
  inList,
  ...departmentSources.map(([is, because, confidence]) => ({
    is: pattern(is, parts),
    because,
    confidence,
    unless: notOwn,
  })),
  ...ownDepartment,
]
const policeWordings: readonly Wording[] = [
  ...policeSources.map(([is, because, confidence]) => ({
    is: pattern(is, parts),
    because,
    confidence,
    unless: notPolice,
  })),
  ...ownForce,
]

/** Says that the author belongs to this department, not merely names one. */
export const departmentDetector: Detector = {
  name: 'department',
  entries: entriesOf('identity.cue', identityCues),
  triggers: ['identity.cue'],
  detect: (reading) => sightingsOf('identifies.department', departmentWordings, reading, ['identity.cue']),
}

/** Says that the author is police, of no named department. */
export const asPoliceDetector: Detector = {
  name: 'as-police',
  entries: [],
  triggers: ['identity.cue'],
  detect: (reading) => sightingsOf('identifies.as-police', policeWordings, reading, ['identity.cue']),
}
