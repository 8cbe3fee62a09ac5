import { Temporal } from 'temporal-polyfill'
import { isBefore } from '../platform/day.ts'
import type { Standing } from './request.ts'

/** The times that an agency set; no order sets one. */
export interface Times {
  deskHours: number
  decisionDays: number
}

/** Until when colleagues are waited for: as long as for a decision, however often they are reminded. */
export function consentsUntil(submittedAt: string, times: Times, zone: string): string {
  return daysAfter(submittedAt, times.decisionDays, zone)
}

/**
 * Until when whoever has the request may keep it; null where nobody has to act. Hours are hours; days are the agency's
 * own, so that a week over the change of the clocks is a week.
 */
export function dueAfter(
  request: Standing,
  at: string,
  submittedAt: string,
  times: Times,
  zone: string,
): string | null {
  switch (request.state) {
    case 'awaiting-consent': {
      const [again, last] = [hoursAfter(at, times.deskHours), consentsUntil(submittedAt, times, zone)]
      return isBefore(again, last) ? again : last
    }
    case 'awaiting-endorsement':
      return hoursAfter(at, times.deskHours)
    case 'awaiting-decision':
      // A giver who is not the last is a desk like any other.
      return request.desk < request.desks.length - 1
        ? hoursAfter(at, times.deskHours)
        : daysAfter(at, times.decisionDays, zone)
    case 'stalled':
    case 'with-counsel':
    case 'on-appeal':
      return daysAfter(at, times.decisionDays, zone)
    default:
      return null
  }
}

function hoursAfter(at: string, hours: number): string {
  return Temporal.Instant.from(at).add({ hours }).toString()
}

function daysAfter(at: string, days: number, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).add({ days }).toInstant().toString()
}

/** The moment at which a day begins in the agency's zone. */
export function startOf(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString()
}

/** The last moment of a day in the agency's zone. */
export function endOf(day: string, zone: string): string {
  const next = Temporal.Instant.from(startOf(dayAfter(day, 1), zone))
  return next.subtract({ microseconds: 1 }).toString()
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
