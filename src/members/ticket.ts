import { later } from '../platform/day.ts'
import type { Db, Tx } from '../platform/db.ts'
import { newSecret, sha256 } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'

declare module '../platform/db.ts' {
  interface Tables {
    ticket: {
      agencyId: string
      hash: string
      purpose: string
      memberId: string | null
      holds: string
      expires: string
    }
  }
}

/** What a ticket is for; one is never taken for another. */
export type TicketPurpose = 'totp' | 'passkey' | 'confirm-passkey' | 'enrol-totp' | 'enrol-passkey' | 'oidc'

const minutes = 5

/** Begins something that is finished by a second request: what it holds waits in the database, for five minutes. */
export async function giveTicket(
  db: Db,
  agencyId: string,
  ticket: { purpose: TicketPurpose; memberId: string | null; holds: string; at: string },
): Promise<string> {
  const secret = newSecret()
  const { at, ...rest } = ticket
  await db
    .insertInto('ticket')
    .values({ agencyId, hash: sha256(secret), ...rest, expires: later(at, { minutes }) })
    .execute()
  // What nobody came back for is swept out by the next who comes.
  await db.deleteFrom('ticket').where('agencyId', '=', agencyId).where('expires', '<', at).execute()
  return secret
}

/** What a ticket holds; refuses one that is unknown, another's, used or too old. */
export async function readTicket(
  db: Db | Tx,
  agencyId: string,
  secret: string,
  purpose: TicketPurpose,
  at: string,
): Promise<{ memberId: string | null; holds: string }> {
  const found = await db
    .selectFrom('ticket')
    .select(['memberId', 'holds'])
    .where('agencyId', '=', agencyId)
    .where('hash', '=', sha256(secret))
    .where('purpose', '=', purpose)
    .where('expires', '>', at)
    .executeTakeFirst()
  if (!found) throw new Refusal('unauthenticated', 'that took longer than five minutes; please begin again')
  return found
}

/** The same, and the ticket is used up: of two who come with it, one is refused. */
export async function takeTicket(
  db: Db | Tx,
  agencyId: string,
  secret: string,
  purpose: TicketPurpose,
  at: string,
): Promise<{ memberId: string | null; holds: string }> {
  const found = await readTicket(db, agencyId, secret, purpose, at)
  const taken = await db
    .deleteFrom('ticket')
    .where('agencyId', '=', agencyId)
    .where('hash', '=', sha256(secret))
    .executeTakeFirst()
  if (taken.numDeletedRows === 0n) throw new Refusal('conflict', 'this was used already; please begin again')
  return found
}
