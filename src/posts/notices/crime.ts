import { protect, type Edge } from './suppression.ts'

/** One count as it was loaded. */
export interface CrimeCount {
  month: string
  kind: string
  area: string
  count: number
}

/** A figure; `few`: 1 to the threshold less one; `hidden`: held back so that no `few` can be worked out. */
export type Cell = number | 'few' | 'hidden'

export interface CrimeTable {
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly Cell[])[]
  rowTotals: readonly Cell[]
  columnTotals: readonly Cell[]
  total: Cell
}

export interface CrimeTables {
  /** Kinds down, months across. */
  byMonth: CrimeTable
  /** Areas down, kinds across. */
  byArea: CrimeTable
}

/**
 * The public tables of what was loaded, their small cells hidden. Both tables and all their totals are protected
 * together, since the totals of kinds stand in both.
 */
export function crimeTables(counts: readonly CrimeCount[], threshold: number): CrimeTables {
  const names = (of: 'month' | 'kind' | 'area'): string[] =>
    [...new Set(counts.map((one) => one[of]))].toSorted()
  const [months, kinds, areas] = [names('month'), names('kind'), names('area')]
  const figure = (fits: (one: CrimeCount) => boolean): number =>
    counts.reduce((sum, one) => sum + (fits(one) ? one.count : 0), 0)
  // Reports flow from the months through the kinds to the areas; each figure is an edge, each sum a node.
  const edges = new Map<string, Edge>()
  const add = (name: string, from: string, to: string, value: number): void => {
    if (value > 0) edges.set(name, { from, to, value, shows: 'figure' })
  }
  for (const month of months)
    add(
      `m ${month}`,
      'all',
      `m ${month}`,
      figure((one) => one.month === month),
    )
  for (const kind of kinds)
    add(
      `k ${kind}`,
      `k ${kind}`,
      `o ${kind}`,
      figure((one) => one.kind === kind),
    )
  for (const area of areas)
    add(
      `a ${area}`,
      `a ${area}`,
      'end',
      figure((one) => one.area === area),
    )
  add(
    'total',
    'end',
    'all',
    figure(() => true),
  )
  for (const kind of kinds) {
    for (const month of months)
      add(
        `${month} ${kind}`,
        `m ${month}`,
        `k ${kind}`,
        figure((one) => one.month === month && one.kind === kind),
      )
    for (const area of areas)
      add(
        `${kind} ${area}`,
        `o ${kind}`,
        `a ${area}`,
        figure((one) => one.area === area && one.kind === kind),
      )
  }
  protect([...edges.values()], threshold)
  const cell = (name: string): Cell => {
    const edge = edges.get(name)
    if (!edge) return 0
    return edge.shows === 'figure' ? edge.value : edge.shows
  }
  const total = cell('total')
  return {
    byMonth: {
      rows: kinds,
      columns: months,
      cells: kinds.map((kind) => months.map((month) => cell(`${month} ${kind}`))),
      rowTotals: kinds.map((kind) => cell(`k ${kind}`)),
      columnTotals: months.map((month) => cell(`m ${month}`)),
      total,
    },
    byArea: {
      rows: areas,
      columns: kinds,
      cells: areas.map((area) => kinds.map((kind) => cell(`${kind} ${area}`))),
      rowTotals: areas.map((area) => cell(`a ${area}`)),
      columnTotals: kinds.map((kind) => cell(`k ${kind}`)),
      total,
    },
  }
}
