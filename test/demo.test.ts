import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { after, test } from 'node:test'
import pg from 'pg'
import { z } from 'zod'
import { verify } from '../src/ledger/verify.ts'
import { demoMembersSchema, sessionSchema } from '../src/members/session-schema.ts'
import { accountsSchema } from '../src/accounts/schema.ts'
import { waitingListSchema } from '../src/members/schema.ts'
import { requestSchema, requestsSchema } from '../src/permissions/schema.ts'
import { holidaysSchema } from '../src/records/requests/settings-schema.ts'
import { holidaysAfter } from '../src/server/demo/holidays.ts'
import { now } from '../src/platform/clock.ts'
import { dayIn } from '../src/platform/day.ts'
import { openHouse } from '../src/server/house.ts'

const decorum = join(import.meta.dirname, '..', 'bin', 'decorum.mjs')
const folder = mkdtempSync(join(tmpdir(), 'decorum-demo-'))
// PostgreSQL, as another user than root, must be able to pass through.
chmodSync(folder, 0o755)
const data = join(folder, 'data')
const port = await freePort()
const origin = `http://localhost:${port}`
const running: ChildProcess[] = []
after(async () => {
  for (const child of running) child.kill('SIGKILL')
  const note = join(data, 'postgres', 'postmaster.pid')
  if (existsSync(note)) process.kill(Number(readFileSync(note, 'utf8').split('\n')[0]), 'SIGQUIT')
  await rm(folder, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  said: () => string
  /** What it said, when a line has come or it has ended. */
  until: (line: RegExp) => Promise<string>
  ended: Promise<number | null>
}

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [decorum, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let text = ''
  const ended = once(child, 'exit').then(() => child.exitCode)
  const until = (line: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (line.test(text)) resolve(text)
      }
      look()
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', look)
      void ended.then(() => reject(new Error(`it ended before it said ${String(line)}:\n${text}`)))
    })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  return { child, said: () => text, until, ended }
}

const demo = (...more: string[]): Started =>
  start('demo', '--fast', '--log', '--data', data, '--port', String(port), ...more)

interface Person {
  get: <T>(schema: z.ZodType<T>, url: string) => Promise<T>
  post: (url: string, body: object) => Promise<Response>
}

function personWith(cookie: string): Person {
  const headers = { cookie, origin, 'content-type': 'application/json' }
  return {
    get: async (schema, url) => schema.parse(await (await fetch(`${origin}${url}`, { headers })).json()),
    post: (url, body) =>
      fetch(`${origin}${url}`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': `test-${String(keys++).padStart(8, '0')}` },
        body: JSON.stringify(body),
      }),
  }
}
let keys = 0
const visitor = personWith('')

async function signedIn(name: string): Promise<Person> {
  const { items } = await visitor.get(demoMembersSchema, '/api/demo/members')
  const memberId = items.find((one) => one.name === name)?.memberId
  const answer = await visitor.post('/api/demo/sign-in', { memberId })
  assert.equal(answer.status, 200, `${name} signs in`)
  return personWith((answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '')
}

const first = demo()
const opening = await first.until(/Ctrl-C stops it/)

test('a small town opens on one address, says that it is a demonstration, and has a year behind it', async () => {
  assert.ok(opening.includes(`Riverton is open: ${origin}/`), opening)
  const session = await visitor.get(sessionSchema, '/api/session')
  assert.equal(session.demo, true)
  const { items: people } = await visitor.get(demoMembersSchema, '/api/demo/members')
  const named = [...opening.matchAll(/^ {2}(\w+ \w+) {2,}/gm)].map(([, name]) => name)
  assert.equal(named.length, 9)
  assert.ok(
    named.every((name) => people.some((one) => one.name === name)),
    named.join(),
  )
  const chief = await signedIn('Dan Diaz')
  const { items } = await chief.get(requestsSchema, '/api/requests?limit=200')
  assert.ok(items.length >= 10, `${items.length} requests`)
  const states = new Set(items.map(({ state }) => state))
  for (const state of ['approved', 'disapproved', 'awaiting-decision', 'with-counsel'] as const)
    assert.ok(states.has(state), `none is ${state}: ${[...states].join()}`)
  const order = await chief.get(
    z.object({ provisions: z.array(z.object({ verbatim: z.string().nullable() })) }),
    '/api/order',
  )
  assert.ok(order.provisions.filter(({ verbatim }) => verbatim !== null).length > 70)
  const { items: closed } = await (await signedIn('Luz Lopez')).get(holidaysSchema, '/api/holidays')
  const thisYear = holidaysAfter(dayIn('America/New_York', now())).slice(0, 12)
  assert.deepEqual(
    thisYear.filter(([day]) => !closed.some((one) => one.day === day)),
    [],
    'the law’s clock leaves this year’s holidays out',
  )
})

test('nobody decided on their own request, and every deciding step has somebody’s name', async () => {
  const chief = await signedIn('Dan Diaz')
  const { items } = await chief.get(requestsSchema, '/api/requests?limit=200')
  let decided = 0
  for (const { requestId, author } of items) {
    const { steps } = await chief.get(requestSchema, `/api/requests/${requestId}`)
    for (const { office, by } of steps.filter((step) => step.office !== null)) {
      decided++
      assert.ok(by && by.memberId !== author.memberId, `${requestId}: ${office}`)
    }
  }
  assert.ok(decided >= 10, `${decided} steps of an office`)
})

const wallSchema = z.object({
  posts: z.array(z.object({ id: z.string(), parentId: z.string().nullable(), text: z.string() })),
})
/** What stands on a made-up network, by the address that the first page links to. */
async function wallOf(url: string): Promise<z.infer<typeof wallSchema>['posts']> {
  return wallSchema.parse(await (await fetch(`${url}visitor`)).json()).posts
}

test('the year in public: licensed pages, posts on every network, notices in force, comments hidden and appealed', async () => {
  const west = await signedIn('Will West')
  const { items: pages } = await west.get(accountsSchema, '/api/accounts')
  assert.deepEqual(pages.map(({ network, state }) => `${network} ${state}`).toSorted(), [
    'bluesky live',
    'facebook live',
    'mastodon live',
    'mastodon proposed',
    'site live',
  ])
  const { networks } = await visitor.get(demoMembersSchema, '/api/demo/members')
  assert.equal(networks.length, 3)
  for (const { name, url } of networks) {
    const posts = await wallOf(url)
    assert.ok(posts.filter(({ parentId }) => parentId === null).length >= 6, `posts on ${name}`)
    assert.ok(posts.filter(({ parentId }) => parentId !== null).length >= 3, `comments on ${name}`)
  }
  const front = await (await fetch(`${origin}/public`)).text()
  assert.match(front, /Elm Street closed/)
  const log = z.object({
    totals: z.object({ hidden: z.number(), restored: z.number(), appeals: z.number() }),
    neutrality: z.array(z.unknown()),
  })
  const { totals, neutrality } = await visitor.get(log, '/public/moderation.json')
  assert.deepEqual([totals.hidden, totals.restored, totals.appeals], [4, 1, 2])
  assert.ok(neutrality.length >= 1, `${neutrality.length} quarters were published`)
  const { items } = await (await signedIn('Dan Diaz')).get(waitingListSchema, '/api/waiting')
  for (const kind of ['comments.appeal', 'notice.review', 'request.decide'])
    assert.ok(
      items.some((one) => one.kind === kind),
      `${kind} waits for the Chief`,
    )
  const stuck = await west.get(z.object({ items: z.array(z.unknown()) }), '/api/deliveries')
  assert.deepEqual(stuck.items, [], 'nothing of the story is stuck')
})

test('its ledger verifies from end to end, and its accounts are those that the ledger tells of', async () => {
  const house = await openHouse({ data, databaseUrl: undefined, ownerUrl: undefined })
  try {
    assert.equal(house.adopted, true)
    const open = async (): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString: house.ownerUrl })
      await client.connect()
      return client
    }
    const verdict = await verify(open, 'riverton')
    assert.deepEqual(verdict.findings, [])
    const client = await open()
    const { rows } = await client.query<{ requests: number; told: number; checkpoints: number }>(`
      select (select count(*) from request)::int as requests,
        (select count(*) from ledger_entry where kind in ('requests.ask', 'permissions.renew'))::int as told,
        (select count(*) from ledger_checkpoint)::int as checkpoints`)
    await client.end()
    const [counted] = rows
    assert.ok(counted && counted.requests >= 10)
    assert.equal(counted.requests, counted.told)
    assert.ok(counted.checkpoints > 30, `${counted.checkpoints} checkpoints`)
  } finally {
    await house.close()
  }
})

test('whoever looks at a house that is served leaves it running; a second server is told', async () => {
  assert.equal((await fetch(`${origin}/ready`)).status, 200)
  const second = start('serve', '--data', data, '--port', String(await freePort()))
  assert.equal(await second.ended, 2)
  assert.match(second.said(), /another decorum serves .* already/)
  assert.equal((await fetch(`${origin}/ready`)).status, 200, 'the first goes on')
})

test('the log of busy minutes holds nobody’s name, address or words', async () => {
  const alvarez = await signedIn('Ana Alvarez')
  const secret = 'Zinnober words that nobody else would write'
  await alvarez.post('/api/rulings', { text: secret })
  await alvarez.post('/api/requests', { matter: secret, content: {} })
  await visitor.post('/api/sign-in/password', { email: 'alvarez@riverton.example', password: secret })
  await fetch(`${origin}/api/members/${encodeURIComponent(secret)}?find=Alvarez`)
  await fetch(`${origin}/api/sign-in/password`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'idempotency-key': 'test-broken-1' },
    body: `{"email": "${secret}`,
  })
  await first.until(/"route":"\/api\/rulings"/)
  // The whole of the log, from its first line on; what is said to whoever started it is no log.
  const lines = first
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  assert.ok(lines.length > 20, `${lines.length} lines`)
  for (const words of [
    'Alvarez',
    'alvarez',
    'riverton.example',
    'Zinnober',
    'Dan Diaz',
    '127.0.0.1',
    '[::1]',
  ])
    assert.deepEqual(
      lines.filter((line) => line.includes(words)),
      [],
      `the log says ${words}`,
    )
})

test('killed, it leaves its database running; the next start adopts it, and a stop leaves nothing', async () => {
  const { networks } = await visitor.get(demoMembersSchema, '/api/demo/members')
  const url = networks[0]?.url ?? ''
  const [post] = await wallOf(url)
  const wrote = 'A resident wrote this before the power failed.'
  const sent = { parentId: post?.id, handle: 'evans', text: wrote }
  await fetch(`${url}visitor`, { method: 'POST', body: JSON.stringify(sent) })
  const kept = join(data, 'networks.json')
  while (!readFileSync(kept, 'utf8').includes(wrote)) await pause(200)
  first.child.kill('SIGKILL')
  await first.ended
  assert.ok(existsSync(join(data, 'postgres', 'postmaster.pid')))
  const again = demo()
  const said = await again.until(/Ctrl-C stops it/)
  assert.match(said, /left by one that was killed/)
  assert.match(said, /stands as it was left/)
  await signedIn('Cora Chen')
  assert.ok((await wallOf(url)).some(({ text }) => text === wrote))
  again.child.kill('SIGINT')
  assert.equal(await again.ended, 0, again.said())
  assert.ok(!existsSync(join(data, 'postgres', 'postmaster.pid')), 'PostgreSQL was stopped')
  await assert.rejects(fetch(`${origin}/ready`))
  await assert.rejects(fetch(url), 'the made-up networks are gone')
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
