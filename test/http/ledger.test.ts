import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { append } from '../../src/ledger/append.ts'
import { exportLedger, verifyFolder } from '../../src/ledger/folder.ts'
import {
  cosignedAt,
  fromBase64,
  leafHash,
  openCheckpoint,
  provesConsistency,
  provesInclusion,
  readVerifier,
  signerOf,
  writeVerifier,
} from '../../src/ledger/ledger.ts'
import { consistencySchema, inclusionSchema, ledgerSchema } from '../../src/ledger/schema.ts'
import { sequence } from '../../src/ledger/sequence.ts'
import { openSigner } from '../../src/ledger/signer.ts'
import { witness, type Ask } from '../../src/ledger/witness.ts'
import { openPool } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { buildTown } from '../town.ts'

const town = await buildTown()
const { ledgerFolder } = town.app.house
const signer = await openSigner(ledgerFolder, town.agency)
const { pool } = openPool(town.databaseUrl, 'riverton', { patience: 20_000 })
const folder = mkdtempSync(join(tmpdir(), 'decorum-watch-'))
after(async () => {
  await pool.end()
  await rm(folder, { recursive: true, force: true })
})
const add = (n: number): Promise<string[]> =>
  town.db.transaction().execute(async (tx) => {
    const ids: string[] = []
    for (let i = 0; i < n; i++)
      ids.push(
        await append(tx, 'riverton', {
          kind: 'requests.ask',
          by: 'alvarez',
          subject: `r${i}`,
          at: town.now(),
          body: {},
        }),
      )
    return ids
  })
const checkpointed = async (): Promise<number> =>
  (await sequence(pool, 'riverton', signer, town.now()))?.size ?? 0
/** The town's server as the outside world reaches it. */
const ask: Ask = async (url, init) => {
  const { pathname, search } = new URL(url)
  const answer = await town.app.inject({
    method: init?.method === 'POST' ? 'POST' : 'GET',
    url: pathname + search,
    headers: { host: town.agency.host, ...Object.fromEntries(new Headers(init?.headers ?? {})) },
    ...(typeof init?.body === 'string' ? { payload: init.body } : {}),
  })
  return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode })
}
const bytes = (text: string): Uint8Array => fromBase64(text) ?? assert.fail(text)
const site = `http://${town.agency.host}`

test('before the first checkpoint the ledger says so', async () => {
  assert.equal((await town.visitor.get('/api/ledger')).status, 404)
  assert.equal((await ask(`${site}/ledger/checkpoint`)).status, 404)
})

test('anybody can check that an entry is in the ledger, and that an older tree begins it', async () => {
  await add(600)
  const from = await checkpointed()
  const [entryId = ''] = await add(1)
  assert.equal((await town.visitor.get(`/api/ledger/proof/${entryId}`)).status, 404)
  assert.equal(ledgerSchema.parse((await town.visitor.get('/api/ledger')).body).waiting, 1)
  const size = await checkpointed()
  assert.equal(size, from + 1)
  const ledger = ledgerSchema.parse((await town.visitor.get('/api/ledger')).body)
  assert.deepEqual(
    [ledger.origin, ledger.size, ledger.waiting, ledger.cosignatures],
    ['riverton.localhost/ledger', size, 0, []],
  )
  assert.equal(ledger.key, writeVerifier(signer.key))
  const proof = inclusionSchema.parse((await town.visitor.get(`/api/ledger/proof/${entryId}`)).body)
  const log = readVerifier(ledger.key)
  const opened = log && openCheckpoint(proof.checkpoint, log)
  assert.ok(opened?.ok)
  const { root } = opened.checkpoint
  const hashes = proof.proof.map(bytes)
  assert.ok(provesInclusion(proof.index, size, leafHash(bytes(proof.commitment)), hashes, root))
  assert.ok(!provesInclusion(proof.index - 1, size, leafHash(bytes(proof.commitment)), hashes, root))
  const steps = consistencySchema.parse((await town.visitor.get(`/api/ledger/consistency?from=${from}`)).body)
  assert.ok(provesConsistency(from, size, steps.proof.map(bytes), bytes(steps.fromRoot), root))
  assert.equal((await town.visitor.get(`/api/ledger/consistency?from=${size + 1}`)).status, 400)
  for (const path of [
    'tile/0/000',
    'tile/0/001',
    `tile/0/002.p/${size - 512}`,
    'tile/1/000.p/2',
    'tile/entries/000',
  ])
    assert.equal((await ask(`${site}/ledger/${path}`)).status, 200, path)
  for (const path of ['tile/0/003', 'tile/0/002', 'tile/0/0', 'tile/7/000', 'tile/0/000.p/256'])
    assert.equal((await ask(`${site}/ledger/${path}`)).status, 404, path)
})

test('a witness that is known co-signs what extends what it saw; the log publishes its line', async () => {
  const key = signerOf('witness.example', 'witness', randomBytes(32))
  const memory = join(folder, 'memory')
  const look = (): Promise<unknown> => witness(site, signer.key, key, memory, town.now(), ask)
  await assert.rejects(look, /no line beneath it is of a witness/)
  writeFileSync(join(ledgerFolder, 'witnesses'), `# the Town Clerk\n${writeVerifier(key)}\n`)
  const size = await checkpointed()
  assert.deepEqual(await look(), { size, before: size })
  await add(300)
  const later = await checkpointed()
  assert.deepEqual(await look(), { size: later, before: size })
  const ledger = ledgerSchema.parse((await town.visitor.get('/api/ledger')).body)
  assert.deepEqual(ledger.cosignatures, [{ witness: 'witness.example', at: '2026-11-21T15:00:00Z' }])
  const opened = openCheckpoint(ledger.checkpoint, signer.key)
  assert.ok(opened.ok && cosignedAt(opened.note, key))
  // A line that was signed for another checkpoint, or by nobody we know, is not taken.
  const forged = ledger.checkpoint.replace(/— witness\.example .*\n/, '— witness.example AAAAAAAAAA==\n')
  assert.equal(
    (await town.visitor.send('POST', '/api/ledger/cosignatures', { checkpoint: forged })).status,
    403,
  )
  const other = ledger.checkpoint.replace(`\n${later}\n`, `\n${later + 1}\n`)
  assert.equal(
    (await town.visitor.send('POST', '/api/ledger/cosignatures', { checkpoint: other })).status,
    400,
  )
  // What a log that was written anew would show this witness.
  const seen = join(memory, 'riverton.localhost_ledger.seen')
  const larger = await checkpointed()
  assert.equal(larger, later)
  const elsewhere: Ask = async (url, init) =>
    url.endsWith('/ledger/checkpoint')
      ? new Response(readFileSync(join(folder, 'old')))
      : await ask(url, init)
  writeFileSync(join(folder, 'old'), readFileSync(seen))
  await add(1)
  await checkpointed()
  await look()
  await assert.rejects(witness(site, signer.key, key, memory, town.now(), elsewhere), /the log went back/)
})

test('an exported ledger verifies offline, and names what was changed in it', async () => {
  const place = join(folder, 'export')
  const checkpoint = await exportLedger(town.db, 'riverton', place)
  const whole = await verifyFolder(place, signer.key, checkpoint)
  assert.deepEqual([whole.findings, whole.size], [[], checkpoint.size])
  const bundle = join(place, 'tile/entries/001')
  const kept = readFileSync(bundle)
  const changed = Buffer.from(kept)
  changed[34 * 7 + 12] = (changed[34 * 7 + 12] ?? 0) ^ 1
  writeFileSync(bundle, changed)
  const [first] = (await verifyFolder(place, signer.key)).findings
  const id = readFileSync(join(place, 'entry-ids'), 'utf8').split('\n')[263]
  assert.deepEqual(first, {
    what: 'entry',
    index: 263,
    says: `entry 263 (${id}) is not what its tile was made of`,
  })
  writeFileSync(bundle, kept)
  const larger = { ...checkpoint, size: checkpoint.size + 5 }
  assert.match((await verifyFolder(place, signer.key, larger)).findings[0]?.says ?? '', /the log went back/)
  const other = signerOf(signer.key.name, 'log', randomBytes(32))
  await assert.rejects(verifyFolder(place, other), /signature of riverton.localhost\/ledger does not hold/)
})

test('by the id of a request the newest entry about it is proved; by that of anything else nothing is', async () => {
  const [requestId, memberId] = [newId(), newId()]
  const entries = await town.db.transaction().execute(async (tx) => {
    const one = { by: 'alvarez', subject: requestId, at: town.now(), body: {} }
    return [
      await append(tx, 'riverton', { ...one, kind: 'requests.submit' }),
      await append(tx, 'riverton', { ...one, kind: 'requests.approve' }),
      await append(tx, 'riverton', { ...one, kind: 'members.change', subject: memberId }),
    ]
  })
  const prove = async (id: string): Promise<unknown> => {
    const { status, body } = await town.visitor.get(`/api/ledger/proof/${id}`)
    return status === 200 ? inclusionSchema.parse(body).entryId : status
  }
  assert.equal(await prove(requestId), 404, 'not before a checkpoint holds it')
  await checkpointed()
  assert.equal(await prove(requestId), entries[1])
  assert.equal(await prove(entries[0] ?? ''), entries[0])
  assert.equal(await prove(memberId), 404, 'what was done to a member is nobody’s affair')
})
