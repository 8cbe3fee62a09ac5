import { z } from 'zod'
import { daySchema } from '../../platform/day.ts'
import { lawSchema } from './law.ts'
import { line } from './schema-parts.ts'

export const holidaySchema = z.strictObject({ day: daySchema, name: line }).meta({ id: 'Holiday' })
export const holidaysSchema = z.object({ items: z.array(holidaySchema) }).meta({ id: 'Holidays' })
export const holidayDaySchema = z.object({ day: daySchema })

export const settingsSchema = z
  .strictObject({
    /** A file of `law/`. */
    lawId: z.string().max(60),
    /** Who answers requests, as the public page and the letters name them. */
    custodian: z.strictObject({
      title: line,
      address: z.string().trim().max(500),
      email: z.string().max(200),
      phone: z.string().max(60),
    }),
    /** Days without an answer to a question after which a request may be closed; the requester is told them. */
    patienceDays: z.int().min(5).max(365),
  })
  .meta({ id: 'RecordsRequestSettings' })
export type Settings = z.infer<typeof settingsSchema>
export const settingsViewSchema = z
  .object({ version: z.int(), settings: settingsSchema, law: lawSchema, laws: z.array(z.string()) })
  .meta({ id: 'RecordsRequestSettingsView' })
export const changeSettingsSchema = z.strictObject({ version: z.int32().min(0), settings: settingsSchema })
export const changedSchema = z.object({ version: z.int() }).meta({ id: 'RecordsRequestSettingsChanged' })
