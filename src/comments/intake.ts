import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import { capture, type Arrival } from './capture.ts'
import { believed } from './believed.ts'
import { judgingAt } from './judging.ts'
import type { Judging } from './seen.ts'
import type { Pushed } from './push.ts'

/** Where pushes go in. While one transaction is on its way, whoever comes next shares the one after. */
export interface Intake {
  /** Resolves when everything that was pushed is durably captured, and not before. */
  take: (db: Db, agency: Agency, accountId: string, pushed: readonly Pushed[]) => Promise<void>
}

interface Waiting {
  accountId: string
  pushed: readonly Pushed[]
  resolve: () => void
  reject: (fault: unknown) => void
}

/** So many comments at most go into one transaction. */
const share = 500

export function makeIntake(clock: () => string): Intake {
  const known = believed<Judging>()
  // An order or a filter that was adopted a second ago is felt by the next push.
  const judging = (db: Db, agency: Agency, at: string): Promise<Judging> =>
    known(agency.agencyId, () => judgingAt(db, agency, at))
  const lanes = new Map<string, { waiting: Waiting[]; isBusy: boolean }>()
  const serve = async (db: Db, agency: Agency): Promise<void> => {
    const waiting = lanes.get(agency.agencyId)?.waiting ?? []
    for (let some = shareOf(waiting); some.length > 0; some = shareOf(waiting)) {
      try {
        await keep(db, agency, some, judging, clock())
        for (const { resolve } of some) resolve()
      } catch (fault) {
        for (const { reject } of some) reject(fault)
      }
    }
    lanes.delete(agency.agencyId)
  }
  return {
    take: (db, agency, accountId, pushed) =>
      new Promise((resolve, reject) => {
        const lane = lanes.get(agency.agencyId) ?? { waiting: [], isBusy: false }
        lanes.set(agency.agencyId, lane)
        lane.waiting.push({ accountId, pushed, resolve, reject })
        if (lane.isBusy) return
        lane.isBusy = true
        // Whoever else comes in this turn goes along.
        setImmediate(() => void serve(db, agency))
      }),
  }
}

function shareOf(waiting: Waiting[]): Waiting[] {
  let comments = 0
  let count = 0
  while (count < waiting.length && (count === 0 || comments < share))
    comments += waiting[count++]?.pushed.length ?? 0
  return waiting.splice(0, count)
}

async function keep(
  db: Db,
  agency: Agency,
  waiting: readonly Waiting[],
  judging: (db: Db, agency: Agency, at: string) => Promise<Judging>,
  at: string,
): Promise<void> {
  const all = waiting.flatMap(({ accountId, pushed }) => pushed.map((one) => ({ accountId, ...one })))
  const under = await publicationsOf(db, agency.agencyId, all)
  // What stands under no post of ours is none of ours.
  const arrivals = all.flatMap(({ accountId, rootId, comment }): Arrival[] => {
    const found = under.get(`${accountId} ${rootId}`)
    return found ? [{ accountId, under: found, way: 'push', comment }] : []
  })
  if (arrivals.length === 0) return
  await capture(db, agency, arrivals, await judging(db, agency, at), at)
}

async function publicationsOf(
  db: Db,
  agencyId: string,
  pushed: readonly { accountId: string; rootId: string }[],
): Promise<Map<string, Arrival['under']>> {
  const rows = await db
    .selectFrom('delivery')
    .select(['deliveryId', 'accountId', 'remoteId', 'subjectKind', 'subjectId'])
    .where('agencyId', '=', agencyId)
    .where('accountId', 'in', [...new Set(pushed.map(({ accountId }) => accountId))])
    .where('remoteId', 'in', [...new Set(pushed.map(({ rootId }) => rootId))])
    .where('does', 'in', ['publish', 'reply'])
    .where('subjectKind', '<>', 'comment')
    .execute()
  return new Map(
    rows.map(({ deliveryId, accountId, remoteId, subjectKind: kind, subjectId: id }) => [
      `${accountId} ${remoteId}`,
      { deliveryId, rootId: remoteId ?? '', subject: { kind, id } },
    ]),
  )
}
