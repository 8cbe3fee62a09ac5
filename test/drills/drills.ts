import type { Run } from './drill.ts'
import { run as apiFuzz } from './api-fuzz.ts'
import { run as blackHole } from './black-hole.ts'
import { run as crashPoints } from './crash-points.ts'
import { run as guessing } from './guessing.ts'
import { runBoth, runDatabase } from './database-killed.ts'
import { run as idor } from './idor.ts'
import { run as lostCommit } from './lost-commit.ts'
import { run as powerCut } from './power-cut.ts'

/** A drill, its checks of the reference, its rounds in full and in the short slice that `npm test` runs. */
export interface Drill {
  name: string
  checks: string
  rounds: number
  short: number
  run: Run
}

export const drills: readonly Drill[] = [
  { name: 'crash-points', checks: 'R1', rounds: 250, short: 6, run: crashPoints },
  { name: 'database-killed', checks: 'R2', rounds: 20, short: 1, run: runDatabase },
  { name: 'both-killed', checks: 'R2', rounds: 20, short: 1, run: runBoth },
  { name: 'lost-commit', checks: 'R7', rounds: 200, short: 12, run: lostCommit },
  { name: 'black-hole', checks: 'R6', rounds: 12, short: 1, run: blackHole },
  { name: 'guessing', checks: 'R35', rounds: 10_000, short: 30, run: guessing },
  { name: 'power-cut', checks: 'R3', rounds: 5, short: 1, run: powerCut },
  { name: 'idor', checks: 'R24', rounds: 5_000, short: 400, run: idor },
  { name: 'api-fuzz', checks: 'R26, R30', rounds: 20_000, short: 800, run: apiFuzz },
]
