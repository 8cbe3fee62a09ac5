import { Temporal } from 'temporal-polyfill'

/** The day, `2026-11-21`, on which a moment (ISO 8601) falls in a time zone. */
export function dayIn(zone: string, at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** A moment so much later, ISO 8601 in UTC: `later(at, { hours: 12 })`. Negative numbers go back. */
export function later(at: string, by: { hours?: number; minutes?: number; seconds?: number }): string {
  return Temporal.Instant.from(at).add(by).toString()
}

/** Is the first moment before the second? Both ISO 8601 with any offset and any fraction. */
export function isBefore(first: string, second: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(first), Temporal.Instant.from(second)) < 0
}
