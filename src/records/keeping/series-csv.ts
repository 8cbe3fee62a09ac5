import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { recordKinds } from '../record.ts'
import { starts, type SeriesCheck, type SeriesRule } from './schema.ts'
import { inWords, periodOf, type Series } from './series.ts'

/** One series of a file, with the kinds of records that it says belong to it. */
export interface SeriesLine {
  line: number
  series: Series
  kinds: string[]
}

export interface SeriesPlan {
  lines: SeriesLine[]
  /** How many lines hold a series, good or not. */
  rows: number
  problems: SeriesCheck['problems']
}

const columns = ['id', 'title', 'period', 'starts', 'authority', 'kinds'] as const
type Column = (typeof columns)[number]
const needed = columns.filter((column) => column !== 'kinds')
const mostSeries = 2_000
const longest = { id: 60, title: 300, period: 40, starts: 20, authority: 300, kinds: 400 } as const

/**
 * Reads record series from CSV with a head: id, title, period (`P7Y` or `permanent`), starts (created, closed or
 * superseded), authority, and, if it likes, kinds (of records, with a space between). Every fault is told with its line.
 */
export function readSeriesCsv(csv: string): SeriesPlan {
  const plan: SeriesPlan = { lines: [], rows: 0, problems: [] }
  const say = (line: number, column: string | null, sentence: string): void => {
    plan.problems.push({ line, column, sentence })
  }
  const read = cellsOf(csv, say)
  const seen = new Map<string, number>()
  for (const { line, cells } of read) {
    plan.rows++
    const before = plan.problems.length
    for (const column of columns) {
      const cell = cells[column]
      if (cell === '' && column !== 'kinds') say(line, column, 'is empty')
      else if (cell.length > longest[column])
        say(line, column, `is longer than ${longest[column]} characters`)
    }
    const period = periodOf(cells.period)
    if (!period.ok && cells.period !== '') say(line, 'period', period.because)
    const start = starts.find((one) => one === cells.starts.toLowerCase())
    if (start === undefined && cells.starts !== '')
      say(line, 'starts', `"${cells.starts}" is none of ${starts.join(', ')}`)
    const kinds = cells.kinds.split(/[\s,;|]+/).filter((kind) => kind !== '')
    for (const kind of kinds)
      if (!recordKinds.some((one) => one === kind))
        say(line, 'kinds', `"${kind}" is no kind of record; there are ${recordKinds.join(', ')}`)
    const known = seen.get(cells.id)
    if (known !== undefined) say(line, 'id', `${cells.id} stands in line ${known} already`)
    seen.set(cells.id, line)
    if (plan.problems.length > before || !period.ok || start === undefined) continue
    const { id: seriesId, title, authority } = cells
    const series = { seriesId, title, period: period.period, starts: start, authority }
    plan.lines.push({ line, series, kinds })
  }
  return plan
}

const rowsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))
type Cells = Readonly<Record<Column, string>>

function cellsOf(
  csv: string,
  say: (line: number, column: string | null, sentence: string) => void,
): { line: number; cells: Cells }[] {
  let rows: z.infer<typeof rowsSchema>
  try {
    const options = {
      bom: true,
      info: true,
      skipEmptyLines: true,
      trim: true,
      relaxColumnCount: true,
      delimiter: [',', ';', '\t'],
    }
    rows = rowsSchema.parse(parse(csv, options))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    say(Number(error['lines'] ?? 1), null, `this is no CSV: ${error.message}`)
    return []
  }
  const [head, ...rest] = rows
  const names = head?.record.map((name) => name.toLowerCase()) ?? []
  const missing = needed.filter((column) => !names.includes(column))
  if (missing.length > 0) {
    say(1, null, `the first line names the columns, and ${missing.join(', ')} is not among them`)
    return []
  }
  for (const name of names)
    if (!columns.some((column) => column === name)) say(1, name, `nothing is known of a column "${name}"`)
  if (rest.length === 0) say(2, null, 'there is no series in it')
  if (rest.length > mostSeries) {
    say(mostSeries + 2, null, `more than ${mostSeries} series in one file`)
    return []
  }
  return rest.map(({ record, info }) => {
    const cell = (column: Column): string => record[names.indexOf(column)] ?? ''
    const [id, title, period] = [cell('id'), cell('title'), cell('period')]
    const cells = {
      id,
      title,
      period,
      starts: cell('starts'),
      authority: cell('authority'),
      kinds: cell('kinds'),
    }
    if (record.length !== names.length)
      say(info.lines, null, `has ${record.length} cells, and the first line names ${names.length}`)
    return { line: info.lines, cells }
  })
}

/** What a file would do to the series that are here. */
export function checkOf({ lines, rows, problems }: SeriesPlan, present: readonly Series[]): SeriesCheck {
  const known = new Map(present.map((series) => [series.seriesId, series]))
  const changes = lines.flatMap(({ series }) => changesOf(known.get(series.seriesId), series))
  const changed = new Set(changes.map(({ seriesId }) => seriesId)).size
  const added = lines.filter(({ series }) => !known.has(series.seriesId)).length
  return { rows, added, changed, same: lines.length - added - changed, changes, problems }
}

function changesOf(was: Series | undefined, series: Series): SeriesCheck['changes'] {
  if (!was) return []
  const { seriesId } = series
  return (['title', 'period', 'starts', 'authority'] as const).flatMap((column) =>
    was[column] === series[column]
      ? []
      : [{ seriesId, column, was: shown(column, was[column]), becomes: shown(column, series[column]) }],
  )
}

function shown(column: string, value: string): string {
  return column === 'period' ? `${value} (${inWords(value)})` : value
}

/** The rules after a file was loaded: a series that names kinds there has that rule and no other, at its old place. */
export function rulesAfter(
  rules: readonly SeriesRule[],
  lines: readonly SeriesLine[],
): { rules: SeriesRule[]; isChanged: boolean } {
  const fromFile = lines.flatMap(({ series, kinds }): SeriesRule[] =>
    kinds.length === 0
      ? []
      : [
          {
            seriesId: series.seriesId,
            kinds,
            sources: [],
            accounts: [],
            because: `${series.title} (${series.authority})`.slice(0, 500),
          },
        ],
  )
  const bySeries = new Map(fromFile.map((rule) => [rule.seriesId, rule]))
  const next: SeriesRule[] = []
  const placed = new Set<string>()
  for (const rule of [...rules, ...fromFile]) {
    const told = bySeries.get(rule.seriesId)
    if (told && placed.has(rule.seriesId)) continue
    placed.add(rule.seriesId)
    next.push(told ?? rule)
  }
  return { rules: next, isChanged: JSON.stringify(next) !== JSON.stringify(rules) }
}
