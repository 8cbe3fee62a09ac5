import type { Detector } from '../detector.ts'
import type { Hit, Reading } from '../reading.ts'
import { scopeOf } from '../scope.ts'
import type { Sighting } from '../sighting.ts'
import { linesOf, wordsOf } from '../words/lists.ts'
import { masked, maskedStarts, profanePhrases, profaneWords, slurWords } from '../words/profane.ts'
import { after, before, isBlamed } from './speech-scope.ts'

const swear = 'offence.profane'
const maskedStart = 'offence.masked'

/** Innocent uses of words on the list: "Bloody Sunday", "hoe" in a garden, "ass" in the Bible's stable. */
const dykeOfEarth =
  /^ (?:along|roads?|walls?|held|holds|broke|burst|breach|system|trail|paths?|near|by|at|on the|that (?:holds|held|keeps))\b/
const innocentAfter: Record<string, RegExp> = {
  bloody: /^ (?:sunday|mary|nose|footprints?|shirt|clothes|clothing|knife|hands?|scene|handprints?)/,
  hoe: /^(?:-down| down|s and rakes)|^ (?:and|or) (?:rake|shovel|spade)/,
  pos: /^ (?:system|terminal|machine)/,
  af: /^ ?(?:b\b|base)/,
  tit: /^ for tat/,
  sucking: /^ (?:up|on|in|air|water)/,
  dyke: dykeOfEarth,
  dykes: dykeOfEarth,
  prick: /^ (?:of|your (?:finger|ears?)|my (?:finger|ears?))\b/,
}
const innocentBefore: Record<string, RegExp> = {
  hoe: /\b(?:garden|back|stirrup|a rake(?:,| and)?(?: a)?) ?$/,
  dyke: /\b(?:van|sea|river|flood|earthen) $/,
  prick: /\b(?:finger|pin|needle) $/,
  tits: /\b(?:blue|great|coal|crested|long-tailed) $/,
}

const slurs = new Set(wordsOf(slurWords))

/** A slur told as somebody else's word: "whoever wrote 'faggot' on his door". */
function isMention(reading: Reading, hit: Hit): boolean {
  const scope = scopeOf(reading, hit.start, hit.end)
  return scope.quoted && (scope.attributed || scope.news)
}

/** Raises `speech.profane`: swearing, whoever it is aimed at. */
export const profaneDetector: Detector = {
  name: 'profane',
  entries: [
    ...[...wordsOf(profaneWords), ...linesOf(profanePhrases)].map((phrase) => ({ phrase, tag: swear })),
    ...maskedStarts.map((phrase) => ({ phrase, tag: maskedStart })),
  ],
  triggers: [swear, maskedStart],
  detect(reading) {
    const sightings: Sighting[] = []
    for (const hit of reading.hitsOf(swear)) {
      if (innocentAfter[hit.phrase]?.test(after(reading, hit.end))) continue
      if (innocentBefore[hit.phrase]?.test(before(reading, hit.start))) continue
      if (isBlamed(reading, hit) || (slurs.has(hit.phrase) && isMention(reading, hit))) continue
      sightings.push(swearing(reading, hit.start, hit.end))
    }
    for (const hit of reading.hitsOf(maskedStart)) {
      if (!'*#@$%!._-'.includes(reading.norm.charAt(hit.end))) continue
      const match = masked.exec(after(reading, hit.start, 16))
      if (match?.[0].match(/[*#@$%!]/))
        sightings.push(swearing(reading, hit.start, hit.start + match[0].length))
    }
    return sightings
  },
}

function swearing(reading: Reading, from: number, to: number): Sighting {
  const [start, end] = reading.span(from, to)
  return { fact: 'speech.profane', start, end, confidence: 0.9, because: 'swears' }
}
