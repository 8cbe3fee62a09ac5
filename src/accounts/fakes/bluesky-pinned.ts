import { cidOf, post } from './bluesky-words.ts'
import type { Writer } from './wall.ts'

/** A profile and a post hold so many graphemes. */
const profileRoom = 256
const postRoom = 300
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const lengthOf = (text: string): number => [...graphemes.segment(text)].length

/**
 * What the owner wrote of a page, as Bluesky has room for it: the first lines are the profile, the rest a pinned post
 * and the owner's own posts below it. A line that fits in no post is a mistake of whoever wrote the fake's words.
 */
export function pinnedBy(words: string): { description: string; pinned: readonly string[] } {
  const parts = ['']
  for (const line of words.split('\n')) {
    const room = parts.length === 1 ? profileRoom : postRoom
    const longer = parts.at(-1) === '' ? line : `${parts.at(-1)}\n${line}`
    if (lengthOf(longer) <= room) parts[parts.length - 1] = longer
    else if (lengthOf(line) <= postRoom) parts.push(line)
    else throw new RangeError(`no post of Bluesky holds “${line}”`)
  }
  const [description = '', ...pinned] = parts
  return { description, pinned }
}

/** The address and hash of the nth of an account's pinned posts. */
export function pinnedAt(by: Writer, texts: readonly string[], n = 0): { uri: string; cid: string } {
  const uri = `at://${by.remoteId}/${post}/pinned-${n}`
  return { uri, cid: cidOf(0x71, `${uri} ${texts[n]}`) }
}

/** An account's pinned posts as a thread, each an answer to the one before. */
export function pinnedThread(
  by: Writer,
  texts: readonly string[],
  at: string,
  n = 0,
): { [key: string]: unknown } {
  const isLast = n === texts.length - 1
  return {
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: {
      ...pinnedAt(by, texts, n),
      author: { did: by.remoteId, handle: by.handle, displayName: by.name },
      record: { $type: post, text: texts[n], createdAt: at },
      replyCount: isLast ? 0 : 1,
      indexedAt: at,
    },
    replies: isLast ? [] : [pinnedThread(by, texts, at, n + 1)],
  }
}
