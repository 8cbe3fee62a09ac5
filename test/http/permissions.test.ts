import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import { due } from '../../src/permissions/due.ts'
import {
  movedSchema,
  permissionSchema,
  permissionsSchema,
  pictureAddedSchema,
  requestSchema,
  requestsSchema,
  rulingSchema,
  type Moved,
  type PermissionView,
  type RequestView,
} from '../../src/permissions/schema.ts'
import { waitingListSchema } from '../../src/members/schema.ts'
import { adoptIn } from '../adopted-town.ts'
import { buildTown, type Person, type Townsperson } from '../town.ts'

const town = await buildTown()
await adoptIn(town, 'hartford-3-01a', {
  deskHours: 48,
  decisionDays: 7,
  appealTo: { title: 'Town Manager', memberId: 'lopez' },
  counsel: { memberId: 'kim' },
})
const as = new Map<string, Person>()
/** A browser of this member; a session lives half a day, and the town's time is moved. */
const by = async (name: Townsperson): Promise<Person> => {
  const key = `${name} ${town.now()}`
  const person = as.get(key) ?? (await town.signedIn(name))
  as.set(key, person)
  return person
}

const today = (): string => town.now().slice(0, 10)
const selfie = 'Ready for the late shift at the Riverton Police Department.'
const asking = (content: object = {}, rest: object = {}): object => ({
  matter: 'identification',
  content: {
    text: selfie,
    from: today(),
    to: '2027-03-31',
    why: 'My family asked for a picture.',
    ...content,
  },
  ...rest,
})

async function ask(name: Townsperson, body: object = asking()): Promise<Moved> {
  const { status, body: answer } = await (await by(name)).post('/api/requests', body)
  assert.equal(status, 200, JSON.stringify(answer))
  return movedSchema.parse(answer)
}
async function seen(name: Townsperson, requestId: string): Promise<RequestView> {
  const { status, body } = await (await by(name)).get(`/api/requests/${requestId}`)
  assert.equal(status, 200, JSON.stringify(body))
  return requestSchema.parse(body)
}
async function tryMove(
  name: Townsperson,
  requestId: string,
  move: string,
  rest: object = {},
): Promise<{ status: number; sentence: string }> {
  const { version } = await seen(name, requestId)
  const { status, body } = await (
    await by(name)
  ).post(`/api/requests/${requestId}/move`, { move, version, ...rest })
  const refused = z.object({ error: z.object({ sentence: z.string() }) }).safeParse(body)
  return { status, sentence: refused.data?.error.sentence ?? '' }
}
async function move(name: Townsperson, requestId: string, made: string, rest: object = {}): Promise<void> {
  const { status, sentence } = await tryMove(name, requestId, made, rest)
  assert.equal(status, 200, `${name}, ${made}: ${sentence}`)
}
async function waits(
  name: Townsperson,
): Promise<{ kind: string; subject: string; deadline: string | null }[]> {
  const { items } = waitingListSchema.parse((await (await by(name)).get('/api/waiting')).body)
  return items.map(({ kind, subject, deadline }) => ({ kind, subject, deadline }))
}
const tick = async (): Promise<void> => due(town.db, town.agency, town.now())

async function approved(name: Townsperson = 'alvarez', body: object = asking()): Promise<PermissionView> {
  const { requestId } = await ask(name, body)
  await move(name, requestId, 'submit')
  const { desks } = await seen(name, requestId)
  if (desks.length === 3) {
    await move('bell', requestId, 'endorse')
    await move('chen', requestId, 'endorse')
  }
  await move('diaz', requestId, 'approve', { conditions: 'Only while off duty.' })
  const { permissionId } = await seen(name, requestId)
  const { body: found } = await (await by(name)).get(`/api/permissions/${permissionId}`)
  return permissionSchema.parse(found)
}

test('a request goes up the chain as it stood, is approved, and its ruling says so', async () => {
  const { requestId, contentHash } = await ask('alvarez')
  assert.equal(
    (await (await by('bell')).get(`/api/requests/${requestId}`)).status,
    404,
    'a draft is its author’s',
  )
  await move('alvarez', requestId, 'submit')
  const laid = await seen('bell', requestId)
  assert.deepEqual(
    laid.desks.map(({ title, does, holders }) => [title, does, holders.map(({ name }) => name)]),
    [
      ['Squad A Supervisor', 'endorse', ['Ben Bell']],
      ['Patrol Commander', 'endorse', ['Cora Chen']],
      ['Chief of Police', 'decide', ['Dan Diaz']],
    ],
  )
  assert.deepEqual(
    laid.moves.map(({ move: one }) => one),
    ['endorse', 'not-recommend', 'return'],
  )
  const forBell = (await waits('bell')).filter(({ kind }) => kind.startsWith('request.'))
  assert.deepEqual(forBell, [
    { kind: 'request.endorse', subject: requestId, deadline: '2026-11-23T15:00:00Z' },
  ])
  await move('bell', requestId, 'endorse')
  await move('chen', requestId, 'not-recommend', { remarks: 'The patch is seen from afar.' })
  await move('diaz', requestId, 'approve')
  const done = await seen('alvarez', requestId)
  assert.equal(done.state, 'approved')
  assert.deepEqual(
    done.steps.map((step) => [step.move, step.by?.memberId, step.office, step.to]),
    [
      ['ask', 'alvarez', null, 'draft'],
      ['submit', 'alvarez', null, 'awaiting-endorsement'],
      ['endorse', 'bell', 'supervisor', 'awaiting-endorsement'],
      ['not-recommend', 'chen', 'supervisor', 'awaiting-decision'],
      ['approve', 'diaz', 'chief', 'approved'],
    ],
  )
  assert.ok(done.steps.every((step) => step.contentHash === contentHash))

  const act = { text: selfie, facts: { 'depicts.uniform': true } }
  const ruling = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', act)).body)
  const [covered] = ruling.covered
  assert.equal(covered?.permissionId, done.permissionId)
  assert.ok(covered.citations.includes('IV.A.16'), covered.citations.join())
  const others = rulingSchema.parse((await (await by('grant')).post('/api/rulings', act)).body)
  assert.deepEqual([others.outcome, others.covered], ['needs-permission', []])
  const changed = { ...act, text: `${selfie} Badge 101.` }
  const other = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', changed)).body)
  assert.equal(other.outcome, 'needs-permission', 'another word needs another yes')
  const named = { ...changed, id: `request ${requestId}` }
  const claimed = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', named)).body)
  assert.equal(claimed.outcome, 'needs-permission', 'an act cannot name itself into a permission')
  const claims = await (await by('alvarez')).post('/api/rulings', { ...act, permissions: [] })
  assert.equal(claims.status, 400, 'permissions are looked up, not said')
})

test('the letter is a PDF/A that its holder and chain can read, and nobody else', async () => {
  const permission = await approved()
  assert.equal(permission.letter, `/api/permissions/${permission.permissionId}/letter.pdf`)
  const { status, headers } = await (await by('alvarez')).get(permission.letter ?? '')
  assert.deepEqual([status, headers['content-type']], [200, 'application/pdf'])
  const raw = await town.app.inject({
    method: 'GET',
    url: permission.letter ?? '',
    headers: { host: town.agency.host, cookie: (await by('bell')).cookie },
  })
  assert.match(raw.rawPayload.toString('latin1'), /pdfaid:part>2</)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(raw.rawPayload)), {
    mergePages: true,
  })
  for (const words of [selfie, 'Ana Alvarez', 'Dan Diaz', 'Only while off duty.', permission.contentHash])
    assert.ok(text.replaceAll(/\s+/g, '').includes(words.replaceAll(/\s+/g, '')), `${words} in ${text}`)
  assert.equal((await (await by('hale')).get(permission.letter ?? '')).status, 404)
  const { sha256 } = await town.db
    .selectFrom('decisionLetter')
    .select('sha256')
    .where('requestId', '=', permission.requestId)
    .executeTakeFirstOrThrow()
  const entry = await town.db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'requests.letter')
    .where('subject', '=', permission.requestId)
    .executeTakeFirstOrThrow()
  assert.ok(entry.body.includes(sha256), 'the entry holds the hash of the letter')
})

test('nobody rules on their own request, whoever they are', async () => {
  const { requestId } = await ask('bell')
  await move('bell', requestId, 'submit')
  assert.deepEqual(
    (await seen('bell', requestId)).desks.map(({ title }) => title),
    ['Patrol Commander', 'Chief of Police'],
  )
  const refused = await tryMove('bell', requestId, 'endorse')
  assert.deepEqual(refused, {
    status: 422,
    sentence: 'nobody endorses, decides or consents to their own request',
  })
  const own = await ask('diaz')
  await move('diaz', own.requestId, 'submit')
  assert.equal((await tryMove('diaz', own.requestId, 'approve')).status, 422)
  await move('lopez', own.requestId, 'approve')
  assert.equal((await seen('diaz', own.requestId)).state, 'approved')
})

test('a disapproval rests on a provision the order has, and the appeal is heard by another', async () => {
  const { requestId } = await ask('alvarez', asking({ coworkers: [] }, { matter: 'photographs' }))
  await move('alvarez', requestId, 'submit')
  const bare = await tryMove('diaz', requestId, 'disapprove', { remarks: 'No.' })
  assert.deepEqual(bare, {
    status: 422,
    sentence: 'Disapprove: please name the provision of the order that it rests on',
  })
  const wrong = await tryMove('diaz', requestId, 'disapprove', { remarks: 'No.', citation: 'IV.Z.9' })
  assert.match(wrong.sentence, /has no provision IV\.Z\.9/)
  await move('diaz', requestId, 'disapprove', {
    remarks: 'A scene under investigation.',
    citation: 'IV.A.18',
  })
  assert.ok((await seen('alvarez', requestId)).letter, 'a disapproval is a letter too')
  await move('alvarez', requestId, 'appeal', { remarks: 'The scene was cleared.' })
  assert.ok(
    (await waits('lopez')).some(({ kind, subject }) => kind === 'request.appeal' && subject === requestId),
  )
  assert.equal((await tryMove('diaz', requestId, 'overturn', { remarks: 'x' })).status, 422)
  await move('lopez', requestId, 'overturn', { remarks: 'It was cleared on Friday.' })
  const { permissionId } = await seen('alvarez', requestId)
  const permission = permissionSchema.parse(
    (await (await by('alvarez')).get(`/api/permissions/${permissionId}`)).body,
  )
  assert.deepEqual(
    [permission.by, permission.decidedAs, permission.decidedBy?.memberId],
    ['chief', 'Town Manager', 'lopez'],
  )
})

test('colleagues who are named agree first; a change of words voids what they agreed to', async () => {
  const { requestId } = await ask('alvarez', asking({ coworkers: ['grant', 'ito'] }))
  await move('alvarez', requestId, 'submit')
  const consent = async (name: Townsperson, agrees: boolean): Promise<number> => {
    const { version } = await seen(name, requestId)
    return (await (await by(name)).post(`/api/requests/${requestId}/consent`, { version, agrees })).status
  }
  assert.ok((await waits('grant')).some(({ kind }) => kind === 'request.consent'))
  assert.equal((await tryMove('bell', requestId, 'endorse')).status, 422, 'not before they agree')
  assert.equal(await consent('grant', true), 200)
  assert.equal(await consent('grant', true), 422, 'once')
  assert.equal(await consent('ito', true), 200)
  await move('bell', requestId, 'return', { remarks: 'Leave out the street.' })
  const { version, content } = await seen('alvarez', requestId)
  const edited = await (
    await by('alvarez')
  ).put(`/api/requests/${requestId}`, { version, content: { ...content, text: 'Ready.' } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  await move('alvarez', requestId, 'submit')
  const again = await seen('alvarez', requestId)
  assert.equal(again.state, 'awaiting-consent')
  assert.deepEqual(
    again.consents.map(({ answer }) => answer),
    [null, null],
  )
  assert.notEqual(again.contentHash, again.steps[0]?.contentHash)
  assert.equal(await consent('ito', false), 200)
  assert.equal((await seen('alvarez', requestId)).state, 'refused')
})

test('a matter of colleagues alone is decided by them, and one of them may take it back', async () => {
  const { requestId } = await ask('alvarez', asking({ coworkers: ['grant'] }, { matter: 'coworker' }))
  await move('alvarez', requestId, 'submit')
  const { version, desks } = await seen('grant', requestId)
  assert.deepEqual(desks, [])
  const agreed = await (
    await by('grant')
  ).post(`/api/requests/${requestId}/consent`, { version, agrees: true })
  assert.equal(movedSchema.parse(agreed.body).state, 'approved')
  const { permissionId } = await seen('alvarez', requestId)
  const act = { text: selfie, facts: { 'depicts.coworker': true, 'identifies.department': false } }
  const ruling = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', act)).body)
  assert.deepEqual(
    ruling.covered.map((one) => one.permissionId),
    [permissionId],
  )
  const back = { version: 1, because: 'I have moved to another unit.', citation: 'IV.D.2' }
  const url = `/api/permissions/${permissionId}/revoke`
  assert.equal((await (await by('diaz')).post(url, back)).status, 422, 'not the Chief’s to take')
  assert.equal((await (await by('grant')).post(url, back)).status, 200)
  const after = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', act)).body)
  assert.deepEqual(after.covered, [])
})

test('two desks move at once: one is done, the other is told who was first', async () => {
  const { requestId } = await ask('alvarez', asking({}, { matter: 'photographs' }))
  await move('alvarez', requestId, 'submit')
  const { version } = await seen('diaz', requestId)
  const [chief, author] = [await by('diaz'), await by('alvarez')]
  const url = `/api/requests/${requestId}/move`
  const answers = await Promise.all([
    chief.post(url, { move: 'approve', version }),
    author.post(url, { move: 'withdraw', version }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  const lost = JSON.stringify(answers.find(({ status }) => status === 409)?.body)
  assert.match(lost, /it was moved meanwhile by (?:Dan Diaz|Ana Alvarez); it is (?:approved|withdrawn) now/)
  const { length } = (await seen('alvarez', requestId)).steps
  assert.equal(length, 3)
})

test('the same sending twice is done once', async () => {
  const { requestId } = await ask('alvarez')
  const headers = { 'idempotency-key': `once-${requestId}` }
  const alvarez = await by('alvarez')
  const sent = { move: 'submit', version: 1 }
  const first = await alvarez.send('POST', `/api/requests/${requestId}/move`, sent, headers)
  const second = await alvarez.send('POST', `/api/requests/${requestId}/move`, sent, headers)
  assert.deepEqual([first.status, second.status], [200, 200])
  assert.deepEqual(second.body, first.body)
  assert.equal((await seen('alvarez', requestId)).steps.length, 2)
})

test('what is vague, unknown or somebody else’s is refused with a sentence', async () => {
  const alvarez = await by('alvarez')
  const sentence = async (body: object): Promise<string> =>
    JSON.stringify((await alvarez.post('/api/requests', body)).body)
  assert.match(await sentence(asking({}, { matter: 'photograph' })), /did you mean/)
  assert.match(await sentence(asking({ coworkers: ['nobody'] })), /there is no member nobody/)
  assert.match(
    await sentence(asking({ pictures: [{ sha256: 'a'.repeat(64), alt: 'x' }] })),
    /you added no picture/,
  )
  assert.match(await sentence(asking({ act: { facts: { 'depicts.unifrom': true } } })), /depicts\.uniform/)
  const vague = await ask('alvarez', asking({ text: null }))
  assert.match(
    (await tryMove('alvarez', vague.requestId, 'submit')).sentence,
    /say exactly what is asked for/,
  )
  const backwards = await ask('alvarez', asking({ to: '2020-01-01' }))
  assert.match((await tryMove('alvarez', backwards.requestId, 'submit')).sentence, /before it begins/)
})

test('a picture is what its bytes say; whoever may see the request sees it', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('the rest of it')])
  const send = async (
    name: Townsperson,
    payload: Buffer,
    type: string,
  ): Promise<{ status: number; json: unknown }> => {
    const { cookie } = await by(name)
    const { statusCode, body } = await town.app.inject({
      method: 'POST',
      url: '/api/blobs',
      headers: {
        host: town.agency.host,
        origin: `http://${town.agency.host}`,
        cookie,
        'content-type': type,
        'idempotency-key': `picture-${payload.length}-${name}`,
      },
      payload,
    })
    return { status: statusCode, json: JSON.parse(body) }
  }
  assert.equal((await send('alvarez', Buffer.from('<svg onload="x()"/>'), 'image/png')).status, 400)
  assert.equal((await send('alvarez', png, 'image/svg+xml')).status, 415)
  const { sha256, mediaType } = pictureAddedSchema.parse((await send('alvarez', png, 'image/png')).json)
  assert.equal(mediaType, 'image/png')
  const picture = { sha256, alt: 'Officer Alvarez beside her car', shows: ['depicts.uniform'] }
  const { requestId } = await ask('alvarez', asking({ text: null, pictures: [picture] }))
  const at = async (name: Townsperson): Promise<number> =>
    (await (await by(name)).get(`/api/blobs/${sha256}`)).status
  assert.deepEqual([await at('alvarez'), await at('bell'), await at('hale')], [200, 404, 404])
  await move('alvarez', requestId, 'submit')
  assert.deepEqual([await at('bell'), await at('hale')], [200, 404])
  await move('bell', requestId, 'endorse')
  await move('chen', requestId, 'endorse')
  await move('diaz', requestId, 'approve')
  const act = {
    media: [{ kind: 'image', id: sha256, shows: ['depicts.uniform'] }],
    author: { kind: 'sworn' },
  }
  const ruling = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', act)).body)
  assert.deepEqual([ruling.outcome, ruling.covered.length], ['clear', 1])
})

test('who sees which: one’s own, one’s chain’s, all of them for the Chief', async () => {
  const permission = await approved('grant')
  const register = async (name: Townsperson, query = ''): Promise<string[]> => {
    const { body } = await (await by(name)).get(`/api/permissions?limit=200${query}`)
    return permissionsSchema.parse(body).items.map((one) => one.permissionId)
  }
  for (const name of ['grant', 'bell', 'chen', 'diaz'] as const)
    assert.ok((await register(name)).includes(permission.permissionId), name)
  for (const name of ['alvarez', 'hale', 'ito'] as const)
    assert.ok(!(await register(name)).includes(permission.permissionId), name)
  assert.deepEqual(await register('diaz', '&member=grant&matter=identification'), [permission.permissionId])
  const page = permissionsSchema.parse((await (await by('diaz')).get('/api/permissions?limit=1')).body)
  assert.equal(page.items.length, 1)
  const next = permissionsSchema.parse(
    (await (await by('diaz')).get(`/api/permissions?limit=200&after=${page.next}`)).body,
  )
  assert.equal(
    new Set([...page.items, ...next.items].map((one) => one.permissionId)).size,
    (await register('diaz')).length,
  )
  const requests = requestsSchema.parse((await (await by('hale')).get('/api/requests')).body)
  assert.deepEqual(requests.items, [])
})

test('withdrawn by its holder, revoked by its giver on a day, renewed as a new request', async () => {
  const mine = await approved()
  const withdrawn = await (
    await by('alvarez')
  ).post(`/api/permissions/${mine.permissionId}/withdraw`, { version: 1 })
  assert.equal(withdrawn.status, 200, JSON.stringify(withdrawn.body))
  const other = await approved()
  const url = `/api/permissions/${other.permissionId}`
  const revoke = { version: 1, because: 'The campaign is over.', citation: 'IV.D.1', from: '2026-12-01' }
  assert.equal((await (await by('alvarez')).post(`${url}/revoke`, revoke)).status, 422)
  assert.equal((await (await by('diaz')).post(`${url}/revoke`, { ...revoke, citation: 'X.1' })).status, 422)
  assert.equal(
    (await (await by('diaz')).post(`${url}/revoke`, { ...revoke, from: '2026-11-01' })).status,
    400,
  )
  assert.equal((await (await by('diaz')).post(`${url}/revoke`, revoke)).status, 200)
  const outcomeOn = async (on: string): Promise<string> => {
    const act = { on, text: selfie, facts: { 'depicts.uniform': true } }
    const { covered } = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', act)).body)
    return covered.some((one) => one.permissionId === other.permissionId) ? 'covered' : 'not covered'
  }
  assert.equal(await outcomeOn('2026-11-30T23:00:00-05:00'), 'covered')
  assert.equal(await outcomeOn('2026-12-01T00:30:00-05:00'), 'not covered')
  assert.equal(await outcomeOn('2026-11-20T12:00:00-05:00'), 'not covered', 'not before it was given')
  const renewed = movedSchema.parse((await (await by('alvarez')).post(`${url}/renew`)).body)
  const draft = await seen('alvarez', renewed.requestId)
  assert.deepEqual(
    [draft.state, draft.renews, draft.content.from, draft.content.text],
    ['draft', other.permissionId, '2027-04-01', selfie],
  )
})

test('an advance opinion is dated, and the department is held to it', async () => {
  const text = 'Vote no on the town budget: it cuts the night shift.'
  const { requestId } = await ask('alvarez', {
    kind: 'opinion',
    content: { text, from: today(), why: 'I want to be sure.' },
  })
  await move('alvarez', requestId, 'submit')
  assert.equal((await seen('alvarez', requestId)).isPublicMatter, true, 'seen in its words')
  assert.equal(
    (await tryMove('diaz', requestId, 'approve')).status,
    422,
    'an opinion is answered, not approved',
  )
  await move('diaz', requestId, 'allow', { remarks: 'It is your right as a citizen.' })
  const ruling = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', { text })).body)
  assert.equal(ruling.opinions[0]?.answer, 'allowed')
  assert.match(ruling.note ?? '', /On 2026-11-21 the Chief of Police said in advance that this is allowed/)
  const other = rulingSchema.parse(
    (await (await by('alvarez')).post('/api/rulings', { text: `${text} Now!` })).body,
  )
  assert.deepEqual(other.opinions, [])
})

test('silence is passed by, opens the appeal, and answers nothing; time does it once', async () => {
  const { requestId } = await ask('alvarez')
  await move('alvarez', requestId, 'submit')
  await tick()
  assert.equal((await seen('alvarez', requestId)).version, 2, 'nothing is late yet')
  town.pass({ hours: 49 })
  await Promise.all([tick(), tick()])
  const passed = await seen('alvarez', requestId)
  assert.deepEqual(
    passed.desks.map(({ heard }) => heard),
    ['silent', null, null],
  )
  assert.equal(passed.steps.at(-1)?.says, 'Passed by for silence')
  assert.equal(passed.steps.at(-1)?.by, null)
  town.pass({ hours: 49 })
  await tick()
  assert.equal((await seen('alvarez', requestId)).state, 'awaiting-decision')
  assert.ok(
    (await waits('diaz')).some(({ kind, subject }) => kind === 'request.decide' && subject === requestId),
  )
  town.pass({ hours: 24 * 7 + 1 })
  await tick()
  const stalled = await seen('alvarez', requestId)
  assert.equal(stalled.state, 'stalled')
  assert.ok(
    (await waits('alvarez')).some(({ kind, subject }) => kind === 'request.stalled' && subject === requestId),
  )
  await move('alvarez', requestId, 'appeal', { remarks: 'Nobody answered.' })
  await move('lopez', requestId, 'uphold', { remarks: 'Not in uniform.', citation: 'IV.A.16' })
  const done = await seen('alvarez', requestId)
  assert.deepEqual([done.state, done.moves], ['upheld', []])
})

test('a citizen’s speech that stalls goes to counsel, who may find that it needs no permission', async () => {
  const text = 'The Chief has mishandled the contract talks, and the town should know.'
  const body = asking({ text }, { matter: 'statements', isPublicMatter: true })
  const { requestId } = await ask('alvarez', body)
  await move('alvarez', requestId, 'submit')
  town.pass({ hours: 24 * 7 + 1 })
  await tick()
  assert.equal((await seen('alvarez', requestId)).state, 'with-counsel')
  assert.ok(
    (await waits('kim')).some(({ kind, subject }) => kind === 'request.counsel' && subject === requestId),
  )
  await move('kim', requestId, 'find-unneeded', { remarks: 'Union speech of a citizen.' })
  const ruling = rulingSchema.parse((await (await by('alvarez')).post('/api/rulings', { text })).body)
  assert.equal(ruling.opinions[0]?.answer, 'not-needed')
})

test('a desk that falls vacant is passed on, and an acting Chief is the Chief', async () => {
  const { requestId } = await ask('alvarez')
  await move('alvarez', requestId, 'submit')
  const holding = await town.db
    .selectFrom('holding')
    .select('holdingId')
    .where('memberId', '=', 'bell')
    .executeTakeFirstOrThrow()
  const ended = await (await by('jones')).post(`/api/holdings/${holding.holdingId}/end`, { on: today() })
  assert.equal(ended.status, 200, JSON.stringify(ended.body))
  await tick()
  const passed = await seen('alvarez', requestId)
  assert.deepEqual(
    passed.desks.map(({ heard }) => heard),
    ['vacant', null, null],
  )
  await move('chen', requestId, 'endorse')
  const acting = await (
    await by('jones')
  ).post('/api/holdings', { positionId: 'chief', memberId: 'hale', acting: true, from: today() })
  assert.equal(acting.status, 200, JSON.stringify(acting.body))
  const { status } = await (await by('diaz')).get(`/api/requests/${requestId}`)
  assert.equal(status, 404, 'whoever is stood for decides nothing meanwhile')
  await move('hale', requestId, 'approve')
  assert.equal((await seen('alvarez', requestId)).state, 'approved')
})
