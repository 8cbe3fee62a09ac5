import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressFault, serviceFault, serviceOf, tidyAddress } from './address.ts'
import { enough, isLinked, shareFound } from './match.ts'
import { offered } from './wording.ts'

const monitoring =
  'Comments on this page are monitored. The department reserves the right to remove obscenities, off-topic comments and personal attacks.'

test('a notice is found in other type, and with a word changed; its words scattered over a page are not it', () => {
  const page = `Riverton Police\n\nWe post the news.\n\nCOMMENTS ON THIS PAGE ARE MONITORED — the Department reserves the right to remove obscenities, off‑topic comments and personal attacks!\nCall 911.`
  assert.equal(shareFound(monitoring, page), 1)
  assert.ok(shareFound(monitoring, page.replace('reserves the right to', 'may')) >= enough - 0.05)
  const scattered = monitoring
    .split(' ')
    .map((word) => `${word} and much else that was written here about the parade`)
    .join(' ')
  assert.ok(shareFound(monitoring, scattered) < 0.3)
  assert.ok(shareFound(monitoring, 'We post the news of the department, and love comments.') < 0.4)
})

test('no offered notice is taken for another', () => {
  for (const wanted of offered)
    for (const shown of offered)
      for (const language of ['en', 'es'] as const) {
        if (wanted.fact === 'page.linked') continue
        const share = shareFound(wanted.full[language], shown.full[language])
        assert.equal(share >= enough, wanted.fact === shown.fact, `${wanted.fact} in ${shown.fact}: ${share}`)
      }
})

test('[property] a notice is found wherever it stands, and no longer once its second half is gone', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { maxLength: 60 }).map((one) => one.join(' '))
  fc.assert(
    fc.property(
      words,
      words,
      fc.constantFrom(...offered.filter(({ fact }) => fact !== 'page.linked')),
      (before, after, { full }) => {
        assert.ok(shareFound(full.en, `${before}\n${full.en}\n${after}`) >= enough)
        const half = full.en
          .split(' ')
          .slice(0, full.en.split(' ').length / 2)
          .join(' ')
        assert.ok(shareFound(full.en, `${before}\n${half}`) < enough)
      },
    ),
    { seed: 4 },
  )
})

test('a link is found as a link, or written out, whatever stands around it', () => {
  const site = 'https://www.riverton.example/police'
  assert.ok(isLinked(site, ['http://riverton.example/police/'], ''))
  assert.ok(isLinked(site, [], 'More at riverton.example/police.'))
  assert.ok(!isLinked(site, ['https://riverton.example/'], 'Riverton Police'))
})

const fault = (network: 'bluesky' | 'mastodon' | 'site', address: string): string =>
  addressFault({ network, address }, ['127.0.0.1:2583']) ?? 'none'

test('the address of a page is public, by https, and on its own network', () => {
  assert.equal(fault('bluesky', 'https://bsky.app/profile/riverton.gov'), 'none')
  assert.equal(fault('mastodon', 'https://social.riverton.gov/@police'), 'none')
  assert.equal(fault('mastodon', 'http://127.0.0.1:2583/@police'), 'none')
  for (const [network, address, why] of [
    ['site', 'http://riverton.gov', /https/],
    ['site', 'riverton.gov', /no address/],
    ['site', 'https://10.0.0.8/', /public internet/],
    ['site', 'https://[::1]/', /public internet/],
    ['site', 'https://2130706433/', /public internet/],
    ['site', 'https://intranet/', /public internet/],
    ['site', 'https://chief:secret@riverton.gov/', /password/],
    ['site', 'https://riverton.gov:8443/', /port/],
    ['site', 'javascript:alert(1)', /https/],
    ['site', 'http://127.0.0.1:2584/', /https/],
    ['bluesky', 'https://bsky.app.evil.example/profile/x', /stands at bsky\.app/],
    ['bluesky', 'https://bsky.app/', /is Bluesky itself/],
  ] as const)
    assert.match(fault(network, address), why, address)
  assert.equal(tidyAddress('https://X.com/RivertonPD/#top'), 'https://x.com/RivertonPD')
  assert.equal(
    serviceOf({ network: 'mastodon', address: 'https://social.riverton.gov/@police', service: null }),
    'https://social.riverton.gov',
  )
})

function keyTo(network: 'x' | 'bluesky' | 'mastodon', service: string | null): string | undefined {
  return serviceFault({ network, address: 'https://x.com/RivertonPD', service }, ['127.0.0.1:2584'])
}

test('the key of a page is given to no other server than its network’s own', () => {
  assert.match(keyTo('x', 'https://collector.example') ?? '', /asked at https:\/\/api\.x\.com/)
  assert.match(keyTo('bluesky', 'https://10.0.0.1') ?? '', /public internet/)
  for (const [network, service] of [
    ['x', null],
    ['x', 'https://api.x.com'],
    ['x', 'http://127.0.0.1:2584'],
    ['bluesky', 'https://pds.riverton.gov'],
    ['mastodon', 'https://social.riverton.gov'],
  ] as const)
    assert.equal(keyTo(network, service), undefined, `${network} ${service}`)
})
