import type { Agency } from '../members/caller.ts'
import { unseal } from '../members/seal.ts'
import { chiefsTitle } from '../permissions/desks.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { carriesImagery, suspension, whyNot } from './account.ts'
import type { Access, NetworkName } from './networks/network.ts'
import { findPage, pagesOf, type Page } from './pages.ts'
import type { AccountState } from './schema.ts'

/** An official page as other modules see it. */
export interface Account {
  accountId: string
  network: NetworkName
  handle: string
  /** The https URL of the page. */
  address: string
  service: string
  purpose: string
  audience: string
  languages: string[]
  takesComments: boolean
  state: AccountState
  licence: { permissionId: string; from: string; to: string | null; by: string } | null
  administrators: { memberId: string; name: string; holdsKey: boolean }[]
  /** Does its licence carry the Chief's standing permission for imagery (fact page.imagery-permitted)? */
  imageryPermitted: boolean
  /** Why publishing waits, where a required notice was lost and the page is set so. */
  suspended: string | null
}

/** Every page of an agency, closed ones too, by their handles. */
export async function accountsOf(db: Db, agency: Agency, at: string): Promise<Account[]> {
  return (await pagesOf(db, agency, at)).map(asAccount)
}

/** A page that may be published through at this moment; refuses, with the reason in a sentence, any other. */
export async function liveAccount(db: Db, agency: Agency, accountId: string, at: string): Promise<Account> {
  const page = await findPage(db, agency, accountId, at)
  const not = whyNot(page)
  if (not) throw new Refusal('forbiddenByOrder', not.sentence, not.citation ?? undefined)
  return asAccount(page)
}

/** The key to a page, opened for one call. A page whose network asks for no secrets needs none. */
export async function accessTo(
  db: Db,
  agencyId: string,
  accountId: string,
  sealKey: string,
): Promise<Access> {
  const row = await db
    .selectFrom('account')
    .leftJoin('accountKey', (join) =>
      join
        .onRef('accountKey.agencyId', '=', 'account.agencyId')
        .onRef('accountKey.accountId', '=', 'account.accountId'),
    )
    .select(['account.service', 'account.handle', 'account.network', 'accountKey.sealed'])
    .where('account.agencyId', '=', agencyId)
    .where('account.accountId', '=', accountId)
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 'there is no such page')
  const { service, handle, network, sealed } = row
  if (sealed === null && network !== 'site')
    throw new Refusal('unavailable', `no key to ${handle} was given yet; somebody who runs the page has to`)
  return { service, handle, secrets: sealed === null ? {} : opened(unseal(sealKey, sealed, accountId)) }
}

function opened(written: string): Record<string, string> {
  const read: unknown = JSON.parse(written)
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : []
  return Object.fromEntries(entries.map(([name, secret]) => [name, String(secret)]))
}

/** Does this member run that page, or with `null` any page that is not closed? */
export async function isAdministrator(
  db: Db,
  agencyId: string,
  accountId: string | null,
  memberId: string,
): Promise<boolean> {
  let select = db
    .selectFrom('accountAdministrator')
    .innerJoin('account', (join) =>
      join
        .onRef('account.agencyId', '=', 'accountAdministrator.agencyId')
        .onRef('account.accountId', '=', 'accountAdministrator.accountId'),
    )
    .select('account.accountId')
    .where('accountAdministrator.agencyId', '=', agencyId)
    .where('accountAdministrator.memberId', '=', memberId)
    .where('accountAdministrator.until', 'is', null)
  select =
    accountId === null
      ? select.where('account.closedAt', 'is', null)
      : select.where('account.accountId', '=', accountId)
  return (await select.executeTakeFirst()) !== undefined
}

function asAccount(page: Page): Account {
  const { accountId, network, handle, address, service, state, licence, administrators } = page
  const { purpose, audience, languages, takesComments, imagery } = page.said
  return {
    accountId,
    network,
    handle,
    address,
    service,
    purpose,
    audience,
    languages: [...languages],
    takesComments,
    state,
    licence: licence && {
      permissionId: licence.permissionId,
      from: licence.from,
      to: licence.to,
      by: licence.by,
    },
    administrators: administrators
      .filter(({ serves }) => serves)
      .map(({ memberId, name, holdsKey }) => ({ memberId, name, holdsKey })),
    imageryPermitted: carriesImagery(imagery, licence, chiefsTitle),
    suspended: state === 'live' ? (suspension(page)?.sentence ?? null) : null,
  }
}
