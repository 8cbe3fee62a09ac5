import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { claim, dropTelling, refuseUnmarked, writeMark } from '../src/server/demo/mark.ts'
import { tellOnce } from '../src/server/demo/demo.ts'
import { openNetworks } from '../src/server/demo/networks.ts'
import { migrateHouse, type House } from '../src/server/house.ts'
import { listAgencies } from '../src/server/agency.ts'
import { serve } from '../src/server/serve.ts'
import { addAgency, testDatabase } from './database.ts'

const folder = mkdtempSync(join(tmpdir(), 'decorum-mark-'))
const networks = await openNetworks(folder, 40_100)
after(async () => {
  await networks.stop()
  await rm(folder, { recursive: true, force: true })
})
const real = await testDatabase()
await addAgency(real, 'riverton')
const { cluster } = real

function houseOn(database: string): House {
  const data = join(folder, database)
  return {
    appUrl: cluster.appUrl(database),
    ownerUrl: cluster.ownerUrl(database),
    blobsFolder: join(data, 'blobs'),
    ledgerFolder: join(data, 'ledger'),
    secrets: { seal: '00'.repeat(32) },
    isEmbedded: true,
    adopted: false,
    serveAlone: () => Promise.resolve(),
    keep: () => Promise.resolve(false),
    close: () => Promise.resolve(),
  }
}

async function freshHouse(database: string): Promise<House> {
  await cluster.createDatabase(database)
  return houseOn(database)
}

const asked = { origin: 'http://localhost:1', seed: 'riverton', isSmall: true, networks }
const quiet = (): void => undefined

for (const name of ['DATABASE_URL', 'DECORUM_OWNER_URL'])
  test(`with ${name} set the demo does nothing, and says so`, () => {
    const data = join(folder, `never-${name}`)
    const decorum = join(import.meta.dirname, '..', 'bin', 'decorum.mjs')
    const { status, stderr } = spawnSync(process.execPath, [decorum, 'demo', '--fast', '--data', data], {
      env: { PATH: process.env['PATH'], [name]: cluster.ownerUrl(real.name) },
      encoding: 'utf8',
      timeout: 60_000,
    })
    assert.equal(status, 2, stderr)
    assert.match(stderr, new RegExp(`${name} is set, and a demonstration touches no database but its own`))
    assert.ok(!existsSync(data), 'it made no folder')
  })

test('a department’s database is neither told into, cleared nor served as a demonstration, whatever lies in the folder', async () => {
  const house = houseOn(real.name)
  await mkdir(join(folder, real.name))
  await writeFile(join(folder, real.name, 'demo.json'), '{"seed":"riverton","isSmall":true,"told":false}')
  await assert.rejects(tellOnce(house, asked, quiet), /is no demonstration’s, and was left as it is/)
  await assert.rejects(dropTelling(house), /is no demonstration’s/)
  await assert.rejects(writeMark(house, { seed: '', isSmall: true, told: true }), /is no demonstration’s/)
  const options = { port: 0, host: '127.0.0.1', origin: asked.origin, demo: true, log: false } as const
  await assert.rejects(serve(house, { ...options, webFolder: undefined }), /is no demonstration’s/)
  assert.deepEqual(
    (await listAgencies(house.appUrl)).map(({ agencyId }) => agencyId),
    ['riverton'],
  )
})

test('a database that is not our own is refused, though it carried the mark', async () => {
  const house = await freshHouse('elsewhere')
  await claim(house)
  for (const other of [
    { ...house, isEmbedded: false },
    { ...house, ownerUrl: undefined },
  ])
    for (const act of [claim, dropTelling, refuseUnmarked])
      await assert.rejects(act(other), /has a database of its own, and touches no other/)
})

test('an empty database beside another’s blobs or signing key is refused', async () => {
  for (const kept of ['blobs', 'ledger']) {
    const house = await freshHouse(`beside_${kept}`)
    await mkdir(join(folder, `beside_${kept}`, kept), { recursive: true })
    await assert.rejects(claim(house), /is no demonstration’s, and was left as it is/)
  }
})

test('an empty database is marked; what was told into it is cleared until it was told to its end', async () => {
  const house = await freshHouse('cut_off')
  assert.equal(await claim(house), undefined)
  assert.deepEqual(await claim(house), { seed: '', isSmall: false, told: false })
  await migrateHouse(house)
  const add = async (agencyId: string): Promise<void> => {
    const client = new pg.Client({ connectionString: house.ownerUrl })
    await client.connect()
    const row = "insert into agency values ($1, $1, $1 || '.localhost', 'America/New_York', now())"
    await client.query(row, [agencyId])
    await client.end()
  }
  await add('riverton')
  await dropTelling(house)
  await migrateHouse(house)
  assert.deepEqual(await listAgencies(house.appUrl), [])
  const mark = { seed: 'another', isSmall: true, told: true }
  await writeMark(house, mark)
  assert.deepEqual(await claim(house), mark, 'the mark outlives the clearing')
  await assert.rejects(dropTelling(house), /told to its end/)
  await refuseUnmarked(house)
  await add('lakeside')
  for (const act of [claim, dropTelling, refuseUnmarked])
    await assert.rejects(act(house), /holds lakeside; it was left as it is/)
})
