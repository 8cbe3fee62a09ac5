import { stringify } from 'csv-stringify/sync'
import { crimeLoadedSchema } from '../../posts/notices/crime-store.ts'
import { z } from 'zod'
import type { Chance } from './chance.ts'
import type { Outreach } from './outreach.ts'
import { addDays } from './requesting.ts'

/** The corners of Riverton, made up: longitude and latitude. */
const west = -72.94
const east = -72.9
const south = 41.29
const north = 41.32
const middle = { lon: -72.92, lat: 41.305 }

const box = (x1: number, y1: number, x2: number, y2: number): [number, number][] => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
  [x1, y1],
]
type Kind = 'road' | 'water' | 'park' | 'district' | 'boundary'
const area = (name: string, kind: Kind, ring: [number, number][]): object => ({
  type: 'Feature',
  properties: { name, kind },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const line = (name: string, kind: Kind, coordinates: [number, number][]): object => ({
  type: 'Feature',
  properties: { name, kind },
  geometry: { type: 'LineString', coordinates },
})

/** A map of the town, drawn by hand for the demonstration. */
const townMap = {
  type: 'FeatureCollection',
  features: [
    area('Hill', 'district', box(west, middle.lat, middle.lon, north)),
    area('Oakside', 'district', box(middle.lon, middle.lat, east, north)),
    area('Mill', 'district', box(west, south, middle.lon, middle.lat)),
    area('Center', 'district', box(middle.lon, south, east, middle.lat)),
    area('Riverton', 'boundary', box(west, south, east, north)),
    area('Mill Park', 'park', box(-72.932, 41.293, -72.922, 41.299)),
    line('Quill River', 'water', [
      [west, 41.2915],
      [-72.93, 41.294],
      [-72.92, 41.2965],
      [-72.91, 41.2955],
      [east, 41.299],
    ]),
    line('Main Street', 'road', [
      [west, 41.305],
      [-72.92, 41.3052],
      [east, 41.3046],
    ]),
    line('River Road', 'road', [
      [west, 41.2985],
      [-72.92, 41.3],
      [east, 41.3015],
    ]),
    line('Elm Street', 'road', [
      [-72.924, 41.3052],
      [-72.923, 41.309],
      [-72.924, north],
    ]),
    line('Oak Street', 'road', [
      [-72.912, 41.3048],
      [-72.911, 41.311],
      [-72.912, north],
    ]),
    line('Hill Street', 'road', [
      [-72.936, south],
      [-72.935, 41.305],
      [-72.937, north],
    ]),
    line('Bridge Street', 'road', [
      [-72.914, south],
      [-72.913, 41.3],
      [-72.912, 41.3048],
    ]),
  ],
} as const

/** How often each kind is reported in a month, in each part of the town more or less. */
const kinds = [
  ['Theft', 31],
  ['Vandalism', 13],
  ['Car theft', 9],
  ['Fraud', 8],
  ['Burglary', 6],
  ['Assault', 4],
] as const
const source = 'Reports taken by the Riverton Police Department, by the place that was named'

/** The town's map is loaded, and each quarter what was reported in the twelve months before. */
export function tellCrime(outreach: Outreach): void {
  const { on, teller, chance, speaksSince } = outreach
  on(75, '13:00', async () => {
    const sent = { source: 'Drawn for this demonstration', map: townMap }
    await teller.send('jones', z.unknown(), 'POST', '/api/map', sent)
  })
  for (const day of [100, 189, 280, 369].filter((one) => one >= speaksSince))
    on(day, '13:30', async () => {
      const csv = reportsOf(chance.of(`reports ${day}`), teller.today())
      const sent = { csv, source, threshold: 5 }
      const { problems } = await teller.send('west', crimeLoadedSchema, 'POST', '/api/crime-data', sent)
      const [first] = problems
      if (first) throw new Error(`the reports of day ${day}, line ${first.line}: ${first.problem}`)
    })
}

/** What was reported in the year before a day, one line each. */
function reportsOf(chance: Chance, today: string): string {
  const rows = kinds.flatMap(([kind, monthly]) =>
    Array.from({ length: monthly * 12 + chance.whole(-monthly, monthly) }, () => ({
      date: addDays(today, -chance.whole(1, 360)),
      kind,
      // More of it happens in the middle of the town.
      lat: place(chance, south, north),
      lon: place(chance, west, east),
    })),
  )
  return stringify(rows, { header: true, columns: ['date', 'kind', 'lat', 'lon'] })
}

function place(chance: Chance, least: number, most: number): string {
  const share = (chance.whole(2, 98) + chance.whole(2, 98)) / 200
  return (least + (most - least) * share).toFixed(4)
}
