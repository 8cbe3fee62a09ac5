import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { sequence } from './sequence.ts'
import type { LogSigner } from './signer.ts'

export interface Sequencer {
  /** Looks at once, rather than within a second. */
  wake: () => void
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
  let nap = new AbortController()
  let isWoken = false
  const rest = async (milliseconds: number): Promise<void> => {
    nap = new AbortController()
    if (isWoken || stopping.signal.aborted) return
    await pause(milliseconds, undefined, { signal: AbortSignal.any([nap.signal, stopping.signal]) }).catch(
      () => undefined,
    )
  }
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      isWoken = false
      try {
        const done = await sequence(pool, agencyId, signer, clock())
        if (done?.isMore !== true) await rest(1_000)
      } catch (fault) {
        onFault(fault)
        // What is refused now is refused again at once; a person has to see to it.
        isWoken = false
        await rest(5_000)
      }
    }
  }
  const working = work()
  return {
    wake: () => {
      isWoken = true
      nap.abort()
    },
    stop: async () => {
      stopping.abort()
      await working
    },
  }
}
