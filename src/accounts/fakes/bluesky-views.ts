import { cidOf, gate, post } from './bluesky-words.ts'
import type { Wall, WallPost } from './wall.ts'

export type Records = ReadonlyMap<string, { cid: string; value: unknown }>

/** A post as the AppView shows it. */
export function viewOf(found: WallPost, wall: Wall, records: Records): { [key: string]: unknown } {
  const kept = records.get(found.id)
  const value = kept?.value ?? { $type: post, text: found.text, createdAt: found.at }
  const hidden = found.id === found.rootId ? wall.below(found.id).filter(({ isHidden }) => isHidden) : []
  return {
    uri: found.id,
    cid: kept?.cid ?? cidOf(0x71, `${found.id} ${found.text}`),
    author: { did: found.by.remoteId, handle: found.by.handle, displayName: found.by.name },
    // A visitor's edit is a new record at the same place.
    record: value,
    replyCount: wall.children(found.id).length,
    indexedAt: found.at,
    ...(hidden.length === 0
      ? {}
      : {
          threadgate: {
            record: {
              $type: gate,
              post: found.id,
              hiddenReplies: hidden.map(({ id }) => id),
              createdAt: found.at,
            },
          },
        }),
  }
}

/** A post with what is written below it, so many levels deep. */
export function threadOf(
  uri: string,
  depth: number,
  wall: Wall,
  records: Records,
): { [key: string]: unknown } {
  const found = wall.posts.get(uri)
  if (found === undefined) return { $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true }
  return {
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: viewOf(found, wall, records),
    ...(depth > 0
      ? { replies: wall.children(uri).map(({ id }) => threadOf(id, depth - 1, wall, records)) }
      : {}),
  }
}
