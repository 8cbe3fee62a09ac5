import type { ReactNode } from 'react'
import { html, inLanguage } from '../../platform/public-page.ts'
import { paragraphs, time, type Reading } from '../../posts/site/parts.ts'
import { kindIn } from '../kind-words.ts'
import { writeAfter, type After, type ArchivedPost, type ArchivedRecord } from './archive.ts'
import { archiveWords } from './archive-words.ts'
import type { StoredProduction } from './store.ts'

export const archivePath = '/public/archive'

export interface Found {
  words: string
  productions: readonly StoredProduction[]
  records: readonly ArchivedRecord[]
  next: After | null
  posts: readonly ArchivedPost[]
}

/** The archive: a search, what was released, the records in it, the official posts. */
export function archiveBody(reading: Reading, found: Found): ReactNode {
  const { language } = reading
  const said = archiveWords[language]
  const { words, productions, records, posts, next } = found
  const isNothing = records.length === 0 && posts.length === 0
  const more =
    next === null
      ? ''
      : `?${new URLSearchParams({ ...(words === '' ? {} : { q: words }), after: writeAfter(next) }).toString()}`
  return html`
    <p class="lead">${said.lead}</p>
    <form method="get" action=${archivePath} role="search">
      ${language !== 'en' && html`<input type="hidden" name="lang" value=${language} />`}
      <p>
        <label for="q">${said.search}</label>
        <input type="search" id="q" name="q" value=${words} maxlength="300" />
        <button type="submit">${said.go}</button>
      </p>
      <p class="quiet">${said.hint}</p>
    </form>
    ${isNothing && html`<p role="status">${words === '' ? said.nothingYet : said.none}</p>`}
    ${
      productions.length > 0 &&
      html`<section aria-labelledby="releases">
        <h2 id="releases">${said.releases}</h2>
        <ul>
          ${productions.map(
            (one) =>
              html`<li>
                <a href=${inLanguage(`${archivePath}/${one.productionId}`, language)}
                  >${titleOf(one, reading)}</a
                >, ${time(reading, one.at)}
              </li>`,
          )}
        </ul>
      </section>`
    }
    ${
      records.length > 0 &&
      html`<section aria-labelledby="records">
        <h2 id="records">${said.records}</h2>
        ${records.map((record) => recordCard(reading, record))}
        ${next !== null && html`<p><a href=${inLanguage(archivePath + more, language)} rel="next">${said.older}</a></p>`}
      </section>`
    }
    ${
      posts.length > 0 &&
      html`<section aria-labelledby="posts">
        <h2 id="posts">${said.posts}</h2>
        ${posts.map((post) => postCard(reading, post))}
      </section>`
    }
  `
}

function recordCard(reading: Reading, record: ArchivedRecord): ReactNode {
  const { language } = reading
  const said = archiveWords[language]
  const { number, kind, at, author, words, productionId, requestRef } = record
  return html`<article class="card">
    <h3>${number}</h3>
    <p class="quiet">
      ${kindIn(language, kind)}${author !== null && `, ${author}`}, ${time(reading, at)}, ${said.from}
      <a href=${inLanguage(`${archivePath}/${productionId}`, language)}>${requestRef}</a>
    </p>
    ${paragraphs(words)}
  </article>`
}

function postCard(reading: Reading, { postId, at, text, versions }: ArchivedPost): ReactNode {
  const { language } = reading
  return html`<article class="card">
    <p class="quiet">
      ${time(reading, at)},
      <a href=${inLanguage(`${archivePath}/posts/${postId}`, language)}
        >${archiveWords[language].versions(versions)}</a
      >
    </p>
    ${paragraphs(text)}
  </article>`
}

export function titleOf({ requestRef, instalment }: StoredProduction, { language }: Reading): string {
  return `${requestRef}, ${archiveWords[language].part} ${instalment}`
}

/** One production: what it holds, and where its package is loaded. */
export function productionBody(reading: Reading, one: StoredProduction): ReactNode {
  const said = archiveWords[reading.language]
  const { summary, productionId, sha256, at } = one
  return html`
    <p>${said.released} ${time(reading, at)}.</p>
    ${summary && html`<p>${said.counts(summary.records, summary.redacted, summary.withheld)}</p>`}
    <p><a href=${`${archivePath}/${productionId}/package.zip`} download>${said.load}</a></p>
    <p>${said.loadSays}</p>
    <p><code>${sha256}</code></p>
  `
}

/** A post with all its versions, the newest first. */
export function versionsBody(
  reading: Reading,
  postId: string,
  versions: readonly { at: string; text: string }[],
): ReactNode {
  const said = archiveWords[reading.language]
  return html`
    ${versions
      .map((one, place) => ({ ...one, number: place + 1 }))
      .toReversed()
      .map(
        ({ at, text, number }) =>
          html`<article class="card">
            <h2>${said.version} ${number}</h2>
            <p class="quiet">${time(reading, at)}</p>
            ${paragraphs(text)}
          </article>`,
      )}
    <p><a href=${inLanguage(`/public/posts/${postId}`, reading.language)}>${said.posts}</a></p>
  `
}
