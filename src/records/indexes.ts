import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/**
 * Makes the indexes of records anew, as the owner, where an import that was killed had dropped them. All are dropped by
 * one statement and made in one transaction, so that one tells of all.
 */
export async function keepIndexed(owner: Db): Promise<void> {
  const { rows } = await sql<{ lacks: boolean }>`
    select to_regclass('public.record_words') is null as lacks`.execute(owner)
  if (rows[0]?.lacks === true) await sql`call make_record_indexes()`.execute(owner)
}
