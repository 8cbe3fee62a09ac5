import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { AtpAgent } from '@atproto/api'
import { bluesky } from '../../src/accounts/networks/bluesky.ts'
import type { Access, Outgoing } from '../../src/accounts/networks/network.ts'
import { now } from '../../src/platform/clock.ts'
import { newId } from '../../src/platform/id.ts'
import { outbound, type Fetch } from '../../src/platform/outbound.ts'
import { at, checks, endOf } from './checks.ts'
import { startNetwork } from './network.ts'

const require = createRequire(new URL('../../package.json', import.meta.url))
const sharp = require('sharp')
const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#224488' } })
  .jpeg()
  .toBuffer()
/** Enough of a film for a server that looks at its first bytes; nobody could watch it. */
const film = Buffer.concat([
  Buffer.from('0000001866747970', 'hex'),
  Buffer.from('isom\0\0\x02\0isomiso2'),
  Buffer.from('000000086d646174', 'hex'),
])
const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nMain Street is closed.\n'

const began = performance.now()
const { network: real, settled, stop } = await startNetwork()
const versionOf = async (name: string): Promise<string> =>
  JSON.parse(await readFile(new URL(`node_modules/@atproto/${name}/package.json`, import.meta.url), 'utf8'))
    .version
console.log(`${now()}  Node ${process.version}, started in ${Math.round(performance.now() - began)} ms`)
for (const name of ['dev-env', 'pds', 'bsky']) console.log(`@atproto/${name} ${await versionOf(name)}`)
console.log(`adapter: ${bluesky(globalThis.fetch, now).version}`)

// The way out is the one that Decorum uses, with this one address let through.
const pds = real.pds.url
const way = outbound({ allow: [new URL(pds).host], timeoutMs: 20_000, maxBytes: 10_000_000 })
const instead: {
  next: ((input: Parameters<Fetch>[0], init: Parameters<Fetch>[1]) => Promise<Response>) | undefined
} = { next: undefined }
const fetch: Fetch = (input, init) => {
  const isPut = (input instanceof Request ? input.url : String(input)).endsWith('putRecord')
  const { next } = instead
  if (next === undefined || !isPut) return way(input, init)
  instead.next = undefined
  return next(input, init)
}

const visitorOf = async (handle: string): Promise<AtpAgent> => {
  const agent = new AtpAgent({ service: pds })
  await agent.createAccount({
    handle: `${handle}.test`,
    email: `${handle}@example.com`,
    password: 'a long password',
  })
  return agent
}
const owner = await visitorOf('riverton-pd')
const evans = await visitorOf('evans')
const fox = await visitorOf('fox')
const { password } = (await owner.com.atproto.server.createAppPassword({ name: 'Decorum' })).data
await owner.upsertProfile(() => ({
  displayName: 'Riverton Police',
  description: 'Maintained by the Riverton Police Department. https://riverton.example/police',
}))

const access: Access = { service: pds, handle: 'riverton-pd.test', secrets: { password } }
const ours = bluesky(fetch, now)
const soon = (): AbortSignal => AbortSignal.timeout(20_000)
const words = (text: string, more: Partial<Outgoing> = {}): Outgoing => ({
  text,
  languages: ['en'],
  media: [],
  replyTo: null,
  ...more,
})
const did = owner.assertDid
const textsInRepo = async (): Promise<string[]> => {
  const { data } = await owner.com.atproto.repo.listRecords({
    repo: did,
    collection: 'app.bsky.feed.post',
    limit: 100,
  })
  return data.records.map(({ value }) => String(value['text']))
}
const timesThere = async (text: string): Promise<number> =>
  (await textsInRepo()).filter((one) => one === text).length
const seenBy = async (agent: AtpAgent, uri: string): Promise<unknown> => {
  await settled()
  return (await agent.getPosts({ uris: [uri] })).data.posts[0]
}
const refTo = async (agent: AtpAgent, uri: string): Promise<{ uri: string; cid: string }> => {
  await settled()
  const [post] = (await agent.getPosts({ uris: [uri] })).data.posts
  return { uri, cid: post?.cid ?? '' }
}

const { check, print } = checks()

await check('signs in with an app password; its key has no end', async () => ({
  is: await ours.check(access, soon()),
  should: { until: null },
}))

const text = 'Main St is closed – details https://riverton.example/roads @evans.test @nobody.test #traffic'
const rootKey = newId()
const root = await ours.publish(access, words(text), rootKey, soon())
await check(
  'text is published with link, person and tag marked, and its language; the AppView shows it',
  async () => {
    const post = await seenBy(evans, root.remoteId)
    const said = at(post, 'record', 'text')
    const facets = at(post, 'record', 'facets')
    const marked = (Array.isArray(facets) ? facets : []).map((facet) => [
      at(facet, 'features', 0, '$type'),
      Buffer.from(String(said))
        .subarray(Number(at(facet, 'index', 'byteStart')), Number(at(facet, 'index', 'byteEnd')))
        .toString(),
    ])
    return {
      is: { text: said, langs: at(post, 'record', 'langs'), marked },
      should: {
        text,
        langs: ['en'],
        marked: [
          ['app.bsky.richtext.facet#link', 'https://riverton.example/roads'],
          ['app.bsky.richtext.facet#mention', '@evans.test'],
          ['app.bsky.richtext.facet#tag', '#traffic'],
        ],
      },
    }
  },
)

await check('the same key again: the same address, there once', async () => ({
  is: [await ours.publish(access, words(text), rootKey, soon()), await timesThere(text)],
  should: [root, 1],
}))
await check('the same key sixteen times at once: there once', async () => {
  const key = newId()
  const all = await Promise.allSettled(
    Array.from({ length: 16 }, () => ours.publish(access, words('sixteen'), key, soon())),
  )
  const done = new Set(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.remoteId] : [])))
  const last = await ours.publish(access, words('sixteen'), key, soon())
  return { is: [[...done], await timesThere('sixteen')], should: [[last.remoteId], 1] }
})
await check('control: another key is another post', async () => {
  await ours.publish(access, words('twice'), newId(), soon())
  await ours.publish(access, words('twice'), newId(), soon())
  return { is: await timesThere('twice'), should: 2 }
})
await check('other words under a key that is taken are refused', async () => ({
  is: [await endOf(ours.publish(access, words('other'), rootKey, soon())), await timesThere('other')],
  should: ['refused', 0],
}))
await check(
  'the answer is lost after the post was taken: unknown, found, sent again, there once',
  async () => {
    const key = newId()
    instead.next = async (input, init) => {
      await (await way(input, init)).arrayBuffer()
      throw new TypeError('fetch failed', { cause: new Error('the line was cut') })
    }
    const first = await endOf(ours.publish(access, words('lost'), key, soon()))
    const found = await ours.find(access, words('lost'), key, now(), soon())
    const again = await ours.publish(access, words('lost'), key, soon())
    return { is: [first, found, await timesThere('lost')], should: ['unknown', again, 1] }
  },
)
await check('what was never sent is not found', async () => ({
  is: await ours.find(access, words('never'), newId(), now(), soon()),
  should: undefined,
}))
await check('301 graphemes are refused, 300 are taken', async () => ({
  is: [
    await endOf(ours.publish(access, words('👮🏽‍♀️'.repeat(300)), newId(), soon())),
    await endOf(ours.publish(access, words('n'.repeat(300)), newId(), soon())),
    await endOf(ours.publish(access, words('n'.repeat(301)), newId(), soon())),
  ],
  // The family of an emoji is one grapheme of many bytes, and the network also counts 3000 bytes.
  should: ['refused', 'done', 'refused'],
}))

await check('a picture with its words and shape, as the AppView shows it', async () => {
  const media = [
    {
      bytes: jpeg,
      mediaType: 'image/jpeg',
      alt: 'Map of the closure',
      width: 640,
      height: 480,
      captions: null,
    },
  ]
  const { remoteId } = await ours.publish(access, words('picture', { media }), newId(), soon())
  const image = at(await seenBy(fox, remoteId), 'embed', 'images', 0)
  return {
    is: [at(image, 'alt'), at(image, 'aspectRatio')],
    should: ['Map of the closure', { width: 640, height: 480 }],
  }
})
await check(
  'a film with its words and captions, as the AppView shows it and the repository has it',
  async () => {
    const media = [
      { bytes: film, mediaType: 'video/mp4', alt: 'Main Street', width: 640, height: 480, captions },
    ]
    const { remoteId } = await ours.publish(access, words('film', { media }), newId(), soon())
    const post = await seenBy(fox, remoteId)
    const caption = at(post, 'record', 'embed', 'captions', 0)
    const blob = await owner.com.atproto.sync.getBlob({ did, cid: String(at(caption, 'file', 'ref')) })
    return {
      is: [
        at(post, 'embed', '$type'),
        at(post, 'embed', 'alt'),
        at(caption, 'lang'),
        at(caption, 'file', 'mimeType'),
        Buffer.from(blob.data).toString(),
      ],
      should: ['app.bsky.embed.video#view', 'Main Street', 'en', 'text/vtt', captions],
    }
  },
)

const rootRef = await refTo(evans, root.remoteId)
const first = await evans.post({ text: 'A lorry in the way', reply: { root: rootRef, parent: rootRef } })
const second = await fox.post({ text: 'Two lorries', reply: { root: rootRef, parent: first } })
await settled()
const answered = { remoteId: second.uri, rootId: root.remoteId }
const ourReply = await ours.publish(access, words('Thank you', { replyTo: answered }), newId(), soon())
await check('our reply to a visitor names what it answers and the thread, by address and hash', async () => {
  const post = await seenBy(fox, ourReply.remoteId)
  const parent = { uri: second.uri, cid: second.cid }
  return { is: at(post, 'record', 'reply'), should: { root: rootRef, parent } }
})
let deepest = await refTo(evans, ourReply.remoteId)
for (let level = 1; level <= 20; level++)
  deepest = await (level % 2 ? evans : fox).post({
    text: `level ${level}`,
    reply: { root: rootRef, parent: deepest },
  })
await check(
  'the thread is read at every depth (2 + 20 levels), the oldest first, without our own words',
  async () => {
    await settled()
    const found = await ours.comments(access, root.remoteId, soon())
    return {
      is: found.map(
        ({ writer, text: said, isHidden }) => `${writer.handle}: ${said}${isHidden ? ' (hidden)' : ''}`,
      ),
      should: [
        'evans.test: A lorry in the way',
        'fox.test: Two lorries',
        ...Array.from({ length: 20 }, (_, n) => `${n % 2 ? 'fox' : 'evans'}.test: level ${n + 1}`),
      ],
    }
  },
)

const hiddenNow = async (): Promise<string[]> => {
  await settled()
  const found = await ours.comments(access, root.remoteId, soon())
  return found.filter(({ isHidden }) => isHidden).map(({ text: said }) => said)
}
await check(
  'two replies are hidden at once, one of them to our correction; both are still captured',
  async () => {
    await Promise.all([
      ours.hide(access, root.remoteId, first.uri, soon()),
      ours.hide(access, ourReply.remoteId, deepest.uri, soon()),
    ])
    return { is: await hiddenNow(), should: ['A lorry in the way', 'level 20'] }
  },
)
await check('the gate of hidden replies is what another reader’s AppView gives', async () => {
  const hidden = at(await seenBy(fox, root.remoteId), 'threadgate', 'record', 'hiddenReplies')
  return { is: new Set(Array.isArray(hidden) ? hidden : []), should: new Set([first.uri, deepest.uri]) }
})
await check('one is shown again', async () => {
  await ours.restore(access, root.remoteId, first.uri, soon())
  return { is: await hiddenNow(), should: ['level 20'] }
})
await check('what its writer deletes is no longer read', async () => {
  await evans.deletePost(first.uri)
  await settled()
  const found = await ours.comments(access, root.remoteId, soon())
  return { is: found.some(({ remoteId }) => remoteId === first.uri), should: false }
})

await check('the page: its name, words and links', async () => {
  await settled()
  const { url, ...page } = await ours.page(access, soon())
  return {
    is: { ...page, isUrl: url.endsWith('/profile/riverton-pd.test') },
    should: {
      name: 'Riverton Police',
      text: 'Maintained by the Riverton Police Department. https://riverton.example/police',
      links: ['https://riverton.example/police'],
      isUrl: true,
    },
  }
})

await check(
  'an access token that has expired is renewed on the way, and the post is there once',
  async () => {
    instead.next = (input, init) => {
      if (!(input instanceof Request)) throw new TypeError('the library gives a Request')
      const [head = '', body = ''] = (input.headers.get('authorization') ?? '')
        .replace('Bearer ', '')
        .split('.')
      const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), exp: 1_700_000_000 }
      const signed = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
      const signature = createHmac('sha256', real.pds.jwtSecretKey()).update(signed).digest('base64url')
      input.headers.set('authorization', `Bearer ${signed}.${signature}`)
      return way(input, init)
    }
    const end = await endOf(ours.publish(access, words('renewed'), newId(), soon()))
    return { is: [end, instead.next, await timesThere('renewed')], should: ['done', undefined, 1] }
  },
)
await check('rotated: the new refresh token alone signs in, and tells its end', async () => {
  const rotated = await ours.rotate?.(access, soon())
  const alone: Access = { ...access, secrets: { refreshToken: rotated?.secrets['refreshToken'] ?? '' } }
  const { until } = await bluesky(fetch, now).check(alone, soon())
  const days = until === null ? 0 : Math.round((Date.parse(until) - Date.parse(now())) / 86_400_000)
  return { is: days > 30, should: true }
})
await check('an app password that was revoked is signed out, and nothing is published', async () => {
  await owner.com.atproto.server.revokeAppPassword({ name: 'Decorum' })
  const elsewhere = bluesky(fetch, now)
  return {
    is: [
      await endOf(ours.check(access, soon())),
      await endOf(elsewhere.publish(access, words('revoked'), newId(), soon())),
      await timesThere('revoked'),
    ],
    should: ['signed-out', 'signed-out', 0],
  }
})

const next = (await owner.com.atproto.server.createAppPassword({ name: 'Decorum again' })).data
const access2: Access = { ...access, secrets: { password: next.password } }
await check('what others wrote cannot be removed through our account', async () => ({
  is: await endOf(ours.remove(access2, second.uri, soon())),
  should: 'refused',
}))
await check('removed, and removed again; gone from the repository and from the AppView', async () => {
  await ours.remove(access2, root.remoteId, soon())
  await ours.remove(access2, root.remoteId, soon())
  return {
    is: [
      await timesThere(text),
      await seenBy(evans, root.remoteId),
      await endOf(ours.comments(access2, root.remoteId, soon())),
    ],
    should: [0, undefined, 'refused'],
  }
})

await stop()
process.exit(print() ? 0 : 1)
