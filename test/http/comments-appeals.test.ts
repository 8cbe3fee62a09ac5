import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { due } from '../../src/comments/due.ts'
import {
  appealsSchema,
  blockMadeSchema,
  blocksSchema,
  filtersSchema,
  pushSetSchema,
} from '../../src/comments/schema.ts'
import { neutralitySchema, toReadSchema } from '../../src/comments/neutrality-routes.ts'
import { newId } from '../../src/platform/id.ts'
import { deliveriesOf } from '../../src/posts/deliveries.ts'
import { deliveringOf } from '../../src/posts/deliver-soon.ts'
import { buildCommentedTown, refusalIn } from '../commented-town.ts'
import type { Answered, Townsperson } from '../town.ts'

const town = await buildCommentedTown()
const { people, fakes, out, look, found, moves, app, agency } = town
const { by } = people
const bluesky = fakes.bluesky
const tick = (): Promise<void> => due(town.db, agency, town.now(), deliveringOf(app))

const hide = async (words: string, who: Townsperson = 'ito'): Promise<string> => {
  bluesky.write('resident.example', out.bluesky, words)
  await look()
  const view = await found(who, words)
  const spans = [[0, Array.from(words).length]]
  const said = {
    move: 'hide',
    ground: 'personal-attack',
    n: 1,
    spans,
    reason: 'It insults a person, not a view.',
  }
  await moves(who, view, { ...said, notForCriticism: 'It says nothing of what the department does.' })
  return await town.codeOf(view)
}
/** A form as a browser without JavaScript sends it. */
const sendForm = async (url: string, fields: Record<string, string>, key = newId()): Promise<Answered> => {
  const {
    statusCode: status,
    body,
    headers,
  } = await app.inject({
    method: 'POST',
    url,
    headers: {
      host: agency.host,
      origin: `http://${agency.host}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ key, ...fields }).toString(),
  })
  return { status, body, headers, cookie: '' }
}
const open = async (url: string): Promise<{ status: number; page: string }> => {
  const { status, body } = await town.visitor.get(url)
  return { status, page: z.string().parse(body) }
}

test('a writer appeals once without an account; somebody else decides; what is restored is shown again', async () => {
  const words = 'Sergeant Bell is a drooling idiot.'
  const code = await hide(words)
  const shown = await open(`/public/appeal/${code}`)
  assert.equal(shown.status, 200)
  for (const told of [
    'Personal attack',
    'IV.B.5',
    'It insults a person, not a view.',
    '<textarea',
    'November 21, 2026',
  ])
    assert.ok(shown.page.includes(told), told)
  for (const never of [words, 'resident.example', 'Ines Ito', '<script'])
    assert.ok(!shown.page.includes(never), never)
  assert.ok((await open(`/public/appeal/${code}?lang=es`)).page.includes('Ataque personal'))
  assert.equal((await open('/public/appeal/AAAAAAAAAAAAAAAAAAAAAA')).status, 404)

  const empty = await sendForm(`/public/appeal/${code}`, { words: '  ' })
  assert.equal(empty.status, 400)
  const long = await sendForm(`/public/appeal/${code}`, { words: 'Too long. '.repeat(3_000) })
  assert.equal(long.status, 400)
  assert.match(String(long.body), /<textarea[^>]*>Too long\. Too long/, 'what is too long is not lost')
  const key = newId()
  const sent = await sendForm(
    `/public/appeal/${code}`,
    { words: 'I meant the dog of the sergeant. <b>Sorry</b> \u2067שלום\u2069' },
    key,
  )
  assert.equal(sent.status, 200, String(sent.body))
  assert.match(String(sent.body), /Your appeal was received.*December 1, 2026/s)
  assert.ok(String(sent.body).includes('&lt;b&gt;Sorry'), 'the words are shown as words')
  const again = await sendForm(`/public/appeal/${code}`, { words: 'And another thing.' })
  assert.ok(!String(again.body).includes('And another thing'), 'once')

  const later = await open(`/public/appeal/${code}`)
  assert.match(later.page, /Your appeal was received/)
  assert.doesNotMatch(later.page, /the dog of the sergeant/, 'whoever else reads the receipt reads no words')

  const list = appealsSchema.parse((await (await by('chen')).get('/api/appeals')).body)
  const [appeal] = list.items
  assert.ok(appeal)
  assert.deepEqual([appeal.about, appeal.mayDecide, appeal.moderator.name], [words, true, 'Ines Ito'])
  const decide = { version: 1, outcome: 'restore', reason: 'A dog may be called so.' }
  const url = `/api/appeals/${appeal.appealId}/decide`
  assert.equal((await (await by('ito')).post(url, decide)).status, 403, 'the moderator hears no appeals')
  assert.equal((await (await by('alvarez')).post(url, decide)).status, 403)
  assert.equal((await (await by('chen')).post(url, { ...decide, reason: 'ok' })).status, 400)
  assert.ok(
    (await people.waits('chen')).some(
      ({ kind, subject }) => kind === 'comments.appeal' && subject === appeal.appealId,
    ),
  )
  const decided = await (await by('chen')).post(url, decide)
  assert.equal(decided.status, 200, JSON.stringify(decided.body))
  await app.deliverSoon(agency)
  assert.equal((await (await by('diaz')).post(url, { ...decide, version: 2 })).status, 409)

  const view = await found('ito', words, 'restored')
  const sentOut = await deliveriesOf(town.db, agency.agencyId, { kind: 'comment', id: view.commentId })
  assert.deepEqual(
    sentOut.map(({ does, state }) => [does, state]),
    [
      ['hide', 'done'],
      ['reply', 'done'],
      ['restore', 'done'],
    ],
  )
  const after = await open(`/public/appeal/${code}`)
  assert.ok(after.page.includes('in your favour') && after.page.includes('A dog may be called so.'))
  const log = await open('/public/moderation')
  assert.ok(log.page.includes('Decided: restored') && log.page.includes('Restored on'))
  for (const never of [words, 'resident.example', 'Ines Ito', 'A dog may'])
    assert.ok(!log.page.includes(never), never)
})

test('whoever hid a comment does not decide its appeal, though they be the Chief', async () => {
  const words = 'Lieutenant Chen is an utter moron.'
  const code = await hide(words, 'diaz')
  await sendForm(`/public/appeal/${code}`, { words: 'It was a quotation.' })
  const { items } = appealsSchema.parse((await (await by('diaz')).get('/api/appeals')).body)
  const [appeal] = items
  assert.ok(appeal)
  assert.deepEqual([appeal.mayDecide, appeal.whyNot?.includes('somebody else')], [false, true])
  const decide = { version: 1, outcome: 'uphold', reason: 'It stays as it is, since it insults.' }
  const refused = await (await by('diaz')).post(`/api/appeals/${appeal.appealId}/decide`, decide)
  assert.match(refusalIn(refused), /no part in the hiding/)
  assert.ok(!(await people.waits('diaz')).some(({ kind }) => kind === 'comments.appeal'))
  const upheld = await (await by('chen')).post(`/api/appeals/${appeal.appealId}/decide`, decide)
  assert.equal(upheld.status, 200)
  assert.ok((await open(`/public/appeal/${code}`)).page.includes('the decision stays'))
  assert.equal((await found('ito', words, 'hidden')).state, 'hidden')
})

test('a moderator who gives in ends the appeal in the writer’s favour', async () => {
  const words = 'Officer Grant is a stupid fool.'
  const code = await hide(words)
  await sendForm(`/public/appeal/${code}`, { words: 'A fool, as in a play.' })
  await moves('ito', await found('ito', words, 'hidden'), {
    move: 'restore',
    reason: 'I misread the comment.',
  })
  assert.ok((await open(`/public/appeal/${code}`)).page.includes('took its decision back'))
  const json = await town.visitor.get('/public/moderation.json')
  assert.ok(JSON.stringify(json.body).includes('"appeal":"conceded"'))
  assert.ok(!JSON.stringify(json.body).includes('fool'))
})

test('a filter holds once somebody else approved it, only ranks, is published, and ends by its day', async () => {
  const ito = await by('ito')
  const asked = {
    accountId: null,
    words: 'washing machine',
    place: 'here',
    ground: 'off-topic',
    reason: 'Sellers flood the page.',
    endsOn: '2026-12-01',
  }
  for (const endsOn of ['2026-11-21', '2028-01-01'])
    assert.equal((await ito.post('/api/filters', { ...asked, endsOn })).status, 400, endsOn)
  assert.equal((await ito.post('/api/filters', { ...asked, endsOn: undefined })).status, 400)
  assert.equal((await (await by('alvarez')).post('/api/filters', asked)).status, 403)
  const { status, body } = await ito.post('/api/filters', asked)
  assert.equal(status, 200, JSON.stringify(body))
  const { id } = z.object({ id: z.string() }).parse(body)
  assert.ok(!(await open('/public/moderation')).page.includes('washing machine'))
  assert.equal((await ito.post(`/api/filters/${id}/decide`, { version: 1, approve: true })).status, 403)
  const approved = await (await by('chen')).post(`/api/filters/${id}/decide`, { version: 1, approve: true })
  assert.equal(approved.status, 200, JSON.stringify(approved.body))
  bluesky.write('seller.example', out.bluesky, 'Washing-machine for sale, like new!')
  await look()
  const view = await found('ito', 'Washing-machine')
  assert.deepEqual(
    [view.state, view.isFiltered, view.place],
    ['waiting', true, 4],
    'it is ranked, and no more',
  )
  const log = await open('/public/moderation')
  assert.ok(log.page.includes('washing machine') && log.page.includes('Sellers flood the page.'))
  town.moveTo('2026-12-02T15:00:00Z')
  await tick()
  await tick()
  const list = filtersSchema.parse((await (await by('ito')).get('/api/filters')).body)
  assert.equal(list.items.find(({ filterId }) => filterId === id)?.state, 'ended')
  assert.ok(!(await open('/public/moderation')).page.includes('Sellers flood'))
})

test('a block rests on a hidden comment, is reviewed by another, may be appealed, and ends by its day', async () => {
  const words = 'Hana Hale is a filthy pig and a moron.'
  bluesky.write('abuser.example', out.bluesky, words)
  await look()
  const view = await found('ito', words)
  const asked = {
    commentId: view.commentId,
    ground: 'personal-attack',
    reason: 'He insults members day after day.',
    endsOn: '2027-01-31',
  }
  const early = await (await by('ito')).post('/api/blocks', asked)
  assert.match(refusalIn(early), /only when a comment of theirs is hidden/)
  const said = {
    move: 'hide',
    ground: 'personal-attack',
    n: 1,
    spans: [[0, 9]],
    reason: 'It insults a sergeant as a person.',
  }
  await moves('ito', view, { ...said, notForCriticism: 'It says nothing of what the department does.' })
  const made = await (await by('ito')).post('/api/blocks', asked)
  assert.equal(made.status, 200, JSON.stringify(made.body))
  const { blockId, appealAddress } = blockMadeSchema.parse(made.body)
  assert.equal((await (await by('ito')).post('/api/blocks', asked)).status, 409)
  const review = { version: 1, outcome: 'goes-on', word: 'It goes on: nothing has changed.' }
  const own = await (await by('ito')).post(`/api/blocks/${blockId}/review`, review)
  assert.match(refusalIn(own), /somebody else than who made it/)
  town.moveTo('2027-01-02T15:00:00Z')
  assert.ok((await people.waits('grant')).some(({ kind }) => kind === 'comments.block-review'))
  assert.equal((await (await by('grant')).post(`/api/blocks/${blockId}/review`, review)).status, 200)
  const path = new URL(appealAddress).pathname
  assert.ok((await open(path)).page.includes('blocked from a page'))
  assert.ok((await open('/public/moderation')).page.includes('One writer is blocked for a time.'))
  town.moveTo('2027-02-01T15:00:00Z')
  await tick()
  const list = blocksSchema.parse((await (await by('ito')).get('/api/blocks')).body)
  const over = list.items.find((one) => one.blockId === blockId)
  assert.deepEqual([over?.state, over?.isUndone, over?.mayUndo], ['ended', false, true])
  assert.ok((await open(path)).page.includes('no longer applies'))
  assert.ok((await people.waits('ito')).some(({ kind }) => kind === 'comments.block-undo'))
  const undone = await (await by('ito')).post(`/api/blocks/${blockId}/undone`, { version: over?.version })
  assert.equal(undone.status, 200, JSON.stringify(undone.body))
})

test('pushes are set up by their handshake, taken only when signed, and captured once', async () => {
  const { accountId } = town.accounts.mastodon
  const url = `/api/comments/push/${accountId}`
  assert.equal((await (await by('alvarez')).put(url)).status, 403)
  const set = pushSetSchema.parse((await (await by('ito')).put(url)).body)
  const hand = (word: string): string =>
    `${url}?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=1158201444`
  assert.deepEqual(
    [(await open(hand(set.verify))).page, (await town.visitor.get(hand('wrong'))).status],
    ['1158201444', 404],
  )
  const push = async (body: object, sign = set.secret): Promise<number> => {
    const payload = JSON.stringify(body)
    const signature = `sha256=${createHmac('sha256', sign).update(payload).digest('hex')}`
    const headers = {
      host: agency.host,
      'content-type': 'application/json',
      'x-hub-signature-256': signature,
    }
    return (await app.inject({ method: 'POST', url, headers, payload })).statusCode
  }
  const value = {
    item: 'comment',
    verb: 'add',
    comment_id: 'c1',
    post_id: out.mastodon,
    from: { id: '77', name: 'Ann' },
    message: 'When does the parade begin?',
    created_time: 1_795_000_000,
  }
  const meta = (more: object): object => ({
    object: 'page',
    entry: [{ id: '1', time: 1, changes: [{ field: 'feed', value: { ...value, ...more } }] }],
  })
  assert.equal(await push(meta({}), 'another secret'), 400)
  assert.equal(await push({ hello: 1 }), 400)
  assert.equal(await push(meta({})), 200)
  assert.equal(await push(meta({})), 200)
  assert.equal(await push(meta({ post_id: 'of-somebody-else', comment_id: 'c9' })), 200)
  const own = { comment_id: 'c2', from: { id: '1', name: 'Riverton Police' }, message: 'At ten, on Elm.' }
  assert.equal(await push(meta(own)), 200)
  const { captured } = await town.db
    .selectFrom('comment')
    .select((row) => row.fn.countAll<number>().as('captured'))
    .where('remoteId', '=', 'c2')
    .executeTakeFirstOrThrow()
  assert.equal(captured, 0, 'the page’s own answer is no comment')
  const one = await found('ito', 'When does the parade')
  assert.deepEqual(
    one.versions.map(({ kind, way, saidAt }) => [kind, way, saidAt]),
    [['written', 'push', '2026-11-18T11:06:40Z']],
  )
  assert.equal(await push(meta({ verb: 'edited', message: 'When does the parade end?' })), 200)
  assert.equal(await push(meta({ verb: 'remove' })), 200)
  const gone = await found('ito', 'When does the parade end', 'gone')
  assert.deepEqual(
    gone.versions.map(({ kind }) => kind),
    ['written', 'edited', 'gone'],
  )
  const comments = [
    {
      rootId: out.mastodon,
      remoteId: 'p1',
      writer: { remoteId: 'w', handle: 'w', name: 'W' },
      text: 'Bring chairs.',
      at: '2026-11-21T10:00:00-05:00',
    },
  ]
  assert.equal(await push({ comments }), 200)
  assert.equal((await found('ito', 'Bring chairs')).writtenAt, '2026-11-21T15:00:00Z')
})

test('a quarter is drawn at its end, read again blind by others, and published', async () => {
  town.moveTo('2027-01-05T15:00:00Z')
  await tick()
  const lopez = await by('lopez')
  const before = neutralitySchema.parse((await lopez.get('/api/neutrality')).body)
  assert.equal(before.now?.quarter, '2026-Q4')
  assert.equal(before.now.sample, 5, 'four that were hidden and one that was kept')
  let read = 0
  const texts: string[] = []
  for (;;) {
    const answer = await lopez.get('/api/rereads/next')
    const { next } = toReadSchema.parse(answer.body)
    if (!next) break
    assert.deepEqual(Object.keys(next).toSorted(), ['left', 'number', 'quarter', 'text'])
    assert.ok(!JSON.stringify(answer.body).includes('.example'), 'no writer is named')
    const { quarter, number, text } = next
    const label = 'critical'
    texts.push(text)
    const sent = await lopez.post('/api/rereads', { quarter, number, label, wouldRemove: 'none' })
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
    assert.equal(
      (await lopez.post('/api/rereads', { quarter, number, label, wouldRemove: 'none' })).status,
      409,
    )
    read++
  }
  const after = neutralitySchema.parse((await lopez.get('/api/neutrality')).body)
  assert.equal(after.now?.read, read)
  const critical = after.now.figures.byLabel.find(({ label }) => label === 'critical')
  assert.ok(
    critical?.removed && critical.removed.share > 0.5 && critical.removed.from < critical.removed.share,
  )
  assert.equal(after.now.figures.byLabel.find(({ label }) => label === 'praising')?.removed, null, 'too few')
  const own = await by('ito')
  assert.ok(!(await town.visitor.get('/public/moderation')).body?.toString().includes('2026-Q4'))
  assert.equal(toReadSchema.parse((await own.get('/api/rereads/next')).body).next, null)
  town.moveTo('2027-02-16T15:00:00Z')
  await tick()
  await tick()
  assert.ok((await open('/public/moderation')).page.includes('2026-Q4'))
})

test('how a moderator is spared is theirs alone', async () => {
  const wish = { blur: 'always', grey: true, pauseAfter: 5, hours: { from: 8, to: 17 } }
  assert.equal((await (await by('ito')).put('/api/me/wellness', wish)).status, 200)
  assert.deepEqual((await (await by('ito')).get('/api/me/wellness')).body, wish)
  assert.notDeepEqual((await (await by('grant')).get('/api/me/wellness')).body, wish)
})
