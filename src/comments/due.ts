import { byClock } from '../ledger/by-clock.ts'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import type { Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { Temporal } from 'temporal-polyfill'
import { captureMedia, type Fetching } from './media.ts'
import { pollComments, type Polling } from './poll.ts'
import { daysOf, quarterBefore, quarterOf } from './neutrality.ts'
import { drawSample, publishFigures } from './rereads.ts'

/** So many days after a quarter its figures are published, with as much as was read. */
export const publishAfterDays = 45

/**
 * What time does to comments' affairs: what is out is looked at for new ones, filters and blocks end on their day, a quarter's sample is drawn at its end and
 * its figures are published. It hides nothing, restores nothing and decides no appeal. Run it as often as you like.
 */
export async function due(db: Db, agency: Agency, at: string, house: Polling & Fetching): Promise<void> {
  const faults: unknown[] = []
  const looking = [() => pollComments(db, house, agency, at), () => captureMedia(db, house, agency, at)]
  const ending = [endFilters, endBlocks, drawQuarter, publishQuarter].map(
    (work) => () => work(db, agency, at),
  )
  for (const work of [...looking, ...ending]) {
    try {
      await work()
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, 'not everything that was due about comments was done')
}

async function endFilters(db: Db, { agencyId, zone }: Agency, at: string): Promise<void> {
  const over = await db
    .selectFrom('keywordFilter')
    .select(['filterId', 'version'])
    .where('agencyId', '=', agencyId)
    .where('state', 'in', ['in-force', 'proposed'])
    .where('endsOn', '<', dayIn(zone, at))
    .execute()
  for (const { filterId, version } of over)
    await byClock(db, agencyId, `filter-${filterId}`, 'filters.end', at, async (tx, record) => {
      const { numUpdatedRows } = await tx
        .updateTable('keywordFilter')
        .set({ state: 'ended', endedAt: at, version: version + 1 })
        .where('agencyId', '=', agencyId)
        .where('filterId', '=', filterId)
        .where('version', '=', version)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'it was changed meanwhile')
      await record({ subject: filterId, body: { state: 'ended', because: 'its day was over' } })
    })
}

async function endBlocks(db: Db, { agencyId, zone }: Agency, at: string): Promise<void> {
  const over = await db
    .selectFrom('block')
    .select(['blockId', 'version'])
    .where('agencyId', '=', agencyId)
    .where('state', '=', 'in-force')
    .where('endsOn', '<', dayIn(zone, at))
    .execute()
  for (const { blockId, version } of over)
    await byClock(db, agencyId, `block-${blockId}`, 'blocks.end', at, async (tx, record) => {
      const { numUpdatedRows } = await tx
        .updateTable('block')
        .set({ state: 'ended', endedAt: at, endedBecause: 'its day was over', version: version + 1 })
        .where('agencyId', '=', agencyId)
        .where('blockId', '=', blockId)
        .where('version', '=', version)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'it was changed meanwhile')
      await record({ subject: blockId, body: { state: 'ended' } })
    })
}

/** The sample of the quarter that is over is drawn on the first day of the next, if there is anything to read. */
async function drawQuarter(db: Db, agency: Agency, at: string): Promise<void> {
  const { agencyId, zone } = agency
  const quarter = quarterBefore(quarterOf(dayIn(zone, at)))
  const known = await db
    .selectFrom('rereading')
    .select('quarter')
    .where('agencyId', '=', agencyId)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  if (known) return
  const { from, until } = daysOf(quarter)
  const anything = await db
    .selectFrom('comment')
    .select('commentId')
    .where('agencyId', '=', agencyId)
    .where('capturedAt', '>=', startOf(from, zone))
    .where('capturedAt', '<', startOf(until, zone))
    .limit(1)
    .executeTakeFirst()
  if (!anything) return
  await byClock(db, agencyId, `draw-${quarter}`, 'rereads.draw', at, async (tx, record) => {
    await drawSample(tx, record, agency, { quarter, by: 'system', at })
  })
}

async function publishQuarter(db: Db, { agencyId, zone }: Agency, at: string): Promise<void> {
  const today = dayIn(zone, at)
  const open = await db
    .selectFrom('rereading')
    .select('quarter')
    .where('agencyId', '=', agencyId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('neutrality')
            .select('neutrality.quarter')
            .whereRef('neutrality.agencyId', '=', 'rereading.agencyId')
            .whereRef('neutrality.quarter', '=', 'rereading.quarter'),
        ),
      ),
    )
    .execute()
  for (const { quarter } of open) {
    const day = Temporal.PlainDate.from(daysOf(quarter).until).add({ days: publishAfterDays }).toString()
    if (today < day) continue
    await byClock(db, agencyId, `publish-${quarter}`, 'neutrality.publish', at, (tx, record) =>
      publishFigures(tx, record, agencyId, quarter, at),
    )
  }
}

function startOf(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()
}
