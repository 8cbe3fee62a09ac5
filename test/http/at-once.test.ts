import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAttempt } from '../../src/adoption/acknowledge-store.ts'
import { versionDetailSchema } from '../../src/adoption/schema.ts'
import { newApp } from '../../src/platform/http.ts'
import { adoptIn } from '../adopted-town.ts'
import { buildTown, townPeople, type Answered } from '../town.ts'

const town = await buildTown()
const statuses = (both: readonly Answered[]): number[] =>
  both.map(({ status }) => status).toSorted((a, b) => a - b)

test('what PostgreSQL lets only one of two do is a conflict; any other error of its is a fault', async () => {
  const app = await newApp({ origin: 'http://riverton.localhost', log: false, rate: 100, clock: town.now })
  app.get('/:code', (request) => {
    const { code } = Object.assign({ code: '' }, request.params)
    throw Object.assign(new Error('duplicate key'), { code })
  })
  const answers = ['23505', '40P01', '40001', '23503'].map((code) => app.inject({ url: `/${code}` }))
  assert.deepEqual(
    (await Promise.all(answers)).map(({ statusCode }) => statusCode),
    [409, 409, 409, 500],
  )
  await app.close()
})

test('two acknowledgements at once: one stands, the other is told', async () => {
  const versionId = await adoptIn(town, 'hartford-3-01a')
  const jones = await town.signedIn('jones')
  const { digest } = versionDetailSchema.parse((await jones.get(`/api/orders/${versionId}`)).body)
  for (const name of townPeople) {
    const agencyId = 'riverton'
    await town.does(name, 'acknowledgement.answer', (tx, record) =>
      addAttempt(tx, record, { agencyId, by: name, at: town.now() }, versionId, {
        attempt: 1,
        answers: [],
        right: 5,
        passed: true,
      }),
    )
    const person = await town.signedIn(name)
    const send = (): Promise<Answered> =>
      person.post('/api/acknowledgement', { versionId, digest, read: true })
    assert.deepEqual(statuses(await Promise.all([send(), send()])), [200, 409], name)
  }
})

test('two members with one badge at once: one is added, the other is told', async () => {
  const jones = await town.signedIn('jones')
  for (let badge = 900; badge < 910; badge++) {
    const send = (name: string): Promise<Answered> =>
      jones.post('/api/members', { kind: 'sworn', name, badge: String(badge), from: '2026-01-01' })
    assert.deepEqual(statuses(await Promise.all([send('Ann Ash'), send('Bob Birch')])), [200, 409])
  }
})
