import { z } from 'zod'
import { memberBriefSchema } from '../../members/schema.ts'
import { lawWordsSchema } from './law.ts'
import { line, sha256Schema, version } from './schema-parts.ts'

export const recordOfSchema = z.object({ id: z.uuid(), recordId: z.uuid() })

const typed = z.string().trim().min(10).max(1_000)
export const redactionSchema = z.strictObject({
  /** `words`, `author`, or `alt:` and the number of a picture. */
  field: z.string().regex(/^(?:words|author|alt:\d{1,3})$/),
  /** In code points. */
  start: z.int().min(0),
  end: z.int().min(1),
  exemption: line,
  reason: typed,
})
export type Redaction = z.infer<typeof redactionSchema>
const part = z.number().min(0).max(1)
export const regionSchema = z.strictObject({
  sha256: sha256Schema,
  /** Parts of the upright picture's width and height: 0 is left and top. */
  x: part,
  y: part,
  w: part,
  h: part,
  exemption: line,
  reason: typed,
})
export type Region = z.infer<typeof regionSchema>
/** A picture, film or document that stays back whole. */
export const keptBackSchema = z.strictObject({ sha256: sha256Schema, exemption: line, reason: typed })
export type KeptBack = z.infer<typeof keptBackSchema>

export const reviewStates = ['release', 'redact', 'withhold'] as const
export const reviewSaidSchema = z
  .strictObject({
    /** 0 where nobody reviewed it yet. */
    version: z.int32().min(0),
    state: z.enum(reviewStates),
    redactions: z.array(redactionSchema).max(500).default([]),
    regions: z.array(regionSchema).max(200).default([]),
    keptBack: z.array(keptBackSchema).max(50).default([]),
    /** Files that cannot be cut in part, and in which nothing is cut: who reviews says that they looked through them. */
    lookedThrough: z.array(sha256Schema).max(50).default([]),
    exemption: line.optional(),
    reason: typed.optional(),
  })
  .meta({ id: 'RecordReview' })
export type ReviewSaid = z.infer<typeof reviewSaidSchema>
export const secondSchema = z
  .strictObject({
    version,
    agrees: z.boolean(),
    remarks: z.string().trim().max(1_000).nullable().default(null),
  })
  .meta({ id: 'RecordReviewSecond' })
export const reviewedSchema = z
  .object({ recordId: z.uuid(), version: z.int(), isSettled: z.boolean() })
  .meta({ id: 'RecordReviewed' })

const reviewSchema = z
  .object({
    version: z.int(),
    state: z.enum(reviewStates),
    redactions: z.array(redactionSchema),
    regions: z.array(regionSchema),
    keptBack: z.array(keptBackSchema),
    lookedThrough: z.array(z.string()),
    exemption: z.string().nullable(),
    reason: z.string().nullable(),
    by: memberBriefSchema.nullable(),
    at: z.string(),
    second: z
      .object({
        by: memberBriefSchema.nullable(),
        at: z.string(),
        agrees: z.boolean(),
        remarks: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'RecordReviewMade' })

const responsiveRecordSchema = z
  .object({
    recordId: z.uuid(),
    at: z.string(),
    kind: z.string(),
    event: z.string(),
    thing: z.string(),
    thread: z.string(),
    author: z.string().nullable(),
    /** The beginning of it; GET one for the whole. */
    words: z.string(),
    access: z.string(),
    media: z.int(),
    context: z.boolean(),
    /** Somebody's objection or the wait for it keeps it back. */
    barredUntil: z.string().nullable(),
    review: reviewSchema.nullable(),
    instalment: z.int().nullable(),
  })
  .meta({ id: 'RecordResponsive' })

/** One record on the review's table: all of its words, and how it would go out. */
export const underReviewSchema = z
  .object({
    record: responsiveRecordSchema,
    fields: z.array(z.object({ field: z.string(), text: z.string(), released: z.string() })),
    media: z.array(
      z.object({ sha256: z.string(), mediaType: z.string(), alt: z.string(), isPicture: z.boolean() }),
    ),
    /** Where the words cut here stand in other records of this request that are not cut. */
    echoes: z.array(z.object({ recordId: z.uuid(), times: z.int() })),
    mayReview: z.boolean(),
    maySecond: z.boolean(),
  })
  .meta({ id: 'RecordUnderReview' })

/** What stays back, each with its ground: an index of the withheld. */
export const withheldSchema = z
  .object({
    items: z.array(
      z.object({
        number: z.int(),
        recordId: z.uuid(),
        at: z.string(),
        kind: z.string(),
        how: z.enum(['whole', 'words', 'picture', 'file']),
        citation: z.string(),
        title: lawWordsSchema,
        reason: z.string(),
        times: z.int(),
      }),
    ),
  })
  .meta({ id: 'RecordsWithheld' })

export const responsiveQuerySchema = z.object({
  /** `waiting`: nobody reviewed it; `second`: it waits for somebody else's look; `settled`: two agreed. */
  state: z.enum(['waiting', 'second', 'settled', 'barred', 'released']).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const responsiveListSchema = z
  .object({ items: z.array(responsiveRecordSchema), next: z.string().nullable() })
  .meta({ id: 'RecordsResponsiveList' })
