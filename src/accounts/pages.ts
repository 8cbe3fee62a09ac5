import { sql } from 'kysely'
import type { Agency } from '../members/caller.ts'
import type { State as RequestState } from '../permissions/moves.ts'
import { stateAt } from '../permissions/register.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { licenceThatCounts, stateOf, type AdministratorOf, type Licence } from './account.ts'
import type { AccountState, Found, PageSaid } from './schema.ts'
import type { AccountRow, KeyRow } from './tables.ts'

/** What was proposed of a page, and what became of it. */
export interface Statement {
  statementId: string
  requestId: string
  said: PageSaid
  words: string
  madeBy: string
  at: string
  request: RequestState | undefined
}

/** A page with all that is kept of it; `said` is what its licence has, else what was last proposed. */
export interface Page extends Omit<AccountRow, 'agencyId'> {
  said: PageSaid
  /** The newest first. */
  statements: Statement[]
  licences: Licence[]
  licence: Licence | null
  state: AccountState
  administrators: AdministratorOf[]
  lastCheck: { checkId: string; at: string; fault: string | null; found: Found[] } | undefined
  key: PageKey | undefined
}

/** How the key to a page stands, without the key. */
export type PageKey = Omit<KeyRow, 'agencyId' | 'accountId' | 'sealed' | 'names'>

/** One page; refuses (notFound) an id that the agency does not know. */
export async function findPage(db: Db, agency: Agency, accountId: string, at: string): Promise<Page> {
  const [page] = await pagesOf(db, agency, at, [accountId])
  if (!page) throw new Refusal('notFound', 'there is no such page')
  return page
}

/** These pages, or every page, with what they stand on at a moment, by their handles. */
export async function pagesOf(
  db: Db,
  agency: Agency,
  at: string,
  accountIds?: readonly string[],
): Promise<Page[]> {
  const { agencyId, zone } = agency
  const day = dayIn(zone, at)
  let select = db
    .selectFrom('account')
    .select(['accountId', 'network', 'handle', 'address', 'service', 'suspendsWhenLost', 'proposedBy'])
    .select(['proposedAt', 'closedAt', 'closedBy', 'closedBecause', 'version'])
    .where('agencyId', '=', agencyId)
    .orderBy('handle')
    .orderBy('accountId')
  if (accountIds) select = select.where('accountId', 'in', accountIds)
  const rows = await select.execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ accountId }) => accountId)
  const addresses = [...new Set(rows.map(({ address }) => address))]
  const [statements, administrators, licences, requests, checks, keys] = await Promise.all([
    statementsOf(db, agencyId, ids),
    administratorsOf(db, agencyId, ids, day),
    licencesAt(db, agencyId, addresses, at, day),
    requestsAt(db, agencyId, addresses),
    lastChecks(db, agencyId, ids),
    keysOf(db, agencyId, ids),
  ])
  return rows.map((row) => {
    const { accountId } = row
    const own = statements
      .filter((one) => one.accountId === accountId)
      .map((one) => ({ ...one, request: requests.get(one.words) }))
    const words = new Set(own.map((one) => one.words))
    const licensed = licences.filter((one) => words.has(one.words))
    const licence = licenceThatCounts(licensed) ?? null
    const statement = own.find((one) => one.words === licence?.words) ?? own[0]
    if (!statement) throw new Error(`page ${accountId} was never proposed`)
    return {
      ...row,
      said: statement.said,
      statements: own,
      licences: licensed,
      licence,
      state: stateOf({ isClosed: row.closedAt !== null, licences: licensed, request: own[0]?.request }),
      administrators: administrators.filter((one) => one.accountId === accountId),
      lastCheck: checks.find((one) => one.accountId === accountId),
      key: keys.find((one) => one.accountId === accountId),
    }
  })
}

async function statementsOf(
  db: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<(Omit<Statement, 'request'> & { accountId: string })[]> {
  return await db
    .selectFrom('accountStatement')
    .select(['accountId', 'statementId', 'requestId', 'said', 'words', 'madeBy', 'at'])
    .where('agencyId', '=', agencyId)
    .where('accountId', 'in', ids)
    .orderBy('statementId', 'desc')
    .execute()
}

async function administratorsOf(
  db: Db,
  agencyId: string,
  ids: readonly string[],
  day: string,
): Promise<(AdministratorOf & { accountId: string })[]> {
  const rows = await db
    .selectFrom('accountAdministrator as one')
    .innerJoin('member', (join) =>
      join.onRef('member.agencyId', '=', 'one.agencyId').onRef('member.memberId', '=', 'one.memberId'),
    )
    .select(['one.accountId', 'one.memberId', 'one.holdsKey', 'one.since', 'member.name', 'member.to'])
    .where('one.agencyId', '=', agencyId)
    .where('one.accountId', 'in', ids)
    .where('one.until', 'is', null)
    .orderBy('member.name')
    .execute()
  return rows.map(({ to, ...row }) => ({ ...row, serves: to === null || day < to }))
}

/** The permissions of matter `page` for these addresses, each with the words it binds. */
async function licencesAt(
  db: Db,
  agencyId: string,
  addresses: readonly string[],
  at: string,
  day: string,
): Promise<Licence[]> {
  const rows = await db
    .selectFrom('permission')
    .select(['permissionId', 'requestId', 'validFrom', 'validTo', 'byOffice', 'decidedAs'])
    .select(stateAt(at, day).as('state'))
    .select(sql<string | null>`content::jsonb ->> 'text'`.as('words'))
    .where('agencyId', '=', agencyId)
    .where('matter', '=', 'page')
    .where(sql<string>`content::jsonb ->> 'page'`, 'in', addresses)
    .orderBy('permissionId')
    .execute()
  return rows.map(({ permissionId, requestId, validFrom, validTo, byOffice, decidedAs, state, words }) => ({
    permissionId,
    requestId,
    state,
    from: validFrom,
    to: validTo,
    by: byOffice,
    decidedAs,
    words: words ?? '',
  }))
}

/** Where the last request for each statement stands, by its words. */
async function requestsAt(
  db: Db,
  agencyId: string,
  addresses: readonly string[],
): Promise<Map<string, RequestState>> {
  const rows = await db
    .selectFrom('request')
    .select('state')
    .select(sql<string | null>`content::jsonb ->> 'text'`.as('words'))
    .where('agencyId', '=', agencyId)
    .where('matter', '=', 'page')
    .where(sql<string>`content::jsonb ->> 'page'`, 'in', addresses)
    .orderBy('requestId')
    .execute()
  return new Map(rows.map(({ state, words }) => [words ?? '', state]))
}

async function lastChecks(
  db: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<(NonNullable<Page['lastCheck']> & { accountId: string })[]> {
  return await db
    .selectFrom('pageCheck')
    .distinctOn('accountId')
    .select(['accountId', 'checkId', 'at', 'fault', 'found'])
    .where('agencyId', '=', agencyId)
    .where('accountId', 'in', ids)
    .orderBy('accountId')
    .orderBy('checkId', 'desc')
    .execute()
}

async function keysOf(
  db: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<(PageKey & { accountId: string })[]> {
  return await db
    .selectFrom('accountKey')
    .select(['accountId', 'state', 'until', 'givenBy', 'givenAt', 'renewedAt', 'checkedAt', 'version'])
    .where('agencyId', '=', agencyId)
    .where('accountId', 'in', ids)
    .execute()
}
