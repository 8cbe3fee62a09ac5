import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { newId } from '../../src/platform/id.ts'
import { due } from '../../src/records/requests/due.ts'
import { buildCommentedTown, refusalIn } from '../commented-town.ts'
import { requestingIn } from '../requesting.ts'

const town = await buildCommentedTown()
const { people, app, agency, db } = town
const { by } = people
const { sendForm, open, seen, tries, moves, putDown } = requestingIn(town)
const codeIn = (page: unknown): string => /<strong>([0-9A-Z-]{19})<\/strong>/.exec(String(page))?.[1] ?? ''
const copies = (cents: number, feeId = 'copy'): object => ({ fee: { lines: [{ feeId, count: 40, cents }] } })

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

  assert.match(String(wrong.body), /role="alert" tabindex="-1" autofocus="">\s*<p><a href="#email">/)
  assert.match(String(wrong.body), /id="email"[^>]*aria-invalid="true"/)
  // Words of others are kept as they came, whoever writes from right to left.
  const turned = await sendForm('/public/records/request', { wants: 'Posts of \u202eyaM' })
  assert.equal(turned.status, 200)

  const endless = await sendForm('/public/records/request', { wants: 'Posts', phone: '5'.repeat(201) })
  assert.match(String(endless.body), /more than fits here/)
  const key = newId()
  const wants = 'Posts of May <b>2026</b>'
  const made = await sendForm('/public/records/request', { wants, name: 'Eve Evans' }, key)
  assert.equal(made.status, 200, String(made.body))
  const code = codeIn(made.body)
  assert.match(code, /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}$/)
  const again = await sendForm('/public/records/request', { wants, name: 'Eve Evans' }, key)
  assert.equal(codeIn(again.body), code, 'sent twice it is one request')

  // The other language is a form that sends all of it again: no address, and no cache, holds the code.
  const [, switched = ''] =
    /<form class="language" action="\/public\/records\/request\?lang=es" method="post">(.*?)<\/form>/s.exec(
      String(made.body),
    ) ?? []
  const fields = [...switched.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ])
  const inSpanish = await sendForm(
    '/public/records/request?lang=es',
    Object.fromEntries(
      fields.map(([name, value = '']) => [name, value.replaceAll('&lt;', '<').replaceAll('&gt;', '>')]),
    ),
    key,
  )
  assert.equal(codeIn(inSpanish.body), code)
  assert.match(String(inSpanish.body), /<html lang="es"/)
  assert.equal(made.headers['cache-control'], 'no-store')

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

test('silence becomes a denial by time alone; the requester is told, and may appeal; what was decided is put down', async () => {
  const { requestId, code } = await putDown()
  const { requestId: late } = await putDown()
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
  // Whoever goes on with it late is not thrown back.
  await moves('lopez', late, 'search')
  await due(db, agency, town.now())
  await moves('lopez', late, 'close', { words: 'We do not search any further.' })
  await due(db, agency, town.now())
  const closed = await seen(late)
  assert.deepEqual(
    [closed.state, closed.clock.appealBy, closed.steps.map(({ move }) => move)],
    ['closed', '2026-12-28', ['receive', 'lapse', 'search', 'close']],
    'what is closed without an answer may be appealed from that day',
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
  const { page: inSpanish } = await open(`/public/records/requests/${code}?lang=es`)
  assert.match(inSpanish, /hreflang="en">Una pregunta sobre su solicitud \(PDF, en inglés\)/i)
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
  assert.match(refusalIn(await tries('lopez', requestId, 'estimate', copies(60))), /at most 50 cents/)
  assert.equal((await tries('lopez', requestId, 'estimate', copies(10, 'postage'))).status, 400)
  await moves('lopez', requestId, 'estimate', copies(50))
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
