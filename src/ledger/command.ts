import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'
import { sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { append, type Entry, type Json } from './append.ts'

/** A command as it was made: for whom, by whom, under which key, when, and with what. */
export interface Made {
  agencyId: string
  /** A member's id, `system`, or `visitor`. */
  by: string
  /** The sender's idempotency key. */
  key: string
  /** Module and move, `requests.endorse`; the kind of its entry. */
  name: string
  /** ISO 8601 in UTC. */
  at: string
  /** What was sent; a repetition under the same key must be the same. */
  input: Json | undefined
}

/** Adds an entry for what the command did; kind, author and time are the command's own unless told. */
export type Record = (entry: Pick<Entry, 'subject' | 'body'> & { kind?: string }) => Promise<string>

/**
 * Carries out one command: its work, its entries in the ledger and its key are one transaction. A command that was
 * carried out before under this key is not done again: its first answer is given. A command that records nothing is
 * a fault of ours.
 */
export async function command<Result extends Json | undefined>(
  db: Db,
  made: Made,
  work: (tx: Tx, record: Record) => Promise<Result>,
): Promise<Result> {
  const { agencyId, by, key, name, at } = made
  const digest = sha256(canonicalize(made.input ?? null) ?? '')
  return await db.transaction().execute(async (tx) => {
    // The row is taken first: a second sender of the same key waits here until the first has committed or failed.
    const taken = await tx
      .insertInto('commandDone')
      .values({ agencyId, key, madeBy: by, name, digest, result: null, at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (taken.numInsertedOrUpdatedRows === 0n) return await answerGiven<Result>(tx, made, digest)
    let recorded = 0
    const result = await work(tx, (entry) => {
      recorded++
      return append(tx, agencyId, { kind: name, by, at, ...entry })
    })
    if (recorded === 0) throw new Error(`${name} recorded nothing in the ledger`)
    await tx
      .updateTable('commandDone')
      .set({ result: result === undefined ? null : JSON.stringify(result) })
      .where('agencyId', '=', agencyId)
      .where('madeBy', '=', by)
      .where('key', '=', key)
      .execute()
    return result
  })
}

/** What the command answered when it was first carried out. */
async function answerGiven<Result>(
  tx: Tx,
  { agencyId, by, key, name }: Made,
  digest: string,
): Promise<Result> {
  const { rows } = await sql<{ same: boolean; result: Result }>`
    select name = ${name} and digest = ${digest} as same, result::json as result from command_done
    where agency_id = ${agencyId} and made_by = ${by} and key = ${key}`.execute(tx)
  const [done] = rows
  if (!done?.same)
    throw new Refusal('conflict', 'this idempotency key was used for something else; send a new one')
  return done.result
}
