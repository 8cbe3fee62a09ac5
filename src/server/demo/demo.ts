import { rm } from 'node:fs/promises'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { newestOrder } from '../../adoption/adopted.ts'
import { shelfCases } from '../../adoption/pack.ts'
import { questionsFor } from '../../adoption/questions.ts'
import { sequence } from '../../ledger/sequence.ts'
import { openSigner } from '../../ledger/signer.ts'
import { now } from '../../platform/clock.ts'
import { dayIn } from '../../platform/day.ts'
import { openPool } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addAgency } from '../agency.ts'
import { buildApp } from '../app.ts'
import { deliveringOf } from '../../posts/deliver-soon.ts'
import { runDue } from '../due.ts'
import { migrateHouse, type House } from '../house.ts'
import type { AnswerSheet } from './acknowledging.ts'
import { chanceOf } from './chance.ts'
import type { DemoNetworks } from './networks.ts'
import { tellOfficial } from './official.ts'
import { agencyId, claim, dropTelling, writeMark } from './mark.ts'
import { desksToOpen, emailOf, joining, smallTown, townspeople } from './people.ts'
import { recordsAskedSince } from './recording.ts'
import { tellerOf } from './teller.ts'
import { tellYear } from './year.ts'

export interface DemoSettings {
  /** The address of the demonstration, `http://localhost:8080`. */
  origin: string
  seed: string
  isSmall: boolean
  /** The made-up networks on which the town has pages. */
  networks: DemoNetworks
}

export interface Told {
  /** Whom to open, and what is seen from there. */
  people: readonly { name: string; role: string }[]
}

const zone = 'America/New_York'
const name = 'Riverton Police Department'
const days = 371

/**
 * Tells the town's year into a house, once: a house in which it was told is left as it is, one in which the telling was
 * cut off begins anew. Refuses, before it touches anything, a house that its database does not say is a demonstration's.
 */
export async function tellOnce(
  house: House,
  settings: DemoSettings,
  say: (line: string) => void,
): Promise<Told> {
  const mark = await claim(house)
  const { seed, isSmall, networks } = settings
  if (mark?.told === true) {
    await migrateHouse(house)
    say(`The town stands as it was left (seed "${mark.seed}").`)
    if (!networks.isOld)
      say('An earlier version told it, without pages and posts; another --data folder gets the whole story.')
    return toldOf(mark.isSmall)
  }
  if (mark) {
    say('The last telling was cut off; it begins anew.')
    await clear(house)
    await networks.forget()
  }
  await migrateHouse(house)
  await writeMark(house, { seed, isSmall, told: false })
  await tell(house, settings, say)
  await writeMark(house, { seed, isSmall, told: true })
  return toldOf(isSmall)
}

function toldOf(isSmall: boolean): Told {
  return { people: desksToOpen.filter((one) => isThere(one.name, isSmall)) }
}

function isThere(fullName: string, isSmall: boolean): boolean {
  const person = townspeople.find((one) => one.name === fullName)
  return person !== undefined && (!isSmall || smallTown.has(person.key))
}

async function tell(
  house: House,
  { origin, seed, isSmall, networks }: DemoSettings,
  say: (line: string) => void,
): Promise<void> {
  if (house.ownerUrl === undefined)
    throw new Refusal('malformed', 'a demonstration makes its agency as the owner; set DECORUM_OWNER_URL')
  const began = performance.now()
  const people = isSmall ? townspeople.filter(({ key }) => smallTown.has(key)) : townspeople
  say(`Telling a year of ${people.length} people in Riverton (seed "${seed}").`)
  const ends = now()
  const first = Temporal.PlainDate.from(dayIn(zone, ends)).subtract({ days })
  const begins = first.toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).toInstant().toString()
  const { host } = new URL(origin)
  const { hostname } = new URL(origin)
  const agency = { agencyId, name, host: hostname, zone }
  // Of a telling that is cut off nothing is kept, so no commit needs to wait for the disk.
  await owned(house, "set synchronous_commit = 'off'")
  await addAgency(house.ownerUrl, agency, { name: 'Jo Jones', email: emailOf('jones') }, begins)

  let clock = (): string => begins
  const { app, dbOf } = await buildApp({
    databaseUrl: house.appUrl,
    blobsFolder: house.blobsFolder,
    ledgerFolder: house.ledgerFolder,
    secrets: house.secrets,
    origin,
    clock: () => clock(),
    log: false,
    rate: 1_000_000_000,
    demo: true,
    allowHosts: networks.hosts,
    connecting: { max: 8, patience: 20_000 },
  })
  const pool = openPool(house.appUrl, agencyId, { max: 2, patience: 60_000 })
  const speaksSince = isSmall ? 230 : 0
  try {
    const db = dbOf(agencyId)
    const signer = await openSigner(house.ledgerFolder, agency)
    let mornings = 0
    let isStirred = false
    const teller = tellerOf({
      app,
      origin,
      host,
      zone,
      begins,
      ends,
      names: new Map([...townspeople, ...joining].map((one) => [one.name, one.key])),
      daily: async (at) => {
        // A small town says nothing in public for most of its year, and little falls due.
        const isQuiet = mornings < speaksSince && mornings % 4 > 0
        const without = leftOut(mornings, isStirred, speaksSince)
        if (!isQuiet) await runDue(db, agency, at, refuseFault, deliveringOf(app), without)
        isStirred = false
        // Once a week, so that the ledger has checkpoints of its whole year.
        if (mornings++ % 7 === 6) await sequence(pool.pool, agencyId, signer, at)
      },
    })
    clock = teller.clock
    networks.live(teller.clock)
    const sheet: AnswerSheet = async (memberId, attempt) => {
      const order = await newestOrder(db, agencyId)
      if (!order) throw new Error('nobody is asked before an order is adopted')
      const { questions } = order.settings
      const asked = questionsFor(order, shelfCases(order.pack), questions, { memberId, attempt })
      return new Map(asked.map(({ question, ruling }) => [question.questionId, ruling.outcome]))
    }
    await teller.meet()
    const requests = isSmall ? 10 : 100
    const town = { name, zone, first: first.toString(), days, people, requests, sheet }
    const chance = chanceOf(seed)
    tellYear(teller, chance, town)
    const official = { ...town, speaksSince }
    tellOfficial(teller, chance.of('in public'), official, networks, {
      sent: () => app.deliverSoon(agency),
      stirred: () => (isStirred = true),
    })
    const sent = await teller.run()
    await runDue(db, agency, ends, refuseFault, deliveringOf(app))
    await sequence(pool.pool, agencyId, signer, ends)
    // A commit that waits makes all those before it durable.
    await owned(house, 'reset synchronous_commit')
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`Told in ${seconds} s, with ${sent.toLocaleString('en')} requests to the API.`)
  } finally {
    networks.live(now)
    await app.close()
    await pool.end()
  }
}

/** Modules that would hear or find nothing new on a morning of the story: asking them each time takes as long as telling it. */
function leftOut(morning: number, isStirred: boolean, speaksSince: number): ReadonlySet<string> {
  const isLast = morning > days - 5
  const speaks = morning >= speaksSince
  const isKept = morning > recordsAskedSince || morning % 14 === 0
  return new Set([
    ...(speaks ? [] : ['notices', 'posts']),
    ...(isLast || (speaks && isStirred) ? [] : ['comments']),
    ...(isLast || (speaks && morning % 14 === 0) ? [] : ['accounts']),
    ...(isKept ? [] : ['records', 'keeping', 'recordsRequests', 'productions']),
  ])
}

/** What fails in a story is a fault of it, and ends it. */
function refuseFault(module: string, error: unknown): never {
  throw new Error(`${module} failed`, { cause: error })
}

/** Has the owner change a setting of this database, for connections that are opened from now on. */
async function owned(house: House, change: string): Promise<void> {
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    await client.query('set synchronous_commit = on')
    await client.query(`alter database ${client.escapeIdentifier(rows[0]?.name ?? '')} ${change}`)
  } finally {
    await client.end()
  }
}

/** Empties the house of a telling that was cut off. */
async function clear(house: House): Promise<void> {
  await dropTelling(house)
  for (const folder of [house.blobsFolder, house.ledgerFolder])
    await rm(folder, { recursive: true, force: true })
}
