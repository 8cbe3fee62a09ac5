import fc from 'fast-check'
import { commands, oracle, type Command, type Outcome } from './retention-oracle.ts'
import { rules, type Without } from './retention-rules.ts'
import { inDatabase } from './retention-database.ts'
import type { Run } from './drill.ts'

const length = 60

/**
 * [R20] Records, holds and lists of what is due, moved by anybody in any order, against a small oracle: nothing is
 * disposed of under a hold or before its day, nothing that is due goes unreported, and every disposal has two people.
 * Rounds are commands: nearly all through the rules, one in fifty through a real database.
 */
export const run: Run = async (rounds, seed) => {
  // Some plays are a little shorter.
  const runs = Math.max(20, Math.ceil((rounds / length) * 1.05))
  const pure = played(runs, seed, undefined)
  const real = await inDatabase(Math.max(60, Math.ceil(rounds / 50)), length, seed)
  const controls = (['hold', 'period', 'second'] as const).map((without) =>
    played(Math.min(runs, 300), seed, without),
  )
  const [held, early, alone] = controls
  return {
    claim:
      'Nothing is disposed of under a hold or before its day, what is due is reported, and every disposal has two people and its notice behind it',
    figure: `${pure.commands} commands with ${pure.disposed} disposals by the rules, and ${real.commands} with ${real.disposed} in a database: ${pure.faults.length + real.faults.length} that the oracle would not have done so, ${real.disposals} lists carried out and the tree verified`,
    control: `without the look at holds ${held?.faults.length ?? 0}, at periods ${early?.faults.length ?? 0}, at the second person ${alone?.faults.length ?? 0} faults; in the database without its check ${real.careless}`,
    faults: [...pure.faults, ...real.faults],
    hasTeeth:
      controls.every(({ faults }) => faults.length > 0) &&
      real.careless > 0 &&
      pure.disposed > 0 &&
      real.disposed > 0,
  }
}

interface Played {
  commands: number
  disposed: number
  faults: string[]
}

/** Plays the same commands to the rules and to the oracle, and holds what came of each against the other. */
function played(runs: number, seed: number, without: Without): Played {
  const found: Played = { commands: 0, disposed: 0, faults: [] }
  const plays = fc.sample(fc.tuple(fc.constantFrom('created', 'closed'), commands(length)), {
    numRuns: runs,
    seed,
  })
  for (const [starts, given] of plays) {
    const [system, should] = [rules(starts, without), oracle(starts)]
    for (const command of given) {
      const [is, ought] = [system(command), should(command)]
      found.commands++
      found.disposed += is.disposed.length
      const fault = difference(command, is, ought)
      if (fault === undefined) continue
      found.faults.push(`seed ${seed}: ${fault}`)
      break
    }
  }
  return found
}

/** How what came of a command differs from what should have. */
export function difference(command: Command, is: Outcome, ought: Outcome): string | undefined {
  const [said, should] = [told(is), told(ought)]
  return said === should
    ? undefined
    : `${JSON.stringify(command)} gave ${said}, and should have given ${should}`
}

function told({ isLet, disposed, due }: Outcome): string {
  return `${isLet ? 'let' : 'refused'}, gone ${inOrder(disposed)}, due ${inOrder(due)}`
}

function inOrder(list: readonly number[]): string {
  return list.toSorted((a, b) => a - b).join(' ')
}
