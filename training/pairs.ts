/**
 * Groups rows that are variants of one another (half of their words and pictures or more are the same), and tells which
 * stand alone. Sets of minimal pairs were cut at random, so the other half of a row may be elsewhere: a row alone then
 * teaches the opposite of what its other half means.
 */
export function variants<Row extends { id: string; text: string }>(
  rows: readonly Row[],
): { groupOf: (row: Row) => string; isAlone: (row: Row) => boolean } {
  const bags = rows.map(
    ({ text }) => new Set(text.toLowerCase().match(/[a-z']+|\p{Extended_Pictographic}/gu) ?? []),
  )
  const parents = Int32Array.from(rows.keys())
  const root = (at: number): number => {
    let top = at
    while (parents[top] !== top) top = parents[top] ?? top
    parents[at] = top
    return top
  }
  bags.forEach((bag, i) => {
    for (let j = 0; j < i; j++) if (alike(bag, bags[j] ?? bag)) parents[root(i)] = root(j)
  })
  const sizes = new Map<number, number>()
  const groups = new Map(
    rows.map((row, i): [string, number] => {
      sizes.set(root(i), (sizes.get(root(i)) ?? 0) + 1)
      return [row.id, root(i)]
    }),
  )
  return {
    groupOf: (row) => String(groups.get(row.id)),
    isAlone: (row) => (sizes.get(groups.get(row.id) ?? -1) ?? 1) === 1,
  }
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size > 2 * other.size || other.size > 2 * one.size) return false
  let both = 0
  for (const word of one) if (other.has(word)) both++
  return 2 * both >= one.size + other.size - both
}
