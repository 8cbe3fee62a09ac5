import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { setUndercover } from '../../src/members/undercover.ts'
import { newId } from '../../src/platform/id.ts'
import { recordsSchema } from '../../src/records/schema.ts'
import { due } from '../../src/records/requests/due.ts'
import { noticesSchema } from '../../src/records/requests/notice-schema.ts'
import {
  responsiveListSchema,
  underReviewSchema,
  withheldSchema,
} from '../../src/records/requests/review-schema.ts'
import { searchDoneSchema } from '../../src/records/requests/set-schema.ts'
import { buildCommentedTown, refusalIn } from '../commented-town.ts'
import { drawnAt, plant } from '../drills/redaction-plant.ts'
import { drawnIn } from '../drills/redaction-scan.ts'
import { requestingIn } from '../requesting.ts'

const town = await buildCommentedTown()
const { people, app, agency, db } = town
const { by } = people
const { open, seen, tries, moves, putDown, comments, add, review, settle } = requestingIn(town)
/** Where a part stands in words, in code points. */
const spanOf = (words: string, part: string): { start: number; end: number } => {
  const start = Array.from(words.slice(0, words.indexOf(part))).length
  return { start, end: start + Array.from(part).length }
}

test('a request is searched for, reviewed by two, cut, withheld and released; what is cut is nowhere in it', async () => {
  const { requestId, code } = await putDown()
  const waits = (await people.waits('lopez')).find(({ subject }) => subject === requestId)
  assert.equal(waits?.kind, 'records-requests.received')
  assert.match(String(waits.deadline), /^2026-11-27T04:59/, 'the end of the day in the agency’s zone')
  await moves('lopez', requestId, 'acknowledge')
  await moves('lopez', requestId, 'search')
  assert.match(refusalIn(await tries('lopez', requestId, 'review')), /search first/)

  const secret = 'Fiona Fox'
  const [first = '', other = '', third = ''] = await comments(
    `The parade was lovely, says ${secret} of 12 Elm Street. fiona  fox again.`,
    'The parade was too loud.',
    'My case is pending, call my attorney about the parade.',
  )
  const lopez = await by('lopez')
  const kept = await lopez.put(`/api/records-requests/${requestId}/searches`, {
    query: { words: 'parade', kind: ['comment'] },
  })
  assert.equal(kept.status, 200, JSON.stringify(kept.body))
  const { searchId, found, fresh } = searchDoneSchema.parse(kept.body)
  assert.deepEqual([found, fresh], [3, 3])
  const elsewhere = { query: null, elsewhere: 'The paper files of the records room, by hand.', found: 0 }
  assert.equal((await lopez.put(`/api/records-requests/${requestId}/searches`, elsewhere)).status, 200)
  const added = await add(requestId, [], { search: searchId })
  assert.equal(added.status, 200, JSON.stringify(added.body))
  const query = { words: 'parade', kind: ['comment'] }
  const again = await lopez.put(`/api/records-requests/${requestId}/searches`, { query })
  assert.deepEqual([again.status, searchDoneSchema.parse(again.body).fresh], [200, 0])
  const { holdId, searches } = await seen(requestId)
  assert.equal(searches[0]?.by?.name, 'Luz Lopez')
  assert.deepEqual(
    searches.map((one) => [one.elsewhere, one.found, one.fresh]),
    [
      [null, 3, 3],
      [elsewhere.elsewhere, 0, undefined],
      [null, 3, 0],
    ],
  )
  assert.ok(holdId !== null, 'a hold keeps them')
  const hold = await lopez.get(`/api/holds/${holdId}`)
  assert.equal(hold.status, 200)
  assert.match(JSON.stringify(hold.body), /"isAutomatic":true/)
  const asked = await lopez.post(`/api/holds/${holdId}/move`, {
    move: 'ask',
    version: 1,
    reason: 'I want it gone.',
  })
  assert.match(refusalIn(asked), /its records request is open/)

  await moves('lopez', requestId, 'review')
  const list = responsiveListSchema.parse(
    (await lopez.get(`/api/records-requests/${requestId}/responsive`)).body,
  )
  const words = list.items.find(({ recordId }) => recordId === first)?.words ?? ''
  const ground = { exemption: 'victim', reason: 'She was the victim of an offence of that kind.' }
  const cut = { state: 'redact', redactions: [{ field: 'words', ...spanOf(words, secret), ...ground }] }
  const leaking = { ...cut.redactions[0], reason: `It is ${secret.toUpperCase()} herself.` }
  assert.match(
    refusalIn(await review('lopez', requestId, first, { ...cut, redactions: [leaking] })),
    /the very words/,
  )
  const unknown = { ...cut.redactions[0], exemption: 'because' }
  assert.equal((await review('lopez', requestId, first, { ...cut, redactions: [unknown] })).status, 400)
  const past = { ...cut.redactions[0], end: 10_000 }
  assert.match(
    refusalIn(await review('lopez', requestId, first, { ...cut, redactions: [past] })),
    /not in the record/,
  )
  assert.equal((await review('alvarez', requestId, first, cut)).status, 403)
  assert.equal((await review('lopez', requestId, first, cut)).status, 200)
  const own = await lopez.post(`/api/records-requests/${requestId}/review/${first}/second`, {
    version: 1,
    agrees: true,
  })
  assert.match(refusalIn(own), /somebody else looks a second time/)
  assert.ok(
    (await people.waits('kim')).some(
      ({ kind, subject }) => kind === 'records-requests.second' && subject === requestId,
    ),
  )
  const kim = await by('kim')
  const shown = underReviewSchema.parse(
    (await kim.get(`/api/records-requests/${requestId}/review/${first}`)).body,
  )
  assert.equal(
    shown.fields[0]?.released,
    'The parade was lovely, says [redacted: C.G.S. 1-210(b)(3)(G)] of 12 Elm Street. [redacted: C.G.S. 1-210(b)(3)(G)] again.',
  )
  const no = { version: 1, agrees: false, remarks: 'The address too.' }
  assert.equal((await kim.post(`/api/records-requests/${requestId}/review/${first}/second`, no)).status, 200)
  const both = [...cut.redactions, { field: 'words', ...spanOf(words, '12 Elm Street'), ...ground }]
  await settle(requestId, first, { ...cut, redactions: both }, 2)
  assert.match(refusalIn(await tries('lopez', requestId, 'release')), /not settled by two people/)
  assert.deepEqual(
    (await seen(requestId)).mayNot.map(({ move }) => move),
    ['release'],
  )
  await settle(requestId, other, { state: 'release' })

  const told = await tries('lopez', requestId, 'release-part', { words: 'Fiona Fox sends her regards.' })
  assert.match(refusalIn(told), /your words say what is cut/)
  await moves('lopez', requestId, 'release-part')
  const part = await open(`/public/records/requests/${code}/parts/1`)
  assert.equal(part.status, 200)
  assert.ok(part.page.includes('too loud') && part.page.includes('[redacted: C.G.S. 1-210(b)(3)(G)]'))
  for (const never of ['Fiona', 'fox', 'Fox', '12 Elm', 'attorney'])
    assert.ok(!part.page.includes(never), never)
  const inSpanish = await open(`/public/records/requests/${code}/parts/1?lang=es`)
  assert.match(inSpanish.page, /<h2 id="record-1">\s*1\. Comentario, escrito\s*<\/h2>/)
  assert.match(
    refusalIn(await review('lopez', requestId, other, { version: 2, state: 'release' })),
    /went out in instalment 1/,
  )

  const held = { exemption: 'privilege', reason: 'It tells what a lawyer was asked in confidence.' }
  await settle(requestId, third, { state: 'withhold', ...held, reason: 'The lawyer of fiona-fox was asked.' })
  assert.match(
    refusalIn(await tries('lopez', requestId, 'release')),
    new RegExp(`a reason given for record ${third} says words that are cut`),
  )
  await settle(requestId, third, { state: 'withhold', ...held }, 2)
  town.pass({ minutes: 6 })
  const stale = await town.signedIn('lopez')
  town.pass({ minutes: 6 })
  const { version } = await seen(requestId)
  const late = await stale.post(`/api/records-requests/${requestId}/move`, { move: 'release', version })
  assert.match(JSON.stringify(late.body), /unconfirmed/, 'a release wants that one has just shown who one is')
  await moves('lopez', requestId, 'release')
  const ended = await (await by('lopez')).get(`/api/holds/${holdId}`)
  assert.match(
    JSON.stringify(ended.body),
    /"releasableFrom":"2026-12-22T05:00:00/,
    'the hold stays until the days to appeal are over',
  )
  const view = await seen(requestId)
  assert.deepEqual(
    [view.state, view.releases.map(({ records, redacted, withheld }) => [records, redacted, withheld])],
    [
      'released',
      [
        [2, 1, 0],
        [0, 0, 1],
      ],
    ],
  )
  const index = withheldSchema.parse((await lopez.get(`/api/records-requests/${requestId}/withheld`)).body)
  assert.deepEqual(
    index.items.map(({ how, citation, times }) => [how, citation, times]),
    [
      ['words', 'C.G.S. 1-210(b)(3)(G)', 2],
      ['whole', 'C.G.S. 1-210(b)(10)', 1],
    ],
  )
  const { page: second } = await open(`/public/records/requests/${code}/parts/2`)
  assert.ok(/1\. Comment\s*<\/h2>/.test(second) && !second.includes('attorney about'))
  const letters = view.letters.filter(({ kind }) => kind === 'release')
  const pdf = await app.inject({
    url: `/public/records/requests/${code}/letters/${letters[0]?.letterId}`,
    headers: { host: agency.host },
  })
  assert.equal(pdf.statusCode, 200)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.rawPayload)), {
    mergePages: true,
  })
  assert.match(text, /From 1 something was cut/)
  assert.match(text, /Freedom of Information Commission/)
  assert.match(text, /December 21, 2026/, 'thirty days to appeal')
  assert.doesNotMatch(text, /Fox/)
})

test('somebody whose file is asked for is told, may object in time and signed, and until it is decided nothing goes out', async () => {
  const { requestId } = await putDown({ wants: 'Officer Alvarez’s file.' })
  await moves('lopez', requestId, 'acknowledge')
  await moves('lopez', requestId, 'search')
  const [record = ''] = await comments('Officer Alvarez was late three times.')
  assert.equal((await add(requestId, [record])).status, 200)
  const lopez = await by('lopez')
  const notify = { memberId: 'alvarez', records: [record], representative: 'Local 42' }
  const url = `/api/records-requests/${requestId}/notices`
  assert.match(refusalIn(await lopez.post(url, notify)), /personnel file, and why/)
  const before = await seen(requestId)
  const personnel = {
    version: before.version,
    isPersonnel: true,
    reason: 'It is about discipline, and an invasion of privacy.',
  }
  assert.equal((await lopez.put(`/api/records-requests/${requestId}/personnel`, personnel)).status, 200)
  assert.ok((await seen(requestId)).clock.answerBy > before.clock.answerBy, 'ten days')
  const { version: unaware } = await seen(requestId)
  assert.equal((await lopez.post(url, notify)).status, 200)
  const raced = { move: 'review', version: unaware }
  assert.match(
    refusalIn(await lopez.post(`/api/records-requests/${requestId}/move`, raced)),
    /changed meanwhile/,
    'what was begun before the notice is looked at again',
  )
  await moves('lopez', requestId, 'review')
  await settle(requestId, record, { state: 'release' })
  assert.match(refusalIn(await tries('lopez', requestId, 'release')), /wait for somebody who may object/)

  const alvarez = await by('alvarez')
  const waits = (await people.waits('alvarez')).find(({ kind }) => kind === 'records-requests.notice')
  assert.ok(waits?.deadline)
  const { items } = noticesSchema.parse((await alvarez.get('/api/records-notices')).body)
  const [notice] = items
  assert.ok(notice?.mayObject === true && notice.statement.includes('false statement'))
  assert.equal(notice.objectBy, '2026-12-03', 'nine business days from the sending')
  const objection = { version: 1, grounds: 'It is my private affair.', signed: 'Ana Alvarez', affirms: true }
  const object = `/api/records-notices/${notice.noticeId}/object`
  assert.equal((await (await by('bell')).post(object, objection)).status, 404, 'it is nobody else’s')
  assert.equal((await alvarez.post(object, { ...objection, signed: 'A.' })).status, 400)
  assert.equal((await alvarez.post(object, { ...objection, affirms: false })).status, 400)
  assert.equal((await alvarez.post(object, objection)).status, 200)
  await due(db, agency, '2027-01-15T12:00:00Z')
  assert.match(refusalIn(await tries('lopez', requestId, 'release')), /wait for somebody who may object/)
  assert.ok((await people.waits('lopez')).some(({ kind }) => kind === 'records-requests.objection'))
  const move = `/api/records-notices/${notice.noticeId}/move`
  const ordered = { version: 2, move: 'ordered', words: 'FIC 2027-0001 of January 10.' }
  assert.equal((await alvarez.post(move, ordered)).status, 403)
  assert.equal((await lopez.post(move, ordered)).status, 200)
  await moves('lopez', requestId, 'release')
  assert.equal((await seen(requestId)).state, 'released')
})

test('nothing of a personnel file goes out before somebody said whether that invades its employee’s privacy', async () => {
  await town.does('alvarez', 'acknowledgement.answer', async (_tx, record) => {
    await record({ subject: newId(), body: { attempt: 1, answers: [], passed: false } })
  })
  const lopez = await by('lopez')
  const found = await lopez.get('/api/records?event=questions+answered')
  const recordId = recordsSchema.parse(found.body).items[0]?.recordId ?? ''
  const { requestId } = await putDown({ wants: 'Who failed the questions on the order?' })
  await moves('lopez', requestId, 'search')
  assert.equal((await add(requestId, [recordId])).status, 200)
  await moves('lopez', requestId, 'review')
  await settle(requestId, recordId, { state: 'release' })
  assert.match(
    refusalIn(await tries('lopez', requestId, 'release')),
    /something of a personnel file would go/,
  )
  const { version } = await seen(requestId)
  const said = { version, isPersonnel: false, reason: 'The result alone is public, said counsel.' }
  assert.equal((await lopez.put(`/api/records-requests/${requestId}/personnel`, said)).status, 200)
  await moves('lopez', requestId, 'release')
})

test('words that are cut in one record and stand in another hold the release up until somebody says why not', async () => {
  const { requestId } = await putDown()
  await moves('lopez', requestId, 'search')
  const [first = '', second = ''] = await comments(
    'Call Gwen Glass at the rink.',
    'I saw gwen-glass there, too.',
  )
  assert.equal((await add(requestId, [first, second])).status, 200)
  await moves('lopez', requestId, 'review')
  const ground = { exemption: 'minor-witness', reason: 'A witness who is fifteen years old.' }
  await settle(requestId, first, {
    state: 'redact',
    redactions: [{ field: 'words', start: 5, end: 15, ...ground }],
  })
  await settle(requestId, second, { state: 'release' })
  const table = underReviewSchema.parse(
    (await (await by('lopez')).get(`/api/records-requests/${requestId}/review/${first}`)).body,
  )
  assert.deepEqual(table.echoes, [{ recordId: second, times: 1 }])
  const refused = await tries('lopez', requestId, 'release')
  assert.match(refusalIn(refused), /still stand elsewhere in the set, in so many records: 1;/)
  const cut = { state: 'redact', redactions: [{ field: 'words', start: 6, end: 16, ...ground }] }
  await settle(requestId, second, cut, 2)
  await moves('lopez', requestId, 'release')
  const rows = await db.selectFrom('recordsReleased').selectAll().where('requestId', '=', requestId).execute()
  assert.ok(rows.length === 2 && !/gwen|glass/i.test(JSON.stringify(rows)))
})

test('a record that was released cannot be changed by anybody, and of another agency there is nothing', async () => {
  const rows = await db.selectFrom('recordsReleased').select(['requestId', 'recordId']).limit(1).execute()
  const [one] = rows
  assert.ok(one)
  await assert.rejects(
    db.updateTable('recordsReleased').set({ words: 'other' }).where('recordId', '=', one.recordId).execute(),
    /permission denied|never changed/,
  )
  const lakeside = town.database.db('lakeside')
  assert.deepEqual(await lakeside.selectFrom('recordsRequest').selectAll().execute(), [])
})

test('what would show somebody who works undercover is released by the Chief alone, and nobody else learns why', async () => {
  const { requestId } = await putDown()
  await moves('lopez', requestId, 'search')
  const [record = ''] = await comments('I met Gus Grant at the market.')
  assert.equal((await add(requestId, [record])).status, 200)
  await moves('lopez', requestId, 'review')
  await settle(requestId, record, { state: 'release' })
  await town.does('diaz', 'members.undercover', (tx, record_) =>
    setUndercover(tx, record_, agency.agencyId, 'grant', {
      undercover: true,
      purpose: 'A case of the State.',
    }),
  )
  const refused = await tries('lopez', requestId, 'release')
  assert.equal(refusalIn(refused), 'this part has to be released by the Chief')
  await moves('diaz', requestId, 'release')
})

test('a picture goes out redrawn: the region is black, and neither bytes nor metadata of the original are in it', async () => {
  const { requestId, code } = await putDown()
  await moves('lopez', requestId, 'search')
  const all = [{ marked: 'Jane Roe', forms: ['Jane Roe'] }]
  const [planted] = await plant(town, () => 0, [...all, ...all])
  assert.ok(planted?.picture)
  const { recordId, picture } = planted
  assert.equal((await add(requestId, [recordId])).status, 200)
  await moves('lopez', requestId, 'review')
  const ground = { exemption: 'privacy', reason: 'The face of somebody in their own home.' }
  const regions = [{ sha256: picture, ...drawnAt, ...ground }]
  const start = Array.from(planted.words.slice(0, planted.words.indexOf('Jane Roe'))).length
  const redactions = [{ field: 'words', start, end: start + 8, ...ground }]
  assert.ok(planted.letter)
  const cut = { state: 'redact', regions, redactions }
  assert.match(refusalIn(await review('lopez', requestId, recordId, cut)), /you looked through it/)
  // Whoever says so and did not look is caught where the words lie openly in it.
  await settle(requestId, recordId, { ...cut, lookedThrough: [planted.letter] })
  assert.match(refusalIn(await tries('lopez', requestId, 'release')), /holds words that are cut/)
  await settle(requestId, recordId, { ...cut, keptBack: [{ sha256: planted.letter, ...ground }] }, 2)
  const url = `/api/records-requests/${requestId}/review/${recordId}/media/${picture}`
  const { cookie } = await by('lopez')
  const headers = { host: agency.host, cookie }
  const [kept, shown] = [
    await app.inject({ url, headers }),
    await app.inject({ url: `${url}?as=released`, headers }),
  ]
  assert.ok((await drawnIn(kept.rawPayload)) > 0 && kept.rawPayload.includes('Jane Roe'), 'the control')
  assert.equal(await drawnIn(shown.rawPayload), 0)
  await moves('lopez', requestId, 'release')
  const file = await app.inject({
    url: `/public/records/requests/${code}/parts/1/${recordId}/0`,
    headers: { host: agency.host },
  })
  assert.equal(file.statusCode, 200)
  assert.ok((await drawnIn(file.rawPayload)) === 0 && !file.rawPayload.includes('Jane Roe'))
  const { page } = await open(`/public/records/requests/${code}/parts/1`)
  assert.ok(!/jane.{0,3}roe/i.test(page), page)
})
