import { sql, type RawBuilder } from 'kysely'
import type { Record as Recording } from '../ledger/command.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { membersOf } from '../members/store.ts'
import { contentOf, type Content } from './content.ts'
import type { permissionStates } from './schema.ts'

declare module '../platform/db.ts' {
  interface Tables {
    permission: {
      agencyId: string
      permissionId: string
      requestId: string
      holder: string
      matter: string
      state: 'in-force' | 'withdrawn' | 'revoked'
      version: number
      content: string
      contentHash: string
      byOffice: string
      decidedBy: string | null
      decidedAs: string
      form: string
      cites: string
      orderVersion: string
      entryId: string
      conditions: string | null
      validFrom: string
      validTo: string | null
      givenAt: string
      endedAt: string | null
      endedBy: string | null
      endedBecause: string | null
      endedCitation: string | null
    }
  }
}

export type PermissionState = (typeof permissionStates)[number]

/** The days before its end on which a permission is about to end. */
const soonDays = 30

/** A permission as it is kept, with its state at the moment that was asked about. */
export interface StoredPermission {
  permissionId: string
  requestId: string
  holder: string
  matter: string
  state: PermissionState
  version: number
  content: Content
  contentHash: string
  byOffice: string
  decidedBy: string | null
  decidedAs: string
  form: string
  cites: string
  orderVersion: string
  /** The ledger's entry of the decision. */
  entryId: string
  conditions: string | null
  validFrom: string
  validTo: string | null
  givenAt: string
  endedAt: string | null
  endedBy: string | null
  endedBecause: string | null
  endedCitation: string | null
  /** The names of holder, decider and ender, where the roster has them. */
  people: { memberId: string; name: string }[]
  hasLetter: boolean
  /** The colleagues of its content who agreed; not those who left or never answered. */
  agreed: string[]
}

/** What an approval gives. */
export type Given = Pick<
  StoredPermission,
  | 'requestId'
  | 'holder'
  | 'matter'
  | 'contentHash'
  | 'byOffice'
  | 'decidedBy'
  | 'decidedAs'
  | 'form'
  | 'cites'
  | 'orderVersion'
  | 'entryId'
  | 'conditions'
  | 'validFrom'
  | 'validTo'
> & { written: string }

/** Enters a permission into the register. */
export async function givePermission(
  tx: Tx,
  record: Recording,
  agencyId: string,
  { written, ...given }: Given,
  at: string,
): Promise<string> {
  const permissionId = newId()
  await tx
    .insertInto('permission')
    .values({
      agencyId,
      permissionId,
      ...given,
      content: written,
      state: 'in-force',
      version: 1,
      givenAt: at,
      endedAt: null,
      endedBy: null,
      endedBecause: null,
      endedCitation: null,
    })
    .execute()
  await record({ kind: 'permissions.give', subject: permissionId, body: given })
  return permissionId
}

/** How a permission ends before its time. */
export interface Ending {
  state: 'withdrawn' | 'revoked'
  /** From when. */
  endedAt: string
  by: string
  because: string | null
  citation: string | null
}

/** Ends a permission if it is still at the version that was seen. */
export async function endPermission(
  tx: Tx,
  record: Recording,
  agencyId: string,
  seen: { permissionId: string; version: number },
  { state, endedAt, by, because, citation }: Ending,
): Promise<void> {
  const { permissionId, version } = seen
  const changed = await tx
    .updateTable('permission')
    .set({
      state,
      endedAt,
      endedBy: by,
      endedBecause: because,
      endedCitation: citation,
      version: version + 1,
    })
    .where('agencyId', '=', agencyId)
    .where('permissionId', '=', permissionId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await refuseEnded(tx, agencyId, permissionId)
  await record({ subject: permissionId, body: { state, endedAt, because, citation } })
}

/** Says who ended a permission meanwhile. */
export async function refuseEnded(tx: Tx, agencyId: string, permissionId: string): Promise<never> {
  const found = await tx
    .selectFrom('permission')
    .select(['state', 'endedBy'])
    .where('agencyId', '=', agencyId)
    .where('permissionId', '=', permissionId)
    .executeTakeFirstOrThrow()
  const [ender] = await membersOf(tx, agencyId, found.endedBy === null ? [] : [found.endedBy])
  throw new Refusal('conflict', `it was ${found.state} meanwhile by ${ender?.name ?? 'somebody'}`)
}

/** Where a permission stands at a moment of an agency's day. */
export function stateAt(at: string, day: string): RawBuilder<PermissionState> {
  return sql<PermissionState>`case
    when state <> 'in-force' and ended_at <= ${at}::timestamptz then state
    when valid_to < ${day}::date then 'ended'
    when valid_from > ${day}::date then 'not-yet'
    when valid_to <= ${day}::date + ${sql.lit(soonDays)} then 'about-to-end'
    else 'in-force' end`
}

/** A row of the register, written out: to have it built for each request costs as much as to ask. */
const row =
  sql.raw(`permission_id, request_id, holder, matter, version, content, content_hash, by_office, decided_by,
  decided_as, form, cites, order_version, entry_id, conditions, valid_from, valid_to, given_at, ended_at, ended_by,
  ended_because, ended_citation,
  array(select asked.member_id from request_consent as asked
    where asked.agency_id = permission.agency_id and asked.request_id = permission.request_id
      and asked.answer = 'agrees' order by asked.member_id) as agreed,
  array(select json_build_object('memberId', one.member_id, 'name', one.name) from member as one
    where one.agency_id = permission.agency_id
      and one.member_id in (permission.holder, permission.decided_by, permission.ended_by)) as people,
  exists (select from decision_letter as letter
    where letter.agency_id = permission.agency_id and letter.request_id = permission.request_id) as has_letter`)

/** Everything that a member was ever permitted, page by page, however much it is. */
export async function permissionsOf(
  db: Db,
  agencyId: string,
  when: { at: string; day: string },
  member: string,
  seen?: RawBuilder<boolean>,
): Promise<StoredPermission[]> {
  const found: StoredPermission[] = []
  let after: string | undefined
  do {
    const query = { member, after, limit: pageSize, ...(seen ? { seen } : {}) }
    const { items, next } = await listPermissions(db, agencyId, when, query)
    found.push(...items)
    after = next ?? undefined
  } while (after !== undefined)
  return found
}

const pageSize = 500

/** The register, the newest first, `limit` of them after a cursor; `seen` is what the caller may see. */
export async function listPermissions(
  db: Db,
  agencyId: string,
  when: { at: string; day: string },
  query: {
    seen?: RawBuilder<boolean>
    state?: PermissionState | undefined
    matter?: string | undefined
    member?: string | undefined
    permissionId?: string | undefined
    after?: string | undefined
    limit: number
  },
): Promise<{ items: StoredPermission[]; next: string | null }> {
  const state = stateAt(when.at, when.day)
  const conditions = [sql`agency_id = ${agencyId}`]
  if (query.seen) conditions.push(query.seen)
  if (query.state === 'in-force') conditions.push(sql`${state} in ('in-force', 'about-to-end')`)
  else if (query.state !== undefined) conditions.push(sql`${state} = ${query.state}`)
  if (query.matter !== undefined) conditions.push(sql`matter = ${query.matter}`)
  if (query.member !== undefined) conditions.push(sql`holder = ${query.member}`)
  if (query.permissionId !== undefined) conditions.push(sql`permission_id = ${query.permissionId}`)
  if (query.after !== undefined) conditions.push(sql`permission_id < ${query.after}`)
  const { rows } = await sql<Omit<StoredPermission, 'content'> & { content: string }>`
    select ${row}, ${state} as state from permission where ${sql.join(conditions, sql` and `)}
    order by permission_id desc limit ${query.limit + 1}`.execute(db)
  const items = rows.slice(0, query.limit).map((one) => ({ ...one, content: contentOf(one.content) }))
  return { items, next: rows.length > query.limit ? (items.at(-1)?.permissionId ?? null) : null }
}
