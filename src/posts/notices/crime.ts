/** One count as it was loaded. */
export interface CrimeCount {
  month: string
  kind: string
  area: string
  count: number
}

/** A cell of a public table: the figure, or that it is not told. */
export type Cell = number | 'few' | 'hidden'

export interface CrimeTable {
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly Cell[])[]
  /** Of rows, of columns, of all: exact, as the order’s reading wants it (decision A30). */
  rowTotals: readonly number[]
  columnTotals: readonly number[]
  total: number
}

/** Counts laid out by two of their names. */
export function tabled(
  counts: readonly CrimeCount[],
  by: 'kind' | 'area',
  across: 'month' | 'kind',
): { rows: string[]; columns: string[]; values: number[][] } {
  const rows = [...new Set(counts.map((one) => one[by]))].toSorted()
  const columns = [...new Set(counts.map((one) => one[across]))].toSorted()
  const values = rows.map(() => columns.map(() => 0))
  for (const one of counts) {
    const row = values[rows.indexOf(one[by])]
    const column = columns.indexOf(one[across])
    if (row) row[column] = (row[column] ?? 0) + one.count
  }
  return { rows, columns, values }
}

/**
 * A table whose small cells are hidden: counts of 1 to `threshold` - 1 are `few`, and further cells are `hidden`, the
 * smallest first, until no row or column total lets anybody work out what is below the threshold. Nought is told.
 */
export function suppressed(
  { rows, columns, values }: ReturnType<typeof tabled>,
  threshold: number,
): CrimeTable {
  const isFew = (value: number): boolean => value > 0 && value < threshold
  const hidden = values.map((row) => row.map(isFew))
  const lines = linesOf(rows.length, columns.length)
  let changed = true
  while (changed) {
    changed = false
    for (const line of lines) {
      const gone = line.filter(([r, c]) => hidden[r]?.[c] === true)
      const sum = gone.reduce((all, [r, c]) => all + (values[r]?.[c] ?? 0), 0)
      // One hidden cell is the total less the others; hidden cells that sum to few are few each.
      if (gone.length === 0 || (gone.length > 1 && sum >= threshold)) continue
      const next = line
        .filter(([r, c]) => hidden[r]?.[c] === false && (values[r]?.[c] ?? 0) > 0)
        .toSorted(([a, b], [x, y]) => (values[a]?.[b] ?? 0) - (values[x]?.[y] ?? 0))[0]
      const fallback = line.find(([r, c]) => hidden[r]?.[c] === false)
      const [r, c] = next ?? fallback ?? [-1, -1]
      const row = hidden[r]
      if (!row) continue
      row[c] = true
      changed = true
    }
  }
  return {
    rows,
    columns,
    cells: values.map((row, r) =>
      row.map((value, c) => (hidden[r]?.[c] === true ? (isFew(value) ? 'few' : 'hidden') : value)),
    ),
    rowTotals: values.map(sumOf),
    columnTotals: columns.map((_, c) => sumOf(values.map((row) => row[c] ?? 0))),
    total: sumOf(values.map(sumOf)),
  }
}

/** Every row and every column, as places. */
function linesOf(rows: number, columns: number): [number, number][][] {
  const across = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c): [number, number] => [r, c]),
  )
  const down = Array.from({ length: columns }, (_, c) =>
    Array.from({ length: rows }, (__, r): [number, number] => [r, c]),
  )
  return [...across, ...down]
}

function sumOf(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
