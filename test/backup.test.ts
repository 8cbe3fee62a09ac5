import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { appendFile, cp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { backUp } from '../src/platform/backup/back-up.ts'
import { blobsOf, placeInPool } from '../src/platform/backup/blob-pool.ts'
import { backupAt, keptIn } from '../src/platform/backup/depot.ts'
import { destroyKey, destroyedIn } from '../src/platform/backup/keys.ts'
import type { Manifest } from '../src/platform/backup/manifest.ts'
import { readBack, restore } from '../src/platform/backup/restore.ts'
import { openBlobs } from '../src/platform/blobs.ts'
import { openDb } from '../src/platform/db.ts'
import { newId, sha256 } from '../src/platform/id.ts'
import { migrate } from '../src/platform/migrate.ts'
import { noteAgencies } from '../src/server/backups/noted.ts'
import { migrations } from '../src/server/migrations.ts'
import { settleRestored } from '../src/server/restored.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()
const { cluster } = database
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
  await cluster.createDatabase(name)
  const db = openDb(cluster.ownerUrl(name), '', { patience: 60_000 })
  await migrate(db, migrations)
  await db.destroy()
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
  const [kept] = await keptIn(at('depot'))
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
  const second1 = await addBlob(Buffer.alloc(300_000, 'x'))
  const two = await backUp({ ...backingUp, at: second })
  assert.deepEqual(two.manifest.blobs, { count: 2, bytes: 300_022, before: 1, missing: [] })
  const three = await backUp({ ...backingUp, at: third })
  assert.equal(three.manifest.blobs.before, 2)
  const pool = await readdir(at('depot', 'blobs'), { recursive: true, withFileTypes: true })
  assert.equal(pool.filter((one) => one.isFile()).length, 2)
  // The older backups and their keys go; the newest needs neither.
  for (const { folder: old, manifest } of (await keptIn(at('depot'))).slice(0, 2)) {
    await rm(old, { recursive: true })
    await destroyKey(at('keys'), { backup: manifest.id, destroyed: third, because: 'disposition' })
  }
  const { opened, depot } = await backupAt(at('depot'), at('keys'))
  await restore({ url: await empty('alone'), opened, depot, blobs: at('blobs-alone') })
  assert.equal(sha256(readFileSync(at('blobs-alone', second1.slice(0, 2), second1))), second1)
  assert.deepEqual(
    (await destroyedIn(at('keys'))).map(({ because }) => because),
    ['disposition', 'disposition'],
  )
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
  const spoilt = async (spoil: (depot: string, backup: string) => Promise<void>): Promise<void> => {
    await rm(at('spoilt'), { recursive: true, force: true })
    await cp(at('whole'), at('spoilt'), { recursive: true })
    await spoil(at('spoilt'), join(at('spoilt'), opened.manifest.id))
    const again = await backupAt(at('spoilt'), at('keys'))
    await readBack(again.opened, again.depot).then(
      () => assert.fail('it was read back as if it were whole'),
      () => undefined,
    )
    await restore({ url: address, ...again, blobs: at('spoilt-blobs') })
  }
  const changes: [(depot: string, backup: string) => Promise<void>, RegExp][] = [
    [(_, backup) => flip(join(backup, table), 20), /agency.1.gz in the backup was changed/],
    [(_, backup) => rm(join(backup, table)), /agency.1.gz in the backup is missing/],
    [(_, backup) => appendFile(join(backup, table), 'more'), /agency.1.gz in the backup was changed/],
    [(_, backup) => flip(join(backup, 'blobs.gz'), 20), /blobs.gz in the backup was changed/],
    [(_, backup) => flip(join(backup, 'manifest.json'), 200), /manifest/],
    [(_, backup) => flip(join(backup, 'manifest.seal'), 20), /manifest of .* was changed/],
    [(_, backup) => rm(join(backup, 'manifest.seal')), /manifest of .* was changed/],
    [(depot) => flip(placeInPool(depot, blob.stored), 20), /is not what was encrypted/],
    [
      (depot) => rm(placeInPool(depot, blob.stored)),
      /is missing: the backup needs the folder blobs that stands beside it/,
    ],
    [(_, backup) => rename(join(backup, 'manifest.json'), join(backup, 'm')), /holds no backup of Decorum/],
  ]
  for (const [spoil, told] of changes) await assert.rejects(spoilt(spoil), told)
  // The control: the copy that nobody spoils.
  await cp(at('whole'), at('fair'), { recursive: true })
  const fair = await backupAt(at('fair'), at('keys'))
  await readBack(fair.opened, fair.depot)
  await restore({ url: address, ...fair, blobs: at('fair-blobs') })
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
  for (const name of ['theirs', 'theirs_anew'])
    await client.query(`create database ${name} owner plain_owner`)
  await client.end()
  const [theirs, anew] = ['theirs', 'theirs_anew'].map((name) =>
    cluster.ownerUrl(name).replace(/\/\/.*@/, '//plain_owner:plain@'),
  )
  assert.ok(theirs && anew)
  for (const address of [theirs, anew]) {
    const db = openDb(address, '', { patience: 60_000 })
    await migrate(db, migrations)
    if (address === theirs) await db.insertInto('agency').values(agency).execute()
    await db.destroy()
  }
  const { folder: made } = await backUp({ ...backingUp, url: theirs, depot: at('theirs'), at: first })
  const { opened, depot } = await backupAt(made, at('keys'))
  await restore({ url: anew, opened, depot, blobs: at('blobs-theirs') })
  const db = openDb(anew, 'riverton')
  assert.deepEqual(await db.selectFrom('agency').selectAll().execute(), [agency])
  await db.destroy()
})
