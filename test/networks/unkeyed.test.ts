import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { faults, type Fault } from '../../src/accounts/fakes/faults.ts'
import { readsGoogle } from '../../src/accounts/networks/google-session.ts'
import {
  NetworkFault,
  type Access,
  type Outgoing,
  type Published,
} from '../../src/accounts/networks/network.ts'
import { film, picture, saying, sideNames, sides, type Side } from './sides.ts'

const at = '2026-11-21T15:00:00.000Z'
const patience = (ms = 5_000): AbortSignal => AbortSignal.timeout(ms)
const key = '019aa6a4-0000-7000-8000-000000000000'

async function sideOf(name: (typeof sideNames)[number], t: TestContext): Promise<Side> {
  const side = await sides[name](() => at, { retryAfter: 120 })
  t.after(() => side.fake.stop())
  return side
}

async function faultOf(call: Promise<unknown>): Promise<NetworkFault> {
  try {
    await call
  } catch (error) {
    if (error instanceof NetworkFault) return error
    throw error
  }
  throw new Error('it did not fail')
}

const publishing = ({ network, access }: Side, outgoing: Outgoing, signal = patience()): Promise<Published> =>
  network.publish(access, outgoing, key, signal)
const ownTexts = ({ fake, own }: Side): string[] => fake.wall.of(own).map(({ text }) => text)

for (const name of sideNames) {
  test(`${name}: what is published stands there, with what it carries`, async (t) => {
    const side = await sideOf(name, t)
    const outgoing = side.post(2)
    const { remoteId, url } = await publishing(side, outgoing)
    const [there] = side.fake.wall.of(side.own)
    assert.equal(there?.text, outgoing.text)
    assert.equal(there.media.length, outgoing.media.length)
    assert.equal(there.parentId, null)
    const found = await side.network.find(side.access, outgoing, key, at, patience())
    assert.deepEqual(found, { remoteId, url })
    assert.equal(await side.network.find(side.access, side.post(4), key, at, patience()), undefined)
    const later = '2026-11-21T15:01:00.000Z'
    assert.equal(await side.network.find(side.access, outgoing, key, later, patience()), undefined)
  })

  test(`${name}: visitors’ comments are told as they stand, and ours are not among them`, async (t) => {
    const side = await sideOf(name, t)
    const { remoteId } = await publishing(side, side.post(1))
    const first = side.fake.write('evans', remoteId, 'Why is it closed?')
    const answer = { ...saying('A water main broke.'), replyTo: { remoteId: first.id, rootId: remoteId } }
    const ours = await publishing(side, answer)
    side.fake.write('fox', first.id, 'Thank you <3 & more')
    const found = await side.network.comments(side.access, remoteId, patience())
    assert.deepEqual(
      found.map(({ text, parentId, isHidden, writer }) => [text, parentId, isHidden, writer.name]),
      [
        ['Why is it closed?', remoteId, false, 'evans'],
        ['Thank you <3 & more', first.id, false, 'fox'],
      ],
    )
    assert.equal(side.fake.wall.posts.get(ours.remoteId)?.parentId, first.id)
    const sought = await side.network.find(side.access, answer, key, at, patience())
    assert.equal(sought?.remoteId, ours.remoteId)
    await side.network.comments(side.access, remoteId, patience())
  })

  test(`${name}: a hundred and thirty comments come whole, over several pages`, async (t) => {
    const side = await sideOf(name, t)
    const { remoteId } = await publishing(side, side.post(1))
    for (let n = 0; n < 130; n++) side.fake.write(`visitor${n}`, remoteId, `comment ${n}`)
    const found = await side.network.comments(side.access, remoteId, patience())
    assert.equal(new Set(found.map(({ text }) => text)).size, 130)
    assert.equal(found.length, 130)
  })

  test(`${name}: a comment is hidden and shown again, or it says that it cannot`, async (t) => {
    const side = await sideOf(name, t)
    const { network, access, fake } = side
    const { remoteId } = await publishing(side, side.post(1))
    const { id } = fake.write('evans', remoteId, 'obscene')
    const hide = (): Promise<void> => network.hide(access, remoteId, id, patience())
    if (!network.limits.can.hide) {
      assert.equal((await faultOf(hide())).kind, 'refused')
      return
    }
    await hide()
    await hide()
    assert.equal(fake.wall.posts.get(id)?.isHidden, true)
    const [told] = await network.comments(access, remoteId, patience())
    // X tells nobody which replies are hidden.
    assert.equal(told?.isHidden, name !== 'x')
    await network.restore(access, remoteId, id, patience())
    assert.equal(fake.wall.posts.get(id)?.isHidden, false)
  })

  test(`${name}: what is removed is gone, or it says who has to remove it`, async (t) => {
    const side = await sideOf(name, t)
    const { network, access, fake } = side
    const { remoteId } = await publishing(side, side.post(1))
    const remove = (): Promise<void> => network.remove(access, remoteId, patience())
    if (name === 'instagram') assert.match((await faultOf(remove())).sentence, /in the app/)
    else {
      await remove()
      assert.equal(fake.wall.posts.has(remoteId), false)
      if (name === 'nextdoor') assert.match((await faultOf(remove())).sentence, /no longer lists/)
      else await remove()
    }
  })

  test(`${name}: the page and the key are checked`, async (t) => {
    const side = await sideOf(name, t)
    const { network, access, fake } = side
    const page = await network.page(access, patience())
    assert.equal(page.name, 'Riverton Police')
    if (name !== 'nextdoor') {
      assert.match(page.text, /Call 911/)
      assert.ok(page.links.includes('https://riverton.gov/police'), page.links.join(' '))
    }
    await network.check(access, patience())
    const wrong: Access = {
      ...access,
      secrets: Object.fromEntries(
        Object.entries(access.secrets).map(([secret, value]) => [secret, `${value}!`]),
      ),
    }
    assert.equal((await faultOf(network.check(wrong, patience()))).kind, 'signed-out')
    assert.equal((await faultOf(network.publish(wrong, side.post(1), key, patience()))).kind, 'signed-out')
    assert.equal(fake.wall.posts.size, 0)
    const gone: Access = { ...access, service: 'http://127.0.0.1:1' }
    assert.equal((await faultOf(network.check(gone, patience()))).kind, 'refused')
  })

  test(`${name}: every fault at the moment of publishing is told for what it is`, async (t) => {
    const side = await sideOf(name, t)
    const expected: { [fault in Fault]: [NetworkFault['kind'] | 'done', boolean] } = {
      none: ['done', true],
      '500-before': ['unknown', false],
      '500-after': ['unknown', true],
      '429': ['later', false],
      'timeout-before': ['unknown', false],
      'timeout-after': ['unknown', true],
      'cut-body-after': ['unknown', true],
      'bad-json-after': ['unknown', true],
      'expired-token': ['signed-out', false],
      'slow-drip': ['done', true],
    }
    for (const [n, fault] of faults.entries()) {
      const [kind, isThere] = expected[fault]
      const outgoing = side.post(100 + n)
      side.fake.fail((call) => (side.isPublishing(call) ? fault : 'none'))
      const signal = patience(fault.startsWith('timeout') ? 250 : 5_000)
      const sent = publishing(side, outgoing, signal)
      if (kind === 'done') await sent
      else {
        const told = await faultOf(sent)
        assert.equal(told.kind, kind, `${fault}: ${told.sentence}`)
        if (fault === '429') assert.equal(told.after, 120_000)
        for (const secret of Object.values(side.access.secrets))
          assert.ok(secret === '' || !told.sentence.includes(secret), `${told.sentence} holds a secret`)
      }
      side.fake.fail(() => 'none')
      assert.equal(ownTexts(side).filter((text) => text === outgoing.text).length, isThere ? 1 : 0, fault)
      const found = await side.network.find(side.access, outgoing, key, at, patience())
      assert.equal(found !== undefined, isThere, `${fault}: found`)
    }
  })

  test(`${name}: faults before the moment of publishing leave nothing unknown`, async (t) => {
    const side = await sideOf(name, t)
    const outgoing = side.post(2)
    const fault: Fault = name === 'youtube' ? '500-before' : '500-after'
    side.fake.fail((call) => (side.isPublishing(call) ? 'none' : fault))
    const isOneCall = name === 'x' || name === 'facebook' || name === 'nextdoor'
    if (isOneCall) return publishing(side, outgoing).then(() => undefined)
    assert.equal((await faultOf(publishing(side, outgoing))).kind, 'later')
    assert.deepEqual(ownTexts(side), [])
  })

  test(`${name}: two posts with the same words are for a person to tell apart`, async (t) => {
    const side = await sideOf(name, t)
    const outgoing = side.post(1)
    await publishing(side, outgoing)
    if (name === 'youtube') await publishing(side, outgoing)
    else {
      const by = { remoteId: side.own, handle: 'rivertonpd', name: 'Riverton Police' }
      side.fake.wall.put({ parentId: null, by, text: outgoing.text })
    }
    const told = await faultOf(side.network.find(side.access, outgoing, key, at, patience()))
    assert.equal(told.kind, 'unknown')
    assert.match(told.sentence, /2 posts/)
  })
}

test('facebook, x: pictures go with their words', async (t) => {
  for (const name of ['facebook', 'x'] as const) {
    const side = await sideOf(name, t)
    await publishing(side, saying('two pictures', [picture, { ...picture, alt: 'Another' }]))
    const [there] = side.fake.wall.of(side.own)
    assert.deepEqual(
      there?.media.map(({ alt, mediaType }) => [alt, mediaType]),
      [
        ['Map of the closed road', 'image/jpeg'],
        ['Another', 'image/jpeg'],
      ],
    )
  }
})

test('facebook, x, youtube: a film goes with its captions', async (t) => {
  const captions = { facebook: 'captions.en_US.srt', x: 'EN', youtube: film.captions }
  for (const name of ['facebook', 'x', 'youtube'] as const) {
    const side = await sideOf(name, t)
    await publishing(side, saying('a film', [film]))
    const [there] = side.fake.wall.of(side.own)
    assert.equal(there?.media[0]?.mediaType, 'video/mp4')
    assert.equal(there.media[0].captions?.trim(), captions[name]?.trim(), name)
    const isBoth = publishing(side, saying('a film and a picture', [film, picture]))
    assert.equal((await faultOf(isBoth)).kind, 'refused')
  }
})

test('instagram: several pictures are one post, a film is one, and neither goes without a public address', async (t) => {
  const side = await sideOf('instagram', t)
  await publishing(side, saying('two', [picture, { ...picture, alt: 'Another' }]))
  await publishing(side, saying('a film', [film]))
  assert.deepEqual(
    side.fake.wall.of(side.own).map(({ media }) => media.map(({ alt }) => alt)),
    [[''], ['Map of the closed road', 'Another']],
  )
  const { url: _url, ...bare } = picture
  assert.match((await faultOf(publishing(side, saying('three', [bare])))).sentence, /public address/)
  assert.match((await faultOf(publishing(side, saying('words')))).sentence, /without a picture/)
})

test('instagram: a token is renewed, and the old one is good no more', async (t) => {
  const { network, access } = await sideOf('instagram', t)
  const renewed = await network.rotate?.(access, patience())
  assert.equal(renewed?.until, '2027-01-20T15:00:00.000Z')
  await network.check({ ...access, secrets: renewed.secrets }, patience())
  assert.equal((await faultOf(network.check(access, patience()))).kind, 'signed-out')
})

test('x: words that stand there already are told as perhaps ours', async (t) => {
  const side = await sideOf('x', t)
  await publishing(side, side.post(1))
  const again = await faultOf(publishing(side, side.post(1)))
  assert.equal(again.kind, 'unknown')
  assert.deepEqual(ownTexts(side), [side.post(1).text])
})

test('x: the replies to a post older than a week come from the whole archive', async (t) => {
  let now = '2026-11-01T15:00:00.000Z'
  const side = await sides.x(() => now, {})
  t.after(() => side.fake.stop())
  const { remoteId } = await publishing(side, side.post(1))
  side.fake.write('evans', remoteId, 'early')
  now = at
  side.fake.write('fox', remoteId, 'late')
  const found = await side.network.comments(side.access, remoteId, patience())
  assert.deepEqual(
    found.map(({ text }) => text),
    ['early', 'late'],
  )
  assert.ok(side.fake.calls.some(({ path }) => path === '/2/tweets/search/all'))
})

test('youtube: one token serves an hour, and a used-up quota is told until midnight in California', async (t) => {
  let now = at
  const side = await sides.youtube(() => now, {})
  t.after(() => side.fake.stop())
  const grants = (): number => side.fake.calls.filter(({ path }) => path === '/token').length
  await publishing(side, side.post(1))
  await side.network.page(side.access, patience())
  assert.equal(grants(), 1)
  now = '2026-11-21T15:59:00.000Z'
  await side.network.page(side.access, patience())
  assert.equal(grants(), 2)
  assert.deepEqual(await side.network.check(side.access, patience()), { until: null })
  const message = 'The request cannot be completed because you have exceeded your quota.'
  const body = { error: { message, errors: [{ reason: 'quotaExceeded' }] } }
  const said = readsGoogle(() => at)({ status: 403, headers: new Headers(), body })
  assert.equal(said.status, 429)
  assert.equal(said.header?.('retry-after'), String(17 * 3_600))
})

test('youtube: an answer to an answer stands in the same thread, and a film gets other words', async (t) => {
  const side = await sideOf('youtube', t)
  const { remoteId } = await publishing(side, side.post(1))
  const top = side.fake.write('evans', remoteId, 'Why?')
  const first = await publishing(side, {
    ...saying('Because.'),
    replyTo: { remoteId: top.id, rootId: remoteId },
  })
  const second = await publishing(side, {
    ...saying('Of the water.'),
    replyTo: { remoteId: first.remoteId, rootId: remoteId },
  })
  assert.equal(side.fake.wall.posts.get(second.remoteId)?.parentId, top.id)
  await side.network.edit?.(side.access, remoteId, saying('Other words\n\nof it'), patience())
  assert.equal(side.fake.wall.posts.get(remoteId)?.text, 'Other words\n\nof it')
})

test('what a network refuses is told in its own words', async (t) => {
  const side = await sideOf('x', t)
  const told = await faultOf(publishing(side, saying('too long '.repeat(40))))
  assert.equal(told.kind, 'refused')
  assert.match(told.sentence, /^X refuses: Your Tweet text is too long/)
})
