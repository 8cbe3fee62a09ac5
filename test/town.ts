import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Networks } from '../src/accounts/networks/network.ts'
import type { Agency } from '../src/members/caller.ts'
import { command, type Record } from '../src/ledger/command.ts'
import { addPosition, hold } from '../src/members/positions.ts'
import { memberFormSchema, type MemberForm } from '../src/members/schema.ts'
import { startSession } from '../src/members/session.ts'
import { addMember } from '../src/members/store.ts'
import type { Db, Tx } from '../src/platform/db.ts'
import { later } from '../src/platform/day.ts'
import type { App } from '../src/platform/http.ts'
import { newId } from '../src/platform/id.ts'
import { buildApp } from '../src/server/app.ts'
import { addAgency, testDatabase, type TestDatabase } from './database.ts'

/** What a request is answered with. */
export interface Answered {
  status: number
  body: unknown
  headers: Readonly<{ [name: string]: string | string[] | number | undefined }>
  /** The cookies it sets, as they would be sent back. */
  cookie: string
}

/** Somebody at a browser: signed in, or a visitor. */
export interface Person {
  memberId: string
  cookie: string
  get: (url: string) => Promise<Answered>
  /** Sends with a fresh Idempotency-Key, unless one is given. */
  send: (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: { [name: string]: string },
  ) => Promise<Answered>
  post: (url: string, body?: object) => Promise<Answered>
  put: (url: string, body?: object) => Promise<Answered>
  patch: (url: string, body?: object) => Promise<Answered>
}

/**
 * The people of a town, by their ids. Alvarez reports to Bell, Bell to Chen, Chen to Diaz, the chief; Grant sits beside
 * Alvarez, Hale leads another squad, Ito is a civilian in records, Jones administers Decorum, Kim is counsel, Lopez keeps
 * records.
 */
export const townPeople = [
  'alvarez',
  'bell',
  'chen',
  'diaz',
  'grant',
  'hale',
  'ito',
  'jones',
  'kim',
  'lopez',
] as const
export type Townsperson = (typeof townPeople)[number]

export interface Town {
  app: App
  database: TestDatabase
  databaseUrl: string
  db: Db
  agency: Agency
  blobsFolder: string
  /** The town's own time; it stands until it is moved. */
  now: () => string
  moveTo: (at: string) => void
  pass: (by: { hours?: number; minutes?: number; seconds?: number }) => void
  /** A browser in which this member has just signed in. */
  signedIn: (name: Townsperson | (string & {})) => Promise<Person>
  visitor: Person
  /** A command by the functions of the modules, as the CLI makes it. */
  does: (by: string, name: string, work: (tx: Tx, record: Record) => Promise<void>) => Promise<void>
}

const people: { [name in Townsperson]: Partial<MemberForm> & { name: string } } = {
  alvarez: { name: 'Ana Alvarez', badge: '101', rank: 'Officer', unit: 'Patrol A' },
  bell: { name: 'Ben Bell', badge: '201', rank: 'Sergeant', unit: 'Patrol A' },
  chen: { name: 'Cora Chen', badge: '301', rank: 'Lieutenant', unit: 'Patrol' },
  diaz: { name: 'Dan Diaz', badge: '1', rank: 'Chief', unit: 'Command' },
  grant: { name: 'Gus Grant', badge: '102', rank: 'Officer', unit: 'Patrol A' },
  hale: { name: 'Hana Hale', badge: '202', rank: 'Sergeant', unit: 'Patrol B' },
  ito: { name: 'Ines Ito', kind: 'civilian', unit: 'Records' },
  jones: { name: 'Jo Jones', kind: 'civilian', unit: 'IT', granted: ['administrator'] },
  kim: { name: 'Kay Kim', kind: 'town-employee', unit: 'Law', granted: ['counsel'] },
  lopez: { name: 'Luz Lopez', kind: 'civilian', unit: 'Records', granted: ['records-custodian'] },
}

/** Position, title, what it reports to, who holds it. */
const desks = [
  ['chief', 'Chief of Police', null, ['diaz']],
  ['patrol', 'Patrol Commander', 'chief', ['chen']],
  ['squad-a', 'Squad A Supervisor', 'patrol', ['bell']],
  ['squad-b', 'Squad B Supervisor', 'patrol', ['hale']],
  ['officer-a', 'Patrol Officer, Squad A', 'squad-a', ['alvarez', 'grant']],
  ['records', 'Records Clerk', 'chief', ['ito', 'lopez']],
  ['systems', 'Systems Administrator', 'chief', ['jones']],
] as const

export interface TownSettings {
  /** Another agency of the same installation, with the same database. */
  beside?: Town
  agencyId?: string
  demo?: boolean
  webFolder?: string
  rate?: number
  signInRate?: number
  /** `host:port` of the fakes that its server speaks to. */
  allow?: readonly string[]
  networks?: Networks
}

/** The one fictional town: its department `riverton` on a real server and a real database, built by commands. */
export async function buildTown(settings: TownSettings = {}): Promise<Town> {
  const { agencyId = 'riverton', beside } = settings
  const database = beside?.database ?? (await testDatabase())
  await addAgency(database, agencyId)
  const host = `${agencyId}.localhost`
  const agency = { agencyId, name: `${agencyId} Police Department`, host, zone: 'America/New_York' }
  const db = database.db(agencyId)
  let at = '2026-11-21T15:00:00Z'
  const now = (): string => beside?.now() ?? at
  const databaseUrl = database.cluster.appUrl(database.name)
  const blobsFolder = beside?.blobsFolder ?? mkdtempSync(join(tmpdir(), 'decorum-blobs-'))
  const app = beside?.app ?? (await serverOf(settings, { databaseUrl, blobsFolder, now }))
  const does: Town['does'] = async (by, name, work) => {
    const made = { agencyId, by, key: newId(), name, at: now(), input: null }
    await command(db, made, async (tx, record) => {
      await work(tx, record)
      return null
    })
    app.callers.forget(agency)
  }
  await populate(agencyId, does)
  return {
    app,
    database,
    databaseUrl,
    db,
    agency,
    blobsFolder,
    now,
    moveTo: (to) => {
      at = to
    },
    pass: (by) => {
      at = later(at, by)
    },
    signedIn: async (memberId) => {
      let secret = ''
      await does(memberId, 'session.start', async (tx, record) => {
        const started = await startSession(tx, record, agencyId, { memberId, by: 'password', at: now() })
        secret = started.secret
      })
      return personAt(app, host, memberId, `${app.house.cookieName}=${secret}`)
    },
    visitor: personAt(app, host, 'visitor', ''),
    does,
  }
}

async function serverOf(
  settings: TownSettings,
  { databaseUrl, blobsFolder, now }: { databaseUrl: string; blobsFolder: string; now: () => string },
): Promise<App> {
  const ledgerFolder = mkdtempSync(join(tmpdir(), 'decorum-ledger-'))
  const { app } = await buildApp({
    databaseUrl,
    origin: 'http://riverton.localhost',
    clock: now,
    log: false,
    rate: settings.rate ?? 1_000_000,
    signInRate: settings.signInRate ?? 1_000_000,
    demo: settings.demo ?? false,
    secrets: { seal: '00'.repeat(32) },
    webFolder: settings.webFolder,
    blobsFolder,
    ledgerFolder,
    connecting: { patience: 20_000 },
    allowHosts: settings.allow ?? [],
    ...(settings.networks ? { networks: settings.networks } : {}),
  })
  after(async () => {
    await app.close()
    for (const folder of [blobsFolder, ledgerFolder]) await rm(folder, { recursive: true, force: true })
  })
  return app
}

async function populate(agencyId: string, does: Town['does']): Promise<void> {
  const from = '2020-01-01'
  await does('system', 'members.add', async (tx, record) => {
    for (const memberId of townPeople) {
      const form = { kind: 'sworn', from, email: `${memberId}@${agencyId}.example`, ...people[memberId] }
      await addMember(tx, record, agencyId, memberId, memberFormSchema.parse(form))
    }
  })
  await does('system', 'positions.add', async (tx, record) => {
    for (const [positionId, title, reportsTo, holders] of desks) {
      const office = positionId === 'chief' ? 'chief' : null
      await addPosition(tx, record, agencyId, positionId, { title, unit: null, reportsTo, office, from })
      for (const memberId of holders)
        await hold(tx, record, agencyId, newId(), { positionId, memberId, acting: false, from, to: null })
    }
  })
}

/** A browser with a cookie, at the address of an agency. */
export function personAt(app: App, host: string, memberId: string, cookie: string): Person {
  const send: Person['send'] = async (method, url, body, headers = {}) => {
    const response = await app.inject({
      method,
      url,
      headers: {
        host,
        origin: `http://${host}`,
        'idempotency-key': newId(),
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    return answered(response)
  }
  return {
    memberId,
    cookie,
    get: async (url) =>
      answered(
        await app.inject({
          method: 'GET',
          url,
          headers: { host, ...(cookie === '' ? {} : { cookie }) },
        }),
      ),
    send,
    post: (url, body) => send('POST', url, body),
    put: (url, body) => send('PUT', url, body),
    patch: (url, body) => send('PATCH', url, body),
  }
}

function answered(response: {
  statusCode: number
  body: string
  headers: Answered['headers']
  cookies: readonly { name: string; value: string }[]
}): Answered {
  const { statusCode: status, body, headers, cookies } = response
  const isJson = headers['content-type']?.toString().startsWith('application/json') === true
  return {
    status,
    headers,
    body: isJson ? JSON.parse(body) : body,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  }
}
