import type { ReactNode } from 'react'
import { dayIn } from '../../platform/day.ts'
import { faultNote, formKey, html, inLanguage, written, type Language } from '../../platform/public-page.ts'
import type { Clock } from './clock.ts'
import { dollars } from './fee.ts'
import type { Law } from './law.ts'
import { stepOf, type LetterKind } from './moves.ts'
import type { Settings } from './settings-schema.ts'
import { requestWords } from './public-words.ts'
import type { Fee, StoredRequest } from './tables.ts'

export const formPath = '/public/records/request'
export const findPath = '/public/records/requests'

/** What somebody wrote into the form, and what is wrong with it. */
export interface Wrote {
  wants: string
  name: string
  email: string
  address: string
  phone: string
  fault?: Fault | undefined
}

/** What is wrong, and the field it is about. */
export interface Fault {
  at: 'wants' | 'name' | 'email' | 'address'
  says: string
}

export const nothingWritten: Wrote = { wants: '', name: '', email: '', address: '', phone: '' }

/** The form that anybody may send. */
export function formBody(law: Law, settings: Settings, language: Language, wrote: Wrote): ReactNode {
  const said = requestWords[language].form
  const { title, address, email, phone } = settings.custodian
  const contact = [address, email, phone].filter((one) => one !== '')
  const { fault } = wrote
  const isWrong = (name: string): 'true' | undefined => (fault?.at === name ? 'true' : undefined)
  const line = (name: 'name' | 'email' | 'phone', isNeeded: boolean, complete: string): ReactNode =>
    html`<p>
      <label for=${name}>${said[name]}${!isNeeded && ` (${said.free})`}</label><br />
      <input
        id=${name}
        name=${name}
        type=${name === 'email' ? 'email' : 'text'}
        maxlength="200"
        autocomplete=${complete}
        value=${wrote[name]}
        aria-invalid=${isWrong(name)}
      />
    </p>`
  return html`
    <p class="lead">${said.lead}</p>
    ${fault !== undefined && faultNote(html`<a href=${`#${fault.at}`}><strong>${fault.says}</strong></a>`)}
    <form method="post" action=${inLanguage(formPath, language)}>
      ${formKey()}
      <p>
        <label for="wants">${said.wants}</label><br />
        <span id="wants-hint">${said.wantsHint}</span><br />
        <textarea
          id="wants"
          name="wants"
          rows="8"
          maxlength="4000"
          aria-describedby="wants-hint"
          value=${wrote.wants}
          aria-invalid=${isWrong('wants')}
        ></textarea>
      </p>
      ${line('name', law.fields.name === 'needed', 'name')}
      ${line('email', law.fields.address === 'needed', 'email')}
      <p>
        <label for="address">${said.address} (${said.free})</label><br />
        <textarea
          id="address"
          name="address"
          rows="3"
          maxlength="500"
          autocomplete="street-address"
          value=${wrote.address}
          aria-invalid=${isWrong('address')}
        ></textarea>
      </p>
      ${line('phone', false, 'tel')}
      <p><button type="submit">${said.send}</button></p>
    </form>
    <section aria-labelledby="law">
      <h2 id="law">${said.law}</h2>
      <p>
        <span lang="en">${law.name}</span>. ${said.days(law.answer.days, law.answer.count === 'business')}
      </p>
      ${contact.length > 0 && html`<p>${said.other} ${[title, ...contact].join(' · ')}</p>`}
    </section>
    <p><a href=${inLanguage(findPath, language)}>${said.have}</a></p>
  `
}

/** What is shown once: the number and the code. */
export function madeBody(
  made: { number: string; code: string; link: string },
  language: Language,
): ReactNode {
  const said = requestWords[language].made
  return html`
    <dl>
      <dt>${said.number}</dt>
      <dd>${made.number}</dd>
      <dt>${said.code}</dt>
      <dd><strong>${made.code}</strong></dd>
    </dl>
    <p class="lead">${said.keep}</p>
    <p><a href=${inLanguage(made.link, language)}>${said.link}</a></p>
  `
}

/** Where a code is typed. */
export function findBody(language: Language, unknown: boolean): ReactNode {
  const said = requestWords[language].find
  return html`
    <p class="lead">${said.lead}</p>
    ${unknown && faultNote(html`<a href="#code"><strong>${said.unknown}</strong></a>`)}
    <form method="get" action=${findPath}>
      ${language === 'es' && html`<input type="hidden" name="lang" value="es" />`}
      <p>
        <label for="code">${said.code}</label><br />
        <input id="code" name="code" type="text" maxlength="40" autocomplete="off" spellcheck="false" />
      </p>
      <p><button type="submit">${said.look}</button></p>
    </form>
  `
}

/** A request as whoever made it sees it. */
export interface Following {
  request: StoredRequest
  law: Law
  clock: Clock
  zone: string
  at: string
  letters: readonly { letterId: string; kind: LetterKind; language: Language; at: string }[]
  releases: readonly {
    instalment: number
    at: string
    isLast: boolean
    records: number
    redacted: number
    withheld: number
    /** Where the whole part is loaded from, where it is packed. */
    href: string | undefined
  }[]
  here: string
  fault?: string | undefined
}

/** The requester's page: status, clock, letters, what was released, and what they may do. */
export function followBody(following: Following, language: Language): ReactNode {
  const { request, zone, here, letters, releases, fault } = following
  const words = requestWords[language]
  const said = words.page
  return html`
    ${fault !== undefined && faultNote(html`<strong>${fault}</strong>`)}
    <p class="lead"><strong>${said.state}:</strong> ${words.states[request.state]}</p>
    ${clockSection(following, language)}
    <section aria-labelledby="asked">
      <h2 id="asked">${said.asked}</h2>
      <blockquote>${request.wants}</blockquote>
      <p>${said.arrived} ${written(dayIn(zone, request.receivedAt), language)}.</p>
    </section>
    ${releases.length > 0 && releasesSection(following, language)}
    <section aria-labelledby="letters">
      <h2 id="letters">${said.letters}</h2>
      ${
        letters.length === 0
          ? html`<p>${said.noLetters}</p>`
          : html`<ul>
              ${letters.map(
                ({ letterId, kind, language: itsOwn, at }) =>
                  html`<li>
                    <a href=${`${here}/letters/${letterId}`} hreflang=${itsOwn}
                      >${said.letter(words.letterKinds[kind], itsOwn)}</a
                    >, ${written(dayIn(zone, at), language)}
                  </li>`,
              )}
            </ul>`
      }
    </section>
    ${request.fee !== null && feeSection(request.fee, language)} ${appealSection(following, language)}
    ${forms(following, language)}
  `
}

function clockSection({ request, law, clock }: Following, language: Language): ReactNode {
  const said = requestWords[language].page
  const { answerBy, answeredOn, deemedDeniedOn, appealBy, stands } = clock
  const lines: string[] = []
  if (request.isPersonnel) lines.push(said.personnel)
  if (deemedDeniedOn !== null) lines.push(said.deemed(written(deemedDeniedOn, language)))
  else if (answeredOn === null) {
    lines.push(said.answerBy(written(answerBy, language)))
    if (law.silence.isDenial) lines.push(said.silence)
  }
  if (stands) lines.push(said.stands)
  if (appealBy !== null) lines.push(said.appealBy(law.appeal.to.name, written(appealBy, language)))
  if (lines.length === 0) return null
  const { to } = law.appeal
  return html`<section aria-labelledby="clock">
    <h2 id="clock">${said.clock}</h2>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${
      appealBy !== null &&
      html`<p>
        ${said.appealTo} <span lang="en">${to.name}</span>, ${to.address},
        <a href=${to.url}>${to.url}</a>${to.email !== null && `, ${to.email}`}
      </p>`
    }
  </section>`
}

function releasesSection({ releases, here, zone }: Following, language: Language): ReactNode {
  const said = requestWords[language].page
  return html`<section aria-labelledby="releases">
    <h2 id="releases">${said.releases}</h2>
    <ul>
      ${releases.map(
        ({ instalment, at, isLast, records, redacted, withheld, href }) =>
          html`<li>
            <strong>${said.part(instalment)}</strong>, ${written(dayIn(zone, at), language)}:
            ${said.records(records)} (${said.cut(redacted, withheld)}).
            <a href=${inLanguage(`${here}/parts/${instalment}`, language)}>${said.look}</a>
            ${href === undefined ? ` ${said.packing}` : html` · <a href=${href}>${said.load}</a>`}
            ${!isLast && ` ${said.more}`}
          </li>`,
      )}
    </ul>
  </section>`
}

function feeSection(fee: Fee, language: Language): ReactNode {
  const said = requestWords[language].page
  const money = dollars(fee.cents, language)
  return html`<section aria-labelledby="fee">
    <h2 id="fee">${said.fee}</h2>
    <p>
      ${fee.mustPrepay ? said.feeDue(money) : said.feeLater(money)} ${fee.paidAt !== null && said.feePaid}
      ${fee.waivedFor !== null && said.feeWaived}
    </p>
  </section>`
}

function appealSection({ request, zone }: Following, language: Language): ReactNode {
  const said = requestWords[language].page
  const { appeal } = request
  if (appeal === null) return null
  return html`<section aria-labelledby="appealed">
    <h2 id="appealed">${said.appealed}</h2>
    <p>
      ${written(dayIn(zone, appeal.at), language)}${appeal.docket !== null && `, ${appeal.docket}`}.
      ${appeal.outcome !== null && `${said.outcome[appeal.outcome]}: ${appeal.ordered ?? ''}`}
    </p>
  </section>`
}

/** What whoever asked may do now, from the table of moves. */
function forms({ request, clock, here }: Following, language: Language): ReactNode {
  const said = requestWords[language].page
  const may = (move: 'answer' | 'withdraw' | 'appeal'): boolean => stepOf(request.state, move) !== undefined
  const form = (
    move: 'answer' | 'withdraw' | 'appeal',
    lead: string | undefined,
    fields: ReactNode,
  ): ReactNode =>
    html`<section aria-labelledby=${move}>
      <h2 id=${move}>${said[move]}</h2>
      ${lead !== undefined && html`<p>${lead}</p>`}
      <form method="post" action=${inLanguage(here, language)}>
        ${formKey()}
        <input type="hidden" name="move" value=${move} />
        <input type="hidden" name="version" value=${String(request.version)} />
        ${fields}
        <p><button type="submit">${said.send}</button></p>
      </form>
    </section>`
  const words = (id: string): ReactNode =>
    html`<p>
      <label for=${`${id}-words`}>${said.words}</label><br />
      <textarea id=${`${id}-words`} name="words" rows="5" maxlength="4000"></textarea>
    </p>`
  const docket = html`<p>
    <label for="docket">${said.docket}</label><br />
    <input id="docket" name="docket" type="text" maxlength="200" />
  </p>`
  return [
    may('answer') && form('answer', undefined, words('answer')),
    may('appeal') && clock.appealBy !== null && form('appeal', said.appealLead, [words('appeal'), docket]),
    may('withdraw') && form('withdraw', said.withdrawLead, null),
  ]
}
