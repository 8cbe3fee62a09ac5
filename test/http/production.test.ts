import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { unzipSync, zipSync } from 'fflate'
import { startSequencer, type Sequencer } from '../../src/ledger/sequencer.ts'
import { openSigner, type LogSigner } from '../../src/ledger/signer.ts'
import { openBlobs } from '../../src/platform/blobs.ts'
import { openPool } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { outbound } from '../../src/platform/outbound.ts'
import { capture } from '../../src/records/capture.ts'
import { packReleases } from '../../src/records/production/make.ts'
import { nodeHash, nodeSha256, openPackage } from '../../src/records/production/open-package.ts'
import { productionsSchema, type ProductionView } from '../../src/records/production/schema.ts'
import { checkStamp } from '../../src/records/production/verify/stamp.ts'
import { verifyPackage, type Verdict } from '../../src/records/production/verify/verify.ts'
import { sentenceOf } from '../../src/records/production/verify/wording.ts'
import { responsiveListSchema } from '../../src/records/requests/review-schema.ts'
import { putDownDoneSchema, requestViewSchema, type RequestView } from '../../src/records/requests/schema.ts'
import { buildCommentedTown } from '../commented-town.ts'
import { postingIn } from '../posting.ts'
import { startAuthority, type TimeStampAuthority } from '../time-stamp-authority.ts'
import type { Townsperson } from '../town.ts'

const town = await buildCommentedTown()
const { people, fakes, out, look, app, agency, db } = town
const { by } = people

let authority: TimeStampAuthority
let signer: LogSigner
let sequencer: Sequencer
let pool: ReturnType<typeof openPool>
const folder = mkdtempSync(join(tmpdir(), 'decorum-packages-'))
before(async () => {
  authority = await startAuthority()
  signer = await openSigner(app.house.ledgerFolder, agency)
  pool = openPool(town.databaseUrl, agency.agencyId, { max: 2, patience: 20_000 })
  sequencer = startSequencer({
    pool: pool.pool,
    agencyId: agency.agencyId,
    signer,
    clock: town.now,
    // Another look comes within seconds.
    onFault: () => undefined,
  })
})
after(async () => {
  await sequencer.stop()
  await pool.end()
  await authority.stop()
  await rm(folder, { recursive: true })
})

const seen = async (id: string): Promise<RequestView> =>
  requestViewSchema.parse((await (await by('lopez')).get(`/api/records-requests/${id}`)).body)
const moves = async (id: string, move: string): Promise<void> => {
  const { version } = await seen(id)
  const { status, body } = await (
    await by('lopez')
  ).post(`/api/records-requests/${id}/move`, { move, version })
  assert.equal(status, 200, `${move}: ${JSON.stringify(body)}`)
}
const settle = async (id: string, record: string, said: object): Promise<void> => {
  const path = `/api/records-requests/${id}/review/${record}`
  const first = await (await by('lopez')).put(path, { version: 0, ...said })
  assert.equal(first.status, 200, JSON.stringify(first.body))
  const second = await (await by('kim')).post(`${path}/second`, { version: 1, agrees: true })
  assert.equal(second.status, 200, JSON.stringify(second.body))
}
const pack = async (): Promise<number> =>
  await packReleases(db, agency, town.now(), {
    blobs: openBlobs(town.blobsFolder),
    outbound: outbound({ allow: [authority.host], timeoutMs: 10_000, maxBytes: 100_000 }),
    tsa: authority.url,
    clock: town.now,
  })
const load = async (url: string, name?: Townsperson): Promise<{ status: number; bytes: Buffer }> => {
  const cookie = name === undefined ? {} : { cookie: (await town.signedIn(name)).cookie }
  const { statusCode: status, rawPayload: bytes } = await app.inject({
    method: 'GET',
    url,
    headers: { host: agency.host, ...cookie },
  })
  return { status, bytes }
}
const stamp = (bytes: Uint8Array, of: Uint8Array): ReturnType<typeof checkStamp> =>
  checkStamp(bytes, of, [authority.root])
const verdictOf = async (zip: Uint8Array): Promise<Verdict> => {
  const file = join(folder, 'package.zip')
  writeFileSync(file, zip)
  const { files, close } = await openPackage(file)
  const verdict = await verifyPackage(files, { hash: nodeHash, sha256: nodeSha256, key: signer.key, stamp })
  close()
  return verdict
}

const secret = 'Fiona Fox'
const words = [
  `The parade was lovely, says ${secret} of 12 Elm Street.`,
  'The parade was too loud. =HYPERLINK("https://evil.example")',
  'What did the attorney say about the parade?',
]
let requestId = ''
let code = ''
let production: ProductionView | undefined

test('what was released is packed: whole for anybody who checks it, and the words that were cut are nowhere', async () => {
  for (const one of words) fakes.bluesky.write('resident.example', out.bluesky, one)
  await look()
  await capture(db, agency, town.now())
  const rows = await db
    .selectFrom('record')
    .select(['recordId', 'words'])
    .where('agencyId', '=', agency.agencyId)
    .where('kind', '=', 'comment')
    .where('words', 'in', words)
    .execute()
  const [first = '', other = '', third = ''] = words.map(
    (one) => rows.find((row) => row.words === one)?.recordId ?? '',
  )
  const asked = {
    way: 'counter',
    requester: { name: 'Eve Evans', email: 'evans@example.org', address: null, phone: null },
    wants: 'All comments about the parade.',
    receivedAt: town.now(),
  }
  const lopez = await by('lopez')
  const put = putDownDoneSchema.parse((await lopez.post('/api/records-requests', asked)).body)
  requestId = put.requestId
  code = put.code
  for (const move of ['acknowledge', 'search']) await moves(requestId, move)
  const { version } = await seen(requestId)
  const set = { version, add: [first, other, third] }
  assert.equal((await lopez.post(`/api/records-requests/${requestId}/responsive`, set)).status, 200)
  await moves(requestId, 'review')
  const list = responsiveListSchema.parse(
    (await lopez.get(`/api/records-requests/${requestId}/responsive`)).body,
  )
  const said = list.items.find(({ recordId }) => recordId === first)?.words ?? ''
  const ground = { exemption: 'victim', reason: 'She was the victim of an offence of that kind.' }
  const cut = (part: string): object => ({
    field: 'words',
    start: said.indexOf(part),
    end: said.indexOf(part) + part.length,
    ...ground,
  })
  await settle(requestId, first, { state: 'redact', redactions: [cut(secret), cut('12 Elm Street')] })
  await settle(requestId, other, { state: 'release' })
  await settle(requestId, third, {
    state: 'withhold',
    exemption: 'privilege',
    reason: 'Asked in confidence.',
  })
  await moves(requestId, 'release')

  assert.equal(await pack(), 1)
  assert.equal(await pack(), 0, 'it is made once')
  assert.equal((await lopez.get(`/api/records-requests/${newId()}/productions`)).status, 404)
  const found = productionsSchema.parse(
    (await lopez.get(`/api/records-requests/${requestId}/productions`)).body,
  )
  ;[production] = found.items
  assert.deepEqual(
    [production?.state, production?.records, production?.redacted, production?.withheld, production?.lacks],
    ['made', 3, 1, 1, []],
  )
  const { status, bytes } = await load(production?.href ?? '', 'lopez')
  assert.equal(status, 200)
  const verdict = await verdictOf(bytes)
  assert.deepEqual(
    verdict.findings.map((one) => sentenceOf(one, 'en')),
    [],
  )
  assert.deepEqual(
    [verdict.what, verdict.records, verdict.shown, verdict.sameWords, verdict.isKeyKnown],
    ['production', 3, 1, 1, true],
  )
  assert.equal(verdict.stamp?.isTrusted, true)

  const files = new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [
      path.split('/').slice(1).join('/'),
      Buffer.from(content),
    ]),
  )
  const pdf = await getDocumentProxy(new Uint8Array(files.get('data/records.pdf') ?? []))
  const { text } = await extractText(pdf, { mergePages: true })
  assert.ok(text.includes('too loud') && text.includes(`${verdict.info.length > 0 ? put.number : ''}-000001`))
  files.set('the text of the PDF', Buffer.from(text))
  for (const never of [secret, '12 Elm', 'attorney say'])
    for (const written of [
      Buffer.from(never),
      Buffer.from(never, 'utf16le'),
      Buffer.from(Buffer.from(never).toString('hex')),
    ])
      for (const [path, content] of files) assert.ok(!content.includes(written), `${path} holds ${never}`)
  const csv = files.get('data/records.csv')?.toString() ?? ''
  assert.ok(csv.includes('too loud') && !/(?:^|,)[=+@]/m.test(csv))

  // The control: words that were not cut are found by the same search.
  assert.ok([...files.values()].some((content) => content.includes('too loud')))
  const name = Object.keys(unzipSync(bytes)).find((path) => path.endsWith('records.jsonl')) ?? ''
  const spoiled = unzipSync(bytes)
  const lines = spoiled[name] ?? new Uint8Array()
  const at = Buffer.from(lines).indexOf('too loud')
  lines[at] = 0x54
  const broken = await verdictOf(zipSync(spoiled))
  assert.deepEqual(
    broken.findings.map(({ file, from, is, was }) => [file, from, is, was]),
    [['data/records.jsonl', at, 0x54, 0x74]],
  )
})

test('the custodian and whoever holds the code load it; nobody else does', async () => {
  const page = await town.visitor.get(`/public/records/requests/${code}`)
  const href = /href="(\/public\/records\/requests\/[^"]+\/packages\/1)"/.exec(String(page.body))?.[1] ?? ''
  const own = await load(href)
  assert.equal(own.status, 200)
  const theirs = await load(production?.href ?? '', 'kim')
  assert.ok(own.bytes.equals(theirs.bytes))
  assert.equal((await load(production?.href ?? '', 'alvarez')).status, 403)
  assert.equal((await load(production?.href ?? '')).status, 401)
  assert.equal((await load(`/public/records/requests/AAAA-AAAA-AAAA-AAAA/packages/1`)).status, 404)
  assert.equal((await load(`/public/records/requests/${code}/packages/2`)).status, 404)
})

test('the public archive is the agency’s choice, and shows only what was put into it', async () => {
  const read = async (path: string): Promise<{ status: number; page: string }> => {
    const { status, body } = await town.visitor.get(path)
    return { status, page: String(body) }
  }
  const closed = await read('/public/archive?lang=es')
  assert.equal(closed.status, 404)
  assert.match(closed.page, /<h1>Archivo<\/h1>\s*<p>Este departamento no mantiene un archivo público\.<\/p>/)
  const lopez = await by('lopez')
  assert.equal((await (await by('bell')).put('/api/archive', { version: 0, isOpen: true })).status, 403)
  assert.equal((await lopez.put('/api/archive', { version: 0, isOpen: true })).status, 200)
  assert.equal((await lopez.put('/api/archive', { version: 0, isOpen: false })).status, 409)
  assert.ok(!(await read('/public/archive?q=loud')).page.includes('too loud'), 'not yet published')
  const path = `/public/archive/${production?.productionId}`
  assert.equal((await read(path)).status, 404)
  const publish = (version: number, isPublic: boolean): ReturnType<typeof lopez.post> =>
    lopez.post(`/api/productions/${production?.productionId}/publish`, { version, isPublic })
  assert.equal((await publish(99, true)).status, 409)
  assert.equal((await publish(production?.version ?? 0, true)).status, 200)
  const hit = await read('/public/archive?q=loud')
  assert.equal(hit.status, 200)
  assert.ok(hit.page.includes('too loud') && !hit.page.includes('<script'))
  for (const never of ['Fiona', 'Elm', 'attorney'])
    assert.ok(!(await read(`/public/archive?q=${never}`)).page.includes('<h3>'), never)
  assert.ok((await read(`${path}?lang=es`)).page.includes('Descargar el paquete'))
  const zip = await load(`${path}/package.zip`)
  assert.ok(zip.bytes.equals((await load(production?.href ?? '', 'lopez')).bytes))
  const { published, said } = postingIn(town)
  const postId = await published()
  await published(said({ corrects: { postId }, texts: { en: 'Main Street is closed until three.' } }))
  // Found by a word that only the first version has, it stands there as it reads now.
  const front = await read('/public/archive?q=noon')
  assert.ok(front.page.includes('until three') && front.page.includes('2 versions'))
  assert.ok(!front.page.includes('until noon'))
  const both = await read(`/public/archive/posts/${postId}`)
  assert.ok(both.page.includes('until noon') && both.page.includes('until three'))
  assert.equal((await publish((production?.version ?? 0) + 1, false)).status, 200)
  assert.equal((await read(path)).status, 404)
  assert.ok(!(await read('/public/archive?q=loud')).page.includes('too loud'))
})
