import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTown } from '../town.ts'

const town = await buildTown()

test('a visitor is nobody, a member is themselves', async () => {
  const visitor = await town.visitor.get('/api/session')
  assert.equal(visitor.status, 200)
  const alvarez = await town.signedIn('alvarez')
  const mine = await alvarez.get('/api/session')
  console.log(mine.body, visitor.body)
  const diaz = await (await town.signedIn('diaz')).get('/api/session')
  console.log(diaz.body)
  const out = await alvarez.post('/api/sign-out')
  console.log(out, (await alvarez.get('/api/session')).body, (await alvarez.get('/api/waiting')).body)
})
