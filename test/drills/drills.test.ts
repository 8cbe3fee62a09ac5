import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { drills } from './drills.ts'

// A short slice of every drill that has no test file of its own; `npm run drill` is the whole. `SEED=7` runs one again.
const seed = Number(process.env['SEED'] ?? randomInt(1_000_000))

for (const { name, checks, short, run } of drills)
  if (short > 0)
    test(`[${checks}] ${name}, seed ${seed}`, async (t) => {
      const drilled = await run(short, seed)
      if ('skipped' in drilled) return t.skip(drilled.skipped)
      t.diagnostic(`${drilled.figure}; control: ${drilled.control}`)
      assert.deepEqual(drilled.faults, [])
      assert.ok(drilled.hasTeeth, `the control found nothing: ${drilled.control}`)
    })
