import { z } from 'zod'
import { command } from '../ledger/command.ts'
import { dayIn } from '../platform/day.ts'
import type { App } from '../platform/http.ts'
import { refusalSchema } from '../platform/refused.ts'
import { newId, sha256 } from '../platform/id.ts'
import { madeBy, memberOf } from './caller.ts'
import { planRoster, writeRoster } from './roster.ts'
import { checkOf, importRoster } from './roster-import.ts'
import { rosterCheckSchema, rosterSchema } from './schema.ts'
import { chartOf, everyMember } from './store.ts'

const tags = ['roster']
const refused = { '4xx': refusalSchema }

/** The roster as a file: looked at first, imported then, exported whole. */
export function rosterRoutes(app: App): void {
  app.post(
    '/api/roster/check',
    {
      config: { action: 'roster.import' },
      schema: {
        operationId: 'checkRoster',
        tags,
        summary: 'What a roster file would do; nothing is changed',
        body: rosterSchema,
        response: { 200: rosterCheckSchema, ...refused },
      },
    },
    async (request) => {
      const { agency, db } = request.caller
      const on = dayIn(agency.zone, app.clock())
      const [members, chart] = [await everyMember(db, agency.agencyId), await chartOf(db, agency.agencyId)]
      return checkOf(planRoster(request.body.csv, members, chart, on))
    },
  )
  app.post(
    '/api/roster/import',
    {
      config: { action: 'roster.import', confirm: true },
      schema: {
        operationId: 'importRoster',
        tags,
        summary: 'Take over a roster file, all of it or, with skipBad, its good lines',
        body: rosterSchema,
        response: { 200: rosterCheckSchema, ...refused },
      },
    },
    (request) => {
      const { agency, db } = request.caller
      const { csv, skipBad } = request.body
      const made = madeBy(request, 'roster.import', { file: sha256(csv), skipBad })
      const on = dayIn(agency.zone, made.at)
      return command(db, made, (tx, record) =>
        importRoster(tx, record, agency.agencyId, { csv, skipBad, on }),
      )
    },
  )
  app.get(
    '/api/roster.csv',
    {
      config: { action: 'roster.export' },
      schema: {
        operationId: 'exportRoster',
        tags,
        summary: 'The roster as a file, safe to open in a spreadsheet',
        response: { 200: z.string(), ...refused },
      },
    },
    async (request, reply) => {
      const { agency, db, member } = memberOf(request)
      const { agencyId } = agency
      const at = app.clock()
      const on = dayIn(agency.zone, at)
      const made = { agencyId, by: member.memberId, key: newId(), name: 'roster.export', at, input: null }
      const [members, chart] = [await everyMember(db, agencyId), await chartOf(db, agencyId)]
      // Everybody's name and address leave the house: who took them is put down before they do.
      await command(db, made, async (tx, record) => {
        await record({ subject: 'roster', body: { on, members: members.length } })
        return null
      })
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="roster-${on}.csv"`)
        .send(writeRoster(members, chart, on))
    },
  )
}
