import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { z } from 'zod'
import { bulkDoneSchema } from '../../src/comments/schema.ts'
import { moveTo } from '../../src/comments/store.ts'
import { deliveriesOf } from '../../src/posts/deliveries.ts'
import { buildCommentedTown, refusalIn } from '../commented-town.ts'

const town = await buildCommentedTown()
const { people, fakes, out, look, queue, found, move, moves } = town
const { by } = people
const attack = 'Officer Alvarez is a worthless idiot and a fat pig.'
const bluesky = fakes.bluesky

test('what visitors write is captured once, with its context, ranked and not acted upon', async () => {
  bluesky.write('resident.example', out.bluesky, attack)
  bluesky.write('thanks.example', out.bluesky, 'Thank you for telling us, see you at the parade!')
  bluesky.write(
    'critic.example',
    out.bluesky,
    'The department lies about use of force and the Chief should resign.',
  )
  fakes.mastodon.write(
    'luz',
    out.mastodon,
    'Gracias por avisar, nos vemos el sábado en el desfile con los niños.',
  )
  assert.equal(await look(), 4)
  assert.equal(await look(), 0, 'a second look finds nothing new')
  const { items, count, isCapped, next } = await queue('ito')
  assert.deepEqual([items.length, count, isCapped, next], [4, 4, false, null])
  assert.equal(items[0]?.text, attack, 'the gravest first')
  assert.deepEqual(
    [items[0]?.ground, items[0]?.state, items[0]?.isCritical],
    ['personal-attack', 'waiting', false],
  )
  assert.ok(items.find(({ text }) => text.startsWith('The department lies'))?.isCritical)
  assert.equal(items.find(({ text }) => text.startsWith('Gracias'))?.language, 'es')
  const view = await found('ito', attack)
  assert.deepEqual(
    view.grounds.map(({ ground, citation, asksCounsel }) => [ground, citation, asksCounsel]),
    [
      ['obscenity', 'IV.B.5', false],
      ['off-topic', 'IV.B.5', true],
      ['personal-attack', 'IV.B.5', false],
    ],
  )
  assert.equal(view.versions.length, 1)
  assert.equal(view.under.kind, 'post')
  assert.deepEqual(
    view.moves.map((one) => one.move),
    ['keep', 'hide'],
  )
  const asked = await town.db.selectFrom('delivery').select('does').execute()
  assert.deepEqual(
    asked.map(({ does }) => does),
    ['publish', 'publish'],
    'nothing was done about any of it',
  )
})

test('only those who run the page, the Chief, counsel and the records custodian see the queue', async () => {
  const { items } = await queue('diaz')
  assert.equal(items.length, 4)
  assert.equal((await queue('kim')).items.length, 4)
  assert.equal((await queue('alvarez')).items.length, 0)
  const [one] = items
  const stranger = await (await by('alvarez')).get(`/api/comments/${one?.commentId}`)
  assert.equal(stranger.status, 404)
  assert.equal((await town.visitor.get('/api/comments')).status, 401)
  const counsel = await found('kim', attack)
  assert.deepEqual(counsel.moves, [], 'counsel moderates nothing')
})

test('a comment is hidden only for a printed ground, with its words and a reason, as it was captured last', async () => {
  const view = await found('ito', attack)
  const [ground] = view.grounds.filter((one) => one.ground === 'personal-attack')
  assert.ok(ground && ground.spans.length > 0, 'the detectors mark words')
  const whole = {
    move: 'hide',
    ground: 'personal-attack',
    n: 1,
    spans: ground.spans,
    reason: 'It insults an officer as a person.',
  }
  const refusals = [
    [{ ...whole, ground: undefined }, /name the ground/],
    [{ ...whole, reason: 'rude' }, /say why/],
    [{ ...whole, spans: [] }, /mark the words/],
    [{ ...whole, spans: [[0, 9_999]] }, /not in the captured text/],
    [{ ...whole, n: 2 }, /newest captured version/],
    [{ ...whole, move: 'restore' }, /cannot be moved so/],
  ] as const
  for (const [said, expected] of refusals) {
    const answer = await move('ito', view, said)
    assert.equal(answer.status, 422, JSON.stringify(answer.body))
    assert.match(refusalIn(answer), expected)
  }
  assert.equal((await move('ito', view, { ...whole, ground: 'viewpoint' })).status, 400)
  assert.match(refusalIn(await move('kim', view, whole)), /for a moderator/)
  const moved = await moves('ito', view, whole)
  assert.deepEqual([moved.state, moved.byHand], ['hidden', null])
  const after = await found('ito', attack, 'hidden')
  const [hiding] = after.hidings
  assert.deepEqual(
    [hiding?.citation, hiding?.moderator.name, hiding?.state, hiding?.way, hiding?.n],
    ['IV.B.5', 'Ines Ito', 'hidden', 'network', 1],
  )
  const sent = await deliveriesOf(town.db, town.agency.agencyId, { kind: 'comment', id: view.commentId })
  assert.deepEqual(
    sent.map(({ does, state }) => [does, state]),
    [
      ['hide', 'done'],
      ['reply', 'done'],
    ],
  )
  const receipt = [...bluesky.wall.posts.values()].find(({ text }) => text.includes('/public/appeal/'))
  assert.match(receipt?.text ?? '', /hid this comment for a personal attack \(IV\.B\.5\)/)
  assert.equal((await move('ito', view, whole)).status, 409, 'the old version is moved no more')
  assert.equal(await look(), 0, 'our receipt is no comment')
})

test('criticism asks the moderator to say in words why it is not hidden for that', async () => {
  const view = await found('ito', 'The department lies')
  assert.ok(view.isCritical)
  const said = {
    move: 'hide',
    ground: 'personal-attack',
    n: 1,
    spans: [[0, 14]],
    reason: 'It attacks a person by name.',
  }
  assert.match(
    refusalIn(await move('ito', view, said)),
    /criticises the department or an officer, which is no ground/,
  )
  const bulk = await (
    await by('ito')
  ).post('/api/comments/bulk', {
    move: 'hide',
    ground: 'personal-attack',
    reason: 'All of these insult people.',
    comments: [{ commentId: view.commentId, version: view.version, n: 1 }],
  })
  assert.match(JSON.stringify(bulk.body), /criticises the department/, 'nor do many at once escape it')
  await moves('ito', view, { move: 'keep' })
  assert.equal((await found('ito', 'The department lies', 'kept')).state, 'kept')
})

test('off-topic waits for counsel, who answers in writing and is never the moderator', async () => {
  bluesky.write('seller.example', out.bluesky, 'Who wants to buy a used washing machine? Good price.')
  await look()
  const view = await found('ito', 'Who wants')
  const said = {
    move: 'hide',
    ground: 'off-topic',
    n: 1,
    spans: [[0, 10]],
    reason: 'It sells a washing machine under a road closure.',
  }
  const asked = await moves('ito', view, said)
  assert.equal(asked.state, 'with-counsel')
  const before = await deliveriesOf(town.db, town.agency.agencyId, { kind: 'comment', id: view.commentId })
  assert.deepEqual(before, [], 'nothing goes out before counsel spoke')
  const waits = (await people.waits('kim')).filter(({ kind }) => kind === 'comments.counsel')
  assert.equal(waits.length, 1)
  const now = await found('kim', 'Who wants', 'with-counsel')
  assert.deepEqual(
    now.moves.map((one) => one.move),
    ['agree', 'decline'],
  )
  assert.match(
    refusalIn(await move('ito', now, { move: 'agree', reason: 'I think so too, surely.' })),
    /counsel/,
  )
  await moves('kim', now, { move: 'agree', reason: 'It is plainly commerce and no view at all.' })
  const [hiding] = (await found('ito', 'Who wants', 'hidden')).hidings
  assert.deepEqual([hiding?.counsel?.name, hiding?.ground], ['Kay Kim', 'off-topic'])
  const post = bluesky.write('changer.example', out.bluesky, 'Buy my old car.')
  await look()
  await moves('ito', await found('ito', 'Buy my old car'), { ...said, spans: [[0, 3]] })
  bluesky.wall.edit(post.id, 'Buy my old car, and fire the Chief.')
  await look()
  const changed = await found('kim', 'Buy my old car', 'with-counsel')
  const word = { reason: 'It is plainly commerce and no view at all.' }
  assert.match(refusalIn(await move('kim', changed, { move: 'agree', ...word })), /changed it since/)
  await moves('kim', changed, { move: 'decline', ...word })
  const { status } = await (
    await by('diaz')
  ).put('/api/comments/settings', {
    version: 0,
    settings: { offTopicNeedsCounsel: false, appealDays: 10, repliesToWriter: true },
  })
  assert.equal(status, 200)
  bluesky.write('seller2.example', out.bluesky, 'Cheap tyres, call me.')
  await look()
  const other = await found('ito', 'Cheap tyres')
  const done = await moves('ito', other, { ...said, spans: [[0, 5]] })
  assert.equal(done.state, 'hidden', 'where the agency settled it so, counsel is not asked')
})

test('edits, deletions and returns of the writer are kept as versions; what was left up is looked at again', async () => {
  const post = bluesky.write('editor.example', out.bluesky, 'I will be there.')
  await look()
  const first = await found('ito', 'I will be there')
  await moves('ito', first, { move: 'keep' })
  bluesky.wall.edit(post.id, 'I will be there, you morons.')
  assert.equal(await look(), 1)
  const second = await found('ito', 'I will be there, you')
  assert.deepEqual(
    second.versions.map(({ n, kind, text }) => [n, kind, text]),
    [
      [1, 'written', 'I will be there.'],
      [2, 'edited', 'I will be there, you morons.'],
    ],
  )
  bluesky.wall.erase(post.id)
  assert.equal(await look(), 1)
  const gone = await found('ito', 'I will be there', 'gone')
  assert.equal(gone.versions.at(-1)?.kind, 'gone')
  const said = {
    move: 'hide',
    ground: 'personal-attack',
    n: 3,
    spans: [[0, 3]],
    reason: 'It insults other readers.',
  }
  assert.match(refusalIn(await move('ito', gone, said)), /took it down already/)
  await assert.rejects(
    town.db.updateTable('commentVersion').set({ text: 'never said' }).execute(),
    /permission denied|evidence/,
    'a captured version is never changed',
  )
})

test('where a network lets no program hide, it says so, and what was done by hand is put down', async () => {
  assert.equal(town.app.house.networks.mastodon.limits.can.hide, false)
  fakes.mastodon.write('rude', out.mastodon, 'You are all fucking cunts, suck my dick.')
  await look()
  const view = await found('ito', 'You are all')
  assert.equal(view.ground, 'obscenity')
  assert.ok(view.isUgly)
  const { spans } = view.grounds.find(({ ground }) => ground === 'obscenity') ?? { spans: [] }
  const moved = await moves('ito', view, {
    move: 'hide',
    ground: 'obscenity',
    n: 1,
    spans,
    reason: 'It is sexually explicit abuse.',
  })
  assert.match(moved.byHand ?? '', /mastodon lets no program hide a comment, and no person either/i)
  const waits = (await people.waits('ito')).filter(({ kind }) => kind === 'comments.by-hand')
  const hidingId = (await found('ito', 'You are all', 'hidden')).hidings[0]?.hidingId ?? ''
  assert.deepEqual(
    waits.map(({ subject }) => subject),
    [hidingId],
  )
  const done = await (await by('ito')).post(`/api/hidings/${hidingId}/done-by-hand`, {})
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.equal((await (await by('ito')).post(`/api/hidings/${hidingId}/done-by-hand`, {})).status, 409)
  assert.deepEqual(
    (await people.waits('ito')).filter(({ kind }) => kind === 'comments.by-hand'),
    [],
  )
})

test('many are moved at once, each with its own entry, and one that is refused hinders no other', async () => {
  for (const name of ['one', 'two', 'three'])
    bluesky.write(`${name}.example`, out.bluesky, `You stupid idiot, number ${name}.`)
  await look()
  const { items } = await queue('ito', '?ground=personal-attack')
  const chosen = items.filter(({ text }) => text.startsWith('You stupid idiot'))
  assert.equal(chosen.length, 3)
  const comments = chosen.map(({ commentId, version, latest }) => ({ commentId, version, n: latest }))
  const [last] = comments.splice(2, 1)
  assert.ok(last)
  comments.push({ ...last, version: 99 })
  const { status, body } = await (
    await by('ito')
  ).post('/api/comments/bulk', {
    move: 'hide',
    ground: 'personal-attack',
    reason: 'They insult another reader as a person.',
    comments,
  })
  assert.equal(status, 200)
  assert.match(JSON.stringify(body), /moved or changed meanwhile/)
  const hidden = (await queue('ito', '?state=hidden&ground=personal-attack')).items
  assert.equal(hidden.filter(({ text }) => text.startsWith('You stupid')).length, 2)
  const entries = await town.db
    .selectFrom('ledgerEntry')
    .select('entryId')
    .where('agencyId', '=', 'riverton')
    .where('kind', '=', 'comments.hide')
    .where(
      'subject',
      'in',
      comments.map(({ commentId }) => commentId),
    )
    .execute()
  assert.equal(entries.length, 2)
})

test('what was left up goes back to the queue, alone or with others, by a moderator only', async () => {
  const words = ['Is the library open?', 'Is the pool open?']
  for (const one of words) bluesky.write('asker.example', out.bluesky, one)
  await look()
  const views = [await found('ito', 'Is the library'), await found('ito', 'Is the pool')]
  const asked = views.map(({ commentId, version, latest }) => ({ commentId, version, n: latest }))
  const kept = await inBulk('keep', asked)
  assert.deepEqual(
    kept.done.map(({ state }) => state),
    ['kept', 'kept'],
  )
  const back = kept.done.map(({ commentId, version }) => ({ commentId, version, n: 1 }))
  const again = await inBulk('reopen', back)
  assert.deepEqual(
    again.done.map(({ state }) => state),
    ['waiting', 'waiting'],
  )
  assert.equal((await inBulk('reopen', back)).refused.length, 2, 'once')
  const one = await found('ito', 'Is the library')
  await moves('ito', one, { move: 'keep' })
  const left = await found('ito', 'Is the library', 'kept')
  assert.match(refusalIn(await move('kim', left, { move: 'reopen' })), /for a moderator/)
  await moves('ito', left, { move: 'reopen' })
  assert.equal((await found('ito', 'Is the library')).under.text?.slice(0, 11), 'Main Street')
})

test('a move and an edit of the writer at the same moment: neither overwrites the other', async () => {
  const post = bluesky.write('hasty.example', out.bluesky, 'Where do I park?')
  await look()
  const { commentId, version } = await found('ito', 'Where do I park')
  bluesky.wall.edit(post.id, 'Where do I park, please?')
  let looking = Promise.resolve(0)
  await town.does('ito', 'comments.hide', async (tx, record) => {
    const to = { state: 'hidden', decidedBy: 'ito', at: town.now() } as const
    await moveTo(tx, town.agency.agencyId, { commentId, version }, to)
    await record({ subject: commentId, body: {} })
    looking = look()
    await somebodyWaits()
  })
  assert.equal(await looking, 1)
  const after = await found('ito', 'Where do I park, please', 'hidden')
  assert.deepEqual([after.latest, after.version], [2, version + 2])
})

async function inBulk(does: string, comments: object[]): Promise<z.infer<typeof bulkDoneSchema>> {
  const { status, body } = await (await by('ito')).post('/api/comments/bulk', { move: does, comments })
  assert.equal(status, 200, JSON.stringify(body))
  return bulkDoneSchema.parse(body)
}

/** Until a statement of somebody else waits for a row that is held. */
async function somebodyWaits(): Promise<void> {
  const until = performance.now() + 30_000
  while (performance.now() < until) {
    const { rows } = await sql<object>`select 1 from pg_locks where not granted`.execute(town.db)
    if (rows.length > 0) return
    await setTimeout(20)
  }
  assert.fail('nobody waited')
}

test('the queue is paged by keyset and filtered; a cursor of another’s making is refused', async () => {
  const seen: string[] = []
  let after = ''
  do {
    const page = await queue('ito', `?state=hidden&limit=2${after === '' ? '' : `&after=${after}`}`)
    seen.push(...page.items.map(({ commentId }) => commentId))
    after = page.next ?? ''
  } while (after !== '')
  const all = (await queue('ito', '?state=hidden&limit=200')).items.map(({ commentId }) => commentId)
  assert.deepEqual(seen, all)
  assert.ok(all.length >= 4)
  const { accountId } = town.accounts.mastodon
  const there = await queue('ito', `?state=hidden&account=${accountId}`)
  assert.deepEqual(
    there.items.map(({ account }) => account),
    ['police on mastodon'],
  )
  assert.equal((await queue('ito', '?language=es')).items.length, 1)
  assert.equal((await (await by('ito')).get('/api/comments?after=x')).status, 400)
})
