import { AtUri, RichText, AppBskyRichtextFacet, XRPCError, type AtpAgent } from '@atproto/api'
import { z } from 'zod'
import { isDeepStrictEqual } from 'node:util'
import { postCollection, recordAt, recordFor } from './bluesky-record.ts'
import { blueskySessions, claimsOf, readXrpc } from './bluesky-session.ts'
import { commentsBelow, isIn, ownThread } from './bluesky-thread.ts'
import { calling, type Calling } from './faults.ts'
import { recordKeyFor } from './record-key.ts'
import { NetworkFault, type Access, type Network, type RemotePage } from './network.ts'

const gateCollection = 'app.bsky.feed.threadgate'
/** What the network takes of hidden replies under one post. */
const mostHidden = 300

export type BlueskyCalls = Required<
  Omit<Network, 'name' | 'version' | 'limits' | 'isKeyed' | 'secrets' | 'edit'>
>

/** The calls to Bluesky: the account's own server (PDS) takes what is written, its AppView shows what is read. */
export function blueskyCalls(
  fetch: typeof globalThis.fetch,
  clock: () => string,
  signInMs: number,
): BlueskyCalls {
  const sessions = blueskySessions(fetch, signInMs)
  const calledBy = ({ handle }: Access): Calling => ({ network: 'Bluesky', handle, clock })
  const called = <T>(
    access: Access,
    signal: AbortSignal,
    work: (agent: AtpAgent, mark: () => void) => Promise<T>,
  ): Promise<T> =>
    calling(calledBy(access), signal, readXrpc, (mark) => sessions.as(access, (agent) => work(agent, mark)))

  return {
    publish: (access, outgoing, key, signal) =>
      called(access, signal, async (agent, mark) => {
        const uri = uriFor(agent, key)
        const record = await recordFor(agent, outgoing, clock(), signal)
        mark()
        try {
          // `swapRecord: null`: only where there is nothing yet at the place that the key names.
          await put(agent, uri, record, null, signal)
        } catch (cause) {
          if (!isSwapped(cause)) throw cause
          const there = await recordAt(agent, uri, signal)
          if (there === undefined) throw new NetworkFault('unknown', 'Bluesky had the post and lost it.')
          if (!isSame(there.value, record))
            throw new NetworkFault('refused', 'Bluesky has another post under the key of this one.')
        }
        return { remoteId: uri, url: urlIn(access, agent.did ?? '', uri) }
      }),

    find: (access, _outgoing, key, _since, signal) =>
      called(access, signal, async (agent) => {
        const uri = uriFor(agent, key)
        const there = await recordAt(agent, uri, signal)
        return there && { remoteId: uri, url: urlIn(access, agent.did ?? '', uri) }
      }),

    remove: (access, remoteId, signal) =>
      called(access, signal, async (agent) => {
        const { rkey } = ownPost(agent, remoteId)
        const repo = agent.assertDid
        await agent.com.atproto.repo.deleteRecord({ repo, collection: postCollection, rkey }, { signal })
      }),

    comments: (access, remoteId, signal) =>
      called(access, signal, (agent) =>
        commentsBelow(agent, remoteId, (author, uri) => urlIn(access, author, uri), signal),
      ),

    hide: (access, rootId, commentId, signal) =>
      called(access, signal, (agent) =>
        changeHidden(agent, rootId, (hidden) => [...new Set([...hidden, commentId])], clock(), signal),
      ),

    restore: (access, rootId, commentId, signal) =>
      called(access, signal, (agent) =>
        changeHidden(agent, rootId, (hidden) => hidden.filter((uri) => uri !== commentId), clock(), signal),
      ),

    page: (access, signal) => called(access, signal, (agent) => pageOf(access, agent, signal)),

    check: async (access, signal) => {
      // An access token outlives its app password by two hours, so the password itself is tried. It has no end.
      if (access.secrets['password'] !== undefined)
        return calling(calledBy(access), signal, readXrpc, () => sessions.tryPassword(access))
      return called(access, signal, async (agent) => {
        await agent.com.atproto.server.getSession(undefined, { signal })
        const token = agent.session?.refreshJwt
        return { until: token === undefined ? null : claimsOf(token).until }
      })
    },

    rotate: (access, signal) => calling(calledBy(access), signal, readXrpc, () => sessions.renew(access)),
  }
}

const uriFor = (agent: AtpAgent, key: string): string =>
  AtUri.make(agent.assertDid, postCollection, recordKeyFor(key)).toString()

/** Where readers are. A service without TLS is a network on this machine, which shows its own pages. */
const siteFor = ({ service }: Access): string =>
  service.startsWith('http:') ? service.replace(/\/$/, '') : 'https://bsky.app'

const urlIn = (access: Access, author: string, uri: string): string =>
  `${siteFor(access)}/profile/${author}/post/${new AtUri(uri).rkey}`

async function put(
  agent: AtpAgent,
  uri: string,
  record: { [key: string]: unknown },
  swapRecord: string | null,
  signal: AbortSignal,
): Promise<void> {
  const { host: repo, collection, rkey } = new AtUri(uri)
  await agent.com.atproto.repo.putRecord({ repo, collection, rkey, record, swapRecord }, { signal })
}

const isSwapped = (cause: unknown): boolean => cause instanceof XRPCError && cause.error === 'InvalidSwap'

/** Sent twice under one key, a post differs in nothing but its moment. */
function isSame(there: { [key: string]: unknown }, sent: { [key: string]: unknown }): boolean {
  return there['text'] === sent['text'] && isDeepStrictEqual(there['reply'], sent['reply'])
}

function ownPost(agent: AtpAgent, remoteId: string): AtUri {
  if (!isIn(agent.did, remoteId))
    throw new NetworkFault('refused', 'This post was not published through this account.')
  return new AtUri(remoteId)
}

const gateOf = z.looseObject({ hiddenReplies: z.array(z.string()).default([]) })
const answerOf = z.object({ reply: z.object({ root: z.object({ uri: z.string() }) }) })

/** The post at the head of the thread: replies are hidden there, also those to a correction of ours further down. */
async function headOf(agent: AtpAgent, postId: string, signal: AbortSignal): Promise<string> {
  const post = await recordAt(agent, ownPost(agent, postId).toString(), signal)
  if (post === undefined) throw new NetworkFault('refused', 'The post is no longer on Bluesky.')
  const answer = answerOf.safeParse(post.value)
  return answer.success ? answer.data.reply.root.uri : postId
}

/** The list of hidden replies stands in one record beside the post; two who change it at once do it one after the other. */
async function changeHidden(
  agent: AtpAgent,
  rootId: string,
  change: (hidden: readonly string[]) => string[],
  createdAt: string,
  signal: AbortSignal,
): Promise<void> {
  const post = await headOf(agent, rootId, signal)
  const uri = AtUri.make(agent.assertDid, gateCollection, ownPost(agent, post).rkey).toString()
  for (let tries = 1; ; tries++) {
    const gate = await recordAt(agent, uri, signal)
    const seen = gateOf.parse(gate?.value ?? {})
    const hiddenReplies = change(seen.hiddenReplies)
    if (isDeepStrictEqual(hiddenReplies, seen.hiddenReplies)) return
    if (hiddenReplies.length > mostHidden)
      throw new NetworkFault('refused', `Bluesky hides no more than ${mostHidden} replies under one post.`)
    const record = { $type: gateCollection, post, createdAt, ...seen, hiddenReplies }
    try {
      return await put(agent, uri, record, gate?.cid ?? null, signal)
    } catch (cause) {
      if (!isSwapped(cause) || tries === 5) throw cause
    }
  }
}

async function pageOf(access: Access, agent: AtpAgent, signal: AbortSignal): Promise<RemotePage> {
  const { data } = await agent.getProfile({ actor: agent.assertDid }, { signal })
  const pinned = data.pinnedPost ? await ownThread(agent, data.pinnedPost.uri, signal) : []
  const text = [data.description ?? '', ...pinned].filter(Boolean).join('\n\n')
  const url = `${siteFor(access)}/profile/${data.handle}`
  return { name: data.displayName ?? '', text, links: linksIn(text), url }
}

/** The links in a text, as the network itself finds them. */
function linksIn(text: string): string[] {
  const words = new RichText({ text })
  words.detectFacetsWithoutResolution()
  const features = (words.facets ?? []).flatMap((facet) => facet.features)
  return features.filter((feature) => AppBskyRichtextFacet.isLink(feature)).map(({ uri }) => uri)
}
