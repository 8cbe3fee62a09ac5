import { sql } from 'kysely'
import { later } from '../../platform/day.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Summary } from './produced.ts'

export interface StoredProduction {
  agencyId: string
  productionId: string
  requestId: string
  instalment: number
  requestRef: string
  language: 'en' | 'es'
  state: 'making' | 'made'
  version: number
  claimedUntil: string
  fault: string | null
  at: string
  madeBy: string
  madeAt: string | null
  sha256: string | null
  bytes: number | null
  parts: string[]
  summary: Summary | null
  publicAt: string | null
}

declare module '../../platform/db.ts' {
  interface Tables {
    production: Omit<StoredProduction, 'summary'> & { summary: string | null }
    archiveRecord: {
      agencyId: string
      productionId: string
      n: number
      number: string
      at: string
      kind: string
      author: string | null
      words: string
    }
    archiveSettings: { agencyId: string; version: number; isOpen: boolean }
  }
}

const columns = [
  'agencyId',
  'productionId',
  'requestId',
  'instalment',
  'requestRef',
  'language',
  'state',
  'version',
  'claimedUntil',
  'fault',
  'at',
  'madeBy',
  'madeAt',
  'sha256',
  'bytes',
  'parts',
  'publicAt',
] as const

/** A query for whole productions of an agency. */
function productionsIn(db: Db, agencyId: string) {
  return db
    .selectFrom('production')
    .select(columns)
    .select(sql<Summary | null>`summary`.as('summary'))
    .where('agencyId', '=', agencyId)
}

export async function findProduction(
  db: Db,
  agencyId: string,
  productionId: string,
): Promise<StoredProduction> {
  const found = await productionsIn(db, agencyId).where('productionId', '=', productionId).executeTakeFirst()
  if (!found) throw new Refusal('notFound', 'there is no such production')
  return found
}

export async function productionsOf(
  db: Db,
  agencyId: string,
  requestId: string,
): Promise<StoredProduction[]> {
  return await productionsIn(db, agencyId).where('requestId', '=', requestId).orderBy('instalment').execute()
}

/** What the archive shows, the newest first. */
export async function publicProductions(
  db: Db,
  agencyId: string,
  limit: number,
): Promise<StoredProduction[]> {
  return await productionsIn(db, agencyId)
    .where('publicAt', 'is not', null)
    .where('state', '=', 'made')
    .orderBy('publicAt', 'desc')
    .limit(limit)
    .execute()
}

/** A release that nobody has begun to pack. */
export interface Unpacked {
  requestId: string
  instalment: number
  requestRef: string
  language: 'en' | 'es'
  at: string
  madeBy: string
}

export async function unpacked(db: Db, agencyId: string): Promise<Unpacked[]> {
  const { rows } = await sql<Unpacked>`
    select l.request_id, l.instalment, q.number as request_ref, q.language, l.at, l.made_by
    from records_release l join records_request q using (agency_id, request_id)
    where agency_id = ${agencyId} and not exists (select from production p
      where p.agency_id = l.agency_id and p.request_id = l.request_id and p.instalment = l.instalment)
    order by l.at limit 20`.execute(db)
  return rows
}

/** Takes a production to work on, for an hour; undefined where all are made or being made. */
export async function claim(db: Db, agencyId: string, at: string): Promise<StoredProduction | undefined> {
  const { rows } = await sql<{ productionId: string }>`
    update production set claimed_until = ${later(at, { minutes: 60 })}, version = version + 1
    where agency_id = ${agencyId} and production_id = (select production_id from production
      where agency_id = ${agencyId} and state = 'making' and claimed_until <= ${at} order by at limit 1
      for update skip locked)
    returning production_id`.execute(db)
  const [row] = rows
  return row && (await findProduction(db, agencyId, row.productionId))
}

/** Says why a try came to nothing; the next begins in five minutes. */
export async function noteFault(db: Db, one: StoredProduction, fault: string, at: string): Promise<void> {
  await db
    .updateTable('production')
    .set({ fault: fault.slice(0, 500), claimedUntil: later(at, { minutes: 5 }) })
    .where('agencyId', '=', one.agencyId)
    .where('productionId', '=', one.productionId)
    .where('state', '=', 'making')
    .execute()
}

/** How many records the earlier parts of a request have: numbers go on where they ended. */
export async function recordsBefore(
  db: Db,
  { agencyId, requestId, instalment }: Pick<StoredProduction, 'agencyId' | 'requestId' | 'instalment'>,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from records_released
    where agency_id = ${agencyId} and request_id = ${requestId} and instalment < ${instalment}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Whether the agency keeps a public archive; not until it says so. */
export async function archiveSettings(
  db: Db,
  agencyId: string,
): Promise<{ version: number; isOpen: boolean }> {
  const found = await db
    .selectFrom('archiveSettings')
    .select(['version', 'isOpen'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  return found ?? { version: 0, isOpen: false }
}

/** Guarded by the version that was seen. */
export async function openArchive(tx: Tx, agencyId: string, seen: number, isOpen: boolean): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('archiveSettings')
    .values({ agencyId, version: seen + 1, isOpen })
    .onConflict((conflict) =>
      conflict
        .column('agencyId')
        .doUpdateSet({ version: seen + 1, isOpen })
        .where('archiveSettings.version', '=', seen),
    )
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n)
    throw new Refusal('conflict', 'somebody else changed this meanwhile; look again')
}

/** Puts a production into the archive, or takes it out; the records that it released become searchable, or no longer. */
export async function setPublic(
  tx: Tx,
  one: StoredProduction,
  seen: number,
  publicAt: string | null,
): Promise<void> {
  const { agencyId, productionId, requestId, instalment } = one
  const { numUpdatedRows } = await tx
    .updateTable('production')
    .set({ publicAt, version: seen + 1 })
    .where('agencyId', '=', agencyId)
    .where('productionId', '=', productionId)
    .where('version', '=', seen)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'somebody else changed this meanwhile; look again')
  await tx
    .deleteFrom('archiveRecord')
    .where('agencyId', '=', agencyId)
    .where('productionId', '=', productionId)
    .execute()
  if (publicAt === null) return
  const first = (await recordsBefore(tx, one)) + 1
  await sql`
    insert into archive_record (agency_id, production_id, n, number, at, kind, author, words)
    select agency_id, ${productionId}, n,
      ${one.requestRef} || '-' || lpad((${first}::int + n - 1)::text, 6, '0'), at, kind, author, words
    from records_released
    where agency_id = ${agencyId} and request_id = ${requestId} and instalment = ${instalment} and withheld is null`.execute(
    tx,
  )
}
