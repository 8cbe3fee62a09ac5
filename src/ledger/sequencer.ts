import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { sequence } from './sequence.ts'
import type { LogSigner } from './signer.ts'

export interface Sequencer {
  /** Ends after the checkpoint that is being made. */
  stop: () => Promise<void>
}

export interface Sequencing {
  /** A pool that speaks for the agency. */
  pool: pg.Pool
  agencyId: string
  signer: LogSigner
  clock: () => string
  /** Told of a refusal to sign, or of a database that is gone; the sequencer goes on trying. */
  onFault: (fault: unknown) => void
}

/** Makes a checkpoint whenever there are entries that have none, within a second, as long as it is not stopped. */
export function startSequencer({ pool, agencyId, signer, clock, onFault }: Sequencing): Sequencer {
  const stopping = new AbortController()
  const { signal } = stopping
  const rest = (milliseconds: number): Promise<void> =>
    pause(milliseconds, undefined, { signal }).catch(() => undefined)
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        const done = await sequence(pool, agencyId, signer, clock())
        if (done?.isMore !== true) await rest(1_000)
      } catch (fault) {
        onFault(fault)
        // What is refused now is refused again at once; a person has to see to it.
        await rest(5_000)
      }
    }
  }
  const working = work()
  return {
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}
