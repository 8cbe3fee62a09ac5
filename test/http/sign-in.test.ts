import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { Secret, TOTP } from 'otpauth'
import { personAt, buildTown, type Answered, type Person } from '../town.ts'

const town = await buildTown()
const { visitor } = town
const password = 'river otter sings at 9'

const codeOf = (seed: string): string =>
  new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: Date.parse(town.now()) })
const refusalOf = (answer: Answered): string =>
  `${answer.status} ${z.object({ error: z.object({ code: z.string(), sentence: z.string() }) }).parse(answer.body).error.sentence}`
const said = (answer: Answered, schema: { [key: string]: z.ZodType<string> }): { [key: string]: string } => {
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return z.looseObject(schema).pipe(z.record(z.string(), z.any())).parse(answer.body)
}

/** Invites a member and lets them set a password and an authenticator app; gives the seed and the recovery codes. */
async function enrolled(name: string): Promise<{ seed: string; codes: string[]; person: Person }> {
  const jones = await town.signedIn('jones')
  const { code } = said(await jones.post(`/api/members/${name}/invitation`), { code: z.string() })
  const offer = said(await visitor.post(`/api/invitations/${code}/totp`), {
    ticket: z.string(),
    secret: z.string(),
  })
  const seed = offer['secret'] ?? ''
  const accepted = await visitor.post(`/api/invitations/${code}`, {
    ticket: offer['ticket'],
    password,
    code: codeOf(seed),
  })
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  const { recoveryCodes } = z.object({ recoveryCodes: z.array(z.string()) }).parse(accepted.body)
  assert.equal((await visitor.get(`/api/invitations/${code}`)).status, 404, 'an invitation is good once')
  town.pass({ minutes: 1 })
  const person = personAt(town.app, town.agency.host, name, accepted.cookie)
  return { seed, codes: recoveryCodes, person }
}

const begin = (name: string, with_ = password): Promise<Answered> =>
  visitor.post('/api/sign-in/password', { email: `${name}@riverton.example`, password: with_ })
async function ticketOf(name: string): Promise<string> {
  return said(await begin(name), { ticket: z.string() })['ticket'] ?? ''
}

test('invited, enrolled, signed in by password and code; a code is taken once', async () => {
  const { seed, person } = await enrolled('alvarez')
  assert.equal(
    z
      .looseObject({ member: z.looseObject({ memberId: z.string() }) })
      .parse((await person.get('/api/session')).body).member.memberId,
    'alvarez',
  )
  const code = codeOf(seed)
  const first = await visitor.post('/api/sign-in/totp', { ticket: await ticketOf('alvarez'), code })
  assert.equal(first.status, 200)
  assert.match(
    String(first.headers['set-cookie']),
    /^decorum=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const again = await visitor.post('/api/sign-in/totp', { ticket: await ticketOf('alvarez'), code })
  assert.match(refusalOf(again), /^401 that does not match/)
  town.pass({ seconds: 30 })
  const next = await visitor.post('/api/sign-in/totp', {
    ticket: await ticketOf('alvarez'),
    code: codeOf(seed),
  })
  assert.equal(next.status, 200)
})
