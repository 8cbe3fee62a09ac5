import type pg from 'pg'
import { sealed } from '../ledger/append.ts'
import { newId } from '../platform/id.ts'

interface Settled {
  agency: string
  ended: number
  parked: number
  returned: number
}

/**
 * Settles what a backup brings back and time has overtaken, in the transaction of the restore. Every session ends: one
 * that was signed out after the backup was made must not live again. What was about to go out is not sent by itself,
 * for it may have gone out since, or been taken back: deliveries are parked until a person looks at the page, and
 * approved posts, those of a time to come too, go back to their writers. Each agency's ledger says that it was restored, from when, and how many of each.
 */
export async function settleRestored(client: pg.ClientBase, backupOf: string, at: string): Promise<void> {
  const { rows } = await client.query<Settled>(settling, [at, unknown, again])
  for (const { agency, ...counts } of rows) {
    const [kind, by] = ['agencies.restore', 'system']
    const { salt, body } = sealed({ backupOf, ...counts, at, kind, by, subject: agency })
    await client.query(
      `insert into ledger_entry (agency_id, entry_id, at, kind, made_by, subject, salt, body)
        values ($1, $2, $3, $4, $5, $1, $6, $7)`,
      [agency, newId(), at, kind, by, salt, body],
    )
  }
}

const unknown =
  'Decorum was restored from a backup, and it is unknown whether this went out since. Please look at the page and say.'
const again =
  'Decorum was restored from a backup, and this may have gone out or been taken back since. Look at the pages, then submit it again or withdraw it.'

const settling = `
  with ended as (
    update session set ended_at = $1 where ended_at is null returning agency_id
  ), parked as (
    update delivery
      set state = 'parked', in_doubt = true, deadline_at = null, sentence = $2, version = version + 1
      where state in ('waiting', 'sending') and does in ('publish', 'reply', 'edit')
      returning agency_id
  ), returned as (
    update post
      set state = 'returned', version = version + 1, since = $1, submitted_at = null, publish_at = null,
        approved_hash = null, approved_by = null, approved_at = null,
        signed_by = null, signed_because = null, review_due_at = null
      where state = 'approved'
      returning agency_id, post_id, version, content_hash
  ), steps as (
    insert into post_step (agency_id, post_id, version, move, made_by, office, to_state, remarks, content_hash, at)
      select agency_id, post_id, version, 'return', null, null, 'returned', $3, content_hash, $1 from returned
  )
  select agency_id as agency,
    (select count(*)::int from ended where ended.agency_id = agency.agency_id) as ended,
    (select count(*)::int from parked where parked.agency_id = agency.agency_id) as parked,
    (select count(*)::int from returned where returned.agency_id = agency.agency_id) as returned
  from agency`
