import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { calling } from './faults.ts'
import { callingGraph, graphVersion, idOf, readsGraph, success, type Graph } from './graph.ts'
import { asking, at, isSameText, isSince, readAnswer, theOne } from './http-json.ts'
import {
  NetworkFault,
  type Access,
  type Network,
  type Outgoing,
  type OutgoingMedia,
  type Published,
  type RemoteComment,
} from './network.ts'
import { linksInText } from './text-links.ts'

const megabytes = (count: number): number => count * 1024 * 1024
/** How often it is asked whether a picture or a film is ready, in milliseconds. */
const pollEvery = 1_000

/**
 * Professional accounts on Instagram, by Meta's Graph API with Instagram Login. Instagram fetches pictures and films from
 * a public address itself; it has no posts without one, no captions, no change of words, and removes no post through its
 * interface, only comments.
 */
export function instagram(fetch: typeof globalThis.fetch, clock: () => string): Network {
  const called = callingGraph('Instagram', fetch, clock)
  const changeHidden = (isHidden: boolean): Network['hide'] => {
    return (access, _rootId, commentId, signal) =>
      called(access, signal, async (graph) => {
        await graph.post(`/${commentId}`, { hide: String(isHidden) }, success)
      })
  }

  return {
    name: 'instagram',
    version: `Instagram API with Instagram Login, ${graphVersion}`,
    limits: {
      text: { most: 2_200, counts: 'characters' },
      images: { most: 10, bytes: megabytes(8), mediaTypes: ['image/jpeg'] },
      video: { bytes: megabytes(300), seconds: 900, mediaTypes: ['video/mp4'] },
      altText: 1_000,
      needsMedia: true,
      can: { hide: true, reply: true, edit: false },
    },
    isKeyed: false,
    secrets: {
      accessToken:
        'Long-lived access token (Meta App Dashboard, Instagram, API setup: business_basic, content_publish, manage_comments); good for 60 days, renewed by Decorum',
      userId: 'Number of the account, shown beside the token',
    },

    publish: (access, outgoing, _key, signal) =>
      called(access, signal, async (graph, mark) => {
        if (outgoing.replyTo !== null) return reply(graph, outgoing, outgoing.replyTo, mark)
        const container = await containerFor(graph, access, outgoing, signal)
        mark()
        const { id } = await graph.post(`/${userOf(access)}/media_publish`, { creation_id: container }, idOf)
        return { remoteId: id, url: await linkTo(graph, id) }
      }),

    find: (access, outgoing, _key, since, signal) =>
      called(access, signal, async (graph) =>
        theOne('Instagram', await ownSince(graph, access, outgoing, since)),
      ),

    remove: (access, remoteId, signal) =>
      called(access, signal, async (graph) => {
        const kind = await kindOf(graph, remoteId)
        if (kind === 'comment') await graph.remove(`/${remoteId}`)
        if (kind === 'post')
          throw new NetworkFault(
            'refused',
            'Instagram removes no post through its interface: remove it in the app.',
          )
      }),

    comments: (access, remoteId, signal) =>
      called(access, signal, async (graph) => {
        const top = await graph.list(`/${remoteId}/comments`, { fields: withReplies, limit: '50' }, thread)
        const all: RemoteComment[] = []
        // The newest come first.
        for (const { replies, ...comment } of top.toReversed()) {
          all.push(commentOf(comment, remoteId))
          const more = replies?.paging?.next !== undefined
          const below = more
            ? await graph.list(`/${comment.id}/replies`, { fields, limit: '50' }, commentSchema)
            : (replies?.data ?? [])
          all.push(...below.map((one) => commentOf(one, comment.id)))
        }
        return all
          .filter(({ writer }) => writer.remoteId !== userOf(access))
          .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      }),

    hide: changeHidden(true),
    restore: changeHidden(false),

    page: (access, signal) =>
      called(access, signal, async (graph) => {
        const asked = { fields: 'user_id,username,name,biography,website' }
        const { username, name, biography, website } = await graph.get('/me', asked, profile)
        const links = [...new Set([...(website ? [website] : []), ...linksInText(biography)])]
        return {
          name: name ?? username,
          text: biography,
          links,
          url: `https://www.instagram.com/${username}/`,
        }
      }),

    check: (access, signal) =>
      called(access, signal, async (graph) => {
        await graph.get('/me', { fields: 'user_id,username' }, profile)
        // Only a renewal tells when a token ends.
        return { until: null }
      }),

    rotate: (access, signal) =>
      calling({ network: 'Instagram', handle: access.handle, clock }, signal, readAnswer, async () => {
        const { service, secrets } = access
        const query = { grant_type: 'ig_refresh_token', access_token: secrets['accessToken'] }
        const url = at(service, '/refresh_access_token', query)
        const renewed = await asking(fetch, signal, readsGraph)({ url, gives: renewal })
        return {
          secrets: { ...secrets, accessToken: renewed.access_token },
          until: new Date(Date.parse(clock()) + renewed.expires_in * 1000).toISOString(),
        }
      }),
  }
}

const userOf = ({ secrets }: Access): string => secrets['userId'] ?? ''
const renewal = z.object({ access_token: z.string(), expires_in: z.number() })
const profile = z.object({
  username: z.string(),
  name: z.string().optional(),
  biography: z.string().default(''),
  website: z.string().optional(),
})

const fields = 'id,text,timestamp,username,from{id,username},hidden,parent_id'
const withReplies = `${fields},replies.limit(50){${fields}}`
const commentSchema = z.object({
  id: z.string(),
  text: z.string().default(''),
  timestamp: z.string(),
  username: z.string().optional(),
  from: z.object({ id: z.string(), username: z.string().optional() }).optional(),
  hidden: z.boolean().default(false),
})
type Comment = z.infer<typeof commentSchema>
const thread = commentSchema.extend({
  replies: z
    .object({
      data: z.array(commentSchema),
      paging: z.object({ next: z.string().optional() }).optional(),
    })
    .optional(),
})

function commentOf(
  { id, text, timestamp, username, from, hidden }: Comment,
  parentId: string,
): RemoteComment {
  const handle = username ?? from?.username ?? ''
  return {
    remoteId: id,
    parentId,
    writer: { remoteId: from?.id ?? handle, handle, name: handle },
    text,
    at: new Date(timestamp).toISOString(),
    isHidden: hidden,
    url: null,
    media: [],
  }
}

/** What Instagram is to publish, ready: a container, or one of several. Nothing of it is seen until it is published. */
async function containerFor(
  graph: Graph,
  access: Access,
  { text, media }: Outgoing,
  signal: AbortSignal,
): Promise<string> {
  const [first] = media
  if (first === undefined)
    throw new NetworkFault('refused', 'Instagram takes no post without a picture or a film.')
  const path = `/${userOf(access)}/media`
  const make = async (params: Readonly<Record<string, string>>): Promise<string> => {
    const { id } = await graph.post(path, params, idOf)
    await ready(graph, id, signal)
    return id
  }
  if (media.length === 1) return make({ ...partOf(first), caption: text })
  const children: string[] = []
  for (const part of media) children.push(await make({ ...partOf(part), is_carousel_item: 'true' }))
  return make({ media_type: 'CAROUSEL', children: children.join(','), caption: text })
}

function partOf({ url, mediaType, alt }: OutgoingMedia): Record<string, string> {
  if (url === undefined)
    throw new NetworkFault(
      'refused',
      'Instagram fetches pictures and films itself, and this one has no public address.',
    )
  return mediaType.startsWith('video/')
    ? { media_type: 'REELS', video_url: url }
    : { image_url: url, alt_text: alt }
}

const state = z.object({ status_code: z.string(), status: z.string().optional() })

async function ready(graph: Graph, container: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { status_code: code, status } = await graph.get(
      `/${container}`,
      { fields: 'status_code,status' },
      state,
    )
    if (code === 'FINISHED') return
    if (code !== 'IN_PROGRESS')
      throw new NetworkFault('refused', `Instagram cannot use this picture or film: ${status ?? code}.`)
    await pause(pollEvery, undefined, { signal })
  }
}

async function reply(
  graph: Graph,
  { text, media }: Outgoing,
  { remoteId, rootId }: { remoteId: string; rootId: string },
  mark: () => void,
): Promise<Published> {
  if (media.length > 0) throw new NetworkFault('refused', 'Instagram takes words only in a reply.')
  mark()
  const { id } = await graph.post(pathBelow(remoteId, rootId), { message: text }, idOf)
  return { remoteId: id, url: null }
}

const pathBelow = (remoteId: string, rootId: string): string =>
  remoteId === rootId ? `/${remoteId}/comments` : `/${remoteId}/replies`

/** Its address for readers. It is published by now: that this is not told is no fault. */
async function linkTo(graph: Graph, id: string): Promise<string | null> {
  try {
    return (await graph.get(`/${id}`, { fields: 'permalink' }, z.object({ permalink: z.string() }))).permalink
  } catch {
    return null
  }
}

/** A post has a kind of product; a comment has no such field, and what is gone answers nothing. */
async function kindOf(graph: Graph, id: string): Promise<'post' | 'comment' | 'gone'> {
  try {
    await graph.get(`/${id}`, { fields: 'media_product_type' }, z.unknown())
    return 'post'
  } catch (cause) {
    const { status } = readAnswer(cause)
    if (status === 404) return 'gone'
    if (status === 400) return 'comment'
    throw cause
  }
}

const ownMedia = z.object({
  id: z.string(),
  caption: z.string().optional(),
  timestamp: z.string(),
  permalink: z.string().optional(),
})

/** What the account has out since an attempt with these words in this place. */
async function ownSince(
  graph: Graph,
  access: Access,
  { text, replyTo }: Outgoing,
  since: string,
): Promise<Published[]> {
  if (replyTo !== null) {
    const path = pathBelow(replyTo.remoteId, replyTo.rootId)
    const below = await graph.list(path, { fields, limit: '50' }, commentSchema)
    return below
      .filter(({ from }) => from?.id === userOf(access))
      .filter((one) => isSameText(one.text, text) && isSince(one.timestamp, since))
      .map(({ id }) => ({ remoteId: id, url: null }))
  }
  const asked = { fields: 'id,caption,timestamp,permalink', limit: '50' }
  const own = await graph.list(`/${userOf(access)}/media`, asked, ownMedia, (last) =>
    isSince(last.timestamp, since),
  )
  return own
    .filter(({ caption, timestamp }) => isSameText(caption, text) && isSince(timestamp, since))
    .map(({ id, permalink }) => ({ remoteId: id, url: permalink ?? null }))
}
