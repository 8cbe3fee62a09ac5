import fc from 'fast-check'
import pg from 'pg'
import { newId } from '../../src/platform/id.ts'
import { adoptIn } from '../adopted-town.ts'
import { askingIn } from '../asking.ts'
import { buildTown, type Person, type Town, type Townsperson } from '../town.ts'
import { apiRoutes, type ApiRoute, type Shot } from './api-routes.ts'
import { oneOf, picker, type Pick, type Run } from './drill.ts'
import { order } from './wired-town.ts'

const marks = { agency: 'lakeside', private: 'Alvarez-private' } as const

/**
 * [R24] Two departments on one installation. People of Riverton send the ids of everything that Lakeside has, in every
 * place where an id can stand; colleagues send the ids of what is Alvarez's alone. Nothing comes back, nothing is
 * changed, and an id that exists is answered like one that does not.
 */
export const run: Run = async (rounds, seed) => {
  const riverton = await buildTown()
  const lakeside = await buildTown({ agencyId: 'lakeside', beside: riverton })
  for (const town of [riverton, lakeside]) await adoptIn(town, order)
  const client = new pg.Client(riverton.database.cluster.ownerUrl(riverton.database.name))
  client.on('error', () => undefined)
  await client.connect()
  const foreign = await belongings(lakeside)
  const secrets = await belongings(riverton)
  const strangers: Siege = {
    town: riverton,
    ids: [...foreign, ...(await idsOf(client, 'lakeside', 'riverton'))],
    names: ['alvarez', 'diaz', 'jones', 'kim', 'lopez'],
    // Their own department's name is on nobody else's page.
    isLeak: (text, sent) => text.toLowerCase().includes(marks.agency) && !sent.includes(marks.agency),
    guarded: 'lakeside',
  }
  const colleagues: Siege = {
    town: riverton,
    ids: secrets,
    names: ['grant', 'hale', 'ito', 'jones'],
    isLeak: (text, sent) => text.includes(marks.private) && !sent.includes(marks.private),
    guarded: undefined,
  }
  const pick = picker(seed)
  const faults: string[] = []
  let [requests, pairs] = [0, 0]
  const before = await digests(client)
  for (const [place, siege] of [strangers, colleagues].entries()) {
    const found = await besiege(siege, Math.ceil(rounds / 2), seed + place, pick)
    faults.push(...found.faults)
    requests += found.requests
    pairs += found.pairs
  }
  const after = await digests(client)
  if (before.lakeside !== after.lakeside) faults.push('something of Lakeside was changed from Riverton')
  if (before.alvarez !== after.alvarez)
    faults.push('a request or permission of Alvarez was changed by colleagues')
  await client.end()
  const [insider, author] = [
    await besiege({ ...strangers, town: lakeside }, Math.min(400, rounds), seed, picker(seed)),
    await besiege({ ...colleagues, names: ['alvarez'] }, Math.min(400, rounds), seed, picker(seed)),
  ]
  return {
    claim:
      'No id of another department, or of what is a colleague’s alone, opens, changes or betrays anything',
    figure: `${requests} requests with ${new Set([...strangers.ids, ...secrets]).size} ids, ${pairs} compared with ids that nobody has, ${faults.length} leaks`,
    control: `the same requests by people of Lakeside: ${insider.leaks} answers with their words; by Alvarez: ${author.leaks}`,
    faults,
    hasTeeth: insider.leaks > 0 && author.leaks > 0,
  }
}

/** Who tries what on whom. */
interface Siege {
  town: Town
  ids: readonly string[]
  names: readonly Townsperson[]
  isLeak: (text: string, sent: string) => boolean
  guarded: string | undefined
}

interface Besieged {
  faults: string[]
  leaks: number
  requests: number
  pairs: number
}

async function besiege(siege: Siege, rounds: number, seed: number, pick: Pick): Promise<Besieged> {
  const { town, ids, names, isLeak } = siege
  // What ends one's own session, or one's own agency's order, says nothing of others.
  const routes = apiRoutes(town.app, ids).filter(({ name }) => !/sign-|adopt|ledger|self-check/.test(name))
  const people = new Map<string, Person>()
  const faults: string[] = []
  const counted = { requests: 0 }
  let [leaks, pairs] = [0, 0]
  const send = async (
    name: Townsperson,
    { method, url, body }: Shot,
  ): Promise<{ status: number; text: string }> => {
    const person = people.get(name) ?? (await town.signedIn(name))
    people.set(name, person)
    counted.requests++
    const answer =
      method === 'GET'
        ? await person.get(url)
        : await person.send(method, url, typeof body === 'object' && body !== null ? body : undefined)
    if (answer.status === 401) people.delete(name)
    return {
      status: answer.status,
      text: JSON.stringify(answer.body) + JSON.stringify(answer.headers['etag'] ?? ''),
    }
  }
  // The first ids are of what people would look for.
  const direct = [...shuffled(knocks(routes, ids), pick), ...shuffled(knocks(routes, ids.slice(0, 7)), pick)]
  for (let tries = 0; counted.requests < rounds; tries++) {
    const name = oneOf(pick, names)
    // First every door with every id; then whatever a schema lets in, with ids in any place.
    const shot = direct.pop() ?? fc.sample(oneOf(pick, routes).shots, { numRuns: 1, seed: seed + tries })[0]
    if (!shot || !ids.some((id) => spoken(shot).includes(id))) continue
    const got = await send(name, shot)
    if (isLeak(got.text, spoken(shot))) {
      leaks++
      faults.push(`${name}, ${shot.method} ${shot.url}: ${got.text.slice(0, 300)}`)
    }
    if (shot.method !== 'GET') continue
    // Whoever asks for what nobody has is answered alike, to the word.
    const twin = await send(name, otherwise(shot, ids))
    pairs++
    const [one, other] = [plain(got.text, ids), plain(twin.text, ids)]
    if (got.status !== twin.status || one !== other)
      faults.push(
        `${name}, ${shot.url} is told from one that is not: ${got.status} ${one.slice(0, 150)} / ${twin.status} ${other.slice(0, 150)}`,
      )
  }
  return { faults, leaks, requests: counted.requests, pairs }
}

function spoken({ url, body }: Shot): string {
  return url + (JSON.stringify(body) ?? '')
}

/** The same request with ids that nobody has. */
function otherwise(shot: Shot, ids: readonly string[]): Shot {
  let { url } = shot
  for (const id of ids)
    if (url.includes(id)) url = url.replaceAll(id, id.length === 64 ? 'f'.repeat(64) : newId())
  return { ...shot, url }
}

/** An answer without the ids that were sent and the time it took. */
function plain(text: string, ids: readonly string[]): string {
  let said = text
  for (const id of ids) if (said.includes(id)) said = said.replaceAll(id, 'ID')
  return said.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|f{64}/g, 'ID')
}

/** Every route that is read by one id, with every id. */
function knocks(routes: readonly ApiRoute[], ids: readonly string[]): Shot[] {
  return routes.flatMap(({ name }) => {
    const [method, path = ''] = name.split(' ')
    if (method !== 'GET' || path.split('{').length !== 2) return []
    return ids.map((id) => ({ route: name, method, url: path.replace(/\{\w+\}/, id), body: undefined }))
  })
}

function shuffled<One>(all: readonly One[], pick: Pick): One[] {
  const placed = all.map((one) => ({ one, place: pick(1_000_000) }))
  return placed.toSorted((a, b) => a.place - b.place).map(({ one }) => one)
}

/** What a town has that is nobody else's business: a draft, a request on its way, a permission, a picture, a session. */
async function belongings(town: Town): Promise<string[]> {
  const { ask, asked, moves, approved, by } = askingIn(town)
  const text = town.agency.agencyId === marks.agency ? `At ${marks.agency}.` : `${marks.private}.`
  const alvarez = await by('alvarez')
  const draft = await ask('alvarez', asked({ text }))
  const sent = await ask('alvarez', asked({ text, why: text }))
  await moves('alvarez', sent.requestId, 'submit')
  const permission = await approved('alvarez', asked({ text }))
  const sessions = await town.database
    .owner(town.agency.agencyId)
    .selectFrom('session')
    .select('sessionId')
    .where('agencyId', '=', town.agency.agencyId)
    .where('memberId', '=', alvarez.memberId)
    .execute()
  return [
    draft.requestId,
    sent.requestId,
    permission.requestId,
    permission.permissionId,
    ...sessions.slice(0, 3).map(({ sessionId }) => sessionId),
  ]
}

/** Every id in any row of one agency that no row of another has. */
async function idsOf(client: pg.Client, agencyId: string, other: string): Promise<string[]> {
  const found = async (agency: string): Promise<Set<string>> => {
    const ids = new Set<string>()
    for (const table of await tablesIn(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${table} t where agency_id = $1`,
        [agency],
      )
      for (const { row } of rows)
        for (const [id] of row.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) ids.add(id)
    }
    return ids
  }
  const theirs = await found(other)
  return [...(await found(agencyId))].filter((id) => !theirs.has(id))
}

async function tablesIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.columns where table_schema = 'public' and column_name = 'agency_id' order by 1",
  )
  return rows.map(({ name }) => name)
}

/** Hashes of all that Lakeside has, and of what Alvarez asked for. */
async function digests(client: pg.Client): Promise<{ lakeside: string; alvarez: string }> {
  const digest = async (table: string, where: string): Promise<string> => {
    const { rows } = await client.query<{ hash: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t where ${where}`,
    )
    return `${table} ${rows[0]?.hash}`
  }
  const lakeside: string[] = []
  // A session is touched by its own use, and nobody of Lakeside is signed in here.
  for (const table of await tablesIn(client)) lakeside.push(await digest(table, "agency_id = 'lakeside'"))
  const his = "agency_id = 'riverton' and %s = 'alvarez'"
  const alvarez = [
    await digest('request', his.replace('%s', 'author')),
    await digest('permission', his.replace('%s', 'holder')),
  ]
  return { lakeside: lakeside.join(), alvarez: alvarez.join() }
}
