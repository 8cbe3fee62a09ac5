import type { Language } from './words.ts'

const locales = { en: 'en-US', es: 'es-US' } as const satisfies Record<Language, string>

/** How dates and spans of time are written, in the agency's zone and the reader's language. */
export interface Dates {
  /** `November 21, 2026` of a day (`2026-11-21`) or a moment. */
  day: (iso: string) => string
  /** `Nov 21, 2026, 4:05 PM` */
  moment: (iso: string) => string
  /** `Saturday, November 21, 2026 at 4:05 PM EST`: told apart where clocks show an hour twice. */
  zoned: (iso: string) => string
  /** `Nov 21, 2026, 4:05 PM` of what clocks show (`2026-11-21T16:05`), whether they ever do or not; with an offset, as `zoned`. */
  clocks: (local: string) => string
  /** `in 3 days`, `2 hours ago`, counted from `now` in milliseconds. */
  from: (iso: string, now: number) => string
  /** `2026-11-21`: the day in the agency's zone. */
  today: (now: number) => string
}

const made = new Map<string, Dates>()

export function datesIn(language: Language, zone: string): Dates {
  const key = `${language} ${zone}`
  const known = made.get(key)
  if (known) return known
  const locale = locales[language]
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'long' })
  // A day without an hour is the same day in every zone.
  const bareDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' })
  const moment = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })
  const bareMoment = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const zoned = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  // Canada writes days as ISO 8601 does.
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dates: Dates = {
    day: (iso) => (iso.length === 10 ? bareDay : day).format(Date.parse(iso)),
    moment: (iso) => moment.format(Date.parse(iso)),
    zoned: (iso) => zoned.format(Date.parse(iso)),
    clocks: (local) =>
      local.length > 16 ? zoned.format(Date.parse(local)) : bareMoment.format(Date.parse(`${local}Z`)),
    from: (iso, now) => relative.format(...inUnits((Date.parse(iso) - now) / 60_000)),
    today: (now) => isoDay.format(now),
  }
  made.set(key, dates)
  return dates
}

/** Minutes under two hours, hours under two days, days beyond. */
function inUnits(minutes: number): [number, 'minute' | 'hour' | 'day'] {
  const size = Math.abs(minutes)
  if (size < 120) return [Math.round(minutes), 'minute']
  if (size < 2 * 24 * 60) return [Math.round(minutes / 60), 'hour']
  return [Math.round(minutes / (24 * 60)), 'day']
}
