import fc from 'fast-check'
import Fastify from 'fastify'
import { newId } from '../../src/platform/id.ts'
import { adoptIn } from '../adopted-town.ts'
import { askingIn } from '../asking.ts'
import { buildTown, townPeople, type Town } from '../town.ts'
import { apiRoutes, type ApiRoute, type Shot } from './api-routes.ts'
import { oneOf, picker, type Pick, type Run } from './drill.ts'
import { spoil, type Sent } from './spoil.ts'
import { order } from './wired-town.ts'

/** [R30, R26] Requests made from the API's own description, half of them broken on purpose, by everybody. */
export const run: Run = async (rounds, seed) => {
  const town = await buildTown({ demo: true })
  await adoptIn(town, order, { counsel: { memberId: 'kim' } })
  const pick = picker(seed)
  const routes = apiRoutes(town.app, await idsIn(town))
  const faults: string[] = []
  const well = new Set<string>()
  const statuses = new Map<number, number>()
  const shooting = shooter(town)
  let done = 0
  for (const shot of volleys(routes, rounds, seed)) {
    const sent = spoil(pick, shot)
    const { status, text } = await shooting(sent, oneOf(pick, [...townPeople, 'visitor'] as const))
    done++
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status < 300) well.add(shot.route)
    const told = `${sent.method} ${sent.url.slice(0, 120)} ${sent.payload?.slice(0, 200) ?? ''}: ${status} ${text.slice(0, 300)}`
    if (isFault(status, text)) faults.push(told)
    if (isTelling(text)) faults.push(`tells of its insides: ${told}`)
    if (done % 200 === 0) await mend(town)
  }
  if (Object.keys(Object.prototype).length > 0) faults.push('the prototype of all objects was changed')
  const deep = await timed(() => shooting(nested, 'alvarez'))
  if (deep > 250) faults.push(`10 MB of brackets took ${Math.round(deep)} ms to refuse`)
  const careless = await faultsOfCareless(Math.min(200, rounds), pick)
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${times} x ${status}`)
  return {
    claim:
      'Whatever is sent, the API answers by its own description, with no fault and nothing of its insides',
    figure: `${done} requests to ${routes.length} routes (${well.size} of them also answered well), ${faults.length} faults; ${told.join(', ')}`,
    control: `a handler that trusts what it is sent: ${careless} faults in ${Math.min(200, rounds)}`,
    faults,
    hasTeeth: careless > 0,
  }
}

/** Shots at all routes in turn. */
function* volleys(routes: readonly ApiRoute[], rounds: number, seed: number): Generator<Shot> {
  for (let done = 0, volley = 0; done < rounds; volley++)
    for (const route of routes) {
      if (done++ >= rounds) return
      const [shot] = fc.sample(route.shots, { numRuns: 1, seed: seed + volley * 1_000 + done })
      if (shot) yield shot
    }
}

/** Sends as somebody of the town, who signs in again when they were signed out. */
function shooter(town: Town): (sent: Sent, name: string) => Promise<{ status: number; text: string }> {
  const cookies = new Map<string, string>()
  return async ({ method, url, payload, type }, name) => {
    if (!cookies.has(name)) cookies.set(name, name === 'visitor' ? '' : (await town.signedIn(name)).cookie)
    const { host } = town.agency
    const response = await town.app.inject({
      method,
      url,
      headers: {
        host,
        origin: `http://${host}`,
        'idempotency-key': newId(),
        cookie: cookies.get(name) ?? '',
        ...(payload === undefined ? {} : { 'content-type': type }),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    if (response.statusCode === 401) cookies.delete(name)
    return { status: response.statusCode, text: response.payload }
  }
}

const nested: Sent = {
  method: 'POST',
  url: '/api/requests',
  payload: '['.repeat(10 * 1024 * 1024),
  type: 'application/json',
}

/** A refusal that says what cannot be had is an answer; every other 5xx is a fault. */
function isFault(status: number, text: string): boolean {
  return status >= 500 && !(status === 503 && text.includes('"unavailable"') && !text.includes('database'))
}

/** Stack traces, files, SQL: what nobody outside should read. */
function isTelling(text: string): boolean {
  return /node_modules|\\n +at |\.ts:\d+:\d+|violates (?:check|foreign|unique|not-null|row-level)|syntax error at|duplicate key value/.test(
    text,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Ids that exist: of people, requests, a permission, versions, positions. */
async function idsIn(town: Town): Promise<string[]> {
  const { ask, asked, moves, approved } = askingIn(town)
  const ids: string[] = [...townPeople]
  for (let n = 0; n < 6; n++) {
    const { requestId } = await ask('alvarez', asked({ text: `Words ${n}.` }))
    if (n % 2 === 0) await moves('alvarez', requestId, 'submit')
    ids.push(requestId)
  }
  const { permissionId } = await approved()
  const versions = await town.db.selectFrom('orderVersion').select('versionId').execute()
  const holdings = await town.db.selectFrom('holding').select('holdingId').execute()
  return [
    ...ids,
    permissionId,
    ...versions.map(({ versionId }) => versionId),
    ...holdings.map(({ holdingId }) => holdingId),
    'squad-a',
    'patrol',
  ]
}

/** Whoever was sent away by chance comes back, so that the drill goes on with all its people. */
async function mend(town: Town): Promise<void> {
  await town.database.owner(town.agency.agencyId).updateTable('member').set({ to: null }).execute()
  town.app.callers.forget(town.agency)
}

/** The control: a handler that believes what it is sent, under the same fire. */
async function faultsOfCareless(rounds: number, pick: Pick): Promise<number> {
  const app = Fastify()
  app.post('/api/careless', (request) => {
    const body: unknown = request.body
    return { first: Object.entries(Object(body).content)[0]?.[0].length, text: Object(body).text.trim() }
  })
  let faults = 0
  for (let n = 0; n < rounds; n++) {
    const body = { content: { text: 'a' }, text: 'b' }
    const { method, url, payload, type } = spoil(pick, {
      route: '',
      method: 'POST',
      url: '/api/careless',
      body,
    })
    const response = await app.inject({
      method,
      url,
      headers: { 'content-type': type },
      ...(payload === undefined ? {} : { payload }),
    })
    if (isFault(response.statusCode, response.payload)) faults++
  }
  await app.close()
  return faults
}
