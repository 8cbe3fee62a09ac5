import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { v7 } from 'uuid'
import { outbound } from '../../platform/outbound.ts'
import { startBluesky } from '../fakes/bluesky.ts'
import type { Call } from '../fakes/fake.ts'
import type { Fault } from '../fakes/faults.ts'
import { bluesky } from './bluesky.ts'
import { NetworkFault, type Access, type Outgoing } from './network.ts'

const clock = (): string => '2026-11-21T15:00:00.000Z'
const account = {
  handle: 'riverton-pd.test',
  password: 'abcd-efgh-ijkl-mnop',
  name: 'Riverton Police',
  description: 'Maintained by the Riverton Police Department. https://riverton.example/police',
}
const fake = await startBluesky([account], clock)
after(() => fake.stop())
const access: Access = { service: fake.url, handle: account.handle, secrets: { password: account.password } }
const network = bluesky(fetch, clock)
const soon = (): AbortSignal => AbortSignal.timeout(10_000)
const short = (): AbortSignal => AbortSignal.timeout(600)
/** Only silence is cut short, so that a slow machine changes nothing. */
const patience = (fault: Fault): AbortSignal => (fault.startsWith('timeout') ? short() : soon())
const words = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  text,
  languages: ['en'],
  media: [],
  replyTo: null,
  ...more,
})
const picture = { bytes: Buffer.from('a picture'), mediaType: 'image/jpeg', alt: 'Map of the closure' }
const shape = { width: 640, height: 480, captions: null }

/** Only calls of this method fail. */
const only =
  (method: string, fault: Parameters<typeof fake.fail>[0]) =>
  (call: Call): ReturnType<typeof fault> =>
    call.path.endsWith(method) ? fault(call) : 'none'

async function kindOf(call: Promise<unknown>): Promise<{ kind: string; after: number | null } | 'done'> {
  try {
    await call
    return 'done'
  } catch (fault) {
    assert.ok(fault instanceof NetworkFault, String(fault))
    assert.doesNotMatch(fault.sentence, /abcd-efgh/, 'no sentence holds a secret')
    return { kind: fault.kind, after: fault.after }
  }
}

beforeEach(() => fake.fail(() => 'none'))

test('a post goes out with its links, tags and people marked, its language and its picture with words for it', async () => {
  const text = `Main St closed – details https://riverton.example/roads @${account.handle} @nobody.test #traffic`
  const out = await network.publish(access, words(text, { media: [{ ...picture, ...shape }] }), v7(), soon())
  const put = fake.calls.findLast(({ path }) => path.endsWith('putRecord'))
  const { record } = JSON.parse(String(put?.body))
  const marked = record.facets.map(
    (facet: { index: { byteStart: number; byteEnd: number }; features: { $type: string }[] }) => [
      facet.features[0]?.$type.split('#')[1],
      Buffer.from(text).subarray(facet.index.byteStart, facet.index.byteEnd).toString(),
    ],
  )
  assert.deepEqual(marked, [
    ['link', 'https://riverton.example/roads'],
    ['mention', `@${account.handle}`],
    ['tag', '#traffic'],
  ])
  assert.deepEqual(record.langs, ['en'])
  assert.deepEqual(record.embed.images[0].aspectRatio, { width: 640, height: 480 })
  const kept = fake.wall.posts.get(out.remoteId)
  assert.deepEqual(kept?.media, [
    { mediaType: 'image/jpeg', alt: 'Map of the closure', bytes: 9, captions: null },
  ])
  assert.match(
    out.url ?? '',
    /^http:\/\/127\.0\.0\.1:\d+\/profile\/did:plc:[a-z2-7]{24}\/post\/[2-7a-z]{13}$/,
  )
})

test('a film goes out with its captions, and with nothing beside it', async () => {
  const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nMain Street is closed.'
  const film = { ...picture, ...shape, mediaType: 'video/mp4', captions }
  const { remoteId } = await network.publish(access, words('film', { media: [film] }), v7(), soon())
  assert.equal(fake.wall.posts.get(remoteId)?.media[0]?.captions, captions)
  const both = network.publish(access, words('both', { media: [film, film] }), v7(), soon())
  assert.deepEqual(await kindOf(both), { kind: 'refused', after: null })
})

test('sent twice under one key it is there once; another post under that key is refused', async () => {
  const key = v7()
  const before = fake.wall.posts.size
  const first = await network.publish(access, words('once'), key, soon())
  const second = await bluesky(fetch, () => '2026-11-21T16:00:00.000Z').publish(
    access,
    words('once'),
    key,
    soon(),
  )
  assert.deepEqual(second, first)
  assert.equal(fake.wall.posts.size, before + 1)
  assert.deepEqual(await network.find(access, words('once'), key, clock(), soon()), first)
  assert.equal(await network.find(access, words('once'), v7(), clock(), soon()), undefined)
  const other = network.publish(access, words('something else'), key, soon())
  assert.deepEqual(await kindOf(other), { kind: 'refused', after: null })
})

test('a thread is read at every depth, without what we wrote ourselves, and a comment is hidden and shown again', async () => {
  const root = await network.publish(access, words('What do you see?'), v7(), soon())
  const evans = fake.write('evans', root.remoteId, 'A lorry in the way')
  const fox = fake.write('fox', evans.id, 'Two lorries')
  const answered = { remoteId: fox.id, rootId: root.remoteId }
  const ours = await network.publish(access, words('Thank you', { replyTo: answered }), v7(), soon())
  let deep = fake.write('evans', ours.remoteId, 'You are welcome')
  for (let level = 0; level < 12; level++) deep = fake.write('fox', deep.id, `deeper ${level}`)
  const found = await network.comments(access, root.remoteId, soon())
  assert.deepEqual(
    found
      .slice(0, 4)
      .map(({ writer, parentId, text, isHidden }) => [writer.handle, parentId, text, isHidden]),
    [
      ['evans.test', root.remoteId, 'A lorry in the way', false],
      ['fox.test', evans.id, 'Two lorries', false],
      ['evans.test', ours.remoteId, 'You are welcome', false],
      ['fox.test', found[2]?.remoteId, 'deeper 0', false],
    ],
  )
  assert.equal(found.length, 15)

  await Promise.all([
    network.hide(access, root.remoteId, evans.id, soon()),
    network.hide(access, root.remoteId, fox.id, soon()),
  ])
  const hidden = async (): Promise<string[]> =>
    (await network.comments(access, root.remoteId, soon()))
      .filter(({ isHidden }) => isHidden)
      .map(({ remoteId }) => remoteId)
  assert.deepEqual(await hidden(), [evans.id, fox.id])
  await network.hide(access, root.remoteId, fox.id, soon())
  await network.restore(access, root.remoteId, evans.id, soon())
  assert.deepEqual(await hidden(), [fox.id])
  // A reply to our correction hangs in the same thread: it is hidden at the thread's head.
  await network.hide(access, ours.remoteId, deep.id, soon())
  assert.deepEqual(await hidden(), [fox.id, deep.id])

  await network.remove(access, root.remoteId, soon())
  await network.remove(access, root.remoteId, soon())
  assert.deepEqual(await kindOf(network.comments(access, root.remoteId, soon())), {
    kind: 'refused',
    after: null,
  })
  assert.deepEqual(await kindOf(network.remove(access, evans.id, soon())), { kind: 'refused', after: null })
})

test('a reply to what is gone is refused', async () => {
  const gone = `at://${fake.didOf(account.handle)}/app.bsky.feed.post/3222222222222`
  const reply = words('Yes', { replyTo: { remoteId: gone, rootId: gone } })
  assert.deepEqual(await kindOf(network.publish(access, reply, v7(), soon())), {
    kind: 'refused',
    after: null,
  })
})

test('what a profile has no room for is read from the pinned post and our own posts below it', async () => {
  const before = account.description
  const lines = Array.from({ length: 9 }, (_, n) => `Notice ${n} ${'of the page '.repeat(8)}`.trim())
  account.description = lines.join('\n')
  const { text } = await network.page(access, soon())
  account.description = before
  assert.equal(text.replaceAll(/\n+/g, '\n'), lines.join('\n'))
  assert.ok(text.includes('\n\n'), 'it was all in one place')
})

test('the page shows its name, words and links', async () => {
  assert.deepEqual(await network.page(access, soon()), {
    name: 'Riverton Police',
    text: account.description,
    links: ['https://riverton.example/police'],
    url: `${fake.url}/profile/riverton-pd.test`,
  })
})

test('each fault is what it is: nothing is called sent that may not be, and nothing unsent that may be', async (t) => {
  const faults = [
    ['500-before', { kind: 'unknown', after: null }],
    ['500-after', { kind: 'unknown', after: null }],
    ['429', { kind: 'later', after: 1000 }],
    ['timeout-before', { kind: 'unknown', after: null }],
    ['timeout-after', { kind: 'unknown', after: null }],
    ['cut-body-after', { kind: 'unknown', after: null }],
    ['bad-json-after', { kind: 'unknown', after: null }],
    ['expired-token', { kind: 'later', after: null }],
    ['slow-drip', 'done'],
  ] as const
  for (const [fault, expected] of faults)
    await t.test(`${fault} when the post is sent`, async () => {
      const key = v7()
      fake.fail(only('putRecord', () => fault))
      const tried = network.publish(access, words(fault), key, patience(fault))
      assert.deepEqual(await kindOf(tried), expected)
      const isThere = /-after$|drip/.test(fault)
      fake.fail(() => 'none')
      const found = await network.find(access, words(fault), key, clock(), soon())
      assert.equal(found !== undefined, isThere)
      await network.publish(access, words(fault), key, soon())
      assert.equal([...fake.wall.posts.values()].filter(({ text }) => text === fault).length, 1)
    })
  for (const fault of ['500-before', 'timeout-before', 'cut-body-after', 'bad-json-after'] as const)
    await t.test(`${fault} before the post is sent, and when reading or removing`, async () => {
      const { remoteId } = await network.publish(access, words('there'), v7(), soon())
      fake.fail(() => fault)
      const media = [{ ...picture, ...shape }]
      assert.deepEqual(
        await Promise.all([
          kindOf(network.publish(access, words('never', { media }), v7(), short())),
          kindOf(network.comments(access, remoteId, short())),
          kindOf(network.remove(access, remoteId, short())),
          kindOf(network.check(access, short())),
        ]),
        Array.from({ length: 4 }, () => ({ kind: 'later', after: null })),
      )
      assert.ok(![...fake.wall.posts.values()].some(({ text }) => text === 'never'))
    })
})

test('a server that is not there took nothing', async () => {
  const gone = await startBluesky([], clock)
  await gone.stop()
  const nowhere: Access = { ...access, service: gone.url }
  assert.deepEqual(await kindOf(network.publish(nowhere, words('lost'), v7(), soon())), {
    kind: 'later',
    after: null,
  })
})

test('a session that ended is renewed on the way; a key that was revoked is signed out', async () => {
  const signIns = fake.signIns()
  await network.page(access, soon())
  await network.page(access, soon())
  assert.equal(fake.signIns(), signIns, 'one session serves many calls')
  fake.signOut(account.handle)
  assert.equal(await kindOf(network.publish(access, words('after the session'), v7(), soon())), 'done')

  let expired = 0
  fake.fail(only('putRecord', () => (expired++ === 0 ? 'expired-token' : 'none')))
  assert.equal(await kindOf(network.publish(access, words('renewed'), v7(), soon())), 'done')
  fake.fail(() => 'none')
  assert.deepEqual(await network.check(access, soon()), { until: null })

  const wrong = { ...access, secrets: { password: 'abcd-efgh-wrong' } }
  assert.deepEqual(await kindOf(network.check(wrong, soon())), { kind: 'signed-out', after: null })
})

test('a refresh token alone signs in and tells its end; rotated, the old one is good no more', async () => {
  const rotated = await network.rotate?.(access, soon())
  assert.equal(rotated?.until, '2027-02-19T15:00:00.000Z')
  const { refreshToken = '' } = rotated?.secrets ?? {}
  const alone: Access = { ...access, secrets: { refreshToken } }
  assert.deepEqual(await network.check(alone, soon()), { until: '2027-02-19T15:00:00.000Z' })
  const again = await network.rotate?.(alone, soon())
  // Another process with the token that was spent.
  assert.deepEqual(await kindOf(bluesky(fetch, clock).check(alone, soon())), {
    kind: 'signed-out',
    after: null,
  })
  assert.ok(again && again.secrets['refreshToken'] !== refreshToken)
  const none = { ...access, secrets: { refreshToken: 'not a token' } }
  assert.deepEqual(await kindOf(network.check(none, soon())), { kind: 'signed-out', after: null })
})

test('an address that is not public is refused, and nothing is sent to it', async () => {
  const calls = fake.calls.length
  const guarded = bluesky(outbound({ allow: [], timeoutMs: 5000, maxBytes: 1000 }), clock)
  const tried = guarded.publish(access, words('inside'), v7(), soon())
  assert.deepEqual(await kindOf(tried), { kind: 'refused', after: null })
  assert.equal(fake.calls.length, calls)
})

test('through the guarded way out each fault is what it is as well', async () => {
  const guarded = bluesky(outbound({ allow: [fake.host], timeoutMs: 5000, maxBytes: 100_000 }), clock)
  for (const fault of ['timeout-after', 'cut-body-after', '500-after'] as const) {
    fake.fail(only('putRecord', () => fault))
    const tried = guarded.publish(access, words(`guarded ${fault}`), v7(), patience(fault))
    assert.deepEqual(await kindOf(tried), { kind: 'unknown', after: null }, fault)
  }
})
