import { setTimeout as pause } from 'node:timers/promises'

/** Looks every two seconds after what has to run, as long as it is not stopped. */
export interface Keeper {
  stop: () => Promise<void>
}

/** `keep` starts what went down, and says whether it was; `tell` hears of each time, and of each fault that is new. */
export function startKeeper(
  keep: () => Promise<boolean>,
  tell: (fault: unknown) => void,
  every = 2_000,
): Keeper {
  const stopping = new AbortController()
  const { signal } = stopping
  let last = ''
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      await pause(every, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      try {
        if (await keep()) tell(undefined)
        last = ''
      } catch (fault) {
        if (String(fault) !== last) tell(fault)
        last = String(fault)
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
