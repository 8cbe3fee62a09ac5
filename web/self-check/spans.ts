/** A stretch of a text in UTF-16 units, as a text area counts them. */
export interface Stretch {
  start: number
  end: number
}

/** Stretches counted in code points, as the policy counts them, in the units of a text area. */
export function inUnits<T extends Stretch>(text: string, stretches: readonly T[]): T[] {
  const starts: number[] = []
  let unit = 0
  for (const point of text) {
    starts.push(unit)
    unit += point.length
  }
  starts.push(unit)
  const at = (point: number): number => starts[Math.min(point, starts.length - 1)] ?? unit
  return stretches.map((one) => ({ ...one, start: at(one.start), end: at(one.end) }))
}

/** The stretch of a text in which another one differs from it, and what the other has there; no sign is cut in half. */
export function editOf(before: string, after: string): Stretch & { instead: string } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (isInside(before, start) || isInside(after, start)) start--
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  if (isInside(before, before.length - tail) || isInside(after, after.length - tail)) tail--
  return { start, end: before.length - tail, instead: after.slice(start, after.length - tail) }
}

/** Is this place in the middle of a sign of two units? */
function isInside(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(at)) && /^[\uD800-\uDBFF]/.test(text.charAt(at - 1))
}

/** Where stretches of a text stand after it was edited; those that the edit touched are gone until it is judged anew. */
export function moved<T extends Stretch>(stretches: readonly T[], before: string, after: string): T[] {
  if (before === after) return [...stretches]
  const { start, end } = editOf(before, after)
  const by = after.length - before.length
  return stretches.flatMap((one) => {
    if (one.end <= start) return [one]
    if (one.start >= end) return [{ ...one, start: one.start + by, end: one.end + by }]
    return []
  })
}

/** The text cut where marks begin and end; of marks that overlap, the earlier in the list counts (the graver). */
export function cut<T extends Stretch>(
  text: string,
  marks: readonly T[],
): { text: string; mark: T | undefined }[] {
  const edges = new Set([0, text.length])
  for (const { start, end } of marks) {
    edges.add(Math.min(start, text.length))
    edges.add(Math.min(end, text.length))
  }
  const places = [...edges].toSorted((a, b) => a - b)
  const pieces: { text: string; mark: T | undefined }[] = []
  for (const [index, from] of places.entries()) {
    const to = places[index + 1]
    if (to === undefined) break
    const mark = marks.find(({ start, end }) => start <= from && end >= to)
    const last = pieces.at(-1)
    if (last && last.mark === mark) last.text += text.slice(from, to)
    else pieces.push({ text: text.slice(from, to), mark })
  }
  return pieces
}
