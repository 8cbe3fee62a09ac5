import { mkdtempSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { verify } from '../../src/ledger/verify.ts'
import type { Cluster } from '../../src/platform/embedded.ts'
import { newId } from '../../src/platform/id.ts'
import { adoptIn } from '../adopted-town.ts'
import { buildTown } from '../town.ts'
import { startApp, type AppProcess } from './app-process.ts'
import { picker, type Run } from './drill.ts'
import { killTree, postmasterOf } from './processes.ts'
import { startProxy, type Proxy } from './proxy.ts'
import { at, promote, standbyOf, waitForStandby } from './standby.ts'
import { asked, order } from './wired-town.ts'

const writers = 16

/** An app on a wire to one of two databases, of which one follows the other over a wire of its own. */
interface Scene {
  base: string
  database: string
  app: AppProcess
  cookie: string
  wire: Proxy
  following: Proxy
  primary: Cluster
  standby: Cluster
}

/**
 * [R4] Two real PostgreSQL; the second takes over when the first is killed under load. Where commits wait for the
 * second, nothing acknowledged is lost.
 */
export const run: Run = async (rounds, seed) => {
  const scene = await openScene()
  const pick = picker(seed)
  const faults: string[] = []
  const times: number[] = []
  let [acknowledged, again] = [0, 0]
  try {
    for (let round = 0; round < rounds; round++) {
      const words = `seed ${seed}, round ${round}`
      await waitForStandby(scene.primary, true)
      const found = await killPrimary(scene, words, 100 + pick(200))
      faults.push(...found.faults, ...found.lost.map((text) => `${text}: acknowledged and lost`))
      times.push(found.tookOver)
      acknowledged += found.acknowledged
      again += found.again
      await followAnew(scene)
    }
    faults.push(...(await ledgerFaults(scene)))
    const alone = await withoutStandby(scene)
    faults.push(...alone.faults)
    // Where nobody waits for the second, what it has not heard of yet is lost.
    await waitForStandby(scene.primary, false)
    const careless = await killPrimary(scene, `seed ${seed}, control`, 100, true)
    const slowest = (Math.max(...times) / 1000).toFixed(1)
    return {
      claim: 'When the first of two databases is lost, the second has every acknowledged command',
      figure: `${rounds} primaries killed under ${writers} writers, ${acknowledged} acknowledged commands, ${again} sent again, ${faults.length} lost or doubled; written again after ${slowest} s at most, the ledger verifies; without its standby ${alone.refused} commands were refused, none acknowledged`,
      control: `asynchronous, with the standby behind: ${careless.lost.length} of ${careless.acknowledged} acknowledged commands lost`,
      faults,
      hasTeeth: careless.lost.length > 0,
    }
  } finally {
    await closeScene(scene)
  }
}

async function openScene(): Promise<Scene> {
  const town = await buildTown()
  await adoptIn(town, order)
  const { cookie } = await town.signedIn('alvarez')
  const base = mkdtempSync(join(tmpdir(), 'decorum-failover-'))
  await chmod(base, 0o755)
  const { cluster, name: database } = town.database
  const following = await startProxy(cluster.port)
  // The town's own database stays as it is: the two are copies of it.
  const primary = await standbyOf(cluster, join(base, newId()), following)
  await promote(primary)
  const wire = await startProxy(primary.port)
  following.leadTo(primary.port)
  const standby = await standbyOf(primary, join(base, newId()), following)
  const { blobsFolder, agency } = town
  const app = await startApp({
    databaseUrl: wire.through(primary.appUrl(database)),
    blobsFolder,
    ledgerFolder: `${blobsFolder}-ledger`,
    host: agency.host,
    at: town.now(),
  })
  return { base, database, app, cookie, wire, following, primary, standby }
}

async function closeScene({ base, app, wire, following, primary, standby }: Scene): Promise<void> {
  await app.kill()
  for (const cluster of [standby, primary]) await cluster.stop().catch(() => undefined)
  for (const proxy of [wire, following]) await proxy.close()
  await rm(base, { recursive: true, force: true })
}

/** The one that was killed is made anew, and follows the one that took over. */
async function followAnew(scene: Scene): Promise<void> {
  const { folder } = scene.standby
  scene.following.leadTo(scene.primary.port)
  scene.following.become('fair')
  scene.standby = await standbyOf(scene.primary, folder, scene.following)
}

interface Killed {
  faults: string[]
  lost: string[]
  acknowledged: number
  again: number
  /** Milliseconds from the kill until a command was acknowledged. */
  tookOver: number
}

/** Kills the primary under load, lets the other one take over, and looks for what was acknowledged. */
async function killPrimary(scene: Scene, words: string, enough: number, isBehind = false): Promise<Killed> {
  const { app, cookie, wire, following } = scene
  const acknowledged = new Set<string>()
  const open = new Map<string, string>()
  const faults: string[] = []
  const state = { isOver: false, killed: Infinity, tookOver: Infinity }
  let place = 0
  const write = async (text: string, key: string): Promise<void> => {
    const began = performance.now()
    const reply = await app.send('POST', '/api/requests', cookie, asked(text), key)
    if (reply?.status === 200) {
      acknowledged.add(text)
      open.delete(text)
      if (began > state.killed) state.tookOver = Math.min(state.tookOver, performance.now() - state.killed)
    } else open.set(text, key)
    if (reply !== undefined && reply.status !== 200 && reply.status !== 503)
      faults.push(`${words}: answered ${reply.status} ${JSON.stringify(reply.body)}`)
  }
  const writing = Array.from({ length: writers }, async () => {
    while (!state.isOver) {
      const before = open.size
      await write(`${words}, ${place++}`, newId())
      if (open.size > before) await pause(50)
    }
  })
  if (isBehind) following.become('swallow')
  while (acknowledged.size < enough) await pause(2)
  state.killed = performance.now()
  killTree(postmasterOf(scene.primary.folder))
  const before = new Set(acknowledged)
  await promote(scene.standby)
  ;[scene.primary, scene.standby] = [scene.standby, scene.primary]
  wire.leadTo(scene.primary.port)
  wire.become('fair')
  while (state.tookOver === Infinity) {
    if (performance.now() - state.killed > 60_000) throw new Error(`${words}: nobody took over`)
    await pause(5)
  }
  state.isOver = true
  await Promise.all(writing)
  const again = open.size
  if (!isBehind) for (const [text, key] of open) await write(text, key)
  for (const text of isBehind ? [] : open.keys()) faults.push(`${text}: not done when sent again`)
  const times = await timesOf(scene, words)
  const wanted = isBehind ? before : acknowledged
  const lost = [...wanted].filter((text) => !times.has(text))
  for (const [text, count] of times) if (count !== 1) faults.push(`${text}: there ${count} times`)
  return { faults, lost, acknowledged: wanted.size, again, tookOver: state.tookOver }
}

/** How often each draft of these words is there. */
function timesOf({ primary, database }: Scene, words: string): Promise<Map<string, number>> {
  return at(primary.ownerUrl(database), async (client) => {
    const { rows } = await client.query<{ text: string; times: number }>(
      `select content::json ->> 'text' as text, count(*)::int as times from request
        where position($1 in content) > 0 group by 1`,
      [`${words},`],
    )
    return new Map(rows.map(({ text, times }) => [text, times]))
  })
}

/** The ledger goes on where the other one left it, and verifies. */
async function ledgerFaults({ app, primary, database }: Scene): Promise<string[]> {
  const size = await app.sequence()
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: primary.ownerUrl(database),
      options: '-c decorum.agency=riverton -c timezone=UTC',
    })
    await client.connect()
    return client
  }
  const { findings } = await verify(open, 'riverton')
  return [
    ...findings.map(({ says }) => `the ledger: ${says}`),
    ...(size === undefined || size < 0 ? ['the ledger does not go on'] : []),
  ]
}

/** Nobody is told that a command is done while the one that has to have it is away. */
async function withoutStandby({
  app,
  cookie,
  primary,
  following,
}: Scene): Promise<{ faults: string[]; refused: number }> {
  await waitForStandby(primary, true)
  following.become('swallow')
  const faults: string[] = []
  let refused = 0
  const asking = Array.from({ length: 8 }, async (_, place) => {
    const start = performance.now()
    const reply = await app.send('POST', '/api/requests', cookie, asked(`alone ${place}`), newId())
    const took = performance.now() - start
    if (reply?.status === 503) refused++
    else faults.push(`without its standby a command was answered ${reply?.status}`)
    if (took > 10_000) faults.push(`without its standby a command was answered after ${Math.round(took)} ms`)
  })
  await Promise.all(asking)
  following.become('fair')
  return { faults, refused }
}
