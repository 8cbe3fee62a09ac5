import { Temporal } from 'temporal-polyfill'
import type { Record } from '../ledger/command.ts'
import type { Agency } from '../members/caller.ts'
import { invite } from '../members/enrol.ts'
import { once } from '../members/once.ts'
import { memberFormSchema } from '../members/schema.ts'
import { addMember } from '../members/store.ts'
import { dayIn } from '../platform/day.ts'
import { openDb, type Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'

/** The agencies of an installation. `url` is the app's or the owner's. */
export async function listAgencies(url: string): Promise<Agency[]> {
  const db = openDb(url, '', { max: 1 })
  try {
    return await db
      .selectFrom('agency')
      .select(['agencyId', 'name', 'host', 'zone'])
      .orderBy('agencyId')
      .execute()
  } finally {
    await db.destroy()
  }
}

/**
 * Makes an agency with its first administrator, as the owner of the database, and gives the code of the
 * administrator's invitation. Refuses an id, a host or a time zone that will not do.
 */
export async function addAgency(
  ownerUrl: string,
  agency: Agency,
  administrator: { name: string; email: string | null },
  at: string,
): Promise<{ memberId: string; code: string; expires: string }> {
  const { agencyId, zone, host } = agency
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(agencyId))
    throw new Refusal('malformed', `"${agencyId}" will not do as an id: small letters, digits and hyphens`)
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host))
    throw new Refusal('malformed', `"${host}" is no host name; give it without https:// and without a port`)
  const today = dayOrRefuse(zone, at)
  const form = memberFormSchema.safeParse({
    ...administrator,
    kind: 'civilian',
    from: today,
    granted: ['administrator'],
  })
  if (!form.success)
    throw new Refusal('malformed', `the administrator: ${form.error.issues[0]?.message ?? 'is malformed'}`)
  const db = openDb(ownerUrl, agencyId, { max: 1, patience: 20_000 })
  try {
    await putAgency(db, agency, at)
    const made = { agencyId, by: 'system', key: newId(), name: 'agencies.add', at, input: null }
    return await once(db, made, async (tx, record) => {
      const memberId = newId()
      await record({ subject: agencyId, body: { ...agency } })
      await addMember(tx, (entry) => record({ ...entry, kind: 'members.add' }), agencyId, memberId, form.data)
      const issue: Record = (entry) => record({ ...entry, kind: 'invitations.issue' })
      return { memberId, ...(await invite(tx, issue, agencyId, { memberId, by: 'system', at })) }
    })
  } finally {
    await db.destroy()
  }
}

/** The agency's own row. One that stands already without a member is what a cut-off start left. */
async function putAgency(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId, host } = agency
  const present = await db
    .selectFrom('agency')
    .select(['agencyId', 'name', 'host'])
    .where((row) => row.or([row('agencyId', '=', agencyId), row('host', '=', host)]))
    .executeTakeFirst()
  if (!present)
    await db
      .insertInto('agency')
      .values({ ...agency, createdAt: at })
      .execute()
  else {
    const member = await db
      .selectFrom('member')
      .select('memberId')
      .where('agencyId', '=', present.agencyId)
      .executeTakeFirst()
    if (member || present.agencyId !== agencyId || present.host !== host)
      throw new Refusal(
        'conflict',
        `${present.name} (${present.agencyId}) is at home at ${present.host} already`,
      )
  }
}

/** Today in a time zone; refuses a zone that nobody knows. */
function dayOrRefuse(zone: string, at: string): string {
  try {
    Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  } catch {
    throw new Refusal('malformed', `"${zone}" is no time zone; give one such as America/New_York`)
  }
  return dayIn(zone, at)
}
