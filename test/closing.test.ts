import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeInTurn } from '../src/server/closing.ts'

test('what does not close hinders nothing after it, and is told at the end', async () => {
  const closed: string[] = []
  const closing = (name: string, fault?: Error) => async (): Promise<void> => {
    await Promise.resolve()
    closed.push(name)
    if (fault) throw fault
  }
  const lost = new Error('the connection was lost')
  await assert.rejects(closeInTurn([closing('server', lost), closing('ledgers'), closing('jobs')]), lost)
  assert.deepEqual(closed.splice(0), ['server', 'ledgers', 'jobs'])
  const other = new Error('the disk is full')
  await assert.rejects(
    closeInTurn([closing('server', lost), closing('ledgers', other), closing('jobs')]),
    (told) => told instanceof AggregateError && told.errors[0] === lost && told.errors[1] === other,
  )
  assert.deepEqual(closed.splice(0), ['server', 'ledgers', 'jobs'])
  await closeInTurn([closing('server'), closing('jobs')])
  assert.deepEqual(closed, ['server', 'jobs'])
})
