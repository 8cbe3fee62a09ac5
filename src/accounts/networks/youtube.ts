import { z } from 'zod'
import { calling } from './faults.ts'
import { googleSessions, readsGoogle } from './google-session.ts'
import { readAnswer, theOne, unlessGone } from './http-json.ts'
import { NetworkFault, type Access, type Network } from './network.ts'
import { linksInText } from './text-links.ts'
import { commentsBelow, ownReplies, reply } from './youtube-comments.ts'
import {
  askingYouTube,
  ownFilms,
  publishFilm,
  renameFilm,
  type AskYouTube,
  type Uploading,
} from './youtube-film.ts'

const nothing = z.unknown()

/**
 * A channel on YouTube, by the Data API v3. Only films go there. A comment is hidden by holding it for review: one that is
 * rejected is in no list any more and could not be shown again. An app that Google has not audited uploads private films
 * only: then the last call is refused.
 */
export function youtube(fetch: typeof globalThis.fetch, clock: () => string): Network {
  const sessions = googleSessions(fetch, clock)
  const called = <T>(
    access: Access,
    signal: AbortSignal,
    work: (ask: AskYouTube, mark: () => void, uploading: Uploading) => Promise<T>,
  ): Promise<T> =>
    calling({ network: 'YouTube', handle: access.handle, clock }, signal, readAnswer, (mark) =>
      sessions.as(access, signal, (token) => {
        const uploading = { fetch, access, token, signal, reads: readsGoogle(clock) }
        return work(askingYouTube(fetch, access, token, signal, clock), mark, uploading)
      }),
    )
  const moderate = (moderationStatus: string): Network['hide'] => {
    return (access, _rootId, id, signal) =>
      called(access, signal, async (ask) => {
        const path = '/youtube/v3/comments/setModerationStatus'
        await ask({ method: 'POST', path, query: { id, moderationStatus }, gives: nothing })
      })
  }

  return {
    name: 'youtube',
    version: 'YouTube Data API v3',
    limits: {
      text: { most: 5_000, counts: 'characters' },
      images: { most: 0, bytes: 0, mediaTypes: [] },
      video: { bytes: 256 * 1024 ** 3, seconds: 43_200, mediaTypes: ['video/mp4', 'video/webm'] },
      altText: 0,
      needsMedia: true,
      can: { hide: true, reply: true, edit: true },
    },
    isKeyed: false,
    secrets: {
      clientId: 'Client ID (Google Cloud Console, APIs and services, Credentials)',
      clientSecret: 'Client secret',
      refreshToken: 'Refresh token for the channel (scope youtube.force-ssl)',
    },

    publish: (access, outgoing, _key, signal) =>
      called(access, signal, (ask, mark, uploading) => {
        if (new TextEncoder().encode(outgoing.text).length > 5_000)
          throw new NetworkFault('refused', 'YouTube takes 5,000 bytes of words; accents take two each.')
        return outgoing.replyTo === null
          ? publishFilm(uploading, ask, outgoing, mark)
          : reply(ask, outgoing.text, outgoing.replyTo, mark)
      }),

    find: (access, { text, replyTo }, _key, since, signal) =>
      called(access, signal, async (ask) => {
        const { id, contentDetails } = await ownChannel(ask)
        const found =
          replyTo === null
            ? await ownFilms(ask, contentDetails.relatedPlaylists.uploads, text, since)
            : await ownReplies(ask, text, replyTo, id, since)
        return theOne('YouTube', found)
      }),

    edit: (access, remoteId, { text }, signal) =>
      called(access, signal, async (ask) => {
        if (isFilm(remoteId)) return renameFilm(ask, remoteId, text)
        const json = { id: remoteId, snippet: { textOriginal: text } }
        await ask({
          method: 'PUT',
          path: '/youtube/v3/comments',
          query: { part: 'snippet' },
          json,
          gives: nothing,
        })
        return { remoteId, url: null }
      }),

    remove: (access, id, signal) =>
      called(access, signal, (ask) => {
        const path = isFilm(id) ? '/youtube/v3/videos' : '/youtube/v3/comments'
        return unlessGone(ask({ method: 'DELETE', path, query: { id }, gives: nothing }))
      }),

    comments: (access, remoteId, signal) =>
      called(access, signal, async (ask) => commentsBelow(ask, remoteId, (await ownChannel(ask)).id)),

    hide: moderate('heldForReview'),
    restore: moderate('published'),

    page: (access, signal) =>
      called(access, signal, async (ask) => {
        const { id, snippet } = await ownChannel(ask)
        const { title, description, customUrl } = snippet
        const url = `https://www.youtube.com/${customUrl ?? `channel/${id}`}`
        return { name: title, text: description, links: linksInText(description), url }
      }),

    check: (access, signal) =>
      calling({ network: 'YouTube', handle: access.handle, clock }, signal, readAnswer, async () => {
        const { token, until } = await sessions.renew(access, signal)
        await ownChannel(askingYouTube(fetch, access, token, signal, clock))
        return { until }
      }),
  }
}

/** A film's name has eleven letters, a comment's many more. */
const isFilm = (remoteId: string): boolean => remoteId.length === 11

const channels = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        snippet: z.object({
          title: z.string(),
          description: z.string().default(''),
          customUrl: z.string().optional(),
        }),
        contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
      }),
    )
    .default([]),
})

async function ownChannel(ask: AskYouTube) {
  const query = { part: 'snippet,contentDetails', mine: 'true' }
  const { items } = await ask({ path: '/youtube/v3/channels', query, gives: channels })
  const [channel] = items
  if (!channel) throw new NetworkFault('refused', 'This Google account has no channel on YouTube.')
  return channel
}
