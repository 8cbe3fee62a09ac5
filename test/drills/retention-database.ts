import fc from 'fast-check'
import { sql } from 'kysely'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { command, type Made, type Record as Recording } from '../../src/ledger/command.ts'
import { sequence } from '../../src/ledger/sequence.ts'
import { openSigner } from '../../src/ledger/signer.ts'
import { verify } from '../../src/ledger/verify.ts'
import type { Agency, MemberCaller } from '../../src/members/caller.ts'
import type { Role } from '../../src/members/access.ts'
import { openPool, dbOn, type Db, type Tx } from '../../src/platform/db.ts'
import { newId } from '../../src/platform/id.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { capture } from '../../src/records/capture.ts'
import { changeDispositionSettings, findDisposition } from '../../src/records/keeping/disposition-store.ts'
import { dueThings } from '../../src/records/keeping/due-things.ts'
import { runSearches } from '../../src/records/keeping/hold-searches.ts'
import {
  moveHold,
  placeHold,
  requestEnded,
  standingOf,
  type Placing,
} from '../../src/records/keeping/hold-store.ts'
import { moveDisposition } from '../../src/records/keeping/move-disposition.ts'
import { propose } from '../../src/records/keeping/propose.ts'
import { loadSeries, sortRecords } from '../../src/records/keeping/series-store.ts'
import { addAgency, testDatabase, type TestDatabase } from '../database.ts'
import { difference } from './retention.ts'
import {
  commands,
  dayOf,
  offices,
  oracle,
  people,
  periods,
  things,
  type Command,
  type Outcome,
} from './retention-oracle.ts'
import { settings } from './retention-rules.ts'

export interface Real {
  commands: number
  disposed: number
  /** Lists that were carried out. */
  disposals: number
  faults: string[]
}

/** The database, with one look of it taken away: what then goes wrong. */
export type Blinded = 'record_is_held' | 'over_on' | 'things_fall'

/**
 * Plays commands to a real database, in an agency of its own each time, and holds what came of them to the oracle; then a
 * few with one function at a time that looks at nothing.
 */
export async function inDatabase(
  most: number,
  length: number,
  seed: number,
): Promise<Real & { blinded: Record<Blinded, number> }> {
  const database = await testDatabase()
  const runs = Math.max(1, Math.ceil(most / length))
  const found = nothing()
  const arbitrary = fc.tuple(fc.constantFrom('created', 'closed'), commands(Math.min(most, length)))
  const waiting = [...fc.sample(arbitrary, { numRuns: runs, seed }).entries()]
  // Two agencies at a time.
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [n, [starts, given]] = next
      await play(database, `kept-${n}`, starts, [...plan, ...given], found)
    }
  }
  await Promise.all([lane(), lane()])
  const owner = database.owner('kept-0')
  const blind = async (name: Blinded): Promise<number> => {
    const { rows } = await sql<{
      whole: string
    }>`select pg_get_functiondef(${name}::regproc) as whole`.execute(owner)
    const { body, given } = blindness[name]
    const [whole = ''] = rows.map((row) => row.whole)
    await sql.raw(`${whole.slice(0, whole.indexOf('AS $'))} AS $$ ${body} $$`).execute(owner)
    const wrong = nothing()
    await play(database, `blind-${name.replaceAll('_', '-')}`, 'created', given, wrong)
    await sql.raw(whole).execute(owner)
    return wrong.faults.length
  }
  return {
    ...found,
    blinded: {
      record_is_held: await blind('record_is_held'),
      over_on: await blind('over_on'),
      things_fall: await blind('things_fall'),
    },
  }
}

const nothing = (): Real => ({ commands: 0, disposed: 0, disposals: 0, faults: [] })

const [lopez, diaz] = [0, 1]
/** A thing that is disposed of, so that every run has one. */
const plan: readonly Command[] = [
  { does: 'write', thing: 0 },
  { does: 'close', thing: 0 },
  { does: 'wait', days: 400 },
  { does: 'propose' },
  { does: 'move-list', list: 0, move: 'sign', by: lopez, back: 0 },
  { does: 'move-list', list: 0, move: 'countersign', by: diaz, back: 0 },
  { does: 'move-list', list: 0, move: 'give-notice', by: lopez, back: 1 },
  { does: 'move-list', list: 0, move: 'give-notice', by: lopez, back: 0 },
  { does: 'move-list', list: 0, move: 'note-approval', by: lopez, back: 0 },
  { does: 'wait', days: 70 },
  { does: 'move-list', list: 0, move: 'carry-out', by: lopez, back: 0 },
]
const atTheLastMoment: readonly Command[] = [
  ...plan.slice(0, -1),
  { does: 'hold', thing: 0, on: 'thing', isAutomatic: false },
  ...plan.slice(-1),
]
const tooEarly: readonly Command[] = [...plan.slice(0, 2), { does: 'wait', days: 28 }, { does: 'propose' }]

/** What each function says of nothing at all, and what then goes wrong. */
const blindness: Readonly<Record<Blinded, { body: string; given: readonly Command[] }>> = {
  record_is_held: { body: 'select false', given: atTheLastMoment },
  over_on: { body: 'select began', given: tooEarly },
  things_fall: { body: 'select null::text, null::text where false', given: atTheLastMoment },
}

async function play(
  database: TestDatabase,
  agencyId: string,
  starts: 'created' | 'closed',
  given: readonly Command[],
  found: Real,
): Promise<void> {
  const house = await openHouse(database, agencyId, starts)
  try {
    const should = oracle(starts)
    for (const one of given) {
      const [is, ought] = [await house.does(one), should(one)]
      found.commands++
      found.disposed += is.disposed.length
      if (is.disposed.length > 0) found.disposals++
      const fault = difference(one, is, ought)
      if (fault === undefined) continue
      found.faults.push(`${agencyId}: ${fault}`)
      break
    }
    found.faults.push(...(await house.whatTheTreeSays()).map((says) => `${agencyId}: ${says}`))
  } finally {
    await house.close()
  }
}

interface House {
  does: (command: Command) => Promise<Outcome>
  whatTheTreeSays: () => Promise<string[]>
  close: () => Promise<void>
}

async function openHouse(database: TestDatabase, agencyId: string, starts: string): Promise<House> {
  await addAgency(database, agencyId)
  await sql`insert into told_time values (${agencyId})`.execute(database.owner(agencyId))
  const agency: Agency = {
    agencyId,
    name: agencyId,
    host: `${agencyId}.localhost`,
    zone: 'America/New_York',
  }
  const url = database.cluster.appUrl(database.name)
  const pool = openPool(url, agencyId, { max: 3, patience: 20_000 })
  const db = dbOn(pool)
  const folder = mkdtempSync(join(tmpdir(), 'decorum-retention-'))
  const signer = await openSigner(folder, agency)
  const ids = Array.from({ length: things }, () => newId())
  const [holds, lists]: [string[], string[]] = [[], []]
  let [day, period] = [0, 'P30D']
  const at = (): string => `${dayOf(day)}T17:00:00Z`
  const made = (by: string, name: string): Made => ({
    agencyId,
    by,
    key: newId(),
    name,
    at: at(),
    input: null,
  })
  const through = (by: string, name: string, work: (tx: Tx, record: Recording) => Promise<unknown>) =>
    command(db, made(by, name), async (tx, record) => {
      await work(tx, record)
      return null
    })
  const settle = async (): Promise<void> => {
    await sequence(pool.pool, agencyId, signer, at())
    await capture(db, agency, at())
    await sortRecords(db, agencyId)
    await runSearches(db, agency, at())
  }
  /** Whatever else this cluster does in the same moment keeps an entry from its place in the tree. */
  const allPlaced = async (): Promise<void> => {
    for (;;) {
      await sequence(pool.pool, agencyId, signer, at())
      const { rows } = await sql`select from ledger_entry e where e.agency_id = ${agencyId} and not exists (
        select from ledger_leaf l where l.agency_id = e.agency_id and l.entry_id = e.entry_id) limit 1`.execute(
        db,
      )
      if (rows.length === 0) return
      await setTimeout(5)
    }
  }
  const load = (): Promise<unknown> =>
    through('lopez', 'series.load', (tx, record) =>
      loadSeries(
        tx,
        record,
        agencyId,
        `id,title,period,starts,authority,kinds\nA,All,${period},${starts},Schedule,post`,
      ),
    )
  const doing = async (one: Command): Promise<number[]> => {
    switch (one.does) {
      case 'wait':
        day += one.days
        return []
      case 'write':
      case 'close': {
        const subject = ids[one.thing] ?? ''
        const known = await recordsLeft(db, agencyId, subject)
        // Nothing of ours writes to what was disposed of, or closes what is not there.
        if (known.gone > 0 || (one.does === 'close' && known.left === 0))
          throw new Refusal('conflict', 'gone')
        const kind = one.does === 'write' ? 'posts.write' : 'posts.withdraw'
        await through('diaz', kind, (_tx, record) =>
          record({ subject, body: { remarks: `Word${one.thing} on ${dayOf(day)}.` } }),
        )
        await settle()
        return []
      }
      case 'hold': {
        const on = await heldOn(one)
        const matter = one.isAutomatic ? 'records-request' : 'audit'
        await through('lopez', 'holds.place', async (tx, record) => {
          const placing = {
            agencyId,
            matter,
            ref: `r${holds.length}`,
            title: 'Held',
            by: 'lopez',
            at: at(),
            on,
          } as const
          holds.push(await placeHold(tx, record, placing, one.isAutomatic))
        })
        await settle()
        return []
      }
      case 'end-request': {
        const holdId = holds[one.hold]
        if (holdId === undefined) throw new Refusal('notFound', 'none')
        const { isAutomatic, state } = await standingOf(db, agencyId, holdId)
        if (!isAutomatic || state === 'released') throw new Refusal('conflict', 'not one that ends')
        const from = `${dayOf(day + one.days)}T05:00:00Z`
        await through('lopez', 'records-requests.close', (tx, record) =>
          requestEnded(tx, record, { agencyId, ref: `r${one.hold}`, from, by: 'lopez', at: at() }),
        )
        return []
      }
      case 'move-hold': {
        const holdId = holds[one.hold]
        if (holdId === undefined) throw new Refusal('notFound', 'none')
        const { version } = await standingOf(db, agencyId, holdId)
        const by = people[one.by] ?? ''
        const moving = { agencyId, holdId, move: one.move, version, reason: 'Because.', by, at: at() }
        await through(by, `holds.${one.move}`, (tx, record) => moveHold(tx, record, moving))
        return []
      }
      case 'period':
        period = periods[one.period] ?? period
        await load()
        return []
      case 'propose': {
        const { dispositionId } = await propose(db, agency, made('lopez', 'dispositions.propose'), {
          seriesId: 'A',
        })
        lists.push(dispositionId)
        return []
      }
      case 'move-list':
        return await moveList(one)
      default:
        return one satisfies never
    }
  }
  const heldOn = async ({ thing: n, on }: Command & { does: 'hold' }): Promise<Placing['on']> => {
    const thing = ids[n] ?? ''
    if (on === 'search') return { search: { words: `word${n}` } }
    if (on !== 'record') return on === 'thing' ? { things: [thing] } : { threads: [thing] }
    const first = await db
      .selectFrom('record')
      .select('recordId')
      .where('agencyId', '=', agencyId)
      .where('thing', '=', thing)
      .orderBy('recordId')
      .executeTakeFirst()
    return { records: [first?.recordId ?? newId()] }
  }
  const moveList = async ({ list, move, by, back }: Command & { does: 'move-list' }): Promise<number[]> => {
    const id = lists.at(-1 - list)
    if (id === undefined) throw new Refusal('notFound', 'none')
    const { version } = await findDisposition(db, agencyId, id)
    const memberId = people[by] ?? ''
    const roles = new Set<Role>(
      offices[by]?.custodian === true ? ['member', 'records-custodian'] : ['member'],
    )
    const caller: MemberCaller = {
      agency,
      db,
      session: undefined,
      member: { memberId, name: memberId, rank: null, language: 'en', roles },
    }
    const on = dayOf(day - back)
    if (move === 'carry-out') await allPlaced()
    await moveDisposition(caller, made(memberId, `dispositions.${move}`), id, {
      move,
      version,
      reason: 'Because.',
      notice: { on, how: 'By letter.' },
      approval: { number: 'A-1', on },
    })
    return move === 'carry-out' ? await disposedIn(db, agencyId, id, ids) : []
  }
  await through('lopez', 'dispositions.settings', (tx, record) =>
    changeDispositionSettings(tx, record, agencyId, {
      version: 0,
      settings: { ...settings, seconds: ['diaz', 'ito'] },
      by: 'lopez',
      at: at(),
    }),
  )
  await load()
  return {
    does: async (one) => {
      const disposed = await doing(one).catch((error: unknown) => {
        if (error instanceof Refusal) return undefined
        throw error
      })
      const due: number[] = []
      for await (const some of dueThings(db, agency, { seriesId: 'A', period }, dayOf(day)))
        due.push(...some.filter(({ isHeld }) => !isHeld).map(({ thing }) => ids.indexOf(thing)))
      return { isLet: disposed !== undefined, disposed: disposed ?? [], due }
    },
    whatTheTreeSays: async () => {
      await sequence(pool.pool, agencyId, signer, at())
      const open = async (): Promise<pg.Client> => {
        const client = new pg.Client({
          connectionString: url,
          options: `-c decorum.agency=${agencyId} -c timezone=UTC`,
        })
        await client.connect()
        return client
      }
      const { findings } = await verify(open, agencyId)
      return findings.map((finding) => JSON.stringify(finding))
    },
    close: async () => {
      await db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function recordsLeft(db: Db, agencyId: string, thing: string): Promise<{ left: number; gone: number }> {
  const { rows } = await sql<{ left: number; gone: number }>`
    select count(*) filter (where disposed_in is null)::int as left, count(disposed_in)::int as gone
    from record where agency_id = ${agencyId} and thing = ${thing}`.execute(db)
  return rows[0] ?? { left: 0, gone: 0 }
}

/** The things that a list destroyed, and that no entry of theirs is left. */
async function disposedIn(
  db: Db,
  agencyId: string,
  dispositionId: string,
  ids: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ thing: string; entries: number }>`
    select distinct r.thing, (select count(*)::int from ledger_entry e
      where e.agency_id = r.agency_id and e.subject = r.thing) as entries
    from record r where r.agency_id = ${agencyId} and r.disposed_in = ${dispositionId}`.execute(db)
  const left = rows.find(({ entries }) => entries > 0)
  if (left) throw new Error(`entries of ${left.thing} are left`)
  return rows.map(({ thing }) => ids.indexOf(thing))
}
