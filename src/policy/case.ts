import { z } from 'zod'
import type { Act } from './act.ts'
import { judge } from './judge.ts'
import type { Order } from './order.ts'
import { readAct } from './read-act.ts'
import { outcomes, type Outcome, type Ruling } from './ruling.ts'
import { problemsOf, unknownName, type Problem } from './vocabulary.ts'

const caseSchema = z.looseObject({
  scenario: z.union([z.number(), z.string()]).optional(),
  expect: z.record(z.string(), z.enum(outcomes)).default({}),
  never: z.array(z.string()).default([]),
  asks: z.array(z.string()).optional(),
})

/** A case as it stands in a pack: an act, and what the order must say of it. Its folder is its outcome. */
export interface Case {
  /** `barred/an-officer-calls-a-defendant-guilty` */
  name: string
  outcome: Outcome
  data: unknown
}

type Expected = Pick<z.infer<typeof caseSchema>, 'expect' | 'never' | 'asks'>

/** A case taken apart: the act as it is written (`readAct` reads it), and what the order must say of it. */
export function splitCase(one: Case): { act: object; expected: Expected } | { problems: Problem[] } {
  const parsed = caseSchema.safeParse(one.data)
  if (!parsed.success) return { problems: problemsOf(one.name, parsed.error) }
  const { scenario: _scenario, expect, never, asks, ...written } = parsed.data
  return { act: { id: one.name, ...written }, expected: { expect, never, asks } }
}

/** Judges a case; `faults` say in words where the ruling is not what the case expects. */
export function tryCase(
  one: Case,
  order: Order,
): { faults: string[]; judged?: { act: Act; ruling: Ruling } } {
  const split = splitCase(one)
  if ('problems' in split) return { faults: sentences(split.problems) }
  const { expect, never, asks } = split.expected
  const { act, problems } = readAct(split.act, order.vocabulary)
  if (!act) return { faults: sentences(problems) }
  const ruling = judge(act, order)
  const faults: string[] = []
  if (ruling.outcome !== one.outcome)
    faults.push(`is ${ruling.outcome}, not ${one.outcome}: ${listed(ruling)}`)
  for (const [citation, outcome] of Object.entries(expect)) {
    if (!order.byCitation.has(citation))
      faults.push(unknownName('provision', citation, order.byCitation.keys()))
    const got = ruling.provisions.find((provision) => provision.citation === citation)?.outcome
    if (got !== outcome)
      faults.push(`${citation} says ${got ?? 'nothing'}, not ${outcome}: ${listed(ruling)}`)
  }
  for (const citation of never) {
    if (!order.byCitation.has(citation))
      faults.push(unknownName('provision', citation, order.byCitation.keys()))
    const got = ruling.provisions.find((provision) => provision.citation === citation)
    if (got && got.outcome !== 'clear') faults.push(`${citation} must not bear, but says ${got.outcome}`)
  }
  if (asks !== undefined) {
    const got = ruling.asks.map((ask) => (ask.detail ? `${ask.fact}.${ask.detail}` : ask.fact))
    if (got.toSorted().join() !== asks.toSorted().join())
      faults.push(`asks ${got.join(', ') || 'nothing'}, not ${asks.join(', ') || 'nothing'}`)
  }
  return { faults, judged: { act, ruling } }
}

function listed(ruling: Ruling): string {
  return ruling.provisions.map((one) => `${one.citation} ${one.outcome}`).join(', ') || 'nothing bears'
}

function sentences(problems: readonly { at: string; problem: string }[]): string[] {
  return problems.map(({ at, problem }) => `${at}: ${problem}`)
}
