import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Db } from '../platform/db.ts'
import { parsedJson } from '../platform/json.ts'

declare module '../platform/http.ts' {
  interface Installation {
    /** The backups by the clock; null where they are not this installation's own affair. */
    backups: {
      everyHours: number
      /** Do their keys stand with the data, so that whoever loses the one loses the other? */
      areKeysWithData: boolean
    } | null
  }
}

/** What entries about backups are about. */
export const backupSubject = 'backups'

/** When the last backup was made, how many blobs it lacks that records name, and when one last failed. */
export interface BackupsSeen {
  madeAt: string | null
  missing: number
  failedAt: string | null
}

/** How the backups of an installation stand. */
export type BackupState = 'fine' | 'lacking' | 'due' | 'failed' | 'late'

const madeSchema = z.object({ missing: z.number() })

/** What the ledger says of the last backups. */
export async function backupsSeen(db: Db, agencyId: string): Promise<BackupsSeen> {
  const lastOf = (kind: string): Promise<{ at: string; body: string } | undefined> =>
    db
      .selectFrom('ledgerEntry')
      .select(['at', 'body'])
      .where('agencyId', '=', agencyId)
      .where('subject', '=', backupSubject)
      .where('kind', '=', kind)
      .orderBy('entryId', 'desc')
      .limit(1)
      .executeTakeFirst()
  const made = await lastOf('agencies.backup')
  const body = madeSchema.safeParse(parsedJson(made?.body ?? ''))
  return {
    madeAt: made?.at ?? null,
    missing: body.data?.missing ?? 0,
    failedAt: (await lastOf('agencies.backup-failed'))?.at ?? null,
  }
}

/**
 * How the backups stand: `due` when it is time for one, `late` when it is long past it (a quarter of the time between
 * two, an hour at least), `failed` when the last try was in vain, `lacking` when the last one was made without files
 * that records name, for they are lost.
 */
export function backupState(
  { madeAt, missing, failedAt }: BackupsSeen,
  everyHours: number,
  at: string,
): BackupState {
  const now = Temporal.Instant.from(at)
  const past = (since: string, hours: number): boolean =>
    now.since(Temporal.Instant.from(since)).total('hours') >= hours
  if (madeAt !== null && past(madeAt, everyHours + Math.max(1, everyHours / 4))) return 'late'
  if (failedAt !== null && (madeAt === null || Temporal.Instant.compare(failedAt, madeAt) > 0))
    return 'failed'
  if (madeAt === null || past(madeAt, everyHours)) return 'due'
  return missing > 0 ? 'lacking' : 'fine'
}
