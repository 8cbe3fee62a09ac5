import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { due } from '../../src/permissions/due.ts'
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
const { by, ask, seen, moves, asked, waits, ruling } = askingIn(town)
const tick = (): Promise<void> => due(town.db, town.agency, town.now())
const last = async (requestId: string): Promise<(string | null)[]> => {
  const { state, steps, consents } = await seen('alvarez', requestId)
  return [state, steps.at(-1)?.move ?? '', ...consents.map(({ answer }) => answer)]
}
const agree = async (name: Townsperson, requestId: string): Promise<number> => {
  const { version } = await seen(name, requestId)
  return (await (await by(name)).post(`/api/requests/${requestId}/consent`, { version, agrees: true })).status
}
const leaves = async (name: Townsperson): Promise<void> => {
  const to = town.now().slice(0, 10)
  const jones = await by('jones')
  const found = await jones.get(`/api/members/${name}`)
  const { version } = z.object({ member: z.object({ version: z.number() }) }).parse(found.body).member
  const { status, body } = await jones.patch(`/api/members/${name}`, { version, to })
  assert.equal(status, 200, JSON.stringify(body))
}

const act = (count: number): object => ({
  text: selfie,
  facts: { 'depicts.uniform': true, 'depicts.coworker': { count: String(count) } },
  consents: [],
})

test('a colleague who is silent too long is passed by with a mark; a person decides, and the judge hears no yes', async () => {
  const { requestId } = await ask('alvarez', asked({ coworkers: ['grant', 'hale'] }))
  await moves('alvarez', requestId, 'submit')
  assert.equal(await agree('hale', requestId), 200)
  for (const days of [2, 4, 6]) {
    town.pass({ hours: 48 })
    await tick()
    assert.deepEqual(await last(requestId), ['awaiting-consent', 'remind', null, 'agrees'], `day ${days}`)
  }
  town.pass({ hours: 25 })
  await tick()
  await tick()
  assert.deepEqual(await last(requestId), ['awaiting-endorsement', 'pass-silent', 'missing', 'agrees'])
  await moves('bell', requestId, 'endorse')
  await moves('chen', requestId, 'endorse')
  await moves('diaz', requestId, 'approve')
  const { permissionId } = await seen('alvarez', requestId)
  const judged = await ruling('alvarez', act(2))
  assert.ok(judged.covered.some((one) => one.permissionId === permissionId))
  const told = (citation: string, of: typeof judged): string | undefined =>
    of.provisions.find((one) => one.citation === citation)?.outcome
  assert.equal(told('IV.D.2', judged), 'needs-permission', 'of two who are shown one agreed')
})

test('a colleague who leaves is not waited for; what was asked is noted and goes on', async () => {
  const { requestId } = await ask('alvarez', asked({ coworkers: ['ito'] }))
  await moves('alvarez', requestId, 'submit')
  await tick()
  assert.deepEqual((await last(requestId))[0], 'awaiting-consent', 'while they serve')
  await leaves('ito')
  await tick()
  assert.deepEqual(await last(requestId), ['awaiting-endorsement', 'pass-vacant', 'left'])
})

test('where colleagues alone permit, neither silence nor leaving is a yes: it stalls, and a person decides', async () => {
  const { requestId } = await ask('alvarez', asked({ coworkers: ['grant'] }, { matter: 'coworker' }))
  await moves('alvarez', requestId, 'submit')
  town.pass({ hours: 24 * 7 + 1 })
  await tick()
  assert.deepEqual(await last(requestId), ['stalled', 'pass-silent', 'missing'])
  assert.ok(
    (await waits('alvarez')).some(({ kind, subject }) => kind === 'request.stalled' && subject === requestId),
  )
  await moves('alvarez', requestId, 'appeal', { remarks: 'Grant is away.' })
  await moves('lopez', requestId, 'uphold', { remarks: 'Grant must agree.', citation: 'IV.D.2' })
  assert.equal((await seen('alvarez', requestId)).state, 'upheld')
  const other = await ask('alvarez', asked({ coworkers: ['grant'] }, { matter: 'coworker' }))
  await moves('alvarez', other.requestId, 'submit')
  await leaves('grant')
  await tick()
  assert.deepEqual(await last(other.requestId), ['stalled', 'pass-vacant', 'left'])
})
