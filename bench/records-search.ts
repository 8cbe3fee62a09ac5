import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../src/platform/db.ts'
import { newId } from '../src/platform/id.ts'
import type { Asker } from '../src/records/asker.ts'
import { bringEach, markOf } from '../src/records/brought/bring.ts'
import type { Place, SearchQuery } from '../src/records/query.ts'
import { countOf, pageOf } from '../src/records/store.ts'
import { posts } from './record-posts.ts'
import { bringingNow } from './scene.ts'
import { figure, goal, quantile, say } from './report.ts'

const asks = 100

/** A word of the middle ranks, another one each time. */
let turn = 0
const someWord = (): string => `w${(200 + ((turn++ * 7919) % 20_000)).toString(36)}`

interface Asked {
  name: string
  query: () => SearchQuery
  goal: number
  after?: Place
}

/** Searches and counts as the route makes them; `onCore` tells how long PostgreSQL and we have had a core. */
export async function benchSearch(
  db: Db,
  asker: Asker,
  { rows, onCore }: { rows: number; onCore: () => number },
): Promise<void> {
  const most = rows > 2_000_000 ? 25 : 10
  const far = { at: '2010-03-01T00:00:00Z', recordId: newId() }
  const asked: Asked[] = [
    { name: 'rare word, 10 a million', query: () => ({ words: 'zebrafish' }), goal: most },
    { name: 'absent word', query: () => ({ words: `nobody${turn++}` }), goal: most },
    { name: 'some word', query: () => ({ words: someWord() }), goal: most },
    { name: '1,000 a million', query: () => ({ words: 'burglary' }), goal: most },
    { name: 'one in ten', query: () => ({ words: 'parade' }), goal: most },
    { name: 'one in three', query: () => ({ words: 'street' }), goal: most },
    { name: 'two common words', query: () => ({ words: 'parade street' }), goal: most },
    { name: 'phrase "traffic stop"', query: () => ({ words: '"traffic stop"' }), goal: most },
    { name: 'prefix zebraf*', query: () => ({ words: 'zebraf*' }), goal: most },
    { name: 'prefix of three letters', query: () => ({ words: `${someWord().slice(0, 3)}*` }), goal: most },
    { name: 'a page far down, one in ten', query: () => ({ words: 'parade' }), goal: most, after: far },
    { name: 'newest of all', query: () => ({}), goal: most },
    {
      name: '1,000 a million, one kind, one year',
      query: () => ({ words: 'burglary', kind: ['post'], from: '2010-01-01', to: '2010-12-31' }),
      goal: 25,
    },
    {
      name: 'some word by one person',
      query: () => ({ words: 'street', person: `@resident${turn++ % 5_000}` }),
      goal: 25,
    },
    {
      name: 'one kind, one year',
      query: () => ({ kind: ['post'], from: '2010-02-01', to: '2010-06-30' }),
      goal: 25,
    },
  ]
  say(`\nSearch, ${asks} times each, milliseconds: median, p95, slowest; p95 on the cores`)
  for (const { name, query, goal: wanted, after } of asked) {
    const taken = await times(() => pageOf(db, asker, query(), { after, limit: 50 }), onCore)
    timed(name, taken, wanted)
  }
  say('\nCounts')
  for (const [name, words] of [
    ['1,000 a million, exact', 'burglary'],
    ['one in ten', 'parade'],
    ['one in three', 'street'],
  ] as const) {
    const { n, isExact } = await countOf(db, asker, { words })
    const taken = await times(() => countOf(db, asker, { words }), onCore)
    timed(`${name}: ${n.toLocaleString('en')}${isExact ? '' : '+'}`, taken, isExact ? 5 : 50)
  }
}

function timed(name: string, { waited, worked }: Times, wanted: number): void {
  const p95 = quantile(waited, 0.95)
  const figures = [quantile(waited, 0.5), p95, quantile(waited, 1), quantile(worked, 0.95)]
    .map((one) => one.toFixed(2).padStart(9))
    .join('')
  say(`  ${name.padEnd(40)}${figures}  ${p95 <= wanted ? 'met' : 'MISSED'} (goal p95 ${wanted})`)
}

/** Captures at a steady rate, and searches beside them; then as many as go. */
export async function benchCaptures(
  db: Db,
  asker: Asker,
  { rows, seconds }: { rows: number; seconds: number },
): Promise<void> {
  const searching = (): Promise<unknown> =>
    pageOf(db, asker, { words: turn % 3 === 0 ? 'parade' : someWord() }, { limit: 50 })
  const { waited: before } = await times(searching)
  let made = rows
  const capture = async (count: number): Promise<void> => {
    const bringing = bringingNow()
    const ready = [...posts(count, made)].map((item) => ({ marked: markOf(bringing, item), kept: [] }))
    made += count
    const added = await db.transaction().execute((tx) => bringEach(tx, bringing, ready))
    if (added !== count) throw new Error(`${added} of ${count} were captured`)
  }
  const during: number[] = []
  const over = new AbortController()
  const searcher = (async () => {
    while (!over.signal.aborted) {
      const start = performance.now()
      await searching()
      during.push(performance.now() - start)
      await pause(20)
    }
  })()
  const start = performance.now()
  for (let n = 0; n < seconds * 10; n++) {
    await pause(Math.max(0, start + n * 100 - performance.now()))
    await capture(100)
  }
  const took = (performance.now() - start) / 1000
  over.abort()
  await searcher
  say(`\nCaptures of 1,000 a second for ${seconds} s, with ${during.length} searches beside`)
  goal('captured a second', (seconds * 1_000) / took, 'at least', 970)
  say(
    `  search before: p95 ${quantile(before, 0.95).toFixed(2)} ms, meanwhile: p95 ${quantile(during, 0.95).toFixed(2)} ms`,
  )
  goal(
    'p95 of search meanwhile, times that before',
    quantile(during, 0.95) / quantile(before, 0.95),
    'at most',
    2,
  )
  const many = 20
  const began = performance.now()
  for (let n = 0; n < many; n++) await capture(500)
  say(
    `  as many as go, one after the other: ${figure((many * 500 * 1000) / (performance.now() - began))} a second`,
  )
}

/** In milliseconds: how long each took by the clock, and of that on the cores. */
interface Times {
  waited: number[]
  worked: number[]
}

async function times(ask: () => Promise<unknown>, onCore: () => number = () => 0): Promise<Times> {
  for (let n = 0; n < 5; n++) await ask()
  const taken: Times = { waited: [], worked: [] }
  for (let n = 0; n < asks; n++) {
    const before = onCore()
    const start = performance.now()
    await ask()
    taken.waited.push(performance.now() - start)
    taken.worked.push(onCore() - before)
  }
  return taken
}
