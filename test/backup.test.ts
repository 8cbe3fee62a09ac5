import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { appendFile, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { backUp } from '../src/platform/backup/back-up.ts'
import { blobsOf, placeInPool } from '../src/platform/backup/blob-pool.ts'
import { backupAt, keptIn } from '../src/platform/backup/depot.ts'
import { destroyKey, destroyedIn } from '../src/platform/backup/keys.ts'
import type { Manifest, Opened } from '../src/platform/backup/manifest.ts'
import { readBack, refuseHeld, restore } from '../src/platform/backup/restore.ts'
import { openBlobs } from '../src/platform/blobs.ts'
import { openDb } from '../src/platform/db.ts'
import { newId, sha256 } from '../src/platform/id.ts'
import { migrate } from '../src/platform/migrate.ts'
import { noteAgencies } from '../src/server/backups/noted.ts'
import { sweepBackups, type Swept } from '../src/server/backups/sweep.ts'
import { verifyBackup } from '../src/server/backups/verify.ts'
import { migrations } from '../src/server/migrations.ts'
import { settleRestored } from '../src/server/restored.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()
const { cluster } = database
// Nobody is connected yet, and nothing is in it.
await cluster.createDatabase('blank', database.name)
const folder = mkdtempSync(join(tmpdir(), 'decorum-backup-'))
after(() => rm(folder, { recursive: true, force: true }))
const at = (...names: string[]): string => join(folder, ...names)
const url = cluster.ownerUrl(database.name)
const [first, second, third] = ['2026-11-21T08:00:00Z', '2026-11-21T09:00:00Z', '2026-11-21T10:00:00Z']
const store = openBlobs(at('blobs'))

const agency = {
  agencyId: 'riverton',
  name: 'Riverton "Police"\tDépartement',
  host: 'riverton.localhost',
  zone: 'America/New_York',
  createdAt: '2026-01-01T00:00:00.123456Z',
}
const owner = database.owner('riverton')
await owner.insertInto('agency').values(agency).execute()

async function addBlob(bytes: string | Buffer): Promise<string> {
  const hash = await store.put(Buffer.from(bytes))
  const noted = { sha256: hash, mediaType: 'text/plain', bytes: bytes.length, at: first }
  await owner
    .insertInto('blob')
    .values({ agencyId: 'riverton', ...noted })
    .execute()
  return hash
}

const backingUp = { url, blobs: at('blobs'), depot: at('depot'), keys: at('keys'), note: noteAgencies }

/** A database to restore into. */
async function empty(name: string): Promise<string> {
  await cluster.createDatabase(name, 'blank')
  return cluster.ownerUrl(name)
}

async function contentOf(place: string): Promise<string> {
  const names = await readdir(place, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile())
  return files.map((one) => readFileSync(join(one.parentPath, one.name), 'latin1')).join('\n')
}

test('a backup is restored whole, and everybody signs in anew', async () => {
  const [who, day] = [{ agencyId: 'riverton', memberId: 'alvarez' }, '2026-01-01']
  const serves = { kind: 'sworn', language: 'en', from: day, version: 1 } as const
  await owner
    .insertInto('member')
    .values({ ...who, ...serves, granted: [], name: 'Ana Alvarez' })
    .execute()
  const times = { startedAt: `${day}T08:00:00Z`, seenAt: `${day}T08:01:00Z`, confirmedAt: `${day}T08:00:00Z` }
  const ended = `${day}T09:00:00Z`
  await owner
    .insertInto('session')
    .values([
      { ...who, ...times, sessionId: 'open', hash: 'a', by: 'password', endedAt: null },
      { ...who, ...times, sessionId: 'ended', hash: 'b', by: 'password', endedAt: ended },
    ])
    .execute()
  const picture = await addBlob('a picture of the river')
  // Kept by nobody: it is of no record.
  await store.put(Buffer.from('an orphan'))

  const { manifest, folder: made } = await backUp({ ...backingUp, at: first })
  assert.equal(manifest.tables.find((table) => table.name === 'agency')?.rows, 1)
  assert.deepEqual(manifest.blobs, { count: 1, bytes: 22, before: 0, missing: [] })
  assert.equal(statSync(at('keys')).mode & 0o777, 0o700)
  assert.equal(statSync(at('keys', `${manifest.id}.key`)).mode & 0o777, 0o600)

  const { opened, depot } = await backupAt(made, at('keys'))
  await readBack(opened, depot)
  const restoring = { opened, depot, blobs: at('blobs-to') }
  const to = await empty('to')
  await restore({
    ...restoring,
    url: to,
    settle: (client, { made: of }) => settleRestored(client, of, second),
  })
  const db = openDb(to, 'riverton')
  assert.deepEqual(await db.selectFrom('agency').selectAll().execute(), [agency])
  assert.deepEqual(
    await db.selectFrom('session').select(['sessionId', 'endedAt']).orderBy('sessionId').execute(),
    [
      { sessionId: 'ended', endedAt: ended },
      { sessionId: 'open', endedAt: second },
    ],
    'nobody who was signed in when the backup was made is signed in now',
  )
  const entries = await db.selectFrom('ledgerEntry').select(['kind', 'subject', 'body']).execute()
  const counts = { ended: 1, parked: 0, returned: 0 }
  const said = { at: second, backupOf: first, by: 'system', kind: 'agencies.restore', subject: 'riverton' }
  assert.deepEqual(
    entries.map(({ kind, subject, body }) => [kind, subject, JSON.parse(body)]),
    [['agencies.restore', 'riverton', { ...said, ...counts }]],
  )
  await db.destroy()
  assert.equal(readFileSync(at('blobs-to', picture.slice(0, 2), picture), 'utf8'), 'a picture of the river')
  assert.equal((await readdir(at('blobs-to'))).length, 1, 'the orphan was left behind')
  await assert.rejects(restore({ ...restoring, url: to }), /agency holds rows already/)
})

async function shape(address: string): Promise<unknown> {
  const client = new pg.Client(address)
  await client.connect()
  const { rows } = await client.query(`
    select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as said from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
    order by 1, 2, 3`)
  await client.end()
  return rows
}

test('keys between tables, indexes and counters stand after a restore as they stood before', async () => {
  assert.deepEqual(await shape(cluster.ownerUrl('to')), await shape(url))
})

test('without its key a backup tells no word of any record, and nobody reads it', async () => {
  const found = await contentOf(at('depot'))
  assert.doesNotMatch(found, /Alvarez|river\b|Département/)
  const inClear = await backUp({ ...backingUp, depot: at('clear'), keys: undefined, at: first })
  assert.match(await contentOf(at('clear')), /a picture of the river/)
  assert.equal(inClear.manifest.isEncrypted, false)
  await readBack((await backupAt(at('clear'), at('none'))).opened, at('clear'))

  await assert.rejects(backupAt(at('depot'), at('none')), /the key of the backup .* is not in/)
  const {
    kept: [kept],
  } = await keptIn(at('depot'))
  const { id } = kept?.manifest ?? { id: '' }
  await cp(at('keys'), at('wrong'), { recursive: true })
  const written: unknown = JSON.parse(await readFile(at('wrong', `${id}.key`), 'utf8'))
  await writeFile(
    at('wrong', `${id}.key`),
    JSON.stringify(Object.assign({}, written, { key: randomBytes(32).toString('hex') })),
  )
  await assert.rejects(backupAt(at('depot'), at('wrong')), /was changed since .*, or the key is another's/)
  await assert.rejects(
    backUp({ ...backingUp, keys: at('depot', 'keys'), at: first }),
    /would stand with the backups/,
  )
})

test('a blob that is kept already is not copied again, and each backup restores alone', async () => {
  await addBlob(Buffer.alloc(300_000, 'x'))
  const two = await backUp({ ...backingUp, at: second })
  assert.deepEqual(two.manifest.blobs, { count: 2, bytes: 300_022, before: 1, missing: [] })
  const three = await backUp({ ...backingUp, at: third })
  assert.equal(three.manifest.blobs.before, 2)
  const pool = await readdir(at('depot', 'blobs'), { recursive: true, withFileTypes: true })
  assert.equal(pool.filter((one) => one.isFile()).length, 2)
  // The older backups and their keys go; the newest needs neither.
  for (const { folder: old, manifest } of (await keptIn(at('depot'))).kept.slice(0, 2)) {
    await rm(old, { recursive: true })
    await destroyKey(at('keys'), { backup: manifest.id, destroyed: third, because: 'disposition' })
  }
  const { opened, depot } = await backupAt(at('depot'), at('keys'))
  await readBack(opened, depot)
  assert.deepEqual(
    (await destroyedIn(at('keys'))).map(({ because }) => because),
    ['disposition', 'disposition'],
  )
})

const filesIn = async (place: string): Promise<string[]> =>
  (await readdir(place, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name)

test('a blob that is damaged where it is kept is copied anew by the next backup, and a restore can go without it', async () => {
  await rm(at('healed'), { recursive: true, force: true })
  await cp(at('depot'), at('healed'), { recursive: true })
  const before = await backupAt(at('healed'), at('keys'))
  const { value: hurt } = await blobsOf(before.opened).next()
  assert.ok(hurt)
  await flip(placeInPool(at('healed'), hurt.stored), 20)
  const verifying = { depot: at('healed'), isRestored: false, at: third }
  await verifyBackup({ ...verifying, opened: (await backUpAgain('healed', 11)).opened }).then(
    () => assert.fail('a damaged blob was read back'),
    (error: unknown) => assert.match(String(error), /is not what was encrypted/),
  )
  const { manifest, opened } = await backUpAgain('healed', 12)
  assert.equal(manifest.blobs.before, manifest.blobs.count - 1, 'one was copied anew')
  await verifyBackup({ ...verifying, opened })
  const verifiedOf = async (): Promise<boolean[]> =>
    (await keptIn(at('healed'))).kept.map(({ verified }) => verified !== undefined)
  assert.deepEqual(await verifiedOf(), [false, false, true])

  const [address, blobs] = [await empty('without'), at('without-blobs')]
  const restoring = { url: address, opened: before.opened, depot: at('healed'), blobs }
  await assert.rejects(restore(restoring), /is missing: .*; --without-damaged restores the rest/)
  // What stands under its name already, and is other bytes, is written anew.
  const [other] = (await filesIn(blobs)).filter((name) => name !== hurt.blob)
  assert.ok(other)
  await flip(join(blobs, other.slice(0, 2), other), 0)
  assert.deepEqual(await restore({ ...restoring, withoutDamaged: true }), [hurt.blob])
  assert.equal(sha256(readFileSync(join(blobs, other.slice(0, 2), other))), other)
  await assert.rejects(refuseHeld(address), /holds an installation already/)
  await refuseHeld(cluster.ownerUrl('postgres'))

  // What was verified once, and is not whole any more, is not called verified.
  await flip(join(opened.folder, 'blobs.gz'), 20)
  await assert.rejects(verifyBackup({ ...verifying, opened }), /was changed/)
  assert.deepEqual(await verifiedOf(), [false, false, false])
  // And it hinders no other: the next backup goes by an older list, in which the one that was damaged is gone.
  const next = await backUpAgain('healed', 13)
  assert.equal(next.manifest.blobs.before, next.manifest.blobs.count - 1)
})

async function backUpAgain(depot: string, hour: number): Promise<{ manifest: Manifest; opened: Opened }> {
  const { folder: made, manifest } = await backUp({
    ...backingUp,
    depot: at(depot),
    at: `2026-11-21T${hour}:00:00Z`,
  })
  return { manifest, opened: (await backupAt(made, at('keys'))).opened }
}

test('a depot is of one database; what cannot be read in it is named; a sweep that was cut off is finished', async () => {
  const theirs = { ...backingUp, url: cluster.ownerUrl('to'), depot: at('healed'), at: third }
  await assert.rejects(backUp(theirs), /holds the backups of another database/)
  await mkdir(at('healed', 'old'))
  await writeFile(at('healed', 'old', 'manifest.json'), '{"migrations": []}')
  const sweeping = { depot: at('healed'), keys: at('keys'), keep: undefined, at: third }
  const sweep = (): Promise<Swept> => sweepBackups({ appUrl: cluster.appUrl(database.name) }, url, sweeping)
  const { kept, unreadable } = await keptIn(at('healed'))
  assert.deepEqual(
    unreadable.map(({ name }) => name),
    ['old'],
  )
  // The key is gone, and then the machine went down.
  const [first1, ...others] = kept.map(({ manifest }) => manifest.id)
  assert.ok(first1)
  await destroyKey(at('keys'), { backup: first1, destroyed: third, because: 'surplus' })
  const swept = await sweep()
  assert.deepEqual(
    swept.surplus.map(({ manifest }) => manifest.id),
    [first1],
  )
  assert.match(swept.hindered.join(), /made by Decorum 0.3/)
  const left = (await readdir(at('healed'))).filter((name) => !['blobs', 'database', 'old'].includes(name))
  assert.deepEqual(left.toSorted(), others.toSorted())
  await rm(at('healed', 'old'), { recursive: true })
  // The one whose index is damaged may need any blob.
  assert.match((await sweep()).hindered.join(), /encrypted with the key/)
})

test('a blob that is missing or other bytes now is told, and the rest is backed up', async () => {
  const lost = await addBlob('it will be lost')
  await rm(join(at('blobs'), lost.slice(0, 2), lost))
  const { manifest } = await backUp({ ...backingUp, at: third, depot: at('lossy') })
  assert.deepEqual(manifest.blobs.missing, [lost])
  assert.equal(manifest.blobs.count, 2)
  await store.put(Buffer.from('it will be lost'))
})

async function flip(file: string, place: number): Promise<void> {
  const bytes = await readFile(file)
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
  await rm(file)
  await writeFile(file, bytes)
}

test('whatever of a backup is changed or missing is named, and nothing is restored', async () => {
  const { folder: made } = await backUp({ ...backingUp, depot: at('whole'), at: first, longest: 20_000 })
  const { opened } = await backupAt(made, at('keys'))
  const table = opened.manifest.tables.find(({ name }) => name === 'agency')?.parts[0] ?? ''
  const { value: blob } = await blobsOf(opened).next()
  assert.ok(blob)
  const address = await empty('untouched')
  const [backup, inPool] = [join(at('whole'), opened.manifest.id), placeInPool(at('whole'), blob.stored)]
  const again = (): ReturnType<typeof backupAt> => backupAt(at('whole'), at('keys'))
  const changes: [string, (file: string) => Promise<void>, RegExp][] = [
    [join(backup, table), (file) => flip(file, 20), /agency.1.gz in the backup was changed/],
    [join(backup, table), rm, /agency.1.gz in the backup is missing/],
    [join(backup, table), (file) => appendFile(file, 'more'), /agency.1.gz in the backup was changed/],
    [join(backup, 'blobs.gz'), (file) => flip(file, 20), /blobs.gz in the backup was changed/],
    [join(backup, 'manifest.json'), (file) => flip(file, 200), /manifest/],
    [join(backup, 'manifest.seal'), (file) => flip(file, 20), /manifest of .* was changed/],
    [join(backup, 'manifest.seal'), rm, /manifest of .* was changed/],
    [inPool, (file) => flip(file, 20), /is not what was encrypted/],
    [inPool, rm, /is missing: the backup needs the folder blobs that stands beside it/],
    [join(backup, 'manifest.json'), rm, /holds no backup of Decorum/],
  ]
  for (const [file, spoil, told] of changes) {
    const bytes = await readFile(file)
    await spoil(file)
    const restoring = async (): Promise<unknown> =>
      restore({ url: address, ...(await again()), blobs: at('spoilt-blobs') })
    await assert.rejects(restoring, told)
    await assert.rejects(async () => {
      const { opened: found, depot } = await again()
      await readBack(found, depot)
    }, told)
    await writeFile(file, bytes)
  }
  await refuseHeld(address)
  // The control: when all of it is as it was.
  await readBack((await again()).opened, at('whole'))
})

test('a table is cut into parts that are one stream again', async () => {
  const long = { entryId: newId(), at: first, kind: 'drills.long', madeBy: 'alvarez', subject: 'long' }
  await owner
    .insertInto('ledgerEntry')
    .values({
      agencyId: 'riverton',
      ...long,
      salt: randomBytes(16),
      body: randomBytes(600_000).toString('hex'),
    })
    .execute()
  const { folder: made, manifest } = await backUp({
    ...backingUp,
    depot: at('parts'),
    at: first,
    longest: 100_000,
  })
  const entries = manifest.tables.find(({ name }) => name === 'ledger_entry')
  assert.ok((entries?.parts.length ?? 0) > 3, 'one part is no test')
  const { opened, depot } = await backupAt(made, at('keys'))
  await readBack(opened, depot)
  const dropped = { ...opened, manifest: withoutPart(manifest) }
  await assert.rejects(readBack(dropped, depot), /ledger_entry: its file in the backup ends too early/)
})

/** A manifest in which one part of a table is dropped, as if it had never been. */
function withoutPart(manifest: Manifest): Manifest {
  const tables = manifest.tables.map((one) =>
    one.name === 'ledger_entry' ? { ...one, parts: one.parts.slice(0, -1) } : one,
  )
  return { ...manifest, tables }
}

test('an owner who is no superuser, as of a database of the department, backs up and restores', async () => {
  const client = new pg.Client(cluster.ownerUrl('postgres'))
  await client.connect()
  await client.query("create role plain_owner login password 'plain' createrole")
  const theirOwn = (name: string): string => cluster.ownerUrl(name).replace(/\/\/.*@/, '//plain_owner:plain@')
  await client.query('create database theirs owner plain_owner')
  const [theirs, anew] = [theirOwn('theirs'), theirOwn('theirs_anew')]
  const migrating = openDb(theirs, '', { patience: 60_000 })
  await migrate(migrating, migrations)
  await migrating.destroy()
  await client.query('create database theirs_anew template theirs owner plain_owner')
  await client.end()
  const filling = openDb(theirs, '')
  await filling.insertInto('agency').values(agency).execute()
  await filling.destroy()
  const { folder: made } = await backUp({ ...backingUp, url: theirs, depot: at('theirs'), at: first })
  const { opened, depot } = await backupAt(made, at('keys'))
  await restore({ url: anew, opened, depot, blobs: at('blobs-theirs') })
  const db = openDb(anew, 'riverton')
  assert.deepEqual(await db.selectFrom('agency').selectAll().execute(), [agency])
  await db.destroy()
})
