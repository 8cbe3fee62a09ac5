import { sql } from 'kysely'
import type { ReactNode } from 'react'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Agency } from '../../members/caller.ts'
import { dayIn } from '../../platform/day.ts'
import type { Db } from '../../platform/db.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import {
  html,
  inLanguage,
  languageOf,
  publicPage,
  sendPage,
  type Language,
  written,
} from '../../platform/public-page.ts'
import { publicWords } from './public-words.ts'
import { publicDispositionsSchema } from './schema.ts'
import { permanent } from './series.ts'

const tags = ['public']
const refusals = { '4xx': refusalSchema } as const
const path = '/public/dispositions'
const pageSize = 50
const querySchema = z.object({ lang: z.string().max(10).optional(), after: z.uuid().optional() })

type Public = z.infer<typeof publicDispositionsSchema>

/** What was disposed of, for everybody: a page without a script, and the same for programs. */
export function publicDispositionRoutes(app: App): void {
  app.get(
    path,
    {
      config: { action: 'open' },
      schema: {
        operationId: 'publicDispositions',
        tags,
        summary: 'Records that were disposed of, and by what authority, as a page',
        querystring: querySchema,
        produces: ['text/html'],
        response: { 200: z.any(), ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      const language = languageOf(request.query.lang)
      const list = await disposed(db, agency, app.clock(), request.query.after)
      const { title, description } = publicWords[language]
      return sendPage(
        reply,
        publicPage({ agency, language, title, description, path }, listBody(list, language)),
      )
    },
  )

  app.get(
    `${path}.json`,
    {
      config: { action: 'open' },
      schema: {
        operationId: 'publicDispositionsData',
        tags,
        summary: 'The same for programs, 50 lists at a time',
        querystring: querySchema,
        response: { 200: publicDispositionsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { agency, db } = request.caller
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=300')
      return await disposed(db, agency, app.clock(), request.query.after)
    },
  )
}

/** Lists that were carried out, the newest first. Who signed is told by office, not by name. */
async function disposed(db: Db, agency: Agency, asOf: string, after: string | undefined): Promise<Public> {
  const { rows } = await sql<
    Omit<Public['items'][number], 'on' | 'signed'> & {
      dispositionId: string
      carriedOutAt: string
      signed: string[]
    }
  >`
    select d.disposition_id, d.number, d.series_id as series, d.title, d.description, d.carried_out_at, d.entry_id,
      (select string_agg(distinct s.authority, '; ') from disposition_series s
        where s.agency_id = d.agency_id and s.disposition_id = d.disposition_id) as authority,
      (select s.period from disposition_series s where s.agency_id = d.agency_id
        and s.disposition_id = d.disposition_id and s.series_id = d.series_id) as period,
      (select p.approver || ' ' || p.number from disposition_approval p
        where p.agency_id = d.agency_id and p.disposition_id = d.disposition_id) as approval,
      array(select g.signed_as from disposition_signature g
        where g.agency_id = d.agency_id and g.disposition_id = d.disposition_id order by g.signed_as) as signed,
      l.records, l.first, l.last
    from disposition d cross join lateral (
      select sum(cardinality(l.records))::int as records, min(l.first_on) as first, max(l.last_on) as last
      from disposition_line l where l.agency_id = d.agency_id and l.disposition_id = d.disposition_id
        and not exists (select from disposition_fallen f where f.agency_id = l.agency_id
          and f.disposition_id = l.disposition_id and f.thing = l.thing)) l
    where d.agency_id = ${agency.agencyId} and d.state = 'carried-out'
      and ${after === undefined ? sql`true` : sql`d.disposition_id < ${after}::uuid`}
    order by d.disposition_id desc limit ${pageSize + 1}`.execute(db)
  const shown = rows.slice(0, pageSize)
  const items = shown.map(({ dispositionId: _id, carriedOutAt, ...row }) => ({
    ...row,
    on: dayIn(agency.zone, carriedOutAt),
  }))
  const next = rows.length > pageSize ? (shown.at(-1)?.dispositionId ?? null) : null
  return { agency: agency.name, asOf, items, next }
}

function listBody({ items, next }: Public, language: Language): ReactNode {
  const words = publicWords[language]
  const roles: Readonly<Record<string, string>> = words.roles
  return html`
    <p class="lead">${words.lead}</p>
    ${
      items.length === 0
        ? html`<p>${words.none}</p>`
        : html`<div class="scrolls" role="region" aria-label=${words.list} tabindex="0">
            <table class="words">
              <thead>
                <tr>
                  ${Object.values(words.columns).map((head) => html`<th scope="col">${head}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${items.map(
                  (one) =>
                    html`<tr>
                      <th scope="row">${one.number}</th>
                      <td>${written(one.on, language)}</td>
                      <td>
                        <strong>${one.title}</strong> (${one.series})
                        ${one.description !== one.title && html`<br />${one.description}`}
                        <br />${`${one.authority}; ${words.kept} ${period(one.period, language)}`}
                      </td>
                      <td>${written(one.first, language)} ${words.until} ${written(one.last, language)}</td>
                      <td>${one.records}</td>
                      <td>
                        ${one.signed.map((as) => roles[as] ?? as).join(', ')}
                        ${one.approval !== null && html`<br />${words.approval}: ${one.approval}`}
                        <br /><small>${words.ledger} ${one.entryId}</small>
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    ${
      next !== null &&
      html`<p><a href=${inLanguage(`${path}?after=${next}`, language)}>${words.older}</a></p>`
    }
    <p><a href=${`${path}.json`}>${words.machine} (JSON)</a></p>
  `
}

function period(one: string, language: Language): string {
  const words = publicWords[language]
  if (one === permanent) return words.permanently
  const read = Temporal.Duration.from(one)
  return (['years', 'months', 'weeks', 'days'] as const)
    .filter((unit) => read[unit] > 0)
    .map((unit) => `${read[unit]} ${words.units[unit][read[unit] === 1 ? 0 : 1]}`)
    .join(` ${words.and} `)
}
