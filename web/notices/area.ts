import type { NoticeArea } from '../../src/posts/notices/content.ts'
import type { MapFeature } from '../../src/posts/notices/town-map.ts'

export const shapes = ['none', 'circle', 'polygon'] as const
export type Shape = (typeof shapes)[number]

/** What stands in the fields of an area, as it was typed. */
export interface AreaDraft {
  shape: Shape
  latitude: string
  longitude: string
  /** Kilometers. */
  radius: string
  /** A corner a line: `41.7637, -72.6851`. */
  corners: string
}

type Place = [latitude: number, longitude: number]

export function draftOf({ circle, polygon }: NoticeArea): AreaDraft {
  return {
    shape: polygon ? 'polygon' : circle ? 'circle' : 'none',
    latitude: circle ? String(circle.centre[0]) : '',
    longitude: circle ? String(circle.centre[1]) : '',
    radius: circle ? String(circle.radius) : '0.5',
    corners: polygon ? polygon.map((place) => place.join(', ')).join('\n') : '',
  }
}

/** Which of the fields cannot be read; for the corners, with the line. */
export type AreaProblem = 'latitude' | 'longitude' | 'radius' | 'few' | { line: number }

/** What the fields say; what cannot be read is not drawn, and told. */
export function drawnIn(draft: AreaDraft): Pick<NoticeArea, 'circle' | 'polygon'> & {
  problems: AreaProblem[]
} {
  const nothing = { circle: null, polygon: null }
  if (draft.shape === 'none') return { ...nothing, problems: [] }
  if (draft.shape === 'circle') {
    const latitude = degrees(draft.latitude, 90)
    const longitude = degrees(draft.longitude, 180)
    const radius = number(draft.radius)
    const isRadius = radius !== undefined && radius > 0 && radius <= 100
    if (latitude === undefined || longitude === undefined || !isRadius)
      return {
        ...nothing,
        problems: [
          ...(latitude === undefined ? (['latitude'] as const) : []),
          ...(longitude === undefined ? (['longitude'] as const) : []),
          ...(isRadius ? [] : (['radius'] as const)),
        ],
      }
    return { circle: { centre: [latitude, longitude], radius }, polygon: null, problems: [] }
  }
  const lines = draft.corners.split('\n').map((line) => line.trim())
  const wrong = lines.findIndex((line) => line !== '' && placeIn(line) === undefined)
  if (wrong >= 0) return { ...nothing, problems: [{ line: wrong + 1 }] }
  const corners = lines.map(placeIn).filter((place) => place !== undefined)
  if (corners.length < 3) return { ...nothing, problems: ['few'] }
  return { circle: null, polygon: corners, problems: [] }
}

/** `41.7637, -72.6851`, with a comma, a semicolon or a space between. */
function placeIn(line: string): Place | undefined {
  const [north = '', east = '', ...more] = line.split(/[,;\s]+/).filter(Boolean)
  const latitude = degrees(north, 90)
  const longitude = degrees(east, 180)
  return latitude === undefined || longitude === undefined || more.length > 0
    ? undefined
    : [latitude, longitude]
}

function degrees(text: string, most: number): number | undefined {
  const value = number(text)
  return value !== undefined && Math.abs(value) <= most ? value : undefined
}

function number(text: string): number | undefined {
  const value = Number(text)
  return text.trim() === '' || Number.isNaN(value) ? undefined : value
}

/** A named part of the town's map, as the fields of an area would say it. */
export interface Known {
  name: string
  draft: AreaDraft
}

/** The named parts of the town's map, by their names: districts and parks with their corners, all else as a circle. */
export function knownPlaces(features: readonly MapFeature[]): Known[] {
  const named = features.filter(({ properties }) => properties.name !== '')
  const byName = Map.groupBy(named, ({ properties }) => properties.name)
  return [...byName]
    .map(([name, parts]) => ({ name, draft: draftFrom(parts) }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

const mostCorners = 200
const kilometersADegree = 111.2

function draftFrom(parts: readonly MapFeature[]): AreaDraft {
  const [first] = parts
  const ring =
    parts.length === 1 && first?.geometry.type === 'Polygon' ? first.geometry.coordinates[0] : undefined
  const places = parts.flatMap(({ geometry }) => placesOf(geometry))
  const [west, east] = bounds(places.map(([longitude]) => longitude))
  const [south, north] = bounds(places.map(([, latitude]) => latitude))
  const latitude = (south + north) / 2
  const high = (north - south) * kilometersADegree
  const wide = (east - west) * kilometersADegree * Math.cos((latitude * Math.PI) / 180)
  const radius = Math.min(100, Math.max(0.1, Math.hypot(high, wide) / 2))
  const isDrawn = ring !== undefined && ring.length <= mostCorners + 1
  return {
    shape: isDrawn ? 'polygon' : 'circle',
    latitude: latitude.toFixed(5),
    longitude: ((west + east) / 2).toFixed(5),
    radius: radius.toFixed(2),
    corners: isDrawn
      ? ring
          .slice(0, -1)
          .map(([x, y]) => `${y.toFixed(5)}, ${x.toFixed(5)}`)
          .join('\n')
      : '',
  }
}

function placesOf(geometry: MapFeature['geometry']): readonly (readonly [number, number])[] {
  if (geometry.type === 'LineString') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : geometry.coordinates.flat()
}

function bounds(values: readonly number[]): [number, number] {
  return [
    values.reduce((least, value) => Math.min(least, value), Infinity),
    values.reduce((most, value) => Math.max(most, value), -Infinity),
  ]
}
