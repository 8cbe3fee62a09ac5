import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { NetworkFault, type Outgoing, type OutgoingMedia } from './network.ts'
import { subRipOf } from './subtitles.ts'

/** Calls X at a path below the account's server, signed. */
export type AskX = <T>(call: {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  query?: Readonly<Record<string, string | undefined>>
  json?: unknown
  form?: FormData
  gives: z.ZodType<T>
}) => Promise<T>

const uploaded = z.object({
  data: z.object({
    id: z.string(),
    processing_info: z.object({ state: z.string(), check_after_secs: z.number().optional() }).optional(),
  }),
})
const isFilm = ({ mediaType }: OutgoingMedia): boolean => mediaType.startsWith('video/')
const anything = z.unknown()
const pieceBytes = 4 * 1024 * 1024

/** Uploads what a post carries, with its words and captions: ids for the post. What no post takes, X drops after a day. */
export async function uploadAll(
  ask: AskX,
  { media, languages }: Outgoing,
  signal: AbortSignal,
): Promise<string[]> {
  if (media.length > 1 && media.some(isFilm))
    throw new NetworkFault('refused', 'X takes one film, or up to four pictures, but not both in one post.')
  const ids: string[] = []
  for (const part of media) {
    const id = isFilm(part)
      ? await uploadPieces(ask, part.bytes, part.mediaType, 'tweet_video', signal)
      : await uploadPicture(ask, part)
    if (part.alt !== '' && !isFilm(part)) {
      const json = { id, metadata: { alt_text: { text: part.alt } } }
      await ask({ method: 'POST', path: '/2/media/metadata', json, gives: anything })
    }
    if (part.captions !== null) await addCaptions(ask, id, part.captions, languages[0] ?? 'en', signal)
    ids.push(id)
  }
  return ids
}

async function uploadPicture(ask: AskX, { bytes, mediaType }: OutgoingMedia): Promise<string> {
  const form = new FormData()
  form.append('media_category', 'tweet_image')
  form.append('media_type', mediaType)
  form.append('media', new Blob([Buffer.from(bytes)], { type: mediaType }), 'picture')
  const { data } = await ask({ method: 'POST', path: '/2/media/upload', form, gives: uploaded })
  return data.id
}

/** In pieces, and until X has worked on it. */
async function uploadPieces(
  ask: AskX,
  bytes: Uint8Array,
  media_type: string,
  media_category: string,
  signal: AbortSignal,
): Promise<string> {
  const json = { media_type, media_category, total_bytes: bytes.length }
  const { data } = await ask({ method: 'POST', path: '/2/media/upload/initialize', json, gives: uploaded })
  const path = `/2/media/upload/${data.id}`
  for (let from = 0, piece = 0; from < bytes.length; from += pieceBytes, piece++) {
    const form = new FormData()
    form.append('segment_index', String(piece))
    form.append('media', new Blob([Buffer.from(bytes.subarray(from, from + pieceBytes))]), 'piece')
    await ask({ method: 'POST', path: `${path}/append`, form, gives: anything })
  }
  let { data: state } = await ask({ method: 'POST', path: `${path}/finalize`, gives: uploaded })
  const query = { command: 'STATUS', media_id: data.id }
  while (state.processing_info !== undefined && state.processing_info.state !== 'succeeded') {
    if (state.processing_info.state === 'failed')
      throw new NetworkFault('refused', 'X cannot read this film; it takes MP4 with H.264 and AAC.')
    await pause((state.processing_info.check_after_secs ?? 1) * 1000, undefined, { signal })
    state = (await ask({ path: '/2/media/upload', query, gives: uploaded })).data
  }
  return data.id
}

async function addCaptions(
  ask: AskX,
  film: string,
  webVtt: string,
  language: string,
  signal: AbortSignal,
): Promise<void> {
  const id = await uploadPieces(ask, Buffer.from(subRipOf(webVtt)), 'text/srt', 'subtitles', signal)
  const [language_code, display_name] = language.startsWith('es') ? ['ES', 'Español'] : ['EN', 'English']
  const json = { id: film, media_category: 'TweetVideo', subtitles: { id, language_code, display_name } }
  await ask({ method: 'POST', path: '/2/media/subtitles', json, gives: anything })
}
