import type * as Feedsmith from 'feedsmith'
import type { Language } from '../../platform/public-page.ts'
import { inLanguage } from '../../platform/public-page.ts'
import { escaped, keepable } from '../notices/xml-write.ts'

/** One entry of a feed: a post or a notice. */
export interface FeedEntry {
  /** Where it stands, without its language; its name in the feed for ever. */
  address: string
  title: string
  text: string
  /** Of the words, where they are not in the language of the feed. */
  language: Language
  published: string
  updated: string
  category: string
  /** The same as CAP, for programs. */
  cap: string | null
}

export interface Feed {
  title: string
  /** The page that it follows, and the feed's own address. */
  page: string
  self: string
  author: string
  language: Language
  entries: readonly FeedEntry[]
  /** When anything in it last changed; of an empty feed, when it was asked for. */
  updated: string
}

export const feedFormats = {
  atom: { mediaType: 'application/atom+xml', write: atom },
  rss: { mediaType: 'application/rss+xml', write: rss },
  json: { mediaType: 'application/feed+json', write: json },
} as const
export type FeedFormat = keyof typeof feedFormats

/** A feed in one of the three formats; signs that XML does not have are left out. Its library loads with the first feed. */
export async function writeFeed(feed: Feed, format: FeedFormat): Promise<string> {
  const entries = feed.entries.map((entry) => ({
    ...entry,
    title: keepable(entry.title),
    text: keepable(entry.text),
  }))
  const kept = { ...feed, title: keepable(feed.title), author: keepable(feed.author), entries }
  return feedFormats[format].write(await import('feedsmith'), kept)
}

function atom({ generateAtomFeed }: typeof Feedsmith, feed: Feed): string {
  const { language, title, page, self, author, updated, entries } = feed
  return generateAtomFeed({
    id: self,
    title: { value: title },
    updated: updated,
    authors: [{ name: author }],
    links: [
      { href: page, rel: 'alternate', type: 'text/html', hreflang: language },
      { href: self, rel: 'self', type: 'application/atom+xml' },
    ],
    entries: entries.map((entry) => ({
      id: inLanguage(entry.address, language),
      title: { value: entry.title },
      updated: entry.updated,
      published: entry.published,
      summary: { value: entry.text },
      categories: [{ term: entry.category }],
      links: [
        { href: inLanguage(entry.address, language), rel: 'alternate', type: 'text/html' },
        ...(entry.cap === null ? [] : [{ href: entry.cap, rel: 'related', type: 'application/cap+xml' }]),
      ],
    })),
  })
}

function rss({ generateRssFeed }: typeof Feedsmith, feed: Feed): string {
  const { language, title, page, self, updated, entries } = feed
  return generateRssFeed({
    title,
    link: page,
    description: title,
    language: language === 'en' ? 'en-us' : 'es-us',
    lastBuildDate: updated,
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      title: entry.title,
      link: inLanguage(entry.address, language),
      // RSS holds HTML here: what somebody wrote is words, and no markup.
      description: escaped(entry.text),
      guid: { value: inLanguage(entry.address, language), isPermaLink: true },
      pubDate: entry.updated,
      categories: [{ name: entry.category }],
      ...(entry.cap === null
        ? {}
        : { atom: { links: [{ href: entry.cap, rel: 'related', type: 'application/cap+xml' }] } }),
    })),
  })
}

function json({ generateJsonFeed }: typeof Feedsmith, feed: Feed): string {
  const { language, title, page, self, author, entries } = feed
  return JSON.stringify(
    generateJsonFeed({
      title,
      home_page_url: page,
      feed_url: self,
      language: language === 'en' ? 'en-US' : 'es-US',
      authors: [{ name: author }],
      items: entries.map((entry) => ({
        id: inLanguage(entry.address, language),
        url: inLanguage(entry.address, language),
        title: entry.title,
        content_text: entry.text,
        date_published: entry.published,
        date_modified: entry.updated,
        tags: [entry.category],
        language: entry.language,
      })),
    }),
  )
}
