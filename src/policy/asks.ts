import type { Atom } from './condition.ts'
import type { Verdict } from './judge.ts'
import type { Rule } from './order.ts'
import { gravity, type Ask } from './ruling.ts'
import { no, yes, type Situation } from './situation.ts'

/**
 * The questions whose answers can still change the ruling, and no other: each is tried with every answer, and kept
 * only when some answer moves a provision that is as grave as the ruling, before or after.
 */
export function asksOf(
  open: readonly Rule[],
  situation: Situation,
  verdict: Verdict,
  decide: (changed: Situation) => Verdict,
): Ask[] {
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
      answersOf(atom, situation).map((answered) => effect(verdict, decide(answered))),
    )
  // Two answers may only together change the ruling (brandished, and the department's); both are asked then.
  const silent = [...atoms].filter(([key]) => !asks.has(key)).slice(0, mostInPairs)
  for (const [i, [keyA, a]] of silent.entries())
    for (const [keyB, b] of silent.slice(i + 1)) {
      if (asks.has(keyA) && asks.has(keyB)) continue
      const effects = answersOf(a, situation).flatMap((first) =>
        answersOf(b, first).map((both) => effect(verdict, decide(both))),
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
function effect(before: Verdict, after: Verdict): Effect {
  if (before.outcome !== after.outcome) return 'outcome'
  return before.outcome !== 'clear' && gravest(before) !== gravest(after) ? 'provision' : 'nothing'
}

function gravest(verdict: Verdict): string {
  return verdict.provisions
    .filter((provision) => gravity(provision.outcome) <= gravity(verdict.outcome))
    .map((provision) => provision.citation)
    .join()
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
