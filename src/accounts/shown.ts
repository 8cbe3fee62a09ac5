import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Agency } from '../members/caller.ts'
import { html, type Language } from '../platform/public-page.ts'
import type { RemotePage } from './networks/network.ts'
import type { Page } from './pages.ts'
import { offered } from './wording.ts'

/** The notices of a page as the public register shows them, in every language in which they are worded. */
export function noticesShown({ said }: Pick<Page, 'said'>, language: Language): ReactNode {
  const worded = said.notices.flatMap(({ fact, wording }) =>
    said.languages.flatMap((one) => {
      const words = wording[one]
      return words === undefined ? [] : [{ fact, language: one, words }]
    }),
  )
  if (worded.length === 0) return null
  return html`<dl class="notices">
    ${worded.map(
      ({ fact, language: of, words }) => html`
        <dt>${offered.find((one) => one.fact === fact)?.name[language] ?? fact}</dt>
        <dd lang=${of}>${words}</dd>
      `,
    )}
  </dl>`
}

/** The department's own page as a visitor sees it: the very markup of the register, read back. */
export function pageShown(agency: Agency, page: Page): RemotePage {
  const shown = renderToStaticMarkup(noticesShown(page, page.said.languages[0] ?? 'en'))
  return { name: agency.name, text: textOf(shown), links: [page.said.site], url: page.address }
}

/** The words of a piece of markup that React wrote. */
export function textOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => characters[entity] ?? entity)
    .replaceAll(/\n+/g, '\n')
    .trim()
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}
