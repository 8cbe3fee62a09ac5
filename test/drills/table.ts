import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { now } from '../../src/platform/clock.ts'
import { drills, type Drill } from './drills.ts'
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

const file = join(import.meta.dirname, '..', '..', 'docs', 'drills.md')

/** Puts drills that were run in full into `docs/drills.md`, the table of claims and proofs; what others found stays. */
export function writeProofs(rows: readonly Row[]): void {
  const lines = new Map<string, string>()
  if (existsSync(file))
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [, name] = /^\| `([\w-]+)`/.exec(line) ?? []
      if (name !== undefined) lines.set(name, line)
    }
  for (const row of rows) if (row.rounds >= drillNamed(row.name).rounds) lines.set(row.name, lineOf(row))
  const known = drills.flatMap(({ name }) => lines.get(name) ?? [])
  writeFileSync(file, `${head}${known.join('\n')}\n${tail}`)
}

function drillNamed(name: string): Drill {
  const found = drills.find((drill) => drill.name === name)
  if (!found) throw new RangeError(`there is no drill ${name}`)
  return found
}

function lineOf({ name, checks, seed, drilled }: Row): string {
  const when = `${now().slice(0, 10)}, ${seed}`
  if ('skipped' in drilled) return `| \`${name}\` ${checks} | | skipped: ${drilled.skipped} | | ${when} |`
  const { claim, figure, control, faults, hasTeeth } = drilled
  const verdict = faults.length > 0 ? '**broken**: ' : hasTeeth ? '' : '**toothless**: '
  return `| \`${name}\` ${checks} | ${claim} | ${verdict}${figure} | ${control} | ${when} |`
}

const head = `# Claims and proofs

What \`npm run drill\` found. Each drill has a control: the same drill where the protection is taken away, which must find
faults. \`npm run drill NAME -- --seed SEED\` runs one again; \`npm test\` runs a short slice. The checks (R1 ...) are those of
the project's reference on reliability.

| Drill | Claim | Figure | Control | Date, seed |
| --- | --- | --- | --- | --- |
`
const tail = `
Not covered: hardware that lies about fsync, the loss of all copies of a database at once, a superuser together with
every witness, unknown faults of Node and PostgreSQL. Nobody outside has audited Decorum yet.
`
