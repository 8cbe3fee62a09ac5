import { setTimeout as pause } from 'node:timers/promises'
import { faults, seededFaults } from '../../src/accounts/fakes/faults.ts'
import type { Network, NetworkName } from '../../src/accounts/networks/network.ts'
import { sides, type Side } from '../networks/sides.ts'
import type { Run } from './drill.ts'
import { compare, fastClock, hurried, houseOf, publishAll, timed, type Through } from './publish-run.ts'
import { publishedNames, townOn } from './publish-town.ts'

/** One call in five fails, by every kind of fault. */
const rate = 0.2
const kinds = faults.filter((fault) => fault !== 'none')

/** [issue 4] Posts through all seven networks while their servers fail before and after saving. */
export const run: Run = async (rounds, seed) => {
  const clock = fastClock(Date.now(), 10)
  const standing: (Side & { name: (typeof publishedNames)[number] })[] = []
  for (const name of publishedNames) standing.push({ name, ...(await sides[name](clock, { retryAfter: 1 })) })
  try {
    const { town, accounts } = await townOn(
      standing.map(({ name, fake, access }) => ({ name, host: fake.host, access })),
    )
    const networks = timed(town.app.house.networks, new Map())
    const house = houseOf(town.blobsFolder, town.app.house.seal, networks, clock)
    for (const [n, { fake }] of standing.entries()) fake.fail(seededFaults(seed + n, rate, kinds))
    await publishAll({ db: town.db, agency: town.agency, house, accounts, posts: rounds, rounds: 8 })
    for (const { fake } of standing) fake.fail(() => 'none')
    const walls = new Map(
      accounts.map(({ accountId }, n) => [accountId, [...(standing[n]?.fake.wall.posts.values() ?? [])]]),
    )
    const found = await compare(town.db, town.agency.agencyId, accounts, walls)
    for (const [n, { fake }] of standing.entries()) fake.fail(seededFaults(seed + n, rate, kinds))
    const doubles = await carelessly(standing, networks, accounts, Math.min(rounds, 140))
    const { done, parked, tries } = found
    return {
      claim: 'Whatever a network does, a post is there exactly once, or a person is asked; none is lost',
      figure: `${rounds} posts on ${accounts.length} networks at ${rate * 100} % faults: ${done} done, ${parked} parked, ${tries} tries, ${found.faults.length} twice or lost`,
      control: `sent again until it is answered, without a key or a look: ${doubles} of ${Math.min(rounds, 140)} are there twice`,
      faults: found.faults,
      hasTeeth: doubles > 0,
    }
  } finally {
    for (const { fake } of standing) await fake.stop()
  }
}

/** The control: each post is sent until the network answers. Gives how many posts are there more than once. */
async function carelessly(
  standing: readonly Side[],
  networks: Readonly<Record<NetworkName, Network>>,
  accounts: readonly Through[],
  posts: number,
): Promise<number> {
  await Promise.all(
    standing.map(async ({ access }, lane) => {
      const account = accounts[lane]
      if (!account) return
      for (let n = lane; n < posts; n += standing.length)
        for (let tries = 0; tries < 20; tries++) {
          try {
            const signal = AbortSignal.timeout(hurried.call * 250)
            // Another key each time, as of somebody who has none.
            await networks[account.name].publish(access, account.post(1_000_000 + n), `${n} ${tries}`, signal)
            break
          } catch {
            await pause(5)
          }
        }
    }),
  )
  let doubles = 0
  for (const { fake } of standing) {
    const seen = new Map<string, number>()
    for (const { text } of fake.wall.posts.values()) seen.set(text, (seen.get(text) ?? 0) + 1)
    for (const [text, times] of seen) if (text.startsWith('post 1000') && times > 1) doubles++
  }
  return doubles
}
