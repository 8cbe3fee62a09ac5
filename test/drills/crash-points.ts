import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { openSigner } from '../../src/ledger/signer.ts'
import { verify } from '../../src/ledger/verify.ts'
import { newId } from '../../src/platform/id.ts'
import { adoptIn } from '../adopted-town.ts'
import { buildTown, type Town, type Townsperson } from '../town.ts'
import { startApp, type AppProcess, type AppSettings, type Counting, type Reply } from './app-process.ts'
import { picker, type Pick, type Run } from './drill.ts'
import { footprint, lifeOfARequest, type Known } from './life.ts'
import { order } from './wired-town.ts'

/**
 * [R1] The app is killed at a numbered point of a request's whole life (before a statement is sent, after its answer,
 * when a request comes in, when its answer has gone out, while the ledger is signed); another one takes over, and
 * whoever had no answer sends again. Afterwards everything stands as if nobody had been killed.
 */
export const run: Run = async (rounds, seed) => {
  const scene = await begin()
  const pick = picker(seed)
  const points = (await live(scene, 'nobody is killed', undefined)).passed
  const faults: string[] = []
  let kills = 0
  const numbers = Array.from({ length: points }, (_, n) => n + 1)
  for (let round = 0; round < rounds; round++) {
    // Every point comes up before one comes up again.
    if (numbers.length === 0) numbers.push(...Array.from({ length: points }, (_, n) => n + 1))
    const [point = 1] = numbers.splice(rounds < points ? pick(numbers.length) : 0, 1)
    const lived = await live(scene, `seed ${seed}, round ${round}, killed at ${point}`, point)
    faults.push(...lived.faults)
    if (lived.wasKilled) kills++
  }
  faults.push(...(await unverified(scene)))
  const teeth = await bite(scene, rounds < 50 ? 2 : 8, pick)
  await scene.kill()
  return {
    claim:
      'The app may be killed at any moment: nothing acknowledged is lost, nothing is done twice or by half',
    figure: `${kills} kills at ${Math.min(rounds, points)} of ${points} numbered points, ${faults.length} faults; the ledger verifies`,
    control: `without transactions ${teeth.transactionless} of ${teeth.tried} lives were left in halves; sent again under new keys, ${teeth.keyless} of ${teeth.tried} were faulty`,
    faults,
    hasTeeth: teeth.transactionless > 0 && teeth.keyless > 0,
  }
}

interface Scene {
  town: Town
  settings: AppSettings
  cookies: ReadonlyMap<string, string>
  client: pg.Client
  /** The app that runs, and the one that stands ready to take over. */
  app: AppProcess
  spare: Promise<AppProcess>
  replace: () => Promise<void>
  kill: () => Promise<void>
}

async function begin(): Promise<Scene> {
  const town = await buildTown()
  await adoptIn(town, order)
  const ledgerFolder = mkdtempSync(join(tmpdir(), 'decorum-ledger-'))
  const client = new pg.Client(town.database.cluster.ownerUrl(town.database.name))
  // The cluster is stopped first.
  client.on('error', () => undefined)
  await client.connect()
  after(async () => {
    await client.end()
    await rm(ledgerFolder, { recursive: true, force: true })
  })
  const cookies = new Map<string, string>()
  for (const name of ['alvarez', 'bell', 'chen', 'diaz'] satisfies Townsperson[])
    cookies.set(name, (await town.signedIn(name)).cookie)
  const { databaseUrl, blobsFolder, agency } = town
  const settings = { databaseUrl, blobsFolder, ledgerFolder, host: agency.host, at: town.now() }
  const scene: Scene = {
    town,
    settings,
    cookies,
    client,
    app: await startApp(settings),
    spare: startApp(settings),
    replace: async () => {
      await scene.app.kill()
      scene.app = await scene.spare
      scene.spare = startApp(scene.settings)
    },
    kill: async () => {
      await scene.app.kill()
      await (await scene.spare).kill()
    },
  }
  return scene
}

interface Lived {
  faults: string[]
  wasKilled: boolean
  passed: number
}

/** One life of a request; the app dies at a point of it, and a step without an answer is sent again. */
async function live(
  scene: Scene,
  words: string,
  point: number | undefined,
  { counting = 'any', isKeyless = false }: { counting?: Counting; isKeyless?: boolean } = {},
): Promise<Lived> {
  const { cookies, client, town } = scene
  const faults: string[] = []
  const known: Known = { words, permissionId: undefined, requestId: undefined }
  const keys: string[] = []
  let [wasKilled, passed] = [false, 0]
  await scene.app.arm(point ?? Number.MAX_SAFE_INTEGER, counting)
  for (const step of lifeOfARequest) {
    let key = newId()
    const send = (): Promise<Reply> => {
      const { method, url, body } = step.ask(known)
      return scene.app.send(method, url, cookies.get(step.by) ?? '', body, key)
    }
    let reply = await send()
    if (reply === undefined) {
      wasKilled = true
      await scene.replace()
      if (isKeyless) key = newId()
      reply = await send()
    }
    keys.push(key)
    if (reply?.status !== 200) {
      faults.push(`${words}: ${step.name} was answered ${reply?.status} ${JSON.stringify(reply?.body)}`)
      return { faults, wasKilled, passed }
    }
    await step.learn?.(known, reply.body, client)
  }
  if ((await scene.app.sequence()) === undefined) {
    wasKilled = true
    await scene.replace()
    if ((await scene.app.sequence()) === undefined) faults.push(`${words}: the ledger is not signed again`)
  }
  passed = await scene.app.passed()
  const stands = await footprint(client, town.agency.agencyId, known, keys)
  if (stands !== expected.value && expected.value !== undefined)
    faults.push(`${words}: left ${stands}\n    where ${expected.value} was wanted`)
  expected.value ??= stands
  return { faults, wasKilled, passed }
}

/** What the life without a kill leaves: the measure of all others. */
const expected: { value: string | undefined } = { value: undefined }

/** Does the whole ledger verify, after all? */
async function unverified({ town, settings }: Scene): Promise<string[]> {
  const signer = await openSigner(settings.ledgerFolder, town.agency)
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client(town.database.cluster.ownerUrl(town.database.name))
    await client.connect()
    return client
  }
  const verdict = await verify(open, town.agency.agencyId, { log: signer.key })
  return verdict.findings.map(({ says }) => `the ledger does not verify: ${says}`)
}

/** The controls: the same kills where nothing is a transaction, and where each sending has a key of its own. */
async function bite(
  scene: Scene,
  tried: number,
  pick: Pick,
): Promise<{ transactionless: number; keyless: number; tried: number }> {
  let [transactionless, keyless] = [0, 0]
  const whole = scene.settings
  for (let i = 0; i < tried; i++) {
    const how = { counting: 'commit', isKeyless: true } as const
    const lived = await live(scene, `control ${i}, without keys`, 1 + pick(lifeOfARequest.length), how)
    if (lived.faults.length > 0) keyless++
  }
  scene.settings = { ...whole, isTransactionless: true }
  // What stands ready was started with the settings of before.
  await scene.replace()
  await scene.replace()
  for (let i = 0; i < tried; i++) {
    // Within the first commands, after the first thing that is written.
    const point = 5 + pick(30)
    const lived = await live(scene, `control ${i}, without transactions`, point, { counting: 'inside' })
    if (lived.faults.length > 0) transactionless++
  }
  return { transactionless, keyless, tried }
}
