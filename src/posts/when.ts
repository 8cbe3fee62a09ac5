import { Temporal } from 'temporal-polyfill'

/** A moment, or why the clocks of the agency never show that time, or show it twice. */
export type When = { ok: true; moment: string } | { ok: false; because: string; offers: string[] }

/**
 * The moment of a time of day in the agency's zone (`2026-11-21T09:00`, with an offset where the clocks show it twice).
 * Nothing is guessed: a time that is left out or shown twice when the clocks are changed is answered with both.
 */
export function momentOf(zone: string, said: string): When {
  const local = Temporal.PlainDateTime.from(said.slice(0, 16))
  const offset = said.slice(16)
  const either = (disambiguation: 'earlier' | 'later'): Temporal.ZonedDateTime =>
    local.toZonedDateTime(zone, { disambiguation })
  const [earlier, later] = [either('earlier'), either('later')]
  const both = [earlier, later].map(written)
  try {
    const moment = local.toZonedDateTime(zone, { disambiguation: 'reject' })
    if (offset === '' || offset === moment.offset) return { ok: true, moment: moment.toInstant().toString() }
    return {
      ok: false,
      because: `at ${inWords(local)} the clocks stand at ${moment.offset}, not at ${offset}`,
      offers: [written(moment)],
    }
  } catch {
    const isTwice = earlier.toPlainDateTime().equals(local)
    const chosen = isTwice && [earlier, later].find((one) => one.offset === offset)
    if (chosen) return { ok: true, moment: chosen.toInstant().toString() }
    const because = isTwice
      ? `the clocks show ${inWords(local)} twice, since they are set back; choose the first (${both[0]}) or the second (${both[1]})`
      : `the clocks never show ${inWords(local)}, since they are set forward; choose ${both[0]} or ${both[1]}`
    return { ok: false, because, offers: both }
  }
}

/** Is that a time of a day that the calendar has? */
export function isTime(said: string): boolean {
  try {
    Temporal.PlainDateTime.from(said.slice(0, 16))
    return true
  } catch {
    return false
  }
}

function written(time: Temporal.ZonedDateTime): string {
  return `${time.toPlainDateTime().toString({ smallestUnit: 'minute' })}${time.offset}`
}

function inWords(local: Temporal.PlainDateTime): string {
  return `${local.toPlainTime().toString({ smallestUnit: 'minute' })} on ${local.toPlainDate().toString()}`
}
