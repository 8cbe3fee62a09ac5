import type { Judged } from './judged.ts'

/** What the law beyond the order may say, and the facts that bring it up. */
const rows = [
  { caution: 'defamation', facts: ['liability.defamation'] },
  { caution: 'privacy', facts: ['info.confidential'] },
  { caution: 'likeness', facts: ['likeness.exploited'] },
  { caution: 'works', facts: ['media.borrowed'] },
  { caution: 'harassment', facts: ['speech.violence', 'conduct.abusive-message'] },
  // An insult into somebody's own letter box is another thing than one on a wall.
  { caution: 'harassment', facts: ['speech.attack'], kinds: ['message', 'comment'] },
] as const
export type Caution = (typeof rows)[number]['caution']

export interface Cautioned {
  caution: Caution
  /** The provisions in which the order itself warns of it; empty where it does not. */
  citations: string[]
}

/** The warnings of civil liability that fit, each once, with the order's own where it has one. */
export function cautionsOf({
  act,
  ruling,
  sightings,
}: Pick<Judged, 'act' | 'ruling' | 'sightings'>): Cautioned[] {
  const holding = new Set([
    ...sightings.map(({ fact }) => fact),
    ...(act.media ?? []).flatMap(({ shows }) => shows ?? []),
    ...ruling.provisions.flatMap(({ because }) => because.map(({ fact }) => fact)),
  ])
  for (const [fact, said] of Object.entries(act.facts ?? {})) if (said === false) holding.delete(fact)
  if (act.facts?.['media.licensed'] === true) holding.delete('media.borrowed')
  const found = new Map<Caution, Set<string>>()
  for (const row of rows) {
    if ('kinds' in row && !row.kinds.some((kind) => kind === act.kind)) continue
    const facts = row.facts.filter((fact) => holding.has(fact))
    if (facts.length === 0) continue
    const citations = ruling.provisions
      .filter(
        ({ outcome, because }) =>
          outcome === 'advised' && because.some(({ fact }) => facts.some((one) => one === fact)),
      )
      .map(({ citation }) => citation)
    found.set(row.caution, new Set([...(found.get(row.caution) ?? []), ...citations]))
  }
  return [...found].map(([caution, citations]) => ({ caution, citations: [...citations] }))
}
