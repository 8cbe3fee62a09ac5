import type { ReactNode } from 'react'
import type { Agency } from '../../members/caller.ts'
import { html, inLanguage, type Language } from '../../platform/public-page.ts'
import { momentIn, siteWords } from './words.ts'

/** Whose page it is, and in which language. */
export interface Reading {
  agency: Agency
  language: Language
}

/** Where what is asked for is not. */
export function nothingBody(language: Language): ReactNode {
  return html`<p>${siteWords[language].nothingSays}</p>`
}

/** Words as paragraphs; addresses in them lead there. */
export function paragraphs(text: string): ReactNode {
  return text
    .split(/\n{2,}/)
    .map(
      (part) =>
        html`<p class="said">
          ${part
            .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/)
            .map((piece, place) =>
              place % 2 === 1 ? html`<a href=${piece} rel="nofollow">${piece}</a>` : piece,
            )}
        </p>`,
    )
}

/** A moment in words, in the agency’s zone. */
export function time({ agency, language }: Reading, at: string): ReactNode {
  return html`<time datetime=${at}>${momentIn(language, agency.zone, at)}</time>`
}

const feedKinds = [
  ['atom', 'Atom'],
  ['rss', 'RSS'],
  ['json', 'JSON Feed'],
] as const

/** Where the feeds are. */
export function feedList({ language }: Reading): ReactNode {
  const words = siteWords[language]
  return html`<section aria-labelledby="feeds">
    <h2 id="feeds">${words.feeds}</h2>
    <p>${words.feedsSay}</p>
    <ul>
      ${(['notices', 'posts'] as const).map(
        (what) =>
          html`<li>
            ${`${words[what]}: `}
            ${feedKinds.map(
              ([end, name], place) =>
                html`${place > 0 && ', '}<a href=${inLanguage(`/public/feeds/${what}.${end}`, language)}
                    >${name}</a
                  >`,
            )}
          </li>`,
      )}
    </ul>
  </section>`
}
