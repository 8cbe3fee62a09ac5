import { backupsSeen, backupState, type BackupsSeen, type BackupState } from '../../ledger/backups.ts'
import { isBefore, later } from '../../platform/day.ts'
import { openDb } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { listAgencies } from '../agency.ts'
import { tellLedgers } from './told.ts'

/** What came of a backup: made, and what is to be said of it; not made and why; or left to another that is at it. */
export type Outcome =
  | { made: true; remarks: readonly string[] }
  | { made: false; because: string }
  | { made: 'by another' }

export interface Schedule {
  everyHours: number
  areKeysWithData: boolean
  /** Makes a backup, reads it back, and sweeps. */
  run: (signal: AbortSignal) => Promise<Outcome>
}

/** The backups of a serving installation. */
export interface Backups {
  /** One minute's look: begins a backup when it is time for one, and does not wait for it. */
  look: () => Promise<void>
  /** Waits for the one that is being made. */
  settled: () => Promise<void>
  /** Cuts off the one that is being made: it leaves nothing that looks like a backup. */
  stop: () => Promise<void>
}

interface Keeping {
  appUrl: string
  clock: () => string
  /** Told of each try that was in vain, once of each time it became late, and of what is to be said of one made. */
  tell: (state: BackupState, because: string) => void
}

/**
 * Makes backups by the clock. Of several processes the one that has the minute's work looks; that only one of them
 * makes a backup is held by a lock of the database. After a try in vain the next one comes in an hour.
 */
export function startBackups({ everyHours, run }: Schedule, { appUrl, clock, tell }: Keeping): Backups {
  let running: Promise<void> | undefined
  let last: BackupState = 'fine'
  // The ledger says when the last one was made; where it could not be told, we know.
  let madeHere: string | null = null
  const stopping = new AbortController()
  const make = async (): Promise<void> => {
    const begun = clock()
    const outcome = await run(stopping.signal).catch((error: unknown): Outcome => ({
      made: false,
      because: String(error),
    }))
    if (stopping.signal.aborted || outcome.made === 'by another') return
    if (outcome.made) {
      madeHere = begun
      for (const remark of outcome.remarks) tell('fine', remark)
      return
    }
    tell('failed', outcome.because)
    await tellLedgers(appUrl, 'agencies.backup-failed', {
      key: newId(),
      at: clock(),
      body: { because: outcome.because },
    })
  }
  return {
    look: async () => {
      const [agency] = await listAgencies(appUrl)
      if (running !== undefined || agency === undefined) return
      const noted = await seenIn(appUrl, agency.agencyId)
      const seen = { ...noted, madeAt: lastOf(noted.madeAt, madeHere) }
      const at = clock()
      const state = backupState(seen, everyHours, at)
      if (state === 'late' && last !== 'late') tell('late', `the last backup was made at ${seen.madeAt}`)
      last = state
      if (state === 'fine' || state === 'lacking') return
      if (seen.failedAt !== null && isBefore(at, later(seen.failedAt, { hours: Math.min(1, everyHours) })))
        return
      running = make()
        .catch((error: unknown) => tell('failed', String(error)))
        .finally(() => (running = undefined))
    },
    settled: async () => {
      await running
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

function lastOf(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && isBefore(one, other)) ? other : one
}

async function seenIn(appUrl: string, agencyId: string): Promise<BackupsSeen> {
  const db = openDb(appUrl, agencyId, { max: 1 })
  try {
    return await backupsSeen(db, agencyId)
  } finally {
    await db.destroy()
  }
}
