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
