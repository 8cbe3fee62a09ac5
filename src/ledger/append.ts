import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { canonical } from './canonical.ts'

declare module '../platform/db.ts' {
  interface Tables {
    ledgerEntry: {
      agencyId: string
      entryId: string
      at: string
      kind: string
      madeBy: string
      subject: string
      salt: Buffer
      body: string
    }
  }
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/** What happened, as the ledger keeps it. */
export interface Entry {
  /** Module and move, `requests.endorse`. */
  kind: string
  /** The id of what it was done to. */
  subject: string
  /** Who did it: a member's id, `system`, or `visitor`. */
  by: string
  /** When, ISO 8601 in UTC. */
  at: string
  /** What changed, so that the record can be rebuilt from the ledger alone. */
  body: { readonly [key: string]: Json | undefined }
}

/** Adds an entry in the caller's transaction, and gives its id: both come to be, or neither. */
export async function append(tx: Tx, agencyId: string, entry: Entry): Promise<string> {
  const entryId = newId()
  const { at, kind, by, subject, body } = entry
  await tx
    .insertInto('ledgerEntry')
    .values({
      agencyId,
      entryId,
      at,
      kind,
      madeBy: by,
      subject,
      ...sealed({ ...body, at, kind, by, subject }),
    })
    .execute()
  return entryId
}

/** Adds many entries in the caller's transaction by one statement, and gives their ids in order. */
export async function appendEach(tx: Tx, agencyId: string, entries: readonly Entry[]): Promise<string[]> {
  const rows = entries.map(({ at, kind, by, subject, body }) => {
    const { salt, body: words } = sealed({ ...body, at, kind, by, subject })
    const hex = `\\x${salt.toString('hex')}`
    return { agency_id: agencyId, entry_id: newId(), at, kind, made_by: by, subject, salt: hex, body: words }
  })
  await sql`
    insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body)
    select agency_id, entry_id, at, kind, made_by, subject, salt, body
    from json_populate_recordset(null::ledger_entry, ${JSON.stringify(rows)}::json)`.execute(tx)
  return rows.map((row) => row.entry_id)
}

/** The canonical words of an entry and the salt that keeps a guesser from recognising them by their hash. */
export function sealed(said: { readonly [key: string]: Json | undefined }): { salt: Buffer; body: string } {
  return { salt: randomBytes(16), body: canonical(said) }
}
