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
async function gone(login: string): Promise<{ url: string; cookie: string }> {
  const going = await town.visitor.get('/api/sign-in/oidc')
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
