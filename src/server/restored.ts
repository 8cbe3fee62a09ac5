import type pg from 'pg'
import { sealed } from '../ledger/append.ts'
import { newId } from '../platform/id.ts'

/**
 * Ends every session that a backup brings back, in the transaction of the restore: one that was signed out after the
 * backup was made must not live again. Each agency's ledger says that it was restored, from when, and how many ended.
 */
export async function endRevived(client: pg.ClientBase, backupOf: string, at: string): Promise<void> {
  const { rows } = await client.query<{ agency: string; ended: number }>(
    `with ended as (update session set ended_at = $1 where ended_at is null returning agency_id)
      select agency_id as agency, (select count(*)::int from ended where ended.agency_id = agency.agency_id) as ended
      from agency`,
    [at],
  )
  for (const { agency, ended } of rows) {
    const [kind, by] = ['agencies.restore', 'system']
    const { salt, body } = sealed({ backupOf, ended, at, kind, by, subject: agency })
    await client.query(
      `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body)
        values ($1, $2, $3, $4, $5, $1, $6, $7)`,
      [agency, newId(), at, kind, by, salt, body],
    )
  }
}
