import { AppBskyRichtextFacet, AtUri, RichText, XRPCError, type AtpAgent } from '@atproto/api'
import { NetworkFault, type Outgoing, type OutgoingMedia } from './network.ts'
import { isSignedOut, statusOf } from './bluesky-session.ts'

export const postCollection = 'app.bsky.feed.post'

export interface StrongRef {
  uri: string
  cid: string
}

/** A record as a repository gives it; undefined where there is none at that place. */
export async function recordAt(
  agent: AtpAgent,
  uri: string,
  signal: AbortSignal,
): Promise<(StrongRef & { value: { [key: string]: unknown } }) | undefined> {
  const { host: repo, collection, rkey } = new AtUri(uri)
  try {
    const { data } = await agent.com.atproto.repo.getRecord({ repo, collection, rkey }, { signal })
    return { uri: data.uri, cid: data.cid ?? '', value: data.value }
  } catch (cause) {
    if (cause instanceof XRPCError && cause.error === 'RecordNotFound') return undefined
    throw cause
  }
}

/** The record of a post: its words with their links, people and tags marked, its media uploaded, what it answers named. */
export async function recordFor(
  agent: AtpAgent,
  outgoing: Outgoing,
  createdAt: string,
  signal: AbortSignal,
): Promise<{ [key: string]: unknown }> {
  const facets = await facetsOf(agent, outgoing.text, signal)
  const reply = outgoing.replyTo === null ? undefined : await refsOf(agent, outgoing.replyTo, signal)
  const embed = await embedOf(agent, outgoing, signal)
  return {
    $type: postCollection,
    text: outgoing.text,
    ...(facets.length === 0 ? {} : { facets }),
    ...(reply === undefined ? {} : { reply }),
    ...(embed === undefined ? {} : { embed }),
    langs: [...outgoing.languages],
    createdAt,
  }
}

/** A name that nobody has stays plain words; one that cannot be looked up just now is a fault, so that no link is lost. */
async function facetsOf(
  agent: AtpAgent,
  text: string,
  signal: AbortSignal,
): Promise<AppBskyRichtextFacet.Main[]> {
  const words = new RichText({ text })
  words.detectFacetsWithoutResolution()
  const facets: AppBskyRichtextFacet.Main[] = []
  for (const facet of words.facets ?? []) {
    const [feature] = facet.features
    if (feature === undefined || !AppBskyRichtextFacet.isMention(feature)) facets.push(facet)
    else {
      const did = await didOf(agent, feature.did, signal)
      if (did !== undefined) facets.push({ ...facet, features: [{ ...feature, did }] })
    }
  }
  return facets
}

async function didOf(agent: AtpAgent, handle: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return (await agent.com.atproto.identity.resolveHandle({ handle }, { signal })).data.did
  } catch (cause) {
    if (cause instanceof XRPCError && statusOf(cause) === 400 && !isSignedOut(cause)) return undefined
    throw cause
  }
}

/** A reply names what it answers and the first post of the thread by address and by hash. */
async function refsOf(
  agent: AtpAgent,
  replyTo: NonNullable<Outgoing['replyTo']>,
  signal: AbortSignal,
): Promise<{ root: StrongRef; parent: StrongRef }> {
  const refs = new Map<string, StrongRef>()
  const { remoteId, rootId } = replyTo
  const foreign: string[] = []
  for (const uri of new Set([remoteId, rootId]))
    if (new AtUri(uri).host === agent.did) {
      const own = await recordAt(agent, uri, signal)
      if (own !== undefined) refs.set(uri, { uri, cid: own.cid })
    } else foreign.push(uri)
  if (foreign.length > 0)
    for (const { uri, cid } of (await agent.getPosts({ uris: foreign }, { signal })).data.posts)
      refs.set(uri, { uri, cid })
  const [root, parent] = [refs.get(rootId), refs.get(remoteId)]
  if (root === undefined || parent === undefined)
    throw new NetworkFault('refused', 'What this answers is no longer on Bluesky.')
  return { root, parent }
}

const shape = ({ alt, width, height }: OutgoingMedia): { [key: string]: unknown } => ({
  alt,
  aspectRatio: { width, height },
})

async function embedOf(
  agent: AtpAgent,
  { media, languages }: Outgoing,
  signal: AbortSignal,
): Promise<{ [key: string]: unknown } | undefined> {
  const [first] = media
  if (first === undefined) return undefined
  const film = media.find(({ mediaType }) => mediaType.startsWith('video/'))
  if (film !== undefined && media.length > 1)
    throw new NetworkFault(
      'refused',
      'Bluesky takes one film, or up to four pictures, but not both in one post.',
    )
  const upload = async (bytes: Uint8Array, encoding: string): Promise<unknown> =>
    (await agent.uploadBlob(bytes, { encoding, signal })).data.blob
  if (film !== undefined) {
    const { bytes, captions } = film
    const [lang = 'en'] = languages
    return {
      $type: 'app.bsky.embed.video',
      video: await upload(bytes, 'video/mp4'),
      ...(captions === null
        ? {}
        : { captions: [{ lang, file: await upload(Buffer.from(captions), 'text/vtt') }] }),
      ...shape(film),
    }
  }
  const images: { [key: string]: unknown }[] = []
  for (const picture of media)
    images.push({ image: await upload(picture.bytes, picture.mediaType), ...shape(picture) })
  return { $type: 'app.bsky.embed.images', images }
}
