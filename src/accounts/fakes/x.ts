import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { jsonOf, startFake, type Answer, type Call, type Fake, type FakeMade } from './fake.ts'
import { emptyWall, type WallMedia, type WallPost, type Writer } from './wall.ts'

/** An account of a department on the fake X. */
export interface FakeXAccount {
  id: string
  handle: string
  name: string
  description: string
  consumerKey: string
  consumerSecret: string
  accessToken: string
  accessTokenSecret: string
}

/** Snowflake-like: later posts have greater ids of the same length. */
const firstId = 1_990_000_000_000_000_000n
const problem = (status: number, title: string, detail: string): Answer => ({
  status,
  body: { title, type: 'about:blank', status, detail },
})
const missing = problem(404, 'Not Found Error', 'Could not find the post.')
const words = z.object({
  text: z.string().optional(),
  media: z.object({ media_ids: z.array(z.string()).min(1).max(4) }).optional(),
  reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
})
const begun = z.object({ media_type: z.string(), media_category: z.string(), total_bytes: z.number() })
const described = z.object({
  id: z.string(),
  metadata: z.object({ alt_text: z.object({ text: z.string().max(1_000) }) }),
})
const captioned = z.object({
  id: z.string(),
  media_category: z.literal('TweetVideo'),
  subtitles: z.object({ id: z.string(), language_code: z.string(), display_name: z.string() }),
})
const hiding = z.object({ hidden: z.boolean() })
const link = /https?:\/\/\S+/g

interface Upload extends WallMedia {
  whole: number
  isReady: boolean
}

/** A fake X, API v2 with OAuth 1.0a, whose signatures it checks: what a department's account needs of it. */
export async function startX(
  accounts: readonly FakeXAccount[],
  clock: () => string,
  made: FakeMade = {},
): Promise<Fake> {
  const wall = emptyWall(clock, {
    post: (_by, n) => String(firstId + BigInt(n)),
    visitor: (handle, name) => ({ remoteId: numberFor(handle), handle, name }),
  })
  const uploads = new Map<string, Upload>()
  const used = new Set<string>()

  const answer = async (call: Call): Promise<Answer> => {
    const account = signer(call, accounts, used)
    if (account === undefined) return problem(401, 'Unauthorized', 'Unauthorized')
    const by: Writer = { remoteId: account.id, handle: account.handle, name: account.name }
    const [, version, kind, id = '', part = ''] = call.path.split('/')
    if (version !== '2') return missing
    const at = `${call.method} ${kind}`
    if (kind === 'media') return media(call)
    if (at === 'GET users' && id === 'me') return { status: 200, body: { data: profileOf(account) } }
    if (at === 'GET users' && part === 'tweets') return timeline(call, id)
    if (at === 'GET tweets' && id === 'search') return search(call, part)
    if (at === 'POST tweets' && id === '') return create(call, by)
    const post = wall.posts.get(id)
    if (kind !== 'tweets' || post === undefined) return missing
    if (call.method === 'GET') return { status: 200, body: { data: viewOf(post) } }
    if (call.method === 'PUT' && part === 'hidden') return hide(call, post, account)
    if (call.method !== 'DELETE') return missing
    if (post.by.remoteId !== account.id)
      return problem(403, 'Forbidden', 'You are not allowed to delete this post.')
    return { status: 200, body: { data: { deleted: wall.erase(id) } } }
  }

  async function media(call: Call): Promise<Answer> {
    const [, , , step = '', id = '', part = ''] = call.path.split('/')
    const at = `${call.method} ${[step, /^\d+$/.test(id) ? ':id' : id, part].filter(Boolean).join('/')}`
    const form = await formOf(call)
    const file = form?.get('media')
    switch (at) {
      case 'POST upload':
        if (!(file instanceof File) || form?.get('media_category') !== 'tweet_image')
          return problem(400, 'Invalid Request', 'One or more parameters to your request was invalid.')
        return uploaded(file.type, file.size, file.size)
      case 'POST upload/initialize': {
        const asked = begun.safeParse(jsonOf(call))
        if (!asked.success) return problem(400, 'Invalid Request', 'media_type, media_category, total_bytes')
        return uploaded(asked.data.media_type, asked.data.total_bytes, 0)
      }
      case 'POST upload/:id/append': {
        const found = uploads.get(id)
        if (found === undefined || !(file instanceof File) || form?.get('segment_index') === null)
          return missing
        uploads.set(id, { ...found, bytes: found.bytes + file.size })
        return { status: 200, body: { data: { expires_at: 1 } } }
      }
      case 'POST upload/:id/finalize': {
        const found = uploads.get(id)
        if (found === undefined || found.bytes !== found.whole)
          return problem(400, 'Invalid Request', 'Segments do not add up to provided total file size.')
        return { status: 200, body: { data: { id, ...working(found) } } }
      }
      case 'GET upload': {
        const asked = call.query.get('media_id') ?? ''
        const found = uploads.get(asked)
        if (found === undefined || call.query.get('command') !== 'STATUS') return missing
        uploads.set(asked, { ...found, isReady: true })
        return { status: 200, body: { data: { id: asked, processing_info: { state: 'succeeded' } } } }
      }
      case 'POST metadata': {
        const asked = described.safeParse(jsonOf(call))
        const found = uploads.get(asked.data?.id ?? '')
        if (!asked.success || found === undefined)
          return problem(400, 'Invalid Request', 'alt_text is invalid')
        uploads.set(asked.data.id, { ...found, alt: asked.data.metadata.alt_text.text })
        return { status: 200, body: { data: { id: asked.data.id } } }
      }
      case 'POST subtitles': {
        const asked = captioned.safeParse(jsonOf(call))
        const found = uploads.get(asked.data?.id ?? '')
        if (!asked.success || found === undefined || !uploads.has(asked.data.subtitles.id))
          return problem(400, 'Invalid Request', 'subtitles are invalid')
        uploads.set(asked.data.id, { ...found, captions: asked.data.subtitles.language_code })
        return { status: 200, body: { data: { id: asked.data.id } } }
      }
      default:
        return missing
    }
  }

  function uploaded(mediaType: string, whole: number, bytes: number): Answer {
    const id = String(firstId + BigInt(500_000 + uploads.size))
    // A film is worked on for a while; a picture is ready at once.
    uploads.set(id, {
      mediaType,
      alt: '',
      bytes,
      whole,
      captions: null,
      isReady: !mediaType.startsWith('video/'),
    })
    return {
      status: 200,
      body: { data: { id, media_key: `3_${id}`, size: whole, expires_after_secs: 86_400 } },
    }
  }

  function create(call: Call, by: Writer): Answer {
    const asked = words.safeParse(jsonOf(call))
    if (!asked.success)
      return problem(400, 'Invalid Request', 'One or more parameters to your request was invalid.')
    const { text = '', media: carried, reply } = asked.data
    const ids = carried?.media_ids ?? []
    if (text === '' && ids.length === 0) return problem(400, 'Invalid Request', 'text is missing')
    if (lengthOf(text) > 280)
      return problem(403, 'Forbidden', 'Your Tweet text is too long. For more information see the manual.')
    if (ids.some((id) => uploads.get(id)?.isReady !== true))
      return problem(400, 'Invalid Request', 'Your media IDs are invalid.')
    const parentId = reply?.in_reply_to_tweet_id ?? null
    if (parentId !== null && !wall.posts.has(parentId))
      return problem(
        403,
        'Forbidden',
        'You attempted to reply to a post that is deleted or not visible to you.',
      )
    const latest = wall.of(by.remoteId).slice(0, 20)
    if (latest.some((post) => post.text === text && post.parentId === parentId))
      return problem(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.')
    const post = wall.put({ parentId, by, text, media: ids.flatMap((id) => uploads.get(id) ?? []) })
    return { status: 201, body: { data: { id: post.id, text: shortened(text).text } } }
  }

  function hide(call: Call, post: WallPost, account: FakeXAccount): Answer {
    const asked = hiding.safeParse(jsonOf(call))
    if (!asked.success) return problem(400, 'Invalid Request', 'hidden is missing')
    const head = wall.posts.get(post.rootId)
    if (post.parentId === null || head?.by.remoteId !== account.id)
      return problem(403, 'Forbidden', 'You can only hide replies to conversations you started.')
    wall.hide(post.id, asked.data.hidden)
    return { status: 200, body: { data: { hidden: asked.data.hidden } } }
  }

  function timeline(call: Call, id: string): Answer {
    return pageOf(call, wall.of(id), 'pagination_token', 5)
  }

  function search(call: Call, kind: string): Answer {
    const head = /^conversation_id:(\d+)$/.exec(call.query.get('query') ?? '')?.[1]
    if (head === undefined) return problem(400, 'Invalid Request', 'There were errors processing your query')
    const since =
      kind === 'all'
        ? Date.parse(call.query.get('start_time') ?? clock())
        : Date.parse(clock()) - 7 * 86_400_000
    const found = wall.below(head).filter(({ at }) => Date.parse(at) >= since)
    return pageOf(call, found.toReversed(), 'next_token', 10)
  }

  function pageOf(call: Call, found: readonly WallPost[], token: string, least: number): Answer {
    const most = Number(call.query.get('max_results') ?? 10)
    if (most < least || most > 100)
      return problem(400, 'Invalid Request', `max_results is between ${least} and 100`)
    const from = Number(call.query.get(token) ?? 0)
    const page = found.slice(from, from + most)
    const next = from + most < found.length ? { next_token: String(from + most) } : {}
    const users = new Map(
      page.map(({ by }) => [by.remoteId, { id: by.remoteId, name: by.name, username: by.handle }]),
    )
    const rows = page.length === 0 ? {} : { data: page.map((post) => viewOf(post)) }
    return {
      status: 200,
      body: {
        ...rows,
        includes: { users: [...users.values()] },
        meta: { result_count: page.length, ...next },
      },
    }
  }

  return startFake(
    {
      version: 'X API v2, OAuth 1.0a',
      wall,
      answer,
      says: {
        internal: problem(503, 'Service Unavailable', 'Service Unavailable'),
        limited: (seconds) => ({
          ...problem(429, 'Too Many Requests', 'Too Many Requests'),
          headers: {
            'x-rate-limit-limit': '100',
            'x-rate-limit-remaining': '0',
            'x-rate-limit-reset': String(Math.ceil(Date.parse(clock()) / 1000) + seconds),
          },
        }),
        expired: () => problem(401, 'Unauthorized', 'Unauthorized'),
      },
    },
    made,
  )
}

const numberFor = (handle: string): string =>
  createHash('sha256').update(handle).digest().readUIntBE(0, 6).toString()

const working = ({ isReady }: Upload): { processing_info?: object } =>
  isReady ? {} : { processing_info: { state: 'pending', check_after_secs: 0 } }

/** X's own count: an address is 23, a letter outside of its first ranges is two. */
function lengthOf(text: string): number {
  const links = text.match(link) ?? []
  const rest = Array.from(text.replaceAll(link, ''))
  return (
    links.length * 23 + rest.reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x10ff ? 2 : 1), 0)
  )
}

/** Words as X gives them back: short addresses, and three characters as HTML. */
function shortened(text: string): { text: string; urls: { url: string; expanded_url: string }[] } {
  const urls: { url: string; expanded_url: string }[] = []
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const short = escaped.replaceAll(link, (whole) => {
    const url = `https://t.co/${createHash('sha256').update(whole).digest('base64url').slice(0, 10)}`
    urls.push({ url, expanded_url: whole.replaceAll('&amp;', '&') })
    return url
  })
  return { text: short, urls }
}

function viewOf({ id, text, by, at, parentId, rootId }: WallPost): object {
  const short = shortened(text)
  return {
    id,
    text: short.text,
    author_id: by.remoteId,
    created_at: at,
    conversation_id: rootId,
    ...(parentId === null ? {} : { referenced_tweets: [{ type: 'replied_to', id: parentId }] }),
    ...(short.urls.length === 0 ? {} : { entities: { urls: short.urls } }),
  }
}

function profileOf({ id, name, handle, description }: FakeXAccount): object {
  const short = shortened(description)
  return {
    id,
    name,
    username: handle,
    description: short.text,
    entities: { description: { urls: short.urls } },
  }
}

async function formOf(call: Call): Promise<FormData | undefined> {
  const type = call.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return undefined
  return new Response(new Uint8Array(call.body), { headers: { 'content-type': type } }).formData()
}

/** RFC 3986, byte by byte. */
const percent = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const letter = String.fromCharCode(byte)
      return /[\w.~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')

/** Who signed a call, by RFC 5849; a nonce is good once. Written apart from the client's own signing. */
function signer(call: Call, accounts: readonly FakeXAccount[], used: Set<string>): FakeXAccount | undefined {
  const header = call.headers.authorization ?? ''
  if (!header.startsWith('OAuth ')) return undefined
  const said = new Map(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decodeURIComponent(value),
    ]),
  )
  const account = accounts.find(({ accessToken }) => accessToken === said.get('oauth_token'))
  const nonce = said.get('oauth_nonce') ?? ''
  if (account === undefined || account.consumerKey !== said.get('oauth_consumer_key') || used.has(nonce))
    return undefined
  const signature = said.get('oauth_signature')
  said.delete('oauth_signature')
  const pairs = [...call.query, ...said]
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .toSorted()
  const url = `http://${call.headers.host}${call.path}`
  const base = `${call.method}&${percent(url)}&${percent(pairs.join('&'))}`
  const key = `${percent(account.consumerSecret)}&${percent(account.accessTokenSecret)}`
  if (createHmac('sha1', key).update(base).digest('base64') !== signature) return undefined
  used.add(nonce)
  return account
}
