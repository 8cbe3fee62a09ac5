import type { FastifyReply } from 'fastify'
import htm from 'htm'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Temporal } from 'temporal-polyfill'
import { newId } from './id.ts'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/**
 * HTML whose values are escaped, for pages without JavaScript: html`<p class="lead" lang=${language}>${words}</p>`. A
 * value is words, another piece of HTML, or a list of such; `false`, `null` and `undefined` are nothing. Several
 * elements may stand beside each other. The end of a line beside words is a space, as in any HTML.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): ReactNode {
  const spaced = inOneLine.get(strings) ?? Object.assign(strings.map(joined), { raw: strings.raw })
  inOneLine.set(strings, spaced)
  return elements(spaced, ...values)
}
/**
 * The same templates with a space for each end of a line beside words or a value: htm would drop it. Between two tags it
 * means nothing.
 */
const inOneLine = new WeakMap<TemplateStringsArray, TemplateStringsArray>()
const joined = (some: string): string =>
  some.replaceAll(/(>?)\s*\n\s*(<?)/g, (_, before: string, after: string) =>
    before === '' || after === '' ? `${before} ${after}` : before + after,
  )

const elements: (strings: TemplateStringsArray, ...values: readonly unknown[]) => ReactNode =
  htm.bind<ReactNode>((type, properties, ...children) =>
    // Lists are laid out flat, so that nothing in them needs a key.
    createElement(type, reactsOwn(type, properties), ...children.flat(Infinity)),
  )

/** React's own names for attributes of HTML. */
const reactNames: ReadonlyMap<string, string> = new Map([
  ...['charSet', 'hrefLang', 'dateTime', 'srcSet', 'encType', 'autoComplete', 'inputMode', 'spellCheck']
    .concat([
      'maxLength',
      'minLength',
      'tabIndex',
      'colSpan',
      'rowSpan',
      'readOnly',
      'fetchPriority',
      'autoFocus',
    ])
    .map((name): [string, string] => [name.toLowerCase(), name]),
  ['class', 'className'],
  ['for', 'htmlFor'],
  ['accept-charset', 'acceptCharset'],
  ['stroke-width', 'strokeWidth'],
  ['stroke-dasharray', 'strokeDasharray'],
  ['text-anchor', 'textAnchor'],
  ['font-size', 'fontSize'],
  ['fill-opacity', 'fillOpacity'],
])
/** What a field holds at first is to React a value that nothing may change, unless it is called so. */
const fieldNames: ReadonlyMap<string, string> = new Map([
  ['value', 'defaultValue'],
  ['checked', 'defaultChecked'],
])

function reactsOwn(type: string, properties: Record<string, unknown> | null): Record<string, unknown> | null {
  if (properties === null) return null
  const isField = /^(?:input|textarea|select)$/.test(type)
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      (isField ? fieldNames.get(name) : undefined) ?? reactNames.get(name) ?? name,
      value,
    ]),
  )
}

/** The language of a page, by `?lang=`; English unless told. */
export function languageOf(asked: string | undefined): Language {
  return languages.find((one) => one === asked) ?? 'en'
}

/** An address of our own in a language: `/public/posts?lang=es`. */
export function inLanguage(path: string, language: Language): string {
  if (language === 'en') return path
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
}

/** A day (`2026-11-21`) as people write it: `21 de noviembre de 2026`. */
export function written(day: string, language: Language): string {
  const locale = language === 'es' ? 'es-US' : 'en-US'
  return Temporal.PlainDate.from(day).toLocaleString(locale, { dateStyle: 'long' })
}

export interface PublicPage {
  agency: { name: string }
  language: Language
  /** The page's own name; the agency's stands after it. */
  title: string
  /** The language of the title, where somebody's words are the title. */
  spoken?: Language
  /** One sentence for those who are shown a link to it. */
  description?: string
  /** The address of this page without its language, `/public/posts`; what the link to the other language leads to. */
  path: string
  /**
   * Of a page that answers a form: what was sent. The other language sends it once more, under the same key, so that
   * what is shown once is shown in both, and nothing of it stands in an address.
   */
  sent?: Readonly<Record<string, string>>
  /** The feeds of what the page shows. */
  feeds?: readonly { mediaType: string; href: string; title: string }[]
}

/** A whole page of the public site, ready to be sent: it needs no script, and prints. */
export function publicPage(page: PublicPage, body: ReactNode): string {
  const { agency, language, title, spoken, description, path, sent, feeds = [] } = page
  const words = says[language]
  const other = language === 'en' ? 'es' : 'en'
  const isHere = (href: string): 'page' | undefined => (href === path ? 'page' : undefined)
  return `<!doctype html>${renderToStaticMarkup(html`
    <html lang=${language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${`${title} · ${agency.name}`}</title>
        ${description !== undefined && html`<meta name="description" content=${description} />`}
        <link rel="stylesheet" href="/public/site.css" />
        ${feeds.map(
          (feed) =>
            html`<link rel="alternate" type=${feed.mediaType} href=${feed.href} title=${feed.title} />`,
        )}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <p class="name"><a href=${inLanguage('/public', language)}>${agency.name}</a></p>
          <nav aria-label=${words.menu}>
            <ul>
              ${menu.map(
                ([href, word]) =>
                  html`<li>
                    <a href=${inLanguage(href, language)} aria-current=${isHere(href)}>${words[word]}</a>
                  </li>`,
              )}
            </ul>
          </nav>
          ${
            sent === undefined
              ? html`<p class="language">
                  <a href=${inLanguage(path, other)} lang=${other} hreflang=${other}>${says[other].name}</a>
                </p>`
              : html`<form class="language" method="post" action=${inLanguage(path, other)}>
                  ${Object.entries(sent).map(
                    ([name, value]) => html`<input type="hidden" name=${name} value=${value} />`,
                  )}
                  <button type="submit" lang=${other}>${says[other].name}</button>
                </form>`
          }
        </header>
        <main id="main">
          <h1 lang=${spoken === language ? undefined : spoken}>${title}</h1>
          ${body}
        </main>
        <footer>
          <p>${words.emergency}</p>
          <p>
            <a href=${inLanguage('/public/moderation', language)}>${words.moderation}</a> ·${' '}
            <a href=${inLanguage('/public/records/request', language)}>${words.records}</a> ·${' '}
            <a href=${inLanguage('/public/dispositions', language)}>${words.disposed}</a>
          </p>
        </footer>
      </body>
    </html>
  `)}\n`
}

/** Sends a page of the public site. It may not run a script, whatever stands in it. */
export function sendPage(reply: FastifyReply, page: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy)
    .send(page)
}

const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join(';')

/**
 * The hidden field of a form without JavaScript that makes it count once, however often it is sent. Its route has
 * `config: { form: true }`; `madeBy` finds the key there.
 */
export function formKey(): ReactNode {
  return html`<input type="hidden" name="key" value=${newId()} />`
}

/** What is wrong with a form that was sent: the keyboard stands there when the page opens. */
export function faultNote(...sentences: readonly ReactNode[]): ReactNode {
  return html`<div class="fault" role="alert" tabindex="-1" autofocus>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`
}

const menu = [
  ['/public', 'front'],
  ['/public/notices', 'notices'],
  ['/public/posts', 'posts'],
  ['/public/crime', 'crime'],
  ['/public/pages', 'pages'],
] as const

const says = {
  en: {
    name: 'English',
    skip: 'Skip to the page',
    menu: 'Pages',
    front: 'Home',
    notices: 'Notices',
    posts: 'Posts',
    crime: 'Crime figures',
    pages: 'Our pages',
    moderation: 'How comments are handled',
    records: 'Ask for records',
    disposed: 'Records disposed of',
    emergency: 'In an emergency call 911. This site is not watched around the clock.',
  },
  es: {
    name: 'Español',
    skip: 'Ir al contenido',
    menu: 'Páginas',
    front: 'Inicio',
    notices: 'Avisos',
    posts: 'Publicaciones',
    crime: 'Cifras de delitos',
    pages: 'Nuestras páginas',
    moderation: 'Cómo se tratan los comentarios',
    records: 'Pedir documentos',
    disposed: 'Documentos eliminados',
    emergency: 'En una emergencia llame al 911. Este sitio no se atiende las 24 horas.',
  },
} as const
