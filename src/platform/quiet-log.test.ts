import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Writable } from 'node:stream'
import Fastify from 'fastify'
import { quietLog } from './quiet-log.ts'

/** What the log says when this is logged. */
function told(log: (logger: ReturnType<typeof Fastify>['log']) => void): string {
  let said = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      said += chunk.toString()
      done()
    },
  })
  log(Fastify({ logger: { level: 'info', stream, ...quietLog } }).log)
  return said
}

test('an error is told by its kind and place, without an address of anybody, in whatever way it is logged', () => {
  const addresses = ['127.0.0.1', '203.0.113.9', '::1', '2001:db8::7']
  const errors = addresses.map((address) => new Error(`connect ECONNREFUSED ${address}:5432`))
  errors.push(new AggregateError([...errors], 'all of them'), new Error('outer', { cause: errors[1] }))
  for (const err of errors)
    for (const said of [
      told((log) => log.error(err)),
      told((log) => log.error({ err })),
      told((log) => log.error({ err }, err.message)),
      told((log) => log.error({ err }, 'fault')),
    ]) {
      for (const address of addresses) assert.ok(!said.includes(address), said)
      assert.match(said, /"stack":" *at /)
    }
  assert.match(
    told((log) => log.error({ err: errors[0] }, 'fault')),
    /ECONNREFUSED …/,
  )
  assert.match(
    told((log) => log.error(new Error('at 12:30:15 of version 1.2.3'))),
    /12:30:15 of version 1\.2\.3/,
  )
  assert.match(
    told((log) => log.info('listening')),
    /"msg":"listening"/,
  )
})
