import type { ReactNode } from 'react'
import { dayIn } from '../../platform/day.ts'
import { html, inLanguage, written, type Language } from '../../platform/public-page.ts'
import { eventWord } from '../event-words.ts'
import { kindIn } from '../kind-words.ts'
import { requestWords } from './public-words.ts'
import type { StoredReleased } from './tables.ts'

/** Records of a release as their requester reads them: with the ground in the place of what was cut. */
export function partBody(
  rows: readonly StoredReleased[],
  { here, zone, next }: { here: string; zone: string; next: number | null },
  language: Language,
): ReactNode {
  const said = requestWords[language].part
  return html`
    <p class="lead">${said.lead}</p>
    ${rows.map((row) => oneRecord(row, here, zone, language))}
    ${next !== null && html`<p><a href=${inLanguage(`${here}?after=${next}`, language)}>${said.next}</a></p>`}
  `
}

function oneRecord(row: StoredReleased, here: string, zone: string, language: Language): ReactNode {
  const said = requestWords[language].part
  const { n, at, kind, event, author, words, redactions, media, withheld, isContext, recordId } = row
  return html`<article aria-labelledby=${`record-${n}`}>
    <h2 id=${`record-${n}`}>
      ${n}. ${kindIn(language, kind)}${event !== '' && [', ', whatHappened(row, language)]}
    </h2>
    <p>
      ${written(dayIn(zone, at), language)}${author !== null && ` · ${author}`}${isContext && ` · ${said.context}`}
    </p>
    ${
      withheld === null
        ? html`<blockquote class="written">${words}</blockquote>`
        : html`<p><strong>${said.withheld}:</strong></p>
            <ul>
              ${withheld.map(({ exemption, reason }) => html`<li>${exemption}: ${reason}</li>`)}
            </ul>`
    }
    ${
      media.length > 0 &&
      html`<p>${said.files}:</p>
        <ul>
          ${media.map(
            ({ name, alt }, place) =>
              html`<li><a href=${`${here}/${recordId}/${place}`}>${name}</a>${alt !== '' && `: ${alt}`}</li>`,
          )}
        </ul>`
    }
    ${
      redactions.length > 0 &&
      html`<p>${said.grounds}:</p>
        <ul>
          ${redactions.map(({ exemption, reason }) => html`<li>${exemption}: ${reason}</li>`)}
        </ul>`
    }
  </article>`
}

function whatHappened({ event, kind }: StoredReleased, language: Language): ReactNode {
  return eventWord(language, event, kind) ?? html`<span lang="en">${event}</span>`
}
