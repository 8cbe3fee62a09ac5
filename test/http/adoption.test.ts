import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { due } from '../../src/adoption/reminders.ts'
import {
  acknowledgementSchema,
  acknowledgementsSchema,
  fitSchema,
  markedSchema,
  readerSchema,
  selfCheckOrderSchema,
  versionDetailSchema,
  versionsSchema,
} from '../../src/adoption/schema.ts'
import { waitingListSchema } from '../../src/members/schema.ts'
import { judge, readOrder, readVocabulary } from '../../src/policy/policy.ts'
import { buildTown, type Person } from '../town.ts'

const town = await buildTown()
const chief = await town.signedIn('diaz')
const administrator = await town.signedIn('jones')
const alvarez = await town.signedIn('alvarez')
const bell = await town.signedIn('bell')

const codeOf = (body: unknown): string =>
  z.object({ error: z.object({ code: z.string() }) }).parse(body).error.code
const versionOf = async (who: Person, versionId: string): Promise<z.infer<typeof versionDetailSchema>> =>
  versionDetailSchema.parse((await who.get(`/api/orders/${versionId}`)).body)

test('before an order is adopted nothing is made up', async () => {
  assert.equal((await alvarez.get('/api/order')).status, 404)
  assert.equal((await town.visitor.get('/api/self-check/order')).status, 404)
  const mine = acknowledgementSchema.parse((await alvarez.get('/api/acknowledgement')).body)
  assert.equal(mine.version, null)
  assert.deepEqual(versionsSchema.parse((await alvarez.get('/api/orders')).body), { items: [] })
})

test('an officer prepares and adopts nothing; a stale confirmation of identity is asked for again', async () => {
  assert.equal((await alvarez.post('/api/orders', { pack: 'hartford-3-01a' })).status, 403)
  const refused = await administrator.post('/api/orders', { pack: 'hartford-3-01b' })
  assert.equal(refused.status, 404)
  assert.match(JSON.stringify(refused.body), /did you mean/)
  const versionId = await begun(administrator)
  const adopting = {
    version: 1,
    approvingBody: 'Chief of Police',
    approvedOn: '2014-02-28',
    effective: '2014-02-28',
    signedBy: 'Dana Diaz',
  }
  town.pass({ minutes: 6 })
  const stale = await chief.post(`/api/orders/${versionId}/adopt`, adopting)
  assert.equal(codeOf(stale.body), 'unconfirmed')
  const fresh = await town.signedIn('diaz')
  const adopted = await fresh.post(`/api/orders/${versionId}/adopt`, adopting)
  assert.equal(adopted.status, 200, JSON.stringify(adopted.body))
  const again = await fresh.post(`/api/orders/${versionId}/adopt`, { ...adopting, version: 2 })
  assert.equal(codeOf(again.body), 'conflict')
  const [brief] = versionsSchema.parse((await alvarez.get('/api/orders')).body).items
  assert.equal(brief?.standing, 'in-force')
  assert.equal(brief?.adoptedBy, 'Dan Diaz')
})

test('the order reader tells of each provision what Decorum does and how the other orders differ', async () => {
  const reader = readerSchema.parse((await alvarez.get('/api/order')).body)
  assert.equal(reader.agency, 'riverton Police Department')
  assert.ok(reader.provisions.length > 70, `${reader.provisions.length} provisions`)
  const heads = reader.provisions.filter(({ citation }) => citation.startsWith('META.'))
  assert.deepEqual(
    heads.filter(({ verbatim, gist }) => verbatim === null || gist !== null),
    [],
    'nobody reads the head of another department’s order',
  )
  const uniform = reader.provisions.find(({ citation }) => citation === 'IV.A.16')
  assert.deepEqual(uniform?.path?.by, ['chief'])
  assert.deepEqual(uniform?.path?.cites, 'IV.D.1')
  const duty = reader.provisions.find(({ citation }) => citation === 'IV.A.14')
  // Hamden tolerates a minimal use of one's own device on duty, Hartford forbids it (differences, row 50).
  const hamden = duty?.others.find(({ order }) => order === 'hamden-004-011')
  assert.ok(hamden?.differences.some(({ here, there }) => here === 'barred' && there !== 'barred'))
  assert.ok(reader.provisions.every(({ carriedOut }) => carriedOut.length > 0))
  assert.ok(
    reader.paths.some(({ order, matter }) => order === 'hamden-004-011' && matter === 'identification'),
  )
})

test('anybody’s browser can judge by the order in force, and is told when it has it already', async () => {
  const sent = await town.visitor.get('/api/self-check/order')
  assert.equal(sent.status, 200)
  const { order, provisions, facts } = selfCheckOrderSchema.parse(sent.body)
  const { vocabulary, problems } = readVocabulary(facts)
  assert.deepEqual(problems, [])
  const read = readOrder(order, provisions, vocabulary)
  assert.deepEqual(read.problems, [])
  assert.ok(read.order)
  const ruling = judge(
    { id: 'x', kind: 'post', capacity: 'personal', on: '2026-11-21', facts: { 'depicts.uniform': true } },
    read.order,
  )
  assert.equal(ruling.outcome, 'needs-permission')
  const tag = String(sent.headers['etag'])
  const again = await town.app.inject({
    url: '/api/self-check/order',
    headers: { host: 'riverton.localhost', 'if-none-match': tag },
  })
  assert.equal(again.statusCode, 304)
  assert.equal(again.body, '')
})

test('a member answers until enough is right, is told why, and acknowledges what was read', async () => {
  const read = async (): Promise<z.infer<typeof acknowledgementSchema>> =>
    acknowledgementSchema.parse((await alvarez.get('/api/acknowledgement')).body)
  const first = await read()
  assert.deepEqual(await read(), first)
  assert.equal(first.questions.length, 5)
  assert.equal(first.passMark, 4)
  assert.equal(new Set(first.questions.map(({ questionId }) => questionId)).size, 5)
  const versionId = first.version?.versionId ?? ''
  const digest = first.version?.digest ?? ''
  const early = await alvarez.post('/api/acknowledgement', { versionId, digest, read: true })
  assert.match(JSON.stringify(early.body), /the questions come first/)

  const wrong = first.questions.map(({ questionId }) => ({ questionId, outcome: 'text-not-held' }))
  const failed = markedSchema.parse(
    (await alvarez.post('/api/acknowledgement/answers', { versionId, attempt: 1, answers: wrong })).body,
  )
  assert.deepEqual([failed.right, failed.passed], [0, false])
  assert.ok(failed.explained.some(({ provisions }) => provisions.some(({ citation }) => citation !== '')))
  const twice = await alvarez.post('/api/acknowledgement/answers', { versionId, attempt: 1, answers: wrong })
  assert.equal(twice.status, 409)

  // What one attempt teaches, a later one may ask: whoever reads the explanations passes in the end.
  const known = new Map<string, string>()
  let passed = false
  let attempt = 2
  for (; !passed && attempt < 200; attempt++) {
    const { questions } = await read()
    const answers = questions.map((question) => ({
      questionId: question.questionId,
      outcome: known.get(JSON.stringify([question.story, question.text])) ?? 'clear',
    }))
    const marked = markedSchema.parse(
      (await alvarez.post('/api/acknowledgement/answers', { versionId, attempt, answers })).body,
    )
    for (const { questionId, outcome } of marked.explained) {
      const asked = questions.find((question) => question.questionId === questionId)
      known.set(JSON.stringify([asked?.story, asked?.text]), outcome)
    }
    passed = marked.passed
  }
  assert.ok(passed)
  const other = await alvarez.post('/api/acknowledgement', { versionId, digest: '0'.repeat(64), read: true })
  assert.match(JSON.stringify(other.body), /not the version that you read/)
  assert.equal((await alvarez.post('/api/acknowledgement', { versionId, digest, read: true })).status, 200)
  const done = await read()
  assert.equal(done.acknowledgedAt, town.now())
  assert.equal(done.attempts.length, attempt - 1)
  const entry = await town.db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'acknowledgement.give')
    .executeTakeFirstOrThrow()
  assert.ok(entry.body.includes(digest))
})

const seen = async (who: Person, query = ''): Promise<z.infer<typeof acknowledgementsSchema>> =>
  acknowledgementsSchema.parse((await who.get(`/api/acknowledgements${query}`)).body)
const ids = ({ items }: z.infer<typeof acknowledgementsSchema>): string[] =>
  items.map(({ memberId }) => memberId)

test('a commander sees the chain below, an administrator everybody, an officer nobody', async () => {
  assert.deepEqual(ids(await seen(bell)), ['alvarez', 'grant'])
  assert.deepEqual(ids(await seen(bell, '?only=open')), ['grant'])
  const all = await seen(administrator)
  assert.deepEqual([all.total, all.acknowledged], [10, 1])
  assert.equal((await alvarez.get('/api/acknowledgements')).status, 403)
  const page = await seen(administrator, '?limit=4')
  const rest = await seen(administrator, `?limit=50&after=${page.next}`)
  assert.deepEqual([...ids(page), ...ids(rest)], ids(all))
  assert.equal((await bell.post('/api/acknowledgements/remind', { memberIds: ['hale'] })).status, 409)
  const reminded = await bell.post('/api/acknowledgements/remind', {})
  assert.deepEqual(reminded.body, { reminded: 1 })
})

test('reminders come seven days before the deadline, on it, and weekly after; doing it twice reminds once', async () => {
  const dueOn = async (): Promise<string[]> =>
    (
      await town.db
        .selectFrom('acknowledgementReminder')
        .select('dueOn')
        .where('memberId', '=', 'hale')
        .orderBy('dueOn')
        .execute()
    ).map((row) => row.dueOn)
  const tick = async (at: string): Promise<string[]> => {
    town.moveTo(at)
    await Promise.all([due(town.db, town.agency, at), due(town.db, town.agency, at)])
    await due(town.db, town.agency, at)
    return await dueOn()
  }
  // Adopted on 2026-11-21, thirty days to read: the deadline is 2026-12-21.
  assert.deepEqual(await tick('2026-12-13T15:00:00Z'), [])
  assert.deepEqual(await tick('2026-12-14T15:00:00Z'), ['2026-12-14'])
  assert.deepEqual(await tick('2026-12-20T15:00:00Z'), ['2026-12-14'])
  assert.deepEqual(await tick('2026-12-21T15:00:00Z'), ['2026-12-14', '2026-12-21'])
  // Two weeks in which nothing ran: one reminder, the last one due.
  assert.deepEqual(await tick('2027-01-04T15:00:00Z'), ['2026-12-14', '2026-12-21', '2027-01-04'])

  const hale = await town.signedIn('hale')
  const { items } = waitingListSchema.parse((await hale.get('/api/waiting')).body)
  assert.deepEqual(
    items.map(({ kind, deadline }) => [kind, deadline]),
    [['order.acknowledge.reminded', '2026-12-22T04:59:59Z']],
  )
  const late = waitingListSchema.parse((await (await town.signedIn('bell')).get('/api/waiting')).body)
  assert.ok(late.items.some(({ title }) => title.startsWith('1 member has not acknowledged')))
})

test('a document is sent as a form, fitted and decided; a new version is marked with what changed', async () => {
  const jones = await town.signedIn('jones')
  const versionId = await begun(jones)
  const text = '# Procedures\n\nA. Private accounts:\n\n1. Members are kind.\n'
  const sent = await upload(jones, versionId, 1, 'order.md', text)
  assert.equal(sent.statusCode, 200, sent.body)
  const fit = fitSchema.parse((await jones.get(`/api/orders/${versionId}/fit`)).body)
  assert.equal(fit.of, 85)
  assert.equal(fit.undecided, fit.rows.length)
  const missing = fit.rows.find(({ citation }) => citation === 'IV.A.19.c')
  assert.deepEqual([missing?.state, missing?.may[0]], ['missing', 'not-in-ours'])
  const decided = await jones.put(`/api/orders/${versionId}/fit/${encodeURIComponent('IV.A.19.c')}`, {
    version: 2,
    decision: 'corrected',
    text: 'Nobody poses with weapons.',
  })
  assert.deepEqual(decided.body, { version: 3 })
  const detail = await versionOf(jones, versionId)
  assert.equal(detail.document?.name, 'order.md')
  assert.equal(detail.undecided, fit.undecided - 1)
  assert.match(detail.problems.join(), /not confirmed yet/)
  const original = await jones.get(`/api/orders/${versionId}/document`)
  assert.equal(original.body, text)
  assert.match(String(original.headers['content-disposition']), /^attachment; filename\*=UTF-8''order.md$/)
  assert.equal((await upload(jones, versionId, 3, 'order.pdf', 'no pdf')).statusCode, 400)
  const stale = await upload(jones, versionId, 2, 'order.md', text)
  assert.equal(stale.statusCode, 409)
  assert.match(stale.body, /it was moved meanwhile by Jo Jones; look at it again/)
  const listed = async (who: Person): Promise<boolean> =>
    versionsSchema
      .parse((await who.get('/api/orders')).body)
      .items.some((version) => version.versionId === versionId)
  const officer = await town.signedIn('alvarez')
  assert.deepEqual([await listed(jones), await listed(officer)], [true, false], 'a draft is not yet for all')
  assert.equal((await officer.get(`/api/orders/${versionId}/document`)).status, 404)
  assert.equal((await officer.get(`/api/orders/${versionId}`)).status, 403)
  const given = await jones.post(`/api/orders/${versionId}/abandon`, { version: 3 })
  assert.deepEqual(given.body, { version: 4 })
})

test('a version with a later date waits for its day, and members are asked to know it', async () => {
  const chiefNow = await town.signedIn('diaz')
  const versionId = await begun(await town.signedIn('jones'), 'bridgeport-5.14')
  const adopted = await chiefNow.post(`/api/orders/${versionId}/adopt`, {
    version: 1,
    approvingBody: 'Chief of Police',
    approvedOn: '2027-01-01',
    effective: '2027-02-01',
    signedBy: 'Dana Diaz',
  })
  assert.equal(adopted.status, 200, JSON.stringify(adopted.body))
  const officer = await town.signedIn('alvarez')
  const mine = acknowledgementSchema.parse((await officer.get('/api/acknowledgement')).body)
  assert.equal(mine.version?.standing, 'not-yet-effective')
  assert.equal(mine.acknowledgedAt, null)
  assert.equal(mine.since?.effective, '2014-02-28')
  assert.ok(mine.changes.some(({ change }) => change === 'added'))
  assert.ok(mine.changes.some(({ change }) => change === 'removed'))
  const reader = async (): Promise<z.infer<typeof readerSchema>> =>
    readerSchema.parse((await officer.get('/api/order')).body)
  assert.equal((await reader()).version.number, '3-01a')
  town.moveTo('2027-02-01T05:00:00Z')
  const later = await town.signedIn('alvarez')
  const now = readerSchema.parse((await later.get('/api/order')).body)
  assert.equal(now.version.number, '5.14')
  const old = readerSchema.parse((await later.get(`/api/order?version=${mine.since?.versionId}`)).body)
  assert.deepEqual([old.version.standing, old.version.supersededOn], ['superseded', '2027-02-01'])
})

test('two who adopt for one day at once: one is told; another agency sees no version of ours', async () => {
  const jones = await town.signedIn('jones')
  const versionIds = [await begun(jones), await begun(jones)]
  const chiefNow = await town.signedIn('diaz')
  const adopting = { version: 1, approvingBody: 'Chief of Police', signedBy: 'Dana Diaz' }
  const both = await Promise.all(
    versionIds.map((versionId) =>
      chiefNow.post(`/api/orders/${versionId}/adopt`, {
        ...adopting,
        approvedOn: '2027-01-15',
        effective: '2027-03-01',
      }),
    ),
  )
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 409]))
  assert.match(JSON.stringify(both.map(({ body }) => body)), /one day has one order/)

  const lakeside = await buildTown({ agencyId: 'lakeside', beside: town })
  const stranger = await lakeside.signedIn('jones')
  assert.deepEqual(versionsSchema.parse((await stranger.get('/api/orders')).body), { items: [] })
  for (const url of [`/api/orders/${versionIds[0]}`, `/api/orders/${versionIds[0]}/fit`])
    assert.equal((await stranger.get(url)).status, 404)
  const theirs = await stranger.post(`/api/orders/${versionIds[1]}/abandon`, { version: 1 })
  assert.equal(theirs.status, 404)
})

async function begun(who: Person, pack = 'hartford-3-01a'): Promise<string> {
  const { status, body } = await who.post('/api/orders', { pack })
  assert.equal(status, 200, JSON.stringify(body))
  return z.object({ versionId: z.string() }).parse(body).versionId
}

async function upload(
  who: Person,
  versionId: string,
  version: number,
  name: string,
  text: string,
): Promise<{ statusCode: number; body: string }> {
  const form = new FormData()
  form.set('version', String(version))
  form.set('file', new Blob([text]), name)
  const request = new Request('http://riverton.localhost/', { method: 'POST', body: form })
  return await town.app.inject({
    method: 'POST',
    url: `/api/orders/${versionId}/document`,
    headers: {
      host: 'riverton.localhost',
      origin: 'http://riverton.localhost',
      cookie: who.cookie,
      'idempotency-key': `upload-${versionId.slice(-8)}-${version}-${name.replace('.', '-')}`,
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}
