import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { due } from '../../src/accounts/due.ts'
import { NetworkFault, type Network } from '../../src/accounts/networks/network.ts'
import type { AccountView } from '../../src/accounts/schema.ts'
import { accessTo } from '../../src/accounts/store.ts'
import { later } from '../../src/platform/day.ts'
import { accountSeen, buildOfficialTown } from '../official-town.ts'
import type { Townsperson } from '../town.ts'

const town = await buildOfficialTown()
const { people, accounts, profiles, fakes } = town
const { by } = people
const { seal, networks } = town.app.house
const seen = (accountId: string): Promise<AccountView> => accountSeen(people, accountId)
const sentence = (body: unknown): string =>
  z.object({ error: z.object({ sentence: z.string() }) }).safeParse(body).data?.error.sentence ?? ''
const waits = async (name: Townsperson, accountId: string): Promise<string[]> =>
  (await people.waits(name)).filter(({ subject }) => subject === accountId).map(({ kind }) => kind)
const keyWaits = async (name: Townsperson, accountId: string): Promise<string[]> =>
  (await waits(name, accountId)).filter((kind) => kind.startsWith('account.key'))
const tick = (mastodon: Network = networks.mastodon): Promise<void> =>
  due(town.db, town.agency, town.now(), { seal, networks: { ...networks, mastodon } })

test('the key is tried at once, sealed, and nowhere to be read', async () => {
  const { accountId } = accounts.bluesky
  const path = `/api/accounts/${accountId}/keys`
  const secrets = { password: 'wrong-horse-battery' }
  const wrong = await (await by('grant')).post(path, { secrets })
  assert.equal(wrong.status, 400)
  assert.match(sentence(wrong.body), /does not open the page.*nothing was kept/)
  assert.equal((await (await by('grant')).post(path, { secrets: { token: 'x' } })).status, 400)
  for (const name of ['alvarez', 'ito', 'diaz'] as const)
    assert.equal((await (await by(name)).post(path, { secrets })).status, 403, name)
  const { password } = profiles.bluesky
  assert.equal((await (await by('jones')).post(path, { secrets: { password } })).status, 200)
  assert.deepEqual((await accessTo(town.db, 'riverton', accountId, seal)).secrets, { password })
  const owner = town.database.owner('riverton')
  for (const table of ['account_key', 'ledger_entry', 'command_done', 'account', 'account_statement']) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} as one
      where one::text like ${`%${password}%`} or one::text like ${`%${Buffer.from(password).toString('hex')}%`}`.execute(
      owner,
    )
    assert.equal(rows[0]?.n, 0, table)
  }
  assert.ok(!JSON.stringify(await seen(accountId)).includes(password))
  const idle = await town.signedIn('grant')
  town.pass({ minutes: 6 })
  const unconfirmed = await idle.post(path, { secrets: { password } })
  assert.equal(unconfirmed.status, 403)
  assert.match(JSON.stringify(unconfirmed.body), /unconfirmed/)
  await assert.rejects(accessTo(town.db, 'riverton', accountId, '11'.repeat(32)))
})

test('a key that ends is made anew in time; one that cannot be is alarmed for, and then found ended', async () => {
  const { accountId } = accounts.mastodon
  const end = later(town.now(), { hours: 24 * 60 })
  // A network whose keys run for sixty days, as those of pages on Facebook do.
  let [key, until, takes] = ['', end, true]
  const sixtyDays: Network = {
    ...networks.mastodon,
    check: () => Promise.resolve({ until }),
    rotate: ({ secrets }) => {
      if (!takes) return Promise.reject(new NetworkFault('later', 'Its server is being mended.'))
      key = `${secrets['accessToken']} renewed`
      until = later(town.now(), { hours: 24 * 60 })
      return Promise.resolve({ secrets: { accessToken: key }, until })
    },
  }
  const stored = async (): Promise<string | undefined> =>
    (await accessTo(town.db, 'riverton', accountId, seal)).secrets['accessToken']
  town.pass({ hours: 25 })
  await tick(sixtyDays)
  assert.deepEqual([(await seen(accountId)).key?.until, key], [end, ''])
  town.moveTo(later(end, { hours: -24 * 20 }))
  await Promise.all([tick(sixtyDays), tick(sixtyDays)])
  assert.equal(key, `${profiles.mastodon.accessToken} renewed`, 'once, however many run')
  assert.deepEqual([await stored(), (await seen(accountId)).key?.until], [key, until])
  takes = false
  town.moveTo(later(until, { hours: -24 * 15 }))
  await tick(sixtyDays)
  assert.deepEqual(await keyWaits('jones', accountId), [])
  town.pass({ hours: 48 })
  await tick(sixtyDays)
  assert.deepEqual(await keyWaits('jones', accountId), ['account.key-ending'])
  assert.deepEqual(
    (await people.waits('grant'))
      .filter(({ kind }) => kind === 'account.key-ending')
      .map(({ deadline }) => deadline),
    [until],
  )
  takes = true
  town.pass({ hours: 2 })
  await tick(sixtyDays)
  assert.deepEqual(await keyWaits('jones', accountId), [])
  assert.equal(await stored(), `${profiles.mastodon.accessToken} renewed renewed`)
  const bodies = await town.db
    .selectFrom('ledgerEntry')
    .select('body')
    .where('kind', '=', 'accounts.rotate-key')
    .execute()
  assert.ok(
    bodies.length >= 3 && bodies.every(({ body }) => !body.includes('renewed')),
    'the ledger has no key',
  )
})

test('a key that is revoked is found the next day, and waits for those who hold it', async () => {
  const { accountId } = accounts.mastodon
  const grant = await by('grant')
  const given = { secrets: { accessToken: profiles.mastodon.accessToken } }
  assert.equal((await grant.post(`/api/accounts/${accountId}/keys`, given)).status, 200)
  fakes.mastodon.revoke(profiles.mastodon.accessToken)
  town.pass({ hours: 25 })
  await tick()
  const page = await seen(accountId)
  assert.equal(page.key?.state, 'signed-out')
  const kinds = await waits('grant', accountId)
  assert.ok(kinds.includes('account.signed-out'), kinds.join())
  assert.match(page.problems.map(({ sentence: one }) => one).join(' '), /no longer takes the key/)
})
