import { no, unknown, yes, type Details, type Situation, type Tri } from './situation.ts'
import { all, any, not } from './combine.ts'
import { speak, type Speaking } from './speaking.ts'
import { unknownName, type Fact, type Problem, type Vocabulary } from './vocabulary.ts'

/** A condition over facts, compiled: its value, the facts it rests on, and what is still unknown in it. */
export interface Condition {
  of: (situation: Situation) => Tri
  /** Atoms that are true now and speak for the condition. */
  grounds: (situation: Situation, into: Speaking) => void
  /** Atoms whose answer could still change the value. */
  open: (situation: Situation, into: Map<string, Atom>) => void
  /** Facts of which at least one must not be false for the condition to hold; undefined: none is needed. */
  triggers: ReadonlySet<Fact> | undefined
  facts: ReadonlySet<Fact>
  /** How it is built, so that each of its parts can be weighed alone. */
  join: 'fact' | 'not' | 'all' | 'any'
  parts: readonly Condition[]
  /** As the pack writes it. */
  written: string
}

/** One fact, or one detail of it, that a person can be asked for. */
export interface Atom {
  fact: Fact
  detail?: string
}

/** Compiles a condition as written in a pack; `docs/orders.md` shows the language. Problems are added, not thrown. */
export function compileCondition(
  written: unknown,
  vocabulary: Vocabulary,
  at: string,
  problems: Problem[],
): Condition {
  const compile = (part: unknown): Condition => {
    if (typeof part === 'string') return atom(factNamed(part), undefined)
    if (typeof part !== 'object' || part === null || Array.isArray(part)) {
      problems.push({
        at,
        problem: `a condition is a fact, {not}, {all} or {any}; this is ${JSON.stringify(part)}`,
      })
      return never
    }
    const entries = Object.entries(part)
    const [first, ...rest] = entries
    if (!first) {
      problems.push({ at, problem: 'a condition may not be empty' })
      return never
    }
    if (rest.length > 0) return all(entries.map(([key, value]) => compile({ [key]: value })))
    const [key, value] = first
    if (key === 'not') return not(compile(value))
    if (key === 'all' || key === 'any') {
      if (!Array.isArray(value) || value.length === 0) {
        problems.push({ at, problem: `"${key}" wants a list of conditions` })
        return never
      }
      const parts = value.map(compile)
      return key === 'all' ? all(parts) : any(parts)
    }
    return atom(factNamed(key), value)
  }

  const factNamed = (name: string): Fact | undefined => {
    const fact = vocabulary.byName.get(name)
    if (!fact) problems.push({ at, problem: unknownName('fact', name, vocabulary.byName.keys()) })
    return fact
  }

  const atom = (fact: Fact | undefined, wanted: unknown): Condition => {
    if (!fact) return never
    if (wanted === undefined || wanted === true) return factAtom(fact)
    if (wanted === false) return not(factAtom(fact))
    const wants = detailsWanted(fact, wanted, at, problems)
    if (wants.length === 0) return never
    return detailAtom(fact, wants)
  }
  return compile(written)
}

const never: Condition = {
  of: () => no,
  grounds: () => {},
  open: () => {},
  triggers: new Set(),
  facts: new Set(),
  join: 'fact',
  parts: [],
  written: '(unreadable)',
}

function detailsWanted(
  fact: Fact,
  wanted: unknown,
  at: string,
  problems: Problem[],
): [string, ReadonlySet<string>][] {
  const byDetail: [string, unknown][] =
    typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted)
      ? Object.entries(wanted)
      : [['is', wanted]]
  return byDetail.flatMap(([detail, value]): [string, ReadonlySet<string>][] => {
    const allowed = fact.details?.[detail]
    if (!allowed) {
      problems.push({
        at,
        problem: unknownName(`detail of ${fact.name}`, detail, Object.keys(fact.details ?? {})),
      })
      return []
    }
    const values = (Array.isArray(value) ? value : [value]).map(String)
    for (const one of values)
      if (!allowed.includes(one))
        problems.push({ at, problem: unknownName(`value of ${fact.name}.${detail}`, one, allowed) })
    return [[detail, new Set(values)]]
  })
}

function assumed(fact: Fact): Tri {
  return fact.unsaid === 'ask-yes' ? yes : no
}

function factAtom(fact: Fact): Condition {
  const { index } = fact
  const meanwhile = assumed(fact)
  const of = (situation: Situation): Tri => {
    const value = situation.values[index]
    if (value === unknown) return situation.assuming ? meanwhile : unknown
    return value === yes ? yes : no
  }
  return {
    of,
    grounds: (situation, into) => void (situation.values[index] === yes && speak(into, fact, [])),
    open: (situation, into) => void (situation.values[index] === unknown && into.set(fact.name, { fact })),
    triggers: fact.unsaid === 'no' || fact.from === 'text' ? new Set([fact]) : undefined,
    facts: new Set([fact]),
    join: 'fact',
    parts: [],
    written: fact.name,
  }
}

/** One thing seen must have all the wanted details; those of two things are not added together. */
function detailAtom(fact: Fact, wants: readonly [string, ReadonlySet<string>][]): Condition {
  const { index } = fact
  const meanwhile: Tri = wants.every(([, values]) => values.has(fact.assume ?? '')) ? yes : no
  const one = (
    details: Details,
    [detail, values]: [string, ReadonlySet<string>],
    isAssuming: boolean,
  ): Tri => {
    const said = details[detail]
    if (said !== undefined) return said.some((word) => values.has(word)) ? yes : no
    return fact.asks?.includes(detail) && !isAssuming ? unknown : no
  }
  const of = (situation: Situation): Tri => {
    const value = situation.values[index]
    if (value === no) return no
    if (value === unknown) return situation.assuming ? meanwhile : unknown
    let best: Tri = no
    for (const details of situation.details[index] ?? nothingSaid) {
      let whole: Tri = yes
      for (const want of wants) {
        const part = one(details, want, situation.assuming)
        if (part === no) whole = no
        else if (part === unknown && whole === yes) whole = unknown
        if (whole === no) break
      }
      if (whole === yes) return yes
      if (whole === unknown) best = unknown
    }
    return best
  }
  return {
    of,
    grounds: (situation, into) => void (of(situation) === yes && speak(into, fact, wants)),
    open: (situation, into) => {
      if (situation.assuming || of(situation) !== unknown) return
      if (situation.values[index] === unknown) into.set(fact.name, { fact })
      else
        for (const details of situation.details[index] ?? nothingSaid)
          for (const want of wants)
            if (one(details, want, false) === unknown)
              into.set(`${fact.name}.${want[0]}`, { fact, detail: want[0] })
    },
    triggers: fact.from === 'act' ? undefined : new Set([fact]),
    facts: new Set([fact]),
    join: 'fact',
    parts: [],
    written: `${fact.name} ${wants.map(([name, values]) => (name === 'is' ? '' : `${name} `) + [...values].join(' or ')).join(', ')}`,
  }
}

const nothingSaid: readonly Details[] = [{}]
