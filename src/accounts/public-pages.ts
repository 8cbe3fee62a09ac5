import type { ReactNode } from 'react'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import { faultNote, formKey, html, inLanguage, written, type Language } from '../platform/public-page.ts'
import { places } from './address.ts'
import { publicWords } from './public-words.ts'
import type { PublicRegister } from './schema.ts'
import { noticesShown } from './shown.ts'
import type { Page } from './pages.ts'

/** The pages that the public is told of: those that are, or were, the department's; a mere proposal is nobody's. */
export function publicPages(pages: readonly Page[]): Page[] {
  return pages.filter(({ licences }) => licences.some(({ state }) => state !== 'not-yet'))
}

/** The register for programs. Closed pages stay in it, so that whoever kept one learns that it is closed. */
export function registerOf(
  agency: Agency,
  pages: readonly Page[],
  origin: string,
  at: string,
): PublicRegister {
  return {
    agency: agency.name,
    register: `${origin}/public/pages`,
    asOf: at,
    pages: publicPages(pages).map((page) => ({
      id: page.accountId,
      network: page.network,
      handle: page.handle,
      address: page.address,
      state: stateShown(page),
      purpose: page.said.purpose,
      audience: page.said.audience,
      languages: [...page.said.languages],
      takesComments: page.said.takesComments,
      contact: page.said.contact,
      licence: {
        from: page.licence?.from ?? '',
        to: page.licence?.to ?? null,
        approvedBy: page.licence?.decidedAs ?? '',
      },
      closedOn: page.closedAt === null ? null : dayIn(agency.zone, page.closedAt),
    })),
  }
}

function stateShown({ state }: Page): PublicRegister['pages'][number]['state'] {
  if (state === 'closed') return 'closed'
  return state === 'live' ? 'genuine' : 'ended'
}

/** The register for people, with the form that reports a false page; it needs no script. */
export function registerBody(agency: Agency, pages: readonly Page[], language: Language): ReactNode {
  const words = publicWords[language]
  const shown = publicPages(pages)
  const [inUse, over] = [
    shown.filter(({ state }) => state === 'live'),
    shown.filter(({ state }) => state !== 'live'),
  ]
  return html`
    <p class="lead">${words.lead}</p>
    ${shown.length === 0 && html`<p>${words.none}</p>`}
    ${
      inUse.length > 0 &&
      html`<section aria-labelledby="in-use">
        <h2 id="in-use">${words.open}</h2>
        ${inUse.map((page) => article(agency, page, language))}
      </section>`
    }
    ${
      over.length > 0 &&
      html`<section aria-labelledby="over">
        <h2 id="over">${words.over}</h2>
        <p>${words.overLead}</p>
        ${over.map((page) => article(agency, page, language))}
      </section>`
    }
    <p><a href="/public/pages.json">${words.machine} (JSON)</a></p>
    ${reportForm(language)}
  `
}

function article(agency: Agency, page: Page, language: Language): ReactNode {
  const words = publicWords[language]
  const { accountId, network, handle, address, said, licence, closedAt, state } = page
  const rows: [string, ReactNode][] = [
    [words.network, network === 'site' ? words.site : places[network].title],
    [words.address, state === 'live' ? html`<a href=${address} rel="me">${address}</a>` : address],
    [words.purpose, said.purpose],
    [words.audience, said.audience],
    [words.languages, said.languages.map((one) => words[one]).join(', ')],
    [words.comments, said.takesComments ? words.taken : words.notTaken],
    [words.contact, said.contact],
  ]
  if (licence)
    rows.push([
      words.licence,
      `${words.by} ${licence.decidedAs}, ${written(licence.from, language)}${licence.to === null ? '' : ` ${words.until} ${written(licence.to, language)}`}`,
    ])
  if (closedAt !== null) rows.push([words.closed, written(dayIn(agency.zone, closedAt), language)])
  else if (state === 'ended')
    rows.push([words.ended, licence?.to == null ? '' : written(licence.to, language)])
  const notices = noticesShown(page, language)
  return html`<article id=${`page-${accountId}`}>
    <h3>${handle}</h3>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${
      notices !== null &&
      html`<details open=${network === 'site'}>
        <summary>${words.notices}</summary>
        ${notices}
      </details>`
    }
  </article>`
}

export interface ReportGiven {
  address?: string | undefined
  says?: string | undefined
  reach?: string | undefined
}

/** The form for a false page; what was written stays in it when it is shown again with its fault. */
export function reportForm(language: Language, given: ReportGiven = {}, fault?: string): ReactNode {
  const words = publicWords[language]
  return html`<section aria-labelledby="report">
    <h2 id="report">${words.report}</h2>
    <p>${words.reportLead}</p>
    ${fault !== undefined && faultNote(html`<strong>${words.wrong}</strong>`, fault)}
    <form method="post" action=${inLanguage('/public/pages/report', language)}>
      ${formKey()}
      <p>
        <label for="address">${words.where}</label>
        <span class="hint" id="address-hint">${words.whereHint}</span>
        <input
          id="address"
          name="address"
          type="text"
          inputmode="url"
          required
          maxlength="500"
          aria-describedby="address-hint"
          value=${given.address ?? ''}
        />
      </p>
      <p>
        <label for="says">${words.what}</label>
        <textarea
          id="says"
          name="says"
          rows="5"
          required
          maxlength="2000"
          value=${given.says ?? ''}
        ></textarea>
      </p>
      <p>
        <label for="reach">${words.reach}</label>
        <input id="reach" name="reach" type="text" maxlength="200" value=${given.reach ?? ''} />
      </p>
      <p><button type="submit">${words.send}</button></p>
    </form>
  </section>`
}
