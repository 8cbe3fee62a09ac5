import { z } from 'zod'
import { daySchema } from '../platform/day.ts'
import { capacities } from '../policy/act.ts'
import { kinds, modalities } from '../policy/order.ts'
import { outcomes } from '../policy/ruling.ts'
import { settingsSchema } from './settings.ts'

const date = z.iso.date()
const moment = z.iso.datetime({ offset: true })
const words = (most: number): z.ZodString => z.string().trim().min(1).max(most)

/** A pack on the shelf that a version can be started from. */
export const packSchema = z
  .object({
    id: z.string(),
    agency: z.string(),
    number: z.string(),
    title: z.string(),
    effective: date,
    /** Who must approve it, where the pack names somebody beside the Chief. */
    approvingBody: z.string().nullable(),
    provisions: z.number(),
    cases: z.number(),
  })
  .meta({ id: 'Pack' })
export type Pack = z.infer<typeof packSchema>

/** Where a version stands: being prepared, given up, or adopted and then by date. */
export const standings = ['draft', 'abandoned', 'not-yet-effective', 'in-force', 'superseded'] as const

export const versionSchema = z
  .object({
    versionId: z.string(),
    pack: z.string(),
    number: z.string(),
    title: z.string(),
    standing: z.enum(standings),
    startedAt: moment,
    /** What a change must name, so that two people do not overwrite one another. */
    version: z.number(),
    /** Provisions whose fit nobody has confirmed yet; 0 where no document was imported. */
    undecided: z.number(),
    effective: date.nullable(),
    supersededOn: date.nullable(),
    approvingBody: z.string().nullable(),
    approvedOn: date.nullable(),
    signedBy: z.string().nullable(),
    adoptedAt: moment.nullable(),
    adoptedBy: z.string().nullable(),
    /** SHA-256 of everything that was adopted; members acknowledge this. */
    digest: z.string().nullable(),
  })
  .meta({ id: 'OrderVersion' })
export type VersionBrief = z.infer<typeof versionSchema>

export const versionsSchema = z.object({ items: z.array(versionSchema) }).meta({ id: 'OrderVersions' })
export const shelfSchema = z.object({ items: z.array(packSchema) }).meta({ id: 'Shelf' })

export const routeBriefSchema = z.object({
  matter: z.string(),
  by: z.array(z.string()),
  via: z.string(),
  form: z.string(),
  cites: z.string(),
  /** The order names nobody; the setting `standsForUnnamed` does. */
  unnamed: z.boolean(),
})

export const versionDetailSchema = versionSchema
  .extend({
    settings: settingsSchema,
    /** Who may permit what, with the settings applied. */
    routes: z.array(routeBriefSchema),
    document: z
      .object({
        name: z.string(),
        format: z.string(),
        sha256: z.string(),
        importedAt: moment,
        /** What a person should look at in the document. */
        doubts: z.array(z.object({ line: z.number(), page: z.number(), sentence: z.string() })),
      })
      .nullable(),
    /** What still stands in the way of adoption, in sentences. */
    problems: z.array(z.string()),
  })
  .meta({ id: 'OrderVersionDetail' })
export type VersionDetail = z.infer<typeof versionDetailSchema>

export const startSchema = z
  .strictObject({ pack: words(100), number: words(40).optional(), title: words(200).optional() })
  .meta({ id: 'StartVersion' })

export const decisions = [
  'same',
  'corrected',
  'other-meaning',
  'not-in-ours',
  'ours-only',
  'set-aside',
] as const
export type Decision = (typeof decisions)[number]

/** How a provision of the document stands to the pack's. */
export const fitStates = ['matched', 'changed', 'moved', 'missing', 'extra'] as const

export const fitRowSchema = z
  .object({
    citation: z.string(),
    state: z.enum(fitStates),
    /** Its citation in the document, where that is another one. */
    at: z.string().nullable(),
    because: z.array(z.string()),
    gist: z.string().nullable(),
    /** As imported; null where the document has nothing. */
    text: z.string().nullable(),
    line: z.number().nullable(),
    /** The sentences of `text` whose words are not the pack's; empty where it has no prints of its own words. */
    otherSentences: z.array(z.string()),
    decided: z
      .object({
        decision: z.enum(decisions),
        /** The words by hand, for `corrected` and `other-meaning`. */
        text: z.string().nullable(),
        note: z.string().nullable(),
        by: z.string(),
        at: moment,
        /** The document was imported anew and has other words here now: decide again. */
        stale: z.boolean(),
      })
      .nullable(),
    /** What a person may decide of it. */
    may: z.array(z.enum(decisions)),
  })
  .meta({ id: 'FitRow' })
export type FitRow = z.infer<typeof fitRowSchema>

export const fitSchema = z
  .object({ version: z.number(), of: z.number(), rows: z.array(fitRowSchema), undecided: z.number() })
  .meta({ id: 'Fit' })

export const decideSchema = z
  .strictObject({
    version: z.int32(),
    decision: z.enum(decisions),
    text: words(20_000).optional(),
    note: words(2_000).optional(),
  })
  .meta({ id: 'DecideFit' })

export const putSettingsSchema = z
  .strictObject({ version: z.int32(), settings: settingsSchema })
  .meta({ id: 'PutSettings' })

export const adoptSchema = z
  .strictObject({
    version: z.int32(),
    approvingBody: words(200),
    approvedOn: daySchema,
    effective: daySchema,
    /** An earlier issue was in force from this day; its words are not held. */
    firstIssued: daySchema.optional(),
    /** The Chief who signed, by name: often somebody who left long ago. */
    signedBy: words(200),
    remarks: words(2_000).optional(),
  })
  .meta({ id: 'Adopt' })
export type Adoption = z.infer<typeof adoptSchema>

const differenceSchema = z.object({
  /** The plainest act that the two orders answer differently, in words. */
  act: z.string(),
  here: z.enum(outcomes),
  there: z.enum(outcomes),
  /** Their provisions that answer it; empty where none does. */
  citations: z.array(z.string()),
})

export const readerProvisionSchema = z
  .object({
    citation: z.string(),
    kind: z.enum([...kinds, 'ours-only']),
    gist: z.string().nullable(),
    verbatim: z.string().nullable(),
    modality: z.enum(modalities).nullable(),
    binds: z.array(z.string()),
    capacity: z.enum([...capacities, 'any']).nullable(),
    /** What Decorum does about it, in sentences. */
    carriedOut: z.array(z.string()),
    by: z.array(z.string()),
    modules: z.array(z.string()),
    outcomes: z.array(z.enum(outcomes)),
    except: z.string().nullable(),
    path: routeBriefSchema.nullable(),
    risk: z.string().nullable(),
    reading: z.string().nullable(),
    /** What the agency noted when it fitted its own words. */
    note: z.string().nullable(),
    /** Does Decorum judge by it? */
    judged: z.boolean(),
    others: z.array(
      z.object({ order: z.string(), agency: z.string(), differences: z.array(differenceSchema) }),
    ),
  })
  .meta({ id: 'ReaderProvision' })
export type ReaderProvision = z.infer<typeof readerProvisionSchema>

export const readerSchema = z
  .object({
    version: versionSchema,
    agency: z.string(),
    provisions: z.array(readerProvisionSchema),
    /** Who may permit what, and the times that the agency set for it. */
    routes: z.array(routeBriefSchema),
    terms: z.object({
      deskHours: z.number(),
      decisionDays: z.number(),
      appealTo: z.string(),
      opinionBy: z.array(z.string()),
    }),
    /** Where the other orders on the shelf differ on who may permit a matter. */
    paths: z.array(z.object({ order: z.string(), matter: z.string(), here: z.string(), there: z.string() })),
  })
  .meta({ id: 'OrderReader' })

export type OrderReader = z.infer<typeof readerSchema>

export const changeKinds = ['added', 'removed', 'words', 'ruling'] as const
export const changeSchema = z.object({
  citation: z.string(),
  change: z.enum(changeKinds),
  gist: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type VersionChange = z.infer<typeof changeSchema>

export const questionSchema = z
  .object({
    questionId: z.string(),
    /** The case in sentences. */
    story: z.array(z.string()),
    text: z.string().nullable(),
    choices: z.array(z.object({ outcome: z.enum(outcomes), words: z.string() })),
  })
  .meta({ id: 'Question' })
export type Question = z.infer<typeof questionSchema>

const attemptSchema = z.object({
  attempt: z.number(),
  right: z.number(),
  of: z.number(),
  passed: z.boolean(),
  at: moment,
})

export const acknowledgementSchema = z
  .object({
    /** Null where the agency has adopted no order yet. */
    version: versionSchema.nullable(),
    acknowledgedAt: moment.nullable(),
    deadline: date.nullable(),
    overdueDays: z.number(),
    /** The version acknowledged last, and what is other in this one. */
    since: z.object({ versionId: z.string(), effective: date }).nullable(),
    changes: z.array(changeSchema),
    /** The number of the next attempt, its questions, and how many right answers pass. */
    attempt: z.number(),
    questions: z.array(questionSchema),
    passMark: z.number(),
    attempts: z.array(attemptSchema),
    passed: z.boolean(),
  })
  .meta({ id: 'Acknowledgement' })

export const answersSchema = z
  .strictObject({
    versionId: z.uuid(),
    attempt: z.number(),
    answers: z.array(z.object({ questionId: z.string(), outcome: z.enum(outcomes) })).max(50),
  })
  .meta({ id: 'Answers' })

export const markedSchema = z
  .object({
    attempt: z.number(),
    right: z.number(),
    of: z.number(),
    passMark: z.number(),
    passed: z.boolean(),
    explained: z.array(
      z.object({
        questionId: z.string(),
        answered: z.enum(outcomes),
        outcome: z.enum(outcomes),
        isRight: z.boolean(),
        /** The provisions that decide it, and what would make it allowed. */
        provisions: z.array(
          z.object({
            citation: z.string(),
            gist: z.string(),
            verbatim: z.string().nullable(),
            remedy: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'MarkedAnswers' })

export const acknowledgeSchema = z
  .strictObject({
    versionId: z.uuid(),
    /** Of the version that was read. */
    digest: z.string(),
    /** "I have read it." */
    read: z.literal(true),
  })
  .meta({ id: 'Acknowledge' })

export const acknowledgingSchema = z
  .object({
    memberId: z.string(),
    name: z.string(),
    rank: z.string().nullable(),
    unit: z.string().nullable(),
    acknowledgedAt: moment.nullable(),
    deadline: date,
    overdueDays: z.number(),
    remindedAt: moment.nullable(),
  })
  .meta({ id: 'Acknowledging' })

export const acknowledgementsSchema = z
  .object({
    version: versionSchema.nullable(),
    /** Of those whom the caller may see. */
    total: z.number(),
    acknowledged: z.number(),
    overdue: z.number(),
    items: z.array(acknowledgingSchema),
    next: z.string().nullable(),
  })
  .meta({ id: 'Acknowledgements' })

/** What a browser needs to judge by the order in force: readVocabulary(facts), readOrder(order, provisions). */
export const selfCheckOrderSchema = z
  .object({
    versionId: z.string(),
    digest: z.string(),
    order: z.record(z.string(), z.unknown()),
    provisions: z.array(z.record(z.string(), z.unknown())),
    facts: z.record(z.string(), z.unknown()),
    departmentNames: z.array(z.string()),
    /** Where members find help, in the agency's own words. */
    support: z.string().optional(),
  })
  .meta({ id: 'SelfCheckOrder' })

export const startedSchema = z.object({ versionId: z.string() }).meta({ id: 'VersionStarted' })
export const confirmedSchema = z
  .object({ version: z.number(), confirmed: z.number() })
  .meta({ id: 'FitConfirmed' })
export const adoptedSchema = z.object({ version: z.number(), digest: z.string() }).meta({ id: 'Adopted' })
export const acknowledgedSchema = z.object({ at: z.string() }).meta({ id: 'Acknowledged' })
export const versionParams = z.strictObject({ versionId: z.uuid() })
export const fitParams = z.strictObject({ versionId: z.uuid(), citation: z.string().min(1).max(200) })
export const movedSchema = z.object({ version: z.number() }).meta({ id: 'VersionMoved' })
export const seenSchema = z.strictObject({ version: z.int32() }).meta({ id: 'VersionSeen' })
export const orderQuery = z.strictObject({ version: z.uuid().optional() })
export const acknowledgementsQuery = z.strictObject({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `open` leaves out who has acknowledged. */
  only: z.enum(['open', 'overdue', 'acknowledged']).optional(),
})
export const remindSchema = z
  .strictObject({ memberIds: z.array(z.string().max(64)).min(1).max(1000).optional() })
  .meta({ id: 'Remind' })
export const remindedSchema = z.object({ reminded: z.number() }).meta({ id: 'Reminded' })
