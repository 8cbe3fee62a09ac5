import type { ReactNode } from 'react'
import { html, inLanguage, type Language } from '../../platform/public-page.ts'
import { feedList, paragraphs, time, type Reading } from './parts.ts'
import type { RemovedPost, SitePost } from './site-posts.ts'
import { siteWords } from './words.ts'

/** A film or a picture of a post, with what is known of its size. */
export interface SiteMedia {
  sha256: string
  kind: 'image' | 'video'
  mediaType: string
  alt: string
  width: number
  height: number
  captions: string | null
}

/** The list of posts, a page of it. */
export function postsBody(reading: Reading, posts: readonly SitePost[], next: number | null): ReactNode {
  const { language } = reading
  const words = siteWords[language]
  return html`
    ${posts.length === 0 && html`<p>${words.noPosts}</p>`}
    ${posts.map((post) => postCard(reading, post, 'h2'))}
    ${
      next !== null &&
      html`<p>
        <a href=${inLanguage(`/public/posts?before=${next}`, language)} rel="next">${words.older}</a>
      </p>`
    }
    ${feedList(reading)}
  `
}

/** One post as it stands: its words, its pictures, what corrects it and what it corrects. */
export function postBody(reading: Reading, post: SitePost, media: readonly SiteMedia[]): ReactNode {
  const { agency, language } = reading
  const words = siteWords[language]
  const { content, corrections, corrects, at } = post
  return html`
    <article>
      ${
        corrections.length > 0 &&
        html`<div class="mark">
          <p><strong>${words.corrected}</strong></p>
          <ul>
            ${corrections.map(
              ({ postId, at: when }) =>
                html`<li>
                  <a href=${inLanguage(`/public/posts/${postId}`, language)}>${words.readCorrection}</a>,
                  ${time(reading, when)}
                </li>`,
            )}
          </ul>
        </div>`
      }
      ${
        corrects !== null &&
        html`<div class="mark">
          <p>
            <strong>${words.correction}</strong>
            <a href=${inLanguage(`/public/posts/${corrects}`, language)}>${words.readOriginal}</a>
          </p>
        </div>`
      }
      ${textOf(post, language)} ${media.map((one) => mediaFigure(one, language))}
      ${content.byline.words !== null && html`<p class="byline">${content.byline.words}</p>`}
      <p class="quiet">${words.postedOn} ${time(reading, at)}, ${agency.name}</p>
    </article>
  `
}

/** That a post was removed, when and why; its words are gone. */
export function removedBody(reading: Reading, { removedAt, because, isRecalled }: RemovedPost): ReactNode {
  const words = siteWords[reading.language]
  return html`
    <p>${words.wordsGone}</p>
    <dl>
      <dt>${words.removedOn}</dt>
      <dd>${time(reading, removedAt)}</dd>
      <dt>${words.because}</dt>
      <dd>${isRecalled ? words.recalled : (because ?? words.noReason)}</dd>
    </dl>
  `
}

/** The language in which a post is read: this one, or the one that it has. */
export function spokenIn({ content: { texts } }: Pick<SitePost, 'content'>, language: Language): Language {
  return texts[language] === undefined ? (texts.en === undefined ? 'es' : 'en') : language
}

/** The name of a post: its first line. */
export function postTitle(post: SitePost, language: Language): string {
  const text = post.content.texts[spokenIn(post, language)] ?? ''
  const line = (text.split('\n')[0] ?? '').trim()
  if (line === '') return siteWords[language].post
  return line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line
}

/** A post in a list, under a heading of the level that its page has. */
export function postCard(reading: Reading, post: SitePost, level: 'h2' | 'h3'): ReactNode {
  const { language } = reading
  const words = siteWords[language]
  const { postId, at, content, corrections, corrects } = post
  const title = postTitle(post, language)
  const spoken = spokenIn(post, language)
  const rest = withoutTitle(content.texts[spoken] ?? '', title)
  return html`<article class="card">
    ${corrects !== null && html`<p class="kind">${words.correction}</p>`}
    <${level} lang=${spoken}>
      <a href=${inLanguage(`/public/posts/${postId}`, language)}>${title}</a>
    </${level}>
    ${rest !== '' && html`<p lang=${spoken}>${shortened(rest)}</p>`}
    <p class="quiet">
      ${words.postedOn} ${time(reading, at)}${corrections.length > 0 && ` · ${words.corrected}`}
    </p>
  </article>`
}

function shortened(text: string): string {
  if (text.length <= 280) return text
  const cut = text.slice(0, 279)
  const space = cut.lastIndexOf(' ')
  return `${(space > 200 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** The words of a post, without the line that is its title already. */
function textOf(post: SitePost, language: Language): ReactNode {
  const spoken = spokenIn(post, language)
  const rest = withoutTitle(post.content.texts[spoken] ?? '', postTitle(post, language))
  return html`${spoken !== language && html`<p class="quiet">${siteWords[language].inOther}</p>`}
  ${rest !== '' && html`<div lang=${spoken}>${paragraphs(rest)}</div>`}`
}

/** What the title says already is not said again; a title that is cut off is. */
function withoutTitle(text: string, title: string): string {
  const rest = text.trim()
  return rest.startsWith(title) ? rest.slice(title.length).trim() : rest
}

function mediaFigure(
  { sha256, kind, alt, width, height, captions }: SiteMedia,
  language: Language,
): ReactNode {
  const source = `/public/media/${sha256}`
  if (kind === 'image') {
    const wide = Math.min(width, 640)
    return html`<p>
      <a href=${source}
        ><img
          class="picture"
          src=${`${source}?w=640`}
          alt=${alt}
          width=${wide}
          height=${Math.round((height * wide) / width)}
          loading="lazy"
      /></a>
    </p>`
  }
  return html`<figure>
    <video controls preload="none" width="640" src=${source} aria-label=${alt}>
      ${
        captions !== null &&
        html`<track
          kind="captions"
          src=${`${source}/captions.vtt`}
          srclang=${language}
          label=${siteWords[language].captions}
          default
        />`
      }
    </video>
    <figcaption>${alt}</figcaption>
  </figure>`
}
