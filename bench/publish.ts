import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { NetworkName } from '../src/accounts/networks/network.ts'
import { deliver } from '../src/posts/deliver.ts'
import { deliveriesOf } from '../src/posts/deliveries.ts'
import { noticeMovedSchema } from '../src/posts/notices/schema.ts'
import { askingIn } from '../test/asking.ts'
import { compare, fastClock, houseOf, publishAll, timed, type Through } from '../test/drills/publish-run.ts'
import { publishedNames, townOn } from '../test/drills/publish-town.ts'
import { licensed, pageSaid } from '../test/official-town.ts'
import type { Town } from '../test/town.ts'
import { closure } from './publish-notice.ts'
import { median } from './rounds.ts'

// `npm run bench:publish [--posts 10000] [--seed 7] [--notices 21]`: posts through the seven fakes while one call in five
// fails; what of the time is the networks'; and how long a notice takes until every channel has acknowledged it.
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '7' },
    notices: { type: 'string', default: '21' },
  },
})
const [posts, seed, notices] = [Number(values.posts), Number(values.seed), Number(values.notices)]
const speed = 10
const rate = 0.2

const messageSchema = z.object({
  standing: z
    .array(
      z.object({
        name: z.enum(publishedNames),
        host: z.string(),
        access: z.object({
          service: z.string(),
          handle: z.string(),
          secrets: z.record(z.string(), z.string()),
        }),
      }),
    )
    .default([]),
  tally: z.record(z.string(), z.number()).default({}),
})

await test('bench:publish', async (t) => {
  const began = Date.now()
  const child = fork(join(import.meta.dirname, 'publish-fakes.ts'), {
    env: { ...process.env, BENCH: JSON.stringify({ began, speed, seed }) },
  })
  t.after(() => child.kill())
  const hear = (): Promise<z.infer<typeof messageSchema>> =>
    new Promise((resolve) => child.once('message', (message) => resolve(messageSchema.parse(message))))
  const failing = async (share: number): Promise<Record<string, number>> => {
    const heard = hear()
    child.send({ rate: share })
    return (await heard).tally
  }
  const { standing } = await hear()
  const { town, accounts } = await townOn(standing)
  const clock = fastClock(began, speed)
  const took = new Map<NetworkName, { calls: number; ms: number }>()
  const house = houseOf(town.blobsFolder, town.app.house.seal, timed(town.app.house.networks, took), clock)
  const { db, agency } = town
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}`)
  console.log(`load of the machine at the beginning ${loadavg()[0]?.toFixed(1)}\n`)

  await notice(town, accounts, standing)
  await alone()

  await failing(rate)
  took.clear()
  const seconds = await publishAll({ db, agency, house, accounts, posts, rounds: 8, tell: console.log })
  const tally = await failing(0)
  const walls = new Map<string, readonly { id: string; text: string }[]>()
  for (const [n, { access }] of standing.entries()) walls.set(accounts[n]?.accountId ?? '', await wallOf(access.service))
  const found = await compare(db, agency.agencyId, accounts, walls)
  const faulty = Object.entries(tally).filter(([fault]) => fault !== 'none')
  const calls = Object.values(tally).reduce((sum, times) => sum + times, 0)
  console.log(`\n${posts} posts on ${accounts.length} networks, ${calls} calls, of which failed:`)
  for (const [fault, times] of faulty.toSorted()) console.log(`  ${fault.padEnd(16)} ${times}`)
  const ms = [...took.values()].reduce((sum, one) => sum + one.ms, 0)
  console.log(`done ${found.done}, parked ${found.parked} (of which there: ${found.parkedThere}), tries ${found.tries}`)
  console.log(`twice, lost or other than told: ${found.faults.length}`)
  for (const fault of found.faults.slice(0, 20)) console.log(`  ${fault}`)
  console.log(`${seconds.toFixed(0)} s, ${(posts / seconds).toFixed(1)} posts a second`)
  console.log(`of the time of the seven lines ${share(ms, seconds * 1000 * accounts.length)} was spent in calls of a network`)
  console.log(`load of the machine at the end ${loadavg()[0]?.toFixed(1)}`)
  assert.deepEqual(found.faults, [])

  /** One account after the other, without faults: what of a delivery's time is its network's. */
  async function alone(): Promise<void> {
    const each = 40
    console.log('\none delivery after the other, without faults')
    for (const account of accounts) {
      took.clear()
      const start = performance.now()
      // Posts with numbers that the great run does not have.
      const own = { ...account, post: (n: number) => account.post(10_000_000 + n) }
      await publishAll({ db, agency, house: { ...house, networks: house.networks }, accounts: [own], posts: 1, rounds: 1 })
      took.clear()
      void start
      await asksOnly(town, own, each, clock)
      const begun = performance.now()
      await deliver(db, house, agency, clock())
      const whole = performance.now() - begun
      const inNetwork = took.get(account.name)?.ms ?? 0
      console.log(
        `  ${account.name.padEnd(10)} ${(whole / each).toFixed(1).padStart(6)} ms a post, ${share(inNetwork, whole)} of it the network’s`,
      )
    }
  }
})
