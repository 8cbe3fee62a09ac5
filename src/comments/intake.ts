import type { Agency } from '../members/caller.ts'
import type { Db } from '../platform/db.ts'
import { capture, lookedAt, type Arrival } from './capture.ts'
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
const mostInShare = 500

export function makeIntake(clock: () => string): Intake {
  const known = believed<Judging>()
  // An order or a filter that was adopted a second ago is felt by the next push.
  const judging = (db: Db, agency: Agency, at: string): Promise<Judging> =>
    known(agency.agencyId, () => judgingAt(db, agency, at))
  const lanes = new Map<string, { waiting: Waiting[]; isBusy: boolean }>()
  const serve = async (db: Db, agency: Agency): Promise<void> => {
    const waiting = lanes.get(agency.agencyId)?.waiting ?? []
    const next = (): Promise<Share> | undefined =>
      waiting.length === 0 ? undefined : prepare(db, agency, shareOf(waiting), judging, clock())
    let coming = next()
    while (coming) {
      const share = await coming
      // While the database writes one share, the detectors look at the one after it.
      const writing = keep(db, agency, share)
      coming = next()
      await writing
      coming ??= next()
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
  while (count < waiting.length && (count === 0 || comments < mostInShare))
    comments += waiting[count++]?.pushed.length ?? 0
  return waiting.splice(0, count)
}

/** Pushes that are written together, looked at already, or why they could not be. */
interface Share {
  waiting: readonly Waiting[]
  arrivals: readonly Arrival[]
  judging: Judging | undefined
  at: string
  fault: unknown
}

async function prepare(
  db: Db,
  agency: Agency,
  waiting: readonly Waiting[],
  judgingOf: (db: Db, agency: Agency, at: string) => Promise<Judging>,
  at: string,
): Promise<Share> {
  const share = { waiting, arrivals: [], judging: undefined, at, fault: undefined }
  try {
    const all = waiting.flatMap(({ accountId, pushed }) => pushed.map((one) => ({ accountId, ...one })))
    const [under, judging] = await Promise.all([
      publicationsOf(db, agency.agencyId, all),
      judgingOf(db, agency, at),
    ])
    // What stands under no post of ours is none of ours.
    const arrivals = all.flatMap(({ accountId, rootId, comment }): Arrival[] => {
      const found = under.get(`${accountId} ${rootId}`)
      return found ? [lookedAt({ accountId, under: found, way: 'push', comment }, judging, at)] : []
    })
    return { ...share, arrivals, judging }
  } catch (fault) {
    return { ...share, fault }
  }
}

async function keep(db: Db, agency: Agency, { waiting, arrivals, judging, at, fault }: Share): Promise<void> {
  try {
    if (!judging) throw fault
    if (arrivals.length > 0) await capture(db, agency, arrivals, judging, at)
    for (const { resolve } of waiting) resolve()
  } catch (thrown) {
    for (const { reject } of waiting) reject(thrown)
  }
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
