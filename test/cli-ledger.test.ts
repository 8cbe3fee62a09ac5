import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { append } from '../src/ledger/append.ts'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'

// The ledger by the command line: a department runs, a witness watches it, and a backup moves to another machine.
const folder = mkdtempSync(join(tmpdir(), 'decorum-cli-ledger-'))
// PostgreSQL, which does not run as root, passes through.
chmodSync(folder, 0o755)
const at = (...names: string[]): string => join(folder, ...names)
const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')
const serving = new Set<ChildProcess>()
after(async () => {
  for (const child of serving) await stopped(child)
  await rm(folder, { recursive: true, force: true })
})

interface Run {
  code: number | null
  out: string
  err: string
}
function decorum(...args: string[]): Run {
  const run = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, DATABASE_URL: undefined, DECORUM_OWNER_URL: undefined, DECORUM_DATA: undefined },
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}
/** What a run said that ended as it should. */
function well(run: Run): string {
  assert.equal(run.code, 0, run.err + run.out)
  return run.out
}

/** Serves a house on a port of its own choice, and gives the address. */
async function serve(data: string): Promise<{ child: ChildProcess; url: string }> {
  const port = 20_000 + (process.pid % 20_000) + serving.size
  const child = spawn(
    process.execPath,
    [
      main,
      'serve',
      '--data',
      data,
      '--port',
      String(port),
      '--origin',
      `http://localhost:${port}`,
      '--quiet',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  serving.add(child)
  let said = ''
  for await (const chunk of child.stderr) {
    said += String(chunk)
    if (said.includes('listens on')) return { child, url: `http://localhost:${port}` }
  }
  throw new Error(`it does not serve: ${said}`)
}
async function stopped(child: ChildProcess): Promise<void> {
  serving.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Waits for a checkpoint that covers so many entries. */
async function checkpointFrom(url: string, size: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const text = await (await fetch(`${url}/ledger/checkpoint`)).text()
    if (Number(text.split('\n')[1]) >= size) return
    await pause(200)
  }
  assert.fail(`no checkpoint of ${size} entries was made`)
}

async function addEntries(data: string, count: number): Promise<void> {
  const cluster = await startEmbedded(data)
  const db = openDb(cluster.appUrl('decorum'), 'riverton', { patience: 20_000 })
  await db.transaction().execute(async (tx) => {
    for (let i = 0; i < count; i++)
      await append(tx, 'riverton', {
        kind: 'requests.ask',
        by: 'alvarez',
        subject: `r${i}`,
        at: '2026-11-21T08:00:00Z',
        body: { text: 'may I post this' },
      })
  })
  await db.destroy()
}

const named = ['--name', 'Riverton', '--host', 'localhost', '--zone', 'America/New_York']
const court = ['--name', 'court.example', '--key', at('witness.key'), '--memory', at('memory')]

test('a ledger is served, witnessed, exported, verified, backed up and goes on in another cluster', async () => {
  const first = at('first')
  well(decorum('agency', 'add', 'riverton', '--data', first, ...named))
  const one = await serve(first)
  await addEntries(first, 300)
  await checkpointFrom(one.url, 300)

  // A witness that the department does not know is turned away; one that it knows co-signs, and sees the log extended.
  well(decorum('ledger', 'export', at('exported'), '--data', first))
  const key = at('exported', 'key')
  const watch = (): Run => decorum('ledger', 'witness', one.url, '--log', key, ...court)
  const unknown = watch()
  assert.notEqual(unknown.code, 0)
  assert.match(unknown.err, /did not take the cosignature/)
  const [, line = ''] = /^Witness (\S+)/m.exec(unknown.out) ?? []
  await appendFile(join(first, 'ledger', 'witnesses'), `${line} # the court\n`)
  await addEntries(first, 5)
  await checkpointFrom(one.url, 305)
  assert.match(well(watch()), /\d+ entries, which extend the \d+ seen before; co-signed/)
  assert.match(await (await fetch(`${one.url}/ledger/checkpoint`)).text(), /^— court\.example /m)

  // The database and the folder verify; against a checkpoint kept elsewhere, too. A changed byte is found and named.
  const kept = ['--key', key, '--checkpoint', at('exported', 'checkpoint')]
  assert.match(well(decorum('ledger', 'verify', '--data', first, ...kept)), /Whole: every entry/)
  assert.match(well(decorum('ledger', 'verify', at('exported'), '--key', key)), /Whole: every entry/)
  const tile = at('exported', 'tile', 'entries', '000')
  const bytes = await readFile(tile)
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
  await writeFile(tile, bytes)
  const changed = decorum('ledger', 'verify', at('exported'), '--key', key)
  assert.equal(changed.code, 1)
  assert.match(changed.out, /entry 2 \(.*\) is not what its tile was made of/)

  // Another machine: the backup, and the keys beside it. Its cluster counts transactions from the beginning. Nothing is
  // signed after the backup, or the key would remember more than the backup holds.
  await stopped(one.child)
  well(decorum('backup', at('backup'), '--data', first))
  const second = at('second')
  well(decorum('restore', at('backup'), '--data', second, '--keys', join(first, 'backup-keys')))
  await cp(join(first, 'ledger'), join(second, 'ledger'), { recursive: true })
  const before = well(decorum('ledger', 'verify', '--data', second, ...kept))
  assert.match(before, /Whole: every entry/)
  // The entry that says it was restored.
  assert.match(before, /, 1 waiting for the next checkpoint/)
  const size = Number(/: (\d+) entries/.exec(before)?.[1]) + 1
  const two = await serve(second)
  await addEntries(second, 7)
  await checkpointFrom(two.url, size + 7)
  const again = well(decorum('ledger', 'verify', '--data', second, ...kept))
  assert.match(again, /Whole: every entry/)
  assert.match(again, new RegExp(`: ${size + 7} entries`))
  assert.doesNotMatch(again, /waiting/)
  await stopped(two.child)
})
