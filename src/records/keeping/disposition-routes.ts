import { z } from 'zod'
import { command } from '../../ledger/command.ts'
import { madeBy, memberOf, type MemberCaller } from '../../members/caller.ts'
import { demand, may } from '../../members/may.ts'
import { dayIn } from '../../platform/day.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { Refusal } from '../../platform/refusal.ts'
import { changeDispositionSettings, dispositionSettings } from './disposition-store.ts'
import { dispositionsIn, dispositionView, linesOf } from './disposition-view.ts'
import { dueSum, sumDue } from './due-things.ts'
import { captureAll } from './hold-routes.ts'
import { holdsNotSearched, runSearches } from './hold-searches.ts'
import { moveDisposition } from './move-disposition.ts'
import { certificatePdf, form075Pdf } from './papers.ts'
import { propose } from './propose.ts'
import {
  dispositionSchema,
  dispositionsQuerySchema,
  dispositionsSchema,
  dueSchema,
  idSchema,
  linesSchema,
  moveDispositionSchema,
  movedDispositionSchema,
  pageQuerySchema,
  proposeSchema,
  settingsViewSchema,
} from './schema.ts'
import { seriesOf, sortRecords } from './series-store.ts'

const tags = ['records']
const refusals = { '4xx': refusalSchema }

/** What is due, lists of it with two signatures, the State's form and the certificate. */
export function dispositionRoutes(app: App): void {
  app.get(
    '/api/dispositions/due',
    {
      config: { action: 'dispositions.see' },
      schema: {
        operationId: 'listDue',
        tags,
        summary: 'Records whose period is over, by series',
        response: { 200: dueSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = await sees(memberOf(request))
      const { db, agency } = caller
      const at = app.clock()
      const today = dayIn(agency.zone, at)
      try {
        await upToDate(caller, at)
      } catch (error) {
        // A hold that could not be searched for hinders disposing, not looking.
        if (!(error instanceof Refusal) || error.code !== 'unavailable') throw error
      }
      const items: z.infer<typeof dueSchema>['items'] = []
      for (const series of await seriesOf(db, agency.agencyId)) {
        const { seriesId, title, authority } = series
        const sum = await dueSum(db, agency, series, today)
        if (sum) {
          const { things, held, first, last } = sum
          items.push({ seriesId, title, authority, things, held, first, last })
        }
      }
      const notSearched = await holdsNotSearched(db, agency.agencyId)
      return { items, mayPropose: may(caller, 'dispositions.propose'), notSearched }
    },
  )

  app.post(
    '/api/dispositions',
    {
      config: { action: 'dispositions.propose' },
      schema: {
        operationId: 'proposeDisposition',
        tags,
        summary: 'Make a list of records that are due; what may not go falls out of it with the reason',
        body: proposeSchema,
        response: { 200: movedDispositionSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = memberOf(request)
      const made = madeBy(request, 'dispositions.propose', request.body)
      await upToDate(caller, made.at)
      return await propose(caller.db, caller.agency, made, request.body)
    },
  )

  app.get(
    '/api/dispositions',
    {
      config: { action: 'dispositions.see' },
      schema: {
        operationId: 'listDispositions',
        tags,
        summary: 'Lists of records to be disposed of, or that were, the newest first',
        querystring: dispositionsQuerySchema,
        response: { 200: dispositionsSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = await sees(memberOf(request))
      return await dispositionsIn(db, agency.agencyId, request.query)
    },
  )

  app.get(
    '/api/dispositions/:id',
    {
      config: { action: 'dispositions.see' },
      schema: {
        operationId: 'seeDisposition',
        tags,
        summary: 'One list: signatures, notice, approval, steps, and what I may do',
        params: idSchema,
        response: { 200: dispositionSchema, ...refusals },
      },
    },
    async (request) => await dispositionView(await sees(memberOf(request)), request.params.id, app.clock()),
  )

  app.get(
    '/api/dispositions/:id/lines',
    {
      config: { action: 'dispositions.see' },
      schema: {
        operationId: 'listDispositionLines',
        tags,
        summary: 'What stands on a list, and what fell out of it and why',
        params: idSchema,
        querystring: pageQuerySchema,
        response: { 200: linesSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = await sees(memberOf(request))
      return await linesOf(caller, request.params.id, request.query)
    },
  )

  app.post(
    '/api/dispositions/:id/move',
    {
      config: { action: 'dispositions.move', confirm: true },
      schema: {
        operationId: 'moveDisposition',
        tags,
        summary: 'Sign, countersign, give notice, put down an approval, carry out, withdraw',
        params: idSchema,
        body: moveDispositionSchema,
        response: { 200: movedDispositionSchema, ...refusals },
      },
    },
    async (request) => {
      const caller = await sees(memberOf(request))
      const { id } = request.params
      const { notice, approval, ...said } = request.body
      const made = madeBy(request, `dispositions.${said.move}`, {
        id,
        ...said,
        ...(notice ? { notice: { ...notice } } : {}),
        ...(approval ? { approval: { ...approval } } : {}),
      })
      if (said.move !== 'withdraw' && said.move !== 'leave-out') await upToDate(caller, made.at)
      return await moveDisposition(caller, made, id, request.body)
    },
  )

  for (const [name, set, summary] of [
    ['rc-075', form075Pdf, 'The State’s form RC-075, filled in, in a layout of our own'],
    ['certificate', certificatePdf, 'What was disposed of, by whom and by what authority'],
  ] as const)
    app.get(
      `/api/dispositions/:id/${name}.pdf`,
      {
        config: { action: 'dispositions.see' },
        schema: {
          operationId: name === 'rc-075' ? 'dispositionForm' : 'dispositionCertificate',
          tags,
          summary,
          params: idSchema,
          produces: ['application/pdf'],
          response: { 200: z.any(), ...refusals },
        },
      },
      async (request, reply) => {
        const caller = await sees(memberOf(request))
        const view = await dispositionView(caller, request.params.id, app.clock())
        if (name === 'certificate' && view.state !== 'carried-out')
          throw new Refusal('conflict', 'nothing was disposed of by this list; there is no certificate')
        const pdf = await set(caller, view)
        if (!pdf) throw new Refusal('unavailable', 'Typst, which sets the PDF, is not made for this machine')
        return await reply
          .type('application/pdf')
          .header('content-disposition', `inline; filename="${name}-${view.number}.pdf"`)
          .send(Buffer.from(pdf))
      },
    )

  app.get(
    '/api/disposition-settings',
    {
      config: { action: 'dispositions.see' },
      schema: {
        operationId: 'seeDispositionSettings',
        tags,
        summary: 'What the agency’s rules ask of a disposition: notice, approval, who signs second',
        response: { 200: settingsViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = await sees(memberOf(request))
      return await dispositionSettings(db, agency.agencyId)
    },
  )

  app.put(
    '/api/disposition-settings',
    {
      config: { action: 'dispositions.settle', confirm: true },
      schema: {
        operationId: 'changeDispositionSettings',
        tags,
        summary: 'Set what a disposition asks for',
        body: settingsViewSchema,
        response: { 200: z.object({ version: z.number() }), ...refusals },
      },
    },
    async (request) => {
      const { db, agency, member } = memberOf(request)
      const { version, settings } = request.body
      const made = madeBy(request, 'dispositions.settings', { version, settings: { ...settings } })
      const said = { version, settings, by: member.memberId, at: made.at }
      return await command(db, made, async (tx, record) => ({
        version: await changeDispositionSettings(tx, record, agency.agencyId, said),
      }))
    },
  )
}

/** Whom the agency named for the second signature sees what they sign. */
async function sees(caller: MemberCaller): Promise<MemberCaller> {
  const { settings } = await dispositionSettings(caller.db, caller.agency.agencyId)
  demand(caller, 'dispositions.see', { assigned: settings.seconds.includes(caller.member.memberId) })
  return caller
}

/** Nothing is judged by what was so before the last minute's work. */
async function upToDate({ db, agency }: MemberCaller, at: string): Promise<void> {
  await captureAll(db, agency, at)
  await sortRecords(db, agency.agencyId)
  await sumDue(db, agency, at)
  await runSearches(db, agency, at)
}
