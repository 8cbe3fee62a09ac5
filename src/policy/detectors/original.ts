import type { Reading } from '../reading.ts'

const surrogate = /[\uD800-\uDFFF]/

/** Gives stretches of a reading's text as it was written, by offsets of `norm`: capitals tell names. */
export function originalOf(reading: Reading): (start: number, end: number) => string {
  const points = surrogate.test(reading.text) ? Array.from(reading.text) : undefined
  return (start, end) => {
    const [from, to] = reading.span(start, end)
    return points ? points.slice(from, to).join('') : reading.text.slice(from, to)
  }
}
