import { command } from '../../ledger/command.ts'
import { madeBy, memberOf } from '../../members/caller.ts'
import type { App } from '../../platform/http.ts'
import { refusalSchema } from '../../platform/refused.ts'
import { lawIds, lawOf } from './law.ts'
import {
  changedSchema,
  changeSettingsSchema,
  holidayDaySchema,
  holidaySchema,
  holidaysSchema,
  settingsViewSchema,
} from './settings-schema.ts'
import { addHoliday, changeRequestSettings, holidaysOf, removeHoliday, requestSettings } from './settings.ts'

const tags = ['records requests']
const refusals = { '4xx': refusalSchema } as const

/** The law an agency answers by, and the days on which it is closed. */
export function holidayRoutes(app: App): void {
  app.get(
    '/api/holidays',
    {
      config: { action: 'holidays.see' },
      schema: {
        operationId: 'listHolidays',
        tags,
        summary: 'The days on which the agency is closed; nothing is built in',
        response: { 200: holidaysSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      return { items: await holidaysOf(db, agency.agencyId) }
    },
  )

  app.post(
    '/api/holidays',
    {
      config: { action: 'holidays.change' },
      schema: {
        operationId: 'addHoliday',
        tags,
        summary: 'Lists a day as a holiday; every clock is counted with it from now on',
        body: holidaySchema,
        response: { 200: holidaySchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const holiday = request.body
      await command(db, madeBy(request, 'holidays.add', holiday), async (tx, record) => {
        await addHoliday(tx, record, agency.agencyId, holiday)
        return null
      })
      return holiday
    },
  )

  app.delete(
    '/api/holidays/:day',
    {
      config: { action: 'holidays.change' },
      schema: {
        operationId: 'removeHoliday',
        tags,
        summary: 'Takes a day from the list',
        params: holidayDaySchema,
        response: { 200: holidayDaySchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { day } = request.params
      await command(db, madeBy(request, 'holidays.remove', { day }), async (tx, record) => {
        await removeHoliday(tx, record, agency.agencyId, day)
        return null
      })
      return { day }
    },
  )

  app.get(
    '/api/records-requests/settings',
    {
      config: { action: 'holidays.see' },
      schema: {
        operationId: 'seeRecordsRequestSettings',
        tags,
        summary: 'The law that requests are answered by, with its exemptions and fees, and who answers',
        response: { 200: settingsViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { version, settings } = await requestSettings(db, agency.agencyId)
      return { version, settings, law: lawOf(settings.lawId), laws: lawIds() }
    },
  )

  app.put(
    '/api/records-requests/settings',
    {
      config: { action: 'records-requests.settle' },
      schema: {
        operationId: 'changeRecordsRequestSettings',
        tags,
        summary: 'Changes them; requests that are here keep the law they came under',
        body: changeSettingsSchema,
        response: { 200: changedSchema, ...refusals },
      },
    },
    async (request) => {
      const { db, agency } = memberOf(request)
      const { settings, version } = request.body
      const made = madeBy(request, 'records-requests.settings', request.body)
      return await command(db, made, async (tx, record) => ({
        version: await changeRequestSettings(tx, record, agency.agencyId, settings, version),
      }))
    },
  )
}
