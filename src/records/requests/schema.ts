import { z } from 'zod'
import { memberBriefSchema } from '../../members/schema.ts'
import { daySchema, momentSchema } from '../../platform/day.ts'
import { searchQuerySchema } from '../query.ts'
import { lawSchema } from './law.ts'
import { letterKinds, moves, states } from './moves.ts'

const words = z.string().trim().min(1).max(4_000)
const line = z.string().trim().min(1).max(200)
const maybeLine = z.string().trim().max(200).nullable().default(null)
const version = z.int().min(1)
const day = z.iso.date()
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

export const idSchema = z.object({ id: z.uuid() })
export const recordOfSchema = z.object({ id: z.uuid(), recordId: z.uuid() })

export const ways = ['form', 'e-mail', 'letter', 'counter'] as const
export type Way = (typeof ways)[number]

/** Who asks, as far as they say. */
export const requesterSchema = z.object({
  name: maybeLine,
  email: z.union([z.email().max(200), z.null()]).default(null),
  address: z.string().trim().max(500).nullable().default(null),
  phone: maybeLine,
})
export type Requester = z.infer<typeof requesterSchema>
/** The same as it is shown: what was kept once is shown whatever it is. */
const shownRequesterSchema = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
})

/** A request put down by the custodian: it came over the counter, by letter or by e-mail. */
export const putDownSchema = z
  .strictObject({
    way: z.enum(ways).exclude(['form']),
    requester: requesterSchema,
    language: z.enum(['en', 'es']).default('en'),
    /** What is asked for, in the requester's words. */
    wants: words,
    /** When it arrived, ISO 8601; never later than now. */
    receivedAt: momentSchema,
    /** The whole of the e-mail, as it was pasted in. */
    original: z.string().max(100_000).nullable().default(null),
  })
  .meta({ id: 'RecordsRequestPutDown' })

export const pastedSchema = z.strictObject({ text: z.string().min(1).max(100_000) })
/** What could be read in a pasted e-mail; a person looks at it before anything is put down. */
export const readMailSchema = z
  .object({
    requester: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
    sentAt: z.string().nullable(),
    subject: z.string().nullable(),
    wants: z.string(),
  })
  .meta({ id: 'RecordsMailRead' })

/** The code is shown this once; it is kept as a hash. */
export const putDownDoneSchema = z
  .object({ requestId: z.uuid(), number: z.string(), code: z.string(), link: z.string() })
  .meta({ id: 'RecordsRequestMade' })

export const clockSchema = z.object({
  acknowledgeBy: day,
  answerBy: day,
  answeredOn: day.nullable(),
  deemedDeniedOn: day.nullable(),
  appealBy: day.nullable(),
  stands: z.boolean(),
})

const briefSchema = z
  .object({
    requestId: z.uuid(),
    number: z.string(),
    state: z.enum(states),
    version,
    way: z.enum(ways),
    requester: z.string().nullable(),
    wants: z.string(),
    receivedAt: z.string(),
    isPersonnel: z.boolean(),
    clock: clockSchema,
    responsive: z.int(),
    reviewed: z.int(),
  })
  .meta({ id: 'RecordsRequestBrief' })
export const listSchema = z
  .object({ items: z.array(briefSchema), next: z.string().nullable() })
  .meta({ id: 'RecordsRequests' })
export const listQuerySchema = z.object({
  state: z.enum([...states, 'open']).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

const feeLineSchema = z.strictObject({
  feeId: line,
  count: z.int().min(1).max(100_000),
  /** For one; at most what the law lets be asked. */
  cents: z.int().min(0).max(1_000_000),
})
export const feeSaidSchema = z.strictObject({ lines: z.array(feeLineSchema).min(1).max(10) })

/** How an appeal ended. */
export const outcomes = ['upheld', 'ordered', 'settled', 'withdrawn'] as const

export const moveSchema = z
  .strictObject({
    move: z.enum(moves).exclude(['lapse']),
    version,
    /** What the requester reads; where the move needs it. */
    words: words.optional(),
    fee: feeSaidSchema.optional(),
    waiver: line.optional(),
    /** The exemptions a denial rests on. */
    exemptions: z.array(line).max(20).optional(),
    outcome: z.enum(outcomes).optional(),
    /** Of an appeal: its docket number there. */
    docket: line.optional(),
    /** Why the same words may go out in another record, where they do. */
    evenSo: z.string().trim().min(10).max(1_000).optional(),
  })
  .meta({ id: 'RecordsRequestMove' })
export const movedSchema = z
  .object({
    requestId: z.uuid(),
    state: z.enum(states),
    version,
    letterId: z.uuid().nullable(),
    instalment: z.int().nullable(),
  })
  .meta({ id: 'RecordsRequestMoved' })

/** Is it about somebody's personnel file, and would disclosure invade their privacy? Either way with a reason. */
export const personnelSchema = z.strictObject({
  version,
  isPersonnel: z.boolean(),
  reason: z.string().trim().min(10).max(1_000),
})

export const searchedSchema = z
  .strictObject({
    /** What was searched for in Decorum; null for a place outside it. */
    query: searchQuerySchema.nullable(),
    /** Where else somebody looked, and how: "the paper files of 2019 in the records room". */
    elsewhere: z.string().trim().min(3).max(1_000).nullable().default(null),
    /** What was found there. */
    found: z.int().min(0).max(10_000_000).nullable().default(null),
  })
  .refine(({ query, elsewhere }) => (query === null) !== (elsewhere === null), {
    error: 'say either what was searched for, or where else somebody looked',
  })
  .meta({ id: 'RecordsSearchMade' })
const searchSchema = z
  .object({
    searchId: z.uuid(),
    query: z.record(z.string(), z.unknown()).nullable(),
    elsewhere: z.string().nullable(),
    by: memberBriefSchema.nullable(),
    at: z.string(),
    found: z.int().nullable(),
    isExact: z.boolean(),
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
    version: z.int().min(0),
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

const noticeStates = ['sent', 'lapsed', 'objected', 'ordered', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]
export const notifySchema = z
  .strictObject({
    memberId: z.string().max(100),
    records: z.array(z.uuid()).min(1).max(500),
    /** Who speaks for them collectively, and was told beside. */
    representative: z.string().trim().max(200).nullable().default(null),
  })
  .meta({ id: 'PersonnelNotify' })
export const noticeSchema = z
  .object({
    noticeId: z.uuid(),
    requestId: z.uuid(),
    number: z.string(),
    wants: z.string(),
    member: memberBriefSchema.nullable(),
    representative: z.string().nullable(),
    records: z.array(z.uuid()),
    sentAt: z.string(),
    receivedOn: z.string().nullable(),
    objectBy: day,
    state: z.enum(noticeStates),
    version,
    grounds: z.string().nullable(),
    signed: z.string().nullable(),
    objectedAt: z.string().nullable(),
    outcome: z.string().nullable(),
    /** The statement that whoever objects signs. */
    statement: z.string(),
    mayObject: z.boolean(),
  })
  .meta({ id: 'PersonnelNotice' })
export const noticesSchema = z.object({ items: z.array(noticeSchema) }).meta({ id: 'PersonnelNotices' })
export const objectSchema = z
  .strictObject({
    version,
    grounds: z.string().trim().min(10).max(4_000),
    /** Their full name, typed as a signature under the statement. */
    signed: line,
    affirms: z.literal(true),
  })
  .meta({ id: 'PersonnelObjection' })
export const noticeMoveSchema = z
  .strictObject({
    version,
    /** `received`: they have it since that day. `ordered`: the Commission ordered disclosure. `withdrawn`: they take it back. */
    move: z.enum(['received', 'ordered', 'withdrawn']),
    on: daySchema.optional(),
    words: words.optional(),
  })
  .meta({ id: 'PersonnelNoticeMove' })
export const noticeDoneSchema = z
  .object({ noticeId: z.uuid(), state: z.enum(noticeStates), version })
  .meta({ id: 'PersonnelNoticeDone' })

const letterSchema = z
  .object({
    letterId: z.uuid(),
    kind: z.enum(letterKinds),
    title: z.string(),
    at: z.string(),
    href: z.string(),
  })
  .meta({ id: 'RecordsLetter' })

export const releaseBriefSchema = z.object({
  instalment: z.int(),
  at: z.string(),
  isLast: z.boolean(),
  records: z.int(),
  redacted: z.int(),
  withheld: z.int(),
})

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
        title: z.string(),
        reason: z.string(),
        times: z.int(),
      }),
    ),
  })
  .meta({ id: 'RecordsWithheld' })

export const requestViewSchema = z
  .object({
    requestId: z.uuid(),
    number: z.string(),
    state: z.enum(states),
    version,
    way: z.enum(ways),
    requester: shownRequesterSchema,
    language: z.enum(['en', 'es']),
    wants: z.string(),
    original: z.string().nullable(),
    receivedAt: z.string(),
    receivedOn: day,
    isPersonnel: z.boolean(),
    clock: clockSchema,
    today: day,
    law: z.object({ id: z.string(), name: z.string(), appealTo: z.string() }),
    holdId: z.uuid().nullable(),
    fee: z
      .object({
        lines: z.array(feeLineSchema.extend({ title: z.string(), citation: z.string() })),
        cents: z.int(),
        at: z.string(),
        mustPrepay: z.boolean(),
        paidAt: z.string().nullable(),
        waivedFor: z.string().nullable(),
      })
      .nullable(),
    appeal: z
      .object({
        at: z.string(),
        words: z.string(),
        docket: z.string().nullable(),
        outcome: z.enum(outcomes).nullable(),
        ordered: z.string().nullable(),
        decidedAt: z.string().nullable(),
      })
      .nullable(),
    steps: z.array(
      z.object({
        n: z.int(),
        move: z.string(),
        says: z.string(),
        to: z.enum(states),
        by: z.string(),
        at: z.string(),
        words: z.string().nullable(),
        letterId: z.uuid().nullable(),
      }),
    ),
    letters: z.array(letterSchema),
    searches: z.array(searchSchema),
    notices: z.array(noticeSchema),
    releases: z.array(releaseBriefSchema),
    counts: z.object({
      responsive: z.int(),
      reviewed: z.int(),
      settled: z.int(),
      released: z.int(),
      barred: z.int(),
    }),
    /** What I may do now, with the words on the button. */
    moves: z.array(
      z.object({ move: z.string(), says: z.string(), needs: z.array(z.string()), isGrave: z.boolean() }),
    ),
  })
  .meta({ id: 'RecordsRequest' })
export type RequestView = z.infer<typeof requestViewSchema>

export const responsiveQuerySchema = z.object({
  /** `waiting`: nobody reviewed it; `second`: it waits for somebody else's look; `settled`: two agreed. */
  state: z.enum(['waiting', 'second', 'settled', 'barred', 'released']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const responsiveListSchema = z
  .object({ items: z.array(responsiveRecordSchema), next: z.string().nullable() })
  .meta({ id: 'RecordsResponsiveList' })

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
export const changeSettingsSchema = z.strictObject({ version: z.int().min(0), settings: settingsSchema })
export const changedSchema = z.object({ version: z.int() }).meta({ id: 'RecordsRequestSettingsChanged' })
