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
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'

// Backups by the command line: made by the clock of a house that serves, by hand, verified, swept, and restored.
const folder = mkdtempSync(join(tmpdir(), 'decorum-cli-backup-'))
// PostgreSQL, which does not run as root, passes through.
chmodSync(folder, 0o755)
const at = (...names: string[]): string => join(folder, ...names)
const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')
const env = { ...process.env, DATABASE_URL: undefined, DECORUM_OWNER_URL: undefined, DECORUM_DATA: undefined }
let serving: ChildProcess | undefined
after(async () => {
  await stopped()
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
async function dispose(data: string): Promise<void> {
  const cluster = await startEmbedded(data)
  const db = openDb(cluster.appUrl('decorum'), 'riverton', { patience: 20_000 })
  const said = { kind: 'records.disposed', by: 'lopez', subject: 'd1', at: '2026-11-21T08:00:00Z' }
  await db.transaction().execute((tx) => append(tx, 'riverton', { ...said, body: { entries: [] } }))
  await db.destroy()
}

test('a house makes its own backups; they are listed, verified, swept after a disposition, and restored', async () => {
  const [data, depot, keys] = [at('data'), at('depot'), at('data', 'backup-keys')]
  const house = ['--name', 'Riverton', '--host', 'localhost', '--zone', 'America/New_York', '--data', data]
  well('agency', 'add', 'riverton', ...house)

  // By the clock, at once: there is none yet. It is in the ledger, and on the ledger's page.
  const url = await serve(data, '--backup-to', depot, '--backup-every', '24h', '--backup-keep', '2')
  const { backups, checkpoint } = await ledgerWhere(url, (one) => one.backups?.madeAt !== null)
  assert.equal(backups?.state, 'fine')
  await writeFile(at('kept-checkpoint'), checkpoint)
  const [one = ''] = await readdir(depot)
  for (let tries = 0; !existsSync(join(depot, one, 'verified.json')); tries++) {
    assert.ok(tries < 40, 'the backup was not read back')
    await pause(500)
  }

  // By hand: it is verified in a database of its own, against a checkpoint that was kept elsewhere.
  const said = well('backup', depot, '--data', data, '--with-secrets')
  assert.match(
    said,
    /rows of \d+ tables and 0 blobs copied to .*With it went secrets.json, ledger\/riverton.key/s,
  )
  const kept = ['--checkpoint', at('kept-checkpoint')]
  const checked = well('backups', 'verify', depot, '--data', data, '--restore', ...kept)
  assert.match(checked, /The ledger of riverton is whole: \d+ entries.*Restored in \d+\.\d s/s)

  // A disposition: nobody reads what is older, once a newer backup was verified.
  await dispose(data)
  const swept = well('backup', depot, '--data', data, '--with-secrets', '--verify', '--sweep')
  assert.match(swept, /Read back whole\..*Destroyed, for they held records that were disposed of: .*, .*\./s)
  const names = await readdir(keys)
  assert.equal(names.filter((name) => name.endsWith('.key')).length, 1)
  assert.equal(names.filter((name) => name.endsWith('.destroyed')).length, 2)
  const listed = well('backups', 'list', depot, '--data', data)
  assert.match(listed, /its key was destroyed .*: records that it held were disposed of/)
  await stopped()

  // Elsewhere, with the secrets that went with it.
  const second = at('second')
  well('restore', depot, '--data', second, '--keys', keys)
  for (const secret of ['secrets.json', join('ledger', 'riverton.key')])
    assert.equal(readFileSync(join(second, secret), 'utf8'), readFileSync(join(data, secret), 'utf8'))
  assert.match(well('ledger', 'verify', '--data', second, ...kept), /Whole: every entry/)
})
