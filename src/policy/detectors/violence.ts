import type { Detector } from '../detector.ts'
import type { Hit, Reading } from '../reading.ts'
import { scopeOf } from '../scope.ts'
import { sentenceAt } from '../sentences.ts'
import type { Sighting } from '../sighting.ts'
import { linesOf, wordsOf } from '../words/lists.ts'
import { harmPhrases, harmVerbs, veiledThreats } from '../words/violence.ts'
import { Sieve } from './sieve.ts'

const verb = 'violence.verb'
const phrase = 'violence.phrase'

const person =
  "(?:my (?:ex(?:[- ](?:wife|husband|girlfriend|boyfriend))?|boss|neighbou?r(?!')|landlord|captain|sergeant)|him|her|them|you|u|'em|em|all of (?:them|you|these|those)|(?:every|each)(?: last)? one|every(?:one|body)|someone|somebody|(?:the|these|those|that|this|all|all the|every|any|some|your|their|his|more|such|a few of (?:the|those|these)|you) (?:\\w+ ){0,2}?(?:bastards?|scum(?:bags?)?|thugs?|punks?|criminals?|looters?|rioters?|protest[eo]rs?|animals?|pigs?|cops?|people|guys?|kids?|man|men|woman|women|driver|suspect|judge|mayor|chief|lawyers?|junkies|addicts?|dealers?|shoplifters?|thie(?:f|ves)|perps?|scumbags?|monsters?|rapists?|pedos?|pedophiles?|murderers?|killers?|shooters?|politicians?|neighbou?rs?|wi(?:fe|ves)|families|family|boss|assholes?|bitch(?:es)?|motherfuckers?|fuckers?|idiots?|traitors?|terrorists?|homeless|immigrants?|illegals|muslims?|jews?|gays?|blacks?|liberals?|republicans?|democrats?|losers?|cyclists?|bikers?|journalists?|reporters?|teachers?|voters?|landlords?|alder(?:man|men|woman)|council(?:man|woman|men|ors?)|senators?|tourists?))"
const kill =
  '(?:kill|shoot|stab|hang|lynch|behead|strangle|choke|execute|fry|burn|bomb|gas|drown|poison|murder|slaughter|exterminate|eradicate|annihilate|butcher|massacre|assassinate|torture|rape|castrate|skin|maim|cripple|beat|punch|slap|kick|smash|bash|crush|whip|flog|nuke|ram|mow|tase|curbstomp|crucify|impale|shank|clobber|pummel|thrash|slit|plow|plough|run over|drive over|take out)'
const harmed =
  '(?:killed|shot|stabbed|hanged|hung|lynched|beheaded|strangled|choked(?: out)?|executed|fried|burned|burnt|bombed|gassed|drowned|poisoned|murdered|slaughtered|exterminated|eradicated|annihilated|butchered|massacred|assassinated|tortured|raped|castrated|skinned|maimed|crippled|beaten|punched|slapped|kicked|smashed|bashed|crushed|whipped|flogged|nuked|rammed|tased|curbstomped|crucified|impaled|shanked|put down|run over|mowed down|wiped out|strung up)'

/** Each pattern must cover the trigger that called it. `said` is the reason given. */
const patterns: { pattern: RegExp; because: string; confidence: number }[] = [
  {
    because: 'wishes violence on somebody',
    confidence: 0.9,
    pattern: new RegExp(
      `\\b(?:hope|hoping|wish|praying|pray|can't wait (?:for|until|till)|would love (?:for|to see)|'d love to see|want to see|like to see) (?:that )?(?!for )(?:\\w+ ){1,4}?(?:gets? |is |are |to be |being |be )?(?:${harmed}|dies?|rots?|suffers?|bleeds?|burns?|fr(?:y|ies)|hangs?|chokes?|drowns?|(?:ploughs?|plows?|drives?|runs?|mows?|rams?) (?:right |straight )?(?:through|over|into|down) ${person}|(?:kills?|shoots?|stabs?|beats?|runs?|mows?) (?:over )?${person}|(?:puts?|sends?) ${person} (?:six feet under|in the ground|to (?:the morgue|an early grave)))\\b`,
    ),
  },
  {
    because: 'says that somebody should be harmed',
    confidence: 0.9,
    pattern: new RegExp(
      `\\b(?=[dghmnos])(?<!\\b(?:fires?|storms?|plants?|mou?ld|mildew|ivy|crabgrass|dandelions?|trends?|memes?|phone|battery|weeds?|idea|joke|song|tradition|practice|loophole|bill|law) (?:\\w+ ){0,3})(?:should|shoulda|ought to|deserves? to|needs? to|need to|must|gotta|has to|have to|oughta)(?: just| all| have| of|'ve| really| simply| have just| probably)* (?:(?:be|been|get|gotten|have been) (?:\\w+ly |all |taken out and )?${harmed}|die|rot|suffer|fry|hang|burn|bleed|${kill}(?:ed)? (?:more |all |over )?${person}|shot (?:more |all )?${person})\\b`,
    ),
  },
  {
    because: 'threatens violence',
    confidence: 0.9,
    pattern: new RegExp(
      `\\b(?:i(?:'ll| will|'m going to|'m gonna| am going to|'mma|mma| gonna| would(?: love to| gladly| happily)?|'d(?: love to| gladly| happily)?| want to| wanna| could just| swear i'?ll)|we(?:'ll| will|'re going to|'re gonna| are going to| gonna| should(?: just)?| need to| must| have to| gotta| ought to)|let's(?: just| all| go)?|let us|someone (?:should|needs to|please|better|ought to|has to)|somebody (?:should|needs to|please|better|ought to|has to)|(?:they|cops|police|you|the army) should(?: just| have|'ve)?|gonna|time to|want to|ready to|going to) (?:just |all |have |gladly |personally |please )*${kill}(?:ed)? (?:the (?:shit|crap|hell|life|fuck) out of )?(?:over |down |up )?${person}\\b`,
    ),
  },
  {
    because: 'threatens violence in veiled words',
    confidence: 0.8,
    pattern: new RegExp(
      `\\b(?:i(?:'ll| will|'m going to|'m gonna| am going to|'mma|mma| gonna| would(?: love to| gladly| happily)?|'d(?: love to| gladly| happily)?| want to| wanna| could just)|we(?:'ll| will|'re going to|'re gonna| gonna| should(?: just)?| need to| must| have to| gotta| ought to)|let's(?: just| all| go)?|(?:someone|somebody) (?:should|needs to|please|better|ought to|has to|is going to|'s gonna|gonna)|gonna|time to|ready to|going to|he(?:'ll| will| should| deserves to)|they(?:'ll| should)) (?:just |all |have |gladly |personally |please |be )*(?:put ${person}(?: all| both)? (?:in (?:the (?:ground|dirt|morgue|hospital|icu|er|cemetery)|an? (?:box|pine box|coffin|casket|body ?bag|grave|early grave|hospital bed|wheelchair))|six feet under|down like (?:a|an|the) )|make (?:him|her|them|you) (?:disappear|bleed|pay with (?:his|her|their|your) (?:life|blood))|send ${person} to (?:hell|the morgue|the hospital|the icu|meet (?:his|her|their|your) maker|an early grave|(?:his|her|their|your) grave)|end (?:you|him|her|them)(?= |[.!,]|$)(?! (?:up|in|on|with|at|the|this|his|her|their))|leave (?:in )?an? body ?bag)|\\byou (?:won't|will not|ain't gonna|aren't going to|are not going to) (?:live to see|make it to|see) (?:tomorrow|trial|court|morning|sunrise|another (?:day|sunrise|christmas)|next (?:week|year|christmas))\\b`,
    ),
  },
  {
    because: 'urges violence',
    confidence: 0.85,
    pattern: new RegExp(
      `(?:^|[.!?;:,"\\n-] ?|\\b(?:just|please|then|so|now|go|lol|guilty|fucking|somebody|someone) |\\b(?:find|catch|grab|line|hunt|round|drag) (?:\\w+ ){1,5}and )(?:kill|shoot|fry|hang|lynch|stab|execute|burn|gas|bomb|drown|exterminate|behead|slaughter|eradicate|murder|castrate|torture|mow down|run over|drive over|gun down|tase|curbstomp) ${person}\\b(?! (?:an?|some|your) (?:e-?mail|text|message|dm|note|line)| with (?:kindness|love|care|water)| (?:on|in|from|up|out) (?:the|a|your)\\b| (?:up |out )to dry| (?:up )?(?:an?|some|two|three|a few|another) (?!(?:few )?times?\\b|bit\\b|little\\b|lot\\b|second\\b|day\\b|couple of times))`,
    ),
  },
  {
    because: 'praises violence',
    confidence: 0.85,
    pattern: new RegExp(
      `\\b(?:glad|happy|great|love(?:d)?|good|nice|thrilled|about time|so satisfying|beautiful|awesome|perfect|wonderful|fantastic)(?: to see| to hear| news| that|,|:| when)* (?:\\w+ ){1,3}?(?:(?:is|was|were|are|got|getting|get|finally) (?:finally |already |been )?(?:${harmed}|dead)|died|dies)\\b|\\b(?:he|she|they|it|scum|thugs?|punks?|suspect|kid|guy) (?:totally |really |fully |all )?deserve[sd]? (?:it|to die|to be ${harmed}|a bullet|every bullet|worse|death|a beating|the beating|the rope|a noose|what (?:he|she|they) got)\\b`,
    ),
  },
  {
    because: 'wishes violence on somebody',
    confidence: 0.85,
    pattern:
      /\b(?:bullets? (?:in|to|through) (?:his|her|their|your|the|that|every)|(?:needs?|deserves?|earned|get|give (?:him|her|them)|gets?) (?:a |the |some )?(?:bullets?|noose|rope|electric chair|lead)\b|(?:tree|lamp ?post),? (?:rope|noose)|rope,? (?:tree|lamp ?post)|(?:rope|noose) for (?:him|her|them|you|all)|(?:go|just) (?:die|kill yourself|hang yourself|shoot yourself)|kill yourself|i hope you (?:die|rot)|(?:rot|die|burn) in (?:hell|prison|jail)|die(?:,|,? you) (?:\w+ )?(?:bitch|scum|pigs?|bastard|motherfucker))/,
  },
]

let sieve: Sieve | undefined

/** The patterns that the words of a text allow. */
function possible(reading: Reading): typeof patterns {
  sieve ??= new Sieve(patterns.map(({ pattern }) => pattern))
  const candidates = sieve.candidates(reading.norm)[0] ?? 0
  return patterns.filter((_, at) => (candidates & (1 << at)) !== 0)
}

/** Games, stories, sport, cooking and screens, where nobody is hurt. */
const harmless =
  /\b(?:call of duty|counter strike|battlefield|fortnite|minecraft|video ?games?|gta|boss fight|level|novel|short story|screenplay|movie|film|tv show|character|script|plot|chess|pinata|piñata|balloons?|goals?|puck|three[- ]pointer|defen[cs]e|playoffs?|season|touchdown|photo(?:s|graph)?|pictures?|selfies?|camera|process(?:es)?|weeds?|mosquitoes|bugs?|ants|roaches|germs|bacteria|virus(?:es)?|grill|recipe|candles?|calories|kindness|laugh(?:ing|ter)?|joke about|set it|presentation|exam|interview)\b/

/** Raises `speech.violence`: the author threatens, urges, praises or wishes violence on people. */
export const violenceDetector: Detector = {
  name: 'violence',
  entries: [
    ...wordsOf(harmVerbs).map((word) => ({ phrase: word, tag: verb })),
    ...linesOf(veiledThreats).map((words) => ({ phrase: words, tag: verb })),
    ...['run over', 'runs over', 'drive over', 'drives over', 'take out'].map((words) => ({
      phrase: words,
      tag: verb,
    })),
    ...linesOf(harmPhrases).map((words) => ({ phrase: words, tag: phrase })),
  ],
  triggers: [verb, phrase],
  detect(reading) {
    const sightings: Sighting[] = []
    const tried = possible(reading)
    if (tried.length === 0 && !reading.has(phrase)) return sightings
    let done = -1
    for (const hit of firstHits(reading)) {
      if (hit.start < done) continue
      const found = aroundHit(reading, hit, tried)
      if (found === undefined || !isMeant(reading, found.from, found.to)) continue
      done = found.to
      const [start, end] = reading.span(found.from, found.to)
      sightings.push({
        fact: 'speech.violence',
        start,
        end,
        confidence: found.confidence,
        because: found.because,
      })
    }
    return sightings
  },
}

/** A text may name harm a thousand times; the first two dozen are enough to judge it. */
function firstHits(reading: Reading): Hit[] {
  return [...reading.hitsOf(verb).slice(0, 24), ...reading.hitsOf(phrase).slice(0, 24)].toSorted(
    (a, b) => a.start - b.start,
  )
}

/** The first pattern whose match in the hit's sentence covers the hit. */
function aroundHit(
  reading: Reading,
  hit: Hit,
  tried: typeof patterns,
): { from: number; to: number; because: string; confidence: number } | undefined {
  const sentences = reading.sentences()
  const sentence = sentences[sentenceAt(sentences, hit.start)]
  const from = Math.max(sentence?.start ?? 0, hit.start - 120)
  const clause = reading.norm.slice(from, Math.min(sentence?.end ?? reading.norm.length, hit.end + 120))
  for (const { pattern, because, confidence } of tried) {
    const match = pattern.exec(clause)
    if (match === null) continue
    const lead = /^[^a-z0-9]*/.exec(match[0])?.[0].length ?? 0
    const start = from + match.index + lead
    const end = from + match.index + match[0].length
    if (hit.start >= start && hit.start < end) return { from: start, to: end, because, confidence }
  }
  return hit.tag === phrase
    ? { from: hit.start, to: hit.end, because: 'speaks of violence as deserved or coming', confidence: 0.7 }
    : undefined
}

const denied =
  /\b(?:not|never|nobody|no one|none|don't|didn't|doesn't|cannot|can't|won't|wouldn't|shouldn't|isn't|aren't|without|nor|neither|stop|against|threat(?:s|en|ens|ened|ening)?(?: to)?|accused of|charged with|plan(?:s|ned|ning)? to|tried to|trying to|attempt(?:s|ed|ing)? to|plotted to|conspir\w+ to|wanted to|vowed to|refuse to)\s+(?:\w+\s+){0,3}$/

function isMeant(reading: Reading, from: number, to: number): boolean {
  if (harmless.test(reading.norm.slice(0, 2000))) return false
  if (denied.test(reading.norm.slice(Math.max(0, from - 60), from))) return false
  if (
    /\b(?:should(?:n't| not| never)|not be|never be|nobody|no one|none of)\b/.test(
      reading.norm.slice(from, to),
    )
  )
    return false
  const scope = scopeOf(reading, from, to)
  return (
    !scope.quoted &&
    !scope.lyrics &&
    !(scope.attributed && !/\b(?:i|we|you)\b/.test(reading.norm.slice(from, to)))
  )
}
