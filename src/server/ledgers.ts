import { startSequencer, type Sequencer } from '../ledger/sequencer.ts'
import { openSigner } from '../ledger/signer.ts'
import type { Agency } from '../members/caller.ts'
import { openPool } from '../platform/db.ts'
import type { DeadlinePool } from '../platform/deadline-pool.ts'

/** The sequencers of the agencies' ledgers in this process. */
export interface Ledgers {
  /** Begins for every agency that has none yet. */
  keep: (agencies: readonly Agency[]) => Promise<void>
  /** Ends after the checkpoints that are being made. */
  stop: () => Promise<void>
}

interface Keeping {
  databaseUrl: string
  /** Where the keys that sign stand. */
  folder: string
  clock: () => string
  /** Told of a refusal to sign, once until it changes. */
  tell: (agency: Agency, fault: unknown) => void
}

/** Makes checkpoints of each agency's ledger; of several processes on one database, one does at a time. */
export function startLedgers({ databaseUrl, folder, clock, tell }: Keeping): Ledgers {
  const kept = new Map<string, { sequencer: Sequencer; pool: DeadlinePool }>()
  const begin = async (agency: Agency): Promise<void> => {
    const { agencyId } = agency
    const signer = await openSigner(folder, agency)
    // A checkpoint takes in many entries at once, and may take longer than a request.
    const pool = openPool(databaseUrl, agencyId, { max: 2, patience: 60_000 })
    let last = ''
    const onFault = (fault: unknown): void => {
      const said = String(fault)
      if (said !== last) tell(agency, fault)
      last = said
    }
    const sequencer = startSequencer({ pool: pool.pool, agencyId, signer, clock, onFault })
    kept.set(agencyId, { sequencer, pool })
  }
  return {
    keep: async (agencies) => {
      for (const agency of agencies)
        if (!kept.has(agency.agencyId))
          await begin(agency).catch((fault: unknown) => {
            tell(agency, fault)
          })
    },
    stop: async () => {
      await Promise.all(
        [...kept.values()].map(async ({ sequencer, pool }) => {
          await sequencer.stop()
          await pool.end()
        }),
      )
    },
  }
}
