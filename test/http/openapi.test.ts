import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { z } from 'zod'
import { adoptIn } from '../adopted-town.ts'
import { buildTown } from '../town.ts'

const town = await buildTown()
const described = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        summary: z.string(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
})

test('the published description is valid OpenAPI 3.1 and leaves no route without a name and an answer', async () => {
  const { status, body } = await town.visitor.get('/api/openapi.json')
  assert.equal(status, 200)
  const given = described.parse(body)
  assert.equal(given.openapi, '3.1.0')
  const { valid, errors } = await new Validator().validate(
    structuredClone(z.record(z.string(), z.unknown()).parse(body)),
  )
  assert.ok(valid, JSON.stringify(errors))
  const operations = Object.values(given.paths).flatMap((path) => Object.values(path))
  assert.ok(operations.length > 60, `only ${operations.length} operations are described`)
  const names = operations.map((operation) => operation.operationId)
  assert.deepEqual(
    names.filter((name, place) => names.indexOf(name) !== place),
    [],
    'each has a name of its own',
  )
  const silent = operations.filter((operation) =>
    Object.keys(operation.responses).every((code) => code.startsWith('4')),
  )
  assert.deepEqual(
    silent.map((operation) => operation.operationId),
    [],
    'each says what it answers',
  )
})

test('the check finds fault with a broken description', async () => {
  const { valid } = await new Validator().validate({ openapi: '3.1.0', info: { title: 'x' }, paths: {} })
  assert.equal(valid, false)
})

test('what every browser reads is compressed; what holds anything of a person is not', async () => {
  const asked = { 'accept-encoding': 'br', host: town.agency.host }
  await adoptIn(town, 'hartford-3-01a')
  const order = await town.app.inject({ url: '/api/self-check/order', headers: asked })
  assert.deepEqual([order.statusCode, order.headers['content-encoding']], [200, 'br'])
  const session = await town.app.inject({ url: '/api/session', headers: asked })
  assert.deepEqual([session.statusCode, session.headers['content-encoding']], [200, undefined])
})
