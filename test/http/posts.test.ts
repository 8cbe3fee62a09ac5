import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { due } from '../../src/posts/due.ts'
import { deliveringOf } from '../../src/posts/deliver-soon.ts'
import { later } from '../../src/platform/day.ts'
import { settleRestored } from '../../src/server/restored.ts'
import { everyNetwork, scripted } from '../scripted-network.ts'
import { giveKey } from '../delivering.ts'
import { buildOfficialTown, licensed, pageSaid } from '../official-town.ts'
import { postingIn } from '../posting.ts'

const script = scripted({ isKeyed: true, canEdit: true })
const town = await buildOfficialTown({ networks: everyNetwork(script.network) })
const { db, agency } = town
const { said, write, edit, seen, tries, moves, published, ruling, status, waits } = postingIn(town)
const feed = await licensed(
  town,
  town.people,
  pageSaid({ network: 'mastodon', handle: '@riverton', address: 'https://there.example/@riverton' }),
)
await giveKey(town, feed.accountId, 'one')
const site = town.accounts.site.accountId
const both = [site, feed.accountId]
/** One minute of the scheduler. */
const tick = (): Promise<void> => due(db, agency, town.now(), deliveringOf(town.app))

test('a post is written, judged, approved by somebody else, and is out on every page it goes to', async () => {
  const postId = await write('grant', said({ accounts: both, category: 'road' }))
  const stranger = await (await town.people.by('alvarez')).get(`/api/posts/${postId}`)
  assert.equal(stranger.status, 404, 'a draft is its writers’ affair')
  assert.equal(
    (await (await town.people.by('ito')).get(`/api/posts/${postId}`)).status,
    200,
    'and its page’s',
  )
  await moves('grant', postId, 'submit')
  const own = await tries('grant', postId, 'approve')
  assert.deepEqual(
    [own.status, own.sentence],
    [422, 'it waits for the Chief or whom the Chief designated for official posts'],
  )
  assert.deepEqual(
    (await waits('chen')).filter(({ subject }) => subject === postId),
    [{ kind: 'post.approve', subject: postId, deadline: null }],
  )
  const shown = await seen('chen', postId)
  assert.deepEqual([shown.state, shown.ruling?.outcome], ['in-review', 'clear'])
  await moves('chen', postId, 'approve')
  await town.app.deliverSoon(agency)
  const out = await seen('alvarez', postId)
  assert.equal(out.state, 'published')
  assert.deepEqual(
    out.deliveries.map(({ network, state, url }) => [network, state, url]),
    [
      ['site', 'done', `/public/posts/${postId}`],
      ['mastodon', 'done', 'https://there.example/n1'],
    ],
  )
  assert.deepEqual(
    out.steps.map((step) => [step.move, step.by?.memberId ?? null, step.office, step.to]),
    [
      ['write', 'grant', 'author', 'draft'],
      ['submit', 'grant', 'author', 'in-review'],
      ['approve', 'chen', 'designee', 'approved'],
      ['publish', null, null, 'publishing'],
      ['finish', null, null, 'published'],
    ],
  )
  assert.equal(
    script.wall.at(-1)?.text,
    'Main Street is closed between Elm and Oak until noon.\n\nRiverton Police Department',
  )
})

test('any change, the approver’s too, is a draft again and needs another yes', async () => {
  const postId = await write('grant')
  await moves('grant', postId, 'submit')
  const before = await seen('chen', postId)
  const changed = said({ texts: { en: 'Main Street is closed until two.' } })
  assert.equal((await edit('chen', postId, changed)).status, 200)
  const draft = await seen('chen', postId)
  assert.deepEqual([draft.state, draft.editor.memberId], ['draft', 'chen'])
  assert.notEqual(draft.contentHash, before.contentHash)
  await moves('grant', postId, 'submit')
  const own = await tries('chen', postId, 'approve')
  assert.equal(own.sentence, 'nobody approves their own words; somebody else must say yes')
  const stale = await tries('diaz', postId, 'approve', { contentHash: before.contentHash })
  assert.equal(stale.sentence, 'what you saw is not what stands there now; look at it again')
  await moves('diaz', postId, 'approve')
  assert.equal((await seen('diaz', postId)).approvedBy?.memberId, 'diaz')
})

test('an approval that lies is void with the next edit, and what was approved before can be compared', async () => {
  const postId = await write('grant', said({ at: '2027-01-15T09:00' }))
  await moves('grant', postId, 'submit')
  await moves('chen', postId, 'approve')
  const approved = await seen('grant', postId)
  assert.deepEqual([approved.state, approved.publishAt], ['approved', '2027-01-15T14:00:00Z'])
  await edit('grant', postId, said({ at: '2027-01-15T10:00' }))
  const { state, publishAt, approvedBy, approvedBefore } = await seen('grant', postId)
  assert.deepEqual(
    [state, publishAt, approvedBy, approvedBefore?.at],
    ['draft', null, null, '2027-01-15T09:00'],
  )
  await moves('grant', postId, 'withdraw')
})

test('what the order bars is not submitted, with the provision; mended, it is', async () => {
  const guilty = said({
    texts: { en: 'We caught the burglar John Roe. He is guilty and will be convicted.' },
  })
  const shown = await ruling('grant', guilty)
  assert.equal(shown.ruling.outcome, 'barred')
  const postId = await write('grant', guilty)
  const refused = await tries('grant', postId, 'submit')
  assert.equal(refused.status, 422)
  assert.equal(refused.citation, 'IV.B.2.c')
  await edit('grant', postId, said({ texts: { en: 'An arrest was made in the burglary on Elm Street.' } }))
  await moves('grant', postId, 'submit')
})

test('who speaks is said, or the law-enforcement purpose is', async () => {
  const unnamed = await ruling('grant', said({ byline: { words: null } }))
  assert.ok(
    unnamed.ruling.provisions.some(
      ({ citation, outcome }) => citation === 'IV.B.2.b' && outcome === 'advised',
    ),
  )
  const purpose = await ruling(
    'grant',
    said({ byline: { words: null, reason: 'A tip line of the narcotics unit.' } }),
  )
  assert.ok(!purpose.ruling.provisions.some(({ citation }) => citation === 'IV.B.2.b'))
})

test('what a person must weigh needs the approver’s remark', async () => {
  const rude = said({ texts: { en: 'Slow down on Elm Street, you damn idiots.' } })
  const shown = await ruling('grant', rude)
  assert.equal(shown.ruling.outcome, 'needs-review')
  const postId = await write('grant', rude)
  await moves('grant', postId, 'submit')
  const silent = await tries('chen', postId, 'approve')
  assert.deepEqual([silent.status, silent.citation], [422, 'IV.B.2.a'])
  await moves('chen', postId, 'return', { remarks: 'Please say it kindly.' })
  assert.ok(
    (await waits('grant')).some(({ kind, subject }) => kind === 'post.returned' && subject === postId),
  )
})

test('each network’s limits are said before anything is sent', async () => {
  const long = said({ accounts: both, texts: { en: 'Word '.repeat(120).trim() } })
  const { problems, previews } = await ruling('grant', long)
  assert.deepEqual(
    previews.map(({ length, most }) => [length, most]),
    [
      [627, 10_000],
      [627, 500],
    ],
  )
  assert.deepEqual(
    problems.map(({ accountId, sentence }) => [accountId, sentence]),
    [
      [
        feed.accountId,
        '@riverton on mastodon: the text has 627 characters, 127 more than the 500 that it takes',
      ],
    ],
  )
  const postId = await write('grant', long)
  assert.equal((await tries('grant', postId, 'submit')).status, 400)
  await edit(
    'grant',
    postId,
    said({ ...long, otherwise: [{ accountId: feed.accountId, texts: { en: 'Word.' } }] }),
  )
  await moves('grant', postId, 'submit')
})

test('a scheduled post goes out within a minute of its time in the town’s zone, once, across the change of clocks', async () => {
  town.moveTo('2027-03-13T15:00:00Z')
  const never = await ruling('grant', said({ at: '2027-03-14T02:30' }))
  assert.deepEqual(never.offers, ['2027-03-14T01:30-05:00', '2027-03-14T03:30-04:00'])
  assert.equal(never.problems.length, 1)
  const postId = await write('grant', said({ at: '2027-03-14T09:00' }))
  await moves('grant', postId, 'submit')
  await moves('chen', postId, 'approve')
  town.moveTo('2027-03-14T12:59:30Z')
  await tick()
  assert.equal((await seen('grant', postId)).state, 'approved', 'it is 8:59 in summer time')
  town.moveTo('2027-03-14T13:00:10Z')
  await Promise.all([tick(), tick(), tick()])
  await tick()
  const { state, deliveries, publishedAt } = await seen('grant', postId)
  assert.deepEqual([state, deliveries.length, publishedAt], ['published', 1, '2027-03-14T13:00:10Z'])
  const late = await write('grant', said({ at: '2027-03-14T10:00' }))
  await moves('grant', late, 'submit')
  town.moveTo('2027-03-14T14:00:01Z')
  assert.match(
    (await tries('chen', late, 'approve')).sentence,
    /the time at which it was to go out has passed/,
  )
  await moves('chen', late, 'return', { remarks: 'Too late; choose another time.' })
})

test('in an emergency one signs and it is out; somebody else looks at it within a day', async () => {
  const slow = await write('grant', said({ category: 'news' }))
  const refused = await tries('grant', slow, 'sign', { remarks: 'Now.' })
  assert.equal(refused.status, 422, 'news can wait')
  const postId = await write(
    'grant',
    said({ category: 'missing', texts: { en: 'Ada Adams, 8, is missing.' } }),
  )
  const mute = await tries('grant', postId, 'sign')
  assert.equal(mute.status, 422)
  await moves('grant', postId, 'sign', { remarks: 'The child is in danger, nobody answers.' })
  await town.app.deliverSoon(agency)
  const out = await seen('grant', postId)
  assert.equal(out.state, 'published')
  const deadline = later(town.now(), { hours: 24 })
  assert.equal(out.emergency?.reviewDueAt, deadline)
  assert.deepEqual(
    (await waits('chen')).filter(({ subject }) => subject === postId),
    [{ kind: 'post.review', subject: postId, deadline }],
  )
  assert.equal((await tries('grant', postId, 'confirm')).status, 422)
  await moves('chen', postId, 'confirm')
  const reviewed = await seen('chen', postId)
  assert.deepEqual([reviewed.emergency?.reviewedAs, reviewed.reviewDueAt], ['confirmed', null])
  assert.deepEqual((await (await town.people.by('grant')).get('/api/posts/emergencies')).body, {
    signed: 1,
    waiting: 0,
    late: 0,
    confirmed: 1,
    faulted: 0,
  })
  assert.ok(!(await waits('diaz')).some(({ subject }) => subject === postId))
})

test('a correction answers what it corrects on every page, and stands in its history', async () => {
  const original = await published(said({ accounts: both, texts: { en: 'The fair begins at ten.' } }))
  const few = await write('grant', said({ corrects: { postId: original }, texts: { en: 'At eleven.' } }))
  assert.match((await tries('grant', few, 'submit')).sentence, /goes to every page/)
  const correction = await published(
    said({
      accounts: both,
      corrects: { postId: original },
      texts: { en: 'Correction: it begins at eleven.' },
    }),
  )
  const before = script.wall.find(({ text }) => text.startsWith('The fair begins at ten'))
  const after = script.wall.find(({ text }) => text.startsWith('Correction: it begins at eleven'))
  assert.equal(after?.replyTo, before?.remoteId)
  const { corrections } = await seen('alvarez', original)
  assert.deepEqual(
    corrections.filter(({ state }) => state === 'published').map(({ postId }) => postId),
    [correction],
  )
})

const fair = (time: string): object => ({
  accounts: both,
  texts: { en: `The book fair begins at ${time}.` },
})
const fairs = (): string[] =>
  script.wall.filter(({ text }) => text.startsWith('The book fair')).map(({ text }) => text)

test('a correction in place changes what stands there; removed, it takes that with it', async () => {
  const original = await published(said(fair('ten')))
  const corrects = { postId: original, how: 'edit' }
  const correction = await published(said({ ...fair('eleven'), corrects }))
  assert.equal(fairs().length, 1)
  assert.match(fairs()[0] ?? '', /at eleven/)
  await moves('grant', correction, 'remove', { remarks: 'There is no fair.' })
  await town.app.deliverSoon(agency)
  assert.deepEqual(fairs(), [])
})

test('a removal needs its reason, is chased on every network, and the record copy stays', async () => {
  const postId = await published(said({ accounts: both, texts: { en: 'Posted in error.' } }))
  assert.equal((await tries('grant', postId, 'remove')).status, 422)
  script.next.push('later')
  await moves('grant', postId, 'remove', { remarks: 'It was the wrong street.' })
  await town.app.deliverSoon(agency)
  const going = await seen('alvarez', postId)
  assert.deepEqual(
    going.deliveries.filter(({ does }) => does === 'remove').map(({ network, state }) => [network, state]),
    [
      ['site', 'done'],
      ['mastodon', 'waiting'],
    ],
  )
  town.pass({ minutes: 1 })
  await tick()
  const gone = await seen('alvarez', postId)
  assert.ok(gone.deliveries.every(({ state }) => state === 'done'))
  assert.ok(!script.wall.some(({ text }) => text.startsWith('Posted in error')))
  assert.deepEqual(
    [gone.state, gone.removedBecause, gone.content.texts.en],
    ['removed', 'It was the wrong street.', 'Posted in error.'],
  )
})

test('found: the posts that seek somebody come down everywhere at once, and the same audience is told', async () => {
  const people = [{ name: 'Bo Béla', status: 'missing', inPicture: false }]
  const postId = await published(
    said({ accounts: both, category: 'missing', texts: { en: 'Bo Béla, 9, is missing.' }, people }),
  )
  const other = await published(
    said({ texts: { en: 'Cy Cole is missing.' }, people: [{ name: 'Cy Cole', status: 'missing' }] }),
  )
  const next = await write('grant', said({ at: '2027-12-01T09:00', category: 'missing', people }))
  await moves('grant', next, 'submit')
  await moves('chen', next, 'approve', { remarks: 'Weighed.' })
  const reached = await (await town.people.by('ito')).get('/api/posts/naming?name=BO%20BELA&status=found')
  assert.deepEqual(reached.body, {
    items: [
      {
        postId,
        title: 'Bo Béla, 9, is missing.',
        name: 'Bo Béla',
        status: 'missing',
        publishedAt: town.now(),
      },
    ],
  })
  const stranger = await (await town.people.by('alvarez')).get('/api/posts/naming?name=Bo&status=found')
  assert.equal(stranger.status, 403)
  script.next.push('later')
  const recalled = await status('ito', { name: 'bo  bela', status: 'found', reason: 'At her aunt’s.' })
  const [task] = recalled.tasks
  assert.deepEqual(
    recalled.tasks.map(({ postId: of, does }) => [of, does]),
    [[postId, 'remove']],
  )
  const held = await seen('grant', next)
  assert.deepEqual(
    [recalled.heldBack, held.state, held.approvedBy, held.publishAt, held.steps.at(-1)?.remarks],
    [1, 'returned', null, null, 'At her aunt’s.'],
    'what is not true any more does not go out',
  )
  assert.equal(recalled.deadline, later(town.now(), { hours: 24 }))
  await town.app.deliverSoon(agency)
  assert.equal((await seen('ito', postId)).state, 'removed')
  assert.equal((await seen('ito', other)).state, 'published')
  const told = await seen('chen', task?.toldBy ?? '')
  assert.deepEqual(
    [told.state, told.content.texts.en, told.content.accounts],
    ['in-review', 'Update: Bo Béla has been found. Thank you to everybody who helped.', both],
  )
  const waitsFor = async (): Promise<number> =>
    (await waits('ito')).filter(({ kind, subject }) => kind === 'post.recall' && subject === postId).length
  town.pass({ minutes: 1 })
  await tick()
  assert.equal(await waitsFor(), 1, 'nobody has been told yet')
  town.pass({ hours: 25 })
  assert.equal(await waitsFor(), 1, 'it is overdue, and still there')
  await moves('chen', told.postId, 'approve', { remarks: 'Weighed.' })
  await town.app.deliverSoon(agency)
  await tick()
  assert.equal(await waitsFor(), 0)
  assert.ok(script.wall.some(({ text }) => text.startsWith('Update: Bo Béla has been found')))
})

test('dismissed: whoever says so chooses between removing and correcting; erased names nobody any more', async () => {
  const people = [{ name: 'Dee Dorn', status: 'charged', inPicture: true }]
  const postId = await published(said({ texts: { en: 'Dee Dorn was charged with trespass.' }, people }))
  const who = await town.people.by('grant')
  const open = await who.put('/api/posts/people/status', {
    name: 'Dee Dorn',
    status: 'dismissed',
    reason: 'Court.',
  })
  assert.equal(open.status, 400)
  const corrected = await status('grant', {
    name: 'Dee Dorn',
    status: 'dismissed',
    reason: 'Court order of today.',
    does: 'correct',
  })
  assert.equal((await seen('grant', postId)).state, 'published')
  const correction = corrected.tasks[0]?.toldBy ?? ''
  await moves('diaz', correction, 'approve', { remarks: 'Weighed.' })
  await town.app.deliverSoon(agency)
  const erased = await status('grant', {
    name: 'Dee Dorn',
    status: 'erased',
    reason: 'Law of erasure: Dee Dorn.',
  })
  assert.deepEqual(erased.tasks.map((task) => task.postId).toSorted(), [postId, correction].toSorted())
  for (const { toldBy } of erased.tasks) {
    const { content } = await seen('grant', toldBy)
    assert.doesNotMatch(JSON.stringify(content), /Dorn/)
  }
  await town.app.deliverSoon(agency)
  const headers = { host: agency.host }
  const gone = await town.app.inject({ method: 'GET', url: `/public/posts/${postId}`, headers })
  assert.equal(gone.statusCode, 410)
  assert.match(gone.body, /What it said of a person is no longer so/)
  assert.doesNotMatch(gone.body, /Dorn|Law of erasure/, 'why is that person’s affair')
  const named = await write('grant', said({ people: [{ name: 'Dee Dorn', status: 'erased' }] }))
  assert.match((await tries('grant', named, 'submit')).sentence, /erased, and no post names them/)
})

test('a network that refuses is shown with its sentence; a person settles it', async () => {
  script.next.push('refused')
  const postId = await published(said({ accounts: both, texts: { en: 'Refused there.' } }))
  const shown = await seen('grant', postId)
  const refused = shown.deliveries.find(({ state }) => state === 'refused')
  assert.deepEqual([shown.state, refused?.sentence], ['published', 'The network does not take such words.'])
  assert.ok((await waits('jones')).some(({ kind }) => kind === 'delivery.parked'))
  const url = `/api/deliveries/${refused?.deliveryId}/settle`
  const version = refused?.version
  assert.equal((await (await town.people.by('alvarez')).post(url, { version, there: null })).status, 403)
  const settled = await (await town.people.by('ito')).post(url, { version, there: null, again: true })
  assert.equal(settled.status, 200)
  await town.app.deliverSoon(agency)
  assert.ok(script.wall.some(({ text }) => text.startsWith('Refused there')))
})

test('when no network takes it, it comes back to its author', async () => {
  script.next.push('refused')
  const postId = await published(said({ accounts: [feed.accountId], texts: { en: 'Nobody takes this.' } }))
  const { state, steps, approvedBy } = await seen('grant', postId)
  assert.deepEqual([state, steps.at(-1)?.says, approvedBy], ['returned', 'No network took it', null])
})

/** Asks for what a network refused of a post to be sent once more. */
async function settle(postId: string): Promise<[number, string]> {
  const refused = (await seen('grant', postId)).deliveries.find((one) => one.state === 'refused')
  assert.ok(refused)
  const settled = { version: refused.version, there: null, again: true }
  const ito = await town.people.by('ito')
  const { status: code, body } = await ito.post(`/api/deliveries/${refused.deliveryId}/settle`, settled)
  await town.app.deliverSoon(agency)
  return [code, JSON.stringify(body)]
}

test('what was refused is not sent again once its approval is void or it is removed', async () => {
  script.next.push('refused')
  const returned = await published(
    said({ accounts: [feed.accountId], texts: { en: 'Void, and not to be seen.' } }),
  )
  const [code, sentence] = await settle(returned)
  assert.equal(code, 409, sentence)
  assert.match(sentence, /approved no more/)
  script.next.push('refused')
  const removed = await published(said({ accounts: both, texts: { en: 'Removed, and not to be seen.' } }))
  await moves('grant', removed, 'remove', { remarks: 'The wrong street.' })
  const [left, answered] = await settle(removed)
  assert.equal(left, 200, answered)
  assert.match(answered, /withdrawn/)
  assert.ok(!script.wall.some(({ text }) => text.includes('not to be seen')))
})

/** A post for the network's page that somebody else approved. */
async function agreed(at?: string): Promise<string> {
  const when = at === undefined ? {} : { at }
  const postId = await write('grant', said({ accounts: [feed.accountId], ...when }))
  await moves('grant', postId, 'submit')
  await moves('chen', postId, 'approve')
  return postId
}

test('after a restore nothing goes out by itself that may have gone out or been taken back since', async () => {
  town.moveTo('2027-06-01T15:00:00Z')
  script.next.push({ later: 3_600_000 })
  const begun = await agreed()
  await town.app.deliverSoon(agency)
  const passed = await agreed('2027-06-01T12:00')
  const ahead = await agreed('2027-06-03T12:00')
  const backupOf = town.now()
  const before = script.wall.length
  town.moveTo('2027-06-02T15:00:00Z')
  const { cluster, name } = town.database
  const owner = new pg.Client({ connectionString: cluster.ownerUrl(name) })
  await owner.connect()
  try {
    await settleRestored(owner, backupOf, town.now())
  } finally {
    await owner.end()
  }
  await tick()
  await tick()
  assert.equal(script.wall.length, before, 'nothing was sent')
  const { deliveries } = await seen('grant', begun)
  assert.deepEqual(
    deliveries.map(({ state, sentence }) => [state, sentence?.startsWith('Decorum was restored')]),
    [['parked', true]],
  )
  const back = await seen('grant', passed)
  assert.deepEqual([back.state, back.steps.at(-1)?.move, back.approvedBy], ['returned', 'return', null])
  assert.equal((await seen('grant', ahead)).state, 'returned', 'its approval may have been taken back since')
})
