import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { v7 } from 'uuid'
import { outbound, type Fetch } from '../../platform/outbound.ts'
import { startBluesky } from '../fakes/bluesky.ts'
import type { Fake } from '../fakes/fake.ts'
import { faults, seededFaults } from '../fakes/faults.ts'
import { startMastodon } from '../fakes/mastodon.ts'
import { bluesky } from './bluesky.ts'
import { mastodon } from './mastodon.ts'
import { NetworkFault, type Access, type Network, type Outgoing } from './network.ts'

const clock = (): string => '2026-11-21T15:00:00.000Z'
const failing = faults.filter((fault) => fault !== 'none')

/** The way out that the server uses, with the fake let through. */
const through = ({ host }: Fake): Fetch => outbound({ allow: [host], timeoutMs: 10_000, maxBytes: 1_000_000 })

interface Side {
  fake: Fake
  network: Network
  access: Access
}

async function blueskySide(): Promise<Side> {
  const account = {
    handle: 'riverton-pd.test',
    password: 'a-password',
    name: 'Riverton Police',
    description: '',
  }
  const fake = await startBluesky([account], clock)
  const access = { service: fake.url, handle: account.handle, secrets: { password: account.password } }
  return { fake, network: bluesky(through(fake), clock, 200), access }
}

async function mastodonSide(): Promise<Side> {
  const member = {
    handle: 'riverton_pd',
    accessToken: 'a-token',
    name: 'Riverton Police',
    note: '',
    fields: [],
  }
  const fake = await startMastodon([member], clock)
  const access = { service: fake.url, handle: member.handle, secrets: { accessToken: member.accessToken } }
  return { fake, network: mastodon(through(fake), clock), access }
}

const picture = {
  bytes: Buffer.from('a picture'),
  mediaType: 'image/jpeg',
  alt: 'Map',
  width: 8,
  height: 8,
  captions: null,
}
const post = (n: number): Outgoing => ({
  text: `post ${n}`,
  languages: ['en'],
  // Every third carries a picture, so that faults also come between its parts.
  media: n % 3 === 0 ? [picture] : [],
  replyTo: null,
})

/** Publishes all, eight at a time, each sent again until it is done: how often each fault came, and what was said to be there. */
async function publishAll(
  side: Side,
  publications: number,
  keyOf: (n: number) => string,
): Promise<{ met: Map<string, number>; said: Set<string> }> {
  const met = new Map<string, number>()
  const said = new Set<string>()
  let next = 0
  const publishOne = async (n: number): Promise<void> => {
    for (let tries = 0; tries < 60; tries++)
      try {
        const { remoteId } = await side.network.publish(
          side.access,
          post(n),
          keyOf(n),
          AbortSignal.timeout(400),
        )
        said.add(remoteId)
        return
      } catch (fault) {
        assert.ok(fault instanceof NetworkFault, String(fault))
        assert.notEqual(fault.kind, 'refused', fault.sentence)
        met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1)
      }
    assert.fail(`post ${n} did not get through in 60 tries`)
  }
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (next < publications) await publishOne(next++)
    }),
  )
  return { met, said }
}

async function drill(t: TestContext, make: () => Promise<Side>, seed: number): Promise<void> {
  const publications = 300
  const side = await make()
  t.after(() => side.fake.stop())
  side.fake.fail(seededFaults(seed, 0.4, failing))
  // A millisecond each, as they come in life: of one millisecond Bluesky's keys tell only a million apart.
  const keys = Array.from({ length: publications }, (_, n) => v7({ msecs: Date.parse(clock()) + n }))
  const { met, said } = await publishAll(side, publications, (n) => keys[n] ?? '')
  const there = [...side.fake.wall.posts.values()]
  assert.equal(there.length, publications, 'each is there once')
  assert.deepEqual(new Set(there.map(({ text }) => text)), new Set(Array.from(keys, (_, n) => post(n).text)))
  assert.deepEqual(said, new Set(there.map(({ id }) => id)), 'each is where it was said to be')
  assert.ok((met.get('unknown') ?? 0) > 30 && (met.get('later') ?? 0) > 30, JSON.stringify([...met]))
}

test('Bluesky: 300 publications at 40 % faults, sent again until done, are there exactly once', (t) =>
  drill(t, blueskySide, 71))

test('Mastodon: 300 publications at 40 % faults, sent again until done, are there exactly once', (t) =>
  drill(t, mastodonSide, 72))

for (const [name, make] of [
  ['Bluesky', blueskySide],
  ['Mastodon', mastodonSide],
] as const)
  test(`the control: on ${name} a new key for every try leaves doubles`, async (t) => {
    const side = await make()
    t.after(() => side.fake.stop())
    side.fake.fail(seededFaults(73, 0.4, failing))
    await publishAll(side, 100, () => v7({ msecs: Date.parse(clock()) }))
    assert.ok(side.fake.wall.posts.size > 110, `${side.fake.wall.posts.size}`)
  })
