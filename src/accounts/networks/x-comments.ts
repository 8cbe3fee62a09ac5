import { z } from 'zod'
import type { RemoteComment } from './network.ts'
import type { AskX } from './x-media.ts'
import { answered, withoutNames, wordsOf, xPost, type XPost } from './x-words.ts'

const found = z.object({
  data: z.array(xPost).optional(),
  includes: z
    .object({
      users: z.array(z.object({ id: z.string(), name: z.string(), username: z.string() })).optional(),
      media: z
        .array(
          z.object({
            media_key: z.string(),
            type: z.string(),
            url: z.string().optional(),
            preview_image_url: z.string().optional(),
            alt_text: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})
type Found = z.infer<typeof found>

const one = z.object({ data: xPost })
/** The search of recent posts goes back seven days; before, only that of the whole archive, which X bills apart. */
const recentMs = 7 * 24 * 3_600_000

/**
 * Everything below a post of ours, by the search for its conversation. X does not tell which replies are hidden: all come
 * as not hidden, and who has hidden one has to remember it.
 */
export async function commentsBelow(ask: AskX, remoteId: string, now: string): Promise<RemoteComment[]> {
  const query = { 'tweet.fields': 'conversation_id,created_at,author_id' }
  const { data: root } = await ask({ path: `/2/tweets/${remoteId}`, query, gives: one })
  const start = root.created_at ?? now
  const isRecent = Date.parse(now) - Date.parse(start) < recentMs
  const pages: Found[] = []
  let next_token: string | undefined
  do {
    const page = await ask({
      path: isRecent ? '/2/tweets/search/recent' : '/2/tweets/search/all',
      query: {
        query: `conversation_id:${root.conversation_id ?? remoteId}`,
        max_results: '100',
        start_time: isRecent ? undefined : start,
        'tweet.fields': 'author_id,created_at,referenced_tweets,entities,attachments',
        expansions: 'author_id,attachments.media_keys',
        'user.fields': 'name,username',
        'media.fields': 'url,type,alt_text,preview_image_url',
        next_token,
      },
      gives: found,
    })
    pages.push(page)
    next_token = page.meta?.next_token
  } while (next_token !== undefined)
  // The newest come first.
  const posts = pages.flatMap(({ data = [] }) => data).toReversed()
  const isHead = root.conversation_id === undefined || root.conversation_id === remoteId
  const below = isHead ? posts : descendants(posts, remoteId)
  return below
    .filter(({ id, author_id: author }) => id !== remoteId && author !== root.author_id)
    .map((post) => commentOf(post, remoteId, pages))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Those of a conversation that stand below one of its posts. */
function descendants(posts: readonly XPost[], remoteId: string): XPost[] {
  const below = new Set([remoteId])
  for (let before = 0; before < below.size;) {
    before = below.size
    for (const post of posts) if (below.has(answered(post) ?? '')) below.add(post.id)
  }
  return posts.filter(({ id }) => below.has(id))
}

function commentOf(post: XPost, rootId: string, pages: readonly Found[]): RemoteComment {
  const { id, author_id: author = '', created_at: at = '1970-01-01T00:00:00Z', attachments } = post
  const writer = pages.flatMap(({ includes }) => includes?.users ?? []).find((user) => user.id === author)
  const handle = writer?.username ?? ''
  const keys = new Set(attachments?.media_keys ?? [])
  const media = pages
    .flatMap(({ includes }) => includes?.media ?? [])
    .filter(({ media_key: key }) => keys.delete(key))
  return {
    remoteId: id,
    parentId: answered(post) ?? rootId,
    writer: { remoteId: author, handle, name: writer?.name ?? '' },
    text: withoutNames(wordsOf(post)),
    at: new Date(at).toISOString(),
    isHidden: false,
    url: `https://x.com/${handle || 'i'}/status/${id}`,
    media: media.flatMap(({ type, url, preview_image_url: preview, alt_text: alt = '' }) => {
      const address = url ?? preview
      return address === undefined
        ? []
        : [{ mediaType: type === 'photo' ? 'image/*' : 'video/*', url: address, alt }]
    }),
  }
}
