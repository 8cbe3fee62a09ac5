import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimNext } from '../../src/posts/deliver-claim.ts'
import { deliver } from '../../src/posts/deliver.ts'
import { settleDelivery } from '../../src/posts/deliver-settle.ts'
import { publishedOn } from '../../src/posts/deliveries.ts'
import { usualPace } from '../../src/posts/delivery-outcome.ts'
import { newId } from '../../src/platform/id.ts'
import { asks, deskOf, engine, giveKey, pageOn, type Desk } from '../delivering.ts'
import { buildOfficialTown } from '../official-town.ts'
import { picker } from '../drills/drill.ts'
import { scripted, type Go, type Scripted } from '../scripted-network.ts'

const town = await buildOfficialTown()
const { db, agency } = town
const { agencyId } = agency
const { accountId } = await pageOn(town, 'police')
const other = await pageOn(town, 'traffic')

function begin(isKeyed = false): { script: Scripted; desk: Desk } {
  const script = scripted({ isKeyed })
  return { script, desk: deskOf(town, engine(town, script)) }
}
const fresh = (): string => newId()

async function entries(subject: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ledgerEntry')
    .select('kind')
    .where('agencyId', '=', agencyId)
    .where('subject', '=', subject)
    .orderBy('entryId')
    .execute()
  return rows.map(({ kind }) => kind)
}

async function settle(
  deliveryId: string,
  version: number,
  there: string | null,
  again = true,
): Promise<string> {
  const made = {
    agencyId,
    by: 'grant',
    key: newId(),
    name: 'deliveries.settle',
    at: town.now(),
    input: { deliveryId },
  }
  return (await settleDelivery(db, made, deliveryId, { version, there, again })).state
}

test('what is asked for goes out once, in its order on each account, and the ledger tells it', async () => {
  const { script, desk } = begin()
  const ids: string[] = []
  for (const text of ['one', 'two', 'three']) ids.push(await desk.ask({ accountId, text, about: fresh() }))
  assert.equal(await desk.run(), 3)
  assert.equal(await desk.run(), 0)
  assert.deepEqual(
    script.wall.map(({ text, key }) => [text, key]),
    ['one', 'two', 'three'].map((text, n) => [text, ids[n]]),
  )
  assert.deepEqual(await entries(ids[0] ?? ''), ['deliveries.send', 'deliveries.done'])
  const out = (await publishedOn(db, agencyId, '2026-01-01T00:00:00Z')).filter(({ deliveryId }) =>
    ids.includes(deliveryId),
  )
  assert.deepEqual(
    out.map(({ remoteId, url }) => [remoteId, url]),
    ['n1', 'n2', 'n3'].map((id) => [id, `https://there.example/${id}`]),
  )
})

test('an answer that was lost after it was taken: it is looked for, and is there once', async () => {
  const { script, desk } = begin()
  script.next.push('unknown-after')
  const about = fresh()
  const id = await desk.ask({ accountId, about })
  assert.equal(await desk.run(), 0)
  assert.equal((await desk.one(id, about)).state, 'waiting')
  assert.equal(await desk.run(), 0, 'it is given time to arrive')
  town.pass({ seconds: usualPace.doubt })
  assert.equal(await desk.run(), 1)
  assert.deepEqual(script.calls, ['publish hello', 'find hello'])
  assert.deepEqual([script.wall.length, (await desk.one(id, about)).remoteId], [1, 'n1'])
})

test('an answer that was lost before it was taken: it is surely not there, and is sent once more', async () => {
  const { script, desk } = begin()
  script.next.push('unknown-before')
  const about = fresh()
  await desk.ask({ accountId, about })
  await desk.run()
  town.pass({ seconds: usualPace.doubt })
  assert.equal(await desk.run(), 1)
  assert.deepEqual(script.calls, ['publish hello', 'find hello', 'publish hello'])
  assert.equal(script.wall.length, 1)
})

test('a network that knows keys is sent the same key, while it remembers it', async () => {
  const { script, desk } = begin(true)
  script.next.push('unknown-after')
  await desk.ask({ accountId, about: fresh() })
  await desk.run()
  town.pass({ seconds: usualPace.doubt })
  assert.equal(await desk.run(), 1)
  assert.deepEqual([script.calls, script.wall.length], [['publish hello', 'publish hello'], 1])
  script.calls.length = 0
  script.next.push('unknown-after')
  await desk.ask({ accountId, about: fresh(), text: 'late' })
  await desk.run()
  town.pass({ seconds: usualPace.keyLasts })
  assert.equal(await desk.run(), 1)
  assert.deepEqual([script.calls, script.wall.length], [['publish late', 'find late'], 2])
})

test('a process that dies after it began: nobody sends until its answer can no longer come, then it is looked for', async () => {
  const { script, desk } = begin()
  const about = fresh()
  const id = await desk.ask({ accountId, about })
  const claim = await claimNext(db, agency, accountId, town.now(), usualPace)
  assert.equal(claim.kind, 'send')
  // It had been taken when the process died.
  script.wall.push({ remoteId: 'n9', key: id, text: 'hello', replyTo: null })
  assert.deepEqual([await desk.run(), (await desk.one(id, about)).state], [0, 'sending'])
  town.pass({ seconds: usualPace.call + usualPace.grace })
  await desk.run()
  town.pass({ seconds: usualPace.doubt })
  assert.equal(await desk.run(), 1)
  assert.deepEqual([script.calls, (await desk.one(id, about)).remoteId], [['find hello'], 'n9'])
  assert.ok((await entries(id)).includes('deliveries.lost'))
})

test('a network that asks for patience gets it, with everything that goes to that account', async () => {
  const { script, desk } = begin()
  let isFirst = true
  // The accounts are served beside each other: which of them calls first is nobody's word.
  script.always = (call) => {
    if (call !== 'publish first' || !isFirst) return 'fine'
    isFirst = false
    return { later: 90_000 }
  }
  await desk.ask({ accountId, about: fresh(), text: 'first' })
  await desk.ask({ accountId, about: fresh(), text: 'second' })
  await desk.ask({ accountId: other.accountId, about: fresh(), text: 'elsewhere' })
  assert.equal(await desk.run(), 1)
  town.pass({ seconds: 89 })
  assert.equal(await desk.run(), 0)
  town.pass({ seconds: 1 })
  assert.equal(await desk.run(), 2)
  assert.deepEqual(
    script.wall.map(({ text }) => text),
    ['elsewhere', 'first', 'second'],
  )
})

test('a network that is busy is asked less and less often, and after a day a person is', async () => {
  const { script, desk } = begin()
  script.always = () => 'later'
  const about = fresh()
  const id = await desk.ask({ accountId, about })
  const asked = town.now()
  while ((await desk.one(id, about)).state === 'waiting') {
    await desk.run()
    town.pass({ minutes: 1 })
  }
  const { state, sentence, tries } = await desk.one(id, about)
  assert.equal(state, 'parked')
  assert.match(sentence ?? '', /not taken in 24 hours.*The network is busy\./)
  const hours = (Date.parse(town.now()) - Date.parse(asked)) / 3_600_000
  assert.ok(hours > 23 && hours < 25, `${hours} h`)
  assert.ok(tries > 90 && tries < 120, `${tries} tries`)
  script.always = () => 'fine'
  assert.equal(await settle(id, (await desk.one(id, about)).version, null), 'waiting')
  assert.equal(await desk.run(), 1)
  assert.deepEqual(
    script.wall.map(({ key }) => key),
    [id],
  )
})

test('what can be found out by nobody is parked, and a person says what they see', async () => {
  const { script, desk } = begin()
  script.always = (call) => (call.startsWith('find') ? 'refused' : 'unknown-after')
  const about = fresh()
  const id = await desk.ask({ accountId, about })
  await desk.run()
  town.pass({ seconds: usualPace.doubt })
  await desk.run()
  const parked = await desk.one(id, about)
  assert.equal(parked.state, 'parked')
  assert.match(parked.sentence ?? '', /^It is unknown whether it is there\./)
  const stale = settle(id, parked.version - 1, 'https://there.example/n1')
  await assert.rejects(stale, /it waits for nobody’s word now|parked/)
  assert.equal(await settle(id, parked.version, 'https://there.example/n1'), 'done')
  const done = await desk.one(id, about)
  assert.deepEqual([done.url, done.settledBy], ['https://there.example/n1', 'grant'])
  assert.equal(script.wall.length, 1)
})

test('a key that is no longer good: all of its account waits until there is another', async () => {
  const { script, desk } = begin()
  script.next.push('signed-out')
  const about = fresh()
  const id = await desk.ask({ accountId, about })
  await desk.ask({ accountId, about: fresh(), text: 'next' })
  assert.equal(await desk.run(), 0)
  const waits = await desk.one(id, about)
  assert.deepEqual([waits.state, waits.sentence], ['waiting', 'The key is no longer good.'])
  town.pass({ minutes: 10 })
  assert.deepEqual([await desk.run(), script.calls.length], [0, 1], 'the same key is not tried again')
  await giveKey(town, accountId, 'two')
  assert.equal(await desk.run(), 2)
})

test('a network’s no is a no, with its sentence; the rest goes on', async () => {
  const { script, desk } = begin()
  script.next.push('refused')
  const about = fresh()
  const id = await desk.ask({ accountId, about })
  await desk.ask({ accountId, about: fresh(), text: 'next' })
  assert.equal(await desk.run(), 1)
  const { state, sentence } = await desk.one(id, about)
  assert.deepEqual([state, sentence], ['refused', 'The network does not take such words.'])
})

test('a hiding that a network refused is not tried again once its comment was restored', async () => {
  const { script, desk } = begin()
  const [about, comment] = [fresh(), fresh()]
  const post = await desk.ask({ accountId, about })
  await desk.run()
  const asked = {
    accountId,
    subject: { kind: 'comment', id: comment },
    replyTo: post,
    remoteId: 'c1',
  } as const
  script.next.push('refused')
  const hiding = await desk.ask({ ...asked, does: 'hide' })
  await desk.run()
  const { version } = await db
    .selectFrom('delivery')
    .select('version')
    .where('deliveryId', '=', hiding)
    .where('state', '=', 'refused')
    .executeTakeFirstOrThrow()
  await desk.ask({ ...asked, does: 'restore' })
  await assert.rejects(settle(hiding, version, null), /restored since/)
  assert.equal(await settle(hiding, version, null, false), 'withdrawn')
})

test('a correction is never before its original, whatever happens to that', async () => {
  const { script, desk } = begin()
  script.next.push('unknown-before')
  const [about, correcting] = [fresh(), fresh()]
  const original = await desk.ask({ accountId, about, text: 'original' })
  await desk.ask({ accountId, about: correcting, text: 'correction', does: 'reply', replyTo: original })
  assert.equal(await desk.run(), 0)
  assert.equal(await desk.run(), 0)
  town.pass({ seconds: usualPace.doubt })
  assert.equal(await desk.run(), 2)
  assert.deepEqual(
    script.wall.map(({ text, replyTo }) => [text, replyTo]),
    [
      ['original', null],
      ['correction', 'n1'],
    ],
  )
})

test('a removal takes back what was not sent, and removes what was', async () => {
  const { script, desk } = begin()
  script.next.push('later')
  const about = fresh()
  const unsent = await desk.ask({ accountId, about })
  await desk.run()
  const removal = await desk.ask({ accountId, about, does: 'remove', replyTo: unsent })
  await desk.run()
  assert.deepEqual(
    [(await desk.one(unsent, about)).state, (await desk.one(removal, about)).state, script.calls.length],
    ['withdrawn', 'done', 1],
  )
  const out = await desk.ask({ accountId, about, text: 'out' })
  await desk.run()
  script.next.push('unknown-after')
  await desk.ask({ accountId, about, does: 'remove', replyTo: out })
  await desk.run()
  town.pass({ minutes: 1 })
  assert.equal(await desk.run(), 1)
  assert.deepEqual([script.wall, (await desk.one(out, about)).removedAt !== null], [[], true])
})

test('what is removed while nobody knows whether it is there is looked for, and not sent again', async () => {
  const { script, desk } = begin(true)
  script.next.push('unknown-after')
  const about = fresh()
  const id = await desk.ask({ accountId, about })
  await desk.run()
  await desk.ask({ accountId, about, does: 'remove', replyTo: id })
  town.pass({ seconds: usualPace.doubt })
  assert.equal(await desk.run(), 2)
  assert.deepEqual([script.calls, script.wall], [['publish hello', 'find hello', 'remove n1'], []])
})

test('nothing is sent after its time', async () => {
  const { desk } = begin()
  const about = fresh()
  const notAfter = town.now()
  const id = await desk.ask({ accountId, about, notAfter })
  await desk.run()
  assert.equal((await desk.one(id, about)).state, 'parked')
})

test('[P1] four processes at once and a fault in every third call: each is there once, or waits for a person', async () => {
  const seed = 71
  const pick = picker(seed)
  const goes: readonly Go[] = ['fine', 'fine', 'fine', 'fine', 'unknown-before', 'unknown-after', 'later']
  const script = scripted({ isKeyed: false, slow: 1 })
  script.always = () => goes[pick(goes.length)] ?? 'fine'
  const house = engine(town, script)
  const asked: string[] = []
  for (let n = 0; n < 60; n++) {
    const account = n % 2 === 0 ? accountId : other.accountId
    asked.push(await asks(db, agency, town.now(), { accountId: account, about: fresh(), text: `post ${n}` }))
  }
  for (let round = 0; round < 60; round++) {
    await Promise.all([0, 1, 2, 3].map(() => deliver(db, house, agency, town.now())))
    town.pass({ seconds: 120 })
  }
  const rows = await db
    .selectFrom('delivery')
    .select(['deliveryId', 'state'])
    .where('agencyId', '=', agencyId)
    .where('deliveryId', 'in', asked)
    .execute()
  const done = rows.filter(({ state }) => state === 'done')
  assert.deepEqual(script.wall.map(({ key }) => key).toSorted(), done.map((one) => one.deliveryId).toSorted())
  assert.equal(done.length, 60)
  assert.ok(script.calls.length > 75, `saw ${script.calls.length} calls`)
})

test('a page whose licence has ended publishes nothing; what waits is parked with that sentence', async () => {
  const { script, desk } = begin()
  const about = fresh()
  const id = await desk.ask({ accountId: other.accountId, about })
  await db
    .updateTable('permission')
    .set({ state: 'revoked', endedAt: town.now() })
    .where('agencyId', '=', agencyId)
    .where('permissionId', '=', other.licence?.permissionId ?? '')
    .execute()
  await desk.run()
  const { state, sentence } = await desk.one(id, about)
  assert.deepEqual([state, script.calls], ['parked', []])
  assert.match(sentence ?? '', /licence/)
})
