import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { geoContains } from 'd3-geo'
import { Temporal } from 'temporal-polyfill'
import { dayOfCell } from '../../platform/day.ts'
import type { Cell, CrimeCount, CrimeTable, CrimeTables } from './crime.ts'
import { right } from './map-picture.ts'

/** A district of the town's map. */
export interface District {
  name: string
  polygons: readonly (readonly (readonly [number, number])[])[][]
}

export interface CrimeProblem {
  /** Of the file, its head being the first. */
  line: number
  problem: string
}
export type CrimeRead =
  | { ok: true; counts: CrimeCount[]; rows: number }
  | { ok: false; problems: CrimeProblem[] }

const mostRows = 200_000
const mostProblems = 100
const mostNames = 40
/** What lies in no district of the map. */
export const elsewhere = 'Elsewhere'

/**
 * Reads reports from CSV with a head: `date` (2026-11-21 or 11/21/2026), `kind`, and `area` or `lat` and `lon`. Gives counts by month,
 * kind and area, or the problems line by line; nothing else of a report is kept. Places are told by the districts.
 */
export function readCrimeCsv(text: string, districts: readonly District[]): CrimeRead {
  let rows: string[][]
  try {
    rows = parse(text, {
      bom: true,
      skipEmptyLines: true,
      trim: true,
      relaxColumnCount: true,
      delimiter: [',', ';', '\t'],
    })
  } catch (error) {
    const said = error instanceof Error ? error.message : 'it cannot be read'
    return { ok: false, problems: [{ line: lineIn(said), problem: `this is no CSV: ${said}` }] }
  }
  const [head = [], ...reports] = rows
  const names = head.map((name) => name.toLowerCase())
  const place = (name: string): number => names.indexOf(name)
  const columns = {
    date: place('date'),
    kind: place('kind'),
    area: place('area'),
    lat: place('lat'),
    lon: place('lon'),
  }
  const hasArea = columns.area >= 0 || (columns.lat >= 0 && columns.lon >= 0)
  if (columns.date < 0 || columns.kind < 0 || !hasArea)
    return {
      ok: false,
      problems: [{ line: 1, problem: 'the first line names date, kind and area (or lat and lon)' }],
    }
  if (reports.length === 0) return { ok: false, problems: [{ line: 2, problem: 'there is no report in it' }] }
  if (reports.length > mostRows)
    return {
      ok: false,
      problems: [{ line: mostRows + 2, problem: `more than ${mostRows} reports; load it by the year` }],
    }
  if (columns.area < 0 && districts.length === 0)
    return {
      ok: false,
      problems: [{ line: 1, problem: 'places need a map with districts; load one first, or give an area' }],
    }
  return counted(reports, columns, districts)
}

interface Columns {
  date: number
  kind: number
  area: number
  lat: number
  lon: number
}

function counted(reports: readonly string[][], columns: Columns, districts: readonly District[]): CrimeRead {
  const problems: CrimeProblem[] = []
  const counts = new Map<string, CrimeCount>()
  const say = (row: number, problem: string): void => {
    problems.push({ line: row + 2, problem })
  }
  for (const [row, report] of reports.entries()) {
    if (problems.length >= mostProblems) break
    const cell = (place: number): string => (place < 0 ? '' : (report[place] ?? ''))
    const month = monthOf(dayOfCell(cell(columns.date)))
    const kind = cell(columns.kind)
    const area =
      columns.area >= 0 ? cell(columns.area) : areaOf(cell(columns.lat), cell(columns.lon), districts)
    if (month === undefined) say(row, `"${cell(columns.date)}" is no day; write 2026-11-21 or 11/21/2026`)
    else if (kind === '' || kind.length > 60) say(row, 'kind is empty, or longer than 60 characters')
    else if (area === undefined) say(row, 'lat and lon are no degrees')
    else if (area === '' || area.length > 60) say(row, 'area is empty, or longer than 60 characters')
    else {
      const key = JSON.stringify([month, kind, area])
      const known = counts.get(key)
      if (known) known.count++
      else counts.set(key, { month, kind, area, count: 1 })
    }
  }
  const all = [...counts.values()]
  for (const name of ['kind', 'area', 'month'] as const)
    if (new Set(all.map((one) => one[name])).size > mostNames)
      problems.push({
        line: 1,
        problem: `more than ${mostNames} different values of ${name}; that is no table`,
      })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, counts: all, rows: reports.length }
}

function monthOf(day: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toPlainYearMonth().toString()
  } catch {
    return undefined
  }
}

function areaOf(lat: string, lon: string, districts: readonly District[]): string | undefined {
  const [latitude, longitude] = [Number(lat), Number(lon)]
  const isPlace = lat !== '' && lon !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (!isPlace) return undefined
  const found = districts.find(({ polygons }) =>
    polygons.some((rings) => {
      const coordinates = rings.map((ring) => ring.map(([x, y]) => [x, y]))
      return geoContains(right({ type: 'Polygon', coordinates }), [longitude, latitude])
    }),
  )
  return found?.name ?? elsewhere
}

function lineIn(message: string): number {
  return Number(/line (\d+)/.exec(message)?.[1] ?? 1)
}

/** What the page shows, as CSV: no more than the page, and nothing that a spreadsheet takes for a formula. */
export function crimeCsv({ byMonth, byArea }: CrimeTables, threshold = 5): string {
  const told = (cell: Cell): string =>
    cell === 'few' ? `1 to ${threshold - 1}` : cell === 'hidden' ? 'not shown' : String(cell)
  const rows = (
    name: string,
    { rows: down, columns, cells, rowTotals, columnTotals, total }: CrimeTable,
  ): string[][] => [
    [name, ...columns.map(harmless), 'total'],
    ...down.map((row, r) => [harmless(row), ...(cells[r] ?? []).map(told), told(rowTotals[r] ?? 0)]),
    ['total', ...columnTotals.map(told), told(total)],
  ]
  return stringify([...rows('kind', byMonth), [], ...rows('area', byArea)])
}

/** A text that begins as a formula does gets an apostrophe before it. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
