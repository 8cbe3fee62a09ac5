import { z } from 'zod'
import { command, type Made } from '../../ledger/command.ts'
import type { Db } from '../../platform/db.ts'
import { newId, sha256 } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { crimeTables, type CrimeTable, type CrimeTables } from './crime.ts'
import { readCrimeCsv, type CrimeProblem, type District } from './crime-csv.ts'
import { townMapOf, type MapFeature } from './town-map.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    crimeLoad: {
      agencyId: string
      loadId: string
      threshold: number
      source: string
      rows: number
      sha256: string
      tables: string
      madeBy: string
      at: string
    }
    crimeCount: {
      agencyId: string
      loadId: string
      month: string
      kind: string
      area: string
      count: number
    }
  }
}

export const crimeBodySchema = z.object({
  csv: z.string().min(1).max(16_000_000),
  /** Where the reports come from, as it is told below the tables. */
  source: z.string().trim().min(1).max(200),
  /** Counts below it are not told. */
  threshold: z.number().int().min(2).max(20).default(5),
})

const cellSchema = z.union([z.number(), z.literal('few'), z.literal('hidden')])
const tableSchema = z.object({
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  cells: z.array(z.array(cellSchema)),
  rowTotals: z.array(cellSchema),
  columnTotals: z.array(cellSchema),
  total: cellSchema,
})
const tablesSchema = z.object({ byMonth: tableSchema, byArea: tableSchema })

/** What was loaded last, as the public sees it. */
export interface CrimeShown {
  loadId: string
  tables: CrimeTables
  threshold: number
  source: string
  at: string
}

export async function crimeShown(db: Db, agencyId: string): Promise<CrimeShown | undefined> {
  const row = await db
    .selectFrom('crimeLoad')
    .select(['loadId', 'threshold', 'source', 'at', 'tables'])
    .where('agencyId', '=', agencyId)
    .orderBy('loadId', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, tables: tablesSchema.parse(JSON.parse(row.tables)) }
}

export const crimeCheckedSchema = z
  .object({
    rows: z.number(),
    problems: z.array(z.object({ line: z.number(), problem: z.string() })),
    /** As the public would see them; null where there is a problem. */
    tables: tablesSchema.nullable(),
  })
  .meta({ id: 'CrimeChecked' })
export type CrimeChecked = z.infer<typeof crimeCheckedSchema>

/** What would become of a file: its problems, or the tables that the public would see. Nothing is kept. */
export async function checkCrime(
  db: Db,
  agencyId: string,
  { csv, threshold }: z.infer<typeof crimeBodySchema>,
): Promise<CrimeChecked> {
  const { features } = await townMapOf(db, agencyId)
  const read = readCrimeCsv(csv, districtsIn(features))
  if (!read.ok) return { rows: 0, problems: read.problems, tables: null }
  const { byMonth, byArea } = crimeTables(read.counts, threshold)
  return { rows: read.rows, problems: [], tables: { byMonth: plain(byMonth), byArea: plain(byArea) } }
}

function plain(table: CrimeTable): z.infer<typeof tableSchema> {
  const { rows, columns, cells, rowTotals, columnTotals, total } = table
  return {
    rows: [...rows],
    columns: [...columns],
    cells: cells.map((row) => [...row]),
    rowTotals: [...rowTotals],
    columnTotals: [...columnTotals],
    total,
  }
}

export const crimeLoadedSchema = z
  .object({
    loadId: z.string().nullable(),
    rows: z.number(),
    problems: z.array(z.object({ line: z.number(), problem: z.string() })),
  })
  .meta({ id: 'CrimeLoaded' })

/** What became of a file: what was loaded, or every problem, and then nothing was. */
export interface CrimeLoaded {
  [key: string]: string | number | null | CrimeProblem[]
  loadId: string | null
  rows: number
  problems: CrimeProblem[]
}

/** Loads reports in the place of those before; of a file with a problem nothing is loaded. */
export async function loadCrime(
  db: Db,
  made: Made,
  { csv, source, threshold }: z.infer<typeof crimeBodySchema>,
): Promise<CrimeLoaded> {
  const { agencyId, by, at } = made
  const { features } = await townMapOf(db, agencyId)
  const read = readCrimeCsv(csv, districtsIn(features))
  if (!read.ok) return { loadId: null, rows: 0, problems: read.problems }
  const { counts, rows } = read
  const tables = JSON.stringify(crimeTables(counts, threshold))
  const hash = sha256(csv)
  const loadId = newId()
  await command(db, made, async (tx, record) => {
    const load = { loadId, threshold, source, rows, sha256: hash }
    await tx
      .insertInto('crimeLoad')
      .values({ agencyId, ...load, tables, madeBy: by, at })
      .execute()
    const values = counts.map((count) => ({ agencyId, loadId, ...count }))
    for (let from = 0; from < values.length; from += 1_000)
      await tx
        .insertInto('crimeCount')
        .values(values.slice(from, from + 1_000))
        .execute()
    await record({ subject: loadId, body: load })
    return loadId
  })
  return { loadId, rows, problems: [] }
}

/** The districts of the town's map, by their names. */
export function districtsIn(features: readonly MapFeature[]): District[] {
  return features.flatMap(({ properties, geometry }) => {
    if (properties.kind !== 'district' || properties.name === '') return []
    if (geometry.type === 'Polygon') return [{ name: properties.name, polygons: [geometry.coordinates] }]
    return geometry.type === 'MultiPolygon' ? [{ name: properties.name, polygons: geometry.coordinates }] : []
  })
}

/** Refuses figures where none were loaded. */
export function demandCrime(shown: CrimeShown | undefined): CrimeShown {
  if (!shown) throw new Refusal('notFound', 'no figures were loaded yet')
  return shown
}
