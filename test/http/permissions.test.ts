import assert from 'node:assert/strict'
import { test } from 'node:test'
import { due } from '../../src/permissions/due.ts'
import { movedSchema, permissionSchema, rulingSchema } from '../../src/permissions/schema.ts'
import { adoptIn } from '../adopted-town.ts'
import { askingIn, selfie } from '../asking.ts'
import { buildTown, type Townsperson } from '../town.ts'

const town = await buildTown()
await adoptIn(town, 'hartford-3-01a', {
  deskHours: 48,
  decisionDays: 7,
  appealTo: { title: 'Town Manager', memberId: 'lopez' },
  counsel: { memberId: 'kim' },
})
const { by, ask, seen, tries, moves, waits, ruling, asked, today } = askingIn(town)
const tick = (): Promise<void> => due(town.db, town.agency, town.now())

test('a request goes up the chain as it stood, is approved, and its ruling says so', async () => {
  const { requestId, contentHash } = await ask('alvarez')
  assert.equal(
    (await (await by('bell')).get(`/api/requests/${requestId}`)).status,
    404,
    'a draft is its author’s',
  )
  await moves('alvarez', requestId, 'submit')
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
  await moves('bell', requestId, 'endorse')
  await moves('chen', requestId, 'not-recommend', { remarks: 'The patch is seen from afar.' })
  await moves('diaz', requestId, 'approve')
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
  const judged = await ruling('alvarez', act)
  const [covered] = judged.covered
  assert.equal(covered?.permissionId, done.permissionId)
  assert.ok(covered.citations.includes('IV.A.16'), covered.citations.join())
  const others = await ruling('grant', act)
  assert.deepEqual([others.outcome, others.covered], ['needs-permission', []])
  const changed = { ...act, text: `${selfie} Badge 101.` }
  const other = await ruling('alvarez', changed)
  assert.equal(other.outcome, 'needs-permission', 'another word needs another yes')
  const named = { ...changed, id: `request ${requestId}` }
  const claimed = await ruling('alvarez', named)
  assert.equal(claimed.outcome, 'needs-permission', 'an act cannot name itself into a permission')
  const claims = await (await by('alvarez')).post('/api/rulings', { ...act, permissions: [] })
  assert.equal(claims.status, 400, 'permissions are looked up, not said')
})

test('whoever decides sees what the order says of what is asked, as its author stands; nobody else does', async () => {
  const { requestId } = await ask('grant')
  await moves('grant', requestId, 'submit')
  const shown = await (await by('bell')).get(`/api/requests/${requestId}/ruling`)
  const { outcome, provisions } = rulingSchema.parse(shown.body)
  assert.equal(outcome, 'needs-permission')
  assert.ok(provisions.some(({ path }) => path?.matter === 'identification'))
  const hidden = await (await by('hale')).get(`/api/requests/${requestId}/ruling`)
  assert.equal(hidden.status, 404)
})

test('nobody rules on their own request, whoever they are', async () => {
  const { requestId } = await ask('bell')
  await moves('bell', requestId, 'submit')
  assert.deepEqual(
    (await seen('bell', requestId)).desks.map(({ title }) => title),
    ['Patrol Commander', 'Chief of Police'],
  )
  const refused = await tries('bell', requestId, 'endorse')
  assert.deepEqual(refused, {
    status: 422,
    sentence: 'nobody endorses, decides or consents to their own request',
  })
  const own = await ask('diaz')
  await moves('diaz', own.requestId, 'submit')
  assert.equal((await tries('diaz', own.requestId, 'approve')).status, 422)
  await moves('lopez', own.requestId, 'approve')
  assert.equal((await seen('diaz', own.requestId)).state, 'approved')
})

test('a disapproval rests on a provision the order has, and the appeal is heard by another', async () => {
  const { requestId } = await ask('alvarez', asked({ coworkers: [] }, { matter: 'photographs' }))
  await moves('alvarez', requestId, 'submit')
  const bare = await tries('diaz', requestId, 'disapprove', { remarks: 'No.' })
  assert.deepEqual(bare, {
    status: 422,
    sentence: 'Disapprove: please name the provision of the order that it rests on',
  })
  const wrong = await tries('diaz', requestId, 'disapprove', { remarks: 'No.', citation: 'IV.Z.9' })
  assert.match(wrong.sentence, /has no provision IV\.Z\.9/)
  await moves('diaz', requestId, 'disapprove', {
    remarks: 'A scene under investigation.',
    citation: 'IV.A.18',
  })
  assert.ok((await seen('alvarez', requestId)).letter, 'a disapproval is a letter too')
  const isTold = async (kind: string): Promise<boolean> =>
    (await waits('alvarez')).some((one) => one.kind === kind && one.subject === requestId)
  assert.ok(await isTold('request.denied'), 'its author is told')
  await moves('alvarez', requestId, 'appeal', { remarks: 'The scene was cleared.' })
  assert.ok(
    (await waits('lopez')).some(({ kind, subject }) => kind === 'request.appeal' && subject === requestId),
  )
  assert.equal((await tries('diaz', requestId, 'overturn', { remarks: 'x' })).status, 422)
  await moves('lopez', requestId, 'overturn', { remarks: 'It was cleared on Friday.' })
  assert.ok((await isTold('request.granted')) && !(await isTold('request.denied')))
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
  const { requestId } = await ask('alvarez', asked({ coworkers: ['grant', 'ito'] }))
  await moves('alvarez', requestId, 'submit')
  const consent = async (name: Townsperson, agrees: boolean): Promise<number> => {
    const { version } = await seen(name, requestId)
    return (await (await by(name)).post(`/api/requests/${requestId}/consent`, { version, agrees })).status
  }
  assert.ok((await waits('grant')).some(({ kind }) => kind === 'request.consent'))
  assert.equal((await tries('bell', requestId, 'endorse')).status, 422, 'not before they agree')
  assert.equal(await consent('grant', true), 200)
  assert.equal(await consent('grant', true), 422, 'once')
  assert.equal(await consent('ito', true), 200)
  await moves('bell', requestId, 'return', { remarks: 'Leave out the street.' })
  const { version, content } = await seen('alvarez', requestId)
  const edited = await (
    await by('alvarez')
  ).put(`/api/requests/${requestId}`, { version, content: { ...content, text: 'Ready.' } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  await moves('alvarez', requestId, 'submit')
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
  const { requestId } = await ask('alvarez', asked({ coworkers: ['grant'] }, { matter: 'coworker' }))
  await moves('alvarez', requestId, 'submit')
  const { version, desks } = await seen('grant', requestId)
  assert.deepEqual(desks, [])
  const agreed = await (
    await by('grant')
  ).post(`/api/requests/${requestId}/consent`, { version, agrees: true })
  assert.equal(movedSchema.parse(agreed.body).state, 'approved')
  const { permissionId } = await seen('alvarez', requestId)
  const act = { text: selfie, facts: { 'depicts.coworker': true, 'identifies.department': false } }
  const judged = await ruling('alvarez', act)
  assert.deepEqual(
    judged.covered.map((one) => one.permissionId),
    [permissionId],
  )
  const back = { version: 1, because: 'I have moved to another unit.', citation: 'IV.D.2' }
  const url = `/api/permissions/${permissionId}/revoke`
  assert.equal((await (await by('diaz')).post(url, back)).status, 422, 'not the Chief’s to take')
  assert.equal((await (await by('grant')).post(url, back)).status, 200)
  const after = await ruling('alvarez', act)
  assert.deepEqual(after.covered, [])
})

test('a designee decides what the order lets a designee decide, and nothing else', async () => {
  const designation = { memberId: 'chen', matters: ['statements', 'photographs'], from: today() }
  const { status, body } = await (await by('diaz')).post('/api/designations', designation)
  assert.equal(status, 200, JSON.stringify(body))
  const statement = await ask('grant', asked({}, { matter: 'statements' }))
  await moves('grant', statement.requestId, 'submit')
  assert.ok((await waits('chen')).some(({ subject }) => subject === statement.requestId))
  await moves('chen', statement.requestId, 'approve')
  const { permissionId } = await seen('grant', statement.requestId)
  const found = permissionSchema.parse(
    (await (await by('grant')).get(`/api/permissions/${permissionId}`)).body,
  )
  assert.deepEqual([found.by, found.decidedAs], ['designee', 'designee of the Chief of Police'])
  // IV.A.18 names the Chief alone (decision A10), whatever was designated.
  const picture = await ask('grant', asked({}, { matter: 'photographs' }))
  await moves('grant', picture.requestId, 'submit')
  assert.ok(!(await waits('chen')).some(({ subject }) => subject === picture.requestId))
  assert.deepEqual(await tries('chen', picture.requestId, 'approve'), {
    status: 422,
    sentence: 'it is on the desk of the Chief of Police',
  })
})

test('two desks move at once: one is done, the other is told who was first', async () => {
  const { requestId } = await ask('alvarez', asked({}, { matter: 'photographs' }))
  await moves('alvarez', requestId, 'submit')
  const { version } = await seen('diaz', requestId)
  const [chief, author] = [await by('diaz'), await by('alvarez')]
  const url = `/api/requests/${requestId}/move`
  const answers = await Promise.all([
    chief.post(url, { move: 'approve', version }),
    author.post(url, { move: 'withdraw', version }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
  const lost = JSON.stringify(answers.find(({ status }) => status === 409)?.body)
  assert.match(lost, /it was changed meanwhile by (?:Dan Diaz|Ana Alvarez); it is (?:approved|withdrawn) now/)
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
  assert.match(await sentence(asked({}, { matter: 'photograph' })), /did you mean/)
  assert.match(await sentence(asked({ coworkers: ['nobody'] })), /there is no member nobody/)
  assert.match(
    await sentence(asked({ pictures: [{ sha256: 'a'.repeat(64), alt: 'x' }] })),
    /you added no picture/,
  )
  assert.match(await sentence(asked({ act: { facts: { 'depicts.unifrom': true } } })), /depicts\.uniform/)
  const vague = await ask('alvarez', asked({ text: null }))
  assert.match((await tries('alvarez', vague.requestId, 'submit')).sentence, /say exactly what is asked for/)
  const backwards = await ask('alvarez', asked({ to: '2020-01-01' }))
  assert.match((await tries('alvarez', backwards.requestId, 'submit')).sentence, /before it begins/)
})

test('silence is passed by, opens the appeal, and answers nothing; time does it once', async () => {
  const { requestId } = await ask('alvarez')
  await moves('alvarez', requestId, 'submit')
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
  await moves('alvarez', requestId, 'appeal', { remarks: 'Nobody answered.' })
  await moves('lopez', requestId, 'uphold', { remarks: 'Not in uniform.', citation: 'IV.A.16' })
  const done = await seen('alvarez', requestId)
  assert.deepEqual([done.state, done.moves], ['upheld', []])
})

test('a consent that is late is said again and never presumed; a returned request waits for its author', async () => {
  const { requestId } = await ask('alvarez', asked({ coworkers: ['grant'] }))
  await moves('alvarez', requestId, 'submit')
  const before = await seen('alvarez', requestId)
  town.pass({ hours: 49 })
  await tick()
  const late = await seen('alvarez', requestId)
  assert.deepEqual([late.state, late.steps.at(-1)?.move], ['awaiting-consent', 'remind'])
  assert.deepEqual([late.since, late.consents[0]?.answer], [before.since, null])
  const { version } = late
  const agreed = await (
    await by('grant')
  ).post(`/api/requests/${requestId}/consent`, { version, agrees: true })
  assert.equal(agreed.status, 200, JSON.stringify(agreed.body))
  await moves('bell', requestId, 'return', { remarks: 'Which car?' })
  assert.ok(
    (await waits('alvarez')).some(
      ({ kind, subject }) => kind === 'request.returned' && subject === requestId,
    ),
  )
  await moves('alvarez', requestId, 'submit')
  const again = await seen('alvarez', requestId)
  assert.deepEqual(
    [again.state, again.consents[0]?.answer],
    ['awaiting-endorsement', 'agrees'],
    'the same words',
  )
  await moves('alvarez', requestId, 'withdraw')
  assert.deepEqual((await seen('alvarez', requestId)).moves, [])
})

test('a citizen’s speech that stalls goes to counsel, who may find that it needs no permission', async () => {
  const text = 'The Chief has mishandled the contract talks, and the town should know.'
  const body = asked({ text }, { matter: 'statements', isPublicMatter: true })
  const { requestId } = await ask('alvarez', body)
  await moves('alvarez', requestId, 'submit')
  town.pass({ hours: 24 * 7 + 1 })
  await tick()
  assert.equal((await seen('alvarez', requestId)).state, 'with-counsel')
  assert.ok(
    (await waits('kim')).some(({ kind, subject }) => kind === 'request.counsel' && subject === requestId),
  )
  await moves('kim', requestId, 'find-unneeded', { remarks: 'Union speech of a citizen.' })
  const judged = await ruling('alvarez', { text })
  assert.equal(judged.opinions[0]?.answer, 'not-needed')
})

test('a desk that falls vacant is passed on, and an acting Chief is the Chief', async () => {
  const { requestId } = await ask('alvarez')
  await moves('alvarez', requestId, 'submit')
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
  await moves('chen', requestId, 'endorse')
  const acting = await (
    await by('jones')
  ).post('/api/holdings', { positionId: 'chief', memberId: 'hale', acting: true, from: today() })
  assert.equal(acting.status, 200, JSON.stringify(acting.body))
  const { status } = await (await by('diaz')).get(`/api/requests/${requestId}`)
  assert.equal(status, 404, 'whoever is stood for decides nothing meanwhile')
  await moves('hale', requestId, 'approve')
  assert.equal((await seen('alvarez', requestId)).state, 'approved')
})

test('another agency under another order: its supervisor may permit duty use, and nobody looks across', async () => {
  const lakeside = await buildTown({ agencyId: 'lakeside', beside: town })
  await adoptIn(lakeside, 'hamden-004-011', { decisionDays: 3 })
  const there = askingIn(lakeside)
  const device = { owner: 'department', kind: 'desktop', describes: 'Front desk computer' }
  const body = there.asked({ text: null, device, act: { kind: 'access' } }, { matter: 'duty-use' })
  const { requestId } = await there.ask('alvarez', body)
  await there.moves('alvarez', requestId, 'submit')
  assert.deepEqual(
    (await there.seen('alvarez', requestId)).desks.map(({ title, does }) => [title, does]),
    [
      ['Squad A Supervisor', 'decide'],
      ['Chief of Police', 'decide'],
    ],
  )
  await there.moves('bell', requestId, 'approve')
  const { permissionId } = await there.seen('alvarez', requestId)
  for (const url of [`/api/requests/${requestId}`, `/api/permissions/${permissionId}`])
    assert.equal((await (await by('diaz')).get(url)).status, 404, 'the Chief of another town sees nothing')

  // Nobody is named to hear appeals: the appeal stands, and waits for the administrator to have somebody named.
  const statement = await there.ask('alvarez', there.asked({}, { matter: 'statements' }))
  await there.moves('alvarez', statement.requestId, 'submit')
  town.pass({ hours: 24 * 3 + 1 })
  await due(lakeside.db, lakeside.agency, town.now())
  await there.moves('alvarez', statement.requestId, 'appeal', { remarks: 'Nobody answered.' })
  const waiting = await there.waits('jones')
  assert.ok(
    waiting.some(({ kind, subject }) => kind === 'request.nobody-hears' && subject === statement.requestId),
  )
  await adoptIn(lakeside, 'hamden-004-011', { appealTo: { title: 'Mayor', memberId: 'ito' } }, today())
  await there.moves('ito', statement.requestId, 'overturn', { remarks: 'Silence is no answer.' })
  assert.equal((await there.seen('alvarez', statement.requestId)).state, 'approved')
})

test('a request that cannot be read holds up no other, and is told of', async () => {
  const [spoilt, sound] = [await ask('alvarez'), await ask('alvarez')]
  for (const { requestId } of [spoilt, sound]) await moves('alvarez', requestId, 'submit')
  const kept = await seen('alvarez', sound.requestId)
  const written = (content: string): Promise<unknown> =>
    town.db.updateTable('request').set({ content }).where('requestId', '=', spoilt.requestId).execute()
  const { content } = await town.db
    .selectFrom('request')
    .select('content')
    .where('requestId', '=', spoilt.requestId)
    .executeTakeFirstOrThrow()
  await written('{}')
  town.pass({ hours: 49 })
  await assert.rejects(tick(), (error) => {
    assert.ok(error instanceof AggregateError)
    assert.match(String(error.errors[0]), new RegExp(spoilt.requestId))
    return true
  })
  await written(content)
  assert.ok((await seen('alvarez', sound.requestId)).version > kept.version)
})

test('nobody who no longer serves is asked to agree', async () => {
  await town.db.updateTable('member').set({ to: today() }).where('memberId', '=', 'ito').execute()
  const { status, body } = await (await by('alvarez')).post('/api/requests', asked({ coworkers: ['ito'] }))
  assert.equal(status, 400)
  assert.match(JSON.stringify(body), /no longer serves; leave them out/)
})
