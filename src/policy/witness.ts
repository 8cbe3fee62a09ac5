import { actKinds, authorKinds, capacities, type Act, type ActKind } from './act.ts'
import type { Atom } from './condition.ts'
import { valueOf } from './judge.ts'
import { reaches, type Order, type Rule } from './order.ts'
import { no, unknown, yes, type Situation } from './situation.ts'
import type { Fact } from './vocabulary.ts'

/** Acts that nobody does in private. */
const deskWork: ReadonlySet<ActKind> = new Set(['page', 'screening'])

/**
 * An act, as plain as can be, on which the rule bears; undefined when no act can make its condition true.
 * The search answers the open facts one by one, the usual answer first, and Kleene logic cuts off what is decided.
 */
export function witnessOf(rule: Rule, order: Order): Act | undefined {
  const { facts } = order.vocabulary
  for (const capacity of capacities) {
    for (const kind of actKinds) {
      if (!reaches(rule, capacity, kind) || (capacity === 'personal' && deskWork.has(kind))) continue
      const situation: Situation = {
        values: facts.map(() => unknown),
        details: [],
        grounds: [],
        assuming: false,
      }
      settle(situation, order, 'act.capacity', capacity)
      settle(situation, order, 'act.kind', kind)
      const found = search(rule, situation)
      if (found) return actOf(found, order, rule)
    }
  }
  return undefined
}

function settle(situation: Situation, order: Order, name: string, value: string): void {
  const fact = order.vocabulary.byName.get(name)
  if (!fact) return
  situation.values[fact.index] = yes
  situation.details[fact.index] = [{ is: [value] }]
}

function search(rule: Rule, situation: Situation): Situation | undefined {
  const value = valueOf(rule, situation)
  if (value === yes) return situation
  if (value === no) return undefined
  const open = new Map<string, Atom>()
  rule.when.open(situation, open)
  rule.unless?.open(situation, open)
  const [atom] = open.values()
  if (!atom) return undefined
  for (const answered of answers(atom.fact, situation)) {
    const found = search(rule, answered)
    if (found) return found
  }
  return undefined
}

function* answers(fact: Fact, situation: Situation): Generator<Situation> {
  const usual = fact.unsaid?.endsWith('yes') ? [yes, no] : [no, yes]
  for (const value of usual) {
    if (value === no) {
      yield answer(situation, fact, no, {})
      continue
    }
    for (const details of products(Object.entries(fact.details ?? {}), fact))
      yield answer(situation, fact, yes, details)
  }
}

function answer(
  situation: Situation,
  fact: Fact,
  value: number,
  details: Record<string, readonly string[]>,
): Situation {
  const values = situation.values.slice()
  values[fact.index] = value
  const all = [...situation.details]
  all[fact.index] = [details]
  return { ...situation, values, details: all }
}

/** Every choice of one value, or none, for each detail; a field of the act and a detail that is asked have one. */
function* products(
  details: [string, readonly string[]][],
  fact: Fact,
): Generator<Record<string, readonly string[]>> {
  const [first, ...rest] = details
  if (!first) {
    yield {}
    return
  }
  const [name, values] = first
  const mayBeAbsent = fact.from !== 'act' && !fact.asks?.includes(name)
  for (const others of products(rest, fact)) {
    if (mayBeAbsent) yield others
    for (const value of values) yield { ...others, [name]: [value] }
  }
}

function actOf(situation: Situation, order: Order, rule: Rule): Act {
  const word = (name: string): string | undefined => {
    const fact = order.vocabulary.byName.get(name)
    return fact && situation.values[fact.index] === yes
      ? situation.details[fact.index]?.[0]?.['is']?.[0]
      : undefined
  }
  const act: Act = {
    id: rule.provision.citation,
    kind: one(actKinds, word('act.kind')) ?? 'post',
    capacity: one(capacities, word('act.capacity')) ?? 'personal',
    author: { kind: one(authorKinds, word('author.kind')) ?? 'sworn' },
    audience: one(['public', 'limited'], word('act.audience')) ?? 'public',
    duty: one(['on', 'off'], word('act.duty')) ?? 'off',
  }
  const owner = one(['department', 'personal'], word('device.owner'))
  const kind = one(['desktop', 'laptop', 'tablet', 'phone'], word('device.kind'))
  if (owner ?? kind) act.device = { ...(owner ? { owner } : {}), ...(kind ? { kind } : {}) }
  const medium = one(['image', 'video', 'audio'], word('act.media'))
  if (medium) act.media = [{ kind: medium }]
  const facts: NonNullable<Act['facts']> = {}
  for (const fact of order.vocabulary.facts) {
    const value = situation.values[fact.index]
    if (fact.from === 'act') {
      if (fact.name === 'author.undercover' && value === yes) act.author = { ...act.author, undercover: true }
    } else if (fact.from === 'judge') {
      if (value === yes) act.consents = [{ member: 'colleague', given: true }]
      if (value === no) act.consents = [{ member: 'colleague', given: false }]
    } else if (value === yes) facts[fact.name] = saidOf(situation, fact)
    else if (value === no && fact.unsaid !== 'no') facts[fact.name] = false
  }
  return { ...act, facts }
}

function one<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((candidate) => candidate === value)
}

function saidOf(situation: Situation, fact: Fact): true | Record<string, string> {
  const details = Object.entries(situation.details[fact.index]?.[0] ?? {})
  return details.length === 0
    ? true
    : Object.fromEntries(details.map(([name, values]) => [name, values[0] ?? '']))
}
