import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { writeFeed, type Feed } from './feeds.ts'

test('words that look like markup are words in every reader: RSS holds HTML in a description, Atom does not', async () => {
  const at = '2026-11-21T12:00:00Z'
  const entry = {
    address: 'https://riverton.gov/public/posts/1',
    title: 'Less than <b>.08</b>',
    text: 'Less than <b>.08</b> & sober',
    language: 'en',
    published: at,
    updated: at,
    category: 'news',
    cap: null,
  } as const
  const [page, self] = ['https://riverton.gov/public', 'https://riverton.gov/public/feeds/posts.rss']
  const feed: Feed = {
    title: 'Posts',
    page,
    self,
    author: 'RPD',
    language: 'en',
    updated: at,
    entries: [entry],
  }
  const [rss] = parseRssFeed(await writeFeed(feed, 'rss')).items ?? []
  assert.equal(rss?.description, 'Less than &#60;b&#62;.08&#60;/b&#62; &#38; sober')
  const [atom] = parseAtomFeed(await writeFeed(feed, 'atom')).entries ?? []
  assert.equal(atom?.summary?.value, entry.text)
})
