import type { ReactNode } from 'react'
import type { CrimeChecked } from '../../src/posts/notices/crime-store.ts'
import { Rows } from '../parts/table.tsx'
import { useWords } from '../words/words.ts'
import { crimeWords } from './crime-words.ts'

type Table = NonNullable<CrimeChecked['tables']>['byMonth']
type Cell = Table['total']

interface CrimeTablesProps {
  tables: NonNullable<CrimeChecked['tables']>
  threshold: number
}

/** The public tables of reports, their small counts hidden. */
export function CrimeTables({ tables: { byMonth, byArea }, threshold }: CrimeTablesProps): ReactNode {
  const words = useWords(crimeWords)
  const all = [byMonth, byArea].flatMap(({ cells, rowTotals, columnTotals }) => [
    ...cells.flat(),
    ...rowTotals,
    ...columnTotals,
  ])
  return (
    <>
      <One caption={words.byMonth} head={words.kind} table={byMonth} threshold={threshold} />
      <One caption={words.byArea} head={words.area} table={byArea} threshold={threshold} />
      {all.includes('hidden') && <p className="quiet">{words.hiddenSays}</p>}
    </>
  )
}

interface OneProps {
  caption: string
  head: string
  table: Table
  threshold: number
}

function One({ caption, head, table, threshold }: OneProps): ReactNode {
  const words = useWords(crimeWords)
  const told = (cell: Cell | undefined): string =>
    cell === 'few' ? words.few(threshold) : cell === 'hidden' ? words.hidden : String(cell ?? 0)
  const rows = [
    ...table.rows.map((name, row) => ({
      name,
      cells: table.cells[row] ?? [],
      total: table.rowTotals[row],
    })),
    { name: words.total, cells: table.columnTotals, total: table.total },
  ]
  return (
    <Rows<(typeof rows)[number]>
      caption={caption}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { head, cell: ({ name }) => name },
        ...table.columns.map((column, place) => ({
          head: column,
          cell: ({ cells }: (typeof rows)[number]) => told(cells[place]),
        })),
        { head: words.total, cell: ({ total }) => told(total) },
      ]}
    />
  )
}
