import { scaleBand, scaleLinear } from 'd3-scale'
import type { Cell } from './crime.ts'
import type { CrimeShown } from './crime-store.ts'
import { draw, insideOf } from './map-picture.ts'
import type { NoticeLanguage } from './content.ts'
import type { TownMap } from './town-map.ts'
import { escaped } from './xml-write.ts'

const width = 720
const height = 320
const margin = { top: 24, right: 12, bottom: 56, left: 56 }
const says = {
  en: {
    plot: 'Reported crime by month',
    map: 'Reported crime by area',
    hidden: 'not shown',
    highest: 'Highest',
    lowest: 'lowest',
    with: 'with',
    areas: 'Areas',
  },
  es: {
    plot: 'Delitos denunciados por mes',
    map: 'Delitos denunciados por zona',
    hidden: 'no se muestra',
    highest: 'Máximo',
    lowest: 'mínimo',
    with: 'con',
    areas: 'Zonas',
  },
} as const

/** A figure as people read it: `1 to 4`, `not shown`, or its number. */
export function toldIn(language: NoticeLanguage, cell: Cell, threshold: number): string {
  if (cell === 'few') return language === 'en' ? `1 to ${threshold - 1}` : `1 a ${threshold - 1}`
  return cell === 'hidden'
    ? says[language].hidden
    : cell.toLocaleString(language === 'en' ? 'en-US' : 'es-US')
}

/** `2026-03` in words. */
export function monthWords(language: NoticeLanguage, month: string): string {
  const [year = '', number = '1'] = month.split('-')
  const names = {
    en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    es: 'ene feb mar abr may jun jul ago sep oct nov dic',
  }
  return `${names[language].split(' ')[Number(number) - 1] ?? number} ${year}`
}

/** The months as bars, SVG. What is not told has no bar, but a mark. */
export function crimePlot({ tables, threshold }: CrimeShown, language: NoticeLanguage): string {
  const { columns, columnTotals } = tables.byMonth
  const numbers = columnTotals.filter((cell) => typeof cell === 'number')
  const x = scaleBand()
    .domain(columns)
    .range([margin.left, width - margin.right])
    .padding(0.2)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...numbers)])
    .nice(5)
    .range([height - margin.bottom, margin.top])
  const floor = y(0)
  const lines = y
    .ticks(5)
    .map(
      (tick) =>
        `<path d="M${margin.left},${y(tick).toFixed(1)}H${width - margin.right}" stroke="#dfe1e2"/><text x="${margin.left - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end" font-size="12">${tick.toLocaleString('en-US')}</text>`,
    )
  const every = Math.ceil(columns.length / 12)
  const bars = columns.map((month, place) => {
    const cell = columnTotals[place] ?? 0
    const left = x(month) ?? 0
    const middle = (left + x.bandwidth() / 2).toFixed(1)
    const bar =
      typeof cell === 'number'
        ? `<rect x="${left.toFixed(1)}" y="${y(cell).toFixed(1)}" width="${x.bandwidth().toFixed(1)}" height="${(floor - y(cell)).toFixed(1)}" fill="#2378c3"/>`
        : `<text x="${middle}" y="${floor - 6}" text-anchor="middle" font-size="11">${cell === 'few' ? `1-${threshold - 1}` : '?'}</text>`
    const label =
      place % every === 0
        ? `<text transform="translate(${middle},${floor + 14}) rotate(-35)" text-anchor="end" font-size="11">${escaped(monthWords(language, month))}</text>`
        : ''
    return bar + label
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="DejaVu Sans, Arial, sans-serif" fill="#1b1b1b"><title>${says[language].plot}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${lines.join('')}${bars.join('')}<path d="M${margin.left},${floor.toFixed(1)}H${width - margin.right}" stroke="#1b1b1b"/></svg>`
}

/** The plot in words. */
export function plotWords({ tables, threshold }: CrimeShown, language: NoticeLanguage): string {
  const { columns, columnTotals } = tables.byMonth
  const words = says[language]
  const told = columns.flatMap((month, place) => {
    const cell = columnTotals[place]
    return typeof cell === 'number' ? [{ month, cell }] : []
  })
  const [first] = told.toSorted((a, b) => b.cell - a.cell)
  const last = told.toSorted((a, b) => a.cell - b.cell)[0]
  if (!first || !last) return words.plot
  const of = ({ month, cell }: { month: string; cell: number }): string =>
    `${monthWords(language, month)} ${words.with} ${toldIn(language, cell, threshold)}`
  return `${words.plot}. ${words.highest}: ${of(first)}; ${words.lowest}: ${of(last)}.`
}

const shades = ['#cfe8ff', '#73b3e7', '#2378c3', '#1a4480'] as const

/** The districts of the town shaded by their figures, SVG; `undefined` where the map has none of these areas. */
export function crimeMap(
  { tables, threshold }: CrimeShown,
  town: TownMap,
  language: NoticeLanguage,
): string | undefined {
  const { rows, rowTotals } = tables.byArea
  const highest = Math.max(1, ...rowTotals.filter((cell) => typeof cell === 'number'))
  const step = Math.ceil(highest / shades.length)
  const shapes = town.features.flatMap(({ properties, geometry }) => {
    const place = properties.kind === 'district' ? rows.indexOf(properties.name) : -1
    const shape = insideOf(geometry)
    if (place < 0 || !shape) return []
    const cell = rowTotals[place] ?? 0
    const isTold = typeof cell === 'number'
    const fill = isTold
      ? (shades[Math.min(shades.length - 1, Math.floor((cell - 1) / step))] ?? shades[0])
      : '#ffffff'
    const words = `${properties.name}: ${toldIn(language, cell, threshold)}`
    return [{ shape, fill: isTold ? fill : '#71767a', opacity: isTold ? 0.85 : 0.1, dashed: !isTold, words }]
  })
  if (shapes.length === 0) return undefined
  const legend = shades.map((fill, place) => ({ fill, words: `${place * step + 1} - ${(place + 1) * step}` }))
  const named = new Set(shapes.map(({ words }) => words.split(':')[0]))
  const ground = town.features.filter(
    ({ properties }) => !named.has(properties.name) && properties.kind !== 'road',
  )
  return draw({ town: { ...town, features: ground }, shapes, legend, language, title: says[language].map })
}

/** The map in words. */
export function crimeMapWords({ tables, threshold }: CrimeShown, language: NoticeLanguage): string {
  const { rows, rowTotals } = tables.byArea
  const areas = rows.map((area, place) => `${area} ${toldIn(language, rowTotals[place] ?? 0, threshold)}`)
  return `${says[language].map}. ${says[language].areas}: ${areas.join('; ')}.`
}
