import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { v7 } from 'uuid'
import { outbound } from '../../platform/outbound.ts'
import type { Call } from '../fakes/fake.ts'
import type { Fault } from '../fakes/faults.ts'
import { startMastodon } from '../fakes/mastodon.ts'
import { mastodon, mayRender } from './mastodon.ts'
import { NetworkFault, type Access, type Outgoing } from './network.ts'

const story = { at: '2026-11-21T15:00:00.000Z' }
const clock = (): string => story.at
const member = {
  handle: 'riverton_pd',
  accessToken: 'a-secret-token',
  name: 'Riverton Police',
  note: 'Maintained by the department & <its> PIO.\n\nhttps://riverton.example/police',
  fields: [{ name: 'Contact', value: 'https://riverton.example/contact' }],
}
const fake = await startMastodon([member], clock)
after(() => fake.stop())
const access: Access = {
  service: fake.url,
  handle: member.handle,
  secrets: { accessToken: member.accessToken },
}
const network = mastodon(fetch, clock)
const soon = (): AbortSignal => AbortSignal.timeout(10_000)
const short = (): AbortSignal => AbortSignal.timeout(600)
/** Only silence is cut short, so that a slow machine changes nothing. */
const patience = (fault: Fault): AbortSignal => (fault.startsWith('timeout') ? short() : soon())
const words = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  text,
  languages: ['es'],
  media: [],
  replyTo: null,
  ...more,
})
/** A key that was made when the story's clock shows this. */
const keyAt = (at: string): string => v7({ msecs: Date.parse(at) })
const sends = ({ method, path }: Call): boolean => method === 'POST' && path === '/api/v1/statuses'
const texts = (): string[] => [...fake.wall.posts.values()].map(({ text }) => text)

async function kindOf(call: Promise<unknown>): Promise<{ kind: string; after: number | null } | 'done'> {
  try {
    await call
    return 'done'
  } catch (fault) {
    assert.ok(fault instanceof NetworkFault, String(fault))
    assert.doesNotMatch(fault.sentence, /a-secret/, 'no sentence holds a secret')
    return { kind: fault.kind, after: fault.after }
  }
}

beforeEach(() => {
  fake.fail(() => 'none')
  story.at = '2026-11-21T15:00:00.000Z'
})

test('a post goes out with its language and its pictures, each with words for it', async () => {
  const media = [
    {
      bytes: Buffer.from('a picture'),
      mediaType: 'image/png',
      alt: 'Mapa',
      width: 8,
      height: 8,
      captions: null,
    },
  ]
  const { remoteId, url } = await network.publish(
    access,
    words('Calle cerrada', { media }),
    keyAt(clock()),
    soon(),
  )
  const kept = fake.wall.posts.get(remoteId)
  assert.deepEqual(kept?.languages, ['es'])
  assert.deepEqual(
    kept?.media.map(({ mediaType, alt, bytes }) => [mediaType, alt, bytes]),
    [['image/png', 'Mapa', 9]],
  )
  assert.equal(url, `${fake.url}/@riverton_pd/${remoteId}`)
})

test('a film is waited for until it is ready, and what is spoken in it stands in its description', async () => {
  const captions = 'WEBVTT\n\nNOTE by the town\n\n1\n00:00.000 --> 00:02.000\n<v Ito>Main Street is closed.\n'
  const film = {
    bytes: Buffer.from('film'),
    mediaType: 'video/mp4',
    alt: 'A street',
    width: 8,
    height: 8,
    captions,
  }
  const { remoteId } = await network.publish(access, words('film', { media: [film] }), keyAt(clock()), soon())
  assert.equal(
    fake.wall.posts.get(remoteId)?.media[0]?.alt.replaceAll('\r', ''),
    'A street\n\nMain Street is closed.',
  )
  // A film that is never ready ends with the signal, and nothing was sent.
  fake.fail(({ path }) => (path.startsWith('/api/v1/media/') ? 'timeout-before' : 'none'))
  const never = network.publish(access, words('never', { media: [film] }), keyAt(clock()), short())
  assert.deepEqual(await kindOf(never), { kind: 'later', after: null })
  assert.ok(!texts().includes('never'))
  const both = network.publish(access, words('both', { media: [film, film] }), keyAt(clock()), soon())
  assert.deepEqual(await kindOf(both), { kind: 'refused', after: null })
})

test('sent twice under one key it is there once, also when the server has forgotten the key', async () => {
  const key = keyAt(clock())
  const first = await network.publish(access, words('once'), key, soon())
  assert.deepEqual(await network.publish(access, words('once'), key, soon()), first)
  story.at = '2026-11-21T19:00:00.000Z'
  assert.deepEqual(await network.publish(access, words('once'), key, soon()), first)
  assert.equal(texts().filter((text) => text === 'once').length, 1)
  // The control: what the adapter guards against. A client that only sends the key again has it there twice.
  await fetch(`${fake.url}/api/v1/statuses`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer a-secret-token',
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ status: 'once' }),
  })
  assert.equal(texts().filter((text) => text === 'once').length, 2)
})

test('a publication is found by its words and its place, not among older ones, through several pages', async () => {
  const since = '2026-11-21T15:30:00.000Z'
  await network.publish(access, words('Road open'), keyAt(clock()), soon())
  assert.equal(await network.find(access, words('Road open'), 'any', since, soon()), undefined)
  story.at = '2026-11-21T15:31:00.000Z'
  const out = await network.publish(access, words('Road open'), keyAt(clock()), soon())
  for (let n = 0; n < 90; n++) await network.publish(access, words(`n${n}`), keyAt(clock()), soon())
  assert.deepEqual(await network.find(access, words('Road open'), 'any', since, soon()), out)
  const reply = words('Road open', { replyTo: { remoteId: out.remoteId, rootId: out.remoteId } })
  assert.equal(await network.find(access, reply, 'any', since, soon()), undefined)
})

test('a thread is read at every depth without what we wrote; an edit of ours and of a visitor is seen', async () => {
  const root = await network.publish(access, words('¿Qué ve?'), keyAt(clock()), soon())
  const evans = fake.write(
    'evans@town.example',
    root.remoteId,
    'A lorry <b>in</b> the way & more\n\nhttps://town.example/p?a=1&b=2',
  )
  const answered = { remoteId: evans.id, rootId: root.remoteId }
  const ours = await network.publish(access, words('Gracias', { replyTo: answered }), keyAt(clock()), soon())
  const fox = fake.write('fox', ours.remoteId, 'Two lorries')
  fake.wall.edit(fox.id, 'Three lorries')
  const found = await network.comments(access, root.remoteId, soon())
  assert.deepEqual(
    found.map(({ remoteId, parentId, writer, text, at, isHidden }) => [
      remoteId,
      parentId,
      writer.handle,
      text,
      at,
      isHidden,
    ]),
    [
      [
        evans.id,
        root.remoteId,
        'evans@town.example',
        'A lorry <b>in</b> the way & more\n\nhttps://town.example/p?a=1&b=2',
        clock(),
        false,
      ],
      [fox.id, ours.remoteId, 'fox', 'Three lorries', clock(), false],
    ],
  )
  const edited = await network.edit?.(access, root.remoteId, words('¿Qué ve usted?'), soon())
  assert.deepEqual(edited, root)
  assert.equal(fake.wall.posts.get(root.remoteId)?.text, '¿Qué ve usted?')
  fake.wall.erase(evans.id)
  await network.remove(access, root.remoteId, soon())
  await network.remove(access, root.remoteId, soon())
  assert.deepEqual(await kindOf(network.comments(access, root.remoteId, soon())), {
    kind: 'refused',
    after: null,
  })
  assert.deepEqual(await kindOf(network.remove(access, fox.id, soon())), { kind: 'refused', after: null })
})

test('among many posts only those that may be it are asked for their source', async () => {
  for (let n = 100; n < 150; n++) await network.publish(access, words(`notice ${n}`), v7(), soon())
  const before = fake.calls.length
  const found = await network.find(access, words('notice 105'), v7(), clock(), soon())
  assert.equal(fake.wall.posts.get(found?.remoteId ?? '')?.text, 'notice 105')
  assert.equal(fake.calls.slice(before).filter(({ path }) => path.endsWith('/source')).length, 1)
})

test('HTML that a server may have made of a text is known, whatever it does to links, names and tags', () => {
  const text =
    'Main Street: closed & wet, 1,250 homes.\n\nSee https://riverton.gov/a, @fire@town.example #RivertonCT'
  const html =
    '<p>Main Street: closed &amp; wet, 1,250 homes.</p><p>See <a href="https://riverton.gov/a"><span class="invisible">https://</span>riverton…</a>, <span class="h-card"><a>@<span>fire</span></a></span> <a>#<span>RivertonCT</span></a></p>'
  assert.ok(mayRender(text, html))
  assert.ok(mayRender('1. Stay away.\n2. Call 911.', '<ol><li>Stay away.</li><li>Call 911.</li></ol>'))
  assert.ok(mayRender('\u00e9cole ferm\u00e9e', '<p>e\u0301cole ferme\u0301e</p>'))
  assert.ok(!mayRender(text, html.replace('closed', 'open')))
  assert.ok(!mayRender('post 12', '<p>post 13</p>'))
})

test('nobody hides a reply on Mastodon, and the adapter says so', async () => {
  assert.equal(network.limits.can.hide, false)
  assert.deepEqual(await kindOf(network.hide(access, '1', '2', soon())), { kind: 'refused', after: null })
})

test('the page shows its name, words and links', async () => {
  assert.deepEqual(await network.page(access, soon()), {
    name: 'Riverton Police',
    text: 'Maintained by the department & <its> PIO.\n\nhttps://riverton.example/police\n\nContact: https://riverton.example/contact',
    links: ['https://riverton.example/police', 'https://riverton.example/contact'],
    url: `${fake.url}/@riverton_pd`,
  })
})

test('each fault is what it is: nothing is called sent that may not be, and nothing unsent that may be', async (t) => {
  const unknown = { kind: 'unknown', after: null }
  const faults: readonly (readonly [Fault, Awaited<ReturnType<typeof kindOf>>])[] = [
    ['500-before', unknown],
    ['500-after', unknown],
    ['429', { kind: 'later', after: 1000 }],
    ['timeout-before', unknown],
    ['timeout-after', unknown],
    ['cut-body-after', unknown],
    ['bad-json-after', unknown],
    ['expired-token', { kind: 'signed-out', after: null }],
    ['slow-drip', 'done'],
  ]
  for (const [fault, expected] of faults)
    await t.test(`${fault} when the post is sent`, async () => {
      const key = keyAt(clock())
      fake.fail((call) => (sends(call) ? fault : 'none'))
      assert.deepEqual(await kindOf(network.publish(access, words(fault), key, patience(fault))), expected)
      fake.fail(() => 'none')
      const found = await network.find(access, words(fault), key, clock(), soon())
      assert.equal(found !== undefined, /-after$|drip/.test(fault))
      await network.publish(access, words(fault), key, soon())
      assert.equal(texts().filter((text) => text === fault).length, 1)
    })
  for (const fault of ['500-before', 'timeout-before', 'cut-body-after', 'bad-json-after'] as const)
    await t.test(`${fault} when reading or removing`, async () => {
      const { remoteId } = await network.publish(access, words('there'), keyAt(clock()), soon())
      fake.fail(() => fault)
      const calls = [
        network.comments(access, remoteId, short()),
        network.remove(access, remoteId, short()),
        network.check(access, short()),
        network.find(access, words('x'), 'k', clock(), short()),
      ]
      const kinds = await Promise.all(calls.map((call) => kindOf(call)))
      assert.deepEqual(
        kinds,
        Array.from(calls, () => ({ kind: 'later', after: null })),
      )
    })
})

test('an address that is not public is refused, and nothing is sent to it', async () => {
  const calls = fake.calls.length
  const guarded = mastodon(outbound({ allow: [], timeoutMs: 5000, maxBytes: 1000 }), clock)
  const tried = guarded.publish(access, words('inside'), keyAt(clock()), soon())
  assert.deepEqual(await kindOf(tried), { kind: 'refused', after: null })
  assert.equal(fake.calls.length, calls)
})

test('through the guarded way out each fault is what it is as well', async () => {
  const guarded = mastodon(outbound({ allow: [fake.host], timeoutMs: 5000, maxBytes: 100_000 }), clock)
  for (const fault of ['timeout-after', 'cut-body-after', '500-after'] as const) {
    fake.fail((call) => (sends(call) ? fault : 'none'))
    const tried = guarded.publish(access, words(`guarded ${fault}`), keyAt(clock()), patience(fault))
    assert.deepEqual(await kindOf(tried), { kind: 'unknown', after: null }, fault)
  }
})

test('a server that is not there took nothing; a token that was revoked is signed out', async () => {
  const gone = await startMastodon([], clock)
  await gone.stop()
  const nowhere: Access = { ...access, service: gone.url }
  const lost = network.publish(nowhere, words('lost'), keyAt(clock()), soon())
  assert.deepEqual(await kindOf(lost), { kind: 'later', after: null })
  assert.deepEqual(await network.check(access, soon()), { until: null })
  fake.revoke(member.accessToken)
  assert.deepEqual(await kindOf(network.check(access, soon())), { kind: 'signed-out', after: null })
})
