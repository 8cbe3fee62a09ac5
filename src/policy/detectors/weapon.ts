import type { Detector } from '../detector.ts'
import type { Hit, Reading } from '../reading.ts'
import type { Sighting } from '../sighting.ts'
import { tagNumber } from '../tags.ts'
import {
  handlings,
  instrumentKinds,
  owners,
  picture,
  recklessManner,
  report,
  weaponIdioms,
  weaponKinds,
} from '../words/weapon.ts'
import { sighting, tagged } from './cue.ts'
import { phrases } from '../words/phrases.ts'
import { isInside, nearest } from './near.ts'

const weaponTags = Object.keys(weaponKinds).map((kind) => `weapon.kind.${kind}`)
const instrumentTags = Object.keys(instrumentKinds).map((kind) => `instrument.kind.${kind}`)
const handlingNames = Object.keys(handlings)
const handlingTags = handlingNames.map((name) => tagNumber(`weapon.handling.${name}`))

/** How far from the weapon the words of its handling, its owner and the manner may stand. */
const handlingReach = 60
const ownerReach = 24
const mannerReach = 60
/** A text this short that names a weapon and tells no story describes a picture. */
const caption = 70
/** Beyond this many a text is a list, and every detail has been seen. */
const most = 200

/** A sentence that says something of somebody is no caption. */
const told =
  /\b(?:i|i'm|you|he|she|we|they|it|is|are|was|were|be|will|have|has|had|do|does|should|would|only|because|who|what|why|no|not|never)\b/

/** The department's words come first: "my issued pistol" is the department's. */
const ownerWords = Object.entries(owners).map(
  ([name, list]) =>
    [name, new RegExp(`(?<![\\p{L}'])(?:${phrases(list).join('|')})(?![\\p{L}'])`, 'u')] as const,
)

/** "A boy with a water pistol" has it in his hands. */
const carried = /\bwith\s+(?:(?:a|an|the|his|her|their|my|our|two|three|some)\s+)?(?:\w+\s+)?$/

/** "He pointed a gun" tells of a crime. */
const spoken = /\b(?:pointed|waved|drew|brandished|pulled|flashed|raised)\s+(?:out\s+)?an?\s+(?:\w+\s+)?$/

/** Finds weapons and tactical instruments that a text or a description of a picture shows. */
export const weaponDetector: Detector = {
  name: 'weapon',
  entries: [
    ...listed('weapon.kind', weaponKinds),
    ...listed('instrument.kind', instrumentKinds),
    ...listed('weapon.handling', handlings),
    ...tagged('weapon.reckless', recklessManner),
    ...tagged('weapon.picture', picture),
    ...tagged('weapon.report', report),
    ...tagged('weapon.idiom', weaponIdioms),
  ],
  triggers: [...weaponTags, ...instrumentTags],
  detect: (reading) => [
    ...shown(reading, weaponTags, 'depicts.weapon', 'shows a weapon'),
    ...shown(reading, instrumentTags, 'depicts.tactical-instrument', 'shows a tactical instrument'),
  ],
}

function listed(tag: string, lists: Readonly<Record<string, string>>) {
  return Object.entries(lists).flatMap(([name, list]) => tagged(`${tag}.${name}`, list))
}

function shown(reading: Reading, tags: readonly string[], fact: string, because: string): Sighting[] {
  const hits = tags.flatMap((tag) => reading.hitsOf(tag)).slice(0, most)
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  if (hits.length === 0) return []
  const idioms = reading.hitsOf('weapon.idiom')
  const seen = new Set<string>()
  const found: Sighting[] = []
  for (const hit of hits) {
    if (isInside(hits, hit) || isInside(idioms, hit)) continue
    const details = detailsOf(reading, hit, fact)
    const confidence = surely(reading, hit, details)
    const key = JSON.stringify(details)
    if (confidence === 0 || seen.has(key)) continue
    seen.add(key)
    found.push(
      sighting(
        reading,
        fact,
        { start: hit.start, end: hit.end, confidence },
        reason(because, details),
        details,
      ),
    )
  }
  return found
}

function detailsOf(reading: Reading, hit: Hit, fact: string): Record<string, string> {
  const kind = hit.tag.slice(hit.tag.lastIndexOf('.') + 1)
  const handling = handlingOf(reading, hit) ?? (carried.test(before(reading, hit)) ? 'held' : undefined)
  const owner = ownerOf(reading, hit)
  const details: Record<string, string> = { kind }
  if (handling) details['handling'] = handling
  if (owner) details['owner'] = owner
  if (fact !== 'depicts.weapon') return details
  if (kind === 'toy') details['simulated'] = 'yes'
  else if (handling === 'brandished' && isReckless(reading, hit)) details['manner'] = 'reckless'
  else if (handling && handling !== 'brandished' && handling !== 'held') details['manner'] = 'ordinary'
  return details
}

/** The handling whose words stand near; aiming at somebody outweighs the range it happens on. */
function handlingOf(reading: Reading, hit: Hit): string | undefined {
  const near = handlingNames.filter((_, i) =>
    nearest(reading.found.ofNumber(handlingTags[i] ?? 0), hit, handlingReach),
  )
  const first = near[0]
  if (first !== 'brandished' && near.includes('brandished') && isReckless(reading, hit)) return 'brandished'
  return first
}

function isReckless(reading: Reading, hit: Hit): boolean {
  return nearest(reading.hitsOf('weapon.reckless'), hit, mannerReach) !== undefined
}

function ownerOf(reading: Reading, hit: Hit): string | undefined {
  if (/^(?:duty|service|issued|department) /.test(hit.phrase)) return 'department'
  const around = reading.norm.slice(Math.max(0, hit.start - ownerReach), hit.end + ownerReach)
  return ownerWords.find(([, words]) => words.test(around))?.[0]
}

/** How surely the text shows the weapon rather than speaks of one: 0 for crime news, law and debate. */
function surely(reading: Reading, hit: Hit, details: Record<string, string>): number {
  const pictured = reading.has('weapon.picture')
  const handled = handlingOf(reading, hit) !== undefined
  const owned = details['owner'] !== undefined
  if (reading.has('weapon.report') && !pictured) return owned && handled ? 0.5 : 0
  if (!pictured && !owned && spoken.test(before(reading, hit))) return 0
  if (handled && (pictured || owned)) return 0.9
  if (handled) return 0.8
  if (pictured) return 0.7
  if (owned) return 0.6
  if (details['kind'] === 'toy') return 0.7
  return reading.norm.length <= caption && !told.test(reading.norm) ? 0.5 : 0
}

function before(reading: Reading, hit: Hit): string {
  return reading.norm.slice(Math.max(0, hit.start - 40), hit.start)
}

function reason(because: string, details: Record<string, string>): string {
  const handling = details['handling']
  return handling ? `${because}, ${handling === 'safe-use' ? 'safely used' : handling}` : because
}
