import type { Identity } from './identity.ts'
import type { Outcome } from './ruling.ts'

/**
 * Was the order in force when the act was done? An act is judged by its local date in the agency's zone.
 * `undefined`: in force, text held.
 */
export function outOfForce(
  identity: Identity,
  on: string | undefined,
): { outcome: Outcome; note: string } | undefined {
  if (on === undefined || isWellWithin(identity, on)) return undefined
  const day = localDate(on, identity.zone)
  const { effective, approved } = identity
  const firstIssued = identity['first-issued']
  const heldFrom = identity['text-held-from'] ?? effective
  const ended = identity['superseded-on']
  if (firstIssued !== undefined && day >= firstIssued && day < heldFrom)
    return {
      outcome: 'text-not-held',
      note: `A version issued on ${firstIssued} was in force on ${day}; its text is not held before ${heldFrom}.`,
    }
  if (day < effective)
    return {
      outcome: 'not-in-force',
      note:
        approved !== undefined && day >= approved.on
          ? `On ${day} the order was approved (${approved.on}) but not yet effective (${effective}).`
          : `On ${day} the order did not exist yet; it took effect on ${effective}.`,
    }
  if (ended !== undefined && day >= ended)
    return { outcome: 'not-in-force', note: `On ${day} the order had been superseded (${ended}).` }
  return undefined
}

const dayInMs = 86_400_000
const windows = new WeakMap<Identity, { from: string; to: string }>()

/** Two days clear of every boundary no time zone can matter, and the written date is enough. */
function isWellWithin(identity: Identity, on: string): boolean {
  let window = windows.get(identity)
  if (!window) {
    const shift = (date: string, days: number): string =>
      new Date(Date.parse(date) + days * dayInMs).toISOString().slice(0, 10)
    const ended = identity['superseded-on']
    window = {
      from: shift(identity['text-held-from'] ?? identity.effective, 2),
      to: ended === undefined ? '9999-12-31' : shift(ended, -2),
    }
    windows.set(identity, window)
  }
  const day = on.slice(0, 10)
  return day > window.from && day < window.to
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day, in the zone, of an ISO date-time; a date, or a time with no offset, is the zone's own. */
export function localDate(on: string, zone: string): string {
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/.test(on.slice(10))) return on.slice(0, 10)
  const known = formats.get(zone)
  // The Canadian way of writing a date is ISO 8601's.
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  if (!known) formats.set(zone, format)
  return format.format(new Date(on))
}
