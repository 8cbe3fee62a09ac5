import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { faultOf, waitAsked } from './faults.ts'
import { linksOf, textOf } from './html-text.ts'
import { lengthOn } from './length.ts'
import type { Limits } from './network.ts'
import { momentOf, recordKeyFor } from './record-key.ts'

const limits = (text: Limits['text']): Limits => ({
  text,
  images: { most: 4, bytes: 1, mediaTypes: [] },
  video: null,
  altText: 1,
  needsMedia: false,
  can: { hide: false, reply: true, edit: false },
})

const said = (headers: { [name: string]: string }): Parameters<typeof waitAsked>[0] => ({
  status: 429,
  header: (name) => headers[name],
  cause: undefined,
})
const failed = (cause: Error): TypeError => new TypeError('fetch failed', { cause })

test('a text is as long as its network counts it', () => {
  const officer = '👮🏽‍♀️'
  const link = 'https://riverton.example/a/very/long/address'
  const cases: readonly (readonly [Limits['text'], string, number])[] = [
    [{ most: 300, counts: 'graphemes' }, `Hi ${officer}`, 4],
    [{ most: 300, counts: 'graphemes' }, link, link.length],
    [{ most: 500, counts: 'graphemes', link: 23 }, `See ${link}.`, 28],
    [{ most: 500, counts: 'graphemes', link: 23 }, 'See https://a.gov', 27],
    [{ most: 9, counts: 'characters' }, officer, 5],
    [{ most: 280, counts: 'weighted', link: 23 }, `abc ${officer} 日本 ${link}`, 4 + 2 + 1 + 4 + 1 + 23],
    [{ most: 280, counts: 'weighted' }, 'café “ok”', 9],
  ]
  for (const [text, words, length] of cases) assert.equal(lengthOn(limits(text), words), length, words)
})

test('a record key follows from the key, is a TID, and sorts as the keys’ moments do', () => {
  const seen = new Set<string>()
  let checked = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4_000_000_000_000 }),
      fc.integer({ min: 2, max: 100_000 }),
      (at, later) => {
        const [first, second] = [v7({ msecs: at }), v7({ msecs: at + later })]
        assert.match(recordKeyFor(first), /^[2-7a-j][2-7a-z]{12}$/)
        assert.equal(recordKeyFor(first), recordKeyFor(first))
        assert.ok(recordKeyFor(first) < recordKeyFor(second))
        assert.equal(momentOf(first), new Date(at).toISOString())
        seen.add(recordKeyFor(first))
        checked++
      },
    ),
  )
  assert.ok(checked >= 100)
  const sameMoment = Array.from({ length: 1000 }, () => recordKeyFor(v7({ msecs: 1_800_000_000_000 })))
  // A million places within a millisecond: a thousand posts of one millisecond seldom meet, and if so are refused.
  assert.ok(new Set(sameMoment).size > 995)
  for (const other of ['', 'post-7', v7().replaceAll('-', '')]) {
    assert.equal(momentOf(other), undefined)
    assert.match(recordKeyFor(other), /^[2-7a-j][2-7a-z]{12}$/)
  }
})

test('the words and links of Mastodon’s HTML are read; what looks like HTML in them stays words', () => {
  const html =
    '<p>Road &lt;b&gt;closed&lt;/b&gt; &amp; wet<br />until 5&#39;ish &#x1F6A7;</p><p>See <a href="https://a.example/?b=1&amp;c=2" rel="nofollow"><span class="invisible">https://</span>a.example</a> <a href="https://a.example/tags/x" class="mention hashtag">#x</a></p>'
  assert.equal(textOf(html), "Road <b>closed</b> & wet\nuntil 5'ish 🚧\n\nSee https://a.example #x")
  assert.deepEqual(linksOf(html), ['https://a.example/?b=1&c=2'])
  assert.equal(textOf('&bogus; &#99999999;&#1114112;'), '&bogus; &#99999999;&#1114112;')
})

test('how long to wait is read as each network says it', () => {
  const now = '2026-11-21T15:00:00.000Z'
  assert.equal(waitAsked(said({ 'retry-after': '30' }), now), 30_000)
  assert.equal(waitAsked(said({ 'retry-after': 'Sat, 21 Nov 2026 15:01:00 GMT' }), now), 60_000)
  assert.equal(waitAsked(said({ 'ratelimit-reset': String(Date.parse(now) / 1000 + 90) }), now), 90_000)
  assert.equal(waitAsked(said({ 'x-ratelimit-reset': '2026-11-21T15:05:00.000Z' }), now), 300_000)
  assert.equal(waitAsked(said({ 'x-ratelimit-reset': '2026-11-21T14:00:00.000Z' }), now), 1000)
  assert.equal(waitAsked(said({}), now), null)
  assert.equal(waitAsked(said({ 'retry-after': 'soon' }), now), null)
})

test('a fault is named after what it may have left behind', () => {
  const call = { network: 'Bluesky', handle: 'riverton-pd.test', clock: () => '2026-11-21T15:00:00.000Z' }
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  const cut = Object.assign(new Error('read'), { code: 'ECONNRESET' })
  const kind = (status: number | undefined, cause: unknown, mayBeTaken: boolean): string =>
    faultOf(call, { status, cause }, mayBeTaken).kind
  assert.equal(kind(undefined, failed(cut), true), 'unknown')
  assert.equal(kind(undefined, failed(cut), false), 'later')
  assert.equal(kind(undefined, failed(refused), true), 'later')
  assert.equal(kind(503, undefined, true), 'unknown')
  assert.equal(kind(200, undefined, true), 'unknown')
  assert.equal(kind(422, undefined, true), 'refused')
  assert.equal(kind(401, undefined, true), 'signed-out')
  assert.equal(kind(429, undefined, true), 'later')
  const long = faultOf(call, { status: 400, message: `no\n${'o'.repeat(500)}`, cause: undefined }, false)
  assert.ok(long.sentence.length < 240 && !long.sentence.includes('\n'))
})
