import type { WallKept } from './kept.ts'

/** Somebody who writes on a fake network: the department, or a visitor. */
export interface Writer {
  remoteId: string
  handle: string
  name: string
}

export interface WallMedia {
  /** The network's name of it, where it has one of its own. */
  id?: string
  mediaType: string
  alt: string
  bytes: number
  captions: string | null
}

/** A post or a comment, in the words of no network. */
export interface WallPost {
  id: string
  parentId: string | null
  rootId: string
  by: Writer
  text: string
  languages: readonly string[]
  media: readonly WallMedia[]
  /** ISO 8601 in UTC. */
  at: string
  editedAt: string | null
  isHidden: boolean
  /** The key that it was sent under, where the network knows such a thing. */
  key: string | null
}

export interface NewPost {
  /** Given by networks whose writer names the post; else the wall names it. */
  id?: string
  parentId: string | null
  by: Writer
  text: string
  languages?: readonly string[]
  media?: readonly WallMedia[]
  key?: string | null
}

/** What stands on a fake network: one for each fake, and the only truth of what it has. */
export interface Wall {
  posts: ReadonlyMap<string, WallPost>
  /** Somebody of that name, as the network names people. */
  visitor: (handle: string, name?: string) => Writer
  put: (post: NewPost) => WallPost
  /** Other words for a post; `undefined` where it is not there. */
  edit: (id: string, text: string) => WallPost | undefined
  hide: (id: string, isHidden: boolean) => WallPost | undefined
  /** Was it there? Its comments stay, as on real networks. */
  erase: (id: string) => boolean
  /** What answers a post itself, the oldest first. */
  children: (id: string) => WallPost[]
  /** Everything below a post, at every depth, the oldest first. */
  below: (id: string) => WallPost[]
  /** What one writer has written, the newest first. */
  of: (remoteId: string) => WallPost[]
  /** Everything that stands on it, for another process to go on with. */
  keep: () => WallKept
}

/** What a network calls its posts and its people. */
export interface Names {
  /** The id of the nth post. */
  post: (by: Writer, n: number) => string
  visitor: (handle: string, name: string) => Writer
}

/** A wall whose ids are made as its network makes them; empty, or with what stood on it, the oldest first. */
export function emptyWall(clock: () => string, names: Names, kept: WallKept = { posts: [], made: 0 }): Wall {
  const posts = new Map<string, WallPost>()
  /** Ids below an id, and which number each had: a thread is read without looking through the whole wall. */
  const answers = new Map<string, Set<string>>()
  const order = new Map<string, number>()
  let made = 0
  const change = (id: string, changed: Partial<WallPost>): WallPost | undefined => {
    const post = posts.get(id)
    if (post === undefined) return undefined
    posts.set(id, { ...post, ...changed })
    return posts.get(id)
  }
  const place = (post: WallPost): void => {
    posts.set(post.id, post)
    order.set(post.id, made)
    if (post.parentId === null) return
    const siblings = answers.get(post.parentId)
    if (siblings === undefined) answers.set(post.parentId, new Set([post.id]))
    else siblings.add(post.id)
  }
  for (const post of kept.posts) {
    made++
    place(post)
  }
  made = Math.max(made, kept.made)
  const children = (id: string): WallPost[] =>
    [...(answers.get(id) ?? [])].flatMap((child) => posts.get(child) ?? [])
  return {
    posts,
    visitor: (handle, name) => names.visitor(handle, name ?? handle),
    put: (asked) => {
      made++
      const id = asked.id ?? names.post(asked.by, made)
      const parent = asked.parentId === null ? undefined : posts.get(asked.parentId)
      const post: WallPost = {
        languages: [],
        media: [],
        key: null,
        ...asked,
        id,
        rootId: parent?.rootId ?? asked.parentId ?? id,
        at: clock(),
        editedAt: null,
        isHidden: false,
      }
      place(post)
      return post
    },
    edit: (id, text) => change(id, { text, editedAt: clock() }),
    hide: (id, isHidden) => change(id, { isHidden }),
    erase: (id) => posts.delete(id),
    children,
    below: (id) => {
      const found: WallPost[] = []
      const open = children(id)
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        found.push(next)
        open.push(...children(next.id))
      }
      return found.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    },
    keep: () => ({
      posts: [...posts.values()].map((post) => ({
        ...post,
        languages: [...post.languages],
        media: [...post.media],
      })),
      made,
    }),
    of: (remoteId) => [...posts.values()].filter((post) => post.by.remoteId === remoteId).toReversed(),
  }
}
