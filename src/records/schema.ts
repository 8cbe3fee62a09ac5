import { z } from 'zod'
import { aPeriod, newSearchSchema, searchInAddressSchema, searchQuerySchema } from './query.ts'
import { classes, moderations, recordKinds, sources } from './record.ts'

const moment = z.string()
export const recordIdSchema = z.object({ id: z.uuid() })
export const recordMediaParamsSchema = recordIdSchema.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** One page of a search: what is asked, and from where on. */
export const recordsQuerySchema = searchInAddressSchema
  .extend({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(...aPeriod)
/** For what purpose a personnel record is opened; asked for nothing else. */
export const openingSchema = z.object({ purpose: z.string().trim().max(400).optional() })
export type RecordsQuery = z.infer<typeof recordsQuerySchema>

/** Somebody of the house, where they may be named to the asker. */
const who = z.object({ memberId: z.string().nullable(), name: z.string() })

/** A record in a list. */
export const recordBriefSchema = z
  .object({
    recordId: z.string(),
    at: moment,
    kind: z.enum(recordKinds),
    event: z.string(),
    thing: z.string(),
    thread: z.string(),
    account: z
      .object({ accountId: z.string(), network: z.string(), handle: z.string(), address: z.string() })
      .nullable(),
    madeBy: who,
    /** Who wrote it, as it was shown: a visitor's handle; null where it is the house itself. */
    author: z.string().nullable(),
    /** In a list, the beginning of the words, at most 400 characters; in a view all of them. */
    words: z.string(),
    isCut: z.boolean(),
    /** How many pictures, films and documents. */
    media: z.number(),
    ruling: z.string().nullable(),
    moderation: z.enum(moderations).nullable(),
    source: z.enum(sources),
    access: z.enum(classes),
    seriesId: z.string().nullable(),
    isHeld: z.boolean(),
    disposedIn: z.string().nullable(),
  })
  .meta({ id: 'RecordBrief' })
export type RecordBrief = z.infer<typeof recordBriefSchema>

export const recordsSchema = z
  .object({
    items: z.array(recordBriefSchema),
    next: z.string().nullable(),
    /** On the first page; null on those after it. Not exact: there are more than that. */
    count: z.object({ n: z.number(), isExact: z.boolean() }).nullable(),
    /** Entries of the ledger that are no records yet, counted to a thousand: what they say is not found yet. */
    behind: z.number(),
  })
  .meta({ id: 'Records' })
export type Records = z.infer<typeof recordsSchema>

/** A hold that keeps a record. */
export const holdBriefSchema = z
  .object({
    holdId: z.string(),
    matter: z.enum(['records-request', 'litigation', 'inquiry', 'audit', 'grievance']),
    ref: z.string().nullable(),
    title: z.string(),
    placedAt: moment,
  })
  .meta({ id: 'HoldBrief' })
export type HoldBrief = z.infer<typeof holdBriefSchema>

/** A records request that a record has to do with. */
export const touchingSchema = z
  .object({ requestId: z.string(), ref: z.string(), title: z.string(), state: z.string() })
  .meta({ id: 'TouchingRequest' })
export type Touching = z.infer<typeof touchingSchema>

/** Where the entry of a record stands in the ledger. */
const proofSchema = z.object({
  entryId: z.string(),
  /** The place in the tree, and the tree's size at the newest checkpoint. */
  index: z.number(),
  size: z.number(),
  checkpointAt: moment,
  /** The proof itself. */
  href: z.string(),
})

export const recordViewSchema = recordBriefSchema
  .extend({
    /** Its pictures, films and documents. */
    files: z.array(
      z.object({
        sha256: z.string(),
        mediaType: z.string(),
        bytes: z.number(),
        alt: z.string(),
        href: z.string(),
      }),
    ),
    people: z.array(who),
    /** Records of the same thing, the oldest first, this one among them: fifty at most on each side of it. */
    versions: z.array(recordBriefSchema),
    /** Are there more of it than are shown here? */
    isVersionsCut: z.boolean(),
    /** What stands around it: the post, the other comments beneath it; the oldest first. */
    context: z.array(recordBriefSchema),
    /** Is there more of the thread than is shown here? */
    isContextCut: z.boolean(),
    seriesWhy: z.string().nullable(),
    /** What holds it, and who asks for it: for those who keep records, empty for others. */
    holds: z.array(holdBriefSchema),
    requests: z.array(touchingSchema),
    /** Null until the next checkpoint, seconds later. */
    proof: proofSchema.nullable(),
    /**
     * The entry's body as the ledger holds it, canonical JSON, and its salt in hexadecimal; null once disposed of, and where
     * it names somebody who is not named to the asker.
     */
    entry: z.object({ body: z.string(), salt: z.string() }).nullable(),
  })
  .meta({ id: 'RecordView' })
export type RecordView = z.infer<typeof recordViewSchema>

export const savedSearchFormSchema = z
  .strictObject({ name: z.string().trim().min(1).max(120), query: newSearchSchema })
  .meta({ id: 'SavedSearchForm' })
export const savedSearchSchema = z
  .object({ searchId: z.string(), name: z.string(), query: searchQuerySchema, madeAt: moment })
  .meta({ id: 'SavedSearch' })
export const savedSearchesSchema = z
  .object({ items: z.array(savedSearchSchema) })
  .meta({ id: 'SavedSearches' })

export const importSources = ['facebook', 'instagram', 'x', 'youtube', 'web'] as const
export const importStates = ['waiting', 'reading', 'done', 'failed'] as const

/** What was brought from before, and how far it is. */
export const importSchema = z
  .object({
    importId: z.string(),
    /** Null until the file was looked into. */
    source: z.enum(importSources).nullable(),
    accountId: z.string().nullable(),
    fileName: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    state: z.enum(importStates),
    /** Items seen so far: new ones, those that were known, and those that could not be read. */
    added: z.number(),
    known: z.number(),
    /** The first hundred of what could not be read, and how much it is in all. */
    faults: z.array(z.object({ file: z.string(), because: z.string() })),
    faulty: z.number(),
    /** How much of the file was read, 0 to 1. */
    progress: z.number(),
    /** Why it failed, in a sentence. */
    because: z.string().nullable(),
    madeBy: who,
    madeAt: moment,
    endedAt: moment.nullable(),
  })
  .meta({ id: 'RecordImport' })
export type RecordImport = z.infer<typeof importSchema>
export const importsSchema = z
  .object({ items: z.array(importSchema), next: z.string().nullable() })
  .meta({ id: 'RecordImports' })
export const importsQuerySchema = z.object({
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
