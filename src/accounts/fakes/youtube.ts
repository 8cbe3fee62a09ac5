import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bearerOf, jsonOf, startFake, type Answer, type Call, type Fake, type FakeMade } from './fake.ts'
import { emptyWall, type WallPost, type Writer } from './wall.ts'

/** A channel of a department on the fake YouTube. */
export interface FakeChannel {
  id: string
  handle: string
  name: string
  description: string
  clientId: string
  clientSecret: string
  refreshToken: string
}

interface Film {
  id: string
  channelId: string
  title: string
  description: string
  mediaType: string
  bytes: number
  captions: string | null
  privacyStatus: string
  at: string
}

const refuses = (status: number, reason: string, message: string): Answer => ({
  status,
  body: { error: { code: status, message, errors: [{ message, domain: 'youtube', reason }] } },
})
const missing = (what: string): Answer => refuses(404, `${what}NotFound`, `The ${what} cannot be found.`)
const named = z.object({
  snippet: z.object({
    title: z
      .string()
      .min(1)
      .max(100)
      .regex(/^[^<>]*$/),
    description: z.string().regex(/^[^<>]*$/),
    categoryId: z.string(),
  }),
  status: z.object({ privacyStatus: z.enum(['private', 'public', 'unlisted']) }),
})
const changed = z.object({
  id: z.string(),
  snippet: named.shape.snippet.optional(),
  status: named.shape.status.optional(),
})
const threaded = z.object({
  snippet: z.object({
    videoId: z.string(),
    topLevelComment: z.object({ snippet: z.object({ textOriginal: z.string().min(1) }) }),
  }),
})
const replied = z.object({ snippet: z.object({ parentId: z.string(), textOriginal: z.string().min(1) }) })

/** Google's tokens are good for an hour. */
const hourMs = 3_600_000

/** A fake YouTube, Data API v3 with Google's tokens: what a department's channel needs of it. */
export async function startYouTube(
  channels: readonly FakeChannel[],
  clock: () => string,
  made: FakeMade = {},
): Promise<Fake> {
  const wall = emptyWall(clock, {
    post: (by, n) => `Ug${digestOf(`${by.handle} ${n}`).slice(0, 24)}`,
    visitor: (handle, name) => ({ remoteId: `UC${digestOf(handle).slice(0, 22)}`, handle, name }),
  })
  const films = new Map<string, Film>()
  const sessions = new Map<string, Film>()
  const tokens = new Map<string, { channel: FakeChannel; endsAt: number }>()
  const origin = { url: '' }

  const answer = (call: Call): Answer => {
    if (call.method === 'POST' && call.path === '/token') return grant(call)
    const found = tokens.get(bearerOf(call) ?? '')
    if (found === undefined || found.endsAt <= Date.parse(clock()))
      return refuses(401, 'authError', 'Request had invalid authentication credentials.')
    const { channel } = found
    if (
      call.query.get('part') === null &&
      !/setModerationStatus$|^\/upload/.test(call.path) &&
      call.method !== 'DELETE'
    )
      return refuses(400, 'missingRequiredParameter', 'No filter selected. Expected: part')
    switch (`${call.method} ${call.path}`) {
      case 'GET /youtube/v3/channels':
        return { status: 200, body: { items: [viewOf(channel)] } }
      case 'POST /upload/youtube/v3/videos':
        return call.query.get('uploadType') === 'resumable' ? begin(call, channel) : missing('upload')
      case 'PUT /upload/youtube/v3/videos':
        return receive(call)
      case 'POST /upload/youtube/v3/captions':
        return captions(call)
      case 'PUT /youtube/v3/videos':
        return change(call, channel)
      case 'DELETE /youtube/v3/videos':
        return remove(call, channel)
      case 'GET /youtube/v3/playlistItems':
        return uploadsOf(call, channel)
      case 'GET /youtube/v3/commentThreads':
        return threads(call)
      case 'POST /youtube/v3/commentThreads':
        return begins(call, channel)
      case 'GET /youtube/v3/comments':
        return repliesTo(call)
      case 'POST /youtube/v3/comments':
        return reply(call, channel)
      case 'PUT /youtube/v3/comments':
        return reword(call, channel)
      case 'POST /youtube/v3/comments/setModerationStatus':
        return moderate(call)
      case 'DELETE /youtube/v3/comments':
        return wall.erase(call.query.get('id') ?? '')
          ? { status: 204, body: Buffer.alloc(0) }
          : missing('comment')
      default:
        return refuses(404, 'notFound', 'Not Found')
    }
  }

  function grant(call: Call): Answer {
    const asked = new URLSearchParams(call.body.toString('utf8'))
    const channel = channels.find(({ refreshToken }) => refreshToken === asked.get('refresh_token'))
    if (asked.get('grant_type') !== 'refresh_token')
      return { status: 400, body: { error: 'unsupported_grant_type' } }
    if (channel === undefined)
      return {
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
      }
    if (asked.get('client_id') !== channel.clientId || asked.get('client_secret') !== channel.clientSecret)
      return { status: 401, body: { error: 'invalid_client', error_description: 'Unauthorized' } }
    const token = `ya29.${digestOf(`${channel.id} ${tokens.size}`)}`
    tokens.set(token, { channel, endsAt: Date.parse(clock()) + hourMs })
    return { status: 200, body: { access_token: token, expires_in: 3_599, token_type: 'Bearer' } }
  }

  function begin(call: Call, channel: FakeChannel): Answer {
    const asked = named.safeParse(jsonOf(call))
    if (!asked.success)
      return refuses(400, 'invalidTitle', 'The request metadata specifies an invalid video title.')
    const id = digestOf(`film ${films.size + sessions.size} ${channel.id}`).slice(0, 11)
    const { snippet, status } = asked.data
    const mediaType = String(call.headers['x-upload-content-type'] ?? '')
    const bytes = Number(call.headers['x-upload-content-length'])
    const { title, description } = snippet
    const { privacyStatus } = status
    sessions.set(id, {
      id,
      channelId: channel.id,
      title,
      description,
      mediaType,
      bytes,
      captions: null,
      privacyStatus,
      at: clock(),
    })
    const location = `${origin.url}/upload/youtube/v3/videos?uploadType=resumable&upload_id=${id}`
    return { status: 200, body: {}, headers: { location } }
  }

  function receive(call: Call): Answer {
    const film = sessions.get(call.query.get('upload_id') ?? '')
    if (film === undefined) return missing('upload')
    if (call.body.length !== film.bytes || !film.mediaType.startsWith('video/'))
      return refuses(400, 'mediaBodyRequired', 'The request does not include the video content.')
    films.set(film.id, film)
    show(film)
    return { status: 200, body: { id: film.id } }
  }

  /** What the public sees of a film. */
  function show(film: Film): void {
    const channel = channels.find(({ id }) => id === film.channelId)
    if (film.privacyStatus !== 'public' || channel === undefined || wall.posts.has(film.id)) return
    const { id, description: text, mediaType, bytes, captions: words } = film
    wall.put({
      id,
      parentId: null,
      by: writerOf(channel),
      text,
      media: [{ mediaType, alt: '', bytes, captions: words }],
    })
  }

  function captions(call: Call): Answer {
    const words = call.body.toString('utf8')
    const film = films.get(/"videoId":"([\w-]{11})"/.exec(words)?.[1] ?? '')
    if (film === undefined) return missing('video')
    if (!words.includes('WEBVTT'))
      return refuses(400, 'contentRequired', 'The caption track contents are missing.')
    film.captions = words.slice(words.indexOf('WEBVTT'), words.lastIndexOf('\r\n--'))
    return { status: 200, body: { id: `captions-${film.id}` } }
  }

  function change(call: Call, channel: FakeChannel): Answer {
    const asked = changed.safeParse(jsonOf(call))
    if (!asked.success) return refuses(400, 'invalidVideoMetadata', 'The request metadata is invalid.')
    const film = films.get(asked.data.id)
    if (film === undefined || film.channelId !== channel.id) return missing('video')
    const { snippet, status } = asked.data
    if (snippet) Object.assign(film, { title: snippet.title, description: snippet.description })
    if (status) film.privacyStatus = status.privacyStatus
    if (snippet) wall.edit(film.id, snippet.description)
    show(film)
    return { status: 200, body: { id: film.id } }
  }

  function remove(call: Call, channel: FakeChannel): Answer {
    const film = films.get(call.query.get('id') ?? '')
    if (film === undefined || film.channelId !== channel.id) return missing('video')
    films.delete(film.id)
    wall.erase(film.id)
    return { status: 204, body: Buffer.alloc(0) }
  }

  function uploadsOf(call: Call, channel: FakeChannel): Answer {
    if (call.query.get('playlistId') !== uploadsName(channel)) return missing('playlist')
    const found = [...films.values()].filter(({ channelId }) => channelId === channel.id).toReversed()
    return pageOf(call, found, 50, ({ id, title, description, privacyStatus, at }) => ({
      snippet: { title, description, publishedAt: at, resourceId: { kind: 'youtube#video', videoId: id } },
      status: { privacyStatus },
    }))
  }

  function threads(call: Call): Answer {
    const film = call.query.get('videoId') ?? ''
    const status = call.query.get('moderationStatus') ?? 'published'
    if (!films.has(film)) return missing('video')
    if (!['published', 'heldForReview', 'likelySpam'].includes(status))
      return refuses(400, 'invalidParameter', 'Invalid value for moderationStatus')
    const isHeld = status === 'heldForReview'
    const top = wall.below(film).filter(({ parentId }) => parentId === film)
    const found = top.filter((one) =>
      isHeld ? [one, ...wall.below(one.id)].some(({ isHidden }) => isHidden) : !one.isHidden,
    )
    return pageOf(call, found.toReversed(), 100, (one) => {
      const replies = wall.below(one.id).filter(({ isHidden }) => isHidden === isHeld)
      return {
        snippet: { topLevelComment: commentOf(one, film), totalReplyCount: replies.length },
        ...(replies.length === 0
          ? {}
          : { replies: { comments: replies.slice(0, 5).map((each) => commentOf(each, film)) } }),
      }
    })
  }

  function begins(call: Call, channel: FakeChannel): Answer {
    const asked = threaded.safeParse(jsonOf(call))
    if (!asked.success) return refuses(400, 'commentTextRequired', 'The comment has no text.')
    const { videoId, topLevelComment } = asked.data.snippet
    if (!films.has(videoId)) return missing('video')
    const post = wall.put({
      parentId: videoId,
      by: writerOf(channel),
      text: topLevelComment.snippet.textOriginal,
    })
    return { status: 200, body: { id: post.id, snippet: { topLevelComment: commentOf(post, videoId) } } }
  }

  function repliesTo(call: Call): Answer {
    const parent = wall.posts.get(call.query.get('parentId') ?? '')
    if (parent === undefined) return missing('comment')
    const found = wall.below(parent.id).filter(({ isHidden }) => !isHidden)
    return pageOf(call, found, 100, (one) => commentOf(one, parent.rootId))
  }

  function reply(call: Call, channel: FakeChannel): Answer {
    const asked = replied.safeParse(jsonOf(call))
    const parent = wall.posts.get(asked.data?.snippet.parentId ?? '')
    if (!asked.success || parent === undefined || parent.parentId === null)
      return refuses(400, 'parentCommentNotFound', 'The specified parent comment could not be found.')
    const text = asked.data.snippet.textOriginal
    const id = `${parent.id}.${digestOf(`${text} ${wall.posts.size}`).slice(0, 22)}`
    const post = wall.put({ id, parentId: parent.id, by: writerOf(channel), text })
    return { status: 200, body: commentOf(post, parent.rootId) }
  }

  function reword(call: Call, channel: FakeChannel): Answer {
    const asked = z
      .object({ id: z.string(), snippet: z.object({ textOriginal: z.string() }) })
      .safeParse(jsonOf(call))
    const post = wall.posts.get(asked.data?.id ?? '')
    if (!asked.success || post === undefined) return missing('comment')
    if (post.by.remoteId !== channel.id) return refuses(403, 'forbidden', 'Insufficient permissions')
    wall.edit(post.id, asked.data.snippet.textOriginal)
    return { status: 200, body: {} }
  }

  function moderate(call: Call): Answer {
    const status = call.query.get('moderationStatus') ?? ''
    if (!['heldForReview', 'published', 'rejected'].includes(status))
      return refuses(400, 'invalidParameter', 'Invalid value for moderationStatus')
    const found = wall.hide(call.query.get('id') ?? '', status !== 'published')
    return found === undefined ? missing('comment') : { status: 204, body: Buffer.alloc(0) }
  }

  const fake = await startFake(
    {
      version: 'YouTube Data API v3',
      wall,
      answer,
      says: {
        internal: refuses(500, 'backendError', 'Internal error encountered.'),
        limited: (seconds) => ({
          ...refuses(403, 'rateLimitExceeded', 'The request was rate limited.'),
          headers: { 'retry-after': String(seconds) },
        }),
        expired: (call) =>
          call.path === '/token'
            ? undefined
            : refuses(401, 'authError', 'Request had invalid authentication credentials.'),
      },
    },
    made,
  )
  origin.url = fake.url
  return fake
}

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').replaceAll('.', '-')
const writerOf = ({ id, handle, name }: FakeChannel): Writer => ({ remoteId: id, handle, name })
const uploadsName = ({ id }: FakeChannel): string => `UU${id.slice(2)}`

function viewOf(channel: FakeChannel): object {
  const { id, name: title, description, handle } = channel
  return {
    id,
    snippet: { title, description, customUrl: handle },
    contentDetails: { relatedPlaylists: { uploads: uploadsName(channel) } },
  }
}

function commentOf({ id, text, by, at, parentId, isHidden }: WallPost, filmId: string): object {
  return {
    id,
    snippet: {
      videoId: filmId,
      textOriginal: text,
      textDisplay: text,
      authorDisplayName: by.name,
      authorChannelId: { value: by.remoteId },
      ...(parentId === filmId || parentId === null ? {} : { parentId }),
      publishedAt: at,
      ...(isHidden ? { moderationStatus: 'heldForReview' } : {}),
    },
  }
}

function pageOf<T>(call: Call, found: readonly T[], most: number, view: (one: T) => object): Answer {
  const from = Number(call.query.get('pageToken') ?? 0)
  const limit = Math.min(most, Number(call.query.get('maxResults') ?? 5))
  const next = from + limit < found.length ? { nextPageToken: String(from + limit) } : {}
  return { status: 200, body: { items: found.slice(from, from + limit).map((one) => view(one)), ...next } }
}
