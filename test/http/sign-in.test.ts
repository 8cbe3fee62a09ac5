import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'
import { dayIn } from '../../src/platform/day.ts'
import { newId } from '../../src/platform/id.ts'
import { buildTown, personAt, type Answered, type Person } from '../town.ts'
import { softPasskey } from './soft-passkey.ts'

const town = await buildTown()
const { visitor } = town
const password = 'river otter sings at 9'

const codeOf = (seed: string): string =>
  new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: Date.parse(town.now()) })
const refusal = z.object({ error: z.object({ code: z.string(), sentence: z.string() }) })
const refusalOf = ({ status, body }: Answered): string => {
  const { code, sentence } = refusal.parse(body).error
  return `${status} ${code}: ${sentence}`
}
const noMatch =
  '401 unauthenticated: that does not match, or sign-in is locked: after five failed tries only an administrator can release it'
const textOf = (answer: Answered, key: string): string => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return z.looseObject({ [key]: z.string() }).parse(answer.body)[key] ?? ''
}
const seen = z.object({
  member: z.looseObject({ memberId: z.string() }).nullable(),
  ended: z.string().nullable(),
})
const whoIs = async (person: Person): Promise<string | null> => {
  const { member, ended } = seen.parse((await person.get('/api/session')).body)
  return member?.memberId ?? ended
}
const browser = (answer: Answered): Person => personAt(town.app, town.agency.host, '', answer.cookie)
const ledgerOf = async (subject: string): Promise<string[]> => {
  const rows = await town.db
    .selectFrom('ledgerEntry')
    .select('kind')
    .where('subject', '=', subject)
    .orderBy('entryId')
    .execute()
  return rows.map((row) => row.kind)
}

async function invited(name: string): Promise<string> {
  return textOf(await (await town.signedIn('jones')).post(`/api/members/${name}/invitation`), 'code')
}

/** Invites a member and lets them set a password and an authenticator app. */
async function enrolled(name: string): Promise<{ seed: string; codes: string[]; person: Person }> {
  const code = await invited(name)
  const offer = await visitor.post(`/api/invitations/${code}/totp`)
  const seed = textOf(offer, 'secret')
  const form = { ticket: textOf(offer, 'ticket'), password, code: codeOf(seed) }
  const accepted = await visitor.post(`/api/invitations/${code}`, form)
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  const { recoveryCodes: codes } = z.object({ recoveryCodes: z.array(z.string()) }).parse(accepted.body)
  assert.equal((await visitor.get(`/api/invitations/${code}`)).status, 404, 'an invitation is good once')
  town.pass({ minutes: 1 })
  return { seed, codes, person: browser(accepted) }
}
const begin = (name: string, given = password): Promise<Answered> =>
  visitor.post('/api/sign-in/password', { email: `${name}@riverton.example`, password: given })
const finish = async (name: string, code: string, way = 'totp'): Promise<Answered> =>
  await visitor.post(`/api/sign-in/${way}`, { ticket: textOf(await begin(name), 'ticket'), code })

test('invited, enrolled, signed in by password and code; a code is taken once', async () => {
  const { seed, person } = await enrolled('alvarez')
  assert.equal(await whoIs(person), 'alvarez')
  const first = await finish('alvarez', codeOf(seed))
  assert.equal(first.status, 200)
  const cookie = first.headers['set-cookie']?.toString() ?? ''
  assert.match(cookie, /^decorum=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.equal(refusalOf(await finish('alvarez', codeOf(seed))), noMatch)
  town.pass({ seconds: 30 })
  assert.equal((await finish('alvarez', codeOf(seed))).status, 200)
  const stored = await town.db.selectFrom('totp').select('sealed').execute()
  assert.ok(stored.every(({ sealed }) => !sealed.includes(seed)))
})

test('a recovery code stands in once', async () => {
  const { codes } = await enrolled('bell')
  assert.equal(codes.length, 10)
  const [first = '', second = ''] = codes
  assert.equal((await finish('bell', first.toUpperCase().replaceAll('-', ' '), 'recovery')).status, 200)
  assert.equal(refusalOf(await finish('bell', first, 'recovery')), noMatch)
  assert.equal((await finish('bell', second, 'recovery')).status, 200)
})

test('five failed tries lock until an administrator releases; a sixth right one changes nothing', async () => {
  const { seed } = await enrolled('grant')
  for (let tries = 0; tries < 5; tries++)
    assert.equal(refusalOf(await begin('grant', 'wrong and wrong again')), noMatch)
  assert.equal(refusalOf(await begin('grant')), noMatch)
  town.pass({ hours: 20 })
  assert.equal(refusalOf(await begin('grant')), noMatch, 'time does not release')
  const jones = await town.signedIn('jones')
  const page = z.looseObject({ locked: z.object({ because: z.string() }).nullable() })
  const locked = page.parse((await jones.get('/api/members/grant')).body)
  assert.equal(locked.locked?.because, '5 tries failed within 15 minutes')
  const bell = await town.signedIn('bell')
  assert.equal(page.parse((await bell.get('/api/members/grant')).body).locked, null, 'nobody else sees it')
  assert.equal((await jones.post('/api/members/grant/release')).status, 200)
  assert.equal((await finish('grant', codeOf(seed))).status, 200)
  const kinds = await ledgerOf('grant')
  assert.equal(kinds.filter((kind) => kind === 'session.refuse').length, 7)
  assert.deepEqual(
    kinds.filter((kind) => kind.startsWith('lock.')),
    ['lock.set', 'lock.release'],
  )
})

const triesOf = async (who: string): Promise<number> =>
  (await town.db.selectFrom('failedTry').selectAll().where('who', '=', who).execute()).length

test('of tries that come at once one is looked at, and never more than five', async () => {
  await enrolled('hale')
  let turnedAway = 0
  for (let rounds = 0; rounds < 6; rounds++) {
    const wrong = Array.from({ length: 12 }, (_, n) => begin('hale', `wrong guess ${rounds} number ${n}`))
    for (const { status } of await Promise.all(wrong)) if (status === 429) turnedAway++
    assert.ok((await triesOf('hale')) <= 5)
  }
  assert.equal(await triesOf('hale'), 5)
  assert.ok(turnedAway > 0)
  assert.equal(refusalOf(await begin('hale')), noMatch)
})

test('tries far apart do not lock', async () => {
  const { seed } = await enrolled('ito')
  for (let tries = 0; tries < 8; tries++) {
    await begin('ito', 'wrong and wrong again')
    town.pass({ minutes: 4 })
  }
  assert.equal((await finish('ito', codeOf(seed))).status, 200)
})

test('a name nobody has is answered as one that somebody has, to the word and to the lock', async () => {
  const answers = new Set<string>()
  for (let tries = 0; tries < 7; tries++) answers.add(refusalOf(await begin('nobody', 'a wrong password')))
  assert.deepEqual([...answers], [noMatch])
  const tries = await town.db.selectFrom('failedTry').select('who').execute()
  assert.equal(tries.filter(({ who }) => /^[0-9a-f]{64}$/.test(who)).length, 5)
})

test('still for thirty minutes it locks; after twelve hours it ends; what is used stays', async () => {
  const bell = await town.signedIn('bell')
  town.pass({ minutes: 29 })
  assert.equal(await whoIs(bell), 'bell')
  town.pass({ minutes: 29 })
  assert.equal(await whoIs(bell), 'bell')
  town.pass({ minutes: 30 })
  assert.equal(await whoIs(bell), 'idle')
  assert.match(refusalOf(await bell.get('/api/waiting')), /^401 unauthenticated: it was still for thirty/)
  const again = await town.signedIn('bell')
  for (let spent = 0; spent < 12 * 60 - 20; spent += 20) {
    assert.equal(await whoIs(again), 'bell')
    town.pass({ minutes: 20 })
  }
  town.pass({ minutes: 20 })
  assert.equal(await whoIs(again), 'age')
})

test('a grave move wants that one has just shown who one is', async () => {
  const { seed, person } = await enrolled('jones')
  assert.equal((await person.post('/api/members/chen/invitation')).status, 200)
  town.pass({ minutes: 5 })
  const refused = await person.post('/api/members/chen/invitation')
  assert.equal(refusalOf(refused), '403 unconfirmed: this is grave; please show once more that it is you')
  assert.equal(refusalOf(await person.post('/api/confirm', { password, code: '000000' })), noMatch)
  assert.equal((await person.post('/api/confirm', { password, code: codeOf(seed) })).status, 200)
  assert.equal((await person.post('/api/members/chen/invitation')).status, 200)
  assert.equal(refusalOf(await person.post('/api/confirm', {})), noMatch, 'only a demonstration asks nothing')
})

test('a session that nobody used for half an hour is over, and no place where I am signed in', async () => {
  await town.signedIn('kim')
  town.pass({ minutes: 31 })
  const here = await town.signedIn('kim')
  const list = z.object({ sessions: z.array(z.object({ isThis: z.boolean() })) })
  const { sessions } = list.parse((await here.get('/api/me/credentials')).body)
  assert.deepEqual(sessions, [{ isThis: true }])
})

test('my sessions: seen, ended one by one, and all others by a new password', async () => {
  const here = await town.signedIn('lopez')
  const there = await town.signedIn('lopez')
  const list = z.object({ sessions: z.array(z.object({ sessionId: z.string(), isThis: z.boolean() })) })
  const { sessions } = list.parse((await here.get('/api/me/credentials')).body)
  assert.deepEqual(
    sessions.map((one) => one.isThis).toSorted((a, b) => Number(a) - Number(b)),
    [false, true],
  )
  const other = sessions.find((one) => !one.isThis)?.sessionId ?? ''
  assert.equal((await here.send('DELETE', `/api/me/sessions/${other}`)).status, 200)
  assert.equal(await whoIs(there), 'elsewhere')
  const third = await town.signedIn('lopez')
  const weak = await here.post('/api/me/credentials/password', { password: 'Riverton2026!!' })
  assert.match(refusalOf(weak), /^400 malformed: this is among the first that would be tried/)
  const long = { password: 'seven quiet herons by the weir' }
  const key = { 'idempotency-key': newId() }
  const url = '/api/me/credentials/password'
  assert.equal((await here.send('POST', url, long, key)).status, 200)
  assert.equal((await here.send('POST', url, long, key)).status, 200, 'the same again')
  const another = await here.send('POST', url, { password: 'eight quiet herons by the weir' }, key)
  assert.match(refusalOf(another), /^409 conflict: this idempotency key was used for something else/)
  assert.equal(await whoIs(third), 'elsewhere')
  assert.equal(await whoIs(here), 'lopez')
})

test('whoever leaves is out at once, and cannot come back', async () => {
  const { person } = await enrolled('chen')
  const jones = await town.signedIn('jones')
  const on = dayIn(town.agency.zone, town.now())
  const { member } = z
    .object({ member: z.looseObject({ version: z.int() }) })
    .parse((await jones.get('/api/members/chen')).body)
  const left = await jones.patch('/api/members/chen', { version: member.version, to: on })
  assert.equal(left.status, 200, JSON.stringify(left.body))
  assert.equal(await whoIs(person), 'elsewhere')
  assert.equal(refusalOf(await begin('chen')), noMatch)
})

test('what was unused for ninety days is locked', async () => {
  const { seed } = await enrolled('kim')
  town.pass({ hours: 24 * 91 })
  assert.equal(refusalOf(await finish('kim', codeOf(seed))), noMatch)
  assert.equal((await (await town.signedIn('jones')).post('/api/members/kim/release')).status, 200)
  town.pass({ seconds: 30 })
  assert.equal((await finish('kim', codeOf(seed))).status, 200)
})

test('a passkey is enrolled and signs in; a touch alone, another place or an old counter do not', async () => {
  const { host } = town.agency
  const passkey = softPasskey(host, `http://${host}`)
  const options = z.object({ ticket: z.string(), options: z.looseObject({ challenge: z.string() }) })
  const asked = async (url: string, person = visitor): Promise<{ ticket: string; challenge: string }> => {
    const { ticket, options: given } = options.parse((await person.post(url)).body)
    return { ticket, challenge: given.challenge }
  }
  const code = await invited('diaz')
  const made = await asked(`/api/invitations/${code}/passkey`)
  const accepted = await visitor.post(`/api/invitations/${code}`, {
    ticket: made.ticket,
    response: passkey.create(made.challenge),
    label: 'Key ring',
  })
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  const diaz = browser(accepted)
  assert.equal(await whoIs(diaz), 'diaz')
  const signIn = async (how?: Parameters<typeof passkey.get>[1]): Promise<Answered> => {
    const { ticket, challenge } = await asked('/api/sign-in/passkey/options')
    return await visitor.post('/api/sign-in/passkey', { ticket, response: passkey.get(challenge, how) })
  }
  const good = await signIn()
  assert.equal(good.status, 200, JSON.stringify(good.body))
  assert.equal(await whoIs(browser(good)), 'diaz')
  for (const how of [{ unlocked: false }, { origin: 'http://riverton.example' }, { counter: 1 }])
    assert.equal(refusalOf(await signIn(how)), '401 unauthenticated: this passkey is not known here')
  const { ticket, challenge } = await asked('/api/sign-in/passkey/options')
  const response = passkey.get(challenge, { counter: 9 })
  assert.equal((await visitor.post('/api/sign-in/passkey', { ticket, response })).status, 200)
  const replayed = await visitor.post('/api/sign-in/passkey', { ticket, response })
  assert.match(refusalOf(replayed), /^401 unauthenticated: that took longer than five minutes/)
  town.pass({ minutes: 6 })
  assert.equal(
    (await diaz.put('/api/members/bell/undercover', { undercover: true, purpose: 'assigned' })).status,
    403,
  )
  const again = await asked('/api/confirm/passkey/options', diaz)
  const shown = { ticket: again.ticket, response: passkey.get(again.challenge, { counter: 12 }) }
  assert.equal((await diaz.post('/api/confirm/passkey', shown)).status, 200)
  const set = await diaz.put('/api/members/bell/undercover', { undercover: true, purpose: 'assigned' })
  assert.equal(set.status, 200, JSON.stringify(set.body))
  const { passkeys } = z
    .looseObject({ passkeys: z.array(z.object({ passkeyId: z.string() })) })
    .parse((await diaz.get('/api/me/credentials')).body)
  const last = await diaz.send('DELETE', `/api/me/credentials/passkeys/${passkeys[0]?.passkeyId}`)
  assert.equal(refusalOf(last), '409 conflict: it is the last way in; add another first')
})

test('whom a lock keeps out is let in by an invitation, with their recovery codes', async () => {
  await enrolled('diaz')
  for (let tries = 0; tries < 5; tries++) await begin('diaz', 'wrong and wrong again')
  assert.equal(refusalOf(await begin('diaz')), noMatch)
  const again = await enrolled('diaz')
  assert.equal(again.codes.length, 10)
  assert.equal(await whoIs(again.person), 'diaz')
  town.pass({ hours: 24 * 91 })
  const { seed, person } = await enrolled('diaz')
  assert.equal(await whoIs(person), 'diaz')
  assert.equal((await finish('diaz', codeOf(seed))).status, 200)
  assert.deepEqual(
    (await ledgerOf('diaz')).filter((kind) => kind.startsWith('lock.')),
    ['lock.set', 'lock.release', 'lock.set', 'lock.release'],
  )
})

test('without a demonstration there is no demo sign-in', async () => {
  assert.equal((await visitor.get('/api/demo/members')).status, 404)
  assert.equal((await visitor.post('/api/demo/sign-in', { memberId: 'diaz' })).status, 404)
})
