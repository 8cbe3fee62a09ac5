import { sql } from 'kysely'
import { command, type Made, type Record as Recording } from '../../ledger/command.ts'
import type { MemberCaller } from '../../members/caller.ts'
import { dayIn } from '../../platform/day.ts'
import type { Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dispositionStepOf } from './moves.ts'
import { askerOf } from '../asker.ts'
import { lastDayOf, ruleDisposition, toldOf, whyNotOn } from './disposition.ts'
import {
  dispose,
  dispositionSettings,
  findDisposition,
  letFall,
  officesOf,
  standingOf,
  type StoredDisposition,
} from './disposition-store.ts'
import type { DispositionSettings, MovedDisposition, MoveDisposition } from './schema.ts'

/**
 * Moves a list of records that are due. Before each signature and before it is carried out, everything on it is looked at
 * again: what may not be disposed of any more falls out, with the reason.
 */
export async function moveDisposition(
  caller: MemberCaller,
  made: Made,
  dispositionId: string,
  moving: MoveDisposition,
): Promise<MovedDisposition> {
  const { db, agency } = caller
  const { agencyId, zone } = agency
  const { at, by } = made
  const { move } = moving
  return await command<MovedDisposition>(db, made, async (tx, record) => {
    const { settings } = await dispositionSettings(tx, agencyId)
    const offices = await officesOf({ ...caller, db: tx }, settings, at)
    const before = await findDisposition(tx, agencyId, dispositionId, true)
    if (before.version !== moving.version)
      throw new Refusal('conflict', 'somebody moved this list meanwhile; look at it again')
    const fallenOut = dispositionStepOf(before.state, move)?.looksAgain
      ? await letFall(tx, agency, dispositionId, at)
      : []
    const isOffice = askerOf(caller).classes.includes('office')
    const told = fallenOut.map(({ thing, because }) => ({ thing, because: toldOf(because, isOffice) }))
    const list = { ...before, things: before.things - fallenOut.length }
    const today = dayIn(zone, at)
    const ruling = ruleDisposition(standingOf(list), move, { by, offices, today }, settings)
    if (!ruling.ok) {
      const why = told[0] && list.things === 0 ? `nothing is left: ${told[0].because}` : ruling.because
      throw new Refusal('conflict', why)
    }
    const step = dispositionStepOf(list.state, move)
    if (step?.needsReason === true && moving.reason === undefined)
      throw new Refusal('malformed', 'say why in a few words')
    const reason = moving.reason ?? null
    const madeOn = dayIn(zone, list.proposedAt)
    const turn = { agencyId, dispositionId, at, by, madeOn, today, settings, list, moving }
    await tx
      .insertInto('dispositionStep')
      .values({ agencyId, dispositionId, version: list.version + 1, move, by, reason, at })
      .execute()
    const moved = { dispositionId, version: list.version + 1, state: ruling.to, fallenOut: told }
    if (move === 'carry-out') {
      await carryOut(tx, record, turn)
      return moved
    }
    const entryId = await record({
      subject: dispositionId,
      body: { state: ruling.to, reason, fallenOut: fallenOut.map((one) => ({ ...one })), ...saidIn(turn) },
    })
    await writes[move]?.(tx, turn, entryId)
    await tx
      .updateTable('disposition')
      .set({ state: ruling.to, version: list.version + 1 })
      .where('agencyId', '=', agencyId)
      .where('dispositionId', '=', dispositionId)
      .execute()
    return moved
  })
}

interface Turn {
  agencyId: string
  dispositionId: string
  at: string
  by: string
  /** The day on which the list was made. */
  madeOn: string
  today: string
  settings: DispositionSettings
  list: StoredDisposition
  moving: MoveDisposition
}

function saidIn({ moving: { things, notice, approval } }: Turn) {
  return {
    ...(things ? { things } : {}),
    ...(notice ? { notice: { ...notice } } : {}),
    ...(approval ? { approval: { ...approval } } : {}),
  }
}

/** What each move writes beside the state. */
const writes: {
  readonly [move in MoveDisposition['move']]?: (tx: Tx, turn: Turn, entryId: string) => Promise<void>
} = {
  'leave-out': async (tx, { agencyId, dispositionId, at, list, moving }) => {
    const { things = [], reason = '' } = moving
    const { rows } = await sql`
        insert into disposition_fallen (agency_id, disposition_id, thing, because, at)
        select l.agency_id, l.disposition_id, l.thing, ${`left out: ${reason}`}, ${at}::timestamptz
        from disposition_line l where l.agency_id = ${agencyId} and l.disposition_id = ${dispositionId}
          and l.thing = any (${things}::text[])
        on conflict do nothing returning thing`.execute(tx)
    if (rows.length === 0)
      throw new Refusal('malformed', 'name what stands on the list and is to be left out')
    if (rows.length === list.things) throw new Refusal('conflict', 'nothing would be left; withdraw the list')
  },
  sign: async (tx, { agencyId, dispositionId, at, by }, entryId) => {
    const signature = { signedAs: 'custodian', by, at, entryId, firstAs: null, firstBy: null } as const
    await tx
      .insertInto('dispositionSignature')
      .values({ agencyId, dispositionId, ...signature })
      .execute()
  },
  countersign: async (tx, { agencyId, dispositionId, at, by, list }, entryId) => {
    const firstBy = standingOf(list).signedBy
    const signature = { signedAs: 'second', by, at, entryId, firstAs: 'custodian', firstBy } as const
    await tx
      .insertInto('dispositionSignature')
      .values({ agencyId, dispositionId, ...signature })
      .execute()
  },
  'give-notice': async (tx, turn) => {
    const { agencyId, dispositionId, at, by, settings, moving } = turn
    const { notice } = settings
    if (!notice || !moving.notice) throw new Refusal('malformed', 'say on which day and how notice was given')
    const { on, how } = moving.notice
    refuseDay('give-notice', on, turn)
    const { to: givenTo, authority, period } = notice
    const until = lastDayOf(period, on)
    await tx
      .insertInto('dispositionNotice')
      .values({ agencyId, dispositionId, givenTo, authority, how, period, givenOn: on, until, by, at })
      .execute()
  },
  'note-approval': async (tx, turn) => {
    const { agencyId, dispositionId, at, by, settings, moving } = turn
    if (!moving.approval) throw new Refusal('malformed', 'say the number and the day of the approval')
    const { number, on } = moving.approval
    refuseDay('note-approval', on, turn)
    const { approver } = settings
    await tx
      .insertInto('dispositionApproval')
      .values({ agencyId, dispositionId, approver, number, approvedOn: on, by, at })
      .execute()
  },
}

function refuseDay(move: 'give-notice' | 'note-approval', on: string, turn: Turn): void {
  const why = whyNotOn(move, on, turn)
  if (why !== undefined) throw new Refusal('malformed', why)
}

/** The entry that names all that goes, and then what it names: both in one transaction, or neither. */
async function carryOut(tx: Tx, record: Recording, turn: Turn): Promise<void> {
  const { agencyId, dispositionId, at, list } = turn
  const { rows: entries } = await sql<{ entryId: string }>`
    select e.entry_id from disposal_entries(array(
      select l.thing from disposition_line l where l.agency_id = ${agencyId} and l.disposition_id = ${dispositionId}
        and not exists (select from disposition_fallen f where f.agency_id = l.agency_id
          and f.disposition_id = l.disposition_id and f.thing = l.thing))) e order by e.entry_id`.execute(tx)
  const series = await tx
    .selectFrom('dispositionSeries')
    .select(['seriesId', 'title', 'period', 'starts', 'authority'])
    .where('agencyId', '=', agencyId)
    .where('dispositionId', '=', dispositionId)
    .orderBy('seriesId')
    .execute()
  const { number, things, signatures, approval, notice } = list
  const entryId = await record({
    kind: 'records.disposed',
    subject: dispositionId,
    body: {
      number,
      things,
      series: series.map((one) => ({ ...one })),
      signed: signatures.map((one) => ({ ...one })),
      approval: approval && { ...approval },
      notice: notice && { ...notice },
      entries: entries.map((one) => one.entryId),
    },
  })
  await dispose(tx, { dispositionId, at, entryId })
}
