// Days and times as the clocks of a zone show them, `2026-11-21T15:04`, and the moments that they are.

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clocks of a zone show at a moment, to the minute. */
export function shownIn(zone: string, moment: string): string {
  let format = formats.get(zone)
  if (!format) {
    // Sweden writes `2026-11-21 15:04`.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    formats.set(zone, format)
  }
  return format.format(Date.parse(moment)).replace(' ', 'T')
}

/**
 * The moment at which the clocks of a zone show a day and a time; `undefined` where that is none. What they show twice
 * is the first time, and what they skip is as much later as they skip.
 */
export function momentIn(zone: string, shown: string): string | undefined {
  const asUtc = Date.parse(`${shown}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(shown) || Number.isNaN(asUtc)) return undefined
  const ahead = (at: number): number =>
    Date.parse(`${shownIn(zone, new Date(at).toISOString())}Z`) - Math.floor(at / 60_000) * 60_000
  const day = 24 * 3_600_000
  const moments = [ahead(asUtc - day), ahead(asUtc + day)].map((offset) => asUtc - offset)
  const right = moments.filter((at) => shownIn(zone, new Date(at).toISOString()) === shown)
  return new Date(right.length > 0 ? Math.min(...right) : Math.max(...moments)).toISOString()
}
