import { Temporal } from 'temporal-polyfill'
import type { Db } from '../platform/db.ts'

declare module '../platform/http.ts' {
  interface Installation {
    /** How often a backup is made, in hours; null where that is not this installation's own affair. */
    backupEvery: number | null
  }
}

/** What entries about backups are about. */
export const backupSubject = 'backups'

/** When the last backup was made, and when one last failed. */
export interface BackupsSeen {
  madeAt: string | null
  failedAt: string | null
}

/** How the backups of an installation stand. */
export type BackupState = 'fine' | 'due' | 'failed' | 'late'

/** What the ledger says of the last backups. */
export async function backupsSeen(db: Db, agencyId: string): Promise<BackupsSeen> {
  const lastOf = async (kind: string): Promise<string | null> => {
    const found = await db
      .selectFrom('ledgerEntry')
      .select('at')
      .where('agencyId', '=', agencyId)
      .where('subject', '=', backupSubject)
      .where('kind', '=', kind)
      .orderBy('entryId', 'desc')
      .limit(1)
      .executeTakeFirst()
    return found?.at ?? null
  }
  return { madeAt: await lastOf('agencies.backup'), failedAt: await lastOf('agencies.backup-failed') }
}

/**
 * How the backups stand: `due` when it is time for one, `late` when it is long past it (a quarter of the time between
 * two, an hour at least), `failed` when the last try was in vain.
 */
export function backupState({ madeAt, failedAt }: BackupsSeen, everyHours: number, at: string): BackupState {
  const now = Temporal.Instant.from(at)
  const past = (since: string, hours: number): boolean =>
    now.since(Temporal.Instant.from(since)).total('hours') >= hours
  if (madeAt !== null && past(madeAt, everyHours + Math.max(1, everyHours / 4))) return 'late'
  if (failedAt !== null && (madeAt === null || Temporal.Instant.compare(failedAt, madeAt) > 0))
    return 'failed'
  return madeAt === null || past(madeAt, everyHours) ? 'due' : 'fine'
}
