import { AppBskyEmbedImages, AppBskyEmbedRecordWithMedia, AppBskyEmbedVideo } from '@atproto/api'
import { AppBskyFeedDefs, AtUri, XRPCError, type AtpAgent } from '@atproto/api'
import { z } from 'zod'
import { NetworkFault, type RemoteComment } from './network.ts'

/** The most levels that one answer may have. */
const depth = 1000

const wordsOf = z.object({ text: z.string() })
const gateOf = z.object({ hiddenReplies: z.array(z.string()).optional() })

/** Everything that others have written below a post, at every depth, the oldest first. */
export async function commentsBelow(
  agent: AtpAgent,
  rootId: string,
  urlOf: (author: string, uri: string) => string,
  signal: AbortSignal,
): Promise<RemoteComment[]> {
  const root = await threadAt(agent, rootId, signal)
  if (root === undefined) throw new NetworkFault('refused', 'The post is no longer on Bluesky.')
  const gate = gateOf.safeParse(root.post.threadgate?.record)
  const hidden = new Set(gate.success ? gate.data.hiddenReplies : [])
  const found = new Map<string, RemoteComment>()
  const open: { node: AppBskyFeedDefs.ThreadViewPost; isWhole: boolean }[] = [{ node: root, isWhole: true }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, isWhole } = next
    const replies = (node.replies ?? []).filter((reply) => AppBskyFeedDefs.isThreadViewPost(reply))
    // An answer leaves out what is too deep: that branch is asked for by itself, once.
    if (replies.length === 0 && (node.post.replyCount ?? 0) > 0 && !isWhole) {
      const branch = await threadAt(agent, node.post.uri, signal)
      if (branch !== undefined) open.push({ node: branch, isWhole: true })
      continue
    }
    for (const reply of replies) {
      open.push({ node: reply, isWhole: false })
      if (reply.post.author.did !== agent.did && !found.has(reply.post.uri))
        found.set(reply.post.uri, commentOf(reply.post, node.post.uri, hidden, urlOf))
    }
  }
  return [...found.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The words of a post of ours and of our own posts below it, one under the other, as a reader finds them there. */
export async function ownThread(agent: AtpAgent, uri: string, signal: AbortSignal): Promise<string[]> {
  const words: string[] = []
  const root = await threadAt(agent, uri, signal)
  const open = root ? [root] : []
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    if (node.post.author.did !== agent.did) continue
    const said = wordsOf.safeParse(node.post.record)
    if (said.success) words.push(said.data.text)
    open.push(...(node.replies ?? []).filter((reply) => AppBskyFeedDefs.isThreadViewPost(reply)))
  }
  return words
}

async function threadAt(
  agent: AtpAgent,
  uri: string,
  signal: AbortSignal,
): Promise<AppBskyFeedDefs.ThreadViewPost | undefined> {
  try {
    const { data } = await agent.getPostThread({ uri, depth, parentHeight: 0 }, { signal })
    return AppBskyFeedDefs.isThreadViewPost(data.thread) ? data.thread : undefined
  } catch (cause) {
    if (cause instanceof XRPCError && cause.error === 'NotFound') return undefined
    throw cause
  }
}

function commentOf(
  post: AppBskyFeedDefs.PostView,
  parentId: string,
  hidden: ReadonlySet<string>,
  urlOf: (author: string, uri: string) => string,
): RemoteComment {
  const { uri, author, record, indexedAt } = post
  const words = wordsOf.safeParse(record)
  return {
    remoteId: uri,
    parentId,
    writer: { remoteId: author.did, handle: author.handle, name: author.displayName ?? '' },
    text: words.success ? words.data.text : '',
    // When the network first had it; what the writer's own program says of its time anybody can invent.
    at: indexedAt,
    isHidden: hidden.has(uri),
    url: urlOf(author.did, uri),
    media: mediaOf(post.embed),
  }
}

function mediaOf(embed: AppBskyFeedDefs.PostView['embed']): RemoteComment['media'] {
  if (AppBskyEmbedRecordWithMedia.isView(embed)) return mediaOf(embed.media)
  if (AppBskyEmbedImages.isView(embed))
    return embed.images.map(({ fullsize, alt }) => ({ mediaType: 'image/jpeg', url: fullsize, alt }))
  if (AppBskyEmbedVideo.isView(embed))
    return [{ mediaType: 'application/vnd.apple.mpegurl', url: embed.playlist, alt: embed.alt ?? '' }]
  return []
}

/** Is an address that of a record in somebody's repository? */
export function isIn(did: string | undefined, uri: string): boolean {
  try {
    return new AtUri(uri).host === did
  } catch {
    return false
  }
}
