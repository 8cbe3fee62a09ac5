import { run as apiFuzz } from './api-fuzz.ts'
import { run as backupUnderLoad } from './backup-under-load.ts'
import { run as blackHole } from './black-hole.ts'
import { run as crashPoints } from './crash-points.ts'
import { runBoth, runDatabase } from './database-killed.ts'
import { run as diskFull } from './disk-full.ts'
import type { Run } from './drill.ts'
import { run as failover } from './failover.ts'
import { run as guessing } from './guessing.ts'
import { run as idor } from './idor.ts'
import { run as lostCommit } from './lost-commit.ts'
import { runHostileSql, runMatrix, runTampering, runWorkflow } from './others.ts'
import { run as packages } from './package.ts'
import { run as postRaces } from './post-races.ts'
import { run as powerCut } from './power-cut.ts'
import { run as publish } from './publish.ts'
import { run as redaction } from './redaction.ts'
import { run as retention } from './retention.ts'
import { run as ssrf } from './ssrf.ts'
import { run as xss } from './xss.ts'

/** A drill and the checks of the reference that it makes. */
export interface Drill {
  name: string
  checks: string
  /** How many rounds are the whole drill. */
  rounds: number
  /** How many `npm test` runs; none where a test file of its own holds a slice. */
  short: number
  /** It starts and kills whole servers or browsers: `npm test` draws one of twelve by its seed, `npm run drill` runs it. */
  isLong?: true
  run: Run
}

export const drills: readonly Drill[] = [
  { name: 'crash-points', checks: 'R1', rounds: 210, short: 2, isLong: true, run: crashPoints },
  { name: 'database-killed', checks: 'R2', rounds: 20, short: 1, isLong: true, run: runDatabase },
  { name: 'both-killed', checks: 'R2', rounds: 20, short: 1, isLong: true, run: runBoth },
  { name: 'power-cut', checks: 'R3', rounds: 5, short: 1, isLong: true, run: powerCut },
  { name: 'backup-under-load', checks: 'R12', rounds: 10, short: 1, isLong: true, run: backupUnderLoad },
  { name: 'disk-full', checks: 'R5', rounds: 20, short: 2, isLong: true, run: diskFull },
  { name: 'failover', checks: 'R4', rounds: 20, short: 1, isLong: true, run: failover },
  { name: 'black-hole', checks: 'R6', rounds: 12, short: 1, isLong: true, run: blackHole },
  { name: 'lost-commit', checks: 'R7', rounds: 200, short: 12, run: lostCommit },
  { name: 'tamper', checks: 'R15', rounds: 1_000, short: 0, run: runTampering },
  { name: 'hostile-sql', checks: 'R16', rounds: 60, short: 0, run: runHostileSql },
  { name: 'matrix', checks: 'R23, R36', rounds: 1, short: 0, run: runMatrix },
  { name: 'idor', checks: 'R24', rounds: 5_000, short: 150, run: idor },
  { name: 'workflow', checks: 'R25', rounds: 8, short: 0, run: runWorkflow },
  { name: 'api-fuzz', checks: 'R26, R30', rounds: 20_000, short: 500, run: apiFuzz },
  { name: 'post-races', checks: 'posts', rounds: 10_000, short: 100, run: postRaces },
  { name: 'publish', checks: 'issue 4', rounds: 700, short: 0, run: publish },
  { name: 'redaction', checks: 'R21', rounds: 1_000, short: 3, isLong: true, run: redaction },
  { name: 'retention', checks: 'R20', rounds: 100_000, short: 400, run: retention },
  { name: 'package', checks: 'issue 5, E5', rounds: 10_000, short: 60, run: packages },
  { name: 'guessing', checks: 'R35', rounds: 2_000, short: 100, isLong: true, run: guessing },
  { name: 'ssrf', checks: 'issue 4', rounds: 2_000, short: 50, run: ssrf },
  { name: 'xss', checks: 'issue 4', rounds: 500, short: 5, isLong: true, run: xss },
]
