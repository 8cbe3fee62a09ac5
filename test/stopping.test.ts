import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migrateHouse, type House } from '../src/server/house.ts'
import { serve } from '../src/server/serve.ts'
import { adoptIn } from './adopted-town.ts'
import { askingIn } from './asking.ts'
import { buildTown } from './town.ts'

const folder = mkdtempSync(join(tmpdir(), 'decorum-stopping-'))
after(() => rm(folder, { recursive: true, force: true }))
const town = await buildTown()
await adoptIn(town, 'hartford-3-01a', { deskHours: 48, decisionDays: 7 })
const { ask, moves, seen } = askingIn(town)
const { cluster, name } = town.database
const house: House = {
  appUrl: town.databaseUrl,
  ownerUrl: cluster.ownerUrl(name),
  blobsFolder: join(folder, 'blobs'),
  ledgerFolder: join(folder, 'ledger'),
  secrets: { seal: '00'.repeat(32) },
  isEmbedded: true,
  adopted: false,
  serveAlone: () => Promise.resolve(),
  keep: () => Promise.resolve(false),
  close: () => Promise.resolve(),
}

test('a stop lets the work of the minute finish, which needs the database till its end', async () => {
  // Late by the clock of the machine, which the served house goes by.
  town.moveTo('2026-06-01T15:00:00Z')
  const { requestId } = await ask('alvarez')
  await moves('alvarez', requestId, 'submit')
  await migrateHouse(house)
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  const running = await serve(house, {
    port: 0,
    host: '127.0.0.1',
    origin: 'http://riverton.localhost',
    demo: false,
    log: false,
    webFolder: undefined,
  })
  await client.query('begin')
  await client.query('lock table request in access exclusive mode')
  await client.query("select graphile_worker.add_job('tick')")
  await client.query('commit; begin; lock table request in access exclusive mode')
  for (let waits = 0; waits === 0; await pause(20)) {
    const { rows } = await client.query<{ waits: number }>(
      "select count(*)::int as waits from pg_locks where not granted and relation = 'request'::regclass",
    )
    waits = rows[0]?.waits ?? 0
  }
  const stopped = running.stop()
  await pause(300)
  await client.query('commit')
  await client.end()
  await stopped
  const { steps } = await seen('alvarez', requestId)
  assert.equal(steps.at(-1)?.move, 'pass-silent')
})
