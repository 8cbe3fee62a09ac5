import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { buffer } from 'node:stream/consumers'
import { WARCRecord, WARCSerializer } from 'warcio'
import yazl from 'yazl'
import { command } from '../../src/ledger/command.ts'
import { openSigner } from '../../src/ledger/signer.ts'
import { openBlobs } from '../../src/platform/blobs.ts'
import { openPool } from '../../src/platform/db.ts'
import { newId, sha256 } from '../../src/platform/id.ts'
import { importAtOnce } from '../../src/records/brought/at-once.ts'
import { addImport } from '../../src/records/brought/imports.ts'
import { readImport } from '../../src/records/brought/run.ts'
import { due } from '../../src/records/due.ts'
import { capture, rebuild } from '../../src/records/capture.ts'
import {
  importSchema,
  importsSchema,
  recordsSchema,
  recordViewSchema,
  type RecordImport,
  type Records,
} from '../../src/records/schema.ts'
import { migrateHouse } from '../../src/server/house.ts'
import { askingIn } from '../asking.ts'
import { addAgency } from '../database.ts'
import { refusalIn } from '../commented-town.ts'
import { buildTown } from '../town.ts'

const town = await buildTown()
const { by } = askingIn(town)
const { agency, db, app } = town
const samples = join(import.meta.dirname, '../../../shared/data/conformance/wacz')

const sample = (name: string): Buffer => readFileSync(join(samples, name))

/** A ZIP of these files; text as UTF-8. */
async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return await buffer(zip.outputStream)
}

async function send(
  bytes: Buffer,
  fileName: string,
  question = '',
): Promise<{ status: number; body: unknown }> {
  const border = `b${newId()}`
  const head = `--${border}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${border}--\r\n`)])
  const { host } = agency
  const response = await app.inject({
    method: 'POST',
    url: `/api/imports${question}`,
    headers: {
      host,
      cookie: (await by('lopez')).cookie,
      origin: `http://${host}`,
      'idempotency-key': newId(),
      'content-type': `multipart/form-data; boundary=${border}`,
    },
    payload,
  })
  return { status: response.statusCode, body: response.json() }
}

/** An archive of X of so many posts. */
const tweetsOf = (howMany: number): string =>
  `window.YTD.tweets.part0 = ${JSON.stringify(
    Array.from({ length: howMany }, (_, n) => ({
      tweet: { id_str: `7${n}`, full_text: `Drill ${n}`, created_at: 'Wed Oct 10 20:19:24 +0000 2018' },
    })),
  )}`

async function ended(importId: string): Promise<RecordImport> {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await (await by('lopez')).get(`/api/imports/${importId}`)
    const seen = importSchema.parse(body)
    if (seen.state === 'done' || seen.state === 'failed') return seen
    await pause(50)
  }
  return assert.fail('the import never ended')
}

async function brought(bytes: Buffer, fileName: string): Promise<RecordImport> {
  const { status, body } = await send(bytes, fileName)
  assert.equal(status, 200, JSON.stringify(body))
  return await ended(importSchema.parse(body).importId)
}

/** Why a file was refused, of which nothing was read. */
async function refused(bytes: Buffer, name: string): Promise<string> {
  const done = await brought(bytes, name)
  assert.deepEqual([done.state, done.added], ['failed', 0], name)
  return done.because ?? ''
}

const search = async (question: string): Promise<Records> =>
  recordsSchema.parse((await (await by('lopez')).get(`/api/records?${question}`)).body)

/** As Facebook and Instagram write it: every byte of UTF-8 a letter of its own. */
const asMeta = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[^\0-\x7f]+/g, (letters) =>
    [...Buffer.from(letters)].map((byte) => `\\u00${byte.toString(16).padStart(2, '0')}`).join(''),
  )

const facebook = {
  'facebook-rivertonpd/your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json': asMeta([
    {
      timestamp: 1_552_000_000,
      attachments: [
        {
          data: [
            { media: { uri: 'your_facebook_activity/posts/media/parade.jpg', description: 'Los niños' } },
            { media: { uri: 'your_facebook_activity/posts/media/lost.jpg' } },
          ],
        },
      ],
      data: [{ post: 'Coffee with a cop at the Café España — 9 o’clock.' }],
      title: 'Riverton Police added a new photo.',
    },
    { timestamp: 1_552_100_000, data: [{ post: 'Road closed: naïve 東京 drivers beware.' }] },
    'not a post',
  ]),
  'facebook-rivertonpd/your_facebook_activity/posts/media/parade.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
  'facebook-rivertonpd/your_facebook_activity/comments_and_reactions/comments.json': asMeta({
    comments_v2: [
      {
        timestamp: 1_552_200_000,
        data: [{ comment: { timestamp: 1_552_200_000, comment: '¡Gracias!', author: 'Riverton Police' } }],
        title: "Riverton Police commented on Evans Eve's post.",
      },
    ],
  }),
  'facebook-rivertonpd/your_facebook_activity/messages/inbox/evans_1/message_1.json': asMeta({
    participants: [{ name: 'Eve Evans' }, { name: 'Riverton Police' }],
    thread_path: 'inbox/evans_1',
    messages: [
      { sender_name: 'Eve Evans', timestamp_ms: 1_552_300_000_000, content: 'Where is my bicycle?' },
    ],
  }),
  'facebook-rivertonpd/ads_information/ad_preferences.json': '{}',
}

test("a page's export of Facebook becomes records, with its letters mended and its pictures kept", async () => {
  const bytes = await zipOf(facebook)
  const done = await brought(bytes, 'facebook-rivertonpd.zip')
  assert.deepEqual(
    [done.state, done.source, done.added, done.known, done.progress, done.because],
    ['done', 'facebook', 4, 0, 1, null],
  )
  assert.equal(done.faulty, 2, JSON.stringify(done.faults))
  assert.match(JSON.stringify(done.faults), /item 3 has a form that is not known/)
  assert.match(JSON.stringify(done.faults), /lost\.jpg/)
  assert.deepEqual(
    Buffer.from(await openBlobs(town.blobsFolder).get(done.sha256)),
    bytes,
    'the file as it came',
  )
  const [post] = (await search('words=cafe+espana')).items
  assert.deepEqual(
    [post?.words, post?.kind, post?.source, post?.at.slice(0, 10), post?.media],
    ['Coffee with a cop at the Café España — 9 o’clock.\nLos niños', 'post', 'facebook', '2019-03-07', 1],
  )
  assert.equal((await search('words=東京')).count?.n, 1)
  assert.equal((await search('source=facebook')).count?.n, 4)
  const view = recordViewSchema.parse((await (await by('lopez')).get(`/api/records/${post?.recordId}`)).body)
  assert.deepEqual(
    view.files.map(({ mediaType, alt }) => [mediaType, alt]),
    [['image/jpeg', 'Los niños']],
  )
  const picture = await (await by('lopez')).get(view.files[0]?.href ?? '')
  assert.deepEqual([picture.status, picture.headers['content-length']], [200, '4'])
  const message = (await search('person=Eve+Evans')).items.find(({ kind }) => kind === 'imported')
  assert.deepEqual([message?.words, message?.access], ['Where is my bicycle?', 'office'])
})

test('what was brought already is known again, what was changed is another version', async () => {
  const again = await brought(await zipOf(facebook), 'the-same.zip')
  assert.deepEqual([again.added, again.known], [0, 4])
  const owner = town.database.owner(agency.agencyId)
  await capture(db, agency, town.now())
  const before = await db.selectFrom('record').selectAll().orderBy('recordId').execute()
  await rebuild(owner, agency, town.now())
  assert.deepEqual(await db.selectFrom('record').selectAll().orderBy('recordId').execute(), before)
  assert.equal((await brought(await zipOf(facebook), 'after-a-rebuild.zip')).added, 0)
})

test("an archive of X, an export of Instagram and a channel's Takeout", async () => {
  const x = await brought(
    await zipOf({
      'data/account.js': `window.YTD.account.part0 = ${JSON.stringify([{ account: { username: 'RivertonPD', accountDisplayName: 'Riverton Police' } }])}`,
      'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify([
        {
          tweet: {
            id_str: '1100',
            full_text: 'Road work &amp; detour on Elm https://t.co/x',
            created_at: 'Wed Oct 10 20:19:24 +0000 2018',
            entities: {
              urls: [{ expanded_url: 'https://riverton.example/elm' }],
              media: [{ media_url_https: 'https://pbs.twimg.com/media/AbC.jpg' }],
            },
          },
        },
        {
          tweet: {
            id_str: '1101',
            full_text: '@eve It opens at noon.',
            created_at: 'Wed Oct 10 21:00:00 +0000 2018',
            in_reply_to_status_id_str: '1100',
            entities: { user_mentions: [{ screen_name: 'eve' }] },
          },
        },
      ])};`,
      'data/tweets_media/1100-AbC.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    }),
    'twitter-2026.zip',
  )
  assert.deepEqual([x.source, x.added, x.faulty], ['x', 2, 0], JSON.stringify(x))
  const [tweet] = (await search('words="road+work"&source=x')).items
  assert.match(tweet?.words ?? '', /^Road work & detour/)
  assert.deepEqual([tweet?.author, tweet?.at, tweet?.media], ['@RivertonPD', '2018-10-10T20:19:24Z', 1])
  const [reply] = (await search('person=eve&source=x')).items
  assert.equal(reply?.thread, tweet?.thing, 'the answer stands under what it answers')
  const instagram = await brought(
    await zipOf({
      'your_instagram_activity/media/posts_1.json': asMeta([
        {
          media: [{ uri: 'media/posts/1.jpg', creation_timestamp: 1_600_000_000, title: '' }],
          title: 'K9 Día',
        },
      ]),
      'your_instagram_activity/comments/post_comments_1.json': asMeta([
        {
          media_list_data: [{ uri: '' }],
          string_map_data: {
            Comment: { value: 'Grüße' },
            'Media Owner': { value: 'hamdenpd' },
            Time: { timestamp: 1_600_000_100 },
          },
        },
      ]),
      'media/posts/1.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    }),
    'instagram.zip',
  )
  assert.deepEqual([instagram.source, instagram.added], ['instagram', 2], JSON.stringify(instagram))
  assert.equal((await search('words=dia&source=instagram')).count?.n, 1)
  assert.equal((await search('words=grusse+or+gruße&source=instagram')).count?.n, 1)
  const youtube = await brought(
    await zipOf({
      'Takeout/YouTube and YouTube Music/video metadata/videos.csv':
        'Video ID,Approx Duration (ms),Channel ID,Video Title (Original),Privacy,Video State,Video Create Timestamp\r\nabcdefghijk,90000,UC1,"Open house, 2024",Public,Processed,2024-01-30T05:26:03+00:00\r\n',
      'Takeout/YouTube and YouTube Music/comments/comments.csv':
        'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\r\nUgx1,UC1,2024-02-01T12:00:00Z,0,,abcdefghijk,"{""takeoutSegments"":[{""text"":""See you ""},{""text"":""there""}]}"\r\nUgx2,UC1,2024-02-02T12:00:00Z,0,,abcdefghijk,"{""text"":""Bring ""},{""text"":""water""}"\r\n',
    }),
    'takeout.zip',
  )
  assert.deepEqual([youtube.source, youtube.added], ['youtube', 3], JSON.stringify(youtube))
  const [comment] = (await search('words="see+you+there"')).items
  const [video] = (await search('words="open+house"')).items
  assert.deepEqual([comment?.kind, comment?.thread], ['comment', video?.thing])
})

/** A web archive of one page, as a crawler writes it. */
async function warcOf(url: string, words: string): Promise<Buffer> {
  const body = Buffer.from(`<html><head><title>News</title></head><body><p>${words}</p></body></html>`)
  const record = WARCRecord.create(
    {
      url,
      date: '2019-05-04T12:00:00Z',
      type: 'response',
      warcVersion: 'WARC/1.1',
      statusline: 'HTTP/1.1 200 OK',
      httpHeaders: { 'Content-Type': 'text/html; charset=utf-8' },
    },
    (async function* () {
      yield await Promise.resolve(new Uint8Array(body))
    })(),
  )
  return Buffer.from(await WARCSerializer.serialize(record))
}

test('a web archive is brought in once, and one that was changed is refused', async () => {
  const warc = await warcOf('https://www.riverton.example/police/news', 'The old mill bridge is closed.')
  const first = await brought(warc, 'old-site.warc')
  assert.deepEqual([first.state, first.source, first.added], ['done', 'web', 1], JSON.stringify(first))
  const [page] = (await search('source=web&words=%22mill+bridge%22')).items
  assert.equal(page?.kind, 'page')
  assert.equal((await brought(warc, 'again.warc')).added, 0)
  const path = 'archive/old-site.warc'
  const list = { resources: [{ path, hash: `sha256:${sha256(warc)}`, bytes: warc.length }] }
  const changed = Buffer.from(warc.toString('latin1').replace('closed', 'opened'), 'latin1')
  const wacz = await zipOf({ [path]: changed, 'datapackage.json': JSON.stringify(list) })
  assert.match(await refused(wacz, 'one-word.wacz'), /old-site\.warc is another file than its hash/)
})

const here = existsSync(samples) ? false : 'the conformance data stands outside of the repository'
test('web archives of the conformance data are told apart', { skip: here }, async () => {
  const iana = await brought(sample('example-iana.warc'), 'example-iana.warc')
  assert.deepEqual([iana.state, iana.source], ['done', 'web'], JSON.stringify(iana))
  assert.ok(iana.added > 0)
  const [page] = (await search('source=web&words=iana')).items
  assert.equal(page?.kind, 'page')
  for (const name of ['valid_example_1.wacz', 'valid_example_2.wacz', 'valid_signed_example_1.wacz']) {
    const done = await brought(sample(name), name)
    assert.equal(done.state, 'done', `${name}: ${done.because}`)
    assert.ok(done.added + done.known > 0, `${name} has a page`)
  }
  assert.match(await refused(sample('invalid_example_1.wacz'), 'i1.wacz'), /index\.cdx\.gz|no export/)
  assert.match(await refused(sample('invalid_signed_example_1.wacz'), 'i2.wacz'), /nobody whom we trust/)
  const warc = sample('example-collection.warc')
  const path = 'archive/example-collection.warc'
  const list = { resources: [{ path, hash: `sha256:${sha256(warc)}`, bytes: warc.length }] }
  const changed = Buffer.from(warc)
  changed[changed.length - 100] = (changed[changed.length - 100] ?? 0) ^ 1
  const wacz = await zipOf({ [path]: changed, 'datapackage.json': JSON.stringify(list) })
  assert.match(
    await refused(wacz, 'one-letter.wacz'),
    /example-collection\.warc is another file than its hash/,
  )
  const collection = await brought(sample('example-collection.warc'), 'collection.warc')
  assert.equal((await brought(sample('example-collection.warc'), 'again.warc')).added, 0)
  assert.equal(collection.state, 'done')
})

test('what is no export, leads out, or is a bomb is refused with a sentence, and nothing of it is read', async () => {
  assert.match(await refused(Buffer.from('hello'), 'hello.txt'), /is no ZIP, WARC or WACZ/)
  assert.match(await refused(await zipOf({ 'a/b.txt': 'x' }), 'other.zip'), /no export of Facebook/)
  const slip = await zipOf({ 'aa/data/tweets.js': 'window.YTD.tweets.part0 = []' })
  const out = Buffer.from(slip.toString('latin1').replaceAll('aa/data', '../data'), 'latin1')
  assert.match(await refused(out, 'slip.zip'), /leads out of it/)
  const bomb = await zipOf({ 'data/tweets.js': Buffer.alloc(100 * 1024 ** 2, 0x20) })
  assert.ok(bomb.length < 1024 ** 2)
  assert.match(await refused(bomb, 'bomb.zip'), /would unpack from 1 MB to 100 MB/)
  const cut = (await zipOf(facebook)).subarray(0, 900)
  assert.match(await refused(cut, 'cut.zip'), /is no whole ZIP/)
  const broken = await zipOf({ 'data/tweets.js': 'window.YTD.tweets.part0 = [{' })
  assert.match(await refused(broken, 'broken.zip'), /is not written as x writes it/)
  const unknown = await send(await zipOf(facebook), 'f.zip', `?account=${newId()}`)
  assert.match(refusalIn({ ...unknown, headers: {}, cookie: '' }), /no such page/)
  const stranger = await (await by('alvarez')).get('/api/imports')
  assert.equal(stranger.status, 403)
  const listed = importsSchema.parse((await (await by('lopez')).get('/api/imports?limit=3')).body)
  assert.equal(listed.items.length, 3)
  assert.ok(listed.next)
})

test('an import whose reader is gone is read on by the next, and nothing is brought twice or lost', async () => {
  const tweets = Array.from({ length: 2_600 }, (_, n) => ({
    tweet: {
      id_str: `9${n}`,
      full_text: `Kill drill number ${n}`,
      created_at: 'Wed Oct 10 20:19:24 +0000 2018',
    },
  }))
  const half = (from: number, until: number): string =>
    `window.YTD.tweets.part0 = ${JSON.stringify(tweets.slice(from, until))}`
  const bytes = await zipOf({ 'data/tweets.js': half(0, 1_300), 'data/tweets-part1.js': half(1_300, 2_600) })
  const blobs = openBlobs(town.blobsFolder)
  const clock = town.now
  const stored = await blobs.putStream(Readable.from([bytes]), 1e9)
  let started = ''
  await town.does('lopez', 'records.import', async (tx, record) => {
    const kept = { ...stored, fileName: 'kill.zip', accountId: null, by: 'lopez', at: clock() }
    started = await addImport(tx, record, agency.agencyId, kept)
  })
  let batches = 0
  const dies = (): void => {
    if (++batches % 2 === 0) throw new Error('killed')
  }
  await assert.rejects(readImport(db, agency, started, { blobs, clock, tell: dies }), /killed/)
  const standing = importSchema.parse((await (await by('lopez')).get(`/api/imports/${started}`)).body)
  assert.equal(standing.state, 'reading')
  assert.ok(standing.added === 1_000, String(standing.added))
  await due(db, agency, town.now(), { blobs, clock })
  assert.equal((await search('words="kill+drill"')).count?.n, 1_000, 'it is still in the hands of the first')
  town.pass({ minutes: 3 })
  await assert.rejects(readImport(db, agency, started, { blobs, clock, tell: dies }), /killed/)
  town.pass({ minutes: 3 })
  const closing = new AbortController()
  const stop = { blobs, clock, signal: closing.signal, tell: () => closing.abort() }
  await readImport(db, agency, started, stop)
  await due(db, agency, town.now(), { blobs, clock })
  const done = await ended(started)
  assert.deepEqual([done.state, done.added, done.known, done.faulty], ['done', 2_600, 0, 0])
  assert.equal((await search('words="kill+drill"')).count?.n, 2_600)
})

test('by COPY, as the owner does it, the same export makes the same records; one that was cut off is brought once more', async () => {
  await addAgency(town.database, 'lakeside')
  const lakeside = {
    agencyId: 'lakeside',
    name: 'Lakeside',
    host: 'lakeside.localhost',
    zone: 'America/New_York',
  }
  const pool = openPool(town.database.cluster.ownerUrl(town.database.name), 'lakeside', { patience: 60_000 })
  const bulk = {
    pool: pool.pool,
    db: town.database.owner('lakeside'),
    signer: await openSigner(app.house.ledgerFolder, lakeside),
    clock: town.now,
    blobs: openBlobs(town.blobsFolder),
  }
  const add = async (bytes: Buffer, fileName: string): Promise<string> => {
    const stored = await bulk.blobs.putStream(Readable.from([bytes]), 1e9)
    const made = { agencyId: 'lakeside', by: 'system', key: newId(), name: 'records.import', at: town.now() }
    return await command(bulk.db, { ...made, input: null }, (tx, record) =>
      addImport(tx, record, 'lakeside', { ...stored, ...made, fileName, accountId: null }),
    )
  }
  const importIt = async (bytes: Buffer, tell = (): void => undefined) =>
    await importAtOnce(bulk, lakeside, await add(bytes, 'facebook.zip'), tell)
  try {
    const done = await importIt(await zipOf(facebook))
    assert.deepEqual(
      [done.state, done.source, done.added, done.known, done.faulty],
      ['done', 'facebook', 4, 0, 2],
    )
    const rowsOf = async (agencyId: string) => {
      const rows = await town.database
        .owner(agencyId)
        .selectFrom('record')
        .selectAll()
        .where('agencyId', '=', agencyId)
        .where('source', '=', 'facebook')
        .orderBy('thing')
        .execute()
      return rows.map(({ agencyId: _agency, recordId: _id, madeBy: _by, ...row }) => row)
    }
    assert.deepEqual(await rowsOf('lakeside'), await rowsOf('riverton'))
    const before = await rowsOf('lakeside')
    const made = await rebuild(bulk.db, lakeside, town.now())
    assert.equal(made.records, 4 + 2, 'what was brought, and the import itself')
    assert.deepEqual(await rowsOf('lakeside'), before)
    const again = await importIt(await zipOf(facebook))
    assert.deepEqual([again.added, again.known], [0, 4])
    const large = await zipOf({ 'data/tweets.js': tweetsOf(30_000) })
    let told = 0
    const dies = (): void => {
      if (++told === 14) throw new Error('killed')
    }
    await assert.rejects(importIt(large, dies), /killed/)
    const { n: half } = await count('lakeside')
    assert.ok(half >= 25_000 && half < 30_000, `${half} stand after the kill`)
    const rest = await importIt(large)
    assert.deepEqual([rest.state, rest.added, rest.known], ['done', 30_000 - half, half])
    assert.equal((await count('lakeside')).n, 30_000)
    assert.deepEqual(await capture(bulk.db, lakeside, town.now(), { most: 1_000_000 }), {
      added: 5,
      isBehind: false,
    })
  } finally {
    await pool.end()
  }
})

test('the indexes that a killed import dropped are there again when the house starts', async () => {
  const owner = town.database.owner(agency.agencyId)
  const indexes = async (): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`
      select indexname as name from pg_indexes where tablename = 'record' order by 1`.execute(owner)
    return rows.map(({ name }) => name)
  }
  const before = await indexes()
  await sql`drop index record_words, record_newest`.execute(owner)
  await migrateHouse({ ownerUrl: town.database.cluster.ownerUrl(town.database.name) })
  assert.deepEqual(await indexes(), before)
})

async function count(agencyId: string): Promise<{ n: number }> {
  return await town.database
    .owner(agencyId)
    .selectFrom('record')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('agencyId', '=', agencyId)
    .where('source', '=', 'x')
    .executeTakeFirstOrThrow()
}
