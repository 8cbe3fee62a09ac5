import type { ReactNode } from 'react'
import { isBefore } from '../../platform/day.ts'
import { html, inLanguage, type Language } from '../../platform/public-page.ts'
import { noticeLanguages } from '../notices/content.ts'
import { templates } from '../notices/templates.ts'
import { feedList, paragraphs, time, type Reading } from './parts.ts'
import { postCard } from './post-pages.ts'
import type { SiteNotice } from './site-notices.ts'
import type { SitePost } from './site-posts.ts'
import { siteWords } from './words.ts'

/** The front page: what is in force or coming, and below it the newest posts. */
export function frontBody(
  reading: Reading,
  notices: readonly SiteNotice[],
  posts: readonly SitePost[],
): ReactNode {
  const { language } = reading
  const words = siteWords[language]
  return html`
    ${noticeSections(
      reading,
      notices,
      html`<p><a href=${inLanguage('/public/notices', language)}>${words.allNotices}</a></p>`,
    )}
    <section aria-labelledby="latest">
      <h2 id="latest">${words.latest}</h2>
      ${posts.length === 0 && html`<p>${words.noPosts}</p>`}
      ${posts.map((post) => postCard(reading, post, 'h3'))}
      <p><a href=${inLanguage('/public/posts', language)}>${words.allPosts}</a></p>
    </section>
    ${feedList(reading)}
  `
}

/** The list of notices: what is in force, what is coming, and what is over. */
export function noticesBody(
  reading: Reading,
  standing: readonly SiteNotice[],
  over: readonly SiteNotice[],
): ReactNode {
  const words = siteWords[reading.language]
  return html`
    ${noticeSections(reading, standing)}
    <section aria-labelledby="over">
      <h2 id="over">${words.over}</h2>
      ${over.length === 0 && html`<p>${words.noneOver}</p>`}
      <ul>
        ${over.map((notice) => overLine(reading, notice))}
      </ul>
    </section>
    ${feedList(reading)}
  `
}

/** What is in force, and where there is any what is coming; `after` stands below them. */
function noticeSections(reading: Reading, notices: readonly SiteNotice[], after?: ReactNode): ReactNode {
  const words = siteWords[reading.language]
  const inForce = notices.filter(({ isComing }) => !isComing)
  // What begins first is read first.
  const coming = notices
    .filter(({ isComing }) => isComing)
    .toSorted((a, b) => (isBefore(a.content.effective, b.content.effective) ? -1 : 1))
  return html`
    <section aria-labelledby="in-force">
      <h2 id="in-force">${words.inForce}</h2>
      ${inForce.length === 0 && html`<p>${words.noneInForce}</p>`}
      ${inForce.map((notice) => noticeCard(reading, notice))} ${coming.length === 0 && after}
    </section>
    ${
      coming.length > 0 &&
      html`<section aria-labelledby="coming">
        <h2 id="coming">${words.coming}</h2>
        ${coming.map((notice) => noticeCard(reading, notice))} ${after}
      </section>`
    }
  `
}

/** One notice: what to do, where and until when, its picture and its map. */
export function noticeBody(
  reading: Reading,
  notice: SiteNotice,
  map: { words: string; source: string; isDrawn: boolean },
): ReactNode {
  const { language } = reading
  const words = siteWords[language]
  const { content, noticeId } = notice
  const { said, spoken } = saidIn(notice, language)
  const { picture, severity, urgency, certainty, contact } = content
  const stands = notice.isInForce || notice.isComing
  const rows: (readonly [string, ReactNode])[] = [
    [notice.isComing ? words.from : words.since, time(reading, content.effective)],
    [words.until, time(reading, content.expires)],
    [words.area, content.area.words[language] || content.area.words.en || content.area.words.es],
    // What is over asks nothing of anybody any more.
    [words.severityIs, stands ? words.severity[severity] : ''],
    [words.urgencyIs, stands ? words.urgency[urgency] : ''],
    [words.certaintyIs, stands ? words.certainty[certainty] : ''],
    [words.contact, contact],
    [words.changedOn, notice.updated === notice.at ? '' : time(reading, notice.updated)],
  ]
  return html`
    <article class=${notice.isInForce ? 'notice notice--in-force' : 'notice'}>
      <p class="state"><strong>${stateWords(notice, language)}</strong></p>
      ${spoken !== language && html`<p class="quiet">${words.inOther}</p>`}
      ${notice.endedBecause !== null && html`<p>${words.because}: ${notice.endedBecause}</p>`}
      <div lang=${spoken}>
        ${stands && said.instruction !== '' && html`<p class="instruction">${said.instruction}</p>`}
        ${paragraphs(said.description)}
      </div>
      ${
        picture &&
        html`<img
          class="picture"
          src=${`/public/media/${picture.sha256}?w=640`}
          alt=${picture.alt[language] || picture.alt.en || picture.alt.es}
          width="640"
          loading="lazy"
        />`
      }
      ${
        map.isDrawn &&
        html`<figure>
          <img
            src=${inLanguage(`/public/notices/${noticeId}/map.svg`, language)}
            alt=${map.words}
            width="640"
            height="420"
            fetchpriority="low"
          />
          <figcaption>
            ${map.words} ${map.source !== '' && html`<small>${words.mapSource}: ${map.source}</small>`}
          </figcaption>
        </figure>`
      }
      <h2>${words.particulars}</h2>
      <dl>
        ${rows
          .filter(([, value]) => value !== '')
          .map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
      </dl>
      <p><a href=${`/public/notices/${noticeId}/cap.xml`}>${words.asCap}</a></p>
    </article>
  `
}

/** A notice whose words are gone: that it was there, when it ended, and how. */
export function goneNoticeBody(reading: Reading, { endedAt, endedAs }: SiteNotice): ReactNode {
  const words = siteWords[reading.language]
  return html`
    <p>${endedAs === 'found' ? words.foundSays : words.goneSays}</p>
    ${endedAt !== null && html`<p class="quiet">${words.removedOn} ${time(reading, endedAt)}</p>`}
  `
}

/** The words of a notice in this language, or in the one that it has. */
export function saidIn(
  { content }: Pick<SiteNotice, 'content'>,
  language: Language,
): { said: { headline: string; description: string; instruction: string }; spoken: Language } {
  const spoken = [language, ...noticeLanguages].find((one) => content.texts[one] !== undefined) ?? language
  const said = content.texts[spoken] ?? { headline: '', description: '', instruction: '' }
  return { said, spoken }
}

function noticeCard(reading: Reading, notice: SiteNotice): ReactNode {
  const { language } = reading
  const words = siteWords[language]
  const { said, spoken } = saidIn(notice, language)
  const { kind, effective, expires, severity } = notice.content
  return html`<article class=${`card card--${severity.toLowerCase()}`}>
    <p class="kind">${templates[kind].title[language]}</p>
    <h3 lang=${spoken}>
      <a href=${inLanguage(`/public/notices/${notice.noticeId}`, language)}>${said.headline}</a>
    </h3>
    ${said.instruction !== '' && html`<p lang=${spoken}>${said.instruction}</p>`}
    <p class="quiet">
      ${notice.isComing && html`${words.from} ${time(reading, effective)} · `}${words.until}
      ${' '}${time(reading, expires)}
    </p>
  </article>`
}

function overLine(reading: Reading, notice: SiteNotice): ReactNode {
  const { said, spoken } = saidIn(notice, reading.language)
  return html`<li>
    <a href=${inLanguage(`/public/notices/${notice.noticeId}`, reading.language)} lang=${spoken}
      >${said.headline}</a
    >, ${stateWords(notice, reading.language)}
  </li>`
}

function stateWords(notice: SiteNotice, language: Language): string {
  const { state } = siteWords[language]
  if (notice.isComing) return state.coming
  return notice.isInForce ? state['in-force'] : state[notice.endedAs ?? 'over']
}
