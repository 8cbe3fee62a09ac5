import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { startFake } from './fake.ts'
import { faults, seededFaults, type Fault } from './faults.ts'
import { emptyWall } from './wall.ts'

const listed = z.object({ posts: z.array(z.object({ text: z.string() })) })
const clock = (): string => '2026-11-21T15:00:00.000Z'
const wall = emptyWall(clock, {
  post: (_by, n) => `p${n}`,
  visitor: (handle, name) => ({ remoteId: `v:${handle}`, handle, name }),
})
const pio = { remoteId: 'd', handle: 'riverton', name: 'Riverton Police' }
const fake = await startFake(
  {
    version: 'a test network 1',
    wall,
    answer: (call) => ({ status: 200, body: wall.put({ by: pio, parentId: null, text: String(call.body) }) }),
    says: {
      internal: { status: 500, body: { error: 'internal' } },
      limited: (seconds) => ({ status: 429, body: {}, headers: { 'retry-after': String(seconds) } }),
      expired: () => ({ status: 401, body: { error: 'expired' } }),
    },
  },
  { retryAfter: 7 },
)
after(() => fake.stop())

const send = async (text: string): Promise<string> => {
  const signal = AbortSignal.timeout(300)
  try {
    const answer = await fetch(`${fake.url}/api`, { method: 'POST', body: text, signal })
    const wait = answer.headers.get('retry-after')
    await answer.json()
    return [answer.status, wait].filter(Boolean).join(' ')
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : error instanceof DOMException ? 'silence' : 'cut'
  }
}

const row = (seed: number): Fault[] => {
  const next = seededFaults(seed, 0.3)
  return Array.from({ length: 1000 }, () => next())
}

test('each fault does what its name says: to the caller, and to what is on the wall', async () => {
  const seen: { [fault: string]: readonly [string, boolean] } = {}
  for (const fault of faults) {
    fake.fail(() => fault)
    const answer = await send(fault)
    seen[fault] = [answer, [...wall.posts.values()].some(({ text }) => text === fault)]
  }
  fake.fail(() => 'none')
  const expected: { [name in Fault]: readonly [string, boolean] } = {
    none: ['200', true],
    '500-before': ['500', false],
    '500-after': ['500', true],
    '429': ['429 7', false],
    'timeout-before': ['silence', false],
    'timeout-after': ['silence', true],
    'cut-body-after': ['cut', true],
    'bad-json-after': ['no JSON', true],
    'expired-token': ['401', false],
    'slow-drip': ['200', true],
  }
  assert.deepEqual(seen, expected)
})

test('faults from a seed are the same again, as many as were asked for, of every kind', () => {
  assert.deepEqual(row(7), row(7))
  assert.notDeepEqual(row(7), row(8))
  const failing = row(7).filter((fault) => fault !== 'none')
  assert.ok(failing.length > 250 && failing.length < 350, `${failing.length}`)
  assert.equal(new Set(failing).size, faults.length - 1)
})

test('a visitor writes, edits and deletes, by JSON and by the forms of the page, whatever fails elsewhere', async () => {
  const post = wall.put({ by: pio, parentId: null, text: 'Road <closed>' })
  fake.fail(() => '500-before')
  const ask = async (
    method: string,
    body: { [key: string]: string },
  ): Promise<{ status: number; id: string }> => {
    const answer = await fetch(`${fake.url}/visitor`, { method, body: JSON.stringify(body) })
    const made = z.object({ id: z.string().default('') }).parse(await answer.json())
    return { status: answer.status, id: made.id }
  }
  const made = await ask('POST', { parentId: post.id, handle: 'evans', text: 'Why?' })
  assert.equal(made.status, 201)
  assert.equal((await ask('PATCH', { id: made.id, text: 'Why, "please"?' })).status, 200)
  assert.equal((await ask('POST', { parentId: 'nowhere', handle: 'fox', text: 'x' })).status, 404)
  assert.equal((await ask('PATCH', { id: made.id })).status, 400)

  const page = async (): Promise<string> =>
    (await fetch(`${fake.url}/@riverton/${post.id}`, { headers: { accept: 'text/html' } })).text()
  assert.match(await page(), /Road &lt;closed&gt;[\s\S]*Why, &quot;please&quot;\?/)
  const form = (fields: { [key: string]: string }): Promise<Response> =>
    fetch(`${fake.url}/visitor`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  assert.equal((await form({ does: 'POST', parentId: made.id, handle: 'fox', text: 'Below' })).status, 303)
  assert.equal((await form({ does: 'DELETE', id: made.id })).status, 303)
  assert.doesNotMatch(await page(), /please/)
  const { posts } = listed.parse(await (await fetch(`${fake.url}/visitor`)).json())
  assert.ok(posts.some(({ text }) => text === 'Below'))
  fake.fail(() => 'none')
})

test('a wall gives a thread whole, the oldest first, and answers to what was deleted no more', () => {
  const root = wall.put({ by: pio, parentId: null, text: 'root' })
  const a = fake.write('a', root.id, 'a')
  const b = fake.write('b', root.id, 'b')
  const c = fake.write('c', a.id, 'c')
  assert.deepEqual(wall.below(root.id), [a, b, c])
  assert.deepEqual(wall.children(root.id), [a, b])
  assert.equal(c.rootId, root.id)
  wall.erase(a.id)
  assert.deepEqual(wall.below(root.id), [b])
})
