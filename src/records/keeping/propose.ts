import { sql } from 'kysely'
import { command, type Made } from '../../ledger/command.ts'
import type { Agency } from '../../members/caller.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { letFall } from './disposition-store.ts'
import { countOff, dueThings, thingsKept, type DueThing } from './due-things.ts'
import { mostThings, type MovedDisposition } from './schema.ts'
import { seriesOf } from './series-store.ts'

/** What is to be disposed of: everything that is due in a series, or these things of it. */
export interface Proposing {
  seriesId: string
  things?: readonly string[] | undefined
  description?: string | undefined
}

/**
 * Makes a list of what is due in a series. What a hold keeps or something hangs on falls out of it at once, with the
 * reason; refuses (conflict) with the first reason where nothing is left.
 */
export async function propose(
  db: Db,
  agency: Agency,
  made: Made,
  { seriesId, things, description }: Proposing,
): Promise<MovedDisposition> {
  const { agencyId, zone } = agency
  const { at, by } = made
  const today = dayIn(zone, at)
  const all = await seriesOf(db, agencyId)
  const series = all.find((one) => one.seriesId === seriesId)
  if (!series) throw new Refusal('notFound', `there is no series ${seriesId}`)
  const found =
    things === undefined
      ? { due: await firstDue(db, agency, series, today), refused: [] }
      : await amongDue(db, agency, seriesId, things, today)
  const dispositionId = newId()
  return await command<MovedDisposition>(db, made, async (tx, record) => {
    const number = await nextNumber(tx, agencyId, today)
    // Lists are made one after the other: what stands on one by now is on no second.
    const { due, refused } = await notListed(tx, agencyId, found)
    if (due.length === 0)
      throw new Refusal(
        'conflict',
        refused[0]
          ? `nothing can be disposed of: ${refused[0].because}`
          : `nothing of series ${seriesId} is due and free of other lists`,
      )
    const { title } = series
    await tx
      .insertInto('disposition')
      .values({
        agencyId,
        dispositionId,
        number,
        seriesId,
        title,
        description: description ?? title,
        state: 'proposed',
        version: 1,
        proposedBy: by,
        proposedAt: at,
        carriedOutAt: null,
        entryId: null,
      })
      .execute()
    const named = new Set(due.flatMap((one) => one.series))
    await tx
      .insertInto('dispositionSeries')
      .values(
        all
          .filter((one) => named.has(one.seriesId))
          .map(({ version: _version, ...one }) => ({ agencyId, dispositionId, ...one })),
      )
      .execute()
    await tx
      .insertInto('dispositionLine')
      .values(due.map(({ isHeld: _isHeld, ...line }) => lineOf(agencyId, dispositionId, line)))
      .execute()
    await tx
      .insertInto('dispositionStep')
      .values({ agencyId, dispositionId, version: 1, move: 'propose', by, reason: null, at })
      .execute()
    const fallen = [...refused, ...(await letFall(tx, agency, dispositionId, at))]
    if (fallen.length - refused.length === due.length)
      throw new Refusal('conflict', `nothing can be disposed of: ${fallen.at(-1)?.because ?? ''}`)
    const standing = due.length - fallen.length + refused.length
    await countOff(tx, agencyId, seriesId, standing)
    await record({
      subject: dispositionId,
      body: {
        number,
        seriesId,
        things: standing,
        fallenOut: fallen.length,
      },
    })
    return { dispositionId, version: 1, state: 'proposed', fallenOut: fallen }
  })
}

/** What of a series is due, and why what was asked for beside is not. */
interface Found {
  due: DueThing[]
  refused: { thing: string; because: string }[]
}

function lineOf(agencyId: string, dispositionId: string, line: Omit<DueThing, 'isHeld'>) {
  const { thing, kind, records, series, firstOn, lastOn, over } = line
  return { agencyId, dispositionId, thing, kind, records, series, firstOn, lastOn, over }
}

/** The first that are due; what is held is passed over, for it would only fall out. */
async function firstDue(
  db: Db,
  agency: Agency,
  series: { seriesId: string; period: string },
  today: string,
): Promise<DueThing[]> {
  const due: DueThing[] = []
  const held: DueThing[] = []
  for await (const some of dueThings(db, agency, series, today)) {
    for (const one of some) (one.isHeld ? held : due).push(one)
    if (due.length >= mostThings) break
  }
  // With nothing else to say, it says what is held.
  return due.length > 0 ? due.slice(0, mostThings) : held.slice(0, mostThings)
}

async function amongDue(
  db: Db,
  agency: Agency,
  seriesId: string,
  things: readonly string[],
  today: string,
): Promise<Found> {
  const asked = [...new Set(things)]
  const kept = new Map((await thingsKept(db, agency, asked)).map((one) => [one.thing, one]))
  const due: DueThing[] = []
  const refused: { thing: string; because: string }[] = []
  for (const thing of asked) {
    const one = kept.get(thing)
    if (!one) refused.push({ thing, because: 'there is no such record, or it was disposed of already' })
    else if (one.over === null)
      refused.push({ thing, because: one.because ?? 'it is not known when it is due' })
    else if (one.over > today)
      refused.push({ thing, because: `it is kept until ${one.over}, and not due before` })
    else if (one.lead !== seriesId)
      refused.push({ thing, because: `it belongs to series ${one.lead ?? 'none'}, not to ${seriesId}` })
    else due.push({ ...one, over: one.over })
  }
  return { due, refused }
}

/** Without those that stand on a list that is under way, of which it says so. */
async function notListed(tx: Tx, agencyId: string, { due, refused }: Found): Promise<Found> {
  const { rows } = await sql<{ thing: string; number: string }>`
    select l.thing, d.number from disposition_line l join disposition d using (agency_id, disposition_id)
    where l.agency_id = ${agencyId} and l.thing = any (${due.map(({ thing }) => thing)}::text[])
      and d.state not in ('carried-out', 'withdrawn')
      and not exists (select from disposition_fallen f where f.agency_id = l.agency_id
        and f.disposition_id = l.disposition_id and f.thing = l.thing)`.execute(tx)
  const listed = new Set(rows.map(({ thing }) => thing))
  const because = rows.map(({ thing, number }) => ({
    thing,
    because: `it stands on list ${number} already`,
  }))
  return { due: due.filter(({ thing }) => !listed.has(thing)), refused: [...refused, ...because] }
}

/** `2026-003`, without gaps. */
async function nextNumber(tx: Tx, agencyId: string, today: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('decorum.dispositions.' || ${agencyId}, 0))`.execute(
    tx,
  )
  const year = today.slice(0, 4)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from disposition where agency_id = ${agencyId} and number like ${`${year}-%`}`.execute(
    tx,
  )
  return `${year}-${String((rows[0]?.n ?? 0) + 1).padStart(3, '0')}`
}
