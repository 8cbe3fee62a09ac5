import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openSigner } from '../../src/ledger/signer.ts'
import { sequence } from '../../src/ledger/sequence.ts'
import { inclusionSchema } from '../../src/ledger/schema.ts'
import { openPool } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { capture, rebuild } from '../../src/records/capture.ts'
import { houseOf } from '../../src/records/asker.ts'
import { kinds } from '../../src/records/kinds.ts'
import {
  recordsSchema,
  recordViewSchema,
  savedSearchesSchema,
  savedSearchSchema,
  type Records,
  type RecordView,
} from '../../src/records/schema.ts'
import { briefsById, recordView } from '../../src/records/view.ts'
import { matching, recordsOf, setSeries } from '../../src/records/store.ts'
import { buildCommentedTown, refusalIn } from '../commented-town.ts'
import { addAgency } from '../database.ts'
import { postingIn } from '../posting.ts'
import type { Townsperson } from '../town.ts'

const town = await buildCommentedTown()
const { people, fakes, out, look, found, moves, db, agency } = town
const { by } = people
const posting = postingIn(town)
const { pool } = openPool(town.databaseUrl, 'riverton', { patience: 20_000 })
after(() => pool.end())
const signer = await openSigner(town.app.house.ledgerFolder, agency)

const search = async (name: Townsperson, question = ''): Promise<Records> => {
  const { status, body } = await (await by(name)).get(`/api/records?${question}`)
  assert.equal(status, 200, JSON.stringify(body))
  return recordsSchema.parse(body)
}
const view = async (name: Townsperson, id: string, question = ''): Promise<RecordView> => {
  const { status, body } = await (await by(name)).get(`/api/records/${id}${question}`)
  assert.equal(status, 200, JSON.stringify(body))
  return recordViewSchema.parse(body)
}
const hits = async (question: string): Promise<number> =>
  (await search('lopez', `kind=comment&words=${encodeURIComponent(question)}`)).items.length
const cursor = (place: string): string => Buffer.from(place).toString('base64url')
const words = ({ items }: Records): string[] => items.map((one) => `${one.kind} ${one.event}: ${one.words}`)
const rows = async () =>
  await db
    .selectFrom('record')
    .selectAll()
    .where('agencyId', '=', agency.agencyId)
    .orderBy('recordId')
    .execute()

const insult = 'Officer Alvarez is a worthless idiot and a fat pig.'
const post = await posting.published(
  posting.said({
    texts: { en: 'The snow plough parade is moved to Sunday.', es: 'El desfile será el domingo.' },
  }),
)
const insultId = fakes.bluesky.write('resident.example', out.bluesky, insult).id
fakes.bluesky.write('thanks.example', out.bluesky, 'Thank you for the traffic stop on Elm Street!')
fakes.mastodon.write('luz', out.mastodon, '¡Gracias👍! nos vemos el sábado — con los “niños”.')
assert.equal(await look(), 3)

test('every version of a post, every comment and what was done about it is a record, and no module filed it', async () => {
  const seen = await found('ito', insult)
  const [ground] = seen.grounds.filter((one) => one.ground === 'personal-attack')
  await moves('ito', seen, {
    move: 'hide',
    ground: 'personal-attack',
    n: 1,
    spans: ground?.spans,
    reason: 'It insults an officer as a person.',
  })
  fakes.bluesky.wall.erase(insultId)
  await look()
  const all = await search('lopez', 'limit=200')
  assert.equal(all.behind, 0)
  assert.deepEqual(all.count, { n: (await rows()).length, isExact: true })
  const of = await search('lopez', 'words=plough&kind=post')
  assert.deepEqual(
    new Set(of.items.map(({ event }) => event)),
    new Set(['written', 'submitted', 'approved', 'publishing', 'published', 'published on a page']),
  )
  assert.ok(of.items.every(({ thing }) => thing === post))
  const thing = await search('lopez', 'person=resident.example')
  const comment = thing.items.find(({ event }) => event === 'written')
  assert.deepEqual(
    [comment?.words, comment?.author, comment?.moderation, comment?.account?.network],
    [insult, 'resident.example', 'shown', 'bluesky'],
  )
  const whole = await view('lopez', comment?.recordId ?? '')
  assert.deepEqual(
    whole.versions.map(({ kind, event, moderation }) => [kind, event, moderation]),
    [
      ['comment', 'written', 'shown'],
      ['moderation', 'hidden', 'hidden'],
      ['moderation', 'hidden on the network', null],
      ['moderation', 'answered on a page', null],
      ['comment', 'deleted', 'deleted'],
    ],
  )
  assert.match(whole.entry?.body ?? '', /worthless idiot/)
  const answered = whole.versions.find(({ event }) => event === 'answered on a page')
  assert.match(answered?.words ?? '', /public\/appeal\/…/, 'the code of the receipt stands in no record')
})

test('words, phrases, beginnings, what is left out, one or the other, and accents as anybody writes them', async () => {
  assert.equal(await hits('traffic stop'), 1)
  assert.equal(await hits('"traffic stop"'), 1)
  assert.equal(await hits('"stop traffic"'), 0)
  assert.equal(await hits('traff*'), 1)
  assert.equal(await hits('"traffic st*"'), 1)
  assert.equal(await hits('traff'), 0)
  assert.equal(await hits('thank -traffic'), 0)
  // What stands for the star on its way, written by somebody.
  for (const odd of ['zqjxqz', "example.org/a/b*'"]) assert.equal(await hits(odd), 0)
  assert.equal(await hits('sabado'), 1, 'accents make no difference')
  assert.equal(await hits('NIÑOS'), 1)
  assert.equal(await hits('gracias'), 1, 'signs are no part of a word')
  assert.equal(await hits('elm or ninos'), 2)
  assert.equal(await hits('elm or nin*'), 2)
  assert.equal(await hits('“traffic stop”'), 1, 'quotation marks as a telephone types them')
  assert.equal(await hits("o'neil* & | ! :* <-> ( '"), 0, 'signs are no grammar')
  const nothing = await (await by('lopez')).get('/api/records?words=%21%21')
  assert.match(refusalIn(nothing), /no word in it/)
})

test('filters narrow, pages follow by keyset, and a place that nobody gave is refused', async () => {
  const { items } = await search('lopez', 'limit=200')
  const seen: string[] = []
  let from = ''
  for (let pages = 0; pages < 100; pages++) {
    const page: Records = await search('lopez', `limit=7${from}`)
    seen.push(...page.items.map(({ recordId }) => recordId))
    assert.equal(page.count === null, from !== '', 'only the first page counts')
    if (page.next === null) break
    from = `&after=${page.next}`
  }
  const all = await rows()
  assert.equal(seen.length, all.length)
  assert.equal(new Set(seen).size, all.length)
  assert.deepEqual(
    seen.slice(0, items.length),
    items.map(({ recordId }) => recordId),
  )
  const ordered = all.toSorted((a, b) =>
    a.at === b.at ? (a.recordId < b.recordId ? 1 : -1) : a.at < b.at ? 1 : -1,
  )
  assert.deepEqual(
    seen,
    ordered.map(({ recordId }) => recordId),
  )
  const one = async (question: string): Promise<Records['items']> => (await search('lopez', question)).items
  const { accountId } = town.accounts.bluesky
  assert.ok((await one(`account=${accountId}`)).every(({ account }) => account?.accountId === accountId))
  assert.ok((await one('kind=comment,moderation')).every(({ kind }) => kind !== 'post'))
  const deleted = await one('moderation=deleted&kind=comment')
  assert.deepEqual(
    deleted.map((row) => [row.event, row.words]),
    [
      ['deleted', insult],
      ['written', insult],
    ],
    'what was done to it, and what it said',
  )
  const hidden = await one('moderation=hidden')
  assert.ok(hidden.some((row) => row.event === 'written' && row.words === insult))
  assert.ok(hidden.every(({ thing }) => thing === deleted[0]?.thing))
  assert.equal((await one('to=2020-01-01')).length, 0)
  assert.ok((await one('from=2026-11-21&to=2026-11-21&kind=post')).length > 0)
  assert.equal((await one('person=Gus+Grant&kind=post&event=written')).length, 1)
  assert.equal((await one('ruling=clear&kind=post')).length, 1)
  assert.equal((await one('series=none&limit=200')).length, all.length)
  assert.equal((await one('source=facebook')).length, 0)
  for (const list of [
    `records?after=${cursor(`1\n${newId()}`)}`,
    `records?after=${cursor(`2026-11-21T00:00:00+23:59\n${newId()}`)}`,
    `members?after=${cursor('\0\nito')}`,
    'dispositions?after=x',
    `records-requests/${newId()}/responsive?after=x`,
  ])
    assert.equal((await (await by('lopez')).get(`/api/${list}`)).status, 400, list)
  for (const day of ['to=9999-12-31', 'from=0000-01-01'])
    assert.match(refusalIn(await (await by('lopez')).get(`/api/records?${day}`)), /no day of these centuries/)
  const lopez = await by('lopez')
  const backwards = { from: '2026-11-22', to: '2026-11-21' }
  for (const refused of [
    await lopez.get('/api/records?from=2026-11-22&to=2026-11-21'),
    await lopez.post('/api/record-searches', { name: 'Never', query: backwards }),
    await lopez.post('/api/holds', { matter: 'audit', title: 'Never', on: { search: backwards } }),
  ])
    assert.equal(refusalIn(refused), 'the last day: stands before the first day')
  const bad = await lopez.get('/api/records?after=nowhere')
  assert.match(refusalIn(bad), /no place in a list/)
})

const idsOf = (some: readonly { recordId: string }[]): string[] =>
  some.map(({ recordId }) => recordId).toSorted()

test('nobody finds or counts what they may not see', async () => {
  const every = await rows()
  const open = every.filter(({ access }) => access === 'open')
  const office = every.filter(({ access }) => access === 'office')
  const counts = async (name: Townsperson): Promise<number | undefined> => (await search(name)).count?.n
  assert.equal(await counts('lopez'), every.length)
  assert.equal(await counts('diaz'), open.length + office.length)
  assert.equal(await counts('kim'), open.length + office.length)
  const own = (name: string): number =>
    every.filter(({ access, madeBy }) => access === 'open' || madeBy === name).length
  assert.equal(await counts('alvarez'), own('alvarez'))
  assert.equal(await counts('grant'), own('grant'))
  assert.ok(own('grant') > own('alvarez'))
  const draft = every.find(({ kind, event }) => kind === 'post' && event === 'written')?.recordId ?? ''
  assert.equal((await (await by('alvarez')).get(`/api/records/${draft}`)).status, 404)
  assert.equal((await view('grant', draft)).event, 'written')
  assert.equal((await view('grant', draft)).entry, null, 'the whole entry is for those who keep records')
  assert.equal((await town.visitor.get('/api/records')).status, 401)
  const id = open[0]?.recordId ?? ''
  const held = {
    holdId: 'h',
    matter: 'inquiry',
    ref: null,
    title: 'Inquiry 26-3',
    placedAt: town.now(),
  } as const
  const asked = { requestId: 'r', ref: 'R-1', title: 'All about Fox', state: 'open' }
  const beside = {
    holdsOn: () => Promise.resolve(new Map([[id, [held]]])),
    requestsOn: () => Promise.resolve(new Map([[id, [asked]]])),
  }
  const whole = await recordView(db, houseOf(agency), beside, id)
  assert.deepEqual([whole.isHeld, whole.holds, whole.requests], [true, [held], [asked]])
  const member = { ...houseOf(agency), classes: ['open'] } as const
  const theirs = await recordView(db, member, beside, id)
  assert.deepEqual([theirs.isHeld, theirs.holds, theirs.requests], [true, [], []])
  const inList = await briefsById(db, member, beside, idsOf(every))
  assert.ok(open.length < every.length)
  assert.deepEqual(
    [...inList.keys()].toSorted(),
    idsOf(open),
    'a list of keeping shows no more than a search',
  )
  assert.equal((await (await by('alvarez')).get(`/api/records/${id}/keeping`)).status, 403)
  const hidden = (await search('lopez', 'event=hidden')).items[0]?.recordId
  assert.deepEqual(words(await search('alvarez', 'words=insults')), [])
  assert.equal((await (await by('alvarez')).get(`/api/records/${hidden}`)).status, 404)
})

test('who works undercover is not named to those who may not know', async () => {
  const { status } = await (
    await by('diaz')
  ).put('/api/members/grant/undercover', {
    undercover: true,
    purpose: 'works on the Elm Street case',
  })
  assert.equal(status, 200)
  const written = 'words=plough&event=written'
  assert.equal((await search('diaz', written)).items[0]?.madeBy.name, 'Gus Grant')
  assert.deepEqual((await search('lopez', written)).items[0]?.madeBy, { memberId: null, name: 'a member' })
  assert.equal(
    (await search('grant', written)).items[0]?.madeBy.name,
    'Gus Grant',
    'everybody knows themselves',
  )
  await town.does('grant', 'acknowledgement.give', async (_tx, record) => {
    await record({ subject: 'order-1', body: {} })
  })
  for (const person of ['Gus+Grant', 'grant', 'GRANT']) {
    assert.equal((await search('lopez', `person=${person}`)).count?.n, 0, person)
    for (const knowing of ['diaz', 'grant'] as const)
      assert.ok(((await search(knowing, `person=${person}`)).count?.n ?? 0) > 0, `${knowing}: ${person}`)
  }
  const given = (await search('lopez', 'event=acknowledged')).items[0]
  assert.equal(given?.thing, given?.recordId, 'what a thing is called names nobody')
  const draft = (await search('lopez', written)).items[0]?.recordId ?? ''
  for (const id of [draft, given?.recordId ?? '']) {
    assert.equal((await view('lopez', id)).entry, null, 'the whole entry names whoever made it')
    assert.match((await view('diaz', id)).entry?.body ?? '', /"by":"grant"/)
  }
  await (
    await by('diaz')
  ).put('/api/members/grant/undercover', { undercover: false, purpose: 'the case is over' })
})

test('a personnel record is opened with a purpose, and whom it is about sees who did', async () => {
  await town.does('alvarez', 'acknowledgement.answer', async (_tx, record) => {
    await record({ subject: 'order-1', body: { attempt: 1, answers: [], passed: false } })
  })
  const [one] = (await search('lopez', 'event=questions+answered')).items
  assert.deepEqual([one?.access, one?.words], ['personnel', ''])
  assert.equal((await search('diaz', 'event=questions+answered')).count?.n, 0, 'not even to the Chief')
  const id = one?.recordId ?? ''
  const refused = await (await by('lopez')).get(`/api/records/${id}`)
  assert.match(refusalIn(refused), /for what purpose/)
  assert.equal((await view('lopez', id, '?purpose=audit+of+2026')).kind, 'acknowledgement')
  const mine = await (await by('alvarez')).get('/api/me/opened')
  assert.match(JSON.stringify(mine.body), /audit of 2026/)
  assert.equal((await view('alvarez', id)).access, 'personnel', 'their own needs no purpose')
  await town.does('lopez', 'records-requests.notify', async (_tx, record) => {
    await record({ subject: newId(), body: { member: 'alvarez', records: [] } })
  })
  const told = (await search('lopez', 'event=employee+told')).items[0]?.recordId ?? ''
  assert.match(refusalIn(await (await by('lopez')).get(`/api/records/${told}`)), /for what purpose/)
  await view('lopez', told, '?purpose=the+second+letter')
  assert.match(JSON.stringify((await (await by('alvarez')).get('/api/me/opened')).body), /the second letter/)
})

test('a record stands in its thread, and is proven by its entry', async () => {
  const [one] = (await search('lopez', 'words="traffic+stop"&kind=comment')).items
  const before = await view('lopez', one?.recordId ?? '')
  assert.equal(before.proof, null, 'no checkpoint yet')
  assert.ok(
    before.context.some(({ words: said }) => said === insult),
    'the comment beside it',
  )
  assert.ok(before.context.every(({ thread }) => thread === one?.thread))
  await sequence(pool, 'riverton', signer, town.now())
  const { proof, entry } = await view('lopez', one?.recordId ?? '')
  const proven = inclusionSchema.parse((await town.visitor.get(proof?.href ?? '')).body)
  assert.deepEqual([proven.entryId, proven.index], [one?.recordId, proof?.index])
  assert.equal(
    proven.commitment,
    createHash('sha256')
      .update(Buffer.from(entry?.salt ?? '', 'hex'))
      .update(entry?.body ?? '')
      .digest('base64'),
  )
})

test('what is captured from the tree, from what waits, or anew from nothing is the same', async () => {
  await (await by('lopez')).get('/api/records')
  const before = await rows()
  assert.ok(before.length > 35, String(before.length))
  assert.deepEqual(await capture(db, agency, town.now()), { added: 0, isBehind: false })
  const [first] = before
  await db.transaction().execute(async (tx) => {
    await setSeries(tx, agency.agencyId, {
      recordIds: [first?.recordId ?? ''],
      seriesId: 'M1-100',
      why: 'posts of the department',
    })
  })
  const owner = town.database.owner(agency.agencyId)
  const made = await rebuild(owner, agency, town.now())
  assert.deepEqual(made, { before: before.length, records: before.length })
  const expected = before.map((row) =>
    row.recordId === first?.recordId
      ? { ...row, seriesId: 'M1-100', seriesWhy: 'posts of the department' }
      : row,
  )
  assert.deepEqual(await rows(), expected)
  // The control: a record that was changed behind the back of the house is made right again.
  await owner
    .updateTable('record')
    .set({ words: 'never said' })
    .where('recordId', '=', first?.recordId ?? '')
    .execute()
  assert.notDeepEqual(await rows(), expected)
  await rebuild(owner, agency, town.now())
  assert.deepEqual(await rows(), expected)
})

test('two captures at once take every entry once, and the app may neither change nor delete a record', async () => {
  await town.does('alvarez', 'posts.status', async (_tx, record) => {
    for (let n = 0; n < 300; n++)
      await record({
        subject: 'nobody',
        body: { name: `nobody ${n}`, status: 'found', reason: 'a drill' },
      })
  })
  const at = town.now()
  const captured = await Promise.all([1, 2, 3, 4].map(() => capture(db, agency, at)))
  assert.equal(
    captured.reduce((sum, { added }) => sum + added, 0),
    300,
  )
  assert.equal((await search('lopez', 'words=drill')).count?.n, 300)
  const [middle] = (await search('lopez', 'words="nobody+150"')).items
  const { versions, isVersionsCut } = await view('lopez', middle?.recordId ?? '')
  const place = versions.findIndex(({ recordId }) => recordId === middle?.recordId)
  assert.deepEqual([versions.length, place, isVersionsCut], [101, 50, true])
  const ids: string[] = []
  for await (const page of matching(db, houseOf(agency), { words: 'drill' })) ids.push(...page)
  assert.equal(new Set(ids).size, 300)
  assert.equal((await recordsOf(db, agency.agencyId, ids.slice(0, 5))).length, 5)
  const where = (of: string) => sql`${sql.raw(of)} where agency_id = ${agency.agencyId}`.execute(db)
  await assert.rejects(where("update record set words = ''"), /permission denied/)
  await assert.rejects(where('delete from record'), /permission denied/)
})

test('another agency on the same database finds nothing of it', async () => {
  await addAgency(town.database, 'lakeside')
  const lakeside = { agencyId: 'lakeside', zone: 'America/New_York' }
  const theirs = town.database.db('lakeside')
  const ids: string[] = []
  for await (const page of matching(theirs, houseOf(lakeside), {})) ids.push(...page)
  assert.deepEqual(ids, [])
})

test('a search is kept for whoever kept it', async () => {
  const lopez = await by('lopez')
  const query = { words: '"traffic stop"', kind: ['comment'], from: '2026-01-01' }
  const { status, body } = await lopez.post('/api/record-searches', { name: 'Traffic stops', query })
  assert.equal(status, 200, JSON.stringify(body))
  const saved = savedSearchSchema.parse(body)
  const kept = savedSearchesSchema.parse((await lopez.get('/api/record-searches')).body)
  assert.deepEqual(kept.items, [saved])
  assert.deepEqual(saved.query, query)
  const theirs = savedSearchesSchema.parse((await (await by('diaz')).get('/api/record-searches')).body)
  assert.deepEqual(theirs.items, [])
  assert.equal(
    (await (await by('diaz')).send('DELETE', `/api/record-searches/${saved.searchId}`)).status,
    404,
  )
  assert.equal((await lopez.send('DELETE', `/api/record-searches/${saved.searchId}`)).status, 200)
  assert.deepEqual(savedSearchesSchema.parse((await lopez.get('/api/record-searches')).body).items, [])
})

test('every kind of entry that this town has written is in the table of kinds', async () => {
  const written = await db.selectFrom('ledgerEntry').select('kind').distinct().execute()
  assert.deepEqual(
    written.map(({ kind }) => kind).filter((kind) => !Object.hasOwn(kinds, kind)),
    [],
  )
  assert.ok(written.length >= 25, `only ${written.length} kinds were written`)
})
