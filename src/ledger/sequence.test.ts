import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addAgency, testDatabase } from '../../test/database.ts'
import { openPool } from '../platform/db.ts'
import { append } from './append.ts'
import { openCheckpoint } from './checkpoint.ts'
import { leafHash, provesConsistency, provesInclusion } from './merkle.ts'
import { sequence } from './sequence.ts'
import { openSigner } from './signer.ts'
import { checkpointOf, inclusionOf, leafOf, tilesIn, waitingIn } from './store.ts'
import { proveConsistency, proveInclusion } from './tile.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
const db = database.db('riverton')
const folder = mkdtempSync(join(tmpdir(), 'decorum-keys-'))
const { pool } = openPool(database.cluster.appUrl(database.name), 'riverton', { patience: 20_000 })
after(async () => {
  await pool.end()
  await rm(folder, { recursive: true, force: true })
})
const agency = { agencyId: 'riverton', host: 'riverton.localhost' }
const signer = await openSigner(folder, agency)
const at = (minute: number): string => `2026-11-21T08:${String(minute).padStart(2, '0')}:00Z`
const add = (subject: string): Promise<string> =>
  db.transaction().execute((tx) =>
    append(tx, 'riverton', {
      kind: 'requests.ask',
      by: 'alvarez',
      subject,
      at: at(0),
      body: { text: 'é' },
    }),
  )
const hexOf = (hashes: readonly Uint8Array[] = []): string[] =>
  hashes.map((hash) => Buffer.from(hash).toString('hex'))

test('the empty log is signed too, once', async () => {
  assert.deepEqual(await sequence(pool, 'riverton', signer, at(0)), { size: 0, added: 0, isMore: false })
  assert.deepEqual(await sequence(pool, 'riverton', signer, at(0)), { size: 0, added: 0, isMore: false })
})

test('every committed entry gets one place, however many sequencers run, and what is open waits', async () => {
  const open = await database.db('riverton').startTransaction().execute()
  const late = await append(open, 'riverton', {
    kind: 'requests.ask',
    by: 'bell',
    subject: 'late',
    at: at(0),
    body: {},
  })
  const early: string[] = []
  for (let i = 0; i < 300; i++) early.push(await add(`r${i}`))
  // The transaction still open is older than these: they wait for it, so that no later checkpoint reorders them.
  assert.equal((await sequence(pool, 'riverton', signer, at(1)))?.size, 0)
  assert.equal(await waitingIn(db, 'riverton'), 300)
  await open.commit().execute()
  const done = await Promise.all(Array.from({ length: 4 }, () => sequence(pool, 'riverton', signer, at(1))))
  assert.ok(done.some((one) => one?.size === 301))
  const leaves = await db.selectFrom('ledgerLeaf').select(['index', 'entryId']).orderBy('index').execute()
  assert.deepEqual(
    leaves.map((leaf) => leaf.entryId),
    [late, ...early],
  )
  assert.deepEqual(
    leaves.map((leaf) => leaf.index),
    Array.from({ length: 301 }, (_, i) => i),
  )
  assert.equal(await waitingIn(db, 'riverton'), 0)
})

test('proofs from the database lead to the signed root', async () => {
  const first = await checkpointOf(db, 'riverton')
  const entryId = await add('r301')
  await sequence(pool, 'riverton', signer, at(2))
  const kept = await checkpointOf(db, 'riverton')
  const opened = openCheckpoint(kept?.note ?? '', signer.key)
  const leaf = await leafOf(db, 'riverton', entryId)
  assert.ok(opened.ok && leaf && first)
  const { size, root } = opened.checkpoint
  assert.equal(size, 302)
  const tiles = tilesIn(db, 'riverton')
  const proof = await proveInclusion(tiles, leaf.index, size)
  const included = await inclusionOf(db, 'riverton', tiles, entryId, size)
  assert.deepEqual({ ...included, proof: hexOf(included?.proof) }, { ...leaf, proof: hexOf(proof) })
  // The first stands in a full tile.
  const oldest = await db.selectFrom('ledgerLeaf').select('entryId').where('index', '=', 0).executeTakeFirst()
  const ofOldest = await inclusionOf(db, 'riverton', tiles, oldest?.entryId ?? '', size)
  assert.deepEqual(hexOf(ofOldest?.proof), hexOf(await proveInclusion(tiles, 0, size)))
  assert.equal(await inclusionOf(db, 'riverton', tiles, entryId, size - 1), undefined)
  assert.ok(provesInclusion(leaf.index, size, leafHash(leaf.commitment), proof, root))
  assert.ok(provesConsistency(301, 302, await proveConsistency(tiles, 301, 302), first.root, root))
})

test('refuses to sign when the clock went back', async () => {
  await add('r302')
  await assert.rejects(
    sequence(pool, 'riverton', signer, at(1)),
    /the clock went back: it is 2026-11-21T08:01:00Z/,
  )
  assert.equal((await sequence(pool, 'riverton', signer, at(3)))?.size, 303)
})

test('refuses to sign with another key, or a tree that is not the one it signed', async () => {
  await add('r303')
  const other = await openSigner(join(folder, 'other'), agency)
  await assert.rejects(sequence(pool, 'riverton', other, at(4)), /is not this log's/)
  const memory = join(folder, 'riverton.signed.json')
  const kept = await readFile(memory, 'utf8')
  // As though the database had been rolled back: the key remembers a larger tree, or another of the same size.
  await writeFile(memory, kept.replace(String.raw`\n303\n`, String.raw`\n304\n`))
  await assert.rejects(
    sequence(pool, 'riverton', signer, at(4)),
    /the database went back: its tree has 303 entries/,
  )
  await writeFile(memory, kept.replace(/303\\n.{4}/, String.raw`303\nAAAA`))
  await assert.rejects(sequence(pool, 'riverton', signer, at(4)), /does not extend the one of 303 entries/)
  await writeFile(memory, kept)
  assert.equal((await sequence(pool, 'riverton', signer, at(4)))?.size, 304)
})

test('a key is drawn once, and the key of another log is refused', async () => {
  const place = join(folder, 'race')
  const drawn = await Promise.all(Array.from({ length: 8 }, () => openSigner(place, agency)))
  assert.equal(new Set(drawn.map((one) => Buffer.from(one.key.secret).toString('hex'))).size, 1)
  await assert.rejects(
    openSigner(place, { agencyId: 'riverton', host: 'lakeside.localhost' }),
    /is the key of riverton/,
  )
})
