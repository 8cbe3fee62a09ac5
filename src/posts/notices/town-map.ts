import { z } from 'zod'
import type { Made } from '../../ledger/command.ts'
import { command } from '../../ledger/command.ts'
import type { Db } from '../../platform/db.ts'
import { newId, sha256 } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    townMap: { agencyId: string; mapId: string; features: string; source: string; madeBy: string; at: string }
  }
}

/** Longitude and latitude, as GeoJSON (RFC 7946) has them. */
const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number())
  .transform(([longitude, latitude]): [number, number] => [longitude, latitude])
/** The same as it is shown: what is answered is checked, and not changed. */
const shownPosition = z.tuple([z.number(), z.number()])

export const featureSchema = featureOf(position)
export const shownFeatureSchema = featureOf(shownPosition)

function featureOf<Position extends z.ZodType<[number, number]>>(place: Position) {
  const line = z.array(place).min(2)
  const ring = z.array(place).min(4)
  return z.object({
    type: z.literal('Feature'),
    properties: z.object({
      name: z.string().trim().max(80).default(''),
      /** Districts are what figures are told by. */
      kind: z.enum(['road', 'water', 'park', 'district', 'boundary', 'other']).default('other'),
    }),
    geometry: z.discriminatedUnion('type', [
      z.object({ type: z.literal('LineString'), coordinates: line }),
      z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1) }),
      z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
    ]),
  })
}
export type MapFeature = z.infer<typeof featureSchema>

const mostFeatures = 1_000
const mostPlaces = 20_000

export const mapBodySchema = z.object({
  /** Where it comes from, as it is told below the map. */
  source: z.string().trim().min(1).max(200),
  map: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(featureSchema).min(1).max(mostFeatures),
  }),
})

export interface TownMap {
  mapId: string | null
  source: string
  features: readonly MapFeature[]
}
const featuresSchema = z.array(featureSchema)

/** The town's map as it was last loaded; without features where none was. */
export async function townMapOf(db: Db, agencyId: string): Promise<TownMap> {
  const row = await db
    .selectFrom('townMap')
    .select(['mapId', 'features', 'source'])
    .where('agencyId', '=', agencyId)
    .orderBy('mapId', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { mapId: null, source: '', features: [] }
  return { ...row, features: featuresSchema.parse(JSON.parse(row.features)) }
}

/** Loads a map in the place of the one before, which is kept. Refuses one that is too large to be drawn at once. */
export async function loadMap(
  db: Db,
  made: Made,
  { source, map }: z.infer<typeof mapBodySchema>,
): Promise<{ mapId: string; features: number }> {
  const { agencyId, by, at } = made
  const written = JSON.stringify(map.features)
  const places = map.features.reduce((sum, { geometry }) => sum + placesIn(geometry.coordinates), 0)
  if (places > mostPlaces)
    throw new Refusal(
      'malformed',
      `the map has ${places} places; ${mostPlaces} are the most, so simplify its lines`,
    )
  const features = map.features.length
  const mapId = newId()
  return await command(db, made, async (tx, record) => {
    await tx
      .insertInto('townMap')
      .values({ agencyId, mapId, features: written, source, madeBy: by, at })
      .execute()
    await record({ subject: mapId, body: { source, features, sha256: sha256(written) } })
    return { mapId, features }
  })
}

type Nested = readonly (number | Nested)[]

function placesIn(coordinates: Nested): number {
  if (typeof coordinates[0] === 'number') return 1
  return coordinates.reduce<number>((sum, one) => sum + (typeof one === 'number' ? 0 : placesIn(one)), 0)
}
