import type { ReactNode } from 'react'
import { html, inLanguage, type Language } from '../../platform/public-page.ts'
import type { CrimeTable } from '../notices/crime.ts'
import { crimeMapWords, monthWords, plotWords, toldIn } from '../notices/crime-pictures.ts'
import type { CrimeShown } from '../notices/crime-store.ts'
import { time, type Reading } from './parts.ts'

const crimeWords = {
  en: {
    title: 'Crime figures',
    lead: 'Crimes as they were reported. A report is not a finding.',
    none: 'No figures were published yet.',
    byMonth: 'By month and kind',
    byArea: 'By area and kind',
    month: 'Month',
    area: 'Area',
    total: 'Total',
    small: (threshold: number) =>
      `Figures of 1 to ${threshold - 1} are not told, so that nobody is recognised in them; some others are not shown, so that these cannot be worked out.`,
    download: 'The same as a file (CSV)',
    source: 'Source',
    loaded: 'Published',
  },
  es: {
    title: 'Cifras de delitos',
    lead: 'Delitos tal como se denunciaron. Una denuncia no es un hecho probado.',
    none: 'Todavía no se han publicado cifras.',
    byMonth: 'Por mes y tipo',
    byArea: 'Por zona y tipo',
    month: 'Mes',
    area: 'Zona',
    total: 'Total',
    small: (threshold: number) =>
      `Las cifras de 1 a ${threshold - 1} no se dicen, para que no se reconozca a nadie en ellas; algunas otras no se muestran, para que aquellas no puedan deducirse.`,
    download: 'Lo mismo como archivo (CSV)',
    source: 'Fuente',
    loaded: 'Se publicaron el',
  },
} as const

/** The name of the page of figures. */
export function crimeTitle(language: Language): string {
  return crimeWords[language].title
}

/** The figures as a plot, tables and a map, with what is hidden said. */
export function crimeBody(reading: Reading, shown: CrimeShown | undefined, hasMap: boolean): ReactNode {
  const { language } = reading
  const words = crimeWords[language]
  if (!shown) return html`<p>${words.none}</p>`
  const { byMonth, byArea } = shown.tables
  const months = turned(byMonth)
  const named = { ...months, rows: months.rows.map((month) => monthWords(language, month)) }
  return html`
    <p class="lead">${words.lead}</p>
    <figure>
      <img
        src=${inLanguage('/public/crime/plot.svg', language)}
        alt=${plotWords(shown, language)}
        width="720"
        height="320"
        fetchpriority="low"
      />
      <figcaption>${plotWords(shown, language)}</figcaption>
    </figure>
    ${tableOf(shown, named, { caption: words.byMonth, head: words.month }, language)}
    ${
      hasMap &&
      html`<figure>
        <img
          src=${inLanguage('/public/crime/map.svg', language)}
          alt=${crimeMapWords(shown, language)}
          width="640"
          height="420"
          fetchpriority="low"
        />
        <figcaption>${crimeMapWords(shown, language)}</figcaption>
      </figure>`
    }
    ${tableOf(shown, byArea, { caption: words.byArea, head: words.area }, language)}
    <p>${words.small(shown.threshold)}</p>
    <p><a href=${inLanguage('/public/crime.csv', language)}>${words.download}</a></p>
    <p class="quiet">${words.source}: ${shown.source}. ${words.loaded} ${time(reading, shown.at)}</p>
  `
}

/** A table with its rows as columns: many months go down a page, and not out of it. */
function turned({ rows, columns, cells, rowTotals, columnTotals, total }: CrimeTable): CrimeTable {
  return {
    rows: columns,
    columns: rows,
    cells: columns.map((_, c) => rows.map((__, r) => cells[r]?.[c] ?? 0)),
    rowTotals: columnTotals,
    columnTotals: rowTotals,
    total,
  }
}

function tableOf(
  { threshold }: CrimeShown,
  { rows, columns, cells, rowTotals, columnTotals, total }: CrimeTable,
  { caption, head }: { caption: string; head: string },
  language: Language,
): ReactNode {
  const told = (cell: CrimeTable['total'] | undefined): string => toldIn(language, cell ?? 0, threshold)
  const words = crimeWords[language]
  return html`<div class="scrolls" role="region" aria-label=${caption} tabindex="0">
    <table class="figures">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${head}</th>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          <th scope="col">${words.total}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, r) =>
            html`<tr>
              <th scope="row">${row}</th>
              ${cells[r]?.map((cell) => html`<td>${told(cell)}</td>`)}
              <td>${told(rowTotals[r])}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${words.total}</th>
          ${columnTotals.map((cell) => html`<td>${told(cell)}</td>`)}
          <td>${told(total)}</td>
        </tr>
      </tfoot>
    </table>
  </div>`
}
