/** The networks a department speaks on; `site` is its own public site, which needs no other party. */
export const networkNames = [
  'site',
  'bluesky',
  'mastodon',
  'facebook',
  'x',
  'instagram',
  'youtube',
  'nextdoor',
] as const
export type NetworkName = (typeof networkNames)[number]

/** What a network takes in one post, and what it lets a department do. */
export interface Limits {
  /**
   * The most that a post may say, and what is counted; `link`: every link counts as so many, however long it is;
   * `bytes`: nor may it be longer than so many bytes of UTF-8.
   */
  text: { most: number; counts: 'graphemes' | 'characters' | 'weighted'; link?: number; bytes?: number }
  images: { most: number; bytes: number; mediaTypes: readonly string[] }
  video: { bytes: number; seconds: number; mediaTypes: readonly string[] } | null
  /** The most characters that the words for a picture may have. */
  altText: number
  /** Must a post carry a picture or a film? */
  needsMedia: boolean
  can: {
    /** A reply of a visitor is hidden from readers, and shown again, without being destroyed. */
    hide: boolean
    /** Where it is not: why, and what a person can do there instead. */
    instead?: { en: string; es: string }
    reply: boolean
    /** The words of a post are changed in place; elsewhere a correction is a reply. */
    edit: boolean
  }
}

/** A picture or a film as the public gets it: its own bytes, stripped of what a camera writes into them. */
export interface OutgoingMedia {
  bytes: Uint8Array
  mediaType: string
  alt: string
  /** Pixels. */
  width: number
  height: number
  /** WebVTT; a film is published with its captions. */
  captions: string | null
  /** Where everybody gets it on the department's public site; for networks that fetch it (Instagram, Nextdoor). */
  url?: string
}

/** A post exactly as it was approved. */
export interface Outgoing {
  text: string
  /** BCP 47, `en`, `es`. */
  languages: readonly string[]
  media: readonly OutgoingMedia[]
  /** The post on this network that it answers; the first post of that thread, where the network asks for it. */
  replyTo: { remoteId: string; rootId: string } | null
}

/** What is known of a post that a network has. */
export interface Published {
  /** The network's own name of it (an at:// address, a status id). */
  remoteId: string
  /** Where a reader sees it; null where the network tells none. */
  url: string | null
}

/** A comment as a network shows it. */
export interface RemoteComment {
  remoteId: string
  /** What it answers: a post of ours, or another comment. */
  parentId: string
  writer: { remoteId: string; handle: string; name: string }
  text: string
  /** When it was written, by the network's word; ISO 8601 in UTC. */
  at: string
  isHidden: boolean
  url: string | null
  media: readonly { mediaType: string; url: string; alt: string }[]
}

/** What a profile page shows to everybody, for the check of its notices. */
export interface RemotePage {
  name: string
  /** The words that a visitor sees: description, about, pinned post. */
  text: string
  links: readonly string[]
  url: string
}

/** The key to one account, opened for one call; never logged. */
export interface Access {
  /** The server's address for networks that have many. */
  service: string
  /** The account's own name on it. */
  handle: string
  /** What the network asks for, by the names of its adapter (`password`, `accessToken`, `refreshToken`). */
  secrets: Readonly<Record<string, string>>
}

/**
 * One network, as posts and comments use it. Every call ends within the signal, and throws `NetworkFault` and nothing
 * else. `key` names one publication for ever: sent again under the same key, a network that `isKeyed` has it once.
 */
export interface Network {
  name: NetworkName
  /** The version of the network's interface that this was written against. */
  version: string
  limits: Limits
  /** Is a publication sent twice under one key there once? */
  isKeyed: boolean
  /** The names of the secrets that an account needs, with the words that ask for them. */
  secrets: Readonly<Record<string, string>>
  publish: (access: Access, outgoing: Outgoing, key: string, signal: AbortSignal) => Promise<Published>
  /** Was a publication received, whose answer was lost? `undefined` when it surely was not. */
  find: (
    access: Access,
    outgoing: Outgoing,
    key: string,
    since: string,
    signal: AbortSignal,
  ) => Promise<Published | undefined>
  /** Other words for a post of ours, where the network can edit: media, language and thread stay as they are. */
  edit?: (access: Access, remoteId: string, outgoing: Outgoing, signal: AbortSignal) => Promise<Published>
  /** Removes a post of ours; one that is gone already is no fault. */
  remove: (access: Access, remoteId: string, signal: AbortSignal) => Promise<void>
  /** The comments under a post of ours, the oldest first; all of them. */
  comments: (access: Access, remoteId: string, signal: AbortSignal) => Promise<RemoteComment[]>
  hide: (access: Access, rootId: string, commentId: string, signal: AbortSignal) => Promise<void>
  restore: (access: Access, rootId: string, commentId: string, signal: AbortSignal) => Promise<void>
  /** The account's public page. */
  page: (access: Access, signal: AbortSignal) => Promise<RemotePage>
  /** Is the key still good, and until when? Throws `signed-out` where it is not. */
  check: (access: Access, signal: AbortSignal) => Promise<{ until: string | null }>
  /** New secrets for old, where the network lets them be rotated. */
  rotate?: (
    access: Access,
    signal: AbortSignal,
  ) => Promise<{ secrets: Readonly<Record<string, string>>; until: string | null }>
}

export type Networks = Readonly<Record<NetworkName, Network>>

/**
 * Why a call failed. `refused`: it was looked at and will never be taken. `later`: it was surely not taken, and may be
 * sent again (`after`, milliseconds, is the network's own word). `signed-out`: the key is no longer good. `unknown`: it
 * may have been taken.
 */
export class NetworkFault extends Error {
  readonly kind: 'refused' | 'later' | 'signed-out' | 'unknown'
  /** One sentence for a person; holds no secret. */
  readonly sentence: string
  readonly after: number | null

  constructor(kind: NetworkFault['kind'], sentence: string, after: number | null = null) {
    super(sentence)
    this.name = 'NetworkFault'
    this.kind = kind
    this.sentence = sentence
    this.after = after
  }
}
