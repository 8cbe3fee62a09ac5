import { z } from 'zod'
import { pinnedAt, pinnedBy, pinnedThread } from './bluesky-pinned.ts'
import { threadOf, viewOf } from './bluesky-views.ts'
import { cidOf, didFor, gate, gateOf, placeOf, post, putOf, recordOf } from './bluesky-words.ts'
import { bearerOf, jsonOf, startFake, type Answer, type Call, type Fake, type FakeMade } from './fake.ts'
import type { BlueskyKept } from './kept.ts'
import { emptyWall, type Names, type WallMedia, type Writer } from './wall.ts'

/** An account of a department on the fake network. */
export interface FakeAccount {
  handle: string
  password: string
  name: string
  /** What its owner wrote of it; what the profile has no room for stands in a pinned post and below it. */
  description: string
}

export interface FakeBluesky extends Fake {
  didOf: (handle: string) => string
  /** The account's sessions end; an app password that is revoked lets nobody sign in again. */
  signOut: (handle: string, how?: { passwordToo: boolean }) => void
  /** Sign-ins so far; a real server limits them. */
  signIns: () => number
  /** Everything that it needs to go on in another process. */
  keep: () => BlueskyKept
}

/** The nth record key of visitors: letters that sort as their numbers do. */
const recordKey = (n: number): string =>
  Array.from(n.toString(32), (digit) => '234567abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 32)])
    .join('')
    .padStart(13, '2')

const refuses = (status: number, error: string, message: string): Answer => ({
  status,
  body: { error, message },
})
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A fake Bluesky: the server of the accounts and the AppView in one, as of the lexicons in @atproto/api 0.21.0. What it
 * knows: sessions, blobs, records of posts and thread gates, threads, profiles. It indexes at once, as no real one does.
 */
export async function startBluesky(
  accounts: readonly FakeAccount[],
  clock: () => string,
  made: FakeMade & { kept?: BlueskyKept | undefined } = {},
): Promise<FakeBluesky> {
  const { kept } = made
  const names: Names = {
    post: (by, n) => `at://${by.remoteId}/${post}/${recordKey(n)}`,
    visitor: (name, shown) => {
      const handle = name.includes('.') ? name : `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.test`
      return { remoteId: didFor(handle), handle, name: shown }
    },
  }
  const wall = emptyWall(clock, names, kept?.wall)
  const records = new Map<string, { cid: string; value: unknown }>(kept?.records)
  const blobs = new Map<string, { bytes: number; text: string }>(kept?.blobs)
  /** Tokens that are good: whose, and for what. */
  const tokens = new Map<string, { handle: string; scope: 'access' | 'refresh' }>(kept?.tokens)
  const passwords = new Map(accounts.map(({ handle, password }) => [handle, password]))
  const signedIn = { times: kept?.signIns ?? 0 }

  const session = (handle: string): Answer => {
    signedIn.times++
    const until = Math.floor(Date.parse(clock()) / 1000) + 90 * 24 * 3600
    const token = (scope: 'access' | 'refresh'): string => {
      const claims = { scope, sub: didFor(handle), exp: until, jti: `${signedIn.times}` }
      const text = ['{"alg":"none"}', JSON.stringify(claims)].map((part) =>
        Buffer.from(part).toString('base64url'),
      )
      const jwt = `${text.join('.')}.fake`
      tokens.set(jwt, { handle, scope })
      return jwt
    }
    const body = {
      accessJwt: token('access'),
      refreshJwt: token('refresh'),
      handle,
      did: didFor(handle),
      active: true,
    }
    return { status: 200, body }
  }

  const answer = (call: Call): Answer => {
    const method = call.path.replace(/^\/xrpc\//, '')
    if (method === 'com.atproto.server.createSession') {
      const asked = z.object({ identifier: z.string(), password: z.string() }).parse(jsonOf(call))
      return passwords.get(asked.identifier) === asked.password
        ? session(asked.identifier)
        : refuses(401, 'AuthenticationRequired', 'Invalid identifier or password')
    }
    const token = tokens.get(bearerOf(call) ?? '')
    if (token === undefined) return refuses(400, 'ExpiredToken', 'Token has expired')
    if (method === 'com.atproto.server.refreshSession') {
      if (token.scope !== 'refresh') return refuses(400, 'InvalidToken', 'Wrong kind of token')
      tokens.delete(bearerOf(call) ?? '')
      return session(token.handle)
    }
    if (method === 'com.atproto.server.deleteSession') {
      tokens.delete(bearerOf(call) ?? '')
      return { status: 200, body: {} }
    }
    if (token.scope !== 'access') return refuses(400, 'InvalidToken', 'Wrong kind of token')
    const account = accounts.find(({ handle }) => handle === token.handle)
    if (account === undefined) return refuses(400, 'AccountTakedown', 'Account has been taken down')
    const by: Writer = { remoteId: didFor(account.handle), handle: account.handle, name: account.name }
    switch (method) {
      case 'com.atproto.server.getSession':
        return { status: 200, body: { handle: by.handle, did: by.remoteId, active: true } }
      case 'com.atproto.repo.uploadBlob':
        return upload(call)
      case 'com.atproto.repo.putRecord':
        return put(call, by)
      case 'com.atproto.repo.getRecord':
        return get(call)
      case 'com.atproto.repo.deleteRecord':
        return remove(call, by)
      case 'com.atproto.identity.resolveHandle':
        return resolve(call.query.get('handle') ?? '')
      case 'app.bsky.feed.getPostThread':
        return thread(call, by, account)
      case 'app.bsky.feed.getPosts':
        return { status: 200, body: { posts: call.query.getAll('uris').flatMap((uri) => view(uri) ?? []) } }
      case 'app.bsky.actor.getProfile':
        return profile(by, account)
      default:
        return refuses(501, 'MethodNotImplemented', 'Method Not Implemented')
    }
  }

  function upload(call: Call): Answer {
    const cid = cidOf(0x55, call.body)
    const mimeType = call.headers['content-type'] ?? 'application/octet-stream'
    blobs.set(cid, {
      bytes: call.body.length,
      text: mimeType === 'text/vtt' ? call.body.toString('utf8') : '',
    })
    return {
      status: 200,
      body: { blob: { $type: 'blob', ref: { $link: cid }, mimeType, size: call.body.length } },
    }
  }

  function put(call: Call, by: Writer): Answer {
    const asked = putOf.safeParse(jsonOf(call))
    if (!asked.success) return refuses(400, 'InvalidRequest', 'Input is not as the lexicon says')
    const { collection, rkey, record, swapRecord } = asked.data
    if (asked.data.repo !== by.remoteId)
      return refuses(401, 'AuthenticationRequired', 'Authentication Required')
    if (!/^[2-7a-j][2-7a-z]{12}$/.test(rkey))
      return refuses(400, 'InvalidRequest', 'The record key is no TID')
    const uri = `at://${by.remoteId}/${collection}/${rkey}`
    const cid = cidOf(0x71, JSON.stringify(record))
    const current = records.get(uri)
    if (current?.cid === cid) return { status: 200, body: { uri, cid, validationStatus: 'valid' } }
    if (swapRecord !== undefined && (current?.cid ?? null) !== swapRecord)
      return refuses(400, 'InvalidSwap', `Record was at ${current?.cid ?? 'null'}`)
    const refusal = collection === post ? keepPost(uri, record, by) : keepGate(record)
    if (refusal !== undefined) return refusal
    records.set(uri, { cid, value: record })
    return { status: 200, body: { uri, cid, validationStatus: 'valid' } }
  }

  function keepPost(uri: string, record: unknown, by: Writer): Answer | undefined {
    const parsed = recordOf.safeParse(record)
    if (!parsed.success) return refuses(400, 'InvalidRequest', `Invalid ${post} record`)
    const { text, langs, reply, embed } = parsed.data
    if ([...graphemes.segment(text)].length > 300)
      return refuses(400, 'InvalidRequest', 'Record/text must not be longer than 300 graphemes')
    const sent =
      embed === undefined
        ? []
        : embed.$type === 'app.bsky.embed.images'
          ? embed.images.map(({ image, alt }) => ({ blob: image, alt, captions: null }))
          : [
              {
                blob: embed.video,
                alt: embed.alt ?? '',
                captions: embed.captions?.[0]?.file.ref.$link ?? null,
              },
            ]
    if (sent.some((part) => !blobs.has(part.blob.ref.$link)))
      return refuses(400, 'BlobNotFound', 'Could not find blob')
    const media = sent.map((part): WallMedia => ({
      mediaType: part.blob.mimeType,
      alt: part.alt,
      bytes: part.blob.size,
      captions: part.captions === null ? null : (blobs.get(part.captions)?.text ?? null),
    }))
    wall.put({ id: uri, parentId: reply?.parent.uri ?? null, by, text, languages: langs, media, key: uri })
    return undefined
  }

  function keepGate(record: unknown): Answer | undefined {
    const parsed = gateOf.safeParse(record)
    if (!parsed.success) return refuses(400, 'InvalidRequest', `Invalid ${gate} record`)
    const hidden = new Set(parsed.data.hiddenReplies)
    for (const { id } of wall.below(parsed.data.post)) wall.hide(id, hidden.has(id))
    return undefined
  }

  function get(call: Call): Answer {
    const { repo, collection, rkey } = placeOf.parse(Object.fromEntries(call.query))
    const uri = `at://${repo}/${collection}/${rkey}`
    const found = records.get(uri)
    return found
      ? { status: 200, body: { uri, ...found } }
      : refuses(400, 'RecordNotFound', `Could not locate record: ${uri}`)
  }

  function remove(call: Call, by: Writer): Answer {
    const { repo, collection, rkey } = placeOf.parse(jsonOf(call))
    if (repo !== by.remoteId) return refuses(401, 'AuthenticationRequired', 'Authentication Required')
    const uri = `at://${repo}/${collection}/${rkey}`
    records.delete(uri)
    wall.erase(uri)
    return { status: 200, body: {} }
  }

  function resolve(handle: string): Answer {
    const known = [...accounts, ...[...wall.posts.values()].map(({ by }) => by)].some(
      (one) => one.handle === handle,
    )
    return known
      ? { status: 200, body: { did: didFor(handle) } }
      : refuses(400, 'InvalidRequest', 'Unable to resolve handle')
  }

  function view(uri: string): { [key: string]: unknown } | undefined {
    const found = wall.posts.get(uri)
    return found && viewOf(found, wall, records)
  }

  function profile(by: Writer, account: FakeAccount): Answer {
    const { description, pinned } = pinnedBy(account.description)
    const { remoteId: did, handle, name: displayName } = by
    const pinnedPost = pinned.length === 0 ? {} : { pinnedPost: pinnedAt(by, pinned) }
    return { status: 200, body: { did, handle, displayName, description, ...pinnedPost } }
  }

  function thread(call: Call, by: Writer, account: FakeAccount): Answer {
    const uri = call.query.get('uri') ?? ''
    const depth = Number(call.query.get('depth') ?? 6)
    const { pinned } = pinnedBy(account.description)
    if (pinned.length > 0 && uri === pinnedAt(by, pinned).uri)
      return { status: 200, body: { thread: pinnedThread(by, pinned, clock()) } }
    if (!wall.posts.has(uri)) return refuses(400, 'NotFound', `Post not found: ${uri}`)
    return { status: 200, body: { thread: threadOf(uri, depth, wall, records) } }
  }

  const fake = await startFake(
    {
      version: 'AT Protocol, app.bsky lexicons of @atproto/api 0.21.0',
      wall,
      answer,
      says: {
        internal: refuses(500, 'InternalServerError', 'Internal Server Error'),
        limited: (seconds) => ({
          ...refuses(429, 'RateLimitExceeded', 'Rate Limit Exceeded'),
          headers: {
            'retry-after': String(seconds),
            'ratelimit-reset': String(Math.floor(Date.parse(clock()) / 1000) + seconds),
          },
        }),
        // Only what an access token opens can find it ended: the account signs in and renews by other keys.
        expired: (call) =>
          /(?:create|refresh|delete)Session$/.test(call.path)
            ? undefined
            : refuses(400, 'ExpiredToken', 'Token has expired'),
      },
    },
    made,
  )
  return {
    ...fake,
    didOf: didFor,
    signIns: () => signedIn.times,
    keep: () => ({
      wall: wall.keep(),
      records: [...records],
      blobs: [...blobs],
      tokens: [...tokens],
      signIns: signedIn.times,
    }),
    signOut: (handle, how) => {
      for (const [token, { handle: whose }] of tokens) if (whose === handle) tokens.delete(token)
      if (how?.passwordToo === true) passwords.delete(handle)
    },
  }
}
