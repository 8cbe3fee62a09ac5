import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A day as somebody writes it, of centuries in which every zone, sum of days and database knows it. */
export const daySchema = z.iso
  .date({ abort: true })
  .refine((day) => day >= '1900-01-01' && day < '3000-01-01', 'is no day of these centuries')

/** A moment as somebody writes it, ISO 8601 with an offset, of the same centuries. */
export const momentSchema = z.iso
  .datetime({ offset: true, abort: true })
  .refine((at) => at >= '1900-01-02' && at < '2999-12-31', 'is no day of these centuries')
  .refine((at) => /(?:Z|[+-](?:0\d|1[0-5]):\d\d)$/.test(at), 'is further from UTC than any zone')

/** A day of a table, `2026-11-21` or as American spreadsheets write it, `11/21/2026`, as ISO 8601; whatever else as it is. */
export function dayOfCell(cell: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return daySchema.safeParse(written).success ? written : cell
}

/** The day of each zone that was asked for last, from its first millisecond until that of the next. */
const lastDays = new Map<string, { from: number; until: number; day: string }>()

/** The day, `2026-11-21`, on which a moment (ISO 8601) falls in a time zone. */
export function dayIn(zone: string, at: string): string {
  const last = lastDays.get(zone)
  if (last && inUtc.test(at)) {
    const moment = Date.parse(at)
    if (moment >= last.from && moment < last.until) return last.day
  }
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const day = zoned.toPlainDate().toString()
  const starts = zoned.startOfDay()
  const [from, until] = [starts.epochMilliseconds, starts.add({ days: 1 }).startOfDay().epochMilliseconds]
  lastDays.set(zone, { from, until, day })
  return day
}
const inUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** A moment so much later, ISO 8601 in UTC: `later(at, { hours: 12 })`. Negative numbers go back. */
export function later(at: string, by: { hours?: number; minutes?: number; seconds?: number }): string {
  return Temporal.Instant.from(at).add(by).toString()
}

/** Is the first moment before the second? Both ISO 8601 with any offset and any fraction. */
export function isBefore(first: string, second: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(first), Temporal.Instant.from(second)) < 0
}
