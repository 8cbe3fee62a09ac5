import type { Condition } from './condition.ts'
import { no, unknown, yes, type Situation, type Tri } from './situation.ts'
import type { Fact } from './vocabulary.ts'

/** Holds when the part does not. */
export function not(part: Condition): Condition {
  return {
    of: (situation) => {
      const value = part.of(situation)
      return value === unknown ? unknown : value === yes ? no : yes
    },
    grounds: () => {},
    open: part.open,
    triggers: undefined,
    facts: part.facts,
    join: 'not',
    parts: [part],
    written: `not ${part.written}`,
  }
}

/** Holds when every part does. */
export function all(parts: readonly Condition[]): Condition {
  const of = (situation: Situation): Tri => {
    let value: Tri = yes
    for (const part of parts) {
      const one = part.of(situation)
      if (one === no) return no
      if (one === unknown) value = unknown
    }
    return value
  }
  return {
    of,
    grounds: (situation, into) => parts.forEach((part) => part.grounds(situation, into)),
    open: (situation, into) => {
      if (of(situation) === unknown) parts.forEach((part) => part.open(situation, into))
    },
    triggers: parts.find((part) => part.triggers !== undefined)?.triggers,
    facts: union(parts.map((part) => part.facts)),
    join: 'all',
    parts,
    written: `(${parts.map((part) => part.written).join(' and ')})`,
  }
}

/** Holds when one part does. */
export function any(parts: readonly Condition[]): Condition {
  const of = (situation: Situation): Tri => {
    let value: Tri = no
    for (const part of parts) {
      const one = part.of(situation)
      if (one === yes) return yes
      if (one === unknown) value = unknown
    }
    return value
  }
  return {
    of,
    grounds: (situation, into) => {
      for (const part of parts) if (part.of(situation) === yes) part.grounds(situation, into)
    },
    open: (situation, into) => {
      if (of(situation) === unknown) parts.forEach((part) => part.open(situation, into))
    },
    triggers: parts.every((part) => part.triggers !== undefined)
      ? union(parts.map((part) => part.triggers ?? new Set<Fact>()))
      : undefined,
    facts: union(parts.map((part) => part.facts)),
    join: 'any',
    parts,
    written: `(${parts.map((part) => part.written).join(' or ')})`,
  }
}

function union<T>(sets: readonly ReadonlySet<T>[]): Set<T> {
  const whole = new Set<T>()
  for (const set of sets) for (const one of set) whole.add(one)
  return whole
}
