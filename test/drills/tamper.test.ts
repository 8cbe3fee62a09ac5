import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { testDatabase } from '../database.ts'
import { drillTampering } from './tamper.ts'

// `ROUNDS=1000 SEED=7 node --test test/drills/tamper.test.ts` is the whole drill.
const rounds = Number(process.env['ROUNDS'] ?? 40)
const seed = Number(process.env['SEED'] ?? randomInt(1_000_000))

test(`[R15] ${rounds} tamperings by a superuser are all found and named, seed ${seed}`, async (t) => {
  const { tried, missed, onlyOutside } = await drillTampering(await testDatabase(), rounds, seed)
  t.diagnostic(
    `seed ${seed}; ${onlyOutside} found only by the checkpoint kept outside; ${JSON.stringify(tried)}`,
  )
  assert.deepEqual(missed, [])
  assert.ok(Object.keys(tried).length >= Math.min(rounds, 26))
  // The control: what is computed anew with the stolen key, or rolled back, looks whole from within.
  assert.ok(onlyOutside >= 2, 'a ledger cannot prove its own past')
})
