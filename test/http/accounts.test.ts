import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { due } from '../../src/accounts/due.ts'
import {
  accountSchema,
  accountsSchema,
  checklistSchema,
  pageRulingSchema,
  registerSchema,
  type AccountView,
} from '../../src/accounts/schema.ts'
import { accessTo, isAdministrator, liveAccount } from '../../src/accounts/store.ts'
import { dayAfter } from '../../src/permissions/deadlines.ts'
import { permissionSchema } from '../../src/permissions/schema.ts'
import { accountSeen, buildOfficialTown, licensed, pageSaid, propose } from '../official-town.ts'
import { buildTown, personAt, type Townsperson } from '../town.ts'

const town = await buildOfficialTown()
const { people, accounts, profiles, fakes } = town
const { by, moves } = people

const seen = (accountId: string): Promise<AccountView> => accountSeen(people, accountId)
const sentence = (body: unknown): string =>
  z.object({ error: z.object({ sentence: z.string() }) }).safeParse(body).data?.error.sentence ?? ''
const citation = (body: unknown): string | undefined =>
  z.object({ error: z.object({ citation: z.string() }) }).safeParse(body).data?.error.citation
const tick = (): Promise<void> => due(town.db, town.agency, town.now(), town.app.house)
const waits = async (name: Townsperson, accountId: string): Promise<string[]> =>
  (await people.waits(name)).filter(({ subject }) => subject === accountId).map(({ kind }) => kind)
const live = (accountId: string): Promise<string> =>
  liveAccount(town.db, town.agency, accountId, town.now()).then(
    () => 'live',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )
const other = (name: string): ReturnType<typeof pageSaid> =>
  pageSaid({ handle: name, address: `https://${name.toLowerCase()}.riverton.example` })
const body = (page: object, rest: object = {}): object => ({
  page,
  from: people.today(),
  to: dayAfter(people.today(), 300),
  why: 'To be heard.',
  ...rest,
})

test('a page is proposed, approved by the Chief, and then speaks for the department', async () => {
  const listed = accountsSchema.parse((await (await by('alvarez')).get('/api/accounts')).body)
  assert.deepEqual(
    listed.items.map(({ state, handle, isMine }) => [handle, state, isMine]),
    [
      ['Riverton Police', 'live', false],
      ['police', 'live', false],
      ['riverton.example', 'live', false],
    ],
  )
  const { accountId } = accounts.bluesky
  const page = await seen(accountId)
  assert.deepEqual(
    [page.state, page.imageryPermitted, page.licence?.by, page.key?.state, page.statements[0]?.state],
    ['live', true, 'Chief of Police', 'good', 'approved'],
  )
  assert.ok(page.licence?.letter !== undefined)
  const permission = permissionSchema.parse(
    (await (await by('grant')).get(`/api/permissions/${page.licence?.permissionId}`)).body,
  )
  const { text, act } = permission.content
  for (const part of [
    'riverton.example',
    accountId,
    'Gus Grant (holds the key)',
    page.page.contact,
    'Comments on this page are monitored',
  ])
    assert.ok(text?.includes(part), `${part} is not in what the approval binds`)
  assert.deepEqual([act.kind, act.capacity, act.facts['page.monitoring']], ['page', 'official', true])
  assert.equal(await isAdministrator(town.db, 'riverton', accountId, 'ito'), true)
  assert.equal(await isAdministrator(town.db, 'riverton', accountId, 'alvarez'), false)
  assert.equal(await isAdministrator(town.db, 'riverton', null, 'jones'), true)
})

test('a page and its request come to be in one transaction, once for each sending, or not at all', async () => {
  const grant = await by('grant')
  const headers = { 'idempotency-key': 'propose-one-page' }
  const sent = body(other('Once'))
  const first = await grant.send('POST', '/api/accounts', sent, headers)
  const second = await grant.send('POST', '/api/accounts', sent, headers)
  assert.deepEqual([first.status, second.status], [200, 200])
  assert.deepEqual(first.body, second.body)
  const count = async (): Promise<number[]> =>
    await Promise.all(
      (['account', 'accountStatement', 'request'] as const).map(
        async (table) =>
          (
            await town.db
              .selectFrom(table)
              .select(sql<number>`count(*)`.as('n'))
              .executeTakeFirstOrThrow()
          ).n,
      ),
    )
  const before = await count()
  const again = await grant.post('/api/accounts', sent)
  assert.equal(again.status, 409)
  assert.match(sentence(again.body), /stands in the register already, as Once/)
  // The statement is written last; without it nothing of the proposal stands.
  await sql`alter table account_statement add constraint none check (said->>'handle' <> 'Half') not valid`.execute(
    town.database.owner('riverton'),
  )
  assert.equal((await grant.post('/api/accounts', body(other('Half')))).status, 500)
  assert.deepEqual(await count(), before)
  await sql`alter table account_statement drop constraint none`.execute(town.database.owner('riverton'))
  assert.equal((await grant.post('/api/accounts', body(other('Half')))).status, 200)
})

test('what could not be approved is refused, with the provision or with what would be right', async () => {
  const alvarez = await by('alvarez')
  const tried = async (page: object, rest: object = {}): Promise<[number, string, string | undefined]> => {
    const answer = await alvarez.post('/api/accounts', body(page, rest))
    return [answer.status, sentence(answer.body), citation(answer.body)]
  }
  const page = other('Refused')
  const without = (fact: string, reason: string | null): object => ({
    ...page,
    notices: page.notices.map((one) => (one.fact === fact ? { fact, wording: {}, reason } : one)),
  })
  const [status, said, cited] = await tried(without('page.monitoring', 'It looks unfriendly.'))
  assert.deepEqual([status, cited], [422, 'IV.B.5'])
  assert.match(said, /^Comments are monitored: IV\.B\.5 asks for it without exception/)
  assert.match((await tried(without('page.visitor-opinions', null)))[1], /or say why it is not there/)
  assert.match((await tried({ ...page, address: 'http://riverton.example' }))[1], /begin with https/)
  assert.match((await tried({ ...page, address: 'https://169.254.169.254/latest' }))[1], /public internet/)
  assert.match(
    (await tried({ ...page, service: 'https://127.0.0.1' }))[1],
    /page\.service: .*public internet/,
  )
  assert.match(
    (await tried({ ...page, administrators: [{ memberId: 'grant', holdsKey: true }] }))[1],
    /only one holds the key; a page needs two/,
  )
  assert.match(
    (
      await tried({
        ...page,
        administrators: [...page.administrators, { memberId: 'nobody', holdsKey: true }],
      })
    )[1],
    /nobody is not a serving member/,
  )
  assert.match((await tried(page, { to: '2029-01-01' }))[1], /a year at most/)
  assert.match((await tried(page, { to: '2026-01-01' }))[1], /before it begins/)
  const waived = await tried(without('page.visitor-opinions', 'It takes no comments.'))
  assert.equal(waived[0], 200)
})

test('the form is judged as it is filled in, and the list is the adopted order’s', async () => {
  const grant = await by('grant')
  const list = checklistSchema.parse((await grant.get('/api/accounts/checklist')).body)
  assert.deepEqual(
    list.requirements.filter(({ force }) => force === 'barred').map(({ citation: one }) => one),
    ['IV.B.3', 'IV.B.5', 'IV.B.6', 'IV.B.7'],
  )
  assert.match(list.notices[0]?.full.es ?? '', /página oficial de riverton Police Department/)
  const { handle, notices, languages } = other('Tried')
  const told = pageRulingSchema.parse(
    (
      await grant.post('/api/accounts/ruling', {
        page: { network: 'x', handle, address: 'https://x.com', notices, languages },
      })
    ).body,
  )
  assert.equal(told.ruling.outcome, 'needs-permission')
  assert.deepEqual(
    told.lacks.map(({ field }) => field),
    ['purpose', 'audience', 'site', 'contact', 'address', 'administrators'],
  )
  const bare = pageRulingSchema.parse((await grant.post('/api/accounts/ruling', { page: {} })).body)
  assert.equal(bare.ruling.outcome, 'barred')
  assert.ok(
    bare.lacks.some(({ field, citation: one }) => field === 'notices.page.disclosure' && one === 'IV.B.6'),
  )
})

test('nobody approves their own page; a designee may approve one, and gives no imagery with it', async () => {
  const own = await propose(people, other('Own'), {}, 'chen')
  assert.equal((await people.tries('chen', own.requestId, 'approve')).status, 422)
  const designation = { memberId: 'hale', matters: ['page'], from: people.today() }
  assert.equal((await (await by('diaz')).post('/api/designations', designation)).status, 200)
  assert.match(await live(own.accountId), /is not approved yet/)
  await moves('hale', own.requestId, 'approve')
  assert.equal(await live(own.accountId), 'live')
  assert.equal((await seen(own.accountId)).imageryPermitted, false)
  const refused = await propose(people, other('Refusal'))
  await moves('diaz', refused.requestId, 'disapprove', { remarks: 'One page is enough.', citation: 'IV.B.1' })
  assert.equal((await seen(refused.accountId)).state, 'disapproved')
  assert.match(await live(refused.accountId), /was not approved/)
})

test('a page is read once a day; a notice that it lost waits, is dated, and suspends only where it is set so', async () => {
  const { accountId } = accounts.mastodon
  const whole = profiles.mastodon.note
  await Promise.all([tick(), tick()])
  await tick()
  const first = await seen(accountId)
  assert.equal(first.checks.length, 1)
  assert.ok(
    first.checks[0]?.found.every(({ isFound }) => isFound),
    JSON.stringify(first.checks[0]?.found),
  )
  const monitored = first.page.notices.find(({ fact }) => fact === 'page.monitoring')?.wording.en ?? ''
  profiles.mastodon.note = whole.replace(monitored, 'Be kind.')
  town.pass({ hours: 24 })
  const lostAt = town.now()
  await tick()
  town.pass({ hours: 24 })
  await tick()
  const lost = await seen(accountId)
  assert.equal(lost.checks.length, 3)
  const missing = lost.checks[0]?.found.filter(({ isFound }) => !isFound)
  assert.deepEqual(
    missing?.map(({ fact, wasThere, isRequired, citation: one, lostSince }) => [
      fact,
      wasThere,
      isRequired,
      one,
      lostSince,
    ]),
    [['page.monitoring', true, true, 'IV.B.5', lostAt]],
  )
  assert.deepEqual(await waits('ito', accountId), ['account.notice-lost'])
  assert.deepEqual(await waits('alvarez', accountId), [])
  assert.equal(await live(accountId), 'live')
  const ito = await by('ito')
  const set = await ito.put(`/api/accounts/${accountId}/suspending`, {
    version: lost.version,
    suspendsWhenLost: true,
  })
  assert.equal(set.status, 200, JSON.stringify(set.body))
  assert.match(await live(accountId), /does not show a notice that the order requires/)
  const entries = await town.db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'accounts.check')
    .where('subject', '=', accountId)
    .execute()
  assert.equal(
    entries.filter(({ body: one }) => one.includes('Be kind.')).length,
    2,
    'what was read is evidence',
  )
  profiles.mastodon.note = whole
  const checked = await ito.post(`/api/accounts/${accountId}/check`)
  assert.equal(checked.status, 200, JSON.stringify(checked.body))
  assert.deepEqual(accountSchema.parse(checked.body).problems, [])
  assert.equal(await live(accountId), 'live')
})

test('a page that cannot be read is no notice lost, and what was known of it stays', async () => {
  const { accountId } = accounts.mastodon
  fakes.mastodon.fail(() => '500-before')
  const grant = await by('grant')
  const { body: answer } = await grant.post(`/api/accounts/${accountId}/check`)
  fakes.mastodon.fail(() => 'none')
  const page = accountSchema.parse(answer)
  assert.deepEqual(
    page.problems.map(({ kind }) => kind),
    ['unreadable'],
  )
  assert.ok(page.checks[0]?.fault)
  assert.equal(page.checks[0].found.length, page.checks[1]?.found.length)
  assert.equal(await live(accountId), 'live')
  assert.equal((await grant.post(`/api/accounts/${accountId}/check`)).status, 200)
  assert.equal((await (await by('alvarez')).post(`/api/accounts/${accountId}/check`)).status, 403)
})

test('whoever leaves has a successor: two hold the key, or it waits for those who answer for it', async () => {
  const { accountId } = await licensed(
    town,
    people,
    pageSaid({
      ...other('Succession'),
      administrators: [
        { memberId: 'grant', holdsKey: true },
        { memberId: 'alvarez', holdsKey: true },
      ],
    }),
  )
  assert.deepEqual((await seen(accountId)).problems, [])
  const leaves = { version: 1, to: people.today() }
  assert.equal((await (await by('jones')).patch('/api/members/alvarez', leaves)).status, 200)
  for (const name of ['grant', 'diaz', 'jones'] as const)
    assert.deepEqual(await waits(name, accountId), ['account.too-few-holders'], name)
  const grant = await by('grant')
  const path = `/api/accounts/${accountId}/administrators`
  const { version } = await seen(accountId)
  const one = { version, administrators: [{ memberId: 'grant', holdsKey: true }], because: 'Alvarez left.' }
  assert.equal((await grant.put(path, one)).status, 400)
  const gone = { ...one, administrators: [...one.administrators, { memberId: 'alvarez', holdsKey: true }] }
  assert.match(sentence((await grant.put(path, gone)).body), /alvarez is not a serving member/)
  const named = { ...one, administrators: [...one.administrators, { memberId: 'bell', holdsKey: true }] }
  const [a, b] = await Promise.all([grant.put(path, named), (await by('diaz')).put(path, named)])
  assert.deepEqual(
    [a.status, b.status].toSorted((x, y) => x - y),
    [200, 409],
  )
  assert.match(sentence((a.status === 409 ? a : b).body), /changed meanwhile by (?:Gus Grant|Dan Diaz)/)
  const after = await seen(accountId)
  assert.deepEqual(
    after.administrators.map(({ memberId, holdsKey }) => [memberId, holdsKey]),
    [
      ['bell', true],
      ['grant', true],
    ],
  )
  assert.deepEqual(await waits('diaz', accountId), [])
  assert.equal((await (await by('hale')).put(path, named)).status, 403)
})

test('what stands on a page is looked through every 90 days', async () => {
  const { accountId } = await licensed(town, people, other('Review'))
  assert.equal((await seen(accountId)).reviewDue, dayAfter(people.today(), 90))
  town.pass({ hours: 24 * 90 })
  assert.deepEqual(await waits('ito', accountId), ['account.review-due'])
  const path = `/api/accounts/${accountId}/review`
  assert.equal((await (await by('diaz')).post(path, { remarks: 'Fine.' })).status, 403)
  const done = {
    remarks: 'Two old notices were taken down.',
    lookedAt: ['https://review.riverton.example/1'],
  }
  assert.equal((await (await by('ito')).post(path, done)).status, 200)
  const page = await seen(accountId)
  assert.deepEqual([page.reviews[0]?.remarks, page.reviews[0]?.lookedAt], [done.remarks, 1])
  assert.equal(page.reviewDue, dayAfter(people.today(), 90))
  assert.deepEqual(await waits('ito', accountId), [])
})

test('a licence is renewed before it ends, or nothing more goes out from the day after', async () => {
  const { accountId } = accounts.site
  const before = await seen(accountId)
  const end = before.licence?.to ?? ''
  town.moveTo(`${dayAfter(end, -20)}T15:00:00Z`)
  assert.ok((await waits('ito', accountId)).includes('account.licence-ending'))
  const again = {
    version: before.version,
    page: before.page,
    from: dayAfter(end, 1),
    to: dayAfter(end, 365),
    why: 'Another year.',
  }
  const path = `/api/accounts/${accountId}/propose`
  assert.equal((await (await by('hale')).post(path, again)).status, 403)
  const moved = { ...again, page: { ...again.page, address: 'https://elsewhere.example' } }
  assert.match(
    sentence((await (await by('grant')).post(path, moved)).body),
    /another address is another page/,
  )
  const words = { ...again, page: { ...again.page, purpose: 'News only.' } }
  const { body: answer, status } = await (await by('ito')).post(path, words)
  assert.equal(status, 200, JSON.stringify(answer))
  const { requestId } = z.object({ requestId: z.string() }).parse(answer)
  assert.equal((await (await by('grant')).post(path, again)).status, 409, 'one at a time')
  assert.equal((await seen(accountId)).page.purpose, before.page.purpose, 'the old words hold meanwhile')
  await moves('diaz', requestId, 'approve')
  assert.ok(!(await waits('ito', accountId)).includes('account.licence-ending'))
  town.moveTo(`${end}T23:00:00-04:00`)
  assert.equal((await seen(accountId)).page.purpose, before.page.purpose)
  town.moveTo(`${dayAfter(end, 1)}T15:00:00Z`)
  assert.deepEqual([await live(accountId), (await seen(accountId)).page.purpose], ['live', 'News only.'])
  const bluesky = await seen(accounts.bluesky.accountId)
  assert.equal(bluesky.state, 'ended')
  assert.match(
    await live(accounts.bluesky.accountId),
    new RegExp(`licence of riverton\\.example ended on ${end}`),
  )
  // The register's own way of renewing does for a page too: its words are the same.
  const renewed = await (await by('grant')).post(`/api/permissions/${bluesky.licence?.permissionId}/renew`)
  const draft = z.object({ requestId: z.string() }).parse(renewed.body)
  await moves('grant', draft.requestId, 'submit')
  await moves('diaz', draft.requestId, 'approve')
  assert.equal(await live(accounts.bluesky.accountId), 'live')
})

test('a licence that is revoked stops a page at once', async () => {
  const { accountId } = accounts.bluesky
  const { licence } = await seen(accountId)
  const revoke = { version: 1, because: 'The page was neglected.', citation: 'IV.B.1' }
  const url = `/api/permissions/${licence?.permissionId}/revoke`
  assert.equal((await (await by('diaz')).post(url, revoke)).status, 200)
  assert.match(await live(accountId), /was revoked; nothing is published through it/)
  assert.equal((await seen(accountId)).state, 'ended')
})

test('a page that is closed keeps its place in the public register, and its key is destroyed', async () => {
  const { accountId } = accounts.bluesky
  const { version } = await seen(accountId)
  const path = `/api/accounts/${accountId}/close`
  assert.equal((await (await by('hale')).post(path, { version, because: 'x' })).status, 403)
  const closed = await (await by('jones')).post(path, { version, because: 'Nobody reads it.' })
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  const page = await seen(accountId)
  assert.deepEqual([page.state, page.key, page.closed?.by.memberId, page.may], ['closed', null, 'jones', []])
  await assert.rejects(accessTo(town.db, 'riverton', accountId, town.app.house.seal), /no key/)
  const again = await (await by('jones')).post(path, { version: version + 1, because: 'Again.' })
  assert.match(sentence(again.body), /stays as it was/)
  const register = registerSchema.parse((await town.visitor.get('/public/pages.json')).body)
  const states = new Map(
    register.pages.map(({ handle, state, closedOn }) => [handle, `${state} ${closedOn}`]),
  )
  assert.equal(states.get('riverton.example'), `closed ${people.today()}`)
  assert.equal(states.get('Riverton Police'), 'genuine null')
  assert.ok(!states.has('Refusal') && !states.has('Half'), 'a proposal is nobody’s page')
  const { body: html } = await town.visitor.get('/public/pages')
  assert.ok(typeof html === 'string')
  assert.match(html, /Pages no longer in use/)
  assert.match(html, /<dt>Comments are monitored<\/dt><dd lang="en">Comments on this page are monitored/)
  const spanish = await town.visitor.get('/public/pages?lang=es')
  assert.match(String(spanish.body), /<html lang="es".*Nuestras páginas/s)
})

test('another agency sees nothing of it', async () => {
  const lakeside = await buildTown({ agencyId: 'lakeside', beside: town })
  const diaz = await lakeside.signedIn('diaz')
  assert.deepEqual(accountsSchema.parse((await diaz.get('/api/accounts')).body).items, [])
  assert.equal((await diaz.get(`/api/accounts/${accounts.site.accountId}`)).status, 404)
  const visitor = personAt(town.app, lakeside.agency.host, 'visitor', '')
  assert.deepEqual(registerSchema.parse((await visitor.get('/public/pages.json')).body).pages, [])
})
