import { z } from 'zod'
import { memberBriefSchema } from '../../members/schema.ts'
import { newSearchSchema } from '../query.ts'
import { version } from './schema-parts.ts'

export const searchedSchema = z
  .strictObject({
    /** What was searched for in Decorum; null for a place outside it. */
    query: newSearchSchema.nullable(),
    /** Where else somebody looked, and how: "the paper files of 2019 in the records room". */
    elsewhere: z.string().trim().min(3).max(1_000).nullable().default(null),
    /** What was found there. */
    found: z.int().min(0).max(10_000_000).nullable().default(null),
  })
  .refine(({ query, elsewhere }) => (query === null) !== (elsewhere === null), {
    error: 'say either what was searched for, or where else somebody looked',
  })
  .meta({ id: 'RecordsSearchMade' })
export const searchDoneSchema = z.object({
  searchId: z.uuid(),
  found: z.int().nullable(),
  isExact: z.boolean(),
  fresh: z.int().nullable(),
})
export const searchSchema = z
  .object({
    searchId: z.uuid(),
    query: z.record(z.string(), z.unknown()).nullable(),
    elsewhere: z.string().nullable(),
    by: memberBriefSchema.nullable(),
    at: z.string(),
    found: z.int().nullable(),
    isExact: z.boolean(),
    /** How many of them were not in the set then; absent where they were not counted. */
    fresh: z.int().optional(),
  })
  .meta({ id: 'RecordsSearchKept' })

export const responsiveSchema = z
  .strictObject({
    version,
    add: z.array(z.uuid()).max(2_000).default([]),
    /** All that a search of this request finds, up to 2,000. */
    search: z.uuid().nullable().default(null),
    /** Shown so that the rest can be understood; nobody asked for it. */
    context: z.boolean().default(false),
    take: z.array(z.uuid()).max(2_000).default([]),
    /** Why these are not what was asked for. */
    reason: z.string().trim().min(10).max(1_000).optional(),
  })
  .meta({ id: 'RecordsResponsive' })
export const responsiveDoneSchema = z
  .object({ version, added: z.int(), taken: z.int(), responsive: z.int(), holdId: z.uuid().nullable() })
  .meta({ id: 'RecordsResponsiveDone' })
