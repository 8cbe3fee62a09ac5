import type { Act, ActKind, AuthorKind, Media } from '../../src/policy/act.ts'
import type { Ask } from '../../src/policy/ruling.ts'

/** What somebody can see in a picture, in the vocabulary's words and in the order of the form. */
export const shownFacts = [
  'depicts.uniform',
  'depicts.logo',
  'depicts.author',
  'depicts.coworker',
  'depicts.vehicle',
  'depicts.property',
  'depicts.building-inside',
  'depicts.scene',
  'depicts.suspect',
  'depicts.victim',
  'depicts.evidence',
  'depicts.weapon',
  'depicts.tactical-instrument',
  'depicts.contraband',
  'depicts.sexual',
  'media.borrowed',
  'likeness.exploited',
] as const
export type ShownFact = (typeof shownFacts)[number]

export interface Picture {
  id: string
  file: File
  kind: 'image' | 'video'
  alt: string
  /** Words that were read in it, or typed. */
  words: string
  shows: readonly ShownFact[]
}

export const draftKinds = ['post', 'comment', 'reshare', 'message', 'profile'] as const satisfies ActKind[]
export const deviceKinds = ['phone', 'tablet', 'laptop', 'desktop'] as const
export const whose = ['personal', 'department', 'unknown'] as const
export const spokenFor = ['personal', 'official'] as const
export const audiences = ['public', 'limited'] as const
export const duties = ['off', 'on', 'unknown'] as const

/** What somebody thinks of posting, and how. */
export interface Draft {
  text: string
  pictures: readonly Picture[]
  kind: (typeof draftKinds)[number]
  capacity: (typeof spokenFor)[number]
  who: AuthorKind
  audience: (typeof audiences)[number]
  duty: (typeof duties)[number]
  owner: (typeof whose)[number]
  device: (typeof deviceKinds)[number]
  answers: readonly Answer[]
}

/** The answer to a question that a ruling put. A detail narrows a fact; it does not say that the fact is true. */
export interface Answer {
  ask: Ask
  value: boolean | string
}

/** Questions are the same when they ask for the same fact, and the same detail of it. */
export function keyOf({ fact, detail }: Ask): string {
  return detail === undefined ? fact : `${fact} ${detail}`
}

export const emptyDraft: Draft = {
  text: '',
  pictures: [],
  kind: 'post',
  capacity: 'personal',
  who: 'sworn',
  audience: 'public',
  duty: 'off',
  owner: 'personal',
  device: 'phone',
  answers: [],
}

export function isEmpty({ text, pictures }: Draft): boolean {
  return text.trim() === '' && pictures.length === 0
}

/** Facts that the form asks about anyway. */
const ofForm = new Set([
  'act.audience',
  'act.duty',
  'act.kind',
  'act.capacity',
  'device.owner',
  'device.kind',
  'author.kind',
])

/** The questions that a ruling puts and the form does not. */
export function openAsks(asks: readonly Ask[]): Ask[] {
  return asks.filter(({ fact }) => !ofForm.has(fact))
}

/** The draft with a question answered; `undefined` takes the answer back. */
export function answered(draft: Draft, ask: Ask, value: Answer['value'] | undefined): Draft {
  const others = draft.answers.filter((one) => keyOf(one.ask) !== keyOf(ask))
  return { ...draft, answers: value === undefined ? others : [...others, { ask, value }] }
}

/** What a draft is called while it is judged; the permission that is bound to its very words names it. */
export const draftId = 'self-check'

/** The draft as an act that can be judged. Details are added once it is known which facts hold (`withDetails`). */
export function actOf(draft: Draft, on: string, weighed: Pick<Act, 'permissions' | 'consents'>): Act {
  const { text, pictures, kind, capacity, who, audience, duty, owner, device, answers } = draft
  const facts = answers.flatMap(({ ask, value }) =>
    typeof value === 'boolean' ? [[ask.fact, value] as const] : [],
  )
  return {
    id: draftId,
    kind,
    capacity: who === 'visitor' ? 'visitor' : capacity,
    on,
    text,
    media: pictures.map(mediumOf),
    author: { kind: who },
    audience,
    duty,
    ...(owner === 'unknown' ? {} : { device: { owner, kind: device } }),
    facts: Object.fromEntries(facts),
    ...weighed,
  }
}

function mediumOf({ id, kind, alt, words, shows }: Picture): Media {
  return {
    id,
    kind,
    ...(alt === '' ? {} : { alt }),
    ...(words === '' ? {} : { text: words }),
    shows: [...shows],
  }
}

/** The act with the details that were answered, of those facts alone that hold (`raised`). */
export function withDetails(act: Act, answers: readonly Answer[], raised: ReadonlySet<string>): Act {
  const facts = { ...act.facts }
  for (const { ask, value } of answers) {
    const { fact, detail } = ask
    if (detail === undefined || typeof value !== 'string' || !raised.has(fact)) continue
    const before = facts[fact]
    facts[fact] = { ...(typeof before === 'object' ? before : {}), [detail]: value }
  }
  return { ...act, facts }
}
