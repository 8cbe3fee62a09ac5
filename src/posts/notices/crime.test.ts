import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crimeTables, type Cell, type CrimeCount, type CrimeTables } from './crime.ts'
import { crimeCsv, readCrimeCsv } from './crime-csv.ts'

const count = (month: string, kind: string, area: string, n: number): CrimeCount => ({
  month,
  kind,
  area,
  count: n,
})

test('large counts are told as they are, and nought is told', () => {
  const { byMonth, byArea } = crimeTables(
    [count('2026-01', 'theft', 'North', 12), count('2026-02', 'fraud', 'South', 9)],
    5,
  )
  assert.deepEqual(byMonth, {
    rows: ['fraud', 'theft'],
    columns: ['2026-01', '2026-02'],
    cells: [
      [0, 9],
      [12, 0],
    ],
    rowTotals: [9, 12],
    columnTotals: [12, 9],
    total: 21,
  })
  assert.deepEqual(byArea.rowTotals, [12, 9])
})

test('one small cell in a row and a column of large ones draws three others with it', () => {
  const { byMonth } = crimeTables(
    [
      count('2026-01', 'fraud', 'Town', 2),
      count('2026-02', 'fraud', 'Town', 20),
      count('2026-01', 'theft', 'Town', 30),
      count('2026-02', 'theft', 'Town', 40),
    ],
    5,
  )
  assert.deepEqual(byMonth.cells, [
    ['few', 'hidden'],
    ['hidden', 'hidden'],
  ])
  assert.equal(byMonth.total, 92)
})

const small = fc.array(
  fc.record({
    month: fc.constantFrom('2026-01', '2026-02'),
    kind: fc.constantFrom('fraud', 'theft'),
    area: fc.constantFrom('North', 'South'),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
)

test('[P] nobody who tries every table that fits what is told can name a small figure', () => {
  let [hidden, tried] = [0, 0]
  fc.assert(
    fc.property(small, (counts) => {
      const shown = crimeTables(counts, 3)
      const fits = everyTable(shown, 3)
      tried += fits.length
      assert.ok(fits.length > 0, 'the truth itself fits')
      // What is small in truth must differ between two tables that fit.
      figures(shown).forEach((cell, place) => {
        const truth = trueFigures(counts, shown)[place] ?? 0
        if (truth === 0 || truth >= 3) return
        hidden++
        assert.equal(typeof cell, 'string')
        assert.ok(new Set(fits.map((one) => one[place])).size > 1, JSON.stringify({ counts, shown, place }))
      })
    }),
    { seed: 51, numRuns: 250 },
  )
  assert.ok(hidden > 300 && tried > 1_000, `${hidden} small figures, ${tried} tables`)
})

/** All figures of both tables in one order: cells, row totals, column totals. */
function figures({ byMonth, byArea }: CrimeTables): Cell[] {
  return [byMonth, byArea].flatMap(({ cells, rowTotals, columnTotals, total }) => [
    ...cells.flat(),
    ...rowTotals,
    ...columnTotals,
    total,
  ])
}

function trueFigures(counts: readonly CrimeCount[], { byMonth, byArea }: CrimeTables): number[] {
  const sum = (fits: (one: CrimeCount) => boolean): number =>
    counts.filter(fits).reduce((all, one) => all + one.count, 0)
  const grid = (
    rows: readonly string[],
    columns: readonly string[],
    fits: (row: string | null, column: string | null) => (one: CrimeCount) => boolean,
  ): number[] => [
    ...rows.flatMap((row) => columns.map((column) => sum(fits(row, column)))),
    ...rows.map((row) => sum(fits(row, null))),
    ...columns.map((column) => sum(fits(null, column))),
    sum(() => true),
  ]
  return [
    ...grid(
      byMonth.rows,
      byMonth.columns,
      (kind, month) => (one) => is(kind, one.kind) && is(month, one.month),
    ),
    ...grid(byArea.rows, byArea.columns, (area, kind) => (one) => is(area, one.area) && is(kind, one.kind)),
  ]
}

const is = (given: string | null, own: string): boolean => given === null || given === own

/** Every pair of tables that a reader may hold for true, with figures up to a bound, as lists of figures. */
function everyTable({ byMonth, byArea }: CrimeTables, threshold: number): number[][] {
  const most = 16
  const isMerged = !figures({ byMonth, byArea }).includes('few')
  const may = (cell: Cell, value: number): boolean => {
    if (typeof cell === 'number') return cell === value
    if (cell === 'few') return value >= 1 && value < threshold
    return isMerged ? value >= 1 : value >= threshold
  }
  const inner = (table: CrimeTables['byMonth']): number[][] => {
    const cells = table.cells.flat()
    const found: number[][] = []
    const fill = (values: number[]): void => {
      const cell = cells[values.length]
      if (cell === undefined) {
        const list = withTotals(values, table)
        const all = [...cells, ...table.rowTotals, ...table.columnTotals, table.total]
        if (list.every((value, place) => may(all[place] ?? 0, value))) found.push(list)
        return
      }
      if (typeof cell === 'number') fill([...values, cell])
      else for (let value = 1; value <= most; value++) if (may(cell, value)) fill([...values, value])
    }
    fill([])
    return found
  }
  const areas = inner(byArea)
  return inner(byMonth).flatMap((months) =>
    areas.filter((one) => sameKinds(months, one, byMonth, byArea)).map((one) => [...months, ...one]),
  )
}

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)

function withTotals(values: readonly number[], { rows, columns }: CrimeTables['byMonth']): number[] {
  const at = (r: number, c: number): number => values[r * columns.length + c] ?? 0
  const rowSums = rows.map((_, r) => sum(columns.map((__, c) => at(r, c))))
  return [...values, ...rowSums, ...columns.map((_, c) => sum(rows.map((__, r) => at(r, c)))), sum(rowSums)]
}

/** The totals of the kinds are the same in both. */
function sameKinds(
  months: readonly number[],
  areas: readonly number[],
  byMonth: CrimeTables['byMonth'],
  byArea: CrimeTables['byArea'],
): boolean {
  const fromMonths = byMonth.rows.length * byMonth.columns.length
  const fromAreas = byArea.rows.length * byArea.columns.length + byArea.rows.length
  return byMonth.rows.every((_, place) => months[fromMonths + place] === areas[fromAreas + place])
}

test('a file is read by its columns, and every fault is told with its line', () => {
  const read = readCrimeCsv('date,kind,area\n2026-01-05,Theft,North\n1/9/2026,Theft,North\n', [])
  assert.ok(read.ok)
  assert.deepEqual(read.counts, [count('2026-01', 'Theft', 'North', 2)])
  const wrong = readCrimeCsv(
    'date,kind,area\n21/11/2026,Theft,North\n2026-02-30,,North\n2026-01-01,Theft\n',
    [],
  )
  assert.ok(!wrong.ok)
  assert.deepEqual(
    wrong.problems.map(({ line }) => line),
    [2, 3, 4],
  )
  const none = readCrimeCsv('when,what\n1,2\n', [])
  assert.ok(!none.ok && /date, kind and area/.test(none.problems[0]?.problem ?? ''))
  const found = readCrimeCsv('date;kind;lat;lon\n2026-01-05;Theft;41.765;-72.685\n2026-01-05;Theft;10;10\n', [
    {
      name: 'North',
      polygons: [
        [
          [
            [-72.69, 41.76],
            [-72.68, 41.76],
            [-72.68, 41.77],
            [-72.69, 41.77],
            [-72.69, 41.76],
          ],
        ],
      ],
    },
  ])
  assert.ok(found.ok)
  assert.deepEqual(
    found.counts.map(({ area }) => area),
    ['North', 'Elsewhere'],
  )
})

test('what is downloaded begins no formula, and tells no more than the page', () => {
  const tables = crimeTables(
    [count('2026-01', '=HYPERLINK("http://x")', '@North', 7), count('2026-01', 'b', '-x', 2)],
    5,
  )
  const csv = crimeCsv(tables)
  for (const cell of csv.split(/[\n,]/)) assert.doesNotMatch(cell.replace(/^"/, ''), /^[=+\-@\t\r]/)
  assert.match(csv, /'=HYPERLINK/)
  assert.match(csv, /1 to 4/)
})
