import { z } from 'zod'
import { daySchema } from '../../platform/day.ts'
import { newSearchSchema, keptSearchSchema } from '../query.ts'
import { holdBriefSchema, recordBriefSchema } from '../schema.ts'
import { dispositionMoves, dispositionStates, holdMoves, holdStates, matters } from './moves.ts'

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)
const moment = z.string()
const day = z.iso.date()
const version = z.int32().min(0)
const who = z.object({ memberId: z.string(), name: z.string() })
const countSchema = z.object({
  n: z.number(),
  /** False where counting stopped: there are at least so many. */
  isExact: z.boolean(),
})
export const idSchema = z.object({ id: z.uuid() })

export const starts = ['created', 'closed', 'superseded'] as const

// Series

export const seriesFileSchema = z.object({ csv: z.string().min(1).max(2_000_000) })
export const seriesCheckSchema = z
  .object({
    rows: z.number(),
    added: z.number(),
    changed: z.number(),
    same: z.number(),
    /** What it changes of series that are here, by column. */
    changes: z.array(
      z.object({ seriesId: z.string(), column: z.string(), was: z.string(), becomes: z.string() }),
    ),
    problems: z.array(z.object({ line: z.number(), column: z.string().nullable(), sentence: z.string() })),
  })
  .meta({ id: 'SeriesCheck' })
export type SeriesCheck = z.infer<typeof seriesCheckSchema>

/** Which records belong to a series: all that it names must fit; what it leaves out fits anything. The first rule counts. */
export const seriesRuleSchema = z
  .strictObject({
    seriesId: words(60),
    /** Kinds of records. */
    kinds: z.array(words(60)).max(60).default([]),
    sources: z.array(words(60)).max(20).default([]),
    accounts: z.array(z.uuid()).max(100).default([]),
    /** Why, for whoever reads it on the record. */
    because: words(500),
  })
  .meta({ id: 'SeriesRule' })
export type SeriesRule = z.infer<typeof seriesRuleSchema>

export const seriesSchema = z
  .object({
    seriesId: z.string(),
    title: z.string(),
    /** ISO 8601, `P7Y`, or `permanent`. */
    period: z.string(),
    starts: z.enum(starts),
    /** What it rests on: a schedule and its number. */
    authority: z.string(),
    version: z.number(),
    records: countSchema,
  })
  .meta({ id: 'Series' })
export const seriesListSchema = z
  .object({
    items: z.array(seriesSchema),
    rules: z.array(seriesRuleSchema),
    /** Of the rules: what a change of them was made from. */
    version: z.number(),
    /** Records that no rule fits: they are never disposed of. */
    without: countSchema,
    /** Records that are still to be held against the rules as they were changed. */
    unsorted: countSchema,
    /** May the caller load series and change rules? */
    mayChange: z.boolean(),
  })
  .meta({ id: 'SeriesList' })
export const rulesSchema = z.object({ version, rules: z.array(seriesRuleSchema).max(300) })
export const byHandSchema = z.object({
  recordIds: z.array(z.uuid()).min(1).max(200),
  /** Null: by the rules again. */
  seriesId: words(60).nullable(),
  reason: words(1_000),
})

/** A record as lists of keeping name it: no words of it. */
export const keptBriefSchema = z
  .object({
    recordId: z.string(),
    at: moment,
    kind: z.string(),
    event: z.string(),
    thing: z.string(),
    seriesId: z.string().nullable(),
  })
  .meta({ id: 'KeptBrief' })
export const pageQuerySchema = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const keptListSchema = z.object({ items: z.array(keptBriefSchema), next: z.string().nullable() })
/** What a list shows of a record; null where the asker may not see it. */
const shownRecord = recordBriefSchema.nullable()
export const heldRecordSchema = keptBriefSchema.extend({ record: shownRecord }).meta({ id: 'HeldRecord' })
export const heldRecordsSchema = z.object({ items: z.array(heldRecordSchema), next: z.string().nullable() })

// Holds

const onSchema = z
  .strictObject({
    records: z.array(z.uuid()).max(10_000).default([]),
    things: z.array(words(200)).max(10_000).default([]),
    threads: z.array(words(200)).max(10_000).default([]),
    /** As `GET /api/records` takes it. */
    search: newSearchSchema.nullable().default(null),
  })
  .meta({ id: 'HoldOn' })
export const newHoldSchema = z.object({
  matter: z.enum(matters),
  /** The number of the case, the audit or the request. */
  ref: words(200).nullable().default(null),
  title: words(300),
  on: onSchema,
})
/** A hold in a list. */
export const holdLineSchema = holdBriefSchema
  .extend({
    state: z.enum(holdStates),
    /** Placed by Decorum, because a records request met the records. */
    isAutomatic: z.boolean(),
  })
  .meta({ id: 'HoldLine' })
export type HoldLine = z.infer<typeof holdLineSchema>
export const holdSchema = holdLineSchema
  .extend({
    version: z.number(),
    by: who,
    /** How many records it holds now, of those that the caller may see. */
    records: countSchema,
    on: z.object({
      records: z.number(),
      things: z.number(),
      threads: z.number(),
      search: keptSearchSchema.nullable(),
    }),
    /** Why its search could not be run when it was tried last: until it was, nothing is disposed of. Null where it was. */
    notSearched: z.string().nullable(),
    /** From when an automatic hold may be released; null while its request is open. */
    releasableFrom: moment.nullable(),
    steps: z.array(
      z.object({
        move: z.enum([...holdMoves, 'place', 'widen', 'request-ended', 'request-open']),
        by: who,
        reason: z.string().nullable(),
        at: moment,
      }),
    ),
    /** What the caller may do, with the words on the button, and what they may not, with the reason. */
    may: z.array(z.object({ move: z.enum(holdMoves), says: z.string(), needsReason: z.boolean() })),
    mayNot: z.array(z.object({ move: z.enum(holdMoves), because: z.string() })),
  })
  .meta({ id: 'Hold' })
export const holdsQuerySchema = pageQuerySchema.extend({
  after: z.uuid().optional(),
  state: z.enum([...holdStates, 'open']).optional(),
  matter: z.enum(matters).optional(),
})
export const holdsSchema = z.object({ items: z.array(holdLineSchema), next: z.string().nullable() })
export const moveHoldSchema = z.object({
  move: z.enum(holdMoves),
  version: z.int32().min(1),
  reason: words(1_000).optional(),
})
export const widenHoldSchema = z.object({ version: z.int32().min(1), on: onSchema })
export const changedHoldSchema = z.object({
  holdId: z.string(),
  version: z.number(),
  state: z.enum(holdStates),
})

// Dispositions

export const dispositionSettingsSchema = z
  .strictObject({
    /** How long notice of a disposition runs, and to whom it is given; null: none is asked for. */
    notice: z
      .strictObject({ period: words(20), to: words(200), authority: words(300) })
      .nullable()
      .default(null),
    /** Must the State have approved before anything is disposed of? */
    needsApproval: z.boolean().default(true),
    /** Who approves there. */
    approver: words(200).default('Public Records Administrator'),
    /** Members who may give the second signature beside the chief. */
    seconds: z.array(words(60)).max(20).default([]),
    /** As the form names the agency and its office. */
    office: words(200).nullable().default(null),
    address: words(400).nullable().default(null),
    phone: words(60).nullable().default(null),
  })
  .meta({ id: 'DispositionSettings' })
export type DispositionSettings = z.infer<typeof dispositionSettingsSchema>
export const settingsViewSchema = z.object({ version, settings: dispositionSettingsSchema })

/** What is due, by series. */
export const dueSchema = z
  .object({
    items: z.array(
      z.object({
        seriesId: z.string(),
        title: z.string(),
        authority: z.string(),
        /** Things: a post with all its versions is one. */
        things: countSchema,
        /** Of these, how many a hold keeps. */
        held: countSchema,
        first: day,
        last: day,
      }),
    ),
    mayPropose: z.boolean(),
    /** Holds whose search could not be run: until it was, nothing is disposed of. */
    notSearched: z.array(z.object({ holdId: z.string(), title: z.string(), because: z.string() })),
  })
  .meta({ id: 'DueForDisposition' })
/** So many things are one list at most. */
export const mostThings = 1_000

export const proposeSchema = z.object({
  seriesId: words(60),
  /** These alone; where absent, as many of those that are due as a list takes. */
  things: z.array(words(200)).min(1).max(mostThings).optional(),
  /** What is said of them on the form. */
  description: words(500).optional(),
})

export const dispositionBriefSchema = z
  .object({
    dispositionId: z.string(),
    /** `2026-003`, of the agency. */
    number: z.string(),
    state: z.enum(dispositionStates),
    seriesId: z.string(),
    title: z.string(),
    authority: z.string(),
    proposedAt: moment,
    things: z.number(),
    records: z.number(),
    fallenOut: z.number(),
    first: day,
    last: day,
    noticeUntil: day.nullable(),
    carriedOutAt: moment.nullable(),
  })
  .meta({ id: 'DispositionBrief' })
export const lineSchema = z
  .object({
    thing: z.string(),
    /** The first record of it. */
    recordId: z.string(),
    record: shownRecord,
    kind: z.string(),
    records: z.number(),
    first: day,
    last: day,
    /** The first day on which it may be disposed of. */
    over: day,
    /** Why it fell out of the list; null: it stands on it. */
    because: z.string().nullable(),
  })
  .meta({ id: 'DispositionLine' })
const moveName = z.enum(dispositionMoves)
export const dispositionSchema = dispositionBriefSchema
  .extend({
    version: z.number(),
    description: z.string(),
    period: z.string(),
    starts: z.enum(starts),
    proposedBy: who,
    signatures: z.array(z.object({ as: z.enum(['custodian', 'second']), by: who, at: moment })),
    notice: z
      .object({ to: z.string(), authority: z.string(), how: z.string(), on: day, until: day })
      .nullable(),
    approval: z.object({ number: z.string(), on: day, by: z.string() }).nullable(),
    steps: z.array(z.object({ move: z.string(), by: who, reason: z.string().nullable(), at: moment })),
    /** The entry of the ledger that says what was disposed of. */
    entryId: z.string().nullable(),
    /** Files that are still to be removed from the store of blobs. */
    blobsToRemove: z.number(),
    may: z.array(z.object({ move: moveName, says: z.string(), needsReason: z.boolean() })),
    mayNot: z.array(z.object({ move: moveName, because: z.string() })),
  })
  .meta({ id: 'Disposition' })
export const dispositionsQuerySchema = pageQuerySchema.extend({
  after: z.uuid().optional(),
  state: z.enum([...dispositionStates, 'open']).optional(),
})
export const dispositionsSchema = z.object({
  items: z.array(dispositionBriefSchema),
  next: z.string().nullable(),
})
export const linesSchema = z.object({ items: z.array(lineSchema), next: z.string().nullable() })
export const moveDispositionSchema = z.object({
  move: moveName,
  version: z.int32().min(1),
  reason: words(1_000).optional(),
  /** What is left out. */
  things: z.array(words(200)).min(1).max(mostThings).optional(),
  /** On which day and how notice was given. */
  notice: z.object({ on: daySchema, how: words(500) }).optional(),
  /** What the State approved. */
  approval: z.object({ number: words(100), on: daySchema }).optional(),
})
export type MoveDisposition = z.infer<typeof moveDispositionSchema>
export const movedDispositionSchema = z.object({
  dispositionId: z.string(),
  version: z.number(),
  state: z.enum(dispositionStates),
  /** What fell out of the list at this step. */
  fallenOut: z.array(z.object({ thing: z.string(), because: z.string() })),
})
export type MovedDisposition = z.infer<typeof movedDispositionSchema>

/** How long a record is kept, why, and what keeps it longer: `GET /api/records/:id/keeping`. */
export const keepingSchema = z
  .object({
    series: seriesSchema.omit({ records: true, version: true }).nullable(),
    /** Which rule, or who, put it there. */
    why: z.string(),
    /** The day its period began; null while it has not. */
    from: day.nullable(),
    /** The first day on which it may be disposed of; null: not yet known, or never. */
    over: day.nullable(),
    /** The same in a sentence. */
    says: z.string(),
    holds: z.array(holdBriefSchema),
    /** The list it stands on, or was disposed of by. */
    disposition: z
      .object({ dispositionId: z.string(), number: z.string(), state: z.enum(dispositionStates) })
      .nullable(),
  })
  .meta({ id: 'Keeping' })

/** The public list: what was disposed of, and by what authority. */
export const publicDispositionsSchema = z
  .object({
    agency: z.string(),
    asOf: moment,
    items: z.array(
      z.object({
        number: z.string(),
        series: z.string(),
        title: z.string(),
        authority: z.string(),
        period: z.string(),
        description: z.string(),
        records: z.number(),
        first: day,
        last: day,
        signed: z.array(z.string()),
        approval: z.string().nullable(),
        on: day,
        entryId: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'PublicDispositions' })
