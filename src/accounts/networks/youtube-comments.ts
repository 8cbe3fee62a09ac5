import { z } from 'zod'
import { readAnswer } from './http-json.ts'
import type { Outgoing, Published, RemoteComment } from './network.ts'
import type { AskYouTube } from './youtube-film.ts'
import { isSameText, isSince } from './http-json.ts'

const comment = z.object({
  id: z.string(),
  snippet: z.object({
    textOriginal: z.string().optional(),
    textDisplay: z.string().default(''),
    authorDisplayName: z.string().default(''),
    authorChannelId: z.object({ value: z.string() }).optional(),
    parentId: z.string().optional(),
    publishedAt: z.string(),
    moderationStatus: z.string().optional(),
  }),
})
type Comment = z.infer<typeof comment>
const pageOf = <T>(item: z.ZodType<T>) =>
  z.object({ items: z.array(item).default([]), nextPageToken: z.string().optional() })
const thread = z.object({
  snippet: z.object({ topLevelComment: comment, totalReplyCount: z.number().default(0) }),
  replies: z.object({ comments: z.array(comment) }).optional(),
})

/** The comments under a film, those held for review too: the owner's list of them is another one. */
export async function commentsBelow(
  ask: AskYouTube,
  filmId: string,
  ownChannel: string,
): Promise<RemoteComment[]> {
  const found = new Map<string, RemoteComment>()
  for (const moderationStatus of ['published', 'heldForReview'] as const) {
    // The newest come first.
    for (const { snippet, replies } of (await threadsOf(ask, filmId, moderationStatus)).toReversed()) {
      const top = snippet.topLevelComment
      const given = replies?.comments ?? []
      // A thread tells five replies at most.
      const below = given.length < snippet.totalReplyCount ? await repliesTo(ask, top.id) : given
      const isHeld = moderationStatus === 'heldForReview'
      for (const one of [top, ...below]) {
        const isHidden = one.snippet.moderationStatus === undefined ? isHeld : isHeldNow(one)
        if (!found.has(one.id) || isHidden) found.set(one.id, commentOf(one, filmId, isHidden))
      }
    }
  }
  return [...found.values()]
    .filter(({ writer }) => writer.remoteId !== ownChannel)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const isHeldNow = ({ snippet }: Comment): boolean =>
  ['heldForReview', 'likelySpam', 'rejected'].includes(snippet.moderationStatus ?? '')

async function threadsOf(ask: AskYouTube, videoId: string, moderationStatus: string) {
  const query = {
    part: 'snippet,replies',
    videoId,
    moderationStatus,
    maxResults: '100',
    order: 'time',
    textFormat: 'plainText',
  }
  try {
    return await everyPage(ask, '/youtube/v3/commentThreads', query, thread)
  } catch (cause) {
    const { status, message = '' } = readAnswer(cause)
    if (status === 403 && /disabled comments/i.test(message)) return []
    throw cause
  }
}

function repliesTo(ask: AskYouTube, parentId: string): Promise<Comment[]> {
  const query = { part: 'snippet', parentId, maxResults: '100', textFormat: 'plainText' }
  return everyPage(ask, '/youtube/v3/comments', query, comment)
}

/** All pages of a list, or as many as `goesOn` wants. */
export async function everyPage<T>(
  ask: AskYouTube,
  path: string,
  query: Readonly<Record<string, string>>,
  item: z.ZodType<T>,
  goesOn: (last: T) => boolean = () => true,
): Promise<T[]> {
  const found: T[] = []
  let pageToken: string | undefined
  do {
    const { items, nextPageToken } = await ask({ path, query: { ...query, pageToken }, gives: pageOf(item) })
    found.push(...items)
    const last = items.at(-1)
    pageToken = last !== undefined && goesOn(last) ? nextPageToken : undefined
  } while (pageToken !== undefined)
  return found
}

function commentOf({ id, snippet }: Comment, filmId: string, isHidden: boolean): RemoteComment {
  const {
    authorDisplayName: name,
    authorChannelId,
    textOriginal,
    textDisplay,
    parentId,
    publishedAt,
  } = snippet
  return {
    remoteId: id,
    parentId: parentId ?? filmId,
    writer: { remoteId: authorChannelId?.value ?? '', handle: name, name },
    text: textOriginal ?? textDisplay,
    at: new Date(publishedAt).toISOString(),
    isHidden,
    url: `https://www.youtube.com/watch?v=${filmId}&lc=${id}`,
    media: [],
  }
}

const topId = z.object({
  id: z.string(),
  snippet: z.object({ topLevelComment: z.object({ id: z.string() }) }),
})

/** A comment of ours below a film, or an answer to a comment; an answer to an answer stands in the same thread. */
export async function reply(
  ask: AskYouTube,
  text: string,
  { remoteId, rootId }: NonNullable<Outgoing['replyTo']>,
  mark: () => void,
): Promise<Published> {
  mark()
  const query = { part: 'snippet' }
  if (remoteId === rootId) {
    const json = { snippet: { videoId: rootId, topLevelComment: { snippet: { textOriginal: text } } } }
    const path = '/youtube/v3/commentThreads'
    const made = await ask({ method: 'POST', path, query, json, gives: topId })
    return publishedAs(made.snippet.topLevelComment.id, rootId)
  }
  const json = { snippet: { parentId: threadIn(remoteId), textOriginal: text } }
  const path = '/youtube/v3/comments'
  const { id } = await ask({ method: 'POST', path, query, json, gives: z.object({ id: z.string() }) })
  return publishedAs(id, rootId)
}

/** The name of an answer is its thread's, a dot, and its own. */
const threadIn = (commentId: string): string => commentId.split('.')[0] ?? commentId
const publishedAs = (id: string, filmId: string): Published => ({
  remoteId: id,
  url: `https://www.youtube.com/watch?v=${filmId}&lc=${id}`,
})

/** Our comments in that place since an attempt, with these words. */
export async function ownReplies(
  ask: AskYouTube,
  text: string,
  { remoteId, rootId }: NonNullable<Outgoing['replyTo']>,
  ownChannel: string,
  since: string,
): Promise<Published[]> {
  const there =
    remoteId === rootId
      ? (await threadsOf(ask, rootId, 'published')).map(({ snippet }) => snippet.topLevelComment)
      : await repliesTo(ask, threadIn(remoteId))
  return there
    .filter(
      ({ snippet }) => snippet.authorChannelId?.value === ownChannel && isSince(snippet.publishedAt, since),
    )
    .filter(({ snippet }) => isSameText(snippet.textOriginal ?? snippet.textDisplay, text))
    .map(({ id }) => publishedAs(id, rootId))
}
