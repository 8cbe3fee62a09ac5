import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query'
import { Table } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { get } from '../api.ts'
import { shared } from '../words/es.ts'
import { useWords } from '../words/words.ts'
import { ShowMore } from './show-more.tsx'
import { Empty } from './empty.tsx'
import { Failure } from './failure.tsx'
import { Loading } from './loading.tsx'

export interface Column<Row> {
  head: string
  cell: (row: Row) => ReactNode
}

interface RowsProps<Row> {
  caption: string
  /** The first column names the row. */
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** A table that a narrow page scrolls sideways, by keyboard too. */
export function Rows<Row>({ caption, columns, rows, keyOf }: RowsProps<Row>): ReactNode {
  const words = useWords(shared).list
  const [first, ...others] = columns
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="wide" role="region" aria-label={words.scroll(caption)} tabIndex={0}>
      <Table bordered={false} fullWidth caption={caption}>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first.cell(row)}</th>
              {others.map(({ head, cell }) => (
                <td key={head}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

interface PagedProps<Row> extends Omit<RowsProps<Row>, 'rows'> {
  queryKey: QueryKey
  /** The list's address, with its question and without `after`. */
  path: string
  empty?: string
}

/** A list of the API as a table, a page more at each press. */
export function Paged<Row>({ queryKey, path, empty, ...table }: PagedProps<Row>): ReactNode {
  const words = useWords(shared).list
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      get<{ items: Row[]; next: string | null }>(pageOf(path, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  if (list.isPending) return <Loading />
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Empty>{empty ?? words.none}</Empty>
  return (
    <>
      <Rows {...table} rows={rows} />
      <ShowMore list={list} />
    </>
  )
}

function pageOf(path: string, after: string): string {
  return after === '' ? path : `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}`
}
