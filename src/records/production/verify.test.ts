import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { zipSync } from 'fflate'
import { inTurn, madePackage, verdictOf } from '../../../test/drills/package.ts'
import { packageLedger, production, recordsFor } from '../../../test/package-ledger.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readAfter, writeAfter } from './archive.ts'
import { BagFile, whole } from './bag-file.ts'
import { openPackage } from './open-package.ts'
import { produce } from './produce.ts'
import { readFetch, readInfo } from './verify/bag-text.ts'
import { crc32, wrongByte } from './verify/crc32.ts'
import { locate } from './verify/damage.ts'
import type { PackageFile } from './verify/files.ts'
import { sentenceOf } from './verify/wording.ts'
import { zipFolder } from './zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'decorum-bag-'))
after(() => rm(folder, { recursive: true }))

const made = async (name: string): Promise<string> => {
  const ledger = packageLedger()
  const records = [...recordsFor(ledger, 30)]
  const out = join(folder, name)
  await produce(out, production, inTurn(records), { ledger, page: '<!doctype html><title>x</title>' })
  await zipFolder(out, 'package', `${out}.zip`)
  return createHash('sha256')
    .update(readFileSync(`${out}.zip`))
    .digest('hex')
}

test('the same records give the same bytes, folder and zip', async () => {
  assert.equal(await made('one'), await made('two'))
})

test('a table runs nothing, and says nothing of what is withheld', async () => {
  const { files } = await madePackage(40, packageLedger())
  const ledger = packageLedger()
  const formulas = [
    ...recordsFor(ledger, 30, (at) => `${['=1+1', '+1', '-1', '@sum', '\t=1'][at % 5]} and ${at}`),
  ]
  const out = join(folder, 'formulas')
  await produce(out, production, inTurn(formulas), { ledger, page: '' })
  const csv = readFileSync(join(out, 'data', 'records.csv'), 'utf8')
  assert.ok(csv.includes("'=1+1 and 0") && csv.includes("'@sum and"))
  assert.ok(!/(?:^|,)"?[=+@-]/m.test(csv))
  const line = (files.get('data/records.jsonl') ?? Buffer.alloc(0)).toString().split('\n')[7] ?? ''
  assert.deepEqual(
    (({ standing, words, author, media }) => ({ standing, words, author, media }))(JSON.parse(line)),
    { standing: 'withheld', words: null, author: null, media: [] },
  )
  const proof = (files.get('data/proofs.jsonl') ?? Buffer.alloc(0)).toString().split('\n')[8] ?? ''
  assert.deepEqual(Object.keys(JSON.parse(proof)), ['number', 'recordId', 'index', 'commitment', 'path'])
})

test('a wrong byte is named in every file of a package', async () => {
  const { files, key } = await madePackage(25)
  for (const [path, right] of files) {
    const bytes = Buffer.from(right)
    const at = Math.floor(bytes.length * 0.6)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
    const { findings } = await verdictOf(new Map(files).set(path, bytes), key)
    const found = findings.find(({ file }) => file === path)
    assert.ok(found, `${path}: ${findings.map((one) => sentenceOf(one, 'en')).join(' ')}`)
    assert.deepEqual([found.from, found.is, found.was], [at, bytes[at], right[at]], sentenceOf(found, 'en'))
    assert.match(sentenceOf(found, 'es'), new RegExp(path.replaceAll('.', String.raw`\.`)))
  }
})

test('a wrong byte is found by its CRC wherever it stands in a chunk', () => {
  const bytes = createHash('shake256', { outputLength: 4096 }).update('chunk').digest()
  const right = crc32(bytes)
  for (let at = 0; at < bytes.length; at += 37)
    for (const bits of [1, 128, 255]) {
      bytes.writeUInt8(bytes.readUInt8(at) ^ bits, at)
      assert.deepEqual(wrongByte(crc32(bytes) ^ right, bytes.length), { at, bits })
      bytes.writeUInt8(bytes.readUInt8(at) ^ bits, at)
    }
})

const refused = async (name: string, zip: Uint8Array, because: RegExp): Promise<void> => {
  const file = join(folder, name)
  writeFileSync(file, zip)
  const opening = openPackage(file).then(async ({ files, close }) => {
    for (const one of files) for await (const part of one.read()) assert.ok(part.length > 0)
    close()
  })
  await assert.rejects(opening, (error) => error instanceof Refusal && because.test(error.message), name)
}

test('a zip that reaches out of itself, lies or explodes is refused', async () => {
  const text = Buffer.from('text')
  await refused('slip.zip', zipSync({ '../slip.txt': text }), /invalid relative path|leads out/)
  await refused('root.zip', zipSync({ '/etc/passwd': text }), /absolute path|leads out/)
  await refused('drive.zip', zipSync({ 'C:\\x.txt': text }), /invalid characters|absolute|leads out/)
  await refused('home.zip', zipSync({ '~/x.txt': text }), /leads out/)
  await refused('link.zip', zipSync({ 'a.txt': [text, { os: 3, attrs: 0o120777 << 16 }] }), /link/)
  const bomb = Buffer.from(zipSync({ 'a.bin': text }))
  // What the directory says of it once it is unpacked.
  bomb.writeUInt32LE(300 * 1024 * 1024, bomb.lastIndexOf('a.bin') - 46 + 24)
  await refused('bomb.zip', bomb, /claims to hold/)
  await refused('no.zip', text, /neither a folder nor a zip/)
  const honest = Buffer.from(zipSync({ 'a.txt': text, 'b.txt': text }, { level: 0 }))
  const twice = Buffer.from(honest.toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1')
  await refused('twice.zip', twice, /two files of one name/)
  // The second entry of the directory points to the bytes of the first.
  const shared = Buffer.from(honest)
  const second = shared.lastIndexOf('b.txt') - 46
  shared.writeUInt32LE(0, second + 42)
  await refused('shared.zip', shared, /shares its bytes/)
})

test('a link in a folder is refused, and nothing of it is read', async () => {
  const at = join(folder, 'linked')
  mkdirSync(at)
  symlinkSync('/etc/passwd', join(at, 'data'))
  await assert.rejects(openPackage(at), /is a link/)
})

test('a bag of anybody is no production, and without its seal a production is not whole', async () => {
  const { files, key } = await madePackage(10)
  const sealless = new Map(files)
  for (const path of ['data/released-sha256.txt', 'data/proofs.jsonl', 'data/checkpoint.txt'])
    sealless.delete(path)
  const verdict = await verdictOf(sealless, key)
  assert.equal(verdict.what, 'production')
  assert.ok(verdict.findings.some(({ kind, file }) => kind === 'missing' && file === 'data/checkpoint.txt'))

  const text = Buffer.from('text')
  const bag = new Map([
    ['bagit.txt', files.get('bagit.txt') ?? text],
    ['manifest-md5.txt', Buffer.from(`${createHash('md5').update(text).digest('hex')}  data/a.txt\n`)],
    ['data/a.txt', text],
  ])
  const plain = await verdictOf(bag, key)
  assert.deepEqual([plain.what, plain.whole], ['bag', true])
})

test('a file that nobody released is a fault of a production, whatever its name', async () => {
  const { files, key } = await madePackage(10)
  for (const path of ['data/media/._x', 'data/Thumbs.db', 'desktop.ini'])
    files.set(path, Buffer.from(`bytes in ${path}`))
  const { findings } = await verdictOf(files, key)
  assert.deepEqual(
    findings.map(({ kind, file }) => `${kind} ${file}`),
    ['extra data/media/._x', 'extra data/Thumbs.db', 'extra desktop.ini'],
  )
})

test('a hostile line or file is read in no time', async () => {
  const since = performance.now()
  const blanks = ' '.repeat(200_000)
  assert.deepEqual(readInfo(`a${blanks}b\nLabel : one\n two`), [['Label', 'one two']])
  assert.deepEqual(readFetch(`x y${blanks}z\u2028`), ['z\u2028'])
  assert.ok(performance.now() - since < 2000)

  // Bytes put in among their like: whichever are left out, the same file is left, and it is not the listed one.
  const right = Buffer.from('a'.repeat(2000) + 'b'.repeat(2096))
  const bytes = Buffer.concat([Buffer.from('a'.repeat(10)), right])
  const longer: PackageFile = {
    path: 'data/a.txt',
    size: bytes.length,
    // oxlint-disable-next-line typescript/require-await
    async *read() {
      yield bytes
    },
  }
  let hashed = 0
  const { kind } = await locate(longer, { size: 4096, crcs: Uint32Array.of(crc32(right)) }, 'none', () => {
    hashed++
    return Promise.resolve(new Map())
  })
  assert.equal(kind, 'changed')
  assert.equal(hashed, 2)
})

test('a file written bit by bit has the very bytes', () => {
  const texts = ['', 'ñ'.repeat(70_000), ...Array.from({ length: 9000 }, (_, at) => `${at} ¿cuándo? 🚧\n`)]
  const file = new BagFile(folder, 'bits.txt')
  for (const text of texts) file.add(text)
  const written = file.end()
  const bytes = Buffer.from(texts.join(''))
  assert.ok(readFileSync(join(folder, 'bits.txt')).equals(bytes))
  assert.deepEqual(written, whole('bits.txt', bytes))
})

test('the address of the next page of the archive is a place in it, or is refused', () => {
  const place = { at: '2026-11-21T10:00:00.123456Z', productionId: production.productionId, n: 7 }
  assert.deepEqual(readAfter(writeAfter(place)), place)
  const hyphens = '-'.repeat(36)
  for (const wrong of [
    { ...place, at: '2026-99-99T1Z' },
    { ...place, at: '2026-02-30T00:00:00Z' },
    { ...place, at: '0000-01-01T00:00:00Z' },
    { ...place, productionId: hyphens },
  ])
    assert.equal(readAfter(writeAfter(wrong)), undefined, JSON.stringify(wrong))
})
