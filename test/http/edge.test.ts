import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json as jsonOf } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { z } from 'zod'
import { sessionSchema } from '../../src/members/session-schema.ts'
import { rulingSchema } from '../../src/permissions/schema.ts'
import { newId } from '../../src/platform/id.ts'
import { adoptIn } from '../adopted-town.ts'
import { askingIn } from '../asking.ts'
import { buildTown } from '../town.ts'

const webFolder = mkdtempSync(join(tmpdir(), 'decorum-web-'))
after(() => rmSync(webFolder, { recursive: true, force: true }))
writeFileSync(join(webFolder, 'index.html'), '<title>The app</title>')
const town = await buildTown({ webFolder })
await adoptIn(town, 'hartford-3-01a')
const { by, ask, asked } = askingIn(town)
const lakeside = await buildTown({ beside: town, agencyId: 'lakeside' })
const refused = z.object({
  error: z.object({ code: z.string(), sentence: z.string(), at: z.string().optional() }),
})

test('words that turn the direction of the writing are asked for by nobody, and judged for anybody', async () => {
  const alvarez = await by('alvarez')
  const text = 'Chief Diaz is \u202etsenoh\u202c.'
  const { status, body } = await alvarez.post('/api/requests', asked({ text }))
  assert.equal(status, 400)
  assert.match(refused.parse(body).error.sentence, /U\+202E \(right-to-left override\).*take it out/)
  const judged = await alvarez.post('/api/rulings', { text })
  assert.equal(judged.status, 200, JSON.stringify(judged.body))
  assert.match(rulingSchema.parse(judged.body).note ?? '', /U\+202E/)
  assert.equal(
    rulingSchema.parse((await alvarez.post('/api/rulings', { text: 'Fine.' })).body).note,
    undefined,
  )
})

test('an agency is found by the header Host alone, however it is written', async () => {
  const name = async (headers: { [name: string]: string }): Promise<unknown> => {
    const { statusCode, body } = await town.app.inject({ url: '/api/session', headers })
    return statusCode === 200 ? sessionSchema.parse(JSON.parse(body)).agency.name : statusCode
  }
  const riverton = town.agency.name
  for (const host of [
    'riverton.localhost',
    'RIVERTON.localhost:8080',
    'riverton.LOCALHOST.',
    'riverton.localhost.:80',
  ])
    assert.equal(await name({ host }), riverton, host)
  assert.equal(
    await name({ host: 'riverton.localhost', 'x-forwarded-host': 'lakeside.localhost' }),
    riverton,
    'nobody is moved to another agency by a header that anybody may send',
  )
  assert.equal(await name({ host: 'lakeside.localhost' }), lakeside.agency.name)
  assert.equal(await name({ host: 'nowhere.localhost', 'x-forwarded-host': 'riverton.localhost' }), 404)
})

test('a page that is written in capitals may send, and another site may not', async () => {
  const { cookie } = await by('alvarez')
  const post = async (host: string, origin: string): Promise<number> => {
    const headers = { host, origin, cookie, 'idempotency-key': newId() }
    return (
      await town.app.inject({ method: 'POST', url: '/api/rulings', headers, payload: { text: 'Hello.' } })
    ).statusCode
  }
  assert.equal(await post('RIVERTON.localhost', 'http://riverton.localhost'), 200)
  assert.equal(await post('riverton.localhost', 'http://lakeside.localhost'), 403)
})

test('at a host where no agency is at home, a browser is answered with a page and a program with JSON', async () => {
  const headers = { host: '<b>.localhost', accept: 'text/html,*/*' }
  const page = await town.app.inject({ url: '/requests', headers })
  assert.equal(page.statusCode, 404)
  assert.match(String(page.headers['content-type']), /^text\/html/)
  assert.match(page.body, /There is no page here/)
  assert.match(page.body, /No agency is at home at &#60;b&#62;\.localhost/)
  const json = await town.app.inject({ url: '/api/session', headers })
  assert.equal(refused.parse(JSON.parse(json.body)).error.code, 'notFound')
  const here = await town.app.inject({
    url: '/',
    headers: { host: 'riverton.localhost', accept: 'text/html' },
  })
  assert.match(here.body, /The app/)
  for (const [url, status] of [
    ['/public/no-such-page', 404],
    ['/public/posts?before=yesterday', 400],
    // A file that a page leads to, after the session has ended.
    [`/api/permissions/${newId()}/letter.pdf`, 401],
  ] as const) {
    const answer = await town.app.inject({
      url,
      headers: { host: 'riverton.localhost', accept: 'text/html' },
    })
    assert.equal(answer.statusCode, status, url)
    assert.match(String(answer.headers['content-type']), /^text\/html/, url)
  }
  const spanish = await town.app.inject({
    method: 'POST',
    url: '/public/no-such-form?lang=es',
    headers: { host: 'riverton.localhost', accept: 'text/html' },
  })
  assert.equal(spanish.statusCode, 404)
  assert.match(spanish.body, /<html lang="es">[^]*<h1>Aquí no hay ninguna página<\/h1>/)
  assert.match(spanish.body, /<p lang="en">There is no POST \/public\/no-such-form\.<\/p>/)
})

test('what is malformed is said in words that are read by people', async () => {
  const alvarez = await by('alvarez')
  const sentence = async (body: object): Promise<unknown> => {
    const answer = await alvarez.post('/api/requests', body)
    assert.equal(answer.status, 400)
    const { error } = refused.parse(answer.body)
    return [error.sentence, error.at]
  }
  assert.deepEqual(await sentence(asked({ to: '31/12/2026' })), [
    'the last day: write a day as 2026-11-21',
    'content.to',
  ])
  assert.deepEqual(await sentence(asked({ why: '' })), ['why you ask: is empty', 'content.why'])
  assert.deepEqual(await sentence({ kind: 'permission' }), ['content: is missing', 'content'])
  for (const [url, told] of [
    ['/api/requests/the-one', 'there is no such request'],
    ['/api/permissions/the-one', 'there is no such permission'],
  ] as const) {
    const { status, body } = await alvarez.get(url)
    assert.deepEqual([status, refused.parse(body).error.sentence], [404, told])
  }
  const { requestId } = await ask('alvarez')
  const bad = await alvarez.post(`/api/requests/${requestId}/move`, { move: 'submit', version: 1, extra: 1 })
  assert.equal(refused.parse(bad.body).error.sentence, 'nobody knows what this is for: extra')
})

test('a form with a file that is none, or is not whole, is refused with a sentence', async () => {
  const alvarez = await by('alvarez')
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
    const { status, body } = await alvarez.send('POST', '/api/media', Buffer.from('K^%db'), {
      'content-type': type,
    })
    assert.equal(status, 400, type)
    assert.match(refused.parse(body).error.sentence, /without its end or its parts/)
  }
})

test('a day that no calendar has is no time for a post', async () => {
  const content = { texts: { en: 'a' }, accounts: [], byline: { words: 'x' }, at: '4762-48-14T87:69' }
  const { status, body } = await (await by('alvarez')).post('/api/posts/ruling', { content })
  assert.equal(status, 400)
  assert.match(refused.parse(body).error.sentence, /is no time of day/)
})

test('a file that declares to be larger than is taken is refused before any of it is read', async () => {
  const { cookie } = await by('lopez')
  const { port } = new URL(await town.app.listen({ port: 0, host: '127.0.0.1' }))
  const { host } = town.agency
  const sending = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/imports',
    headers: {
      host,
      origin: `http://${host}`,
      cookie,
      'idempotency-key': newId(),
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(700 * 1024 ** 2),
    },
  })
  // Nothing follows the head: who waits for the body never answers.
  sending.flushHeaders()
  const [answer] = await once(sending, 'response', { signal: AbortSignal.timeout(5_000) })
  assert.equal(answer.statusCode, 413)
  assert.equal(answer.headers.connection, 'close')
  const { error } = refused.parse(await jsonOf(answer))
  assert.deepEqual(
    [error.code, error.sentence],
    ['tooLarge', 'this is larger than is taken here: at most 512 MB'],
  )
  sending.destroy()
})
