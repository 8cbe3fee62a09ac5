import { sql } from 'kysely'
import type { Record } from '../ledger/command.ts'
import { believed } from '../platform/believed.ts'
import { momentInJson, type Db, type Tx } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { GrantedRole } from './access.ts'
import type { Chart } from './chain.ts'
import type { Member, MemberBrief, MemberForm, MemberKind, MemberPatch } from './schema.ts'

declare module '../platform/db.ts' {
  interface Tables {
    member: {
      agencyId: string
      memberId: string
      kind: MemberKind
      name: string
      badge: string | null
      rank: string | null
      unit: string | null
      email: string | null
      language: 'en' | 'es'
      from: string
      to: string | null
      granted: GrantedRole[]
      version: number
    }
  }
}

const columns = [
  'memberId',
  'kind',
  'name',
  'badge',
  'rank',
  'unit',
  'email',
  'language',
  'from',
  'to',
  'granted',
  'version',
] as const

/** Puts somebody on the roster. Refuses a badge or an address that another serving member has. */
export async function addMember(
  tx: Tx,
  record: Record,
  agencyId: string,
  memberId: string,
  form: MemberForm,
): Promise<void> {
  await refuseTwice(tx, agencyId, memberId, form)
  await tx
    .insertInto('member')
    .values({ agencyId, memberId, ...form, to: null, version: 1 })
    .execute()
  await record({ subject: memberId, body: { ...form } })
}

/**
 * Changes what the roster holds of a member, if it is still at the version that was seen. With `to` they leave from
 * that day on: their sessions end, their positions fall vacant, and what they did stays.
 */
export async function changeMember(
  tx: Tx,
  record: Record,
  agencyId: string,
  memberId: string,
  { version, ...changes }: MemberPatch,
): Promise<void> {
  if (changes.to !== undefined) await lockChart(tx, agencyId)
  await refuseTwice(tx, agencyId, memberId, changes)
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const changed = await tx
    .updateTable('member')
    .set({ ...given, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await refuseStale(tx, agencyId, memberId)
  if (changes.to !== undefined) await vacate(tx, agencyId, memberId, changes.to)
  await record({ subject: memberId, body: given })
}

/** Ends what a member held from a day on; what was to begin later never does. */
async function vacate(tx: Tx, agencyId: string, memberId: string, on: string): Promise<void> {
  for (const table of ['holding', 'designation'] as const)
    await tx
      .updateTable(table)
      .set((row) => ({ to: row.fn<string>('greatest', [row.ref('from'), row.val(on)]) }))
      .where('agencyId', '=', agencyId)
      .where('memberId', '=', memberId)
      .where((row) => row.or([row('to', 'is', null), row('to', '>', on)]))
      .execute()
}

async function refuseTwice(
  tx: Tx,
  agencyId: string,
  memberId: string,
  form: { badge?: string | null | undefined; email?: string | null | undefined },
): Promise<void> {
  const { badge = null, email = null } = form
  const other = await tx
    .selectFrom('member')
    .select(['name', 'badge'])
    .where('agencyId', '=', agencyId)
    .where('memberId', '<>', memberId)
    .where('to', 'is', null)
    .where((row) =>
      row.or([
        row('badge', '=', badge),
        row((of) => of.fn<string>('lower', ['email']), '=', email?.toLowerCase() ?? null),
      ]),
    )
    .executeTakeFirst()
  if (!other) return
  const what = other.badge === badge && badge !== null ? `badge ${badge}` : 'this e-mail address'
  throw new Refusal('conflict', `${other.name} already has ${what}`)
}

async function refuseStale(tx: Tx, agencyId: string, memberId: string): Promise<never> {
  const found = await findMember(tx, agencyId, memberId)
  const last = await tx
    .selectFrom('ledgerEntry')
    .leftJoin('member', (join) =>
      join
        .onRef('member.agencyId', '=', 'ledgerEntry.agencyId')
        .onRef('member.memberId', '=', 'ledgerEntry.madeBy'),
    )
    .select(['member.name'])
    .where('ledgerEntry.agencyId', '=', agencyId)
    .where('ledgerEntry.subject', '=', memberId)
    .orderBy('ledgerEntry.entryId', 'desc')
    .limit(1)
    .executeTakeFirst()
  throw new Refusal(
    'conflict',
    `the record of ${found.name} was changed meanwhile by ${last?.name ?? 'Decorum itself'}; look at it again`,
  )
}

/** A member of the agency, serving or not; refuses an id that it does not know. */
export async function findMember(db: Db, agencyId: string, memberId: string): Promise<Member> {
  const member = await db
    .selectFrom('member')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (!member) throw new Refusal('notFound', 'there is no such member')
  return member
}

/** Members by name, `limit` of them after a cursor; those who have left only where asked. */
export async function listMembers(
  db: Db,
  agencyId: string,
  query: { after?: string | undefined; limit: number; find?: string | undefined; left: boolean },
): Promise<{ items: Member[]; next: string | null }> {
  const { after, limit, find, left } = query
  let select = db
    .selectFrom('member')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .orderBy((row) => row.fn<string>('lower', ['name']))
    .orderBy('memberId')
    .limit(limit + 1)
  if (!left) select = select.where('to', 'is', null)
  if (find !== undefined && find !== '') {
    const like = `%${find.replaceAll(/[\\%_]/g, '\\$&')}%`
    select = select.where((row) =>
      row.or([row('name', 'ilike', like), row('badge', 'ilike', like), row('unit', 'ilike', like)]),
    )
  }
  if (after !== undefined) {
    const [name = '', memberId] = Buffer.from(after, 'base64url').toString().split('\n')
    if (memberId === undefined || `${name}${memberId}`.includes('\0'))
      throw new Refusal('malformed', 'after: is no cursor of this list; begin again without it')
    select = select.where((row) =>
      row(
        row.refTuple(row.fn<string>('lower', ['name']), 'memberId'),
        '>',
        row.tuple(row.val(name), row.val(memberId)),
      ),
    )
  }
  const rows = await select.execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next =
    rows.length > limit && last
      ? Buffer.from(`${last.name.toLowerCase()}\n${last.memberId}`).toString('base64url')
      : null
  return { items, next }
}

/** Everybody on the roster, those who left too. */
export async function everyMember(db: Db, agencyId: string): Promise<Member[]> {
  return await db
    .selectFrom('member')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .orderBy('name')
    .orderBy('memberId')
    .execute()
}

/** What is shown of these members, in no order; ids that are unknown are left out. */
export async function membersOf(db: Db, agencyId: string, ids: readonly string[]): Promise<MemberBrief[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('member')
    .select(['memberId', 'name', 'rank', 'unit', 'kind'])
    .where('agencyId', '=', agencyId)
    .where('memberId', 'in', [...new Set(ids)])
    .execute()
}

/**
 * One change to the chart is made at a time, so that two together cannot make what each alone could not. Taken before
 * anything is read on which the change rests.
 */
export async function lockChart(tx: Tx, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chart of ${agencyId}`}, 0))`.execute(tx)
}

/**
 * Every position, holding and designation of an agency, of all days. Believed for a second; a change that this process
 * makes is felt at once, and in a transaction it is read anew.
 */
export const chartOf = believed(async (db, agencyId): Promise<Chart> => {
  const { rows } = await sql<Chart>`select
    array(select json_build_object('positionId', position_id, 'title', title, 'unit', unit,
        'reportsTo', reports_to, 'office', office, 'from', "from", 'to', "to")
      from position where agency_id = ${agencyId} order by "from", position_id) as positions,
    array(select json_build_object('holdingId', holding_id, 'positionId', position_id, 'memberId', member_id,
        'acting', acting, 'from', "from", 'to', "to")
      from holding where agency_id = ${agencyId} order by "from", holding_id) as holdings,
    array(select json_build_object('designationId', designation_id, 'by', by, 'memberId', member_id,
        'matters', matters, 'from', "from", 'to', "to", 'at', ${momentInJson(sql.ref('at'))})
      from designation where agency_id = ${agencyId} order by at, designation_id) as designations`.execute(db)
  return rows[0] ?? { positions: [], holdings: [], designations: [] }
})
