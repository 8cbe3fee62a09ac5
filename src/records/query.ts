import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { daySchema, momentSchema } from '../platform/day.ts'
import { sources, moderations, recordKinds } from './record.ts'

const named = z.string().trim().min(1).max(200)

/** What is searched for. Nothing asked is everything that the asker may see. */
export const searchQuerySchema = z
  .strictObject({
    /** Words, "a phrase", -without, this or that, begin*. */
    words: z.string().trim().min(1).max(500).optional(),
    /** A member's id, or somebody's name or handle. */
    person: named.optional(),
    account: z.uuid().optional(),
    kind: z.array(z.enum(recordKinds)).min(1).optional(),
    event: z.string().trim().min(1).max(60).optional(),
    /** The first and the last day, in the agency's zone. */
    from: daySchema.optional(),
    to: daySchema.optional(),
    ruling: z.string().trim().min(1).max(60).optional(),
    moderation: z.enum(moderations).optional(),
    source: z.enum(sources).optional(),
    /** The id of a record series; `none`: what belongs to none yet. */
    series: named.optional(),
    /** Does any hold keep it? */
    held: z.boolean().optional(),
  })
  .meta({ id: 'RecordSearch' })
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** Nothing could ever be found in a period that ends before it begins. */
export const aPeriod = [
  ({ from, to }: SearchQuery): boolean => from === undefined || to === undefined || from <= to,
  { path: ['to'], message: 'stands before the first day' },
] as const satisfies Parameters<(typeof searchQuerySchema)['refine']>

/** A search as somebody asks it now; one that was kept is read by `searchQuerySchema`. */
export const newSearchSchema = searchQuerySchema.refine(...aPeriod)

/** A search that was kept, as it is shown: whatever its days, for one that fails is looked at too. */
export const keptSearchSchema = searchQuerySchema.extend({
  from: z.string().optional(),
  to: z.string().optional(),
})

/** The same from an address: several kinds are separated by commas, `held` is `true` or `false`. */
export const searchInAddressSchema = searchQuerySchema.extend({
  kind: z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(z.enum(recordKinds)).min(1),
    )
    .optional(),
  held: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
})

/** The first moment of a day in a zone, and of the day after it: ISO 8601 in UTC. */
export function boundsOf(day: string, zone: string): { from: string; until: string } {
  const date = Temporal.PlainDate.from(day)
  const start = (of: Temporal.PlainDate): string => of.toZonedDateTime(zone).toInstant().toString()
  return { from: start(date), until: start(date.add({ days: 1 })) }
}

/** A place in a list, newest first: the time and the id of the last that was shown. */
export interface Place {
  at: string
  recordId: string
}

/** A place as a page's address bears it. */
export function cursorOf({ at, recordId }: Place): string {
  return Buffer.from(`${at}\n${recordId}`).toString('base64url')
}

/** The place that a cursor means; undefined for what is none. */
export function placeOf(cursor: string): Place | undefined {
  const [at = '', recordId = '', ...more] = Buffer.from(cursor, 'base64url').toString().split('\n')
  const isPlace =
    more.length === 0 && momentSchema.safeParse(at).success && z.uuid().safeParse(recordId).success
  return isPlace ? { at, recordId } : undefined
}
