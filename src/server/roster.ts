import { command } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { invite } from '../members/enrol.ts'
import { lockOf, release } from '../members/lock.ts'
import { once } from '../members/once.ts'
import { checkOf, importRoster } from '../members/roster-import.ts'
import { planRoster } from '../members/roster.ts'
import type { RosterCheck } from '../members/schema.ts'
import { chartOf, everyMember } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import { openDb, type Db } from '../platform/db.ts'
import { newId, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { listAgencies } from './agency.ts'

async function inAgency<Result>(
  appUrl: string,
  agencyId: string,
  work: (db: Db, agency: Agency) => Promise<Result>,
): Promise<Result> {
  const agency = (await listAgencies(appUrl)).find((one) => one.agencyId === agencyId)
  if (!agency)
    throw new Refusal(
      'notFound',
      `there is no agency "${agencyId}" here; decorum agency list shows what there is`,
    )
  const db = openDb(appUrl, agencyId, { max: 2, patience: 20_000 })
  try {
    return await work(db, agency)
  } finally {
    await db.destroy()
  }
}

/** A roster file from the command line: what it would do, and unless that was all, or it has problems, done. */
export function rosterFromCli(
  appUrl: string,
  agencyId: string,
  { csv, skipBad, check }: { csv: string; skipBad: boolean; check: boolean },
  at: string,
): Promise<RosterCheck> {
  return inAgency(appUrl, agencyId, async (db, { zone }) => {
    const on = dayIn(zone, at)
    const plan = planRoster(csv, await everyMember(db, agencyId), await chartOf(db, agencyId), on)
    if (check || (plan.problems.length > 0 && !skipBad)) return checkOf(plan)
    const input = { file: sha256(csv), skipBad }
    const made = { agencyId, by: 'system', key: newId(), name: 'roster.import', at, input }
    return await command(db, made, (tx, record) => importRoster(tx, record, agencyId, { csv, skipBad, on }))
  })
}

/** A new invitation for a member who cannot come in by any other way; whoever may run this may read the database. */
export function inviteFromCli(
  appUrl: string,
  agencyId: string,
  email: string,
  at: string,
): Promise<{ host: string; code: string; expires: string }> {
  return inAgency(appUrl, agencyId, async (db, { host }) => {
    const found = (await everyMember(db, agencyId)).find(
      (one) => one.to === null && one.email?.toLowerCase() === email.toLowerCase(),
    )
    if (!found) throw new Refusal('notFound', `nobody who serves has the e-mail address ${email}`)
    const { memberId } = found
    const made = { agencyId, by: 'system', key: newId(), name: 'invitations.issue', at, input: null }
    const invitation = await once(db, made, async (tx, record) => {
      if ((await lockOf(tx, agencyId, memberId)) !== undefined)
        await release(tx, (entry) => record({ ...entry, kind: 'lock.release' }), agencyId, { memberId, at })
      return await invite(tx, record, agencyId, { memberId, by: 'system', at })
    })
    return { host, ...invitation }
  })
}
