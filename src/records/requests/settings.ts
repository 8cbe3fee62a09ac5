import type { Record as Recording } from '../../ledger/command.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Calendar } from './clock.ts'
import { lawOf, type Law } from './law.ts'
import { settingsSchema, type Settings } from './settings-schema.ts'

/** What an agency starts with. Its custodian should be named before the first letter goes out. */
export const firstSettings: Settings = {
  lawId: 'connecticut',
  custodian: { title: 'Records Custodian', address: '', email: '', phone: '' },
  patienceDays: 30,
}

/** How an agency answers requests for records; version 0 is what it never changed. */
export async function requestSettings(
  db: Db,
  agencyId: string,
): Promise<{ version: number; settings: Settings }> {
  const row = await db
    .selectFrom('recordsRequestSettings')
    .select(['version', 'settings'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  if (!row) return { version: 0, settings: firstSettings }
  return { version: row.version, settings: settingsSchema.parse(row.settings) }
}

/** Changes them; refuses (conflict) what was changed meanwhile, and (notFound) a law that is not on the shelf. */
export async function changeRequestSettings(
  tx: Tx,
  record: Recording,
  agencyId: string,
  settings: Settings,
  version: number,
): Promise<number> {
  lawOf(settings.lawId)
  const row = { version: version + 1, settings: JSON.stringify(settings) }
  const changed =
    version === 0
      ? (
          await tx
            .insertInto('recordsRequestSettings')
            .values({ agencyId, ...row })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable('recordsRequestSettings')
            .set(row)
            .where('agencyId', '=', agencyId)
            .where('version', '=', version)
            .executeTakeFirstOrThrow()
        ).numUpdatedRows
  if (changed !== 1n) throw new Refusal('conflict', 'the settings were changed meanwhile; look at them again')
  await record({ subject: agencyId, body: { settings } })
  return version + 1
}

/** The days on which the agency is closed, the earliest first. */
export async function holidaysOf(db: Db, agencyId: string): Promise<{ day: string; name: string }[]> {
  return await db
    .selectFrom('holiday')
    .select(['day', 'name'])
    .where('agencyId', '=', agencyId)
    .orderBy('day')
    .execute()
}

/** Lists a day as a holiday, or gives it another name. */
export async function addHoliday(
  tx: Tx,
  record: Recording,
  agencyId: string,
  { day, name }: { day: string; name: string },
): Promise<void> {
  await tx
    .insertInto('holiday')
    .values({ agencyId, day, name })
    .onConflict((conflict) => conflict.columns(['agencyId', 'day']).doUpdateSet({ name }))
    .execute()
  await record({ subject: day, body: { name } })
}

/** Takes a day from the list; refuses (notFound) one that is not on it. */
export async function removeHoliday(tx: Tx, record: Recording, agencyId: string, day: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('holiday')
    .where('agencyId', '=', agencyId)
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  if (numDeletedRows !== 1n) throw new Refusal('notFound', 'this day is not on the list')
  await record({ subject: day, body: {} })
}

/** What the agency's days are counted by under a law. */
export async function calendarOf(db: Db, agencyId: string, law: Law): Promise<Calendar> {
  const days = await holidaysOf(db, agencyId)
  return { weekend: law.weekend, holidays: new Set(days.map(({ day }) => day)) }
}
