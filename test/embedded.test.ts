import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrations } from '../src/server/migrations.ts'

const folder = mkdtempSync(join(tmpdir(), 'decorum-embedded-'))
const cluster = await startEmbedded(folder)
after(async () => {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a second start adopts the cluster that a killed process left running', async () => {
  const again = await startEmbedded(folder)
  assert.deepEqual([cluster.adopted, again.adopted, again.port], [false, true, cluster.port])
})

test('a cluster whose server was killed starts again, and keeps what was committed', async () => {
  await cluster.createDatabase('kept')
  const url = cluster.ownerUrl('kept')
  const db = openDb(url, '')
  await migrate(db, migrations)
  await db.destroy()
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const children = execFileSync('ps', ['--ppid', String(postmaster), '-o', 'pid='], { encoding: 'utf8' })
  for (const pid of [postmaster, ...children.trim().split(/\s+/).map(Number)]) process.kill(pid, 'SIGKILL')
  const again = await startEmbedded(folder)
  assert.deepEqual([again.adopted, again.port], [false, cluster.port], 'whoever serves finds it where it was')
  const reopened = openDb(again.ownerUrl('kept'), '')
  assert.deepEqual(await migrate(reopened, migrations), [], 'every migration was kept')
  await reopened.destroy()
})

test('a server that is found while it dies is not adopted', async () => {
  const dying = await startEmbedded(folder)
  const note = join(folder, 'postgres', 'postmaster.pid')
  const postmaster = Number(readFileSync(note, 'utf8').split('\n')[0])
  // It stands still and takes no connection, as one does that the machine has not yet let die.
  process.kill(postmaster, 'SIGSTOP')
  const children = execFileSync('ps', ['--ppid', String(postmaster), '-o', 'pid='], { encoding: 'utf8' })
  const again = startEmbedded(folder)
  await pause(1_000)
  for (const pid of [postmaster, ...children.trim().split(/\s+/).map(Number)]) process.kill(pid, 'SIGKILL')
  const { adopted, ownerUrl } = await again
  assert.deepEqual([dying.adopted, adopted], [true, false])
  const db = openDb(ownerUrl('kept'), '')
  assert.deepEqual(await migrate(db, migrations), [])
  await db.destroy()
})

test('what a cut-off start left is made anew, and the passwords are for the owner of the folder alone', async () => {
  const half = join(folder, 'half')
  await mkdir(join(half, 'postgres.new', 'base'), { recursive: true })
  await writeFile(join(half, 'postgres.new', 'PG_VERSION'), '18')
  const made = await startEmbedded(half)
  await made.stop()
  assert.equal(statSync(join(half, 'postgres.keys.json')).mode & 0o777, 0o600)
})
