import { z } from 'zod'

export const productionIdSchema = z.object({ productionId: z.uuid() })
export const ofRequestSchema = z.object({ requestId: z.uuid() })

/** A production as the custodian sees it. */
export const productionSchema = z
  .object({
    productionId: z.uuid(),
    requestId: z.uuid(),
    requestRef: z.string(),
    instalment: z.number().int(),
    /** `making` until the package is there. */
    state: z.enum(['making', 'made']),
    version: z.int32(),
    /** Why the last try to make it came to nothing; the next comes by itself. */
    fault: z.string().nullable(),
    releasedAt: z.iso.datetime(),
    madeAt: z.iso.datetime().nullable(),
    /** Of the zip. */
    sha256: z.string().nullable(),
    bytes: z.number().nullable(),
    records: z.number().int().nullable(),
    redacted: z.number().int().nullable(),
    withheld: z.number().int().nullable(),
    media: z.number().int().nullable(),
    numbers: z.object({ first: z.string(), last: z.string() }).nullable(),
    /** What it lacks, a sentence each: a PDF, a time stamp. */
    lacks: z.array(z.string()),
    /** Since when it stands in the public archive. */
    publicAt: z.iso.datetime().nullable(),
    /** Where the zip is loaded from. */
    href: z.string().nullable(),
  })
  .meta({ id: 'Production' })
export type ProductionView = z.infer<typeof productionSchema>

export const productionsSchema = z.object({ items: z.array(productionSchema) }).meta({ id: 'Productions' })

/** Puts a production into the public archive, or takes it out. */
export const publishSchema = z
  .strictObject({ version: z.int32().min(1), isPublic: z.boolean() })
  .meta({ id: 'ProductionPublish' })

export const archiveSchema = z
  .object({
    version: z.int32(),
    /** Does the agency keep a public archive at /public/archive? */
    isOpen: z.boolean(),
  })
  .meta({ id: 'ArchiveSettings' })
export type ArchiveView = z.infer<typeof archiveSchema>
export const archiveChangeSchema = z
  .strictObject({ version: z.int32().min(0), isOpen: z.boolean() })
  .meta({ id: 'ArchiveChange' })

/** What the public asks of the archive. */
export const archiveQuerySchema = z.object({
  lang: z.string().max(10).optional(),
  /** Words, "a phrase", -without. */
  q: z.string().trim().max(300).optional(),
  /** Where the page before ended. */
  after: z.string().max(200).optional(),
})
