import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/embedded.ts'
import { newId } from '../../src/platform/id.ts'
import { adoptIn } from '../adopted-town.ts'
import { buildTown, type Town } from '../town.ts'
import { startApp, type AppProcess, type AppSettings } from './app-process.ts'
import { picker, type Run } from './drill.ts'
import { killTree, postmasterOf } from './processes.ts'
import { startProxy, type Proxy } from './proxy.ts'
import { asked, order } from './wired-town.ts'

const writers = 16

/** [R2] PostgreSQL and all its processes are killed under 16 writers: what was acknowledged is there, once. */
export const runDatabase: Run = (rounds, seed) => drill('PostgreSQL', rounds, seed)

/** PostgreSQL and the app are killed at the same moment. */
export const runBoth: Run = (rounds, seed) => drill('PostgreSQL and the app', rounds, seed)

async function drill(
  killed: 'PostgreSQL' | 'PostgreSQL and the app',
  rounds: number,
  seed: number,
): ReturnType<Run> {
  const town = await buildTown()
  await adoptIn(town, order)
  const wire = await startProxy(town.database.cluster.port)
  const { blobsFolder, agency, databaseUrl } = town
  const settings = {
    databaseUrl: wire.through(databaseUrl),
    blobsFolder,
    ledgerFolder: `${blobsFolder}-ledger`,
    host: agency.host,
    at: town.now(),
  }
  const { cookie } = await town.signedIn('alvarez')
  const scene: Scene = {
    town,
    wire,
    settings,
    cookie,
    withApp: killed !== 'PostgreSQL',
    app: await startApp(settings),
  }
  const pick = picker(seed)
  const faults: string[] = []
  const recoveries: number[] = []
  let [acknowledged, unanswered] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const found = await killUnderLoad(scene, `seed ${seed}, round ${round}`, 50 + pick(150), [])
    faults.push(...found.faults)
    recoveries.push(found.recovered)
    acknowledged += found.acknowledged
    unanswered += found.unanswered
  }
  // Where a commit is acknowledged before it is written, the same kill loses some.
  let lost = 0
  for (let round = 0; round < 5 && lost === 0; round++) {
    await restart(scene, ['synchronous_commit=off', 'wal_writer_delay=10s', 'wal_buffers=64MB'])
    lost += (await killUnderLoad(scene, `control ${round}`, 100, [], false)).faults.length
  }
  await scene.app.kill()
  await wire.close()
  const slowest = Math.max(...recoveries)
  return {
    claim: `${killed} may be killed under load: no acknowledged command is lost, none is done twice`,
    figure: `${rounds} kills under ${writers} writers, ${acknowledged} acknowledged commands, ${unanswered} sent again, ${faults.length} faults; well after ${(slowest / 1000).toFixed(1)} s at most`,
    control: `with synchronous_commit=off: ${lost} acknowledged commands lost`,
    faults,
    hasTeeth: lost > 0,
  }
}

interface Scene {
  town: Town
  wire: Proxy
  settings: AppSettings
  cookie: string
  withApp: boolean
  app: AppProcess
}

interface Killed {
  faults: string[]
  acknowledged: number
  unanswered: number
  /** Milliseconds from the kill until a request was answered well. */
  recovered: number
}

async function killUnderLoad(
  scene: Scene,
  words: string,
  enough: number,
  settings: readonly string[],
  sendsAgain = true,
): Promise<Killed> {
  const { town, cookie } = scene
  const faults: string[] = []
  const acknowledged = new Set<string>()
  const open = new Map<string, string>()
  const state = { isOver: false }
  let [place, answered] = [0, 0]
  const write = async (text: string, key: string): Promise<void> => {
    const start = performance.now()
    const reply = await scene.app.send('POST', '/api/requests', cookie, asked(text), key)
    answered++
    const took = performance.now() - start
    // How soon is the black hole's affair; here other work may have the processor.
    if (took > 30_000) faults.push(`${words}: answered after ${Math.round(took)} ms`)
    if (reply?.status === 200) acknowledged.add(text)
    else open.set(text, key)
    if (reply !== undefined && reply.status !== 200 && reply.status !== 503)
      faults.push(`${words}: answered ${reply.status} ${JSON.stringify(reply.body)}`)
  }
  const writing = Array.from({ length: writers }, async () => {
    while (!state.isOver) {
      const before = open.size
      await write(`${words}, ${place++}`, newId())
      // Nobody hammers on a door that is shut.
      if (open.size > before) await pause(200)
    }
  })
  while (acknowledged.size < enough) await pause(2)
  const start = performance.now()
  killTree(postmasterOf(town.database.cluster.folder))
  if (scene.withApp) await scene.app.kill()
  state.isOver = !sendsAgain || scene.withApp
  if (state.isOver) await Promise.all(writing)
  await restart(scene, settings, false)
  if (scene.withApp) scene.app = await startApp(scene.settings)
  while ((await scene.app.send('GET', '/api/requests', cookie))?.status !== 200) {
    if (performance.now() - start > 60_000) throw new Error(`${words}: not well after a minute`)
    await pause(20)
  }
  const recovered = performance.now() - start
  state.isOver = true
  await Promise.all(writing)
  const unanswered = open.size
  if (sendsAgain)
    for (const [text, key] of open) {
      await write(text, key)
      if (!acknowledged.has(text)) faults.push(`${text}: not done when sent again`)
    }
  if (answered === 0 || acknowledged.size === 0) faults.push(`${words}: nothing was written`)
  faults.push(...(await missing(town, words, acknowledged)))
  return { faults, acknowledged: acknowledged.size, unanswered, recovered }
}

/** Which acknowledged drafts are not there exactly once, each with its one entry in the ledger. */
async function missing(town: Town, words: string, acknowledged: ReadonlySet<string>): Promise<string[]> {
  const cluster = await startEmbedded(town.database.cluster.folder)
  const client = new pg.Client(cluster.ownerUrl(town.database.name))
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ text: string; entries: number }>(
    `select content::json ->> 'text' as text,
        (select count(*)::int from ledger_entry e where e.agency_id = r.agency_id and subject = request_id::text) as entries
      from request r where position($1 in content) > 0`,
    [`${words},`],
  )
  await client.end()
  const times = new Map<string, number>()
  const faults: string[] = []
  for (const { text, entries } of rows) {
    times.set(text, (times.get(text) ?? 0) + 1)
    if (entries !== 1) faults.push(`${text}: ${entries} entries in the ledger`)
  }
  for (const text of acknowledged)
    if (times.get(text) !== 1) faults.push(`${text}: acknowledged, and there ${times.get(text) ?? 0} times`)
  return faults
}

/** Starts PostgreSQL again, with other settings if it still runs, and leads the wire to it. */
async function restart({ town, wire }: Scene, settings: readonly string[], isStopped = true): Promise<void> {
  const { folder } = town.database.cluster
  if (isStopped) await (await startEmbedded(folder)).stop()
  const cluster = await startEmbedded(folder, [...settings])
  wire.leadTo(cluster.port)
  wire.become('fair')
}
