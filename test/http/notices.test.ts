import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { readCap } from '../../src/posts/notices/cap-read.ts'
import { waitingListSchema } from '../../src/members/schema.ts'
import { noticingIn } from '../noticing.ts'
import { buildOfficialTown } from '../official-town.ts'
import type { Townsperson } from '../town.ts'

const town = await buildOfficialTown()
const { closure, missing, write, view, tries, moves, later } = noticingIn(
  town,
  town.people,
  town.accounts.site.accountId,
)

async function open(
  url: string,
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const answer = await town.app.inject({ method: 'GET', url, headers: { host: town.agency.host } })
  return { status: answer.statusCode, text: answer.body, headers: answer.headers }
}

/** What stands below a heading of a public page. */
function below(text: string, heading: string): string {
  return text.split(`<h2 id="${heading}">`)[1] ?? ''
}

async function waits(name: Townsperson): Promise<string[]> {
  const { body } = await (await town.people.by(name)).get('/api/waiting')
  return waitingListSchema
    .parse(body)
    .items.filter(({ kind }) => kind.startsWith('notice.'))
    .map(({ kind, deadline }) => `${kind} ${deadline ?? ''}`.trim())
}

test('a road closure goes out on one sign-off, is updated, cancelled, and everybody sees it at once', async () => {
  const { noticeId, check } = await write(closure())
  assert.deepEqual(check.problems, [])
  assert.deepEqual(
    check.recognised.map(({ citation }) => citation),
    ['IV.C.3.a'],
  )
  assert.equal((await open(`/public/notices/${noticeId}`)).status, 404, 'a draft is nobody’s')
  await moves('grant', noticeId, 'sign')
  const out = await view(noticeId)
  assert.equal(out.state, 'in-force')
  assert.equal(out.signedBy?.memberId, 'grant')
  assert.deepEqual(
    out.deliveries.map(({ does, state }) => [does, state]),
    [['publish', 'done']],
  )
  const page = await open(`/public/notices/${noticeId}?lang=es`)
  assert.equal(page.status, 200)
  assert.match(page.text, /Evite la zona/)
  assert.match((await open('/public')).text, /Main Street closed/)

  const cap = readCap((await open(`/public/notices/${noticeId}/cap.xml`)).text)
  assert.ok(cap.ok, JSON.stringify(cap))
  assert.deepEqual(
    [cap.alert.type, cap.alert.infos.length, cap.alert.infos[0]?.areas[0]?.polygons[0]?.length],
    ['Alert', 2, 4],
  )
  const detour = closure({
    area: {
      words: { en: 'Downtown', es: 'Centro' },
      polygon: null,
      circle: { centre: [41.76, -72.68], radius: 0.5 },
    },
  })
  const edited = await (
    await town.people.by('grant')
  ).put(`/api/notices/${noticeId}`, {
    version: out.version,
    content: detour,
  })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  assert.match((await open(`/public/notices/${noticeId}`)).text, /Main Street downtown/, 'the old words stay')
  await moves('grant', noticeId, 'sign')
  assert.doesNotMatch((await open(`/public/notices/${noticeId}`)).text, /Main Street downtown/)
  const update = readCap((await open(`/public/notices/${noticeId}/cap.xml`)).text)
  assert.ok(update.ok)
  assert.equal(update.alert.type, 'Update')
  assert.deepEqual(
    update.alert.references.map(({ identifier }) => identifier),
    [cap.alert.identifier],
  )

  await moves('diaz', noticeId, 'cancel', { remarks: 'The road is open again.' })
  assert.doesNotMatch((await open('/public')).text, /Main Street closed/)
  const over = (await open(`/public/notices/${noticeId}`)).text
  assert.match(over, /Cancelled.*The road is open again/s)
  assert.doesNotMatch(over, /avoid the area|Act now/, 'what is over asks nothing of anybody')
  const cancel = readCap((await open(`/public/notices/${noticeId}/cap.xml`)).text)
  assert.ok(cancel.ok)
  assert.deepEqual([cancel.alert.type, cancel.alert.references.length], ['Cancel', 2])
  const atom = parseAtomFeed((await open('/public/feeds/notices.atom')).text)
  assert.match(atom.entries?.[0]?.title?.value ?? '', /^CANCELLED: Main Street closed/)
})

test('what is signed by one is reviewed by somebody else within a day, and is counted', async () => {
  const { noticeId } = await write(closure())
  assert.match((await tries('ito', noticeId, 'sign')).sentence, /"in-force"/)
  const deadline = later(24)
  assert.ok((await waits('chen')).some((one) => one.startsWith('notice.review')))
  const { reviewDueAt } = await view(noticeId)
  assert.equal(Date.parse(reviewDueAt ?? ''), Date.parse(deadline))
  const refused = await tries('grant', noticeId, 'confirm')
  assert.equal(refused.status, 422)
  const { body: before } = await (await town.people.by('diaz')).get('/api/notices/reviews')
  town.pass({ hours: 5 })
  await moves('chen', noticeId, 'confirm')
  const { body: after } = await (await town.people.by('diaz')).get('/api/notices/reviews')
  assert.deepEqual(
    [
      count(after, 'confirmed') - count(before, 'confirmed'),
      count(before, 'waiting') - count(after, 'waiting'),
    ],
    [1, 1],
  )
  assert.equal((await tries('chen', noticeId, 'confirm')).status, 422, 'once')
})

function count(body: unknown, name: string): number {
  assert.ok(typeof body === 'object' && body !== null)
  return Number(Reflect.get(body, name))
}

test('outreach is approved by somebody who did not write it', async () => {
  const { noticeId } = await write(
    closure({
      kind: 'prevention-tip',
      fields: {
        title: { en: 'Lock it', es: 'Ciérrelo' },
        advice: { en: 'Lock your car.', es: 'Cierre su auto.' },
      },
      texts: {
        en: { headline: 'Lock it', description: 'Lock your car.', instruction: '' },
        es: { headline: 'Ciérrelo', description: 'Cierre su auto.', instruction: '' },
      },
      area: { words: { en: '', es: '' }, polygon: null, circle: null },
    }),
  )
  assert.match((await tries('grant', noticeId, 'sign')).sentence, /cannot be moved so/)
  await moves('grant', noticeId, 'submit')
  assert.ok((await waits('chen')).includes('notice.approve'))
  assert.match((await tries('grant', noticeId, 'approve')).sentence, /waits for the Chief/)
  await moves('chen', noticeId, 'approve')
  assert.match((await open('/public/notices')).text, /Lock it/)
  const own = await write({ ...closure(), kind: 'seek-tips', fields: {} }, 'chen')
  assert.match((await tries('chen', own.noticeId, 'submit')).sentence, /fill in/)
})

test('a person who was found is taken down everywhere at once, and named nowhere', async () => {
  const { noticeId } = await write(missing())
  await moves('grant', noticeId, 'sign', { remarks: 'Her mother asked for it.' })
  const everywhere = [
    '/public',
    '/public?lang=es',
    '/public/notices',
    `/public/notices/${noticeId}`,
    `/public/notices/${noticeId}/cap.xml`,
    '/public/feeds/notices.atom',
    '/public/feeds/notices.rss',
    '/public/feeds/notices.json?lang=es',
  ]
  for (const url of everywhere) {
    const { text } = await open(url)
    assert.match(text, /Nora Evans/, url)
    assert.doesNotMatch(text, /Sarah Evans/, 'who agreed is not published')
  }
  await moves('ito', noticeId, 'find')
  for (const url of everywhere) assert.doesNotMatch((await open(url)).text, /Nora/, url)
  const page = await open(`/public/notices/${noticeId}`)
  assert.equal(page.status, 410)
  assert.match(page.text, /The person was found/)
  const cap = readCap((await open(`/public/notices/${noticeId}/cap.xml`)).text)
  assert.ok(cap.ok && cap.alert.type === 'Cancel')
  const found = await view(noticeId)
  assert.equal(found.endedAs, 'found')
  assert.ok(found.deliveries.some(({ does, state }) => does === 'remove' && state === 'done'))
  const entry = parseAtomFeed((await open('/public/feeds/notices.atom')).text).entries?.find(({ id }) =>
    id?.includes(noticeId),
  )
  assert.equal(entry?.title?.value, 'The person was found', 'a reader’s copy is written over')
})

test('found after its time was over, while another was being written or nothing more was to be said', async () => {
  const { noticesDue } = await import('../../src/posts/notices/due.ts')
  const { deliveringOf } = await import('../../src/posts/deliver-soon.ts')
  const never = await write(missing())
  assert.match((await tries('ito', never.noticeId, 'find')).sentence, /cannot be moved so/)
  for (const isEdited of [true, false]) {
    const { noticeId } = await write(missing({ expires: later(1) }))
    await moves('grant', noticeId, 'sign', { remarks: 'Her mother asked for it.' })
    town.pass({ hours: 2 })
    await noticesDue(town.db, town.agency, town.now(), deliveringOf(town.app))
    if (isEdited) {
      const { version, content } = await view(noticeId)
      const grant = await town.people.by('grant')
      const edited = { version, content: { ...content, expires: later(9) } }
      assert.equal((await grant.put(`/api/notices/${noticeId}`, edited)).status, 200)
    } else await moves('grant', noticeId, 'let-be')
    assert.equal((await view(noticeId)).state, isEdited ? 'draft' : 'over')
    assert.match((await open(`/public/notices/${noticeId}`)).text, /Nora Evans/)
    await moves('ito', noticeId, 'find')
    const page = await open(`/public/notices/${noticeId}`)
    assert.equal(page.status, 410)
    assert.doesNotMatch(page.text, /Nora/)
  }
})

test('what begins later is shown as coming, and as in force from its moment on', async () => {
  const headline = 'Parade on Sunday'
  const texts = {
    en: { headline, description: 'Main Street is closed for it.', instruction: 'Park elsewhere.' },
    es: { headline: 'Desfile', description: 'Main Street estará cerrada.', instruction: 'Aparque lejos.' },
  }
  const { noticeId } = await write(closure({ texts, effective: later(24), expires: later(30) }))
  await moves('grant', noticeId, 'sign')
  for (const url of ['/public', '/public/notices']) {
    const { text } = await open(url)
    assert.match(below(text, 'coming'), /Parade on Sunday/, url)
    assert.doesNotMatch(below(text, 'in-force').split('<h2 id="coming">')[0] ?? '', /Parade/, url)
  }
  const early = (await open(`/public/notices/${noticeId}`)).text
  assert.match(early, /<strong>Coming<.*Park elsewhere.*<dt>From</s)
  assert.doesNotMatch(early, /In force|notice--in-force/)
  const entry = async (): Promise<string> =>
    parseAtomFeed((await open('/public/feeds/notices.atom')).text).entries?.find(({ id }) =>
      id?.includes(noticeId),
    )?.summary?.value ?? ''
  assert.match(await entry(), /^From /)
  town.pass({ hours: 25 })
  assert.doesNotMatch((await open('/public')).text, /<h2 id="coming">/)
  assert.match((await open(`/public/notices/${noticeId}`)).text, /<strong>In force</)
  assert.doesNotMatch(await entry(), /^From /)
  await moves('ito', noticeId, 'cancel', { remarks: 'It rains.' })
})

test('on other networks too, also what was updated, and what nobody knows whether it is there', async () => {
  const { bluesky, mastodon } = town.fakes
  const accounts = Object.values(town.accounts).map((account) => account.accountId)
  const words = (): string[] =>
    [bluesky, mastodon].flatMap(({ wall }) => [...wall.posts.values()].map(({ text }) => text))
  const settled = async (noticeId: string): Promise<string[]> => {
    for (let n = 0; n < 20; n++) {
      town.pass({ minutes: 2 })
      await town.app.deliverSoon(town.agency)
      const { deliveries } = await view(noticeId)
      if (deliveries.every(({ state }) => !['waiting', 'sending'].includes(state)))
        return deliveries.map(({ network, does, state }) => `${network} ${does} ${state}`)
    }
    return assert.fail('it is still on its way')
  }
  const { noticeId } = await write(missing({ accounts }))
  await moves('grant', noticeId, 'sign', { remarks: 'Her mother asked for it.' })
  await settled(noticeId)
  assert.equal(words().filter((text) => text.includes('Nora')).length, 2)
  // Saved there, but answered with a fault: nobody knows.
  let [onBluesky, onMastodon] = [0, 0]
  bluesky.fail(() => (onBluesky++ < 3 ? '500-after' : 'none'))
  mastodon.fail(() => (onMastodon++ < 3 ? '500-before' : 'none'))
  const { version, content } = await view(noticeId)
  const again = { ...content, contact: '203-555-0101' }
  const grant = await town.people.by('grant')
  assert.equal((await grant.put(`/api/notices/${noticeId}`, { version, content: again })).status, 200)
  await moves('grant', noticeId, 'sign', { remarks: 'Her mother asked for it.' })
  await moves('ito', noticeId, 'find')
  const all = await settled(noticeId)
  assert.ok(onBluesky >= 3 && onMastodon >= 3, `${onBluesky} ${onMastodon} calls`)
  assert.deepEqual(
    words().filter((text) => text.includes('Nora')),
    [],
    all.join('\n'),
  )
  assert.equal(words().filter((text) => /person whom we asked about has been found/.test(text)).length, 2)
  assert.ok(
    all.every((one) => /done$|withdrawn$/.test(one)),
    all.join('\n'),
  )
})

test('what is cancelled before a network took it is not sent to it any more', async () => {
  const { mastodon } = town.fakes
  let calls = 0
  mastodon.fail(() => (calls++ === 0 ? '429' : 'none'))
  const { accountId } = town.accounts.mastodon
  const { noticeId } = await write(closure({ accounts: [town.accounts.site.accountId, accountId] }))
  const before = mastodon.wall.posts.size
  await moves('grant', noticeId, 'sign')
  const there = async (): Promise<string[]> =>
    (await view(noticeId)).deliveries
      .filter(({ network }) => network === 'mastodon')
      .map(({ does, state }) => `${does} ${state}`)
  assert.deepEqual(await there(), ['publish waiting'])
  await moves('ito', noticeId, 'cancel', { remarks: 'It is open again.' })
  for (let n = 0; n < 10; n++) {
    town.pass({ minutes: 10 })
    await town.app.deliverSoon(town.agency)
  }
  assert.deepEqual(await there(), ['publish withdrawn', 'remove done'])
  assert.deepEqual([calls, mastodon.wall.posts.size], [1, before])
})

test('what lacks is told before anything goes out', async () => {
  const lacks = async (rest: object): Promise<string> => {
    const { noticeId } = await write(closure(rest))
    const { status, sentence } = await tries('grant', noticeId, 'sign')
    assert.ok(status === 400 || status === 422, sentence)
    return sentence
  }
  const english = { en: { headline: 'Closed', description: 'Main Street is closed.', instruction: '' } }
  assert.match(await lacks({ texts: english }), /say it in Spanish too, or say why/)
  assert.match(await lacks({ fields: {} }), /fill in .{0,3}Road/)
  assert.match(await lacks({ expires: town.now() }), /ends before it begins/)
  assert.match(await lacks({ accounts: [] }), /at least one page|runs all the pages/)
  assert.match(
    await lacks({ area: { words: { en: '', es: '' }, polygon: null, circle: null } }),
    /which area/,
  )
  const { noticeId } = await write(
    closure({ texts: english, lacks: 'Nobody who speaks Spanish is on duty.' }),
  )
  await moves('grant', noticeId, 'sign')
  const foreign = await (
    await town.people.by('grant')
  ).post('/api/notices', {
    content: closure({ accounts: ['01a1fd36-0000-7000-8000-000000000000'] }),
  })
  assert.equal(foreign.status, 400)
  const odd = await (
    await town.people.by('grant')
  ).post('/api/notices', {
    content: closure({ fields: { road: 'Main', colour: 'red' } }),
  })
  assert.equal(odd.status, 400)
  assert.equal(
    (await (await town.people.by('alvarez')).post('/api/notices', { content: closure() })).status,
    403,
  )
})

test('at its end it leaves the front page and the feeds, and an all-clear is asked for', async () => {
  const { noticeId } = await write(closure({ expires: later(2) }))
  await moves('grant', noticeId, 'sign')
  town.pass({ hours: 3 })
  assert.doesNotMatch((await open('/public/feeds/notices.atom')).text, new RegExp(noticeId))
  const { noticesDue } = await import('../../src/posts/notices/due.ts')
  const { deliveringOf } = await import('../../src/posts/deliver-soon.ts')
  await noticesDue(town.db, town.agency, town.now(), deliveringOf(town.app))
  await noticesDue(town.db, town.agency, town.now(), deliveringOf(town.app))
  assert.equal((await view(noticeId)).state, 'expired')
  assert.ok((await waits('grant')).some((one) => one.startsWith('notice.all-clear')))
  await moves('grant', noticeId, 'tell-over')
  const cap = readCap((await open(`/public/notices/${noticeId}/cap.xml`)).text)
  assert.ok(cap.ok)
  assert.deepEqual([cap.alert.type, cap.alert.infos[0]?.responses], ['Update', ['AllClear']])
  assert.equal((await view(noticeId)).state, 'over')
})

test('two who move it at once: one is told who was first', async () => {
  const { noticeId, version, contentHash } = await write(closure())
  const [grant, ito] = [await town.people.by('grant'), await town.people.by('ito')]
  const body = { move: 'sign', version, contentHash }
  const answers = await Promise.all([
    grant.post(`/api/notices/${noticeId}/move`, body),
    ito.post(`/api/notices/${noticeId}/move`, body),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
  await town.app.deliverSoon(town.agency)
  const { deliveries, messages } = await view(noticeId)
  assert.deepEqual([deliveries.length, messages.length], [1, 1])
})

test('the feeds are read back, keep their names, and answer 304 to who has them', async () => {
  const { noticeId } = await write(closure())
  await moves('grant', noticeId, 'sign')
  const [atom, rss, json] = await Promise.all(
    ['atom', 'rss', 'json'].map((format) => open(`/public/feeds/notices.${format}`)),
  )
  assert.ok(atom && rss && json)
  const names = [
    parseAtomFeed(atom.text).entries?.map(({ id }) => id),
    parseRssFeed(rss.text).items?.map(({ guid }) => guid?.value),
    parseJsonFeed(json.text).items?.map(({ id }) => id),
  ]
  assert.deepEqual(names[0], names[1])
  assert.deepEqual(names[0], names[2])
  assert.ok(names[0]?.includes(`http://${town.agency.host}/public/notices/${noticeId}`))
  const again = await town.app.inject({
    method: 'GET',
    url: '/public/feeds/notices.atom',
    headers: { host: town.agency.host, 'if-none-match': String(atom.headers['etag']) },
  })
  assert.equal(again.statusCode, 304)
  assert.match(String(atom.headers['last-modified']), /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)
})
