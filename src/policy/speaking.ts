import type { Fact } from './vocabulary.ts'

/** Details that a condition asks of one thing seen, each with the values that will do. */
export type Wants = readonly (readonly [string, ReadonlySet<string>])[]

/** The facts that speak for a condition, each with the details it is asked for; any of several will do. */
export type Speaking = Map<Fact, Wants[]>

/** Are these details such as a condition asks? What nobody said of a detail speaks against nothing. */
export function areWanted(details: Readonly<Record<string, string>>, wanted: readonly Wants[]): boolean {
  return wanted.some((wants) =>
    wants.every(([name, values]) => {
      const said = details[name]
      return said === undefined || values.has(said)
    }),
  )
}

/** Notes that a fact speaks for a condition. */
export function speak(into: Speaking, fact: Fact, wants: Wants): void {
  const before = into.get(fact)
  if (before) before.push(wants)
  else into.set(fact, [wants])
}
