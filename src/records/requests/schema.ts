import { z } from 'zod'
import { momentSchema } from '../../platform/day.ts'
import { lawWordsSchema } from './law.ts'
import { letterKinds, moves, states } from './moves.ts'
import { noticeSchema } from './notice-schema.ts'
import { day, line, version, words } from './schema-parts.ts'
import { searchSchema } from './set-schema.ts'

const maybeLine = z.string().trim().max(200).nullable().default(null)

export const idSchema = z.object({ id: z.uuid() })

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

const letterSchema = z
  .object({
    letterId: z.uuid(),
    kind: z.enum(letterKinds),
    /** What it is written in. */
    language: z.enum(['en', 'es']),
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
        lines: z.array(feeLineSchema.extend({ title: lawWordsSchema, citation: z.string() })),
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
      z.object({
        move: z.string(),
        says: z.string(),
        needs: z.array(z.string()),
        /** Does a letter to the requester go out with it, in the language of the request? */
        hasLetter: z.boolean(),
        isGrave: z.boolean(),
      }),
    ),
    /** What waits for something else to be done first, and for what. */
    mayNot: z.array(z.object({ move: z.string(), says: z.string(), because: z.string() })),
  })
  .meta({ id: 'RecordsRequest' })
export type RequestView = z.infer<typeof requestViewSchema>
