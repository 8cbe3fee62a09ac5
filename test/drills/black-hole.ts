import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { newId } from '../../src/platform/id.ts'
import type { Answered, Person } from '../town.ts'
import type { Run } from './drill.ts'
import type { Weather } from './proxy.ts'
import { asked, wiredTown } from './wired-town.ts'

const patience = 5_000
const weathers = ['swallow', 'reset', 'late'] as const satisfies Weather[]
const paths = ['/api/session', '/api/requests', '/api/members', '/api/permissions', '/api/waiting', '/ready']

interface Write {
  text: string
  key: string
}

function write(person: Person, { text, key }: Write): Promise<Answered> {
  return person.send('POST', '/api/requests', asked(text), { 'idempotency-key': key })
}

/** [R6] The wire between app and database swallows everything, breaks, or is late: everybody is answered all the same. */
export const run: Run = async (rounds, seed) => {
  const { town, wire, app, signedIn } = await wiredTown()
  const faults: string[] = []
  const people = await Promise.all((['alvarez', 'bell', 'diaz'] as const).map(signedIn))
  const [alvarez] = people
  if (!alvarez) throw new Error('nobody signed in')
  let [answered, longest, unavailable] = [0, 0, 0]
  const timed = async (told: string, answer: Promise<Answered>): Promise<Answered> => {
    const start = performance.now()
    const got = await answer
    const took = performance.now() - start
    answered++
    longest = Math.max(longest, took)
    if (took > patience) faults.push(`${told} was answered after ${Math.round(took)} ms`)
    if (got.status !== 200 && got.status !== 503) faults.push(`${told} was answered ${got.status}`)
    if (got.status === 503) unavailable++
    return got
  }
  for (let round = 0; round < rounds; round++) {
    const weather = weathers[round % weathers.length] ?? 'swallow'
    // Some connections are open and idle when it happens, some have to be made.
    if (round % 2 === 0) await Promise.all(people.map((person) => person.get('/api/requests')))
    // What is believed of a caller is believed for a second; half the rounds find nothing believed.
    if (round % 4 < 2) await pause(1_100)
    wire.become(weather)
    const words = `seed ${seed}, round ${round}`
    const writes = [0, 1, 2, 3].map((n) => ({ text: `${words}, ${n}`, key: newId() }))
    await Promise.all([
      ...people.flatMap((person) => paths.map((path) => timed(`${weather}: ${path}`, person.get(path)))),
      ...writes.map((one) => timed(`${weather}: a new request`, write(alvarez, one))),
    ])
    wire.become('fair')
    const start = performance.now()
    while ((await alvarez.get('/api/requests')).status !== 200)
      if (performance.now() - start > 10_000) {
        faults.push(`${weather}: not well again after 10 s`)
        break
      }
    for (const one of writes) {
      const again = await write(alvarez, one)
      if (again.status !== 200)
        faults.push(`${weather}: sent again, a new request was answered ${again.status}`)
      const rows = await town.db
        .selectFrom('request')
        .select('requestId')
        .where('content', 'like', `%${one.text}"%`)
        .execute()
      if (rows.length !== 1) faults.push(`${weather}: ${rows.length} drafts of one request`)
    }
  }
  if (unavailable === 0) faults.push('nothing was refused: the wire was never broken')
  const idle = await connectionsOf(town.database.cluster.ownerUrl('postgres'), town.database.name)
  // The app's pools hold ten and two, the town's own ten and two more, and as many for the watcher.
  if (idle > 40) faults.push(`${idle} connections are left open`)
  wire.become('swallow')
  const hangs = await hangsWithout(wire.through(town.databaseUrl))
  wire.become('fair')
  app.callers.forget(town.agency)
  return {
    claim:
      'With the database unreachable or silent, every request is answered within 5 s, and nothing is lost',
    figure: `${answered} requests in ${rounds} failures, the slowest after ${(longest / 1000).toFixed(1)} s, ${faults.length} faults`,
    control: hangs
      ? 'pg with its own settings still waits after 7 s'
      : 'pg with its own settings answered: the wire was not silent',
    faults,
    hasTeeth: hangs,
  }
}

async function connectionsOf(url: string, database: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ open: number }>(
    'select count(*)::int as open from pg_stat_activity where datname = $1',
    [database],
  )
  await client.end()
  return rows[0]?.open ?? 0
}

/** Does `pg` as it comes wait for ever on a wire that swallows? */
async function hangsWithout(url: string): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: url })
  pool.on('error', () => undefined)
  const asking = pool.query('select 1').then(
    () => false,
    () => false,
  )
  const hangs = await Promise.race([asking, pause(7_000, true)])
  // Its connection ends when the wire is whole again.
  void asking.then(() => pool.end())
  return hangs
}
