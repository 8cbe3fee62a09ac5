import type { ReactNode } from 'react'
import type { Agency } from '../members/caller.ts'
import { dayIn } from '../platform/day.ts'
import { faultNote, formKey, html, inLanguage, written, type Language } from '../platform/public-page.ts'
import { isLate, type Appealable } from './appeals.ts'
import type { PublicLog } from './log.ts'
import type { Figures, Share } from './neutrality.ts'
import { publicWords } from './public-words.ts'

/** The log of hidden comments for people; it needs no script, and holds nobody's words. */
export function logBody(log: PublicLog, language: Language): ReactNode {
  const words = publicWords[language]
  const { totals } = log
  return html`
    <p class="lead">${words.lead}</p>
    <section aria-labelledby="totals">
      <h2 id="totals">${words.totals}</h2>
      <dl>
        <dt>${words.hidden}</dt>
        <dd>
          ${totals.hidden}
          ${totals.byGround.map(({ ground, hidden }) => html` · ${words.grounds[ground]} ${hidden}`)}
        </dd>
        <dt>${words.restored}</dt>
        <dd>${totals.restored}</dd>
        <dt>${words.appealed}</dt>
        <dd>${totals.appeals}</dd>
        <dt>${words.decided}</dt>
        <dd>${totals.decided}</dd>
      </dl>
    </section>
    ${neutralitySection(log, language)} ${linesSection(log, language)} ${filtersSection(log, language)}
    <section aria-labelledby="blocks">
      <h2 id="blocks">${words.blocks}</h2>
      <p>${words.blocked(log.blocks.inForce)} ${words.blocksLead}</p>
    </section>
    <p><a href="/public/moderation.json">${words.machine} (JSON)</a></p>
  `
}

function linesSection(log: PublicLog, language: Language): ReactNode {
  const words = publicWords[language]
  const { columns } = words
  const roles: Readonly<Record<string, string>> = words.roles
  return html`<section aria-labelledby="log">
    <h2 id="log">${words.log}</h2>
    ${
      log.lines.length === 0
        ? html`<p>${words.none}</p>`
        : html`<div class="scrolls" role="region" aria-label=${words.lines} tabindex="0">
            <table class="words">
              <thead>
                <tr>
                  ${Object.values(columns).map((head) => html`<th scope="col">${head}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${log.lines.map(
                  (line) =>
                    html`<tr>
                      <td>${written(line.day, language)}</td>
                      <td>${line.page}</td>
                      <td>${words.grounds[line.ground]}</td>
                      <td>${line.citation}</td>
                      <td>${roles[line.by] ?? line.by}</td>
                      <td>${words.appeals[line.appeal]}${line.isLate && ` (${words.late})`}</td>
                      <td>
                        ${line.restoredOn === null ? words.still : `${words.restoredOn} ${written(line.restoredOn, language)}`}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    ${
      log.next !== null &&
      html`<p>
        <a href=${inLanguage(`/public/moderation?after=${log.next}`, language)}>${words.older}</a>
      </p>`
    }
  </section>`
}

function filtersSection(log: PublicLog, language: Language): ReactNode {
  const words = publicWords[language]
  return html`<section aria-labelledby="filters">
    <h2 id="filters">${words.filters}</h2>
    ${
      log.filters.length === 0
        ? html`<p>${words.noFilters}</p>`
        : html`<p>${words.filtersLead}</p>
            <ul>
              ${log.filters.map(
                (filter) =>
                  html`<li>
                    <strong>${filter.words}</strong> (${words.grounds[filter.ground]},
                    ${filter.page ?? words.everywhere}). ${words.reason}: ${filter.reason} ${words.until}:
                    ${written(filter.endsOn, language)}. ${filter.place === 'network' && words.onNetwork}
                  </li>`,
              )}
            </ul>`
    }
  </section>`
}

function neutralitySection(log: PublicLog, language: Language): ReactNode {
  const words = publicWords[language]
  return html`<section aria-labelledby="neutrality">
    <h2 id="neutrality">${words.neutrality}</h2>
    <p>${words.neutralityLead}</p>
    ${log.neutrality.length === 0 && html`<p>${words.noFigures}</p>`}
    ${log.neutrality.map(
      ({ quarter, figures }) =>
        html`<h3>${quarter}</h3>
          <p>${words.ofThese(figures.removed, figures.kept, figures.read)}</p>
          ${figuresTable(quarter, figures, language)}
          <p>
            ${words.keptInstead}: ${inPercent(figures.wouldHaveKept, language)}. ${words.removedInstead}:
            ${inPercent(figures.wouldHaveRemoved, language)}.
          </p>`,
    )}
  </section>`
}

function figuresTable(quarter: string, figures: Figures, language: Language): ReactNode {
  const words = publicWords[language]
  return html`<div class="scrolls" role="region" aria-label=${`${words.share}, ${quarter}`} tabindex="0">
    <table>
      <caption>
        ${words.share}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${figures.byLabel.map(({ label }) => html`<th scope="col">${words.labels[label]}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${words.totals}</th>
          ${figures.byLabel.map(({ removed }) => html`<td>${inPercent(removed, language)}</td>`)}
        </tr>
        ${figures.byLabel[0]?.byGround.map(
          ({ ground }, place) =>
            html`<tr>
              <th scope="row">${words.grounds[ground]}</th>
              ${figures.byLabel.map(
                ({ byGround }) => html`<td>${inPercent(byGround[place]?.removed ?? null, language)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function inPercent(share: Share | null, language: Language): string {
  if (share === null) return publicWords[language].notShown
  return `${percent(share.share)} (${percent(share.from)} – ${percent(share.to)}; n = ${share.n})`
}

/** What whoever holds a code sees: the decision, the form or the outcome. */
export function appealBody(
  agency: Agency,
  found: Appealable,
  {
    action,
    language,
    at,
    wrote,
    fault,
  }: { action: string; language: Language; at: string; wrote: string; fault: string | undefined },
): ReactNode {
  const words = publicWords[language]
  const said = words.appeal
  const isHiding = found.kind === 'hiding'
  return html`
    <p class="lead">${isHiding ? `${said.hidden} ${said.kept}` : said.blocked}</p>
    <dl>
      <dt>${said.ground}</dt>
      <dd>${words.grounds[found.ground]}</dd>
      <dt>${said.provision}</dt>
      <dd>${found.citation}</dd>
      <dt>${said.why}</dt>
      <dd>${found.reason}</dd>
      <dt>${said.when}</dt>
      <dd>${written(dayIn(agency.zone, found.since), language)}</dd>
    </dl>
    ${
      found.appeal
        ? outcome(agency, found, { language, at, wrote })
        : found.isOver
          ? html`<p role="status">${said.over}</p>`
          : html`<form method="post" action=${action}>
              ${formKey()}
              ${fault !== undefined && faultNote(html`<a href="#words"><strong>${fault}</strong></a>`)}
              <label for="words">${isHiding ? said.say : said.sayBlock}</label>
              <p class="hint" id="words-hint">${said.hint}</p>
              <textarea
                id="words"
                name="words"
                rows="8"
                maxlength="4000"
                required
                aria-describedby="words-hint"
                value=${wrote}
              ></textarea>
              <p><button type="submit">${said.send}</button></p>
            </form>`
    }
    <p><a href=${inLanguage('/public/moderation', language)}>${said.log}</a></p>
  `
}

/** A receipt is a public answer, and whoever reads it may come here: only its writer is shown the words, once. */
function outcome(
  agency: Agency,
  found: Appealable,
  { language, at, wrote }: { language: Language; at: string; wrote: string },
): ReactNode {
  const said = publicWords[language].appeal
  const { appeal } = found
  if (!appeal) return null
  const ends = {
    waiting: said.received,
    upheld: said.upheld,
    restored: `${said.restored}${found.kind === 'hiding' ? ` ${said.restoredComment}` : ''}`,
    conceded: said.conceded,
  } as const
  return html`<section aria-labelledby="outcome">
    <h2 id="outcome">${ends[appeal.state]}</h2>
    ${
      appeal.state === 'waiting' &&
      html`<p role="status">
        ${said.waits} ${written(dayIn(agency.zone, appeal.dueAt), language)}.
        ${isLate(appeal, agency.zone, at) && ` ${said.late}`} ${said.keep}
      </p>`
    }
    ${appeal.reason !== null && html`<p><strong>${said.decision}:</strong> ${appeal.reason}</p>`}
    ${
      wrote === appeal.words &&
      html`<h3>${said.yours}</h3>
        <blockquote>${appeal.words}</blockquote>`
    }
  </section>`
}

/** Whole percents, halves up (decision A29); the count stands beside. */
function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}
