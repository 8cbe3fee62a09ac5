/**
 * Groups rows that are variants of one another (half of their words and pictures or more are the same), and weighs
 * them so that the two labels of a group count alike. Sets of minimal pairs were cut at random, so the other half of a
 * row may be elsewhere: a row without it teaches the opposite of what that half means, and weighs nothing.
 */
export function variants<Row extends { id: string; text: string; gold: { label: string } }>(
  rows: readonly Row[],
): { groupOf: (row: Row) => string; weightOf: (row: Row) => number } {
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
  const groups = new Map(rows.map((row, i) => [row.id, String(root(i))]))
  const groupOf = ({ id }: Row): string => groups.get(id) ?? ''
  const members = Map.groupBy(rows, groupOf)
  return {
    groupOf,
    weightOf: (row) => {
      const group = members.get(groupOf(row)) ?? []
      const own = group.filter(({ gold }) => gold.label === row.gold.label).length
      return own === 0 ? 0 : Math.min(1, (group.length - own) / own)
    },
  }
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size > 2 * other.size || other.size > 2 * one.size) return false
  let both = 0
  for (const word of one) if (other.has(word)) both++
  return 2 * both >= one.size + other.size - both
}
