import { Temporal } from 'temporal-polyfill'

/** A moment from seconds since 1970; null where it is none, or none of these centuries. */
export function fromSeconds(seconds: number | undefined): string | null {
  return seconds === undefined ? null : fromMilliseconds(seconds * 1000)
}

export function fromMilliseconds(milliseconds: number | undefined): string | null {
  const least = Date.UTC(1990, 0)
  const most = Date.UTC(2200, 0)
  if (milliseconds === undefined || !(milliseconds > least && milliseconds < most)) return null
  return Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds)).toString()
}

/** A moment as exports write it: ISO 8601, `2023-05-01 12:00:00 UTC`, or X's `Wed Oct 10 20:19:24 +0000 2018`. */
export function fromWords(words: string | null): string | null {
  return words === null ? null : fromMilliseconds(Date.parse(words))
}
