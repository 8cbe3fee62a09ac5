import { z } from 'zod'
import { faults, seededFaults } from '../src/accounts/fakes/faults.ts'
import { fastClock } from '../test/drills/publish-run.ts'
import { publishedNames } from '../test/drills/publish-town.ts'
import { sides } from '../test/networks/sides.ts'

// The seven fake networks in a process of their own, so that what they take of a core is not counted as ours.
const { began, speed, seed, pages } = z
  .object({ began: z.number(), speed: z.number(), seed: z.number(), pages: z.number() })
  .parse(JSON.parse(process.env['BENCH'] ?? '{}'))
const clock = fastClock(began, speed)
const kinds = faults.filter((fault) => fault !== 'none')
const standing = await Promise.all(
  Array.from({ length: pages }, () => publishedNames)
    .flat()
    .map(async (name) => ({ name, ...(await sides[name](clock, { retryAfter: 1 })) })),
)
const tally = new Map<string, number>()
process.on('message', (message) => {
  const { rate } = z.object({ rate: z.number() }).parse(message)
  for (const [n, { fake }] of standing.entries()) {
    const next = seededFaults(seed + n, rate, kinds)
    fake.fail(() => {
      const fault = next()
      tally.set(fault, (tally.get(fault) ?? 0) + 1)
      return fault
    })
  }
  process.send?.({ tally: Object.fromEntries(tally) })
  tally.clear()
})
process.on('disconnect', () => process.exit())
process.send?.({ standing: standing.map(({ name, fake, access }) => ({ name, host: fake.host, access })) })
