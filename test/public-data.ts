/** A small town as GeoJSON: two districts, a river, streets in a grid; `roads` in each direction. */
export function townMap(roads = 6): object {
  const [west, south, size] = [-72.7, 41.75, 0.03]
  const box = (from: number, to: number): number[][][] => [
    [
      [west + from * size, south],
      [west + to * size, south],
      [west + to * size, south + size],
      [west + from * size, south + size],
      [west + from * size, south],
    ],
  ]
  const streets = Array.from({ length: roads }, (_, n) => {
    const at = ((n + 0.5) / roads) * size
    const along = Array.from({ length: 10 }, (__, k) => (k / 9) * size)
    return [
      feature(n === 0 ? 'Main Street' : `Street ${n}`, 'road', {
        type: 'LineString',
        coordinates: along.map((x) => [west + x, south + at + Math.sin(x * 900) / 20_000]),
      }),
      feature(`Avenue ${n}`, 'road', {
        type: 'LineString',
        coordinates: along.map((y) => [west + at, south + y]),
      }),
    ]
  }).flat()
  return {
    type: 'FeatureCollection',
    features: [
      feature('North', 'district', { type: 'Polygon', coordinates: box(0, 0.5) }),
      feature('South', 'district', { type: 'Polygon', coordinates: box(0.5, 1) }),
      feature('Park River', 'water', {
        type: 'LineString',
        coordinates: [
          [west, south + 0.6 * size],
          [west + size, south + 0.4 * size],
        ],
      }),
      ...streets,
    ],
  }
}

const feature = (name: string, kind: string, geometry: object): object => ({
  type: 'Feature',
  properties: { name, kind },
  geometry,
})

/** Reports as CSV: thefts by the dozen in both districts, and three robberies that nobody is to be recognised in. */
export function crimeReports(months = 3): string {
  const lines = ['date,kind,area']
  for (let month = 0; month < months; month++) {
    const day = `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    for (const [kind, area, count] of [
      ['Theft', 'North', 12 + month],
      ['Theft', 'South', 9 + ((month * 5) % 7)],
      ['Vandalism', 'North', 7 + (month % 3)],
      ['Vandalism', 'South', 8],
      ['Burglary', 'North', 6],
      ['Burglary', 'South', 11 + (month % 4)],
      ['Robbery', month % 2 === 0 ? 'North' : 'South', month === 0 ? 3 : 6],
    ] as const)
      for (let n = 0; n < count; n++)
        lines.push(`${day}-${String((n % 28) + 1).padStart(2, '0')},${kind},${area}`)
  }
  return lines.join('\n')
}
