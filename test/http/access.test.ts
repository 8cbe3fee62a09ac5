import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { access, mayAtAll, relationsOf, roles, type Role } from '../../src/members/access.ts'
import { newApp } from '../../src/platform/http.ts'
import { guard, type Mounted } from '../../src/server/app.ts'
import { buildTown, personAt, type Answered, type Person, type Townsperson } from '../town.ts'

const town = await buildTown({ demo: true })
const lakeside = await buildTown({ agencyId: 'lakeside', beside: town })

/** One person for each role; what they hold is asked of the server. */
const cast: readonly Townsperson[] = ['alvarez', 'bell', 'diaz', 'jones', 'kim', 'lopez']
const sessionSchema = z.object({ member: z.object({ roles: z.array(z.enum(roles)) }).nullable() })
const refusalSchema = z.object({ error: z.object({ code: z.string(), sentence: z.string() }) })
const codeOf = ({ body }: Answered): string | undefined => refusalSchema.safeParse(body).data?.error.code

const routes = town.app.mounted.filter(({ method }) => method !== 'HEAD')
const isSafe = ({ method }: Mounted): boolean => method === 'GET'
const addressOf = ({ url }: Mounted): string =>
  url.replaceAll(/:\w+/g, '01a1fd36-0000-7000-8000-000000000000').replace('*', 'nowhere')
const ask = (person: Person, route: Mounted): Promise<Answered> => {
  const { method } = route
  if (method === 'GET') return person.get(addressOf(route))
  assert.ok(method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE', method)
  return person.send(method, addressOf(route), method === 'DELETE' ? undefined : {})
}
const isForVisitors = ({ action }: Mounted): boolean => mayAtAll(action, new Set<Role>(['visitor']))

test('every role at every route is let in or refused as the table says', async () => {
  const tried = new Set<Role>()
  let [letIn, refused] = [0, 0]
  for (const name of cast) {
    let person = await town.signedIn(name)
    const { member } = sessionSchema.parse((await person.get('/api/session')).body)
    const held = new Set(member?.roles)
    for (const role of held) tried.add(role)
    for (const route of routes) {
      const answer = await ask(person, route)
      const told = `${name} ${route.method} ${route.url}: ${answer.status} ${JSON.stringify(answer.body)}`
      assert.ok(answer.status < 500, told)
      if (mayAtAll(route.action, held)) {
        letIn++
        // Where one shows again who one is, what was shown may not match.
        if (!route.url.startsWith('/api/confirm')) assert.notEqual(answer.status, 401, told)
        // Past the door, a role may still be refused what it is not tied to.
        const ties = relationsOf(route.action, held)
        if (ties.has('any') || ties.has('in-agency')) assert.notEqual(answer.status, 403, told)
      } else {
        refused++
        assert.equal(answer.status, 403, told)
        assert.equal(codeOf(answer), 'unauthorized', told)
      }
      if (route.action === 'session.end' || route.url.includes('sign-in')) person = await town.signedIn(name)
    }
  }
  assert.deepEqual([...tried].toSorted(), roles.filter((role) => role !== 'visitor').toSorted())
  assert.ok(letIn > 200 && refused > 60, `${letIn} let in, ${refused} refused`)
})

test('a stranger, a session that ended and a session of another agency open what is open, and nothing else', async () => {
  const idle = await town.signedIn('diaz')
  town.pass({ minutes: 31 })
  const away = await lakeside.signedIn('diaz')
  const strangers = {
    stranger: town.visitor,
    'an idle session': idle,
    'a session of lakeside': personAt(town.app, town.agency.host, 'diaz', away.cookie),
    'a made-up session': personAt(town.app, town.agency.host, 'diaz', `decorum=${'A'.repeat(43)}`),
  }
  let [opened, refused] = [0, 0]
  for (const [who, person] of Object.entries(strangers))
    for (const route of routes) {
      const answer = await ask(person, route)
      const told = `${who} ${route.method} ${route.url}: ${answer.status}`
      assert.ok(answer.status < 500, told)
      if (isForVisitors(route)) {
        opened++
        // Handlers of open routes answer 401 to credentials that do not match.
        if (answer.status === 401) assert.match(route.url, /^\/api\/sign-in|^\/api\/invitations/, told)
        assert.notEqual(answer.status, 403, told)
      } else {
        refused++
        assert.equal(answer.status, 401, told)
      }
    }
  assert.ok(opened > 40 && refused > 150, `${opened} open, ${refused} refused`)
})

test('no writing route takes what another site, or no browser, sent; none works without a key', async () => {
  let writing = 0
  for (const route of routes.filter((one) => !isSafe(one) && !one.fromAnywhere)) {
    const { action, method, url } = route
    const row: { readonly [role: string]: unknown } = access[action]
    const name = cast.find(
      (one) =>
        row['member'] ??
        (row['administrator'] ? one === 'jones' : row['chief'] ? one === 'diaz' : one === 'lopez'),
    )
    const person = await town.signedIn(name ?? 'diaz')
    assert.ok(method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE')
    const address = addressOf(route)
    for (const origin of ['https://evil.example', 'null', 'http://lakeside.localhost', '']) {
      const answer = await person.send(method, address, undefined, { origin })
      assert.equal(answer.status, 403, `${method} ${url} from "${origin}"`)
      assert.match(JSON.stringify(answer.body), /sent from another site/)
    }
    const keyless = await town.app.inject({
      method,
      url: address,
      headers: { host: town.agency.host, origin: `http://${town.agency.host}`, cookie: person.cookie },
    })
    assert.equal(keyless.statusCode, 400, `${method} ${url} without a key`)
    writing++
  }
  assert.ok(writing > 40, `saw only ${writing} writing routes`)
})

/** What is grave: it changes who commands, who may enter, what is in force, or is seen by nobody else. */
const grave = [
  'DELETE /api/me/credentials/passkeys/:passkeyId',
  'PATCH /api/members/:memberId',
  'PATCH /api/positions/:id',
  'POST /api/accounts/:id/close',
  'POST /api/accounts/:id/keys',
  'POST /api/designations',
  'POST /api/designations/:id/end',
  'POST /api/holdings',
  'POST /api/holdings/:id/end',
  'POST /api/me/credentials/passkeys',
  'POST /api/me/credentials/password',
  'POST /api/me/credentials/recovery-codes',
  'POST /api/me/credentials/totp',
  'POST /api/members',
  'POST /api/members/:memberId/invitation',
  'POST /api/members/:memberId/release',
  'POST /api/members/:memberId/undercover/open',
  'POST /api/orders/:versionId/adopt',
  'POST /api/permissions/:id/revoke',
  'POST /api/positions',
  'POST /api/roster/import',
  'PUT /api/members/:memberId/undercover',
  'PUT /api/oidc',
  'PUT /api/orders/:versionId/settings',
  'POST /api/holds/:id/move',
  'PUT /api/series/rules',
  'PUT /api/disposition-settings',
  'POST /api/series/load',
  'POST /api/dispositions/:id/move',
  'POST /api/productions/:productionId/publish',
  'PUT /api/archive',
]

test('what is grave wants that one has just shown who one is, and nothing else does', async () => {
  const [jones, diaz] = [await town.signedIn('jones'), await town.signedIn('diaz')]
  town.pass({ minutes: 6 })
  const named = routes.filter(({ method, url }) => grave.includes(`${method} ${url}`))
  assert.deepEqual(
    routes
      .filter(({ confirm }) => confirm)
      .map(({ method, url }) => `${method} ${url}`)
      .toSorted(),
    grave.toSorted(),
  )
  for (const route of named) {
    const isAdministrators = mayAtAll(route.action, new Set<Role>(['administrator']))
    const answer = await ask(isAdministrators ? jones : diaz, route)
    assert.equal(codeOf(answer), 'unconfirmed', `${route.method} ${route.url}: ${answer.status}`)
  }
})

test('in a demonstration one shows it by a press, without a password', async () => {
  const { cookie } = await town.visitor.post('/api/demo/sign-in', { memberId: 'jones' })
  const jones = personAt(town.app, town.agency.host, 'jones', cookie)
  const form = { kind: 'civilian', name: 'Mia Moss', from: '2026-11-01' }
  town.pass({ minutes: 6 })
  assert.equal(codeOf(await jones.post('/api/members', form)), 'unconfirmed')
  assert.equal((await jones.post('/api/confirm', {})).status, 200)
  assert.equal((await jones.post('/api/members', form)).status, 200)
})

test('no action by which one looks lets one write', () => {
  const writing = routes.filter((one) => !isSafe(one) && one.action.endsWith('.see'))
  assert.deepEqual(
    writing.map(({ method, url }) => `${method} ${url}`),
    [],
  )
})

const answerNo = (): string => 'no'

test('a route without an action of the table does not build', async () => {
  const app = await newApp({ origin: 'http://localhost', log: false, rate: 1, clock: town.now })
  guard(app)
  assert.throws(() => app.get('/a', answerNo), /GET \/a names no action of the access table/)
  const config = { action: 'requests.asks' }
  assert.throws(() => app.post('/b', { config }, answerNo), /POST \/b names no action/)
  app.get('/c', { config: { action: 'open' } }, answerNo)
  await app.close()
})

test('headers are strict on every route, and nothing of a private answer is kept', async () => {
  const person = await town.signedIn('diaz')
  for (const route of routes.filter(isSafe)) {
    const { headers, status } = await ask(person, route)
    const told = `${route.url} ${status}`
    const policy = headers['content-security-policy']?.toString() ?? ''
    assert.match(policy, /^default-src 'none';.*frame-ancestors 'none'/, told)
    assert.equal(headers['x-content-type-options'], 'nosniff', told)
    assert.equal(headers['referrer-policy'], 'same-origin', told)
    if (!isForVisitors(route)) assert.match(headers['cache-control']?.toString() ?? '', /no-store/, told)
  }
})

test('a host that is no agency’s is nobody’s', async () => {
  const answer = await personAt(town.app, 'elsewhere.localhost', '', '').get('/api/session')
  assert.equal(answer.status, 404)
  assert.equal((await personAt(town.app, 'elsewhere.localhost', '', '').get('/health')).status, 200)
})

test('the API describes itself: every route has a name, and no name is given twice', async () => {
  const { body } = await town.visitor.get('/api/openapi.json')
  const { paths, openapi } = z
    .object({
      openapi: z.literal('3.1.0'),
      paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
    })
    .parse(body)
  assert.equal(openapi, '3.1.0')
  const names = Object.values(paths).flatMap((path) => Object.values(path).map((one) => one.operationId))
  assert.deepEqual(
    names.filter((name, place) => names.indexOf(name) !== place),
    [],
  )
  const documented = routes.filter(({ url }) => url.startsWith('/api/') && url !== '/api/openapi.json')
  assert.ok(names.length >= documented.length, `${names.length} of ${documented.length}`)
})
