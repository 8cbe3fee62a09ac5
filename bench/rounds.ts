import { median } from './report.ts'

/** Something to measure: what it does with each post, and how many posts it can do in a while. */
export interface Contestant {
  name: string
  run: (post: string) => number
  posts: readonly string[]
}

export interface Figure {
  name: string
  /** Median over the rounds. */
  postsPerSecond: number
  /** Megabytes (1,000,000 UTF-16 units) a second. */
  megabytes: number
}

/**
 * Runs the contestants in turn, round after round, each for about the same time on the core, so that whatever else the
 * machine does falls on all alike. Medians; the sum of what they return is kept so that no work is dropped.
 */
export function race(
  contestants: readonly Contestant[],
  rounds: number,
  milliseconds: number,
): Map<string, Figure> {
  const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  for (let round = -1; round < rounds; round++)
    for (const contestant of contestants) {
      // The round before the first only warms up, for longer: regular expressions are compiled when first met.
      const rate = one(contestant, round < 0 ? milliseconds * 10 : milliseconds)
      if (round >= 0) rates.get(contestant.name)?.push(rate)
    }
  return new Map(
    contestants.map(({ name, posts }) => {
      const postsPerSecond = median(rates.get(name) ?? [])
      const size = posts.reduce((sum, post) => sum + post.length, 0) / posts.length
      return [name, { name, postsPerSecond, megabytes: (postsPerSecond * size) / 1e6 }]
    }),
  )
}

/** Milliseconds that this thread has had a core for: what else runs on the machine does not count. */
export function coreTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

let kept = 0

function one({ run, posts }: Contestant, milliseconds: number): number {
  const startOnCore = coreTime()
  let done = 0
  let onCore = 0
  // the clock on the wall is cheap to read, the core's is not: it is asked when enough may have passed
  while (onCore < milliseconds) {
    const end = performance.now() + milliseconds - onCore
    while (performance.now() < end)
      for (let k = 0; k < 16; k++) kept += run(posts[done++ % posts.length] ?? '')
    onCore = coreTime() - startOnCore
  }
  return (done * 1000) / onCore
}

/** What all runs returned, summed: printed, so that it has to be worked out. */
export function keptSum(): number {
  return kept
}
