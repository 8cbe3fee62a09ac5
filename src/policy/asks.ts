import type { Atom } from './condition.ts'
import type { Rule } from './order.ts'
import { gravity, type Ask, type Outcome } from './ruling.ts'
import { no, yes, type Situation } from './situation.ts'
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
  weigh: (changed: Situation) => Standing,
): Ask[] {
  const before = weigh(situation)
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
  for (const [key, atom] of atoms)
    keep(
      key,
      atom,
      answersOf(atom, situation).map((answered) => effect(before, weigh(answered))),
    )
  // Two answers may only together change the ruling (brandished, and the department's); both are asked then.
  const silent = [...atoms].filter(([key]) => !asks.has(key)).slice(0, mostInPairs)
  for (const [i, [keyA, a]] of silent.entries())
    for (const [keyB, b] of silent.slice(i + 1)) {
      if ((asks.has(keyA) && asks.has(keyB)) || (areApart && !meet(a.fact, b.fact, rules))) continue
      const effects = answersOf(a, situation).flatMap((first) =>
        answersOf(b, first).map((both) => effect(before, weigh(both))),
      )
      keep(keyA, a, effects)
      keep(keyB, b, effects)
    }
  return [...asks.values()]
    .toSorted((x, y) => Number(y.isDecisive) - Number(x.isDecisive))
    .map(({ ask }) => ask)
}

/** More open facts than these are tried alone, not in pairs. */
const mostInPairs = 8

type Effect = 'outcome' | 'provision' | 'nothing'

function answersOf(atom: Atom, situation: Situation): Situation[] {
  const { fact, detail } = atom
  const answer = (value: number, details?: Record<string, readonly string[]>): Situation => {
    const values = situation.values.slice()
    values[fact.index] = value
    const changed: Situation = { ...situation, values, details: [...situation.details] }
    if (details)
      changed.details[fact.index] = (situation.details[fact.index] ?? [{}]).map((one) => ({
        ...details,
        ...one,
      }))
    return changed
  }
  const asked = detail ?? (fact.from === 'act' && fact.details?.['is'] ? 'is' : undefined)
  if (asked !== undefined)
    return (fact.details?.[asked] ?? []).map((value) => answer(yes, { [asked]: [value] }))
  return [answer(yes), answer(no)]
}

/** What an answer would move: the whole outcome, a provision as grave as the outcome, or nothing of weight. */
function effect(before: Standing, after: Standing): Effect {
  if (before.outcome !== after.outcome) return 'outcome'
  return before.gravest === after.gravest ? 'nothing' : 'provision'
}

/**
 * Whether one provision rests on both facts. Else each says the same for two answers together as for one of them, and
 * neither moved anything alone. What brings in a harm, which may lie beyond all provisions, meets everything.
 */
function meet(a: Fact, b: Fact, rules: readonly Rule[]): boolean {
  if (a.harm === true || b.harm === true) return true
  const resting = (fact: Fact): Rule[] =>
    rules.filter(({ when, unless }) => when.facts.has(fact) || unless?.facts.has(fact) === true)
  const onB = resting(b)
  return onB.length > 0 && resting(a).some((one) => onB.some(({ provision }) => provision === one.provision))
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
