import type { Agency } from '../members/caller.ts'
import { Refusal } from '../platform/refusal.ts'
import { listAgencies } from '../server/agency.ts'

/** The agency that was named, or the only one that there is. */
export async function whoseLedger(url: string, named: string | undefined): Promise<Agency> {
  const known = await listAgencies(url)
  const meant =
    named === undefined && known.length === 1 ? known : known.filter((one) => one.agencyId === named)
  if (meant[0]) return meant[0]
  const ids = known.map((one) => one.agencyId).join(', ')
  throw new Refusal('malformed', `say whose ledger by --agency: ${ids || 'the database has none'}`)
}
