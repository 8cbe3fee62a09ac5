import type pg from 'pg'
import type { Found } from '../src/records/brought/item.ts'
import { coreTimeOf } from './processes.ts'
import { posts } from './record-posts.ts'
import { database, load, type Scene } from './scene.ts'
import { goal, say } from './report.ts'

/** What a load took, in milliseconds: by the clock until all was in and then for the indexes, and of the cores for both. */
export interface Cost {
  rows: number
  loaded: number
  indexed: number
  onCore: number
}

/** Loads posts as `load` does, and says what that cost PostgreSQL and us together. */
export async function costOfLoad(
  scene: Scene,
  name: string,
  owner: pg.Pool,
  items: Iterable<Found>,
  rows: number,
): Promise<Cost> {
  const before = process.cpuUsage()
  const theirs = coreTimeOf(scene.folder)
  const taken = await load(scene, name, owner, items, rows)
  const { user, system } = process.cpuUsage(before)
  return { rows, ...taken, onCore: coreTimeOf(scene.folder) - theirs + (user + system) / 1000 }
}

/** The cost of smaller archives, each in a database of its own. */
export async function costsOf(scene: Scene, sizes: readonly number[]): Promise<Cost[]> {
  const costs: Cost[] = []
  // The first is thrown away: what is run for the first time is compiled first.
  for (const [place, rows] of [sizes[0] ?? 0, ...sizes].entries()) {
    const name = `cost${place}`
    const owner = await database(scene, name)
    const cost = await costOfLoad(scene, name, owner, posts(rows), rows)
    if (place > 0) costs.push(cost)
    await owner.end()
  }
  return costs
}

/** Says what one record cost, and whether it grew with how many there were. */
export function sayCosts(costs: readonly Cost[]): void {
  say('\nCost of a record, microseconds: brought, indexed, both by the clock; both on the cores')
  for (const { rows, loaded, indexed, onCore } of costs) {
    const figures = [loaded, indexed, loaded + indexed, onCore]
      .map((one) => ((one * 1000) / rows).toFixed(1).padStart(9))
      .join('')
    say(`  ${rows.toLocaleString('en').padStart(9)} records${figures}`)
  }
  const each = costs.map(({ rows, onCore }) => onCore / rows)
  const growth = (each.at(-1) ?? NaN) / (each[0] ?? NaN)
  goal('on the cores, that of the largest times that of the smallest', growth, 'at most', 1.3)
}
