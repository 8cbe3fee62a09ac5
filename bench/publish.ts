import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { NetworkName } from '../src/accounts/networks/network.ts'
import { makeNetworks } from '../src/accounts/networks/networks.ts'
import { deliver } from '../src/posts/deliver.ts'
import { deliveriesOf } from '../src/posts/deliveries.ts'
import { noticeMovedSchema } from '../src/posts/notices/schema.ts'
import { askingIn } from '../test/asking.ts'
import {
  askFor,
  careless,
  compare,
  doublesOn,
  fastClock,
  houseOf,
  publishAll,
  timed,
} from '../test/drills/publish-run.ts'
import { publishedNames, townOn } from '../test/drills/publish-town.ts'
import { licensed, pageSaid } from '../test/official-town.ts'
import { median } from './report.ts'

// `npm run bench:publish [--posts 10000] [--pages 3] [--seed 7] [--notices 21]`: posts through so many pages on each of
// the seven fakes while one call in five fails; what of the time is the networks'; and how long a notice takes until every channel has acknowledged it.
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    pages: { type: 'string', default: '3' },
    seed: { type: 'string', default: '7' },
    notices: { type: 'string', default: '21' },
  },
})
const [posts, pages] = [Number(values.posts), Number(values.pages)]
const [seed, notices] = [Number(values.seed), Number(values.notices)]
const speed = 30
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

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`
const wallSchema = z.object({ posts: z.array(z.object({ id: z.string(), text: z.string() })) })

await test('bench:publish', async (t) => {
  const began = Date.now()
  const child = fork(join(import.meta.dirname, 'publish-fakes.ts'), {
    env: { ...process.env, BENCH: JSON.stringify({ began, speed, seed, pages }) },
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
  // Some networks name the moment from which they take more: it is one of the story's.
  const networks = timed(makeNetworks(town.app.house.outbound, clock), took)
  const house = houseOf(town.blobsFolder, town.app.house.seal, networks, clock)
  const { db, agency } = town
  console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}`)
  console.log(`load of the machine at the beginning ${loadavg()[0]?.toFixed(1)}\n`)

  await notice()
  await alone()

  await failing(rate)
  took.clear()
  const before = process.cpuUsage()
  const seconds = await publishAll({ db, agency, house, accounts, posts, rounds: 8, tell: console.log })
  const tally = await failing(0)
  const walls = new Map<string, readonly { id: string; text: string }[]>()
  for (const [n, { access }] of standing.entries())
    walls.set(accounts[n]?.accountId ?? '', await wallOf(access.service))
  const found = await compare(db, agency.agencyId, accounts, walls)
  const faulty = Object.entries(tally).filter(([fault]) => fault !== 'none')
  const calls = Object.values(tally).reduce((sum, times) => sum + times, 0)
  const { user, system } = process.cpuUsage(before)
  console.log(
    `\n${posts} posts on ${accounts.length} pages of seven networks, ${calls} calls, of which failed:`,
  )
  for (const [fault, times] of faulty) console.log(`  ${fault.padEnd(16)} ${times}`)
  const ms = [...took.values()].reduce((sum, one) => sum + one.ms, 0)
  console.log(
    `done ${found.done}, parked ${found.parked} (of which there: ${found.parkedThere}), tries ${found.tries}`,
  )
  console.log(`twice, lost or other than told: ${found.faults.length}`)
  for (const fault of found.faults.slice(0, 20)) console.log(`  ${fault}`)
  console.log(`${seconds.toFixed(0)} s, ${(posts / seconds).toFixed(1)} posts a second`)
  console.log(
    `each post: ${(ms / posts).toFixed(0)} ms in calls of its network, ${((user + system) / 1000 / posts).toFixed(1)} ms of a core in our process`,
  )
  console.log(`load of the machine at the end ${loadavg()[0]?.toFixed(1)}`)
  assert.deepEqual(found.faults, [])
  await carelessly()

  /** The control: the same engine, networks and faults, without keys and without a look before it is sent again. */
  async function carelessly(): Promise<void> {
    await failing(rate)
    const [first, some] = [20_000_000, Math.min(posts, 420)]
    const blind = { ...house, networks: careless(house.networks) }
    await publishAll({ db, agency, house: blind, accounts, posts: some, rounds: 8, from: first })
    await failing(0)
    const there = await Promise.all(standing.map(({ access }) => wallOf(access.service)))
    const doubles = doublesOn(there.map((wall) => wall.filter(({ text }) => text.startsWith('post 20000'))))
    console.log(
      `control, the same engine without keys and without a look: ${doubles} of ${some} are there twice`,
    )
    assert.ok(doubles > 0)
  }

  /** One account after the other, without faults: what of a delivery's time is its network's. */
  async function alone(): Promise<void> {
    const each = 40
    console.log('one delivery after the other on each network, without faults:')
    for (const [n, account] of accounts.slice(0, publishedNames.length).entries()) {
      // Numbers that the great run does not have; the first few warm up.
      for (const count of [5, each]) {
        const first = 10_000_000 + n * 1_000 + count
        await askFor(
          db,
          agency.agencyId,
          house,
          account,
          Array.from({ length: count }, (_, k) => first + k),
        )
        took.clear()
        const begun = performance.now()
        assert.equal(await deliver(db, house, agency, clock()), count)
        const whole = performance.now() - begun
        if (count === each)
          console.log(
            `  ${account.name.padEnd(10)} ${(whole / each).toFixed(1).padStart(6)} ms a post, ${percent(took.get(account.name)?.ms ?? 0, whole)} of it the network’s`,
          )
      }
    }
  }

  /** From the request that signs a road closure until the last of its channels has acknowledged it. */
  async function notice(): Promise<void> {
    const people = askingIn(town)
    const site = await licensed(town, people, pageSaid())
    // Words alone: Instagram and YouTube take no notice without a picture or a film.
    const channels = accounts
      .slice(0, publishedNames.length)
      .filter(({ name }) => name !== 'instagram' && name !== 'youtube')
    const ids = [site.accountId, ...channels.map(({ accountId }) => accountId)]
    const grant = await people.by('grant')
    const times: number[] = []
    for (let n = 0; n < notices; n++) {
      const written = await grant.post('/api/notices', { content: closure(n, town.now(), ids) })
      assert.equal(written.status, 200, JSON.stringify(written.body))
      const { noticeId, version, contentHash } = noticeMovedSchema.parse(written.body)
      const begun = performance.now()
      const move = { move: 'sign', version, contentHash }
      const signed = await grant.post(`/api/notices/${noticeId}/move`, move)
      assert.equal(signed.status, 200, JSON.stringify(signed.body))
      await town.app.deliverSoon(agency)
      times.push(performance.now() - begun)
      const out = await deliveriesOf(db, agency.agencyId, { kind: 'notice', id: noticeId })
      assert.deepEqual(
        out.map(({ state }) => state),
        ids.map(() => 'done'),
      )
    }
    const sorted = times.toSorted((a, b) => a - b)
    console.log(
      `a notice on ${ids.length} channels, from the sign-off until all have acknowledged it, ${notices} times: median ${median(times).toFixed(0)} ms, longest ${sorted.at(-1)?.toFixed(0)} ms\n`,
    )
  }
})

/** What stands on a fake, by the list that it has for visitors; notices are looked at where they are sent. */
async function wallOf(service: string): Promise<{ id: string; text: string }[]> {
  const answer = await fetch(`${service}/visitor`)
  const { posts: found } = wallSchema.parse(await answer.json())
  return found.filter(({ text }) => text.startsWith('post '))
}

/** A road closure, another one each time. */
function closure(n: number, at: string, accounts: readonly string[]): object {
  const later = new Date(Date.parse(at) + 6 * 3_600_000).toISOString()
  const road = `Street ${n}`
  return {
    kind: 'road-closure',
    fields: { road, from: 'Elm Street', to: 'Oak Street', direction: 'both', reason: 'crash' },
    texts: {
      en: {
        headline: `${road} closed`,
        description: `${road} is closed after a crash.`,
        instruction: 'Avoid it.',
      },
      es: {
        headline: `${road} cerrada`,
        description: `${road} está cerrada por un choque.`,
        instruction: 'Evítela.',
      },
    },
    severity: 'Minor',
    urgency: 'Immediate',
    certainty: 'Observed',
    area: { words: { en: road, es: road }, polygon: null, circle: null },
    effective: at,
    expires: later,
    accounts,
  }
}
