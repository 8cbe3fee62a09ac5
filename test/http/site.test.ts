import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import sharp from 'sharp'
import { postContentSchema } from '../../src/posts/content.ts'
import { noticingIn } from '../noticing.ts'
import { buildOfficialTown } from '../official-town.ts'
import { postingIn } from '../posting.ts'
import { crimeReports, townMap } from '../public-data.ts'
import { stands } from '../site-town.ts'
import { buildTown } from '../town.ts'

const town = await buildOfficialTown()
const lakeside = await buildTown({ agencyId: 'lakeside', beside: town })
const { add, moves, published, said, write } = postingIn(town)
const { closure, ...noticing } = noticingIn(town, town.people, town.accounts.site.accountId)
const host = town.agency.host

const pages = ['/public', '/public/posts', '/public/notices', '/public/crime']

async function open(
  url: string,
  headers: { [name: string]: string } = {},
): Promise<{ status: number; text: string; bytes: Buffer; headers: Record<string, unknown> }> {
  const answer = await town.app.inject({ method: 'GET', url, headers: { host, ...headers } })
  const { statusCode, body, rawPayload } = answer
  return { status: statusCode, text: body, bytes: rawPayload, headers: answer.headers }
}

async function titles(url: string): Promise<(string | undefined)[]> {
  const { text } = await open(url)
  if (url.includes('.atom')) return parseAtomFeed(text).entries?.map(({ title }) => title?.value) ?? []
  if (url.includes('.rss')) return parseRssFeed(text).items?.map(({ title }) => title) ?? []
  return parseJsonFeed(text).items?.map(({ title }) => title) ?? []
}

test('before anything was said every page stands, in both languages, and runs nothing', async () => {
  for (const path of pages)
    for (const lang of ['', '?lang=es', '?lang=xx']) {
      const { status, text, headers } = await open(`${path}${lang}`)
      assert.equal(status, 200, path)
      assert.doesNotMatch(text, /<script|\son\w+=|javascript:/i)
      assert.match(String(headers['content-security-policy']), /default-src 'none'/)
      assert.doesNotMatch(String(headers['content-security-policy']), /script-src|unsafe/)
      assert.equal(headers['set-cookie'], undefined, 'nobody is followed')
      assert.match(text, lang === '?lang=es' ? /<html lang="es"/ : /<html lang="en"/)
    }
  assert.match((await open('/public')).text, /No notice is in force.*Nothing has been posted yet/s)
  assert.match((await open('/public/crime?lang=es')).text, /Todavía no se han publicado cifras/)
  for (const format of ['atom', 'rss', 'json'])
    for (const what of ['posts', 'notices'])
      assert.deepEqual(await titles(`/public/feeds/${what}.${format}`), [])
})

test('what is not there is said on a page of its own, and what was never sent out is not there', async () => {
  const postId = await write('grant', said({ texts: { en: 'Nobody said yes to this.' } }))
  const { noticeId } = await noticing.write(closure())
  for (const url of [
    `/public/posts/${postId}`,
    `/public/notices/${noticeId}`,
    '/public/posts/1',
    '/public/notices/%27%22%3Cscript%3E',
  ]) {
    const { status, text } = await open(`${url}?lang=es`)
    assert.equal(status, 404, url)
    assert.match(text, /No existe esa página/)
    assert.doesNotMatch(text, /Nobody said yes|<script/)
  }
  for (const url of ['map.svg', 'cap.xml'].map((end) => `/public/notices/${noticeId}/${end}`))
    assert.equal((await open(url)).status, 404)
  assert.equal((await open('/public/posts?before=x')).status, 400)
  for (const url of ['/public/crime.csv', '/public/crime/plot.svg', '/public/crime/map.svg'])
    assert.equal((await open(url)).status, 404, url)
})

test('a post stands on the site and in the feeds with its picture, its correction, and after its removal without words', async () => {
  const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#3b6' } })
    .jpeg()
    .toBuffer()
  const { media } = await add('grant', picture)
  const sha256 = media?.sha256 ?? assert.fail('no picture')
  const fair = published(
    said({
      texts: {
        en: 'The fair\nIt begins at ten: https://example.org/fair.',
        es: 'La feria\nEmpieza a las diez.',
      },
      media: [{ sha256, alt: 'A meadow in the sun' }],
    }),
  )
  const postId = await fair
  const { text } = await open(`/public/posts/${postId}`)
  assert.match(text, /<h1>The fair<\/h1>/)
  assert.match(text, /<a href="https:\/\/example\.org\/fair" rel="nofollow">/)
  assert.match(
    text,
    new RegExp(`<img[^>]*src="/public/media/${sha256}\\?w=640"[^>]*alt="A meadow in the sun"`),
  )
  assert.match((await open(`/public/posts/${postId}?lang=es`)).text, /Empieza a las diez/)
  const small = await open(`/public/media/${sha256}?w=640`)
  assert.deepEqual([small.status, small.headers['content-type']], [200, 'image/webp'])
  assert.deepEqual((await sharp(small.bytes).metadata()).width, 640)
  const part = await open(`/public/media/${sha256}`, { range: 'bytes=0-9' })
  assert.deepEqual([part.status, part.bytes.length], [206, 10])
  const correction = await published(
    said({ corrects: { postId }, texts: { en: 'Correction: it begins at eleven.' } }),
  )
  assert.match(
    (await open(`/public/posts/${postId}`)).text,
    new RegExp(`corrected.*/public/posts/${correction}`, 's'),
  )
  assert.match((await open(`/public/posts/${correction}`)).text, new RegExp(`/public/posts/${postId}`))
  const { text: inSpanish } = await open(`/public/posts/${correction}?lang=es`)
  assert.match(inSpanish, /<h1 lang="en">Correction: it begins at eleven\.<\/h1>.*Esto solo está en inglés/s)
  for (const format of ['atom', 'rss', 'json'])
    assert.deepEqual(await titles(`/public/feeds/posts.${format}`), [
      'Correction: it begins at eleven.',
      'The fair',
    ])
  assert.deepEqual(await titles('/public/feeds/posts.atom?lang=es'), [
    'Correction: it begins at eleven.',
    'La feria',
  ])
  await moves('grant', postId, 'remove', { remarks: 'The fair is called off.' })
  await town.app.deliverSoon(town.agency)
  const gone = await open(`/public/posts/${postId}`)
  assert.equal(gone.status, 410)
  assert.match(gone.text, /The fair is called off\./)
  assert.doesNotMatch(gone.text, /begins at ten/)
  assert.equal((await open(`/public/media/${sha256}`)).status, 404, 'its picture is nobody’s now')
  assert.deepEqual(await titles('/public/feeds/posts.json'), ['Correction: it begins at eleven.'])
})

test('posts are paged, the newest first, each once', async () => {
  const texts = Array.from({ length: 22 }, (_, n) => `Number ${n} of many.`)
  await town.does('grant', 'posts.publish', async (tx, record) => {
    for (const en of texts) await stands(town, tx, postContentSchema.parse(said({ texts: { en } })))
    await record({ subject: 'many', body: {} })
  })
  await town.app.deliverSoon(town.agency)
  const seen: string[] = []
  let next: string | undefined = '/public/posts'
  let count = 0
  while (next !== undefined) {
    const { text }: { text: string } = await open(next)
    seen.push(...[...text.matchAll(/Number \d+ of many\./g)].map(([words]) => words))
    next = /<a href="(\/public\/posts\?before=\d+)" rel="next">/.exec(text)?.[1]
    count++
  }
  assert.equal(count, 2)
  assert.deepEqual(seen.toSorted(), texts.toSorted())
  const feed = await titles('/public/feeds/posts.json')
  assert.deepEqual(
    seen,
    feed.filter((title) => title?.startsWith('Number')),
    'in the order of the feed',
  )
})

test('figures of crime are a table, a plot, a map and a file, and small ones are told nowhere', async () => {
  const jones = await town.people.by('jones')
  const loaded = await jones.post('/api/map', { source: 'City of Riverton', map: townMap() })
  assert.equal(loaded.status, 200, JSON.stringify(loaded.body))
  const figures = { csv: crimeReports(), source: 'Records Unit', threshold: 5 }
  assert.equal((await jones.post('/api/crime-data', figures)).status, 200)
  const { text } = await open('/public/crime')
  assert.match(text, /Crimes as they were reported\. A report is not a finding\./)
  assert.match(text, /<th scope="row">Jan 2025<\/th> <td>17<\/td><td>1 to 4<\/td><td>21<\/td>/)
  assert.match(text, /Records Unit/)
  const csv = await open('/public/crime.csv')
  const lines = csv.text.split('\n')
  assert.ok(lines.includes('Robbery,1 to 4,not shown,6,15'), csv.text)
  for (const line of lines) assert.doesNotMatch(line, /,"?3"?(,|$)/, 'three robberies are told')
  assert.doesNotMatch(text, /<td>3<\/td>/)
  for (const url of ['/public/crime/plot.svg', '/public/crime/map.svg?lang=es']) {
    const { status, headers, text: svg } = await open(url)
    assert.deepEqual([status, headers['content-type']], [200, 'image/svg+xml; charset=utf-8'])
    assert.match(svg, /^<svg/)
    assert.match(String(headers['content-security-policy']), /sandbox/)
  }
  assert.match((await open('/public/crime?lang=es')).text, /Las cifras de 1 a 4 no se dicen/)
})

test('a notice has its map and its words for those who do not see it, and leaves nothing to guess', async () => {
  const { noticeId } = await noticing.write(closure())
  await noticing.moves('grant', noticeId, 'sign')
  const { text } = await open(`/public/notices/${noticeId}`)
  assert.match(text, /alt="[^"]{20,}"/)
  assert.match(text, /City of Riverton/)
  const svg = await open(`/public/notices/${noticeId}/map.svg`)
  assert.equal(svg.status, 200)
  assert.match(svg.text, /Main Street/)
  const cap = await open(`/public/notices/${noticeId}/cap.xml`)
  assert.match(String(cap.headers['content-type']), /^application\/cap\+xml/)
  const again = await open(`/public/notices/${noticeId}/cap.xml`, {
    'if-none-match': String(cap.headers['etag']),
  })
  assert.equal(again.status, 304)
})

test('the picture of a notice is the one that is out now', async () => {
  const pictures: string[] = []
  for (const background of ['#b33', '#33b']) {
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer()
    pictures.push((await add('grant', bytes)).media?.sha256 ?? assert.fail('no picture'))
  }
  const [first = '', second = ''] = pictures
  const alt = { en: 'A road', es: 'Una calle' }
  const { noticeId } = await noticing.write(closure({ picture: { sha256: first, alt } }))
  await noticing.moves('grant', noticeId, 'sign')
  const shown = async (): Promise<number[]> =>
    Promise.all(pictures.map(async (one) => (await open(`/public/media/${one}?w=640`)).status))
  assert.deepEqual(await shown(), [200, 404])
  const { version, content } = await noticing.view(noticeId)
  const changed = { version, content: { ...content, picture: { sha256: second, alt } } }
  const grant = await town.people.by('grant')
  assert.equal((await grant.put(`/api/notices/${noticeId}`, changed)).status, 200)
  assert.deepEqual(await shown(), [200, 404], 'nobody has signed for it yet')
  await noticing.moves('grant', noticeId, 'sign')
  assert.deepEqual(await shown(), [404, 200])
})

test('what is sent over the line is small, and what the reader has is not sent again', async () => {
  for (const path of [...pages, '/public/site.css']) {
    const { bytes, headers } = await open(path, { 'accept-encoding': 'gzip' })
    if (bytes.length < 2_048) continue
    assert.equal(headers['content-encoding'], 'gzip', path)
    assert.ok(bytes.length < 15_000, `${path} is ${bytes.length} bytes`)
  }
  const css = await open('/public/site.css')
  const again = await open('/public/site.css', { 'if-none-match': String(css.headers['etag']) })
  assert.equal(again.status, 304)
})

test('another department of the installation shows nothing of it', async () => {
  const at = { host: lakeside.agency.host }
  for (const url of [...pages, '/public/feeds/posts.atom', '/public/feeds/notices.json']) {
    const { status, text } = await open(url, at)
    assert.equal(status, 200)
    assert.doesNotMatch(text, /riverton|Main Street|Number \d/i, url)
  }
  const [post = ''] = /\/public\/posts\/[\w-]{36}/.exec((await open('/public')).text) ?? []
  assert.match(post, /posts/)
  assert.equal((await open(post)).status, 200)
  assert.equal((await open(post, at)).status, 404)
})
