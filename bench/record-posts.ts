import { Temporal } from 'temporal-polyfill'
import { seededChance } from '../src/accounts/fakes/faults.ts'
import type { Found } from '../src/records/brought/item.ts'

/** Words by their rank: Zipf's law, as people use them; 120,000 of them. */
const vocabulary = 120_000

/** What is planted: a word by how many of a million posts have it. */
export const planted = {
  zebrafish: 10,
  quokka: 100,
  burglary: 1_000,
  curfew: 10_000,
  parade: 100_000,
  street: 330_000,
} as const

/** Posts of an account as an export tells of them, some 166 letters each. `from`: the number of the first. */
export function* posts(count: number, from = 0): Generator<Found> {
  const chance = seededChance(20_261_121 + from)
  const days = Date.UTC(2010, 0)
  for (let n = from; n < from + count; n++) {
    const words = Array.from({ length: 26 }, () => `w${Math.floor(vocabulary ** chance()).toString(36)}`)
    for (const [word, share] of Object.entries(planted))
      if (chance() * 1_000_000 < share) words[Math.floor(chance() * 26)] = word
    if (chance() < 0.01) words.splice(Math.floor(chance() * 24), 2, 'traffic', 'stop')
    yield {
      what: chance() < 0.8 ? 'comment' : 'post',
      remoteId: `post-${n}`,
      parentId: `post-${Math.floor(n / 20) * 20}`,
      author: `@resident${Math.floor(chance() * 5_000)}`,
      text: words.join(' '),
      saidAt: Temporal.Instant.fromEpochMilliseconds(days + n * 60_000).toString(),
      url: null,
      people: [],
      links: [],
      files: [],
    }
  }
}
