import { z } from 'zod'
import { AnswerFault, asking, at, isSameText, isSince, type Ask, type Refused } from './http-json.ts'
import { readsGoogle } from './google-session.ts'
import { NetworkFault, type Access, type Outgoing, type OutgoingMedia, type Published } from './network.ts'
import { everyPage } from './youtube-comments.ts'

/** Calls YouTube at a path below the account's server, with a token. */
export type AskYouTube = <T>(call: {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  query?: Readonly<Record<string, string | undefined>>
  json?: unknown
  raw?: { body: Blob; contentType: string }
  gives: z.ZodType<T>
}) => Promise<T>

export function askingYouTube(
  fetch: typeof globalThis.fetch,
  access: Access,
  token: string,
  signal: AbortSignal,
  clock: () => string,
): AskYouTube {
  const ask: Ask = asking(fetch, signal, readsGoogle(clock))
  return ({ method = 'GET', path, query = {}, json, raw, gives }) => {
    const contentType = raw?.contentType ?? (json === undefined ? undefined : 'application/json')
    const body = raw?.body ?? (json === undefined ? undefined : JSON.stringify(json))
    return ask({
      method,
      url: at(access.service, path, query),
      headers: {
        authorization: `Bearer ${token}`,
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
      },
      ...(body === undefined ? {} : { body }),
      gives,
    })
  }
}

const idOf = z.object({ id: z.string() })
export const filmUrl = (id: string): string => `https://www.youtube.com/watch?v=${id}`
/** Of the name of a film, in characters. */
const mostTitle = 100
/** News and politics. */
const category = '25'

/** The first line names the film, and all of it describes it; YouTube takes no angle brackets. */
export function namesOf(text: string): { title: string; description: string } {
  const description = text.replaceAll('<', '‹').replaceAll('>', '›')
  const [line = ''] = description.trim().split('\n')
  const letters = Array.from(line)
  const title = letters.length <= mostTitle ? line : `${letters.slice(0, mostTitle - 1).join('')}…`
  return { title, description }
}

/**
 * Uploads a film that nobody sees yet, gives it its captions, and makes it public by the last call. Where the last call
 * does not come, a private film is left behind, which the next try does not use.
 */
export async function publishFilm(
  uploading: Uploading,
  ask: AskYouTube,
  { text, media, languages }: Outgoing,
  mark: () => void,
): Promise<Published> {
  const [film] = media
  if (film === undefined || media.length > 1 || !film.mediaType.startsWith('video/'))
    throw new NetworkFault('refused', 'YouTube takes one film in a post, and no pictures.')
  const language = languages[0] ?? 'en'
  const snippet = {
    ...namesOf(text),
    categoryId: category,
    defaultLanguage: language,
    defaultAudioLanguage: language,
  }
  const status = { privacyStatus: 'private', selfDeclaredMadeForKids: false }
  const id = await upload(uploading, film, { snippet, status })
  if (film.captions !== null) await addCaptions(ask, id, film.captions, language)
  mark()
  const json = { id, status: { ...status, privacyStatus: 'public' } }
  await ask({ method: 'PUT', path: '/youtube/v3/videos', query: { part: 'status' }, json, gives: idOf })
  return { remoteId: id, url: filmUrl(id) }
}

/** What a resumable upload needs besides JSON: its address comes in a header. */
export interface Uploading {
  fetch: typeof globalThis.fetch
  access: Access
  token: string
  signal: AbortSignal
  reads: (refused: Refused) => ConstructorParameters<typeof AnswerFault>[0]
}

async function upload(uploading: Uploading, film: OutgoingMedia, names: object): Promise<string> {
  const { fetch, access, token, signal, reads } = uploading
  const query = { uploadType: 'resumable', part: 'snippet,status' }
  const begun = await fetch(at(access.service, '/upload/youtube/v3/videos', query).href, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=UTF-8',
      'x-upload-content-type': film.mediaType,
      'x-upload-content-length': String(film.bytes.length),
    },
    body: JSON.stringify(names),
  })
  const said = await begun.text()
  if (!begun.ok) {
    const body: unknown = /^\s*\{/.test(said) ? JSON.parse(said) : undefined
    throw new AnswerFault(reads({ status: begun.status, headers: begun.headers, body }))
  }
  const session = new URL(begun.headers.get('location') ?? '', access.service)
  // The key goes to the account's own server and nowhere else.
  if (session.origin !== new URL(access.service).origin)
    throw new NetworkFault('refused', `YouTube sends the film to another server, ${session.host}.`)
  const { id } = await asking(
    fetch,
    signal,
    reads,
  )({
    method: 'PUT',
    url: session,
    headers: { authorization: `Bearer ${token}`, 'content-type': film.mediaType },
    body: Buffer.from(film.bytes),
    gives: idOf,
  })
  return id
}

async function addCaptions(
  ask: AskYouTube,
  videoId: string,
  webVtt: string,
  language: string,
): Promise<void> {
  const snippet = { videoId, language, name: '', isDraft: false }
  const boundary = `captions-of-${videoId}`
  const part = (type: string, words: string): string =>
    `--${boundary}\r\nContent-Type: ${type}\r\n\r\n${words}\r\n`
  const words = `${part('application/json; charset=UTF-8', JSON.stringify({ snippet }))}${part('text/vtt', webVtt)}--${boundary}--\r\n`
  await ask({
    method: 'POST',
    path: '/upload/youtube/v3/captions',
    query: { uploadType: 'multipart', part: 'snippet' },
    raw: { body: new Blob([words]), contentType: `multipart/related; boundary=${boundary}` },
    gives: idOf,
  })
}

const uploads = z.object({
  snippet: z.object({
    description: z.string().default(''),
    publishedAt: z.string(),
    resourceId: z.object({ videoId: z.string() }),
  }),
  status: z.object({ privacyStatus: z.string() }),
})

/** Our public films since an attempt that are described in these words. */
export async function ownFilms(
  ask: AskYouTube,
  playlistId: string,
  text: string,
  since: string,
): Promise<Published[]> {
  const query = { part: 'snippet,status', playlistId, maxResults: '50' }
  const found = await everyPage(ask, '/youtube/v3/playlistItems', query, uploads, (last) =>
    isSince(last.snippet.publishedAt, since),
  )
  return found
    .filter(({ status }) => status.privacyStatus === 'public')
    .filter(({ snippet }) => isSince(snippet.publishedAt, since))
    .filter(({ snippet }) => isSameText(snippet.description, namesOf(text).description))
    .map(({ snippet }) => ({
      remoteId: snippet.resourceId.videoId,
      url: filmUrl(snippet.resourceId.videoId),
    }))
}

/** Other words for a film, which keeps its kind. */
export async function renameFilm(ask: AskYouTube, id: string, text: string): Promise<Published> {
  const snippet = { ...namesOf(text), categoryId: category }
  await ask({
    method: 'PUT',
    path: '/youtube/v3/videos',
    query: { part: 'snippet' },
    json: { id, snippet },
    gives: idOf,
  })
  return { remoteId: id, url: filmUrl(id) }
}
