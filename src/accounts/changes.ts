import { command, type Made } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { membersOf } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { administratorsFault } from './account.ts'
import { servingOf } from './serving.ts'
import type { AccountChanged, ChangeAdministrators } from './schema.ts'
import { findPage, type Page } from './pages.ts'

/** Changes who runs a page, so that whoever leaves has a successor. Two holders of the key, at least, remain. */
export async function changeAdministrators(
  db: Db,
  agency: Agency,
  made: Made,
  accountId: string,
  { version, administrators, because }: ChangeAdministrators,
): Promise<AccountChanged> {
  const { agencyId, zone } = agency
  const { at } = made
  return await command(db, made, async (tx, record) => {
    const page = await seenAt(tx, agency, accountId, version, at)
    const day = dayIn(zone, at)
    const fault = administratorsFault(administrators, await servingOf(tx, agencyId, administrators, day))
    if (fault !== undefined) throw new Refusal('malformed', `administrators: ${fault}`)
    await changed(tx, agencyId, page, {})
    await tx
      .updateTable('accountAdministrator')
      .set({ until: at })
      .where('agencyId', '=', agencyId)
      .where('accountId', '=', accountId)
      .where('until', 'is', null)
      .where(
        'memberId',
        'not in',
        administrators.map(({ memberId }) => memberId),
      )
      .execute()
    await tx
      .insertInto('accountAdministrator')
      .values(administrators.map((one) => ({ agencyId, accountId, ...one, since: at, until: null })))
      .onConflict((conflict) =>
        conflict.columns(['agencyId', 'accountId', 'memberId']).doUpdateSet((row) => ({
          holdsKey: row.ref('excluded.holdsKey'),
          since: row
            .case()
            .when('accountAdministrator.until', 'is', null)
            .then(row.ref('accountAdministrator.since'))
            .else(row.ref('excluded.since'))
            .end(),
          until: null,
        })),
      )
      .execute()
    await record({ subject: accountId, body: { administrators, because } })
    return { accountId, version: version + 1 }
  })
}

/** Whether a required notice that was lost stops publishing through a page. */
export async function changeSuspending(
  db: Db,
  agency: Agency,
  made: Made,
  accountId: string,
  { version, suspendsWhenLost }: { version: number; suspendsWhenLost: boolean },
): Promise<AccountChanged> {
  return await command(db, made, async (tx, record) => {
    const page = await seenAt(tx, agency, accountId, version, made.at)
    await changed(tx, agency.agencyId, page, { suspendsWhenLost })
    await record({ subject: accountId, body: { suspendsWhenLost } })
    return { accountId, version: version + 1 }
  })
}

/** Closes a page: nothing more goes out through it, its key is destroyed, and the register says since when. */
export async function closeAccount(
  db: Db,
  agency: Agency,
  made: Made,
  accountId: string,
  { version, because }: { version: number; because: string },
): Promise<AccountChanged> {
  const { agencyId } = agency
  const { by, at } = made
  return await command(db, made, async (tx, record) => {
    const page = await seenAt(tx, agency, accountId, version, at)
    await changed(tx, agencyId, page, { closedAt: at, closedBy: by, closedBecause: because })
    const destroyed = await tx
      .deleteFrom('accountKey')
      .where('agencyId', '=', agencyId)
      .where('accountId', '=', accountId)
      .executeTakeFirst()
    await record({ subject: accountId, body: { because, isKeyDestroyed: destroyed.numDeletedRows > 0n } })
    return { accountId, version: version + 1 }
  })
}

async function seenAt(tx: Tx, agency: Agency, accountId: string, version: number, at: string): Promise<Page> {
  const page = await findPage(tx, agency, accountId, at)
  if (page.version !== version) await refuseStale(tx, agency.agencyId, accountId)
  if (page.closedAt !== null) throw new Refusal('forbiddenByOrder', 'the page is closed, and stays as it was')
  return page
}

interface Changes {
  suspendsWhenLost?: boolean
  closedAt?: string
  closedBy?: string
  closedBecause?: string
}

async function changed(
  tx: Tx,
  agencyId: string,
  { accountId, version }: { accountId: string; version: number },
  changes: Changes,
): Promise<void> {
  const done = await tx
    .updateTable('account')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) await refuseStale(tx, agencyId, accountId)
}

/** Says who changed a page meanwhile. */
export async function refuseStale(tx: Tx, agencyId: string, accountId: string): Promise<never> {
  const last = await tx
    .selectFrom('ledgerEntry')
    .select('madeBy')
    .where('agencyId', '=', agencyId)
    .where('subject', '=', accountId)
    .where('kind', 'in', ['accounts.administrators', 'accounts.suspending', 'accounts.close'])
    .orderBy('entryId', 'desc')
    .executeTakeFirst()
  const [mover] = await membersOf(tx, agencyId, last ? [last.madeBy] : [])
  throw new Refusal(
    'conflict',
    `the page was changed meanwhile by ${mover?.name ?? 'somebody'}; look at it again`,
  )
}
