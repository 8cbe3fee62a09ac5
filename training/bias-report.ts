/** A row with the log-odds that a model which never saw it gave. */
export interface Judged {
  set: string
  fn: string
  hateful: boolean
  odds: number
  text: string
}

/** Rows, macro-F1, share right of the hateful and of the others, and their mean, in percent, for a threshold. */
export function summary(rows: readonly Judged[], threshold: number): string {
  const isRight = (row: Judged): boolean => row.odds > threshold === row.hateful
  const wrong = rows.filter((row) => !isRight(row)).length
  const [hateful, other] = [true, false].map((label) => {
    const all = rows.filter((row) => row.hateful === label)
    const right = all.filter(isRight).length
    return { all: all.length, recall: (100 * right) / all.length, f1: (200 * right) / (2 * right + wrong) }
  })
  if (!hateful || !other) return ''
  const both = hateful.all > 0 && other.all > 0
  const cells = [`rows ${rows.length}`]
  if (both) cells.push(`macro-F1 ${((hateful.f1 + other.f1) / 2).toFixed(1)}`)
  if (hateful.all > 0) cells.push(`hateful ${hateful.recall.toFixed(1)}`)
  if (other.all > 0) cells.push(`other ${other.recall.toFixed(1)}`)
  if (both) cells.push(`balanced ${((hateful.recall + other.recall) / 2).toFixed(1)}`)
  return cells.join('  ')
}

/** One line a set, then one a functionality of HateCheck. */
export function report(rows: readonly Judged[], threshold: number): string {
  const lines = Map.groupBy(rows, (row) => row.set)
  const table = [...lines].map(([set, of]) => `${set.padEnd(26)}${summary(of, threshold)}`)
  const checks = Map.groupBy(lines.get('hatecheck') ?? [], (row) => row.fn)
  for (const [fn, of] of [...checks].toSorted(([a], [b]) => a.localeCompare(b))) {
    const right = of.filter((row) => row.odds > threshold === row.hateful).length
    table.push(
      `  ${fn.padEnd(24)}${String(of.length).padStart(4)}  ${((100 * right) / of.length).toFixed(0)}`,
    )
  }
  return table.join('\n')
}
