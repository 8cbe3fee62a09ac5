import type { Detector } from '../detector.ts'
import { scopeOf } from '../scope.ts'
import type { Sighting } from '../sighting.ts'
import { wordsOf } from '../words/lists.ts'
import { recklessWords } from '../words/reckless.ts'
import { Sieve } from './sieve.ts'

const trigger = 'reckless.word'

/** The author, or nobody named at the head of a sentence: "Hit 130 on the parkway". */
const me =
  "(?:\\b(?:i|we|me and \\w+|i've|i'd|i'm|we're|we've|my partner and i|the (?:guys|boys) and i) (?:\\w+[ ,]+){0,4}?|^\\W*(?:(?:lol|haha|just|so|then|and|last night|only) ?,? ?)*)\\b"
const some = '(?:\\w+[ ,]+){0,4}?'

const boasts: { pattern: RegExp; because: string }[] = [
  {
    because: 'boasts of driving drunk',
    pattern: new RegExp(
      `${me}had (?:\\w+ ){1,3}(?:beers|shots|drinks|whiskeys?|vodkas?)\\b[^.!?]{0,20}\\b(?:and|then|but) (?:then |still )?(?:drove|drive)\\b|${me}(?:drove|drive|driving|drivin|rode|riding|behind the wheel|got home)\\b[^.!?]{0,40}\\b(?:drunk|hammered|wasted|buzzed|plastered|tipsy|high|stoned|(?:after|on|with) (?:\\w+ ){0,3}(?:beers?|shots|drinks|whiskeys?|vodkas?|tequilas?))\\b|\\b(?:drunk|hammered|wasted|buzzed|plastered|tipsy|stoned|(?:\\w+ ){0,2}(?:beers|shots|drinks|whiskeys?|vodkas?|tequilas?) (?:in|deep|later|down))[^.!?]{0,20}\\b(?:and|but) (?:i |we )?(?:still )?(?:drove|driving|made it home|got home)\\b`,
    ),
  },
  {
    because: 'boasts of speeding or racing',
    pattern: new RegExp(
      `${me}(?:hit|did|doing|does|got (?:it|her|the \\w+) (?:up )?to|took (?:it|the \\w+) (?:up )?to|flew|flying|topped|pushed|clocked|went|going|cruising|drove|driving|buried)\\b[^.!?]{0,30}\\b(?:9\\d|1[0-9]\\d|triple digits)(?: ?mph| in (?:a|the)| on (?:the|i-?\\d+|route)| down)?\\b(?! (?:percent|people|years|days|miles away|degrees))|\\b(?:drag rac(?:e|ed|ing)|street rac(?:e|ed|ing)|(?:doing|did|ripped) (?:donuts|burnouts?)) [^.!?]{0,30}\\b(?:cruiser|patrol car|squad car|interceptor|unit|lights)\\b`,
    ),
  },
  {
    because: 'boasts of drinking or drugs on duty',
    pattern: new RegExp(
      `${me}(?:drunk|hammered|hungover|wasted|buzzed|high|stoned|drank|drinking|had (?:\\w+ ){0,3}(?:beers|shots|drinks)|smoked|smoking|popped|popping|did (?:a )?(?:line|bump)|ate an edible)\\b[^.!?]{0,40}\\b(?:on duty|on shift|at work|on the job|before (?:my |our |the )?(?:shift|roll call|work)|in (?:the|my) (?:cruiser|patrol car|squad car)|in uniform|on patrol|roll call)\\b|\\b(?:showed up|rolled in|came in|working|on duty|on shift|on patrol) ${some}(?:still )?(?:drunk|hammered|wasted|buzzed|(?<!\\b(?:at|outside|near|around|from|of|by|into) \\w+ )high(?! school)|stoned)\\b|${me}(?:snorted|did|smoked|took|popped|dropped) ${some}(?:coke|cocaine|weed|pills|shrooms|molly|edibles?|a joint|lines)\\b`,
    ),
  },
  {
    because: 'boasts of brutality or misuse of force',
    pattern: new RegExp(
      `${me}(?:tuned (?:him|her|them|that \\w+) up|roughed (?:him|her|them|up)|beat (?:him|her|them|that \\w+) (?:up|down|senseless|bloody|good)|beat the (?:shit|crap|hell|piss) out|gave (?:him|her|them|that \\w+) (?:a|the|an|some) (?:\\w+ )?(?:beating|tune-?up|attitude adjustment|wood shampoo|taste|thumping|smack)|slammed (?:him|her|them|his|her) ${some}(?:for fun|lol|haha|head|face)|tased (?:him|her|them|that \\w+)[^.!?]{0,30}(?:for fun|lol|haha|just because|laugh|twice|again)|(?:crack(?:ed|ing)?|bust(?:ed|ing)?) (?:some |a few |his |their )?(?:skulls?|heads?)|choked (?:him|her|them|that \\w+) out|smacked (?:him|her|them)|punched (?:him|her|them)|kicked (?:him|her|them))\\b|\\b(?:can't wait|itching|dying|excited|hoping|looking forward|love) to (?:use|try|swing|crack|tase|pepper|beat|bust)[^.!?]{0,30}\\b(?:taser|baton|nightstick|skulls?|heads?|somebody|someone|on (?:somebody|someone|a|the|some))\\b|\\b(?:turned|turn|switch(?:ed)?|shut|flip(?:ped)?) (?:off )?(?:my |the |our )?(?:body ?)?cam(?:era)?s? off\\b|\\b(?:turned|turn|shut|switched) off (?:my|our|the) (?:body ?)?(?:worn )?cam(?:era)?s?\\b|\\bcam(?:era)?s? (?:conveniently |magically |happened to be )?(?:off|malfunctioned)[^.!?]{0,20}(?:lol|haha|;\\)|wink|oops)|\\bplant(?:ed)? (?:some |a |the )?(?:evidence|drugs|drop gun|throwdown|bag|gun) on (?:him|her|them)`,
    ),
  },
  {
    because: 'says that somebody will be hurt, or charged with what they did not do',
    pattern:
      /\b(?:i'm|we're|i'll|we'll|i will|we will|i'd|gonna|going to)\b[^.!?]{0,20}?\b(?:run(?:ning)? (?:it|him|her|them|you|that \w+) (?:over|off the road)|make (?:something|stuff|charges?|shit|a reason) up|find (?:a|some) reason to (?:arrest|stop|ticket|cuff)|let (?:it|that \w+|him|them|her) (?:burn|bleed out|die))\b/,
  },
  {
    because: 'boasts of handling a gun recklessly',
    pattern: new RegExp(
      `${me}(?:pointed|pulled|waved|aimed|fired|stuck|shot|popped off)\\b[^.!?]{0,30}\\b(?:gun|pistol|glock|rifle|weapon|piece|rounds?)\\b[^.!?]{0,40}\\b(?:for fun|lol|haha|just to (?:scare|see)|as a (?:joke|prank)|in the air|face|drunk|laugh(?:ed|ing)?|out the window|backyard|street sign|stop sign|beers?)\\b`,
    ),
  },
]

let sieve: Sieve | undefined

/** Raises `speech.reckless`: a member boasts of what no reasonable person would call responsible. */
export const recklessDetector: Detector = {
  name: 'reckless',
  entries: wordsOf(recklessWords).map((phrase) => ({ phrase, tag: trigger })),
  triggers: [trigger],
  detect(reading) {
    const sightings: Sighting[] = []
    sieve ??= new Sieve(boasts.map(({ pattern }) => pattern))
    if (!sieve.mayMatch(reading.norm)) return sightings
    const tried = new Set<number>()
    for (const hit of reading.hitsOf(trigger).slice(0, 40)) {
      const sentence = reading.sentences().find((s) => s.end > hit.start)
      if (sentence === undefined || tried.has(sentence.start)) continue
      tried.add(sentence.start)
      const said = reading.norm.slice(sentence.start, sentence.end)
      const candidates = sieve.candidates(said)[0] ?? 0
      for (const [at, { pattern, because }] of boasts.entries()) {
        if ((candidates & (1 << at)) === 0) continue
        const match = pattern.exec(said)
        if (
          match === null ||
          isDisowned(match[0]) ||
          /\b(?:if|when|never) $/.test(said.slice(0, match.index))
        )
          continue
        const from = sentence.start + match.index
        const to = from + match[0].length
        const scope = scopeOf(reading, from, to)
        if (scope.negated || scope.quoted || scope.hypothetical || scope.attributed) continue
        const [start, end] = reading.span(from, to)
        sightings.push({ fact: 'speech.reckless', start, end, confidence: 0.8, because })
        break
      }
    }
    return sightings
  },
}

const disowned =
  /\b(?:never|not|don't|didn't|won't|wouldn't|stopped|arrested|charged|caught|pulled over|because|if|lost a|a driver|the driver|drivers?|suspect|who)\b/

function isDisowned(boast: string): boolean {
  return disowned.test(boast)
}
