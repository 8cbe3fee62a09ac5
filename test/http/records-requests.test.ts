import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import { newId } from '../../src/platform/id.ts'
import { capture } from '../../src/records/capture.ts'
import { due } from '../../src/records/requests/due.ts'
import {
  noticesSchema,
  putDownDoneSchema,
  requestViewSchema,
  responsiveListSchema,
  underReviewSchema,
  withheldSchema,
  type RequestView,
} from '../../src/records/requests/schema.ts'
import { buildCommentedTown, refusalIn } from '../commented-town.ts'
import type { Answered, Townsperson } from '../town.ts'

const town = await buildCommentedTown()
const { people, fakes, out, look, app, agency, db } = town
const { by } = people

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
  return { status, page: typeof body === 'string' ? body : JSON.stringify(body) }
}
const codeIn = (page: unknown): string => /<strong>([0-9A-Z-]{19})<\/strong>/.exec(String(page))?.[1] ?? ''

const seen = async (id: string, name: Townsperson = 'lopez'): Promise<RequestView> => {
  const { status, body } = await (await by(name)).get(`/api/records-requests/${id}`)
  assert.equal(status, 200, JSON.stringify(body))
  return requestViewSchema.parse(body)
}
const tries = async (name: Townsperson, id: string, move: string, rest: object = {}): Promise<Answered> => {
  const { version } = await seen(id)
  return await (await by(name)).post(`/api/records-requests/${id}/move`, { move, version, ...rest })
}
const moves = async (name: Townsperson, id: string, move: string, rest: object = {}): Promise<void> => {
  const { status, body } = await tries(name, id, move, rest)
  assert.equal(status, 200, `${move}: ${JSON.stringify(body)}`)
}
/** A request that came over the counter; its id and its code. */
const putDown = async (said: object = {}): Promise<{ requestId: string; code: string; number: string }> => {
  const asked = {
    way: 'counter',
    requester: { name: 'Eve Evans', email: 'evans@example.org', address: null, phone: null },
    wants: 'All comments about the parade.',
    receivedAt: town.now(),
    ...said,
  }
  const { status, body } = await (await by('lopez')).post('/api/records-requests', asked)
  assert.equal(status, 200, JSON.stringify(body))
  return putDownDoneSchema.parse(body)
}
const comments = async (...words: string[]): Promise<string[]> => {
  for (const one of words) fakes.bluesky.write('resident.example', out.bluesky, one)
  await look()
  await capture(db, agency, town.now())
  const rows = await db
    .selectFrom('record')
    .select(['recordId', 'words'])
    .where('agencyId', '=', agency.agencyId)
    .where('kind', '=', 'comment')
    .where('words', 'in', words)
    .execute()
  return words.map((one) => rows.find((row) => row.words === one)?.recordId ?? '')
}
const add = async (id: string, records: string[], rest: object = {}): Promise<Answered> => {
  const { version } = await seen(id)
  return await (
    await by('lopez')
  ).post(`/api/records-requests/${id}/responsive`, { version, add: records, ...rest })
}
const review = async (name: Townsperson, id: string, record: string, said: object): Promise<Answered> =>
  await (await by(name)).put(`/api/records-requests/${id}/review/${record}`, { version: 0, ...said })
const settle = async (id: string, record: string, said: object, version = 0): Promise<void> => {
  const first = await review('lopez', id, record, { version, ...said })
  assert.equal(first.status, 200, JSON.stringify(first.body))
  const { status, body } = await (
    await by('kim')
  ).post(`/api/records-requests/${id}/review/${record}/second`, { version: version + 1, agrees: true })
  assert.equal(status, 200, JSON.stringify(body))
}

test('the agency keeps its holidays itself, and every clock counts with them', async () => {
  const jones = await by('jones')
  assert.equal(
    (await (await by('alvarez')).post('/api/holidays', { day: '2026-11-26', name: 'No' })).status,
    403,
  )
  assert.equal((await jones.post('/api/holidays', { day: '2026-11-26', name: 'Thanksgiving' })).status, 200)
  const { requestId } = await putDown()
  assert.equal(
    (await seen(requestId)).clock.answerBy,
    '2026-11-27',
    'Saturday; four days with Thursday closed',
  )
  assert.equal((await jones.send('DELETE', '/api/holidays/2026-11-26')).status, 200)
  assert.equal((await jones.send('DELETE', '/api/holidays/2026-11-26')).status, 404)
  assert.equal((await seen(requestId)).clock.answerBy, '2026-11-26')
})

test('anybody asks by a form without an account; the code is shown once, kept as a hash, and opens the page', async () => {
  const form = await open('/public/records/request')
  assert.equal(form.status, 200)
  assert.ok(!form.page.includes('<script') && form.page.includes('Connecticut Freedom of Information Act'))
  assert.ok((await open('/public/records/request?lang=es')).page.includes('¿Qué busca?'))
  assert.equal((await sendForm('/public/records/request', { wants: ' ' })).status, 400)
  const wrong = await sendForm('/public/records/request', { wants: 'Posts of May', email: 'nobody' })
  assert.match(String(wrong.body), /This is no e-mail address.*<textarea[^>]*>Posts of May/s)

  const key = newId()
  const wants = 'Posts of May <b>2026</b>'
  const made = await sendForm('/public/records/request', { wants, name: 'Eve Evans' }, key)
  assert.equal(made.status, 200, String(made.body))
  const code = codeIn(made.body)
  assert.match(code, /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}$/)
  const again = await sendForm('/public/records/request', { wants, name: 'Eve Evans' }, key)
  assert.equal(codeIn(again.body), code, 'sent twice it is one request')

  const rows = await db.selectFrom('recordsRequest').selectAll().where('wants', '=', wants).execute()
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(code))
  const entries = await db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'records-requests.receive')
    .execute()
  assert.ok(entries.length > 0 && !JSON.stringify(entries).includes(code), 'the ledger holds no code')
  const done = await db
    .selectFrom('commandDone')
    .selectAll()
    .where('name', '=', 'records-requests.receive')
    .execute()
  assert.ok(done.length > 0 && !JSON.stringify(done).includes(code))

  const page = await open(`/public/records/requests/${code.toLowerCase()}`)
  assert.equal(page.status, 200)
  for (const told of [
    'nobody has answered',
    'Posts of May &lt;b&gt;',
    'November 26, 2026',
    'treat it as a denial',
  ])
    assert.ok(page.page.includes(told), told)
  assert.ok((await open(`/public/records/requests/${code}?lang=es`)).page.includes('noviembre de 2026'))
  assert.equal((await open('/public/records/requests/AAAA-AAAA-AAAA-AAAA')).status, 404)
  const found = await town.visitor.get(`/public/records/requests?code=${code.replaceAll('-', ' ')}`)
  assert.deepEqual([found.status, found.headers['location']], [303, `/public/records/requests/${code}`])
})

test('an e-mail is pasted in: what is plainly there is offered, what is not stays empty', async () => {
  const text =
    'From: Eve Evans <evans@example.org>\nDate: Fri, 20 Nov 2026 09:30:00 -0500\nSubject: FOI\n\nPlease send the posts.'
  const lopez = await by('lopez')
  const { body } = await lopez.post('/api/records-requests/read-mail', { text })
  assert.deepEqual(body, {
    requester: { name: 'Eve Evans', email: 'evans@example.org' },
    sentAt: '2026-11-20T14:30:00Z',
    subject: 'FOI',
    wants: 'Please send the posts.',
  })
  const plain = await lopez.post('/api/records-requests/read-mail', { text: 'I want the posts.\n\nEve' })
  assert.deepEqual(plain.body, {
    requester: { name: null, email: null },
    sentAt: null,
    subject: null,
    wants: 'I want the posts.\n\nEve',
  })
  const { requestId } = await putDown({ way: 'e-mail', original: text, receivedAt: '2026-11-20T14:30:00Z' })
  const { receivedOn, clock, original } = await seen(requestId)
  assert.deepEqual([receivedOn, clock.answerBy, original], ['2026-11-20', '2026-11-26', text])
  const early = { way: 'e-mail', requester: {}, wants: 'Posts', receivedAt: '2026-12-20T14:30:00Z' }
  assert.equal((await lopez.post('/api/records-requests', early)).status, 400)
  assert.equal((await (await by('alvarez')).post('/api/records-requests', early)).status, 403)
})

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
  const { searchId, found } = z.object({ searchId: z.string(), found: z.number() }).parse(kept.body)
  assert.equal(found, 3)
  const elsewhere = { query: null, elsewhere: 'The paper files of the records room, by hand.', found: 0 }
  assert.equal((await lopez.put(`/api/records-requests/${requestId}/searches`, elsewhere)).status, 200)
  const added = await add(requestId, [], { search: searchId })
  assert.equal(added.status, 200, JSON.stringify(added.body))
  const { holdId, searches } = await seen(requestId)
  assert.equal(searches.length, 2)
  assert.deepEqual(
    [searches[0]?.by?.name, searches[0]?.found, searches[1]?.elsewhere],
    ['Luz Lopez', 3, elsewhere.elsewhere],
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
  const at = (words: string, part: string): { start: number; end: number } => {
    const start = Array.from(words.slice(0, words.indexOf(part))).length
    return { start, end: start + Array.from(part).length }
  }
  const list = responsiveListSchema.parse(
    (await lopez.get(`/api/records-requests/${requestId}/responsive`)).body,
  )
  const words = list.items.find(({ recordId }) => recordId === first)?.words ?? ''
  const ground = { exemption: 'victim', reason: 'She was the victim of an offence of that kind.' }
  const cut = { state: 'redact', redactions: [{ field: 'words', ...at(words, secret), ...ground }] }
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
  const both = [...cut.redactions, { field: 'words', ...at(words, '12 Elm Street'), ...ground }]
  await settle(requestId, first, { ...cut, redactions: both }, 2)
  assert.match(refusalIn(await tries('lopez', requestId, 'release')), /not settled by two people/)
  await settle(requestId, other, { state: 'release' })

  await moves('lopez', requestId, 'release-part')
  const part = await open(`/public/records/requests/${code}/parts/1`)
  assert.equal(part.status, 200)
  assert.ok(part.page.includes('too loud') && part.page.includes('[redacted: C.G.S. 1-210(b)(3)(G)]'))
  for (const never of ['Fiona', 'fox', 'Fox', '12 Elm', 'attorney'])
    assert.ok(!part.page.includes(never), never)
  assert.match(
    refusalIn(await review('lopez', requestId, other, { version: 2, state: 'release' })),
    /went out in instalment 1/,
  )

  const held = { exemption: 'privilege', reason: 'It tells what a lawyer was asked in confidence.' }
  await settle(requestId, third, { state: 'withhold', ...held })
  town.pass({ minutes: 6 })
  const stale = await town.signedIn('lopez')
  town.pass({ minutes: 6 })
  const { version } = await seen(requestId)
  const late = await stale.post(`/api/records-requests/${requestId}/move`, { move: 'release', version })
  assert.match(JSON.stringify(late.body), /unconfirmed/, 'a release wants that one has just shown who one is')
  await moves('lopez', requestId, 'release')
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
  assert.ok(!(await open(`/public/records/requests/${code}/parts/2`)).page.includes('attorney about'))
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

test('silence becomes a denial by time alone; the requester is told, and may appeal; what was decided is put down', async () => {
  const { requestId, code } = await putDown()
  const { clock } = await seen(requestId)
  await due(db, agency, town.now())
  assert.equal((await seen(requestId)).state, 'received')
  const later = '2026-11-28T15:00:00Z'
  assert.ok(clock.answerBy < '2026-11-28')
  const before = town.now()
  town.moveTo(later)
  await due(db, agency, town.now())
  await due(db, agency, town.now())
  const denied = await seen(requestId)
  assert.deepEqual(
    [denied.state, denied.clock.deemedDeniedOn, denied.clock.appealBy, denied.steps.map(({ move }) => move)],
    ['deemed-denied', clock.answerBy, '2026-12-26', ['receive', 'lapse']],
  )
  assert.ok(
    (await people.waits('lopez')).some(
      ({ kind, subject }) => kind === 'records-requests.deemed-denied' && subject === requestId,
    ),
  )
  const page = await open(`/public/records/requests/${code}`)
  assert.match(
    page.page,
    /You heard nothing by November 26, 2026.*appeal to the Freedom of Information Commission until December 26, 2026/s,
  )

  const empty = await sendForm(`/public/records/requests/${code}`, {
    move: 'appeal',
    version: String(denied.version),
    words: '',
  })
  assert.equal(empty.status, 400)
  const key = newId()
  const told = {
    move: 'appeal',
    version: String(denied.version),
    words: 'Nobody answered me.',
    docket: 'FIC 2026-0600',
  }
  assert.equal((await sendForm(`/public/records/requests/${code}`, told, key)).status, 200)
  assert.equal(
    (await sendForm(`/public/records/requests/${code}`, told, key)).status,
    200,
    'sent twice, told once',
  )
  const stale = await sendForm(`/public/records/requests/${code}`, told)
  assert.match(String(stale.body), /It was changed meanwhile/)
  const appealed = await seen(requestId)
  assert.deepEqual(
    [appealed.state, appealed.appeal?.docket, appealed.steps.length],
    ['appealed', 'FIC 2026-0600', 3],
  )
  await moves('lopez', requestId, 'decide-appeal', {
    outcome: 'ordered',
    words: 'To search again within 30 days.',
  })
  await moves('lopez', requestId, 'reopen', { words: 'The Commission ordered a further search.' })
  const { state, appeal } = await seen(requestId)
  assert.deepEqual(
    [state, appeal?.outcome, appeal?.ordered],
    ['searching', 'ordered', 'To search again within 30 days.'],
  )
  town.moveTo(before)
})

test('a question is answered on the requester’s page; nothing is found only after somebody looked; it can be taken back', async () => {
  const { requestId, code } = await putDown({ wants: 'The thing of last year.' })
  assert.equal((await tries('lopez', requestId, 'ask')).status, 400, 'a question has words')
  await moves('lopez', requestId, 'ask', { words: 'Which thing do you mean?' })
  const { version } = await seen(requestId)
  const form = { move: 'answer', version: String(version), words: 'The parade of June 2025.' }
  assert.equal((await sendForm(`/public/records/requests/${code}`, form)).status, 200)
  const answered = await seen(requestId)
  assert.deepEqual(
    [answered.state, answered.steps.at(-1)?.by, answered.steps.at(-1)?.words],
    ['acknowledged', 'the requester', form.words],
  )
  await moves('lopez', requestId, 'search')
  assert.match(
    refusalIn(await tries('lopez', requestId, 'find-none', { words: 'None.' })),
    /where somebody looked/,
  )
  const elsewhere = { query: null, elsewhere: 'The event folder of 2025 on the shared drive.', found: 0 }
  assert.equal(
    (await (await by('lopez')).put(`/api/records-requests/${requestId}/searches`, elsewhere)).status,
    200,
  )
  await moves('lopez', requestId, 'find-none', { words: 'There was no parade in that month.' })
  assert.equal((await seen(requestId)).state, 'closed')

  const other = await putDown()
  const { version: first } = await seen(other.requestId)
  const back = await sendForm(`/public/records/requests/${other.code}`, {
    move: 'withdraw',
    version: String(first),
  })
  assert.equal(back.status, 200)
  assert.equal((await seen(other.requestId)).state, 'closed')
  const search = await sendForm(`/public/records/requests/${other.code}`, {
    move: 'search',
    version: '2',
    words: 'abc',
  })
  assert.equal(search.status, 400, 'no move of the custodian is the requester’s')
})

test('a denial names its exemptions and the day until which one may appeal; a fee is held to the law', async () => {
  const { requestId, code } = await putDown()
  await moves('lopez', requestId, 'acknowledge')
  const fee = (cents: number, feeId = 'copy'): object => ({ fee: { lines: [{ feeId, count: 40, cents }] } })
  assert.match(refusalIn(await tries('lopez', requestId, 'estimate', fee(60))), /at most 50 cents/)
  assert.equal((await tries('lopez', requestId, 'estimate', fee(10, 'postage'))).status, 400)
  await moves('lopez', requestId, 'estimate', fee(50))
  const estimated = await seen(requestId)
  assert.deepEqual(
    [estimated.state, estimated.fee?.cents, estimated.fee?.mustPrepay],
    ['acknowledged', 2_000, true],
  )
  assert.match((await open(`/public/records/requests/${code}`)).page, /\$20\.00, to be paid before/)
  await moves('lopez', requestId, 'waive', { waiver: 'welfare' })
  assert.match(refusalIn(await tries('lopez', requestId, 'paid')), /no fee is owed/)
  assert.equal(
    (await tries('lopez', requestId, 'deny', { words: 'No.' })).status,
    400,
    'a denial names its grounds',
  )
  assert.equal((await tries('bell', requestId, 'deny', {})).status, 403)
  await moves('lopez', requestId, 'deny', {
    words: 'The case is before a court.',
    exemptions: ['litigation', 'prospective-action'],
  })
  const view = await seen(requestId)
  const letter = view.letters.find(({ kind }) => kind === 'denial')
  const pdf = await app.inject({
    url: letter?.href ?? '',
    headers: { host: agency.host, cookie: (await by('lopez')).cookie },
  })
  assert.equal(pdf.statusCode, 200)
  assert.match(pdf.rawPayload.toString('latin1'), /pdfaid:part>2</)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.rawPayload)), {
    mergePages: true,
  })
  for (const told of [
    'C.G.S. 1-210(b)(4)',
    'C.G.S. 1-210(b)(3)(D)',
    'December 21, 2026',
    '165 Capitol Avenue',
    'Luz Lopez',
  ])
    assert.ok(text.includes(told), told)
  assert.equal(view.clock.appealBy, '2026-12-21')
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
  assert.equal((await lopez.post(url, notify)).status, 200)
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
  assert.match(refusalIn(refused), /still stand in 1 others/)
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
