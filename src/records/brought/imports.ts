import { sql } from 'kysely'
import type { Record } from '../../ledger/command.ts'
import { noteBlob } from '../../platform/blobs.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { BroughtFrom } from './reading.ts'

export type ImportState = 'waiting' | 'reading' | 'done' | 'failed'
/** What could not be read, and why. */
export interface Fault {
  file: string
  because: string
}

/** A file that was brought, and how far it was read. */
export interface StoredImport {
  importId: string
  source: BroughtFrom | null
  accountId: string | null
  fileName: string
  sha256: string
  bytes: number
  state: ImportState
  added: number
  known: number
  faults: Fault[]
  faulty: number
  atFile: number
  atItem: number
  readBytes: number
  allBytes: number
  because: string | null
  madeBy: string
  madeAt: string
  endedAt: string | null
}

declare module '../../platform/db.ts' {
  interface Tables {
    recordImport: Omit<StoredImport, 'faults'> & {
      agencyId: string
      faults: unknown
      worker: string | null
      leaseUntil: string | null
    }
  }
}

const columns = [
  'importId',
  'source',
  'accountId',
  'fileName',
  'sha256',
  'bytes',
  'state',
  'added',
  'known',
  'faults',
  'faulty',
  'atFile',
  'atItem',
  'readBytes',
  'allBytes',
  'because',
  'madeBy',
  'madeAt',
  'endedAt',
] as const

type Row = Omit<StoredImport, 'faults'> & { faults: unknown }

function storedOf({ faults, ...row }: Row): StoredImport {
  return { ...row, faults: Array.isArray(faults) ? faults : [] }
}

/** Puts down a file whose bytes are kept already; it is read from now on. Refuses (notFound) a page that nobody has. */
export async function addImport(
  tx: Tx,
  record: Record,
  agencyId: string,
  brought: {
    fileName: string
    sha256: string
    bytes: number
    accountId: string | null
    by: string
    at: string
  },
): Promise<string> {
  const { fileName, sha256, bytes, accountId, by, at } = brought
  if (accountId !== null) await refuseUnknownAccount(tx, agencyId, accountId)
  await noteBlob(tx, agencyId, { sha256, mediaType: 'application/octet-stream', bytes, at })
  const importId = newId()
  await tx
    .insertInto('recordImport')
    .values({
      agencyId,
      importId,
      source: null,
      accountId,
      fileName,
      sha256,
      bytes,
      state: 'waiting',
      added: 0,
      known: 0,
      faults: '[]',
      faulty: 0,
      atFile: 0,
      atItem: 0,
      readBytes: 0,
      allBytes: 0,
      because: null,
      madeBy: by,
      madeAt: at,
      endedAt: null,
      worker: null,
      leaseUntil: null,
    })
    .execute()
  await record({ subject: importId, body: { fileName, sha256, bytes, accountId } })
  return importId
}

async function refuseUnknownAccount(tx: Tx, agencyId: string, accountId: string): Promise<void> {
  const page = await tx
    .selectFrom('account')
    .select('accountId')
    .where('agencyId', '=', agencyId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  if (!page) throw new Refusal('notFound', 'there is no such page')
}

/** One import; refuses (notFound) an id that the agency does not know. */
export async function findImport(db: Db, agencyId: string, importId: string): Promise<StoredImport> {
  const row = await db
    .selectFrom('recordImport')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .where('importId', '=', importId)
    .executeTakeFirst()
  if (!row) throw new Refusal('notFound', 'there is no such import')
  return storedOf(row)
}

/** Imports, the newest first, `limit` of them after one. */
export async function importsOf(
  db: Db,
  agencyId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: StoredImport[]; next: string | null }> {
  let select = db
    .selectFrom('recordImport')
    .select(columns)
    .where('agencyId', '=', agencyId)
    .orderBy('importId', 'desc')
    .limit(limit + 1)
  if (after !== undefined) select = select.where('importId', '<', after)
  const rows = await select.execute()
  const items = rows.slice(0, limit).map(storedOf)
  return { items, next: rows.length > limit ? (items.at(-1)?.importId ?? null) : null }
}

/** Imports that somebody should read: new ones, and those whose reader is gone. */
export async function openImports(db: Db, agencyId: string, at: string): Promise<string[]> {
  const rows = await db
    .selectFrom('recordImport')
    .select('importId')
    .where('agencyId', '=', agencyId)
    .where((row) =>
      row.or([
        row('state', '=', 'waiting'),
        row.and([row('state', '=', 'reading'), row('leaseUntil', '<', at)]),
      ]),
    )
    .orderBy('importId')
    .execute()
  return rows.map(({ importId }) => importId)
}

/** Takes an import to be read by one reader until a time; undefined where another has it, or it has ended. */
export async function claim(
  db: Db,
  agencyId: string,
  importId: string,
  { worker, at, until }: { worker: string; at: string; until: string },
): Promise<StoredImport | undefined> {
  const taken = await db
    .updateTable('recordImport')
    .set({ state: 'reading', worker, leaseUntil: until })
    .where('agencyId', '=', agencyId)
    .where('importId', '=', importId)
    .where((row) =>
      row.or([
        row('state', '=', 'waiting'),
        row.and([row('state', '=', 'reading'), row('leaseUntil', '<', at)]),
      ]),
    )
    .returning(columns)
    .executeTakeFirst()
  return taken && storedOf(taken)
}

/** Puts down how far it was read. False where it is another's now: then nothing of this may stand. */
export async function advance(
  tx: Tx,
  agencyId: string,
  importId: string,
  worker: string,
  step: Partial<
    Pick<
      StoredImport,
      'source' | 'state' | 'atFile' | 'atItem' | 'readBytes' | 'allBytes' | 'because' | 'endedAt'
    >
  > & { added?: number; known?: number; faults?: readonly Fault[]; leaseUntil?: string },
): Promise<boolean> {
  const { added = 0, known = 0, faults = [], ...set } = step
  const { numUpdatedRows } = await tx
    .updateTable('recordImport')
    .set((row) => ({
      ...set,
      added: row('added', '+', added),
      known: row('known', '+', known),
      faulty: row('faulty', '+', faults.length),
      // The first hundred are enough to see what is wrong.
      faults: sql`case when jsonb_array_length(faults) < 100
        then faults || ${JSON.stringify(faults.slice(0, 100))}::jsonb else faults end`,
    }))
    .where('agencyId', '=', agencyId)
    .where('importId', '=', importId)
    .where('worker', '=', worker)
    .where('state', '=', 'reading')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
