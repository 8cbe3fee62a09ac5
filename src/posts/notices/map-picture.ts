import {
  geoArea,
  geoBounds,
  geoCentroid,
  geoCircle,
  geoContains,
  geoDistance,
  geoGraticule,
  geoMercator,
  geoPath,
  type GeoPath,
  type GeoProjection,
} from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { existsSync } from 'node:fs'
import sharp from 'sharp'
import type { NoticeArea, NoticeLanguage } from './content.ts'
import type { MapFeature, TownMap } from './town-map.ts'
import { escaped } from './xml-write.ts'

export const mapWidth = 640
export const mapHeight = 420
/** How far outside of the picture is still drawn, so that no cut is seen. */
const edge = 12
const kilometres = 6_371

type Shape = Polygon | MultiPolygon

/** A map to be drawn: the town in grey, and above it what is to be seen. */
export interface Drawing {
  town: Pick<TownMap, 'features' | 'source'>
  /** The areas above the town, each with its fill, and a word to tell it by where colours are not seen. */
  shapes: readonly { shape: Shape; fill: string; opacity: number; dashed?: boolean; words?: string }[]
  legend: readonly { fill: string; words: string }[]
  language: NoticeLanguage
  title: string
}

const says = {
  en: { none: 'Latitude and longitude', area: 'Area of this notice' },
  es: { none: 'Latitud y longitud', area: 'Zona de este aviso' },
} as const

/** The area of a notice on the town's map, as SVG; `undefined` where the area has words only. */
export function noticeMap(area: NoticeArea, town: TownMap, language: NoticeLanguage): string | undefined {
  const shape = shapeOf(area)
  if (!shape) return undefined
  const words = says[language].area
  return draw({
    town,
    shapes: [{ shape, fill: '#b50909', opacity: 0.35 }],
    legend: [{ fill: '#b50909', words }],
    language,
    title: mapWords(area, town, language),
  })
}

/** The same as a picture of points for the networks, which take no SVG; JPEG, which all of them take. */
export const mapMediaType = 'image/jpeg'

export async function noticePicture(svg: string): Promise<Uint8Array> {
  return await sharp(Buffer.from(hasFonts ? svg : svg.replaceAll(/<text[^]*?<\/text>/g, '')), {
    density: 144,
  })
    .resize(mapWidth * 2, mapHeight * 2)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** A machine without fonts would draw boxes for letters. */
const hasFonts = process.platform !== 'linux' || existsSync('/usr/share/fonts')

/** The map of a notice in words, for those who do not see it: where it is, how large, which roads it meets. */
export function mapWords(
  area: NoticeArea,
  town: Pick<TownMap, 'features'>,
  language: NoticeLanguage,
): string {
  const shape = shapeOf(area)
  const words = area.words[language] || area.words.en || area.words.es
  if (!shape) return words
  const [longitude, latitude] = geoCentroid(shape)
  const middle = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
  const [[west, south], [east, north]] = geoBounds(shape)
  const across = `${length(geoDistance([west, latitude], [east, latitude]) * kilometres, language)} × ${length(geoDistance([longitude, south], [longitude, north]) * kilometres, language)}`
  const met = [
    ...new Set(town.features.filter((one) => meets(one, shape)).map(({ properties }) => properties.name)),
  ]
    .filter((name) => name !== '')
    .slice(0, 12)
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(met)
  if (language === 'es')
    return `Mapa: ${words}. Centro ${middle}, unos ${across}.${met.length > 0 ? ` Toca ${list}.` : ''}`
  return `Map: ${words}. Middle ${middle}, about ${across}.${met.length > 0 ? ` It meets ${list}.` : ''}`
}

/** Draws a map as SVG, with a legend, a scale, and the grid of coordinates where there is no town to be seen. */
export function draw({ town, shapes, legend, language, title }: Drawing): string {
  const projection = geoMercator()
  const path = geoPath(projection).digits(1)
  fit(
    projection,
    shapes.map(({ shape }) => shape),
    town.features,
  )
  // What lies far outside would be drawn for seconds, dash by dash, and sent to every reader.
  projection.clipExtent([
    [-edge, -edge],
    [mapWidth + edge, mapHeight + edge],
  ])
  const parts = [
    `<rect width="${mapWidth}" height="${mapHeight}" fill="#f7f9fa"/>`,
    ...(town.features.length === 0
      ? [grid(projection, path, language)]
      : town.features.map((one) => ground(one, path))),
    ...shapes.map(
      ({ shape, fill, opacity, dashed }) =>
        `<path d="${path(shape) ?? ''}" fill="${fill}" fill-opacity="${opacity}" stroke="${fill}" stroke-width="2"${dashed === true ? ' stroke-dasharray="6 4"' : ''}/>`,
    ),
    ...labels(town.features, path),
    ...shapes.flatMap(({ shape, words }) =>
      words === undefined ? [] : [label(words, path.centroid(shape), 12, true)],
    ),
    legendOf(legend),
    scaleOf(projection, language),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mapWidth} ${mapHeight}" width="${mapWidth}" height="${mapHeight}" role="img" font-family="DejaVu Sans, Arial, sans-serif"><title>${escaped(title)}</title>${parts.join('')}</svg>`
}

/** What is marked takes a third of the picture; without a mark the whole town does. */
function fit(projection: GeoProjection, shapes: readonly Shape[], features: readonly MapFeature[]): void {
  const inner = shapes.length === 1 ? 0.32 : 0.06
  const extent: [[number, number], [number, number]] = [
    [mapWidth * inner, mapHeight * inner],
    [mapWidth * (1 - inner), mapHeight * (1 - inner)],
  ]
  const geometries =
    shapes.length > 0 ? shapes : features.map(({ geometry }) => insideOf(geometry) ?? geometry)
  projection.fitExtent(extent, { type: 'GeometryCollection', geometries: [...geometries] })
}

const grounds: Readonly<Record<MapFeature['properties']['kind'], string>> = {
  road: 'fill="none" stroke="#8d9297" stroke-width="2.5"',
  water: 'fill="#c3ddf0" stroke="#97bfdd" stroke-width="2"',
  park: 'fill="#d5ecd0" stroke="none"',
  district: 'fill="none" stroke="#a9aeb1" stroke-width="1" stroke-dasharray="3 3"',
  boundary: 'fill="none" stroke="#71767a" stroke-width="1.5" stroke-dasharray="8 3"',
  other: 'fill="none" stroke="#c6cace" stroke-width="1"',
}

function ground({ properties, geometry }: MapFeature, path: GeoPath): string {
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString'
  const style =
    isLine && properties.kind === 'water'
      ? 'fill="none" stroke="#97bfdd" stroke-width="4"'
      : grounds[properties.kind]
  const drawn = path(insideOf(geometry) ?? geometry) ?? ''
  return drawn === '' ? '' : `<path d="${drawn}" ${style}/>`
}

/** The names of what is in the picture, the first ones of the map first, none over another. */
function labels(features: readonly MapFeature[], path: GeoPath): string[] {
  const taken: [number, number][] = []
  return features.flatMap(({ properties, geometry }) => {
    const [x, y] = path.centroid(insideOf(geometry) ?? geometry)
    const isFree = taken.every(([a, b]) => Math.abs(a - x) > 90 || Math.abs(b - y) > 16)
    const isSeen = x > 30 && x < mapWidth - 30 && y > 12 && y < mapHeight - 40
    if (properties.name === '' || !isSeen || !isFree) return []
    taken.push([x, y])
    return [label(properties.name, [x, y], 11, false)]
  })
}

function label(words: string, [x, y]: [number, number], size: number, isBold: boolean): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" text-anchor="middle" fill="#1b1b1b" stroke="#ffffff" stroke-width="3" paint-order="stroke"${isBold ? ' font-weight="bold"' : ''}>${escaped(words)}</text>`
}

function legendOf(legend: Drawing['legend']): string {
  const height = 20
  return legend
    .map(({ fill, words }, place) => {
      const y = 10 + place * height
      return `<rect x="10" y="${y}" width="14" height="14" fill="${fill}" stroke="#1b1b1b"/><text x="30" y="${y + 12}" font-size="12" fill="#1b1b1b" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(words)}</text>`
    })
    .join('')
}

/** A bar of a round length, at most a quarter of the picture. */
function scaleOf(projection: GeoProjection, language: NoticeLanguage): string {
  const y = mapHeight - 18
  const from = projection.invert?.([0, y])
  const to = projection.invert?.([mapWidth / 4, y])
  if (!from || !to) return ''
  const most = geoDistance(from, to) * kilometres
  const power = 10 ** Math.floor(Math.log10(most))
  const round = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1)
  const width = ((round / most) * mapWidth) / 4
  return `<path d="M10,${y - 6}v6h${width.toFixed(1)}v-6" fill="none" stroke="#1b1b1b" stroke-width="2"/><text x="${(16 + width).toFixed(1)}" y="${y}" font-size="12" fill="#1b1b1b" stroke="#ffffff" stroke-width="3" paint-order="stroke">${length(round, language)}</text>`
}

/** `400 m`, `1.2 km (0.7 mi)`. */
function length(km: number, language: NoticeLanguage): string {
  const number = (value: number): string =>
    value.toLocaleString(`${language}-US`, { maximumSignificantDigits: 2, useGrouping: false })
  const miles = `${number(km / 1.609344)} mi`
  return km < 1 ? `${number(km * 1_000)} m (${miles})` : `${number(km)} km (${miles})`
}

function grid(projection: GeoProjection, path: GeoPath, language: NoticeLanguage): string {
  const corners = [projection.invert?.([0, mapHeight]), projection.invert?.([mapWidth, 0])]
  const [low, high] = corners
  if (!low || !high) return ''
  const step = roundStep((high[0] - low[0]) / 5)
  const lines = geoGraticule()
    .extent([
      [low[0] - step, low[1] - step],
      [high[0] + step, high[1] + step],
    ])
    .step([step, step])
    .precision(step)
    .lines()
  const digits = Math.max(0, Math.ceil(-Math.log10(step)))
  const words = lines.flatMap(({ coordinates: [first] }, place) => {
    const isMeridian = coordinatesRunNorth(lines[place]?.coordinates)
    const [x, y] = (first && projection([first[0] ?? 0, first[1] ?? 0])) ?? [-1, -1]
    const value = (isMeridian ? first?.[0] : first?.[1])?.toFixed(digits) ?? ''
    if (isMeridian && x > 40 && x < mapWidth - 40) return [label(value, [x, mapHeight - 40], 11, false)]
    return !isMeridian && y > 40 && y < mapHeight - 50 ? [label(value, [mapWidth - 40, y], 11, false)] : []
  })
  const drawn = lines.map((one) => `<path d="${path(one) ?? ''}" fill="none" stroke="#c6cace"/>`)
  return `${drawn.join('')}${words.join('')}${label(says[language].none, [mapWidth - 90, 20], 11, false)}`
}

function coordinatesRunNorth(coordinates: readonly (readonly number[])[] | undefined): boolean {
  return coordinates?.[0]?.[0] === coordinates?.at(-1)?.[0]
}

/** 1, 2 or 5 of a power of ten, at least this. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-6)))
  return power * ([1, 2, 5].find((step) => step * power >= least) ?? 10)
}

/** What is marked, as GeoJSON; `undefined` where there are words only. */
export function shapeOf({ polygon, circle }: NoticeArea): Polygon | undefined {
  if (polygon) {
    const corners = polygon.map(([latitude, longitude]): [number, number] => [longitude, latitude])
    return right({ type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] })
  }
  if (!circle) return undefined
  const [latitude, longitude] = circle.centre
  const degrees = (circle.radius / kilometres) * (180 / Math.PI)
  return geoCircle().center([longitude, latitude]).radius(degrees).precision(8)()
}

/** On a sphere a ring has two insides; the smaller one is meant. */
export function right(polygon: Polygon): Polygon {
  if (geoArea(polygon) <= 2 * Math.PI) return polygon
  return { type: 'Polygon', coordinates: polygon.coordinates.map((ring) => ring.toReversed()) }
}

/** The areas of a geometry, each the smaller of what its rings could mean: GeoJSON turns rings the other way than d3. */
export function insideOf(geometry: MapFeature['geometry']): Shape | undefined {
  if (geometry.type === 'Polygon') return right(geometry)
  if (geometry.type !== 'MultiPolygon') return undefined
  const polygons = geometry.coordinates.map((rings) => right({ type: 'Polygon', coordinates: rings }))
  return { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) }
}

/** Does a road or an area of the town have a corner in the shape, or the shape its middle in it? */
function meets({ geometry }: MapFeature, shape: Polygon): boolean {
  const inside: Feature<Polygon> = { type: 'Feature', properties: {}, geometry: shape }
  return alongOf(geometry).some((place) => geoContains(inside, place))
}

/** The corners of a geometry and eight places between each two. */
function alongOf(geometry: MapFeature['geometry']): [number, number][] {
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : geometry.coordinates
  return lines.flatMap((line) =>
    line.flatMap(([x, y], place) => {
      const [a, b] = line[place + 1] ?? [x, y]
      return Array.from({ length: 8 }, (_, part): [number, number] => [
        x + ((a - x) * part) / 8,
        y + ((b - y) * part) / 8,
      ])
    }),
  )
}
