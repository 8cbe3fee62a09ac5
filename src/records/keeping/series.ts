import { Temporal } from 'temporal-polyfill'
import type { starts, SeriesRule } from './schema.ts'
import type { z } from 'zod'
import type { seriesSchema } from './schema.ts'

export type Starts = (typeof starts)[number]
/** A record series as it is in force. */
export type Series = Omit<z.infer<typeof seriesSchema>, 'records' | 'version'>

/** The word for a period that never ends. */
export const permanent = 'permanent'
const mostYears = 200

/** What a written period means: an ISO 8601 duration of whole days, `permanent`, or why it is neither. */
export function periodOf(written: string): { ok: true; period: string } | { ok: false; because: string } {
  const wrong = {
    ok: false,
    because: `"${written}" is no period; write P7Y, P18M, P90D or permanent`,
  } as const
  if (written.toLowerCase() === permanent) return { ok: true, period: permanent }
  let read: Temporal.Duration
  try {
    read = Temporal.Duration.from(written)
  } catch {
    return wrong
  }
  const isOfDays =
    read.sign === 1 &&
    [read.hours, read.minutes, read.seconds, read.milliseconds, read.microseconds, read.nanoseconds].every(
      (part) => part === 0,
    )
  if (!isOfDays) return wrong
  if (read.years + read.months / 12 + read.weeks / 52 + read.days / 365 > mostYears)
    return { ok: false, because: `"${written}" is longer than ${mostYears} years; write permanent` }
  return { ok: true, period: read.toString() }
}

/** `P7Y` in words: `7 years`. */
export function inWords(period: string): string {
  if (period === permanent) return 'permanently'
  const { years, months, weeks, days } = Temporal.Duration.from(period)
  const parts: readonly (readonly [number, string])[] = [
    [years, 'year'],
    [months, 'month'],
    [weeks, 'week'],
    [days, 'day'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(' and ')
}

/** The first day on which what began on a day may be disposed of: the whole period lies behind it. Null: never. */
export function overOn(period: string, from: string): string | null {
  if (period === permanent) return null
  return Temporal.PlainDate.from(from).add(Temporal.Duration.from(period)).add({ days: 1 }).toString()
}

/** What the rules ask of a record. */
export interface Sorted {
  kind: string
  source: string
  accountId: string | null
}

/** The series that a record belongs to by the rules, and why; undefined where none fits. */
export function seriesFor(
  rules: readonly SeriesRule[],
  record: Sorted,
): { seriesId: string; why: string } | undefined {
  const n = rules.findIndex(
    ({ kinds, sources, accounts }) =>
      fits(kinds, record.kind) && fits(sources, record.source) && fits(accounts, record.accountId),
  )
  const rule = rules[n]
  return rule && { seriesId: rule.seriesId, why: whyBy(n + 1, rule) }
}

function fits(list: readonly string[], value: string | null): boolean {
  return list.length === 0 || (value !== null && list.includes(value))
}

/** How a record tells which rule put it into its series. */
export function whyBy(n: number, { because }: SeriesRule): string {
  return `rule ${n}: ${because}`
}

/** What stands on a record that no rule fits. */
export const noRule = 'no rule of the agency fits it'
