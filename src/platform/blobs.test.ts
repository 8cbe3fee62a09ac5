import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { openBlobs } from './blobs.ts'
import { sha256 } from './id.ts'

const folder = mkdtempSync(join(tmpdir(), 'decorum-blobs-'))
after(() => rm(folder, { recursive: true, force: true }))
const blobs = openBlobs(join(folder, 'kept'))
const bytes = new TextEncoder().encode('A picture of the squad room')

test('what is put is got, under its hash, once, however many put it at once', async () => {
  const hashes = await Promise.all(Array.from({ length: 8 }, () => blobs.put(bytes)))
  assert.deepEqual(new Set(hashes), new Set([sha256(bytes)]))
  assert.deepEqual(new Uint8Array(await blobs.get(sha256(bytes))), bytes)
  const place = join(folder, 'kept', sha256(bytes).slice(0, 2))
  assert.deepEqual(readdirSync(place), [sha256(bytes)])
})

test('nothing is read outside the folder, and nothing under another hash', async () => {
  await assert.rejects(blobs.get('../../etc/passwd'), /is no SHA-256/)
  await assert.rejects(blobs.get('0'.repeat(64)), /nothing is kept under/)
})

test('bytes that were changed on the disk are not given out', async () => {
  const hash = await blobs.put(new TextEncoder().encode('true words'))
  const place = join(folder, 'kept', hash.slice(0, 2), hash)
  chmodSync(place, 0o600)
  writeFileSync(place, 'fake words')
  await assert.rejects(blobs.get(hash), /other ones now/)
  const { pieces } = await blobs.getStream(hash)
  await assert.rejects(buffer(pieces), /other ones now/)
})

test('large bytes are given in parts, and changed ones never to their end', async () => {
  const large = Buffer.alloc(300_000, 'film ')
  const hash = await blobs.put(large)
  const { pieces, bytes: length } = await blobs.getStream(hash)
  assert.equal(length, large.length)
  assert.deepEqual(await buffer(pieces), large)
  const place = join(folder, 'kept', hash.slice(0, 2), hash)
  chmodSync(place, 0o600)
  writeFileSync(place, Buffer.alloc(300_000, 'fake '))
  let given = 0
  const reading = async (): Promise<void> => {
    for await (const piece of (await blobs.getStream(hash)).pieces) given += piece.length
  }
  await assert.rejects(reading, /other ones now/)
  assert.ok(given < large.length)
  await assert.rejects(blobs.getStream('0'.repeat(64)), /nothing is kept under/)
})

test('what is set aside is out of reach, comes back where it is needed after all, and is destroyed for good', async () => {
  const hash = await blobs.put(Buffer.from('words that were disposed of'))
  const standing = (): string[] =>
    readdirSync(join(folder, 'kept', hash.slice(0, 2))).filter((name) => name.startsWith(hash))
  await blobs.setAside(hash)
  await blobs.setAside(hash)
  await assert.rejects(blobs.get(hash), /nothing is kept/)
  await blobs.bringBack(hash)
  assert.equal(Buffer.from(await blobs.get(hash)).toString(), 'words that were disposed of')
  // Kept anew while they lay aside: one stays, and the other goes.
  await blobs.setAside(hash)
  await blobs.put(Buffer.from('words that were disposed of'))
  await blobs.bringBack(hash)
  assert.deepEqual(standing(), [hash])
  await blobs.setAside(hash)
  await blobs.destroy(hash)
  await blobs.destroy(hash)
  await blobs.bringBack(hash)
  assert.deepEqual(standing(), [])
})
