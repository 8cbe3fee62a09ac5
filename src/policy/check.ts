import { tryCase, type Case } from './case.ts'
import { limbsOf, type Limb } from './limbs.ts'
import type { Act } from './act.ts'
import { carriers, modulesToCome, reaches, type Order, type Provision } from './order.ts'
import type { Outcome } from './ruling.ts'
import type { Problem } from './vocabulary.ts'
import { witnessOf } from './witness.ts'

/** What carries one provision out. */
export interface Account {
  citation: string
  kind: string
  carriedBy: readonly string[]
  /** The modules that carry it out beside the judge, and which of them are still to come. */
  modules: readonly string[]
  toCome: readonly string[]
  how: string
}

/** The proof that an order is whole: what carries out each provision, and every fault. */
export interface Check {
  order: string
  accounts: Account[]
  /** Provisions with a behaviour, or a stated reason for having none here. */
  accounted: number
  byCarrier: Record<string, number>
  /** How many wait, in part or whole, for a module that is still to come. */
  toCome: number
  cases: { tried: number; passed: number }
  /** Every alternative, demand and exception of every rule, and whether a case turns on it alone. */
  limbs: Limb[]
  problems: Problem[]
}

/** The engine judges and shows; the rest needs a module of the house. */
const laterCarriers: ReadonlySet<string> = new Set(['checklist', 'workflow', 'notice'])

/** Checks an order against its cases. Problems found while reading it are passed in, so that one list tells all. */
export function checkOrder(order: Order, cases: readonly Case[], found: readonly Problem[] = []): Check {
  const problems = [...found]
  const accounts = order.provisions.map(accountOf)
  for (const provision of order.provisions) {
    const at = provision.citation
    if (provision.rules.length === 0 && provision.why === undefined)
      problems.push({ at, problem: 'has no behaviour and no stated reason ("why") for none' })
    const needsLater = provision.by.some((carrier) => laterCarriers.has(carrier))
    if (needsLater && provision.module.every((module) => module === 'policy'))
      problems.push({
        at,
        problem: 'is carried out by a checklist, workflow or notice, but names no module for it',
      })
    if (provision.rules.length > 0 !== provision.by.includes('rule'))
      problems.push({ at, problem: 'has rules if, and only if, "by" names rule' })
    for (const rule of provision.rules)
      if (!witnessOf(rule, order))
        problems.push({ at, problem: `no act can meet the condition of its rule "${rule.outcome}"` })
  }
  const drafts = order.provisions.filter(({ gist, why }) =>
    [gist, why].some((one) => one?.startsWith('DRAFT')),
  )
  if (drafts[0])
    problems.push({
      at: 'provisions.yaml',
      problem: `${drafts.length} of its provisions still say DRAFT, the first is ${drafts[0].citation}; say each in your own words`,
    })
  const { passed, acts } = runCases(order, cases, problems)
  return {
    order: order.identity.id,
    accounts,
    accounted: order.provisions.filter((one) => one.rules.length > 0 || one.why !== undefined).length,
    byCarrier: Object.fromEntries(
      carriers.map((carrier) => [carrier, accounts.filter((one) => one.carriedBy.includes(carrier)).length]),
    ),
    toCome: accounts.filter((account) => account.toCome.length > 0).length,
    cases: { tried: cases.length, passed },
    limbs: limbsOf(order, acts),
    problems,
  }
}

function accountOf(provision: Provision): Account {
  return {
    citation: provision.citation,
    kind: provision.kind,
    carriedBy: provision.by,
    modules: provision.module.filter((module) => module !== 'policy'),
    toCome: provision.module.filter((module) => modulesToCome.has(module)),
    how: provision.why ?? provision.rules.map((rule) => rule.outcome).join(', '),
  }
}

/**
 * Tries every case, and asks that each provision with a condition has a case on either side of it.
 * `acts` are those of the cases in force, for whoever looks closer.
 */
function runCases(
  order: Order,
  cases: readonly Case[],
  problems: Problem[],
): { passed: number; acts: Act[] } {
  const acts: Act[] = []
  const fired = new Set<string>()
  const quiet = new Set<string>()
  let passed = 0
  for (const one of cases) {
    const { faults, judged } = tryCase(one, order)
    if (faults.length === 0) passed++
    for (const fault of faults) problems.push({ at: `cases/${one.name}`, problem: fault })
    if (!judged || isOutOfForce(judged.ruling.outcome)) continue
    acts.push(judged.act)
    const bearing = new Set(judged.ruling.provisions.map((provision) => provision.citation))
    for (const citation of bearing) fired.add(citation)
    for (const provision of order.provisions)
      if (!bearing.has(provision.citation) && couldBear(provision, judged.act)) quiet.add(provision.citation)
  }
  for (const provision of order.provisions) {
    if (provision.rules.length === 0) continue
    const at = provision.citation
    if (!fired.has(at)) problems.push({ at, problem: 'has a condition, but no case in which it bears' })
    if (!quiet.has(at))
      problems.push({ at, problem: 'has a condition, but no case in which it does not bear' })
  }
  return { passed, acts }
}

/** Does the provision have a rule for acts of this kind in this capacity, so that its silence means something? */
function couldBear(provision: Provision, act: Act): boolean {
  return provision.rules.some((rule) => reaches(rule, act.capacity, act.kind))
}

function isOutOfForce(outcome: Outcome): boolean {
  return outcome === 'not-in-force' || outcome === 'text-not-held'
}
