import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { addAgency, testDatabase } from '../../test/database.ts'
import { openPool } from '../platform/db.ts'
import { importArchive } from './archive.ts'
import { openSigner } from './signer.ts'
import { verify } from './verify.ts'

const database = await testDatabase()
await addAgency(database, 'riverton')
const folder = mkdtempSync(join(tmpdir(), 'decorum-archive-'))
const { pool } = openPool(database.cluster.ownerUrl(database.name), 'riverton', { patience: 60_000 })
after(async () => {
  await pool.end()
  await rm(folder, { recursive: true, force: true })
})
const signer = await openSigner(folder, { agencyId: 'riverton', host: 'riverton.localhost' })
const clock = (): string => '2026-11-21T08:00:00Z'
const bring = async (lines: readonly unknown[]) => {
  const file = join(folder, 'archive.jsonl')
  await writeFile(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return await importArchive(pool, 'riverton', file, { signer, clock })
}
const line = (number: number): object => ({
  id: `tweet-${number}`,
  at: '2019-03-01T08:00:00Z',
  record: { text: `Road closed, ${number}`, likes: number },
})
async function open(): Promise<pg.Client> {
  const client = new pg.Client(database.cluster.ownerUrl(database.name))
  await client.connect()
  return client
}
async function verdict(): Promise<object> {
  const { findings, waiting, entries } = await verify(open, 'riverton', { log: signer.key })
  return { findings, waiting, entries }
}

test('a file with a line that will not do is refused by the number of the line, and leaves nothing', async () => {
  await assert.rejects(bring([line(1), '{"id": ']), /line 2: .*nothing was imported/)
  await assert.rejects(
    bring([line(1), { ...line(2), at: 'yesterday' }]),
    /line 2: at: .*nothing was imported/,
  )
  await assert.rejects(bring([{ ...line(1), record: { text: 'a\u0000b' } }]), /line 1: a text holds NUL/)
  await assert.rejects(bring([]), /holds no line/)
  assert.deepEqual(await verdict(), { findings: [], waiting: 0, entries: 0 })
})

test('an archive is sealed line by line, dated now, and once', async () => {
  const lines = [1, 2, 3].map(line)
  const { digest, before } = await bring(lines)
  assert.equal(before, 0)
  const { rows } = await pool.query(
    'select kind, at::text, body::json as body from ledger_entry where subject = $1',
    ['tweet-2'],
  )
  const [kind, at] = ['archives.import', clock()]
  const sealed = {
    archive: digest,
    line: 2,
    madeAt: '2019-03-01T08:00:00Z',
    record: { text: 'Road closed, 2', likes: 2 },
  }
  assert.deepEqual(rows, [
    { kind, at: '2026-11-21 08:00:00+00', body: { ...sealed, at, kind, by: 'system', subject: 'tweet-2' } },
  ])
  await assert.rejects(bring(lines), /imported already, all 3 lines/)
  assert.deepEqual(await verdict(), { findings: [], waiting: 0, entries: 4 })
})

test('an import that was cut off goes on where it ended', async () => {
  const lines = Array.from({ length: 26_000 }, (_, number) => line(number))
  // It is cut off before the second share.
  let asked = 0
  const cut = (): string => {
    if (++asked === 5) throw new Error('gone')
    return clock()
  }
  const file = join(folder, 'archive.jsonl')
  await writeFile(file, lines.map((one) => JSON.stringify(one)).join('\n'))
  await assert.rejects(importArchive(pool, 'riverton', file, { signer, clock: cut }), /gone/)
  // The first entry of the first share says that it was begun.
  const { before } = await importArchive(pool, 'riverton', file, { signer, clock })
  assert.equal(before, 24_999)
  assert.deepEqual(await verdict(), { findings: [], waiting: 0, entries: 4 + 26_001 })
})
