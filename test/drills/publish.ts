import { faults, seededFaults } from '../../src/accounts/fakes/faults.ts'
import { makeNetworks } from '../../src/accounts/networks/networks.ts'
import { sides, type Side } from '../networks/sides.ts'
import type { Run } from './drill.ts'
import { careless, compare, doublesOn, fastClock, houseOf, publishAll, timed } from './publish-run.ts'
import { publishedNames, townOn } from './publish-town.ts'

/** One call in five fails, by every kind of fault. */
const rate = 0.2
const kinds = faults.filter((fault) => fault !== 'none')

/** A network that asks for patience of a quarter of an hour has it of 15 seconds. */
const storySpeed = 60

/** The numbers of the control's posts begin here. */
const firstCareless = 1_000_000

/** [issue 4] Posts through all seven networks while their servers fail before and after saving. */
export const run: Run = async (rounds, seed) => {
  const clock = fastClock(Date.now(), storySpeed)
  const standing: (Side & { name: (typeof publishedNames)[number] })[] = []
  for (const name of publishedNames) standing.push({ name, ...(await sides[name](clock, { retryAfter: 1 })) })
  try {
    const { town, accounts } = await townOn(
      standing.map(({ name, fake, access }) => ({ name, host: fake.host, access })),
    )
    const networks = timed(makeNetworks(town.app.house.outbound, clock), new Map())
    const house = houseOf(town.blobsFolder, town.app.house.seal, networks, clock)
    for (const [n, { fake }] of standing.entries()) fake.fail(seededFaults(seed + n, rate, kinds))
    const all = { db: town.db, agency: town.agency, accounts, rounds: 8 }
    await publishAll({ ...all, house, posts: rounds })
    for (const { fake } of standing) fake.fail(() => 'none')
    const walls = new Map(
      accounts.map(({ accountId }, n) => [accountId, [...(standing[n]?.fake.wall.posts.values() ?? [])]]),
    )
    const found = await compare(town.db, town.agency.agencyId, accounts, walls)
    for (const [n, { fake }] of standing.entries()) fake.fail(seededFaults(seed + n, rate, kinds))
    const some = Math.min(rounds, 210)
    const blind = { ...house, networks: careless(networks) }
    await publishAll({ ...all, house: blind, posts: some, from: firstCareless })
    const doubles = doublesOn(
      standing.map(({ fake }) =>
        [...fake.wall.posts.values()].filter(({ text }) => /^post [1-9]\d{6}/.test(text)),
      ),
    )
    const { done, parked, tries } = found
    return {
      claim: 'Whatever a network does, a post is there exactly once, or a person is asked; none is lost',
      figure: `${rounds} posts on ${accounts.length} networks at ${rate * 100} % faults: ${done} done, ${parked} parked, ${tries} tries, ${found.faults.length} twice or lost`,
      control: `the same engine, where it sends again without a key or a look: ${doubles} of ${some} are there twice`,
      faults: found.faults,
      hasTeeth: doubles > 0,
    }
  } finally {
    for (const { fake } of standing) await fake.stop()
  }
}
