import type { Agency } from '../members/caller.ts'
import { openBlobs } from '../platform/blobs.ts'
import type { Db } from '../platform/db.ts'
import type { App } from '../platform/http.ts'
import type { Delivering } from './deliver.ts'
import { due } from './due.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Sends what an agency has due, at once; called after the commit of a command that asked for deliveries, and not
     * waited for. Resolves when everything that was due has been tried; never rejects.
     */
    deliverSoon: (agency: Agency) => Promise<void>
  }
}

/** What the engine needs of a server's house, and the one way out for what comes back. */
export function deliveringOf({
  house,
  clock,
}: Pick<App, 'house' | 'clock'>): Delivering & Pick<App['house'], 'outbound' | 'tsa'> {
  const { seal, networks, outbound, tsa } = house
  return { blobs: openBlobs(house.blobsFolder), seal, networks, clock, outbound, tsa }
}

export interface Soon {
  deliverSoon: (agency: Agency) => Promise<void>
  /** Resolves when nothing is being sent any more; from now on nothing is begun. */
  close: () => Promise<void>
}

/** One round at a time for each agency; whoever asks during a round is served by the next. */
export function soon(
  dbOf: (agencyId: string) => Db,
  house: () => Delivering,
  tell: (error: unknown) => void,
): Soon {
  const running = new Map<string, { now: Promise<void>; next: Promise<void> | undefined }>()
  let isClosed = false
  const round = async (agency: Agency): Promise<void> => {
    if (isClosed) return
    try {
      const given = house()
      await due(dbOf(agency.agencyId), agency, given.clock(), given)
    } catch (error) {
      tell(error)
    }
  }
  const begin = (agency: Agency): Promise<void> => {
    const { agencyId } = agency
    const now = round(agency).finally(() => {
      if (running.get(agencyId)?.next === undefined) running.delete(agencyId)
    })
    running.set(agencyId, { now, next: undefined })
    return now
  }
  return {
    deliverSoon: (agency) => {
      const here = running.get(agency.agencyId)
      if (!here) return begin(agency)
      here.next ??= here.now.then(() => begin(agency))
      return here.next
    },
    close: async () => {
      isClosed = true
      while (running.size > 0) await Promise.all([...running.values()].map(({ now, next }) => next ?? now))
    },
  }
}
