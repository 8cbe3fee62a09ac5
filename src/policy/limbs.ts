import type { Act } from './act.ts'
import type { Condition } from './condition.ts'
import { detectAct } from './detect-act.ts'
import { reaches, type Order, type Rule } from './order.ts'
import { no, situate, yes, type Situation, type Tri } from './situation.ts'

/**
 * One limb of a rule, and whether some case turns on it alone: the rule's answer to that act would be another if the
 * limb's were. One of several alternatives (`any`) must be the only one that holds; one of several demands (`all`)
 * the only one that fails; an exception (`unless`) what keeps the rule from bearing.
 */
export interface Limb {
  citation: string
  /** Which rule of the provision, from 1. */
  rule: number
  sort: 'alternative' | 'demand' | 'exception'
  /** As the pack writes it, such as `not matter.concluded`. */
  limb: string
  isProven: boolean
}

interface Part {
  node: Condition
  sort: Limb['sort']
  limb: Limb
}

/** The limbs of every rule of an order, in the order's own sequence, each with whether one of the acts proves it. */
export function limbsOf(order: Order, acts: readonly Act[]): Limb[] {
  const byRule = new Map<Rule, Part[]>()
  for (const provision of order.provisions)
    for (const [place, rule] of provision.rules.entries()) byRule.set(rule, partsOf(rule, place + 1))
  for (const act of acts) {
    const situation = situate(act, detectAct(act, order.identity.names), order)
    situation.assuming = true
    for (const [rule, parts] of byRule)
      if (reaches(rule, act.capacity, act.kind)) for (const part of parts) weigh(rule, part, situation)
  }
  return [...byRule.values()].flatMap((parts) => parts.map(({ limb }) => limb))
}

/** Marks a limb as proven when the act turns on it alone. */
function weigh(rule: Rule, { node, sort, limb }: Part, situation: Situation): void {
  if (limb.isProven) return
  const value = node.of(situation)
  if (value !== (sort === 'demand' ? no : yes)) return
  const flipped = sort === 'demand' ? yes : no
  limb.isProven = ruleWith(rule, situation, undefined, no) !== ruleWith(rule, situation, node, flipped)
}

function partsOf(rule: Rule, place: number): Part[] {
  const parts: Part[] = []
  const add = (node: Condition, sort: Limb['sort']): void => {
    const { citation } = rule.provision
    parts.push({ node, sort, limb: { citation, rule: place, sort, limb: node.written, isProven: false } })
  }
  const walk = (node: Condition): void => {
    for (const part of node.parts) {
      if (node.join === 'all') add(part, 'demand')
      if (node.join === 'any') add(part, 'alternative')
      walk(part)
    }
  }
  walk(rule.when)
  if (rule.unless) {
    add(rule.unless, 'exception')
    walk(rule.unless)
  }
  return parts
}

/** Does the rule bear when one part of it is given another value. */
function ruleWith(rule: Rule, situation: Situation, changed: Condition | undefined, value: Tri): boolean {
  const of = (node: Condition): boolean => {
    if (node === changed) return value === yes
    if (node.join === 'not') return !node.parts.some(of)
    if (node.join === 'all') return node.parts.every(of)
    return node.join === 'any' ? node.parts.some(of) : node.of(situation) === yes
  }
  return of(rule.when) && !(rule.unless !== undefined && of(rule.unless))
}
