import type { Adopted } from '../adoption/adopted.ts'
import { detectAct } from '../policy/detect-act.ts'
import { judge } from '../policy/judge.ts'
import type { Outcome } from '../policy/ruling.ts'
import { factOf, grounds, visitors, type Ground } from './grounds.ts'

/** What the detectors see in a comment and what the order says of it. They rank it; they never decide on it. */
export interface Seen {
  /** 0 the gravest, 9 nothing at all. */
  place: number
  /** The gravest ground that the detectors see; off-topic is a person's to see. */
  ground: Ground | null
  isCritical: boolean
  /** Blurred until a moderator wants to read it. */
  isUgly: boolean
  /** ISO 639-1, where it is sure enough. */
  language: string | null
  outcome: Outcome | null
  citations: string[]
  facts: { fact: string; confidence: number; spans: [number, number][]; because: string }[]
  /** The filters in force that it meets. */
  filters: string[]
  orderVersion: string | null
}

/** How grave each fact is, as a place in the queue; whatever is not here is nothing a moderator hurries for. */
const places: Readonly<Record<string, number>> = {
  'speech.violence': 0,
  'speech.bias': 1,
  'speech.obscene': 2,
  'speech.attack': 3,
  'info.confidential': 3,
  'speech.profane': 5,
}
const filteredPlace = 4
const nothing = 9

const ugly: ReadonlySet<string> = new Set(['speech.violence', 'speech.bias', 'speech.obscene'])

/** A filter as capture uses it. */
export interface Words {
  filterId: string
  accountId: string | null
  words: string
}

/** What is known when comments are captured. */
export interface Judging {
  adopted: Adopted | undefined
  filters: readonly Words[]
  languageOf: (text: string) => string | null
}

/** Looks at one comment of an account, written at a moment. Pure but for the languages that were loaded. */
export function look(text: string, accountId: string, at: string, judging: Judging): Seen {
  const { adopted, filters, languageOf } = judging
  const act = visitors('comment', text, at)
  const facts = factsIn(detectAct(act, adopted?.order.identity.names ?? []))
  const ruling = adopted && judge(act, adopted.order)
  const met = filters
    .filter((filter) => (filter.accountId === null || filter.accountId === accountId) && meets(text, filter))
    .map(({ filterId }) => filterId)
  const seen = new Set(facts.map(({ fact }) => fact))
  const place = Math.min(
    nothing,
    met.length > 0 ? filteredPlace : nothing,
    ...facts.map(({ fact }) => places[fact] ?? nothing),
  )
  return {
    place,
    ground: grounds.find((ground) => seen.has(factOf[ground])) ?? null,
    isCritical: seen.has('speech.criticism'),
    isUgly: facts.some(({ fact }) => ugly.has(fact)),
    language: languageOf(text),
    outcome: ruling?.outcome ?? null,
    citations: ruling?.provisions.map(({ citation }) => citation) ?? [],
    facts,
    filters: met,
    orderVersion: adopted?.versionId ?? null,
  }
}

type Sighted = ReturnType<typeof detectAct>[number]

function factsIn(sightings: readonly Sighted[]): Seen['facts'] {
  const byFact = new Map<string, Seen['facts'][number]>()
  for (const { fact, start, end, confidence, because } of sightings) {
    const known = byFact.get(fact)
    if (known) {
      known.spans.push([start, end])
      known.confidence = Math.max(known.confidence, confidence)
    } else byFact.set(fact, { fact, confidence, spans: [[start, end]], because })
  }
  return [...byFact.values()]
}

/** Does a text hold the words of a filter, whole and in any case? */
export function meets(text: string, { words }: Pick<Words, 'words'>): boolean {
  const within = ` ${plain(text)} `
  return within.includes(` ${plain(words)} `)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The spans that the detectors saw for a ground. */
export function spansFor(seen: Pick<Seen, 'facts'>, ground: Ground): [number, number][] {
  return seen.facts.find(({ fact }) => fact === factOf[ground])?.spans ?? []
}
