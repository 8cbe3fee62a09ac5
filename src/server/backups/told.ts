import { command } from '../../ledger/command.ts'
import type { Json } from '../../ledger/append.ts'
import { backupSubject } from '../../ledger/backups.ts'
import { openDb } from '../../platform/db.ts'
import { listAgencies } from '../agency.ts'

/** Says in the ledger of every agency what was done with its backups. The same key twice says it once. */
export async function tellLedgers(
  appUrl: string,
  kind: 'agencies.backup' | 'agencies.backup-failed' | 'agencies.backups-swept',
  { key, at, body }: { key: string; at: string; body: { readonly [name: string]: Json | undefined } },
): Promise<void> {
  for (const { agencyId } of await listAgencies(appUrl)) {
    const db = openDb(appUrl, agencyId, { max: 1, patience: 20_000 })
    try {
      const made = { agencyId, by: 'system', key: `${kind}/${key}`, name: kind, at, input: null }
      await command(db, made, async (_tx, record) => {
        await record({ subject: backupSubject, body })
        return null
      })
    } finally {
      await db.destroy()
    }
  }
}
