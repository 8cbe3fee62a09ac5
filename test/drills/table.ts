import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '../../src/platform/clock.ts'
import type { Drill } from './drills.ts'
import type { Drilled, Skipped } from './drill.ts'

/** A drill that was run. */
export interface Row extends Drill {
  seed: number
  seconds: number
  drilled: Drilled | Skipped
}

/** What was found, for the terminal. */
export function table(rows: readonly Row[]): string {
  return rows
    .map(({ name, seconds, drilled }) => {
      if ('skipped' in drilled) return `${name}\n  SKIPPED: ${drilled.skipped}`
      const { claim, figure, control, faults, hasTeeth } = drilled
      const verdict = faults.length > 0 ? 'BROKEN' : hasTeeth ? 'held' : 'TOOTHLESS'
      return `${name}: ${verdict} (${seconds} s)\n  ${claim}\n  figure   ${figure}\n  control  ${control}`
    })
    .join('\n')
}

/** Writes `docs/drills.md`, the table of claims and proofs. */
export function writeProofs(rows: readonly Row[]): void {
  const lines = rows.map((row) => {
    const { name, checks, seed, drilled } = row
    if ('skipped' in drilled) return `| ${name} | ${checks} | | skipped: ${drilled.skipped} | | ${seed} |`
    const { claim, figure, control, faults } = drilled
    const reached = faults.length === 0 ? figure : `**broken**: ${figure}`
    return `| ${claim} | \`${name}\` ${checks} | ${reached} | ${control} | ${seed} |`
  })
  const text = `# Claims and proofs

What \`npm run drill\` found on ${now().slice(0, 10)}. Each drill has a control: the same drill where the protection is
taken away, which must find faults. \`npm run drill NAME --seed SEED\` runs one again; \`npm test\` runs a short slice of all.

| Claim | Drill, check | Figure | Control | Seed |
| --- | --- | --- | --- | --- |
${lines.join('\n')}

Not covered: hardware that lies about fsync, the loss of all copies of a database at once, a superuser together with
every witness, unknown faults of Node and PostgreSQL. Nobody outside has audited Decorum yet.
`
  writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'drills.md'), text)
}
