import { z } from 'zod'
import { callingGraph, graphVersion, idOf, success, type Graph } from './graph.ts'
import { isSameText, isSince, secondsBefore, theOne, unlessGone } from './http-json.ts'
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
import { subRipOf } from './subtitles.ts'

const megabytes = (count: number): number => count * 1024 * 1024

const commentSchema = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  from: z.object({ id: z.string(), name: z.string() }).optional(),
  parent: z.object({ id: z.string() }).optional(),
  is_hidden: z.boolean().default(false),
  permalink_url: z.string().optional(),
  attachment: z.object({ type: z.string(), url: z.string().optional() }).optional(),
})

/**
 * Pages on Facebook, by Meta's Graph API with the page's own token: `me` is the page. A film goes up unpublished, gets its
 * captions, and is published by the last call.
 */
export function facebook(fetch: typeof globalThis.fetch, clock: () => string): Network {
  const called = callingGraph('Facebook', fetch, clock)
  const changeHidden = (isHidden: boolean): Network['hide'] => {
    return (access, _rootId, commentId, signal) =>
      called(access, signal, async (graph) => {
        await graph.post(`/${commentId}`, { is_hidden: String(isHidden) }, success)
      })
  }

  return {
    name: 'facebook',
    version: `Graph API ${graphVersion}, Pages`,
    limits: {
      text: { most: 63_206, counts: 'characters' },
      images: { most: 10, bytes: megabytes(10), mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] },
      video: { bytes: megabytes(1024), seconds: 1_200, mediaTypes: ['video/mp4'] },
      altText: 1_000,
      needsMedia: false,
      can: { hide: true, reply: true, edit: true },
    },
    isKeyed: false,
    secrets: {
      accessToken:
        'Page access token that does not end (Meta Business Suite, System users: pages_manage_posts, pages_manage_engagement, pages_read_engagement, pages_read_user_content)',
    },

    publish: (access, outgoing, _key, signal) =>
      called(access, signal, async (graph, mark) => {
        const sent = async (): Promise<Published> => {
          if (outgoing.replyTo !== null) return comment(graph, outgoing, outgoing.replyTo.remoteId, mark)
          const film = outgoing.media.find(isFilm)
          return film === undefined ? post(graph, outgoing, mark) : postFilm(graph, outgoing, film, mark)
        }
        return shownBy(access, await sent())
      }),

    find: (access, outgoing, _key, since, signal) =>
      called(access, signal, async (graph) => {
        const found = theOne('Facebook', await ownSince(graph, outgoing, since))
        return found && shownBy(access, found)
      }),

    edit: (access, remoteId, { text }, signal) =>
      called(access, signal, async (graph) => {
        const words = isVideoId(remoteId) ? { description: text } : { message: text }
        await graph.post(`/${remoteId}`, words, success)
        return shownBy(access, publishedAs(remoteId))
      }),

    remove: (access, remoteId, signal) =>
      called(access, signal, (graph) => unlessGone(graph.remove(`/${remoteId}`))),

    comments: (access, remoteId, signal) =>
      called(access, signal, async (graph) => {
        const page = await graph.get('/me', { fields: 'id' }, idOf)
        const fields =
          'id,message,created_time,from{id,name},parent{id},is_hidden,permalink_url,attachment{type,url}'
        const found = await graph.list(
          `/${remoteId}/comments`,
          { fields, filter: 'stream', order: 'chronological', limit: '100' },
          commentSchema,
        )
        return found.filter(({ from }) => from?.id !== page.id).map((one) => commentOf(one, remoteId))
      }),

    hide: changeHidden(true),
    restore: changeHidden(false),

    page: (access, signal) =>
      called(access, signal, async (graph) => {
        const fields = 'name,about,description,website,link'
        const { name, about, description, website, link } = await graph.get('/me', { fields }, pageSchema)
        const text = [about, description].filter(Boolean).join('\n\n')
        const links = [...(website === undefined ? [] : website.split(/[\s,]+/)), ...linksInText(text)]
        return { name, text, links: [...new Set(links.filter(Boolean))], url: link }
      }),

    check: (access, signal) =>
      called(access, signal, async (graph) => {
        // A token may be asked about by itself.
        const input_token = access.secrets['accessToken']
        const { data } = await graph.get('/debug_token', { input_token }, debugSchema)
        if (!data.is_valid)
          throw new NetworkFault(
            'signed-out',
            `Facebook no longer takes the key of ${access.handle}: enter a new one.`,
          )
        const ends = [data.expires_at, data.data_access_expires_at].filter((at) => at > 0)
        return { until: ends.length === 0 ? null : new Date(Math.min(...ends) * 1000).toISOString() }
      }),
  }
}

const pageSchema = z.object({
  name: z.string(),
  about: z.string().optional(),
  description: z.string().optional(),
  website: z.string().optional(),
  link: z.string(),
})
const debugSchema = z.object({
  data: z.object({
    is_valid: z.boolean(),
    expires_at: z.number().default(0),
    data_access_expires_at: z.number().default(0),
  }),
})

const isFilm = ({ mediaType }: OutgoingMedia): boolean => mediaType.startsWith('video/')
/** A post's id holds the page's before a `_`, a comment's the post's; a film has one number. */
const isVideoId = (remoteId: string): boolean => !remoteId.includes('_')
const publishedAs = (remoteId: string): Published => ({
  remoteId,
  url: isVideoId(remoteId)
    ? `https://www.facebook.com/watch/?v=${remoteId}`
    : `https://www.facebook.com/${remoteId}`,
})
/** Where readers are. A service without TLS is a network on this machine, which shows its own pages. */
const shownBy = ({ service }: Access, { remoteId, url }: Published): Published => ({
  remoteId,
  url:
    service.startsWith('http:') && url !== null
      ? url.replace('https://www.facebook.com', service.replace(/\/$/, ''))
      : url,
})

function fileOf({ bytes, mediaType }: OutgoingMedia): Blob {
  return new Blob([Buffer.from(bytes)], { type: mediaType })
}

function formOf(params: Readonly<Record<string, string>>, file: string, blob: Blob, name: string): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(params)) form.append(key, value)
  form.append(file, blob, name)
  return form
}

async function uploadPhoto(graph: Graph, picture: OutgoingMedia): Promise<string> {
  const params = { published: 'false', alt_text_custom: picture.alt }
  const { id } = await graph.post('/me/photos', formOf(params, 'source', fileOf(picture), 'picture'), idOf)
  return id
}

async function post(graph: Graph, { text, media }: Outgoing, mark: () => void): Promise<Published> {
  const params: Record<string, string> = { message: text }
  for (const [n, picture] of media.entries())
    params[`attached_media[${n}]`] = JSON.stringify({ media_fbid: await uploadPhoto(graph, picture) })
  mark()
  const { id } = await graph.post('/me/feed', params, idOf)
  return publishedAs(id)
}

async function postFilm(
  graph: Graph,
  { text, media, languages }: Outgoing,
  film: OutgoingMedia,
  mark: () => void,
): Promise<Published> {
  if (media.length > 1)
    throw new NetworkFault(
      'refused',
      'Facebook takes one film, or up to ten pictures, but not both in one post.',
    )
  const params = { description: text, published: 'false' }
  const { id } = await graph.post('/me/videos', formOf(params, 'source', fileOf(film), 'film.mp4'), idOf)
  if (film.captions !== null) {
    const locale = languages[0] === 'es' ? 'es_LA' : 'en_US'
    const captions = new Blob([subRipOf(film.captions)], { type: 'application/x-subrip' })
    const form = formOf({ default_locale: locale }, 'captions_file', captions, `captions.${locale}.srt`)
    await graph.post(`/${id}/captions`, form, success)
  }
  mark()
  await graph.post(`/${id}`, { published: 'true' }, success)
  return publishedAs(id)
}

async function comment(
  graph: Graph,
  { text, media }: Outgoing,
  below: string,
  mark: () => void,
): Promise<Published> {
  if (media.length > 1 || media.some(isFilm))
    throw new NetworkFault('refused', 'Facebook takes one picture in a reply, and no film.')
  const [picture] = media
  const attached = picture === undefined ? {} : { attachment_id: await uploadPhoto(graph, picture) }
  mark()
  const { id } = await graph.post(`/${below}/comments`, { message: text, ...attached }, idOf)
  return publishedAs(id)
}

const ownPost = z.object({
  id: z.string(),
  message: z.string().optional(),
  description: z.string().optional(),
  created_time: z.string(),
  published: z.boolean().default(true),
})

/** What the page has put out since an attempt with these words in this place. */
async function ownSince(
  graph: Graph,
  { text, media, replyTo }: Outgoing,
  since: string,
): Promise<Published[]> {
  const list = { since: secondsBefore(since), limit: '100' }
  if (replyTo !== null) {
    const page = await graph.get('/me', { fields: 'id' }, idOf)
    const fields = 'id,message,created_time,from{id,name}'
    const below = await graph.list(`/${replyTo.remoteId}/comments`, { ...list, fields }, commentSchema)
    return below
      .filter(({ from, message }) => from?.id === page.id && isSameText(message, text))
      .filter((one) => isSince(one.created_time, since))
      .map(({ id }) => publishedAs(id))
  }
  const isOfFilm = media.some(isFilm)
  const found = isOfFilm
    ? await graph.list('/me/videos', { ...list, fields: 'id,description,created_time,published' }, ownPost)
    : await graph.list('/me/published_posts', { ...list, fields: 'id,message,created_time' }, ownPost)
  return found
    .filter(({ message, description, published }) => published && isSameText(message ?? description, text))
    .filter((one) => isSince(one.created_time, since))
    .map(({ id }) => publishedAs(id))
}

function commentOf(one: z.infer<typeof commentSchema>, rootId: string): RemoteComment {
  const { id, message, created_time, from, parent, is_hidden: isHidden, permalink_url, attachment } = one
  return {
    remoteId: id,
    parentId: parent?.id ?? rootId,
    // Facebook names a writer only to apps that it has reviewed for it.
    writer: {
      remoteId: from?.id ?? '',
      handle: from?.name ?? '',
      name: from?.name ?? 'A visitor of the page',
    },
    text: message,
    at: new Date(created_time).toISOString(),
    isHidden,
    url: permalink_url ?? null,
    media:
      attachment?.url === undefined
        ? []
        : [{ mediaType: `${attachment.type}/*`, url: attachment.url, alt: '' }],
  }
}
