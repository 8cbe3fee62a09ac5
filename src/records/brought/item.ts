import { z } from 'zod'
import { personKey } from '../../posts/content.ts'
import type { Body } from '../body.ts'
import type { Entry } from '../read.ts'
import { cut, sources, type Captured, type Source } from '../record.ts'

/** Something that stood on an account or a page before, as an export tells of it. */
export const itemSchema = z.object({
  /** A message was written to the page, not before the public. */
  what: z.enum(['post', 'comment', 'message', 'page']),
  /** By this it is known again: the network's own name of it where the export has one, else made of what it says. */
  remoteId: z.string(),
  /** The remote id of what it stands under; null: under nothing. */
  parentId: z.string().nullable(),
  /** Who wrote it, as shown. */
  author: z.string().nullable(),
  text: z.string(),
  /** When it was written, ISO 8601 in UTC; null where nobody says. */
  saidAt: z.string().nullable(),
  url: z.string().nullable(),
  /** Where its shortened links lead. */
  links: z.array(z.string()),
  /** Whom else it names. */
  people: z.array(z.string()),
  media: z.array(z.object({ sha256: z.string(), mediaType: z.string(), name: z.string(), alt: z.string() })),
})
export type Item = z.infer<typeof itemSchema>

/** What the ledger holds of it. */
const broughtSchema = itemSchema.extend({
  importId: z.string(),
  source: z.enum(sources),
  accountId: z.string().nullable(),
  /** The first time it was brought 1, and one more each time with other words. */
  n: z.number(),
  hash: z.string(),
})
export type Brought = z.infer<typeof broughtSchema>

/** The name under which all versions of a thing of an account stand. */
export function thingOf(source: Source, accountId: string | null, remoteId: string): string {
  return `${source} ${accountId ?? 'none'} ${remoteId}`
}

/** The record of what was brought. Pure. */
export function broughtOf(
  agencyId: string,
  entry: Omit<Entry, 'body' | 'kind' | 'subject'>,
  body: Body,
): Captured {
  return recordOfItem(agencyId, entry, broughtSchema.parse(body))
}

/** The same, of an item at hand. */
export function recordOfItem(
  agencyId: string,
  { entryId, at, madeBy }: Omit<Entry, 'body' | 'kind' | 'subject'>,
  brought: Brought,
): Captured {
  const { what, remoteId, parentId, author, text, saidAt, people, links, media, source, accountId, n, hash } =
    brought
  const named = [...people, ...(author === null ? [] : [author])].map(personKey).filter((key) => key !== '')
  return {
    agencyId,
    recordId: entryId,
    at: saidAt ?? at,
    kind: what === 'message' ? 'imported' : what,
    event: `${what === 'message' ? 'message ' : ''}${n === 1 ? 'brought' : 'brought again'}`,
    thing: thingOf(source, accountId, remoteId),
    thread: thingOf(source, accountId, parentId ?? remoteId),
    accountId,
    madeBy,
    author,
    people: [...new Set(named)],
    words: cut([text, ...links, ...media.map(({ alt }) => alt)].filter((words) => words !== '').join('\n')),
    media: [...new Set(media.map(({ sha256 }) => sha256))],
    ruling: null,
    moderation: what === 'comment' ? 'shown' : null,
    source,
    // What stood in public is for everybody.
    access: what === 'message' ? 'office' : 'open',
    digest: hash,
  }
}

/** An item as a reader of exports gives it: its pictures are still files of the export, or bytes at hand. */
export interface Found extends Omit<Item, 'media'> {
  files: { name: string; alt: string }[]
  bytes?: { mediaType: string; body: Uint8Array }
}
