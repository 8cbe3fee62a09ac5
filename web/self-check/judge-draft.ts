import { detect } from '../../src/policy/detect.ts'
import { detectAct } from '../../src/policy/detect-act.ts'
import { judge } from '../../src/policy/judge.ts'
import type { Act } from '../../src/policy/act.ts'
import type { Order } from '../../src/policy/order.ts'
import { gravity, type Ruling } from '../../src/policy/ruling.ts'
import type { Sighting } from '../../src/policy/sighting.ts'
import { withDetails, type Answer } from './draft.ts'
import type { Judged, Safer } from './judged.ts'
import { reworded, wordingsFor } from './safer.ts'

/** More sightings than these are not reworded: a text so full wants writing anew. */
const mostReworded = 8

/** Judges a draft, and tries other words for what bears on it. `now` measures, in milliseconds. */
export function judgeDraft(
  order: Order,
  draft: Act,
  answers: readonly Answer[],
  now: () => number,
): Omit<Judged, 'number'> {
  const from = now()
  const raised = new Set([
    ...detectAct(draft).map(({ fact }) => fact),
    ...(draft.media ?? []).flatMap(({ shows }) => shows ?? []),
  ])
  const act = withDetails(draft, answers, raised)
  const ruling = judge(act, order)
  const took = now() - from
  const sightings = detect(act.text ?? '')
  return { act, ruling, sightings, safer: saferWords(order, act, ruling, sightings), took }
}

/** Other words, and only those under which the judge sees less and nothing is graver. */
export function saferWords(order: Order, act: Act, ruling: Ruling, sightings: readonly Sighting[]): Safer[] {
  const text = act.text ?? ''
  const bearing = new Set(
    ruling.provisions
      .filter(({ outcome }) => outcome !== 'clear')
      .flatMap(({ because }) => because.map(({ fact }) => fact)),
  )
  const found: Safer[] = []
  for (const sighting of sightings.filter(({ fact }) => bearing.has(fact)).slice(0, mostReworded)) {
    const better = wordingsFor(text, sighting).find((wording) => {
      if (found.some(({ start, end }) => start < wording.end && end > wording.start)) return false
      const instead = reworded(text, wording)
      return (
        count(detect(instead), wording.fact) < count(sightings, wording.fact) &&
        !isGraver(order, act, ruling, instead)
      )
    })
    if (!better) continue
    const instead = reworded(text, better)
    const said = Array.from(text).slice(better.start, better.end).join('')
    found.push({ ...better, said, after: judge({ ...act, text: instead }, order).outcome })
  }
  return found
}

function count(sightings: readonly Sighting[], fact: string): number {
  return sightings.filter((one) => one.fact === fact).length
}

/** Would any provision say something graver of the other words? */
function isGraver(order: Order, act: Act, before: Ruling, text: string): boolean {
  const after = judge({ ...act, text }, order)
  return after.provisions.some(({ citation, outcome }) => {
    const now = before.provisions.find((one) => one.citation === citation)?.outcome ?? 'clear'
    return gravity(outcome) < gravity(now)
  })
}
