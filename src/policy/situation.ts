import type { Act, Media } from './act.ts'
import type { AllCircumstances, Fields } from './circumstances.ts'
import type { Sighting } from './sighting.ts'
import type { Fact, Vocabulary } from './vocabulary.ts'

/** Kleene's three values. */
export const no = 0
export const yes = 1
export const unknown = 2
export type Tri = 0 | 1 | 2

/** Where a fact was said or seen. `in` is `text`, `media.0.alt` or `media.0.text`. */
export interface Grounds {
  fact: string
  from: 'person' | 'media' | 'detector' | 'act'
  confidence?: number
  spans?: [number, number][]
  in?: string
  because?: string
  details?: Record<string, string>
}

/** All that is known of one act: a value for each fact, with its details and grounds. */
export interface Situation {
  /** A plain array: it is copied for every act, and a typed one of this size costs ten times as much to make. */
  values: number[]
  /** For each fact one object a sighting: what is said of one weapon is not said of the other. */
  details: (Details[] | undefined)[]
  grounds: (Grounds[] | undefined)[]
  /** When set, an unknown takes the value the vocabulary assumes meanwhile. */
  assuming: boolean
}
/** Several values may hold at once (a post with an image and a video). */
export type Details = Record<string, readonly string[]>

/** A sighting in one part of an act. */
export interface Seen extends Sighting {
  in: string
}

/** Nothing for each fact, to be copied: an array that grows by its indices would be moved again and again. */
const nothing: undefined[] = []

/** Whether nobody says anything of an act but what its circumstances are. */
export function isBare({ author, consents, facts, media }: Act): boolean {
  if (author?.undercover === true || (consents?.length ?? 0) > 0 || (media?.length ?? 0) > 0) return false
  for (const _ in facts) return false
  return true
}

/** Lays what the act says and what the detectors saw on one table. A person's word outranks a detector. */
export function situate(
  act: Act,
  seen: readonly Seen[],
  {
    vocabulary,
    fields,
    circumstances,
  }: {
    vocabulary: Vocabulary
    fields: Fields
    circumstances: AllCircumstances
  },
): Situation {
  const { values, details } = circumstances.of(act)
  while (nothing.length < values.length) nothing.push(undefined)
  const situation: Situation = {
    values: values.slice(),
    details: details.slice(),
    grounds: nothing.slice(),
    assuming: false,
  }
  const { byName } = vocabulary
  for (const sighting of seen) see(situation, byName.get(sighting.fact), sighting)
  if (act.author?.undercover === true) say(situation, fields.undercover, true, 'act')
  if (act.media !== undefined && act.media.length > 0) {
    if (fields.media) {
      situation.values[fields.media.index] = yes
      situation.details[fields.media.index] = [{ is: act.media.map((media) => media.kind) }]
    }
    act.media.forEach((media, place) => {
      for (const name of media.shows ?? []) {
        const fact = byName.get(name)
        const said = fact && fields.shown.includes(fact) ? { medium: showing(media.kind) } : true
        say(situation, fact, said, 'media', `media.${place}`)
      }
    })
  }
  if (act.consents !== undefined && act.consents.length > 0)
    say(
      situation,
      fields.consent,
      act.consents.every((consent) => consent.given) && agreed(act).size >= colleaguesSaid(act, vocabulary),
      'person',
    )
  for (const name in act.facts) say(situation, byName.get(name), act.facts[name] ?? false, 'person')
  for (const fact of fields.shown) if (situation.values[fact.index] === yes) showAll(situation, fact, act)
  return situation
}

/** By which medium a thing is shown: what is no moving picture is a picture. */
export function showing(kind: Media['kind']): 'image' | 'video' {
  return kind === 'video' ? 'video' : 'image'
}

/** What is said to be shown, and not in which medium, is shown by all there are; with none it is a picture. */
function showAll(situation: Situation, fact: Fact, act: Act): void {
  const details = situation.details[fact.index] ?? [{}]
  if (details.every((one) => one['medium'] !== undefined)) return
  const kinds = [...new Set(act.media?.map(({ kind }) => showing(kind)))]
  const medium = kinds.length > 0 ? kinds : ['image']
  situation.details[fact.index] = details.map((one) => ({ medium, ...one }))
}

/** The members who have said yes, each once. */
export function agreed(act: Act): ReadonlySet<string> {
  const yeses = (act.consents ?? []).filter((consent) => consent.given)
  return new Set(yeses.map(({ member }) => member.trim().toLowerCase()))
}

/** How many colleagues a person said are shown or named, by the facts that count them; 0 where nobody counted. */
export function colleaguesSaid(act: Act, { byName }: Vocabulary): number {
  let most = 0
  for (const [name, value] of Object.entries(act.facts ?? {})) {
    const counted = byName.get(name)?.count
    if (counted !== undefined && typeof value === 'object') most = Math.max(most, Number(value[counted] ?? 0))
  }
  return most
}

function see(situation: Situation, fact: Fact | undefined, seen: Seen): void {
  if (!fact) return
  const ground: Grounds = {
    fact: fact.name,
    from: 'detector',
    confidence: seen.confidence,
    spans: [[seen.start, seen.end]],
    in: seen.in,
    because: seen.because,
  }
  if (seen.details) ground.details = seen.details
  situation.values[fact.index] = yes
  const grounds = situation.grounds[fact.index]
  if (grounds) grounds.push(ground)
  else situation.grounds[fact.index] = [ground]
  const details: Details = {}
  for (const name in seen.details) details[name] = [seen.details[name] ?? '']
  const before = situation.details[fact.index]
  if (before) before.push(details)
  else situation.details[fact.index] = [details]
}

function say(
  situation: Situation,
  fact: Fact | undefined,
  value: boolean | Record<string, string>,
  from: 'person' | 'media' | 'act',
  where?: string,
): void {
  if (!fact) return
  const before = situation.grounds[fact.index]
  situation.values[fact.index] = value === false ? no : yes
  if (value === false) {
    situation.details[fact.index] = undefined
    return
  }
  if (value !== true) {
    const said: Details = {}
    for (const [name, word] of Object.entries(value)) said[name] = [word]
    const seen = situation.details[fact.index] ?? []
    // Each medium shows a thing of its own; otherwise a person speaks of the one thing seen, or of the whole.
    if (from === 'media') situation.details[fact.index] = [...seen, said]
    else situation.details[fact.index] = [seen.length === 1 ? { ...seen[0], ...said } : said]
  }
  const ground: Grounds = { fact: fact.name, from }
  if (value !== true) ground.details = value
  if (where !== undefined) ground.in = where
  // A person's word stands first; the detector's spans stay, so that the words can still be marked.
  situation.grounds[fact.index] = before ? [ground, ...before] : [ground]
}
