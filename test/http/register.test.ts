import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import {
  movedSchema,
  opinionsSchema,
  permissionSchema,
  permissionsSchema,
  pictureAddedSchema,
  requestsSchema,
  rulingSchema,
} from '../../src/permissions/schema.ts'
import { addPicture } from '../../src/permissions/pictures.ts'
import { openBlobs } from '../../src/platform/blobs.ts'
import { later } from '../../src/platform/day.ts'
import { newId } from '../../src/platform/id.ts'
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
const { by, ask, seen, tries, moves, ruling, asked, today, approved, waits } = askingIn(town)

test('the letter is a PDF/A that its holder and chain can read, and nobody else', async () => {
  const permission = await approved('alvarez', asked({ to: null, covers: ['depicts.uniform'] }))
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
  for (const words of [
    selfie,
    'Ana Alvarez',
    'Dan Diaz',
    'Only while off duty.',
    permission.contentHash,
    permission.entryId,
    'without a last day',
    'The author or a member in uniform',
  ])
    assert.ok(text.replaceAll(/\s+/g, '').includes(words.replaceAll(/\s+/g, '')), `${words} in ${text}`)
  assert.equal((await (await by('hale')).get(permission.letter ?? '')).status, 404)
  const decided = await town.db
    .selectFrom('ledgerEntry')
    .select(['kind', 'subject', 'madeBy'])
    .where('entryId', '=', permission.entryId)
    .executeTakeFirst()
  assert.deepEqual(decided, { kind: 'requests.approve', subject: permission.requestId, madeBy: 'diaz' })
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
  const withSign = await approved('alvarez', asked({ text: 'Ready 🚓' }))
  assert.ok(withSign.letter, 'a sign that no font has stands in the way of no approval')
})

async function sendPicture(
  name: Townsperson,
  payload: Buffer,
  type: string,
): Promise<{ status: number; json: unknown }> {
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

test('a picture is what its bytes say; whoever may see the request sees it', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('the rest of it')])
  assert.equal((await sendPicture('alvarez', Buffer.from('<svg onload="x()"/>'), 'image/png')).status, 400)
  assert.equal((await sendPicture('alvarez', png, 'image/svg+xml')).status, 415)
  const { sha256, mediaType } = pictureAddedSchema.parse(
    (await sendPicture('alvarez', png, 'image/png')).json,
  )
  assert.equal(mediaType, 'image/png')
  const picture = { sha256, alt: 'Officer Alvarez beside her car', shows: ['depicts.uniform'] }
  const { requestId } = await ask('alvarez', asked({ text: null, pictures: [picture] }))
  const at = async (name: Townsperson): Promise<number> =>
    (await (await by(name)).get(`/api/blobs/${sha256}`)).status
  assert.deepEqual([await at('alvarez'), await at('bell'), await at('hale')], [200, 404, 404])
  await moves('alvarez', requestId, 'submit')
  assert.deepEqual([await at('bell'), await at('hale')], [200, 404])
  await moves('bell', requestId, 'endorse')
  await moves('chen', requestId, 'endorse')
  await moves('diaz', requestId, 'approve')
  const act = {
    media: [{ kind: 'image', id: sha256, shows: ['depicts.uniform'] }],
    author: { kind: 'sworn' },
  }
  const judged = await ruling('alvarez', act)
  assert.deepEqual([judged.outcome, judged.covered.length], ['clear', 1])
})

test('a large body is read where pictures are added, and nowhere else', async () => {
  const large = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3_000_000)])
  assert.equal((await sendPicture('ito', large, 'image/png')).status, 200)
  assert.equal((await sendPicture('ito', Buffer.alloc(11_000_000), 'image/png')).status, 413)
  const headers = { host: town.agency.host, origin: `http://${town.agency.host}`, 'idempotency-key': 'large' }
  const { cookie } = await by('ito')
  const elsewhere = await town.app.inject({
    method: 'POST',
    url: '/api/requests',
    headers: { ...headers, cookie, 'content-type': 'image/png' },
    payload: large,
  })
  assert.equal(elsewhere.statusCode, 413, 'no other route takes so much')
})

function bytesOf(byte: number): Buffer {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(992, byte)])
}

test('a member adds so much within a day, and so do all together; the same again takes no room', async () => {
  const blobs = openBlobs(town.blobsFolder)
  const most = { member: 3_000, agency: 5_000 }
  let at = later(town.now(), { hours: 25 })
  const add = async (who: Townsperson, byte: number): Promise<number> => {
    const made = { agencyId: town.agency.agencyId, by: who, key: newId(), name: 'blobs.add', at }
    return (await addPicture(town.db, blobs, made, bytesOf(byte), most)).bytes
  }
  for (const byte of [1, 2, 3]) assert.equal(await add('kim', byte), 1_000)
  await assert.rejects(add('kim', 4), /you added .* within a day/)
  assert.equal(await add('kim', 3), 1_000, 'sent again after a lost answer')
  for (const byte of [4, 5]) assert.equal(await add('lopez', byte), 1_000)
  await assert.rejects(add('jones', 6), /the department added .* within a day/)
  at = later(at, { hours: 25 })
  assert.equal(await add('kim', 4), 1_000)
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
    const { covered } = await ruling('alvarez', act)
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
  const now = town.now()
  const isToldOn = async (at: string): Promise<boolean> => {
    town.moveTo(at)
    return (await waits('alvarez')).some(
      ({ kind, subject }) => kind === 'permission.revoked' && subject === other.permissionId,
    )
  }
  assert.ok(await isToldOn('2026-12-02T12:00:00Z'), 'its holder is told')
  assert.ok(!(await isToldOn('2026-12-09T12:00:00Z')), 'for a week')
  town.moveTo(now)
})

test('a permission about to end waits for its holder, and ends by itself', async () => {
  const permission = await approved('alvarez', asked({ to: '2026-12-10' }))
  const state = async (): Promise<string> => {
    const { body } = await (await by('alvarez')).get('/api/permissions?limit=200')
    const { items } = permissionsSchema.parse(body)
    return items.find((one) => one.permissionId === permission.permissionId)?.state ?? 'nowhere'
  }
  assert.equal(await state(), 'about-to-end')
  const ending = (await waits('alvarez')).filter(({ kind }) => kind === 'permission.ending')
  assert.deepEqual(ending, [
    { kind: 'permission.ending', subject: permission.permissionId, deadline: '2026-12-11T05:00:00Z' },
  ])
  const now = town.now()
  town.moveTo('2026-12-11T05:00:00Z')
  assert.equal(await state(), 'ended')
  const live = permissionsSchema.parse(
    (await (await by('alvarez')).get('/api/permissions?state=in-force')).body,
  )
  assert.ok(!live.items.some((one) => one.permissionId === permission.permissionId))
  town.moveTo(now)
})

async function toldTo(name: Townsperson): Promise<(string | null)[][]> {
  const { items } = opinionsSchema.parse((await (await by(name)).get('/api/opinions')).body)
  return items.map(({ answer, office, content }) => [answer, office, content.text])
}

test('an advance opinion is dated, and the department is held to it', async () => {
  const text = 'Vote no on the town budget: it cuts the night shift.'
  const { requestId } = await ask('alvarez', {
    kind: 'opinion',
    content: { text, from: today(), why: 'I want to be sure.' },
  })
  await moves('alvarez', requestId, 'submit')
  assert.equal((await seen('alvarez', requestId)).isPublicMatter, true, 'seen in its words')
  assert.equal(
    (await tries('diaz', requestId, 'approve')).status,
    422,
    'an opinion is answered, not approved',
  )
  await moves('diaz', requestId, 'allow', { remarks: 'It is your right as a citizen.' })
  const judged = await ruling('alvarez', { text })
  assert.equal(judged.opinions[0]?.answer, 'allowed')
  assert.match(judged.note ?? '', /On 2026-11-21 the Chief of Police said in advance that this is allowed/)
  const other = await ruling('alvarez', { text: `${text} Now!` })
  assert.deepEqual(other.opinions, [])
  assert.deepEqual(await toldTo('alvarez'), [['allowed', 'Chief of Police', text]])
  assert.deepEqual(await toldTo('diaz'), [], 'they are told to nobody else')
})

test('what is revoked from a day on is not withdrawn besides: who revoked it and why stays', async () => {
  const { permissionId } = await approved()
  const url = `/api/permissions/${permissionId}`
  const revoke = { version: 1, because: 'The campaign is over.', citation: 'IV.D.1', from: '2026-12-01' }
  assert.equal((await (await by('diaz')).post(`${url}/revoke`, revoke)).status, 200)
  const refused = await (await by('alvarez')).post(`${url}/withdraw`, { version: 2 })
  assert.equal(refused.status, 422)
  assert.match(JSON.stringify(refused.body), /it is revoked already, from 2026-12-01 on/)
  const shown = permissionSchema.parse((await (await by('alvarez')).get(url)).body)
  assert.deepEqual([shown.ended?.by.memberId, shown.ended?.because], ['diaz', 'The campaign is over.'])
  assert.ok(!shown.may.includes('withdraw'))
})

test('a colleague who is named learns nothing of what else the author was told', async () => {
  const text = 'Vote no on the library budget.'
  const content = { text, from: today(), why: 'I want to be sure.' }
  const { requestId: told } = await ask('alvarez', { kind: 'opinion', content })
  await moves('alvarez', told, 'submit')
  await moves('diaz', told, 'allow', { remarks: 'It is your right as a citizen.' })
  const { requestId } = await ask('alvarez', asked({ text, coworkers: ['grant'] }))
  await moves('alvarez', requestId, 'submit')
  const shownTo = async (name: Townsperson): Promise<{ opinions: number; isNoted: boolean }> => {
    const { body } = await (await by(name)).get(`/api/requests/${requestId}/ruling`)
    const { opinions, note } = rulingSchema.parse(body)
    return { opinions: opinions.length, isNoted: note?.includes('said in advance') ?? false }
  }
  assert.deepEqual(await shownTo('grant'), { opinions: 0, isNoted: false })
  for (const name of ['alvarez', 'diaz'] as const)
    assert.deepEqual(await shownTo(name), { opinions: 1, isNoted: true }, name)
})

test('however much somebody was permitted since, what covers an act is found', async () => {
  const text = 'The oldest of them all.'
  const { permissionId, requestId } = await approved('alvarez', asked({ text }))
  const bare = (table: string, columns: string): ReturnType<typeof sql> => sql`
    insert into ${sql.table(table)} (agency_id, ${sql.raw(columns)}, request_id, content)
    select agency_id, ${sql.raw(columns)}, more.id, replace(content, 'oldest', 'newest')
    from ${sql.table(table)}, more_ids as more where request_id = ${requestId}`
  await town.db.connection().execute(async (db) => {
    await sql`create temporary table more_ids as
      select ('ffffffff-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, 501) n`.execute(
      db,
    )
    await bare(
      'request',
      'kind, matter, author, state, version, content_hash, is_public_matter, desks, desk, created_at, since',
    ).execute(db)
    await sql`insert into permission select (p).* from (select jsonb_populate_record(permission, jsonb_build_object(
      'permission_id', id, 'request_id', id, 'content', replace(content, 'oldest', 'newest'))) as p
      from permission, more_ids where permission_id = ${permissionId}) as copies`.execute(db)
  })
  const { covered } = await ruling('alvarez', { text, facts: { 'depicts.uniform': true } })
  assert.deepEqual(
    covered.map((one) => one.permissionId),
    [permissionId],
  )
})
