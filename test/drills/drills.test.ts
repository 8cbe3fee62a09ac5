import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { drills, type Drill } from './drills.ts'

// A short slice of every drill that has no test file of its own, and of the long ones a twelfth, drawn by the seed;
// `npm run drill` is the whole. `SEED=7` runs one again.
const seed = Number(process.env['SEED'] ?? randomInt(1_000_000))

const long = drills.filter(({ isLong }) => isLong)
const isDrawn = (drill: Drill): boolean => long.indexOf(drill) % 12 === seed % 12

for (const drill of drills) {
  const { name, checks, short, isLong, run } = drill
  if (short > 0 && (!isLong || isDrawn(drill)))
    test(`[${checks}] ${name}, seed ${seed}`, async (t) => {
      const drilled = await run(short, seed)
      if ('skipped' in drilled) return t.skip(drilled.skipped)
      t.diagnostic(`${drilled.figure}; control: ${drilled.control}`)
      assert.deepEqual(drilled.faults, [])
      assert.ok(drilled.hasTeeth, `the control found nothing: ${drilled.control}`)
    })
}
