import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { backUp, restore } from '../src/platform/backup.ts'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { migrations } from '../src/server/migrations.ts'
import { settleRestored } from '../src/server/restored.ts'

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
  assert.equal(again.adopted, false)
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

test('a backup is restored whole, and one that was changed is refused by the name of the file', async () => {
  const again = await startEmbedded(folder)
  for (const name of ['from', 'to']) {
    await again.createDatabase(name)
    const db = openDb(again.ownerUrl(name), '')
    await migrate(db, migrations)
    await db.destroy()
  }
  const from = openDb(again.ownerUrl('from'), 'riverton')
  const agency = {
    agencyId: 'riverton',
    name: 'Riverton "Police"\tDépartement',
    host: 'riverton.localhost',
    zone: 'America/New_York',
    createdAt: '2026-01-01T00:00:00.123456Z',
  }
  await from.insertInto('agency').values(agency).execute()
  const [who, day] = [{ agencyId: 'riverton', memberId: 'alvarez' }, '2026-01-01']
  const serves = { kind: 'sworn', language: 'en', from: day, version: 1 } as const
  await from
    .insertInto('member')
    .values({ ...who, ...serves, granted: [], name: 'Ana Alvarez' })
    .execute()
  const times = { startedAt: `${day}T08:00:00Z`, seenAt: `${day}T08:01:00Z`, confirmedAt: `${day}T08:00:00Z` }
  const ended = `${day}T09:00:00Z`
  await from
    .insertInto('session')
    .values([
      { ...who, ...times, sessionId: 'open', hash: 'a', by: 'password', endedAt: null },
      { ...who, ...times, sessionId: 'ended', hash: 'b', by: 'password', endedAt: ended },
    ])
    .execute()
  await from.destroy()
  const blobs = join(folder, 'blobs')
  await mkdir(blobs)
  await writeFile(join(blobs, 'b1'), 'a picture')
  const backup = join(folder, 'backup')
  const at = '2026-11-21T08:00:00Z'
  const manifest = await backUp(again.ownerUrl('from'), blobs, backup, at)
  assert.equal(manifest.tables.find((table) => table.name === 'agency')?.rows, 1)
  await assert.rejects(backUp(again.ownerUrl('from'), blobs, backup, at), /there already/)

  const later = '2026-11-22T08:00:00Z'
  const restoring = (blobsOf: string) =>
    restore(again.ownerUrl('to'), blobsOf, backup, (client, { made }) => settleRestored(client, made, later))
  await restoring(join(folder, 'blobs-to'))
  const to = openDb(again.ownerUrl('to'), 'riverton')
  assert.deepEqual(await to.selectFrom('agency').selectAll().execute(), [agency])
  assert.deepEqual(
    await to.selectFrom('session').select(['sessionId', 'endedAt']).orderBy('sessionId').execute(),
    [
      { sessionId: 'ended', endedAt: ended },
      { sessionId: 'open', endedAt: later },
    ],
    'nobody who was signed in when the backup was made is signed in now',
  )
  const entries = await to.selectFrom('ledgerEntry').select(['kind', 'subject', 'body']).execute()
  assert.deepEqual(
    entries.map(({ kind, subject, body }) => ({ kind, subject, body: JSON.parse(body) })),
    [
      {
        kind: 'agencies.restore',
        subject: 'riverton',
        body: {
          at: later,
          backupOf: at,
          by: 'system',
          ended: 1,
          kind: 'agencies.restore',
          parked: 0,
          returned: 0,
          subject: 'riverton',
        },
      },
    ],
  )
  await to.destroy()
  assert.equal(readFileSync(join(folder, 'blobs-to', 'b1'), 'utf8'), 'a picture')
  await assert.rejects(restoring(join(folder, 'blobs-to')), /agency holds rows already/)

  await writeFile(join(backup, 'blobs', 'b1'), 'another picture')
  await assert.rejects(restoring(blobs), /blobs\/b1 in the backup was changed/)
})
