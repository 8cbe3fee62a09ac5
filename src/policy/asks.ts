import type { Atom } from './condition.ts'
import type { Rule } from './order.ts'
import { gravity, type Ask, type Outcome } from './ruling.ts'
import { no, unknown, yes, type Situation } from './situation.ts'
import type { Fact } from './vocabulary.ts'

/** What a provision says, without its reasons. */
export interface Bare {
  citation: string
  outcome: Outcome
}

/** How an act stands: the outcome, and the provisions as grave as it. */
export interface Standing {
  outcome: Outcome
  gravest: string
}

export function standingOf(outcome: Outcome, provisions: readonly Bare[]): Standing {
  if (outcome === 'clear') return { outcome, gravest: '' }
  const least = gravity(outcome)
  const gravest = provisions.filter((one) => gravity(one.outcome) <= least).map(({ citation }) => citation)
  return { outcome, gravest: gravest.length < 2 ? (gravest[0] ?? '') : gravest.toSorted().join() }
}

/** The rules that bear or may, those of them that are open, and whether no provision is weighed by another's reasons. */
interface Weighed {
  open: readonly Rule[]
  rules: readonly Rule[]
  areApart: boolean
}

/**
 * The questions whose answers can still change the ruling, and no other: each is tried with every answer, and kept
 * only when some answer moves a provision that is as grave as the ruling, before or after.
 */
export function asksOf(
  { open, rules, areApart }: Weighed,
  situation: Situation,
  weigh: () => Standing,
): Ask[] {
  const before = weigh()
  const atoms = new Map<string, Atom>()
  for (const rule of open) {
    rule.when.open(situation, atoms)
    rule.unless?.open(situation, atoms)
  }
  const asks = new Map<string, { ask: Ask; isDecisive: boolean }>()
  const keep = (key: string, atom: Atom, effects: readonly Effect[]): void => {
    if (effects.includes('outcome')) asks.set(key, { ask: askOf(atom), isDecisive: true })
    else if (effects.includes('provision')) asks.set(key, { ask: askOf(atom), isDecisive: false })
  }
  for (const [key, atom] of atoms) {
    const effects: Effect[] = []
    answer(atom, situation, () => effects.push(effect(before, weigh())))
    keep(key, atom, effects)
  }
  // Two answers may only together change the ruling (brandished, and the department's); both are asked then.
  const silent = [...atoms].filter(([key]) => !asks.has(key)).slice(0, mostInPairs)
  const pairable = silent.map(([key, atom]) => ({
    key,
    atom,
    meets: areApart ? meeting(atom.fact, rules) : anything,
  }))
  for (const [i, a] of pairable.entries())
    for (const b of pairable.slice(i + 1)) {
      if ((asks.has(a.key) && asks.has(b.key)) || !(a.meets(b.atom.fact) || b.meets(a.atom.fact))) continue
      const effects: Effect[] = []
      answer(a.atom, situation, () => answer(b.atom, situation, () => effects.push(effect(before, weigh()))))
      keep(a.key, a.atom, effects)
      keep(b.key, b.atom, effects)
    }
  return [...asks.values()]
    .toSorted((x, y) => Number(y.isDecisive) - Number(x.isDecisive))
    .map(({ ask }) => ask)
}

/** More open facts than these are tried alone, not in pairs. */
const mostInPairs = 8

type Effect = 'outcome' | 'provision' | 'nothing'

/** Gives each answer to a question in turn, as if the situation were so; afterwards it is as it was. */
function answer({ fact, detail }: Atom, { values, details }: Situation, then: () => unknown): void {
  const { index } = fact
  const value = values[index] ?? unknown
  const said = details[index]
  const asked = detail ?? (fact.from === 'act' && fact.details?.['is'] ? 'is' : undefined)
  values[index] = yes
  if (asked === undefined) {
    then()
    values[index] = no
    then()
  } else
    for (const word of fact.details?.[asked] ?? []) {
      details[index] = (said ?? [{}]).map((one) => ({ [asked]: [word], ...one }))
      then()
    }
  values[index] = value
  details[index] = said
}

/** What an answer would move: the whole outcome, a provision as grave as the outcome, or nothing of weight. */
function effect(before: Standing, after: Standing): Effect {
  if (before.outcome !== after.outcome) return 'outcome'
  return before.gravest === after.gravest ? 'nothing' : 'provision'
}

const anything = (): boolean => true

/**
 * Tells of another fact whether one provision rests on both. Else each says the same for two answers together as for
 * one of them, and neither moved anything alone. What brings in a harm, which may lie beyond all provisions, meets
 * everything.
 */
function meeting(fact: Fact, rules: readonly Rule[]): (other: Fact) => boolean {
  if (fact.harm === true) return anything
  const provisions = rules.filter((rule) => isOn(rule, fact)).map(({ provision }) => provision)
  const neighbours = rules.filter(({ provision }) => provisions.includes(provision))
  return (other) => neighbours.some((rule) => isOn(rule, other))
}

function isOn({ when, unless }: Rule, fact: Fact): boolean {
  return when.facts.has(fact) || unless?.facts.has(fact) === true
}

function askOf({ fact, detail }: Atom): Ask {
  const ask: Ask = { fact: fact.name, question: fact.question ?? `${fact.means}?` }
  if (detail !== undefined) {
    ask.detail = detail
    ask.question = `${fact.means}: ${detail}?`
  }
  const choices = fact.details?.[detail ?? (fact.from === 'act' ? 'is' : '')]
  if (choices) ask.choices = choices
  return ask
}
