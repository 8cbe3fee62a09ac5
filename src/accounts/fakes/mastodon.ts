import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bearerOf, jsonOf, startFake, type Answer, type Call, type Fake, type FakeMade } from './fake.ts'
import { accountOf, statusOf, type FakeMember } from './mastodon-views.ts'
import type { MastodonKept } from './kept.ts'
import { emptyWall, type Names, type WallMedia, type Writer } from './wall.ts'

export interface FakeMastodon extends Fake {
  /** The token is good no more. */
  revoke: (accessToken: string) => void
  /** Everything that it needs to go on in another process, but pictures that were sent in and not posted. */
  keep: () => MastodonKept
}

const words = z.object({
  status: z.string().default(''),
  media_ids: z.array(z.string()).nullish(),
  in_reply_to_id: z.string().nullish(),
  language: z.string().nullish(),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
})

/** An Idempotency-Key is kept for an hour, as Mastodon keeps it. */
const keptMs = 60 * 60 * 1000
/** Snowflake-like: later posts have greater ids of the same length. */
const firstId = 115_000_000_000_000_000n

const refuses = (status: number, error: string): Answer => ({ status, body: { error } })
const missing = refuses(404, 'Record not found')
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const idOf = (handle: string): string =>
  createHash('sha256').update(handle).digest().readUIntBE(0, 6).toString()

/** A fake Mastodon server, API v1 and v2 as of 4.4: what a department's account needs of it. */
export async function startMastodon(
  members: readonly FakeMember[],
  clock: () => string,
  made: FakeMade & { kept?: MastodonKept | undefined } = {},
): Promise<FakeMastodon> {
  const { kept: earlier } = made
  const names: Names = {
    post: (_by, n) => String(firstId + BigInt(n)),
    visitor: (handle, name) => ({ remoteId: idOf(handle), handle, name }),
  }
  const wall = emptyWall(clock, names, earlier?.wall)
  const revoked = new Set<string>()
  const media = new Map<string, WallMedia & { isReady: boolean }>()
  const keys = new Map<string, { id: string; at: number }>(earlier?.keys)
  const uploads = { before: earlier?.uploads ?? 0 }
  const origin = { url: '' }

  const answer = async (call: Call): Promise<Answer> => {
    const token = bearerOf(call) ?? ''
    const member = revoked.has(token) ? undefined : members.find(({ accessToken }) => accessToken === token)
    if (member === undefined) return refuses(401, 'The access token is invalid')
    const by: Writer = { remoteId: idOf(member.handle), handle: member.handle, name: member.name }
    const [, version, kind, id, part] = call.path.split('/').slice(1)
    const at = `${call.method} ${version}/${kind}`
    if (at === 'POST v2/media') return upload(call)
    if (at === 'GET v1/media') return uploaded(id ?? '')
    if (at === 'GET v1/accounts' && id === 'verify_credentials')
      return { status: 200, body: accountOf(by, origin.url, member) }
    if (at === 'GET v1/accounts' && part === 'statuses') return statusesOf(call, id ?? '')
    if (kind !== 'statuses') return missing
    if (at === 'POST v1/statuses' && id === undefined) return create(call, by)
    const post = wall.posts.get(id ?? '')
    if (post === undefined) return missing
    if (call.method === 'GET') {
      if (part === 'context') return { status: 200, body: contextOf(post.id) }
      if (part === 'source') return { status: 200, body: { id: post.id, text: post.text, spoiler_text: '' } }
      return { status: 200, body: statusOf(post, wall, origin.url) }
    }
    if (post.by.remoteId !== by.remoteId) return refuses(403, 'This action is not allowed')
    if (call.method === 'DELETE') {
      wall.erase(post.id)
      return { status: 200, body: { ...statusOf(post, wall, origin.url), text: post.text } }
    }
    return call.method === 'PUT' ? change(call, post.id) : missing
  }

  async function upload(call: Call): Promise<Answer> {
    const type = call.headers['content-type'] ?? ''
    const form = await new Response(new Uint8Array(call.body), {
      headers: { 'content-type': type },
    }).formData()
    const file = form.get('file')
    if (!(file instanceof File)) return refuses(422, "Validation failed: File can't be blank")
    const described = form.get('description')
    const alt = typeof described === 'string' ? described : ''
    if (alt.length > 1500)
      return refuses(422, 'Validation failed: Description is too long (maximum is 1500 characters)')
    const id = String(uploads.before + media.size + 1)
    // A film is worked on for a while; a picture is ready at once.
    const isReady = file.type.startsWith('image/')
    media.set(id, { id, mediaType: file.type, alt, bytes: file.size, captions: null, isReady })
    return { ...uploaded(id), status: isReady ? 200 : 202 }
  }

  function uploaded(id: string): Answer {
    const found = media.get(id)
    if (found === undefined) return missing
    const { mediaType, alt, isReady } = found
    media.set(id, { ...found, isReady: true })
    const url = isReady ? `${origin.url}/media/${id}` : null
    return { status: isReady ? 200 : 206, body: { id, type: mediaType.split('/')[0], url, description: alt } }
  }

  function create(call: Call, by: Writer): Answer {
    const asked = words.safeParse(jsonOf(call))
    if (!asked.success) return refuses(422, 'Validation failed')
    const key = `${by.remoteId} ${String(call.headers['idempotency-key'] ?? '')}`
    const kept = call.headers['idempotency-key'] === undefined ? undefined : keys.get(key)
    const before = kept && Date.parse(clock()) - kept.at < keptMs ? wall.posts.get(kept.id) : undefined
    if (before !== undefined) return { status: 200, body: statusOf(before, wall, origin.url) }
    const { status: text, media_ids: mediaIds, in_reply_to_id: parentId, language } = asked.data
    const refusal = refusalOf(text, mediaIds ?? [])
    if (refusal !== undefined) return refusal
    if (parentId && !wall.posts.has(parentId)) return missing
    const post = wall.put({
      parentId: parentId ?? null,
      by,
      text,
      languages: language ? [language] : [],
      media: (mediaIds ?? []).flatMap((id) => media.get(id) ?? []),
      key: String(call.headers['idempotency-key'] ?? ''),
    })
    keys.set(key, { id: post.id, at: Date.parse(clock()) })
    return { status: 200, body: statusOf(post, wall, origin.url) }
  }

  function change(call: Call, id: string): Answer {
    const asked = words.safeParse(jsonOf(call))
    if (!asked.success) return refuses(422, 'Validation failed')
    const refusal = refusalOf(asked.data.status, asked.data.media_ids ?? [])
    if (refusal !== undefined) return refusal
    const post = wall.edit(id, asked.data.status)
    return post ? { status: 200, body: statusOf(post, wall, origin.url) } : missing
  }

  function refusalOf(text: string, mediaIds: readonly string[]): Answer | undefined {
    const counted = text.replaceAll(/https?:\/\/\S+/g, 'x'.repeat(23))
    if ([...graphemes.segment(counted)].length > 500)
      return refuses(422, 'Validation failed: Text character limit of 500 exceeded')
    if (text === '' && mediaIds.length === 0) return refuses(422, "Validation failed: Text can't be blank")
    const chosen = mediaIds.map((id) => media.get(id))
    if (chosen.some((found) => found === undefined)) return refuses(422, 'Validation failed: media not found')
    if (chosen.some((found) => !found?.isReady))
      return refuses(422, 'Cannot attach files that have not finished processing')
    return undefined
  }

  function contextOf(id: string): { [key: string]: unknown } {
    return { ancestors: [], descendants: wall.below(id).map((post) => statusOf(post, wall, origin.url)) }
  }

  /** The newest first, a page at a time, the next one named in the header `Link`. */
  function statusesOf(call: Call, id: string): Answer {
    if (call.query.get('pinned') === 'true') return { status: 200, body: [] }
    const below = call.query.get('max_id')
    const limit = Number(call.query.get('limit') ?? 20)
    const all = wall.of(id).filter((post) => below === null || BigInt(post.id) < BigInt(below))
    const page = all.slice(0, limit)
    const next = `${origin.url}/api/v1/accounts/${id}/statuses?limit=${limit}&max_id=${page.at(-1)?.id}`
    return {
      status: 200,
      body: page.map((post) => statusOf(post, wall, origin.url)),
      ...(all.length > limit ? { headers: { link: `<${next}>; rel="next"` } } : {}),
    }
  }

  const fake = await startFake(
    {
      version: 'Mastodon API v1 and v2, as of Mastodon 4.4',
      wall,
      answer,
      says: {
        internal: {
          status: 500,
          body: Buffer.from('<!DOCTYPE html><title>We’re sorry</title>'),
          headers: { 'content-type': 'text/html' },
        },
        limited: (seconds) => ({
          ...refuses(429, 'Too many requests'),
          headers: { 'x-ratelimit-reset': new Date(Date.parse(clock()) + seconds * 1000).toISOString() },
        }),
        expired: () => refuses(401, 'The access token was revoked'),
      },
    },
    made,
  )
  origin.url = fake.url
  return {
    ...fake,
    revoke: (accessToken) => revoked.add(accessToken),
    keep: () => ({
      wall: wall.keep(),
      keys: [...keys],
      uploads: uploads.before + media.size,
    }),
  }
}
