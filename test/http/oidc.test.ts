import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { buildTown, personAt, type Answered } from '../town.ts'
import { localProvider } from './oidc-provider.ts'

const town = await buildTown()
const host = town.agency.host
const back = `http://${host}/api/sign-in/oidc/return`
const provider = await localProvider(back, {
  alvarez: { email: 'alvarez@riverton.example', email_verified: true },
  bell: { email: 'bell@riverton.example', email_verified: false },
  evans: { email: 'evans@elsewhere.example', email_verified: true },
})
after(() => provider.close())
const { name, issuer, clientId, clientSecret } = provider
const jones = await town.signedIn('jones')
const set = await jones.put('/api/oidc', { provider: { name, issuer, clientId, clientSecret } })
assert.equal(set.status, 200, JSON.stringify(set.body))

const locationOf = (answer: Answered): string => answer.headers['location']?.toString() ?? ''
/** Goes to the service as somebody and gives the address a browser comes back with, and its cookie. */
async function gone(login: string, query = ''): Promise<{ url: string; cookie: string }> {
  const going = await town.visitor.get(`/api/sign-in/oidc${query}`)
  assert.equal(going.status, 303, JSON.stringify(going.body))
  const arrived = await provider.signIn(locationOf(going), login)
  return { url: arrived.slice(`http://${host}`.length), cookie: going.cookie }
}
const comeBack = (url: string, cookie: string): Promise<Answered> =>
  personAt(town.app, host, '', cookie).get(url)
const whoIs = async (answer: Answered): Promise<string | undefined> => {
  const cookie = answer.cookie
    .split('; ')
    .filter((one) => one.startsWith('decorum='))
    .join('; ')
  const session = await personAt(town.app, host, '', cookie).get('/api/session')
  const { member } = z
    .object({ member: z.looseObject({ memberId: z.string() }).nullable() })
    .parse(session.body)
  return member?.memberId
}

test('a member comes back as themselves, and is known by subject from then on', async () => {
  const { url, cookie } = await gone('alvarez')
  const arrived = await comeBack(url, cookie)
  assert.equal(locationOf(arrived), '/')
  assert.equal(await whoIs(arrived), 'alvarez')
  const rows = await town.db.selectFrom('oidcSubject').select(['subject', 'memberId']).execute()
  assert.deepEqual(rows, [{ subject: 'alvarez', memberId: 'alvarez' }])
  const twice = await comeBack(url, cookie)
  assert.equal(locationOf(twice), '/sign-in?oidc=unauthenticated', 'one way back is good once')
  const stored = await town.db.selectFrom('oidcProvider').select('sealedSecret').executeTakeFirstOrThrow()
  assert.equal(stored.sealedSecret.includes(clientSecret), false)
})

test('another state, another browser, another code: nobody is signed in', async () => {
  const { url, cookie } = await gone('alvarez')
  const wrongState = await comeBack(url.replace(/state=[^&]+/, 'state=another'), cookie)
  assert.equal(locationOf(wrongState), '/sign-in?oidc=refused')
  assert.equal(await whoIs(wrongState), undefined)
  const second = await gone('alvarez')
  assert.equal(locationOf(await comeBack(second.url, '')), '/sign-in?oidc=unauthenticated')
  const third = await gone('alvarez')
  assert.equal(locationOf(await comeBack(third.url, second.cookie)), '/sign-in?oidc=refused')
  const fourth = await gone('alvarez')
  const wrongCode = fourth.url.replace(/code=[^&]+/, 'code=stolen')
  assert.equal(locationOf(await comeBack(wrongCode, fourth.cookie)), '/sign-in?oidc=refused')
})

test('an address that is not verified, or not on the roster, opens nothing', async () => {
  for (const login of ['bell', 'evans']) {
    const { url, cookie } = await gone(login)
    const arrived = await comeBack(url, cookie)
    assert.equal(locationOf(arrived), '/sign-in?oidc=unauthenticated')
    assert.equal(await whoIs(arrived), undefined)
  }
})

test('whoever went there from a page comes back to it, and is sent to no other site', async () => {
  const { url, cookie } = await gone('alvarez', `?to=${encodeURIComponent('/requests/new?matter=page')}`)
  assert.equal(locationOf(await comeBack(url, cookie)), '/requests/new?matter=page')
  for (const to of [
    '//evil.example/',
    '/\\evil.example',
    'https://evil.example/',
    '/a\r\nset-cookie: x=1',
    '',
  ])
    assert.equal(
      (await town.visitor.get(`/api/sign-in/oidc?to=${encodeURIComponent(to)}`)).status,
      400,
      JSON.stringify(to),
    )
})

test('a member shows there once more who they are, and comes back to the page of the grave step', async () => {
  const { cookie: session } = await town.signedIn('alvarez')
  const confirmedAt = async (): Promise<string> =>
    (
      await town.db
        .selectFrom('session')
        .select('confirmedAt')
        .where('memberId', '=', 'alvarez')
        .orderBy('startedAt', 'desc')
        .orderBy('sessionId', 'desc')
        .executeTakeFirstOrThrow()
    ).confirmedAt
  const before = await confirmedAt()
  town.pass({ minutes: 10 })
  const query = `?confirm=true&to=${encodeURIComponent('/roster/bell')}`
  const other = await gone('bell', query)
  const refused = await comeBack(other.url, `${other.cookie}; ${session}`)
  assert.equal(locationOf(refused), '/sign-in?oidc=unauthenticated')
  assert.equal(await confirmedAt(), before, 'nobody else shows it for them')
  const { url, cookie } = await gone('alvarez', query)
  assert.equal(locationOf(await comeBack(url, `${cookie}; ${session}`)), '/roster/bell')
  assert.equal(await confirmedAt(), town.now())
})
