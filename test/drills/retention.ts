import fc from 'fast-check'
import { commands, oracle, type Command, type Outcome } from './retention-oracle.ts'
import { rules } from './retention-rules.ts'
import { inDatabase } from './retention-database.ts'
import type { Run } from './drill.ts'

const length = 60

/**
 * [R20] Records, holds and lists of what is due, moved by anybody in any order, against a small oracle: nothing is
 * disposed of under a hold or before its day, nothing that is due goes unreported, and every disposal has two people and
 * its notice. Rounds are commands to the rules of who may do what and when, around which the drill plays the records; a
 * tenth as many go to a real database, where nothing is played.
 */
export const run: Run = async (rounds, seed) => {
  // Some plays are a little shorter.
  const runs = Math.max(60, Math.ceil((rounds / length) * 1.05))
  const pure = played(runs, seed, false)
  const real = await inDatabase(Math.ceil(rounds / 10), length, seed)
  const alone = played(Math.min(runs, 300), seed, true).faults.length
  const { record_is_held: held, over_on: early, things_fall: careless } = real.blinded
  return {
    claim:
      'Nothing is disposed of under a hold or before its day, what is due is reported, and every disposal has two people and its notice behind it',
    figure: `in a database ${real.commands} commands, ${real.disposed} things disposed of in ${real.disposals} lists, the tree verified after each run; by the rules of moves, periods and notices alone, the records around them played by the drill, ${pure.commands} commands and ${pure.disposed} things: ${pure.faults.length + real.faults.length} that the oracle would not have done so`,
    control: `in the database without its look at holds ${held}, at periods ${early}, at the list before it is carried out ${careless}; the rules, blind to who signed first, ${alone} faults`,
    faults: [...pure.faults, ...real.faults],
    hasTeeth: [held, early, careless, alone, pure.disposed, real.disposed].every((n) => n > 0),
  }
}

interface Played {
  commands: number
  disposed: number
  faults: string[]
}

/** Plays the same commands to the rules and to the oracle, and holds what came of each against the other. */
function played(runs: number, seed: number, isBlind: boolean): Played {
  const found: Played = { commands: 0, disposed: 0, faults: [] }
  const plays = fc.sample(fc.tuple(fc.constantFrom('created', 'closed'), commands(length)), {
    numRuns: runs,
    seed,
  })
  for (const [starts, given] of plays) {
    const [system, should] = [rules(starts, isBlind), oracle(starts)]
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
