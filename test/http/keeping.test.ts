import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import {
  keepingSchema,
  changedHoldSchema,
  dueSchema,
  heldRecordsSchema,
  seriesCheckSchema,
  seriesListSchema,
} from '../../src/records/keeping/schema.ts'
import { placeHold, requestEnded } from '../../src/records/keeping/hold-store.ts'
import { waitingListSchema } from '../../src/members/schema.ts'
import { newId } from '../../src/platform/id.ts'
import { recordsSchema, type RecordBrief } from '../../src/records/schema.ts'
import { askingIn, selfie } from '../asking.ts'
import { adoptIn } from '../adopted-town.ts'
import { head, keepingIn } from '../kept-town.ts'
import { refusalIn } from '../commented-town.ts'
import { buildTown, type Townsperson } from '../town.ts'

const town = await buildTown()
const people = askingIn(town)
await adoptIn(town, 'hartford-3-01a')
const keeping = await keepingIn(town, people)
const { by } = people
const owner = town.database.owner('riverton')

const post = async (name: Townsperson, url: string, body: object) => await (await by(name)).post(url, body)
const records = async (question: string): Promise<RecordBrief[]> => {
  const { status, body } = await (await by('lopez')).get(`/api/records?${question}`)
  assert.equal(status, 200, JSON.stringify(body))
  return recordsSchema.parse(body).items
}
const keepingOf = async (recordId: string) => {
  const { status, body } = await (await by('lopez')).get(`/api/records/${recordId}/keeping`)
  assert.equal(status, 200, JSON.stringify(body))
  return keepingSchema.parse(body)
}
const seriesNow = async () => seriesListSchema.parse((await (await by('lopez')).get('/api/series')).body)
const waits = async (name: Townsperson) =>
  waitingListSchema
    .parse((await (await by(name)).get('/api/waiting')).body)
    .items.filter(({ kind }) => /^(?:hold|disposition|records)\./.test(kind))

const permission = await people.approved()
const [asked] = await records('kind=permission&event=asked')
assert.ok(asked)

test('a file of series is looked at line by line, and one fault keeps out all of it', async () => {
  const csv = [
    head,
    'M1-10,Permissions,P3Y,closed,Schedule M1,permission',
    'M1-20,,P7Y,created,Schedule M1,',
    'M1-30,Posts,7 years,created,Schedule M1,post',
    'M1-40,Comments,PT5H,made,Schedule M1,comment letters',
    'M1-10,Again,P1Y,created,Schedule M1,',
  ].join('\n')
  const checked = await post('lopez', '/api/series/check', { csv })
  const { rows, added, problems } = seriesCheckSchema.parse(checked.body)
  assert.deepEqual([rows, added], [5, 1])
  assert.deepEqual(
    problems.map(({ line, column }) => [line, column]),
    [
      [3, 'title'],
      [4, 'period'],
      [5, 'period'],
      [5, 'starts'],
      [5, 'kinds'],
      [6, 'id'],
    ],
  )
  const loaded = await post('lopez', '/api/series/load', { csv })
  assert.equal(loaded.status, 409)
  assert.match(refusalIn(loaded), /nothing was loaded: line 3, title: is empty/)
  assert.deepEqual((await seriesNow()).items, [])
  for (const bad of ['', 'id,title\nA,B', `${head},colour\nA,B,P1Y,created,C,post,red`, `${head}\n"open`]) {
    const answer = await post('lopez', '/api/series/check', { csv: bad === '' ? ' ' : bad })
    assert.ok(seriesCheckSchema.parse(answer.body).problems.length > 0, bad)
  }
  assert.equal((await post('alvarez', '/api/series/check', { csv })).status, 403)
})

test('series are loaded, records come into them by rule, and a record says why and how long', async () => {
  const nothing = await keepingOf(asked.recordId)
  assert.deepEqual([nothing.series, nothing.over], [null, null])
  await keeping.load([
    'M1-10,Permissions,P3Y,closed,Schedule M1,permission',
    'M2-01,Orders,permanent,superseded,Schedule M2,order',
  ])
  await keeping.settle()
  const now = await seriesNow()
  assert.deepEqual(
    now.items.map(({ seriesId, period, records: { n } }) => [seriesId, period, n > 0]),
    [
      ['M1-10', 'P3Y', true],
      ['M2-01', 'permanent', true],
    ],
  )
  assert.deepEqual(now.unsorted, { n: 0, isExact: true })
  const told = await keepingOf(asked.recordId)
  assert.equal(told.series?.seriesId, 'M1-10')
  assert.equal(told.why, 'rule 1: Permissions (Schedule M1)')
  // A permission is over when its last day is: the period begins the day after.
  assert.deepEqual([told.from, told.over], ['2027-04-01', '2030-04-02'])
  assert.match(told.says, /Kept for 3 years after it was over/)
  const checked = await post('lopez', '/api/series/check', {
    csv: `${head}\nM1-10,Permissions,P1Y,closed,Schedule M1,permission`,
  })
  assert.deepEqual(seriesCheckSchema.parse(checked.body).changes, [
    { seriesId: 'M1-10', column: 'period', was: 'P3Y (3 years)', becomes: 'P1Y (1 year)' },
  ])
})

test('changed rules sort every record anew, what was put somewhere by hand stays there, and what fits none waits', async () => {
  const { version, without } = await seriesNow()
  assert.equal(without.n, 0)
  const rules = [{ seriesId: 'M2-01', kinds: ['order'], because: 'Orders are kept for good.' }]
  const hand = { recordIds: [asked.recordId], seriesId: 'M1-10', reason: 'The clerk said so.' }
  assert.equal((await post('lopez', '/api/series/by-hand', hand)).status, 200)
  const put = await (await by('lopez')).put('/api/series/rules', { version, rules })
  assert.equal(put.status, 200, JSON.stringify(put.body))
  await keeping.settle()
  const now = await seriesNow()
  assert.ok(now.without.n > 3, String(now.without.n))
  const told = await keepingOf(asked.recordId)
  assert.deepEqual([told.series?.seriesId, told.why], ['M1-10', 'by hand: The clerk said so.'])
  const [other] = await records('kind=permission&event=submitted')
  const lost = await keepingOf(other?.recordId ?? '')
  assert.deepEqual([lost.series, lost.why], [null, 'no rule of the agency fits it'])
  assert.ok((await waits('lopez')).some(({ kind }) => kind === 'records.no-series'))
  const stale = await (await by('lopez')).put('/api/series/rules', { version, rules: [] })
  assert.equal(stale.status, 409)
  const unknown = await (
    await by('lopez')
  ).put('/api/series/rules', {
    version: version + 1,
    rules: [{ seriesId: 'X', because: 'no' }],
  })
  assert.match(refusalIn(unknown), /there is no series X/)
  const back = { recordIds: [asked.recordId], seriesId: null, reason: 'By the rules after all.' }
  assert.equal((await post('lopez', '/api/series/by-hand', back)).status, 200)
  assert.equal((await keepingOf(asked.recordId)).series, null)
})

test('a hold keeps a thing with what comes to it later; one asks for its release, and somebody else confirms', async () => {
  const on = { things: [asked.thing] }
  const placed = await post('kim', '/api/holds', {
    matter: 'litigation',
    ref: '26-cv-101',
    title: 'Doe v. Town',
    on,
  })
  assert.equal(placed.status, 200, JSON.stringify(placed.body))
  const { holdId } = changedHoldSchema.parse(placed.body)
  const before = (await keeping.hold(holdId)).records.n
  assert.ok(before >= 5, String(before))
  const { permissionId, version } = permission
  const ended = { version }
  const gone = await post('alvarez', `/api/permissions/${permissionId}/withdraw`, ended)
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  await keeping.settle()
  const held = await keeping.hold(holdId)
  assert.equal(held.records.n, before + 1)
  assert.deepEqual(
    held.may.map(({ move }) => move),
    ['ask'],
  )
  const { holds } = await keepingOf(asked.recordId)
  assert.deepEqual(
    holds.map(({ matter, ref }) => [matter, ref]),
    [['litigation', '26-cv-101']],
  )
  const shown = await records('held=true')
  assert.ok(shown.length >= 5 && shown.every(({ thing }) => thing === asked.thing))
  const silent = await keeping.moveHold('kim', holdId, { move: 'ask' })
  assert.deepEqual([silent.status, silent.sentence], [400, 'say why in a few words'])
  assert.equal(
    (await keeping.moveHold('kim', holdId, { move: 'ask', reason: 'The case is settled.' })).status,
    200,
  )
  const own = await keeping.moveHold('kim', holdId, { move: 'confirm', reason: 'Yes.' })
  assert.deepEqual([own.status, own.sentence], [409, 'you asked for its release; somebody else decides'])
  assert.ok((await waits('lopez')).some(({ kind, subject }) => kind === 'hold.release' && subject === holdId))
  assert.ok(!(await waits('kim')).some(({ kind }) => kind === 'hold.release'))
  assert.equal((await keeping.moveHold('lopez', holdId, { move: 'refuse', reason: 'Not yet.' })).status, 200)
  assert.equal((await keeping.moveHold('lopez', holdId, { move: 'confirm', reason: 'Yes.' })).status, 409)
  assert.equal((await keeping.moveHold('kim', holdId, { move: 'ask', reason: 'Now it is.' })).status, 200)
  // What keeps more is another hold than the one whose release was asked for.
  const wider = { version: (await keeping.hold(holdId)).version, on: { records: [asked.recordId] } }
  const widened = await post('lopez', `/api/holds/${holdId}/widen`, wider)
  assert.equal(widened.status, 200, JSON.stringify(widened.body))
  assert.equal((await keeping.hold(holdId)).state, changedHoldSchema.parse(widened.body).state)
  assert.equal((await keeping.moveHold('kim', holdId, { move: 'ask', reason: 'Still.' })).status, 200)
  assert.equal((await keeping.moveHold('lopez', holdId, { move: 'confirm', reason: 'Yes.' })).status, 200)
  const released = await keeping.hold(holdId)
  assert.deepEqual([released.state, released.may], ['released', []])
  assert.deepEqual((await keepingOf(asked.recordId)).holds, [])
  assert.equal((await post('alvarez', '/api/holds', { matter: 'audit', title: 'x', on })).status, 403)
  const none = await post('lopez', '/api/holds', { matter: 'audit', title: 'Nothing', on: {} })
  assert.match(refusalIn(none), /say what is to be kept/)
  const ghost = { records: ['01a1fd36-0000-7000-8000-000000000000'] }
  assert.equal(
    (await post('lopez', '/api/holds', { matter: 'audit', title: 'Ghost', on: ghost })).status,
    404,
  )
})

test('of two who let a hold keep more at the same moment, one looks again', async () => {
  const on = { records: [asked.recordId] }
  const placed = await post('lopez', '/api/holds', { matter: 'audit', title: 'At once', on })
  const { holdId } = changedHoldSchema.parse(placed.body)
  const both = await Promise.all(
    (['lopez', 'kim'] as const).map((name) => post(name, `/api/holds/${holdId}/widen`, { version: 1, on })),
  )
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
  assert.equal((await keeping.hold(holdId)).version, 2)
  await keeping.moveHold('lopez', holdId, { move: 'ask', reason: 'It was a trial.' })
  await keeping.moveHold('kim', holdId, { move: 'confirm', reason: 'It was a trial.' })
})

test('a hold by a search keeps what it finds, and what comes later and fits', async () => {
  const words = selfie.split(' ')[0] ?? ''
  const on = { search: { words, kind: ['permission'] } }
  const placed = await post('lopez', '/api/holds', { matter: 'audit', title: 'Audit of selfies', on })
  assert.equal(placed.status, 200, JSON.stringify(placed.body))
  const { holdId } = changedHoldSchema.parse(placed.body)
  const before = (await keeping.hold(holdId)).records.n
  assert.ok(before > 0)
  const { requestId } = await people.ask('grant')
  await people.moves('grant', requestId, 'submit')
  const other = await people.ask('bell', people.asked({ text: 'Something else altogether.' }))
  await people.moves('bell', other.requestId, 'submit')
  await keeping.settle()
  const after = await keeping.hold(holdId)
  assert.equal(after.records.n, before + 1)
  const listed = await (await by('lopez')).get(`/api/holds/${holdId}/records`)
  assert.equal(z.object({ items: z.array(z.unknown()) }).parse(listed.body).items.length, before + 1)
  const all = await (await by('lopez')).get('/api/holds?state=open')
  assert.equal(z.object({ items: z.array(z.unknown()) }).parse(all.body).items.length, 1)
  const wordless = { matter: 'audit', title: 'Nothing', on: { search: { words: '!!' } } }
  const said = await post('lopez', '/api/holds', wordless)
  assert.deepEqual(
    [said.status, refusalIn(said)],
    [400, 'there is no word in it that could be looked for; write one'],
  )
  const endless = { matter: 'audit', title: 'Without end', on: { search: { to: '9999-12-31' } } }
  assert.equal((await post('lopez', '/api/holds', endless)).status, 400)
})

test('a hold tells nobody what stands in a record that they may not see', async () => {
  await town.does('alvarez', 'records-requests.object', async (_tx, record) => {
    await record({ subject: newId(), body: { grounds: 'An illness of the ptarmigan kind.' } })
  })
  const on = { search: { words: 'ptarmigan' } }
  const placed = await post('kim', '/api/holds', { matter: 'litigation', title: 'A case', on })
  const { holdId } = changedHoldSchema.parse(placed.body)
  for (const [name, n] of [
    ['lopez', 1],
    ['kim', 0],
    ['diaz', 0],
  ] as const) {
    const seen = await keeping.hold(holdId, name)
    assert.deepEqual([seen.records.n, seen.on.records], [n, n], name)
    const { body } = await (await by(name)).get(`/api/holds/${holdId}/records`)
    assert.equal(heldRecordsSchema.parse(body).items.length, n, name)
    const none = await (await by(name)).get('/api/series/none')
    assert.equal(JSON.stringify(none.body).includes('employee objected'), n === 1, name)
  }
})

test('a hold by a search keeps what was captured long ago and comes to fit; one that fails hinders no other', async () => {
  const holding = async (search: object): Promise<string> => {
    const placed = await post('lopez', '/api/holds', { matter: 'audit', title: 'Audit', on: { search } })
    assert.equal(placed.status, 200, JSON.stringify(placed.body))
    return changedHoldSchema.parse(placed.body).holdId
  }
  const count = async (holdId: string): Promise<number> => (await keeping.hold(holdId)).records.n
  const series = await holding({ series: 'M1-10' })
  const hidden = await holding({ moderation: 'hidden' })
  const late = await holding({ event: 'known since the upgrade' })
  const before = await count(series)
  // As though all that is here had been captured long before, and by an earlier table of kinds.
  const run = { since: 'ffffffff-ffff-7fff-bfff-ffffffffffff', captured: 1 }
  await owner.updateTable('holdSearchRun').set(run).execute()
  await owner.updateTable('holdSearchRun').set({ kinds: 'earlier' }).where('holdId', '=', late).execute()
  const upgraded = { event: 'known since the upgrade', moderation: 'hidden' } as const
  await owner.updateTable('record').set(upgraded).where('recordId', '=', asked.recordId).execute()
  const hand = { recordIds: [asked.recordId], seriesId: 'M1-10', reason: 'It belongs there.' }
  assert.equal((await post('lopez', '/api/series/by-hand', hand)).status, 200)
  await town.does('lopez', 'holds.place', async (tx, record) => {
    const search = { to: '9999-12-31' }
    const placing = { agencyId: 'riverton', matter: 'audit', ref: null, title: 'Without end' } as const
    await placeHold(tx, record, { ...placing, by: 'lopez', at: town.now(), on: { search } })
  })
  const why = 'the log of the installation says why'
  const failing = `what the hold “Without end” looks for could not be searched, and nothing is disposed of until it is: ${why}`
  await assert.rejects(keeping.settle(), { message: failing })
  assert.deepEqual(await keeping.propose({ seriesId: 'M1-10' }), {
    status: 503,
    sentence: failing,
    moved: undefined,
  })
  const [without] = (await waits('lopez')).filter(({ kind }) => kind === 'hold.search')
  assert.match(without?.title ?? '', /“Without end”/)
  const lopez = await by('lopez')
  const due = dueSchema.parse((await lopez.get('/api/dispositions/due')).body)
  assert.deepEqual(due.notSearched, [{ holdId: without?.subject, title: 'Without end', because: why }])
  assert.equal((await keeping.hold(without?.subject ?? '')).notSearched, why)
  assert.equal(refusalIn(await lopez.post(`/api/holds/${without?.subject}/search`)), failing)
  const list = `/api/dispositions/${newId()}/move`
  assert.equal(refusalIn(await lopez.post(list, { move: 'sign', version: 1 })), failing)
  const withdrawn = await lopez.post(list, { move: 'withdraw', version: 1, reason: 'Made by mistake.' })
  assert.equal(withdrawn.status, 404, 'what destroys nothing waits for no hold')
  await owner
    .updateTable('holdSearchRun')
    .set({ captured: -1, because: 'it took too long' })
    .where('holdId', '=', hidden)
    .execute()
  assert.equal((await post('alvarez', `/api/holds/${hidden}/search`, {})).status, 403)
  assert.equal((await lopez.post(`/api/holds/${hidden}/search`)).status, 200)
  assert.equal((await keeping.hold(hidden)).notSearched, null)
  assert.equal(await count(series), before + 1)
  assert.deepEqual(
    [await count(hidden), await count(late)].map((n) => n > 0),
    [true, true],
  )
})

test('the hold of a records request is released only when the request is closed and its time to appeal is over', async () => {
  let holdId = ''
  await town.does('lopez', 'records-requests.responsive', async (tx, record) => {
    const placing = {
      agencyId: 'riverton',
      matter: 'records-request',
      ref: 'request-1',
      title: 'Request 1',
    } as const
    const on = { records: [asked.recordId] }
    holdId = await placeHold(tx, record, { ...placing, by: 'lopez', at: town.now(), on })
  })
  const open = await keeping.moveHold('lopez', holdId, { move: 'ask', reason: 'It is answered.' })
  assert.match(open.sentence, /its records request is open, or may still be appealed/)
  const from = '2026-12-22T05:00:00Z'
  await town.does('lopez', 'records-requests.close', async (tx, record) => {
    await requestEnded(tx, record, {
      agencyId: 'riverton',
      ref: 'request-1',
      from,
      by: 'lopez',
      at: town.now(),
    })
  })
  const early = await keeping.moveHold('lopez', holdId, { move: 'ask', reason: 'It is answered.' })
  assert.match(early.sentence, /the time to appeal its records request runs until 2026-12-22/)
  town.moveTo('2026-12-23T15:00:00Z')
  assert.equal((await keeping.moveHold('lopez', holdId, { move: 'ask', reason: 'It is over.' })).status, 200)
  assert.equal((await keeping.moveHold('diaz', holdId, { move: 'confirm', reason: 'It is.' })).status, 200)
  assert.equal((await keeping.hold(holdId)).state, 'released')
})
