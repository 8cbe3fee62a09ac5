import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { networkOf } from '../../src/platform/rate.ts'
import { makeCallers } from '../../src/server/callers.ts'
import { buildTown, personAt } from '../town.ts'

const webFolder = mkdtempSync(join(tmpdir(), 'decorum-web-'))
await mkdir(join(webFolder, 'assets'))
await writeFile(join(webFolder, 'index.html'), '<!doctype html>')
await writeFile(join(webFolder, 'assets', 'app-1.js'), 'void 0')
const town = await buildTown({ rate: 30, signInRate: 20, webFolder })
after(() => rm(webFolder, { recursive: true, force: true }))

test('an address is held to its rate; whoever is signed in there, its files and its health are not', async () => {
  const { app, agency, visitor } = town
  const [diaz, bell] = [await town.signedIn('diaz'), await town.signedIn('bell')]
  for (const person of [diaz, bell]) assert.equal((await person.get('/api/session')).status, 200)
  const statuses: number[] = []
  for (let i = 0; i < 30; i++) statuses.push((await visitor.get('/api/session')).status)
  assert.deepEqual(
    [statuses[0], statuses[27], statuses[28]],
    [200, 200, 429],
    'two were spent by new sessions',
  )
  const madeUp = personAt(app, agency.host, '', `${app.house.cookieName}=${'x'.repeat(43)}`)
  assert.equal((await madeUp.get('/api/session')).status, 429, 'a made-up cookie counts for the address')
  for (let i = 0; i < 40; i++) {
    assert.equal((await visitor.get('/assets/app-1.js')).status, 200)
    assert.equal((await visitor.get('/health')).status, 200)
  }
  for (let i = 0; i < 30; i++) assert.equal((await diaz.get('/api/session')).status, 200)
  assert.equal((await diaz.get('/api/session')).status, 429, 'a session has a rate of its own')
  assert.equal((await bell.get('/api/session')).status, 200)
})

test('an address may try to sign in twenty times a minute, in all ways together, with a session or without', async () => {
  const hale = await town.signedIn('hale')
  const tries = [
    ['/api/sign-in/password', { email: 'nobody@riverton.example', password: 'not it at all' }],
    ['/api/sign-in/passkey/options', {}],
  ] as const
  for (let i = 0; i < 20; i++) {
    const [url, body] = tries[i % 2] ?? tries[0]
    const { status } = await town.visitor.post(url, body)
    assert.notEqual(status, 429, `try ${i}`)
  }
  for (const person of [town.visitor, hale])
    for (const [url, body] of tries) assert.equal((await person.post(url, body)).status, 429)
})

test('all of one network of IPv6 counts as one address', () => {
  const one = networkOf('2001:db8:0:7::1')
  assert.equal(networkOf('2001:db8:0:7:a:b:c:d'), one)
  assert.notEqual(networkOf('2001:db8:0:8::1'), one)
  assert.equal(networkOf('2001:db8::7:a:b:c:d'), one)
  assert.equal(networkOf('::1'), '0:0:0:0')
  assert.equal(networkOf('192.0.2.1'), '192.0.2.1')
  assert.equal(networkOf('::ffff:192.0.2.1'), '::ffff:192.0.2.1')
})

test('an agency that is asked nothing holds no connection', async () => {
  const callers = makeCallers(town.databaseUrl, 'decorum', { max: 3, idle: 100 })
  const watcher = town.database.owner('')
  const open = async (): Promise<number> => {
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from pg_stat_activity
      where datname = current_database() and query like '%asked for lakeside%' and pid <> pg_backend_pid()`.execute(
      watcher,
    )
    return rows[0]?.open ?? 0
  }
  try {
    await sql`select 'asked for lakeside'`.execute(callers.db('lakeside'))
    assert.equal(await open(), 1)
    const until = performance.now() + 5_000
    while ((await open()) > 0 && performance.now() < until) await pause(100)
    assert.equal(await open(), 0)
  } finally {
    await callers.close()
  }
})
