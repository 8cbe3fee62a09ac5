import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { append } from '../src/ledger/append.ts'
import { ledgerSchema, type Ledger } from '../src/ledger/schema.ts'
import { outcomeOf, remarksOnKeys } from '../src/cli/backup-schedule.ts'
import { now } from '../src/platform/clock.ts'
import { openDb } from '../src/platform/db.ts'
import { addAgency } from '../src/server/agency.ts'
import { migrateHouse, openHouse, type House } from '../src/server/house.ts'

// Backups by the command line: made by the clock of a house that serves, by hand, verified, swept, and restored.
const folder = mkdtempSync(join(tmpdir(), 'decorum-cli-backup-'))
// PostgreSQL, which does not run as root, passes through.
chmodSync(folder, 0o755)
const at = (...names: string[]): string => join(folder, ...names)
const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')
const env = { ...process.env, DATABASE_URL: undefined, DECORUM_OWNER_URL: undefined, DECORUM_DATA: undefined }
let serving: ChildProcess | undefined
let house: House | undefined
after(async () => {
  await stopped()
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

function decorum(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env,
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}
/** What a run said that ended as it should. */
function well(...args: string[]): string {
  const { code, out, err } = decorum(...args)
  assert.equal(code, 0, err + out)
  return out
}

async function serve(data: string, ...more: string[]): Promise<string> {
  const port = 21_000 + (process.pid % 20_000)
  const url = `http://localhost:${port}`
  const words = ['serve', '--data', data, '--port', String(port), '--origin', url, '--quiet', ...more]
  serving = spawn(process.execPath, [main, ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  for await (const chunk of serving.stderr ?? []) {
    said += String(chunk)
    if (said.includes('listens on')) return url
  }
  throw new Error(`it does not serve: ${said}`)
}
async function stopped(): Promise<void> {
  if (serving === undefined || serving.exitCode !== null || serving.signalCode !== null) return
  serving.kill('SIGTERM')
  await once(serving, 'exit')
}

/** Waits until the ledger's page says something. */
async function ledgerWhere(url: string, isSo: (ledger: Ledger) => boolean): Promise<Ledger> {
  let last: Ledger | undefined
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(`${url}/api/ledger`)
    if (answer.ok) last = ledgerSchema.parse(await answer.json())
    if (last && isSo(last)) return last
    await pause(200)
  }
  throw new Error(`it never came to be: ${JSON.stringify(last)}`)
}

/** An entry of a disposition, as the module that disposes writes it. */
async function dispose({ appUrl }: House): Promise<void> {
  const db = openDb(appUrl, 'riverton', { patience: 20_000 })
  const said = { kind: 'records.disposed', by: 'lopez', subject: 'd1', at: '2026-11-21T08:00:00Z' }
  await db.transaction().execute((tx) => append(tx, 'riverton', { ...said, body: { entries: [] } }))
  await db.destroy()
}

test('a backup that lacks something is made all the same, and keys beside the data are warned of', () => {
  assert.deepEqual(outcomeOf(0, []), { made: true, remarks: [] })
  assert.deepEqual(outcomeOf(1, ['2 blobs are missing']), { made: true, remarks: ['2 blobs are missing'] })
  assert.deepEqual(outcomeOf(1, []), { made: false, because: 'it ended with 1' }, 'it did not even begin')
  assert.deepEqual(outcomeOf(2, ['no room']), { made: false, because: 'no room' })
  assert.deepEqual(outcomeOf(75, []), { made: 'by another' })
  assert.match(
    remarksOnKeys({ data: '/var/lib/decorum' }).join(),
    /\/var\/lib\/decorum\/backup-keys, with the data/,
  )
  assert.deepEqual(remarksOnKeys({ data: '/var/lib/decorum', backupKeys: '/mnt/keys' }), [])
})

test('a house makes its own backups; they are listed, verified, swept after a disposition, and restored', async () => {
  const [data, depot, keys] = [at('data'), at('depot'), at('data', 'backup-keys')]
  // It stays open, and with it its PostgreSQL: no command has to start it.
  house = await openHouse({ data, databaseUrl: undefined, ownerUrl: undefined })
  await migrateHouse(house)
  const agency = { agencyId: 'riverton', name: 'Riverton', host: 'localhost', zone: 'America/New_York' }
  await addAgency(house.ownerUrl ?? '', agency, { name: 'Jo Jones', email: null }, now())

  // By the clock, at once: there is none yet. It is in the ledger, and on the ledger's page.
  const url = await serve(data, '--backup-to', depot, '--backup-every', '24h', '--backup-keep', '2')
  const { backups, checkpoint } = await ledgerWhere(url, (one) => one.backups?.madeAt !== null)
  assert.deepEqual([backups?.state, backups?.areKeysWithData], ['fine', true])
  await writeFile(at('kept-checkpoint'), checkpoint)
  const [one = ''] = await readdir(depot)
  for (let tries = 0; !existsSync(join(depot, one, 'verified.json')); tries++) {
    assert.ok(tries < 150, 'the backup was not read back')
    await pause(200)
  }

  // It is verified in a database of its own, against a checkpoint that was kept elsewhere.
  const kept = ['--checkpoint', at('kept-checkpoint')]
  const checked = well('backups', 'verify', depot, '--data', data, '--restore', ...kept)
  assert.match(checked, /The ledger of riverton is whole: \d+ entries.*Restored in \d+\.\d s/s)

  // A disposition: nobody reads what is older, once a newer backup was verified.
  await dispose(house)
  const swept = well('backup', depot, '--data', data, '--with-secrets', '--verify', '--sweep')
  assert.match(
    swept,
    /rows of \d+ tables and 0 blobs copied to .*With it went secrets.json, ledger\/riverton.key/s,
  )
  assert.match(swept, /Read back whole\..*Destroyed, for they held records that were disposed of: .*\./s)
  const names = await readdir(keys)
  assert.equal(names.filter((name) => name.endsWith('.key')).length, 1)
  assert.equal(names.filter((name) => name.endsWith('.destroyed')).length, 1)
  const listed = well('backups', 'list', depot, '--data', data)
  assert.match(listed, /its key was destroyed .*: records that it held were disposed of/)

  // Elsewhere, with the secrets that went with it.
  const second = at('second')
  well('restore', depot, '--data', second, '--keys', keys)
  for (const secret of ['secrets.json', join('ledger', 'riverton.key')])
    assert.equal(readFileSync(join(second, secret), 'utf8'), readFileSync(join(data, secret), 'utf8'))
  assert.match(well('ledger', 'verify', '--data', second, ...kept), /Whole: every entry/)
})
