import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { drills } from './drills.ts'
import { table, writeProofs, type Row } from './table.ts'

// `npm run drill [name] [--rounds N] [--seed S]`: all drills, or one by its name. Those that are
// run in full are put into docs/drills.md.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, seed: { type: 'string' } },
})
const [name] = positionals
const seed = Number(values.seed ?? (process.pid * 7_919) % 1_000_000)
const chosen = name === undefined ? drills : drills.filter((drill) => drill.name === name)
if (chosen.length === 0) {
  console.error(`there is no drill ${name}; there are ${drills.map((drill) => drill.name).join(', ')}`)
  process.exit(2)
}
const rows: Row[] = []
for (const drill of chosen)
  await test(`${drill.name}: ${drill.checks}, seed ${seed}`, async (t) => {
    const rounds = Number(values.rounds ?? drill.rounds)
    const start = performance.now()
    const drilled = await drill.run(rounds, seed).catch((error: unknown) => {
      console.error(error)
      throw error
    })
    if ('skipped' in drilled) t.skip(drilled.skipped)
    const seconds = Math.round((performance.now() - start) / 1000)
    rows.push({ ...drill, rounds, seed, seconds, drilled })
    if ('skipped' in drilled) return
    for (const fault of drilled.faults.slice(0, 20)) t.diagnostic(fault)
    if (drilled.faults.length > 0) throw new Error(`${drilled.faults.length} faults: ${drilled.faults[0]}`)
    if (!drilled.hasTeeth) throw new Error(`the control found nothing: ${drilled.control}`)
  })
console.log(`\n${table(rows)}`)
writeProofs(rows)
